//! The first screen of an empty database: what this is, and three ways to begin.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::text::wrap;

use super::super::command::Command;
use super::super::keys::{Context, bindings, hint};
use super::super::theme::Look;
use super::super::widgets::put_line;

/// The ways to begin, in their order.
const WAYS: [(Command, &str); 3] =
    [(Command::Import, "welcome-import"), (Command::AddHousehold, "welcome-add"), (Command::Demo, "welcome-demo")];

pub fn draw(words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width.saturating_sub(6)).min(72);
    let area = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
    let mut row = 1;
    put_line(frame, area, row, Line::styled(words.t("welcome-title"), look.theme.bold));
    row += 2;
    for line in wrap(&words.t("welcome-what"), columns) {
        put_line(frame, area, row, Line::from(line));
        row += 1;
    }
    row += 1;
    for (command, key) in WAYS {
        let binding = bindings(Context::Welcome).find(|binding| binding.command == command);
        let chord = binding.map(|binding| hint(binding).to_string()).unwrap_or_default();
        let letter = binding.and_then(|binding| binding.chords.iter().find_map(|chord| chord.typed()));
        let keys = letter.map_or_else(|| chord.clone(), |letter| format!("{letter}  {chord}"));
        let line = vec![Span::styled(crate::text::pad(&keys, 12, ""), look.theme.accent), Span::raw(words.t(key))];
        put_line(frame, area, row, Line::from(line));
        row += 1;
    }
}
