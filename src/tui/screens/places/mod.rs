//! Villages and townships: unresolved persons as a share of the registered population.

mod keys;
pub mod view;

use crate::domain::village::Village;
use crate::ledger::PlaceRisk;
use chrono::NaiveDate;

/// The state of the screen.
#[derive(Debug)]
pub struct PlacesScreen {
    pub places: Vec<PlaceRisk>,
    pub today: NaiveDate,
    selected: usize,
}

impl PlacesScreen {
    pub fn new(places: Vec<PlaceRisk>, today: NaiveDate) -> Self {
        Self { places, today, selected: 0 }
    }

    /// Takes the places anew; the same row stays selected.
    pub fn renew(&mut self, places: Vec<PlaceRisk>) {
        self.places = places;
        self.move_by(0);
    }

    pub fn move_by(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.places.len().saturating_sub(1));
    }

    /// The place that a key would act on.
    pub fn selected(&self) -> Option<&PlaceRisk> {
        self.places.get(self.selected)
    }

    /// The selected village; none on the sum of a township.
    pub fn selected_village(&self) -> Option<Village> {
        let place = self.selected()?;
        Some(Village { township: place.township.clone(), name: place.village.clone()? })
    }
}
