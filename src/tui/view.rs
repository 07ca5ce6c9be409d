//! Draws the model: the home screen or the screen over it, one message, the footer, the windows.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::clean::printable;
use crate::domain::contact::ContactName;
use crate::text::{fit, pad, wrap};

use super::model::{Message, Model, SMALLEST, Screen};
use super::screens::households::Surroundings;
use super::screens::{
    history, household, household_form, households, import, imports, places, record_form, settings, visit_form,
    water_report, welcome,
};
use super::theme::ascii_twin;
use super::widgets::{footer, put_line};

pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if model.is_too_small() {
        return too_small(model, frame, area);
    }
    let page = model.page();
    let (words, look) = (&model.words, &model.look);
    if let Some(why) = &model.cannot_write {
        let sentence = words.t(&format!("CannotWrite-{}", why.code()));
        let text = fit(&format!(" {} {sentence}", look.glyphs.risk), usize::from(area.width), look.glyphs.ellipsis);
        put_line(frame, area, 0, Line::styled(text, look.theme.bad));
    }
    match (model.screens.last(), &model.home) {
        (Some(Screen::Household(screen)), _) => household::view::draw(screen, words, look, &model.policy, frame, page),
        (Some(Screen::VisitForm(screen)), _) => visit_form::view::draw(screen, words, look, frame, page),
        (Some(Screen::HouseholdForm(screen)), _) => household_form::view::draw(screen, words, look, frame, page),
        (Some(Screen::WaterReport(screen)), _) => water_report::view::draw(screen, words, look, frame, page),
        (Some(Screen::Record(screen)), _) => record_form::view::draw(screen, words, look, frame, page),
        (Some(Screen::Places(screen)), _) => places::view::draw(screen, words, look, &model.policy, frame, page),
        (Some(Screen::History(screen)), _) => history::view::draw(screen, words, look, frame, page),
        (Some(Screen::Settings(screen)), _) => settings::view::draw(screen, words, look, &model.policy, frame, page),
        (Some(Screen::Import(screen)), _) => import::view::draw(screen, words, look, frame, page),
        (Some(Screen::Imports(screen)), _) => imports::view::draw(screen, words, look, frame, page),
        (None, Some(home)) => {
            let me = model.me.as_ref().map(ContactName::as_str);
            households::view::draw(
                home,
                &Surroundings { words, look, policy: &model.policy, me, is_demo: model.is_demo },
                frame,
                page,
            );
        }
        (None, None) => welcome::draw(words, look, frame, page),
    }
    if let Some(message) = &model.message {
        draw_message(message, model, frame, area);
    }
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    footer(words, look, model.context(), &model.out_of_place(), frame, foot);
    for overlay in &model.overlays {
        overlay.draw(words, look, frame, page);
    }
    for cell in &mut frame.buffer_mut().content {
        if let Cow::Owned(shown) = printable(cell.symbol()) {
            cell.set_symbol(if shown.is_empty() { " " } else { &shown });
        }
        if let Some(twin) = ascii_twin(cell.symbol()).filter(|_| look.ascii) {
            cell.set_symbol(twin);
        }
    }
}

/// The message above the footer: as many lines as it takes, over the end of the page.
fn draw_message(message: &Message, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.look.theme;
    let style = if message.is_bad { theme.bad } else { theme.good };
    let columns = usize::from(area.width);
    let lines = wrap(&message.text, columns.saturating_sub(2));
    let first = usize::from(area.height).saturating_sub(1 + lines.len());
    for (row, line) in lines.iter().enumerate() {
        let line = pad(&format!(" {line}"), columns, model.look.glyphs.ellipsis);
        put_line(frame, area, first + row, Line::styled(line, style));
    }
}

/// One sentence that asks for a larger window.
fn too_small(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let (columns, lines) = (SMALLEST.0.to_string(), SMALLEST.1.to_string());
    let sentence = model.words.with("too-small", &[("columns", &columns), ("lines", &lines)]);
    for (row, line) in wrap(&sentence, usize::from(area.width)).into_iter().enumerate() {
        put_line(frame, area, row, Line::from(line));
    }
}
