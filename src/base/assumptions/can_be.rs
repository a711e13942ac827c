//! What a quantity can be, and what is left of a law that reaches further: it is conditioned to lie
//! inside, so that a larger uniform still never gives a smaller number.

use super::Distribution;
use crate::lanes::Lanes;
use crate::messages::base as messages;

/// What an uncertain number can be, whatever law is given to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CanBe {
    /// Any number.
    Any,
    /// A part of a whole, from nothing to all.
    Share,
    /// A part of a whole that something else is divided by: more than nothing.
    SomeShare,
    /// A part of a whole that is neither nothing nor all.
    InnerShare,
    /// Zero or more.
    NotNegative,
    /// More than zero: something else is divided by it, or its logarithm is taken.
    Positive,
    /// A relative change, which takes away less than all and adds less than as much again.
    Change,
    /// An autocorrelation of a series that does not run away.
    Autocorrelation,
}

impl CanBe {
    /// The lower and the upper end, and whether each belongs to it.
    pub fn ends(self) -> ((f64, bool), (f64, bool)) {
        let (open, closed) = (|x: f64| (x, false), |x: f64| (x, true));
        match self {
            CanBe::Any => (open(f64::NEG_INFINITY), open(f64::INFINITY)),
            CanBe::Share => (closed(0.0), closed(1.0)),
            CanBe::SomeShare => (open(0.0), closed(1.0)),
            CanBe::InnerShare => (open(0.0), open(1.0)),
            CanBe::NotNegative => (closed(0.0), open(f64::INFINITY)),
            CanBe::Positive => (open(0.0), open(f64::INFINITY)),
            CanBe::Change => (open(-1.0), open(1.0)),
            CanBe::Autocorrelation => (open(-1.0), open(1.0)),
        }
    }

    /// Whether a value is possible.
    pub fn holds(self, value: f64) -> bool {
        let ((low, with_low), (high, with_high)) = self.ends();
        (value > low || with_low && value == low) && (value < high || with_high && value == high)
    }

    /// In words: `between 0 and 1`.
    pub fn words(self) -> &'static str {
        match self {
            CanBe::Any => messages::ANY_NUMBER.text(),
            CanBe::Share => messages::A_SHARE.text(),
            CanBe::SomeShare => messages::SOME_SHARE.text(),
            CanBe::InnerShare => messages::INNER_SHARE.text(),
            CanBe::NotNegative => messages::NOT_NEGATIVE.text(),
            CanBe::Positive => messages::POSITIVE.text(),
            CanBe::Change => messages::A_CHANGE.text(),
            CanBe::Autocorrelation => messages::AUTOCORRELATION.text(),
        }
    }

    /// The range as an interval: `[0, 1]`, `(0, inf)`.
    pub fn interval(self) -> String {
        let ((low, with_low), (high, with_high)) = self.ends();
        let (left, right) = (
            if with_low { '[' } else { '(' },
            if with_high { ']' } else { ')' },
        );
        format!("{left}{low}, {high}{right}")
    }
}

/// A share of a law this small is not reached by any number of futures: the law counts as inside.
const NOT_REACHED: f64 = 1e-12;

/// The part of a law that lies inside what its quantity can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// What the quantity can be.
    pub to: CanBe,
    /// Share of the law below.
    below: f64,
    /// Share of the law not above.
    not_above: f64,
}

impl Cut {
    /// The cut of a law, where it reaches outside. A value that is not drawn has none.
    pub fn of(law: &Distribution, to: CanBe) -> Option<Cut> {
        if !law.is_drawn() {
            return None;
        }
        let ((low, with_low), (high, with_high)) = to.ends();
        if matches!(law, Distribution::Percentiles(_)) {
            // Its tails bend and nothing of it is cut off.
            let (below, not_above) = (0.0, 1.0);
            let ends = low.is_finite() || high.is_finite();
            return ends.then_some(Cut {
                to,
                below,
                not_above,
            });
        }
        let below = match with_low {
            true => law.share_below(low),
            false => law.share_up_to(low),
        };
        let not_above = match with_high {
            true => law.share_up_to(high),
            false => law.share_below(high),
        };
        (below > NOT_REACHED || 1.0 - not_above > NOT_REACHED).then_some(Cut {
            to,
            below,
            not_above,
        })
    }

