//! The rounds as they are drawn, three lines a card:
//!
//! ```text
//! ▌每月底入户登记收入，农户签字
//!   还有 8 天，2026-11-30 截止
//!   ████░░░░░░ 14/26 户 监测对象；按各月收入都已登记计
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ledger::RoundNow;
use crate::report::policy::title;
use crate::report::rounds::{done_words, left_words, what_words};
use crate::text::wrap;
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::widgets::{bar, weekday};

use super::RoundsScreen;

/// Lines of a card, the blank one under it included.
const CARD: usize = 4;
const BAR: usize = 10;
/// So many days before its last a round is urgent.
const URGENT_DAYS: i64 = 7;

pub fn draw(screen: &RoundsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, today, policy, .. } = scene.around;
    let left = format!(" {} {} {}", words.t("rounds-title"), look.glyphs.dot, title(words, policy));
    let day = format!("{today} {}", weekday(words, today));
    scene.two_sided(Rect { height: 1, ..area }, (&left, look.theme.bold), (&day, look.theme.dim));
    let page = rest(area, 2);
    let empty = match &screen.rounds {
        None => Some("rounds-reading"),
        Some(rounds) if rounds.is_empty() => Some("rounds-none"),
        Some(_) => None,
    };
    if let Some(key) = empty {
        for (row, line) in wrap(&words.t(key), usize::from(page.width).saturating_sub(4)).into_iter().enumerate() {
            scene.put(page, row, Line::styled(format!("   {line}"), look.theme.dim));
        }
        return;
    }
    let around = scene.around;
    let rounds = screen.rounds.as_deref().unwrap_or_default();
    let seen = usize::from(page.height).div_ceil(CARD).max(1);
    let whole = (usize::from(page.height) / CARD).max(1).min(seen);
    let top = scene.top_of("rounds", screen.selected, rounds.len(), whole);
    for (at, now) in rounds.iter().enumerate().skip(top).take(seen) {
        let is_selected = at == screen.selected;
        for (row, line) in card(now, is_selected, around).into_iter().enumerate() {
            scene.put_choice(page, (at - top) * CARD + row, line, at, Some(screen.selected));
        }
    }
}

fn card(now: &RoundNow, is_selected: bool, around: Surroundings<'_>) -> [Line<'static>; 3] {
    let Surroundings { words, look, .. } = around;
    let is_done = now.asked() > 0 && now.open.is_empty();
    let urgency = match now.days_left {
        _ if is_done => look.theme.dim,
        ..0 => look.theme.bad,
        0..=URGENT_DAYS => look.theme.warn,
        _ => Style::new(),
    };
    let cursor = Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent);
    let what = Line::from(vec![cursor, Span::styled(what_words(words, now), look.theme.bold)]);
    let what = if is_selected { what.style(look.theme.selected) } else { what };
    let mut done = vec![Span::raw("   ")];
    if now.asked() > 0 {
        done.push(Span::styled(bar(now.done, now.asked(), BAR, &look.glyphs), look.theme.accent));
        done.push(Span::raw(" "));
    }
    done.push(Span::styled(done_words(words, now), if now.asked() > 0 { Style::new() } else { look.theme.dim }));
    [what, Line::styled(format!("   {}", left_words(words, now)), urgency), Line::from(done)]
}
