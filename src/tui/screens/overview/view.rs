//! The overview as it is drawn:
//!
//! ```text
//!  概览                                                       2026-11-22 周日
//!  按村  按联系人  按类别
//!                  完成             户数 ‹逾期› 到期 无记录 应访 已访 主动
//! ▌高桥村     19% ███░░░░░░░         303    94  103      5  244   47   29
//!  合计       23% ███░░░░░░░        9999  2534 3465    129 7790 1791 1210
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::mask::mask_phone;
use crate::domain::overview::{OverviewBy, OverviewMeasure, Tally};
use crate::i18n::Words;
use crate::report::overview::percent_words;
use crate::text::{pad, pad_left, width};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::{bar, seen_columns, weekday};

use super::OverviewFace;
use super::months;

/// The columns of a group's name: at least, at most.
const NAME: (usize, usize) = (10, 24);
/// The fewest columns of a number.
const NUMBER: usize = 6;
/// The columns of a percent, and of its bar.
const PERCENT: usize = 5;
const BAR: usize = 10;
/// From this width on, the bar stands beside its percent.
const BAR_FROM: u16 = 100;
/// From this width on, the months stand beside the table.
pub(super) const MONTHS_FROM: u16 = 140;

/// Which columns have room, the selected one among them.
struct Columns {
    name: usize,
    bar: usize,
    first: usize,
    widths: Vec<usize>,
}

impl Columns {
    fn of(face: &OverviewFace, words: &Words, total: u16) -> Self {
        let names = (0..=face.rows.len()).map(|place| width(&face.name_of(words, place)));
        let name = names.max().unwrap_or(0).clamp(NAME.0, NAME.1);
        let bar = if total >= BAR_FROM { BAR + 1 } else { 0 };
        let all: Vec<usize> =
            OverviewMeasure::ALL.iter().map(|measure| (width(&words.short(*measure)) + 2).max(NUMBER)).collect();
        let room = usize::from(total).saturating_sub(name + 3 + PERCENT + bar);
        let seen = seen_columns(&all, face.measure as usize, room);
        Self { name, bar, first: seen.start, widths: all[seen].to_vec() }
    }

    fn measures(&self) -> impl Iterator<Item = (OverviewMeasure, usize)> {
        OverviewMeasure::ALL.iter().copied().skip(self.first).zip(self.widths.iter().copied())
    }
}

pub fn draw(face: &OverviewFace, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, today, .. } = scene.around;
    let day = format!("{today} {}", weekday(words, today));
    let who = face.selected_contact().map(|contact| {
        let phone = mask_phone(&contact.phone);
        [contact.name.as_str(), &contact.unit, &contact.post, &phone].join(" ").trim_end().to_owned()
    });
    let dot = look.glyphs.dot;
    let title = match who {
        Some(who) => format!(" {} {dot} {who}", words.t("overview-title")),
        None => format!(" {}", words.t("overview-title")),
    };
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&day, look.theme.dim));
    let names: Vec<String> = OverviewBy::ALL.iter().map(|by| words.of(*by)).collect();
    scene.tabs(Rect { y: area.y + 1, ..area }, &names, face.by as usize);
    let page = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let Some(overview) = &face.overview else {
        return scene.put(page, 1, Line::styled(format!("   {}", words.t("overview-reading")), look.theme.dim));
    };
    if let Some((done, total)) = face.working {
        let progress = format!("   {} {done}/{total}", bar(done, total, 30, &look.glyphs));
        scene.put(page, 1, Line::from(format!("   {}", words.t("report-working"))));
        return scene.put(page, 2, Line::styled(progress, look.theme.accent));
    }
    if overview.households.is_empty() {
        return scene.put(page, 1, Line::from(format!("   {}", words.t("overview-empty"))));
    }
    if area.width >= MONTHS_FROM && face.shows_months {
        draw_table(face, scene, page);
    } else if area.width >= MONTHS_FROM {
        let columns = months::COLUMNS.min(area.width / 2);
        let right = Rect { x: page.right() - columns, width: columns, ..page };
        draw_table(face, scene, Rect { width: page.width - columns - 1, ..page });
        months::draw(face, scene, right, 0);
    } else if face.shows_months {
        months::draw(face, scene, page, face.months_top);
    } else {
        draw_table(face, scene, page);
    }
}

fn draw_table(face: &OverviewFace, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let columns = Columns::of(face, around.words, area.width);
    scene.put(area, 0, heads(face, &columns, around));
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let selected = (face.selected < face.rows.len()).then_some(face.selected);
    scene.list("overview", list, (face.rows.len(), selected), |place| {
        let name = face.name_of(around.words, place);
        line(&name, &face.rows[place].tally, (face, place), &columns, around)
    });
    // The sum stands under the last row, or at the foot.
    let at = face.rows.len().min(usize::from(list.height)) + 1;
    let name = face.name_of(around.words, face.rows.len());
    let sum = line(&name, &face.total, (face, face.rows.len()), &columns, around);
    scene.put_choice(area, at, sum, face.rows.len(), Some(face.selected));
}

/// The headings; the selected column's is marked, and the one that is sorted by.
fn heads(face: &OverviewFace, columns: &Columns, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let done = pad_left(&words.t("overview-rate"), PERCENT, "");
    let mut spans =
        vec![Span::styled(format!(" {}{done}{}", pad("", columns.name, ""), " ".repeat(columns.bar)), look.theme.dim)];
    for (measure, columns) in columns.measures() {
        let order = match face.sorted_by {
            Some((by, backwards)) if by == measure => look.glyphs.sorted[usize::from(!backwards)],
            _ => "",
        };
        let style = if measure == face.measure { look.theme.accent } else { look.theme.dim };
        spans.push(Span::styled(pad_left(&format!("{}{order}", words.short(measure)), columns, ""), style));
    }
    if columns.first + columns.widths.len() < OverviewMeasure::ALL.len() {
        spans.push(Span::styled(look.glyphs.ellipsis, look.theme.dim));
    }
    Line::from(spans)
}

fn line(
    name: &str,
    tally: &Tally,
    (face, place): (&OverviewFace, usize),
    columns: &Columns,
    around: Surroundings<'_>,
) -> Line<'static> {
    let look = around.look;
    let is_selected = face.selected == place;
    let (visited, obliged) = (tally.count(OverviewMeasure::Visited), tally.count(OverviewMeasure::Obliged));
    let bar = if columns.bar > 0 && obliged > 0 { bar(visited, obliged, BAR, &look.glyphs) } else { String::new() };
    let style = if place == face.rows.len() { look.theme.bold } else { Style::new() };
    let mut spans = vec![
        Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(pad(name, columns.name, look.glyphs.ellipsis), style),
        Span::styled(pad_left(&percent_words(tally), PERCENT, ""), style),
        Span::styled(pad(&format!(" {bar}"), columns.bar, ""), look.theme.dim),
    ];
    for (measure, columns) in columns.measures() {
        let text = pad_left(&tally.count(measure).to_string(), columns, "");
        let is_chosen = is_selected && measure == face.measure;
        spans.push(Span::styled(text, if is_chosen { look.theme.selected } else { style }));
    }
    Line::from(spans)
}
