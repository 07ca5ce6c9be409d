//! The answers of a visit in the JSON: a field a question, under its code. Nothing is omitted: what was not said
//! is null, or empty where it is a list.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::question::{Question, Said, Takes};
use crate::domain::visit::{MemberNamed, Visit};

/// Serialized as the fields of the visit.
pub(super) struct AnswersJson<'a>(pub &'a Visit);

/// The source of the water stands with the water, the signature and its reason are one thing.
const fn stands_elsewhere(question: Question) -> bool {
    matches!(question, Question::WaterSource | Question::Signature | Question::SignatureReason)
}

impl Serialize for AnswersJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for question in Question::ALL.iter().filter(|question| !stands_elsewhere(**question)) {
            map.serialize_key(question.code())?;
            match (question.of(self.0), question.takes()) {
                (Some(Said::YesOrNo(yes)), _) => map.serialize_value(&yes)?,
                (Some(Said::One(code)), _) => map.serialize_value(code)?,
                (Some(Said::Any(codes)), _) => map.serialize_value(&codes)?,
                (Some(Said::Members(members)), _) => map.serialize_value(&members)?,
                (Some(Said::Names(names)), _) => map.serialize_value(&names)?,
                (Some(Said::Change(by)), _) => map.serialize_value(&by)?,
                (Some(Said::Text(text)), _) => map.serialize_value(&text)?,
                (None, Takes::Any(_) | Takes::Members | Takes::Names) => {
                    map.serialize_value::<[MemberNamed; 0]>(&[])?;
                }
                (None, Takes::YesOrNo | Takes::One(_) | Takes::Change | Takes::Text | Takes::Note) => {
                    map.serialize_value(&None::<()>)?;
                }
            }
        }
        map.end()
    }
}
