//! Makes a township of made-up households with fourteen months of visits, to look at and to measure on:
//!
//! ```sh
//! cargo run --release --example township -- 10000 township.db
//! ```
//!
//! The same number gives the same households on the same day; a day can be named as the third argument.

#![expect(clippy::print_stderr, reason = "a program of its own, for whoever measures")]

use std::path::PathBuf;
use std::process::ExitCode;

use huifang::clock::Clock;
use huifang::ledger::{IfMissing, Ledger};

const DEVICE: &str = "example";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let households = arguments.next().and_then(|text| text.parse::<usize>().ok());
    let (Some(households), Some(file)) = (households, arguments.next().map(PathBuf::from)) else {
        eprintln!("township HOUSEHOLDS FILE [YYYY-MM-DD]");
        return ExitCode::from(2);
    };
    if file.exists() {
        eprintln!("{} is there already: nothing was done", file.display());
        return ExitCode::from(2);
    }
    let clock = Clock::fixed(arguments.next().and_then(|day| day.parse().ok()));
    let mut progress = |done: usize, total: usize| {
        eprint!("\r{done} / {total}");
        true
    };
    let made = Ledger::open(&file, IfMissing::Create, clock, DEVICE)
        .and_then(|mut ledger| ledger.fill_with_township(households, &mut progress));
    eprintln!();
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
