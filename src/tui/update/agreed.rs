//! What a yes leads to, and what an answer in words.

use crate::domain::clean::fold_width;
use crate::domain::entry::Reason;
use crate::domain::period::Period;
use crate::domain::visit_entry::Correction;
use crate::i18n::Words;
use crate::ledger::ProblemChange;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Loop, Setup, Write};
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::confirm::Agreed;
use crate::tui::procedure_write::{ClueOffer, ProcedureWrite};
use crate::tui::record::RecordSubject;
use crate::tui::screens::Screen;
use crate::tui::screens::import::typed_path;

/// A yes: what was asked about is done.
pub(super) fn agreed(model: &mut Model, agreed: Agreed) -> Vec<Effect> {
    match agreed {
        Agreed::Discard => {
            model.form().map(|form| Effect::Write(Write::DiscardDraft(form.draft_key()))).into_iter().collect()
        }
        Agreed::ClockIsRight => {
            // It is asked first, and once.
            model.shell.clock_doubt = None;
            let mut effects = vec![Effect::Setup(Setup::NoteStart)];
            effects.extend(super::run(model, Command::Save));
            effects
        }
        Agreed::Passed => {
            if let Some((form, _)) = model.form_mut() {
                form.pass();
            }
            super::run(model, Command::Save)
        }
        Agreed::LeaveForm => {
            model.shell.is_let_go = true;
            vec![Effect::Loop(Loop::LeaveForm)]
        }
        Agreed::Quit => {
            model.shell.is_let_go = true;
            vec![Effect::Loop(Loop::Quit)]
        }
        Agreed::HandOut => model.home.list.as_ref().map(|list| list.hand_out(&model.shell)).unwrap_or_default(),
        Agreed::Several(change) => model.home.list.as_ref().map(|list| list.change_several(change)).unwrap_or_default(),
        Agreed::UsePolicy(id) => vec![Effect::Job(Job::UsePolicy(id))],
        Agreed::ApplyImport => {
            let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
            screen.apply(&mut model.shell)
        }
        Agreed::KeepClue(offer) => {
            let what = clue_words(&model.shell.words, &offer);
            let write = ProcedureWrite::KeepClue(offer.entry(what));
            vec![Effect::Write(Write::OfProcedures(Box::new(write), None))]
        }
        Agreed::UndoImport { number, the_others } => {
            vec![Effect::Job(Job::UndoImport { number, the_others })]
        }
    }
}

/// What the clue says: the verdict, and of which day.
fn clue_words(words: &Words, offer: &ClueOffer) -> String {
    words.with("clue-of-visit", &[("verdict", &words.of(offer.verdict)), ("on", &offer.on.to_string())])
}

/// The answer to a question: what it is for is done.
pub(super) fn answered(model: &mut Model, asked_for: AskedFor, answer: String) -> Vec<Effect> {
    let reason = Reason::parse(&answer);
    let write = match asked_for {
        AskedFor::VoidVisit(visit) => reason.map(|reason| Write::VoidVisit(Correction { visit, reason })),
        AskedFor::VoidMonth { household_id, income_id, month } => {
            let draft = RecordSubject::Month(month).draft_key(Some(household_id));
            reason.map(|reason| Write::VoidMonth { household_id, income_id, reason, draft })
        }
        AskedFor::VoidMeasure { household_id, measure_id } => {
            reason.map(|reason| Write::VoidMeasure { household_id, measure_id, reason })
        }
        AskedFor::VoidRecord { of, basis } => reason.map(|reason| Write::VoidStatement { of, basis, reason }),
        AskedFor::CloseProblems(seen) => {
            reason.map(|done| Write::ChangeProblems { seen, change: ProblemChange::Close { done } })
        }
        AskedFor::ReopenProblems(seen) => {
            reason.map(|why| Write::ChangeProblems { seen, change: ProblemChange::Reopen { why } })
        }
        AskedFor::CheckFindings(findings) => {
            return reason.map(|why| Effect::Job(Job::CheckFindings(findings, why))).into_iter().collect();
        }
        AskedFor::Database => {
            return typed_path(&answer).map(Setup::UseDatabase).map(Effect::Setup).into_iter().collect();
        }
        AskedFor::Several(asked) => {
            if let Some(list) = &model.home.list {
                list.several_answered(&mut model.shell, asked, &answer);
            }
            return Vec::new();
        }
        AskedFor::View => {
            let list = model.home.list.as_mut();
            return list.map(|list| list.view_answered(&mut model.shell, &answer)).unwrap_or_default();
        }
        AskedFor::Report => return report_asked(model, answer),
        AskedFor::Registered(village) => {
            if let Some(registered) = Ask::people(&answer) {
                Some(Write::KeepRegistered(village, registered))
            } else {
                // What was typed stays to be put right.
                let again = Ask::registered(village, &model.shell.words).with_answer(answer);
                model.shell.overlays.push(Overlay::Ask(again));
                model.shell.warn_of("registered-impossible");
                None
            }
        }
    };
    write.map(Effect::Write).into_iter().collect()
}

/// Writes the report of the period that was typed; one that is none, or has not begun, is put right.
fn report_asked(model: &mut Model, answer: String) -> Vec<Effect> {
    let typed = fold_width(&answer).trim().to_owned();
    let shell = &mut model.shell;
    match Period::parse_any(&typed) {
        Ok(period) if period.first.first_day() <= shell.today => {
            return vec![Effect::Job(Job::WriteReport { period, language: shell.words.language() })];
        }
        Ok(period) => shell.warn(shell.words.with("report-in-future", &[("period", &period.to_string())])),
        Err(_) => shell.warn(shell.words.with("report-period-unreadable", &[("text", &typed)])),
    }
    let again = Ask::report(String::new(), &shell.words).with_answer(answer);
    shell.overlays.push(Overlay::Ask(again));
    Vec::new()
}
