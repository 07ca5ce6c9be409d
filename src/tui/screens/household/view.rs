//! The household screen as it is drawn: who, the tabs, then the overview or the timeline.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::checks::Check;
use crate::domain::visit::{Visit, VisitOrigin};
use crate::ledger::{Draft, VISIT_FORM};
use crate::report::visit_page::answer_lines;
use crate::text::{pad, width, wrap};

use super::{HouseholdScreen, HouseholdTab};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::{answer_mark, who_and_where};

/// From this width on, a visit's answers stand beside the timeline.
const ANSWERS_FROM: u16 = 100;

/// Columns of how a visit was made, and of whom it met: the least and the most.
const MODE: usize = 8;
const MET: (usize, usize) = (6, 10);

/// The columns that a visit takes with all its checks.
const LIST: u16 = 58;

/// Lines above the page: who it is, and the tabs.
pub const HEAD_LINES: u16 = 2;

pub fn draw(screen: &HouseholdScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    let title = format!(" {}", who_and_where(around, &screen.file.row));
    let code = screen.file.row.code.clone();
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&code, look.theme.dim));
    let names: Vec<String> = HouseholdTab::ALL
        .iter()
        .map(|tab| {
            let count = match tab {
                HouseholdTab::Visits => format!(" {}", screen.file.visits.iter().filter(|visit| !visit.voided).count()),
                HouseholdTab::Measures if !screen.file.measures.is_empty() => {
                    format!(" {}", screen.file.measures.len())
                }
                HouseholdTab::Overview | HouseholdTab::Income | HouseholdTab::Measures | HouseholdTab::Risk => {
                    String::new()
                }
            };
            format!("{}{count}", words.of(*tab))
        })
        .collect();
    let selected = HouseholdTab::ALL.iter().position(|tab| *tab == screen.tab).unwrap_or(0);
    scene.tabs(Rect { y: area.y + 1, ..area }, &names, selected);
    let page = Rect { y: area.y + HEAD_LINES, height: area.height.saturating_sub(HEAD_LINES), ..area };
    match screen.tab {
        HouseholdTab::Overview | HouseholdTab::Risk => {
            let lines = screen.scrolled_lines(around, usize::from(area.width));
            let scroll = screen.scroll.min(lines.len().saturating_sub(usize::from(page.height)));
            for (row, line) in lines.into_iter().skip(scroll).enumerate() {
                scene.put(page, row, line);
            }
        }
        HouseholdTab::Income => super::income::draw(screen, scene, page),
        HouseholdTab::Measures => super::measures::draw(screen, scene, page),
        HouseholdTab::Visits => draw_timeline(screen, scene, page),
    }
}

impl HouseholdScreen {
    /// How many lines of the tab, where it is a page to scroll, have no room on the screen.
    pub fn lines_below(&self, around: Surroundings<'_>, page: Rect) -> usize {
        let seen = usize::from(page.height.saturating_sub(HEAD_LINES));
        self.scrolled_lines(around, usize::from(page.width)).len().saturating_sub(seen)
    }

    /// The lines of the tab that is looked at, where it is a page to scroll.
    fn scrolled_lines(&self, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
        let is_risk = self.tab == HouseholdTab::Risk;
        if is_risk { self.risk_lines(around, columns) } else { self.overview(around, columns) }
    }
}

fn draw_timeline(screen: &HouseholdScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    if screen.file.visits.is_empty() {
        scene.put(area, 1, Line::styled(format!("   {}", words.t("household-no-visits")), look.theme.dim));
        return;
    }
    let list = Rect { width: if area.width >= ANSWERS_FROM { (area.width / 2).max(LIST) } else { area.width }, ..area };
    let visits: Vec<&Visit> = screen.visits().collect();
    scene.list("visits", list, (visits.len(), Some(screen.selected)), |row| {
        visit_line(screen, visits[row], row == screen.selected, usize::from(list.width), around)
    });
    if let Some(visit) = screen.selected_visit().filter(|_| list.width < area.width) {
        let beside = Rect { x: list.right() + 2, width: area.width.saturating_sub(list.width + 3), ..area };
        let lines = answer_lines(words, &screen.file, visit);
        let lines: Vec<String> = lines.iter().flat_map(|line| wrap(line, usize::from(beside.width))).collect();
        let seen = usize::from(beside.height);
        let cut = lines.len() > seen;
        for (row, line) in lines.iter().take(if cut { seen.saturating_sub(1) } else { seen }).enumerate() {
            scene.put(beside, row, Line::from(line.clone()));
        }
        if cut {
            let more = Line::styled(words.t("visit-more"), look.theme.dim);
            scene.put(beside, seen.saturating_sub(1), more);
        }
    }
}

/// `2026-09-28 入户 见到 王小明  吃✓ 穿✓ …`
fn visit_line(
    screen: &HouseholdScreen,
    visit: &Visit,
    selected: bool,
    columns: usize,
    around: Surroundings<'_>,
) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let mode = visit.mode.map(|mode| words.short(mode)).unwrap_or_default();
    // A roster tells of a day and no more.
    let outcome = || if visit.origin == VisitOrigin::Entered { words.of(visit.outcome) } else { words.t("none") };
    let met = visit.met.as_ref().map_or_else(outcome, |met| met.name.clone().into());
    let mark =
        |check: &Check| format!("{}{}", words.short(*check), answer_mark(visit.findings.answer(*check), &look.glyphs));
    let marks = Check::ALL.iter().map(mark).collect::<Vec<_>>().join(" ");
    let marks = match visit.has_answers() {
        _ if visit.voided => words.t("visit-voided"),
        true => marks,
        false => words.t("visit-no-answers"),
    };
    let is_correction = |draft: &Draft| draft.key.form == VISIT_FORM && draft.key.visit_id == Some(visit.id);
    let has_draft = screen.file.drafts.iter().any(is_correction);
    let draft = if has_draft { look.glyphs.draft } else { "" };
    let style = if visit.voided || !screen.file.counted.contains(&visit.id) { look.theme.dim } else { Style::new() };
    let cell = |text: &str, columns| pad(text, columns, look.glyphs.ellipsis);
    let when_and_how = format!("{} {} ", visit.visited_on, cell(&format!("{draft}{mode}"), MODE));
    let name = columns.saturating_sub(width(&when_and_how) + width(&marks) + 2).clamp(MET.0, MET.1);
    let line = Line::from(vec![
        Span::styled(if selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::raw(format!("{when_and_how}{} ", cell(&met, name))),
        Span::raw(marks),
    ])
    .style(style);
    if selected { line.style(look.theme.selected) } else { line }
}
