//! A made-up village.
use super::Ledger;
use crate::store::StoreError;
impl Ledger {
    pub fn fill_with_demo(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}
