//! What is shown after each change: fields that an answer calls for, new empty lines, answers that
//! follow from others, what was understood, and what is computed.

use std::collections::BTreeMap;

use crate::domain::checks::{
    Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, housing_answer, water_answer,
};
use crate::domain::income::{IncomeSource, net};
use crate::domain::member_answers::{Insurance, Schooling, education_answer, is_of_school_age, medical_answer};
use crate::domain::month::Month;
use crate::domain::policies_due::open_policies;
use crate::domain::question::{Question, Section};
use crate::domain::visit::{LifeChange, SignatureKind, Visit};
use crate::i18n::Words;
use crate::tui::form::kit::{NO, REVISION, YES, amounts};

use super::VisitForm;
use super::fields::{
    INSURANCE, INSURED_ALL, MET_NOBODY, MET_OTHER, check_key, check_note_key, check_problem_key, closing_key,
    policy_key, problem_fields, schooling_key, source_fields, spending_fields, water_key,
};
use crate::tui::form::{Field, Form, is_blank};

/// A field of a visit on which nobody was met.
fn is_of_nobody_met(key: &str) -> bool {
    let question = Question::of_key(key);
    let is_said = question.is_some_and(|it| it.section() == Section::When || it == Question::Note);
    is_said || ["reason", "date", "met"].contains(&key)
}

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
        for field in self.form.fields.iter_mut().filter(|field| field.key.starts_with("water.") && !field.is_typed()) {
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
            let key = check_key(check);
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
        members.map(|(at, member)| (at, Schooling::from_code(self.form.value(&schooling_key(member.id)))))
    }

    /// Every member by place, and whether insured; nobody is answered for until one key was pressed.
    pub(super) fn insurance(&self) -> Vec<(usize, Option<Insurance>)> {
        let value = self.form.value(INSURANCE);
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
        let nobody = self.form.field("met").map(Field::value) == Some(MET_NOBODY);
        let day = self.visit_day();
        let at_school = |member: &&crate::domain::household::Member| is_of_school_age(member, day);
        let children: Vec<String> = self.file.members.iter().filter(at_school).map(|it| schooling_key(it.id)).collect();
        let found_later: Vec<String> =
            self.file.problems.iter().filter(|problem| problem.found_on > day).map(|it| closing_key(it.id)).collect();
        let of_others = |visit: &Visit| {
            visit.visited_on <= day && self.correcting.as_ref().is_none_or(|state| state.visit.id != visit.id)
        };
        let open: Vec<String> =
            open_policies(&self.file.visits, of_others).iter().map(|open| policy_key(&open.what)).collect();
        let is_shown = |field: &Field| {
            if found_later.iter().any(|key| field.key.starts_with(key.as_str())) {
                return false;
            }
            if field.key.starts_with("policy.") {
                return !nobody && open.contains(&field.key);
            }
            if field.key.starts_with("school.") {
                return !nobody && children.contains(&field.key);
            }
            if let Some(code) = field.key.strip_prefix("why.") {
                return !nobody && (self.warned.contains(code) || !field.value().is_empty());
            }
            is_called_for(&self.form, &field.key, nobody)
        };
        let shown: Vec<bool> = self.form.fields.iter().map(is_shown).collect();
        for (field, shown) in self.form.fields.iter_mut().zip(shown) {
            field.visible = shown;
        }
    }
}

/// Whether a source counts is preset by the policy, and shown.
fn preset_counts(screen: &mut VisitForm) {
    let lines: Vec<usize> = screen.form.fields.iter().filter_map(|field| line_of(&field.key, "source")).collect();
    for line in lines {
        let source = IncomeSource::from_code(screen.form.value(&format!("source.{line}.kind")));
        let key = format!("source.{line}.counts");
        if let Some(source) = source.filter(|_| screen.form.value(&key).is_empty()) {
            screen.form.set(&key, if screen.uncounted.contains(&source) { NO } else { YES });
        }
    }
}

pub(super) fn water_levels(form: &Form) -> BTreeMap<WaterIndicator, WaterLevel> {
    let level =
        |indicator: &WaterIndicator| Some((*indicator, WaterLevel::from_code(form.value(&water_key(*indicator)))?));
    WaterIndicator::ALL.iter().filter_map(level).collect()
}

/// The answer on water: what the indicators give, or *secured* lowered to *at risk*.
pub(super) fn water_of(form: &Form) -> CheckAnswer {
    let given = water_answer(&water_levels(form));
    let lowered = form.field("water.lowered").is_some_and(|field| field.value() == YES);
    if given == CheckAnswer::Secured && lowered { CheckAnswer::AtRisk } else { given }
}

/// The number of a line in a group's key: `problem.2.what` is line 2.
pub(super) fn line_of(key: &str, group: &str) -> Option<usize> {
    key.strip_prefix(group)?.strip_prefix('.')?.split('.').next()?.parse().ok()
}

/// Lines of a group that a draft may bring.
const MOST_LINES: usize = 200;
/// Groups of lines, and the first field of each: a line says something once that is filled.
const GROUPS: [(&str, &str); 3] = [("source", "kind"), ("spending", "kind"), ("problem", "what")];

/// The fields of one line of a group.
fn line_fields(words: &Words, group: &str, line: usize) -> Vec<Field> {
    match group {
        "source" => source_fields(words, line),
        "spending" => spending_fields(words, line),
        _ => problem_fields(words, line),
    }
}

/// Makes the next empty line of the group that a key belongs to, if it belongs to one.
pub(super) fn add_line(form: &mut Form, words: &Words, key: &str) -> bool {
    let group = GROUPS.iter().map(|(group, _)| *group).find(|group| line_of(key, group).is_some());
    let Some((group, (end, last))) = group.and_then(|group| Some((group, last_line(form, group)?))) else {
        return false;
    };
    let is_sane = last < MOST_LINES;
    if is_sane {
        form.fields.splice((end + 1)..=end, line_fields(words, group, last + 1));
    }
    is_sane
}

