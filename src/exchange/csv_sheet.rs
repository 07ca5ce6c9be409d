//! Reads CSV in whatever encoding and with whatever separator a spreadsheet program wrote it.

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::refusal::FileRefused;
use super::sheet::{Cell, Sheet};

pub(super) fn read_csv(bytes: &[u8]) -> Result<Sheet, FileRefused> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|_| FileRefused::Damaged)? {
        row += record.position().map_or(0, |at| blank_lines(text.as_bytes(), at.byte()));
        for (column, field) in record.iter().enumerate() {
            let field = unguarded(field);
            if !field.trim().is_empty() {
                sheet.push(row, column, Cell::Text(field.into()))?;
            }
        }
        row += 1;
    }
    Ok(sheet)
}

/// The blank lines at the start of a record, which the reader skips and a spreadsheet program counts.
/// The line feed that ends the record before may still stand there.
fn blank_lines(text: &[u8], record_start: u64) -> usize {
    let start = usize::try_from(record_start).unwrap_or(usize::MAX);
    let ends_last = start > 0 && text.get(start - 1..=start) == Some(b"\r\n");
    let rest = text.get(start + usize::from(ends_last)..).unwrap_or_default();
    rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count()
}

/// Takes off the `'` that keeps a spreadsheet program from reading a field as a formula, and the `="…"`
/// that keeps it from reading digits as a number.
fn unguarded(field: &str) -> &str {
    if let Some(digits) = field.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return digits;
    }
    match field.strip_prefix('\'') {
        Some(rest)
            if rest
                .trim_start_matches('\'')
                .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']) =>
        {
            rest
        }
        _ => field,
    }
}

/// A byte order mark decides; else strict UTF-8; else GB18030, if it is that.
pub(super) fn decode(bytes: &[u8]) -> Result<String, FileRefused> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    for encoding in encoding.map_or(vec![UTF_8, GB18030], |encoding| vec![encoding]) {
        let (text, _, had_errors) = encoding.decode(bytes);
        if !had_errors {
            return Ok(text.into_owned());
        }
    }
    Err(FileRefused::EncodingUnknown)
}

/// The separator that stands most often in the first lines.
fn separator(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count = |separator: u8| head.iter().map(|line| line.bytes().filter(|b| *b == separator).count()).sum::<usize>();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(u32, u16, String)> {
        let sheet = read_csv(bytes).unwrap();
        let rows = sheet.rows().iter();
        rows.flat_map(|row| row.cells().map(|(column, cell)| (row.number, column, cell.text())).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn the_encoding_is_found_out() {
        let expected = vec![(1, 0, "户编号".to_owned()), (1, 1, "村".to_owned())];
        let text = "户编号,村\n";
        assert_eq!(cells(text.as_bytes()), expected);
        assert_eq!(cells(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), expected);
        assert_eq!(cells(&GB18030.encode(text).0), expected);
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(cells(&utf16), expected);
        assert_eq!(read_csv(&[0x81, 0x20, 0xff, 0xff]).unwrap_err(), FileRefused::EncodingUnknown);
    }

    #[test]
    fn separators_blank_lines_and_guards() {
        assert_eq!(cells(b"a;b\n\nc;d\n")[2..], [(3, 0, "c".to_owned()), (3, 1, "d".to_owned())]);
        assert_eq!(cells("a\t'=1\n".as_bytes())[1].2, "=1");
        assert_eq!(
            cells(b"a,\"x\ny\"\nb,c\n")[2],
            (2, 0, "b".to_owned()),
            "rows are counted as a spreadsheet shows them"
        );
        assert_eq!(
            cells(b"a,b\r\n\r\nc,d\r\ne,f\r\n")[2..].iter().map(|cell| cell.0).collect::<Vec<_>>(),
            [3, 3, 4, 4]
        );
    }
}
