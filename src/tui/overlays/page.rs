//! A window that is only read: help, why due, the answers of a visit.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::{pad_left, width, wrap};

use crate::tui::scene::{Scene, Surroundings};

/// A title and lines, of which a part is seen.
#[derive(Debug)]
pub struct Page {
    pub title: String,
    pub lines: Vec<String>,
    pub scroll: usize,
    /// It goes by itself after a while.
    pub is_secret: bool,
    /// A key that means nothing here closes it, and is pressed on the screen below.
    pub lets_keys_through: bool,
}

impl Page {
    pub fn new(title: String, lines: Vec<String>) -> Self {
        Self { title, lines, scroll: 0, is_secret: false, lets_keys_through: false }
    }

    /// One that goes by itself after a while.
    pub fn secret(title: String, lines: Vec<String>) -> Self {
        Self { is_secret: true, ..Self::new(title, lines) }
    }

    /// One that stands in nobody's way.
    pub fn passing(title: String, lines: Vec<String>) -> Self {
        Self { lets_keys_through: true, ..Self::new(title, lines) }
    }

    fn columns(&self, area: Rect) -> u16 {
        let widest = self.lines.iter().map(|line| width(line)).max().unwrap_or(0).max(width(&self.title) + 2);
        u16::try_from(widest + 4).unwrap_or(u16::MAX).min(area.width.saturating_sub(4)).min(96)
    }

    fn wrapped(&self, area: Rect) -> Vec<String> {
        let columns = usize::from(self.columns(area).saturating_sub(4));
        self.lines
            .iter()
            .flat_map(|line| if line.is_empty() { vec![String::new()] } else { hanging(line, columns) })
            .collect()
    }

    /// Scrolls by so many lines within an area.
    pub fn step(&mut self, by: isize, area: Rect) {
        let seen = usize::from(area.height.saturating_sub(4));
        let hidden = self.wrapped(area).len().saturating_sub(seen);
        self.scroll = self.scroll.saturating_add_signed(by).min(hidden);
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { look, .. } = scene.around;
        let lines = self.wrapped(area);
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = scene.popup(area, self.columns(area), height, &self.title);
        let seen = usize::from(inside.height);
        // A window that grew shows more of the end, not blank lines.
        let scroll = self.scroll.min(lines.len().saturating_sub(seen));
        for (row, line) in lines.iter().skip(scroll).take(seen).enumerate() {
            scene.put(inside, row, Line::from(line.clone()));
        }
        if lines.len() > seen {
            let last = (scroll + seen).min(lines.len());
            let place = pad_left(&format!(" {last}/{} ", lines.len()), usize::from(inside.width), "");
            let foot = Rect {
                y: inside.bottom(),
                height: 1,
                x: inside.x + inside.width.saturating_sub(12),
                width: 12.min(inside.width),
            };
            scene.put(foot, 0, Line::styled(place.trim_start().to_owned(), look.theme.dim));
        }
    }
}

/// With fewer columns left a text is not read below its own column.
const FEWEST: usize = 12;

/// A line wrapped; what stands in its last column goes on below itself.
fn hanging(line: &str, columns: usize) -> Vec<String> {
    let (label, rest) = line.rfind("  ").and_then(|gap| line.split_at_checked(gap + 2)).unwrap_or_default();
    let indent = width(label);
    if rest.is_empty() || indent + FEWEST > columns {
        return wrap(line, columns);
    }
    let before = std::iter::once(label.to_owned()).chain(std::iter::repeat(" ".repeat(indent)));
    before.zip(wrap(rest, columns - indent)).map(|(before, text)| before + &text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_key_goes_on_below_itself() {
        assert_eq!(hanging("f  F4  按标签看名单再按一次", 20), ["f  F4  按标签看名单", "       再按一次"]);
        assert_eq!(hanging("没有栏的一句话会换行", 12), ["没有栏的一句", "话会换行"]);
        assert_eq!(hanging("a very long label here  x y z", 20), wrap("a very long label here  x y z", 20));
    }
}
