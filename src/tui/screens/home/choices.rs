//! What there is to narrow the list by, with how many households each choice admits beside the others.

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::month::Month;
use crate::tui::filter::{Choice, Filter, groups_inside};

use super::Households;

impl Households {
    /// Each choice as the other dimensions of the filter let households through.
    pub fn choices(&self, filter: &Filter) -> Vec<(Choice, usize)> {
        let month = Month::of(self.today);
        let mut classes = Counts::new(filter.without(&Choice::Class(HouseholdClass::General)));
        let mut alerts = Counts::new(filter.without(&Choice::Alert(AlertKind::UnderLine)));
        let mut groups = Counts::new(filter.without(&Choice::Group(String::new())));
        let mut villages = Counts::new(filter.without(&Choice::Village(String::new())));
        let mut contacts = Counts::new(filter.without(&Choice::Contact(String::new())));
        let mut due_in = Counts::new(filter.without(&Choice::DueIn(month)));
        let mut visited_in = Counts::new(filter.without(&Choice::VisitedIn(month)));
        let mut drafts = Counts::new(filter.without(&Choice::Drafts));
        for row in &self.rows {
            let beside = self.beside(row);
            classes.add(self, row, [row.class]);
            alerts.add(self, row, beside.alerts.iter().copied());
            groups.add(self, row, groups_inside(beside.groups).map(String::as_str));
            villages.add(self, row, Some(row.village.as_str()).filter(|name| !name.is_empty()));
            contacts.add(self, row, Some(row.contact.as_str()).filter(|name| !name.is_empty()));
            due_in.add(self, row, row.due_on.map(Month::of));
            visited_in.add(self, row, beside.visited.iter().copied());
            drafts.add(self, row, row.has_draft.then_some(()));
        }
        let departed = Some((Choice::Departed, self.departed().len())).filter(|(_, count)| *count > 0);
        std::iter::once((Choice::Everything, self.rows.len()))
            .chain(departed)
            .chain(drafts.named(|()| Choice::Drafts))
            .chain(classes.named(Choice::Class))
            .chain(alerts.named(Choice::Alert))
            .chain(groups.named(|id| Choice::Group(id.to_owned())))
            .chain(villages.named(|name| Choice::Village(name.to_owned())))
            .chain(contacts.named(|name| Choice::Contact(name.to_owned())))
            .chain(due_in.named(Choice::DueIn))
            .chain(visited_in.named(Choice::VisitedIn))
            .collect()
    }
}

/// The values of one dimension, and how many households each has of those that the other dimensions admit.
struct Counts<T> {
    others: Filter,
    counts: HashMap<T, usize>,
}

impl<T: Eq + Hash> Counts<T> {
    fn new(others: Filter) -> Self {
        Self { others, counts: HashMap::new() }
    }

    fn add(&mut self, list: &Households, row: &DueRow, values: impl IntoIterator<Item = T>) {
        let is_admitted = usize::from(list.would_admit(&self.others, row));
        for value in values {
            *self.counts.entry(value).or_default() += is_admitted;
        }
    }

    fn named(self, choice: impl Fn(T) -> Choice) -> impl Iterator<Item = (Choice, usize)> {
        self.counts.into_iter().map(move |(value, count)| (choice(value), count))
    }
}
