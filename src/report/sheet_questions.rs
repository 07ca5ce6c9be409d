//! The questions of a visit as they stand on paper: every one in the order of the form, with this time's
//! answer or room for it, and last time's beside; the reason for something odd behind its answer.

use crate::domain::checks::{Check, CheckAnswer, WaterIndicator, WaterLevel};
use crate::domain::codes::Coded;
use crate::domain::facts::MemberFact;
use crate::domain::household::Member;
use crate::domain::income::{IncomeItem, MonthIncome, net};
use crate::domain::measure::{Measure, MeasureAnswer};
use crate::domain::member_answers::{Insurance, Schooling, is_of_school_age};
use crate::domain::policies_due::{OpenPolicy, open_policies};
use crate::domain::policy_followed::PolicyAnswer;
use crate::domain::question::{Choices, Question, Section, Takes};
use crate::domain::verdict::Verdict;
use crate::domain::visit::{SignatureKind, Visit, VisitOutcome};
use crate::domain::warning::Warning;
use crate::exchange::visit_sheet::SheetSection;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::answers::{measure_answer_words, question_words, signature_words, source_words, spending_words};

/// What a page is filled from.
pub(super) struct Page<'a> {
    pub words: &'a Words,
    pub file: &'a HouseholdFile,
    /// None: a blank page, with boxes to tick.
    pub visit: Option<&'a Visit>,
    pub income: Option<&'a MonthIncome>,
    /// The visit that serves as last time, and the month whose amounts stand beside.
    pub last: Option<&'a Visit>,
    pub last_income: Option<&'a MonthIncome>,
}

type Row = [String; 3];

