//! Commands on what was recorded, and what came of them.

use crate::ledger::{HistoryOf, VoidRefused};
use crate::report::history::entry_words;

use super::results::refuse_by_store;
use super::risk::ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Read};
use crate::tui::model::{Model, Screen};
use crate::tui::news::HistoryNews;
use crate::tui::overlays::ask::AskedFor;
use crate::tui::screens::history::HistoryScreen;

/// Opens the history of the household or the village under the cursor.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let of = match model.screens.last() {
        Some(Screen::Household(screen)) => {
            Some((HistoryOf::Household(screen.file.household.id), screen.file.row.name.clone()))
        }
        Some(Screen::Places(screen)) => {
            screen.selected_village().map(|village| (HistoryOf::Village(village.clone()), village.name))
        }
        _ => None,
    };
    let Some((of, name)) = of else {
        model.warn(model.words.t("registered-of-village"));
        return Vec::new();
    };
    vec![Effect::Read(Read::OpenHistory { of, name })]
}

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::History(screen)) = model.screens.last() else { return Vec::new() };
    if command == Command::VoidRecord {
        let Some(entry) = screen.selected().filter(|entry| entry.can_be_voided()) else {
            model.warn(model.words.t("history-no-void"));
            return Vec::new();
        };
        let asked = AskedFor::VoidRecord { of: screen.of.clone(), entity_id: entry.entity_id, seen: entry.revision };
        let question = model.words.with("history-void-question", &[("what", &entry_words(&model.words, entry))]);
        ask(model, asked, Command::VoidRecord, "history-void-title", question);
    }
    Vec::new()
}

pub(super) fn take(model: &mut Model, news: HistoryNews) -> Vec<Effect> {
    match news {
        HistoryNews::HistoryOpened { of, name, entries } => {
            let title = model.words.with("history-title", &[("name", &name)]);
            model.screens.push(Screen::History(HistoryScreen::new(of, title, entries)));
        }
        HistoryNews::StatementVoided { entries, household, places } => {
            model.has_written();
            model.say(model.words.t("history-voided"));
            if let Some(Screen::History(screen)) = model.screens.last_mut() {
                screen.renew(entries);
            }
            for screen in &mut model.screens {
                match screen {
                    Screen::Household(screen) => {
                        if let Some((_, file)) = &household {
                            screen.renew(file.clone());
                        }
                    }
                    Screen::Places(screen) => screen.renew(places.clone()),
                    _ => {}
                }
            }
            let Some((row, _)) = household else { return Vec::new() };
            if let Some(home) = &mut model.home {
                home.put_row(*row);
            }
        }
        HistoryNews::VoidRefused(VoidRefused::Store(error)) => return refuse_by_store(model, &error),
        HistoryNews::VoidRefused(refused) => {
            model.warn(model.words.t(&format!("RecordRefused-{refused}")));
        }
    }
    Vec::new()
}
