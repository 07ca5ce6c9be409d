//! One value of the policy, set for this database: the fields follow from what it may be. What is typed
//! is read as a policy file is, so that the same is allowed and refused.

use chrono::{Datelike, NaiveDate};

use crate::domain::fall_reason::FallReason;
use crate::domain::income::{IncomeFormula, IncomeSource};
use crate::domain::label::RiskType;
use crate::domain::measure::MeasureKind;
use crate::domain::policy::{
    DayKind, DayTerm, Line, MemberRule, NoLabour, Policy, Setting, Shape, Value, read_overrides,
};
use crate::domain::revisit::RevisitRule;
use crate::domain::visit::VisitMode;
use crate::domain::window::WindowKind;
use crate::domain::working_days::YearHolidays;
use crate::i18n::Words;
use crate::report::policy::{allowed_words, value_words};
use crate::tui::form::kit::{YES, choices, chosen, chosen_all, yes_no};

use super::{RecordForm, field};
use crate::tui::form::{Choice, Field, Form, Kind};

/// The rules of a cadence by their codes.
const RULES: [(&str, &str); 3] =
    [("calendar", "setting-rule-calendar"), ("rolling", "setting-rule-rolling"), ("rounds", "setting-rule-rounds")];

pub(super) fn fields(words: &Words, policy: &Policy, setting: Setting, today: NaiveDate) -> Vec<Field> {
    let now = policy.value(setting);
    let shown = now.map_or_else(|| words.t("none"), |value| value_words(words, setting, value));
    let mut fields = vec![field(words, "now", "setting-now", Kind::Shown).with_value(&shown)];
    let one = |kind| vec![field(words, "value", "setting-value", kind)];
    let allowed = allowed_words(words, setting);
    fields.extend(match setting.shape() {
        Shape::Line => {
            // The year of the window that is held against it: the line of no other would be seen.
            let year = policy.window().complete(today).year().to_string();
            vec![
                field(words, "year", "setting-year", Kind::Plain).with_value(&year).given(),
                field(words, "value", "setting-line", Kind::Plain).with_hint(words.t("setting-hint-line")),
            ]
        }
        Shape::Holidays => vec![
            field(words, "year", "setting-year", Kind::Plain).with_value(&today.year().to_string()).given(),
            field(words, "value", "setting-holidays", Kind::Plain).with_hint(words.t("setting-hint-holidays")),
        ],
        Shape::Targets => vec![
            field(words, "risk", "setting-risk", Kind::One(choices(words, RiskType::ALL))),
            field(words, "value", "setting-measures", Kind::Any(choices(words, MeasureKind::ALL)))
                .with_hint(words.t("form-hint-any")),
        ],
        Shape::Count(..) => vec![field(words, "value", "setting-value", Kind::Plain).with_hint(allowed)],
        Shape::Formula => one(Kind::One(choices(words, IncomeFormula::ALL))),
        Shape::Window => one(Kind::One(choices(words, WindowKind::ALL))),
        Shape::NoLabour => one(Kind::One(choices(words, NoLabour::ALL))),
        Shape::MemberRule => one(Kind::One(choices(words, MemberRule::ALL))),
        Shape::Flag => one(yes_no(words)),
        Shape::Modes => one(Kind::Any(choices(words, &modes()))),
        Shape::Reasons => one(Kind::Any(choices(words, FallReason::ALL))),
        Shape::Sources => one(Kind::Any(choices(words, IncomeSource::ALL))),
        Shape::Days(..) | Shape::DayTerms(..) => vec![
            field(words, "value", "setting-days", Kind::Plain)
                .with_hint(format!("{allowed} {}", days_hint(words, setting))),
            field(words, "unit", "setting-day-kind", Kind::One(choices(words, DayKind::ALL))),
        ],
        Shape::Cadence => vec![
            field(words, "rule", "setting-rule", Kind::One(rules(words))),
            field(words, "value", "setting-months", Kind::Plain).with_hint(words.t("setting-hint-months")),
        ],
    });
    fields
}

fn days_hint(words: &Words, setting: Setting) -> String {
    if matches!(setting.shape(), Shape::DayTerms(..)) { words.t("setting-hint-terms") } else { String::new() }
}

