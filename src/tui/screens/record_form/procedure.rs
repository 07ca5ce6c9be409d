//! What is done about a procedure: a step with its people and papers, a ground of exclusion, and what concerns all of it.

use chrono::NaiveDate;

use super::{RecordForm, field};
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::policy::{MeetingKind, StepKind};
use crate::domain::procedure::act::{ProcedureAct, StepEntry};
use crate::domain::procedure::{FoundBy, GroundAnswer, Objection, PaperKept, Procedure, Role, StepPerson, StepResult};
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::tui::form::kit::{NO, YES, choices, chosen, yes_no, yes_no_as};
use crate::tui::form::{Field, Form, Kind};
use crate::tui::procedure_write::ProcedureWrite;
use crate::tui::record::RecordFault;

/// So many people have lines of their own; the others stand in the note.
const PEOPLE: usize = 6;

coded! {
    /// What is done of a step. Their words stand under `StepWay-code`.
    StepWay {
        Pass = "pass",
        /// 贴出公示
        Post = "post",
        /// 结束公示
        Close = "close",
        NotHere = "not_here",
        /// 材料到了
        Papers = "papers",
        /// 退回重新核实
        SendBack = "send_back",
    }
}

coded! {
    /// What is done about a procedure as a whole. Their words stand under `ProcedureWay-code`.
    ProcedureWay {
        Meeting = "meeting",
        Green = "green",
        Assign = "assign",
        Refuse = "refuse",
        Withdraw = "withdraw",
    }
}

/// The ways of a step as it stands; the first is what is most likely meant.
fn ways(procedure: &Procedure, step: StepKind) -> Vec<StepWay> {
    let result = procedure.done(step).map(|done| done.result);
    match result {
        _ if !procedure.is_undecided() && result.is_some_and(|it| it != StepResult::Hanging) => vec![StepWay::Papers],
        Some(StepResult::Hanging) => vec![StepWay::Close, StepWay::SendBack],
        Some(StepResult::Passed | StepResult::NotHere) => vec![StepWay::Papers, StepWay::SendBack],
        None if step.is_notice() => vec![StepWay::Post, StepWay::NotHere],
        None => vec![StepWay::Pass, StepWay::NotHere],
    }
}

fn day(words: &Words, key: &str, label: &str, today: NaiveDate) -> Field {
    field(words, key, label, Kind::Day(Toward::Past))
        .with_hint(words.t("form-hint-date"))
        .with_value(&today.to_string())
}

pub(super) fn step_fields(words: &Words, procedure: &Procedure, step: StepKind, today: NaiveDate) -> Vec<Field> {
    let ways = ways(procedure, step);
    let first = ways.first().map(|way| way.code()).unwrap_or_default();
    let text = |key: &str, label: &str| field(words, key, label, Kind::Text);
    let has_days = procedure.notice_until(step, today).is_some();
    let hint_until = if has_days { "step-hint-until" } else { "step-hint-until-open" };
    let mut fields = vec![
        field(words, "way", "step-way", Kind::One(choices(words, &ways))).with_value(first).given(),
        day(words, "on", "step-on", today),
        field(words, "until", "step-until", Kind::Day(Toward::Future)).with_hint(words.t(hint_until)),
        text("at", "step-at").with_hint(words.t("step-hint-at")),
        field(words, "objected", "step-objected", yes_no_as(words, "step-objected-yes", "step-objected-no")),
        text("objection", "step-objection"),
        text("finding", "step-finding"),
        field(words, "upheld", "step-upheld", yes_no(words)),
        text("by", "step-objection-by"),
    ];
    for number in 1..=PEOPLE {
        let label = words.with("step-person", &[("number", &number.to_string())]);
        fields.push(Field::new(super::SECTION, format!("person.{number}"), label, Kind::Text));
        let roles = Kind::One(choices(words, Role::ALL));
        fields.push(field(words, &format!("role.{number}"), "step-role", roles));
        fields.push(field(words, &format!("signed.{number}"), "step-signed", yes_no(words)));
    }
    let papers = procedure.rule(step).map(|rule| rule.papers.as_slice()).unwrap_or_default();
    for paper in papers {
        let label = words.of(paper.form);
        let kept = procedure.done(step).and_then(|done| done.papers.iter().find(|kept| kept.form == paper.form));
        let place = kept.map_or("", |kept| kept.place.as_str());
        let lies = Field::new(super::SECTION, format!("paper.{}", paper.form.code()), label, Kind::Text);
        fields.push(lies.with_value(place).with_hint(words.t("step-hint-paper")));
    }
    fields.push(text("note", "step-note").with_hint(words.t("step-hint-note")));
    fields
}

