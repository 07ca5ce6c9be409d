//! What is shown after each change: fields that an answer calls for, new empty lines, answers that
//! follow from others, what was understood, and what is computed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::checks::{
    Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, housing_answer, water_answer,
};
use crate::domain::id::{MemberId, ProblemId};
use crate::domain::income::{IncomeSource, net};
use crate::domain::member_answers::{Insurance, Schooling, education_answer, is_of_school_age, medical_answer};
use crate::domain::month::Month;
use crate::domain::policies_due::open_policies;
use crate::domain::question::{Question, Section};
use crate::domain::visit::{LifeChange, SignatureKind, Visit};
use crate::i18n::Words;
use crate::tui::form::kit::{NO, YES, amounts};

use super::VisitForm;
use super::fields::{INSURED_ALL, MET_NOBODY, MET_OTHER, problem_fields, source_fields, spending_fields};
use super::key::{Group, Key, Part};
use crate::tui::form::{Field, Form, is_blank};

/// A field of a visit on which nobody was met.
fn is_of_nobody_met(key: &Key) -> bool {
    if let Key::Asked(question) = key {
        return question.section() == Section::When || *question == Question::Note;
    }
    matches!(key, Key::Reason | Key::Date | Key::Met)
}

/// After each change: what is shown, what follows, what stands beside.
pub(super) fn arrange(screen: &mut VisitForm, words: &Words) {
    list_as_problems(screen);
    screen.follow_the_day();
    add_empty_lines(&mut screen.form, words);
    screen.show_fields();
    preset_counts(screen);
    screen.follow();
    screen.compute(words);
    screen.form.understand(words);
    screen.stand_last_time_beside(words);
    screen.form.settle_focus();
}

impl VisitForm {
    /// The month is the visit's, as long as nobody wrote another.
    fn follow_the_day(&mut self) {
        let month = Month::of(self.visit_day());
        let is_untouched = self.month_of_day.is_some_and(|given| self.form.value("month") == given.to_string());
        if is_untouched && self.month_of_day != Some(month) {
            self.form.set("month", &month.to_string());
            self.month_of_day = Some(month);
        }
    }

    /// The answer that the water indicators give, and the net income.
    fn compute(&mut self, words: &Words) {
        let water = water_of(&self.form);
        self.form.set("water.answer", &words.of(water));
        if let Some(field) = self.form.field_mut("water.answer") {
            field.shown_mark = Some(water);
        }
        let is_secured = water_answer(&water_levels(&self.form)) == CheckAnswer::Secured;
        let also = words.with("form-water-lower-key", &[("key", &super::LOWER.to_string())]);
        for field in self.form.fields.iter_mut().filter(|field| Key::is_of_water(&field.key)) {
            field.also = if is_secured { also.clone() } else { String::new() };
        }
        let net = net(&amounts(&self.form));
        let text = net.map_or_else(|| words.t("form-net-unknown"), |net| net.to_string());
        self.form.set("net", &text);
    }

    /// Sets the answers that follow from others, whenever what they follow from changes, and takes them
    /// back when nothing leads to them any more. An answer that a person gave stays.
    fn follow(&mut self) {
        let following: BTreeMap<Check, CheckAnswer> = self.answers_that_follow().collect();
        for check in [Check::Education, Check::Medical, Check::Housing] {
            let (now, before) = (following.get(&check), self.followed.get(&check));
            if now == before {
                continue;
            }
            let key = Key::Check(check).text();
            let given = self.form.value(&key);
            let is_free = before.map_or(given.is_empty(), |before| given == before.code());
            if is_free {
                self.form.set(&key, now.map_or("", |answer| answer.code()));
            }
            if let Some(field) = self.form.field_mut(&key) {
                field.is_given = now.is_some();
            }
        }
        if self.followed != following {
            self.followed = following;
            self.show_fields();
        }
    }

