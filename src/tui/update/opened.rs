//! Screens that open: what they are of was read.

use crate::clock::{local_minute, local_time};
use crate::domain::notice::NoticeKind;
use crate::ledger::{DraftsFound, HouseholdFile};

use crate::tui::form::FormScreen;
use crate::tui::model::Model;
use crate::tui::record::{RecordOf, RecordSubject};
use crate::tui::screens::Screen;
use crate::tui::screens::household_form::HouseholdForm;
use crate::tui::screens::record_form::RecordForm;

/// Opens a form, with its draft where there is one; a draft that cannot be read makes room once
/// something is typed, and never blocks it.
pub(super) fn open_form<F: FormScreen>(
    model: &mut Model,
    drafts: Box<DraftsFound>,
    mut form: F,
    screen: impl Fn(Box<F>) -> Screen,
) {
    let shell = &mut model.shell;
    if let Some(draft) = drafts.own {
        let at = local_minute(draft.saved_at);
        if form.resume(&shell.words, &draft.body, local_time(draft.saved_at)) {
            shell.say(shell.words.with("form-resumed", &[("at", &at)]));
        } else {
            shell.warn(shell.words.with("form-draft-unreadable", &[("at", &at)]));
            form.kept_mut().aside_first = true;
        }
    } else if let Some(draft) = drafts.elsewhere {
        let at = local_minute(draft.saved_at);
        shell.say(shell.words.with("form-draft-elsewhere", &[("who", &draft.author), ("at", &at)]));
    }
    model.screens.push(screen(Box::new(form)));
}

/// Opens the facts of a household, or of a new one, on a field where one is meant.
pub(super) fn open_household_form(
    model: &mut Model,
    file: Option<Box<HouseholdFile>>,
    drafts: Box<DraftsFound>,
    at: Option<&str>,
) {
    let shell = &model.shell;
    let form = HouseholdForm::open(&shell.words, file, &shell.policy, shell.today);
    open_form(model, drafts, form, Screen::HouseholdForm);
    if let (Some((form, _)), Some(key)) = (model.form_mut(), at) {
        form.form_mut().focus_on(key);
    }
}

/// Opens a small form. Of a notice the kind and the days are always said anew: it hangs from another day.
pub(super) fn open_record(model: &mut Model, subject: RecordSubject, of: RecordOf, drafts: Box<DraftsFound>) {
    let shell = &model.shell;
    let notice = if let RecordOf::Notice(of) = &of { Some(of.clone()) } else { None };
    let form = RecordForm::open(&shell.words, subject, of, &shell.policy, shell.today);
    open_form(model, drafts, form, Screen::Record);
    // Of a notice that was begun before, who posts it and where is gone on with; what it is of is another's.
    if let (Some(of), Some((form, shell))) = (notice, model.form_mut()) {
        let form = form.form_mut();
        let (kind, posted) = (of.kind(), of.posted());
        form.set("kind", kind.map_or("", NoticeKind::code));
        form.set("from", &posted.map_or(shell.today, |done| done.on).to_string());
        form.set("until", &posted.and_then(|done| done.until).map(|until| until.to_string()).unwrap_or_default());
        form.focus_on("kind");
        form.understand(&shell.words);
        if kind.is_some() {
            form.focus_first_unanswered();
        }
    }
}
