//! Language and theme are chosen in the settings, shown at once, and kept for the next start.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use huifang::config::Config;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::families::village;
use crate::world::World;

fn appearance() -> Driver {
    let mut app = village();
    app.type_text("p").key(Key::BackTab).shows(&["语言、配色、数据库", "高对比"]);
    app
}

fn kept(app: &Driver) -> Config {
    Config::load(&app.folder().join("config.toml")).unwrap()
}

#[test]
fn the_other_language_is_spoken_at_once_and_kept() {
    let mut app = appearance();
    app.key(Key::Down).key(Key::Enter).shows(&["Settings", "Theme", "High contrast"]);
    assert_eq!(kept(&app).language.as_deref(), Some("en"));
    app.key(Key::Esc).shows(&["Overdue", "Help contact"]);
}

#[test]
fn a_theme_is_seen_at_once_and_kept() {
    let mut app = appearance();
    let colours = |app: &Driver| -> Vec<Color> { app.buffer().content.iter().map(|cell| cell.fg).collect() };
    assert!(colours(&app).contains(&Color::Cyan));
    app.key(Key::End).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Enter);
    assert_eq!(kept(&app).theme.as_deref(), Some("light"));
    assert!(colours(&app).contains(&Color::Blue) && !colours(&app).contains(&Color::Cyan));
    app.key(Key::Down).key(Key::Enter);
    assert_eq!(kept(&app).theme.as_deref(), Some("high_contrast"));
    let dim: String =
        app.buffer().content.iter().filter(|cell| cell.modifier.contains(Modifier::DIM)).map(Cell::symbol).collect();
    assert_eq!(dim.trim(), "", "no greys");
}

#[test]
fn another_database_is_opened_at_once_and_at_the_next_start_and_one_that_is_not_there_changes_nothing() {
    let mut other = World::new();
    other.import_csv("户编号,户主姓名,行政村,户类型\nZ1,卢阿妹,下河村,脱贫户\n").unwrap();
    let mut app = appearance();
    let here = app.database();
    app.key(Key::End).key(Key::Up).key(Key::Up).shows(&["▌ ✓ 数据库"]).key(Key::Enter).shows(&["要打开哪个数据库"]);
    let clear = |app: &mut Driver| {
        for _ in 0..200 {
            app.key(Key::Backspace);
        }
    };
    clear(&mut app);
    app.paste("/nowhere/at/all.db").key(Key::Enter).shows(&["没有数据库 /nowhere/at/all.db"]);
    assert_eq!((app.database(), kept(&app).database), (here, None));
    app.key(Key::Enter);
    clear(&mut app);
    let path = other.database();
    app.paste(&format!("'{}'", path.display()))
        .key(Key::Enter)
        .shows(&["已打开", "卢阿妹", "全部 1"])
        .shows_not("王小明");
    assert_eq!((app.database(), kept(&app).database), (path.clone(), Some(path)));
    app.key(Key::F(2)).shows(&["走访 卢阿妹"]).type_text("111").ctrl('s').shows(&["已保存 卢阿妹 的走访"]);
}

#[test]
fn no_theme_writes_in_the_grey_that_some_terminals_have_as_their_background() {
    let mut app = village();
    for key in [Key::Enter, Key::Tab, Key::Tab, Key::Tab, Key::Tab] {
        app.key(key);
        assert!(app.buffer().content.iter().all(|cell| cell.fg != Color::DarkGray));
    }
}
