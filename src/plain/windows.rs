//! The windows that open over a screen, as questions on a line.

use crate::tui::keys::{Chord, Key};
use crate::tui::news::Msg;
use crate::tui::overlays::Overlay;

use super::talk::{plain_answer, say};
use super::{Gone, Plain};

impl Plain {
    /// Asks what the windows over the screen ask, until none is open.
    pub(super) fn answer_windows(&mut self) -> Result<(), Gone> {
        while let Some(overlay) = self.app.model.shell.overlays.last() {
            match overlay {
                Overlay::Page(page) => {
                    let text = format!("{}\n{}", page.title, page.lines.join("\n"));
                    say(&text);
                    self.press(Key::Esc);
                }
                Overlay::Confirm(confirm) => {
                    let args = [("question", confirm.question.as_str()), ("yes", confirm.yes.as_str())];
                    let question = self.words.with("plain-confirm", &args);
                    let answer = self.answer_to(&question)?;
                    self.confirm(self.is_yes(&answer));
                }
                Overlay::Who(_) => {
                    let contacts = self.app.model.shell.contacts.clone();
                    let known = (1..).zip(&contacts).map(|(number, contact)| format!("{number} {}", contact.as_str()));
                    let known = known.collect::<Vec<_>>().join(&self.words.t("list-comma"));
                    let question = self.words.with("plain-who", &[("known", &known)]);
                    let answer = self.answer_to(&question)?;
                    let number = plain_answer(&answer).parse::<usize>().ok();
                    let by_number = number.and_then(|number| contacts.get(number.checked_sub(1)?));
                    let name = by_number.map_or(answer, |contact| contact.as_str().to_owned());
                    // An order is nobody's name.
                    let is_order = name.starts_with(['/', '／']);
                    self.type_in(if is_order { "" } else { &name });
                }
                Overlay::Ask(ask) => {
                    let question = ask.question().to_owned();
                    let answer = self.answer_to(&question)?;
                    self.type_in(&answer);
                }
                Overlay::Palette(_)
                | Overlay::Field(_)
                | Overlay::Several(_)
                | Overlay::Filter(_)
                | Overlay::Calendar(_) => self.press(Key::Esc),
            }
            self.say_notice();
        }
        Ok(())
    }

    fn answer_to(&mut self, question: &str) -> Result<String, Gone> {
        say(question);
        self.hear()
    }

    pub(super) fn is_yes(&self, answer: &str) -> bool {
        let answer = plain_answer(answer);
        self.words.t("plain-yes").split_whitespace().any(|yes| yes == answer)
    }

    fn confirm(&mut self, is_yes: bool) {
        if let Some(Overlay::Confirm(confirm)) = self.app.model.shell.overlays.last_mut() {
            confirm.selected_yes = is_yes;
        }
        self.press(Key::Enter);
    }

    /// Types a line into the window; nothing typed closes it.
    fn type_in(&mut self, line: &str) {
        if line.is_empty() {
            return self.press(Key::Esc);
        }
        let typed = line.chars().map(|c| Msg::Key(Chord::letter(c)));
        let all = typed.chain([Msg::Key(Chord::plain(Key::Enter))]).collect();
        self.take(all);
    }

    pub(super) fn press(&mut self, key: Key) {
        self.take(vec![Msg::Key(Chord::plain(key))]);
    }
}
