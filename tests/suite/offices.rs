//! 98 rosters as offices really send them, each with what a person would expect of it. The runner tells
//! what came in right, what is silently wrong, and what was refused though anybody could read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use huifang::domain::facts::HouseholdFact as F;
use huifang::exchange::Reading;
use huifang::exchange::roster::{ColumnsByHand, Roster, read_roster};
use huifang::ledger::{HouseholdFile, ImportOutcome};
use serde_json::Value;

use crate::world::{World, day, roster};

fn folder() -> PathBuf {
    roster("offices")
}

/// How a roster came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    SilentlyWrong,
    RefusedWithoutNeed,
}

/// What was imported of a file, and everything that was said of it.
struct Imported {
    world: World,
    roster: Roster,
    outcome: ImportOutcome,
}

fn import(entry: &Value) -> Result<Imported, String> {
    let mut world = World::on("2026-11-22");
    let path = folder().join(entry["file"].as_str().unwrap());
    let roster = read_roster(&path, day("2026-11-22"), Reading::Here, &ColumnsByHand::default(), &mut || true)
        .map_err(|refused| refused.code())?;
    let plan = world
        .ledger
        .plan_roster(roster.clone(), huifang::ledger::Spellings::AsBefore, &mut |_, _| true)
        .map_err(|error| error.to_string())?;
    let outcome = world.ledger.apply_import(&plan, true, &mut |_, _| true).map_err(|error| error.to_string())?;
    Ok(Imported { world, roster, outcome })
}

impl Imported {
    fn households(&self) -> Vec<HouseholdFile> {
        let list = self.world.ledger.due_list().unwrap();
        list.rows.iter().map(|row| self.world.ledger.show(row.id).unwrap()).collect()
    }

    /// Everything that was named as doubtful: the code of the household, and the value.
    fn named(&self) -> BTreeSet<(String, String)> {
        let mut code_at = BTreeMap::new();
        for household in &self.roster.households {
            let rows = household.members.iter().flatten().map(|member| member.row).chain([household.row]);
            let code = household.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
            code_at.extend(rows.map(|row| ((household.sheet.clone(), row), code.clone())));
        }
        let left_out = self.roster.left_out.iter().map(|code| (code.as_str().to_owned(), String::new()));
        let told = self.outcome.problems.iter().map(|problem| {
            let code = code_at.get(&(problem.sheet.clone(), problem.row)).cloned().unwrap_or_default();
            (code, problem.value.clone())
        });
        told.chain(left_out).collect()
    }
}

/// A field of a household as the expectation writes it.
fn field(file: &HouseholdFile, key: &str) -> Value {
    let facts = &file.household.facts;
    let text = |fact: F| facts.get(fact).map_or(Value::Null, |text| Value::String(text.to_owned()));
    match key {
        "name" => text(F::Name),
        "id_number" => text(F::IdNumber),
        "phone" => text(F::Phone),
        "village" => text(F::Village),
        "group" => text(F::Group),
        "contact" => text(F::Contact),
        "identified_on" => text(F::IdentifiedOn),
        "eliminated_on" => text(F::EliminatedOn),
        "population" => facts.get(F::Population).map_or(Value::Null, |text| text.parse::<u32>().unwrap().into()),
        "class" => Value::String(file.row.class.code().to_owned()),
        "last_visit_on" => {
            let last = file.visits.iter().map(|visit| visit.visited_on).max();
            last.map_or(Value::Null, |on| Value::String(on.to_string()))
        }
        "risks" => facts.get(F::Risks).map_or(Value::Null, |text| text.split(',').map(str::to_owned).collect()),
        other => panic!("the expectation asks for {other}"),
    }
}

