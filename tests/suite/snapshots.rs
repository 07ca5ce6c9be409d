//! How the screens look, in both languages and at three sizes; and what colour alone would say.

use huifang::i18n::Language;
use huifang::tui::keys::Key;
use ratatui::style::{Color, Modifier};

use crate::driver::Driver;
use crate::world::World;

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// The made-up village, so that there is something of everything.
fn demo(language: Language, size: (u16, u16)) -> Driver {
    let mut world = World::new();
    world.ledger.fill_with_demo().unwrap();
    world.set_me("张敏");
    Driver::new(world, language, size)
}

fn snapshot(name: &str, act: impl Fn(&mut Driver)) {
    for language in Language::ALL {
        for size in SIZES {
            let mut driver = demo(language, size);
            act(&mut driver);
            let name = format!("{name}-{}-{}x{}", language.code(), size.0, size.1);
            insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(name, without_clock(&driver.screen()));
            });
            no_line_is_too_wide(&driver, size);
        }
    }
}

/// The time at which a draft was kept is the one thing on a screen that the test does not fix.
fn without_clock(screen: &str) -> String {
    let chars: Vec<char> = screen.chars().collect();
    let is_time = |at: usize| {
        let shape = "dd:dd:dd".chars().enumerate();
        shape.into_iter().all(|(step, kind)| match chars.get(at + step) {
            Some(c) if kind == 'd' => c.is_ascii_digit(),
            Some(c) => *c == ':',
            None => false,
        })
    };
    let mut shown = chars.clone();
    for at in (0..chars.len()).filter(|at| is_time(*at)) {
        shown[at..at + 8].copy_from_slice(&['0', '0', ':', '0', '0', ':', '0', '0']);
    }
    shown.into_iter().collect()
}

fn no_line_is_too_wide(driver: &Driver, size: (u16, u16)) {
    for line in driver.screen().lines() {
        assert!(huifang::text::width(line) <= usize::from(size.0), "{line}");
    }
}

#[test]
fn home() {
    snapshot("home", |_| {});
}

#[test]
fn home_all() {
    snapshot("home-all", |driver| {
        driver.type_text("4").key(Key::End);
    });
}

#[test]
fn household() {
    snapshot("household", |driver| {
        driver.type_text("2").key(Key::Enter);
    });
}

#[test]
fn timeline() {
    snapshot("timeline", |driver| {
        driver.type_text("2").key(Key::Enter).key(Key::Tab);
    });
}

#[test]
fn income() {
    snapshot("income", |driver| {
        driver.type_text("2").key(Key::Enter).key(Key::Tab).key(Key::Tab).key(Key::End);
    });
}

#[test]
fn measures() {
    snapshot("measures", |driver| {
        driver.type_text("2").key(Key::Enter).key(Key::BackTab).key(Key::BackTab);
    });
}

#[test]
fn risk() {
    snapshot("risk", |driver| {
        driver.type_text("2").key(Key::Enter).key(Key::BackTab);
    });
}

#[test]
fn overview() {
    snapshot("overview", |driver| {
        driver.type_text("o");
    });
}

#[test]
fn problems() {
    snapshot("problems", |driver| {
        driver.type_text("x  ");
    });
}

#[test]
fn places() {
    snapshot("places", |driver| {
        driver.type_text("v");
    });
}

#[test]
fn settings() {
    snapshot("settings", |driver| {
        driver.type_text("p");
    });
}

#[test]
fn policies() {
    snapshot("policies", |driver| {
        driver.type_text("p").key(Key::Tab).key(Key::Down).key(Key::Down);
    });
}

#[test]
fn visit_form() {
    snapshot("visit-form", |driver| {
        driver.type_text("2").key(Key::F(2)).type_text("111").ctrl('k').ctrl('k').type_text("2");
    });
}

#[test]
fn why_due() {
    snapshot("why-due", |driver| {
        driver.key(Key::F(6));
    });
}

#[test]
fn help() {
    snapshot("help", |driver| {
        driver.key(Key::F(1));
    });
}

#[test]
fn household_form() {
    snapshot("household-form", |driver| {
        driver.type_text("a");
    });
}

#[test]
fn welcome() {
    for language in Language::ALL {
        for size in SIZES {
            let driver = Driver::new(World::new(), language, size);
            let name = format!("welcome-{}-{}x{}", language.code(), size.0, size.1);
            insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
                insta::assert_snapshot!(name, without_clock(&driver.screen()));
            });
        }
    }
}

#[test]
fn what_is_overdue_is_red_and_says_its_days() {
    let driver = demo(Language::ZhCn, (120, 40));
    let buffer = driver.buffer();
    let late: String = (0..8).map(|x| buffer[(10 + x, 4)].symbol()).collect();
    assert!(late.contains('天'), "{late:?}");
    assert!((10..18).any(|x| buffer[(x, 4)].fg == Color::Red));
    assert!(buffer[(30, 3)].modifier.contains(Modifier::REVERSED), "the selected row");
}
