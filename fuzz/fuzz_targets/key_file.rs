//! Any bytes read as a key file, and any text read as a recovery code.

#![no_main]

use huifang::vault::{KeyFile, Secret};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = KeyFile::from_bytes(bytes) {
        assert!(KeyFile::from_bytes(&file.to_bytes()).is_ok());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Secret::typed(text).is_short();
    }
});
