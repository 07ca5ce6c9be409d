//! The papers that the steps of a procedure leave 认定材料, filled with what is on file: one A4 page each, in the plan's
//! own title; and the same as text. What is posted shows only what may be shown, and is refused where it would show more.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::assessment::{Assessment, assess};
use crate::domain::checks::Check;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::leak::{Leak, leak};
use crate::domain::measure::Measure;
use crate::domain::policy::{PaperForm, Policy};
use crate::domain::procedure::{Procedure, ProcedureEnd};
use crate::domain::window_income::WindowIncome;
use crate::exchange::visit_sheet::{SheetPage, SheetSection};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, ListedProcedure};
use crate::report::policy::wording;

use super::visit_sheet::{Numbers, household};

/// Lines to write on where nothing is known.
const BLANK_LINES: usize = 6;

/// Why a paper was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperRefused {
    /// The plan asks for no such paper in this procedure.
    NotOfIt,
    /// A notice has its own command, which asks who issues it.
    IsNotice,
    /// What is posted would show this.
    Leaks(Leak),
    /// Nothing is announced before it is decided.
    NotDecided,
}

/// What a paper is made of.
#[derive(Debug, Clone, Copy)]
pub struct PaperOf<'p> {
    pub words: &'p Words,
    pub policy: &'p Policy,
    pub file: &'p HouseholdFile,
    pub listed: &'p ListedProcedure,
    pub numbers: Numbers,
    pub today: NaiveDate,
}

/// The paper of a form, by the title that the plan gives it.
pub fn paper_page(of: PaperOf<'_>, form: PaperForm) -> Result<SheetPage, PaperRefused> {
    let procedure = &of.listed.procedure;
    let asked = procedure.course.iter().flat_map(|rule| &rule.papers).find(|paper| paper.form == form);
    let title = wording(of.words, &asked.ok_or(PaperRefused::NotOfIt)?.title).to_owned();
    let page = match form {
        PaperForm::Notice => return Err(PaperRefused::IsNotice),
        PaperForm::Announcement if procedure.ended.as_ref().is_none_or(|it| it.end != ProcedureEnd::Approved) => {
            return Err(PaperRefused::NotDecided);
        }
        PaperForm::Announcement => posted(of, title, Vec::new())?,
        PaperForm::Application | PaperForm::Authorisation | PaperForm::Acceptance => {
            of.page(title, vec![of.members(), of.statement(form)], &["paper-sign-applicant", "paper-sign-witness"])
        }
        PaperForm::InformationForm => of.page(
            title,
            vec![of.members(), of.income(), of.checks(), of.grounds()],
            &["paper-sign-household", "paper-sign-verifiers"],
        ),
        PaperForm::Minutes | PaperForm::Details | PaperForm::ComparisonResult => {
            of.page(title, vec![of.grounds(), of.steps(procedure), of.lines("paper-opinions")], &["paper-sign-all"])
        }
        PaperForm::Approval => of.page(
            title,
            vec![of.members(), of.steps(procedure), of.lines("paper-opinions")],
            &["paper-sign-village", "paper-sign-chief", "paper-sign-county"],
        ),
        PaperForm::MeasuresForm => {
            // It hangs for days, as a notice does.
            let page = posted(of, title, vec![of.measures()])?;
            let signatures = ["paper-sign-household", "paper-sign-verifiers"].map(|key| of.words.t(key)).to_vec();
            SheetPage { signatures, ..page }
        }
        PaperForm::RiskAssessment => of.page(
            title,
            vec![of.conditions(), of.measures()],
            &["paper-sign-household", "paper-sign-verifiers", "paper-sign-chief"],
        ),
    };
    Ok(page)
}

/// Why a paper was not made.
pub fn paper_refused_words(words: &Words, refused: &PaperRefused) -> String {
    match refused {
        PaperRefused::NotOfIt => words.t("paper-not-of-it"),
        PaperRefused::IsNotice => words.t("paper-is-notice"),
        PaperRefused::Leaks(leak) => words.with("paper-leaks", &[("leak", &words.of(*leak))]),
        PaperRefused::NotDecided => words.t("paper-not-decided"),
    }
}

