//! What becomes of the marked households: chosen, asked for, confirmed with how many and which, done beside the
//! screen, taken back by the same way.

use std::collections::HashMap;

use crate::domain::contact::ContactName;
use crate::domain::due_row::DueRow;
use crate::domain::entry::Reason;
use crate::domain::status::LeavingReason;
use crate::ledger::{PlaceName, SeveralChange, SeveralChanged, TakenBack};
use crate::text::{count_key, fit, pinyin_key};
use crate::tui::effect::{Effect, Job, Read};
use crate::tui::news::ListNews;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::confirm::Agreed;
use crate::tui::overlays::finder::{Entry, Finder};
use crate::tui::record::NoticeOf;
use crate::tui::several::{SeveralAsk, SeveralPart, SeveralWish};
use crate::tui::shell::Shell;

use super::Households;

/// So many are named in a question.
const NAMED: usize = 12;
/// Columns of one that is named.
const NAME: usize = 20;

impl SeveralPart {
    fn of(self, row: &DueRow) -> &str {
        match self {
            Self::Contact => &row.contact,
            Self::Village => &row.village,
            Self::Group => &row.group,
        }
    }

    /// None: it cannot be called so.
    fn change(self, name: &str) -> Option<SeveralChange> {
        match self {
            Self::Contact => ContactName::parse(name).map(SeveralChange::Contact),
            Self::Village => PlaceName::parse(name).ok().map(|name| SeveralChange::Village { township: None, name }),
            Self::Group => PlaceName::parse(name).ok().map(SeveralChange::Group),
        }
    }

    const fn titles(self) -> [&'static str; 3] {
        match self {
            Self::Contact => ["several-contact-title", "several-contact-another", "several-contact-ask"],
            Self::Village => ["several-village-title", "several-village-another", "several-village-ask"],
            Self::Group => ["several-group-title", "several-group-another", "several-group-ask"],
        }
    }
}

fn entry(value: SeveralWish, name: String, hint: String) -> Entry<SeveralWish> {
    Entry { value, name, code: "", also: String::new(), hint }
}

impl Households {
    /// Asks what is to become of the marked households.
    pub(super) fn ask_several(&self, shell: &mut Shell) {
        let words = &shell.words;
        let parts = SeveralPart::ALL
            .iter()
            .map(|part| entry(SeveralWish::Change(*part), words.t(part.titles()[0]), String::new()));
        let is_listed = self.marked().iter().any(|row| row.active);
        let leaving = LeavingReason::ALL.iter().filter(|_| is_listed).map(|why| {
            entry(SeveralWish::Leave(*why), words.with("several-leave", &[("why", &words.of(*why))]), String::new())
        });
        let back = self.last_change.as_ref().map(|last| {
            entry(SeveralWish::TakeBack, words.t("several-take-back"), change_words(shell, &last.change, last.count()))
        });
        let notice = entry(SeveralWish::Notice, words.t("several-notice"), String::new());
        let entries: Vec<_> = back.into_iter().chain(parts).chain(is_listed.then_some(notice)).chain(leaving).collect();
        let title = words.with("several-title", &[("count", &self.marks.count().to_string())]);
        shell.overlays.push(Overlay::Several(Finder::new(title, entries, usize::from(self.last_change.is_some()))));
    }

    /// Goes on with what was chosen; what was typed to find it may be what it is to be called.
    pub fn several_chosen(&self, shell: &mut Shell, wish: SeveralWish, typed: &str) -> Vec<Effect> {
        match wish {
            SeveralWish::Change(part) => self.offer(shell, part),
            SeveralWish::ToVillage { township, name } => match PlaceName::parse(&name) {
                Ok(name) => self.ask_once_more(shell, SeveralChange::Village { township: Some(township), name }),
                Err(_) => shell.warn_of("several-impossible"),
            },
            SeveralWish::To(part, name) => self.several_answered(shell, SeveralAsk::Part(part), &name),
            SeveralWish::Another(part) => {
                let [title, _, question] = part.titles().map(|key| shell.words.t(key));
                let ask = Ask::new(AskedFor::Several(SeveralAsk::Part(part)), title, question);
                shell.ask(ask.with_answer(typed.to_owned()));
            }
            SeveralWish::Leave(why) => {
                let title = shell.words.with("several-leave", &[("why", &shell.words.of(why))]);
                let question = shell.words.t("several-leave-ask");
                shell.ask(Ask::new(AskedFor::Several(SeveralAsk::Leave(why)), title, question));
            }
            SeveralWish::Notice => {
                let households = self.marked().into_iter().map(|row| row.id).collect();
                return vec![Effect::Read(Read::OpenNotice(NoticeOf { households, ..NoticeOf::default() }))];
            }
            SeveralWish::TakeBack => {
                return self.last_change.clone().map(|it| Effect::Job(Job::TakeSeveralBack(it))).into_iter().collect();
            }
        }
        Vec::new()
    }

    /// What stands on file, with how many households each has; and something else.
    fn offer(&self, shell: &mut Shell, part: SeveralPart) {
        let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
        for row in &self.rows {
            let township = if part == SeveralPart::Village { row.township.as_str() } else { "" };
            *counts.entry((township, part.of(row))).or_default() += 1;
        }
        if part == SeveralPart::Contact {
            for contact in &shell.contacts {
                counts.entry(("", contact.as_str())).or_default();
            }
        }
        let mut names: Vec<_> = counts.into_iter().filter(|((_, name), _)| !name.is_empty()).collect();
        names.sort_by_cached_key(|((township, name), _)| match part {
            SeveralPart::Contact => pinyin_key(name),
            SeveralPart::Village | SeveralPart::Group => count_key(&format!("{township} {name}")),
        });
        let words = &shell.words;
        let households = |count: usize| words.with("several-has", &[("count", &count.to_string())]);
        let known = names.into_iter().map(|((township, name), count)| {
            let wish = match part {
                SeveralPart::Village => SeveralWish::ToVillage { township: township.to_owned(), name: name.to_owned() },
                SeveralPart::Contact | SeveralPart::Group => SeveralWish::To(part, name.to_owned()),
            };
            entry(wish, format!("{township}{name}"), households(count))
        });
        let [title, another, _] = part.titles().map(|key| words.t(key));
        let another = entry(SeveralWish::Another(part), another, String::new());
        let mut finder = Finder::new(title, known.collect(), 0);
        // Whatever is typed, it may be somebody who is not on file.
        finder.set_more(vec![another]);
        shell.overlays.push(Overlay::Several(finder));
    }

