//! Tells the program which commit it was built from.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=HUIFANG_COMMIT");
    for file in [".git/HEAD", ".git/refs/heads/main", ".git/packed-refs"] {
        if std::path::Path::new(file).exists() {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    let given = std::env::var("HUIFANG_COMMIT").ok().filter(|commit| !commit.is_empty());
    let asked = || {
        let out = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok()?;
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
    };
    // A source archive has no history: then the version alone says what it is.
    let commit = given.or_else(asked).unwrap_or_else(|| "unknown".to_owned());
    println!("cargo::rustc-env=HUIFANG_COMMIT={commit}");
    println!("cargo::rustc-env=HUIFANG_TARGET={}", std::env::var("TARGET").unwrap_or_default());
}
