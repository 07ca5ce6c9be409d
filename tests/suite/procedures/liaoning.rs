//! Liaoning: 15 days from the clue to the decision, a comparison of ten that runs beside the rest once the notice is over,
//! a plan within ten days of entry, the green channel; roll-back and striking off.

use super::Home;

#[test]
fn the_comparison_runs_beside_the_rest_once_the_notice_is_over() {
    let home = Home::new("liaoning");
    home.begun("2026-11-02");
    assert_eq!(home.course(), ["verification", "village_notice", "comparison", "decision", "entry", "plan"]);
    let shown = home.json("procedures show 1");
    assert_eq!((shown["decide_by"].as_str(), shown["days_left"].as_i64()), (Some("2026-11-17"), Some(-5)));
    home.pass("verification", "2026-11-03");
    assert!(home.refused("procedures pass 1 --step comparison --on 2026-11-03", &[]).contains("turn"));
    // The plan names no days for its notice: somebody says how long it hangs.
    let post = "procedures post 1 --step village_notice --on 2026-11-03";
    assert!(home.refused(post, &[]).contains("until which day"));
    home.done(&format!("{post} --until 2026-11-06"), &[]);
    home.done("procedures pass 1 --step village_notice --on 2026-11-07 --no-objection", &[]);
    let steps = home.json("procedures show 1")["steps"].clone();
    assert_eq!((steps[2]["due"].as_str(), steps[2]["may_be_done"].as_bool()), (Some("2026-11-17"), Some(true)));
    assert_eq!(steps[3]["due"], "2026-11-17");
    home.pass("comparison", "2026-11-10");
    home.pass("decision", "2026-11-12");
    home.pass("entry", "2026-11-16");
    let plan = &home.json("procedures show 1")["steps"][5];
    assert_eq!((plan["due"].as_str(), plan["may_be_done"].as_bool()), (Some("2026-11-26"), Some(true)), "{plan}");
    home.pass("plan", "2026-11-20");
    assert_eq!(home.json("procedures")[0]["running"], false);
}

#[test]
fn help_may_begin_before_the_decision_and_says_so() {
    let home = Home::new("liaoning");
    home.begun("2026-11-02");
    home.done("procedures green 1 --on 2026-11-03 --why 突发火灾", &[]);
    assert_eq!(home.json("procedures")[0]["green_channel"], true);
    let out = home.run("procedures show 1", &[]);
    assert!(String::from_utf8_lossy(&out.stdout).contains("Help first"));
}

#[test]
fn a_roll_back_needs_a_marked_household_and_is_never_automatic() {
    let home = Home::new("liaoning");
    let rows = home.json("due");
    let of = |class: &str| {
        let row = rows.as_array().unwrap().iter().find(|row| row["class"] == class).unwrap();
        row["code"].as_str().unwrap().to_owned()
    };
    let begin = |code: &str, kind: &str| format!("procedures begin --household {code} --kind {kind} --on 2026-11-02");
    assert!(home.refused(&begin(&of("stable"), "roll_back"), &[]).contains("cannot go through"));
    let marked = of("eliminated");
    home.done(&begin(&marked, "roll_back"), &[]);
    assert!(home.refused(&begin(&marked, "striking_off"), &[]).contains("under way"));
    assert_eq!(home.course(), ["proposal", "decision"]);
    home.pass("proposal", "2026-11-03");
    home.pass("decision", "2026-11-20");
    let row = home.due_row().unwrap();
    assert_eq!((row["class"].as_str(), row["since"].as_str()), (Some("unresolved"), Some("2026-11-20")), "{row}");
}
