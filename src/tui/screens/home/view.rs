//! The home screen as it is drawn:
//!
//! ```text
//!  回访 · 张敏                            通用             2026-11-22 周日
//!  逾期 3   到期 9   以后 35   全部 47        本月已访 14/26 ██████░░░░ 54%
//!  ─ 应访 ── 逾期 ─ 户主 ──── 村组 ──────── 类别 ────── 上次走访 ──┬──────
//! ▌10-31     22天  王小明    石桥村 三组    脱贫不稳定  09-28 入户  │ 预览
//! ```

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::domain::due_row::DueRow;
use crate::domain::facts::HouseholdFact;
use crate::domain::month::Month;
use crate::domain::policy::Policy;
use crate::domain::revisit::RevisitState;
use crate::domain::visit::{Try, VisitOutcome};
use crate::i18n::Words;
use crate::report::groups::group_name;
use crate::report::policy::title as policy_title;
use crate::text::{fit, pad, pad_left, width};

use super::groups::ListLine;
use super::preview;
use super::{Households, SortBy, Tab};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::{bar, heading, short_day, weekday};

/// From this width on, the selected household is previewed.
const PREVIEW_FROM: u16 = 100;
/// From this width on, the list shows whom to call and what the risk is as well.
const WIDE_FROM: u16 = 160;

pub fn draw(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    draw_title(screen, scene, Rect { height: 1, ..area });
    draw_tabs(screen, scene, Rect { y: area.y + 1, height: 1, ..area });
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let preview_columns = preview_columns(area.width);
    let list = Rect { width: area.width - preview_columns, ..below };
    draw_list(screen, scene, list);
    if preview_columns > 0 {
        let x = list.right();
        for y in below.top()..below.bottom() {
            if let Some(cell) = scene.frame.buffer_mut().cell_mut((x, y)) {
                cell.set_symbol(around.look.glyphs.column).set_style(around.look.theme.dim);
            }
        }
        let inside = Rect { x: x + 2, width: preview_columns.saturating_sub(3), ..below };
        preview::draw(screen, scene, inside);
    }
}

/// The list comes first: where it has all its columns, the preview takes what it can use.
fn preview_columns(total: u16) -> u16 {
    match total {
        ..PREVIEW_FROM => 0,
        PREVIEW_FROM..120 => 34,
        120..WIDE_FROM => (total * 2 / 5).min(56),
        WIDE_FROM.. => (56 + (total - WIDE_FROM) / 4).min(70),
    }
}

fn draw_title(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, policy, me, is_demo, is_unprotected, .. } = scene.around;
    let dot = look.glyphs.dot;
    let mut left = format!(" {}", words.t("app-name"));
    let demo = is_demo.then(|| words.t("app-demo"));
    let unprotected = is_unprotected.then(|| words.t("app-unprotected"));
    for part in [demo, unprotected, me.map(str::to_owned), filter_words(screen, words, policy)].into_iter().flatten() {
        left += &format!(" {dot} {part}");
    }
    let title = policy_title(words, policy);
    let day = format!("{} {}", screen.today, weekday(words, screen.today));
    if !screen.marks.is_empty() {
        let (count, hidden) = (screen.marks.count().to_string(), screen.marked_out_of_sight());
        let key = if hidden > 0 { "several-marked-hidden" } else { "several-marked" };
        let marked = words.with(key, &[("count", &count), ("hidden", &hidden.to_string())]);
        return scene.two_sided(area, (&left, look.theme.bold), (&marked, look.theme.accent));
    }
    let policy_shown = if area.width >= PREVIEW_FROM { format!("{title}   {day}") } else { day };
    scene.two_sided(area, (&left, look.theme.bold), (&policy_shown, look.theme.dim));
}

