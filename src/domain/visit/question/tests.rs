//! The table against itself: what a visit says is what an entry says again.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::domain::id::{HouseholdId, MemberId, VisitId};
use crate::domain::visit::{Findings, VisitOrigin, VisitOutcome};

fn value<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(T::VALUES))
        .prop_filter("nobody enters it", |it| it.is_none_or(|it| it.stable_code() != VisitMode::Unknown.code()))
}

fn words() -> impl Strategy<Value = String> {
    "[\u{4e00}-\u{4e20}a-c ]{0,6}"
}

fn entry() -> VisitEntry {
    VisitEntry {
        household_id: HouseholdId::made_up(0),
        visited_on: NaiveDate::default(),
        purpose: None,
        mode: None,
        outcome: VisitOutcome::Met,
        visitors: Vec::new(),
        met: None,
        findings: Findings::default(),
        income: None,
        problems: Vec::new(),
        closings: Vec::new(),
        note: String::new().into(),
        known_that_day: Vec::new(),
    }
}

/// The visit that an entry is recorded as.
fn recorded(entry: VisitEntry) -> Visit {
    Visit {
        id: VisitId::made_up(0),
        household_id: entry.household_id,
        visited_on: entry.visited_on,
        entered_at: DateTime::UNIX_EPOCH,
        origin: VisitOrigin::Entered,
        purpose: entry.purpose,
        mode: entry.mode,
        outcome: entry.outcome,
        visitors: entry.visitors,
        met: entry.met,
        findings: entry.findings,
        note: entry.note,
        voided: false,
    }
}

prop_compose! {
    fn any_visit()(
        mode in value::<VisitMode>(), purpose in value::<VisitPurpose>(),
        visitors in prop::collection::vec(words(), 0..3), note in words(),
        grade in value::<HousingGrade>(), flags in prop::arbitrary::any::<(Option<bool>, Option<bool>)>(),
        source in value::<WaterSource>(), changes in prop::collection::vec(prop::sample::select(LifeChange::ALL), 0..4),
        by in prop::arbitrary::any::<Option<i32>>(), ill in prop::collection::vec((prop::arbitrary::any::<u128>(), words()), 0..3),
        texts in (words(), words()), verdict in value::<Verdict>(), signature in value::<SignatureKind>(),
        reason in words(),
    ) -> Visit {
        let mut visit = recorded(entry());
        (visit.mode, visit.purpose, visit.visitors, visit.note) = (mode, purpose, visitors, note.into());
        visit.findings = Findings {
            housing_grade: grade,
            only_dwelling: flags.0,
            lived_in: flags.1,
            water_source: source,
            changes,
            population_change: by,
            fell_ill: ill.into_iter().map(|(id, name)| MemberNamed { member_id: MemberId::made_up(id), name: name.into() }).collect(),
            policies_due: texts.0,
            requests: texts.1.into(),
            verdict,
            signature: signature.map(|kind| Signature { kind, reason }),
            ..Findings::default()
        };
        visit
    }
}

proptest! {
    /// Nothing that a visit says to a question is lost where an entry says it again.
    #[test]
    fn an_entry_says_what_the_visit_said(visit in any_visit()) {
        let mut entry = entry();
        for question in Question::ALL {
            question.say(&mut entry, question.of(&visit));
        }
        let again = recorded(entry);
        for question in Question::ALL {
            prop_assert_eq!(question.of(&again), question.of(&visit), "{:?}", question);
        }
        prop_assert_eq!(again, visit, "every field of these has its question");
    }

    /// What a visit says is among what the question takes.
    #[test]
    fn what_is_said_is_what_the_question_takes(visit in any_visit()) {
        for question in Question::ALL {
            let fits = match (question.takes(), question.of(&visit)) {
                (_, None)
                | (Takes::YesOrNo, Some(Said::YesOrNo(_)))
                | (Takes::Members, Some(Said::Members(_)))
                | (Takes::Names, Some(Said::Names(_)))
                | (Takes::Change, Some(Said::Change(_)))
                | (Takes::Text | Takes::Note, Some(Said::Text(_))) => true,
                (Takes::One(choices), Some(Said::One(code))) => choices.find(code).is_some(),
                (Takes::Any(choices), Some(Said::Any(codes))) => codes.iter().all(|it| choices.find(it).is_some()),
                _ => false,
            };
            prop_assert!(fits, "{:?}", question);
        }
    }
}

#[test]
fn no_two_questions_have_one_key() {
    let keys: BTreeSet<&str> = Question::ALL.iter().map(|question| question.key()).collect();
    assert_eq!(keys.len(), Question::ALL.len());
}
