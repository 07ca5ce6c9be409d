//! Spreadsheets and CSV files: in as rosters, out as printed sheets. Knows files and forms, not the
//! database.

pub mod apart;
pub mod clue_list;
mod reading;
pub mod refusal;
pub mod roster;
pub mod table_book;
pub mod visit_sheet;
pub mod written;

mod csv_sheet;
mod detect;
pub mod html_page;
mod html_tables;
mod other_books;
mod sheet;
mod sheets;
mod xlsx_limits;
mod xlsx_sheet;
mod xml_tables;

pub use reading::Reading;
