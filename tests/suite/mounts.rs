//! A disk of its own for a test: of a given size, or one that can only be read.

use std::path::Path;
use std::process::Command;

/// A small disk in memory; it goes with the test.
pub struct Disk {
    folder: tempfile::TempDir,
}

fn run(command: &str, arguments: &[&str]) -> bool {
    Command::new(command).args(arguments).output().is_ok_and(|output| output.status.success())
}

impl Disk {
    /// A disk of so many kilobytes; none where nothing may be mounted.
    pub fn of(kilobytes: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={kilobytes}k,mode=0755");
        run("mount", &["-t", "tmpfs", "-o", &size, "huifang-test", folder.path().to_str()?]).then_some(Self { folder })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn remount(&self, options: &str) {
        assert!(run("mount", &["-o", &format!("remount,{options}"), self.path().to_str().unwrap()]), "{options}");
    }

    pub fn resize(&self, kilobytes: u64) {
        self.remount(&format!("size={kilobytes}k"));
    }

    pub fn only_read(&self) {
        self.remount("ro");
    }

    pub fn write_again(&self) {
        self.remount("rw");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &["-l", self.path().to_str().unwrap_or_default()]);
    }
}
