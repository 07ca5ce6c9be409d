//! Guizhou: home verification before the application, two notices of at least five days, the plan posted in the village.

use super::Home;

#[test]
fn the_steps_stand_in_the_plans_order() {
    let home = Home::new("guizhou");
    home.begun("2026-10-12");
    let all = [
        "verification",
        "application",
        "village_review",
        "village_notice",
        "township_review",
        "township_notice",
        "comparison",
        "decision",
        "entry",
        "plan",
    ];
    assert_eq!(home.course(), all);
    let shown = home.json("procedures show 1");
    let days: Vec<Option<i64>> = [3, 5].map(|at| shown["steps"][at]["days"].as_i64()).to_vec();
    assert_eq!(days, [Some(5), Some(5)]);
    assert_eq!(shown["grounds"].as_array().unwrap().len(), 4);
    assert!(shown["decide_by"].is_null());
}
