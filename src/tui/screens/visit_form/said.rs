//! A question's answer as its field holds it, and back.

use crate::domain::clean::{clean_name, clean_note, clean_text, fold_width};
use crate::domain::facts::MemberFact;
use crate::domain::household::Member;
use crate::domain::question::{Question, Said, Takes};
use crate::domain::visit::{LifeChange, MemberNamed};
use crate::tui::form::kit::{NO, YES};

use super::VisitForm;

/// A field that cannot be read, and the key of the words for why.
pub(super) type Unreadable = (String, &'static str);

/// The text of a field that says it.
pub(super) fn typed(said: Said) -> String {
    match said {
        Said::YesOrNo(yes) => if yes { YES } else { NO }.to_owned(),
        Said::One(code) => code.to_owned(),
        Said::Any(codes) => codes.join(","),
        Said::Members(members) => members.iter().map(|it| it.member_id.to_string()).collect::<Vec<_>>().join(","),
        Said::Names(names) => names.join("、"),
        Said::Change(by) => format!("{by:+}"),
        Said::Text(text) => text,
    }
}

/// What the field of a question says.
pub(super) fn said(screen: &VisitForm, question: Question, unreadable: &mut Vec<Unreadable>) -> Option<Said> {
    let text = screen.form.value(question.key());
    match question.takes() {
        Takes::YesOrNo => yes_or_no(text).map(Said::YesOrNo),
        Takes::One(choices) => choices.find(text).map(Said::One),
        Takes::Any(choices) => some(text.split(',').filter_map(|code| choices.find(code)).collect(), Said::Any),
        Takes::Members => some(members(screen, question), Said::Members),
        Takes::Names => some(names(text).collect(), Said::Names),
        Takes::Change => {
            let change = fold_width(text).parse::<i32>().ok().filter(|change| change.abs() < 100);
            if change.is_none() && !text.is_empty() {
                unreadable.push((question.key().to_owned(), "form-problem-population"));
            }
            change.map(Said::Change)
        }
        Takes::Text => Some(clean_text(text)).filter(|text| !text.is_empty()).map(Said::Text),
        Takes::Note => Some(clean_note(text)).filter(|text| !text.is_empty()).map(Said::Text),
    }
}

fn some<T>(values: Vec<T>, said: fn(Vec<T>) -> Said) -> Option<Said> {
    (!values.is_empty()).then(|| said(values))
}

/// None where neither is said.
pub(super) fn yes_or_no(value: &str) -> Option<bool> {
    match value {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

/// The names in a text. A blank parts Chinese names, and belongs to others.
fn names(text: &str) -> impl Iterator<Item = String> + '_ {
    let part = |part: &str| -> Vec<String> {
        let is_latin = part.contains(|c: char| c.is_ascii_alphabetic());
        let names = if is_latin { vec![part] } else { part.split_whitespace().collect() };
        names.into_iter().map(clean_name).filter(|name| !name.is_empty()).collect()
    };
    text.split(['、', ',', '，', ';', '；', '/']).flat_map(part)
}

/// The members that are ticked; in a correction one who left the household since stays, as long as the illness
/// does.
fn members(screen: &VisitForm, question: Question) -> Vec<MemberNamed> {
    let value = screen.form.value(question.key());
    let has_illness =
        screen.form.value(Question::Changes.key()).split(',').any(|code| code == LifeChange::SeriousIllness.code());
    let is_ticked = |member: &&Member| value.split(',').any(|id| id == member.id.to_string());
    let named =
        |member: &Member| MemberNamed { member_id: member.id, name: member.fact(MemberFact::Name).to_owned().into() };
    let saved = screen.correcting.as_ref().and_then(|state| question.of(&state.visit));
    let saved = if let Some(Said::Members(members)) = saved { members } else { Vec::new() };
    let has_left =
        |named: &MemberNamed| has_illness && !screen.file.members.iter().any(|member| member.id == named.member_id);
    let ticked = screen.file.members.iter().filter(is_ticked).map(named);
    ticked.chain(saved.into_iter().filter(has_left)).collect()
}
