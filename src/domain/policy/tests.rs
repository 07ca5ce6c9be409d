//! What a policy file may say, and how a plan, the default and a database's own values come together.

use super::*;
use crate::domain::class::HouseholdClass;
use crate::domain::label::HouseholdLabel;
use crate::domain::revisit::RevisitRule;
use crate::domain::visit::VisitMode;

fn plan(settings: &str) -> Result<PolicyFile, Vec<FaultyValue>> {
    read_plan(&format!(
        "id = 'x'\ntitle = {{ zh-CN = '题', en = 't' }}\nplace = {{ zh-CN = '地', en = 'p' }}\n{settings}"
    ))
}

fn composed(settings: &str, here: &str) -> Policy {
    Policy::compose(plan(settings).unwrap(), &read_overrides(here).unwrap(), true).unwrap()
}

type Refused = (usize, String, PolicyFault, String);

fn refused(settings: &str) -> Vec<Refused> {
    let problems = plan(settings).unwrap_err();
    problems.into_iter().map(|it| (it.line, it.key, it.fault, it.allowed)).collect()
}

#[test]
fn every_shipped_policy_is_whole() {
    for (id, text) in SHIPPED {
        let file = read_plan(text).unwrap_or_else(|problems| panic!("{id}: {problems:?}"));
        assert_eq!(file.id, *id);
        assert!(Policy::shipped(id).unwrap().is_ok());
        for (setting, stated) in &file.stated {
            let again = format!("[{}]\nvalue = {}\n", setting.code(), stated.value.to_toml());
            assert_eq!(read_overrides(&again).unwrap()[setting].value, stated.value, "{id} {}", setting.code());
        }
    }
    assert!(Policy::shipped("nowhere").is_none());
}

#[test]
fn the_default_policy_holds_the_three_intervals() {
    let policy = Policy::default_policy().unwrap();
    for (class, rule) in [
        (HouseholdClass::Unresolved, RevisitRule::calendar(1)),
        (HouseholdClass::Eliminated, RevisitRule::rolling(6)),
        (HouseholdClass::Stable, RevisitRule::rolling(12)),
    ] {
        let cadence = policy.cadence(class, Some(HouseholdLabel::Edge)).unwrap();
        assert_eq!(Ok(&cadence.rule), rule.as_ref());
        assert_eq!(cadence.counted_modes, [VisitMode::Home]);
    }
    assert!(policy.cadence(HouseholdClass::General, None).is_none());
}

#[test]
fn what_a_plan_leaves_open_is_the_default_and_marked_so() {
    let policy = composed(
        "[inclusion_line]\nvalue = 6500\nzh-CN = '线'\nen = 'line'\n",
        "[verifiers]\nvalue = 3\n[inclusion_line]\nvalue = { 2026 = 8500 }\n",
    );
    assert_eq!(policy.origin(Setting::InclusionLine), Some(Origin::Override));
    assert_eq!(policy.line(Purpose::Inclusion, 2025).unwrap().yuan, 6500);
    assert_eq!(policy.line(Purpose::Inclusion, 2026).unwrap().yuan, 8500);
    assert_eq!(policy.verifiers(), 3);
    assert_eq!(policy.origin(Setting::IncomeWindow), Some(Origin::Default));
    assert_eq!(policy.origin(Setting::Floor), None);
    assert_eq!(policy.line(Purpose::LookBack, 2026), policy.line(Purpose::Inclusion, 2026), "one line serves for both");
}

#[test]
fn a_category_may_have_a_cadence_of_its_own_and_leaves_the_rest_to_its_class() {
    let policy = composed("[counted_modes_edge]\nvalue = ['phone']\nzh-CN = '电话'\nen = 'phone'\n", "");
    let edge = policy.cadence(HouseholdClass::Unresolved, Some(HouseholdLabel::Edge)).unwrap();
    assert_eq!(
        (edge.rule.clone(), edge.counted_modes.clone()),
        (RevisitRule::calendar(1).unwrap(), vec![VisitMode::Phone])
    );
    assert_eq!(policy.cadence_origin(edge), Some(Origin::Default), "the plan names its modes, not its interval");
    let sudden = policy.cadence(HouseholdClass::Unresolved, Some(HouseholdLabel::SuddenHardship)).unwrap();
    assert_eq!(sudden.counted_modes, [VisitMode::Home]);
    assert_eq!(policy.cadence_origin(sudden), Some(Origin::Default));
}

