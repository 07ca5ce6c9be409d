//! Whether the clock can be right, asked at each start of the interface.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::clock_doubt::ClockDoubt;
use crate::store::StoreError;

use super::Ledger;

/// When the program was last started on this database.
const LAST_START: &str = "last_start";

impl Ledger {
    /// Why the clock may be wrong. Where the day was told with the start there is nothing to doubt.
    pub fn clock_doubt(&self) -> Result<Option<ClockDoubt>, StoreError> {
        if self.clock.is_told() {
            return Ok(None);
        }
        let reader = self.store.reader();
        let last_start = reader.find_setting(LAST_START)?.and_then(|text| text.parse::<DateTime<Utc>>().ok());
        Ok(ClockDoubt::of(self.clock.now(), reader.newest_revision_at()?, last_start))
    }

    /// Remembers this start for the next one's doubt.
    pub fn note_start(&mut self) -> Result<(), StoreError> {
        if self.clock.is_told() || self.store.look_only().is_some() {
            return Ok(());
        }
        self.write(|writer, _| writer.set_setting(LAST_START, &writer.now().to_rfc3339()))
    }

    /// The latest day of any visit that stands.
    pub fn newest_visit_on(&self) -> Result<Option<NaiveDate>, StoreError> {
        self.store.reader().newest_visit_on()
    }
}
