//! What came back from the world.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::clock::local_time;
use crate::domain::contact::ContactName;
use crate::domain::due_counts::DueCounts;
use crate::domain::policy::Policy;
use crate::i18n::Words;
use crate::ledger::{DueList, ImportOutcome, StoreError, UndoOutcome, UndoRefused};
use crate::report::imports::{undo_refused_words, undo_words};
use crate::report::notice::notice_refused_words;
use crate::report::papers::paper_refused_words;
use crate::report::{not_written_words, store_error_words};

use super::opened::{open_form, open_household_form, open_record};
use super::{gate, kept};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Read, Setup, Write};
use crate::tui::face::Face;
use crate::tui::form::Kept;
use crate::tui::model::Model;
use crate::tui::news::{FileNews, FormNews, HistoryNews, ImportNews, News, PlaceNews, SettingsNews};
use crate::tui::screens::Screen;
use crate::tui::screens::history::HistoryScreen;
use crate::tui::screens::home::Households;
use crate::tui::screens::household::HouseholdScreen;
use crate::tui::screens::imports::ImportsScreen;
use crate::tui::screens::places::PlacesScreen;
use crate::tui::screens::settings::{SettingsScreen, keys};
use crate::tui::screens::visit_form::VisitForm;
use crate::tui::screens::water_report::WaterReportForm;

/// What happened to the list, the household under it, or the program itself.
#[expect(clippy::too_many_lines, reason = "an arm a piece of news")]
pub(super) fn take(model: &mut Model, news: News) -> Vec<Effect> {
    let shell = &mut model.shell;
    match news {
        News::HomeOpened { rows, counts, contacts, is_demo, views } => {
            shell.contacts = contacts;
            shell.begin_demo(is_demo);
            model.home.open(rows, counts, shell.today, views.as_deref());
            return vec![Effect::Job(Job::LoadList(shell.writes))];
        }
        // Read before something was saved since: it would show the old state again.
        News::ListLoaded(_, writes) if writes != shell.writes => {
            return vec![Effect::Job(Job::LoadList(shell.writes))];
        }
        News::ListLoaded(list, _) => return list_loaded(model, *list),
        News::OverviewLoaded(overview) => model.home.take_overview(*overview),
        News::RoundsLoaded(rounds) => {
            if let Some(Screen::Rounds(screen)) = model.screens.last_mut() {
                screen.take(rounds);
            }
        }
        News::GroupsLoaded(groups) => {
            if let Some(Screen::Groups(screen)) = model.screens.last_mut() {
                screen.take(groups);
            }
        }
        News::OfAudit(news) => {
            let screen = model.screens.iter_mut().find_map(Screen::audit_mut);
            return screen.map(|screen| screen.take_news(shell, news)).unwrap_or_default();
        }
        News::OfProcedures(news) => return kept::of_procedures(model, news),
        News::OfGate(news) => return gate::take_news(shell, news),
        News::OfGuard(news) => gate::guard(shell, news),
        News::OfList(news) => {
            let list = model.home.list.as_mut();
            return list.map(|list| list.take_news(shell, news)).unwrap_or_default();
        }
        News::PreviewLoaded(file) => {
            if let Some(list) = &mut model.home.list {
                list.preview = Some(file);
            }
        }
        News::HouseholdOpened { file, tab } => {
            model.screens.push(Screen::Household(HouseholdScreen::at(file, shell.today, tab)));
        }
        News::HouseholdRenewed(file) => {
            let id = file.household.id;
            let is_it = |screen: &&mut Screen| screen.household_id() == Some(id);
            if let Some(Screen::Household(screen)) = model.screens.iter_mut().rev().find(is_it) {
                screen.renew(file);
            }
        }
        News::TurnedTo(today) => return turned_to(model, today),
        // What was renewed is read as what another process wrote is.
        News::AlertsRenewed => {}
        News::ChangedElsewhere => {
            return vec![Effect::Write(Write::ReloadPolicy), Effect::Job(Job::LoadList(shell.writes))];
        }
        News::MeSet(name) => shell.me = Some(name),
        News::DatabaseOpened { path, policy, why_look_only, protection } => {
            shell.protection = protection;
            return database_opened(model, path, *policy, why_look_only);
        }
        News::AppearanceNotKept => shell.warn_of("settings-not-kept"),
        News::Failed(error) => {
            shell.warn(store_error_words(&shell.words, &error));
            model.top_mut().0.end_work();
        }
        News::NotWritten(error) => return kept::refuse_by_store(model, &error),
        News::DraftNotWritten(error) => kept::could_not_write(model, &error),
    }
    Vec::new()
}

