//! What came back from the world.

use crate::clock::{local_minute, local_time};
use crate::domain::due_row::DueRow;
use crate::domain::revisit::RevisitState;
use crate::ledger::{
    DraftsFound, DueCounts, DueList, HouseholdFile, HouseholdRefused, StoreError, VisitRefused, VisitState,
};
use crate::report::visit_page::visit_lines;
use crate::report::{not_written_words, store_error_words};

use super::{forms, record_results, settings};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Read, Write};
use crate::tui::form::{FormScreen, Kept};
use crate::tui::model::{Model, Screen};
use crate::tui::news::{FormNews, News};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::page::Page;
use crate::tui::screens::household::HouseholdScreen;
use crate::tui::screens::household_form::HouseholdForm;
use crate::tui::screens::households::Households;
use crate::tui::screens::record_form::RecordForm;
use crate::tui::screens::visit_form::VisitForm;
use crate::tui::screens::water_report::WaterReportForm;

pub(super) fn take(model: &mut Model, news: News) -> Vec<Effect> {
    match news {
        News::HomeOpened { rows, counts, contacts, is_demo } => {
            model.contacts = contacts;
            model.is_demo = is_demo;
            model.home = (counts.all > 0 || !rows.is_empty()).then(|| Households::new(rows, counts, model.today));
            return vec![Effect::Job(Job::LoadList(model.writes))];
        }
        // Read before something was saved since: it would show the old state again.
        News::ListLoaded(_, writes) if writes != model.writes => {
            return vec![Effect::Job(Job::LoadList(model.writes))];
        }
        News::ListLoaded(list, _) => return list_loaded(model, *list),
        News::PreviewLoaded(file) => {
            if let Some(home) = &mut model.home {
                home.preview = Some(file);
            }
        }
        News::HouseholdOpened(file) => model.screens.push(Screen::Household(HouseholdScreen::new(file, model.today))),
        News::HouseholdRenewed(file) => {
            if let Some(Screen::Household(screen)) = model.screens.last_mut() {
                screen.renew(file);
            }
        }
        News::TurnedTo(today) => {
            model.today = today;
            if let Some(home) = &mut model.home {
                home.turn_to(today);
            }
            if let Some((form, words)) = model.form_screen_mut() {
                form.turn_to(words, today);
            }
            return vec![Effect::Job(Job::LoadList(model.writes))];
        }
        // What was renewed is read as what another process wrote is.
        News::AlertsRenewed => {}
        News::ChangedElsewhere => {
            return vec![Effect::Write(Write::ReloadPolicy), Effect::Job(Job::LoadList(model.writes))];
        }
        News::MeSet(name) => model.me = Some(name),
        News::DatabaseOpened { path, policy, why_look_only } => {
            return settings::database_opened(model, path, *policy, why_look_only);
        }
        News::AppearanceNotKept => model.warn(model.words.t("settings-not-kept")),
        News::Failed(error) => {
            if let Some(Screen::Settings(screen)) = model.screens.last_mut() {
                screen.working = None;
            }
            model.warn(store_error_words(&model.words, &error));
        }
        News::NotWritten(error) => return refuse_by_store(model, &error),
        News::DraftNotWritten(error) => could_not_write(model, &error),
        News::SheetWritten { file, pages } => {
            let (file, pages) = (file.display().to_string(), pages.to_string());
            let key = if model.is_demo { "sheet-written-demo" } else { "sheet-written" };
            model.say(model.words.with(key, &[("count", &pages), ("file", &file)]));
        }
        News::NothingDue(until) => {
            model.say(model.words.with("sheet-blank-none", &[("until", &until.to_string())]));
        }
        News::SheetNotWritten(error) => model.warn(not_written_words(&model.words, &error)),
    }
    Vec::new()
}

