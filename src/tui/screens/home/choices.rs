//! What there is to narrow the list by, with how many households each choice admits beside the others.

use std::collections::BTreeMap;

use crate::domain::class::HouseholdClass;

use super::Households;
use crate::tui::filter::{Choice, Filter};

impl Households {
    /// Each choice as the other dimensions of the filter let households through.
    pub fn choices(&self, filter: &Filter) -> Vec<(Choice, usize)> {
        let mut counts: BTreeMap<Choice, usize> = BTreeMap::new();
        let of_class = filter.without(&Choice::Class(HouseholdClass::General));
        let of_alert = filter.alert.map_or_else(|| filter.clone(), |alert| filter.without(&Choice::Alert(alert)));
        let of_village = filter.without(&Choice::Village(String::new()));
        let of_contact = filter.without(&Choice::Contact(String::new()));
        let of_drafts = filter.without(&Choice::Drafts);
        for row in &self.rows {
            let mut add =
                |choice: Choice, is_admitted: bool| *counts.entry(choice).or_default() += usize::from(is_admitted);
            add(Choice::Class(row.class), self.would_admit(&of_class, row));
            for kind in self.alerts_of(row) {
                add(Choice::Alert(*kind), self.would_admit(&of_alert, row));
            }
            if !row.village.is_empty() {
                add(Choice::Village(row.village.clone()), self.would_admit(&of_village, row));
            }
            if !row.contact.is_empty() {
                add(Choice::Contact(row.contact.clone()), self.would_admit(&of_contact, row));
            }
            if row.has_draft {
                add(Choice::Drafts, self.would_admit(&of_drafts, row));
            }
        }
        let departed = Some((Choice::Departed, self.departed().len())).filter(|(_, count)| *count > 0);
        let first = std::iter::once((Choice::Everything, self.rows.len())).chain(departed);
        first.chain(counts).collect()
    }
}
