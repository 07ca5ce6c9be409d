//! Why a file was refused whole. Each kind has a code, by which `i18n` finds the sentence.

use super::roster::TableSeen;

/// The file is not imported at all, and nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileRefused {
    #[error("file_missing")]
    Missing,
    #[error("file_is_folder")]
    Folder,
    /// A pipe, a device.
    #[error("file_is_no_file")]
    NotAFile,
    /// The program could not start itself to read it.
    #[error("reader_missing")]
    ReaderMissing,
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
    #[error("file_unreadable")]
    Unreadable,
    #[error("file_empty")]
    Empty,
    #[error("not_a_spreadsheet")]
    NotASpreadsheet,
    /// A web page under a spreadsheet's name.
    #[error("file_is_html")]
    Html,
    /// The Excel format before 2007.
    #[error("file_is_old_excel")]
    OldExcel,
    /// A zipped format that is not xlsx: ods, docx, xlsb.
    #[error("file_other_format")]
    OtherFormat,
    #[error("password_protected")]
    PasswordProtected,
    #[error("file_damaged")]
    Damaged,
    /// It would unfold to more than any roster has.
    #[error("file_too_large")]
    TooLarge,
    #[error("encoding_unknown")]
    EncodingUnknown,
    #[error("no_header")]
    NoHeader {
        /// The headings that it may have, for a person to say what they are.
        seen: Option<Box<TableSeen>>,
    },
    /// The codes of the columns that a roster cannot be without.
    #[error("column_missing")]
    ColumnMissing {
        missing: Vec<&'static str>,
        /// The headings that were seen.
        seen: Box<TableSeen>,
    },
    /// Headings, and no household under them.
    #[error("no_rows")]
    NoRows,
    /// The code of a household lost digits: sheet row and heading.
    #[error("code_as_number")]
    CodeAsNumber { row: u32, column: String },
}

impl FileRefused {
    /// The stable code.
    pub fn code(&self) -> String {
        self.to_string()
    }

    /// The headings that were seen, where a person who says what they are may help.
    pub fn seen(&self) -> Option<&TableSeen> {
        match self {
            Self::ColumnMissing { seen, .. } | Self::NoHeader { seen: Some(seen) } => Some(seen),
            _ => None,
        }
    }

    /// The refusal of a whole file by its code.
    pub(super) fn from_code(code: &str) -> Self {
        let whole = [
            Self::Missing,
            Self::Folder,
            Self::NotAFile,
            Self::Unreadable,
            Self::Empty,
            Self::NotASpreadsheet,
            Self::Html,
            Self::OldExcel,
            Self::OtherFormat,
            Self::PasswordProtected,
            Self::TooLarge,
            Self::EncodingUnknown,
        ];
        whole.into_iter().find(|refused| refused.code() == code).unwrap_or(Self::Damaged)
    }

    /// Every code, for the test that each has its sentence.
    pub const CODES: &'static [&'static str] = &[
        "file_missing",
        "file_is_folder",
        "file_is_no_file",
        "reader_missing",
        "stopped",
        "file_unreadable",
        "file_empty",
        "not_a_spreadsheet",
        "file_is_html",
        "file_is_old_excel",
        "file_other_format",
        "password_protected",
        "file_damaged",
        "file_too_large",
        "encoding_unknown",
        "no_header",
        "no_rows",
        "column_missing",
        "code_as_number",
    ];
}
