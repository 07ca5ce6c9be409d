//! What is logged of the use of a database.

use crate::domain::codes::coded;

coded! {
    /// What is logged.
    AuditedKind {
        Opened = "opened",
        /// Somebody tried a wrong passphrase.
        OpeningFailed = "opening_failed",
        Exported = "exported",
        /// Whole numbers of persons were shown.
        Revealed = "revealed",
        Corrected = "corrected",
        PolicyChanged = "policy_changed",
        BackedUp = "backed_up",
        Restored = "restored",
        PassphraseChanged = "passphrase_changed",
        /// What lacks acknowledged records was taken as it is.
        TakenAsItIs = "taken_as_it_is",
    }
}
