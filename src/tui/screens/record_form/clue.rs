//! A clue: who, where, what; and what is done about one, up to the procedure that it leads to.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::clue::{Clue, ClueOutcome, ClueSource, ListedClue, OfWhom};
use crate::domain::clue_entry::{ClueChange, ClueEntry, ClueRefusal};
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::entry::Reason;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::policy::ProcedureKind;
use crate::domain::procedure::{ProcedureEntry, is_possible_for};
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::ledger::{BeginAsked, BeginOf, HouseholdFile};
use crate::tui::form::kit::{choices, chosen, chosen_all};
use crate::tui::form::{Choice, Field, Form, Kind};
use crate::tui::procedure_write::ProcedureWrite;
use crate::tui::record::RecordFault;

use super::{RecordForm, field};

coded! {
    /// What is done about a clue. Their words stand under `ClueWay-code`.
    ClueWay {
        Assign = "assign",
        Check = "check",
        Begin = "begin",
        Close = "close",
        TellBack = "tell_back",
        Reopen = "reopen",
        Correct = "correct",
        Void = "void",
    }
}

fn day(words: &Words, key: &str, label: &str, today: NaiveDate) -> Field {
    field(words, key, label, Kind::Day(Toward::Past))
        .with_hint(words.t("form-hint-date"))
        .with_value(&today.to_string())
        .given()
}

pub(super) fn categories() -> Vec<HouseholdLabel> {
    HouseholdLabel::ALL.iter().copied().filter(|label| label.is_monitored_category()).collect()
}

/// A new clue; of a household that is on file, what is known of it is not asked again.
pub(super) fn fields(words: &Words, file: Option<&HouseholdFile>, today: NaiveDate) -> Vec<Field> {
    let text = |key: &str, label: &str| field(words, key, label, Kind::Text);
    let of = |shown: Field| if file.is_some() { shown.hidden() } else { shown };
    vec![
        of(text("name", "clue-name")),
        of(text("village", "clue-village")),
        of(text("group", "clue-group")),
        text("what", "clue-what").with_hint(words.t("clue-hint-what")),
        of(text("phone", "clue-phone")),
        field(words, "source", "clue-source", Kind::One(choices(words, ClueSource::ALL)))
            .with_value(ClueSource::SelfReport.code())
            .given(),
        text("channel", "clue-channel").with_hint(words.t("clue-hint-channel")),
        day(words, "on", "clue-received", today),
        text("by", "clue-by").with_hint(words.t("clue-hint-by")),
        field(words, "risks", "clue-risks", Kind::Any(choices(words, RiskType::ALL))),
    ]
}

pub(super) fn read(screen: &mut RecordForm, words: &Words) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "on", "form-problem-date");
    let on = screen.day(words, "on");
    let text = |key: &str| screen.form.value(key).to_owned();
    let row = screen.file.as_ref().map(|file| &file.row);
    let of = row.map_or_else(
        || OfWhom {
            name: text("name").into(),
            village: text("village"),
            group: text("group"),
            phone: text("phone").into(),
        },
        |row| OfWhom {
            name: row.name.clone(),
            village: row.village.clone(),
            group: row.group.clone(),
            phone: row.phone.clone(),
        },
    );
    let entry = ClueEntry {
        household_id: screen.household_id(),
        of,
        received_on: on.unwrap_or(screen.today),
        source: chosen(screen.form.value("source")).unwrap_or(ClueSource::SelfReport),
        channel: text("channel"),
        reported_by: text("by").into(),
        what: text("what"),
        risks: chosen_all(screen.form.value("risks")),
    };
    let faults = entry.faults(screen.today);
    screen.form.mark_faults(words, &faults);
    (!screen.form.has_faults()).then_some(ProcedureWrite::KeepClue(entry))
}

/// What can be done about a clue as it stands.
fn ways(listed: &ListedClue) -> Vec<ClueWay> {
    let clue = &listed.clue;
    let ways: &[ClueWay] = match (clue.is_open(), clue.checked_on.is_some()) {
        (true, false) => &[ClueWay::Assign, ClueWay::Check, ClueWay::Begin],
        (true, true) => &[ClueWay::Begin, ClueWay::Close, ClueWay::Assign],
        (false, _) => &[ClueWay::TellBack, ClueWay::Reopen],
    };
    [ways, &[ClueWay::Correct, ClueWay::Void]].concat()
}

/// Each way keeps its digit, whatever else can be done.
fn way_choices(words: &Words, ways: &[ClueWay]) -> Vec<Choice> {
    let all = choices(words, ClueWay::ALL);
    all.into_iter().filter(|choice| ways.iter().any(|way| way.code() == choice.code)).collect()
}

