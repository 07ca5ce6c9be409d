//! How domain values lie in columns: enums as their codes, days as ISO text, the rest as JSON.

use std::str::FromStr;

use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;

/// A value as it stands in JSON, without the quotes of a plain string: the code of an enum, a date.
pub(super) fn text_of<T: Serialize>(value: &T) -> Result<Option<String>, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::Null => Ok(None),
        serde_json::Value::String(text) => Ok(Some(text)),
        other => Ok(Some(other.to_string())),
    }
}

pub(super) fn json_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}

/// Reads a column written by [`text_of`]: a code or a date.
pub(super) fn coded<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let value = row.get::<_, Option<String>>(column)?.map_or(serde_json::Value::Null, serde_json::Value::String);
    serde_json::from_value(value).map_err(|_| unreadable())
}

/// Reads a column written by [`json_of`].
pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: Option<String> = row.get(column)?;
    serde_json::from_str(text.as_deref().unwrap_or("null")).map_err(|_| unreadable())
}

pub(super) fn id<I: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<I> {
    row.get_ref(column)?.as_str().ok().and_then(|text| text.parse().ok()).ok_or_else(unreadable)
}

pub(super) fn optional_id<I: FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<I>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable())).transpose()
}

pub(super) fn unreadable() -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, "unreadable".into())
}
