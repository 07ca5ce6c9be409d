//! A month to choose a day from, with the household's visits marked.

use chrono::{Datelike, Days, Duration, NaiveDate, Weekday};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::month::Month;
use crate::text::{pad, pad_left};

use crate::tui::keys::{Chord, DayStep, day_step};
use crate::tui::scene::{Click, Scene, Surroundings};
use crate::tui::theme::Look;

/// Columns of one day: its number, and a mark.
const DAY: usize = 4;
const COLUMNS: u16 = 4;
const WEEK: u64 = 7;

/// The day that is selected, and the days that are marked.
#[derive(Debug)]
pub struct Calendar {
    pub selected: NaiveDate,
    today: NaiveDate,
    visits: Vec<NaiveDate>,
}

impl Calendar {
    /// The month of a day, which is selected; days of visits are marked.
    pub fn new(selected: NaiveDate, today: NaiveDate, visits: Vec<NaiveDate>) -> Self {
        Self { selected, today, visits }
    }

    /// A day or a week away by arrows, a month by the page keys, today by Home.
    pub fn press(&mut self, chord: Chord) {
        let day = self.selected;
        let month = |by: i32| {
            let there = if by < 0 { Month::of(day).minus(1) } else { Month::of(day).plus(1) };
            Some(there.first_day().with_day(day.day()).unwrap_or(there.last_day()))
        };
        let moved = day_step(chord).and_then(|step| match step {
            DayStep::DayBefore => day.pred_opt(),
            DayStep::DayAfter => day.succ_opt(),
            DayStep::WeekBefore => day.checked_sub_days(Days::new(WEEK)),
            DayStep::WeekAfter => day.checked_add_days(Days::new(WEEK)),
            DayStep::MonthBefore => month(-1),
            DayStep::MonthAfter => month(1),
            DayStep::Today => Some(self.today),
        });
        self.selected = moved.unwrap_or(day);
    }

    /// So many days away.
    pub fn step(&mut self, by: isize) {
        let there =
            i64::try_from(by).ok().and_then(Duration::try_days).and_then(|by| self.selected.checked_add_signed(by));
        self.selected = there.unwrap_or(self.selected);
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let month = Month::of(self.selected);
        let year = month.year().to_string();
        let title = words.with("calendar-title", &[("year", &year), ("month", &month.number().to_string())]);
        let columns = u16::try_from(DAY * 7 + 5).unwrap_or(33);
        let inside = scene.popup(area, columns, 12, &title);
        let heads: String =
            (1..=7).map(|day| pad_left(&words.t(&format!("calendar-day-{day}")), DAY - 1, "") + " ").collect();
        scene.put(inside, 0, Line::styled(heads, look.theme.dim));
        let first = month.first_day();
        let lead = u64::from(first.weekday().num_days_from_monday());
        let start = first.checked_sub_days(Days::new(lead)).unwrap_or(first);
        let (mut day, mut place) = (start, Rect { y: inside.y + 1, width: COLUMNS, height: 1, ..inside });
        while day <= month.last_day() {
            scene.frame.render_widget(self.day(day, month, look), place);
            if Month::of(day) == month {
                let by = isize::try_from((day - self.selected).num_days()).unwrap_or(0);
                scene.on_click(place, Click::Step(by));
            }
            let ends_week = day.weekday() == Weekday::Sun;
            (place.x, place.y) = if ends_week { (inside.x, place.y + 1) } else { (place.x + COLUMNS, place.y) };
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        let legend = words.with("calendar-legend", &[("mark", look.glyphs.yes)]);
        scene.put(inside, 8, Line::styled(legend, look.theme.dim));
        scene.put(inside, 9, Line::styled(words.t("calendar-hint"), look.theme.dim));
    }

    fn day(&self, day: NaiveDate, month: Month, look: &Look) -> Span<'static> {
        if Month::of(day) != month {
            return Span::raw(pad("", DAY, ""));
        }
        let mark = if self.visits.contains(&day) { look.glyphs.yes } else { " " };
        let text = format!("{}{mark}", pad_left(&day.day().to_string(), DAY - 1, ""));
        let style = match day {
            day if day == self.selected => look.theme.selected,
            day if day == self.today => look.theme.accent,
            day if day > self.today => look.theme.dim,
            _ => ratatui::style::Style::new(),
        };
        Span::styled(text, style)
    }
}
