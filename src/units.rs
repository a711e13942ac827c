//! The units a planner's figures are written in. Each refuses nonsense when it is read, in its own
//! sentence; the simulation computes with the bare numbers inside.

use crate::messages::units as messages;
use crate::shape::{Measure, Shape, Shaped, shaped};
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
            Err(serde::de::Error::custom(messages::year(year)))
        }
    }
}

impl Shaped for Year {
    const SHAPE: &'static Shape = &Shape::Whole(1900.0, 2100.0, Measure::Year);
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $measure:ident, $said:ident, $low:literal, $high:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let value = f64::deserialize(d)?;
                if value.is_finite() && ($low..=$high).contains(&value) {
                    Ok($name(value))
                } else {
                    Err(serde::de::Error::custom(messages::$said(value)))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Shaped for $name {
            const SHAPE: &'static Shape = &Shape::Number($low, $high, Measure::$measure);
        }
    };
}

bounded!(
    /// A part of a whole, between 0 and 1.
    Share, Share, share, 0.0, 1.0
);
bounded!(
    /// A yearly rate, between 0 and 1.
    Rate, Share, rate, 0.0, 1.0
);
bounded!(
    /// Money in billion VND at constant prices of the base year (of the base's own currency).
    Money, Money, money, 0.0, f64::INFINITY
);
bounded!(
    /// A multiple of a base figure, zero or more.
    Multiple, Multiple, multiple, 0.0, 20.0
);
bounded!(
    /// Growth over a base figure, in parts of it.
    Growth, Multiple, growth, 0.0, 20.0
);
bounded!(
    /// Points of pay, hundredths of it.
    Points, Bare, points, 0.0, 300.0
);
bounded!(
    /// Months of a year.
    Months, Bare, months, 0.0, 12.0
);
bounded!(
    /// Doctors a station should have.
    PerStation, Bare, per_station, 0.0, 20.0
);
bounded!(
    /// A number of years, zero or more.
    Years, Duration, years, 0.0, 50.0
);

macro_rules! whole {
    ($(#[$doc:meta])* $name:ident, $measure:ident, $said:ident, $low:literal, $high:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let number = i64::deserialize(d)?;
                if ($low..=$high).contains(&number) {
                    Ok($name(number as u32))
                } else {
                    Err(serde::de::Error::custom(messages::$said(number)))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl Shaped for $name {
            const SHAPE: &'static Shape =
                &Shape::Whole($low as f64, $high as f64, Measure::$measure);
        }
    };
}

whole!(
    /// Hospital beds, whole.
    Beds, Beds, beds, 0, 20_000
);
whole!(
    /// An age up to which staff may be kept at work.
    LastAge, Bare, last_age, 65, 70
);
whole!(
    /// A number of people, whole.
    People, Bare, people, 0, 100_000
);
whole!(
    /// Commune stations, whole; none is allowed.
    Stations, Bare, stations, 0, 20_000
);

shaped! {
    /// Which layers of randomness are on.
    #[derive(Copy, Default, PartialEq, Eq, Serialize)]
    pub enum Uncertainty {
        /// assumptions and events are drawn: the headline
        #[name("both")]
        #[default]
        Both,
        /// assumptions are drawn; every count takes its expectation
        #[name("parameters")]
        Parameters,
        /// assumptions stay at their medians; events are drawn
        #[name("process")]
        Process,
        /// assumptions at medians and counts at expectations
        #[name("none")]
        None,
    }
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

shaped! {
    /// How the numbers of the assumptions are laid out over the futures.
    #[derive(Copy, Default, PartialEq, Eq, Serialize)]
    pub enum Sampling {
        /// each is drawn by itself
        #[default]
        Random,
        /// each range is cut into as many parts as there are futures in a sixteenth of the run, and each
        /// part is met once; another number of futures draws others
        LatinHypercube,
        /// points of a scrambled Sobol sequence, which fill all ranges together more evenly
        Sobol,
    }
}

impl Sampling {
    /// Its name in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Sampling::Random => "Random",
            Sampling::LatinHypercube => "LatinHypercube",
            Sampling::Sobol => "Sobol",
        }
    }
}

shaped! {
    /// Who pays.
    #[derive(Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, enum_map::Enum)]
    pub enum Payer {
        /// central budget
        Ministry,
        /// provincial budgets
        Provincial,
        /// hospital revenue: health insurance and fees
        Hospitals,
        /// private investors and schools
        Private,
    }
}

/// Every payer in printing order.
pub const PAYERS: [Payer; 4] = [
    Payer::Ministry,
    Payer::Provincial,
    Payer::Hospitals,
    Payer::Private,
];

shaped! {
    /// At which prices money is counted.
    #[derive(Copy, Default, PartialEq, Eq, Serialize)]
    pub enum PriceBasis {
        /// those of the base year
        #[default]
        Constant,
        /// those of the year in which it is spent
        Nominal,
    }
}

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
