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
        let magic = rustix::fs::statfs(folder).map_or(0, |disk| disk.f_type as i64 & 0xffff_ffff);
        if magic == IN_USER_SPACE { Self::of_kind(&kind_of_mount(folder)) } else { Self::of_magic(magic) }
    }

    /// Of a disk in user space, by the name of its kind.
    #[cfg(target_os = "linux")]
    fn of_kind(kind: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|name| kind.contains(name));
        if is(&["sshfs", "davfs", "rclone", "s3fs", "gvfs", "smb", "nfs", "curlftp", "gluster"]) {
            Self::Network
        } else if is(&["fat", "fuseblk"]) {
            Self::Stick
        } else {
            Self::Own
        }
    }

    /// Of the disk that a file lies on, as far as its name says.
    #[cfg(not(target_os = "linux"))]
    pub fn of(file: &Path) -> Self {
        let name = file.as_os_str().to_string_lossy().into_owned();
        let is_share = name.starts_with(r"\\?\UNC\") || (name.starts_with(r"\\") && !name.starts_with(r"\\?\"));
        if is_share { Self::Network } else { Self::Own }
    }

    /// By the numbers in Linux's `magic.h`.
    #[cfg(target_os = "linux")]
    const fn of_magic(magic: i64) -> Self {
        match magic & 0xffff_ffff {
            0x6969 | 0x517b | 0xff53_4d42 | 0xfe53_4d42 | 0x0102_1997 | 0x5346_414f => Self::Network,
            0x4d44 | 0x2011_bab0 => Self::Stick,
            _ => Self::Own,
        }
    }
}

/// The number of every disk in user space.
#[cfg(target_os = "linux")]
const IN_USER_SPACE: i64 = 0x6573_5546;

/// The kind of the disk that a folder lies on, as the system's table of mounts has it; empty where it does not say.
#[cfg(target_os = "linux")]
fn kind_of_mount(folder: &Path) -> String {
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let table = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    kind_in(&table, &folder)
}

/// The kind of the nearest mount over a folder.
#[cfg(target_os = "linux")]
fn kind_in(table: &str, folder: &Path) -> String {
    let mounts = table.lines().filter_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        // Blanks in names are written as octal numbers.
        let place = place.split(' ').nth(4)?.replace("\\040", " ");
        Some((place, kind.split(' ').next()?))
    });
    let over = mounts.filter(|(place, _)| folder.starts_with(place));
    over.max_by_key(|(place, _)| place.len()).map(|(_, kind)| kind.to_owned()).unwrap_or_default()
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
        assert_eq!(["fuse.sshfs", "fuse.davfs2"].map(Ground::of_kind), [Ground::Network; 2]);
        assert_eq!(["fuse.fusefat", "fuseblk"].map(Ground::of_kind), [Ground::Stick; 2]);
        assert_eq!(["fuse.encfs", ""].map(Ground::of_kind), [Ground::Own; 2]);
    }

    #[test]
    fn the_nearest_mount_over_a_folder_says_its_kind() {
        let table = "22 1 254:0 / / rw - ext4 /dev/vda rw\n\
                     40 22 0:50 / /media/my\\040stick rw shared:1 - fuseblk /dev/sdb1 rw\n\
                     41 22 0:51 / /media rw - fuse.sshfs far: rw\n";
        let kind = |folder: &str| kind_in(table, Path::new(folder));
        assert_eq!([kind("/home"), kind("/media"), kind("/media/my stick/x")], ["ext4", "fuse.sshfs", "fuseblk"]);
        assert_eq!(kind_in("", Path::new("/")), "");
    }
}
