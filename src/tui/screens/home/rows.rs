//! One household of the list changed: its row moves, and what is selected follows from it.

use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::revisit::RevisitState;

use super::{Households, Tab};

impl Households {
    /// One household changed: its row moves to its new place and is selected there.
    pub fn put_row(&mut self, row: DueRow) {
        let id = row.id;
        self.rows.retain(|other| other.id != id);
        self.inactive.retain(|other| other.id != id);
        if !row.active {
            self.inactive.push(row);
            self.preview = None;
            self.recount();
            return self.select(id);
        }
        let place = self.rows.partition_point(|other| other.order() < row.order());
        let state = row.state(self.today);
        self.rows.insert(place, row);
        self.recount();
        self.selected = Some(id);
        if self.tab != Tab::All && self.query.text().is_empty() {
            self.tab = tab_of(state);
        }
        self.preview = None;
        self.refresh();
    }

    /// One household changed by a visit: its row moves, and the cursor stays where it was in the list, on the
    /// household that follows.
    pub fn put_row_and_stay(&mut self, row: DueRow) {
        let (id, tab, at) = (row.id, self.tab, self.selected_index());
        let next = at.and_then(|at| self.shown.get(at + 1)).and_then(|place| self.row(*place)).map(|row| row.id);
        let was_on_it = self.selected == Some(id);
        self.put_row(row);
        if was_on_it && self.query.text().is_empty() {
            self.tab = tab;
            self.selected = next.or(self.selected);
            self.refresh();
        }
    }

    /// A household gained or lost its draft.
    pub fn mark_draft(&mut self, id: HouseholdId, has_draft: bool) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
            row.has_draft = has_draft;
        }
    }
}

fn tab_of(state: RevisitState) -> Tab {
    match state {
        RevisitState::Overdue => Tab::Overdue,
        RevisitState::Due => Tab::Due,
        RevisitState::Later => Tab::Later,
        RevisitState::None => Tab::All,
    }
}
