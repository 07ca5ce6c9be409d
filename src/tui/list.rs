//! A list of lines of which one is chosen: what part of it is seen, and how the choice moves.

/// The first line to show of so many, that the selected one stands in the middle as far as that goes.
pub fn top_of(selected: usize, count: usize, seen: usize) -> usize {
    selected.saturating_sub(seen / 2).min(count.saturating_sub(seen))
}

/// The choice so many lines further; where nothing is chosen yet, from the end that the step comes from.
/// `count` is not 0.
pub fn step_from(selected: Option<usize>, by: isize, count: usize) -> usize {
    let from = match (selected, by > 0) {
        (Some(at), _) => at.saturating_add_signed(by),
        (None, true) => by.unsigned_abs() - 1,
        (None, false) => count.saturating_add_signed(by),
    };
    from.min(count.saturating_sub(1))
}
