//! Several households at once: marked, given to a contact, moved, taken off the list; one question, one way back.

use huifang::domain::due_row::DueRow;
use huifang::ledger::{Ledger, SeveralChange, StoreError};
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::families;
use crate::world::World;

fn world() -> World {
    let mut world = families::world();
    world.set_me("张敏");
    world
}

fn rows(ledger: &Ledger) -> Vec<DueRow> {
    let mut rows = ledger.due_list().unwrap().rows;
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    rows
}

fn contacts(ledger: &Ledger) -> Vec<String> {
    rows(ledger).into_iter().map(|row| row.contact).collect()
}

fn to(name: &str) -> SeveralChange {
    SeveralChange::Contact(huifang::domain::contact::ContactName::parse(name).unwrap())
}

fn marked(count: usize) -> Driver {
    let mut list = Driver::chinese(world());
    list.type_text("4");
    for _ in 0..count {
        list.key(Key::Char(' '));
    }
    list.shows(&[&format!("已选 {count} 户")]);
    list
}

#[test]
fn marked_households_are_given_to_a_contact_after_one_question_that_names_them() {
    let mut list = marked(2);
    let before = contacts(list.ledger());
    list.type_text("e").shows(&["选中的 2 户要怎样", "交给帮扶联系人", "停止管理：整户迁出"]).key(Key::Enter);
    list.shows(&["张敏", "5 户"]).paste("韦海波").shows(&["另一位联系人"]).key(Key::Enter);
    list.shows(&["联系人的姓名", "韦海波"]).key(Key::Enter).shows(&["把 2 户交给韦海波（新的联系人）"]);
    assert_eq!(contacts(list.ledger()), before, "nothing is done before the yes");
    list.type_text("y").shows(&["已把 2 户交给韦海波", "退出前按 z 可以撤回"]).shows_not("已选");
    assert_eq!(contacts(list.ledger()).iter().filter(|name| *name == "韦海波").count(), 2);
    assert!(list.ledger().contacts().unwrap().iter().any(|name| name.as_str() == "韦海波"));
    list.type_text("z").shows(&["已撤回，2 户恢复原样"]);
    assert_eq!(contacts(list.ledger()), before);
    list.type_text("z").shows(&["没有可以撤回的"]);
}

#[test]
fn all_of_what_is_shown_and_a_range_are_marked_and_esc_lets_them_go() {
    let mut list = Driver::chinese(world());
    let all = rows(list.ledger()).len();
    list.type_text("4A").shows(&[&format!("已选 {all} 户")]).type_text("A").shows_not("已选");
    list.type_text("g ").key(Key::Down).type_text("M").shows(&["已选 3 户"]);
    list.key(Key::Esc).shows_not("已选");
    list.type_text("g").key(Key::ShiftDown).key(Key::ShiftDown).shows(&["已选 2 户"]);
    list.key(Key::ShiftUp).shows(&["已选 2 户"]);
}

#[test]
fn a_village_and_a_group_are_set_and_households_leave_and_come_back() {
    let mut list = marked(2);
    list.type_text("e").paste("小组").key(Key::Enter).key(Key::End).key(Key::Enter).paste("九组").key(Key::Enter);
    list.shows(&["把 2 户的村民小组改为九组"]).type_text("y");
    assert_eq!(rows(list.ledger()).iter().filter(|row| row.group == "九组").count(), 2);
    let before = rows(list.ledger());
    list.type_text("4g  e").paste("整户迁出").key(Key::Enter).key(Key::Enter).shows(&["写明原因"]);
    list.paste("随子女落户县城")
        .key(Key::Enter)
        .shows(&["把 2 户停止管理（整户迁出）", "随子女落户县城"])
        .type_text("y");
    assert_eq!(rows(list.ledger()).len(), before.len() - 2);
    list.key(Key::Delete).shows(&["已撤回，2 户恢复原样"]);
    assert_eq!(rows(list.ledger()), before, "as if they had never left");
    list.ledger_mut().rebuild().unwrap();
    list.ledger_mut().renew_alerts().unwrap();
    assert_eq!(rows(list.ledger()), before, "the revisions say the same");
}

#[test]
fn what_was_changed_again_since_stays_when_the_rest_is_taken_back() {
    let mut world = world();
    let seen = rows(&world.ledger);
    let changed = world.ledger.change_several(&seen, &to("韦海波"), &mut |_, _| true).unwrap().unwrap();
    assert_eq!(changed.count(), seen.len());
    world.edit("A1", "contact", "黄丽");
    let taken = world.ledger.take_several_back(&changed, &mut |_, _| true).unwrap().unwrap();
    assert_eq!((taken.back, taken.left), (seen.len() - 1, 1));
    let contacts = contacts(&world.ledger);
    assert_eq!((contacts[0].as_str(), &contacts[1..]), ("黄丽", &families_contacts(&seen)[1..]));
}

fn families_contacts(rows: &[DueRow]) -> Vec<String> {
    rows.iter().map(|row| row.contact.clone()).collect()
}

#[test]
fn where_one_was_changed_meanwhile_or_it_is_stopped_none_is_changed() {
    let mut world = world();
    let seen = rows(&world.ledger);
    let before = contacts(&world.ledger);
    let stopped = world.ledger.change_several(&seen, &to("韦海波"), &mut |done, _| done < 2).unwrap();
    assert!(stopped.is_none());
    assert_eq!(contacts(&world.ledger), before);
    world.edit("A2", "contact", "黄丽");
    let refused = world.ledger.change_several(&seen, &to("韦海波"), &mut |_, _| true);
    assert!(matches!(refused, Err(StoreError::ChangedMeanwhile)));
    assert!(!contacts(&world.ledger).contains(&"韦海波".to_owned()));
}

