//! Any text read as a policy file: refused with what is wrong, or a policy that can be composed.

#![no_main]

use std::collections::BTreeMap;

use huifang::domain::policy::{Policy, read_overrides, read_plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(plan) = read_plan(text) {
        let _ = Policy::compose(plan, &BTreeMap::new(), true);
    }
    let _ = read_overrides(text);
});