/// Asks for what the way needs; a line for one more person once the one before has a name.
pub(super) fn step_arrange(form: &mut Form, step: StepKind) {
    let way = StepWay::from_code(form.field("way").map_or("", Field::value));
    let is = |wanted: StepWay| way == Some(wanted);
    form.show("until", is(StepWay::Post));
    form.show("at", is(StepWay::Post));
    form.show("on", !is(StepWay::Papers));
    form.show("note", !is(StepWay::Papers));
    form.show("objected", is(StepWay::Close));
    let objected = is(StepWay::Close) && form.field("objected").map_or("", Field::value) == YES;
    for key in ["objection", "finding", "upheld", "by"] {
        form.show(key, objected);
    }
    let asks_people = is(StepWay::Pass) && !step.is_notice();
    let mut is_named = true;
    for number in 1..=PEOPLE {
        let [person, role, signed] = ["person", "role", "signed"].map(|key| format!("{key}.{number}"));
        form.show(&person, asks_people && is_named);
        is_named &= form.field(&person).is_some_and(|field| !field.value().trim().is_empty());
        form.show(&role, asks_people && is_named);
        form.show(&signed, asks_people && is_named);
    }
    let papers: Vec<String> =
        form.fields.iter().map(|field| field.key.clone()).filter(|key| key.starts_with("paper.")).collect();
    for key in papers {
        form.show(&key, is(StepWay::Pass) || is(StepWay::Close) || is(StepWay::Papers));
    }
}

pub(super) fn read_step(screen: &mut RecordForm, words: &Words, step: StepKind) -> Option<ProcedureWrite> {
    let way = StepWay::from_code(screen.form.value("way"))?;
    let on = screen.day(words, "on").unwrap_or(screen.today);
    let until = screen.day(words, "until");
    if way == StepWay::Close {
        screen.mark_if_blank(words, "objected", "record-problem-choice");
    }
    for number in 1..=PEOPLE {
        let is_named = !screen.form.value(&format!("person.{number}")).is_empty();
        if is_named {
            screen.mark_if_blank(words, &format!("role.{number}"), "record-problem-choice");
        }
    }
    let text = |key: &str| screen.form.value(key).to_owned();
    let act = match way {
        StepWay::Post => ProcedureAct::Post { step, on, until, at: text("at") },
        StepWay::NotHere => ProcedureAct::NotHere { step, on, why: text("note").into() },
        StepWay::SendBack => ProcedureAct::SendBack { to: step, on, why: text("note").into() },
        StepWay::Papers => ProcedureAct::Papers { step, papers: papers(screen) },
        StepWay::Pass | StepWay::Close => ProcedureAct::Pass(entry(screen, step, on)),
    };
    tried(screen, words, act)
}

fn entry(screen: &RecordForm, step: StepKind, on: NaiveDate) -> StepEntry {
    // What is not seen says nothing.
    let value = |key: &str| screen.form.value(key);
    let person = |number: usize| {
        let name = value(&format!("person.{number}"));
        Some(StepPerson {
            name: (!name.is_empty()).then(|| name.into())?,
            role: chosen(value(&format!("role.{number}")))?,
            signed: value(&format!("signed.{number}")) == YES,
        })
    };
    let objection = || Objection {
        on,
        what: value("objection").into(),
        finding: value("finding").into(),
        upheld: value("upheld") == YES,
        by: value("by").into(),
    };
    let objections = match value("objected") {
        YES => Some(vec![objection()]),
        NO => Some(Vec::new()),
        _ => None,
    };
    StepEntry {
        step,
        on,
        people: (1..=PEOPLE).filter_map(person).collect(),
        papers: papers(screen),
        objections,
        note: value("note").into(),
    }
}

/// Where the papers lie that are seen, as far as somebody says.
fn papers(screen: &RecordForm) -> Vec<PaperKept> {
    let papers = screen.form.fields.iter().filter(|field| field.visible).filter_map(|field| {
        let form = chosen(field.key.strip_prefix("paper.")?)?;
        let place = field.value().trim();
        (!place.is_empty()).then(|| PaperKept { form, place: place.to_owned() })
    });
    papers.collect()
}

/// What the rules say of it, before it is asked of the ledger, which asks the same.
fn tried(screen: &mut RecordForm, words: &Words, act: ProcedureAct) -> Option<ProcedureWrite> {
    let procedure = screen.procedure.as_ref()?.procedure.clone();
    if let Err(fault) = act.of(&procedure, None, screen.today) {
        screen.form.mark_faults(words, &[RecordFault::Procedure(fault)]);
    }
    (!screen.form.has_faults()).then(|| ProcedureWrite::Act(Box::new(procedure), Box::new(act)))
}

