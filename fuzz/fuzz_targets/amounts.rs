//! Any text typed as an amount, a sum among it.

#![no_main]

use huifang::domain::money::Amount;
use huifang::domain::typed_amount::is_interpreted;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = is_interpreted(text);
    // No amount is beyond what the form takes.
    if let Ok(amount) = Amount::parse(text) {
        assert!(Amount::from_fen(amount.fen()).is_ok());
    }
});
