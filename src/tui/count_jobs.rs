//! The executor's work on what goes over all households, beside the screen.

use super::executor::Executor;
use super::news::{Msg, News, ProblemNews};

impl Executor {
    pub(super) fn load_overview(&mut self) -> Vec<Msg> {
        self.beside(|ledger, _, _| {
            let loaded = |overview| Msg::News(News::OverviewLoaded(Box::new(overview)));
            ledger.overview().map_or_else(Msg::failed, loaded)
        })
    }

    pub(super) fn load_problems(&mut self) -> Vec<Msg> {
        self.beside(|ledger, _, _| {
            let loaded = |problems| Msg::ProblemNews(ProblemNews::ProblemsLoaded(problems));
            ledger.problems().map_or_else(Msg::failed, loaded)
        })
    }
}
