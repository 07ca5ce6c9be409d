//! The audit: each kind of finding on a household that has it, and on none that has not.

use huifang::domain::audit::{Audit, Audited};
use huifang::domain::audit_finding::AuditKind;
use huifang::domain::facts::{Facts, HouseholdFact, MemberFact};
use huifang::domain::household::{Household, HouseholdCode, Member};
use huifang::domain::id::{HouseholdId, MemberId};
use huifang::domain::policy::Policy;
use huifang::domain::visit::VisitPurpose;
use huifang::tui::keys::Key;
use serde_json::Value;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::entries::{because, entry, record};
use crate::world::{World, day};

/// Numbers of made-up persons, whose check digits were computed by hand: 110105194912310029 is the standard's own
/// with another last digit.
const ROSTER: &str = "\
户编号,行政村,姓名,与户主关系,证件号码,出生日期,家庭人口数,户类型,监测对象类别,识别监测时间,风险是否已消除,风险消除时间,致贫返贫风险,联系电话,健康状况,劳动技能,在校生状况,帮扶联系人
A1,石桥村,王一,户主,11010519491231002X,1949-12-31,1,,边缘易致贫户,2024-03-01,否,,因残,13812345678,健康,普通劳动力,,张敏
A2,石桥村,王二,户主,110105194912310021,1949-12-31,1,,边缘易致贫户,2024-03-01,否,,因残,13812345678,健康,普通劳动力,,张敏
A3,石桥村,王三,户主,110105491231002,1949-12-31,1,,边缘易致贫户,2024-03-01,否,,因残,13812345678,健康,普通劳动力,,张敏
A4,石桥村,王四,户主,440524188001010014,1981-01-01,1,,边缘易致贫户,2024-03-01,否,,因残,13812345678,健康,普通劳动力,,张敏
A5,石桥村,王五,户主,11010519491231002X,1949-12-31,1,,边缘易致贫户,2024-03-01,否,,因残,13812345678,健康,普通劳动力,,张敏
A6,石桥村,王六,户主,,1970-01-01,5,,边缘易致贫户,2024-03-01,否,,因残,1381234567,健康,普通劳动力,,张敏
A6,石桥村,李六,配偶,,1970-01-01,5,,边缘易致贫户,2024-03-01,否,,因残,1381234567,健康,普通劳动力,,张敏
A6,石桥村,周六,配偶,,1970-01-01,5,,边缘易致贫户,2024-03-01,否,,因残,1381234567,健康,普通劳动力,,张敏
A7,石桥村,王七,户主,,1970-01-01,1,,边缘易致贫户,2024-03-01,是,,因残,0771-2345678,健康,普通劳动力,,张敏
A8,石桥村,王八,户主,,1970-01-01,1,,边缘易致贫户,2024-03-01,是,2024-04-20,因残,,健康,普通劳动力,,张敏
A9,石桥村,王九,户主,,1970-01-01,2,,边缘易致贫户,2024-03-01,否,,因病,,健康,无劳动力,,张敏
A9,石桥村,王小九,之子,,2016-05-01,2,,边缘易致贫户,2024-03-01,否,,因病,,健康,无劳动力,,张敏
B1,上河村,韦一,户主,,1970-01-01,1,,边缘易致贫户,2024-03-01,否,,因残,,健康,普通劳动力,,张敏
B2,上河村,韦二,户主,,1970-01-01,1,,边缘易致贫户,2024-03-01,否,,因残,,健康,普通劳动力,,张敏
";

fn world() -> World {
    let mut world = World::new();
    world.import_csv(ROSTER).unwrap();
    world.set_me("张敏");
    world
}

/// The kinds that are found, with the codes of their households.
fn found(world: &World) -> Vec<(AuditKind, String)> {
    let findings = world.ledger.audit().unwrap();
    let code = |listed: &huifang::ledger::ListedFinding| listed.household.as_ref().map(|row| row.code.clone());
    let mut found: Vec<_> =
        findings.iter().map(|listed| (listed.finding.kind, code(listed).unwrap_or_default())).collect();
    found.dedup();
    found
}

