//! The income of a household: its window month by month, the sum against the line, the year before.
//! Every figure opens to how it was made.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::facts::HouseholdFact;
use crate::domain::income::{IncomeItem, MonthIncome, is_recorded, net};
use crate::domain::income_change::{IncomeChange, IncomeTrend};
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::policy::{Policy, Setting};
use crate::domain::window::{WINDOW_MONTHS, WindowKind};
use crate::domain::window_income::AgainstLine;
use crate::i18n::Words;
use crate::report::figures::line_words;
use crate::report::income_page::{IncomeView, against_words, change_words, record_words};
use crate::text::{capitalised, fit, pad, pad_left, width, wrap};

use super::HouseholdScreen;
use super::income_bars::bars;
use super::income_tab::{SUM_ROW, WindowChoice};
use crate::tui::scene::{Scene, Surroundings, rest};

/// From these heights on, the months stand as bars above their table: lower ones, higher ones.
const BARS_FROM: (u16, u16) = (18, 26);
/// Lines of the bars, the months under them included.
const BAR_LINES: (u16, u16) = (5, 8);
/// The fewest columns of an amount.
const AMOUNT: usize = 9;
/// Columns of the month and of where a record comes from.
const MONTH_AND_RECORD: usize = 10 + 18;

impl HouseholdScreen {
    /// What the window that is looked at comes to.
    pub fn income_view(&self, policy: &Policy) -> IncomeView {
        let case = self.file.case(policy, self.today);
        let window = self.income.window(policy, self.today);
        let held = case.held_income(case.purpose(), window);
        let ground = self.file.household.fact(HouseholdFact::MemberGround).to_owned();
        IncomeView { change: IncomeChange::of(window, &self.file.incomes, held.formula), held, ground }
    }

    /// The month of the selected row; none on the sum.
    pub fn selected_month(&self, policy: &Policy) -> Option<Month> {
        self.income.window(policy, self.today).months().nth(self.income.selected)
    }

    /// What holds for a month.
    pub(super) fn record(&self, month: Month) -> Option<&MonthIncome> {
        self.file.incomes.iter().find(|income| income.month == month)
    }
}

pub(super) fn draw(screen: &HouseholdScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, policy, .. } = scene.around;
    let view = screen.income_view(policy);
    let summary = summary(screen, &view, around, usize::from(area.width));
    let room = usize::from(area.height).saturating_sub(SUM_ROW / 2);
    let shown = summary.len().min(room);
    for (row, line) in summary.into_iter().take(shown).enumerate() {
        scene.put(area, row, line);
    }
    let mut below = rest(area, shown);
    if area.height >= BARS_FROM.0 {
        let height = if area.height >= BARS_FROM.1 { BAR_LINES.1 } else { BAR_LINES.0 };
        let chart = Rect { height, ..below };
        let per_month = view.held.needed().map(|needed| needed.fen() / i64::from(WINDOW_MONTHS));
        let legend =
            per_month.map(|fen| words.with("income-line-a-month", &[("sum", &Money::from_fen(fen).to_string())]));
        let lines =
            bars(&view.held.income, per_month, &capitalised(&legend.unwrap_or_default()), look, usize::from(height));
        for (row, line) in lines.into_iter().enumerate() {
            scene.put(chart, row, line);
        }
        below = rest(below, usize::from(height));
    }
    draw_table(screen, &view, scene, below);
}

