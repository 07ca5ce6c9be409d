//! A small village whose every member is known: what the stories of visits are told of.

use huifang::domain::visit::Visit;
use huifang::ledger::HouseholdFile;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::world::World;

pub const ROSTER: &str = "\
户编号,行政村,姓名,与户主关系,出生日期,家庭人口数,户类型,监测对象类别,识别监测时间,风险是否已消除,风险消除时间,帮扶联系人
A1,石桥村,王小明,户主,1980-02-01,2,,脱贫不稳定户,2024-03-01,否,,张敏
A1,石桥村,李兰,配偶,1982-05-06,2,,脱贫不稳定户,2024-03-01,否,,张敏
A2,石桥村,陈大有,户主,1979-01-01,3,,边缘易致贫户,2024-03-01,否,,张敏
A2,石桥村,周芳,配偶,1981-01-01,3,,边缘易致贫户,2024-03-01,否,,张敏
A2,石桥村,陈小有,之子,2015-03-01,3,,边缘易致贫户,2024-03-01,否,,张敏
A3,上河村,韦成,户主,1970-01-01,1,,边缘易致贫户,2023-03-01,是,2026-03-10,张敏
A4,上河村,黄素,户主,1970-01-01,1,脱贫户,,,,,张敏
A5,上河村,罗春,户主,1970-01-01,1,一般农户,,,,,张敏
";

pub fn world() -> World {
    world_on(crate::world::TODAY)
}

pub fn world_on(today: &str) -> World {
    let mut world = World::on(today);
    world.import_csv(ROSTER).unwrap();
    world.set_me("张敏");
    world
}

pub fn village() -> Driver {
    Driver::chinese(world())
}

pub fn file(app: &Driver, code: &str) -> HouseholdFile {
    app.ledger().show_by_code(code).unwrap().unwrap()
}

/// The visit that was recorded last.
pub fn last_visit(app: &Driver, code: &str) -> Visit {
    file(app, code).visits.last().unwrap().clone()
}

impl Driver {
    /// Goes to a household by its head's name.
    pub fn go_to(&mut self, name: &str) -> &mut Self {
        for _ in 0..6 {
            self.key(Key::Esc);
        }
        self.ctrl('f').type_text(name).key(Key::Enter)
    }

    /// Opens the form of a new visit, met at home, and stands on the wage.
    pub fn met_at_home(&mut self, name: &str) -> &mut Self {
        self.go_to(name).key(Key::F(2)).shows(&["走访", name]).type_text("111")
    }

    /// Goes on by Tab until the field with this label has the focus.
    pub fn at_field(&mut self, label: &str) -> &mut Self {
        for _ in 0..80 {
            if self.focused_line().contains(label) {
                return self;
            }
            self.key(Key::Tab);
        }
        panic!("no field {label:?}:\n{}", self.screen());
    }

    /// Goes back by Shift-Tab until the field with this label has the focus.
    pub fn back_at(&mut self, label: &str) -> &mut Self {
        for _ in 0..80 {
            if self.focused_line().contains(label) {
                return self;
            }
            self.key(Key::BackTab);
        }
        panic!("no field {label:?} before:\n{}", self.screen());
    }

    /// Steps down the months of the income until one is under the cursor.
    pub fn back_to_month(&mut self, month: &str) -> &mut Self {
        self.key(Key::Home);
        for _ in 0..20 {
            if self.focused_line().contains(month) {
                return self;
            }
            self.key(Key::Down);
        }
        panic!("no month {month}:\n{}", self.screen());
    }

    /// The line of the form that has the focus.
    pub fn focused_line(&self) -> String {
        let screen = self.screen();
        let marked = |line: &&str| line.starts_with('▌') || line.starts_with('×');
        screen.lines().find(marked).unwrap_or_default().to_owned()
    }
}
