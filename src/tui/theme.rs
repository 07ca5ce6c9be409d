//! Colours and characters. One accent; colour only for meaning, and meaning never by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::codes::coded;
use crate::i18n::Language;

coded! {
    /// The themes to choose from. Their words stand under `ThemeName-code`.
    ThemeName {
        /// For dark and for light backgrounds alike
        Default = "default",
        /// For a light background, where yellow and cyan cannot be read
        Light = "light",
        /// No greys, and all that means something bold
        HighContrast = "high_contrast",
    }
}

/// How the program looks to this person on this computer, and what it opens; what is chosen stands in the
/// configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    Language(Language),
    Theme(ThemeName),
    /// The file that is open.
    Database,
    /// What keeps it from being read by others.
    Passphrase,
    /// What opens it if the passphrase is forgotten.
    RecoveryCode,
}

impl Appearance {
    pub const ALL: [Self; 8] = [
        Self::Language(Language::ZhCn),
        Self::Language(Language::En),
        Self::Theme(ThemeName::Default),
        Self::Theme(ThemeName::Light),
        Self::Theme(ThemeName::HighContrast),
        Self::Database,
        Self::Passphrase,
        Self::RecoveryCode,
    ];
}

/// The styles of a screen.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    pub accent: Style,
    pub bold: Style,
    pub dim: Style,
    pub selected: Style,
    pub bad: Style,
    pub warn: Style,
    pub good: Style,
    pub edit: Style,
}

impl Theme {
    /// The styles of a theme.
    pub const fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Default => Self::colours(),
            ThemeName::Light => Self::light(),
            ThemeName::HighContrast => Self::high_contrast(),
        }
    }

    /// Whether there are no colours, as `NO_COLOR` asks.
    pub const fn is_mono(&self) -> bool {
        self.bad.fg.is_none()
    }

    const fn light() -> Self {
        let plain = Style::new();
        Self { accent: plain.fg(Color::Blue), warn: plain.fg(Color::Magenta), ..Self::colours() }
    }

    const fn high_contrast() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self { bad: bold.fg(Color::Red), warn: bold.fg(Color::Magenta), good: bold.fg(Color::Blue), ..Self::mono() }
    }

    /// The 16 colours that every terminal has, so that its own theme decides how they look. Grey is the
    /// text's own colour made dim: the bright black of some themes is their background.
    pub const fn colours() -> Self {
        let plain = Style::new();
        Self {
            accent: plain.fg(Color::Cyan),
            bold: plain.add_modifier(Modifier::BOLD),
            dim: plain.add_modifier(Modifier::DIM),
            selected: plain.add_modifier(Modifier::REVERSED),
            bad: plain.fg(Color::Red),
            warn: plain.fg(Color::Yellow),
            good: plain.fg(Color::Green),
            edit: plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// For `NO_COLOR`: no colour at all.
    pub const fn mono() -> Self {
        let plain = Style::new();
        Self {
            accent: plain.add_modifier(Modifier::BOLD),
            bold: plain.add_modifier(Modifier::BOLD),
            dim: plain,
            selected: plain.add_modifier(Modifier::REVERSED),
            bad: plain.add_modifier(Modifier::BOLD),
            warn: plain.add_modifier(Modifier::BOLD),
            good: plain,
            edit: plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}

/// The characters that the frame and the marks are drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs {
    pub cursor: &'static str,
    pub line: &'static str,
    pub column: &'static str,
    pub ellipsis: &'static str,
    pub dot: &'static str,
    pub full: &'static str,
    pub empty: &'static str,
    pub yes: &'static str,
    pub risk: &'static str,
    pub no: &'static str,
    pub unknown: &'static str,
    pub not_applicable: &'static str,
    pub draft: &'static str,
    /// It runs, and can still be done.
    pub running: &'static str,
    pub ticked: &'static str,
    /// Worse than last time.
    pub worse: &'static str,
    /// The list is sorted by this column; from its end.
    pub sorted: [&'static str; 2],
    pub bars: [&'static str; 8],
    pub corners: [&'static str; 4],
}

impl Glyphs {
    pub const UNICODE: Self = Self {
        cursor: "▌",
        line: "─",
        column: "│",
        ellipsis: "…",
        dot: "·",
        full: "█",
        empty: "░",
        yes: "✓",
        risk: "!",
        no: "×",
        unknown: "–",
        not_applicable: "○",
        draft: "✎",
        running: "~",
        ticked: "✓",
        worse: "▼",
        sorted: ["↑", "↓"],
        bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        corners: ["┌", "┐", "└", "┘"],
    };

    pub const ASCII: Self = Self {
        cursor: ">",
        line: "-",
        column: "|",
        ellipsis: "~",
        dot: "-",
        full: "#",
        empty: ".",
        yes: "+",
        risk: "!",
        no: "x",
        unknown: "-",
        not_applicable: "o",
        draft: "*",
        running: "~",
        ticked: "+",
        worse: "v",
        sorted: ["^", "v"],
        bars: ["_", ".", ".", "-", "-", "=", "=", "#"],
        corners: ["+", "+", "+", "+"],
    };
}

/// The ASCII twin of a character whose width terminals disagree on; none for any other.
pub fn ascii_twin(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "→" => "->",
        "…" => "~",
        "·" | "–" | "—" => "-",
        "└" => "`",
        "“" | "”" => "\"",
        "×" => "x",
        "✓" => "+",
        _ => return None,
    })
}

/// How a screen looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The theme that was chosen, also where `NO_COLOR` lets none of it be seen.
    pub name: ThemeName,
    pub theme: Theme,
    pub glyphs: Glyphs,
    /// Show nothing outside ASCII but what is text: what is stored stays as it is.
    pub ascii: bool,
}

impl Look {
    /// Takes a theme; without colours it is only remembered.
    pub const fn choose(&mut self, name: ThemeName) {
        self.name = name;
        if !self.theme.is_mono() {
            self.theme = Theme::of(name);
        }
    }
}
