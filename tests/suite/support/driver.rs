//! Drives the interface by keys on a test backend, with a real database behind it.

use huifang::config::Config;
use huifang::i18n::{Language, Words};
use huifang::ledger::Ledger;
use huifang::text::width;
use huifang::tui::app::{App, Flow};
use huifang::tui::effect::Setup;
use huifang::tui::executor::{Executor, Jobs};
use huifang::tui::keys::{Chord, Key};
use huifang::tui::news::Msg;
use huifang::tui::scene::Seen;
use huifang::tui::terminal::WideSafe;
use huifang::tui::theme::{Glyphs, Look, Theme, ThemeName};
use huifang::tui::{self};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::world::World;

const UNICODE: Look = Look { name: ThemeName::Default, theme: Theme::colours(), glyphs: Glyphs::UNICODE, ascii: false };

pub struct Driver {
    app: App<WideSafe<TestBackend>>,
    pub flow: Flow,
    folder: tempfile::TempDir,
}

impl Driver {
    pub fn new(world: World, language: Language, (columns, lines): (u16, u16)) -> Self {
        let config_file = world.folder.path().join("config.toml");
        Self::with_look(world, language, (columns, lines), &UNICODE, config_file)
    }

    /// With ASCII characters only.
    pub fn ascii(world: World) -> Self {
        let config_file = world.folder.path().join("config.toml");
        let look = Look { name: ThemeName::Default, theme: Theme::mono(), glyphs: Glyphs::ASCII, ascii: true };
        Self::with_look(world, Language::En, (120, 40), &look, config_file)
    }

    fn with_look(
        world: World,
        language: Language,
        (columns, lines): (u16, u16),
        look: &Look,
        config_file: std::path::PathBuf,
    ) -> Self {
        let documents = world.folder.path().to_owned();
        let executor = Executor::new(world.ledger, Config::default(), config_file, documents, Jobs::Inline);
        let model = tui::begin::model(Words::new(language), *look, &executor, false);
        let terminal = Terminal::new(WideSafe(TestBackend::new(columns, lines))).unwrap();
        let mut driver = Self {
            app: App { terminal, model, executor, seen: Seen::default(), suspend: || false },
            flow: Flow::Go,
            folder: world.folder,
        };
        let opened = driver.app.executor.set_up(Setup::OpenHome);
        driver.take(vec![Msg::Resized(columns, lines)]);
        driver.take(opened);
        driver
    }

    /// In Chinese at 120 by 40.
    pub fn chinese(world: World) -> Self {
        Self::new(world, Language::ZhCn, (120, 40))
    }

    fn take(&mut self, msgs: Vec<Msg>) {
        self.flow = self.app.take(msgs).unwrap();
    }

    pub fn press(&mut self, chord: Chord) -> &mut Self {
        self.take(vec![Msg::Key(chord)]);
        self
    }

    pub fn key(&mut self, key: Key) -> &mut Self {
        self.press(Chord::plain(key))
    }

    pub fn ctrl(&mut self, letter: char) -> &mut Self {
        self.press(Chord::ctrl(Key::Char(letter)))
    }

    /// Keys that arrive together: nothing is drawn between them.
    pub fn batch(&mut self, chords: &[Chord]) -> &mut Self {
        self.take(chords.iter().map(|chord| Msg::Key(*chord)).collect());
        self
    }

    /// Types characters one after the other; `\n` is Enter.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.key(if c == '\n' { Key::Enter } else { Key::Char(c) });
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.take(vec![Msg::Paste(text.to_owned())]);
        self
    }

    /// Clicks on the place of a character, in columns and lines from 0.
    pub fn click_at(&mut self, column: u16, line: u16) -> &mut Self {
        let clicked = self.app.clicked(Position::new(column, line));
        self.take(clicked.into_iter().collect());
        self
    }

    /// Clicks on a text where it stands first.
    pub fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(line, shown)| Some((line, shown.split_once(text)?.0)));
        let (line, before) = found.unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}"));
        self.click_at(u16::try_from(width(before)).unwrap(), u16::try_from(line).unwrap())
    }

    /// Turns the wheel by so many notches, down or up.
    pub fn wheel(&mut self, notches: i32) -> &mut Self {
        let down = notches > 0;
        self.take((0..notches.unsigned_abs()).map(|_| Msg::Wheel { down }).collect());
        self
    }

    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        self.take(vec![msg]);
        self
    }

    /// Doubts the clock, as the program does when it starts.
    pub fn check_clock(&mut self) -> &mut Self {
        tui::begin::check_clock(&mut self.app.model, &mut self.app.executor);
        self.tell_nothing()
    }

    /// Nothing happened, but the loop went round.
    pub fn tell_nothing(&mut self) -> &mut Self {
        self.take(Vec::new());
        self
    }

    pub fn resize(&mut self, columns: u16, lines: u16) -> &mut Self {
        self.app.terminal.backend_mut().0.resize(columns, lines);
        self.take(vec![Msg::Resized(columns, lines)]);
        self
    }

    /// Says who uses the program, as `--as` does.
    pub fn set_me(&mut self, name: &str) -> &mut Self {
        let me = huifang::domain::contact::ContactName::parse(name);
        self.app.executor.ledger.set_author(me.clone());
        self.app.model.shell.me = me;
        self
    }

    pub fn ledger(&self) -> &Ledger {
        &self.app.executor.ledger
    }

    pub fn ledger_mut(&mut self) -> &mut Ledger {
        &mut self.app.executor.ledger
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub fn into_folder(self) -> tempfile::TempDir {
        self.folder
    }

    pub fn database(&self) -> std::path::PathBuf {
        self.app.executor.ledger.path().to_owned()
    }

    pub fn buffer(&self) -> &Buffer {
        self.app.terminal.backend().0.buffer()
    }

    /// The screen as text, a line each, without the blanks at the ends.
    pub fn screen(&self) -> String {
        screen_text(self.buffer())
    }

    /// Fails, showing the screen, unless all of these stand on it.
    pub fn shows(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        let seen = collapse(&screen);
        for text in texts {
            assert!(seen.contains(&collapse(text)), "{text:?} is not on the screen:\n{screen}");
        }
        self
    }

    pub fn shows_not(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// The line of the list that is selected.
    pub fn selected_line(&self) -> String {
        let screen = self.screen();
        screen.lines().find(|line| line.starts_with('▌')).unwrap_or_default().to_owned()
    }

    /// Opens the whole program again on the same database, as after a crash.
    pub fn reopen(self) -> Self {
        let Self { app, folder, .. } = self;
        let ledger = app.executor.ledger.reopen().unwrap();
        let size = app.model.shell.size;
        let language = app.model.shell.words.language();
        Self::new(World { folder, ledger }, language, size)
    }
}

/// Runs of blanks as one: columns are looked at by the snapshots.
fn collapse(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A buffer as text: the cell that a wide character covers is left out.
pub fn screen_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