/// The whole list, for the first time or anew. How many drafts are open is said once, at the start.
fn list_loaded(model: &mut Model, list: DueList) -> Vec<Effect> {
    if model.home.is_none() && list.rows.is_empty() {
        return Vec::new();
    }
    let today = model.today;
    let home = model.home.get_or_insert_with(|| Households::new(Vec::new(), DueCounts::default(), today));
    let is_first = !home.complete;
    home.take_list(list);
    let drafts = home.rows.iter().filter(|row| row.has_draft).count();
    if is_first && drafts > 0 && model.message.is_none() {
        let said = model.words.with("drafts-open", &[("count", &drafts.to_string())]);
        model.say(said);
    }
    Vec::new()
}

pub(super) fn take_form_news(model: &mut Model, news: FormNews) -> Vec<Effect> {
    match news {
        FormNews::VisitFormOpened { file, correcting, newest_on, drafts } => {
            let me = model.me.as_ref().map(|me| me.as_str().to_owned());
            let mut form = VisitForm::open(&model.words, file, correcting, me.as_deref(), &model.policy, model.today);
            form.newest_on = newest_on;
            let effects = open_form(model, drafts, form, |form| Screen::VisitForm(Box::new(form)));
            if let Some(Screen::VisitForm(form)) = model.screens.last()
                && form.is_out_of_date()
            {
                model.warn(model.words.t("form-draft-out-of-date"));
            }
            return effects;
        }
        FormNews::HouseholdFormOpened { file, drafts } => {
            let form = HouseholdForm::open(&model.words, file, &model.policy, model.today);
            return open_form(model, drafts, form, |form| Screen::HouseholdForm(Box::new(form)));
        }
        FormNews::WaterReportOpened { household_id, village, reports, drafts } => {
            let form = WaterReportForm::open(&model.words, household_id, village, reports, model.today);
            return open_form(model, drafts, form, |form| Screen::WaterReport(Box::new(form)));
        }
        FormNews::VisitOpened(history) => open_visit(model, &history),
        FormNews::VisitCorrected { row, file, voided } => {
            corrected(model, *row, file, voided);
        }
        FormNews::WaterReportKept { village } => {
            model.can_write_again();
            model.screens.pop();
            model.say(model.words.with("water-report-saved", &[("village", &village.name)]));
        }
        FormNews::DraftSaved { key, body, at } => {
            model.can_write_again();
            if let Some((form, _)) = model.form_screen_mut().filter(|(form, _)| form.draft_key() == key) {
                *form.kept_mut() = Kept::draft(body, local_time(at));
            }
        }
        FormNews::DraftDiscarded(_) => return begin_afresh(model),
        FormNews::FormLeft => return forms::leave(model),
        FormNews::VisitRecorded(row) => visit_saved(model, *row),
        FormNews::HouseholdKept(row) => return household_saved(model, *row),
        FormNews::VisitOfThatDay(file) => {
            if let Some(Screen::VisitForm(form)) = model.screens.last_mut() {
                form.renew_for_that_day(file);
                return forms::run(model, Command::Save);
            }
        }
        FormNews::VisitRefused(refused) => return refuse_visit(model, &refused),
        FormNews::HouseholdRefused(HouseholdRefused::Store(error)) => {
            return refuse_by_store(model, &error);
        }
        FormNews::HouseholdRefused(refused) => refuse_household(model, &refused),
        FormNews::RecordOpened { subject, file, drafts } => {
            let form = RecordForm::open(&model.words, subject, file, &model.policy, model.today);
            return open_form(model, drafts, form, |form| Screen::Record(Box::new(form)));
        }
        FormNews::RecordKept { row, file } => record_results::kept(model, *row, file),
        FormNews::RecordRefused(refused) => return record_results::refuse(model, &refused),
    }
    Vec::new()
}

/// Opens a form, with its draft where there is one; a draft that cannot be read makes room once
/// something is typed, and never blocks it.
pub(super) fn open_form<F: FormScreen>(
    model: &mut Model,
    drafts: Box<DraftsFound>,
    mut form: F,
    screen: impl Fn(F) -> Screen,
) -> Vec<Effect> {
    if let Some(draft) = drafts.own {
        let at = local_minute(draft.saved_at);
        if form.resume(&model.words, &draft.body, local_time(draft.saved_at)) {
            model.say(model.words.with("form-resumed", &[("at", &at)]));
        } else {
            model.warn(model.words.with("form-draft-unreadable", &[("at", &at)]));
            form.kept_mut().aside_first = true;
        }
    } else if let Some(draft) = drafts.elsewhere {
        let at = local_minute(draft.saved_at);
        model.say(model.words.with("form-draft-elsewhere", &[("who", &draft.author), ("at", &at)]));
    }
    model.screens.push(screen(form));
    Vec::new()
}

