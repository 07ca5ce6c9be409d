//! Where the tables of a sheet stand: headings under titles and lines to fill in, several tables one
//! beside or under another, headings that come again at a page break.

use std::collections::BTreeMap;

use crate::domain::clean::clean_text;

use super::column::column_of;
use super::columns::{ColumnsByHand, TableSeen};
use super::header::{Header, Heading};
use super::merged::Merged;
use super::{adopt, places, values};
use crate::exchange::refusal::FileRefused;
use crate::exchange::sheet::{Cell, Sheet, SheetRow};

/// How far down the first headings may stand, under titles, instructions and lines to fill in.
const HEADER_WITHIN: usize = 60;
/// Fewer known headings than this are a coincidence.
const HEADER_AT_LEAST: usize = 3;
/// Headings take at most so many rows.
const MOST_ROWS: usize = 3;
/// An example of what a column holds is looked for in so many rows.
const SAMPLES_WITHIN: usize = 200;

/// One table: its headings and the rows under them.
#[derive(Debug)]
pub(super) struct Table<'s> {
    pub(super) header: Header,
    /// The row of the first headings.
    row: u32,
    pub(super) rows: &'s [SheetRow],
    /// Columns from here to before there belong to it, where several stand beside each other.
    pub(super) columns: std::ops::Range<u16>,
}

/// The tables of a sheet, from above and from the left, whatever they lack. A sheet without any says why.
pub(super) fn tables<'s>(
    sheet: &'s Sheet,
    merged: &Merged<'s>,
    by_hand: &ColumnsByHand,
) -> Result<Vec<Table<'s>>, FileRefused> {
    let rows = sheet.rows();
    if rows.is_empty() {
        return Err(FileRefused::Empty);
    }
    let looked_at = LookedAt { sheet, merged, by_hand };
    let Some(first) = looked_at.first_header() else {
        return Err(FileRefused::NoHeader { seen: looked_at.likely_header().map(Box::new) });
    };
    let mut found: Vec<Table<'s>> = Vec::new();
    let mut block = first;
    let mut above = 0;
    loop {
        let begins = block.at + block.height;
        let next = (begins..rows.len()).find_map(|at| looked_at.header_again(at, &block.header));
        let ends = next.as_ref().map_or(rows.len(), |next| next.at);
        for (columns, headings) in side_by_side(&block.headings, by_hand) {
            let mut header = Header::of(&headings, by_hand);
            sheet.name().clone_into(&mut header.sheet);
            say_what_titles_say(&mut header, sheet, &rows[above..block.at]);
            let rows = &rows[begins..ends];
            take_samples(&mut header, &headings, rows);
            let names_village = |row: &SheetRow| row.alone().is_some_and(|text| places::village_in(&text).is_some());
            header.has_village_sections = header.unstated().village && rows.iter().any(names_village);
            adopt::adopt_category(&mut header, &headings, rows);
            header.give_phone_to_contact(&headings);
            found.push(Table { header, row: sheet.rows()[block.at].number, rows, columns });
        }
        above = begins;
        match next {
            Some(next) => block = next,
            None => break,
        }
    }
    Ok(found)
}

impl Table<'_> {
    pub(super) fn seen(&self) -> TableSeen {
        TableSeen { sheet: self.header.sheet.clone(), row: self.row, columns: self.header.seen.clone() }
    }
}

/// What stands first under each heading.
fn take_samples(header: &mut Header, headings: &[Heading], rows: &[SheetRow]) {
    for (seen, heading) in header.seen.iter_mut().zip(headings) {
        let mut cells = rows.iter().take(SAMPLES_WITHIN).filter_map(|row| row.get(heading.column));
        seen.sample = cells.next().map(|cell| clean_text(&cell.text())).unwrap_or_default();
    }
}

/// A sheet, its merged cells, and what a person assigned.
#[derive(Clone, Copy)]
struct LookedAt<'a> {
    sheet: &'a Sheet,
    merged: &'a Merged<'a>,
    by_hand: &'a ColumnsByHand,
}

/// Rows that may be headings.
struct Block {
    at: usize,
    height: usize,
    headings: Vec<Heading>,
    header: Header,
}

