//! `huifang groups`: the plan's key groups, how many are in each, whom the sweep has reached; who is in one; what somebody
//! says of a household where nothing on file shows it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use crate::domain::group_mark::GroupMarkEntry;
use crate::domain::key_group::{GroupFound, GroupWanting};
use crate::domain::policy::{GroupRule, GroupUse};
use crate::exit::{Exit, tell};
use crate::ledger::{GroupHousehold, GroupNow, GroupsNow, Ledger, Refused, StoreError};
use crate::report::groups::{GroupCount, counted, group_words, groups_text, members_text};
use crate::report::store_error_words;
use crate::session::Session;

use super::known::known;
use super::report::{print, print_json, refuse};
use super::show::find_household;

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let done = match arguments.subcommand() {
        None => all(session, ledger, arguments),
        Some(("list", arguments)) => list(session, ledger, arguments),
        Some((_, arguments)) => mark(session, ledger, arguments),
    };
    done.unwrap_or_else(|exit| exit)
}

fn groups(session: &Session, ledger: &Ledger) -> Result<GroupsNow, Exit> {
    ledger.key_groups().map_err(|error| refuse(&store_error_words(&session.words, &error)))
}

fn village(arguments: &ArgMatches) -> Option<&str> {
    arguments.get_one::<String>("village").map(String::as_str)
}

fn all(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, Exit> {
    let words = &session.words;
    let now = groups(session, ledger)?;
    let village = village(arguments);
    if arguments.get_flag("json") {
        let rows: Vec<GroupJson<'_>> =
            now.groups.iter().flat_map(|it| of_villages(session, &now, it, village)).collect();
        return Ok(print_json(words, &rows));
    }
    let is_of = |it: &GroupHousehold| village.is_none_or(|village| it.row.village == village);
    let is_nobody = !now.groups.iter().flat_map(|group| &group.households).any(is_of);
    if now.groups.is_empty() || is_nobody {
        tell(&words.t(if now.groups.is_empty() { "group-none" } else { "group-nobody" }));
        return Ok(Exit::Done);
    }
    Ok(print(words, &groups_text(words, &now, village)))
}

/// A row for all villages together, and one for each; only that of a village where one is asked for.
fn of_villages<'a>(session: &Session, now: &GroupsNow, of: &'a GroupNow, asked: Option<&'a str>) -> Vec<GroupJson<'a>> {
    let villages: BTreeSet<&str> = of.households.iter().map(|it| it.row.village.as_str()).collect();
    let all = std::iter::once(None).chain(villages.into_iter().map(Some));
    let wanted = all.filter(|village| asked.is_none() || *village == asked);
    let row = |village: Option<&'a str>| {
        let number = |count| counted(of, village, count).count();
        GroupJson {
            group: &of.group.id,
            what: group_words(&session.words, &of.group),
            rule: of.group.rule,
            used: of.group.used,
            reading: of.group.is_reading,
            village,
            since: now.since,
            inside: number(GroupCount::Inside),
            especially: number(GroupCount::Especially),
            by_hand: number(GroupCount::ByHand),
            unknown: number(GroupCount::Unknown),
            by_hand_outside: number(GroupCount::Outside),
            visited: number(GroupCount::Visited),
            not_visited: number(GroupCount::NotVisited),
        }
    };
    wanted.map(row).collect()
}

#[derive(Serialize)]
struct GroupJson<'a> {
    group: &'a str,
    what: String,
    rule: GroupRule,
    #[serde(rename = "use")]
    used: GroupUse,
    /// The plan's words do not state it as it stands.
    reading: bool,
    /// None: all villages.
    village: Option<&'a str>,
    /// Visits count from this day on.
    since: NaiveDate,
    inside: usize,
    especially: usize,
    by_hand: usize,
    unknown: usize,
    by_hand_outside: usize,
    visited: usize,
    not_visited: usize,
}

fn list(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, Exit> {
    let words = &session.words;
    let id = arguments.get_one::<String>("group").cloned().unwrap_or_default();
    let now = groups(session, ledger)?;
    let of = now.groups.iter().find(|it| it.group.id == id).ok_or_else(|| no_such_group(session, ledger, &id))?;
    let asked =
        [("unvisited", GroupCount::NotVisited), ("unknown", GroupCount::Unknown), ("outside", GroupCount::Outside)];
    let asked = asked.into_iter().find(|(flag, _)| arguments.get_flag(flag));
    let count = asked.map_or(GroupCount::Inside, |(_, count)| count);
    let households: Vec<&GroupHousehold> = counted(of, village(arguments), count).collect();
    if arguments.get_flag("json") {
        return Ok(print_json(words, &households.iter().map(|it| HouseholdJson::of(it)).collect::<Vec<_>>()));
    }
    if households.is_empty() {
        tell(&words.t("group-nobody"));
        return Ok(Exit::Done);
    }
    Ok(print(words, &members_text(words, &households)))
}

fn no_such_group(session: &Session, ledger: &Ledger, id: &str) -> Exit {
    let groups: Vec<&str> = ledger.policy().groups.iter().map(|group| group.id.as_str()).collect();
    refuse(&session.words.with("group-no-such", &[("group", id), ("groups", &groups.join(" "))]))
}

#[derive(Serialize)]
struct HouseholdJson<'a> {
    code: &'a str,
    name: &'a str,
    village: &'a str,
    group: Option<&'a str>,
    contact: Option<&'a str>,
    found: GroupFound,
    /// Where it is not known: the first that is missing.
    wanting: Option<GroupWanting>,
    visited_on: Option<NaiveDate>,
}

impl<'a> HouseholdJson<'a> {
    fn of(it: &'a GroupHousehold) -> Self {
        Self {
            code: &it.row.code,
            name: &it.row.name,
            village: &it.row.village,
            group: known(&it.row.group),
            contact: known(&it.row.contact),
            found: it.found,
            wanting: it.wanting,
            visited_on: it.visited_on,
        }
    }
}

fn mark(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Result<Exit, Exit> {
    let words = &session.words;
    let text = |id: &str| arguments.get_one::<String>(id).cloned().unwrap_or_default();
    let (code, group_id) = (text("code"), text("group"));
    let is_known = ledger.policy().groups.iter().any(|group| group.id == group_id);
    if !is_known {
        return Err(no_such_group(session, ledger, &group_id));
    }
    let household = find_household(session, ledger, &code)?.household.id;
    let inside = !arguments.get_flag("outside");
    let entry = GroupMarkEntry { household_id: household, group_id: group_id.clone(), inside, why: text("why") };
    match ledger.mark_group(&entry, None) {
        Ok(()) => {
            let key = if inside { "group-marked-inside" } else { "group-marked-outside" };
            tell(&words.with(key, &[("code", &code), ("group", &group_id)]));
            Ok(Exit::Done)
        }
        Err(Refused::Entry(faults)) => {
            let said: Vec<String> = faults.iter().map(|fault| words.of(*fault)).collect();
            Err(refuse(&said.join("\n")))
        }
        Err(Refused::Changed) => Err(refuse(&store_error_words(words, &StoreError::ChangedMeanwhile))),
        Err(Refused::Store(error)) => Err(refuse(&store_error_words(words, &error))),
    }
}