/// What narrows the list, in words.
fn filter_words(screen: &Households, words: &Words, policy: &Policy) -> Option<String> {
    let filter = &screen.filter;
    let months = |key: &str, months: &BTreeSet<Month>| {
        let named: Vec<String> = months.iter().map(ToString::to_string).collect();
        if named.is_empty() { Vec::new() } else { vec![format!("{} {}", words.t(key), named.join(" "))] }
    };
    // Of one kind any will do; the kinds narrow together.
    let kinds: [Vec<String>; 11] = [
        screen.mine.iter().map(|_| words.t("filter-mine")).collect(),
        filter.these.iter().map(|these| these.label.clone()).collect(),
        filter.villages.iter().cloned().collect(),
        filter.contacts.iter().cloned().collect(),
        filter.classes.iter().map(|class| words.short(*class)).collect(),
        filter.alerts.iter().map(|alert| words.short(*alert)).collect(),
        filter.groups.iter().map(|group| group_name(words, policy, group)).collect(),
        months("filter-due-in", &filter.due_in),
        months("filter-visited-in", &filter.visited_in),
        filter.drafts.then(|| words.t("filter-drafts")).into_iter().collect(),
        filter.departed.then(|| words.t("filter-left")).into_iter().collect(),
    ];
    let parts: Vec<String> =
        kinds.iter().filter(|kind| !kind.is_empty()).map(|kind| kind.join(&words.t("list-comma"))).collect();
    let what = parts.join(&words.t("list-semicolon"));
    (!what.is_empty()).then(|| words.with("filter-only", &[("what", &what)]))
}

fn draw_tabs(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    if screen.typing || !screen.query.text().is_empty() {
        return draw_search(screen, scene, area);
    }
    let counts = &screen.counts;
    let counted = Tab::ALL.iter().zip([counts.overdue, counts.due, counts.later, counts.all]);
    let names: Vec<String> = counted
        .map(|(tab, count)| {
            let never = (*tab == Tab::Overdue && counts.never_visited > 0)
                .then(|| words.with("tab-never", &[("count", &counts.never_visited.to_string())]));
            format!("{} {count} {}", words.of(*tab), never.unwrap_or_default()).trim_end().to_owned()
        })
        .collect();
    let selected = Tab::ALL.iter().position(|tab| *tab == screen.tab).unwrap_or(0);
    let used = scene.tabs(area, &names, selected);
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used + 1), ..area };
    let progress = progress_words(screen, around, usize::from(rest.width).saturating_sub(1));
    scene.frame.render_widget(Line::styled(pad_left(&progress, usize::from(rest.width), ""), look.theme.dim), rest);
}

fn progress_words(screen: &Households, around: Surroundings<'_>, room: usize) -> String {
    let progress = screen.progress;
    if !screen.complete {
        return String::new();
    }
    let numbers = [("visited", progress.visited.to_string()), ("of", progress.of.to_string())];
    let args: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = around.words.with("home-progress", &args);
    let percent = (progress.visited * 100).checked_div(progress.of).unwrap_or(0);
    let with_bar = format!("{text} {} {percent}%", bar(progress.visited, progress.of, 10, &around.look.glyphs));
    if width(&with_bar) <= room {
        with_bar
    } else if width(&text) <= room {
        text
    } else {
        String::new()
    }
}

fn draw_search(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let label = format!(" {} ", words.t("home-search"));
    let found = words.with("home-found", &[("count", &screen.shown_count().to_string())]);
    let room = usize::from(area.width).saturating_sub(width(&label) + width(&found) + 3);
    let (shown, caret) = screen.query.seen(room, look.glyphs.ellipsis);
    let line = Line::from(vec![
        Span::styled(label.clone(), look.theme.accent),
        Span::styled(shown, look.theme.edit),
        Span::styled(format!("  {found}"), look.theme.dim),
    ]);
    scene.frame.render_widget(line, area);
    if screen.typing {
        let column = width(&label) + caret;
        scene.frame.set_cursor_position(Position::new(area.x + u16::try_from(column).unwrap_or(0), area.y));
    }
}

/// Room for a day and a mode.
const LAST_WITH_MODE: usize = 15;

/// The room of the columns of a wide list besides the risk: contact, tail of the phone.
const CONTACT: usize = 8;
const PHONE: usize = 4;

