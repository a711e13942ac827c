//! Ties between assumptions, as a scenario tells them.

use crate::base::{Grade, RankTie};
use crate::shape::{Measure, Shape, shaped};
use crate::source::Spanned;

shaped! {
    /// `(between: ("capex.overrun", "cost.inflation"), rank: 0.5, grade: E, reason: "...")`.
    #[derive(PartialEq)]
    #[name("Tie")]
    pub struct TieWritten {
        /// the two assumptions, by their ids
        pub between: (Spanned<String>, Spanned<String>),
        /// rank correlation (Spearman's), between -1 and 1
        #[shape(Shape::Number(-1.0, 1.0, Measure::Bare))]
        pub rank: Spanned<f64>,
        /// how good it is: A official, B press quoting officials, C secondary, D derived, E assumed
        pub grade: Spanned<Grade>,
        /// why the two move together
        pub reason: Spanned<String>,
    }
}

impl TieWritten {
    /// Whether another ties the same two.
    pub fn ties_as(&self, other: &TieWritten) -> bool {
        let (a, b) = (self.between.0.as_str(), self.between.1.as_str());
        let (c, d) = (other.between.0.as_str(), other.between.1.as_str());
        (a, b) == (c, d) || (a, b) == (d, c)
    }

    /// The tie without its places.
    pub fn tie(&self) -> RankTie {
        RankTie {
            between: (self.between.0.value.clone(), self.between.1.value.clone()),
            rank: self.rank.value,
            grade: self.grade.value,
            reason: self.reason.value.clone(),
        }
    }
}
