//! Which window of a household's income is looked at, and which of its rows.

use chrono::NaiveDate;

use crate::domain::policy::Policy;
use crate::domain::window::{WINDOW_MONTHS, Window, WindowKind};

/// Which window is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WindowChoice {
    /// The policy's last complete one.
    #[default]
    Complete,
    /// The policy's running one.
    Running,
    /// The last twelve ended months.
    Rolling,
    /// The policy's window a year before the last complete one.
    YearBefore,
}

/// The state of the tab.
#[derive(Debug, Clone, Copy, Default)]
pub struct IncomeTab {
    pub choice: WindowChoice,
    /// Which row: a month of the window, or the sum after them.
    pub selected: usize,
}

/// The row of the sum.
pub const SUM_ROW: usize = WINDOW_MONTHS as usize;
impl IncomeTab {
    /// The next window at a key; rolling 12 is passed over where it is the policy's own.
    pub fn switch(&mut self, policy: &Policy) {
        self.choice = match self.choice {
            WindowChoice::Complete => WindowChoice::Running,
            WindowChoice::Running if policy.window() != WindowKind::Rolling12 => WindowChoice::Rolling,
            WindowChoice::Running | WindowChoice::Rolling => WindowChoice::YearBefore,
            WindowChoice::YearBefore => WindowChoice::Complete,
        };
    }

    /// The twelve months that are looked at on a day.
    pub fn window(self, policy: &Policy, today: NaiveDate) -> Window {
        match self.choice {
            WindowChoice::Complete => policy.window().complete(today),
            WindowChoice::Running => policy.window().running(today),
            WindowChoice::Rolling => WindowKind::Rolling12.complete(today),
            WindowChoice::YearBefore => policy.window().complete(today).a_year_earlier(),
        }
    }
}
