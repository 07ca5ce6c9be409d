//! What follows from something that was written, or was not, for every screen that shows it.

use std::fmt::Debug;

use crate::domain::contact::{Contact, ContactFault};
use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::domain::revisit::RevisitState;
use crate::domain::visit_entry::VisitFault;
use crate::ledger::{HouseholdFile, Refused, StoreError, VoidFault};
use crate::report::store_error_words;

use crate::tui::effect::{Effect, Job, Read};
use crate::tui::form::ShownFault;
use crate::tui::model::Model;
use crate::tui::news::ProcedureNews;
use crate::tui::overlays::confirm::Agreed;
use crate::tui::procedure_write::ClueOffer;
use crate::tui::record::RecordSubject;
use crate::tui::screens::Screen;
use crate::tui::screens::home::Households;
use crate::tui::screens::procedures::ProceduresScreen;

/// A household as it stands now: in the list, and on its screen where that is under the form.
pub(super) fn household_changed(model: &mut Model, row: DueRow, file: Box<HouseholdFile>) {
    if let Some(Screen::Household(screen)) = model.screens.last_mut() {
        screen.renew(file);
    }
    if let Some(list) = &mut model.home.list {
        list.put_row(row);
    }
}

/// The form that was kept goes; nothing else does.
fn close_form(model: &mut Model) {
    if model.form().is_some() {
        model.screens.pop();
    }
}

/// Back to the household under a small form, with everything that follows from what was kept.
pub(super) fn record_kept(model: &mut Model, row: DueRow, file: Box<HouseholdFile>) {
    close_form(model);
    model.shell.has_written();
    model.shell.say(model.shell.words.t("record-kept"));
    household_changed(model, row, file);
}

/// A procedure is looked at, or something of clues and procedures was written: the ledger shows it, and the list, whose
/// households may stand otherwise now.
pub(super) fn of_procedures(model: &mut Model, news: ProcedureNews) -> Vec<Effect> {
    let is_written = matches!(news, ProcedureNews::Acted(..) | ProcedureNews::ClueKept(..));
    if is_written {
        close_form(model);
        model.shell.has_written();
        model.shell.say(model.shell.words.t("record-kept"));
    }
    let is_looked_at = matches!(news, ProcedureNews::Opened(..) | ProcedureNews::Acted(..));
    if is_looked_at && !matches!(model.screens.last(), Some(Screen::Procedures(_))) {
        model.screens.push(Screen::Procedures(ProceduresScreen::new()));
    }
    if let ProcedureNews::Acted(it, readiness) = &news {
        // Those below are of the same procedure as well.
        for screen in model.screens.iter_mut().filter_map(Screen::procedures_mut) {
            screen.renew(it, readiness.as_ref());
        }
    }
    let shell = &mut model.shell;
    let screen = model.screens.iter_mut().rev().find_map(Screen::procedures_mut);
    let mut effects = screen.map(|screen| screen.take_news(shell, news)).unwrap_or_default();
    if is_written {
        effects.push(Effect::Job(Job::LoadList(model.shell.writes)));
        let households = model.screens.iter().filter_map(Screen::household_id);
        effects.extend(households.map(|id| Effect::Read(Read::RenewHousehold(id))));
    }
    effects
}

/// The form of a notice goes once that is written.
pub(super) fn notice_written(model: &mut Model) {
    if matches!(model.screens.last(), Some(Screen::Record(form)) if form.subject == RecordSubject::Notice) {
        model.screens.pop();
    }
}

/// Back to the overview, which shows what was kept.
pub(super) fn contact_kept(model: &mut Model, kept: Result<Contact, Refused<ContactFault>>) -> Vec<Effect> {
    let contact = match kept {
        Ok(contact) => contact,
        Err(refused) => return form_refused(model, refused),
    };
    close_form(model);
    model.shell.can_write_again();
    model.shell.say(model.shell.words.with("contact-kept", &[("name", contact.name.as_str())]));
    model.home.renew_overview()
}

