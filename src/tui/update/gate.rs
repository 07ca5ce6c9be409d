//! The gate over the screens of a running program: the lock, and the change of a passphrase. As long as it stands
//! there, keys go nowhere else.

use zeroize::Zeroize;

use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, Protection};
use crate::text::pad;
use crate::tui::command::Everywhere;
use crate::tui::effect::{Effect, Job, Setup};
use crate::tui::gate::{Before, Gate, GateNews, Step};
use crate::tui::keys::{self, Chord, Context};
use crate::tui::model::Model;
use crate::tui::news::{GuardNews, Msg};
use crate::tui::overlays::page::Page;
use crate::tui::shell::Shell;

/// Takes what happened where it is the gate's; none where it goes to the screens.
pub(super) fn take(model: &mut Model, msg: &mut Msg) -> Option<Vec<Effect>> {
    let gate = model.shell.gate.as_mut()?;
    if let Msg::Key(chord) = msg {
        return Some(press(model, *chord));
    }
    if let Msg::Paste(text) = msg {
        gate.paste(text);
        text.zeroize();
        return Some(Vec::new());
    }
    matches!(msg, Msg::Click(_) | Msg::Wheel { .. }).then(Vec::new)
}

fn press(model: &mut Model, chord: Chord) -> Vec<Effect> {
    let command = keys::command(Context::Gate, chord);
    if let Some(asked) = command.and_then(Everywhere::of) {
        return vec![super::everywhere(asked)];
    }
    let shell = &mut model.shell;
    let Some(gate) = &mut shell.gate else { return Vec::new() };
    let step = gate.press(&shell.words, command, chord);
    go(shell, step)
}

/// Takes in what came of a wish.
pub(super) fn take_news(shell: &mut Shell, news: GateNews) -> Vec<Effect> {
    let Some(gate) = &mut shell.gate else { return Vec::new() };
    let made = if let GateNews::Made(key, _) = &news { Some(key.clone()) } else { None };
    let is_first_over = gate.is_first() && matches!(news, GateNews::Made(..) | GateNews::Refused(_));
    let step = gate.take(&shell.words, news);
    let take_up = is_first_over.then(|| Effect::Setup(Setup::TakeUp(made.clone())));
    if made.is_some() {
        shell.protection = Protection::Passphrase;
    }
    take_up.into_iter().chain(go(shell, step)).collect()
}

fn go(shell: &mut Shell, step: Step) -> Vec<Effect> {
    match step {
        Step::Stay => Vec::new(),
        Step::Stop => vec![Effect::Job(Job::CancelJob)],
        Step::Do(wish) => vec![Effect::Job(Job::OfGate(wish))],
        Step::Pass(_) => {
            match shell.gate.take() {
                Some(gate) if gate.is_first() => {
                    let said = [shell.words.t("passphrase-was-readable")];
                    shell.show(Page::new(shell.words.t("passphrase-title"), said.to_vec()));
                }
                Some(gate) if gate.is_new_code() => shell.say(shell.words.t("recovery-code-changed")),
                Some(gate) if gate.is_change() => shell.say(shell.words.t("passphrase-changed")),
                Some(_) | None => {}
            }
            Vec::new()
        }
        Step::Leave => {
            shell.gate = None;
            Vec::new()
        }
    }
}

/// What guards the database has something to say.
pub(super) fn guard(shell: &mut Shell, news: GuardNews) {
    match news {
        // Where there is no passphrase nothing is asked for.
        GuardNews::LeftAlone if shell.protection != Protection::Passphrase => {}
        GuardNews::LeftAlone | GuardNews::LockAsked => lock(shell),
        GuardNews::HideNumbers => shell.hide_numbers(),
        GuardNews::Done | GuardNews::Folded => {}
        GuardNews::Revealed(file) => {
            let lines = whole_numbers(&shell.words, &file);
            shell.show(Page::secret(shell.words.t("numbers-title"), lines));
        }
        GuardNews::NotBackedUp(error) => {
            shell.warn(shell.words.with("not-backed-up", &[("why", error.code())]));
        }
    }
}

/// The numbers of a household's persons, as they are.
fn whole_numbers(words: &Words, file: &HouseholdFile) -> Vec<String> {
    let fact = |fact| file.household.fact(fact).to_owned();
    let head = [
        (words.of(HouseholdFact::IdNumber), fact(HouseholdFact::IdNumber)),
        (words.of(HouseholdFact::Phone), fact(HouseholdFact::Phone)),
    ];
    let members =
        file.members.iter().map(|it| (it.fact(MemberFact::Name).to_owned(), it.fact(MemberFact::IdNumber).to_owned()));
    let of_head = fact(HouseholdFact::IdNumber);
    let members = members.filter(|(_, number)| *number != of_head);
    let stated = head.into_iter().chain(members).filter(|(_, number)| !number.is_empty());
    let mut lines: Vec<String> = vec![fact(HouseholdFact::Name)];
    lines.extend(stated.map(|(what, number)| format!("{}  {number}", pad(&what, 18, ""))));
    lines.extend([String::new(), words.t("numbers-go")]);
    lines
}

/// Asks for the passphrase before anything is seen again; where there is none, says so.
fn lock(shell: &mut Shell) {
    shell.hide_numbers();
    let is_free = shell.gate.as_ref().is_none_or(Gate::gives_way_to_lock);
    match shell.protection {
        Protection::Passphrase if is_free => shell.gate = Some(Gate::new(Before::Screen)),
        Protection::Passphrase => {}
        Protection::Plain | Protection::Open if shell.is_demo => shell.warn_of("passphrase-not-of-demo"),
        Protection::Plain | Protection::Open => shell.warn_of("lock-no-passphrase"),
    }
}
