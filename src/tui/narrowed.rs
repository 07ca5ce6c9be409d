//! A list that typed words narrow: what it shows, which one is selected, and what is typed.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::{Pinyin, width};
use crate::tui::keys::Chord;
use crate::tui::scene::Scene;
use crate::tui::text_line::{Edited, TextLine};

/// Things with what each is found by, in small letters.
#[derive(Debug)]
pub struct Narrowed<T> {
    /// None: they are being read.
    lines: Option<Vec<Found<T>>>,
    pub query: TextLine,
    /// The line that narrows has the focus.
    pub typing: bool,
    /// The places of those that are shown.
    shown: Vec<usize>,
    selected: usize,
}

/// A thing with what it is found by, made beside the screen.
#[derive(Debug)]
pub struct Found<T> {
    pub thing: T,
    text: String,
}

impl<T> Found<T> {
    /// What it is found by is made of these.
    pub fn by(thing: T, parts: &[&str]) -> Self {
        Self { thing, text: parts.join(" ").to_lowercase() }
    }
}

impl<T> Default for Narrowed<T> {
    fn default() -> Self {
        Self { lines: None, query: TextLine::default(), typing: false, shown: Vec::new(), selected: 0 }
    }
}

impl<T> Narrowed<T> {
    /// They arrived, or arrived anew.
    pub fn take(&mut self, lines: Vec<Found<T>>) {
        self.lines = Some(lines);
    }

    /// They are still being read.
    pub const fn is_read(&self) -> bool {
        self.lines.is_some()
    }

    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.lines.iter().flatten().map(|line| &line.thing)
    }

    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.lines.iter_mut().flatten().map(|line| &mut line.thing)
    }

    /// Works out what is shown: what is wanted and holds every word that is typed, in Chinese or pinyin. What was
    /// selected stays selected, as far as it is there.
    pub fn narrow<K: PartialEq>(&mut self, is_wanted: impl Fn(&T) -> bool, key: impl Fn(&T) -> K) {
        let selected = self.selected().map(&key);
        let typed = self.query.text().to_lowercase();
        let words: Vec<(&str, Option<Pinyin>)> =
            typed.split_whitespace().map(|word| (word, Pinyin::new(word, true))).collect();
        let fits = |line: &Found<T>| {
            let holds = |(word, pinyin): &(&str, Option<Pinyin>)| {
                line.text.contains(word) || pinyin.as_ref().is_some_and(|it| it.find(&line.text).is_some())
            };
            is_wanted(&line.thing) && words.iter().all(holds)
        };
        let lines = self.lines.as_deref().unwrap_or_default();
        self.shown = lines.iter().enumerate().filter(|(_, line)| fits(line)).map(|(place, _)| place).collect();
        let again = self.shown.iter().position(|place| Some(key(&lines[*place].thing)) == selected);
        self.selected = again.unwrap_or_else(|| self.selected.min(self.shown.len().saturating_sub(1)));
    }

    pub fn at(&self, row: usize) -> Option<&T> {
        Some(&self.lines.as_ref()?.get(*self.shown.get(row)?)?.thing)
    }

    pub fn shown(&self) -> impl Iterator<Item = &T> {
        (0..self.shown.len()).filter_map(|row| self.at(row))
    }

    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The one that a key would act on.
    pub fn selected(&self) -> Option<&T> {
        self.at(self.selected)
    }

    pub const fn selected_row(&self) -> usize {
        self.selected
    }

    pub fn move_by(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    pub const fn select_first(&mut self) {
        self.selected = 0;
    }

    /// Takes a key: typed into the line that narrows, which Han text opens. None: it means nothing here; else
    /// whether the line is another now.
    pub fn press(&mut self, chord: Chord) -> Option<bool> {
        let begins = chord.typed().is_some_and(|c| !c.is_ascii());
        if !(self.typing || begins) {
            return None;
        }
        self.typing = true;
        Some(self.query.edit(chord) == Edited::Changed)
    }

    pub fn paste(&mut self, line: &str) {
        self.typing = true;
        for c in line.chars() {
            self.query.insert(c);
        }
    }

    /// Takes away what narrows. False: nothing did.
    pub fn widen(&mut self) -> bool {
        let was_narrow = self.typing || !self.query.text().is_empty();
        self.typing = false;
        self.query.clear();
        was_narrow
    }

    /// Draws what narrows it, where something does.
    pub fn draw_typed(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        if !self.typing && self.query.is_empty() {
            return;
        }
        let label = format!(" {} ", scene.around.words.t("problems-search"));
        let taken = u16::try_from(width(&label)).unwrap_or(0).min(area.width);
        scene.put(area, 0, Line::styled(label, scene.around.look.theme.accent));
        let field = Rect { x: area.x + taken, width: area.width - taken, ..area };
        self.query.draw(scene, field, 0, "");
    }
}