/// A file was written out, or not.
pub(super) fn take_file_news(model: &mut Model, news: FileNews) -> Vec<Effect> {
    let shell = &mut model.shell;
    match news {
        FileNews::SheetWritten { file, pages } => {
            let (file, pages) = (file.display().to_string(), pages.to_string());
            let key = if shell.is_demo { "sheet-written-demo" } else { "sheet-written" };
            shell.say(shell.words.with(key, &[("count", &pages), ("file", &file)]));
            model.top_mut().0.end_work();
        }
        FileNews::TableWritten { file, rows } => {
            let (count, file) = (rows.to_string(), file.display().to_string());
            let key = if shell.is_demo { "export-written-demo" } else { "export-written" };
            shell.say(shell.words.with(key, &[("count", &count), ("file", &file)]));
        }
        FileNews::ReportWritten(files) => {
            shell.say(report_words(&shell.words, files.as_ref()));
            model.top_mut().0.end_work();
        }
        FileNews::NoticeWritten { file, rows } => {
            let (count, file) = (rows.to_string(), file.display().to_string());
            shell.say(shell.words.with("notice-written", &[("count", &count), ("file", &file)]));
            kept::notice_written(model);
        }
        FileNews::NoticeRefused(refused) => shell.warn(notice_refused_words(&shell.words, &refused)),
        FileNews::PaperRefused(refused) => shell.warn(paper_refused_words(&shell.words, &refused)),
        FileNews::Stopped => {
            shell.say(shell.words.t("report-stopped"));
            model.top_mut().0.end_work();
        }
        FileNews::SheetNotWritten(error) => {
            shell.warn(not_written_words(&shell.words, &error));
            model.top_mut().0.end_work();
        }
    }
    Vec::new()
}

fn report_words(words: &Words, files: Option<&[PathBuf; 2]>) -> String {
    let Some(files) = files else { return words.t("report-stopped") };
    let [book, page] = files.each_ref().map(|file| file.display().to_string());
    words.with("report-written-both", &[("book", &book), ("page", &page)])
}

fn turned_to(model: &mut Model, today: NaiveDate) -> Vec<Effect> {
    model.shell.today = today;
    if let Some(list) = &mut model.home.list {
        list.turn_to(today);
    }
    if let Some((form, shell)) = model.form_mut() {
        form.turn_to(&shell.words, today);
    }
    vec![Effect::Job(Job::LoadList(model.shell.writes))]
}

/// Another database is open: everything that was read of the one before is gone.
fn database_opened(model: &mut Model, path: PathBuf, policy: Policy, why_look_only: Option<StoreError>) -> Vec<Effect> {
    model.screens.clear();
    model.home.forget();
    let shell = &mut model.shell;
    (shell.policy, shell.cannot_write) = (policy, why_look_only);
    shell.say(shell.words.with("database-opened", &[("path", &path.display().to_string())]));
    shell.database = path;
    vec![Effect::Setup(Setup::OpenHome)]
}

/// The whole list, for the first time or anew. How many drafts are open is said once, at the start.
fn list_loaded(model: &mut Model, loaded: DueList) -> Vec<Effect> {
    let mut effects = model.home.renew_overview();
    effects
        .extend(model.screens.iter().filter_map(|screen| screen.reads(model.shell.words.language())).map(Effect::Job));
    if model.home.list.is_none() && loaded.rows.is_empty() {
        return effects;
    }
    let shell = &mut model.shell;
    let today = shell.today;
    let list = model.home.list.get_or_insert_with(|| Households::new(Vec::new(), DueCounts::default(), today));
    let is_first = !list.complete;
    list.take_list(loaded);
    let drafts = list.rows.iter().filter(|row| row.has_draft).count();
    if is_first && drafts > 0 && shell.notice.is_none() {
        shell.say(shell.words.with("drafts-open", &[("count", &drafts.to_string())]));
    }
    effects
}

