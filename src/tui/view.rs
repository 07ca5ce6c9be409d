//! Draws the model: the home screen or the screen over it, one notice, the footer, the windows.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::clean::printable;
use crate::text::{fit, pad, wrap};

use super::keys::Context;
use super::model::Model;
use super::scene::{Scene, Seen};
use super::shell::{Notice, SMALLEST};
use super::theme::ascii_twin;
use super::widgets::footer;

/// Draws everything, after what was seen before. Gives what is seen now.
pub fn view(model: &Model, frame: &mut Frame<'_>, before: &Seen) -> Seen {
    let mut scene = Scene::new(model.shell.around(), frame, before);
    let area = scene.frame.area();
    if model.shell.is_too_small() {
        too_small(&mut scene, area);
    } else if let Some(gate) = &model.shell.gate {
        gate.draw(&mut scene, area);
        let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        footer(&mut scene, Context::Gate, &gate.out_of_place(), foot);
    } else {
        draw_all(model, &mut scene, area);
    }
    scene.into_seen()
}

fn draw_all(model: &Model, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let page = model.shell.page();
    if let Some(why) = &model.shell.cannot_write {
        let glyphs = &around.look.glyphs;
        let sentence = around.words.t(&format!("CannotWrite-{}", why.code()));
        let text = fit(&format!(" {} {sentence}", glyphs.risk), usize::from(area.width), glyphs.ellipsis);
        scene.put(area, 0, Line::styled(text, around.look.theme.bad));
    }
    model.top().draw(scene, page);
    if let Some(notice) = &model.shell.notice {
        draw_notice(notice, scene, area);
    }
    for overlay in &model.shell.overlays {
        overlay.draw(scene, page);
    }
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    footer(scene, model.context(), &model.out_of_place(), foot);
    make_printable(scene);
}

/// What a terminal would take for a command, or cannot show, stands there as something else.
fn make_printable(scene: &mut Scene<'_, '_>) {
    let ascii = scene.look.ascii;
    for cell in &mut scene.frame.buffer_mut().content {
        if let Cow::Owned(shown) = printable(cell.symbol()) {
            cell.set_symbol(if shown.is_empty() { " " } else { &shown });
        }
        if let Some(twin) = ascii_twin(cell.symbol()).filter(|_| ascii) {
            cell.set_symbol(twin);
        }
    }
}

/// The notice above the footer: as many lines as it takes, over the end of the page.
fn draw_notice(notice: &Notice, scene: &mut Scene<'_, '_>, area: Rect) {
    let look = scene.around.look;
    let style = if notice.is_bad { look.theme.bad } else { look.theme.good };
    let columns = usize::from(area.width);
    let lines = wrap(&notice.text, columns.saturating_sub(2));
    let first = usize::from(area.height).saturating_sub(1 + lines.len());
    let covered = u16::try_from(first).unwrap_or(area.height).min(area.height);
    scene.out_of_reach(Rect { y: area.y + covered, height: area.height - covered, ..area });
    for (row, line) in lines.iter().enumerate() {
        let line = pad(&format!(" {line}"), columns, look.glyphs.ellipsis);
        scene.put(area, first + row, Line::styled(line, style));
    }
}

/// One sentence that asks for a larger window.
fn too_small(scene: &mut Scene<'_, '_>, area: Rect) {
    let (columns, lines) = (SMALLEST.0.to_string(), SMALLEST.1.to_string());
    let sentence = scene.words.with("too-small", &[("columns", &columns), ("lines", &lines)]);
    for (row, line) in wrap(&sentence, usize::from(area.width)).into_iter().enumerate() {
        scene.put(area, row, Line::from(line));
    }
}
