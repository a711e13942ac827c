//! Two rows of the same futures are held against each other: the mean of the difference with its
//! interval, in how many futures it helped, and what can be said.

use crate::base::Direction;
use crate::lanes::whole_power;
use crate::results::comparison::{Paired, Verdict};
use crate::results::summary::{Z, moments};

/// The same and the quantile of 80 %: a difference of so many standard errors is told from zero in
/// 4 studies of 5.
const Z_AND_POWER: f64 = Z + 0.841_621_233_572_914;

/// The difference of two rows of values, future by future; `None` where a value is not defined in
/// some future of either.
pub fn values(reference: &[f32], here: &[f32], better: Option<Direction>) -> Option<Paired> {
    let defined = |row: &[f32]| row.iter().all(|v| v.is_finite());
    if reference.is_empty() || !defined(reference) || !defined(here) {
        return None;
    }
    let f = |row: &[f32], at: usize| f64::from(row[at]);
    let n = reference.len();
    let difference = (0..n).map(|at| f(here, at) - f(reference, at));
    let (mean, sd, count) = moments(difference.clone());
    let half = Z * sd / count.sqrt();
    let [up, down] = [1.0, -1.0].map(|sign| {
        let hits = difference.clone().filter(|d| d * sign > 0.0);
        hits.count() as u32
    });
    let variance = |row: &[f32]| whole_power(moments(row.iter().map(|v| f64::from(*v))).1, 2);
    let changed = up + down > 0;
    Some(judged(Seen {
        mean,
        low: mean - half,
        high: mean + half,
        sd,
        up,
        down,
        same: n as u32 - up - down,
        better,
        of_two: (changed && sd > 0.0).then(|| variance(reference) + variance(here)),
    }))
}

/// The difference of two shares of the same futures: `up` futures have it only here, `down` only in
/// the reference, out of `of`; `met` of them have it in the reference.
///
/// Source: the adjusted Wald interval for paired proportions of Bonett and Price, Journal of
/// Educational and Behavioral Statistics 37 (2012), 479-488.
pub fn shares(up: u32, down: u32, met: u32, of: u32) -> Paired {
    let (n, b, c) = (f64::from(of.max(1)), f64::from(up), f64::from(down));
    let mean = (b - c) / n;
    let (p, q) = ((b + 1.0) / (n + 2.0), (c + 1.0) / (n + 2.0));
    let centre = p - q;
    let half = Z * ((p + q - centre * centre) / (n + 2.0)).sqrt();
    let variance = ((b + c) / n - mean * mean) * n / (n - 1.0).max(1.0);
    let binomial = |hits: f64| hits / n * (1.0 - hits / n) * n / (n - 1.0).max(1.0);
    let before = f64::from(met);
    judged(Seen {
        mean,
        low: (centre - half).max(-1.0),
        high: (centre + half).min(1.0),
        sd: variance.max(0.0).sqrt(),
        up,
        down,
        same: of - up - down,
        better: Some(Direction::AtLeast),
        of_two: (up + down > 0 && variance > 0.0)
            .then(|| binomial(before) + binomial(before + b - c)),
    })
}

/// The difference of something from itself: zero, and known to be.
pub fn nothing(of: u32) -> Paired {
    Paired {
        mean: 0.0,
        low: 0.0,
        high: 0.0,
        sd: 0.0,
        helped: 0,
        harmed: 0,
        unchanged: of,
        verdict: Verdict::Same,
        matters: 0.0,
        needed: None,
        variance_cut: None,
    }
}

/// The same difference where one below `smallest` does not matter.
pub fn mattering(paired: Paired, smallest: f64) -> Paired {
    let slight = match paired.verdict {
        Verdict::Same => false,
        Verdict::CannotTell => paired.low > -smallest && paired.high < smallest,
        _ => paired.mean.abs() < smallest,
    };
    let paired = Paired {
        matters: smallest,
        ..paired
    };
    match slight {
        true => Paired {
            verdict: Verdict::TooSmall,
            needed: None,
            ..paired
        },
        false => paired,
    }
}

/// What was seen of a difference.
struct Seen {
    mean: f64,
    low: f64,
    high: f64,
    sd: f64,
    up: u32,
    down: u32,
    same: u32,
    better: Option<Direction>,
    /// Variance the difference would have on different luck.
    of_two: Option<f64>,
}