fn of(world: &World, kind: AuditKind) -> Vec<String> {
    found(world).into_iter().filter(|(it, _)| *it == kind).map(|(_, code)| code).collect()
}

#[test]
fn each_slip_of_a_roster_is_found_where_it_is_and_nowhere_else() {
    use AuditKind as K;
    let world = world();
    let wanted = [
        (K::IdLength, "A3"),
        (K::IdCheckDigit, "A2"),
        (K::IdBirthDate, "A4"),
        (K::IdTwice, "A1"),
        (K::IdTwice, "A5"),
        (K::TwoSpouses, "A6"),
        (K::PopulationDiffers, "A6"),
        (K::PhoneImpossible, "A6"),
        (K::EliminatedWithoutDate, "A7"),
        (K::EliminatedTooSoon, "A8"),
        (K::SchoolingMissing, "A9"),
        (K::NobodyIll, "A9"),
        (K::NobodyAble, "A9"),
    ];
    assert_eq!(found(&world), wanted.map(|(kind, code)| (kind, code.to_owned())));
}

#[test]
fn visits_before_identification_are_found_but_not_the_verification_that_led_to_it() {
    let mut world = world();
    record(&mut world.ledger, "B1", entry("2024-02-20"));
    let mut verified = entry("2024-02-20");
    verified.0.purpose = Some(VisitPurpose::Verification);
    verified.0.visitors = vec!["张敏".into(), "李卫国".into()];
    record(&mut world.ledger, "B2", verified);
    record(&mut world.ledger, "A1", entry("2024-03-01"));
    assert_eq!(of(&world, AuditKind::VisitBeforeIdentified), ["B1"]);
}

#[test]
fn a_wage_between_nothing_and_a_hundred_yuan_is_found_and_neither_end_is() {
    for (yuan, is_found) in [(0, false), (1, true), (99, true), (100, false), (3000, false)] {
        let mut world = world();
        record(&mut world.ledger, "B1", entry("2026-11-20").wage("2026-11", yuan));
        assert_eq!(!of(&world, AuditKind::WageTiny).is_empty(), is_found, "{yuan}");
    }
}

#[test]
fn income_of_a_month_that_has_not_come_is_found() {
    let mut world = world();
    record(&mut world.ledger, "B1", entry("2026-11-20").wage("2026-11", 3000));
    assert_eq!(of(&world, AuditKind::IncomeAhead), Vec::<String>::new());
    world.turn_to("2026-10-31");
    assert_eq!(of(&world, AuditKind::IncomeAhead), ["B1"]);
}

