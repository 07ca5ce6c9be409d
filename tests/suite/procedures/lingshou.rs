//! Lingshou: 20 working days from the clue to the county's decision, two notices of five days, grounds of exclusion with
//! the meeting of the villagers' representatives as the way round.

use super::Home;

#[test]
fn the_steps_stand_in_the_plans_order_and_an_application_only_where_the_household_reported_itself() {
    let home = Home::new("lingshou");
    home.begun("2026-10-09");
    let all = [
        "application",
        "village_review",
        "verification",
        "village_notice",
        "township_review",
        "township_notice",
        "comparison",
        "decision",
        "entry",
    ];
    assert_eq!(home.course(), all);
    let home = Home::new("lingshou");
    let call = ["--name", "赵某", "--village", "石桥村", "--what", "学费"];
    home.done("clues add --source cadre --on 2026-10-09", &call);
    home.done("procedures begin --clue 1 --category edge", &[]);
    assert_eq!(home.course(), all[1..]);
}

/// By hand: 9 October 2026 is a Friday; the table of holidays of 2026 has its make-up days, and the last of the twenty
/// working days is asked of the ledger of clues, which an independent count holds. Five days of notice before the day on
/// which the township posts its own, five before the decision.
#[test]
fn the_last_days_of_the_notices_are_reckoned_back_from_the_end_of_the_term() {
    let home = Home::new("lingshou");
    home.begun("2026-10-12");
    let shown = home.json("procedures show 1");
    let end: chrono::NaiveDate = shown["decide_by"].as_str().unwrap().parse().unwrap();
    // Twenty working days after Monday 12 October without a holiday between: four weeks.
    assert_eq!(end.to_string(), "2026-11-09");
    let postings = shown["last_postings"].as_array().unwrap();
    // 9 November is the last day of the decision; the township's notice ends on the 8th at the latest, so it is posted on
    // the 3rd; the village's ends on the 2nd, so it is posted on 28 October.
    assert_eq!(postings[0]["on"], "2026-10-28");
    assert_eq!(postings[1]["on"], "2026-11-03");
    assert_eq!((shown["late"].as_bool(), shown["days_left"].as_i64()), (Some(true), Some(-9)), "{shown}");
}

#[test]
fn a_household_is_identified_on_the_day_of_the_decision() {
    let home = Home::new("lingshou");
    home.begun("2026-10-12");
    home.pass("application", "2026-10-12");
    home.no_grounds("2026-10-13");
    home.pass("village_review", "2026-10-13");
    home.pass("verification", "2026-10-14");
    home.notice("village_notice", ("2026-10-14", "2026-10-20"));
    home.pass("township_review", "2026-10-20");
    home.notice("township_notice", ("2026-10-21", "2026-10-27"));
    home.pass("comparison", "2026-10-28");
    assert_eq!(home.due_row().unwrap()["class"], "general", "not before");
    let said = home.pass("decision", "2026-10-30");
    assert!(said.contains("Approved"), "{said}");
    let row = home.due_row().unwrap();
    assert_eq!((row["class"].as_str(), row["since"].as_str()), (Some("unresolved"), Some("2026-10-30")), "{row}");
    assert_eq!(home.waiting().as_deref(), Some("entry"));
    home.pass("entry", "2026-11-02");
    let shown = home.json("procedures show 1");
    assert_eq!((shown["running"].as_bool(), shown["end"].as_str()), (Some(false), Some("approved")));
    assert_eq!(home.json("clues")[0]["state"], "closed");
    let file = home.json(&format!("show {}", shown["code"].as_str().unwrap()));
    assert_eq!(file["household"]["entered_on"].as_str(), Some("2026-11-02"), "{file}");
}

/// The second of the trials, its half about grounds.
#[test]
fn one_ground_refuses_it_unless_the_representatives_meet() {
    let home = Home::new("lingshou");
    home.begun("2026-10-12");
    home.pass("application", "2026-10-12");
    let said = home.refused("procedures pass 1 --step village_review --on 2026-10-13", &[]);
    assert!(said.contains("Not every ground"), "{said}");
    home.no_grounds("2026-10-13");
    let car = "procedures ground 1 vehicle --answer yes --found-by department --department 公安局 --on 2026-10-14";
    assert!(home.done(car, &[]).contains("meeting"));
    let review = "procedures pass 1 --step village_review --on 2026-10-15 --note x";
    assert!(home.refused(review, &[]).contains("speaks against it"));
    // A meeting of another kind lets nobody in.
    home.done("procedures meeting 1 --kind democratic_review --people 村民 --why 残疾人代步车 --on 2026-10-15", &[]);
    assert!(home.refused(review, &[]).contains("speaks against it"));
    home.done(
        "procedures meeting 1 --kind representatives --people 代表十二人 --why 残疾人代步车 --on 2026-10-15",
        &[],
    );
    home.done(review, &[]);
    // Without one it is refused, with the reason and who explained it.
    let home = Home::new("lingshou");
    home.begun("2026-10-12");
    home.done(car, &[]);
    home.done("procedures refuse 1 --why 有小汽车 --explained-by 张敏 --on 2026-10-16", &[]);
    let shown = home.json("procedures show 1");
    assert_eq!((shown["end"].as_str(), shown["why"].as_str()), (Some("refused"), Some("有小汽车")));
    assert_eq!((shown["explained_by"].as_str(), shown["waiting"].is_null()), (Some("张敏"), true));
    assert!(home.refused("procedures pass 1 --step application", &[]).contains("turn"));
}
