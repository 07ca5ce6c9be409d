//! The sheets of a foreign file, whatever kind it is: cells as they stand there, and nothing of what
//! they mean.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::csv_sheet::{decode, read_csv};
use super::detect::{FileKind, detect};
use super::html_tables::read_html;
use super::other_books::{read_ods, read_xls};
use super::refusal::FileRefused;
use super::sheet::Sheet;
use super::xlsx_sheet::read_workbook;
use super::xml_tables::read_xml;

/// No roster is larger than this.
const MAX_FILE_BYTES: u64 = 48 << 20;

/// The visible sheets in their order.
pub(super) fn read_sheets(path: &Path) -> Result<Vec<Sheet>, FileRefused> {
    refuse_what_is_no_file(path)?;
    let file = File::open(path).map_err(|_| FileRefused::Unreadable)?;
    let mut bytes = Vec::new();
    // A file may grow while it is read.
    let read = file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|_| FileRefused::Unreadable)?;
    if read as u64 > MAX_FILE_BYTES {
        return Err(FileRefused::TooLarge);
    }
    match detect(&bytes)? {
        FileKind::Text => Ok(vec![read_csv(&bytes)?]),
        FileKind::Xlsx => read_workbook(&bytes),
        FileKind::Xls => read_xls(&bytes),
        FileKind::Ods => read_ods(&bytes),
        FileKind::Html => read_html(&decode(&bytes)?),
        FileKind::Xml => read_xml(&decode(&bytes)?),
    }
}

/// What is no ordinary file may have no end, or wait for ever.
pub(super) fn refuse_what_is_no_file(path: &Path) -> Result<(), FileRefused> {
    let file = fs::metadata(path).map_err(|_| FileRefused::Missing)?;
    if file.is_dir() {
        return Err(FileRefused::Folder);
    }
    if !file.is_file() {
        return Err(FileRefused::NotAFile);
    }
    if file.len() > MAX_FILE_BYTES { Err(FileRefused::TooLarge) } else { Ok(()) }
}