/// The widths of the list's columns: due, late, name, place, class, last visit; of a wide list the risk's.
struct Columns {
    due: usize,
    late: usize,
    name: usize,
    place: usize,
    class: usize,
    last: usize,
    risk: Option<usize>,
}

impl Columns {
    fn of(total: usize, is_wide: bool) -> Self {
        let (due, late) = (8, 7);
        let risk = is_wide.then(|| (total / 8).clamp(12, 20));
        let further = risk.map_or(0, |risk| CONTACT + PHONE + risk + 3);
        let rest = total.saturating_sub(due + late + 7 + further);
        let last = if total >= 70 { LAST_WITH_MODE } else { 8 };
        let class = (rest / 4).clamp(10, 14);
        let name = (rest / 5).clamp(8, 14);
        Self { due, late, name, class, last, risk, place: rest.saturating_sub(last + class + name).min(24) }
    }
}

fn draw_list(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let columns = Columns::of(usize::from(area.width), scene.frame.area().width >= WIDE_FROM);
    scene.put(area, 0, heading_line(&columns, screen, around, usize::from(area.width)));
    if let Some((done, total)) = screen.working {
        let look = around.look;
        scene.put(area, 2, Line::from(format!("   {}", around.words.t("several-working"))));
        let progress = format!("   {} {done}/{total}", bar(done, total, 30, &look.glyphs));
        return scene.put(area, 3, Line::styled(progress, look.theme.accent));
    }
    let lines = usize::from(area.height.saturating_sub(1));
    if screen.shown_count() == 0 {
        let key = if screen.query.text().is_empty() { "home-nobody" } else { "home-not-found" };
        scene.put(area, 2, Line::styled(format!("   {}", around.words.t(key)), around.look.theme.dim));
    }
    let (selected, count) = (screen.selected_index(), screen.shown_count());
    let all_lines = screen.groups.lines(count);
    let top = scene.top_of("households", screen.groups.line_of(selected.unwrap_or(0)), all_lines, lines);
    for at in top..all_lines.min(top + lines) {
        match screen.groups.at(at) {
            ListLine::Group(group) => scene.put(area, at - top + 1, group_line(screen, group, area.width, around)),
            ListLine::Household(place) => {
                let Some(household) = screen.rows_from(place, 1).next() else { continue };
                let line = row_line(screen, household, selected == Some(place), &columns, around);
                scene.put_choice(area, at - top + 1, line, place, selected);
            }
        }
    }
}

/// The line over a group: what it is, and how many it has.
fn group_line(screen: &Households, group: usize, total: u16, around: Surroundings<'_>) -> Line<'static> {
    let (first, count) = screen.groups.group(group, screen.shown_count());
    let name = screen.group_by.zip(screen.rows_from(first, 1).next()).map(|(by, row)| by.words(around.words, row));
    let count = around.words.with("several-has", &[("count", &count.to_string())]);
    heading(&format!("{} {count}", name.unwrap_or_default()), usize::from(total), around.look)
}

/// The heading of the column that the list is sorted by.
const fn sorted_column(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Due => "column-due",
        SortBy::Village => "column-place",
        SortBy::Name => "column-name",
        SortBy::LastVisit => "column-last",
    }
}

fn heading_line(columns: &Columns, screen: &Households, around: Surroundings<'_>, total: usize) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let line = look.glyphs.line;
    let cell = |key: &str, columns: usize| {
        let is_sorted = key == sorted_column(screen.sort);
        let mark = if is_sorted { look.glyphs.sorted[usize::from(screen.backwards)] } else { "" };
        let title = fit(&format!("{}{mark}", words.t(key)), columns, "");
        let rest = columns.saturating_sub(width(&title) + 1);
        format!("{title} {}", line.repeat(rest))
    };
    // The mark of an alert stands between the name and the place.
    let before =
        ["column-due", "column-late", "column-name"].into_iter().zip([columns.due, columns.late, columns.name]);
    let after =
        ["column-place", "column-class", "column-last"].into_iter().zip([columns.place, columns.class, columns.last]);
    let cells = |list: &mut dyn Iterator<Item = (&'static str, usize)>| {
        list.map(|(key, columns)| cell(key, columns)).collect::<Vec<_>>().join(" ")
    };
    let mut text = format!("{}{}{}", cells(&mut before.into_iter()), look.glyphs.risk, cells(&mut after.into_iter()));
    if let Some(risk) = columns.risk {
        let wide = [("column-contact", CONTACT), ("column-risk", risk), ("column-phone", PHONE)];
        text += &format!(" {}", cells(&mut wide.into_iter()));
    }
    Line::styled(fit(&format!(" {text}"), total, ""), look.theme.dim)
}

