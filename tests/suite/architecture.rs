//! Imports point one way, files stay small and say what they are for.

use std::path::Path;

use crate::locales::source_files;

/// What each part may import of the others.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &["domain"]),
    ("clock", &[]),
    ("files", &[]),
    ("process", &[]),
    ("paths", &["files"]),
    ("config", &["files"]),
    ("i18n", &["domain"]),
    ("store", &["domain", "files"]),
    ("exchange", &["domain", "files", "text"]),
    ("ledger", &["domain", "store", "exchange", "files", "clock"]),
    ("report", &["domain", "exchange", "i18n", "ledger", "clock", "text"]),
    ("cli", &["domain", "exchange", "i18n", "ledger", "report", "text", "clock", "config", "files", "paths"]),
    ("tui", &["domain", "exchange", "i18n", "ledger", "report", "text", "clock", "config", "files", "cli"]),
];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let name = |path: &Path| path.strip_prefix(&root).unwrap().display().to_string().replace('\\', "/");
    source_files(&root).iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn imports_point_one_way() {
    for (name, text) in sources() {
        let part = name.split(['/', '.']).next().unwrap();
        if matches!(part, "main" | "lib") {
            continue;
        }
        let (_, allowed) =
            MAY_IMPORT.iter().find(|(known, _)| *known == part).unwrap_or_else(|| panic!("{name}: a new part"));
        for rest in text.split("crate::").skip(1) {
            let used: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let known = MAY_IMPORT.iter().any(|(part, _)| *part == used);
            assert!(!known || used == part || allowed.contains(&used.as_str()), "{name} imports {used}");
        }
    }
}

/// The rooms of the domain, from the ground up: each stands on those before it.
const ROOMS: [&str; 9] = ["values", "household", "income", "visit", "revisit", "policy", "standing", "risk", "due"];

#[test]
fn the_rooms_of_the_domain_stand_on_one_another() {
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    let floor = |module: &str| {
        let holds = |room: &str| {
            let inside = domain.join(room).join(module);
            room == module || inside.is_dir() || inside.with_extension("rs").is_file()
        };
        ROOMS.iter().position(|room| holds(room))
    };
    for (name, text) in sources() {
        let Some(path) = name.strip_prefix("domain/").filter(|path| *path != "mod.rs") else { continue };
        let here = floor(path.split('/').next().unwrap()).unwrap_or_else(|| panic!("{name}: a new room"));
        // Tests may tell of what stands above.
        for rest in text.split("#[cfg(test)]").next().unwrap().split("crate::domain::").skip(1) {
            let used: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let there = floor(&used).unwrap_or_else(|| panic!("{name}: {used} is in no room"));
            assert!(there <= here, "{name} imports {used}, which stands above it");
        }
    }
}

#[test]
fn drawing_and_rules_reach_for_no_database_and_no_clock() {
    for (name, text) in sources() {
        if name.starts_with("domain/") || name.ends_with("view.rs") || name.starts_with("tui/update") {
            // Where an id is made is not where it is asked for.
            let asked = if name == "domain/values/id.rs" { text.replace("now_v7", "") } else { text.clone() };
            for forbidden in ["rusqlite", "std::fs", "Local::now", "Utc::now", "now_v7", "::fresh"] {
                assert!(!asked.contains(forbidden), "{name}: {forbidden}");
            }
        }
        if !name.starts_with("store/") {
            assert!(!text.contains("rusqlite::"), "{name}: SQL lives in the store");
        }
    }
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    for (name, text) in sources() {
        assert!(text.lines().count() <= 400, "{name} has {} lines", text.lines().count());
        let doc = text.lines().next().unwrap_or_default();
        assert!(doc.starts_with("//! ") && doc.len() > 12, "{name} does not say what it is for");
    }
}
