//! Keeping what is typed before it is saved.

use crate::store::{Draft, DraftKey, StoreError, Window};

use super::Ledger;

/// What lies there for a form that is opened.
#[derive(Debug, Default)]
pub struct DraftsFound {
    /// To go on from: this person's of this window, or one left in a window that is gone.
    pub own: Option<Draft>,
    /// The newest that another person or another window holds.
    pub elsewhere: Option<Draft>,
}

impl Ledger {
    /// The draft to go on from, which is this window's from now on, and what others hold.
    pub fn find_drafts(&self, key: &DraftKey) -> Result<DraftsFound, StoreError> {
        let window = self.window();
        let mut others = Vec::new();
        let mut left = Vec::new();
        for draft in self.store.reader().list_drafts_of_form(key)? {
            let is_mine = draft.author.is_empty() || Some(draft.author.as_str()) == self.author_name();
            if is_mine && draft.window_id == window {
                return Ok(DraftsFound { own: Some(draft), elsewhere: None });
            }
            let is_left = is_mine && !Window::is_open(&self.path, &draft.window_id);
            if is_left { left.push(draft) } else { others.push(draft) }
        }
        let mut found = DraftsFound { own: None, elsewhere: others.into_iter().next() };
        for draft in left {
            let is_taken = match self.store.take_draft_over(&draft, &self.stamp()) {
                // Nothing can be kept at present: it is shown, and stays whose it was.
                Err(error) if error.stops_writing() => true,
                taken => taken?,
            };
            if is_taken {
                found.own = Some(draft);
                break;
            }
        }
        Ok(found)
    }

    /// Durable when it returns. Gives the instant that was kept with it.
    pub fn save_draft(&self, key: &DraftKey, body: &str) -> Result<chrono::DateTime<chrono::Utc>, StoreError> {
        self.window();
        let stamp = self.stamp();
        self.store.save_draft(key, &stamp, body)?;
        Ok(stamp.recorded_at)
    }

    /// Makes room for another draft; this one stays on file.
    pub fn set_draft_aside(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        self.write(|writer, _| writer.set_own_draft_aside(key))
    }

    pub fn discard_draft(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        self.write(|writer, _| writer.delete_draft(key))
    }
}