impl Page<'_> {
    /// Every section of the form but the problems and the signature.
    pub fn sections(&self) -> Vec<SheetSection> {
        let last = self.last.map(|last| self.words.with("sheet-last", &[("on", &last.visited_on.to_string())]));
        let month = self.last_income.map(|last| self.words.with("sheet-last", &[("on", &last.month.to_string())]));
        let section = |key: &str, beside: &Option<String>, rows: Vec<Row>| SheetSection {
            heading: [
                self.words.t(key),
                self.words.t("sheet-this"),
                beside.clone().unwrap_or_else(|| self.words.t("sheet-no-last")),
            ],
            rows,
        };
        vec![
            section("form-when", &last, self.when()),
            section("form-income", &month, self.month()),
            section("form-checks", &last, self.checks()),
            section("form-water", &last, self.water()),
            section("form-changes", &last, self.changes()),
            section("form-risk", &last, self.risk()),
        ]
    }

    /// One question: what is asked, what may be ticked, what a visit answers.
    fn ask(&self, label: String, boxes: String, answer: impl Fn(&Visit) -> String) -> Row {
        let this = self.visit.map_or(boxes, &answer);
        [label, this, self.last.map(&answer).unwrap_or_default()]
    }

    fn named(&self, key: &str, boxes: String, answer: impl Fn(&Visit) -> String) -> Row {
        self.ask(self.words.t(key), boxes, answer)
    }

    /// Boxes to tick, one a value.
    fn boxes<T: Coded>(&self, values: &[T]) -> String {
        let boxes: Vec<String> = values.iter().map(|value| format!("□{}", self.words.of(*value))).collect();
        boxes.join("  ")
    }

    /// A question with one answer.
    fn question(&self, question: Question) -> Row {
        let coded = |choices: &Choices, codes: &[&str]| {
            let boxes = codes.iter().map(|code| format!("□{}", self.words.t(&format!("{}-{code}", choices.family))));
            boxes.collect::<Vec<_>>().join("  ")
        };
        let boxes = match question.takes() {
            Takes::YesOrNo => format!("□{}  □{}", self.words.t("yes"), self.words.t("no")),
            Takes::One(_) if question == Question::Verdict => self.boxes(Verdict::of_class(self.file.row.class)),
            Takes::One(choices) | Takes::Any(choices) => coded(&choices, &choices.codes),
            Takes::Members => self.members(),
            Takes::Names | Takes::Change | Takes::Text | Takes::Note => String::new(),
        };
        self.ask(self.words.of(question), boxes, |visit| question_words(self.words, question, visit))
    }

    fn questions(&self, section: Section) -> impl Iterator<Item = Row> {
        Question::of_section(section).map(|question| self.question(question))
    }

    /// The reason for something odd, behind the answer that it is about.
    fn because(&self, visit: &Visit, warning: Warning) -> String {
        let code = warning.code();
        let passed = visit.findings.passed.iter().find(|passed| passed.code == code);
        passed.map(|passed| self.words.with("sheet-because", &[("reason", &passed.reason)])).unwrap_or_default()
    }

    fn when(&self) -> Vec<Row> {
        let words = self.words;
        let mut rows = vec![self.named("form-date", String::new(), |visit| visit.visited_on.to_string())];
        for question in Question::of_section(Section::When) {
            if question == Question::Visitors {
                rows.push(self.named("form-met", String::new(), |visit| match (&visit.met, visit.outcome) {
                    (Some(met), _) => format!("{} {}", words.relation(&met.relation), &*met.name).trim().to_owned(),
                    (None, VisitOutcome::NobodyMet) => words.of(visit.outcome),
                    (None, VisitOutcome::Met) => String::new(),
                }));
            }
            rows.push(self.question(question));
        }
        rows
    }

    fn month(&self) -> Vec<Row> {
        let words = self.words;
        let row = |label: String, of: &dyn Fn(&MonthIncome) -> String| {
            [label, self.income.map(of).unwrap_or_default(), self.last_income.map(of).unwrap_or_default()]
        };
        let mut rows = vec![row(words.t("form-month"), &|income| income.month.to_string())];
        for item in IncomeItem::ALL {
            let amount = |income: &MonthIncome| income.amounts.get(item).map(|it| it.money().to_string());
            let mut line = row(words.of(*item), &|income| amount(income).unwrap_or_default());
            if let Some(visit) = self.visit {
                line[1] += &self.because(visit, Warning::Jump(*item));
                if *item == IncomeItem::Wage {
                    line[1] += &self.because(visit, Warning::WageLow);
                }
            }
            rows.push(line);
        }
        rows.push(row(words.t("form-net"), &|it| net(&it.amounts).map(|net| net.to_string()).unwrap_or_default()));
        rows.push(row(words.t("form-source"), &|income| {
            income.sources.iter().map(|line| source_words(words, line)).collect::<Vec<_>>().join("\n")
        }));
        rows
    }

    fn check(&self, check: Check, warning: Option<Warning>) -> Row {
        let may_be = |answer: &CheckAnswer| {
            *answer != CheckAnswer::NotChecked && (check == Check::Education || *answer != CheckAnswer::NotApplicable)
        };
        let answers: Vec<CheckAnswer> = CheckAnswer::ALL.iter().copied().filter(may_be).collect();
        self.ask(self.words.of(check), self.boxes(&answers), |visit| {
            let Some(finding) = visit.findings.checks.get(&check) else { return String::new() };
            let because = warning.map(|warning| self.because(visit, warning)).unwrap_or_default();
            format!("{} {}{because}", self.words.of(finding.answer), finding.note).trim().to_owned()
        })
    }

    /// A box for each member.
    fn members(&self) -> String {
        let names = self.file.members.iter().map(|member| format!("□{}", member.fact(MemberFact::Name)));
        names.collect::<Vec<_>>().join("  ")
    }

    fn checks(&self) -> Vec<Row> {
        let words = self.words;
        let on = self.visit.map_or(self.file.row.due_on, |visit| Some(visit.visited_on));
        let of_age = |member: &&Member| on.is_some_and(|on| is_of_school_age(member, on));
        let mut rows = vec![self.check(Check::Food, None), self.check(Check::Clothing, None)];
        for member in self.file.members.iter().filter(of_age) {
            let label = words.with("form-schooling", &[("name", member.fact(MemberFact::Name))]);
            rows.push(self.ask(label, self.boxes(Schooling::ALL), |visit| {
                let answers = visit.findings.members.iter().find(|it| it.member_id == member.id);
                answers.and_then(|it| it.schooling).map(|it| words.of(it)).unwrap_or_default()
            }));
        }
        rows.push(self.check(Check::Education, Some(Warning::EducationThoughOut)));
        let insured_all = format!("□{}  {}", words.t("form-insured-all"), self.members());
        rows.push(self.named("form-uninsured", insured_all, |visit| {
            let asked = visit.findings.members.iter().filter(|it| it.insurance.is_some());
            let out = asked.clone().filter(|it| it.insurance == Some(Insurance::NotInsured));
            let out: Vec<&str> = out.map(|it| &*it.name).collect();
            match (asked.count(), out.is_empty()) {
                (0, _) => String::new(),
                (_, true) => words.t("form-insured-all"),
                (_, false) => out.join(&words.t("list-comma")),
            }
        }));
        rows.push(self.check(Check::Medical, Some(Warning::MedicalThoughUninsured)));
        rows.push(self.check(Check::Housing, Some(Warning::HousingThoughUnsafe)));
        rows.extend(self.questions(Section::Checks));
        rows
    }

    fn water(&self) -> Vec<Row> {
        let words = self.words;
        let levels = [WaterLevel::Met, WaterLevel::MostlyMet, WaterLevel::NotMet];
        let indicator = |indicator: &WaterIndicator| {
            self.ask(words.of(*indicator), self.boxes(&levels), |visit| {
                visit.findings.water.get(indicator).map(|level| words.of(*level)).unwrap_or_default()
            })
        };
        let mut rows: Vec<Row> = WaterIndicator::ALL.iter().map(indicator).collect();
        rows.push(self.check(Check::Water, None));
        rows.extend(self.questions(Section::Water));
        rows
    }

    fn changes(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for question in Question::of_section(Section::Changes) {
            if question == Question::PoliciesDue {
                rows.extend(self.policies_followed());
            }
            let mut row = self.question(question);
            if question == Question::Changes {
                let because = |visit: Option<&Visit>| visit.map(|it| self.because(it, Warning::PopulationNotTicked));
                row[1] += &because(self.visit).unwrap_or_default();
                row[2] += &because(self.last).unwrap_or_default();
            }
            rows.push(row);
        }
        rows
    }

    /// The policies that earlier visits found due.
    fn policies_followed(&self) -> Vec<Row> {
        let words = self.words;
        let before =
            |visit: &Visit| self.visit.is_none_or(|this| visit.id != this.id && visit.visited_on <= this.visited_on);
        let row = |open: OpenPolicy| {
            let label = format!("{} {}", words.t("form-open-policy"), open.what);
            self.ask(label, self.boxes(PolicyAnswer::ALL), |visit| {
                let followed = visit.findings.policies_followed.iter().find(|it| it.what == open.what);
                followed.map(|it| words.of(it.answer)).unwrap_or_default()
            })
        };
        open_policies(&self.file.visits, before).into_iter().map(row).collect()
    }

    fn risk(&self) -> Vec<Row> {
        let words = self.words;
        let measure = |measure: &Measure| {
            let label = format!("{} {}", words.of(measure.kind), measure.item);
            let id = measure.id;
            self.ask(label, self.boxes(MeasureAnswer::ALL), move |visit| {
                let review = visit.findings.measures.iter().find(|review| review.measure_id == id);
                review.map(|review| measure_answer_words(words, &review.answers)).unwrap_or_default()
            })
        };
        let asked = |measure: &&Measure| {
            let is_reviewed = |visit: &Visit| visit.findings.measures.iter().any(|it| it.measure_id == measure.id);
            measure.ended_on.is_none() || self.visit.is_some_and(is_reviewed)
        };
        let mut rows: Vec<Row> = self.file.measures.iter().filter(asked).map(measure).collect();
        rows.extend(self.questions(Section::Risk));
        rows.push(self.named("form-spending", String::new(), |visit| {
            visit.findings.spending.iter().map(|line| spending_words(words, line)).collect::<Vec<_>>().join("\n")
        }));
        rows.push(self.question(Question::Requests));
        rows
    }

    /// How it was signed, or boxes to tick.
    pub fn signed(&self) -> Row {
        self.ask(self.words.of(Question::Signature), self.boxes(SignatureKind::ALL), |visit| {
            signature_words(self.words, visit)
        })
    }
}