/// What tells one phone from another, and calls nobody.
fn phone_tail(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(PHONE)).collect()
}

fn row_line<'a>(
    screen: &Households,
    row: &DueRow,
    selected: bool,
    columns: &Columns,
    around: Surroundings<'_>,
) -> Line<'a> {
    let Surroundings { words, look, .. } = around;
    let (theme, glyphs) = (&look.theme, &look.glyphs);
    let today = screen.today;
    let state = row.state(today);
    let (late, late_style) = match state {
        RevisitState::Overdue => (words.with("days", &[("days", &row.days_overdue(today).to_string())]), theme.bad),
        RevisitState::Due => (words.of(state), theme.warn),
        RevisitState::Later | RevisitState::None => (words.of(state), theme.dim),
    };
    let due = row.due_on.map_or_else(|| words.t("none"), |due| short_day(due, today));
    let tried = row.last_try.map(|(on, how)| {
        let how = match how {
            Try::NobodyMet => words.short(VisitOutcome::NobodyMet),
            Try::Mode(mode) => words.short(mode),
        };
        words.with("last-try", &[("on", &short_day(on, today)), ("how", &how)])
    });
    let last = match row.last_counted {
        _ if columns.last >= LAST_WITH_MODE && tried.is_some() => tried.unwrap_or_default(),
        Some((on, mode)) if columns.last >= LAST_WITH_MODE => format!("{} {}", short_day(on, today), words.short(mode)),
        Some((on, _)) => short_day(on, today),
        None => words.t("never-visited"),
    };
    let class = row.label.map_or_else(|| words.short(row.class), |label| words.short(label));
    let class =
        if row.class == crate::domain::class::HouseholdClass::Eliminated { words.short(row.class) } else { class };
    let name = if row.has_draft { format!("{}{}", glyphs.draft, &*row.name) } else { row.name.clone().into() };
    let place = format!("{} {}", row.village, row.group);
    let cell = |text: &str, columns: usize| pad(text, columns, glyphs.ellipsis);
    let mut spans = vec![
        Span::styled(if selected { glyphs.cursor } else { " " }, theme.accent),
        Span::raw(cell(&due, columns.due) + " "),
        Span::styled(pad_left(&late, columns.late, ""), late_style),
        Span::styled(if screen.marks.contains(row.id) { glyphs.ticked } else { " " }, theme.accent),
        Span::styled(cell(&name, columns.name), theme.bold),
        if screen.alerts_of(row).is_empty() { Span::raw(" ") } else { Span::styled(glyphs.risk, theme.warn) },
        Span::raw(format!("{} {} ", cell(place.trim(), columns.place), cell(&class, columns.class))),
        Span::raw(cell(&last, columns.last)),
    ];
    if let Some(risk) = columns.risk {
        let risks = words.household_fact(HouseholdFact::Risks, &row.risks);
        let (contact, phone) = (cell(&row.contact, CONTACT), cell(&phone_tail(&row.phone), PHONE));
        spans.push(Span::styled(format!(" {contact} {} {phone}", cell(&risks, risk)), theme.dim));
    }
    if !row.active {
        for span in &mut spans {
            span.style = theme.dim;
        }
    }
    let line = Line::from(spans);
    if selected { line.style(theme.selected) } else { line }
}
