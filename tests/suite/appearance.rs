//! Language and theme are chosen in the settings, shown at once, and kept for the next start.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use huifang::config::Config;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::families::village;

fn appearance() -> Driver {
    let mut app = village();
    app.type_text("p").key(Key::BackTab).shows(&["语言和配色", "高对比"]);
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
    app.key(Key::End).key(Key::Up).key(Key::Enter);
    assert_eq!(kept(&app).theme.as_deref(), Some("light"));
    assert!(colours(&app).contains(&Color::Blue) && !colours(&app).contains(&Color::Cyan));
    app.key(Key::End).key(Key::Enter);
    assert_eq!(kept(&app).theme.as_deref(), Some("high_contrast"));
    let dim: String =
        app.buffer().content.iter().filter(|cell| cell.modifier.contains(Modifier::DIM)).map(Cell::symbol).collect();
    assert_eq!(dim.trim(), "", "no greys");
}

#[test]
fn no_theme_writes_in_the_grey_that_some_terminals_have_as_their_background() {
    let mut app = village();
    for key in [Key::Enter, Key::Tab, Key::Tab, Key::Tab, Key::Tab] {
        app.key(key);
        assert!(app.buffer().content.iter().all(|cell| cell.fg != Color::DarkGray));
    }
}
