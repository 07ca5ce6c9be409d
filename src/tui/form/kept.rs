//! What of a form is durable: the draft as it was last kept, and when.

use super::{Form, Kind};

/// The draft of a form as it lies in the database; before anything was entered, the untouched form.
#[derive(Debug, Default)]
pub struct Kept {
    body: String,
    /// As the clock showed; none while there is no draft.
    pub at: Option<String>,
    /// The last try to write failed: what was typed may not be kept.
    pub is_behind: bool,
    /// What is on file stands in the fields: the form is to change it.
    pub is_of_file: bool,
    /// A draft that cannot be read lies there, and makes room first.
    pub aside_first: bool,
}

impl Kept {
    /// Nothing is kept of a form that was only opened.
    pub fn untouched(form: &Form) -> Self {
        let is_of_file = form
            .fields
            .iter()
            .any(|field| field.visible && !field.is_given && !field.value().is_empty() && field.kind != Kind::Shown);
        Self { body: form.to_draft(), at: None, is_of_file, ..Self::default() }
    }

    /// What is on the disk, and since when.
    pub fn draft(body: String, at: String) -> Self {
        Self { body, at: Some(at), ..Self::default() }
    }

    /// The draft to keep before the next frame is drawn, if it is not kept yet. Moving about in an
    /// untouched form keeps nothing.
    pub fn missing(&self, form: &Form) -> Option<String> {
        let draft = form.to_draft();
        let values = |draft: &str| Form::read_draft(draft).map(|(values, _)| values);
        let untouched = self.at.is_none() && values(&draft) == values(&self.body);
        (self.is_behind || draft != self.body && !untouched).then_some(draft)
    }
}
