//! Carries out effects: the only part of the interface that touches the ledger, files and threads.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::config::Config;
use crate::domain::audited::AuditedKind;
use crate::domain::village::Village;
use crate::domain::visit_entry::VisitFault;
use crate::files::Throwaway;
use crate::ledger::{DraftKey, Ledger, PolicyRefused, Progress, StoreError, VISIT_FORM};

use super::effect::{Job, Read, Write};
use super::keep_record::{change_problems, corrected, keep_record, kept, that_day, void};
use super::news::{
    FormNews, GuardNews, HistoryNews, ImportNews, ListNews, Msg, News, PlaceNews, RosterNews, SettingsNews,
};
use super::panics;
use super::procedure_jobs;
use super::record::{RecordFault, RecordOf, RecordSubject};
use super::screens::household::HouseholdTab;
use super::screens::{household_form, water_report};

/// How long another program's write is waited for while a person types. What does not go through is
/// tried again with the next key, and each second.
pub(super) const PATIENCE_OF_A_KEY: Duration = Duration::from_millis(12);
const PATIENCE_OF_A_SAVE: Duration = Duration::from_millis(100);

/// Where work that may take long is done.
#[derive(Debug, Clone)]
pub enum Jobs {
    /// In threads of their own; what they find is sent here.
    Beside(Sender<Msg>),
    /// At once: for tests, and where nothing is drawn meanwhile.
    Inline,
}

/// The world behind the interface.
#[derive(Debug)]
pub struct Executor {
    pub ledger: Ledger,
    pub(super) config: Config,
    pub(super) config_file: PathBuf,
    pub(super) documents: PathBuf,
    pub(super) jobs: Jobs,
    pub(super) cancelled: Arc<AtomicBool>,
    /// The folder of made-up households goes when the program does.
    pub(super) demo: Option<Throwaway>,
    pub(super) seen_version: i64,
    /// The file is let go of, and work beside the screen has it alone.
    pub(super) has_let_go: bool,
    /// Alerts are being renewed beside the screen.
    renewing: Arc<AtomicBool>,
}

impl Executor {
    /// The world of one ledger. Reads nothing yet.
    pub fn new(ledger: Ledger, config: Config, config_file: PathBuf, documents: PathBuf, jobs: Jobs) -> Self {
        let seen_version = ledger.data_version().unwrap_or(0);
        let cancelled = Arc::new(AtomicBool::new(false));
        // A connection that cannot be told so waits longer, and is no less right.
        let _ = ledger.set_patience(PATIENCE_OF_A_KEY);
        let (demo, has_let_go, renewing) = (None, false, Arc::default());
        Self { ledger, config, config_file, documents, jobs, cancelled, demo, seen_version, has_let_go, renewing }
    }

    /// Whether another process has written since this was last asked.
    pub fn changed_elsewhere(&mut self) -> bool {
        // Of our own alerts that are being renewed it is told once, when they all are.
        if self.has_let_go || self.renewing.load(Ordering::Acquire) {
            return false;
        }
        let version = self.ledger.data_version().unwrap_or(self.seen_version);
        std::mem::replace(&mut self.seen_version, version) != version
    }

    /// Starts what may take long; what it finds comes back later, through the jobs' channel.
    pub fn start(&mut self, job: Job) -> Vec<Msg> {
        match job {
            Job::LoadList(writes) => self.load_list(writes),
            Job::HandOut { rows, language } => self.hand_out(rows, language),
            Job::WriteReport { period, language } => self.write_report(period, language),
            Job::ChangeSeveral { rows, change } => self.change_several(rows, change),
            Job::TakeSeveralBack(changed) => self.take_several_back(changed),
            Job::LoadOverview => self.load_overview(),
            Job::LoadAudit(language) => self.load_audit(language),
            Job::CheckFindings(findings, why) => self.check_findings(findings, why),
            Job::UncheckFinding(finding) => self.uncheck_finding(finding),
            Job::LoadRounds => self.load_rounds(),
            Job::LoadGroups => self.load_groups(),
            Job::LoadProblems(language) => self.load_problems(language),
            Job::LoadProcedures(language) => self.load_procedures(language),
            Job::PrintProblems { problems, language } => self.print_problems(problems, language),
            Job::BlankSheets { households, language } => self.blank_sheets(households, language),
            Job::WriteNotice { entry, households, language, draft } => {
                self.write_notice(entry, households, language, draft)
            }
            Job::UsePolicy(id) => self.switch_policy(move |ledger, progress| ledger.use_shipped_policy(&id, progress)),
            Job::Override { setting, value, draft } => self.switch_policy(move |ledger, progress| {
                ledger.override_setting(setting, value, progress)?;
                Ok(draft.map(|draft| ledger.discard_draft(&draft)).transpose().map(|_| ())?)
            }),
            Job::FindRosters => self.find_rosters(),
            Job::PlanImport(file) => self.plan_import(file),
            Job::PlanAgain { plan, spellings } => self.plan_again(plan, spellings),
            Job::OpenImport(number) => self.open_import(number),
            Job::PlanUndo(number) => self.plan_undo(number),
            Job::UndoImport { number, the_others } => self.undo_import(number, the_others),
            Job::ApplyImport { plan, good_rows } => self.apply_import(plan, good_rows),
            Job::OfGate(wish) => self.work_at_gate(wish),
            Job::CancelJob => {
                self.cancelled.store(true, Ordering::Relaxed);
                Vec::new()
            }
        }
    }

