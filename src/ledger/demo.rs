//! A made-up village.
