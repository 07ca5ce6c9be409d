//! Any text typed as an amount, a sum among it.

#![no_main]

use huifang::domain::money::Amount;
use huifang::domain::typed_amount::is_interpreted;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = is_interpreted(text);
    // What is read is written so that it is read the same again.
    if let Ok(amount) = Amount::parse(text) {
        assert_eq!(Amount::parse(&amount.to_string()).ok(), Some(amount));
    }
});
