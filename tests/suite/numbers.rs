//! No number that a plan fixes stands in the rules: it is policy.

use std::path::Path;

use crate::locales::source_files;

/// The rules that judge: every number in them is named here with the reason why no plan fixes it.
const RULES: [&str; 23] = [
    "domain/risk/alert/mod.rs",
    "domain/risk/alert/wanting.rs",
    "domain/visit/attestation.rs",
    "domain/risk/assessment/conditions.rs",
    "domain/risk/assessment/mod.rs",
    "domain/risk/case.rs",
    "domain/revisit/coverage.rs",
    "domain/income/mod.rs",
    "domain/income/income_change.rs",
    "domain/visit/measure.rs",
    "domain/visit/policies_due.rs",
    "domain/household/population.rs",
    "domain/income/pro_rata.rs",
    "domain/revisit/mod.rs",
    "domain/standing/settle_class.rs",
    "domain/standing/mod.rs",
    "domain/household/status.rs",
    "domain/household/status_entry.rs",
    "domain/visit/visit_entry.rs",
    "domain/visit/warning.rs",
    "domain/income/window.rs",
    "domain/income/window_income.rs",
    "domain/values/working_days.rs",
];

/// A number, the files it may stand in, and what it is.
const ALLOWED: [(&str, &[&str], &str); 11] = [
    (
        "1_000_000",
        &["domain/household/population.rs"],
        "the most people that a village can have: a slip, not a plan's number",
    ),
    ("5", &["domain/visit/warning.rs"], "how many warnings have a plain code"),
    ("12", &["domain/income/window.rs", "domain/revisit/mod.rs", "domain/revisit/coverage.rs"], "months of a year"),
    ("9", &["domain/income/window.rs"], "September ends October to September"),
    (
        "4",
        &["domain/income/window.rs", "domain/income/income_change.rs", "domain/values/working_days.rs"],
        "April ends May to April; the categories of income; digits of a day of a year",
    ),
    (
        "100",
        &[
            "domain/income/window_income.rs",
            "domain/income/income_change.rs",
            "domain/household/population.rs",
            "domain/risk/assessment/conditions.rs",
            "domain/visit/warning.rs",
        ],
        "fen of a yuan, percent",
    ),
    ("1000", &["domain/income/income_change.rs"], "tenths of a percent"),
    ("20_000", &["domain/household/population.rs"], "hundredths of a percent, twice for rounding"),
    ("10", &["domain/revisit/mod.rs"], "the horizon of *due* is this project's rule, not a plan's"),
    ("60", &["domain/revisit/mod.rs"], "the longest rolling rule that a policy may state"),
    (
        "2",
        &[
            "domain/risk/alert/mod.rs",
            "domain/values/working_days.rs",
            "domain/income/income_change.rs",
            "domain/household/population.rs",
            "domain/income/window_income.rs",
        ],
        "halves, in rounding; the worst grade of an answer; digits of a month",
    ),
];

/// Numbers of the lengths that a calendar rule may have.
const PERIODS: &str = "matches!(months, 1 | 2 | 3 | 4 | 6 | 12)";

#[test]
fn no_number_of_a_plan_stands_in_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut looked_at = 0;
    for path in source_files(&root) {
        let name = path.strip_prefix(&root).unwrap().display().to_string().replace('\\', "/");
        if !RULES.contains(&name.as_str()) {
            continue;
        }
        looked_at += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (line, text) in code.lines().enumerate() {
            let text = text.split("//").next().unwrap_or_default();
            if text.contains(PERIODS) || text.contains("#[error(") || text.contains("const RULES_VERSION") {
                continue;
            }
            for number in numbers(text) {
                let known = ALLOWED.iter().any(|(it, files, _)| *it == number && files.contains(&name.as_str()));
                assert!(
                    known || number == "0" || number == "1",
                    "{name}:{}: {number} should be policy: {text}",
                    line + 1
                );
            }
        }
    }
    assert_eq!(looked_at, RULES.len(), "a file of rules was moved: name it anew");
}

/// The integer literals of a line: what begins with a digit that no letter stands before.
fn numbers(line: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() && !before.is_alphanumeric() && before != '_' && before != '.' {
            let mut number = String::from(c);
            while let Some(next) = rest.next_if(|next| next.is_ascii_digit() || *next == '_') {
                number.push(next);
            }
            numbers.push(number);
            before = '0';
            continue;
        }
        before = c;
    }
    numbers
}

#[test]
fn a_planted_number_is_found() {
    assert_eq!(numbers("if months >= 3 && share > 20_000 { day2 } // 7"), ["3", "20_000", "7"]);
}
