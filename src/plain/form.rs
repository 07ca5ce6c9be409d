//! A form as one question a line. The form is that of the interface: its fields, their choices, what is understood of
//! an answer, what is asked before it is saved.

use crate::i18n::Words;
use crate::tui::form::{Field, FormScreen, Kind, Pressed};
use crate::tui::keys::{Chord, Key};
use crate::tui::news::Msg;

use super::talk::{plain_answer, say};
use super::verb::{Order, Typed, typed};
use super::{Gone, Plain};

/// Where the questions go on.
enum Next {
    /// To the question behind the one that was answered.
    On,
    /// Where the focus is.
    Here,
}

impl Plain {
    /// Asks question by question, until the form is gone.
    pub(super) fn fill_form(&mut self) -> Result<(), Gone> {
        let resumed = self.app.model.form().and_then(|form| form.kept().at.clone());
        if let Some(at) = &resumed {
            // What the screen says of it names a key of the screen.
            self.app.model.shell.notice = None;
            say(&self.words.with("plain-resumed", &[("at", at)]));
        }
        self.say_notice();
        self.answer_windows()?;
        if let Some(form) = self.app.model.form() {
            let title = form.title(self.app.model.shell.around());
            let title = self.words.with("plain-form-begin", &[("title", &title)]);
            say(&title);
        }
        if let (None, Some((form, _))) = (&resumed, self.app.model.form_mut()) {
            // From the first question on, also where the program has answered it: nobody sees what stands there.
            let first = form.form().fields.iter().find(|field| field.takes_focus()).map(|field| field.key.clone());
            first.map(|first| form.form_mut().focus_on(&first));
        }
        let mut section = "";
        while let Some(field) = self.app.model.form().and_then(|form| form.form().focused()) {
            if field.section != section {
                section = field.section;
                let heading = self.words.t(section);
                say(&format!("== {heading} =="));
            }
            let question = self.question();
            say(&question);
            let answer = self.hear()?;
            let next = match typed(&self.words, &answer) {
                Typed::Order(order) => self.follow(order)?,
                Typed::NoSuchOrder => {
                    say(&self.words.t("plain-form-help"));
                    Next::Here
                }
                Typed::Answer => self.answer(&answer),
            };
            self.take(Vec::new());
            self.say_notice();
            self.answer_windows()?;
            if matches!(next, Next::On) {
                self.go_on()?;
            }
        }
        Ok(())
    }

    /// The question of the focused field: where it stands, its words, last time, its answers, what is answered.
    fn question(&self) -> String {
        let Some(form) = self.app.model.form() else { return String::new() };
        let form = form.form();
        let Some(field) = form.focused() else { return String::new() };
        let asked: Vec<&Field> = form.fields.iter().filter(|field| field.takes_focus()).collect();
        let at = asked.iter().position(|it| it.key == field.key).map_or(0, |at| at + 1);
        let words = &self.words;
        let mut parts = vec![format!("{at}/{} {}", asked.len(), field.label)];
        let mut part = |key: &str, value: &str| {
            if !value.is_empty() {
                parts.push(words.with(key, &[("value", value)]));
            }
        };
        part("plain-last", &field.last);
        part("plain-choices", &choices_text(words, field));
        part("plain-now", &now_text(field));
        part("plain-fault", field.fault.as_deref().unwrap_or_default());
        parts.extend(Some(hint_text(words, field)).filter(|hint| !hint.is_empty()));
        parts.join(&words.t("plain-between"))
    }

    /// Puts an answer into the focused field; an empty one leaves what stands there.
    fn answer(&mut self, answer: &str) -> Next {
        if answer.is_empty() {
            return Next::On;
        }
        let words = &self.words;
        let Some((form, _)) = self.app.model.form_mut() else { return Next::Here };
        let Some(field) = form.form().focused() else { return Next::Here };
        let (key, is_any) = (field.key.clone(), matches!(field.kind, Kind::Any(_)));
        let taken = if field.is_typed() {
            let before = field.value().to_owned();
            form.form_mut().replace("");
            let is_full = form.paste(words, answer) == Pressed::Full;
            if is_full {
                form.form_mut().replace(&before);
                form.arrange(words);
                say(&self.words.t("plain-too-long"));
                return Next::Here;
            }
            true
        } else {
            choose(form, words, answer, is_any)
        };
        if !taken {
            say(&self.words.t("plain-not-taken"));
            return Next::Here;
        }
        let understood = form.form().field(&key).map(|field| field.meaning.clone()).unwrap_or_default();
        let fault = form.form().field(&key).and_then(|field| field.fault.clone());
        let is_unread = understood == format!("= {}", self.words.t("form-unreadable"));
        if is_unread {
            say(&self.words.t("plain-not-read"));
        } else if !understood.is_empty() {
            say(&self.words.with("plain-understood", &[("value", &understood)]));
        }
        if let Some(fault) = fault {
            say(&fault);
        }
        // What cannot be read is asked again; else to the very next question, also one that is answered already.
        let Some((form, _)) = self.app.model.form_mut() else { return Next::Here };
        form.form_mut().focus_on(&key);
        if is_unread { Next::Here } else { Next::On }
    }