pub(super) fn act_fields(words: &Words, listed: &ListedClue, today: NaiveDate) -> Vec<Field> {
    let clue = &listed.clue;
    let text = |key: &str, label: &str| field(words, key, label, Kind::Text).hidden();
    let persons = field(words, "persons", "procedure-persons", Kind::Plain);
    vec![
        field(words, "now", "clue-what", Kind::Shown).with_value(&on_one_line(&clue.what)),
        field(words, "way", "clue-way", Kind::One(way_choices(words, &ways(listed)))),
        text("name", "clue-assigned-to"),
        text("of", "clue-name").with_value(&clue.of.name),
        text("village", "clue-village").with_value(&clue.of.village),
        text("group", "clue-group").with_value(&clue.of.group),
        text("phone", "clue-phone").with_value(&clue.of.phone),
        text("what", "clue-what").with_value(&on_one_line(&clue.what)),
        field(words, "source", "clue-source", Kind::One(choices(words, ClueSource::ALL)))
            .with_value(clue.source.code())
            .hidden(),
        text("channel", "clue-channel").with_value(&clue.channel),
        day(words, "received", "clue-received", clue.received_on).hidden(),
        field(words, "outcome", "clue-result", Kind::One(choices(words, ClueOutcome::ALL))).hidden(),
        text("why", "clue-why"),
        text("explained", "clue-explained-by"),
        field(words, "category", "procedure-category", Kind::One(choices(words, &categories()))).hidden(),
        persons.hidden(),
        day(words, "on", "clue-on", today),
    ]
}

/// Asks for what the way needs.
pub(super) fn act_arrange(form: &mut Form, is_on_file: bool) {
    let way = ClueWay::from_code(form.field("way").map_or("", Field::value));
    form.show("name", way == Some(ClueWay::Assign));
    form.show("outcome", way == Some(ClueWay::Close));
    form.show("why", matches!(way, Some(ClueWay::Close | ClueWay::Reopen | ClueWay::Correct | ClueWay::Void)));
    for key in ["of", "village", "group", "phone"] {
        form.show(key, way == Some(ClueWay::Correct) && !is_on_file);
    }
    for key in ["what", "source", "channel", "received"] {
        form.show(key, way == Some(ClueWay::Correct));
    }
    form.show("explained", way == Some(ClueWay::Close));
    form.show("category", way == Some(ClueWay::Begin));
    form.show("persons", way == Some(ClueWay::Begin) && !is_on_file);
    form.show("on", matches!(way, Some(ClueWay::Check | ClueWay::Close | ClueWay::TellBack)));
}

pub(super) fn read_act(screen: &mut RecordForm, words: &Words) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "way", "record-problem-choice");
    let way = ClueWay::from_code(screen.form.value("way"))?;
    let on = if screen.form.field("on").is_some_and(|field| field.visible) { screen.day(words, "on") } else { None };
    let on = on.unwrap_or(screen.today);
    let text = |key: &str| screen.form.value(key).to_owned();
    let clue = screen.clue.as_ref()?.clue.clone();
    let change = match way {
        ClueWay::Begin => return read_begin(screen, words),
        ClueWay::Assign => ContactName::parse(&text("name")).map(ClueChange::Assign),
        ClueWay::Check => Some(ClueChange::Check(on)),
        ClueWay::TellBack => Some(ClueChange::TellBack(on)),
        ClueWay::Reopen => Reason::parse(&text("why")).map(ClueChange::Reopen),
        ClueWay::Void => Reason::parse(&text("why")).map(ClueChange::Void),
        ClueWay::Correct => read_correction(screen, words, &clue),
        ClueWay::Close => chosen(screen.form.value("outcome")).map(|outcome| ClueChange::Close {
            outcome,
            on,
            why: text("why"),
            explained_by: text("explained"),
        }),
    };
    let Some(change) = change else {
        let key = match way {
            ClueWay::Assign => "name",
            ClueWay::Close => "outcome",
            ClueWay::Check
            | ClueWay::Begin
            | ClueWay::TellBack
            | ClueWay::Reopen
            | ClueWay::Correct
            | ClueWay::Void => "why",
        };
        screen.form.mark(key, words.t("record-problem-text"));
        return None;
    };
    if let Err(refusal) = change.of(&clue, screen.today) {
        if way == ClueWay::Correct && refusal == ClueRefusal::DayImpossible {
            screen.form.mark("received", words.of(refusal));
            return None;
        }
        screen.form.mark_faults(words, &[RecordFault::ClueChange(refusal)]);
        return None;
    }
    Some(ProcedureWrite::ChangeClue(Box::new(clue), change))
}

