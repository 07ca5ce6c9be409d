//! The key groups as they are drawn:
//!
//! ```text
//!  重点群体 · 营口市：年度集中排查                                       2026-11-22 周日
//!  合计  按村  按联系人  按类别
//!                                户数  已走访  未走访  特别关注  人工认定  资料不全
//! ▌残疾人家庭      ███░░░░░░░       3       1       2         3         0         1
//!    柳河村        █████░░░░░       2       1       1         2         0         1
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::report::groups::{GroupCount, group_words, short_name, wanting_text};
use crate::report::policy::title;
use crate::text::{pad, pad_left, width, wrap};
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::widgets::{bar, seen_columns, weekday};

use super::{Counts, GroupRow, GroupsScreen, tabs};

/// The columns of a name: at least, at most.
const NAME: (usize, usize) = (12, 60);
/// The fewest columns of a number.
const NUMBER: usize = 5;
const BAR: usize = 10;
/// From this width on a bar stands beside the numbers.
const BAR_FROM: u16 = 100;

/// Which columns have room, the selected one among them.
struct Columns {
    name: usize,
    bar: usize,
    first: usize,
    widths: Vec<usize>,
}

impl Columns {
    fn of(screen: &GroupsScreen, words: &Words, total: u16) -> Self {
        let all: Vec<usize> =
            GroupCount::ALL.iter().map(|count| (width(&words.t(count.key())) + 2).max(NUMBER)).collect();
        let bar = if total >= BAR_FROM { BAR + 2 } else { 0 };
        let names = (0..screen.rows.len()).map(|at| width(&name(screen, words, at)));
        let wanted = names.max().unwrap_or(0).clamp(NAME.0, NAME.1);
        // A name gives way to the numbers as far as it can.
        let left = usize::from(total).saturating_sub(bar + 3 + all.iter().sum::<usize>());
        let name = wanted.min(left).max(wanted.min(usize::from(total) / 3)).max(NAME.0);
        let room = usize::from(total).saturating_sub(name + bar + 3);
        let seen = seen_columns(&all, screen.count as usize, room);
        Self { name, bar, first: seen.start, widths: all[seen].to_vec() }
    }

    fn counts(&self) -> impl Iterator<Item = (GroupCount, usize)> {
        GroupCount::ALL.iter().copied().skip(self.first).zip(self.widths.iter().copied())
    }
}

pub fn draw(screen: &GroupsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, today, policy, .. } = scene.around;
    let left = format!(" {} {} {}", words.t("group-title"), look.glyphs.dot, title(words, policy));
    let day = format!("{today} {}", weekday(words, today));
    scene.two_sided(Rect { height: 1, ..area }, (&left, look.theme.bold), (&day, look.theme.dim));
    let names: Vec<String> = tabs().map(|by| by.map_or_else(|| words.t("group-tab-all"), |by| words.of(by))).collect();
    let selected = tabs().position(|by| by == screen.by).unwrap_or(0);
    scene.tabs(Rect { y: area.y + 1, ..area }, &names, selected);
    let page = rest(area, 2);
    let Some(now) = &screen.now else { return say(scene, page, &words.t("rounds-reading")) };
    if now.groups.is_empty() {
        return say(scene, page, &words.t("group-none"));
    }
    let columns = Columns::of(screen, words, area.width);
    let around = scene.around;
    scene.put(page, 0, heads(screen, &columns, around));
    let foot = foot(screen, around, usize::from(page.width));
    let lines = usize::from(page.height).saturating_sub(1 + foot.len());
    let list = Rect { y: page.y + 1, height: u16::try_from(lines).unwrap_or(0), ..page };
    scene.list("groups", list, (screen.rows.len(), Some(screen.selected)), |at| line(screen, at, &columns, around));
    for (row, text) in foot.into_iter().enumerate() {
        scene.put(page, 1 + lines + row, Line::styled(text, look.theme.dim));
    }
}

fn say(scene: &mut Scene<'_, '_>, page: Rect, text: &str) {
    let dim = scene.around.look.theme.dim;
    for (row, line) in wrap(text, usize::from(page.width).saturating_sub(4)).into_iter().enumerate() {
        scene.put(page, row, Line::styled(format!("   {line}"), dim));
    }
}

/// What the plan calls the selected group, what is missing to know who is in it, and from which day on visits count.
fn foot(screen: &GroupsScreen, around: Surroundings<'_>, columns: usize) -> Vec<String> {
    let words = around.words;
    let (Some(now), Some(row)) = (&screen.now, screen.rows.get(screen.selected)) else { return Vec::new() };
    let Some(group) = now.groups.get(row.group) else { return Vec::new() };
    let since = words.with("group-since", &[("on", &now.since.to_string())]);
    let texts = [group_words(words, &group.group), wanting_text(words, &row.wanting), since];
    texts
        .iter()
        .filter(|text| !text.is_empty())
        .flat_map(|text| wrap(text, columns.saturating_sub(3)))
        .map(|line| format!(" {line}"))
        .collect()
}

fn name(screen: &GroupsScreen, words: &Words, at: usize) -> String {
    let row = &screen.rows[at];
    let group = screen.now.as_ref().and_then(|now| now.groups.get(row.group));
    match screen.part_name(words, row) {
        Some(part) => format!("  {part}"),
        None => group.map_or_else(String::new, |it| short_name(words, &it.group)),
    }
}

/// The headings; the selected column's is marked.
fn heads(screen: &GroupsScreen, columns: &Columns, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let mut spans = vec![Span::raw(" ".repeat(1 + columns.name + columns.bar))];
    for (count, columns) in columns.counts() {
        let style = if count == screen.count { look.theme.accent } else { look.theme.dim };
        spans.push(Span::styled(pad_left(&words.t(count.key()), columns, ""), style));
    }
    if columns.first + columns.widths.len() < GroupCount::ALL.len() {
        spans.push(Span::styled(look.glyphs.ellipsis, look.theme.dim));
    }
    Line::from(spans)
}

fn line(screen: &GroupsScreen, at: usize, columns: &Columns, around: Surroundings<'_>) -> Line<'static> {
    let look = around.look;
    let GroupRow { part, counts, .. } = &screen.rows[at];
    let is_selected = at == screen.selected;
    let style = if part.is_none() && screen.by.is_some() { look.theme.bold } else { Style::new() };
    let mut spans = vec![
        Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(pad(&name(screen, around.words, at), columns.name, look.glyphs.ellipsis), style),
    ];
    if columns.bar > 0 {
        spans.push(Span::styled(pad(&format!(" {}", visited_bar(counts, around)), columns.bar, ""), look.theme.dim));
    }
    for (count, columns) in columns.counts() {
        let text = pad_left(&counts[count as usize].to_string(), columns, "");
        let is_chosen = is_selected && count == screen.count;
        spans.push(Span::styled(text, if is_chosen { look.theme.selected } else { style }));
    }
    Line::from(spans)
}

fn visited_bar(counts: &Counts, around: Surroundings<'_>) -> String {
    let (visited, inside) = (counts[GroupCount::Visited as usize], counts[GroupCount::Inside as usize]);
    if inside > 0 { bar(visited, inside, BAR, &around.look.glyphs) } else { String::new() }
}
