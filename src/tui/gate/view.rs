//! The gate as it is drawn: what is asked, a line of dots, what is wrong or how strong, the keys.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Before, Gate, Stage};
use crate::i18n::Words;
use crate::report::passphrase::{recovery_code_words, strength_words};
use crate::text::{pad, width, wrap};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::bar;
use crate::vault::Strength;

/// No wider than it is read with ease.
const COLUMNS: u16 = 64;

impl Gate {
    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let columns = COLUMNS.min(area.width.saturating_sub(4));
        let room = usize::from(columns).saturating_sub(4);
        let question = self.question(words).lines().flat_map(|line| wrap(line, room)).collect::<Vec<_>>();
        let (below, style) = self.below(words, look);
        let below = below.lines().flat_map(|line| wrap(line, room)).collect::<Vec<_>>();
        let height = u16::try_from(question.len() + below.len() + 6).unwrap_or(area.height);
        let inside = scene.popup(area, columns, height, &words.t(self.title()));
        for (row, line) in question.iter().enumerate() {
            scene.put(inside, row, Line::from(line.clone()));
        }
        let row = question.len() + 1;
        if !matches!(self.stage, Stage::CodeShown(_)) {
            self.draw_dots(scene, inside, row);
        }
        for (at, line) in below.into_iter().enumerate() {
            scene.put(inside, row + 2 + at, Line::styled(line, style));
        }
    }

    fn draw_dots(&self, scene: &mut Scene<'_, '_>, inside: Rect, row: usize) {
        let look = scene.around.look;
        let room = usize::from(inside.width);
        let count = self.typed.count().min(room.saturating_sub(1));
        // A code is copied from paper, letter by letter: it is seen.
        let is_code = matches!(self.stage, Stage::Code);
        let label = scene.words.t(if is_code { "gate-code" } else { "gate-passphrase" });
        let shown = if is_code { self.typed.0.to_string() } else { "*".repeat(count) };
        let typed = pad(&shown, room.saturating_sub(width(&label)), look.glyphs.ellipsis);
        scene.put(inside, row, Line::from(vec![Span::raw(label.clone()), Span::styled(typed, look.theme.edit)]));
        let column = (width(&label) + width(&shown)).min(room.saturating_sub(1));
        let (column, row) = (u16::try_from(column).unwrap_or(0), u16::try_from(row).unwrap_or(0));
        scene.frame.set_cursor_position(Position::new(inside.x + column, inside.y + row));
    }

    const fn title(&self) -> &'static str {
        match self.before {
            Before::Start => "gate-start",
            Before::NewDatabase => "gate-new",
            Before::Screen => "gate-screen",
            Before::NewPassphrase => "gate-change",
            Before::FirstPassphrase => "gate-first",
            Before::NewCode => "gate-new-code",
        }
    }

    fn question(&self, words: &Words) -> String {
        let key = match (&self.stage, self.before) {
            (Stage::CodeShown(code), _) => {
                return format!("{}\n\n{}", recovery_code_words(words, code), words.t("gate-code-seen"));
            }
            (Stage::Passphrase, Before::NewPassphrase | Before::NewCode) => "gate-question-present",
            (Stage::Passphrase, Before::Screen) => "gate-question-locked",
            (Stage::Passphrase, _) => "gate-question-passphrase",
            (Stage::Code, _) => "gate-question-code",
            (Stage::New, Before::NewDatabase) => "gate-question-new-database",
            (Stage::New, _) => "gate-question-new",
            (Stage::Again(_), _) => "gate-question-again",
        };
        words.t(key)
    }

    /// What is wrong; else how strong it is, or that it is being looked at.
    fn below(&self, words: &Words, look: &crate::tui::theme::Look) -> (String, ratatui::style::Style) {
        if self.is_at_work {
            let shown = self.progress.map_or_else(
                || words.t("gate-working"),
                |(done, total)| {
                    format!("{} {done} %\n{}", bar(done, total, 40, &look.glyphs), words.t("gate-working-long"))
                },
            );
            return (shown, look.theme.dim);
        }
        if let Some(said) = &self.said {
            return (said.clone(), look.theme.bad);
        }
        let is_none = *self.typed.0 == words.t("passphrase-none-word");
        if is_none && self.before == Before::NewDatabase {
            return (words.t("gate-none-typed"), look.theme.warn);
        }
        let style = match self.strength {
            Some(Strength::Strong) => look.theme.good,
            Some(Strength::Fair) => look.theme.warn,
            Some(Strength::Short | Strength::Weak) => look.theme.bad,
            None => look.theme.dim,
        };
        (self.strength.map(|strength| strength_words(words, strength)).unwrap_or_default(), style)
    }
}
