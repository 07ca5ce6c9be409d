//! Saved views: what the list is narrowed to, how it is ordered and grouped, under a name and a digit. They are kept in
//! the database, which they name villages and contacts of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::clean::{clean_text, fold_width};
use crate::tui::effect::{Effect, Write};
use crate::tui::filter::Filter;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::shell::Shell;

use super::groups::GroupBy;
use super::{Households, SortBy, Tab};

/// The longest name of a view, in characters.
const LONGEST: usize = 20;

/// The list as somebody wants to see it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub name: String,
    tab: Tab,
    sort: SortBy,
    backwards: bool,
    group_by: Option<GroupBy>,
    /// Only the households of whoever is here.
    mine: bool,
    filter: Filter,
}

/// The views by their digits, 1 to 9. One that this program cannot read, as of a newer one, stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SavedViews(BTreeMap<u32, serde_json::Value>);

impl SavedViews {
    fn get(&self, digit: u32) -> Option<SavedView> {
        serde_json::from_value(self.0.get(&digit)?.clone()).ok()
    }

    fn words(&self, shell: &Shell) -> String {
        if self.0.is_empty() {
            return shell.words.t("view-none");
        }
        let name = |digit| self.get(digit).map_or_else(|| shell.words.t("view-of-another"), |view| view.name);
        let named: Vec<String> = self.0.keys().map(|digit| format!("{digit} {}", name(*digit))).collect();
        named.join(&shell.words.t("list-comma"))
    }
}

/// What was typed to save a view.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    Save(u32, String),
    Delete(u32),
}

/// A digit and a name; a digit alone.
fn read(answer: &str) -> Option<Typed> {
    let text = clean_text(&fold_width(answer));
    let mut rest = text.chars();
    let digit = rest.next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0)?;
    // The Chinese comma of a list is folded to a slash.
    let name = rest.as_str().trim_start_matches([' ', '.', '/', ':', ',']).trim();
    let is_number = name.starts_with(|c: char| c.is_ascii_digit()) && rest.as_str().starts_with(name);
    match name.chars().count() {
        0 => Some(Typed::Delete(digit)),
        1..=LONGEST if !is_number => Some(Typed::Save(digit, name.to_owned())),
        _ => None,
    }
}

impl Households {
    /// Asks under which digit and name what is seen is saved.
    pub(super) fn ask_view(&self, shell: &mut Shell) {
        if self.filter.these.is_some() {
            return shell.warn_of("view-of-these");
        }
        let question = shell.words.with("view-ask", &[("views", &self.views.words(shell))]);
        shell.ask(Ask::new(AskedFor::View, shell.words.t("view-title"), question));
    }

    /// Keeps what is seen under what was typed, or takes a view away.
    pub fn view_answered(&mut self, shell: &mut Shell, answer: &str) -> Vec<Effect> {
        let mut views = self.views.clone();
        match read(answer) {
            Some(Typed::Save(digit, name)) => {
                let view = SavedView {
                    name,
                    tab: self.tab,
                    sort: self.sort,
                    backwards: self.backwards,
                    group_by: self.group_by,
                    mine: self.mine.is_some(),
                    filter: self.filter.clone(),
                };
                // Names and digits are text in JSON.
                views.0.insert(digit, serde_json::to_value(view).unwrap_or_default());
            }
            Some(Typed::Delete(digit)) if views.0.remove(&digit).is_some() => {}
            Some(Typed::Delete(_)) | None => {
                shell.warn_of("view-unreadable");
                return Vec::new();
            }
        }
        let kept = serde_json::to_string(&views).unwrap_or_default();
        vec![Effect::Write(Write::KeepViews(kept))]
    }

    /// The views as they are kept now.
    pub fn take_views(&mut self, kept: &str) {
        self.views = serde_json::from_str(kept).unwrap_or_default();
    }

    /// The view of a digit is seen; without one the first four are the tabs. False: neither.
    pub(super) fn show_view(&mut self, shell: &mut Shell, digit: u32) -> bool {
        let Some(view) = self.views.get(digit) else {
            if self.views.0.contains_key(&digit) {
                shell.warn_of("view-of-another-said");
                return true;
            }
            let Some(tab) = (digit as usize).checked_sub(1).and_then(|at| Tab::ALL.get(at)) else { return false };
            self.show_tab(*tab);
            return true;
        };
        if view.mine && shell.me.is_none() {
            shell.warn_of("view-mine-of-whom");
            return true;
        }
        self.mine = shell.me.as_ref().filter(|_| view.mine).map(|me| me.as_str().to_owned());
        self.show_only(view.filter);
        (self.tab, self.sort, self.backwards, self.group_by) = (view.tab, view.sort, view.backwards, view.group_by);
        self.refresh();
        shell.say(shell.words.with("view-seen", &[("digit", &digit.to_string()), ("name", &view.name)]));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_typed_as_a_digit_and_a_name_and_taken_away_by_the_digit_alone() {
        let save = |digit, name: &str| Some(Typed::Save(digit, name.to_owned()));
        for (typed, read_as) in [
            ("5 上河逾期", save(5, "上河逾期")),
            ("５、上河逾期", save(5, "上河逾期")),
            ("1.late", save(1, "late")),
            ("7late", save(7, "late")),
            ("3 2026年", save(3, "2026年")),
            ("5", Some(Typed::Delete(5))),
            (" 5 ", Some(Typed::Delete(5))),
            ("0 x", None),
            ("55", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(read(typed), read_as, "{typed:?}");
        }
    }
}