/// Back to the timeline, with everything that follows from the correction.
pub(super) fn visit_corrected(model: &mut Model, row: DueRow, file: Box<HouseholdFile>, voided: bool) {
    close_form(model);
    model.shell.has_written();
    let words = &model.shell.words;
    let due = match row.due_on {
        Some(due) => words.with("saved-due", &[("due", &due.to_string())]),
        None => words.t("saved-no-due"),
    };
    let key = if voided { "visit-voided-said" } else { "visit-corrected" };
    model.shell.say(words.with(key, &[("due", &due)]));
    household_changed(model, row, file);
}

/// After a visit one stays where one was: in the list, on the household that follows. The saved one's new
/// place is said.
pub(super) fn visit_saved(model: &mut Model, row: DueRow, offer: Option<ClueOffer>) {
    model.screens.clear();
    model.shell.has_written();
    let said = saved_words(model, &row, "visit-saved");
    model.shell.say(said);
    if let Some(list) = &mut model.home.list {
        list.put_row_and_stay(row);
    }
    if let Some(offer) = offer {
        let words = &model.shell.words;
        let question = words.with("clue-offer", &[("verdict", &words.of(offer.verdict))]);
        model.shell.confirm(question, words.t("clue-offer-yes"), Agreed::KeepClue(offer));
    }
}

/// After facts one is in the household, where one came from it, else in the list with it selected. Its
/// members may have changed, by which it is found.
pub(super) fn household_saved(model: &mut Model, row: DueRow) -> Vec<Effect> {
    close_form(model);
    model.shell.has_written();
    let said = saved_words(model, &row, "household-saved");
    model.shell.say(said);
    let today = model.shell.today;
    let list = model.home.list.get_or_insert_with(|| {
        let mut list = Households::new(Vec::new(), DueCounts::default(), today);
        list.complete = true;
        list
    });
    list.put_row(row);
    let mut effects = vec![Effect::Job(Job::LoadList(model.shell.writes))];
    effects.extend(renew_household(model));
    effects
}

/// What was saved, and where the household stands now: *next* never lies in the past.
fn saved_words(model: &Model, row: &DueRow, key: &str) -> String {
    let (words, today) = (&model.shell.words, model.shell.today);
    let before = model.home.list.as_ref().and_then(|list| list.rows.iter().find(|other| other.id == row.id));
    let unmoved = before.is_some_and(|before| before.due_on == row.due_on);
    let late = row.days_overdue(today);
    let due = match row.due_on {
        Some(due) if unmoved => words.with("saved-unmoved", &[("due", &due.to_string())]),
        Some(due) if late > 0 => words.with("saved-overdue", &[("due", &due.to_string()), ("days", &late.to_string())]),
        Some(due) => words.with("saved-due", &[("due", &due.to_string())]),
        None => words.t("saved-no-due"),
    };
    let state = row.state(today);
    let is_told = !unmoved && late == 0 && state != RevisitState::None;
    let place = if is_told { words.with("saved-place", &[("place", &words.of(state))]) } else { String::new() };
    words.with(key, &[("name", &row.name), ("due", &due), ("place", &place)])
}

/// Leaves the form; what was typed stays as a draft, and the household under it shows it.
pub(super) fn form_left(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form() else { return Vec::new() };
    let is_kept = form.kept().missing(form.form()).is_none();
    let has_draft = form.kept().at.is_some();
    let (key, marked) = (form.draft_stays_key(), form.marks_draft_of());
    model.screens.pop();
    // Without a form nothing waits to be written: the next save will say how it is.
    if matches!(model.shell.cannot_write, Some(StoreError::Busy)) {
        model.shell.cannot_write = None;
    }
    if !is_kept {
        model.shell.warn_of("unkept-left");
    } else if has_draft {
        model.shell.say(model.shell.words.t(key));
        if let (Some(list), Some(id)) = (&mut model.home.list, marked) {
            list.mark_draft(id, true);
        }
    }
    renew_household(model)
}

