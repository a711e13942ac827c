//! The units a planner's figures are written in. Each refuses nonsense when it is read, in its own
//! sentence; the simulation computes with the bare numbers inside.

use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A calendar year; stocks of a year are those of its 31 December.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Year(pub i32);

impl Year {
    /// The year `n` years later.
    pub fn plus(self, n: i32) -> Year {
        Year(self.0 + n)
    }
    /// Whole years from `earlier` to this year (negative when this year is the earlier one).
    pub fn since(self, earlier: Year) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let year = i32::deserialize(d)?;
        if (1900..=2100).contains(&year) {
            Ok(Year(year))
        } else {
            Err(serde::de::Error::custom(format!(
                "a year is between 1900 and 2100, got {year}"
            )))
        }
    }
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $what:literal, $test:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// The value, or the sentence that says what was expected.
            pub fn checked(value: f64) -> Result<Self, String> {
                let ok: fn(f64) -> bool = $test;
                if value.is_finite() && ok(value) {
                    Ok($name(value))
                } else {
                    Err(format!(concat!($what, ", got {}"), value))
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                $name::checked(f64::deserialize(d)?).map_err(serde::de::Error::custom)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

bounded!(
    /// A part of a whole, between 0 and 1.
    Share, "a share is between 0 and 1", |v| (0.0..=1.0).contains(&v)
);
bounded!(
    /// A yearly rate, between 0 and 1.
    Rate, "a rate is between 0 and 1", |v| (0.0..=1.0).contains(&v)
);
bounded!(
    /// Money in billion VND at constant prices of the base year (of the base's own currency).
    Money, "an amount of money is zero or more", |v| v >= 0.0
);
bounded!(
    /// A multiple of a base figure, zero or more.
    Multiple, "a multiple is between 0 and 20", |v| (0.0..=20.0).contains(&v)
);
bounded!(
    /// Growth over a base figure, in parts of it.
    Growth, "growth is written in parts of the base figure, between 0 and 20", |v| (0.0..=20.0).contains(&v)
);
bounded!(
    /// Points of pay, hundredths of it.
    Points, "points of pay are hundredths of it, between 0 and 300", |v| (0.0..=300.0).contains(&v)
);
bounded!(
    /// Months of a year.
    Months, "months of a year are between 0 and 12", |v| (0.0..=12.0).contains(&v)
);
bounded!(
    /// Doctors a station should have.
    PerStation, "doctors per station are between 0 and 20", |v| (0.0..=20.0).contains(&v)
);
bounded!(
    /// A number of years, zero or more.
    Years, "a duration is between 0 and 50 years", |v| (0.0..=50.0).contains(&v)
);

/// Hospital beds, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Beds(pub u32);

impl<'de> Deserialize<'de> for Beds {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let beds = i64::deserialize(d)?;
        if (0..=20_000).contains(&beds) {
            Ok(Beds(beds as u32))
        } else {
            Err(serde::de::Error::custom(format!(
                "a number of beds is between 0 and 20000, got {beds}"
            )))
        }
    }
}

/// An age up to which staff may be kept at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct LastAge(pub u32);

impl<'de> Deserialize<'de> for LastAge {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let age = i64::deserialize(d)?;
        if (65..=70).contains(&age) {
            Ok(LastAge(age as u32))
        } else {
            Err(serde::de::Error::custom(format!(
                "staff may be kept to an age between 65 and 70, got {age}"
            )))
        }
    }
}

/// A number of people, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct People(pub u32);

impl<'de> Deserialize<'de> for People {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let people = i64::deserialize(d)?;
        if (0..=100_000).contains(&people) {
            Ok(People(people as u32))
        } else {
            Err(serde::de::Error::custom(format!(
                "a number of people is between 0 and 100000, got {people}"
            )))
        }
    }
}

impl fmt::Display for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for Beds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Commune stations, whole; none is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Stations(pub u32);

impl<'de> Deserialize<'de> for Stations {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let stations = i64::deserialize(d)?;
        if (0..=20_000).contains(&stations) {
            Ok(Stations(stations as u32))
        } else {
            Err(serde::de::Error::custom(format!(
                "a number of stations is between 0 and 20000, got {stations}"
            )))
        }
    }
}

impl fmt::Display for Stations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Which layers of randomness are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Uncertainty {
    /// Assumptions and events are drawn: the headline.
    #[default]
    Both,
    /// Assumptions are drawn; every count takes its expectation.
    Parameters,
    /// Assumptions stay at their medians; events are drawn.
    Process,
    /// Assumptions at medians and counts at expectations, as real numbers.
    None,
}

impl Uncertainty {
    /// Its name in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Uncertainty::Both => "both",
            Uncertainty::Parameters => "parameters",
            Uncertainty::Process => "process",
            Uncertainty::None => "none",
        }
    }
    /// Whether assumptions are drawn.
    pub fn parameters(self) -> bool {
        matches!(self, Uncertainty::Both | Uncertainty::Parameters)
    }
    /// Whether events (people, projects, shocks) are drawn.
    pub fn process(self) -> bool {
        matches!(self, Uncertainty::Both | Uncertainty::Process)
    }
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Payer {
    /// Central budget (the Ministry of Health).
    Ministry,
    /// Provincial budgets.
    Provincial,
    /// Hospital revenue: health insurance and fees.
    Hospitals,
    /// Private investors and schools.
    Private,
}

/// Every payer in printing order.
pub const PAYERS: [Payer; 4] = [
    Payer::Ministry,
    Payer::Provincial,
    Payer::Hospitals,
    Payer::Private,
];

/// How an indicator's numbers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Per 10,000 people.
    Per10k,
    /// A fraction, printed as a percentage.
    Share,
    /// People, beds, hospitals.
    Count,
    /// Billion of the base's currency.
    Money,
    /// Doctors for each station.
    PerStation,
    /// A pure number: a ratio, a Gini coefficient.
    Ratio,
    /// Years of age.
    Years,
    /// So many to a hundred, as boys to a hundred girls.
    Per100,
}