/// A form was opened, kept or refused.
pub(super) fn take_form_news(model: &mut Model, news: FormNews) -> Vec<Effect> {
    let shell = &mut model.shell;
    match news {
        FormNews::VisitFormOpened { file, correcting, newest_on, drafts } => {
            let me = shell.me.as_ref().map(ContactName::as_str);
            let mut form = VisitForm::open(&shell.words, file, correcting, me, &shell.policy, shell.today);
            form.newest_on = newest_on;
            open_form(model, drafts, form, Screen::VisitForm);
            if let Some(Screen::VisitForm(form)) = model.screens.last()
                && form.is_out_of_date()
            {
                model.shell.warn_of("form-draft-out-of-date");
            }
        }
        FormNews::HouseholdFormOpened { file, drafts, at } => {
            open_household_form(model, file, drafts, at.as_deref());
        }
        FormNews::WaterReportOpened { household_id, village, reports, drafts } => {
            let form = WaterReportForm::open(&shell.words, household_id, village, reports, shell.today);
            open_form(model, drafts, form, Screen::WaterReport);
        }
        FormNews::RecordOpened { subject, of, drafts } => open_record(model, subject, of, drafts),
        FormNews::VisitOpened(history) => {
            if let Some(Screen::Household(screen)) = model.screens.last() {
                screen.show_visit(shell, &history);
            }
        }
        FormNews::VisitCorrected { row, file, voided } => kept::visit_corrected(model, *row, file, voided),
        FormNews::WaterReportKept(Ok(village)) => {
            shell.can_write_again();
            model.screens.pop();
            shell.say(shell.words.with("water-report-saved", &[("village", &village.name)]));
        }
        FormNews::DraftSaved { key, body, at } => {
            shell.can_write_again();
            if let Some((form, _)) = model.form_mut().filter(|(form, _)| form.draft_key() == key) {
                *form.kept_mut() = Kept::draft(body, local_time(at));
            }
        }
        FormNews::DraftDiscarded(_) => return kept::begin_afresh(model),
        FormNews::FormLeft => return kept::form_left(model),
        FormNews::VisitRecorded(row, offer) => kept::visit_saved(model, *row, offer),
        FormNews::HouseholdKept(row) => return kept::household_saved(model, *row),
        FormNews::RecordKept { row, file } => kept::record_kept(model, *row, file),
        FormNews::VisitOfThatDay(file) => {
            if let Some(Screen::VisitForm(form)) = model.screens.last_mut() {
                form.renew_for_that_day(file);
                return super::run(model, Command::Save);
            }
        }
        FormNews::VisitRefused(refused) => return kept::visit_refused(model, refused),
        FormNews::HouseholdRefused(refused) => return kept::form_refused(model, refused),
        FormNews::WaterReportKept(Err(refused)) => return kept::form_refused(model, refused),
        FormNews::ContactKept(contact) => return kept::contact_kept(model, contact),
        FormNews::RecordRefused(refused) => return kept::form_refused(model, refused),
    }
    Vec::new()
}

/// What happened to villages and townships.
pub(super) fn take_place_news(model: &mut Model, news: PlaceNews) -> Vec<Effect> {
    let shell = &mut model.shell;
    match news {
        PlaceNews::PlacesOpened(places) => model.screens.push(Screen::Places(PlacesScreen::new(places, shell.today))),
        PlaceNews::RegisteredKept(places) => {
            shell.can_write_again();
            if let Some(Screen::Places(screen)) = model.screens.last_mut() {
                screen.renew(places);
                shell.say(shell.words.t("record-kept"));
            }
        }
    }
    Vec::new()
}

/// What was recorded is shown, or was voided.
pub(super) fn take_history_news(model: &mut Model, news: HistoryNews) -> Vec<Effect> {
    match news {
        HistoryNews::HistoryOpened { of, name, entries } => {
            let title = model.shell.words.with("history-title", &[("name", &name)]);
            model.screens.push(Screen::History(HistoryScreen::new(of, title, entries)));
        }
        HistoryNews::StatementVoided { entries, household, places } => {
            model.shell.has_written();
            model.shell.say(model.shell.words.t("history-voided"));
            if let Some(Screen::History(screen)) = model.screens.last_mut() {
                screen.renew(entries);
            }
            for screen in &mut model.screens {
                if let (Screen::Household(screen), Some((_, file))) = (&mut *screen, &household) {
                    screen.renew(file.clone());
                }
                if let (Screen::Places(screen), None) = (screen, &household) {
                    screen.renew(places.clone());
                }
            }
            if let (Some(list), Some((row, _))) = (&mut model.home.list, household) {
                list.put_row(*row);
            }
        }
        HistoryNews::VoidRefused(refused) => return kept::void_refused(model, refused),
    }
    Vec::new()
}

