//! Laws as people tell them: by percentiles, and as variants each with its weight.
//!
//! The guide page [`randomness`](crate::guide::randomness#laws-as-people-tell-them) has the equations.

use super::{CanBe, Distribution};
use crate::messages::base as messages;
use crate::quantile as q;
use crate::shape::{Measure, Shape, shaped};
use serde::Serialize;

/// A place among 100 futures.
const PERCENT: Shape = Shape::Number(0.0, 100.0, Measure::Bare);
/// A number.
const NUMBER: Shape = Shape::Number(f64::NEG_INFINITY, f64::INFINITY, Measure::Bare);

shaped! {
    /// A percentile: P10(0.6) says that 10 in 100 lie below 0.6.
    #[derive(Copy, PartialEq, Serialize)]
    pub enum Percentile {
        /// 1 in 100 lies below
        P1(f64),
        /// 5 in 100 lie below
        P5(f64),
        /// 10 in 100 lie below
        P10(f64),
        /// 20 in 100 lie below
        P20(f64),
        /// 25 in 100 lie below
        P25(f64),
        /// 30 in 100 lie below
        P30(f64),
        /// 40 in 100 lie below
        P40(f64),
        /// half lie below: the median
        P50(f64),
        /// 60 in 100 lie below
        P60(f64),
        /// 70 in 100 lie below
        P70(f64),
        /// 75 in 100 lie below
        P75(f64),
        /// 80 in 100 lie below
        P80(f64),
        /// 90 in 100 lie below
        P90(f64),
        /// 95 in 100 lie below
        P95(f64),
        /// 99 in 100 lie below
        P99(f64),
        /// any other percentile and its value: P(2.5, 0.4)
        #[holds(Row(&[&PERCENT, &NUMBER]))]
        P(f64, f64),
    }
}

impl Percentile {
    /// How many of 100 lie below, and the value.
    pub fn told(self) -> (f64, f64) {
        match self {
            Percentile::P1(v) => (1.0, v),
            Percentile::P5(v) => (5.0, v),
            Percentile::P10(v) => (10.0, v),
            Percentile::P20(v) => (20.0, v),
            Percentile::P25(v) => (25.0, v),
            Percentile::P30(v) => (30.0, v),
            Percentile::P40(v) => (40.0, v),
            Percentile::P50(v) => (50.0, v),
            Percentile::P60(v) => (60.0, v),
            Percentile::P70(v) => (70.0, v),
            Percentile::P75(v) => (75.0, v),
            Percentile::P80(v) => (80.0, v),
            Percentile::P90(v) => (90.0, v),
            Percentile::P95(v) => (95.0, v),
            Percentile::P99(v) => (99.0, v),
            Percentile::P(percent, v) => (percent, v),
        }
    }

    /// The same percentile with another value.
    pub fn at(self, value: f64) -> Percentile {
        match self {
            Percentile::P1(_) => Percentile::P1(value),
            Percentile::P5(_) => Percentile::P5(value),
            Percentile::P10(_) => Percentile::P10(value),
            Percentile::P20(_) => Percentile::P20(value),
            Percentile::P25(_) => Percentile::P25(value),
            Percentile::P30(_) => Percentile::P30(value),
            Percentile::P40(_) => Percentile::P40(value),
            Percentile::P50(_) => Percentile::P50(value),
            Percentile::P60(_) => Percentile::P60(value),
            Percentile::P70(_) => Percentile::P70(value),
            Percentile::P75(_) => Percentile::P75(value),
            Percentile::P80(_) => Percentile::P80(value),
            Percentile::P90(_) => Percentile::P90(value),
            Percentile::P95(_) => Percentile::P95(value),
            Percentile::P99(_) => Percentile::P99(value),
            Percentile::P(percent, _) => Percentile::P(percent, value),
        }
    }
}

/// What is wrong with percentiles, if anything.
pub(super) fn fault_of(all: &[Percentile]) -> Option<String> {
    let told: Vec<(f64, f64)> = all.iter().map(|p| p.told()).collect();
    if told.len() < 2 {
        return Some(messages::PERCENTILES_OF_TWO.into());
    }
    if told.iter().any(|(_, value)| !value.is_finite()) {
        return Some(messages::VALUE_IS_NO_NUMBER.into());
    }
    let inside = |percent: &f64| *percent > 0.0 && *percent < 100.0;
    if let Some((percent, _)) = told.iter().find(|(percent, _)| !inside(percent)) {
        return Some(messages::percentile_outside(percent));
    }
    told.windows(2).find_map(|pair| {
        let [(first, low), (second, high)] = [pair[0], pair[1]];
        if second <= first {
            Some(messages::percentiles_not_in_order(first, second))
        } else if high <= low {
            Some(messages::percentiles_do_not_rise(first, low, second, high))
        } else {
            None
        }
    })
}

