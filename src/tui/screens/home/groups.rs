//! The list in groups: by village, by contact, by class, each under a line with how many it has.

use crate::domain::codes::coded;
use crate::domain::due_row::DueRow;
use crate::i18n::Words;
use crate::text::{count_key, pinyin_key};
use crate::tui::shell::Shell;

use super::Households;

coded! {
    /// What the list is grouped by. Its words stand under `GroupBy-code`.
    GroupBy { Village = "village", Contact = "contact", Class = "class" }
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListLine {
    /// The line over a group, by its place among the groups.
    Group(usize),
    /// A household, by its place among those that are shown.
    Household(usize),
}

/// Where groups begin among the households that are shown.
#[derive(Debug, Default)]
pub(super) struct Groups {
    starts: Vec<usize>,
}

impl Groups {
    /// The lines that the list takes.
    pub(super) fn lines(&self, households: usize) -> usize {
        households + self.starts.len()
    }

    /// The line on which a household stands.
    pub(super) fn line_of(&self, household: usize) -> usize {
        household + self.starts.partition_point(|start| *start <= household)
    }

    /// What stands on a line.
    pub(super) fn at(&self, line: usize) -> ListLine {
        // The line over the n-th group stands n lines below its first household's place.
        let over = |at: usize| self.starts[at] + at;
        let (mut low, mut high) = (0, self.starts.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if over(middle) <= line { low = middle + 1 } else { high = middle }
        }
        match low.checked_sub(1) {
            Some(at) if over(at) == line => ListLine::Group(at),
            _ => ListLine::Household(line - low),
        }
    }

    /// How many households a group has, of so many in all; and the first of them.
    pub(super) fn group(&self, at: usize, households: usize) -> (usize, usize) {
        let start = self.starts[at];
        (start, self.starts.get(at + 1).copied().unwrap_or(households) - start)
    }
}

impl GroupBy {
    /// What a household is grouped under, in the order of the groups.
    pub(super) fn key(self, row: &DueRow) -> (usize, String) {
        match self {
            Self::Village => {
                (usize::from(row.village.is_empty()), count_key(&format!("{} {}", row.township, row.village)))
            }
            Self::Contact => (usize::from(row.contact.is_empty()), pinyin_key(&row.contact)),
            Self::Class => (row.class as usize, String::new()),
        }
    }

    /// What tells its group from another.
    pub(super) fn name(self, row: &DueRow) -> (&str, &str) {
        match self {
            Self::Village => (&row.township, &row.village),
            Self::Contact => (&row.contact, ""),
            Self::Class => (row.class.code(), ""),
        }
    }

    fn is_one_group(self, a: &DueRow, b: &DueRow) -> bool {
        self.name(a) == self.name(b)
    }

    pub(super) fn words(self, words: &Words, row: &DueRow) -> String {
        match self {
            Self::Village if row.village.is_empty() => words.t("overview-no-village"),
            Self::Village => format!("{}{}", row.township, row.village),
            Self::Contact if row.contact.is_empty() => words.t("overview-no-contact"),
            Self::Contact => row.contact.clone(),
            Self::Class => words.of(row.class),
        }
    }
}

impl Households {
    /// Groups by the next thing, or not at all.
    pub(super) fn step_group(&mut self, shell: &mut Shell) {
        let next = match self.group_by {
            None => GroupBy::ALL.first(),
            Some(by) => GroupBy::ALL.iter().skip_while(|it| **it != by).nth(1),
        };
        self.group_by = next.copied();
        self.refresh();
        shell.say(match self.group_by {
            Some(by) => shell.words.of(by),
            None => shell.words.t("group-by-nothing"),
        });
    }

    /// Finds where the groups begin among what is shown.
    pub(super) fn find_groups(&mut self) {
        self.groups = Groups::default();
        let Some(by) = self.group_by.filter(|_| self.query.text().trim().is_empty()) else { return };
        let rows: Vec<&DueRow> = self.rows_from(0, self.shown_count()).collect();
        let begins = |at: &usize| *at == 0 || !by.is_one_group(rows[at - 1], rows[*at]);
        self.groups = Groups { starts: (0..rows.len()).filter(begins).collect() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_household_stands_on_the_line_that_leads_back_to_it() {
        let groups = Groups { starts: vec![0, 3, 4, 9] };
        let lines: Vec<ListLine> = (0..groups.lines(12)).map(|line| groups.at(line)).collect();
        let over = lines.iter().filter(|line| matches!(line, ListLine::Group(_))).count();
        assert_eq!((lines.len(), over), (16, 4));
        for household in 0..12 {
            assert_eq!(groups.at(groups.line_of(household)), ListLine::Household(household));
        }
        assert_eq!(groups.at(0), ListLine::Group(0));
        assert_eq!([0, 1, 2, 3].map(|at| groups.group(at, 12)), [(0, 3), (3, 1), (4, 5), (9, 3)]);
    }
}
