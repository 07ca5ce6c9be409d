//! From a clue to a decision, by the commands: a file for each plan walks its steps in its order.

mod edges;
mod guizhou;
mod hunan;
mod jingxi;
mod liaoning;
mod lingshou;
mod status;
mod story;
mod suining;

use std::process::Output;

use serde_json::Value;

use crate::cli::huifang;
use crate::world::roster;

pub struct Home(pub tempfile::TempDir);

impl Home {
    /// A village under a policy, seen on 2026-11-22.
    pub fn new(policy: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        assert!(home.run("", &["import", roster("roster-village.xlsx").to_str().unwrap()]).status.success());
        home.done("", &["policy", "use", policy]);
        home
    }

    /// Runs a command, its words given in one text, with more behind them that hold blanks.
    pub fn run(&self, words: &str, more: &[&str]) -> Output {
        let arguments: Vec<&str> = words.split_whitespace().chain(more.iter().copied()).collect();
        huifang(self.0.path(), &arguments)
    }

    pub fn done(&self, words: &str, more: &[&str]) -> String {
        let out = self.run(words, more);
        assert_eq!(out.status.code(), Some(0), "{words} {more:?}: {out:?}");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }

    pub fn refused(&self, words: &str, more: &[&str]) -> String {
        let out = self.run(words, more);
        assert_eq!(out.status.code(), Some(2), "{words} {more:?}: {out:?}");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }

    pub fn json(&self, words: &str) -> Value {
        serde_json::from_slice(&self.run(words, &["--json"]).stdout).unwrap()
    }

    /// A call about a household that is not on file, and the identification that begins with it.
    pub fn begun(&self, received: &str) {
        let call = ["--name", "赵某", "--village", "石桥村", "--group", "二组", "--what", "父亲住院"];
        self.done(&format!("clues add --on {received}"), &call);
        self.done("procedures begin --clue 1 --category edge --risk illness --persons 3", &[]);
    }

    /// Passes a step with two people of the village who sign, the chief leader and the household.
    pub fn pass(&self, step: &str, on: &str) -> String {
        let people =
            ["张敏:village_cadre:signed", "何静:resident_team:signed", "梁书记:chief:signed", "赵某:household:signed"];
        let people: Vec<&str> = people.iter().flat_map(|it| ["--person", it]).collect();
        self.done(&format!("procedures pass 1 --step {step} --on {on}"), &people)
    }

    /// Posts a notice and closes it without an objection.
    pub fn notice(&self, step: &str, (from, closed): (&str, &str)) {
        self.done(&format!("procedures post 1 --step {step} --on {from} --at 村委会"), &[]);
        self.done(&format!("procedures pass 1 --step {step} --on {closed} --no-objection"), &[]);
    }

    /// Every ground is answered with *no*.
    pub fn no_grounds(&self, on: &str) {
        for ground in self.json("procedures show 1")["grounds"].as_array().unwrap() {
            let id = ground["id"].as_str().unwrap();
            self.done(&format!("procedures ground 1 {id} --answer no --found-by verification --on {on}"), &[]);
        }
    }

    /// The steps in the plan's order.
    pub fn course(&self) -> Vec<String> {
        let shown = self.json("procedures show 1");
        shown["steps"].as_array().unwrap().iter().map(|it| it["step"].as_str().unwrap().to_owned()).collect()
    }

    pub fn waiting(&self) -> Option<String> {
        self.json("procedures show 1")["waiting"].as_str().map(str::to_owned)
    }

    /// The household of the first procedure, as `due` shows it; none where it is not on the list.
    pub fn due_row(&self) -> Option<Value> {
        let code = self.json("procedures")[0]["code"].as_str().unwrap().to_owned();
        let rows = self.json("due");
        rows.as_array().unwrap().iter().find(|row| row["code"] == code.as_str()).cloned()
    }
}
