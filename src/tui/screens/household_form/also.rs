//! What is known of a household or a person besides who it is: one question names what there is, and only that is asked
//! further. What nobody ticked is not denied; a zero denies all of it.

use crate::domain::codes::Coded;
use crate::domain::facts::{HouseholdFact, MemberFact, NONE, SOME};
use crate::i18n::Words;
use crate::tui::form::{Choice, Form, Kind};

/// The part of the key of the question.
pub(super) const ALSO: &str = "also";

/// A fact that the question names, and what is asked where it is named.
pub(super) struct Named<F: 'static> {
    pub(super) fact: F,
    pub(super) asked: &'static [F],
    /// It may be denied: 无 is an answer.
    pub(super) can_be_denied: bool,
}

use HouseholdFact as H;
use MemberFact as M;

pub(super) const OF_HOUSEHOLD: [Named<H>; 5] = [
    Named { fact: H::MinimumAllowance, asked: &[H::MinimumAllowanceSince], can_be_denied: true },
    Named { fact: H::AllowanceAppliedOn, asked: &[H::AllowanceAppliedOn], can_be_denied: false },
    Named { fact: H::RelocatedTo, asked: &[H::RelocatedTo], can_be_denied: true },
    Named { fact: H::DwellingScheme, asked: &[H::DwellingScheme], can_be_denied: true },
    Named { fact: H::MemberGround, asked: &[H::MemberGround], can_be_denied: false },
];

pub(super) const OF_MEMBER: [Named<M>; 4] = [
    Named { fact: M::Disability, asked: &[M::Disability, M::DisabilityGrade, M::DisabilitySince], can_be_denied: true },
    Named { fact: M::SevereIllness, asked: &[M::SevereIllness, M::SevereIllnessSince], can_be_denied: true },
    Named { fact: M::ChronicIllness, asked: &[M::ChronicIllness, M::ChronicIllnessSince], can_be_denied: true },
    Named { fact: M::MinimumAllowance, asked: &[M::MinimumAllowanceSince], can_be_denied: true },
];

/// What the question offers.
pub(super) fn kind<F: Coded>(words: &Words, named: &[Named<F>]) -> Kind {
    let one = |(digit, named): (char, &Named<F>)| Choice::new(digit, named.fact.stable_code(), words.of(named.fact));
    let mut choices: Vec<Choice> = ('1'..='9').zip(named).map(one).collect();
    choices.push(Choice { alone: true, ..Choice::new('0', NONE, words.t("form-also-none")) });
    Kind::Any(choices)
}

/// What the question says of what is on file.
pub(super) fn ticked<F: Coded>(named: &[Named<F>], value: &dyn Fn(F) -> String) -> String {
    let is_denied = |it: &Named<F>| value(it.fact) == NONE;
    let is_there = |it: &&Named<F>| {
        let is_any = [&[it.fact], it.asked].concat().iter().any(|fact| !value(*fact).is_empty());
        is_any && !is_denied(it)
    };
    let there: Vec<&str> = named.iter().filter(is_there).map(|it| it.fact.stable_code()).collect();
    if there.is_empty() && named.iter().filter(|it| it.can_be_denied).all(is_denied) {
        return NONE.to_owned();
    }
    there.join(",")
}

/// An answer ticks a fact.
fn names<F: Coded>(answer: &str, fact: F) -> bool {
    answer.split(',').any(|code| code == fact.stable_code())
}

/// What a form says of a fact: with the question answered, and what is asked further.
pub(super) struct Answered<'a, F: 'static> {
    pub(super) form: &'a Form,
    pub(super) named: &'static [Named<F>],
    /// What comes before each key.
    pub(super) key: &'a dyn Fn(&str) -> String,
    /// What was on file when the form was opened.
    pub(super) on_file: &'a dyn Fn(F) -> String,
}

impl<F: Coded> Answered<'_, F> {
    /// Nobody answered anew of this: it is ticked, or not, as when the form was opened, and not denied with all the rest.
    fn is_untouched(&self, fact: F) -> bool {
        let (before, now) = (ticked(self.named, self.on_file), self.answer());
        let is_denied_now = now == NONE && before != NONE;
        !is_denied_now && names(&before, fact) == names(now, fact)
    }

    fn answer(&self) -> &str {
        self.form.value(&(self.key)(ALSO))
    }

    fn is_named(&self, fact: F) -> bool {
        names(self.answer(), fact)
    }

    /// The field of a fact is to be seen; none: the question has nothing to do with it.
    pub(super) fn shows(&self, fact: F) -> Option<bool> {
        let of = self.named.iter().find(|it| it.asked.contains(&fact) || it.fact == fact)?;
        Some(self.is_named(of.fact) && of.asked.contains(&fact))
    }

    /// What is said of a fact; none: the question has nothing to do with it.
    pub(super) fn said(&self, fact: F) -> Option<String> {
        let of = self.named.iter().find(|it| it.asked.contains(&fact) || it.fact == fact)?;
        // A denial stands in a field that is not seen.
        let typed = self.form.field(&(self.key)(fact.stable_code())).map_or("", |field| field.value().trim());
        let is_the_thing = of.fact == fact;
        // What is on file stays, and what was typed of it holds.
        if self.is_untouched(of.fact) {
            return Some(typed.to_owned());
        }
        Some(match (self.is_named(of.fact), is_the_thing && of.can_be_denied) {
            // It is there, and not said what; a denial that is taken back.
            (true, true) if typed.is_empty() || typed == NONE => SOME.to_owned(),
            (true, _) => typed.to_owned(),
            (false, true) if self.answer() == NONE || typed == NONE => NONE.to_owned(),
            (false, _) => String::new(),
        })
    }
}
