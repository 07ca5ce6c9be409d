//! How fields take keys.

use super::*;

fn choices() -> Vec<Choice> {
    let choice = |digit, code: &str| Choice::new(digit, code, code.to_owned());
    vec![choice('1', "home"), choice('2', "phone"), choice('0', "none").alone()]
}

fn typed(field: &mut Field, text: &str) -> Pressed {
    text.chars().map(|c| field.press(Chord::letter(c))).last().unwrap_or(Pressed::Ignored)
}

#[test]
fn one_digit_answers_a_choice_also_in_full_width() {
    let mut field = Field::new("", "mode", "", Kind::One(choices()));
    assert_eq!(typed(&mut field, "２"), Pressed::ChangedAndDone);
    assert_eq!(field.value(), "phone");
    for wrong in ["7", "x", "入"] {
        assert_eq!(typed(&mut field, wrong), Pressed::NoChoice, "said, and it does not move");
    }
    assert_eq!(field.paste("入户"), Pressed::NoChoice);
    assert_eq!(field.value(), "phone");
    assert_eq!(field.press(Chord::plain(Key::Left)), Pressed::Changed);
    assert_eq!(field.value(), "home");
    assert_eq!(field.press(Chord::plain(Key::Backspace)), Pressed::Changed);
    assert_eq!(field.value(), "");
}

#[test]
fn several_are_ticked_and_nothing_stands_alone() {
    let mut field = Field::new("", "changes", "", Kind::Any(choices()));
    assert_eq!(typed(&mut field, "21"), Pressed::Changed);
    assert_eq!(field.value(), "home,phone");
    typed(&mut field, "1");
    assert_eq!(field.value(), "phone");
    assert_eq!(typed(&mut field, "0"), Pressed::ChangedAndDone);
    assert_eq!(field.value(), "none");
    typed(&mut field, "1");
    assert_eq!(field.value(), "home");
}

#[test]
fn a_prefilled_value_is_replaced_by_typing_over_it() {
    let mut field = Field::new("", "on", "", Kind::Text).with_value("张敏");
    field.prefill();
    typed(&mut field, "韦海");
    assert_eq!(field.value(), "韦海");
    field.input_mut().undo();
    field.input_mut().undo();
    assert_eq!(field.value(), "张敏", "it comes back");
    let mut field = Field::new("", "on", "", Kind::Text).with_value("张敏");
    field.prefill();
    typed(&mut field, "、韦海");
    assert_eq!(field.value(), "张敏、韦海", "a separator goes on from it");
    let mut field = Field::new("", "on", "", Kind::Text).with_value("张敏");
    field.prefill();
    field.press(Chord::plain(Key::End));
    typed(&mut field, "华");
    assert_eq!(field.value(), "张敏华", "the caret was moved: it is edited");
}

#[test]
fn full_width_digits_become_ascii_where_numbers_are_typed() {
    let mut amount = Field::new("", "wage", "", Kind::Plain);
    typed(&mut amount, "３２００。５");
    assert_eq!(amount.value(), "3200.5");
    let mut note = Field::new("", "note", "", Kind::Text);
    typed(&mut note, "缺３天。");
    assert_eq!(note.value(), "缺３天。");
    note.paste("a\n\u{202e}b");
    assert_eq!(note.value(), "缺３天。a b");
    let mut long = Field::new("", "note", "", Kind::Note);
    long.paste("a\r\nb");
    assert_eq!(long.value(), "a\nb");
}