/// Says why a visit was not written; under a timeline the household is read again, so that the next try
/// starts from what is there now.
fn refuse_visit(model: &mut Model, refused: &VisitRefused) -> Vec<Effect> {
    let in_form = matches!(model.screens.last(), Some(Screen::VisitForm(_)));
    let sentence = match refused {
        VisitRefused::Store(StoreError::ChangedMeanwhile) if is_correction(model) => {
            model.words.t("form-draft-out-of-date")
        }
        VisitRefused::Store(error) => return refuse_by_store(model, error),
        VisitRefused::AnotherThatDay => model.words.t("StoreError-changed_meanwhile"),
        VisitRefused::ProblemTouched if in_form => model.words.t("correct-problem-touched"),
        VisitRefused::ProblemTouched => model.words.t("void-problem-touched"),
        VisitRefused::PopulationImpossible => model.words.t("form-population-impossible"),
        VisitRefused::Entry(_) | VisitRefused::ReasonMissing => model.words.t("form-not-complete"),
    };
    model.warn(sentence);
    renew_household(model)
}

fn is_correction(model: &Model) -> bool {
    matches!(model.screens.last(), Some(Screen::VisitForm(form)) if form.correcting.is_some())
}

/// Says why the database did not take it; and while nothing can be written at all, that line stays.
pub(super) fn refuse_by_store(model: &mut Model, error: &StoreError) -> Vec<Effect> {
    model.warn(store_error_words(&model.words, error));
    could_not_write(model, error);
    renew_household(model)
}

/// The lines at the top say it, as long as it is so.
fn could_not_write(model: &mut Model, error: &StoreError) {
    model.cannot_write = Some(error.clone()).filter(StoreError::stops_writing);
    if let Some((form, _)) = model.form_screen_mut() {
        form.kept_mut().is_behind = true;
    }
}

fn renew_household(model: &Model) -> Vec<Effect> {
    match model.screens.last() {
        Some(Screen::Household(screen)) => vec![Effect::Read(Read::RenewHousehold(screen.file.household.id))],
        _ => Vec::new(),
    }
}

/// A visit's page: what it says, and how it came to say so.
fn open_visit(model: &mut Model, history: &[VisitState]) {
    let Some(Screen::Household(screen)) = model.screens.last() else { return };
    let Some(now) = history.last() else { return };
    let lines = visit_lines(&model.words, &screen.file, history);
    let title = model.words.with("visit-title", &[("on", &now.visit.visited_on.to_string())]);
    model.overlays.push(Overlay::Page(Page::new(title, lines)));
}

/// Back to the timeline, with everything that follows from the correction.
fn corrected(model: &mut Model, row: DueRow, file: Box<HouseholdFile>, voided: bool) {
    if matches!(model.screens.last(), Some(Screen::VisitForm(_))) {
        model.screens.pop();
    }
    model.has_written();
    let due = match row.due_on {
        Some(due) => model.words.with("saved-due", &[("due", &due.to_string())]),
        None => model.words.t("saved-no-due"),
    };
    let key = if voided { "visit-voided-said" } else { "visit-corrected" };
    model.say(model.words.with(key, &[("due", &due)]));
    if let Some(Screen::Household(screen)) = model.screens.last_mut() {
        screen.renew(file);
    }
    if let Some(home) = &mut model.home {
        home.put_row(row);
    }
}

