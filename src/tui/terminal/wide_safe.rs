//! A backend that draws Chinese right, and keeps a window's size within reason.

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::text::width;

/// No screen is larger; a terminal that says otherwise is mistaken, and its cells would take all memory.
const LARGEST: Size = Size::new(640, 240);

/// Writes a blank behind every wide character before the character itself, so that its second half
/// takes the new style too (ratatui issue 2652).
#[derive(Debug)]
pub struct WideSafe<B>(pub B);

impl<B: Backend> Backend for WideSafe<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), B::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<(u16, u16, Cell)> = content.map(|(x, y, cell)| (x, y, cell.clone())).collect();
        let mut written = Vec::with_capacity(cells.len());
        let mut hidden = None;
        for (x, y, cell) in cells {
            if hidden == Some((x, y)) {
                continue;
            }
            if width(cell.symbol()) == 2 {
                hidden = Some((x + 1, y));
                let mut blank = cell.clone();
                blank.set_symbol(" ");
                written.push((x + 1, y, blank));
            }
            written.push((x, y, cell));
        }
        self.0.draw(written.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }

    fn hide_cursor(&mut self) -> Result<(), B::Error> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), B::Error> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, B::Error> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), B::Error> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), B::Error> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), B::Error> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> Result<Size, B::Error> {
        let size = self.0.size()?;
        Ok(Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height)))
    }

    fn window_size(&mut self) -> Result<WindowSize, B::Error> {
        self.0.window_size()
    }

    fn flush(&mut self) -> Result<(), B::Error> {
        self.0.flush()
    }
}
