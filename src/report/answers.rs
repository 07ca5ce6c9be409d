//! What a visit says, answer by answer: the same list for the screen, for the differences between two
//! states, and for the printed sheet.

use crate::domain::checks::{Check, WaterIndicator};
use crate::domain::income::{Amounts, IncomeItem, MonthIncome, SourceLine, net};
use crate::domain::measure::MeasureAnswer;
use crate::domain::member_answers::MemberAnswers;
use crate::domain::problem::Problem;
use crate::domain::question::{Question, Said, Section, Takes};
use crate::domain::spending::SpendingLine;
use crate::domain::visit::{Visit, VisitOutcome};
use crate::domain::warning::Warning;
use crate::i18n::Words;

/// One answer: what was asked, what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub label: String,
    pub value: String,
}

/// A list of answers under way; what has no value is left out.
struct Answers<'w> {
    words: &'w Words,
    list: Vec<Answer>,
}

impl Answers<'_> {
    fn add(&mut self, label: String, value: impl Into<String>) {
        let value = value.into().trim().to_owned();
        if !value.is_empty() {
            self.list.push(Answer { label, value });
        }
    }

    fn named(&mut self, key: &str, value: impl Into<String>) {
        self.add(self.words.t(key), value);
    }

    fn question(&mut self, question: Question, visit: &Visit) {
        self.add(self.words.of(question), question_words(self.words, question, visit));
    }

    fn section(&mut self, section: Section, visit: &Visit) {
        for question in Question::of_section(section) {
            self.question(question, visit);
        }
    }
}

/// What a visit says to a question; nothing where it says nothing.
pub fn question_words(words: &Words, question: Question, visit: &Visit) -> String {
    let comma = words.t("list-comma");
    let coded = |code: &str| match question.takes() {
        Takes::One(choices) | Takes::Any(choices) => words.t(&format!("{}-{code}", choices.family)),
        _ => code.to_owned(),
    };
    match question.of(visit) {
        None => String::new(),
        Some(Said::YesOrNo(yes)) => words.t(if yes { "yes" } else { "no" }),
        Some(Said::One(code)) => coded(code),
        Some(Said::Any(codes)) => codes.into_iter().map(coded).collect::<Vec<_>>().join(&comma),
        Some(Said::Members(members)) => members.iter().map(|member| &*member.name).collect::<Vec<_>>().join(&comma),
        Some(Said::Names(names)) => names.join(" "),
        Some(Said::Change(by)) => format!("{by:+}"),
        Some(Said::Text(text)) => text,
    }
}

/// When and how, and who: the head of a visit.
pub fn head_answers(words: &Words, visit: &Visit) -> Vec<Answer> {
    let mut answers = Answers { words, list: Vec::new() };
    answers.named("form-date", visit.visited_on.to_string());
    for question in Question::of_section(Section::When) {
        if question == Question::Visitors {
            let met = visit.met.as_ref().map(|met| format!("{} {}", words.relation(&met.relation), &*met.name));
            answers.named("form-met", met.unwrap_or_else(|| words.of(visit.outcome)));
        }
        answers.question(question, visit);
    }
    answers.list
}

/// What the visit found.
pub fn finding_answers(words: &Words, visit: &Visit) -> Vec<Answer> {
    let mut answers = Answers { words, list: Vec::new() };
    if visit.outcome == VisitOutcome::NobodyMet {
        return answers.list;
    }
    let findings = &visit.findings;
    for check in Check::ALL {
        let answer = words.of(findings.answer(*check));
        let note = findings.checks.get(check).map(|finding| finding.note.as_str()).unwrap_or_default();
        answers.add(words.of(*check), format!("{answer} {note}"));
    }
    for member in &findings.members {
        answers.add(member.name.clone().into(), member_words(words, member));
    }
    answers.section(Section::Checks, visit);
    for indicator in WaterIndicator::ALL {
        let level = findings.water.get(indicator).map(|level| words.of(*level));
        answers.add(words.of(*indicator), level.unwrap_or_default());
    }
    answers.section(Section::Water, visit);
    for question in Question::of_section(Section::Changes) {
        if question == Question::PoliciesDue {
            for followed in &findings.policies_followed {
                answers.named("form-open-policy", format!("{} {}", followed.what, words.of(followed.answer)));
            }
        }
        answers.question(question, visit);
    }
    for review in &findings.measures {
        let name = format!("{} {}", words.of(review.measure), review.item);
        answers.add(name, measure_answer_words(words, &review.answers));
    }
    answers.section(Section::Risk, visit);
    for spending in &findings.spending {
        answers.named("form-spending", spending_words(words, spending));
    }
    answers.question(Question::Requests, visit);
    for passed in &findings.passed {
        answers.add(warning_name(words, &passed.code), passed.reason.clone());
    }
    answers.list
}

