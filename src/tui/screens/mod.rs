//! One folder a screen: its state and what its keys do beside how it is drawn.

pub mod history;
pub mod household;
pub mod household_form;
pub mod households;
pub mod import;
pub mod imports;
pub mod places;
pub mod record_form;
pub mod settings;
pub mod visit_form;
pub mod water_report;
pub mod welcome;