    /// Reads what a screen is of.
    pub fn read(&mut self, read: Read) -> Msg {
        self.try_read(read).unwrap_or_else(Msg::failed)
    }

    /// Writes; durable before it is told.
    pub fn write(&mut self, write: Write) -> Msg {
        let is_key = matches!(write, Write::SaveDraft { .. });
        self.try_write(write).unwrap_or_else(if is_key { Msg::draft_not_written } else { Msg::not_written })
    }

    #[expect(clippy::too_many_lines, reason = "an arm an effect")]
    fn try_read(&mut self, read: Read) -> Result<Msg, StoreError> {
        let ledger = &self.ledger;
        Ok(match read {
            Read::LoadPreview(id) => Msg::News(News::PreviewLoaded(Box::new(ledger.show(id)?))),
            Read::RenewHousehold(id) => Msg::News(News::HouseholdRenewed(Box::new(ledger.show(id)?))),
            Read::OpenHousehold(id) => {
                Msg::News(News::HouseholdOpened { file: Box::new(ledger.show(id)?), tab: HouseholdTab::Overview })
            }
            Read::OpenVisitForm { household_id, correcting } => {
                let key =
                    DraftKey { form: VISIT_FORM.to_owned(), household_id: Some(household_id), visit_id: correcting };
                let history = correcting.map(|visit_id| ledger.visit_history(visit_id)).transpose()?;
                let state = history.and_then(|mut history| history.pop()).map(Box::new);
                let drafts = Box::new(ledger.find_drafts(&key)?);
                let newest_on = ledger.newest_visit_on()?;
                let file = Box::new(ledger.show(household_id)?);
                Msg::FormNews(FormNews::VisitFormOpened { file, correcting: state, newest_on, drafts })
            }
            Read::OpenVisit(visit_id) => Msg::FormNews(FormNews::VisitOpened(ledger.visit_history(visit_id)?)),
            Read::OpenWaterReport(household_id) => {
                let village = Village::of(&ledger.show(household_id)?.household);
                let drafts = Box::new(ledger.find_drafts(&water_report::draft_key(&village))?);
                Msg::FormNews(FormNews::WaterReportOpened {
                    household_id,
                    reports: ledger.water_reports(&village)?,
                    village,
                    drafts,
                })
            }
            Read::OpenRecord { household_id, subject } => {
                let drafts = Box::new(ledger.find_drafts(&subject.draft_key(household_id))?);
                let of = match (subject, household_id) {
                    (RecordSubject::Contact(id), _) => {
                        let (contact, revision) = ledger.show_contact(id)?;
                        RecordOf::Contact(Box::new(contact), revision)
                    }
                    (RecordSubject::Clue(id), _) => RecordOf::Clue(Box::new(ledger.clue(id)?)),
                    (
                        RecordSubject::Step(id, _) | RecordSubject::Ground(id, _) | RecordSubject::ProcedureOther(id),
                        _,
                    ) => RecordOf::Procedure(Box::new(ledger.procedure(id)?)),
                    (_, Some(id)) => RecordOf::Household(Box::new(ledger.show(id)?)),
                    (_, None) => RecordOf::Database,
                };
                Msg::FormNews(FormNews::RecordOpened { subject, of, drafts })
            }
            Read::OpenNotice(of) => {
                let subject = RecordSubject::Notice;
                let drafts = Box::new(ledger.find_drafts(&subject.draft_key(None))?);
                Msg::FormNews(FormNews::RecordOpened { subject, of: RecordOf::Notice(of), drafts })
            }
            Read::OpenProcedure(id) => procedure_jobs::opened(ledger, id)?,
            Read::OpenProcedureOf(id) => procedure_jobs::opened_of(ledger, id)?,
            Read::OpenPlaces => Msg::PlaceNews(PlaceNews::PlacesOpened(ledger.risk_by_place()?)),
            Read::OpenHistory { of, name } => {
                Msg::HistoryNews(HistoryNews::HistoryOpened { entries: ledger.history(&of)?, of, name })
            }
            Read::LoadImports => Msg::ImportNews(ImportNews::ImportsLoaded(ledger.imports()?)),
            Read::OpenSettings => Msg::SettingsNews(SettingsNews::SettingsOpened(ledger.policies())),
            Read::OpenHouseholdAt(id, tab) => {
                Msg::News(News::HouseholdOpened { file: Box::new(ledger.show(id)?), tab })
            }
            Read::OpenHouseholdForm { household_id: id, at } => {
                let key = DraftKey { form: household_form::FORM.to_owned(), household_id: id, visit_id: None };
                let file = id.map(|id| ledger.show(id)).transpose()?.map(Box::new);
                let drafts = Box::new(ledger.find_drafts(&key)?);
                if let Some(file) = &file {
                    // What is edited is seen as it is.
                    self.ledger.log_if_possible(AuditedKind::Revealed, &file.row.code, None);
                }
                Msg::FormNews(FormNews::HouseholdFormOpened { file, drafts, at })
            }
            Read::PrintSheet { household_id, visit_id, language } => {
                self.print_sheet(household_id, visit_id, language)?
            }
            Read::PrintPapers { procedure, step, language } => self.print_papers(&procedure, step, language)?,
        })
    }

