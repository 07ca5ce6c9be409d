//! A question before something that cannot be taken back. Enter is never "yes" by accident: the
//! answer that keeps things is selected first.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::ledger::SeveralChange;
use crate::text::{pad, wrap};

use crate::tui::procedure_write::ClueOffer;
use crate::tui::scene::{Scene, Surroundings};

/// What a yes leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreed {
    /// The draft of the open form is thrown away.
    Discard,
    /// The clock is right, and the open form is saved.
    ClockIsRight,
    /// What the open form asked is answered, and it is saved.
    Passed,
    /// What could not be kept is let go with the form.
    LeaveForm,
    /// What could not be kept is let go with the program.
    Quit,
    UsePolicy(String),
    /// The shown households are written as lists.
    HandOut,
    /// Of the marked households.
    Several(SeveralChange),
    ApplyImport,
    /// The clue that a visit's verdict asks for is kept.
    KeepClue(ClueOffer),
    UndoImport {
        number: i64,
        the_others: bool,
    },
}

/// The question and what a yes leads to.
#[derive(Debug)]
pub struct Confirm {
    pub question: String,
    pub yes: String,
    pub then: Agreed,
    pub selected_yes: bool,
}

impl Confirm {
    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let columns = 56.min(area.width.saturating_sub(4));
        let lines = wrap(&self.question, usize::from(columns).saturating_sub(4));
        let height = u16::try_from(lines.len() + 5).unwrap_or(8);
        let inside = scene.popup(area, columns, height, &words.t("confirm-title"));
        for (row, line) in lines.iter().enumerate() {
            scene.put(inside, row, Line::from(line.clone()));
        }
        for (place, (text, selected)) in
            [(words.t("confirm-keep"), !self.selected_yes), (self.yes.clone(), self.selected_yes)]
                .into_iter()
                .enumerate()
        {
            let marker = if selected { look.glyphs.cursor } else { " " };
            let line = Line::from(format!(
                "{marker}{}",
                pad(&text, usize::from(inside.width).saturating_sub(1), look.glyphs.ellipsis)
            ));
            let line = if selected { line.style(look.theme.selected) } else { line };
            scene.put_choice(inside, lines.len() + 1 + place, line, place, Some(usize::from(self.selected_yes)));
        }
    }
}
