//! The villages and townships on the screen:
//!
//! ```text
//!  村 乡镇                户数  逾期  未消除户  未消除人口  户籍人口    占比
//! ▌石桥村                   21     3         9          31     1,204  2.57%  超过 2%，须分析规模性返贫风险
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::policy::Setting;
use crate::i18n::Words;
use crate::ledger::PlaceRisk;
use crate::report::policy::title;
use crate::text::{pad, pad_left, width, wrap};

use super::PlacesScreen;
use crate::tui::scene::{Scene, Surroundings, rest};

/// The fewest columns of a number, and of a share.
const NUMBER: usize = 6;
const SHARE: usize = 8;

/// The headings of the numbers, in their order.
const NUMBERS: [&str; 5] =
    ["places-households", "places-overdue", "places-persons", "places-registered", "places-share"];

/// The widths of the table: each number's, then the name's.
struct Columns {
    numbers: [usize; 5],
    name: usize,
}

impl Columns {
    fn of(words: &Words, total: usize) -> Self {
        let [all, overdue, persons, registered, share] = NUMBERS.map(|key| (width(&words.t(key)) + 1).max(NUMBER));
        let numbers = [all, overdue, persons, registered, share.max(SHARE)];
        // Before the table stands the cursor, behind it the mark of a share that is too large.
        let name = total.saturating_sub(numbers.iter().sum::<usize>() + 3).clamp(10, 28);
        Self { numbers, name }
    }

    fn cells(&self, texts: &[String; 5]) -> String {
        texts.iter().zip(self.numbers).map(|(text, columns)| pad_left(text, columns, "")).collect()
    }
}

pub fn draw(screen: &PlacesScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, policy, .. } = scene.around;
    let heading = format!(" {}", words.t("places-title"));
    let right = title(words, policy);
    scene.two_sided(Rect { height: 1, ..area }, (&heading, look.theme.bold), (&right, look.theme.dim));
    let report = policy.next_report_on(screen.today).map(|on| words.with("places-report", &[("on", &on.to_string())]));
    let about = match policy.count(Setting::LargeRiskPercent) {
        Some(percent) => words.with("places-percent", &[("percent", &percent.to_string())]),
        None => words.t("places-no-percent"),
    };
    let mut row = 1;
    let about = [Some(about), report].into_iter().flatten();
    for line in about.flat_map(|text| wrap(&text, usize::from(area.width).saturating_sub(2))) {
        scene.put(area, row, Line::styled(format!(" {line}"), look.theme.dim));
        row += 1;
    }
    let columns = Columns::of(words, usize::from(area.width));
    let heads = columns.cells(&NUMBERS.map(|key| words.t(key)));
    let heads = format!(" {}{heads}", pad(&words.t("places-place"), columns.name, ""));
    scene.put(area, row, Line::styled(heads, look.theme.dim));
    row += 1;
    scene.list("places", rest(area, row), (screen.places.len(), Some(screen.selected)), |place| {
        line(&screen.places[place], place == screen.selected, &columns, usize::from(area.width), around)
    });
}

fn line(risk: &PlaceRisk, selected: bool, columns: &Columns, total: usize, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, policy, .. } = around;
    let shown = match &risk.village {
        Some(village) => format!("  {village}"),
        None if risk.township.is_empty() => words.t("places-no-township"),
        None => words.with("places-township", &[("name", &risk.township)]),
    };
    let registered = risk.share.registered.map_or_else(|| words.t("none"), |count| count.to_string());
    let share =
        risk.share.basis_points().map_or_else(|| words.t("none"), |it| format!("{}.{:02}%", it / 100, it % 100));
    let unknown = if risk.unknown_households > 0 { "+?" } else { "" };
    let persons = format!("{}{unknown}", risk.share.unresolved_persons);
    let numbers = [risk.households.to_string(), risk.overdue.to_string(), persons, registered, share];
    let text = pad(&shown, columns.name, look.glyphs.ellipsis) + &columns.cells(&numbers);
    // The words behind the mark stand above the table as well.
    let room = total.saturating_sub(width(&text) + 3);
    let mark = match (risk.is_above, policy.count(Setting::LargeRiskPercent)) {
        (Some(true), Some(percent)) => {
            let above = words.with("places-above", &[("percent", &percent.to_string())]);
            format!("{}{}", look.glyphs.risk, if width(&above) <= room { above } else { String::new() })
        }
        _ => String::new(),
    };
    let style = if risk.village.is_none() { look.theme.bold } else { Style::new() };
    let line = Line::from(vec![
        Span::styled(if selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(text, style),
        Span::styled(format!(" {mark}"), look.theme.bad),
    ]);
    if selected { line.style(look.theme.selected) } else { line }
}
