//! What kind of disk a file lies on, as far as the system says.

use std::path::Path;

/// Where a database may not lie well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A disk of this computer.
    Own,
    /// A disk of another computer: locks may not hold there, and a log shared in memory cannot.
    Network,
    /// FAT, as on most USB sticks: it knows no owner of a file, and suffers when it is pulled out.
    Stick,
}

impl Ground {
    /// Of the disk that a file lies on, or is to.
    #[cfg(target_os = "linux")]
    #[expect(clippy::unnecessary_cast, reason = "its type is another on other machines")]
    pub fn of(file: &Path) -> Self {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        rustix::fs::statfs(folder).map_or(Self::Own, |disk| Self::of_magic(disk.f_type as i64))
    }

    /// Of the disk that a file lies on, as far as its name says.
    #[cfg(not(target_os = "linux"))]
    pub fn of(file: &Path) -> Self {
        let name = file.as_os_str().to_string_lossy().into_owned();
        let is_share = name.starts_with(r"\\?\UNC\") || (name.starts_with(r"\\") && !name.starts_with(r"\\?\"));
        if is_share { Self::Network } else { Self::Own }
    }

    /// By the numbers in Linux's `magic.h`. A disk in user space may be any, and counts as one's own.
    #[cfg(target_os = "linux")]
    const fn of_magic(magic: i64) -> Self {
        match magic & 0xffff_ffff {
            0x6969 | 0x517b | 0xff53_4d42 | 0xfe53_4d42 | 0x0102_1997 | 0x5346_414f => Self::Network,
            0x4d44 | 0x2011_bab0 => Self::Stick,
            _ => Self::Own,
        }
    }
}

/// Bytes that are free on the disk that a file lies on, or is to; none where the system does not say.
pub fn free_space(file: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let file = std::path::absolute(file).ok()?;
        let folder = file.ancestors().skip(1).find(|folder| folder.is_dir())?;
        let disk = rustix::fs::statvfs(folder).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        None
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_disk_of_another_computer_and_a_stick_are_told_from_an_own_disk() {
        let (nfs, cifs, smb2_signed) = (0x6969, 0xff53_4d42, -28_095_166);
        assert_eq!([nfs, cifs, smb2_signed].map(Ground::of_magic), [Ground::Network; 3]);
        assert_eq!([0x4d44, 0x2011_bab0].map(Ground::of_magic), [Ground::Stick; 2]);
        let (ext4, tmpfs, btrfs, overlay) = (0xef53, 0x0102_1994, 0x9123_683e, 0x794c_7630);
        assert_eq!([ext4, tmpfs, btrfs, overlay].map(Ground::of_magic), [Ground::Own; 4]);
        assert_eq!(Ground::of(Path::new("/proc/version")), Ground::Own);
    }
}