pub(super) fn ground_fields(words: &Words, procedure: &Procedure, place: usize, today: NaiveDate) -> Vec<Field> {
    let Some(asked) = procedure.grounds.get(place) else { return Vec::new() };
    let known = |is: bool, code: &'static str| if is { code } else { "" };
    let answer = known(asked.answer != GroundAnswer::Unknown, asked.answer.code());
    let text = |key: &str, label: &str| field(words, key, label, Kind::Text);
    vec![
        field(words, "ground", "procedure-ground", Kind::Shown)
            .with_value(crate::report::policy::wording(words, &asked.ground.wording)),
        field(words, "answer", "ground-answer", Kind::One(choices(words, GroundAnswer::ALL))).with_value(answer),
        field(words, "found", "ground-found-by", Kind::One(choices(words, FoundBy::ALL)))
            .with_value(asked.found_by.map(FoundBy::code).unwrap_or_default()),
        text("department", "ground-department").with_value(&asked.department).hidden(),
        day(words, "on", "step-on", today),
        text("note", "step-note").with_value(&asked.note),
    ]
}

pub(super) fn ground_arrange(form: &mut Form) {
    let found: Option<FoundBy> = chosen(form.field("found").map_or("", Field::value));
    form.show("department", found == Some(FoundBy::Department));
}

pub(super) fn read_ground(screen: &mut RecordForm, words: &Words, place: usize) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "answer", "record-problem-choice");
    let on = screen.day(words, "on").unwrap_or(screen.today);
    let id = screen.procedure.as_ref()?.procedure.grounds.get(place)?.ground.id.clone();
    let act = ProcedureAct::Ground {
        id,
        answer: chosen(screen.form.value("answer"))?,
        found_by: chosen(screen.form.value("found")),
        department: screen.form.value("department").to_owned(),
        on,
        note: screen.form.value("note").into(),
    };
    tried(screen, words, act)
}

pub(super) fn other_fields(words: &Words, procedure: &Procedure, today: NaiveDate) -> Vec<Field> {
    let is_undecided = procedure.is_undecided();
    let is_possible = |way: &ProcedureWay| is_undecided || *way == ProcedureWay::Assign;
    let ways: Vec<ProcedureWay> = ProcedureWay::ALL.iter().copied().filter(is_possible).collect();
    let text = |key: &str, label: &str| field(words, key, label, Kind::Text).hidden();
    let holding = procedure.grounds.iter().find(|asked| asked.answer == GroundAnswer::Yes);
    let meeting = holding.and_then(|asked| asked.ground.unless).map(MeetingKind::code).unwrap_or_default();
    vec![
        field(words, "way", "procedure-way", Kind::One(choices(words, &ways))),
        field(words, "kind", "procedure-meeting", Kind::One(choices(words, MeetingKind::ALL)))
            .with_value(meeting)
            .hidden(),
        text("people", "procedure-people"),
        text("name", "clue-assigned-to"),
        text("why", "clue-why"),
        text("explained", "clue-explained-by"),
        day(words, "on", "step-on", today),
    ]
}

pub(super) fn other_arrange(form: &mut Form) {
    let way = ProcedureWay::from_code(form.field("way").map_or("", Field::value));
    form.show("kind", way == Some(ProcedureWay::Meeting));
    form.show("people", way == Some(ProcedureWay::Meeting));
    form.show("name", way == Some(ProcedureWay::Assign));
    form.show("why", way.is_some_and(|way| way != ProcedureWay::Assign));
    form.show("explained", way == Some(ProcedureWay::Refuse));
    form.show("on", way.is_some_and(|way| way != ProcedureWay::Assign));
}

pub(super) fn read_other(screen: &mut RecordForm, words: &Words) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "way", "record-problem-choice");
    let way = ProcedureWay::from_code(screen.form.value("way"))?;
    let on = screen.day(words, "on").unwrap_or(screen.today);
    let text = |key: &str| screen.form.value(key).to_owned();
    let act = match way {
        ProcedureWay::Meeting => {
            screen.mark_if_blank(words, "kind", "record-problem-choice");
            let (kind, people) = (chosen(screen.form.value("kind"))?, screen.form.value("people").to_owned());
            ProcedureAct::Meeting { kind, on, people, why: screen.form.value("why").into() }
        }
        ProcedureWay::Green => ProcedureAct::Green { on, why: text("why").into() },
        ProcedureWay::Assign => {
            screen.mark_if_blank(words, "name", "record-problem-text");
            ProcedureAct::Assign(ContactName::parse(screen.form.value("name"))?)
        }
        ProcedureWay::Refuse => {
            ProcedureAct::Refuse { on, why: text("why").into(), explained_by: text("explained").into() }
        }
        ProcedureWay::Withdraw => ProcedureAct::Withdraw { on, why: text("why").into() },
    };
    tried(screen, words, act)
}