/// What a household with these members and facts has wrong.
fn kinds(facts: &[(HouseholdFact, &str)], members: &[&[(MemberFact, &str)]]) -> Vec<AuditKind> {
    let id = HouseholdId::made_up(1);
    let mut of_household = Facts::default();
    for (fact, text) in facts {
        of_household.set(*fact, text).unwrap();
    }
    let household = Household {
        id,
        code: HouseholdCode::parse("A1").unwrap(),
        facts: of_household,
        roster: None,
        on_file_since: day("2026-01-01"),
        counted_on: None,
    };
    let member = |(place, stated): (u32, &&[(MemberFact, &str)])| {
        let mut facts = Facts::default();
        for (fact, text) in *stated {
            facts.set(*fact, text).unwrap();
        }
        let id_of = MemberId::made_up(u128::from(place));
        Member { id: id_of, household_id: id, code: None, place, facts, roster: None, removed: false }
    };
    let members: Vec<Member> = (0..).zip(members).map(member).collect();
    let policy = Policy::default_policy().unwrap();
    let mut audit = Audit::new(&policy, day("2026-11-22"));
    audit.look_at(Audited { household: &household, members: &members, visits: &[], wages: &[] });
    audit.finish().into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn families_and_dates_that_cannot_be_are_found() {
    use AuditKind as K;
    use HouseholdFact as F;
    use MemberFact as M;
    let head: &[(M, &str)] = &[(M::Name, "王一"), (M::Relation, "head")];
    let child: &[(M, &str)] = &[(M::Name, "王小一"), (M::Relation, "之子")];
    assert_eq!(kinds(&[], &[]), [], "of whom nothing is known nothing is said");
    assert_eq!(kinds(&[], &[child]), [K::NoHead]);
    assert_eq!(kinds(&[], &[head, head]), [K::TwoHeads]);
    assert_eq!(kinds(&[(F::Population, "2")], &[head, child]), []);
    for (identified, eliminated, kind) in [
        ("2024-03-01", "2024-02-29", Some(K::EliminatedBeforeIdentified)),
        ("2024-03-01", "2024-03-01", Some(K::EliminatedTooSoon)),
        ("2024-03-01", "2024-04-30", Some(K::EliminatedTooSoon)),
        ("2024-03-01", "2024-05-01", None),
        ("2024-03", "2024-03", Some(K::EliminatedTooSoon)),
        ("2024", "2024", None),
        ("2024", "2023", Some(K::EliminatedBeforeIdentified)),
    ] {
        let facts = [(F::IdentifiedOn, identified), (F::EliminatedOn, eliminated)];
        assert_eq!(kinds(&facts, &[]).first().copied(), kind, "{identified} {eliminated}");
    }
    for (phone, is_found) in [
        ("13812345678", false),
        ("12812345678", true),
        ("1381234567", true),
        ("138123456789", true),
        ("07712345678", false),
        ("2345678", false),
        ("123", true),
    ] {
        assert_eq!(!kinds(&[(F::Phone, phone)], &[]).is_empty(), is_found, "{phone}");
    }
}

#[test]
fn more_visits_of_one_person_in_a_day_than_the_policy_allows_are_found() {
    let mut world = world();
    let codes = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1", "B2"];
    for code in codes {
        record(&mut world.ledger, code, entry("2026-11-20"));
    }
    assert_eq!(of(&world, AuditKind::TooManyVisits), Vec::<String>::new(), "eleven of twelve");
    world
        .ledger
        .override_setting(
            huifang::domain::policy::Setting::MostVisitsADay,
            Some(huifang::domain::policy::Value::Count(10)),
            &mut |_, _| true,
        )
        .unwrap();
    assert_eq!(of(&world, AuditKind::TooManyVisits), [""]);
}

#[test]
fn a_note_on_five_households_is_found_and_on_four_is_not() {
    let mut world = world();
    for (at, code) in ["A1", "A2", "A3", "A4", "A5"].into_iter().enumerate() {
        assert_eq!(of(&world, AuditKind::SameNote), Vec::<String>::new(), "{at} households");
        let mut same = entry("2026-11-20");
        same.0.note = "一切正常，没有什么变化。".into();
        record(&mut world.ledger, code, same);
    }
    assert_eq!(of(&world, AuditKind::SameNote), [""]);
}

#[test]
fn two_visits_of_a_day_by_two_people_are_found_and_by_the_same_one_are_not() {
    for (second, is_found) in [("李卫国", true), ("张敏", false)] {
        let mut world = world();
        record(&mut world.ledger, "B1", entry("2026-11-20"));
        let mut other = entry("2026-11-20");
        other.0.visitors = vec![second.into()];
        record(&mut world.ledger, "B1", other);
        assert_eq!(!of(&world, AuditKind::TwoVisitors).is_empty(), is_found, "{second}");
    }
}

#[test]
fn the_json_masks_numbers_and_the_text_says_why_it_matters_and_how_to_mend_it() {
    let world = world();
    let database = world.database();
    let run = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["--db", database.to_str().unwrap()].iter().chain(arguments).copied().collect();
        let output = huifang(world.folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let (json, text) = (run(&["audit", "--json"]), run(&["audit"]));
    for number in ["11010519491231002X", "110105194912310021", "1381234567"] {
        assert!(!json.contains(number) && !text.contains(number), "{number}");
    }
    let findings: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(findings.as_array().unwrap().len(), world.ledger.audit().unwrap().len());
    assert_eq!(findings[0]["kind"], "id_length");
    assert!(text.contains("Why it matters") && text.contains("How to mend it"));
}

fn screen() -> Driver {
    let mut screen = Driver::chinese(world());
    screen.type_text("od").shows(&["数据核查 · 13 条", "待核对 13", "已核实 0", "证件号码位数不对", "为什么要紧"]);
    screen
}

#[test]
fn enter_goes_to_the_field_where_a_finding_is_mended_and_what_is_mended_is_found_no_more() {
    let mut screen = screen();
    screen.paste("电话").key(Key::Enter).shows(&["1 条"]).key(Key::Enter).shows(&["修改 王六 的资料", "▌联系电话"]);
    screen.ctrl('u').paste("13812345678").ctrl('s').shows(&["数据核查", "没有找到"]);
    screen.key(Key::Esc).shows(&["待核对 12"]);
    screen.paste("没有就学").key(Key::Enter);
    screen.key(Key::Esc).paste("6 至 15").key(Key::Enter).key(Key::Enter).shows(&["修改 王九 的资料", "▌在校生状况"]);
}

#[test]
fn a_finding_is_checked_with_a_reason_and_looked_at_again() {
    let mut screen = screen();
    screen.paste("配偶").key(Key::Enter).type_text("c").shows(&["1 条核实无误", "王六"]).key(Key::Enter);
    screen.shows(&["请先填写"]).paste("再婚，前妻户口未迁").key(Key::Enter).shows(&["已记下 1 条核实无误"]);
    screen
        .key(Key::Esc)
        .shows(&["待核对 12", "已核实 1"])
        .key(Key::Tab)
        .shows(&["2026-11-22 核实：再婚，前妻户口未迁"]);
    let listed = screen.ledger().audit().unwrap();
    assert_eq!(listed.iter().filter(|it| it.checked.is_some()).count(), 1);
    screen.ledger_mut().rebuild().unwrap();
    assert_eq!(screen.ledger().audit().unwrap().iter().filter(|it| it.checked.is_some()).count(), 1);
    screen.type_text("d").shows(&["已重新列为待核对", "还没有核实过的", "待核对 13"]);
}

#[test]
fn what_was_checked_is_found_again_once_it_is_about_something_else() {
    let mut world = world();
    let differs = |world: &World| {
        let listed = world.ledger.audit().unwrap();
        listed.into_iter().find(|it| it.finding.kind == AuditKind::PopulationDiffers).unwrap()
    };
    world.ledger.check_findings(&[differs(&world).finding], &because("两人在外未计")).unwrap();
    assert!(differs(&world).checked.is_some());
    world.edit("A6", "population", "4");
    assert!(differs(&world).checked.is_none());
}

#[test]
fn the_category_that_line_and_register_contradict_is_found_only_where_the_year_is_complete() {
    let mut world = world();
    let contradicting = |world: &World| of(world, AuditKind::CategoryContradicts);
    world.edit("B1", "household_type", "out_of_poverty");
    world.months("B1", "2026-10", 11, 100);
    assert_eq!(contradicting(&world), Vec::<String>::new(), "a month is missing");
    world.months("B1", "2026-10", 12, 100);
    assert_eq!(contradicting(&world), ["B1"], "registered poor and below the line: 脱贫不稳定户, on file 边缘易致贫户");
    world.months("B2", "2026-10", 12, 100);
    assert_eq!(contradicting(&world), ["B1"], "nothing says whether B2 was registered");
    world.months("B1", "2026-10", 12, 9_000);
    assert_eq!(contradicting(&world), Vec::<String>::new());
}

#[test]
fn findings_of_several_households_lead_to_their_list_and_are_named_in_the_json() {
    let mut world = world();
    for code in ["A1", "A2", "A3", "A4", "A5"] {
        let mut visit = entry("2026-11-20");
        visit.0.note = "入户走访，情况正常，无变化".into();
        record(&mut world.ledger, code, visit);
    }
    let database = world.database();
    let said = huifang(world.folder.path(), &["--db", database.to_str().unwrap(), "audit", "--json"]);
    let said: Vec<Value> = serde_json::from_slice(&said.stdout).unwrap();
    let note = said.iter().find(|it| it["kind"] == "same_note").unwrap();
    assert_eq!(note["codes"], serde_json::json!(["A1", "A2", "A3", "A4", "A5"]));
    assert_eq!((&note["code"], &note["checked"]), (&Value::Null, &Value::Null));
    let mut screen = Driver::chinese(world);
    screen.type_text("od").paste("一模一样").key(Key::Enter).key(Key::Enter);
    screen.shows(&["只看：许多户的走访说明一模一样", "王五"]).shows_not("韦一");
}

#[test]
fn another_wrong_number_with_the_same_mask_is_another_finding() {
    let mut world = world();
    let wrong = |world: &World| {
        let listed = world.ledger.audit().unwrap();
        listed.into_iter().find(|it| it.finding.kind == AuditKind::IdCheckDigit).unwrap()
    };
    world.ledger.check_findings(&[wrong(&world).finding], &because("已对照户口本")).unwrap();
    assert!(wrong(&world).checked.is_some());
    world.import_csv(&ROSTER.replace("110105194912310021,1949", "110105194912200021,1949")).unwrap();
    assert!(wrong(&world).checked.is_none());
}

#[test]
fn all_of_one_kind_are_marked_and_a_finding_that_was_checked_twice_is_unchecked_at_once() {
    let mut screen = screen();
    screen.paste("证件号码重复").key(Key::Enter);
    screen.key(Key::Esc).type_text("gjjj").type_text("a").shows(&["已选 2 条"]);
    screen.type_text("c").shows(&["2 条核实无误（证件号码重复）"]).key(Key::Esc);
    let mut world = world();
    let finding = world.ledger.audit().unwrap().remove(0).finding;
    for _ in 0..2 {
        world.ledger.check_findings(std::slice::from_ref(&finding), &because("已核对")).unwrap();
    }
    world.ledger.uncheck_finding(&finding).unwrap();
    assert!(world.ledger.audit().unwrap().iter().all(|it| it.checked.is_none()));
}

#[test]
fn the_categories_that_the_audit_finds_are_those_that_the_rule_contradicts() {
    for policy in ["default", "liaoning", "xiangyin"] {
        let home = crate::overview::township(120);
        let path = home.path().join("township.db");
        let clock = huifang::clock::Clock::fixed(Some(day("2026-11-22")));
        let mut ledger =
            huifang::ledger::Ledger::open(&path, huifang::ledger::IfMissing::Refuse, clock, "test").unwrap();
        ledger.use_shipped_policy(policy, &mut |_, _| true).unwrap();
        ledger.renew_alerts().unwrap();
        let rows = ledger.due_list().unwrap().rows;
        let by_rule: Vec<String> = rows
            .iter()
            .filter(|row| row.category().is_some() && ledger.contradicting_category(row.id).unwrap().is_some())
            .map(|row| row.code.clone())
            .collect();
        let found = ledger.audit().unwrap().into_iter().filter(|it| it.finding.kind == AuditKind::CategoryContradicts);
        let mut found: Vec<String> = found.map(|it| it.household.unwrap().code.clone()).collect();
        let mut by_rule = by_rule;
        found.sort();
        by_rule.sort();
        assert_eq!(found, by_rule, "{policy}");
        assert!(policy != "default" || !found.is_empty(), "there is something to find");
    }
}

#[test]
fn the_audit_tells_how_far_it_is_and_is_stopped_between_households() {
    let world = world();
    let mut told: Vec<(usize, usize)> = Vec::new();
    let all = world.ledger.audit_telling(&mut |done, total| {
        told.push((done, total));
        true
    });
    assert_eq!(all.unwrap().unwrap().len(), 13);
    assert!(told.is_sorted() && told.iter().all(|(done, total)| done <= total), "{told:?}");
    for stop_at in 0..told.len() {
        let mut asked = 0;
        let stopped = world.ledger.audit_telling(&mut |_, _| {
            asked += 1;
            asked <= stop_at
        });
        assert!(stopped.unwrap().is_none(), "{stop_at}");
    }
}
