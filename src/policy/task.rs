//! What a task brings about, where its planner says so, and what was reported of it so far.

use crate::base::tracked::MILESTONE;
use crate::base::{Bound, bound_of};
use crate::results::Report;
use crate::shape::{Measure, Shape, shaped};
use crate::source::Spanned;
use crate::units::{Share, Year};
use serde::Serialize;

shaped! {
    /// What is there when a task is done.
    #[derive(PartialEq, Serialize)]
    #[name("Product")]
    pub enum ProductWritten {
        /// nine tenths of its money are spent
        Money,
        /// a milestone of the base or of this scenario, by its id, is reached
        Milestone(Spanned<String>),
        /// an indicator reaches a value
        Reaches(Box<ReachesWritten>),
    }
}

shaped! {
    /// `(indicator: "beds_per_10k", at_least: 35, scope: "lai-chau")`.
    #[derive(PartialEq, Serialize)]
    #[name("Reaches")]
    pub struct ReachesWritten {
        /// id of an indicator
        pub indicator: Spanned<String>,
        /// there at or above; with at_most, a band from one to the other
        #[default]
        #[unless("Option::is_none")]
        pub at_least: Option<Spanned<f64>>,
        /// there at or below
        #[default]
        #[unless("Option::is_none")]
        pub at_most: Option<Spanned<f64>>,
        /// there above
        #[default]
        #[unless("Option::is_none")]
        pub over: Option<Spanned<f64>>,
        /// there under
        #[default]
        #[unless("Option::is_none")]
        pub below: Option<Spanned<f64>>,
        /// nation, a region or a province (code); the nation if left out
        #[default]
        #[unless("Option::is_none")]
        pub scope: Option<Spanned<String>>,
    }
}

shaped! {
    /// `(year: 2026, month: 6, done: 0.4, source: "report of July 2026")`.
    #[derive(PartialEq, Serialize)]
    #[name("Report")]
    pub struct ReportWritten {
        /// year
        pub year: Spanned<Year>,
        /// month at whose end this much was done, 1 to 12; December if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Whole(1.0, 12.0, Measure::Bare))]
        pub month: Option<Spanned<u32>>,
        /// share done of the whole task
        pub done: Spanned<Share>,
        /// standard deviation of the report's error, an assumption; 0.1 if left out
        #[default]
        #[unless("Option::is_none")]
        pub sd: Option<Spanned<Share>>,
        /// where it stands
        #[default]
        #[unless("Option::is_none")]
        pub source: Option<Spanned<String>>,
    }
}

/// Standard deviation of the error of a report where it names none: half of the reports are off by less
/// than 7 points. Assumed; a report of money or of buildings handed over may be surer, one of works done
/// rarely is.
pub const REPORT_SD: f64 = 0.1;

impl ReportWritten {
    /// What it says, its usual error filled in.
    pub fn read(&self) -> Report {
        Report {
            year: self.year.value,
            month: self.month.as_ref().map_or(12, |month| month.value),
            done: self.done.value.0,
            sd: self.sd.as_ref().map_or(REPORT_SD, |sd| sd.value.0),
            source: self.source.as_ref().map(|source| source.value.clone()),
        }
    }
}

impl ProductWritten {
    /// The indicator that is read: a milestone is one that is 0 or 1.
    pub fn reaches(&self) -> Option<ReachesWritten> {
        match self {
            ProductWritten::Money => None,
            ProductWritten::Reaches(reaches) => Some((**reaches).clone()),
            ProductWritten::Milestone(id) => Some(ReachesWritten {
                indicator: Spanned {
                    value: format!("{MILESTONE}{}", id.value),
                    span: id.span.clone(),
                },
                at_least: Some(Spanned::made(1.0)),
                at_most: None,
                over: None,
                below: None,
                scope: None,
            }),
        }
    }
}

impl ReachesWritten {
    /// The nation, a region or a province.
    pub fn place(&self) -> &str {
        self.scope.as_ref().map_or("nation", |scope| scope.as_str())
    }

    /// Where it should lie: one side is written, or a band.
    pub fn bound(&self) -> Option<Bound> {
        let sides = [&self.at_least, &self.at_most, &self.over, &self.below];
        bound_of(sides.map(|side| side.as_ref().map(|t| t.value)))
    }
}