    #[expect(clippy::too_many_lines, reason = "an arm an effect")]
    fn try_write(&mut self, write: Write) -> Result<Msg, StoreError> {
        let is_key = matches!(write, Write::SaveDraft { .. });
        self.ledger.set_patience(if is_key { PATIENCE_OF_A_KEY } else { PATIENCE_OF_A_SAVE })?;
        let ledger = &mut self.ledger;
        Ok(match write {
            Write::SaveDraft { key, body, aside_first } => {
                if aside_first {
                    ledger.set_draft_aside(&key)?;
                }
                let at = ledger.save_draft(&key, &body)?;
                Msg::FormNews(FormNews::DraftSaved { key, body, at })
            }
            Write::DiscardDraft(key) => {
                ledger.discard_draft(&key)?;
                Msg::FormNews(FormNews::DraftDiscarded(key))
            }
            Write::CorrectVisit { correction, entry, draft } => {
                match ledger.correct_visit(&correction, &entry, Some(&draft)) {
                    Ok(row) => corrected(ledger, row, false)?,
                    Err(refused) if refused.is_for(&VisitFault::AnotherThatDay) => that_day(ledger, &entry)?,
                    Err(refused) => Msg::FormNews(FormNews::VisitRefused(refused)),
                }
            }
            Write::VoidVisit(correction) => match ledger.void_visit(&correction) {
                Ok(row) => corrected(ledger, row, true)?,
                Err(refused) => Msg::FormNews(FormNews::VisitRefused(refused)),
            },
            Write::ReloadPolicy => {
                ledger.reload_policy()?;
                Msg::SettingsNews(SettingsNews::PolicyLoaded(Box::new(ledger.policy().clone())))
            }
            Write::KeepRecord { entry, draft } => keep_record(ledger, &entry, &draft)?,
            Write::VoidMonth { household_id, income_id, reason, draft } => {
                let voided = ledger.void_month_income(household_id, income_id, &reason, &draft);
                kept(ledger, household_id, voided.map_err(|refused| refused.map(RecordFault::Month)))?
            }
            Write::VoidMeasure { household_id, measure_id, reason } => {
                let voided = ledger.void_measure(household_id, measure_id, &reason);
                kept(ledger, household_id, voided.map_err(|refused| refused.map(RecordFault::Measure)))?
            }
            Write::OfProcedures(write, draft) => procedure_jobs::write(ledger, &write, draft.as_ref())?,
            Write::KeepContact { entry, draft } => {
                Msg::FormNews(FormNews::ContactKept(ledger.keep_contact(&entry, Some(&draft))))
            }
            Write::Reveal(household_id) => {
                let file = Box::new(ledger.reveal(household_id)?);
                Msg::News(News::OfGuard(GuardNews::Revealed(file)))
            }
            Write::KeepViews(views) => {
                ledger.keep_views(&views)?;
                Msg::News(News::OfList(ListNews::ViewsKept(views)))
            }
            Write::KeepRegistered(village, registered) => {
                ledger.keep_village_population(&village, registered)?;
                Msg::PlaceNews(PlaceNews::RegisteredKept(ledger.risk_by_place()?))
            }
            Write::ChangeProblems { seen, change } => change_problems(ledger, &seen, change)?,
            Write::VoidStatement { of, basis, reason } => void(ledger, &of, basis, &reason)?,
            Write::AssignColumn { headings, heading, is } => {
                ledger.assign_column(&headings, &heading, is)?;
                Msg::RosterNews(RosterNews::ColumnAssigned { headings, heading, is })
            }
            Write::KeepWaterReport { entry, draft } => {
                let kept = ledger.keep_water_report(&entry, Some(&draft)).map(|()| entry.village);
                Msg::FormNews(FormNews::WaterReportKept(kept))
            }
            Write::RecordVisit { entry, draft } => match ledger.record_visit(&entry, Some(&draft)) {
                Ok(row) => {
                    // The visit is saved, whatever can be read behind it.
                    let offer = procedure_jobs::offer_of(ledger, &entry).unwrap_or_default();
                    Msg::FormNews(FormNews::VisitRecorded(Box::new(row), offer))
                }
                Err(refused) if refused.is_for(&VisitFault::AnotherThatDay) => that_day(ledger, &entry)?,
                Err(refused) => Msg::FormNews(FormNews::VisitRefused(refused)),
            },
            Write::KeepHousehold { entry, draft } => match ledger.keep_household(&entry, Some(&draft)) {
                Ok(row) => Msg::FormNews(FormNews::HouseholdKept(Box::new(row))),
                Err(refused) => Msg::FormNews(FormNews::HouseholdRefused(refused)),
            },
        })
    }