fn last_line(form: &Form, group: &str) -> Option<(usize, usize)> {
    let end = form.fields.iter().rposition(|field| line_of(&field.key, group).is_some())?;
    Some((end, line_of(&form.fields[end].key, group)?))
}

/// Each group of lines ends with an empty one: filling it brings the next.
fn add_empty_lines(form: &mut Form, words: &Words) {
    for (group, first) in GROUPS {
        let Some((end, last)) = last_line(form, group) else { continue };
        if is_blank(form.field(&format!("{group}.{last}.{first}")).map_or("", Field::value)) {
            continue;
        }
        form.fields.splice((end + 1)..=end, line_fields(words, group, last + 1));
    }
}

/// What a check found is a problem where that is wished and none of the check is there yet; it follows its
/// note and goes with the wish, until it is changed by hand.
pub(super) fn list_as_problems(screen: &mut VisitForm) {
    for check in Check::ALL.iter().copied() {
        let note = check_note_key(check);
        let wished = screen.form.value(&check_problem_key(check)) == YES;
        let what = if wished { screen.form.value(&note).to_owned() } else { String::new() };
        match line_of_check(&screen.form, check) {
            Some(line) => follow_note(screen, check, line, &what),
            None if what.is_empty() => {}
            None => {
                let Some((_, line)) = last_line(&screen.form, "problem") else { continue };
                screen.form.set(&problem_key(line, "what"), &what);
                screen.form.set(&problem_key(line, "check"), check.code());
                screen.listed.insert(check, what);
            }
        }
    }
}

/// A listed problem that nobody changed says what its note says now; without one it is none.
fn follow_note(screen: &mut VisitForm, check: Check, line: usize, note: &str) {
    let is_own = screen.form.field(&problem_key(line, "what")).map(Field::value);
    let Some(listed) = screen.listed.get(&check).filter(|listed| is_own == Some(listed.as_str())) else { return };
    if listed == note {
        return;
    }
    let is_touched = ["unit", "deadline", "state", "id"]
        .iter()
        .any(|part| screen.form.field(&problem_key(line, part)).is_some_and(|field| !field.value().is_empty()));
    if note.is_empty() && is_touched {
        return;
    }
    screen.form.set(&problem_key(line, "what"), note);
    if note.is_empty() {
        screen.form.set(&problem_key(line, "check"), "");
        screen.listed.remove(&check);
    } else {
        screen.listed.insert(check, note.to_owned());
    }
}

fn problem_key(line: usize, part: &str) -> String {
    format!("problem.{line}.{part}")
}

/// The line of the problem that is about a check.
fn line_of_check(form: &Form, check: Check) -> Option<usize> {
    let (_, last) = last_line(form, "problem")?;
    (0..=last).find(|line| form.field(&problem_key(*line, "check")).is_some_and(|it| it.value() == check.code()))
}

/// The checks whose note is wished as a problem, and whose problem says just what the note says.
pub(super) fn listed(form: &Form) -> BTreeMap<Check, String> {
    let is_listed = |check: &Check| {
        let note = form.field(&check_note_key(*check))?.value().trim();
        let what = form.field(&problem_key(line_of_check(form, *check)?, "what"))?.value();
        let is_wished = form.field(&check_problem_key(*check))?.value() == YES;
        (is_wished && !note.is_empty() && what == note).then(|| (*check, note.to_owned()))
    };
    Check::ALL.iter().filter_map(is_listed).collect()
}

fn is_called_for(form: &Form, key: &str, nobody: bool) -> bool {
    let raw = |key: &str| form.field(key).map_or("", Field::value);
    if nobody {
        return is_of_nobody_met(key);
    }
    for (group, first) in GROUPS {
        if let Some(line) = line_of(key, group) {
            let first = format!("{group}.{line}.{first}");
            return key == first || (!is_blank(raw(&first)) && key != format!("problem.{line}.id"));
        }
    }
    if let Some(problem) = key.strip_prefix("open.").and_then(|rest| rest.strip_suffix(".done")) {
        return raw(&format!("open.{problem}")) == YES;
    }
    let needs_note = |check: &Check| match check {
        Check::Water => water_of(form).needs_note(),
        check => CheckAnswer::from_code(raw(&check_key(*check))).is_some_and(CheckAnswer::needs_note),
    };
    let has_changed = |change: LifeChange| raw(Question::Changes.key()).split(',').any(|code| code == change.code());
    match Question::of_key(key) {
        Some(Question::SignatureReason) => return raw(Question::Signature.key()) == SignatureKind::NotSigned.code(),
        Some(Question::PopulationChange) => return has_changed(LifeChange::Population),
        Some(Question::FellIll) => return has_changed(LifeChange::SeriousIllness),
        Some(_) => return true,
        None => {}
    }
    match key {
        REVISION => false,
        "met.name" | "met.relation" => raw("met") == MET_OTHER,
        // It is reached by a key of its own, and seen once it is pressed.
        "water.lowered" => raw("water.lowered") == YES && water_answer(&water_levels(form)) == CheckAnswer::Secured,
        _ => {
            let noted = |check: &&Check| check_note_key(**check) == key || check_problem_key(**check) == key;
            Check::ALL.iter().find(noted).is_none_or(needs_note)
        }
    }
}

/// Insurance as it is filled in: who is not, or that all are.
pub(super) fn insurance_value(uninsured: &[String]) -> String {
    if uninsured.is_empty() { INSURED_ALL.to_owned() } else { uninsured.join(",") }
}
