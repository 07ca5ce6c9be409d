//! The README's pictures: screens of the demo, drawn by the program itself and written as SVG. A test
//! fails when they no longer show what the program draws; `UPDATE_PICTURES=1` draws them anew.

use std::fmt::Write;
use std::path::Path;

use huifang::domain::checks::Check;
use huifang::domain::income::IncomeItem;
use huifang::i18n::{Language, Words};
use huifang::text::width;
use huifang::tui::keys::Key;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::driver::Driver;
use crate::world::World;

/// Pixels of a cell, and of the font.
const CELL: (u32, u32) = (9, 20);
const FONT: u32 = 15;
/// A Han character nearly fills its two cells.
const HAN: u32 = 17;
const HAN_SIZE: &str = " font-size=\"17\"";
const GROUND: &str = "#21252b";

fn demo(language: Language) -> Driver {
    demo_under("default", language)
}

fn demo_under(policy: &str, language: Language) -> Driver {
    let mut world = World::new();
    world.ledger.fill_with_demo().unwrap();
    world.use_policy(policy);
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

/// The colours of a cell as a terminal shows them: what is written, and what lies under it.
fn colours(cell: &Cell) -> (&'static str, &'static str) {
    let written = if cell.modifier.contains(Modifier::DIM) { "#7f848e" } else { colour(cell.fg) };
    if cell.modifier.contains(Modifier::REVERSED) { (GROUND, written) } else { (written, GROUND) }
}

/// Parts of a cell, in hundredths of its width and height: left, top, width, height. What a terminal draws as
/// boxes and bars joins its neighbours in any font only if no font draws it.
fn shapes(symbol: &str) -> Option<Vec<[u32; 4]>> {
    const ACROSS: [u32; 4] = [0, 47, 100, 6];
    const UP: [u32; 4] = [45, 0, 10, 53];
    const DOWN: [u32; 4] = [45, 47, 10, 53];
    const LEFT: [u32; 4] = [0, 47, 55, 6];
    const RIGHT: [u32; 4] = [45, 47, 55, 6];
    let bar = |eighths: u32| vec![[0, 100 - eighths * 100 / 8, 100, eighths * 100 / 8]];
    Some(match symbol {
        "─" => vec![ACROSS],
        "│" => vec![UP, DOWN],
        "┌" => vec![RIGHT, DOWN],
        "┐" => vec![LEFT, DOWN],
        "└" => vec![RIGHT, UP],
        "┘" => vec![LEFT, UP],
        "▌" => vec![[0, 0, 50, 100]],
        "█" => bar(8),
        "▇" => bar(7),
        "▆" => bar(6),
        "▅" => bar(5),
        "▄" => bar(4),
        "▃" => bar(3),
        "▂" => bar(2),
        "▁" => bar(1),
        // A shade: dots in every other place.
        "░" => {
            (0..5).flat_map(|row| [[(row % 2) * 25, row * 20, 20, 8], [50 + (row % 2) * 25, row * 20, 20, 8]]).collect()
        }
        _ => return None,
    })
}

/// A hundredth of so many pixels, as SVG writes it.
fn part(hundredths: u32, pixels: u32) -> String {
    let value = hundredths * pixels;
    format!("{}.{:02}", value / 100, value % 100)
}

/// One cell's ground and shapes. Gives the text that is left to write there.
fn cell(svg: &mut String, x: u16, y: u16, cell: &Cell) -> Option<String> {
    let symbol = cell.symbol();
    let columns = u32::try_from(width(symbol).max(1)).unwrap();
    let (left, top) = (u32::from(x) * CELL.0, u32::from(y) * CELL.1);
    let (written, ground) = colours(cell);
    if ground != GROUND {
        let (wide, high) = (columns * CELL.0, CELL.1);
        let _ = writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{ground}\"/>");
    }
    let Some(shapes) = shapes(symbol) else { return Some(symbol.to_owned()).filter(|text| !text.trim().is_empty()) };
    for [x, y, wide, high] in shapes {
        let (x, y) = (part(left * 100 + x * CELL.0, 1), part(top * 100 + y * CELL.1, 1));
        let (wide, high) = (part(wide, CELL.0), part(high, CELL.1));
        let _ = writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{written}\"/>");
    }
    None
}

