//! The executor's work on what goes over all households, beside the screen.

use std::sync::Arc;

use crate::domain::audit_finding::AuditFinding;
use crate::domain::due_row::DueRow;
use crate::domain::entry::Reason;
use crate::domain::problem::ProblemState;
use crate::i18n::{Language, Words};
use crate::ledger::{ListedFinding, ListedProblem, SeveralChange, SeveralChanged};

use super::executor::{Executor, progress};
use super::news::{AuditNews, ListNews, Msg, News, ProblemNews};
use super::procedure_jobs;
use super::screens::audit;
use super::screens::problems::found_by;

impl Executor {
    pub(super) fn load_overview(&mut self) -> Vec<Msg> {
        self.beside(|ledger, _, _| {
            let loaded = |overview| Msg::News(News::OverviewLoaded(Box::new(overview)));
            ledger.overview().map_or_else(Msg::failed, loaded)
        })
    }

    pub(super) fn load_rounds(&mut self) -> Vec<Msg> {
        self.beside(|ledger, _, _| {
            ledger.rounds().map_or_else(Msg::failed, |rounds| Msg::News(News::RoundsLoaded(rounds)))
        })
    }

    pub(super) fn load_groups(&mut self) -> Vec<Msg> {
        self.beside(|ledger, _, _| {
            ledger.key_groups().map_or_else(Msg::failed, |groups| Msg::News(News::GroupsLoaded(groups)))
        })
    }

    pub(super) fn load_procedures(&mut self, language: Language) -> Vec<Msg> {
        self.beside(move |ledger, _, _| procedure_jobs::loaded(ledger, language).unwrap_or_else(Msg::failed))
    }

    pub(super) fn load_audit(&mut self, language: Language) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let words = Words::new(language);
            let loaded = |findings: Option<Vec<ListedFinding>>| {
                let found = findings.map(|all| all.into_iter().map(|listed| audit::found_by(&words, listed)).collect());
                Msg::News(News::OfAudit(found.map_or(AuditNews::Stopped, AuditNews::Loaded)))
            };
            ledger.audit_telling(&mut progress(tell, cancelled)).map_or_else(Msg::failed, loaded)
        })
    }

    pub(super) fn check_findings(&mut self, findings: Vec<AuditFinding>, why: Reason) -> Vec<Msg> {
        self.beside(move |ledger, _, _| {
            let checked = ledger.check_findings(&findings, &why);
            checked.map_or_else(Msg::not_written, |checked| {
                Msg::News(News::OfAudit(AuditNews::Checked(findings, checked)))
            })
        })
    }

    pub(super) fn uncheck_finding(&mut self, finding: AuditFinding) -> Vec<Msg> {
        self.beside(move |ledger, _, _| {
            let unchecked = ledger.uncheck_finding(&finding);
            unchecked.map_or_else(Msg::not_written, |()| Msg::News(News::OfAudit(AuditNews::Unchecked(finding))))
        })
    }

    /// Changes households, all of them or none.
    pub(super) fn change_several(&mut self, rows: Vec<DueRow>, change: SeveralChange) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let changed = ledger.change_several(&rows, &change, &mut progress(tell, cancelled));
            changed.map_or_else(Msg::failed, |changed| Msg::News(News::OfList(ListNews::SeveralChanged(changed))))
        })
    }

    pub(super) fn take_several_back(&mut self, changed: SeveralChanged) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let taken = ledger.take_several_back(&changed, &mut progress(tell, cancelled));
            taken.map_or_else(Msg::failed, |taken| Msg::News(News::OfList(ListNews::SeveralTakenBack(taken))))
        })
    }

    /// Those that are open or were closed: what was solved on the spot is told with its visit.
    pub(super) fn load_problems(&mut self, language: Language) -> Vec<Msg> {
        self.beside(move |ledger, _, _| {
            let words = Words::new(language);
            let is_shown = |it: &ListedProblem| it.problem.state != ProblemState::SolvedOnTheSpot;
            let loaded = |problems: Vec<ListedProblem>| {
                let lines = problems.into_iter().filter(is_shown).map(|listed| found_by(&words, listed));
                Msg::ProblemNews(ProblemNews::ProblemsLoaded(lines.collect()))
            };
            ledger.problems().map_or_else(Msg::failed, loaded)
        })
    }
}
