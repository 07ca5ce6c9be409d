//! What a database lacks of what this computer knows.

use chrono::{DateTime, Utc};

/// What a database lacks of what this computer knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    pub records: i64,
    /// When the last was recorded that is there.
    pub since: Option<DateTime<Utc>>,
    /// Where this computer knows of them, if elsewhere.
    pub place: String,
}
