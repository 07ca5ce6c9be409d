//! The palette: what is typed finds households, villages and contacts too, and what is chosen is gone to.

use std::collections::BTreeSet;

use crate::text::Pinyin;
use crate::tui::effect::{Effect, Go, Read};
use crate::tui::filter::{Choice, Filter};
use crate::tui::keys::{Chord, Context};
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::finder::{Entry, Found};
use crate::tui::screens::home::Households;

/// No more households than this, and no more villages or contacts.
const MOST: usize = 8;

/// A key in the palette; what is typed also finds households, villages and contacts.
pub(super) fn edit(model: &mut Model, chord: Chord) {
    let Some(Overlay::Palette(palette)) = model.shell.overlays.last_mut() else { return };
    palette.edit(chord);
    let more = palette.query().trim().to_owned();
    let more = if more.is_empty() || model.top().context() == Context::Form { Vec::new() } else { found(model, &more) };
    if let Some(Overlay::Palette(palette)) = model.shell.overlays.last_mut() {
        palette.set_more(more);
    }
}

/// Households, villages, contacts by what is typed. From a form one goes nowhere by it.
fn found(model: &Model, query: &str) -> Vec<Entry<Found>> {
    let (Some(home), words) = (&model.home.list, &model.shell.words) else { return Vec::new() };
    let entry = |value: Found, name: String, hint: &str| Entry {
        value,
        name,
        code: "",
        also: String::new(),
        hint: words.t(hint),
    };
    let households = home.find(query, MOST).into_iter().map(|row| {
        let place = format!("{} {} {}", &*row.name, row.village, row.group);
        entry(Found::Household(row.id), place.trim().to_owned(), "palette-household")
    });
    let villages = named(home, query, |row| &row.village);
    let villages = villages.into_iter().map(|it| entry(Found::Village(it.to_owned()), it.to_owned(), "filter-village"));
    let contacts = named(home, query, |row| &row.contact);
    let contacts = contacts.into_iter().map(|it| entry(Found::Contact(it.to_owned()), it.to_owned(), "filter-contact"));
    households.chain(villages).chain(contacts).collect()
}

/// The different texts of the rows that the query finds, in Chinese or pinyin.
fn named<'h>(home: &'h Households, query: &str, text: fn(&crate::domain::due_row::DueRow) -> &String) -> Vec<&'h str> {
    let pinyin = Pinyin::new(&query.to_lowercase(), true);
    let all: BTreeSet<&str> = home.rows.iter().map(|row| text(row).as_str()).filter(|text| !text.is_empty()).collect();
    let fits = |text: &&str| text.contains(query) || pinyin.as_ref().is_some_and(|pinyin| pinyin.find(text) == Some(0));
    all.into_iter().filter(fits).take(MOST).collect()
}

/// Does what was found, or goes there.
pub(super) fn choose(model: &mut Model, found: Found) -> Vec<Effect> {
    match found {
        Found::Command(command) => super::run(model, command),
        Found::Elsewhere(command, place) => {
            let words = &model.shell.words;
            let said = words.with("palette-elsewhere", &[("command", &words.of(command)), ("place", &words.of(place))]);
            model.shell.say(said);
            Vec::new()
        }
        Found::Household(id) => vec![Effect::Read(Read::OpenHousehold(id))],
        Found::Village(village) => only(&Choice::Village(village)),
        Found::Contact(contact) => only(&Choice::Contact(contact)),
    }
}

/// The list, narrowed to one thing.
fn only(choice: &Choice) -> Vec<Effect> {
    vec![Effect::Go(Go::List(Box::new(Filter::only(choice))))]
}
