//! Jingxi: village committee and team sign together, notices of seven days in village and township, announcement, entry
//! after the handbook.

use super::Home;

#[test]
fn the_steps_stand_in_the_plans_order() {
    let home = Home::new("jingxi-2014");
    home.begun("2026-10-12");
    let all = [
        "application",
        "verification",
        "village_review",
        "village_notice",
        "township_review",
        "township_notice",
        "decision",
        "announcement",
        "entry",
    ];
    assert_eq!(home.course(), all);
    home.pass("application", "2026-10-12");
    let verify = "procedures pass 1 --step verification --on 2026-10-13 --person";
    assert!(home.refused(verify, &["张敏:village_committees:signed"]).contains("more people"));
    home.done(verify, &["张敏:village_committees:signed", "--person", "何静:resident_team:signed"]);
    home.pass("village_review", "2026-10-13");
    home.notice("village_notice", ("2026-10-13", "2026-10-21"));
    home.pass("township_review", "2026-10-21");
    home.notice("township_notice", ("2026-10-21", "2026-10-29"));
    home.pass("decision", "2026-10-30");
    assert_eq!(home.due_row().unwrap()["since"], "2026-10-30");
}
