//! The settings on the screen: a list, and under it what the selected line says and where it comes from.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::policy::{Origin, Policy, Setting};
use crate::i18n::Words;
use crate::report::policy::{title, value_words, wording};
use crate::text::{fit, pad, width, wrap};

use super::{SettingsScreen, SettingsTab, is_same};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::theme::Appearance;
use crate::tui::widgets::{bar, heading};

/// Lines under the list for what the selected line says.
const FOOT: u16 = 5;
/// The fewest columns of a setting's name.
const NAME: usize = 24;

pub fn draw(screen: &SettingsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, policy, .. } = scene.around;
    let left = format!(" {}", words.t("settings-title"));
    let right = title(words, policy);
    scene.two_sided(Rect { height: 1, ..area }, (&left, look.theme.bold), (&right, look.theme.dim));
    let names: Vec<String> = SettingsTab::ALL.iter().map(|tab| words.of(*tab)).collect();
    let tab = SettingsTab::ALL.iter().position(|tab| *tab == screen.tab).unwrap_or(0);
    scene.tabs(Rect { y: area.y + 1, ..area }, &names, tab);
    if let Some((done, total)) = screen.working {
        let progress = format!("  {} {done}/{total}", bar(done, total, 30, &look.glyphs));
        scene.put(area, 3, Line::from(format!("  {}", words.t("settings-working"))));
        scene.put(area, 4, Line::styled(progress, look.theme.accent));
        return;
    }
    let foot = FOOT.min(area.height / 2);
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area };
    let below = Rect { y: list.bottom(), height: foot, ..area };
    let (rows, selected, about) = match screen.tab {
        SettingsTab::Values => values(screen, around, usize::from(area.width)),
        SettingsTab::Policies => policies(screen, around, usize::from(area.width)),
        SettingsTab::Appearance => appearance(screen, around, area.width),
    };
    scene.list("settings", list, (rows.len(), Some(selected)), |place| {
        let cursor = Span::styled(if place == selected { look.glyphs.cursor } else { " " }, look.theme.accent);
        let mut line = rows[place].clone();
        line.spans.insert(0, cursor);
        if place == selected { line.style(look.theme.selected) } else { line }
    });
    scene.put(below, 0, heading(&words.t("settings-about"), usize::from(area.width), look));
    let columns = usize::from(area.width).saturating_sub(3);
    let lines = about.iter().flat_map(|text| wrap(text, columns));
    for (row, line) in lines.take(usize::from(foot).saturating_sub(1)).enumerate() {
        scene.put(below, row + 1, Line::from(format!("  {line}")));
    }
}

/// Columns of the names: what the longest needs, as far as the values keep half of the line.
fn name_columns(names: &[String], total: usize) -> usize {
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    widest.min((total / 2).saturating_sub(7)).max(NAME)
}

