//! A small form on the screen: what it is about, then the fields.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::i18n::Words;

use super::{RecordForm, RecordSubject};
use crate::tui::form;
use crate::tui::theme::Look;

pub fn draw(screen: &RecordForm, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let what = match screen.subject {
        RecordSubject::Month(month) | RecordSubject::Fall(month) => month.to_string(),
        RecordSubject::Setting(setting) => words.of(setting),
        _ => String::new(),
    };
    let name = screen.file.as_ref().map(|file| file.row.name.clone()).unwrap_or_default();
    let title = format!("{} {name} {what}", words.t(screen.subject.title()));
    let rest = form::view::title(title.trim_end(), &screen.kept, words, look, frame, area);
    form::view::draw(&screen.form, words, look, frame, rest);
}