    fn answers_that_follow(&self) -> impl Iterator<Item = (Check, CheckAnswer)> {
        let schooling: Vec<Option<Schooling>> = self.schooling().map(|(_, answer)| answer).collect();
        let insurance: Vec<Option<Insurance>> = self.insurance().into_iter().map(|(_, answer)| answer).collect();
        let grade = HousingGrade::from_code(self.form.value("housing.grade"));
        let only = self.form.value("housing.only") == YES;
        [
            (Check::Education, education_answer(&schooling)),
            (Check::Medical, medical_answer(&insurance)),
            (Check::Housing, housing_answer(grade, only)),
        ]
        .into_iter()
        .filter_map(|(check, answer)| Some((check, answer?)))
    }

    /// The members of school age on the visit's day, by their place, and what was answered.
    pub(super) fn schooling(&self) -> impl Iterator<Item = (usize, Option<Schooling>)> + '_ {
        let day = self.visit_day();
        let members = self.file.members.iter().enumerate().filter(move |(_, member)| is_of_school_age(member, day));
        members.map(|(at, member)| (at, Schooling::from_code(self.form.value(&Key::Schooling(member.id).text()))))
    }

    /// Every member by place, and whether insured; nobody is answered for until one key was pressed.
    pub(super) fn insurance(&self) -> Vec<(usize, Option<Insurance>)> {
        let value = self.form.value(&Key::Insurance.text());
        let members = self.file.members.iter().enumerate();
        members
            .map(|(at, member)| {
                let uninsured = value.split(',').any(|id| id == member.id.to_string());
                let answer = if uninsured { Insurance::NotInsured } else { Insurance::Insured };
                (at, (!value.is_empty()).then_some(answer))
            })
            .collect()
    }

    fn show_fields(&mut self) {
        let day = self.visit_day();
        let of_others = |visit: &Visit| {
            visit.visited_on <= day && self.correcting.as_ref().is_none_or(|state| state.visit.id != visit.id)
        };
        let open = open_policies(&self.file.visits, of_others);
        let nobody = self.form.field("met").map(Field::value) == Some(MET_NOBODY);
        let is_shown = |field: &Field| {
            let Some(key) = Key::of(&field.key) else { return true };
            let is_asked_about = match &key {
                Key::Closing(id) | Key::ClosingNote(id) => !self.is_found_after(*id, day),
                Key::Policy(what) => return !nobody && open.iter().any(|open| open.what == *what),
                Key::Schooling(id) => return !nobody && self.is_at_school(*id, day),
                Key::Why(code) => return !nobody && (self.warned.contains(code) || !field.value().is_empty()),
                Key::Asked(_)
                | Key::Revision
                | Key::Reason
                | Key::Date
                | Key::Met
                | Key::MetName
                | Key::MetRelation
                | Key::Month
                | Key::Amount(_)
                | Key::Net
                | Key::Line(..)
                | Key::Check(_)
                | Key::CheckNote(_)
                | Key::CheckProblem(_)
                | Key::Insurance
                | Key::Water(_)
                | Key::WaterAnswer
                | Key::WaterLowered
                | Key::Measure(_) => true,
            };
            is_asked_about && is_called_for(&self.form, &key, nobody)
        };
        let shown: Vec<bool> = self.form.fields.iter().map(is_shown).collect();
        for (field, shown) in self.form.fields.iter_mut().zip(shown) {
            field.visible = shown;
        }
    }

    /// The problem was found after this day: then it cannot have been solved by then.
    fn is_found_after(&self, problem_id: ProblemId, day: NaiveDate) -> bool {
        self.file.problems.iter().any(|problem| problem.id == problem_id && problem.found_on > day)
    }

    fn is_at_school(&self, member_id: MemberId, day: NaiveDate) -> bool {
        self.file.members.iter().any(|member| member.id == member_id && is_of_school_age(member, day))
    }
}

/// Whether a source counts is preset by the policy, and shown.
fn preset_counts(screen: &mut VisitForm) {
    for line in lines_of(&screen.form, Group::Source) {
        let key = |part| Key::Line(Group::Source, line, part).text();
        let source = IncomeSource::from_code(screen.form.value(&key(Part::Kind)));
        if let Some(source) = source.filter(|_| screen.form.value(&key(Part::Counts)).is_empty()) {
            screen.form.set(&key(Part::Counts), if screen.uncounted.contains(&source) { NO } else { YES });
        }
    }
}