/// What happened to the policy and the settings.
pub(super) fn take_settings_news(model: &mut Model, news: SettingsNews) -> Vec<Effect> {
    let shell = &mut model.shell;
    match news {
        SettingsNews::SettingsOpened(policies) => {
            let screen = SettingsScreen::new(policies, &shell.policy, shell.database.clone());
            model.screens.push(Screen::Settings(screen));
        }
        SettingsNews::PolicySwitched => {
            shell.has_written();
            shell.say(shell.words.t("settings-switched"));
            return vec![Effect::Write(Write::ReloadPolicy), Effect::Job(Job::LoadList(shell.writes))];
        }
        SettingsNews::PolicyRefused(refused) => {
            keys::refuse(shell, &refused);
            model.top_mut().0.end_work();
        }
        SettingsNews::PolicyLoaded(policy) => return policy_loaded(model, *policy),
    }
    Vec::new()
}

/// What was read of households hangs on the policy that was.
fn policy_loaded(model: &mut Model, policy: Policy) -> Vec<Effect> {
    let is_another = model.shell.policy != policy;
    model.shell.policy = policy;
    if let Some(list) = model.home.list.as_mut().filter(|_| is_another) {
        list.preview = None;
    }
    if let Some(Screen::Settings(screen)) = model.screens.last_mut() {
        screen.end_work();
    }
    if is_another { kept::renew_household(model) } else { Vec::new() }
}

/// What happened to the imports that were made.
pub(super) fn take_import_news(model: &mut Model, news: ImportNews) -> Vec<Effect> {
    if let ImportNews::ImportApplied(outcome) = news {
        return imported(model, &outcome);
    }
    let shell = &mut model.shell;
    let top = if let Some(Screen::Imports(screen)) = model.screens.last_mut() { Some(screen) } else { None };
    match (news, top) {
        (ImportNews::ImportsLoaded(imports), Some(screen)) => screen.renew(imports),
        (ImportNews::ImportsLoaded(imports), None) => model.screens.push(Screen::Imports(ImportsScreen::new(imports))),
        (ImportNews::UndoPlanned(plan), Some(screen)) if screen.awaits(plan.number) => {
            screen.take_undo_plan(shell, *plan);
        }
        // Something was recorded between the plan and the yes.
        (ImportNews::UndoRefused(UndoRefused::RecordedSince(plan)), Some(screen)) => {
            screen.take_undo_plan(shell, *plan);
        }
        (ImportNews::UndoRefused(refused), screen) => {
            shell.warn(undo_refused_words(&shell.words, &refused));
            if let Some(screen) = screen {
                screen.end_work();
            }
        }
        // Something else may be selected or asked by now.
        (ImportNews::ImportOpened { import, outcome }, Some(screen)) => {
            if screen.is_free_to_open(&import) && shell.overlays.is_empty() {
                screen.take(import, outcome);
            }
        }
        (ImportNews::ImportUndone(outcome), screen) => {
            if let Some(screen) = screen {
                screen.end_work();
                screen.open = None;
            }
            return undone(model, &outcome);
        }
        // Its screen was left meanwhile, or waits for something else.
        (ImportNews::UndoPlanned(_) | ImportNews::ImportOpened { .. } | ImportNews::ImportApplied(_), _) => {}
    }
    Vec::new()
}

fn imported(model: &mut Model, outcome: &ImportOutcome) -> Vec<Effect> {
    model.screens.clear();
    let shell = &mut model.shell;
    shell.has_written();
    let (new, changed) = (outcome.new.to_string(), outcome.changed.len().to_string());
    let unchanged = outcome.unchanged.to_string();
    shell.say(shell.words.with("import-applied", &[("new", &new), ("changed", &changed), ("unchanged", &unchanged)]));
    vec![Effect::Setup(Setup::OpenHome)]
}

fn undone(model: &mut Model, outcome: &UndoOutcome) -> Vec<Effect> {
    model.shell.has_written();
    model.shell.say(undo_words(&model.shell.words, outcome));
    vec![Effect::Read(Read::LoadImports), Effect::Setup(Setup::OpenHome)]
}