/// The window, the sum, the line, the year before: a few sentences.
fn summary(
    screen: &HouseholdScreen,
    view: &IncomeView,
    around: Surroundings<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let Surroundings { words, look, policy, .. } = around;
    let (theme, income) = (&look.theme, &view.held.income);
    let dot = look.glyphs.dot;
    let mut parts: Vec<(String, Style)> = Vec::new();
    let kind = match screen.income.choice {
        WindowChoice::Rolling => words.of(WindowKind::Rolling12),
        WindowChoice::Complete => words.of(policy.window()),
        WindowChoice::YearBefore => format!("{} {}", words.of(policy.window()), words.t("income-year-before")),
        WindowChoice::Running => format!("{} {}", words.of(policy.window()), words.t("income-running")),
    };
    let people = income.people.map_or_else(|| words.t("none"), |people| people.to_string());
    let window = format!("{} {} {}", income.window.first(), words.t("to"), income.window.last);
    let on = income.window.last.last_day().to_string();
    let people = words.with("income-people-of", &[("count", &people), ("on", &on)]);
    let head = [kind, window, people].join(&format!(" {dot} "));
    parts.push((head, theme.bold));
    parts.push((sum_sentence(view, words, dot), Style::new()));
    let style = match view.held.against {
        AgainstLine::Below => theme.bad,
        AgainstLine::At => theme.warn,
        AgainstLine::Above => theme.good,
        AgainstLine::Unknown => theme.dim,
    };
    parts.push((line_sentence(view, words, dot), style));
    if let Some(change) = change_words(words, view, policy.count(Setting::IncomeTargetPercent)) {
        let fell = view.change.as_ref().is_some_and(|change| change.trend() == IncomeTrend::Down);
        let mark = if fell { format!("{} ", look.glyphs.worse) } else { String::new() };
        parts.push((format!("{mark}{}", capitalised(&change)), if fell { theme.warn } else { Style::new() }));
        parts.extend(reasons(screen, view, words).map(|reasons| (reasons, theme.dim)));
    }
    let lines = parts.into_iter().flat_map(|(text, style)| {
        wrap(&capitalised(&text), columns.saturating_sub(3))
            .into_iter()
            .map(move |line| Line::styled(format!(" {line}"), style))
    });
    lines.collect()
}

/// `合计 24,600.00（9/12 个月）· 人均 … · 折算全年（估算）32,800.00`
fn sum_sentence(view: &IncomeView, words: &Words, dot: &str) -> String {
    let income = &view.held.income;
    let recorded = income.recorded().to_string();
    let sum = if income.recorded() == 0 { words.t("none") } else { view.held.sum().to_string() };
    let mut parts = vec![
        words.with("income-sum-of", &[("formula", &words.of(view.held.formula)), ("sum", &sum), ("n", &recorded)]),
    ];
    if income.is_complete() {
        let per_head = income.per_head(view.held.sum());
        parts.extend(per_head.map(|per_head| format!("{} {per_head}", words.t("income-per-head"))));
    } else {
        let estimate = income.estimate(view.held.formula);
        parts.extend(estimate.map(|estimate| format!("{} {estimate}", words.t("income-estimate"))));
    }
    parts.join(&format!(" {dot} "))
}

/// `参考线 6,000 × 4 = 24,000.00 · 低于参考线 · 相差 -1,200.00`
fn line_sentence(view: &IncomeView, words: &Words, dot: &str) -> String {
    let mut parts = Vec::new();
    if let Some(line) = view.held.line {
        let needed = match (view.held.income.people, view.held.needed()) {
            (Some(people), Some(needed)) => format!(" × {people} = {needed}"),
            _ => String::new(),
        };
        let line = line_words(words, line, view.held.income.window.year());
        parts.push(format!("{} {line}{needed}", words.of(view.held.purpose)));
    }
    parts.push(against_words(words, view));
    parts.extend(view.held.gap().map(|gap| format!("{} {}", words.t("income-gap"), gap.signed())));
    parts.join(&format!(" {dot} "))
}

/// Why it fell, as it was stated for this window.
fn reasons(screen: &HouseholdScreen, view: &IncomeView, words: &Words) -> Option<String> {
    let stated = screen.file.fall_reasons.iter().find(|stated| stated.window_end == view.held.income.window.last)?;
    let reasons: Vec<String> = stated.reasons.iter().map(|reason| words.of(*reason)).collect();
    let reasons = reasons.join(&words.t("list-comma"));
    Some(format!("{} {reasons} {}", words.t("fall-reasons"), stated.note).trim_end().to_owned())
}

