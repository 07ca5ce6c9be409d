//! A category column under a heading that nobody knows, told by what stands in it: 脱贫不稳定户 under 身份,
//! 是 under 是否监测户, a tick under 边缘易致贫户. Not read, it would turn a monthly visit into a yearly one. Beside
//! a known column it is a second one of the same thing.

use crate::domain::clean::clean_text;

use super::header::{Header, Heading};
use super::values;
use crate::exchange::sheet::SheetRow;

/// Rows that are looked at.
const LOOKED_AT: usize = 500;

/// Takes unknown columns for the category where what they hold can be nothing else.
pub(super) fn adopt_category(header: &mut Header, headings: &[Heading], rows: &[SheetRow]) {
    for (at, heading) in headings.iter().enumerate() {
        let is_free = header.seen.get(at).is_some_and(|seen| seen.field.is_none() && !seen.by_hand);
        if is_free && holds_categories(&heading.title(), heading.column, rows) {
            header.adopt_category(at, heading.column);
        }
    }
}

fn holds_categories(title: &str, column: u16, rows: &[SheetRow]) -> bool {
    let cells = rows.iter().take(LOOKED_AT).filter_map(|row| row.get(column));
    let texts: Vec<String> =
        cells.map(|cell| clean_text(&cell.text())).filter(|text| !values::is_blank(text)).collect();
    let reads: Vec<_> = texts.iter().filter_map(|text| values::read_label_under(title, text)).collect();
    let names_monitored = reads.iter().any(|read| read.label.is_some_and(values::is_monitored));
    // Where the heading asks, what cannot be read is named row by row; else a line of a total or a foot may stand
    // under it.
    names_monitored && (values::asks(title) || reads.len() * 5 >= texts.len() * 4)
}
