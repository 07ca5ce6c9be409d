//! The two faces of the bottom screen: the list, and the overview.

use chrono::NaiveDate;

use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::ledger::Overview;
use crate::tui::effect::{Effect, Job};
use crate::tui::filter::{Filter, These};
use crate::tui::screens::overview::OverviewFace;

use super::Households;

/// The bottom screen.
#[derive(Debug, Default)]
pub struct Home {
    /// None: the database is empty, and the welcome stands there.
    pub list: Option<Households>,
    /// The second face, once it was seen.
    overview: Option<OverviewFace>,
    pub(super) shows_overview: bool,
}

impl Home {
    /// The first rows of the list arrived, and its views.
    pub fn open(&mut self, rows: Vec<DueRow>, counts: DueCounts, today: NaiveDate, views: Option<&str>) {
        let is_empty = counts.all == 0 && rows.is_empty();
        self.list = (!is_empty).then(|| Households::new(rows, counts, today));
        if let (Some(list), Some(views)) = (&mut self.list, views) {
            list.take_views(views);
        }
    }

    /// The second face, where it is the one that is seen.
    pub(super) fn second_face(&self) -> Option<&OverviewFace> {
        self.overview.as_ref().filter(|_| self.shows_overview)
    }

    pub(super) fn second_face_mut(&mut self) -> Option<&mut OverviewFace> {
        self.overview.as_mut().filter(|_| self.shows_overview)
    }

    /// How far the work is that one of the faces waits for.
    pub(super) fn working_mut(&mut self) -> &mut Option<(usize, usize)> {
        match &mut self.list {
            Some(list) if !self.shows_overview => &mut list.working,
            _ => &mut self.overview.get_or_insert_default().working,
        }
    }

    pub fn take_overview(&mut self, overview: Overview) {
        self.overview.get_or_insert_default().take(overview);
    }

    /// What is seen of the overview is read again.
    pub fn renew_overview(&self) -> Vec<Effect> {
        if self.shows_overview { vec![Effect::Job(Job::LoadOverview)] } else { Vec::new() }
    }

    /// Forgets everything that was read.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    pub(super) fn show_overview(&mut self) -> Vec<Effect> {
        self.overview.get_or_insert_default();
        self.shows_overview = true;
        self.renew_overview()
    }

    /// Shows the list, narrowed to those behind a number.
    pub(super) fn show_these(&mut self, these: These) {
        self.show_list(Filter { these: Some(these), ..Filter::default() });
    }

    /// Shows the list, narrowed to this.
    pub fn show_list(&mut self, filter: Filter) {
        self.shows_overview = false;
        if let Some(list) = &mut self.list {
            if filter.these.is_some() {
                list.mine = None;
            }
            list.show_only(filter);
        }
    }
}
