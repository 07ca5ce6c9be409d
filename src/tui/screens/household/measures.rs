//! The measures of a household: what runs and what ran, with what visits saw of it, and what it is due
//! and does not receive.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::alert::{AlertKind, alerts};
use crate::domain::measure::Measure;
use crate::report::answers::measure_answer_words;
use crate::report::evidence::evidence_words;
use crate::text::{fit, wrap};

use super::HouseholdScreen;
use crate::tui::scene::{Scene, Surroundings};

impl HouseholdScreen {
    /// The measure that a key would act on.
    pub fn selected_measure(&self) -> Option<&Measure> {
        self.file.measures.get(self.measure)
    }
}

pub(super) fn draw(screen: &HouseholdScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, policy, .. } = scene.around;
    let columns = usize::from(area.width).saturating_sub(3);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let about =
        [AlertKind::PlanOverdue, AlertKind::MeasureGap, AlertKind::EffectNotReviewed, AlertKind::PolicyNotReceived];
    for alert in alerts(&screen.file.case(policy, screen.today)).iter().filter(|it| about.contains(&it.kind)) {
        for evidence in &alert.evidence {
            let text = format!(
                "{} {}{}{}",
                look.glyphs.risk,
                words.of(alert.kind),
                words.t("colon"),
                evidence_words(words, evidence)
            );
            lines
                .extend(wrap(&text, columns).into_iter().map(|line| Line::styled(format!(" {line}"), look.theme.warn)));
        }
    }
    if screen.file.measures.is_empty() {
        lines.push(Line::styled(format!("   {}", words.t("measures-none")), look.theme.dim));
    }
    let mut lines: Vec<(Option<usize>, Line<'static>)> = lines.into_iter().map(|line| (None, line)).collect();
    for (place, measure) in screen.file.measures.iter().enumerate() {
        let of_measure = measure_lines(screen, measure, place == screen.measure, around, columns);
        lines.extend(of_measure.into_iter().map(|line| (Some(place), line)));
    }
    let focus = lines.iter().position(|(place, _)| *place == Some(screen.measure)).unwrap_or(0);
    let seen = usize::from(area.height);
    let end = lines.iter().rposition(|(place, _)| *place == Some(screen.measure)).unwrap_or(focus);
    let top = scene.top_of("measures", end, lines.len(), seen).min(focus);
    for (row, (place, line)) in lines.into_iter().skip(top).take(seen).enumerate() {
        match place {
            Some(place) => scene.put_choice(area, row, line, place, Some(screen.measure)),
            None => scene.put(area, row, line),
        }
    }
}

/// `产业 养鸡 50 只  5,000.00  镇农业站  2026-03-01 起，计划到 2026-12-31`, then the effect and the last review.
fn measure_lines(
    screen: &HouseholdScreen,
    measure: &Measure,
    selected: bool,
    around: Surroundings<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let Surroundings { words, look, policy, .. } = around;
    let day = |key: &str, on: chrono::NaiveDate| words.with(key, &[("on", &on.to_string())]);
    let mut parts = vec![words.of(measure.kind), measure.item.clone()];
    parts.extend(measure.funds.map(|funds| funds.money().to_string()));
    parts.extend(Some(measure.unit.clone()).filter(|unit| !unit.is_empty()));
    parts.push(day("measure-since", measure.from));
    parts.extend(measure.planned_end.map(|on| day("measure-until", on)));
    parts.extend(measure.ended_on.map(|on| day("measure-ended", on)));
    let runs = measure.is_in_force(screen.today);
    let style = match (runs, measure.is_past_its_plan(screen.today)) {
        (_, true) => look.theme.warn,
        (true, false) => Style::new(),
        (false, false) => look.theme.dim,
    };
    let head = Line::from(vec![
        Span::styled(if selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::raw(format!(" {}", fit(&parts.join("  "), columns, look.glyphs.ellipsis))),
    ])
    .style(style);
    let mut lines = vec![if selected { head.style(look.theme.selected) } else { head }];
    let mut below = Vec::new();
    if measure.is_past_its_plan(screen.today) {
        below.push(words.t("measure-past-plan"));
    }
    if !measure.effect.is_empty() {
        below.push(format!("{}{}{}", words.t("measure-effect"), words.t("colon"), measure.effect));
    }
    let review = screen.file.case(policy, screen.today).last_review(measure);
    let reviewed = review.map(|(answers, visit)| (visit.visited_on, measure_answer_words(words, answers)));
    below.push(match reviewed {
        Some((on, answers)) => words.with("measure-reviewed", &[("on", &on.to_string()), ("answers", &answers)]),
        None => words.t("measure-not-reviewed"),
    });
    for text in below {
        lines.extend(
            wrap(&text, columns.saturating_sub(4))
                .into_iter()
                .map(|line| Line::styled(format!("      {line}"), look.theme.dim)),
        );
    }
    lines
}