/// A law by its percentiles: straight lines between them over the normal score, outside the last line
/// goes on and bends towards what the quantity can be, which it never passes.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Normal scores and values.
    knots: Vec<(f64, f64)>,
    low: f64,
    high: f64,
}

impl Told {
    pub(super) fn new(all: &[Percentile], to: CanBe) -> Told {
        let ((low, _), (high, _)) = to.ends();
        let knot = |p: &Percentile| {
            let (percent, value) = p.told();
            (q::normal(percent / 100.0), value)
        };
        Told {
            knots: all.iter().map(knot).collect(),
            low,
            high,
        }
    }

    /// The line that covers a score: its ends.
    fn line(&self, at: impl Fn(&(f64, f64)) -> bool) -> [(f64, f64); 2] {
        let last = self.knots.len() - 2;
        let left = self.knots.iter().rposition(at).unwrap_or(0).min(last);
        [self.knots[left], self.knots[left + 1]]
    }

    pub(super) fn quantile(&self, u: f64) -> f64 {
        let score = q::normal(u);
        let [(z0, x0), (z1, x1)] = self.line(|(z, _)| *z <= score);
        let slope = (x1 - x0) / (z1 - z0);
        if score < z0 {
            x0 - beyond((z0 - score) * slope, x0 - self.low)
        } else if score > z1 {
            x1 + beyond((score - z1) * slope, self.high - x1)
        } else if score == z1 {
            x1
        } else {
            x0 + (score - z0) * slope
        }
    }

    pub(super) fn share_below(&self, x: f64) -> f64 {
        let [(z0, x0), (z1, x1)] = self.line(|(_, value)| *value <= x);
        let slope = (x1 - x0) / (z1 - z0);
        let score = if x < x0 {
            z0 - back(x0 - x, x0 - self.low) / slope
        } else if x > x1 {
            z1 + back(x - x1, self.high - x1) / slope
        } else {
            z0 + (x - x0) / slope
        };
        q::normal_cdf(score)
    }
}

/// How far a tail reaches that would reach `far` if there were room without end: of the same slope where
/// it begins, below `room` everywhere.
fn beyond(far: f64, room: f64) -> f64 {
    if room <= 0.0 {
        0.0
    } else if room.is_infinite() {
        far
    } else {
        -room * libm::expm1(-far / room)
    }
}

/// The inverse of [`beyond`].
fn back(reached: f64, room: f64) -> f64 {
    if room.is_infinite() {
        reached
    } else if reached >= room {
        f64::INFINITY
    } else {
        -room * libm::log1p(-reached / room)
    }
}

shaped! {
    /// The law of one variant.
    #[derive(PartialEq, Serialize)]
    #[name("Variant")]
    pub enum Part {
        /// a plain value
        Fixed(f64),
        /// normal
        Normal {
            /// mean
            mean: f64,
            /// standard deviation
            #[only(Positive)]
            sd: f64,
        },
        /// lognormal
        LogNormal {
            /// median
            #[only(Positive)]
            median: f64,
            /// standard deviation of the logarithm
            #[only(Positive)]
            sigma: f64,
        },
        /// triangular
        Triangular {
            /// lowest value
            low: f64,
            /// most likely value
            mode: f64,
            /// highest value
            high: f64,
        },
        /// uniform
        Uniform {
            /// lowest value
            low: f64,
            /// highest value
            high: f64,
        },
        /// beta between 0 and 1
        #[only(Positive)]
        #[holds(Row(&[&super::FROM_ZERO, &super::FROM_ZERO]))]
        Beta(f64, f64),
        /// by percentiles, in their order
        Percentiles(Vec<Percentile>),
    }
}

impl Part {
    /// As a law of its own.
    pub fn law(&self) -> Distribution {
        match *self {
            Part::Fixed(v) => Distribution::Fixed(v),
            Part::Normal { mean, sd } => Distribution::Normal { mean, sd },
            Part::LogNormal { median, sigma } => Distribution::LogNormal { median, sigma },
            Part::Triangular { low, mode, high } => Distribution::Triangular { low, mode, high },
            Part::Uniform { low, high } => Distribution::Uniform { low, high },
            Part::Beta(a, b) => Distribution::Beta(a, b),
            Part::Percentiles(ref all) => Distribution::Percentiles(all.clone()),
        }
    }
}

/// What is wrong with variants, if anything.
pub(super) fn fault_of_variants(all: &[(f64, Part)]) -> Option<String> {
    if all.len() < 2 {
        return Some(messages::VARIANTS_OF_TWO.into());
    }
    if all
        .iter()
        .any(|(weight, _)| !(*weight > 0.0 && *weight <= 1.0))
    {
        return Some(messages::WEIGHTS_ABOVE_0.into());
    }
    let sum: f64 = all.iter().map(|(weight, _)| weight).sum();
    if (sum - 1.0).abs() > 1e-9 {
        return Some(messages::weights_do_not_add((sum * 1e9).round() / 1e9));
    }
    let mut each = all.iter().enumerate();
    each.find_map(|(k, (_, part))| {
        let fault = part.law().fault()?;
        Some(messages::bad_variant(k + 1, fault))
    })
}

