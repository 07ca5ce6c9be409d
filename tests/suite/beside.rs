//! Commands and the interface on one database at once: neither disturbs the other, and nothing is put away.

use std::fs;
use std::path::Path;

use crate::cli::huifang;
use crate::pty::Pty;
use crate::world::roster;

/// The log was folded into the file, as it is in a quiet moment.
fn is_folded(home: &Path) -> bool {
    fs::metadata(home.join("data/huifang.db-wal")).map_or(0, |log| log.len()) == 0
}

#[test]
fn commands_run_beside_the_interface_and_both_go_on_saving() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx").display().to_string();
    assert!(huifang(home.path(), &["import", &file]).status.success());
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助");
    for round in 0..3 {
        let since = std::time::Instant::now();
        while !is_folded(home.path()) && since.elapsed().as_secs() < 20 {
            std::thread::yield_now();
        }
        assert!(is_folded(home.path()), "round {round}");
        assert!(huifang(home.path(), &["clues"]).status.success());
        assert!(huifang(home.path(), &["due"]).status.success());
        pty.send("\x0e")
            .shows("走访方式")
            .send("1")
            .shows("草稿已存")
            .hides("数据库已不在")
            .send("\x1b")
            .shows("F1 帮助");
        let add = ["clues", "add", "--name", "赵某", "--village", "石桥村", "--what", "学费"];
        assert!(huifang(home.path(), &add).status.success());
    }
    pty.send("\x11").restored();
    let names = fs::read_dir(home.path().join("data")).unwrap().flatten().map(|it| it.file_name());
    let away: Vec<_> = names.filter(|name| name.to_string_lossy().contains("replaced")).collect();
    assert!(away.is_empty(), "{away:?}");
    let out = huifang(home.path(), &["check"]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
}