/// The indicators that are answered.
pub(super) fn water_levels(form: &Form) -> BTreeMap<WaterIndicator, WaterLevel> {
    let level = |indicator: &WaterIndicator| {
        Some((*indicator, WaterLevel::from_code(form.value(&Key::Water(*indicator).text()))?))
    };
    WaterIndicator::ALL.iter().filter_map(level).collect()
}

/// The answer on water: what the indicators give, or *secured* lowered to *at risk*.
pub(super) fn water_of(form: &Form) -> CheckAnswer {
    let given = water_answer(&water_levels(form));
    let lowered = form.field("water.lowered").is_some_and(|field| field.value() == YES);
    if given == CheckAnswer::Secured && lowered { CheckAnswer::AtRisk } else { given }
}

/// The lines of a group, in their order.
pub(super) fn lines_of(form: &Form, group: Group) -> Vec<usize> {
    let line = |field: &Field| {
        let Key::Line(of, line, part) = Key::of(&field.key)? else { return None };
        (of == group && part == group.first()).then_some(line)
    };
    form.fields.iter().filter_map(line).collect()
}

/// Lines of a group that a draft may bring.
const MOST_LINES: usize = 200;

/// The fields of one line of a group.
fn line_fields(words: &Words, group: Group, line: usize) -> Vec<Field> {
    match group {
        Group::Source => source_fields(words, line),
        Group::Spending => spending_fields(words, line),
        Group::Problem => problem_fields(words, line),
    }
}

/// Makes the next empty line of the group that a key belongs to, if it belongs to one.
pub(super) fn add_line(form: &mut Form, words: &Words, key: &str) -> bool {
    let Some(Key::Line(group, ..)) = Key::of(key) else { return false };
    let Some((end, last)) = last_line(form, group).filter(|(_, last)| *last < MOST_LINES) else { return false };
    form.fields.splice((end + 1)..=end, line_fields(words, group, last + 1));
    true
}

/// The place of the last field of a group, and its line.
fn last_line(form: &Form, group: Group) -> Option<(usize, usize)> {
    form.fields.iter().enumerate().rev().find_map(|(at, field)| {
        let Key::Line(of, line, _) = Key::of(&field.key)? else { return None };
        (of == group).then_some((at, line))
    })
}

/// Each group of lines ends with an empty one: filling it brings the next.
fn add_empty_lines(form: &mut Form, words: &Words) {
    for group in Group::ALL.iter().copied() {
        let Some((end, last)) = last_line(form, group) else { continue };
        let first = Key::Line(group, last, group.first()).text();
        if !is_blank(form.field(&first).map_or("", Field::value)) {
            form.fields.splice((end + 1)..=end, line_fields(words, group, last + 1));
        }
    }
}

/// What a check found is a problem where that is wished and none of the check is there yet; it follows its
/// note and goes with the wish, until it is changed by hand.
pub(super) fn list_as_problems(screen: &mut VisitForm) {
    for check in Check::ALL.iter().copied() {
        let note = Key::CheckNote(check).text();
        let wished = screen.form.value(&Key::CheckProblem(check).text()) == YES;
        let what = if wished { screen.form.value(&note).to_owned() } else { String::new() };
        match line_of_check(&screen.form, check) {
            Some(line) => follow_note(screen, check, line, &what),
            None if what.is_empty() => {}
            None => {
                let Some((_, line)) = last_line(&screen.form, Group::Problem) else { continue };
                screen.form.set(&problem_key(line, Part::What), &what);
                screen.form.set(&problem_key(line, Part::Check), check.code());
                screen.listed.insert(check, what);
            }
        }
    }
}

