//! A run goes on until every headline probability is known to a half-width, or says why it cannot.
//!
//! The half-width is that of the 95 % Wilson interval. The number of futures is planned from the
//! probabilities seen so far and only ever grows, so the futures lived are the first so many of the
//! seed: a run stopped by the rule is the same run as one asked for that number.
//!
//! Simplification: a number of futures chosen by what was seen makes intervals a little too narrow
//! (a sequential test); the plan aims past the mark, at 3 % more futures than needed.

use super::layout::Layout;
use super::prototype::Prototype;
use super::reduce::{self, Lived};
use crate::results::summary::probability;
use crate::results::{Probability, StopRule};

/// Futures lived before the rule is asked for the first time.
const FIRST: u32 = 1_008;
/// Futures planned beyond what the probabilities seen so far would need, as a factor.
const MARGIN: f64 = 1.03;

/// Half the width of an interval.
fn half_width(p: &Probability) -> f64 {
    (p.high - p.low) / 2.0
}

/// Fewest futures at which a probability of this value is known to a half-width.
pub fn futures_needed(value: f64, half: f64) -> u32 {
    let known = |n: u32| {
        let hits = (value * f64::from(n)).round() as u32;
        half_width(&probability(hits, n)) <= half
    };
    let (mut low, mut high) = (1u32, 1u32);
    while !known(high) {
        if high > u32::MAX / 2 {
            return u32::MAX;
        }
        (low, high) = (high, high * 2);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if known(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// How many of at most `all` futures are lived before the rule is asked.
pub fn first(all: u32) -> u32 {
    FIRST.min(all)
}

/// What the rule says of the futures lived so far, and how many to go on to (never more than `all`);
/// `None` where it ends.
pub fn ask(
    half: f64,
    prototype: &Prototype,
    layout: &Layout,
    futures: &Lived<'_>,
    all: u32,
) -> (StopRule, Option<u32>) {
    let asked = reduce::headlines(prototype, layout, futures);
    let lived = futures.count();
    let widest = asked.into_iter().max_by(|(_, a), (_, b)| {
        half_width(a)
            .total_cmp(&half_width(b))
            .then(a.hits.cmp(&b.hits))
    });
    let Some((target, widest)) = widest else {
        let nothing = StopRule {
            half_width: half,
            reached: true,
            widest: None,
            needed: lived,
        };
        return (nothing, None);
    };
    let needed = futures_needed(widest.value, half).max(lived);
    let rule = StopRule {
        half_width: half,
        reached: half_width(&widest) <= half,
        widest: Some((target, half_width(&widest))),
        needed,
    };
    if rule.reached || lived >= all {
        return (rule, None);
    }
    let width = crate::lanes::WIDTH as f64;
    let aim = (f64::from(needed) * MARGIN / width).ceil() * width;
    let next = aim.max(f64::from(lived) + width).min(f64::from(all));
    (rule, Some(next as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_chance_needs_about_ten_thousand_futures_for_a_point() {
        // z^2 / 4h^2 = 9,604 for a normal interval; Wilson's is narrower by z^2 futures.
        let n = futures_needed(0.5, 0.01);
        assert!((9_550..=9_604).contains(&n), "{n}");
    }

    #[test]
    fn what_never_happens_is_known_sooner() {
        // Wilson at zero hits: half = z^2 / 2(n + z^2), so n = z^2 (1/2h - 1) = 188.2.
        assert_eq!(futures_needed(0.0, 0.01), 189);
    }

    #[test]
    fn the_fewest_futures_really_are_the_fewest() {
        for value in [0.0, 0.03, 0.37, 0.5, 0.94, 1.0] {
            for half in [0.002, 0.01, 0.05] {
                let n = futures_needed(value, half);
                let known = |n: u32| {
                    half_width(&probability((value * f64::from(n)).round() as u32, n)) <= half
                };
                assert!(known(n), "{value} {half} {n}");
            }
        }
    }
}