/// A page as text, for whoever has no spreadsheet program.
pub fn paper_text(page: &SheetPage) -> String {
    let mut out = format!("{}\n\n", page.title);
    for (what, which) in &page.household {
        let _ = writeln!(out, "{what}: {which}");
    }
    for section in &page.sections {
        let _ = writeln!(out, "\n{}", section.heading.join("  ").trim_end());
        for row in &section.rows {
            let _ = writeln!(out, "  {}", row.join("  ").trim_end());
        }
    }
    out.push('\n');
    for line in &page.signatures {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// An announcement hangs where everybody reads it: head, place, persons, category and kinds of risk, and nothing else.
fn posted(of: PaperOf<'_>, title: String, sections: Vec<SheetSection>) -> Result<SheetPage, PaperRefused> {
    let (words, row, procedure) = (of.words, &of.file.row, &of.listed.procedure);
    let category = procedure.category.or(row.label).map(|label| words.of(label)).unwrap_or_default();
    let risks: Vec<String> = procedure.risks.iter().map(|risk| words.of(*risk)).collect();
    let shown = [
        (words.of(HouseholdFact::Name), row.name.to_string()),
        (words.of(HouseholdFact::Village), row.village.clone()),
        (words.of(HouseholdFact::Group), row.group.clone()),
        (words.of(HouseholdFact::Population), row.population.map(|count| count.to_string()).unwrap_or_default()),
        (words.of(HouseholdFact::Category), category),
        (words.of(HouseholdFact::Risks), risks.join(&words.t("list-comma"))),
        (words.t("procedure-kind"), words.of(procedure.kind)),
    ];
    let own_days: Vec<NaiveDate> = of.file.measures.iter().map(|measure| measure.from).collect();
    let cells = sections.iter().flat_map(|section| section.rows.iter().flatten());
    for value in shown.iter().map(|(_, value)| value).chain(cells) {
        if let Some((leak, _)) = leak(value, &own_days) {
            return Err(PaperRefused::Leaks(leak));
        }
    }
    let page = of.page(title, sections, &["paper-sign-issuer"]);
    Ok(SheetPage { household: shown.to_vec(), ..page })
}

impl PaperOf<'_> {
    fn page(self, title: String, sections: Vec<SheetSection>, signatures: &[&str]) -> SheetPage {
        let name: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(30).collect();
        SheetPage {
            name,
            footer: [
                wording(self.words, &self.policy.title).to_owned(),
                self.words.t("export-page"),
                self.today.to_string(),
            ],
            title,
            household: self.household(),
            sections,
            signatures: signatures.iter().map(|key| self.words.t(key)).collect(),
        }
    }

    /// The household; what the procedure proposes stands where nothing is on file yet.
    fn household(self) -> Vec<(String, String)> {
        let (words, procedure) = (self.words, &self.listed.procedure);
        let risks: Vec<String> = procedure.risks.iter().map(|risk| words.of(*risk)).collect();
        let proposed = [
            (words.of(HouseholdFact::Risks), risks.join(&words.t("list-comma"))),
            (words.of(HouseholdFact::Category), procedure.category.map(|it| words.of(it)).unwrap_or_default()),
        ];
        let mut known = household(words, self.file, self.numbers);
        let place = [HouseholdFact::Township, HouseholdFact::Village].map(|fact| self.file.household.fact(fact));
        known.insert(2, (words.of(HouseholdFact::Village), place.concat()));
        for (what, which) in known.iter_mut().filter(|(_, which)| which.is_empty()) {
            let found = proposed.iter().find(|(proposed, _)| proposed == what);
            which.clone_from(&found.map(|(_, value)| value.clone()).unwrap_or_default());
        }
        known
    }

    fn section(self, heading: &str, rows: Vec<[String; 3]>) -> SheetSection {
        let rows = if rows.is_empty() { vec![[String::new(), String::new(), String::new()]] } else { rows };
        SheetSection { heading: [self.words.t(heading), String::new(), String::new()], rows }
    }

    fn members(self) -> SheetSection {
        let members = self.file.members.iter().map(|member| {
            let fact = |fact: MemberFact| self.words.member_fact(fact, member.fact(fact));
            let id = self.numbers.of_id(member.fact(MemberFact::IdNumber));
            let said = [MemberFact::Relation, MemberFact::Sex, MemberFact::BornOn, MemberFact::Schooling];
            let more = [MemberFact::Health, MemberFact::Labour];
            let further = self.words.conditions(member).into_iter();
            let comma = self.words.t("list-comma");
            let joined = |facts: &[MemberFact]| {
                let said: Vec<String> = facts.iter().map(|it| fact(*it)).filter(|text| !text.is_empty()).collect();
                said.join(&comma)
            };
            [
                member.fact(MemberFact::Name).to_owned(),
                format!("{} {id}", joined(&said)).trim().to_owned(),
                std::iter::once(joined(&more))
                    .chain(further)
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(&comma),
            ]
        });
        self.section("paper-members", members.collect())
    }

    /// What is asked for, and what is promised and allowed.
    fn statement(self, form: PaperForm) -> SheetSection {
        let key = match form {
            PaperForm::Acceptance => "paper-acceptance-text",
            PaperForm::Authorisation => "paper-authorisation-text",
            _ => "paper-application-text",
        };
        let risks: Vec<String> = self.listed.procedure.risks.iter().map(|risk| self.words.of(*risk)).collect();
        let mut section = self.section(
            "paper-statement",
            vec![
                [self.words.t("paper-why"), risks.join(&self.words.t("list-comma")), String::new()],
                [self.words.t("paper-promise"), self.words.t(key), String::new()],
            ],
        );
        section.rows.extend(self.lines("paper-statement").rows);
        section
    }

    /// The income of the last complete window, with what is missing said.
    fn income(self) -> SheetSection {
        let words = self.words;
        let window = self.policy.window().complete(self.today);
        let people = self.file.people.on(window.last.last_day());
        let income = WindowIncome::of(window, &self.file.incomes, people);
        let formula = self.policy.formula(crate::domain::policy::Purpose::Inclusion);
        let span = format!("{} – {}", window.first(), window.last);
        // What is not recorded is not nothing.
        let total = if income.recorded() == 0 { words.t("none") } else { income.sum(formula).to_string() };
        let per_head = income.is_complete().then(|| income.per_head(income.sum(formula))).flatten();
        let per_head = per_head.map_or_else(|| words.t("none"), |money| money.to_string());
        self.section(
            "paper-income",
            vec![
                [
                    words.t("paper-window"),
                    span,
                    words.with("paper-months", &[("count", &income.months.len().to_string())]),
                ],
                [words.t("paper-total"), total, words.of(formula)],
                [
                    words.t("paper-per-head"),
                    per_head,
                    people.map(|count| words.with("persons", &[("count", &count.to_string())])).unwrap_or_default(),
                ],
            ],
        )
    }

    /// The checks of the last visit that met somebody.
    fn checks(self) -> SheetSection {
        let words = self.words;
        let last =
            self.file.visits.iter().filter(|visit| !visit.findings.checks.is_empty()).max_by_key(|it| it.visited_on);
        let on = last.map(|visit| visit.visited_on.to_string()).unwrap_or_default();
        let rows = Check::ALL.iter().map(|check| {
            let answer = last.map(|visit| words.of(visit.findings.answer(*check))).unwrap_or_default();
            [words.of(*check), answer, on.clone()]
        });
        self.section("paper-checks", rows.collect())
    }

    fn grounds(self) -> SheetSection {
        let words = self.words;
        let rows = self.listed.procedure.grounds.iter().map(|asked| {
            let found = asked.found_by.map(|by| words.of(by)).unwrap_or_default();
            [
                words.of(asked.answer),
                wording(words, &asked.ground.wording).to_owned(),
                format!("{found} {}", asked.department),
            ]
        });
        self.section("procedure-grounds", rows.collect())
    }

    fn steps(self, procedure: &Procedure) -> SheetSection {
        let words = self.words;
        let rows = procedure.steps.iter().map(|done| {
            let people: Vec<&str> = done.people.iter().map(|it| &*it.name).collect();
            let day = done.closed_on.unwrap_or(done.on).to_string();
            [words.of(done.step), format!("{day} {}", words.of(done.result)), people.join(&words.t("list-comma"))]
        });
        self.section("procedure-steps", rows.collect())
    }

    fn measures(self) -> SheetSection {
        let words = self.words;
        let rows = self.file.measures.iter().filter(|measure| !measure.voided).map(|it: &Measure| {
            [words.of(it.kind), format!("{} {}", it.item, it.from).trim().to_owned(), it.effect.clone()]
        });
        self.section("paper-measures", rows.collect())
    }

    fn conditions(self) -> SheetSection {
        let words = self.words;
        let assessment: Option<Assessment> = assess(&self.file.case(self.policy, self.today));
        let conditions = assessment.map(|it| it.conditions).unwrap_or_default().into_iter();
        let rows = conditions.map(|it| [words.of(it.condition), words.of(it.state), String::new()]);
        self.section("paper-conditions", rows.collect())
    }

    /// Lines to write on.
    fn lines(self, heading: &str) -> SheetSection {
        self.section(heading, vec![[String::new(), String::new(), String::new()]; BLANK_LINES])
    }
}