/// Characters of one style on one line: each at its own place, so that columns align in whatever font shows the
/// picture; a Han character in the middle of its two.
fn text(svg: &mut String, y: u16, style: &Cell, characters: &[(u16, String)]) {
    if characters.is_empty() {
        return;
    }
    let (written, _) = colours(style);
    let weight = if style.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let y = u32::from(y) * CELL.1 + 15;
    let _ = write!(svg, "<text y=\"{y}\" fill=\"{written}\"{weight}>");
    for (x, symbol) in characters {
        let (spare, size) = if width(symbol) > 1 { (2 * CELL.0 - HAN, HAN_SIZE) } else { (0, "") };
        let x = part(u32::from(*x) * CELL.0 * 100 + spare * 50, 1);
        // A list of places in one attribute is not read by every renderer.
        let _ = write!(svg, "<tspan x=\"{x}\"{size}>{}</tspan>", escape(symbol));
    }
    svg.push_str("</text>\n");
}

fn svg(buffer: &Buffer) -> String {
    head(buffer) + &cells(buffer) + "</svg>\n"
}

fn head(buffer: &Buffer) -> String {
    let (columns, lines) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', \
         'Sarasa Mono SC', 'PingFang SC', 'Microsoft YaHei', monospace\" \
         font-size=\"{FONT}\">\n<rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>\n",
        w = columns * CELL.0,
        h = lines * CELL.1,
    )
}

/// Frames one after the other, each for so many tenths of a second, over and over.
fn recording(frames: &[(Buffer, usize)]) -> String {
    let all: usize = frames.iter().map(|(_, tenths)| tenths).sum();
    let mut out = head(&frames[0].0);
    let mut begun = 0;
    for (buffer, tenths) in frames {
        let at = |tenth: usize| part(u32::try_from(tenth * 100 / all).unwrap(), 1);
        let (from, to) = (at(begun), at(begun + tenths));
        // What cannot move shows the first.
        let (values, times, first) = match begun {
            0 => ("visible;hidden", format!("0;{to}"), "visible"),
            _ => ("hidden;visible;hidden", format!("0;{from};{to}"), "hidden"),
        };
        let (values, times) = if begun + tenths == all {
            (values.rsplit_once(';').unwrap().0, times.rsplit_once(';').unwrap().0.to_owned())
        } else {
            (values, times)
        };
        let _ = writeln!(
            out,
            "<g visibility=\"{first}\"><animate attributeName=\"visibility\" calcMode=\"discrete\" \
             dur=\"{}.{}s\" repeatCount=\"indefinite\" values=\"{values}\" keyTimes=\"{times}\"/>",
            all / 10,
            all % 10
        );
        let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>");
        out += &cells(buffer);
        out += "</g>\n";
        begun += tenths;
    }
    out + "</svg>\n"
}

fn cells(buffer: &Buffer) -> String {
    let mut svg = String::new();
    for y in 0..buffer.area.height {
        let (mut x, mut characters) = (0, Vec::new());
        let mut style = &buffer[(0, y)];
        while x < buffer.area.width {
            let now = &buffer[(x, y)];
            if now.style() != style.style() {
                text(&mut svg, y, style, &std::mem::take(&mut characters));
                style = now;
            }
            // A letter of several code points would take the places of those behind it.
            if let Some(symbol) = cell(&mut svg, x, y, now).filter(|symbol| symbol.chars().count() == 1) {
                characters.push((x, symbol));
            }
            x += u16::try_from(width(now.symbol()).max(1)).unwrap();
        }
        text(&mut svg, y, style, &characters);
    }
    svg
}

