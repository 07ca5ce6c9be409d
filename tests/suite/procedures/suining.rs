//! Suining: the town's analysis first, at least five days of notice, the city decides, an announcement in the village.

use super::Home;

#[test]
fn the_steps_stand_in_the_plans_order_and_lead_to_an_identification() {
    let home = Home::new("suining");
    home.begun("2026-10-12");
    let all = [
        "analysis",
        "application",
        "verification",
        "village_review",
        "village_notice",
        "township_review",
        "comparison",
        "decision",
        "announcement",
        "entry",
    ];
    assert_eq!(home.course(), all);
    assert_eq!(home.json("procedures show 1")["grounds"].as_array().unwrap().len(), 7);
    home.no_grounds("2026-10-13");
    for (step, on) in [("analysis", "12"), ("application", "13"), ("verification", "14"), ("village_review", "15")] {
        home.pass(step, &format!("2026-10-{on}"));
    }
    home.notice("village_notice", ("2026-10-15", "2026-10-21"));
    for (step, on) in [("township_review", "21"), ("comparison", "22"), ("decision", "23"), ("announcement", "26")] {
        home.pass(step, &format!("2026-10-{on}"));
    }
    assert_eq!(home.waiting().as_deref(), Some("entry"));
    assert_eq!(home.due_row().unwrap()["since"], "2026-10-23");
}

#[test]
fn a_switch_of_the_policy_leaves_a_running_procedure_as_it_began() {
    let home = Home::new("lingshou");
    home.begun("2026-10-12");
    let before = home.json("procedures show 1");
    home.done("policy use hunan", &[]);
    assert_eq!(home.json("procedures show 1"), before, "steps, days and deadline");
    let call = ["--name", "钱某", "--village", "石桥村", "--what", "学费"];
    home.done("clues add --source cadre --on 2026-11-02", &call);
    home.done("procedures begin --clue 2 --category edge --persons 2", &[]);
    let second = home.json("procedures show 2");
    assert_eq!((second["policy"].as_str(), second["steps"][3]["days"].as_i64()), (Some("hunan"), Some(7)), "{second}");
}
