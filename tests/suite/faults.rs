//! What is killed, or meets a disk that fails, at any write or sync of an import, a backup, a change of the
//! passphrase, an encryption or a restore, leaves the state before or the state after, and always one that opens.
//!
//! Each was seen to fail: with the key file written behind the database, a kill between the two left a database that
//! nothing opened; with a backup that was written to its place directly, a kill left one that was none.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::cli::huifang;
use crate::world::{number, roster, skipped};

const TOUCHING: &str = "pwrite64,write,fsync,fdatasync,ftruncate,?rename,?renameat2,?link,?linkat,?unlink,?unlinkat";
const FAULTS: [(&str, &str); 3] = [
    (TOUCHING, "signal=KILL"),
    ("pwrite64,write,ftruncate,fsync,fdatasync", "error=EIO"),
    ("pwrite64,write", "error=ENOSPC"),
];

/// A home in which everything that is tried begins: a village behind a passphrase, and a backup of it from before
/// a second roster.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Runs a command; with the old passphrase or the new one, whichever opens.
    fn run(&self, arguments: &[&str]) -> Output {
        let old = self.path("old");
        let out = huifang(self.folder.path(), &[&["--passphrase-file", &old], arguments].concat());
        let _ = fs::remove_file(self.folder.path().join("data/huifang.db.key-tries"));
        if out.status.code() != Some(2) {
            return out;
        }
        let new = self.path("new");
        let out = huifang(self.folder.path(), &[&["--passphrase-file", &new], arguments].concat());
        let _ = fs::remove_file(self.folder.path().join("data/huifang.db.key-tries"));
        out
    }

    /// How many households there are; the database is sound.
    fn households(&self, what: &str) -> usize {
        let check = self.run(&["check"]);
        assert_eq!(check.status.code(), Some(0), "{what}: {check:?}");
        let due = self.run(&["due", "--json"]);
        serde_json::from_slice::<Vec<serde_json::Value>>(&due.stdout)
            .unwrap_or_else(|_| panic!("{what}: {due:?}"))
            .len()
    }
}

fn made(sealed: bool) -> Home {
    let home = Home { folder: tempfile::tempdir().unwrap() };
    for (name, text) in [("old", "seven willows by 3 rivers"), ("new", "eleven herons at noon")] {
        fs::write(home.folder.path().join(name), text).unwrap();
    }
    let first = roster("members-gb18030.csv").display().to_string();
    let import = ["import", &first];
    let made = if sealed { home.run(&import) } else { huifang(home.folder.path(), &import) };
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    if sealed {
        let backup = home.run(&["backup", &home.path("backup.zip")]);
        assert_eq!(backup.status.code(), Some(0), "{backup:?}");
    }
    home
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().flatten() {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&place).unwrap();
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

/// Runs a command whose `nth` call of these fails, or is the last; false where it came to its end without.
fn interrupted(home: &Home, arguments: &[&str], (calls, fault): (&str, &str), nth: usize) -> bool {
    let log = home.path("strace.log");
    let inject = format!("inject={calls}:{fault}:when={nth}");
    Command::new("strace")
        .args(["-f", "-qq", "-o", &log, "-e", &format!("trace={calls}"), "-e", &inject])
        .arg(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "en", "--passphrase-file", &home.path("old")])
        .args(arguments)
        .env("HUIFANG_HOME", home.folder.path())
        .output()
        .unwrap();
    let log = fs::read_to_string(log).unwrap();
    log.contains("(INJECTED)") || log.contains("killed by SIGKILL")
}

/// Tries a command with every fault at every so-many-th call. `after` looks at what is left.
fn tried(
    name: &str,
    (sealed, step): (bool, u64),
    faults: &[(&str, &str)],
    arguments: impl Fn(&Home) -> Vec<String>,
    after: impl Fn(&Home, &str),
) -> u32 {
    let step = usize::try_from(number("HUIFANG_INTERRUPT_STEP", step)).unwrap();
    let first = made(sealed);
    let mut count = 0;
    for (turn, fault) in faults.iter().copied().enumerate() {
        for nth in (1 + turn..).step_by(step) {
            let home = Home { folder: tempfile::tempdir().unwrap() };
            copy(first.folder.path(), home.folder.path());
            let arguments = arguments(&home);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            if !interrupted(&home, &arguments, fault, nth) {
                break;
            }
            after(&home, &format!("{name}, {} at call {nth}", fault.1));
            count += 1;
        }
    }
    assert!(count > 5, "{name}: {count}");
    count
}

fn cannot_be_tried() -> bool {
    let missing = Command::new("strace").arg("-V").output().is_err();
    if missing {
        skipped("no strace here to interrupt anything with");
    }
    missing
}

#[expect(clippy::print_stdout, reason = "how much was tried belongs to the result")]
fn say(what: &str, count: u32) {
    println!("{count} interruptions of {what}");
}

