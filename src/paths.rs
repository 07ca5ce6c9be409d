//! Where things lie: the data folder holds the database, the config folder what the person chose and
//! the id of this device. `HUIFANG_HOME` moves both.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};
use uuid::Uuid;

/// The folders.
#[derive(Debug, Clone)]
pub struct Places {
    pub data: PathBuf,
    pub config: PathBuf,
    /// Where people keep what they print.
    pub documents: PathBuf,
}

impl Places {
    /// From `HUIFANG_HOME` if it is set, else where the system keeps such things; none if it says not.
    pub fn find(home: Option<OsString>) -> Option<Self> {
        if let Some(home) = home.filter(|home| !home.is_empty()) {
            let home = PathBuf::from(home);
            return Some(Self { data: home.join("data"), config: home.join("config"), documents: home });
        }
        let dirs = ProjectDirs::from("", "", "huifang")?;
        let user = UserDirs::new()?;
        let documents = user.document_dir().unwrap_or(user.home_dir()).to_owned();
        Some(Self { data: dirs.data_dir().to_owned(), config: dirs.config_dir().to_owned(), documents })
    }

    pub fn database(&self) -> PathBuf {
        self.data.join("huifang.db")
    }

    /// Makes the data folder, for this person alone.
    pub fn make_data_folder(&self) -> std::io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(&self.data)
    }

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The id of this device, made at the first asking. It lies outside the database, so that a copied
    /// database is not the same device.
    pub fn device_id(&self) -> String {
        let file = self.config.join("device-id");
        let known = fs::read_to_string(&file).ok().and_then(|text| Uuid::parse_str(text.trim()).ok());
        let id = known.unwrap_or_else(Uuid::now_v7).to_string();
        if known.is_none() {
            // A device that cannot keep its id gets a new one next time; nothing depends on it yet.
            let _ = write_private(&file, &id);
        }
        id
    }
}

/// Writes a small file whole, making its folder; an interrupted write leaves the old one.
pub fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = file.with_extension("part");
    fs::write(&part, text)?;
    fs::rename(part, file)
}