/// The amounts that have a column of so many columns beside the net income: all, those that a recorded
/// month needs, or none.
fn amounts_shown(width: u16, column: usize) -> Vec<IncomeItem> {
    let room = usize::from(width).saturating_sub(MONTH_AND_RECORD) / (column + 1);
    let required = || IncomeItem::ALL.iter().copied().filter(|item| item.is_required());
    match room {
        _ if room > IncomeItem::ALL.len() => IncomeItem::ALL.to_vec(),
        _ if room > required().count() => required().collect(),
        _ => Vec::new(),
    }
}

/// As wide as the widest sum: no figure is cut.
fn amount_columns(view: &IncomeView) -> usize {
    let sums = IncomeItem::ALL.iter().map(|item| view.held.income.sum_of(*item)).chain([view.held.income.net()]);
    sums.map(|sum| width(&sum.to_string())).max().unwrap_or(0).max(AMOUNT)
}

fn draw_table(screen: &HouseholdScreen, view: &IncomeView, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let amount_column = amount_columns(view);
    let items = amounts_shown(area.width, amount_column);
    let columns = usize::from(area.width);
    let cell =
        |text: &str| format!(" {}", pad_left(&fit(text, amount_column, look.glyphs.ellipsis), amount_column, ""));
    let mut heading = format!("   {}", pad(&words.t("form-month"), 8, ""));
    heading += &items.iter().map(|item| cell(&words.short(*item))).collect::<String>();
    heading += &cell(&words.t("income-net"));
    heading += &format!("  {}", words.t("income-record"));
    scene.put(area, 0, Line::styled(fit(&heading, columns, ""), look.theme.dim));
    let lines = usize::from(area.height.saturating_sub(1));
    let top = scene.top_of("income", screen.income.selected, SUM_ROW + 1, lines);
    let months: Vec<Month> = view.held.income.window.months().collect();
    for place in top..(SUM_ROW + 1).min(top + lines) {
        let (name, record, sum) = match months.get(place) {
            Some(month) => (month.to_string(), screen.record(*month), false),
            None => (words.t("income-sum"), None, true),
        };
        let amount = |item: IncomeItem| match (sum, record) {
            // Of nothing recorded there is no sum.
            (true, _) if !view.held.income.has(item) => words.t("none"),
            (true, _) => view.held.income.sum_of(item).to_string(),
            (_, Some(record)) => record.amounts.get(&item).map_or_else(|| words.t("none"), |it| it.money().to_string()),
            _ => String::new(),
        };
        let net: Option<Money> = if sum {
            (view.held.income.recorded() > 0).then(|| view.held.income.net())
        } else {
            record.and_then(|it| net(&it.amounts))
        };
        let source = match (sum, record) {
            (true, _) => format!("{}/{WINDOW_MONTHS}", view.held.income.recorded()),
            (_, Some(record)) if !is_recorded(&record.amounts) => words.t("income-partial"),
            (_, Some(record)) => record_words(words, &screen.file, record),
            _ if months.get(place).is_some_and(|month| *month > Month::of(screen.today)) => words.t("income-ahead"),
            _ => words.t("income-missing"),
        };
        let mut text = format!("  {}", pad(&name, 8, ""));
        text += &items.iter().map(|item| cell(&amount(*item))).collect::<String>();
        text += &cell(&net.map_or_else(|| words.t("none"), |net| net.to_string()));
        text += &format!("  {source}");
        let is_selected = place == screen.income.selected;
        let style = match (sum, record) {
            (true, _) => look.theme.bold,
            (_, None) => look.theme.dim,
            _ => Style::new(),
        };
        let line = Line::from(vec![
            Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent),
            Span::raw(pad(&text, columns.saturating_sub(1), look.glyphs.ellipsis)),
        ])
        .style(style);
        let line = if is_selected { line.style(look.theme.selected) } else { line };
        scene.put_choice(area, place - top + 1, line, place, Some(screen.income.selected));
    }
}
