//! Writes the manual pages of both languages and the completions of shells into a folder: `cargo run --example manual --
//! FOLDER`. Packages carry them.

use std::path::Path;
use std::{env, fs, io};

use clap_complete::{Shell, generate_to};
use clap_mangen::Man;
use huifang::cli::command;
use huifang::i18n::{Language, Words};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or(io::ErrorKind::InvalidInput)?;
    let folder = Path::new(&folder);
    for (language, name) in [(Language::En, "man"), (Language::ZhCn, "man/zh_CN")] {
        let pages = folder.join(name);
        fs::create_dir_all(&pages)?;
        let mut all = command(&Words::new(language));
        all.build();
        let mut page = Vec::new();
        Man::new(all.clone()).render(&mut page)?;
        fs::write(pages.join("huifang.1"), page)?;
        for part in all.get_subcommands().filter(|part| part.get_name() != "help") {
            let title = format!("huifang-{}", part.get_name());
            let mut page = Vec::new();
            Man::new(part.clone()).title(&title).render(&mut page)?;
            fs::write(pages.join(format!("{title}.1")), page)?;
        }
    }
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        generate_to(shell, &mut command(&Words::new(Language::En)), "huifang", &completions)?;
    }
    Ok(())
}