/// The time at which a draft was kept is another in each run.
fn without_the_time(buffer: &Buffer) -> Buffer {
    let mut buffer = buffer.clone();
    let columns = usize::from(buffer.area.width);
    let symbols: Vec<String> = buffer.content.iter().take(columns).map(|cell| cell.symbol().to_owned()).collect();
    let is_time = |at: usize| {
        let cells = symbols.get(at..at + 8).unwrap_or_default();
        cells
            .iter()
            .zip("00:00:00".chars())
            .filter(
                |(cell, like)| {
                    if *like == ':' { cell.as_str() == ":" } else { cell.chars().all(|c| c.is_ascii_digit()) }
                },
            )
            .count()
            == 8
    };
    if let Some(at) = (0..columns).find(|at| is_time(*at)) {
        for (cell, digit) in buffer.content.iter_mut().skip(at).zip("21:04:10".chars()) {
            cell.set_char(digit);
        }
    }
    buffer
}

fn picture(name: &str, driver: &Driver) {
    keep(name, &svg(&without_the_time(driver.buffer())));
}

fn keep(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        std::fs::write(&path, drawn).unwrap();
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
        driver.key(Key::Esc).key(Key::F(2)).type_text("111").type_text("2400\n650\n120\n0\n300\n");
        let words = Words::new(language);
        driver.at_field(&words.of(Check::Food)).type_text("11").back_at(&words.of(IncomeItem::OutOfPocket));
        picture(&format!("form-{}", language.code()), &driver);
    }
}

#[test]
fn the_pictures_of_the_other_screens_too() {
    for language in Language::ALL {
        let mut driver = demo(language);
        let shown = |name: &str, driver: &Driver| picture(&format!("{name}-{}", language.code()), driver);
        driver.type_text("w");
        shown("why", &driver);
        driver.key(Key::Esc).type_text("o");
        shown("overview", &driver);
        driver.type_text("d");
        shown("audit", &driver);
        driver.key(Key::Esc).key(Key::Esc).type_text("x");
        shown("problems", &driver);
        driver.key(Key::Esc).type_text("v");
        shown("places", &driver);
        driver.key(Key::Esc).type_text("p");
        shown("settings", &driver);
    }
}

/// From a clue to a decision under a plan that has groups: the groups, the procedures, a procedure's page.
#[test]
fn the_pictures_of_the_cadres_third_face_too() {
    for language in Language::ALL {
        let mut driver = demo_under("liaoning", language);
        let shown = |name: &str, driver: &Driver| picture(&format!("{name}-{}", language.code()), driver);
        driver.type_text("oz");
        shown("groups", &driver);
        driver.key(Key::Esc).type_text("t").key(Key::Tab);
        for what in ["赵兰\n石桥村\n二组\n父亲住院", "钱方\n柳河村\n五组\n房屋漏雨"] {
            driver.type_text("a").type_text(what).ctrl('s');
        }
        shown("clues", &driver);
        driver.key(Key::Enter).type_text("323").ctrl('s').key(Key::Enter).ctrl('s');
        shown("procedure", &driver);
    }
}

/// A visit from the list to the list, as it looks to whoever sits there.
#[test]
fn the_recording_shows_a_visit_from_the_list_to_the_list() {
    let mut driver = demo(Language::ZhCn);
    driver.resize(96, 24);
    let mut frames = vec![(without_the_time(driver.buffer()), 20)];
    let mut frame = |driver: &Driver, tenths| frames.push((without_the_time(driver.buffer()), tenths));
    driver.type_text("w");
    frame(&driver, 30);
    driver.key(Key::Esc).key(Key::F(2));
    frame(&driver, 15);
    for typed in ["1", "1", "1"] {
        driver.type_text(typed);
        frame(&driver, 8);
    }
    for typed in ["2400", "\n650\n", "120\n0\n", "150*2\n"] {
        driver.type_text(typed);
        frame(&driver, 10);
    }
    let words = Words::new(Language::ZhCn);
    driver.at_field(&words.of(Check::Food));
    frame(&driver, 15);
    driver.type_text("1");
    frame(&driver, 6);
    driver.type_text("1");
    frame(&driver, 15);
    driver.ctrl('s');
    frame(&driver, 40);
    keep("visit-zh-CN", &recording(&frames));
}
