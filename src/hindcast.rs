//! What would have been forecast in an earlier year, beside what came: facts with their dates, laws
//! fitted on rows to an origin, the law lived alone, rivals, scores and windows.
//!
//! Nothing here reads or writes a world: the law is looked at alone, on official counts per head. The
//! whole model is lived from an origin by [`study::hindcast`](crate::study::hindcast).
//!
//! An *origin* is the year-end from which a forecast starts; a *horizon* is the number of years to
//! the year forecast. Rates are per 10,000 people and growth is a yearly difference of logs, unless
//! a name says otherwise.
//!
//! In the terms of the field: to look back is to hindcast, what the model misses is its discrepancy, a
//! rival is a benchmark forecast, the outside view is a reference class forecast.

pub mod calibrate;
pub mod doctors;
pub mod facts;
pub mod found;
pub mod law;
pub mod mixture;
pub mod normal;
pub mod official;
pub mod outside;
pub mod pool;
#[cfg(test)]
pub(crate) mod printed;
pub mod rates;
pub mod score;
pub mod seen;
pub mod synthetic;
pub mod variants;
pub mod windows;
pub(crate) mod words;

/// A calendar year; a stock of a year is that of its end.
pub type Year = i32;

/// What is counted by province: beds, doctors or nurses at facilities of provincial departments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stock {
    /// Beds without those of commune stations.
    Beds,
    /// Doctors.
    Doctors,
    /// Nurses.
    Nurses,
}

impl Stock {
    /// All three, in the order of every table.
    pub const ALL: [Stock; 3] = [Stock::Beds, Stock::Doctors, Stock::Nurses];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Stock::Beds => "beds",
            Stock::Doctors => "doctors",
            Stock::Nurses => "nurses",
        }
    }

    /// The stock of this word, if there is one.
    #[cfg(any(test, feature = "internals"))]
    pub fn named(id: &str) -> Option<Stock> {
        Stock::ALL.into_iter().find(|stock| stock.id() == id)
    }

    /// Whether the count of this stock is wider in this year than in the years around it.
    ///
    /// Source: GSO2018, the note `break_2012_staff_wider_coverage` of all staff of 2012.
    pub fn is_wider_in(self, year: Year) -> bool {
        self != Stock::Beds && year == 2012
    }

    /// The panel's count of heads or beds.
    pub(crate) fn count(self) -> &'static str {
        match self {
            Stock::Beds => "beds_excl_stations",
            Stock::Doctors => "doctors_clean",
            Stock::Nurses => "nurses",
        }
    }

    /// The panel's rate per 10,000 people.
    pub(crate) fn rate(self) -> &'static str {
        match self {
            Stock::Beds => "beds_per_10000",
            Stock::Doctors => "doctors_clean_per_10000",
            Stock::Nurses => "nurses_per_10000",
        }
    }
}

/// Units whose territory changed in 2008: the note `break_2008_hanoi_boundary` of GSO2018.
pub const BOUNDARY_OF_2008: [&str; 2] = ["ha-noi", "phu-tho"];