fn modes() -> Vec<VisitMode> {
    VisitMode::ALL.iter().copied().filter(|mode| *mode != VisitMode::Unknown).collect()
}

fn rules(words: &Words) -> Vec<Choice> {
    let choice = |(digit, (code, label)): (char, (&str, &str))| Choice::new(digit, code, words.t(label));
    ('1'..='9').zip(RULES).map(choice).collect()
}

pub(super) fn read(screen: &mut RecordForm, words: &Words, setting: Setting) -> Option<Value> {
    let typed = screen.form.value("value").to_owned();
    let is_list = matches!(setting.shape(), Shape::Sources | Shape::Reasons);
    if !is_list && screen.mark_if_blank(words, "value", "record-problem-text") {
        return None;
    }
    for key in ["unit", "rule", "risk"] {
        if screen.form.field(key).is_some() && screen.mark_if_blank(words, key, "record-problem-choice") {
            return None;
        }
    }
    // What cannot be put together is refused as the text it is, with what is allowed.
    let stated = stated(&screen.form, setting, &typed);
    let stated = stated.map_or_else(|| format!("{typed:?}"), |value| value.to_toml());
    let text = format!("[{}]\nvalue = {stated}\n", setting.code());
    match read_overrides(&text) {
        Ok(mut here) => here.remove(&setting).map(|stated| stated.value),
        Err(problems) => {
            let allowed = problems.first().map(|problem| problem.allowed.clone()).unwrap_or_default();
            let is_cadence = setting.shape() == Shape::Cadence;
            let sentence = if is_cadence {
                words.t("setting-hint-months")
            } else {
                words.with("setting-problem", &[("allowed", &allowed)])
            };
            screen.form.mark("value", sentence);
            None
        }
    }
}

/// What the fields state, where they can be put together; whether it is allowed is told by reading it.
fn stated(form: &Form, setting: Setting, typed: &str) -> Option<Value> {
    let number = || typed.parse::<u32>().ok();
    let kind = || chosen::<DayKind>(form.value("unit"));
    Some(match setting.shape() {
        Shape::Line => {
            let year = form.value("year").parse().ok()?;
            Value::Line(Line { every_year: None, by_year: [(year, number()?)].into_iter().collect() })
        }
        Shape::Holidays => {
            let year = form.value("year").parse().ok()?;
            Value::Holidays([(year, YearHolidays::parse(year, typed)?)].into_iter().collect())
        }
        Shape::Targets => Value::Targets([(chosen(form.value("risk"))?, chosen_all(typed))].into_iter().collect()),
        Shape::Count(..) => Value::Count(number()?),
        Shape::Formula => Value::Formula(chosen(typed)?),
        Shape::Window => Value::Window(chosen(typed)?),
        Shape::NoLabour => Value::NoLabour(chosen(typed)?),
        Shape::MemberRule => Value::MemberRule(chosen(typed)?),
        Shape::Flag => Value::Flag(typed == YES),
        Shape::Modes => Value::Modes(chosen_all(typed)),
        Shape::Reasons => Value::Reasons(chosen_all(typed)),
        Shape::Sources => Value::Sources(chosen_all(typed)),
        Shape::Days(..) => Value::Days(DayTerm { days: number()?, kind: kind()? }),
        Shape::DayTerms(..) => {
            let kind = kind()?;
            let terms = typed.split('+').map(|days| Some(DayTerm { days: days.trim().parse().ok()?, kind }));
            Value::DayTerms(terms.collect::<Option<_>>()?)
        }
        Shape::Cadence => {
            let months = typed.split([',', '/', ' ']).filter(|text| !text.is_empty()).map(|text| text.parse().ok());
            let months: Vec<u32> = months.collect::<Option<_>>()?;
            // Numbers that no rule can have are told when it is read.
            Value::Cadence(match (form.value("rule"), months.as_slice()) {
                ("calendar", [months]) => RevisitRule::Calendar { months: *months },
                ("rolling", [months]) => RevisitRule::Rolling { months: *months },
                ("rounds", _) => RevisitRule::Rounds { round_months: months },
                _ => return None,
            })
        }
    })
}
