//! What a file is, told by its content: names lie.

use super::refusal::FileRefused;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Xlsx,
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
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if encrypted { FileRefused::PasswordProtected } else { FileRefused::OldExcel });
    }
    if bytes.starts_with(ZIP) {
        return Ok(FileKind::Xlsx);
    }
    if looks_like_html(bytes) {
        return Err(FileRefused::Html);
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

fn looks_like_html(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes
        .iter()
        .copied()
        .skip_while(|byte| !byte.is_ascii_graphic())
        .take(512)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let begins = |tag: &[u8]| start.starts_with(tag);
    let holds = |tag: &[u8]| start.windows(tag.len()).any(|window| window == tag);
    begins(b"<")
        && (holds(b"<html") || holds(b"<!doctype html") || holds(b"<table") || holds(b"<?xml") || holds(b"<meta"))
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
        assert_eq!(detect(b"\xef\xbb\xbf<HTML><table>"), Err(FileRefused::Html));
        assert_eq!(detect(b"<!DOCTYPE html>"), Err(FileRefused::Html));
        assert_eq!(detect(b"%PDF-1.7"), Err(FileRefused::NotASpreadsheet));
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n\0\0"), Err(FileRefused::NotASpreadsheet));
        assert_eq!(detect(&compound("EncryptedPackage")), Err(FileRefused::PasswordProtected));
        assert_eq!(detect(&compound("Workbook")), Err(FileRefused::OldExcel));
    }
}