impl LookedAt<'_> {
    /// The rows with the most known headings near the top; of several that know as many, the fewest. Where a
    /// person assigned headings, those.
    fn first_header(self) -> Option<Block> {
        let near_the_top = self.sheet.rows().len().min(HEADER_WITHIN);
        let blocks = (0..near_the_top).flat_map(|at| (1..=MOST_ROWS).map(move |height| (at, height)));
        let blocks = blocks.filter_map(|(at, height)| self.block(at, height));
        let known = blocks.filter(|block| block.header.known() >= HEADER_AT_LEAST);
        // The first of equals.
        known.reduce(|best, block| {
            let rank =
                |block: &Block| (block.header.is_by_hand(), block.header.known(), std::cmp::Reverse(block.height));
            if rank(&block) > rank(&best) { block } else { best }
        })
    }

    /// The row that looks most like headings where too few are known: a person may say what they are.
    fn likely_header(self) -> Option<TableSeen> {
        let rows = self.sheet.rows();
        let blocks = (0..rows.len().min(HEADER_WITHIN)).filter_map(|at| self.block(at, 1));
        let wide = blocks.filter(|block| block.headings.len() >= HEADER_AT_LEAST);
        let mut likely = wide.reduce(|best, block| {
            let rank = |block: &Block| (block.header.known(), block.headings.len());
            if rank(&block) > rank(&best) { block } else { best }
        })?;
        take_samples(&mut likely.header, &likely.headings, &rows[likely.at + 1..]);
        let (sheet, row) = (self.sheet.name().to_owned(), rows[likely.at].number);
        Some(TableSeen { sheet, row, columns: likely.header.seen })
    }

    /// Headings that come again further down: of another table, or of the same after a page break.
    fn header_again(self, at: usize, before: &Header) -> Option<Block> {
        let row = &self.sheet.rows()[at];
        // Most rows are told by a few of their cells.
        let mut tried =
            row.cells().take(3).chain(before.all_places().take(4).filter_map(|(_, at)| Some((at, row.get(at)?))));
        let may_be = tried.any(|(_, cell)| matches!(cell, Cell::Text(text) if column_of(text).is_some()));
        let least = HEADER_AT_LEAST.max(before.known() / 2);
        let blocks = (1..=MOST_ROWS).filter(|_| may_be).filter_map(|height| self.block(at, height));
        let blocks = blocks.filter(|block| block.header.known() >= least);
        blocks.max_by_key(|block| (block.header.known(), std::cmp::Reverse(block.height)))
    }

    /// The headings that so many rows from here make; none where they hold what no heading holds.
    fn block(self, at: usize, height: usize) -> Option<Block> {
        let rows = self.sheet.rows().get(at..at + height)?;
        let is_unbroken = rows.windows(2).all(|pair| pair[1].number == pair[0].number + 1);
        if !is_unbroken || rows.iter().any(looks_like_data) {
            return None;
        }
        let mut paths: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        for row in rows {
            for column in columns_of(rows) {
                if let Some(text) = self.merged.text(row, column).filter(|text| !text.trim().is_empty()) {
                    let path = paths.entry(column).or_default();
                    if path.last() != Some(&text) {
                        path.push(text);
                    }
                }
            }
        }
        // Without merged cells a word stands over its first column, and those to the right leave it blank.
        if height > 1 && self.sheet.merges().is_empty() {
            carry_right(&mut paths, &rows[0]);
        }
        let headings: Vec<Heading> = paths.into_iter().map(|(column, path)| Heading { column, path }).collect();
        let header = Header::of(&headings, self.by_hand);
        Some(Block { at, height, headings, header })
    }
}

fn columns_of(rows: &[SheetRow]) -> impl Iterator<Item = u16> + use<> {
    let last = rows.iter().filter_map(|row| row.cells().last()).map(|(at, _)| at).max().unwrap_or(0);
    let first = rows.iter().filter_map(|row| row.cells().next()).map(|(at, _)| at).min().unwrap_or(0);
    first..=last
}

fn carry_right(paths: &mut BTreeMap<u16, Vec<String>>, top: &SheetRow) {
    let mut over: Option<String> = None;
    for (column, path) in paths.iter_mut() {
        match top.get(*column) {
            Some(cell) => over = Some(cell.text()),
            None => path.splice(0..0, over.clone()).for_each(drop),
        }
    }
}

/// A number, a date, or a long run of digits: no heading has one.
fn looks_like_data(row: &SheetRow) -> bool {
    row.cells().any(|(_, cell)| match cell {
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) => true,
        Cell::Text(text) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            digits >= 6 || (digits > 0 && digits == text.trim().chars().count())
        }
    })
}

/// Tables that stand beside each other name the household twice: where each part names it once and nothing
/// twice, whatever the order and the words, they are several.
fn side_by_side(headings: &[Heading], by_hand: &ColumnsByHand) -> Vec<(std::ops::Range<u16>, Vec<Heading>)> {
    let parts = parts(headings, by_hand).unwrap_or_else(|| vec![headings.to_vec()]);
    let begins: Vec<u16> = parts.iter().map(|part| part.first().map_or(0, |first| first.column)).collect();
    let begin = |at: usize| if at == 0 { 0 } else { begins[at] };
    let end = |at: usize| begins.get(at + 1).copied().unwrap_or(u16::MAX);
    parts.into_iter().enumerate().map(|(at, part)| (begin(at)..end(at), part)).collect()
}

/// The headings cut into tables; none where they cannot be.
fn parts(headings: &[Heading], by_hand: &ColumnsByHand) -> Option<Vec<Vec<Heading>>> {
    let header = Header::of(headings, by_hand);
    if header.known() >= HEADER_AT_LEAST && header.names_once() {
        return Some(vec![headings.to_vec()]);
    }
    if !header.names_twice() || headings.len() < 2 * HEADER_AT_LEAST {
        return None;
    }
    let first = headings.first()?.title();
    let begins_a_table = |at: &usize| {
        let title = headings[*at].title();
        title == first || Header::of(&headings[*at..=*at], by_hand).names_once()
    };
    let splits = (HEADER_AT_LEAST..=headings.len() - HEADER_AT_LEAST).filter(begins_a_table);
    splits.into_iter().find_map(|at| {
        let (left, right) = headings.split_at(at);
        let header = Header::of(left, by_hand);
        let is_table = header.known() >= HEADER_AT_LEAST && header.names_once();
        let rest = if is_table { parts(right, by_hand)? } else { return None };
        Some(std::iter::once(left.to_vec()).chain(rest).collect())
    })
}

/// The village and the class that the sheet's name or the lines above the headings tell, for where no
/// column does.
fn say_what_titles_say(header: &mut Header, sheet: &Sheet, above: &[SheetRow]) {
    let lines = above.iter().filter(|row| row.cells().count() <= 2).filter_map(|row| row.cells().next());
    let mut texts: Vec<String> = vec![sheet.name().to_owned()];
    texts.extend(lines.map(|(_, cell)| cell.text()));
    // The line that stands nearest says it best, then the sheet's name.
    texts[1..].reverse();
    header.village = texts.iter().skip(1).chain(texts.first()).find_map(|text| places::village_in(text));
    header.label = texts.iter().find_map(|text| values::label_in(text));
}