type Shown = (Vec<Line<'static>>, usize, Vec<String>);

/// Every setting, with its value and where that comes from.
fn values(screen: &SettingsScreen, around: Surroundings<'_>, columns: usize) -> Shown {
    let Surroundings { words, look, policy, .. } = around;
    let names: Vec<String> = Setting::ALL.iter().map(|setting| words.of(*setting)).collect();
    let name_columns = name_columns(&names, columns);
    let row = |(setting, name): (&Setting, &String)| {
        let open = if *setting == Setting::LookBackLine { words.t("settings-as-line") } else { words.t("none") };
        let value = policy.value(*setting).map_or(open, |it| value_words(words, *setting, it));
        let origin = policy.origin(*setting);
        let style = match origin {
            Some(Origin::Override) => look.theme.accent,
            Some(Origin::Plan | Origin::Reading) => Style::new(),
            Some(Origin::Default) | None => look.theme.dim,
        };
        let origin = origin.map(|origin| words.short(origin)).unwrap_or_default();
        Line::from(vec![
            Span::styled(format!(" {} {} ", pad(name, name_columns, look.glyphs.ellipsis), pad(&origin, 8, "")), style),
            Span::styled(fit(&value, columns.saturating_sub(name_columns + 12), look.glyphs.ellipsis), style),
        ])
    };
    let selected = screen.selected_setting();
    let stated = policy.settings().find(|(setting, ..)| *setting == selected);
    let about = match stated {
        Some((_, stated, origin)) => {
            let value = value_words(words, selected, &stated.value);
            let from = wording(words, &stated.wording).to_owned();
            vec![format!("{}{}{value}", words.of(selected), words.t("colon")), words.of(origin), from]
        }
        None if selected == Setting::LookBackLine => vec![words.of(selected), words.t("settings-as-inclusion")],
        None => vec![words.of(selected), words.t("settings-not-stated")],
    };
    let place = Setting::ALL.iter().position(|setting| *setting == selected).unwrap_or(0);
    (Setting::ALL.iter().zip(&names).map(row).collect(), place, about)
}

/// The languages and the themes; what is in use is ticked.
fn appearance(screen: &SettingsScreen, around: Surroundings<'_>, columns: u16) -> Shown {
    let Surroundings { words, look, .. } = around;
    let selected = screen.selected_appearance();
    let row = |it: &Appearance| {
        let (kind, name, in_use) = match it {
            Appearance::Language(language) => {
                let own = Words::new(*language).t("language-name");
                (words.t("settings-language"), own, *language == words.language())
            }
            Appearance::Theme(theme) => (words.t("settings-theme"), words.of(*theme), *theme == look.name),
            Appearance::Database => (words.t("database-title"), screen.database.display().to_string(), true),
            Appearance::RecoveryCode => {
                let key = match (around.is_demo, around.is_unprotected) {
                    (true, _) => "passphrase-not-of-demo",
                    (false, true) => "recovery-code-is-none",
                    (false, false) => "recovery-code-is-there",
                };
                (words.t("recovery-code-title"), words.t(key), !around.is_unprotected)
            }
            Appearance::Passphrase => {
                let key = match (around.is_demo, around.is_unprotected) {
                    (true, _) => "passphrase-not-of-demo",
                    (false, true) => "passphrase-is-none",
                    (false, false) => "passphrase-is-set",
                };
                (words.t("passphrase-title"), words.t(key), !around.is_unprotected)
            }
        };
        let mark = if in_use { look.glyphs.ticked } else { " " };
        let text = format!("{} {name}", pad(&kind, NAME, look.glyphs.ellipsis));
        Line::from(vec![
            Span::styled(format!(" {} ", pad(mark, 1, "")), look.theme.good),
            Span::raw(pad(&text, usize::from(columns).saturating_sub(5), look.glyphs.ellipsis)),
        ])
    };
    let place = Appearance::ALL.iter().position(|it| Some(*it) == selected).unwrap_or(0);
    let about = match selected {
        Some(Appearance::Theme(_)) if look.theme.is_mono() => words.t("settings-no-colour"),
        Some(Appearance::Theme(theme)) => words.t(&format!("theme-about-{}", theme.code())),
        Some(Appearance::Database) => words.t("database-about"),
        Some(Appearance::Passphrase) => words.t("passphrase-about"),
        Some(Appearance::RecoveryCode) => words.t("recovery-code-about"),
        Some(Appearance::Language(_)) | None => words.t("settings-appearance-about"),
    };
    (Appearance::ALL.iter().map(row).collect(), place, vec![about])
}

/// The policies to choose from; the selected one's own values below.
fn policies(screen: &SettingsScreen, around: Surroundings<'_>, columns: usize) -> Shown {
    let Surroundings { words, look, policy, .. } = around;
    let row = |it: &Policy| {
        let mark = if is_same(it, policy) { look.glyphs.ticked } else { " " };
        let name = format!("{} {}", pad(&title(words, it), 42, look.glyphs.ellipsis), pad(&it.id, 13, ""));
        // The title names the place as well.
        let place = wording(words, &it.place);
        let place = if width(&name) + width(place) + 5 <= columns { place } else { "" };
        Line::from(vec![
            Span::styled(format!(" {mark} "), look.theme.good),
            Span::raw(name),
            Span::styled(place.to_owned(), look.theme.dim),
        ])
    };
    let mut about = Vec::new();
    if let Some(chosen) = screen.selected_policy() {
        let own = chosen.settings().filter(|(.., origin)| matches!(origin, Origin::Plan | Origin::Reading));
        let own: Vec<String> = own
            .map(|(setting, stated, _)| format!("{} {}", words.of(setting), value_words(words, setting, &stated.value)))
            .collect();
        about.push(if own.is_empty() {
            words.t("settings-default-about")
        } else {
            own.join(&words.t("list-semicolon"))
        });
    }
    (screen.policies.iter().map(row).collect(), screen.policy, about)
}