/// The same form again, empty.
fn begin_afresh(model: &mut Model) -> Vec<Effect> {
    if model.form_screen().is_none() {
        return Vec::new();
    }
    model.say(model.words.t("form-discarded"));
    match model.screens.pop() {
        Some(Screen::VisitForm(form)) => {
            let household_id = form.file.household.id;
            let correcting = form.correcting.as_ref().map(|state| state.visit.id);
            if let Some(home) = model.home.as_mut().filter(|_| correcting.is_none()) {
                home.mark_draft(household_id, false);
            }
            vec![Effect::Read(Read::OpenVisitForm { household_id, correcting })]
        }
        Some(Screen::HouseholdForm(form)) => {
            vec![Effect::Read(Read::OpenHouseholdForm(form.file.map(|file| file.household.id)))]
        }
        Some(Screen::WaterReport(form)) => {
            vec![Effect::Read(Read::OpenWaterReport(form.household_id))]
        }
        Some(Screen::Record(form)) => {
            let household_id = form.file.as_ref().map(|file| file.household.id);
            vec![Effect::Read(Read::OpenRecord { household_id, subject: form.subject })]
        }
        _ => Vec::new(),
    }
}

/// After a visit one stays where one was: in the list, on the household that follows. The saved one's new
/// place is said.
fn visit_saved(model: &mut Model, row: DueRow) {
    model.screens.clear();
    model.has_written();
    let said = saved_words(model, &row, "visit-saved");
    model.say(said);
    if let Some(home) = &mut model.home {
        home.put_row_and_stay(row);
    }
}

/// After facts one is in the household, where one came from it, else in the list with it selected. Its
/// members may have changed, by which it is found.
fn household_saved(model: &mut Model, row: DueRow) -> Vec<Effect> {
    let id = row.id;
    model.screens.pop();
    model.has_written();
    let said = saved_words(model, &row, "household-saved");
    model.say(said);
    if let Some(home) = &mut model.home {
        home.put_row(row);
    } else {
        let mut home = Households::new(Vec::new(), DueCounts::default(), model.today);
        home.complete = true;
        home.put_row(row);
        model.home = Some(home);
    }
    let mut effects = vec![Effect::Job(Job::LoadList(model.writes))];
    if matches!(model.screens.last(), Some(Screen::Household(_))) {
        effects.push(Effect::Read(Read::RenewHousehold(id)));
    }
    effects
}

/// What was saved, and where the household stands now: *next* never lies in the past.
fn saved_words(model: &Model, row: &DueRow, key: &str) -> String {
    let words = &model.words;
    let before = model.home.as_ref().and_then(|home| home.rows.iter().find(|other| other.id == row.id));
    let unmoved = before.is_some_and(|before| before.due_on == row.due_on);
    let late = row.days_overdue(model.today);
    let due = match row.due_on {
        Some(due) if unmoved => words.with("saved-unmoved", &[("due", &due.to_string())]),
        Some(due) if late > 0 => words.with("saved-overdue", &[("due", &due.to_string()), ("days", &late.to_string())]),
        Some(due) => words.with("saved-due", &[("due", &due.to_string())]),
        None => words.t("saved-no-due"),
    };
    let state = row.state(model.today);
    let is_told = !unmoved && late == 0 && state != RevisitState::None;
    let place = if is_told { words.with("saved-place", &[("place", &words.of(state))]) } else { String::new() };
    words.with(key, &[("name", &row.name), ("due", &due), ("place", &place)])
}

fn refuse_household(model: &mut Model, refused: &HouseholdRefused) {
    let (field, sentence) = match refused {
        HouseholdRefused::NameMissing => ("name", "form-problem-name"),
        HouseholdRefused::VillageMissing => ("village", "form-problem-village"),
        HouseholdRefused::ClassUnknown => ("label", "form-problem-label"),
        HouseholdRefused::StatusByItsVerb => ("label", "form-problem-status"),
        HouseholdRefused::CodeTaken | HouseholdRefused::Store(_) => ("code", "form-problem-code-taken"),
    };
    let sentence = model.words.t(sentence);
    if let Some(Screen::HouseholdForm(form)) = model.screens.last_mut() {
        form.form.mark(field, sentence.clone());
    }
    model.warn(sentence);
}