fn judged(s: Seen) -> Paired {
    let verdict = if s.up + s.down == 0 {
        Verdict::Same
    } else if s.low <= 0.0 && s.high >= 0.0 {
        Verdict::CannotTell
    } else {
        match (s.better, s.low > 0.0) {
            (None, true) => Verdict::Higher,
            (None, false) => Verdict::Lower,
            (Some(Direction::AtLeast), true) | (Some(Direction::AtMost), false) => Verdict::Better,
            _ => Verdict::Worse,
        }
    };
    let (helped, harmed) = match s.better {
        Some(Direction::AtMost) => (s.down, s.up),
        _ => (s.up, s.down),
    };
    let needed = (verdict == Verdict::CannotTell && s.mean != 0.0).then(|| {
        let n = whole_power(Z_AND_POWER * s.sd / s.mean, 2).ceil();
        (n as u64).max(u64::from(s.up + s.down + s.same) + 1)
    });
    Paired {
        mean: s.mean,
        low: s.low,
        high: s.high,
        sd: s.sd,
        helped,
        harmed,
        unchanged: s.same,
        verdict,
        matters: 0.0,
        needed,
        variance_cut: s.of_two.map(|v| v / (s.sd * s.sd)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_against_itself_is_nothing() {
        let row: Vec<f32> = (0..100).map(|k| (k as f32).sin()).collect();
        let paired = values(&row, &row, None).expect("defined");
        assert_eq!(paired, nothing(100));
        assert_eq!(values(&row, &[f32::NAN; 100], None), None);
    }

    #[test]
    fn the_interval_is_that_of_the_differences() {
        // Differences 1, 2, 3, 4: mean 2.5, sd sqrt(5/3).
        let paired = values(&[10.0; 4], &[11.0, 12.0, 13.0, 14.0], None).expect("defined");
        let half = Z * (5.0f64 / 3.0).sqrt() / 2.0;
        assert!(
            (paired.mean - 2.5).abs() < 1e-12 && (paired.sd - (5.0f64 / 3.0).sqrt()).abs() < 1e-12
        );
        assert!(
            (paired.high - 2.5 - half).abs() < 1e-12 && (2.5 - paired.low - half).abs() < 1e-12
        );
        assert_eq!(paired.verdict, Verdict::Higher);
        // All the variance is the option's own: matching saves nothing.
        assert!((paired.variance_cut.expect("changed") - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_helps_depends_on_which_way_is_better() {
        let (a, b) = ([5.0f32; 5], [4.0f32, 4.0, 4.1, 5.0, 5.5]);
        let less = values(&a, &b, Some(Direction::AtMost)).expect("defined");
        assert_eq!((less.helped, less.harmed, less.unchanged), (3, 1, 1));
        let more = values(&a, &b, Some(Direction::AtLeast)).expect("defined");
        assert_eq!((more.helped, more.harmed, more.unchanged), (1, 3, 1));
        let lower = [4.0f32, 4.1, 4.0, 4.1, 4.0];
        let verdict = |better| values(&a, &lower, better).expect("defined").verdict;
        assert_eq!(verdict(Some(Direction::AtMost)), Verdict::Better);
        assert_eq!(verdict(Some(Direction::AtLeast)), Verdict::Worse);
        assert_eq!(verdict(None), Verdict::Lower);
    }

    #[test]
    fn a_difference_below_the_smallest_that_matters_is_neither_better_nor_worse() {
        let better = Some(Direction::AtLeast);
        let row = |by: f32| [10.0f32; 4].map(|v| v + by);
        let told = |by: f32, smallest: f64| {
            let paired = values(&row(0.0), &row(by), better).expect("defined");
            mattering(paired, smallest).verdict
        };
        assert_eq!(told(-0.0001, 0.0), Verdict::Worse);
        assert_eq!(told(-0.0001, 0.05), Verdict::TooSmall);
        assert_eq!(told(-0.1, 0.05), Verdict::Worse);
        assert_eq!(told(-0.1, 0.2), Verdict::TooSmall);
        assert_eq!(told(0.0, 0.2), Verdict::Same);
        // Not told from zero: too small where all it may be is, else not known.
        let unsure = shares(60, 50, 300, 1000);
        assert_eq!(mattering(unsure, 0.005).verdict, Verdict::CannotTell);
        let slight = mattering(unsure, 0.05);
        assert_eq!((slight.verdict, slight.needed), (Verdict::TooSmall, None));
    }

    #[test]
    fn a_paired_interval_of_shares_is_the_published_one() {
        // b = 12, c = 2, n = 50 by the formula: (13 - 3)/52 = 0.1923, half 1.96 sqrt(0.2707/52).
        let paired = shares(12, 2, 20, 50);
        assert!((paired.mean - 0.2).abs() < 1e-12);
        assert!((paired.low - 0.05089).abs() < 2e-5, "{}", paired.low);
        assert!((paired.high - 0.33373).abs() < 2e-5, "{}", paired.high);
        assert_eq!(
            (paired.helped, paired.harmed, paired.unchanged),
            (12, 2, 36)
        );
        assert_eq!(paired.verdict, Verdict::Better);
    }

    #[test]
    fn no_change_among_few_futures_does_not_prove_that_there_is_none() {
        let paired = shares(0, 0, 40, 100);
        assert_eq!((paired.mean, paired.verdict), (0.0, Verdict::Same));
        assert!(paired.low < -0.02 && paired.high > 0.02, "{paired:?}");
    }

    #[test]
    fn the_futures_needed_would_tell_a_difference_of_this_size() {
        let paired = shares(60, 50, 300, 1000);
        assert_eq!(paired.verdict, Verdict::CannotTell);
        let n = paired.needed.expect("a difference was seen") as f64;
        // At that many futures the difference stands 2.8 standard errors away from zero.
        let errors = paired.mean / (paired.sd / n.sqrt());
        assert!((errors - 2.8016).abs() < 1e-3, "{errors}");
        assert_eq!(shares(50, 50, 300, 1000).needed, None);
    }

    #[test]
    fn the_interval_holds_the_truth_as_often_as_it_says() {
        // 400 studies of 200 futures of a fixed law: 6 % changed for the better, 3 % for the worse.
        let mut state = 12_345u64;
        let mut uniform = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 11) as f64 / (1u64 << 53) as f64
        };
        let mut held = 0;
        for _ in 0..400 {
            let (mut up, mut down) = (0, 0);
            for _ in 0..200 {
                let u = uniform();
                up += u32::from(u < 0.06);
                down += u32::from((0.06..0.09).contains(&u));
            }
            let paired = shares(up, down, 80, 200);
            held += u32::from(paired.low <= 0.03 && paired.high >= 0.03);
        }
        assert!((372..=396).contains(&held), "{held} of 400");
    }
}
