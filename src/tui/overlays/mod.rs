//! Windows over a screen: a stack, each with its own state and drawing. The top one has the keys.

pub mod ask;
pub mod calendar;
pub mod confirm;
pub mod filter;
pub mod finder;
pub mod page;
pub mod who;

use ratatui::layout::Rect;

use crate::ledger::HeadingIs;

use super::keys::Context;
use crate::tui::scene::Scene;
use crate::tui::several::SeveralWish;

/// One window.
#[derive(Debug)]
pub enum Overlay {
    Page(page::Page),
    Palette(finder::Finder<finder::Found>),
    /// What a heading of a roster is.
    Field(finder::Finder<HeadingIs>),
    /// What becomes of the marked households.
    Several(finder::Finder<SeveralWish>),
    Filter(filter::FilterList),
    Confirm(confirm::Confirm),
    Who(who::Who),
    Ask(ask::Ask),
    Calendar(calendar::Calendar),
}

impl Overlay {
    /// Which keys hold in the window.
    pub fn context(&self) -> Context {
        match self {
            Self::Page(_) => Context::Reading,
            Self::Palette(_)
            | Self::Field(_)
            | Self::Several(_)
            | Self::Filter(_)
            | Self::Confirm(_)
            | Self::Who(_)
            | Self::Ask(_) => Context::Choosing,
            Self::Calendar(_) => Context::Calendar,
        }
    }

    /// It goes by itself after a while.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Page(page) if page.is_secret)
    }

    /// What is typed into the window; none where nothing is.
    pub fn line(&self) -> Option<&str> {
        match self {
            Self::Palette(palette) => Some(palette.query()),
            Self::Field(fields) => Some(fields.query()),
            Self::Several(wishes) => Some(wishes.query()),
            Self::Who(who) => Some(who.name()),
            Self::Ask(ask) => Some(ask.answer()),
            Self::Filter(list) => Some(list.query()),
            Self::Page(_) | Self::Confirm(_) | Self::Calendar(_) => None,
        }
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        match self {
            Self::Page(page) => page.draw(scene, area),
            Self::Palette(palette) => palette.draw(scene, area),
            Self::Field(fields) => fields.draw(scene, area),
            Self::Several(wishes) => wishes.draw(scene, area),
            Self::Filter(list) => list.draw(scene, area),
            Self::Confirm(confirm) => confirm.draw(scene, area),
            Self::Who(who) => who.draw(scene, area),
            Self::Ask(ask) => ask.draw(scene, area),
            Self::Calendar(calendar) => calendar.draw(scene, area),
        }
    }
}
