//! The whole state of the interface: what all screens share, and the screens. Changed by `update` alone, drawn by
//! `view` alone; neither reads a clock, a file or the database.

use super::command::Command;
use super::effect::{Go, Job};
use super::face::Face;
use super::form::FormScreen;
use super::keys::Context;
use super::overlays::Overlay;
use super::screens::Screen;
use super::screens::audit::AuditScreen;
use super::screens::groups::GroupsScreen;
use super::screens::home::Home;
use super::screens::import::ImportScreen;
use super::screens::problems::ProblemsScreen;
use super::screens::procedures::ProceduresScreen;
use super::screens::rounds::RoundsScreen;
use super::shell::Shell;

/// Everything.
#[derive(Debug)]
pub struct Model {
    pub shell: Shell,
    /// The bottom screen.
    pub home: Home,
    /// Those over it; the last one is seen.
    pub screens: Vec<Screen>,
}

impl Model {
    /// The screen that is seen.
    pub fn top(&self) -> &dyn Face {
        self.screens.last().map_or(&self.home, Screen::face)
    }

    /// The screen that is seen, to be changed, and what it shares with the others.
    pub fn top_mut(&mut self) -> (&mut dyn Face, &mut Shell) {
        let top: &mut dyn Face = match self.screens.last_mut() {
            Some(screen) => screen.face_mut(),
            None => &mut self.home,
        };
        (top, &mut self.shell)
    }

    /// Where the next key is pressed.
    pub fn context(&self) -> Context {
        if self.shell.gate.is_some() {
            return Context::Gate;
        }
        self.shell.overlays.last().map_or_else(|| self.top().context(), Overlay::context)
    }

    /// Commands of this place that would do nothing now.
    pub fn out_of_place(&self) -> Vec<Command> {
        self.top().out_of_place(&self.shell)
    }

    /// The form that is open, whichever it is.
    pub fn form(&self) -> Option<&dyn FormScreen> {
        self.top().form()
    }

    /// The form that is open, to be changed, and what it shares with the other screens.
    pub fn form_mut(&mut self) -> Option<(&mut dyn FormScreen, &mut Shell)> {
        let (top, shell) = self.top_mut();
        Some((top.form_mut()?, shell))
    }

    /// Shows another screen; gives the work that it begins with.
    pub fn go(&mut self, go: Go) -> Option<Job> {
        match go {
            Go::Back => {
                self.screens.pop();
                None
            }
            Go::List(filter) => {
                self.screens.clear();
                self.home.show_list(*filter);
                None
            }
            Go::Problems => {
                self.screens.push(Screen::Problems(ProblemsScreen::new(self.shell.today)));
                Some(Job::LoadProblems(self.shell.words.language()))
            }
            Go::Procedures => {
                self.screens.push(Screen::Procedures(ProceduresScreen::new()));
                Some(Job::LoadProcedures(self.shell.words.language()))
            }
            Go::Rounds => {
                self.screens.push(Screen::Rounds(RoundsScreen::default()));
                Some(Job::LoadRounds)
            }
            Go::Groups => {
                self.screens.push(Screen::Groups(GroupsScreen::default()));
                Some(Job::LoadGroups)
            }
            Go::Audit => {
                self.screens.push(Screen::Audit(AuditScreen::default()));
                Some(Job::LoadAudit(self.shell.words.language()))
            }
            Go::Import => {
                self.screens.push(Screen::Import(ImportScreen::new()));
                Some(Job::FindRosters)
            }
        }
    }
}