/// A listed problem that nobody changed says what its note says now; without one it is none.
fn follow_note(screen: &mut VisitForm, check: Check, line: usize, note: &str) {
    let is_own = screen.form.field(&problem_key(line, Part::What)).map(Field::value);
    let Some(listed) = screen.listed.get(&check).filter(|listed| is_own == Some(listed.as_str())) else { return };
    if listed == note {
        return;
    }
    let is_touched = [Part::Unit, Part::Deadline, Part::State, Part::Id]
        .iter()
        .any(|part| screen.form.field(&problem_key(line, *part)).is_some_and(|field| !field.value().is_empty()));
    if note.is_empty() && is_touched {
        return;
    }
    screen.form.set(&problem_key(line, Part::What), note);
    if note.is_empty() {
        screen.form.set(&problem_key(line, Part::Check), "");
        screen.listed.remove(&check);
    } else {
        screen.listed.insert(check, note.to_owned());
    }
}

fn problem_key(line: usize, part: Part) -> String {
    Key::Line(Group::Problem, line, part).text()
}

/// The line of the problem that is about a check.
fn line_of_check(form: &Form, check: Check) -> Option<usize> {
    let (_, last) = last_line(form, Group::Problem)?;
    (0..=last).find(|line| form.field(&problem_key(*line, Part::Check)).is_some_and(|it| it.value() == check.code()))
}

/// The checks whose note is wished as a problem, and whose problem says just what the note says.
pub(super) fn listed(form: &Form) -> BTreeMap<Check, String> {
    let is_listed = |check: &Check| {
        let note = form.field(&Key::CheckNote(*check).text())?.value().trim();
        let what = form.field(&problem_key(line_of_check(form, *check)?, Part::What))?.value();
        let is_wished = form.field(&Key::CheckProblem(*check).text())?.value() == YES;
        (is_wished && !note.is_empty() && what == note).then(|| (*check, note.to_owned()))
    };
    Check::ALL.iter().filter_map(is_listed).collect()
}

fn is_called_for(form: &Form, key: &Key, nobody: bool) -> bool {
    let raw = |key: Key| form.field(&key.text()).map_or("", Field::value);
    if nobody {
        return is_of_nobody_met(key);
    }
    let needs_note = |check: Check| {
        let is_water = check == Check::Water;
        let answer = if is_water { Some(water_of(form)) } else { CheckAnswer::from_code(raw(Key::Check(check))) };
        answer.is_some_and(CheckAnswer::needs_note)
    };
    let has_changed =
        |change: LifeChange| raw(Key::Asked(Question::Changes)).split(',').any(|code| code == change.code());
    match key {
        Key::MetName | Key::MetRelation => raw(Key::Met) == MET_OTHER,
        // Never shown.
        Key::Revision | Key::Line(Group::Problem, _, Part::Id) => false,
        Key::Line(group, line, part) => {
            *part == group.first() || !is_blank(raw(Key::Line(*group, *line, group.first())))
        }
        Key::ClosingNote(problem) => raw(Key::Closing(*problem)) == YES,
        Key::CheckNote(check) | Key::CheckProblem(check) => needs_note(*check),
        // It is reached by a key of its own, and seen once it is pressed.
        Key::WaterLowered => raw(Key::WaterLowered) == YES && water_answer(&water_levels(form)) == CheckAnswer::Secured,
        Key::Asked(Question::SignatureReason) => {
            raw(Key::Asked(Question::Signature)) == SignatureKind::NotSigned.code()
        }
        Key::Asked(Question::PopulationChange) => has_changed(LifeChange::Population),
        Key::Asked(Question::FellIll) => has_changed(LifeChange::SeriousIllness),
        Key::Asked(_)
        | Key::Reason
        | Key::Date
        | Key::Met
        | Key::Month
        | Key::Amount(_)
        | Key::Net
        | Key::Check(_)
        | Key::Schooling(_)
        | Key::Insurance
        | Key::Water(_)
        | Key::WaterAnswer
        | Key::Measure(_)
        | Key::Policy(_)
        | Key::Closing(_)
        | Key::Why(_) => true,
    }
}

/// Insurance as it is filled in: who is not, or that all are.
pub(super) fn insurance_value(uninsured: &[String]) -> String {
    if uninsured.is_empty() { INSURED_ALL.to_owned() } else { uninsured.join(",") }
}
