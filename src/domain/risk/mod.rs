//! What the rules say of the risk of a household: its case, whether its risk can be marked as eliminated or must be
//! taken up again, and what is to be looked at.

pub mod alert;
pub mod assessment;
pub mod case;
pub mod category_proposed;
pub mod dossier;
pub mod evidence;
pub mod fall_seen;
pub mod group_mark;
pub mod group_person;
pub mod held_income;
pub mod key_group;
pub mod mark_bought_time;
pub mod notice;