#[test]
fn an_import_is_there_whole_or_not_at_all() {
    if cannot_be_tried() {
        return;
    }
    let more = roster("roster-village.xlsx").display().to_string();
    let count = tried(
        "import",
        (true, 61),
        &FAULTS,
        |_| vec!["import".into(), more.clone(), "--yes".into()],
        |home, what| {
            let households = home.households(what);
            assert!([47, 94].contains(&households), "{what}: {households}");
        },
    );
    say("an import", count);
}

#[test]
fn a_backup_is_one_or_is_not_there() {
    if cannot_be_tried() {
        return;
    }
    let count = tried(
        "backup",
        (true, 37),
        &FAULTS,
        |home| vec!["backup".into(), home.path("new.zip")],
        |home, what| {
            assert_eq!(home.households(what), 47, "{what}");
            let backup = home.path("new.zip");
            if Path::new(&backup).exists() {
                let restored = home.run(&["restore", &backup]);
                assert_eq!(restored.status.code(), Some(0), "{what}: {restored:?}");
            }
        },
    );
    say("a backup", count);
}

/// A stick that is pulled out while a file is written to it.
#[test]
fn an_export_is_whole_or_not_there_and_the_database_is_untouched() {
    if cannot_be_tried() {
        return;
    }
    let count = tried(
        "export",
        (true, 13),
        &FAULTS,
        |home| ["export", "households", &home.path("new.csv")].map(str::to_owned).to_vec(),
        |home, what| {
            assert_eq!(home.households(what), 47, "{what}");
            let lines = fs::read_to_string(home.path("new.csv")).map(|text| text.lines().count());
            assert!(lines.as_ref().map_or(true, |lines| *lines > 47), "{what}: {lines:?}");
        },
    );
    say("an export", count);
}

#[test]
fn a_restore_leaves_one_database_or_the_other_and_keeps_the_old() {
    if cannot_be_tried() {
        return;
    }
    let count = tried(
        "restore",
        (true, 17),
        &FAULTS,
        |home| vec!["restore".into(), home.path("backup.zip")],
        |home, what| {
            assert_eq!(home.households(what), 47, "{what}");
        },
    );
    say("a restore", count);
}

/// Between the key of the other database and the database itself there is a moment at which they do not fit. Seen to
/// fail: with the database put in its place first, what then lay there was opened by nothing and led nowhere.
#[test]
fn a_restore_of_another_key_leaves_one_database_or_the_other_or_says_where_the_old_one_is() {
    if cannot_be_tried() {
        return;
    }
    let other = Home { folder: tempfile::tempdir().unwrap() };
    fs::copy(made(true).path("old"), other.path("old")).unwrap();
    let more = roster("roster-village.xlsx").display().to_string();
    assert_eq!(other.run(&["import", &more]).status.code(), Some(0));
    assert_eq!(other.run(&["backup", &other.path("other.zip")]).status.code(), Some(0));
    let half = std::cell::Cell::new(0);
    let count = tried(
        "restore of another key",
        (true, 1),
        &[("fsync,?rename,?renameat2,?link,?linkat,?unlink,?unlinkat", "signal=KILL")],
        |_| vec!["restore".into(), other.path("other.zip")],
        |home, what| {
            let due = huifang(home.folder.path(), &["--passphrase-file", &home.path("old"), "due", "--json"]);
            if due.status.code() == Some(0) {
                let households = home.households(what);
                assert!([47, 48].contains(&households), "{what}: {households}");
                return;
            }
            half.set(half.get() + 1);
            let said = crate::vault::said(&due);
            assert!(said.contains(".replaced-1"), "{what}: {said}");
            let kept = home.path("data/huifang.db.replaced-1");
            let back = huifang(home.folder.path(), &["--passphrase-file", &home.path("old"), "restore", &kept]);
            assert_eq!(back.status.code(), Some(0), "{what}: {back:?}");
            assert_eq!(home.households(what), 47, "{what}");
        },
    );
    say("a restore of another key", count);
    assert!(half.get() > 0, "the moment between the key and the database was never met");
}

#[test]
fn after_a_change_of_the_passphrase_the_old_one_opens_or_the_new_one() {
    if cannot_be_tried() {
        return;
    }
    let change =
        |home: &Home| ["passphrase", "change", "--new-passphrase-file", &home.path("new")].map(str::to_owned).to_vec();
    let count = tried("passphrase change", (true, 3), &FAULTS, change, |home, what| {
        assert_eq!(home.households(what), 47, "{what}");
    });
    say("a change of the passphrase", count);
}

#[test]
fn an_encryption_leaves_the_database_as_it_was_or_encrypted() {
    if cannot_be_tried() {
        return;
    }
    let set =
        |home: &Home| ["passphrase", "set", "--new-passphrase-file", &home.path("new")].map(str::to_owned).to_vec();
    let count = tried("encryption", (false, 97), &FAULTS, set, |home, what| {
        // What nothing opens is lost.
        let database = home.folder.path().join("data/huifang.db");
        assert!(database.exists(), "{what}");
        assert_eq!(home.households(what), 47, "{what}");
    });
    say("an encryption", count);
}
