//! Hunan: the application first, two people at home who sign, seven days of notice, the chief leader signs; an
//! elimination by the same conditions as the risk page.

use super::Home;

#[test]
fn the_steps_stand_in_the_plans_order() {
    let home = Home::new("hunan");
    home.begun("2026-10-12");
    let all = [
        "application",
        "verification",
        "village_review",
        "village_notice",
        "township_review",
        "comparison",
        "decision",
        "entry",
    ];
    assert_eq!(home.course(), all);
    let shown = home.json("procedures show 1");
    assert!(shown["decide_by"].is_null() && shown["days_left"].is_null(), "the plan names no days: none is counted");
    assert_eq!(shown["steps"][4]["signed_asked"], "chief");
}

/// The second of the trials, its half about people, and the third.
#[test]
fn two_verify_and_a_notice_is_closed_on_the_day_after_its_last() {
    let home = Home::new("hunan");
    home.begun("2026-10-12");
    home.pass("application", "2026-10-12");
    let verify = "procedures pass 1 --step verification --on 2026-10-13 --person";
    assert!(home.refused(verify, &["张敏:village_cadre:signed"]).contains("more people"));
    let twice = ["张敏:village_cadre:signed", "--person", "张敏:resident_team:signed"];
    assert!(home.refused(verify, &twice).contains("more people"), "one person twice is one");
    let one_signs = ["张敏:village_cadre:signed", "--person", "何静:resident_team"];
    assert!(home.refused(verify, &one_signs).contains("sign"));
    home.done(verify, &["张敏:village_cadre:signed", "--person", "何静:resident_team:signed"]);
    home.pass("village_review", "2026-11-02");
    // Posted on the 3rd for seven days it hangs to the 10th.
    let post = "procedures post 1 --step village_notice --on 2026-11-03 --at 村委会";
    assert!(home.refused(&format!("{post} --until 2026-11-09"), &[]).contains("shorter"));
    home.done(post, &[]);
    let close = |day: &str| format!("procedures pass 1 --step village_notice --on 2026-11-{day}");
    assert!(home.refused(&close("10"), &["--no-objection"]).contains("still hangs"));
    assert!(home.refused(&close("11"), &[]).contains("whether there were objections"));
    assert!(home.refused(&close("11"), &["--objection", "有车"]).contains("found"));
    let upheld = ["--objection", "有车", "--finding", "属实", "--upheld"];
    assert!(home.refused(&close("11"), &upheld).contains("upheld"));
    home.done(&close("11"), &["--objection", "有车", "--finding", "车已卖"]);
    let township = "procedures pass 1 --step township_review --on 2026-11-12 --person";
    assert!(home.refused(township, &["何静:township_cadre:signed"]).contains("sign"));
    home.done(township, &["梁书记:chief:signed"]);
    assert_eq!(home.waiting().as_deref(), Some("comparison"));
    // Doubtful at the comparison: back to be checked, and what came after is done again.
    home.done("procedures back 1 --step verification --why 房产有疑问", &[]);
    assert_eq!(home.waiting().as_deref(), Some("verification"));
}

#[test]
fn nothing_is_skipped_silently() {
    let home = Home::new("hunan");
    home.begun("2026-10-12");
    assert!(home.refused("procedures pass 1 --step decision --on 2026-10-13", &[]).contains("turn"));
    let skip = "procedures skip 1 --step application --on 2026-10-12 --why";
    home.done(skip, &["县里统一填报"]);
    let step = &home.json("procedures show 1")["steps"][0];
    assert_eq!((step["result"].as_str(), step["note"].as_str()), (Some("not_here"), Some("县里统一填报")));
}