/// A large spending in one line: what for, how much, whether it is solved.
pub fn spending_words(words: &Words, spending: &SpendingLine) -> String {
    let amount = spending.amount.map(|amount| amount.money().to_string()).unwrap_or_default();
    let solved = match spending.solved {
        Some(true) => words.t("spending-solved"),
        Some(false) => words.t("spending-unsolved"),
        None => String::new(),
    };
    format!("{} {amount} {solved}", words.of(spending.kind)).trim_end().to_owned()
}

/// What a visit saw of a measure.
pub fn measure_answer_words(words: &Words, answers: &[MeasureAnswer]) -> String {
    let answers: Vec<String> = answers.iter().map(|answer| words.of(*answer)).collect();
    answers.join(&words.t("list-comma"))
}

/// What looked odd, in a few words.
fn warning_name(words: &Words, code: &str) -> String {
    let jumped = code.strip_prefix("jump.").and_then(IncomeItem::from_code);
    match jumped {
        Some(item) => words.with("warning-name-jump", &[("item", &words.of(item))]),
        None => words.t(&format!("WarningName-{code}")),
    }
}

/// The sentence that asks for the reason of something odd.
pub fn warning_words(words: &Words, warning: Warning, last: &Amounts) -> String {
    match warning {
        Warning::Jump(item) => {
            let was = last.get(&item).map(|was| was.money().to_string()).unwrap_or_default();
            words.with("Warning-jump", &[("item", &words.of(item)), ("was", &was)])
        }
        simple => words.t(&format!("Warning-{}", simple.code())),
    }
}

fn member_words(words: &Words, member: &MemberAnswers) -> String {
    let schooling = member.schooling.map(|schooling| words.of(schooling));
    let insurance = member.insurance.map(|insurance| words.of(insurance));
    schooling.into_iter().chain(insurance).collect::<Vec<_>>().join(" ")
}

/// The month's income.
pub fn income_answers(words: &Words, income: &MonthIncome) -> Vec<Answer> {
    let mut answers = Answers { words, list: Vec::new() };
    answers.named("form-month", income.month.to_string());
    for item in IncomeItem::ALL {
        let amount = income.amounts.get(item).map(|amount| amount.money().to_string());
        answers.add(words.of(*item), amount.unwrap_or_default());
    }
    answers.named("form-net", net(&income.amounts).map(|net| net.to_string()).unwrap_or_default());
    for source in &income.sources {
        answers.named("form-source", source_words(words, source));
    }
    answers.list
}

/// One source in one line: what, where, how much, and where it does not count.
pub fn source_words(words: &Words, source: &SourceLine) -> String {
    let amount = source.amount.map(|amount| amount.money().to_string()).unwrap_or_default();
    let counts = if source.counts { String::new() } else { words.t("source-not-counted") };
    let parts = [words.of(source.source), source.detail.clone(), amount, counts];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A problem in one line: how it stands, what it is, who answers for it and until when, what was done.
pub fn problem_words(words: &Words, problem: &Problem) -> String {
    let until =
        problem.deadline.filter(|_| problem.is_open()).map(|day| words.with("by-day", &[("day", &day.to_string())]));
    let closing = problem.closing.as_ref().map(|closing| format!("{} {}", closing.on, closing.done));
    let parts = [
        Some(words.of(problem.state)),
        Some(problem.what.clone()),
        problem.check.map(|check| words.of(check)),
        Some(problem.unit.clone()),
        until,
        closing,
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How it was signed, or why not.
pub fn signature_words(words: &Words, visit: &Visit) -> String {
    let said: Vec<String> =
        Question::of_section(Section::Signature).map(|question| question_words(words, question, visit)).collect();
    said.join(" ").trim_end().to_owned()
}

/// Everything a visit says.
pub fn answers(words: &Words, visit: &Visit, income: Option<&MonthIncome>, problems: &[&Problem]) -> Vec<Answer> {
    let mut all = head_answers(words, visit);
    all.extend(finding_answers(words, visit));
    all.extend(income.map(|income| income_answers(words, income)).unwrap_or_default());
    let mut rest = Answers { words, list: Vec::new() };
    for problem in problems {
        rest.named("form-problem", problem_words(words, problem));
    }
    let after = Question::of_section(Section::Problems).filter(|question| *question != Question::Requests);
    for question in after {
        rest.question(question, visit);
    }
    rest.add(words.of(Question::Signature), signature_words(words, visit));
    all.extend(rest.list);
    all
}
