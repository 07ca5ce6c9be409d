//! Whatever is pressed, typed or pasted, on any screen: the program lives, draws nothing that a terminal
//! could take for an order, and goes on from what it kept. Without the terminal, so that there can be many.

use huifang::domain::clean::printable;
use huifang::i18n::Language;
use huifang::tui::app::Flow;
use huifang::tui::keys::{BINDINGS, Chord, Key};

use crate::driver::Driver;
use crate::world::{World, number, roster};

/// Numbers that look random and are the same in every run of a seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap()
    }

    /// Any character at all; now and then one of those that have broken programs.
    fn character(&mut self) -> char {
        const ODD: [char; 12] =
            ['ſ', 'K', 'İ', '\u{202e}', '\u{1b}', '\u{9b}', '\u{fffd}', '𠮷', '\u{301}', '👩', '\u{200d}', '\0'];
        match self.below(4) {
            0 => ODD[self.below(ODD.len())],
            1 => char::from_u32(0x4e00 + u32::try_from(self.below(20_000)).unwrap()).unwrap(),
            2 => char::from(u8::try_from(0x20 + self.below(0x5f)).unwrap()),
            _ => char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap()).unwrap_or('文'),
        }
    }

    fn text(&mut self, most: usize) -> String {
        (0..=self.below(most)).map(|_| self.character()).collect()
    }
}

/// Every key that means something somewhere, and those that move in a text.
fn chords() -> Vec<Chord> {
    let bound = BINDINGS.iter().flat_map(|binding| binding.chords).copied();
    let moving = [Key::Backspace, Key::Delete, Key::Left, Key::Right, Key::Home, Key::End].map(Chord::plain);
    let digits = ('0'..='9').map(Chord::letter);
    bound.chain(moving).chain(digits).collect()
}

fn opened(world: World, dice: &mut Dice) -> Driver {
    let language = [Language::ZhCn, Language::En][dice.below(2)];
    let size = [(60, 16), (80, 24), (120, 40)][dice.below(3)];
    let mut app = Driver::new(world, language, size);
    app.set_me("张敏");
    app
}

/// Seen to fail: with a key of the list that panics.
#[test]
fn random_keys_end_nothing() {
    let wanted = usize::try_from(number("HUIFANG_RANDOM_KEYS", 20_000)).unwrap();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ number("HUIFANG_SEED", 1));
    let chords = chords();
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let mut app = opened(world, &mut dice);
    let mut pressed = 0;
    while pressed < wanted {
        let keys: Vec<Chord> = (0..=dice.below(60))
            .map(|_| if dice.below(3) > 0 { chords[dice.below(chords.len())] } else { Chord::letter(dice.character()) })
            .collect();
        pressed += keys.len();
        app.batch(&keys);
        match dice.below(14) {
            2 => drop(app.wheel(i32::try_from(dice.below(9)).unwrap() - 4)),
            3 => {
                let (column, line) = (dice.below(120), dice.below(40));
                app.click_at(u16::try_from(column).unwrap(), u16::try_from(line).unwrap());
            }
            0 => drop(app.paste(&dice.text(300))),
            1 => drop(app.resize(u16::try_from(dice.below(200)).unwrap(), u16::try_from(dice.below(60)).unwrap())),
            _ => {}
        }
        for cell in app.buffer().content() {
            let symbol = cell.symbol();
            assert_eq!(printable(symbol), symbol, "after {pressed} keys");
        }
        if app.flow == Flow::Quit || dice.below(400) == 0 {
            app = app.reopen();
            app.set_me("张敏").resize(100, 30);
        }
    }
    let path = app.database();
    let before = crate::store::content(&path);
    app.ledger_mut().rebuild().unwrap();
    assert_eq!(crate::store::content(&path), before, "what was saved on the way is whole");
}

#[test]
fn every_character_can_be_searched_for_and_looked_for_in_the_palette() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let mut app = Driver::new(world, Language::ZhCn, (60, 16));
    let every: Vec<char> = (0..0x11_0000_u32).filter_map(char::from_u32).collect();
    let step = if number("HUIFANG_RANDOM_KEYS", 0) > 0 { 8 } else { 200 };
    for opens in ['f', 'p'] {
        app.ctrl(opens);
        for chunk in every.chunks(16).step_by(step) {
            app.paste(&chunk.iter().flat_map(|c| ['文', *c]).collect::<String>());
            let typed: Vec<Chord> = chunk.iter().map(|c| Chord::letter(*c)).collect();
            app.batch(&typed);
            app.press(Chord::plain(Key::Esc)).ctrl(opens);
        }
        app.key(Key::Esc);
    }
}
