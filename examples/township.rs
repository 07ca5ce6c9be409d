//! Makes a township of made-up households with fourteen months of visits, to look at and to measure on:
//!
//! ```sh
//! cargo run --release --example township -- 10000 township.db
//! ```
//!
//! The same number gives the same households on the same day; a day can be named as the third argument, and behind it how
//! many procedures are under way.

#![expect(clippy::print_stderr, reason = "a program of its own, for whoever measures")]

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Days;
use huifang::clock::Clock;
use huifang::domain::class::HouseholdClass;
use huifang::domain::due_row::DueRow;
use huifang::domain::label::HouseholdLabel;
use huifang::domain::policy::ProcedureKind;
use huifang::ledger::{BeginAsked, BeginOf, IfMissing, Ledger};

const DEVICE: &str = "example";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let households = arguments.next().and_then(|text| text.parse::<usize>().ok());
    let (Some(households), Some(file)) = (households, arguments.next().map(PathBuf::from)) else {
        eprintln!("township HOUSEHOLDS FILE [YYYY-MM-DD [PROCEDURES]]");
        return ExitCode::from(2);
    };
    if file.exists() {
        eprintln!("{} is there already: nothing was done", file.display());
        return ExitCode::from(2);
    }
    let clock = Clock::fixed(arguments.next().and_then(|day| day.parse().ok()));
    let procedures = arguments.next().and_then(|text| text.parse::<usize>().ok()).unwrap_or(0);
    let mut progress = |done: usize, total: usize| {
        eprint!("\r{done} / {total}");
        true
    };
    let made = Ledger::open(&file, IfMissing::Create, clock, DEVICE).and_then(|mut ledger| {
        ledger.fill_with_township(households, &mut progress)?;
        let rows = ledger.due_list()?.rows;
        // Before today, each a day further back than the one before, so that some are late.
        let begun = rows.iter().take(procedures).enumerate().filter(|(at, row)| begin(&mut ledger, row, *at));
        Ok(begun.count())
    });
    eprintln!();
    match made {
        Ok(begun) => {
            eprintln!("{begun} procedures");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Begins the procedure that a household of its class can go through.
fn begin(ledger: &mut Ledger, row: &DueRow, at: usize) -> bool {
    let kind = match row.class {
        HouseholdClass::Unresolved => ProcedureKind::Elimination,
        HouseholdClass::Eliminated => ProcedureKind::RollBack,
        HouseholdClass::Stable | HouseholdClass::General => ProcedureKind::Identification,
    };
    let back = Days::new(at as u64 % 20);
    let asked = BeginAsked {
        of: BeginOf::Household(row.id),
        kind: Some(kind),
        category: (kind == ProcedureKind::Identification).then_some(HouseholdLabel::Edge),
        risks: Vec::new(),
        assigned_to: None,
        on: ledger.today() - back,
    };
    ledger.begin_procedure(&asked).is_ok()
}
