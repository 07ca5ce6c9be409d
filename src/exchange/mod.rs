//! Spreadsheets and CSV files: in as rosters, and (later) out as sheets. Knows files and forms, not
//! the database.

pub mod refusal;
pub mod roster;

mod csv_sheet;
mod detect;
mod sheet;
mod xlsx_limits;
mod xlsx_sheet;