    /// To the next question; behind the last it is asked whether to save.
    fn go_on(&mut self) -> Result<(), Gone> {
        let Some((form, _)) = self.app.model.form_mut() else { return Ok(()) };
        let form = form.form_mut();
        let at = form.focus_index();
        form.next();
        if form.focus_index() != at {
            return Ok(());
        }
        say(&self.words.t("plain-end"));
        let answer = self.hear()?;
        if self.is_yes(&answer) {
            self.save()?;
        }
        Ok(())
    }

    fn follow(&mut self, order: Order) -> Result<Next, Gone> {
        match order {
            Order::Back => self.on_form(|form, _| form.form_mut().previous()),
            Order::Last => {
                let mut is_taken = false;
                self.on_form(|form, words| is_taken = form.take_last(words));
                if is_taken {
                    return Ok(Next::On);
                }
                say(&self.words.t("plain-no-last"));
            }
            Order::Clear => self.on_form(|form, words| {
                form.form_mut().replace("");
                form.arrange(words);
            }),
            Order::All => self.read_out(),
            Order::Save => self.save()?,
            Order::Leave => self.press(Key::Esc),
            Order::Discard => {
                self.take(vec![Msg::Key(Chord::ctrl(Key::Char('r')))]);
            }
            Order::Help => say(&self.words.t("plain-form-help")),
        }
        Ok(Next::Here)
    }

    fn on_form(&mut self, work: impl FnOnce(&mut dyn FormScreen, &Words)) {
        if let Some((form, shell)) = self.app.model.form_mut() {
            work(form, &shell.words);
        }
    }

    /// Saves, after what is asked before it; what is in the way is said.
    fn save(&mut self) -> Result<(), Gone> {
        self.take(vec![Msg::Key(Chord::ctrl(Key::Char('s')))]);
        self.say_notice();
        self.answer_windows()?;
        let Some(form) = self.app.model.form() else { return Ok(()) };
        let faults = form.form().fields.iter().filter(|field| field.takes_focus());
        let faults = faults.filter_map(|field| Some(format!("{}: {}", field.label, field.fault.as_ref()?)));
        let faults: Vec<String> = faults.chain(form.form().unplaced().map(str::to_owned)).collect();
        for fault in faults {
            say(&fault);
        }
        Ok(())
    }

    /// All questions with their answers.
    fn read_out(&mut self) {
        let Some(form) = self.app.model.form() else { return };
        let fields = form.form().fields.iter().filter(|field| field.visible && !field.label.is_empty());
        let unanswered = self.words.t("plain-unanswered");
        let line = |field: &Field| match now_text(field) {
            none if none.is_empty() => format!("{}: {unanswered}", field.label),
            now => format!("{}: {now}", field.label),
        };
        let lines: Vec<String> = fields.map(line).collect();
        say(&lines.join("\n"));
    }
}

/// Each answer with what is typed for it.
fn choices_text(words: &Words, field: &Field) -> String {
    let choices = field.choices().iter().map(|choice| format!("{} {}", choice.digit, choice.label));
    choices.collect::<Vec<_>>().join(&words.t("plain-between-choices"))
}

/// The answer that stands there, in one line, with what is understood of it.
fn now_text(field: &Field) -> String {
    [field.shown().replace('\n', " "), field.meaning.clone()].join(" ").trim().to_owned()
}

/// How to answer. What the screen says of notes and days names keys of the screen.
fn hint_text(words: &Words, field: &Field) -> String {
    match field.kind {
        Kind::Note => String::new(),
        Kind::Day(_) | Kind::RoughDay => words.t("plain-hint-day"),
        Kind::Text | Kind::Plain | Kind::Amount | Kind::One(_) | Kind::Any(_) | Kind::Shown => field.hint.clone(),
    }
}

/// Chooses by the digits or by the words of the choices; of several, each that is named and no other.
fn choose(form: &mut dyn FormScreen, words: &Words, answer: &str, is_any: bool) -> bool {
    let answer = plain_answer(answer);
    let Some(field) = form.form().focused() else { return false };
    let by_label = field.choices().iter().find(|choice| choice.label.to_lowercase() == answer);
    let digits: Vec<char> = match by_label {
        Some(choice) => vec![choice.digit],
        None => answer.chars().filter(|c| !c.is_whitespace() && !",，、".contains(*c)).collect(),
    };
    let is_known = |digit: &char| field.choices().iter().any(|choice| choice.digit == *digit);
    if digits.is_empty() || !digits.iter().all(is_known) || (digits.len() > 1 && !is_any) {
        return false;
    }
    if is_any {
        form.form_mut().replace("");
    }
    for digit in digits {
        form.press(words, Chord::letter(digit));
    }
    true
}
