//! The README's pictures: screens of the demo, drawn by the program itself and written as SVG. A test
//! fails when they no longer show what the program draws; `UPDATE_PICTURES=1` draws them anew.

use std::fmt::Write;
use std::path::Path;

use huifang::i18n::Language;
use huifang::text::width;
use huifang::tui::keys::Key;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::driver::Driver;
use crate::world::World;

const CELL: (u32, u32) = (9, 20);

fn demo(language: Language) -> Driver {
    let mut world = World::new();
    world.ledger.fill_with_demo().unwrap();
    world.set_me("张敏");
    Driver::new(world, language, (110, 26))
}

fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Cyan => "#56b6c2",
        Color::Red => "#e06c75",
        Color::Yellow => "#e5c07b",
        Color::Green => "#98c379",
        _ => "#d7dae0",
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A run of cells in one style, each character in its own columns.
fn run(svg: &mut String, x: u16, y: u16, text: &str, cell: &Cell) {
    let columns = u32::try_from(width(text)).unwrap();
    let (left, top) = (u32::from(x) * CELL.0, u32::from(y) * CELL.1);
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    if reversed {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"#d7dae0\"/>",
            columns * CELL.0,
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let fill = match (reversed, cell.modifier.contains(Modifier::DIM)) {
        (true, _) => "#21252b",
        (false, true) => "#7f848e",
        (false, false) => colour(cell.fg),
    };
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    // Each word at its own place, so that columns align in whatever font shows the picture.
    let mut column = 0;
    for word in text.split(' ') {
        if !word.is_empty() {
            let (x, y) = (left + column * CELL.0, top + 15);
            let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\"{weight}>{}</text>", escape(word));
        }
        column += u32::try_from(width(word)).unwrap() + 1;
    }
}

fn svg(buffer: &Buffer) -> String {
    let (columns, lines) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"ui-monospace, 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', Menlo, Consolas, monospace\" \
         font-size=\"15\" xml:space=\"preserve\">\n<rect width=\"100%\" height=\"100%\" fill=\"#21252b\"/>\n",
        w = columns * CELL.0,
        h = lines * CELL.1,
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let wide = width(first.symbol()) > 1;
            let (start, mut text) = (x, String::new());
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                if cell.style() != first.style() || (width(cell.symbol()) > 1) != wide {
                    break;
                }
                text.push_str(cell.symbol());
                x += u16::try_from(width(cell.symbol()).max(1)).unwrap();
            }
            run(&mut svg, start, y, &text, first);
        }
    }
    svg + "</svg>\n"
}

fn picture(name: &str, driver: &Driver) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(format!("{name}.svg"));
    let drawn = svg(driver.buffer());
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "{} is not what the program draws: run with UPDATE_PICTURES=1", path.display());
}

#[test]
fn the_pictures_show_what_the_program_draws() {
    for language in Language::ALL {
        let mut driver = demo(language);
        picture(&format!("home-{}", language.code()), &driver);
        driver.type_text("2").key(Key::Enter);
        picture(&format!("household-{}", language.code()), &driver);
        driver.key(Key::Tab).key(Key::Tab);
        picture(&format!("income-{}", language.code()), &driver);
        driver.key(Key::Tab).key(Key::Tab);
        picture(&format!("risk-{}", language.code()), &driver);
        driver.key(Key::Esc).key(Key::F(2));
        picture(&format!("form-{}", language.code()), &driver);
    }
}
