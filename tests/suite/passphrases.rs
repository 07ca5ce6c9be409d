//! A first passphrase, another recovery code, and stopping what takes long.

use std::fs;

use huifang::files::IfThere;
use huifang::ledger::{ImportError, StoreError, backups_of};
use huifang::vault::Secret;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::families::world;
#[cfg(unix)]
use crate::pty::Pty;
use crate::store::content;
use crate::vault::{PASSPHRASE, note, said, sealed};
use crate::world::roster;
use huifang::tui::keys::Key;

#[cfg(unix)]
#[test]
fn a_first_passphrase_is_set_beside_the_screen_and_what_follows_is_saved() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx").display().to_string();
    assert!(huifang(home.path(), &["import", &file]).status.success());
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助")
        .send("p")
        .shows("设置")
        .send("\x1b[Z")
        .shows("恢复码")
        .send("\x1b[F")
        .send("\x1b[A")
        .send("\r")
        .shows("请输入新口令");
    pty.send("七棵老柳树和三条大河\r").shows("再输入一次").send("七棵老柳树和三条大河\r").shows("恢复码：");
    pty.send("\r").shows("已加密").send("\x1b").hides("已加密").send("\x1b").hides("恢复码");
    pty.send("\x0e").shows("走访方式").send("1").shows("草稿已存").send("\x11").restored();
    let pass = note(home.path(), "pass", "七棵老柳树和三条大河");
    let out = huifang(home.path(), &["--passphrase-file", &pass, "check"]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(2));
}

#[test]
fn another_recovery_code_takes_the_place_of_the_one_before() {
    let mut world = world();
    let (_, first) = world.ledger.set_passphrase(&Secret::typed(PASSPHRASE), &mut |_, _| true).unwrap();
    let mut app = Driver::chinese(world);
    app.type_text("p").key(Key::BackTab).key(Key::End).shows(&["恢复码", "只显示一次"]).key(Key::Enter);
    app.shows(&["更换恢复码"]).type_text("wrong\n").shows(&["口令不对"]).type_text(PASSPHRASE).key(Key::Enter);
    app.shows(&["只有它能打开"]).shows_not(first.expose()).key(Key::Enter).shows(&["新的恢复码已生效"]);
    let file = huifang::vault::KeyFile::load(&app.database()).unwrap().unwrap();
    assert!(file.open_by_code(&first).is_err(), "the paper of before opens nothing");
    let log = app.ledger().audit_log().unwrap();
    assert!(log.iter().any(|row| row.about == "code"), "{log:?}");
}

#[test]
fn without_a_passphrase_there_is_no_recovery_code_to_renew() {
    let mut app = Driver::chinese(world());
    app.type_text("p").key(Key::BackTab).key(Key::End).key(Key::Enter).shows(&["没有设口令"]);
}

#[test]
fn what_takes_long_is_stopped_and_leaves_everything_as_it_was() {
    let mut world = world();
    let before = content(&world.database());
    let no = &mut |_, _| false;
    let stopped = world.ledger.set_passphrase(&Secret::typed(PASSPHRASE), no);
    assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
    let place = world.folder.path().join("b.zip");
    assert!(matches!(world.ledger.back_up(&place, IfThere::Keep, None, no), Err(StoreError::Stopped)));
    let file = roster("roster-village.xlsx");
    let plan = world.ledger.plan_import(&file, huifang::exchange::Reading::Here, &mut |_, _| true).unwrap();
    assert!(matches!(world.ledger.apply_import(&plan, true, no), Err(ImportError::Cancelled)));
    assert_eq!(content(&world.database()), before);
    assert!(!huifang::files::sidecar(&world.database(), ".key").exists() && !place.exists());
    assert_eq!(backups_of(&world.database()), Vec::<std::path::PathBuf>::new());
    let left: Vec<_> = fs::read_dir(world.folder.path()).unwrap().flatten().map(|it| it.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("part")), "{left:?}");
    // All of it goes on.
    world.ledger.set_passphrase(&Secret::typed(PASSPHRASE), &mut |_, _| true).unwrap();
    assert!(world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap().applied);
}

#[test]
fn check_names_the_pages_and_the_tables_that_are_damaged() {
    let (home, pass, _) = sealed();
    let database = home.path().join("data/huifang.db");
    let mut bytes = fs::read(&database).unwrap();
    let page = bytes.len() / 4096 / 2;
    bytes[page * 4096 + 100] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let out = huifang(home.path(), &["--passphrase-file", &pass, "check", "--json"]);
    assert_eq!(out.status.code(), Some(1), "{out:?}");
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let fault = &json["faults"][0];
    assert_eq!((json["sound"].as_bool(), fault["code"].as_str()), (Some(false), Some("pages")), "{json}");
    assert_eq!(fault["pages"], serde_json::json!([page + 1]), "{json}");
    let tables = fault["tables"].as_array().unwrap();
    assert!(!tables.is_empty() && tables.len() < 5, "{json}");
    let text = huifang(home.path(), &["--passphrase-file", &pass, "check"]);
    let shown = String::from_utf8(text.stdout).unwrap();
    assert!(shown.contains(&format!("{}", page + 1)) && shown.contains(tables[0].as_str().unwrap()), "{shown}");
    // The first page is what everything is read by: it cannot even be opened.
    bytes[100] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let out = huifang(home.path(), &["--passphrase-file", &pass, "check", "--json"]);
    assert_eq!(out.status.code(), Some(2), "{out:?}");
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!((json["sound"].as_bool(), json["households"].is_null()), (Some(false), true), "{json}");
    assert!(!said(&out).is_empty());
}
