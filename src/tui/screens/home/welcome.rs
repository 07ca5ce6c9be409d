//! The first screen of an empty database: what this is, and three ways to begin.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::text::{pad, wrap};

use crate::tui::command::Command;
use crate::tui::keys::{Context, bindings};
use crate::tui::scene::{Click, Scene, Surroundings};

/// Columns for the keys of a way.
const KEYS: usize = 12;

/// The ways to begin, in their order.
const WAYS: [(Command, &str); 3] =
    [(Command::Import, "welcome-import"), (Command::AddHousehold, "welcome-add"), (Command::Demo, "welcome-demo")];

pub fn draw(scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let columns = usize::from(area.width.saturating_sub(6)).min(72);
    let area = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
    let mut row = 1;
    scene.put(area, row, Line::styled(words.t("welcome-title"), look.theme.bold));
    row += 2;
    for line in wrap(&words.t("welcome-what"), columns) {
        scene.put(area, row, Line::from(line));
        row += 1;
    }
    row += 1;
    for (command, key) in WAYS {
        let binding = bindings(Context::Welcome).find(|binding| binding.command == command);
        let chords = binding.map_or(&[][..], |binding| binding.chords);
        let letter = chords.iter().find(|chord| chord.typed().is_some());
        let passing = chords.iter().find(|chord| chord.typed().is_none());
        let keys: Vec<String> = letter.into_iter().chain(passing).map(ToString::to_string).collect();
        for (place, text) in wrap(&words.t(key), columns.saturating_sub(KEYS)).into_iter().enumerate() {
            let keys = if place == 0 { keys.join("  ") } else { String::new() };
            let line = vec![Span::styled(pad(&keys, KEYS, ""), look.theme.accent), Span::raw(text)];
            scene.put(area, row, Line::from(line));
            if let (Some(chord), Ok(row)) = (chords.first(), u16::try_from(row)) {
                scene.on_click(Rect { y: area.y + row, height: 1, ..area }, Click::Key(*chord));
            }
            row += 1;
        }
    }
}