fn on_one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// The clue as it should have been entered; none without a reason.
fn read_correction(screen: &mut RecordForm, words: &Words, clue: &Clue) -> Option<ClueChange> {
    let received_on = screen.day(words, "received").unwrap_or(clue.received_on);
    let text = |key: &str| screen.form.value(key).to_owned();
    let typed =
        OfWhom { name: text("of").into(), village: text("village"), group: text("group"), phone: text("phone").into() };
    // Of a household on file that is not asked.
    let of = if clue.household_id.is_some() { clue.of.clone() } else { typed };
    // It stands on one line here: what was not touched keeps its lines.
    let what = if text("what") == on_one_line(&clue.what) { clue.what.clone() } else { text("what") };
    let entry = ClueEntry {
        household_id: clue.household_id,
        of,
        received_on,
        source: chosen(screen.form.value("source")).unwrap_or(clue.source),
        channel: text("channel"),
        reported_by: clue.reported_by.clone(),
        what,
        risks: clue.risks.clone(),
    };
    Some(ClueChange::Correct(Box::new(entry), Reason::parse(&text("why"))?))
}

fn read_begin(screen: &mut RecordForm, words: &Words) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "category", "record-problem-choice");
    let persons = screen.form.value("persons").to_owned();
    let persons: Option<u32> = if persons.is_empty() {
        None
    } else {
        let read = persons.parse().ok().filter(|count| (1..=99).contains(count));
        if read.is_none() {
            screen.form.mark("persons", words.t("clue-problem-persons"));
        }
        read
    };
    let category = chosen(screen.form.value("category"));
    let clue = screen.clue.as_ref()?.clue.clone();
    let asked = BeginAsked {
        of: BeginOf::Clue { id: clue.id, persons },
        kind: None,
        category,
        risks: Vec::new(),
        assigned_to: None,
        on: screen.today,
    };
    (!screen.form.has_faults()).then(|| ProcedureWrite::Begin(Box::new(asked)))
}

/// The procedures that a household can begin.
fn kinds(class: HouseholdClass) -> Vec<ProcedureKind> {
    ProcedureKind::ALL.iter().copied().filter(|kind| is_possible_for(*kind, class)).collect()
}

pub(super) fn begin_fields(words: &Words, file: &HouseholdFile, today: NaiveDate) -> Vec<Field> {
    let kinds = kinds(file.row.class);
    let only = if let [only] = kinds.as_slice() { only.code() } else { "" };
    let stated: Vec<&str> = file.row.risks.split(',').filter(|code| !code.is_empty()).collect();
    vec![
        field(words, "kind", "procedure-kind", Kind::One(choices(words, &kinds))).with_value(only),
        field(words, "category", "procedure-category", Kind::One(choices(words, &categories()))).hidden(),
        field(words, "risks", "clue-risks", Kind::Any(choices(words, RiskType::ALL))).with_value(&stated.join(",")),
        field(words, "name", "clue-assigned-to", Kind::Text).with_value(&file.row.contact).given(),
        day(words, "on", "procedure-day-zero", today),
    ]
}

pub(super) fn begin_arrange(form: &mut Form) {
    let kind: Option<ProcedureKind> = chosen(form.field("kind").map_or("", Field::value));
    form.show("category", kind == Some(ProcedureKind::Identification));
}

pub(super) fn read_begin_of(screen: &mut RecordForm, words: &Words) -> Option<ProcedureWrite> {
    screen.mark_if_blank(words, "kind", "record-problem-choice");
    screen.mark_if_blank(words, "on", "form-problem-date");
    let on = screen.day(words, "on").unwrap_or(screen.today);
    let kind = chosen(screen.form.value("kind"))?;
    let entry = ProcedureEntry {
        kind,
        household_id: screen.household_id()?,
        clues: Vec::new(),
        day_zero: on,
        self_reported: false,
        category: chosen(screen.form.value("category")),
        risks: chosen_all(screen.form.value("risks")),
        assigned_to: ContactName::parse(screen.form.value("name")),
    };
    let row = &screen.file.as_ref()?.row;
    let (class, is_active) = (row.class, row.active);
    let faults: Vec<RecordFault> =
        entry.faults((class, is_active), &[], screen.today).into_iter().map(RecordFault::Begin).collect();
    screen.form.mark_faults(words, &faults);
    let asked = BeginAsked {
        of: BeginOf::Household(entry.household_id),
        kind: Some(entry.kind),
        category: entry.category,
        risks: entry.risks,
        assigned_to: entry.assigned_to,
        on,
    };
    (!screen.form.has_faults()).then(|| ProcedureWrite::Begin(Box::new(asked)))
}