#[test]
fn who_am_i_is_asked_before_several_are_changed_and_it_goes_on_after() {
    let mut world = World::new();
    world.import_csv(families::ROSTER).unwrap();
    let mut list = Driver::chinese(world);
    list.type_text("4 e").shows(&["我是谁"]).paste("张敏").key(Key::Enter).shows(&["选中的 1 户要怎样"]);
}

#[test]
fn a_contact_has_a_unit_a_post_and_a_phone_and_how_many_households_is_seen() {
    let mut overview = Driver::chinese(world());
    overview.type_text("o").key(Key::Tab).shows(&["张敏", "5"]).type_text("e").shows(&["联系人 张敏", "单位", "职务"]);
    overview.paste("县医保局").key(Key::Tab).paste("科员").key(Key::Tab).paste("13812").ctrl('s');
    overview.shows(&["不像电话号码"]).paste("345678").ctrl('s').shows(&["概览 · 张敏 县医保局 科员 138****5678"]);
    let kept = overview.ledger().contacts_in_full().unwrap();
    assert_eq!(
        (kept[0].unit.as_str(), kept[0].post.as_str(), kept[0].phone.as_str()),
        ("县医保局", "科员", "13812345678")
    );
    overview.ledger_mut().rebuild().unwrap();
    assert_eq!(overview.ledger().contacts_in_full().unwrap(), kept, "the revisions say the same");
    overview.key(Key::BackTab).type_text("e").shows(&["选中一位联系人才能改"]);
}

#[test]
fn a_monitored_household_without_a_contact_is_an_alert_until_it_is_given_to_one() {
    use huifang::domain::alert::AlertKind;
    let mut world = world();
    for (code, is_monitored) in [("A1", true), ("A3", true), ("A4", false), ("A5", false)] {
        world.edit(code, "contact", "");
        assert_eq!(world.has_alert(code, AlertKind::NoContact), is_monitored, "{code}");
    }
    world.edit("A1", "contact", "张敏");
    assert!(!world.has_alert("A1", AlertKind::NoContact));
}

#[test]
fn a_village_of_another_township_brings_its_township_with_it_and_both_go_back() {
    use huifang::ledger::PlaceName;
    let mut world = world();
    world.edit("A3", "township", "上河乡");
    world.edit("A1", "township", "石桥镇");
    let seen: Vec<DueRow> = rows(&world.ledger).into_iter().filter(|row| row.code == "A1").collect();
    let name = PlaceName::parse("上河村").unwrap();
    let change = SeveralChange::Village { township: Some("上河乡".into()), name };
    let changed = world.ledger.change_several(&seen, &change, &mut |_, _| true).unwrap().unwrap();
    let place = |world: &World| {
        let row = rows(&world.ledger).remove(0);
        (row.township, row.village)
    };
    assert_eq!(place(&world), ("上河乡".to_owned(), "上河村".to_owned()));
    world.ledger.take_several_back(&changed, &mut |_, _| true).unwrap();
    assert_eq!(place(&world), ("石桥镇".to_owned(), "石桥村".to_owned()));
}

#[test]
fn what_is_marked_and_not_shown_is_told_and_of_those_that_were_so_nothing_is_changed() {
    let mut list = marked(3);
    list.type_text("f").paste("上河村").key(Key::Enter).key(Key::Esc).shows(&["已选 3 户，2 户没有列出"]);
    list.type_text("e").key(Key::Enter).key(Key::Enter).shows(&["把 3 户交给张敏"]).type_text("y");
    list.shows(&["本来就是这样，什么都没有改"]);
}

#[test]
fn an_import_that_is_taken_back_leaves_what_people_said_of_contacts_and_findings() {
    use huifang::domain::contact::ContactEntry;
    use huifang::domain::entry::Basis;
    let mut world = World::new();
    world.import_csv(families::ROSTER).unwrap();
    let contact = world.ledger.contacts_in_full().unwrap().remove(0);
    let (_, revision) = world.ledger.show_contact(contact.id).unwrap();
    let basis = Basis { id: contact.id, revision };
    let entry = ContactEntry { contact: basis, unit: "县医保局".into(), post: String::new(), phone: String::new() };
    world.ledger.keep_contact(&entry, None).unwrap();
    world.edit("A4", "phone", "12");
    let listed = world.ledger.audit().unwrap();
    let found =
        listed.iter().find(|it| it.household.as_ref().is_some_and(|row| row.code == "A2")).map(|it| &it.finding);
    let checked = found.cloned().into_iter().collect::<Vec<_>>();
    world.ledger.check_findings(&checked, &crate::entries::because("已核对")).unwrap();
    let number = world.ledger.imports().unwrap()[0].number;
    let undone = world.ledger.undo_import(number, true, &mut |_, _| true).unwrap();
    let kept: Vec<&str> = undone.kept.iter().map(|kept| kept.code.as_str()).collect();
    assert_eq!(kept, if checked.is_empty() { vec!["A4"] } else { vec!["A2", "A4"] });
    assert_eq!(world.ledger.contacts_in_full().unwrap()[0].unit, "县医保局");
}
