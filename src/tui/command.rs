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
        WhyDue = "why_due",
        Palette = "palette",
        Open = "open",
        Mine = "mine",
        Import = "import",
        AddHousehold = "add_household",
        Edit = "edit",
        TakeLast = "take_last",
        Calendar = "calendar",
        Undo = "undo",
        Redo = "redo",
        CorrectVisit = "correct_visit",
        VoidVisit = "void_visit",
        PrintSheet = "print_sheet",
        WaterReport = "water_report",
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
        Back = "back",
        Quit = "quit",
    }
}
