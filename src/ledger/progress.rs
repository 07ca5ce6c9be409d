//! Telling how far long work is.

/// Told after each household: done, of how many. Answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;
