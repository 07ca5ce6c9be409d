//! The one table of keys. What a key does, the footer, the help, the palette and the README's list
//! are all read from it.

mod cadre;
mod chord;
mod editing;
mod layers;
mod listing;
mod table;
mod taken;

pub use chord::{Chord, Key};
pub use editing::{DAY_STEPS, DayStep, EDITING, Editing, day_step, editing};
pub use listing::listing;
pub use table::{BINDINGS, Binding};
pub use taken::assert_all_taken;

use crate::domain::codes::coded;

use super::command::Command;

coded! {
    /// Where a key is pressed. No letter is a command where text is typed.
    Context {
        /// Everywhere.
        Everywhere = "everywhere",
        Welcome = "welcome",
        /// The list of households.
        Households = "households",
        /// A text line over a list: search, palette.
        Typing = "typing",
        Household = "household",
        /// The timeline of a household.
        Visits = "visits",
        /// The income of a household.
        Income = "income",
        /// The measures of a household.
        Measures = "measures",
        /// The risk of a household.
        Risk = "risk",
        /// The second face of the home screen.
        Overview = "overview",
        /// The ledger of problems.
        Problems = "problems",
        /// The ledgers of clues and procedures.
        Procedures = "procedures",
        /// The same while a line narrows them.
        NarrowingProcedures = "narrowing_procedures",
        /// One procedure.
        Procedure = "procedure",
        Rounds = "rounds",
        /// The plan's key groups.
        Groups = "groups",
        Audit = "audit",
        /// The same while a line narrows them.
        NarrowingFindings = "narrowing_findings",
        /// The line that narrows a list.
        Narrowing = "narrowing",
        /// Villages and townships.
        Places = "places",
        /// What was recorded of a household or a village.
        History = "history",
        Settings = "settings",
        Form = "form",
        Import = "import",
        /// The plan of an import.
        ImportPlan = "import_plan",
        /// The headings of a roster.
        Columns = "columns",
        /// The imports that were made.
        Imports = "imports",
        OpenedImport = "opened_import",
        /// Work that can be stopped.
        Working = "working",
        /// A window over the screen that is only read.
        Reading = "reading",
        /// A window with things to choose from.
        Choosing = "choosing",
        /// A calendar.
        Calendar = "calendar",
        /// Where the passphrase is asked for.
        Gate = "gate",
    }
}

/// The key as it is meant here: where Shift adds nothing, it is as if it were not held.
pub fn meant(context: Context, chord: Chord) -> Chord {
    let is_bound = command(context, chord).is_some();
    if is_bound { chord } else { Chord { key: chord.key.without_shift(), ..chord } }
}

/// The command of a key here: what the context says, else what holds everywhere.
pub fn command(context: Context, chord: Chord) -> Option<Command> {
    let in_context =
        |wanted: Context| BINDINGS.iter().find(|binding| binding.context == wanted && binding.chords.contains(&chord));
    in_context(context).or_else(|| in_context(Context::Everywhere)).map(|binding| binding.command)
}

/// The bindings of a context, then those of everywhere that it does not take over.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    let own = BINDINGS.iter().filter(move |binding| binding.context == context);
    let taken = move |wanted: &Binding| {
        let mut own = BINDINGS.iter().filter(|binding| binding.context == context);
        own.any(|it| it.command == wanted.command || wanted.chords.iter().all(|chord| it.chords.contains(chord)))
    };
    // Over a window stand no other windows.
    let is_window = matches!(context, Context::Reading | Context::Choosing | Context::Calendar | Context::Gate);
    let opens_window = |command| matches!(command, Command::Help | Command::Palette);
    let everywhere = BINDINGS
        .iter()
        .filter(move |binding| binding.context == Context::Everywhere && !(is_window && opens_window(binding.command)));
    own.chain(everywhere.filter(move |binding| !taken(binding)))
}