/// The same form again, empty.
pub(super) fn begin_afresh(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form() else { return Vec::new() };
    let (again, marked) = (form.reopen(), form.marks_draft_of());
    model.screens.pop();
    model.shell.say(model.shell.words.t("form-discarded"));
    if let (Some(list), Some(id)) = (&mut model.home.list, marked) {
        list.mark_draft(id, false);
    }
    vec![Effect::Read(again)]
}

/// Says why a visit was not written; under a timeline the household is read again, so that the next try
/// starts from what is there now.
pub(super) fn visit_refused(model: &mut Model, refused: Refused<VisitFault>) -> Vec<Effect> {
    let form = if let Some(Screen::VisitForm(form)) = model.screens.last() { Some(form) } else { None };
    let is_correction = form.is_some_and(|form| form.correcting.is_some());
    let touched = if form.is_some() { "correct-problem-touched" } else { "void-problem-touched" };
    let key = match refused {
        Refused::Changed if is_correction => "form-draft-out-of-date",
        Refused::Entry(faults) if faults.contains(&VisitFault::ProblemTouched) => touched,
        Refused::Entry(faults) => {
            if let Some(Screen::VisitForm(form)) = model.screens.last_mut() {
                let marks: Vec<_> = faults.iter().map(|fault| form.mark_of(&model.shell.words, *fault)).collect();
                form.form.mark_all(&marks);
            }
            return refused_for(model, &faults);
        }
        refused @ (Refused::Changed | Refused::Store(_)) => return form_refused(model, refused),
    };
    model.shell.warn_of(key);
    renew_household(model)
}

/// Says why a form was not kept, at the fields where it can be mended. The next try starts from what is there
/// now.
pub(super) fn form_refused<F: ShownFault + Debug>(model: &mut Model, refused: Refused<F>) -> Vec<Effect> {
    let faults = match refused {
        Refused::Store(error) => return refuse_by_store(model, &error),
        Refused::Changed => return refuse_by_store(model, &StoreError::ChangedMeanwhile),
        Refused::Entry(faults) => faults,
    };
    if let Some((form, shell)) = model.form_mut() {
        form.form_mut().mark_faults(&shell.words, &faults);
    }
    refused_for(model, &faults)
}

/// Says the first of what is wrong in the status line too.
fn refused_for<F: ShownFault>(model: &mut Model, faults: &[F]) -> Vec<Effect> {
    if let Some(first) = faults.first() {
        model.shell.warn(first.sentence(&model.shell.words));
    }
    renew_household(model)
}

/// Says why a statement was not voided.
pub(super) fn void_refused(model: &mut Model, refused: Refused<VoidFault>) -> Vec<Effect> {
    match refused {
        Refused::Store(error) => return refuse_by_store(model, &error),
        Refused::Changed => return refuse_by_store(model, &StoreError::ChangedMeanwhile),
        Refused::Entry(faults) => {
            if let Some(fault) = faults.first() {
                model.shell.warn(model.shell.words.of(*fault));
            }
        }
    }
    Vec::new()
}

/// Says why the database did not take it; and while nothing can be written at all, that line stays.
pub(super) fn refuse_by_store(model: &mut Model, error: &StoreError) -> Vec<Effect> {
    model.shell.warn(store_error_words(&model.shell.words, error));
    could_not_write(model, error);
    renew_household(model)
}

/// The lines at the top say it, as long as it is so.
pub(super) fn could_not_write(model: &mut Model, error: &StoreError) {
    model.shell.cannot_write = Some(error.clone()).filter(StoreError::stops_writing);
    if let Some((form, _)) = model.form_mut() {
        form.kept_mut().is_behind = true;
    }
}

/// Reads the household again where its screen is on top.
pub(super) fn renew_household(model: &Model) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last() else { return Vec::new() };
    vec![Effect::Read(Read::RenewHousehold(screen.file.household.id))]
}
