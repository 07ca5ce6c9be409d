//! Walks a zip before anything unfolds it, and refuses what would unfold to more than a roster has.
//! Sizes are counted while inflating into nothing: a header that names its sizes may lie.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::refusal::FileRefused;

const MAX_INFLATED: u64 = 200 << 20;
const MAX_RATIO: u64 = 100;
const MAX_ENTRIES: usize = 1000;
/// Small files may be all repetition.
const RATIO_FROM: u64 = 1 << 20;
/// The strings of a workbook are all held at once.
const MAX_STRINGS: u64 = 48 << 20;

pub(super) fn check_limits(bytes: &[u8]) -> Result<(), FileRefused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefused::Damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(FileRefused::TooLarge);
    }
    if ["xl/workbook.xml", "content.xml"].iter().all(|part| archive.index_for_name(part).is_none()) {
        return Err(FileRefused::OtherFormat);
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| FileRefused::Damaged)?;
        let packed = entry.compressed_size().max(1);
        let is_strings = entry.name().map_err(|_| FileRefused::Damaged)?.ends_with("sharedStrings.xml");
        let allowed = MAX_INFLATED - total;
        let inflated = io::copy(&mut entry.take(allowed + 1), &mut io::sink()).map_err(|_| FileRefused::Damaged)?;
        total += inflated;
        let folded_too_well = inflated > RATIO_FROM && inflated / packed > MAX_RATIO;
        if inflated > allowed || folded_too_well || (is_strings && inflated > MAX_STRINGS) {
            return Err(FileRefused::TooLarge);
        }
    }
    Ok(())
}
