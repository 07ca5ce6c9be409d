//! What a file is, told by its content: names lie.

use super::refusal::FileRefused;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Xlsx,
    /// Excel before 2007.
    Xls,
    Ods,
    /// A web page that holds tables, whatever it is called.
    Html,
    /// XML of Excel 2003, or an `OpenDocument` in one file.
    Xml,
    Text,
}

/// Container of Excel before 2007, and of encrypted files since.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP: &[u8] = b"PK\x03\x04";

pub(super) fn detect(bytes: &[u8]) -> Result<FileKind, FileRefused> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileRefused::Empty);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        let holds = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(name.len()).any(|window| window == name)
        };
        return match (holds("EncryptedPackage"), holds("Workbook") || holds("Book")) {
            (true, _) => Err(FileRefused::PasswordProtected),
            (false, true) => Ok(FileKind::Xls),
            (false, false) => Err(FileRefused::OldExcel),
        };
    }
    if bytes.starts_with(ZIP) {
        return Ok(if holds_ods(bytes) { FileKind::Ods } else { FileKind::Xlsx });
    }
    if let Some(kind) = markup(bytes) {
        return kind;
    }
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !utf16 && bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)) {
        return Err(FileRefused::NotASpreadsheet);
    }
    if [&b"%PDF"[..], b"{\\rtf", b"{\"", b"SQLite format"].iter().any(|magic| bytes.starts_with(magic)) {
        return Err(FileRefused::NotASpreadsheet);
    }
    Ok(FileKind::Text)
}

/// An `OpenDocument` names its kind in its first part, unpacked.
fn holds_ods(bytes: &[u8]) -> bool {
    let start = bytes.get(..200).unwrap_or(bytes);
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    start.windows(kind.len()).any(|window| window == kind)
}

/// A file that begins with a tag: tables of a web page or of XML, or a page that holds none.
fn markup(bytes: &[u8]) -> Option<Result<FileKind, FileRefused>> {
    let lower = |from: &[u8], most: usize| -> Vec<u8> {
        from.iter().copied().filter(|byte| *byte != 0).take(most).map(|byte| byte.to_ascii_lowercase()).collect()
    };
    let first = bytes.iter().position(u8::is_ascii_graphic)?;
    let start = lower(&bytes[first..], 4096);
    let has = |text: &[u8], tag: &[u8]| text.windows(tag.len()).any(|window| window == tag);
    if !start.starts_with(b"<") {
        return None;
    }
    if has(&start, b"urn:schemas-microsoft-com:office:spreadsheet") && has(&start, b"<?xml") && !has(&start, b"<html") {
        return Some(Ok(FileKind::Xml));
    }
    if has(&start, b"office:document") {
        return Some(Ok(FileKind::Xml));
    }
    let is_page = [&b"<html"[..], b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head", b"<style", b"<body"];
    if !is_page.iter().any(|tag| has(&start, tag)) {
        return None;
    }
    let holds_table = has(&lower(bytes, usize::MAX), b"<table");
    Some(if holds_table { Ok(FileKind::Html) } else { Err(FileRefused::Html) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_content() {
        let compound = |tail: &str| {
            let tail = tail.encode_utf16().flat_map(u16::to_le_bytes);
            COMPOUND_FILE.iter().copied().chain(tail).collect::<Vec<u8>>()
        };
        assert_eq!(detect(b"\xef\xbb\xbf\xe6\x88\xb7,1"), Ok(FileKind::Text));
        assert_eq!(detect(b"PK\x03\x04rest"), Ok(FileKind::Xlsx));
        assert_eq!(detect(b" \r\n"), Err(FileRefused::Empty));
        assert_eq!(detect(b""), Err(FileRefused::Empty));
        assert_eq!(detect(b"\xef\xbb\xbf<HTML><table>"), Ok(FileKind::Html));
        assert_eq!(detect(b"<!DOCTYPE html><p>Please log in"), Err(FileRefused::Html));
        assert_eq!(detect(b"%PDF-1.7"), Err(FileRefused::NotASpreadsheet));
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n\0\0"), Err(FileRefused::NotASpreadsheet));
        assert_eq!(detect(&compound("EncryptedPackage")), Err(FileRefused::PasswordProtected));
        assert_eq!(detect(&compound("Workbook")), Ok(FileKind::Xls));
        assert_eq!(detect(&compound("WordDocument")), Err(FileRefused::OldExcel));
    }
}
