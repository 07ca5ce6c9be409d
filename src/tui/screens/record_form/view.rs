//! A small form on the screen: what it is about, then the fields.

use ratatui::layout::Rect;

use super::{RecordForm, RecordSubject};
use crate::tui::form;
use crate::tui::scene::{Scene, Surroundings};

pub fn draw(screen: &RecordForm, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let what = match screen.subject {
        RecordSubject::Month(month) | RecordSubject::Fall(month) => month.to_string(),
        RecordSubject::Setting(setting) => words.of(setting),
        _ => String::new(),
    };
    let name = screen.file.as_ref().map(|file| file.row.name.clone()).unwrap_or_default();
    let title = format!("{} {name} {what}", words.t(screen.subject.title()));
    let rest = form::view::title(title.trim_end(), &screen.kept, scene, area);
    form::view::draw(&screen.form, scene, rest);
}
