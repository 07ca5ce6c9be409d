//! What can be asked for, by the words of the language and by the English ones.

use crate::i18n::Words;

use super::talk::plain_answer;

/// What can be asked for at the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    List,
    Show,
    Visit,
    Help,
    Quit,
}

/// What can be asked for in the place of an answer, behind a slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Back,
    Last,
    Clear,
    All,
    Save,
    Leave,
    Discard,
    Help,
}

const VERBS: [(Verb, &str); 5] = [
    (Verb::List, "plain-verb-list"),
    (Verb::Show, "plain-verb-show"),
    (Verb::Visit, "plain-verb-visit"),
    (Verb::Help, "plain-verb-help"),
    (Verb::Quit, "plain-verb-quit"),
];

const ORDERS: [(Order, &str); 8] = [
    (Order::Back, "plain-order-back"),
    (Order::Last, "plain-order-last"),
    (Order::Clear, "plain-order-clear"),
    (Order::All, "plain-order-all"),
    (Order::Save, "plain-order-save"),
    (Order::Leave, "plain-order-leave"),
    (Order::Discard, "plain-order-discard"),
    (Order::Help, "plain-order-help"),
];

/// The first word as a verb, and the rest; the rest is the whole line where there is no such verb.
pub(super) fn verb_of(words: &Words, line: &str) -> (Option<Verb>, String) {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match named(words, &VERBS, first) {
        Some(verb) => (Some(verb), rest.trim().to_owned()),
        None => (None, line.to_owned()),
    }
}

/// What was typed in the place of an answer.
pub(super) enum Typed {
    Answer,
    Order(Order),
    /// A slash, and behind it no order that there is.
    NoSuchOrder,
}

/// What stands behind a slash is an order.
pub(super) fn typed(words: &Words, line: &str) -> Typed {
    let behind = line.strip_prefix('/').or_else(|| line.strip_prefix('／'));
    let Some(behind) = behind else { return Typed::Answer };
    named(words, &ORDERS, behind).map_or(Typed::NoSuchOrder, Typed::Order)
}

fn named<T: Copy>(words: &Words, table: &[(T, &str)], word: &str) -> Option<T> {
    let word = plain_answer(word);
    table.iter().find(|(_, key)| words.t(key).split_whitespace().any(|it| it == word)).map(|(it, _)| *it)
}
