//! Where things lie: the data folder holds the database, the config folder what the person chose and
//! the id of this device. `HUIFANG_HOME` moves both.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::{ProjectDirs, UserDirs};
use uuid::Uuid;

use crate::files::{IfThere, make_private_folder, read_small, write_whole};

/// The folders.
#[derive(Debug, Clone)]
pub struct Folders {
    pub data: PathBuf,
    pub config: PathBuf,
    /// Where people keep what they print.
    pub documents: PathBuf,
}

impl Folders {
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

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// What this computer knows of databases beside them.
    pub fn known(&self) -> PathBuf {
        self.config.join("known")
    }

    /// The id of this device, made at the first asking. It lies outside the database, so that a copied
    /// database is not the same device.
    pub fn device_id(&self) -> String {
        let file = self.config.join("device-id");
        let known = read_small(&file, 1024).ok().and_then(|text| Uuid::parse_str(text.trim()).ok());
        let id = known.unwrap_or_else(Uuid::now_v7).to_string();
        if known.is_none() {
            // A device that cannot keep its id gets a new one next time; nothing depends on it yet.
            let _ =
                make_private_folder(&self.config).and_then(|()| write_whole(&file, id.as_bytes(), IfThere::Replace));
        }
        id
    }
}
