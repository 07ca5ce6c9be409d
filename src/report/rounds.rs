//! The rounds of the plan in words.

use crate::domain::policy::{Origin, RoundCounts};
use crate::i18n::Words;
use crate::ledger::RoundNow;

use super::policy::wording;

/// What is done, in the plan's words.
pub fn what_words(words: &Words, now: &RoundNow) -> String {
    let what = wording(words, &now.round.wording);
    if !now.round.is_reading {
        return what.to_owned();
    }
    words.with("round-reading", &[("what", what), ("origin", &words.of(Origin::Reading))])
}

/// How many days are left, and to when.
pub fn left_words(words: &Words, now: &RoundNow) -> String {
    if !now.has_begun {
        let (first, last) = (now.span.first.to_string(), now.span.last.to_string());
        return words.with("round-begins", &[("first", &first), ("last", &last)]);
    }
    let key = match now.days_left {
        ..0 => "round-over",
        0 => "round-today",
        1.. => "round-left",
    };
    words.with(key, &[("days", &now.days_left.abs().to_string()), ("last", &now.span.last.to_string())])
}

/// How many it has reached of how many, and what counts; that nothing is counted, where it is so.
pub fn done_words(words: &Words, now: &RoundNow) -> String {
    if now.round.counts == RoundCounts::Nothing {
        return words.of(RoundCounts::Nothing);
    }
    let (done, asked) = (now.done.to_string(), now.asked().to_string());
    let said = [("done", done.as_str()), ("asked", &asked), ("scope", &words.of(now.round.scope))];
    if !now.has_begun {
        return words.with("round-counts-then", &[("what", &words.of(now.round.counts))]);
    }
    let nobody = if now.round.counts == RoundCounts::Effect { "round-no-measure" } else { "round-nobody" };
    let reached = if now.asked() == 0 { words.t(nobody) } else { words.with("round-done", &said) };
    format!("{reached} {}", words.with("round-counts", &[("what", &words.of(now.round.counts))]))
}

/// The rounds as text: three lines each.
pub fn rounds_text(words: &Words, rounds: &[RoundNow]) -> String {
    let lines = rounds.iter().map(|now| {
        let [what, left, done] = [what_words(words, now), left_words(words, now), done_words(words, now)];
        format!("{what}\n  {left}\n  {done}\n")
    });
    lines.collect()
}