    /// Asks once more, with how many and which.
    pub fn several_answered(&self, shell: &mut Shell, asked: SeveralAsk, answer: &str) {
        let change = match asked {
            SeveralAsk::Part(part) => part.change(answer),
            SeveralAsk::Leave(leaving) => Reason::parse(answer).map(|reason| SeveralChange::Leave { leaving, reason }),
        };
        match (change, asked) {
            (Some(change), _) => self.ask_once_more(shell, change),
            (None, SeveralAsk::Part(_)) => shell.warn_of("several-impossible"),
            (None, SeveralAsk::Leave(_)) => shell.warn_of("several-no-reason"),
        }
    }

    fn ask_once_more(&self, shell: &mut Shell, change: SeveralChange) {
        let marked = self.marked();
        let ellipsis = shell.look.glyphs.ellipsis;
        let named = |row: &&DueRow| fit(&format!("{} {}{}", &*row.name, row.village, row.group), NAME, ellipsis);
        let mut which: Vec<String> = marked.iter().take(NAMED).map(named).collect();
        which.extend((marked.len() > NAMED).then(|| shell.words.t("problems-and-more")));
        let done = change_words(shell, &change, marked.len());
        let which = which.join(&shell.words.t("list-comma"));
        let mut question = shell.words.with("several-question", &[("what", &done), ("which", &which)]);
        let mut yes = shell.words.t("several-yes");
        if let SeveralChange::Leave { reason, .. } = &change {
            question += &format!(" {}", shell.words.with("revision-reason", &[("reason", reason.as_str())]));
            yes = shell.words.t("several-yes-leave");
        }
        shell.confirm(question, yes, Agreed::Several(change));
    }

    /// It was agreed to.
    pub fn change_several(&self, change: SeveralChange) -> Vec<Effect> {
        let rows = self.marked().into_iter().cloned().collect();
        vec![Effect::Job(Job::ChangeSeveral { rows, change })]
    }

    /// What came of what the list was asked to do.
    pub fn take_news(&mut self, shell: &mut Shell, news: ListNews) -> Vec<Effect> {
        match news {
            ListNews::SeveralChanged(changed) => self.several_changed(shell, changed),
            ListNews::SeveralTakenBack(taken) => self.several_taken_back(shell, taken),
            ListNews::ViewsKept(kept) => {
                shell.can_write_again();
                shell.say(shell.words.t("view-kept"));
                self.take_views(&kept);
                Vec::new()
            }
        }
    }

    /// It is done, or was stopped before anything was.
    fn several_changed(&mut self, shell: &mut Shell, changed: Option<SeveralChanged>) -> Vec<Effect> {
        self.working = None;
        let Some(changed) = changed else {
            shell.say(shell.words.t("several-stopped"));
            return Vec::new();
        };
        shell.has_written();
        let done = change_words(shell, &changed.change, changed.count());
        let key = if changed.count() > 0 { "several-done" } else { "several-none-changed" };
        shell.say(shell.words.with(key, &[("what", &done)]));
        if let SeveralChange::Contact(name) = &changed.change
            && !shell.contacts.contains(name)
        {
            shell.contacts.push(name.clone());
        }
        if changed.count() > 0 {
            self.marks.clear();
            self.last_change = Some(changed);
        }
        self.preview = None;
        vec![Effect::Job(Job::LoadList(shell.writes))]
    }

    /// It was taken back, as far as nothing was changed since.
    fn several_taken_back(&mut self, shell: &mut Shell, taken: Option<TakenBack>) -> Vec<Effect> {
        self.working = None;
        let Some(taken) = taken else {
            shell.say(shell.words.t("several-stopped"));
            return Vec::new();
        };
        self.last_change = None;
        shell.has_written();
        let (back, left) = (taken.back.to_string(), taken.left.to_string());
        let key = if taken.left > 0 { "several-back-in-part" } else { "several-back" };
        shell.say(shell.words.with(key, &[("back", &back), ("left", &left)]));
        self.preview = None;
        vec![Effect::Job(Job::LoadList(shell.writes))]
    }
}

/// What is done to so many households, in words.
fn change_words(shell: &Shell, change: &SeveralChange, count: usize) -> String {
    let words = &shell.words;
    let count = count.to_string();
    let (key, name) = match change {
        SeveralChange::Contact(name) if shell.contacts.contains(name) => {
            ("several-does-contact", name.as_str().to_owned())
        }
        SeveralChange::Contact(name) => ("several-does-new-contact", name.as_str().to_owned()),
        SeveralChange::Village { township, name } => {
            ("several-does-village", format!("{}{}", township.as_deref().unwrap_or_default(), name.as_str()))
        }
        SeveralChange::Group(name) => ("several-does-group", name.as_str().to_owned()),
        SeveralChange::Leave { leaving, .. } => ("several-does-leave", words.of(*leaving)),
    };
    words.with(key, &[("count", &count), ("name", &name)])
}
