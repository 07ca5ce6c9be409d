//! A list of lines of which one is chosen: what part of it is seen, and how the choice moves.

/// The first line to show of so many, that the selected one stands in the middle as far as that goes.
pub fn top_of(selected: usize, count: usize, seen: usize) -> usize {
    selected.saturating_sub(seen / 2).min(count.saturating_sub(seen))
}

/// The first line to show, where that was `top` before: moved no further than the selected line needs.
pub fn kept_top(top: usize, selected: usize, count: usize, seen: usize) -> usize {
    let lowest = (selected + 1).saturating_sub(seen);
    top.clamp(lowest, selected.max(lowest)).min(count.saturating_sub(seen))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever was seen before: the selected line is in sight, and the list did not move if it was.
        #[test]
        fn a_list_moves_no_further_than_the_selected_line_needs(
            before in 0..200_usize, selected in 0..100_usize, more in 0..100_usize, seen in 1..40_usize,
        ) {
            let count = selected + 1 + more;
            let top = kept_top(before, selected, count, seen);
            prop_assert!((top..top + seen).contains(&selected));
            prop_assert!(top == 0 || top + seen <= count, "no blank line at the end");
            if (before..before + seen).contains(&selected) && before + seen <= count {
                prop_assert_eq!(top, before);
            }
        }

        #[test]
        fn a_step_stays_in_the_list(at in prop::option::of(0..50_usize), by in -80..80_isize, count in 1..50_usize) {
            prop_assert!(step_from(at, by, count) < count);
        }
    }

    #[test]
    fn where_nothing_is_chosen_a_step_counts_from_the_end_it_comes_from() {
        assert_eq!([1, 3, -1, -2].map(|by| step_from(None, by, 10)), [0, 2, 9, 8]);
    }
}