/// The key that the footer names for a command: a function key, else a named key that every keyboard has,
/// else the first.
pub fn hint(binding: &Binding) -> Chord {
    let function = binding.chords.iter().find(|chord| matches!(chord.key, Key::F(_)));
    let is_named = |chord: &&Chord| {
        let is_plain = chord.key == chord.key.without_shift();
        !chord.ctrl && is_plain && !matches!(chord.key, Key::Char(_) | Key::Insert | Key::Delete)
    };
    let named = binding.chords.iter().find(is_named);
    function.or(named).or(binding.chords.first()).copied().unwrap_or(Chord::plain(Key::Esc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::ALL {
            let mut seen = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| binding.context == *context) {
                for chord in binding.chords {
                    assert!(!seen.contains(chord), "{chord} twice in {context:?}");
                    seen.push(*chord);
                }
            }
        }
    }

    #[test]
    fn no_command_hangs_on_a_function_key_or_a_letter_alone() {
        for binding in BINDINGS.iter() {
            let passes = |chord: &Chord| chord.ctrl || !matches!(chord.key, Key::F(_) | Key::Char(_));
            assert!(binding.chords.iter().any(passes), "{:?} in {:?}", binding.command, binding.context);
        }
    }

    /// What a chord means, whatever it is done to here: one word for the commands that are one thing.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others mean themselves")]
    fn meaning(command: Command) -> &'static str {
        use Command as C;
        match command {
            C::Save | C::ApplyImport | C::SaveView => "save",
            C::Edit
            | C::EditContact
            | C::CorrectVisit
            | C::EditMonth
            | C::EditMeasure
            | C::ChangeStatus
            | C::Registered
            | C::Override
            | C::Columns
            | C::AssignColumn
            | C::CloseProblems
            | C::CheckFindings
            | C::ProcedureOther => "change",
            // What is taken along.
            C::TakeLast | C::HandOut => "take",
            // A day is put there.
            C::Calendar | C::ToldBack | C::Months => "calendar",
            C::PrintSheet | C::PrintPapers | C::BlankSheets | C::PrintProblems | C::WriteReport => "print",
            C::Mark | C::AddHousehold | C::AddClue | C::AddMeasure | C::Attest | C::FallReasons => "add",
            C::VoidVisit
            | C::VoidMonth
            | C::VoidMeasure
            | C::TakeBack
            | C::UndoImport
            | C::VoidRecord
            | C::Reopen
            | C::UncheckFinding => "take back",
            C::Overview | C::HouseholdList => "the other face",
            // What of it is shown, or taken.
            C::Filter | C::SwitchWindow | C::GoodRows => "filter",
            other => other.code(),
        }
    }

    #[test]
    fn a_chord_means_one_thing_wherever_it_works() {
        let is_chord = |chord: &Chord| chord.ctrl || matches!(chord.key, Key::F(_) | Key::Insert | Key::Delete);
        // In a form it takes typing back; where nothing is typed the terminal is given to the shell.
        let is_known = |chord: &Chord| *chord == Chord::ctrl(Key::Char('z'));
        let mut meanings: std::collections::HashMap<Chord, &str> = std::collections::HashMap::new();
        for binding in BINDINGS.iter() {
            for chord in binding.chords.iter().filter(|chord| is_chord(chord) && !is_known(chord)) {
                let meaning = meaning(binding.command);
                let known = meanings.entry(*chord).or_insert(meaning);
                assert_eq!(*known, meaning, "{chord} in {:?}", binding.context);
            }
        }
        assert_eq!(meanings[&Chord::ctrl(Key::Char('s'))], "save");
        assert_eq!(meanings[&Chord::ctrl(Key::Char('u'))], "clear_field");
        assert_eq!(meanings[&Chord::ctrl(Key::Char('r'))], "discard_draft");
    }

    #[test]
    fn keys_that_terminals_take_are_never_bound() {
        let taken = ['a', 'b', 'm', 'i', 'j', 'h', '[', ' ', 'v'];
        for chord in BINDINGS.iter().flat_map(|binding| binding.chords) {
            assert!(!matches!(chord.key, Key::F(11 | 12)), "{chord}");
            assert!(!(chord.ctrl && matches!(chord.key, Key::Char(c) if taken.contains(&c))), "{chord}");
        }
    }

    #[test]
    fn where_text_is_typed_no_letter_is_a_command() {
        for context in [Context::Typing, Context::Narrowing, Context::NarrowingFindings, Context::Form] {
            for binding in bindings(context) {
                assert!(!binding.chords.iter().any(|chord| chord.typed().is_some()), "{:?}", binding.command);
            }
        }
    }

    #[test]
    fn punctuation_commands_know_their_chinese_twins() {
        for (ascii, chinese) in [('/', '、'), (':', '：'), ('?', '？')] {
            let of = |c| command(Context::Households, Chord::letter(c));
            assert!(of(ascii).is_some() && of(ascii) == of(chinese), "{ascii}");
        }
    }
}
