//! Imports point one way, files stay small and say what they are for.

use std::path::Path;

use crate::locales::source_files;

/// What each part may import of the others.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &["domain"]),
    ("clock", &[]),
    ("files", &[]),
    ("process", &["files"]),
    ("log", &["clock"]),
    ("vault", &["files"]),
    ("paths", &["files"]),
    ("config", &["files"]),
    ("i18n", &["domain"]),
    ("store", &["domain", "files", "vault"]),
    ("exchange", &["domain", "files", "text", "vault"]),
    ("ledger", &["domain", "store", "exchange", "files", "clock", "vault"]),
    ("report", &["domain", "exchange", "i18n", "ledger", "clock", "text", "vault"]),
    ("exit", &["domain"]),
    ("session", &["domain", "i18n", "ledger", "clock", "config", "files", "paths", "vault"]),
    (
        "cli",
        &[
            "domain", "exchange", "i18n", "ledger", "log", "report", "text", "clock", "config", "files", "paths",
            "exit", "session", "vault",
        ],
    ),
    (
        "tui",
        &[
            "domain", "exchange", "i18n", "ledger", "log", "process", "report", "text", "clock", "config", "files",
            "exit", "session", "vault",
        ],
    ),
    ("plain", &["cli", "domain", "exit", "i18n", "ledger", "report", "session", "tui"]),
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

/// The modules by their paths, and what each file imports of the others, through any `pub use`.
mod imports {
    use std::collections::{BTreeMap, BTreeSet};

    type Module = Vec<String>;

    pub struct Imports {
        code: BTreeMap<Module, String>,
        /// What a module shows under a name of its own.
        shown: BTreeMap<(Module, String), Module>,
    }

    /// `a::{b, c::{d, e}}` as its paths.
    fn paths(tree: &str) -> Vec<String> {
        let tree = tree.trim();
        let Some((before, inside)) = tree.split_once('{') else {
            return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
        };
        let inside = inside.strip_suffix('}').unwrap();
        let (mut parts, mut depth) = (vec![String::new()], 0);
        for c in inside.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if c == ',' && depth == 0 { parts.push(String::new()) } else { parts.last_mut().unwrap().push(c) }
        }
        parts
            .iter()
            .filter(|part| !part.trim().is_empty())
            .flat_map(|part| paths(&format!("{before}{}", part.trim())))
            .collect()
    }

    fn uses<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = String> + 'a {
        let starts = code.split(word).skip(1);
        starts.flat_map(|rest| paths(&rest.split(';').next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn absolute(path: &str, from: &Module) -> Module {
        let mut module = from.clone();
        let mut parts = path.split("::").peekable();
        match parts.peek() {
            Some(&"crate") => module.clear(),
            Some(&"super") => {
                while parts.peek() == Some(&"super") {
                    module.pop();
                    parts.next();
                }
                return module.into_iter().chain(parts.map(str::to_owned)).collect();
            }
            Some(&"self") => {}
            _ => return module.into_iter().chain(parts.map(str::to_owned)).collect(),
        }
        module.into_iter().chain(parts.skip(1).map(str::to_owned)).collect()
    }

    impl Imports {
        pub fn of(sources: &[(String, String)]) -> Self {
            let module = |name: &str| -> Module {
                name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').map(str::to_owned).collect()
            };
            let code: BTreeMap<Module, String> = sources
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "main.rs" | "lib.rs"))
                .map(|(name, text)| (module(name), text.split("#[cfg(test)]").next().unwrap().to_owned()))
                .collect();
            let mut shown = BTreeMap::new();
            for (module, text) in &code {
                for path in ["\npub use ", "\npub(super) use "].iter().flat_map(|word| uses(text, word)) {
                    let target = absolute(&path, module);
                    shown.insert((module.clone(), target.last().unwrap().clone()), target);
                }
            }
            Self { code, shown }
        }

        fn resolve(&self, path: &[String]) -> Option<Module> {
            let at = (1..=path.len()).rev().find(|at| self.code.contains_key(&path[..*at]))?;
            let (module, rest) = path.split_at(at);
            let through = rest.first().and_then(|name| self.shown.get(&(module.to_vec(), name.clone())));
            match through.filter(|target| target.as_slice() != path) {
                Some(target) => self.resolve(&[target.as_slice(), &rest[1..]].concat()),
                None => Some(module.to_vec()),
            }
        }

        fn of_module(&self, module: &Module) -> BTreeSet<Module> {
            let used = uses(&self.code[module], "\nuse ").filter_map(|path| {
                let is_ours = ["crate", "super", "self"].contains(&path.split("::").next().unwrap());
                is_ours.then(|| self.resolve(&absolute(&path, module)))?
            });
            used.filter(|used| used != module).collect()
        }

        /// A way that leads back to where it began; none where no file imports itself by others.
        pub fn circle(&self) -> Option<Vec<String>> {
            let mut left: BTreeMap<Module, BTreeSet<Module>> =
                self.code.keys().map(|module| (module.clone(), self.of_module(module))).collect();
            // Whoever stands on nothing that is left is in no circle.
            while let Some(free) = left.iter().find(|(_, on)| on.is_empty()).map(|(module, _)| module.clone()) {
                left.remove(&free);
                for on in left.values_mut() {
                    on.remove(&free);
                }
            }
            let first = left.keys().next()?.clone();
            let mut way = vec![first];
            loop {
                let next = left[way.last().unwrap()].first().unwrap().clone();
                if let Some(at) = way.iter().position(|module| *module == next) {
                    return Some(way[at..].iter().map(|module| module.join("/")).collect());
                }
                way.push(next);
            }
        }
    }
}

#[test]
fn no_file_imports_itself_by_others() {
    assert_eq!(imports::Imports::of(&sources()).circle(), None);
    let two = [("a.rs", "//! A\nuse crate::b::B;\n"), ("b.rs", "//! B\nuse super::a::{A, C};\n")];
    let two = two.map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(imports::Imports::of(&two).circle().map(|circle| circle.len()), Some(2), "one would be found");
}

/// The rooms of the domain, from the ground up: each stands on those before it.
const ROOMS: [&str; 11] =
    ["values", "household", "income", "visit", "revisit", "policy", "standing", "clue", "procedure", "risk", "due"];

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