/// What differs from the expectation, each a line.
fn differences(entry: &Value, imported: &Imported) -> Vec<String> {
    let mut out = Vec::new();
    let files = imported.households();
    let named = imported.named();
    let is_named = |code: &str| named.iter().any(|(of, _)| of == code);
    if let Some(count) = entry["households"].as_u64() {
        let there = files.len() + imported.roster.left_out.len();
        let may_be_fewer = entry["want"] == "flag" && !named.is_empty();
        if there as u64 != count && !(may_be_fewer && (there as u64) < count) {
            out.push(format!("{there} households instead of {count}"));
        }
    }
    let by_code = entry["checks"].as_object().into_iter().flatten().map(|(code, checks)| (code, checks, true));
    let by_name = entry["by_name"].as_object().into_iter().flatten().map(|(name, checks)| (name, checks, false));
    for (key, checks, is_code) in by_code.chain(by_name) {
        let found = files.iter().find(|file| {
            if is_code { file.household.code.as_str() == key } else { file.household.facts.get(F::Name) == Some(key) }
        });
        let Some(file) = found else {
            if !is_named(key) {
                out.push(format!("{key} is not there, and nothing was said of it"));
            }
            continue;
        };
        for (what, wanted) in checks.as_object().unwrap() {
            let got = field(file, what);
            let doubtful = is_named(file.household.code.as_str());
            let is_right = match wanted.as_str() {
                Some("!") => doubtful,
                Some("?") => doubtful || got.is_null(),
                Some("") => got.is_null(),
                _ => got == *wanted,
            };
            if !is_right {
                out.push(format!("{key} {what}: {got} instead of {wanted}"));
            }
        }
    }
    for code in entry["flag"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if code == "any" { named.is_empty() } else { !is_named(code) }
            .then(|| out.push(format!("{code} was not named")));
    }
    if let Some(members) = entry["members"].as_u64() {
        let there: usize = files.iter().map(|file| file.members.len()).sum();
        if there as u64 != members {
            out.push(format!("{there} members instead of {members}"));
        }
    }
    let everything: String =
        files.iter().map(|file| serde_json::json!([file.household.facts, file.members]).to_string()).collect();
    for never in entry["never"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if everything.contains(never.trim_start_matches("\"name\": ").trim_matches('"'))
            && !never.starts_with("\"name\"")
        {
            out.push(format!("{never} came in"));
        }
        if never == "\"name\": \"2\"" && files.iter().any(|file| file.household.facts.get(F::Name) == Some("2")) {
            out.push(format!("{never} came in"));
        }
    }
    out
}

fn judge(entry: &Value) -> (Verdict, String) {
    let want = entry["want"].as_str().unwrap();
    match import(entry) {
        Err(_) if want == "refuse" => (Verdict::Right, String::new()),
        Err(said) if want == "either" || entry["refuse"].is_string() => (Verdict::Right, format!("refused: {said}")),
        Err(said) => (Verdict::RefusedWithoutNeed, said),
        Ok(imported) if want == "refuse" => {
            let rows = imported.households().len();
            (Verdict::SilentlyWrong, format!("{rows} households were read of a file that holds none"))
        }
        Ok(imported) => {
            let errors = imported.roster.problems.iter().filter(|problem| {
                want == "read" && problem.kind.severity() == huifang::exchange::roster::Severity::Error
            });
            let errors: Vec<String> = errors.map(|problem| format!("{problem:?}")).collect();
            let differences = differences(entry, &imported);
            match (errors.first(), differences.is_empty()) {
                (Some(error), _) => (Verdict::RefusedWithoutNeed, error.clone()),
                (None, true) => (Verdict::Right, String::new()),
                (None, false) => (Verdict::SilentlyWrong, differences.join("; ")),
            }
        }
    }
}

#[test]
fn rosters_as_offices_send_them_come_in_whole_or_say_why() {
    let expected: Vec<Value> = serde_json::from_slice(&std::fs::read(folder().join("expected.json")).unwrap()).unwrap();
    let mut table = String::new();
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for entry in &expected {
        let (verdict, why) = judge(entry);
        *counts.entry(verdict).or_default() += 1;
        if verdict != Verdict::Right || !why.is_empty() {
            let _ = writeln!(table, "{:?} {}: {why}", verdict, entry["file"].as_str().unwrap());
        }
    }
    let _ = writeln!(std::io::stderr(), "{table}{counts:?}");
    assert_eq!(counts.get(&Verdict::Right), Some(&expected.len()), "{table}");
}