    /// Share of the law that lies outside.
    pub fn share(&self) -> f64 {
        self.below + (1.0 - self.not_above)
    }

    /// The uniforms that give the part inside.
    pub fn uniforms(&self, u: Lanes) -> Lanes {
        u * (self.not_above - self.below) + self.below
    }

    /// A value at the very end, brought inside where rounding has put it beyond.
    pub fn inside(&self, value: f64) -> f64 {
        let ((low, with_low), (high, with_high)) = self.to.ends();
        let lowest = if with_low { low } else { low.next_up() };
        let highest = if with_high { high } else { high.next_down() };
        value.clamp(lowest, highest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_inside_what_can_be_is_left_alone() {
        for law in [
            Distribution::Beta(18.0, 2.0),
            Distribution::Triangular {
                low: 0.0,
                mode: 0.02,
                high: 1.0,
            },
            Distribution::Normal {
                mean: 0.5,
                sd: 0.02,
            },
            Distribution::Fixed(7.0),
        ] {
            assert_eq!(Cut::of(&law, CanBe::Share), None, "{law:?}");
        }
        let law = Distribution::LogNormal {
            median: 3.0,
            sigma: 2.0,
        };
        assert_eq!(Cut::of(&law, CanBe::Positive), None);
    }

    #[test]
    fn a_cut_law_is_the_law_given_that_it_lies_inside() {
        let law = Distribution::Normal {
            mean: 0.93,
            sd: 0.05,
        };
        let cut = Cut::of(&law, CanBe::Share).expect("reaches over 1");
        assert!(
            (cut.share() - 0.080_756_659).abs() < 1e-8,
            "{}",
            cut.share()
        );
        let mut last = 0.0;
        for i in 0..1_000 {
            let u = (f64::from(i) + 0.5) / 1_000.0;
            let x = law.quantiles_in(Lanes::splat(u), Some(&cut)).get(0);
            assert!((0.0..=1.0).contains(&x) && x >= last, "{u} {x}");
            let inside = law.share_below(1.0) - law.share_below(0.0);
            let below = (law.share_below(x) - law.share_below(0.0)) / inside;
            assert!((below - u).abs() < 1e-9, "{u} {below}");
            last = x;
        }
    }

    #[test]
    fn the_share_below_a_quantile_is_its_uniform() {
        for law in [
            Distribution::Normal { mean: 2.0, sd: 3.0 },
            Distribution::LogNormal {
                median: 0.4,
                sigma: 0.7,
            },
            Distribution::Triangular {
                low: -1.0,
                mode: 0.2,
                high: 3.0,
            },
            Distribution::Triangular {
                low: 0.0,
                mode: 0.0,
                high: 1.0,
            },
            Distribution::Uniform {
                low: -2.0,
                high: 5.0,
            },
            Distribution::Beta(2.0, 5.0),
        ] {
            for u in [0.001, 0.2, 0.5, 0.9, 0.999] {
                let there = law.share_below(law.quantile(u));
                assert!((there - u).abs() < 1e-9, "{law:?} {u} {there}");
            }
            assert_eq!(law.share_below(f64::NEG_INFINITY), 0.0);
            assert_eq!(law.share_below(f64::INFINITY), 1.0);
        }
    }

    #[test]
    fn an_open_end_is_never_reached() {
        let law = Distribution::Uniform {
            low: -1.0,
            high: 3.0,
        };
        let cut = Cut::of(&law, CanBe::Positive).expect("reaches under 0");
        assert!(law.quantiles_in(Lanes::ZERO, Some(&cut)).get(0) > 0.0);
        assert!(CanBe::Share.holds(0.0) && !CanBe::SomeShare.holds(0.0));
        assert!(!CanBe::InnerShare.holds(1.0) && CanBe::Any.holds(-7.0));
        assert_eq!(CanBe::SomeShare.interval(), "(0, 1]");
        assert_eq!(CanBe::Positive.interval(), "(0, inf)");
    }
}
