//! Households that are marked on the list: one, a range, all that are shown. What several keys do, they do to them.

use std::collections::BTreeSet;

use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;

use super::Households;

/// Those that are marked, and where the last mark was set.
#[derive(Debug, Default)]
pub struct Marks {
    ids: BTreeSet<HouseholdId>,
    last: Option<HouseholdId>,
}

impl Marks {
    pub fn contains(&self, id: HouseholdId) -> bool {
        self.ids.contains(&id)
    }

    pub fn count(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

impl Households {
    /// Marks the selected household or takes its mark away, and goes on to the next.
    pub(super) fn mark(&mut self) {
        let Some(id) = self.selected().map(|row| row.id) else { return };
        if !self.marks.ids.remove(&id) {
            self.marks.ids.insert(id);
        }
        self.marks.last = Some(id);
        self.step(1);
    }

    /// Marks all from the last mark to the selected household.
    pub(super) fn mark_range(&mut self) {
        let Some(at) = self.selected_index() else { return };
        let of_last = self.rows_from(0, self.shown_count()).position(|row| Some(row.id) == self.marks.last);
        let from = of_last.unwrap_or(at);
        let (first, last) = (from.min(at), from.max(at));
        let ids: Vec<HouseholdId> = self.rows_from(first, last + 1 - first).map(|row| row.id).collect();
        self.marks.ids.extend(ids);
        self.marks.last = self.selected().map(|row| row.id);
    }

    /// Marks all that are shown; where they all are, takes the marks away.
    pub(super) fn mark_all(&mut self) {
        let ids: BTreeSet<HouseholdId> = self.rows_from(0, self.shown_count()).map(|row| row.id).collect();
        if ids.is_subset(&self.marks.ids) {
            self.marks.ids.retain(|id| !ids.contains(id));
        } else {
            self.marks.ids.extend(ids);
        }
    }

    /// Marks are of households that are there.
    pub(super) fn forget_marks_of_others(&mut self) {
        let known: BTreeSet<HouseholdId> = self.all_rows().map(|row| row.id).collect();
        self.marks.ids.retain(|id| known.contains(id));
    }

    /// How many of those that are marked are not among the shown ones.
    pub(super) fn marked_out_of_sight(&self) -> usize {
        let shown = self.rows_from(0, self.shown_count()).filter(|row| self.marks.contains(row.id)).count();
        self.marks.count() - shown
    }

    fn all_rows(&self) -> impl Iterator<Item = &DueRow> {
        self.rows.iter().chain(&self.inactive)
    }

    /// Those that are marked, whatever is shown; in the order of the list.
    pub(super) fn marked(&self) -> Vec<&DueRow> {
        self.all_rows().filter(|row| self.marks.contains(row.id)).collect()
    }

    /// Those that are marked; where none is, all that are shown.
    pub(super) fn marked_or_shown(&self) -> Vec<&DueRow> {
        if self.marks.is_empty() { self.rows_from(0, self.shown_count()).collect() } else { self.marked() }
    }
}