    /// Reads the list, then renews the alerts that a day, a policy or an import changed. What is renewed is
    /// seen as what another process wrote is: when it is done.
    fn load_list(&mut self, writes: u64) -> Vec<Msg> {
        let renewing = Arc::clone(&self.renewing);
        let is_beside = matches!(self.jobs, Jobs::Beside(_));
        self.beside(move |ledger, tell, _| {
            let read = |ledger: &Ledger| {
                ledger
                    .list_to_search()
                    .map_or_else(Msg::failed, |list| Msg::News(News::ListLoaded(Box::new(list), writes)))
            };
            if is_beside {
                tell(read(ledger));
            }
            if !renewing.swap(true, Ordering::AcqRel) {
                // What cannot be kept now is not shown, and tried again when the list is read again.
                let _ = ledger.renew_alerts();
                renewing.store(false, Ordering::Release);
            }
            if is_beside { Msg::News(News::AlertsRenewed) } else { read(ledger) }
        })
    }

    /// Runs work on a ledger of its own, in a thread of its own.
    pub(super) fn beside(
        &mut self,
        work: impl FnOnce(&mut Ledger, &mut (dyn FnMut(Msg) + Send), &AtomicBool) -> Msg + Send + 'static,
    ) -> Vec<Msg> {
        match &self.jobs {
            Jobs::Inline => vec![work(&mut self.ledger, &mut |_| {}, &self.cancelled)],
            Jobs::Beside(sender) => {
                let (sender, cancelled) = (sender.clone(), Arc::clone(&self.cancelled));
                let reopened = self.ledger.reopen().and_then(|ledger| {
                    if self.has_let_go {
                        self.ledger.let_go()?;
                    }
                    Ok(ledger)
                });
                let mut ledger = match reopened {
                    Ok(ledger) => ledger,
                    Err(error) => return vec![Msg::News(News::Failed(error))],
                };
                std::thread::spawn(move || {
                    // A screen that is gone listens no more.
                    let mut tell = |msg| drop(sender.send(msg));
                    let done = panics::guarded(|| {
                        panics::rehearse("job");
                        work(&mut ledger, &mut tell, &cancelled)
                    });
                    tell(done.unwrap_or(Msg::Crashed));
                });
                Vec::new()
            }
        }
    }

    /// Switches the policy beside the screen: everything is computed anew.
    fn switch_policy(
        &mut self,
        switch: impl FnOnce(&mut Ledger, Progress<'_>) -> Result<(), PolicyRefused> + Send + 'static,
    ) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| match switch(ledger, &mut progress(tell, cancelled)) {
            Ok(()) => Msg::SettingsNews(SettingsNews::PolicySwitched),
            Err(refused) => Msg::SettingsNews(SettingsNews::PolicyRefused(refused)),
        })
    }
}

/// Tells how far the work is, about a hundred times in all, and whether to go on.
pub(super) fn progress<'a>(
    tell: &'a mut (dyn FnMut(Msg) + Send),
    cancelled: &'a AtomicBool,
) -> impl FnMut(usize, usize) -> bool + 'a {
    move |done, total| {
        if done % (total / 100).max(1) == 0 {
            tell(Msg::Progress { done, total });
        }
        !cancelled.load(Ordering::Relaxed)
    }
}