/// A law of variants: with its weight, each of them is the law.
#[derive(Clone, Debug)]
pub(super) struct Mixed {
    parts: Vec<(f64, Distribution)>,
}

/// Halvings of an interval, at most: after so many it is as narrow as numbers are.
const HALVINGS: usize = 100;

impl Mixed {
    pub(super) fn new(all: &[(f64, Part)]) -> Mixed {
        let sum: f64 = all.iter().map(|(weight, _)| weight).sum();
        let parts = all.iter().map(|(weight, part)| (weight / sum, part.law()));
        Mixed {
            parts: parts.collect(),
        }
    }

    /// Share of the law below a value, that on it left out.
    pub(super) fn share_below(&self, x: f64) -> f64 {
        let each = self.parts.iter();
        let sum: f64 = each.map(|(weight, law)| weight * law.share_below(x)).sum();
        sum.min(1.0)
    }

    /// Share of the law up to a value, that on it taken in.
    pub(super) fn share_up_to(&self, x: f64) -> f64 {
        let each = self.parts.iter();
        let sum: f64 = each.map(|(weight, law)| weight * law.share_up_to(x)).sum();
        sum.min(1.0)
    }

    /// The smallest value up to which the law has the share `u`: it lies between the quantiles of its
    /// variants.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        let each = self.parts.iter().map(|(_, law)| law.quantile(u));
        let (mut low, mut high) = each
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
                (low.min(x), high.max(x))
            });
        for (_, law) in &self.parts {
            if let Distribution::Fixed(value) = *law
                && (low..=high).contains(&value)
                && self.share_below(value) < u
                && u <= self.share_up_to(value)
            {
                return value;
            }
        }
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if middle <= low || middle >= high {
                break;
            }
            match self.share_up_to(middle) < u {
                true => low = middle,
                false => high = middle,
            }
        }
        high
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Cut;
    use crate::lanes::Lanes;

    fn law(text: &str) -> Distribution {
        let read: Result<Distribution, _> = ron::from_str(text);
        let law = read.unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(law.fault(), None, "{text}");
        law
    }

    fn in_share(law: &Distribution, u: f64) -> f64 {
        let cut = Cut::of(law, CanBe::Share);
        law.quantiles_in(Lanes::splat(u), cut.as_ref()).get(0)
    }

    #[test]
    fn what_is_told_is_what_is_drawn() {
        let told = law("Percentiles([P10(0.6), P50(0.8), P90(0.9)])");
        for (u, value) in [(0.1, 0.6), (0.5, 0.8), (0.9, 0.9)] {
            assert_eq!(told.quantile(u), value);
            assert_eq!(in_share(&told, u), value);
            assert!((told.share_below(value) - u).abs() < 1e-15);
        }
        let odd = law("Percentiles([P(2.5, -4), P25(-1), P(97.5, 100)])");
        for (u, value) in [(0.025, -4.0), (0.25, -1.0), (0.975, 100.0)] {
            assert_eq!(odd.quantile(u), value);
        }
        // Half of the way from one score to the next: half of the way between the values.
        let score = 0.5 * q::normal(0.25) + 0.5 * q::normal(0.975);
        let there = odd.quantile(q::normal_cdf(score));
        assert!((there - 49.5).abs() < 1e-9, "{there}");
    }

    #[test]
    fn percentiles_of_a_normal_law_give_it_back() {
        let normal = Distribution::Normal { mean: 7.0, sd: 2.0 };
        let of = |u: f64| normal.quantile(u);
        let told = Distribution::Percentiles(vec![
            Percentile::P5(of(0.05)),
            Percentile::P40(of(0.4)),
            Percentile::P99(of(0.99)),
        ]);
        for u in [1e-9, 0.001, 0.03, 0.2, 0.5, 0.7, 0.98, 0.999, 1.0 - 1e-9] {
            assert!((told.quantile(u) - of(u)).abs() < 1e-9, "{u}");
        }
    }

    #[test]
    fn tails_bend_to_what_can_be_and_move_no_percentile() {
        let told = law("Percentiles([P10(0.6), P50(0.8), P90(0.9)])");
        let slope = 0.1 / q::normal(0.9);
        let expected = 0.9 + 0.1 * -libm::expm1(-(q::normal(0.99) - q::normal(0.9)) * slope / 0.1);
        assert!((in_share(&told, 0.99) - expected).abs() < 1e-12);
        let mut last = 0.0;
        for i in 0..4_000 {
            let x = in_share(&told, (f64::from(i) + 0.5) / 4_000.0);
            assert!(x > last && x < 1.0, "{i} {x}");
            last = x;
        }
        assert_eq!(in_share(&told, 1.0 - 1e-16).max(1.0), 1.0);
        // A tail that begins where nothing lies beyond stays there.
        let sure = law("Percentiles([P50(0.5), P90(1.0)])");
        assert_eq!(in_share(&sure, 0.97), 1.0);
        // Where there is no end, the line goes on.
        let free = told.quantile(0.99);
        assert!((free - (0.9 + (q::normal(0.99) - q::normal(0.9)) * slope)).abs() < 1e-12);
    }

    #[test]
    fn the_share_below_a_quantile_is_its_uniform() {
        for text in [
            "Percentiles([P10(0.6), P50(0.8), P90(0.9)])",
            "Variants([(0.6, Triangular(low: 0.7, mode: 0.8, high: 0.9)), (0.4, Uniform(low: 0.2, high: 0.75))])",
            "Variants([(0.5, Normal(mean: -3, sd: 0.1)), (0.5, Normal(mean: 3, sd: 0.1))])",
            "Variants([(0.25, Percentiles([P10(1), P90(2)])), (0.75, Beta(2, 5))])",
        ] {
            let law = law(text);
            let mut last = f64::NEG_INFINITY;
            for u in [0.001, 0.1, 0.2, 0.45, 0.7, 0.9, 0.999] {
                let x = law.quantile(u);
                assert!(x > last, "{text} {u}");
                last = x;
                let there = law.share_below(x);
                assert!((there - u).abs() < 1e-9, "{text} {u} {there}");
            }
            assert_eq!(law.share_below(f64::NEG_INFINITY), 0.0);
            assert_eq!(law.share_below(f64::INFINITY), 1.0);
        }
    }

    #[test]
    fn variants_have_their_weights() {
        let apart =
            law("Variants([(0.6, Uniform(low: 0, high: 1)), (0.4, Uniform(low: 2, high: 3))])");
        for (u, value) in [(0.3, 0.5), (0.6, 1.0), (0.8, 2.5)] {
            assert!((apart.quantile(u) - value).abs() < 1e-12, "{u}");
        }
        // The same law twice is that law.
        let twice = law("Variants([(0.3, Normal(mean: 1, sd: 2)), (0.7, Normal(mean: 1, sd: 2))])");
        let once = law("Normal(mean: 1, sd: 2)");
        for u in [0.01, 0.4, 0.99] {
            assert_eq!(twice.quantile(u), once.quantile(u));
        }
        // Plain values are met exactly, each as often as its weight says.
        let values = law("Variants([(0.2, Fixed(5)), (0.5, Fixed(0)), (0.3, Fixed(-1))])");
        let drawn: Vec<f64> = [0.1, 0.3, 0.300_1, 0.79, 0.81]
            .map(|u| values.quantile(u))
            .to_vec();
        assert_eq!(drawn, [-1.0, -1.0, 0.0, 0.0, 5.0]);
        // A value on the end of what can be is kept, beside a law that reaches further.
        let ends = law("Variants([(0.5, Fixed(1)), (0.5, Normal(mean: 0, sd: 1))])");
        let cut = Cut::of(&ends, CanBe::Share).expect("it reaches below 0 and above 1");
        let outside = 0.5 * (0.5 + 1.0 - q::normal_cdf(1.0));
        assert!((cut.share() - outside).abs() < 1e-12, "{}", cut.share());
        assert_eq!(in_share(&ends, 0.9), 1.0);
        assert!(in_share(&ends, 0.001) < 0.01);
    }

    #[test]
    fn what_is_no_law_is_told() {
        for (text, word) in [
            ("Percentiles([P10(0.6)])", "two"),
            ("Percentiles([P50(0.6), P10(0.8)])", "P10"),
            ("Percentiles([P10(0.6), P50(0.6)])", "0.6"),
            ("Percentiles([P10(0.6), P(100, 0.8)])", "100"),
            ("Percentiles([P10(0.6), P50(inf)])", "number"),
            ("Variants([(1, Fixed(0.3))])", "two"),
            ("Variants([(0.5, Fixed(0.3)), (0.4, Fixed(0.2))])", "0.9"),
            ("Variants([(1, Fixed(0.3)), (0, Fixed(0.2))])", "weight"),
            ("Variants([(0.5, Fixed(0.3)), (0.5, Beta(0, 1))])", "second"),
        ] {
            let law: Distribution = ron::from_str(text).expect("of the right form");
            let fault = law.fault().unwrap_or_else(|| panic!("{text}"));
            assert!(fault.contains(word), "{text}: {fault}");
        }
    }
}