/// A setting with a wrong value, and what is said of it.
fn is_refused(setting: &str, value: &str, fault: PolicyFault, allowed: &str) {
    let problems = refused(&format!("[{setting}]\nvalue = {value}\nzh-CN = ''\nen = ''\n"));
    let (line, key, found, may) = &problems[0];
    assert_eq!((*line, *found), (5, fault), "{setting} = {value}: {problems:?}");
    assert!(key.starts_with(setting) && may.contains(allowed), "{key}: {may}");
}

#[test]
fn what_cannot_be_is_refused_by_line_with_what_is_allowed() {
    use PolicyFault::{MissingKey, MissingYear, OutOfRange, UnknownKey, UnknownValue, WrongKind};
    is_refused("verifiers", "0", OutOfRange, "1–9");
    is_refused("verifiers", "'two'", WrongKind, "1–9");
    is_refused("jump_factor", "1", OutOfRange, "2–100");
    is_refused("consent", "1", WrongKind, "true, false");
    is_refused("floor", "{ 2024 = 5000, 2026 = 5200 }", MissingYear, "2025 = …");
    is_refused("floor", "{ 24 = 5000 }", UnknownKey, "2000–2100");
    is_refused("floor", "0", OutOfRange, "1–1000000");
    is_refused("floor", "{}", MissingKey, "2026 = …");
    is_refused("counted_modes_edge", "[]", UnknownValue, "home");
    is_refused("income_window", "'ever'", UnknownValue, "rolling12, oct-sep");
    is_refused("counted_modes_edge", "['unknown']", UnknownValue, "home");
    is_refused("cadence_edge", "{ rule = 'calendar', months = 5 }", OutOfRange, "1, 2, 3, 4, 6, 12");
    is_refused("cadence_edge", "{ rule = 'rolling', months = 61 }", OutOfRange, "1–60");
    is_refused("cadence_edge", "{ rule = 'rounds', round_months = [13] }", OutOfRange, "1–12");
    is_refused("cadence_edge", "{ rule = 'weekly', months = 1 }", UnknownValue, "calendar, rolling, rounds");
    is_refused("plan_days", "{ days = 10 }", MissingKey, "kind");
    is_refused("notice_days", "5", WrongKind, "[…]");
}

#[test]
fn keys_that_are_not_known_or_not_there_are_named() {
    for (settings, line, key, fault) in [
        ("[lines]\nvalue = 1\n", 4, "lines", PolicyFault::UnknownKey),
        ("[verifiers]\nzh-CN = ''\nen = ''\n", 4, "verifiers.value", PolicyFault::MissingKey),
        ("[verifiers]\nvalue = 2\nzh-CN = ''\n", 4, "verifiers.en", PolicyFault::MissingKey),
        ("[verifiers]\nvalue = 2\nmax = 3\nzh-CN = ''\nen = ''\n", 6, "verifiers.max", PolicyFault::UnknownKey),
    ] {
        let problems = refused(settings);
        let (at, found, what, allowed) = &problems[0];
        assert_eq!((*at, found.as_str(), *what), (line, key, fault), "{problems:?}");
        assert!(!allowed.is_empty());
    }
    let syntax = read_plan("id = 'x'\ntitle =\n").unwrap_err();
    assert_eq!((syntax[0].line, syntax[0].fault), (2, PolicyFault::Syntax));
    let nothing = read_plan("").unwrap_err();
    assert_eq!(nothing.iter().filter(|it| it.fault == PolicyFault::MissingKey).count(), 3);
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let problems = refused(
        "[lines]\nvalue = 1\n[verifiers]\nvalue = 0\nzh-CN = ''\nen = ''\n[floor]\nvalue = -1\nzh-CN=''\nen=''\n",
    );
    assert_eq!(problems.iter().map(|it| it.0).collect::<Vec<_>>(), [4, 7, 11]);
}
