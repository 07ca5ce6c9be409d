//! Tells the program which commit it was built from.

use std::path::Path;
use std::process::Command;

fn git(arguments: &[&str]) -> Option<String> {
    let out = Command::new("git").args(arguments).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

fn main() {
    println!("cargo::rerun-if-env-changed=HUIFANG_COMMIT");
    println!("cargo::rerun-if-changed=build.rs");
    // The sources may lie in somebody else's repository.
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let top = git(&["rev-parse", "--show-toplevel"]);
    let is_ours = top.is_some_and(|top| Path::new(&top) == Path::new(&here));
    for file in ["HEAD", "logs/HEAD"].into_iter().filter(|_| is_ours) {
        if let Some(path) = git(&["rev-parse", "--git-path", file]).filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    let given = std::env::var("HUIFANG_COMMIT").ok().filter(|commit| !commit.is_empty());
    let asked = || if is_ours { git(&["rev-parse", "--short=10", "HEAD"]) } else { None };
    // A source archive has no history: then the version alone says what it is.
    let commit = given.or_else(asked).unwrap_or_else(|| "unknown".to_owned());
    println!("cargo::rustc-env=HUIFANG_COMMIT={commit}");
    println!("cargo::rustc-env=HUIFANG_TARGET={}", std::env::var("TARGET").unwrap_or_default());
}
