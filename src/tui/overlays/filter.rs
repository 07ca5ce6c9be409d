//! Narrowing the list by village, contact and class: everything there is to choose, with counts.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use uuid::Uuid;

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::i18n::Words;
use crate::text::{pad, pad_left};

use super::super::screens::households::Filter;
use super::super::theme::Look;
use super::super::widgets::{popup, put_line};
use super::top_of;

/// One thing to narrow by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    Everything,
    Left,
    Class(HouseholdClass),
    Alert(AlertKind),
    Village(String),
    Contact(String),
}

/// The list of choices.
#[derive(Debug)]
pub struct FilterList {
    choices: Vec<(Choice, usize)>,
    selected: usize,
    filter: Filter,
}

impl FilterList {
    pub fn new(rows: &[DueRow], left: usize, alerts: &BTreeMap<Uuid, Vec<AlertKind>>, filter: &Filter) -> Self {
        let mut counts: BTreeMap<Choice, usize> = BTreeMap::new();
        for kind in alerts.values().flatten() {
            *counts.entry(Choice::Alert(*kind)).or_default() += 1;
        }
        for row in rows {
            *counts.entry(Choice::Class(row.class)).or_default() += 1;
            for (text, choice) in
                [(&row.village, Choice::Village as fn(String) -> Choice), (&row.contact, Choice::Contact)]
            {
                if !text.is_empty() {
                    *counts.entry(choice(text.clone())).or_default() += 1;
                }
            }
        }
        let first = [(Choice::Everything, rows.len()), (Choice::Left, left)].into_iter();
        let choices =
            first.filter(|(choice, count)| *choice == Choice::Everything || *count > 0).chain(counts).collect();
        Self { choices, selected: 0, filter: filter.clone() }
    }

    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.choices.len().saturating_sub(1));
    }

    /// Turns the selected choice on or off; gives the filter that follows.
    pub fn toggle(&mut self) -> Filter {
        let Some((choice, _)) = self.choices.get(self.selected) else { return self.filter.clone() };
        let on = !self.is_on(choice);
        match choice.clone() {
            Choice::Everything => self.filter = Filter::default(),
            Choice::Left => self.filter.left = on,
            Choice::Class(class) => self.filter.class = on.then_some(class),
            Choice::Alert(alert) => self.filter.alert = on.then_some(alert),
            Choice::Village(village) => self.filter.village = on.then_some(village),
            Choice::Contact(contact) => self.filter.contact = on.then_some(contact),
        }
        self.filter.clone()
    }

    fn is_on(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Everything => self.filter.is_empty(),
            Choice::Left => self.filter.left,
            Choice::Class(class) => self.filter.class == Some(*class),
            Choice::Alert(alert) => self.filter.alert == Some(*alert),
            Choice::Village(village) => self.filter.village.as_ref() == Some(village),
            Choice::Contact(contact) => self.filter.contact.as_ref() == Some(contact),
        }
    }

    pub fn draw(&self, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(self.choices.len() + 2).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = popup(frame, area, 44, height, &words.t("filter-title"), look);
        let lines = usize::from(inside.height);
        let top = top_of(self.selected, self.choices.len(), lines);
        for (at, (choice, count)) in self.choices.iter().enumerate().skip(top).take(lines) {
            let (kind, text) = match choice {
                Choice::Everything => (String::new(), words.t("filter-everything")),
                Choice::Left => (String::new(), words.t("filter-left")),
                Choice::Class(class) => (words.t("column-class"), words.of(*class)),
                Choice::Alert(alert) => (words.t("filter-alert"), words.of(*alert)),
                Choice::Village(village) => (words.t("filter-village"), village.clone()),
                Choice::Contact(contact) => (words.t("filter-contact"), contact.clone()),
            };
            let mark = if self.is_on(choice) { look.glyphs.ticked } else { " " };
            let room = usize::from(inside.width).saturating_sub(18);
            let line = Line::from(vec![
                Span::styled(format!("{mark} "), look.theme.accent),
                Span::styled(pad(&kind, 9, look.glyphs.ellipsis), look.theme.dim),
                Span::raw(pad(&text, room, look.glyphs.ellipsis)),
                Span::styled(pad_left(&count.to_string(), 7, ""), look.theme.dim),
            ]);
            let style = if at == self.selected { look.theme.selected } else { Style::new() };
            put_line(frame, inside, at - top, line.style(style));
        }
    }
}
