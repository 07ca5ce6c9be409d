//! Everything a person can ask of the interface, by name.

use crate::domain::codes::coded;

coded! {
    /// A command. Its words stand under `Command-code`; the short ones are for the footer.
    Command {
        Help = "help",
        LogVisit = "log_visit",
        Search = "search",
        Filter = "filter",
        Sort = "sort",
        SortBackwards = "sort_backwards",
        GroupBy = "group_by",
        /// The list as it is seen, under a digit.
        SaveView = "save_view",
        WhyDue = "why_due",
        Palette = "palette",
        Open = "open",
        Confirm = "confirm",
        Mine = "mine",
        Import = "import",
        /// The imports that were made.
        Imports = "imports",
        ApplyImport = "apply_import",
        /// What each heading of the roster is read as.
        Columns = "columns",
        /// Say what a heading is.
        AssignColumn = "assign_column",
        JoinVillages = "join_villages",
        UndoImport = "undo_import",
        AddHousehold = "add_household",
        Edit = "edit",
        EditContact = "edit_contact",
        TakeLast = "take_last",
        Calendar = "calendar",
        Undo = "undo",
        Redo = "redo",
        CorrectVisit = "correct_visit",
        VoidVisit = "void_visit",
        PrintSheet = "print_sheet",
        /// Blank sheets for the households due this week.
        BlankSheets = "blank_sheets",
        /// The ledger of problems.
        Problems = "problems",
        /// The ledgers of clues and procedures; of a household, its procedure.
        Procedures = "procedures",
        AddClue = "add_clue",
        /// What concerns a procedure as a whole.
        ProcedureOther = "procedure_other",
        /// Of a step: what the plan asks for on paper.
        PrintPapers = "print_papers",
        OpenHousehold = "open_household",
        Mark = "mark",
        MarkAll = "mark_all",
        /// All from the last mark to here.
        MarkRange = "mark_range",
        CloseProblems = "close_problems",
        ToldBack = "told_back",
        Reopen = "reopen",
        PrintProblems = "print_problems",
        /// The shown households as lists for their contacts.
        HandOut = "hand_out",
        WaterReport = "water_report",
        EditMonth = "edit_month",
        VoidMonth = "void_month",
        SwitchWindow = "switch_window",
        FallReasons = "fall_reasons",
        AddMeasure = "add_measure",
        EditMeasure = "edit_measure",
        VoidMeasure = "void_measure",
        ChangeStatus = "change_status",
        Attest = "attest",
        /// A household is in one of the plan's groups, or is not.
        MarkGroup = "mark_group",
        /// What was recorded: who, when, why, from what to what.
        History = "history",
        VoidRecord = "void_record",
        Places = "places",
        /// The second face of the home screen.
        Overview = "overview",
        /// Its first face.
        HouseholdList = "household_list",
        /// The months beside the overview, or in its place.
        Months = "months",
        /// The plan's dated rounds.
        Rounds = "rounds",
        /// The plan's key groups.
        Groups = "groups",
        /// What on file does not agree.
        Audit = "audit",
        CheckFindings = "check_findings",
        UncheckFinding = "uncheck_finding",
        /// The report of a period.
        WriteReport = "write_report",
        NextColumn = "next_column",
        PreviousColumn = "previous_column",
        Registered = "registered",
        Settings = "settings",
        Override = "set_here",
        TakeBack = "take_back",
        NextSection = "next_section",
        Save = "save",
        ClearField = "clear_field",
        WhoAmI = "who_am_i",
        DiscardDraft = "discard_draft",
        GoodRows = "good_rows",
        NextTab = "next_tab",
        PreviousTab = "previous_tab",
        Demo = "demo",
        Next = "next",
        Previous = "previous",
        Up = "up",
        Down = "down",
        PageUp = "page_up",
        PageDown = "page_down",
        First = "first",
        Last = "last",
        Redraw = "redraw",
        /// Give the terminal to the shell for a while.
        Suspend = "suspend",
        /// Numbers of persons as a whole, for a while.
        Reveal = "reveal",
        /// The passphrase is asked for before anything is seen again.
        Lock = "lock",
        /// The recovery code in place of the passphrase, and back.
        OtherProof = "other_proof",
        Back = "back",
        Quit = "quit",
    }
}

/// Declares the commands that one place goes over: all of them, and no others.
macro_rules! some_commands {
    ($(#[$meta:meta])* $vis:vis $name:ident { $($command:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $($command),+ }

        impl $name {
            $vis const COMMANDS: &'static [$crate::tui::command::Command] =
                &[$($crate::tui::command::Command::$command),+];

            /// None: it is no command of this place.
            $vis const fn of(command: $crate::tui::command::Command) -> Option<Self> {
                match command {
                    $($crate::tui::command::Command::$command => Some(Self::$command),)+
                    _ => None,
                }
            }
        }
    };
}

/// Declares the commands of a screen. Where the table of keys gives its contexts another one, or none that
/// means one of these, the program does not compile.
macro_rules! commands_of {
    ([$($context:ident),+] $(#[$meta:meta])* $name:ident { $($command:ident),+ $(,)? }) => {
        $crate::tui::command::some_commands! { $(#[$meta])* $name { $($command),+ } }

        const _: () =
            $crate::tui::keys::assert_all_taken(&[$($crate::tui::keys::Context::$context),+], $name::COMMANDS);
    };
}

pub(crate) use {commands_of, some_commands};

some_commands! {
    /// What holds wherever it is given, also over a window.
    pub Everywhere { Redraw, Suspend, Lock, Quit }
}

some_commands! {
    /// Steps of the selection, or of what is seen.
    pub Move { Up, Down, PageUp, PageDown, First, Last }
}

some_commands! {
    /// What every screen takes.
    pub OnScreen { Help, Palette, Back }
}
