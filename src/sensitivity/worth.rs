//! What it is worth to know a guess better before one of several options is chosen.
//!
//! Without knowing more one takes the option whose benefit is greatest in the mean. Who knows an assumption
//! takes for each of its values what is best there: the expected value of partial perfect information is
//! `E[max_o E[u_o | x]] - max_o E[u_o]`. `E[u_o | x]` is a regression of the benefits on the draws: a
//! constant, a line or a natural cubic spline, whichever Schwarz's criterion takes, so that what luck alone
//! would tell is worth nothing. Sources: M. Strong, J. E. Oakley, A. Brennan, *Estimating multiparameter
//! partial expected value of perfect information from a probabilistic sensitivity analysis sample*, Med.
//! Decis. Making 34 (2014), 311-326; A. Heath et al., *Calculating the expected value of sample information
//! in practice*, Med. Decis. Making 40 (2020), 314-326.

use super::basis::{Basis, Drawn, centred, squares};

/// Knots of the curves that are tried; 0 is a straight line.
const KNOTS: [usize; 5] = [0, 3, 4, 5, 7];
/// Parts into which futures are put by what a survey asks.
const PARTS: usize = 200;

/// Benefits, `[option][future]`, in one unit.
#[derive(Clone, Debug)]
pub struct Benefits(pub Vec<Vec<f64>>);

/// What knowing something is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// In the unit of the benefits; never below 0.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// The share of futures in which one would then choose otherwise.
    pub changes: f64,
}

/// By how much each option is expected to do better than the one that is best in the mean, given what is
/// known: `[option][future]`.
#[derive(Clone, Debug)]
pub struct Expected(Vec<Vec<f64>>);

impl Expected {
    /// What is no difference but rounding.
    fn rounding(&self) -> f64 {
        let all = self.0.iter().flatten();
        1e-9 * all.fold(0.0, |most: f64, v| most.max(v.abs()))
    }
}

fn mean(row: &[f64]) -> f64 {
    row.iter().sum::<f64>() / row.len().max(1) as f64
}

/// The first of the greatest.
fn greatest(values: impl Iterator<Item = f64>) -> (usize, f64) {
    let first = (0, f64::NEG_INFINITY);
    let all = values.enumerate();
    all.fold(first, |most, (k, v)| if v > most.1 { (k, v) } else { most })
}

impl Benefits {
    /// The option that is best in the mean.
    pub fn best(&self) -> usize {
        greatest(self.means().into_iter()).0
    }

    /// Mean benefit of each option.
    pub fn means(&self) -> Vec<f64> {
        self.0.iter().map(|row| mean(row)).collect()
    }

    /// By how much an option does better than the best one, future by future.
    pub fn beyond(&self, option: usize, best: usize) -> Vec<f64> {
        let both = self.0[option].iter().zip(&self.0[best]);
        both.map(|(own, best)| own - best).collect()
    }

    /// What it is worth to know a future whole, with all its luck: no study can be worth more.
    pub fn of_the_future(&self) -> Worth {
        let best = self.best();
        let rows = (0..self.0.len()).map(|o| self.beyond(o, best)).collect();
        self.known(&Expected(rows))
    }

    /// What is expected once one assumption is known.
    pub fn given(&self, drawn: &Drawn) -> Expected {
        let best = self.best();
        let bases: Vec<Basis> = KNOTS
            .iter()
            .map(|knots| Basis::spline(drawn, *knots))
            .collect();
        let each = (0..self.0.len()).map(|option| {
            let (row, mean) = centred(&self.beyond(option, best));
            let told = curve(&bases, &row);
            told.into_iter().map(|v| v + mean).collect()
        });
        Expected(each.collect())
    }

    /// The same once all of these are known, as far as their effects add up: one curve after the other, the
    /// steepest first, each of what those before it leave.
    pub fn given_all(&self, columns: &[&Drawn]) -> Expected {
        let best = self.best();
        let lines: Vec<Basis> = columns.iter().map(|c| Basis::spline(c, KNOTS[0])).collect();
        let each = (0..self.0.len()).map(|option| {
            let (mut row, mean) = centred(&self.beyond(option, best));
            let mut told = vec![mean; row.len()];
            let steep = |k: usize| squares(&lines[k].shares(&row));
            let mut order: Vec<(f64, usize)> = (0..columns.len()).map(|k| (steep(k), k)).collect();
            order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            if option == best {
                return told;
            }
            for (_, k) in order {
                let bases: Vec<Basis> = KNOTS
                    .iter()
                    .map(|n| Basis::spline(columns[k], *n))
                    .collect();
                let own = curve(&bases, &row);
                row.iter_mut()
                    .zip(&own)
                    .for_each(|(left, own)| *left -= own);
                told.iter_mut()
                    .zip(&own)
                    .for_each(|(told, own)| *told += own);
            }
            told
        });
        Expected(each.collect())
    }

    /// What it is worth to know what lets one expect this. The error is that of the mean benefit of those who
    /// choose by it.
    pub fn known(&self, expected: &Expected) -> Worth {
        let (best, futures) = (self.best(), expected.0[0].len());
        let n = futures as f64;
        let (mut value, mut changes) = (0.0, 0.0);
        let mut came = Vec::with_capacity(futures);
        let rounding = expected.rounding();
        for r in 0..futures {
            let (option, most) = greatest(expected.0.iter().map(|row| row[r]));
            // Where another is no better one keeps to what one has.
            let (option, most) = match most > expected.0[best][r] + rounding {
                true => (option, most),
                false => (best, expected.0[best][r]),
            };
            value += most / n;
            changes += f64::from(u8::from(option != best)) / n;
            came.push(self.0[option][r] - self.0[best][r]);
        }
        let (apart, _) = centred(&came);
        Worth {
            value: value.max(0.0),
            error: (squares(&apart) / n / n).sqrt(),
            changes,
        }
    }

    /// What it is worth to ask `people` people, where the assumption is the share of them that says yes: each
    /// number of yeses weighs the draws by its chance under them.
    pub fn asked(&self, drawn: &Drawn, expected: &Expected, people: u32) -> Option<Worth> {
        let Drawn::Number(values, order) = drawn else {
            return None;
        };
        if values.iter().any(|v| !(0.0..=1.0).contains(v)) {
            return None;
        }
        let best = self.best();
        let parts = PARTS.min(order.len()).max(1);
        let part = |k: usize| &order[k * order.len() / parts..(k + 1) * order.len() / parts];
        let over = |part: &[u32], row: &[f64]| {
            part.iter().map(|r| row[*r as usize]).sum::<f64>() / part.len().max(1) as f64
        };
        let weight: Vec<f64> = (0..parts)
            .map(|k| part(k).len() as f64 / order.len() as f64)
            .collect();
        let share: Vec<f64> = (0..parts).map(|k| over(part(k), values)).collect();
        let each = |row: &Vec<f64>| (0..parts).map(|k| over(part(k), row)).collect::<Vec<f64>>();
        let told: Vec<Vec<f64>> = expected.0.iter().map(each).collect();
        let (mut value, mut changes) = (0.0, 0.0);
        let rounding = expected.rounding();
        for yes in 0..=people {
            let likely: Vec<f64> = share.iter().map(|p| chance_of(yes, people, *p)).collect();
            let both: Vec<f64> = likely.iter().zip(&weight).map(|(l, w)| l * w).collect();
            let of = |row: &Vec<f64>| both.iter().zip(row).map(|(b, v)| b * v).sum::<f64>();
            let (option, most) = greatest(told.iter().map(of));
            let own = of(&told[best]);
            value += if most > own { most } else { own };
            if most > own + rounding && option != best {
                changes += both.iter().sum::<f64>();
            }
        }
        let all = self.known(expected);
        let value = value.clamp(0.0, all.value);
        Some(Worth {
            value,
            // As sure as the curve it rests on.
            error: all.error * (value / all.value.max(1e-300)).min(1.0),
            changes,
        })
    }
}

/// The chance that so many of `people` say yes where a share `p` of all would.
fn chance_of(yes: u32, people: u32, p: f64) -> f64 {
    let (k, n) = (f64::from(yes), f64::from(people));
    let p = p.clamp(1e-12, 1.0 - 1e-12);
    let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    libm::exp(ways + k * libm::log(p) + (n - k) * libm::log(1.0 - p))
}

/// The curve that Schwarz's criterion takes; a row whose mean is 0.
fn curve(bases: &[Basis], row: &[f64]) -> Vec<f64> {
    let n = row.len() as f64;
    let spread = squares(row) / n;
    let mut best: Option<(f64, &Basis, Vec<f64>)> = None;
    for basis in bases.iter().filter(|_| spread > 0.0) {
        let shares = basis.shares(row);
        let left = (spread - squares(&shares)).max(1e-12 * spread);
        let gain = n * libm::log(spread / left) - shares.len() as f64 * libm::log(n);
        if gain > 0.0 && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
            best = Some((gain, basis, shares));
        }
    }
    match best {
        Some((_, basis, shares)) => basis.made_of(&shares),
        None => vec![0.0; row.len()],
    }
}

/// Values of meeting what is asked at which two options tie that are best on either side: options by their
/// chance and cost.
pub fn ties(options: &[(f64, f64)]) -> Vec<f64> {
    // From nothing upwards one goes over to what is likelier, at the lowest value at which any is as good.
    let by_cost = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1).then(b.0.total_cmp(&a.0));
    let Some(mut now) = options.iter().min_by(by_cost).copied() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    loop {
        let likelier = options.iter().filter(|o| o.0 > now.0);
        let tie = |o: &(f64, f64)| (o.1 - now.1) / (o.0 - now.0);
        let next = likelier.min_by(|a, b| tie(a).total_cmp(&tie(b)).then(b.0.total_cmp(&a.0)));
        let Some(next) = next else { break };
        let at = tie(next);
        if at > 0.0 {
            found.push(at);
        }
        now = *next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::{normal, normal_cdf};
    use crate::sensitivity::toys::uniforms;

    fn density(x: f64) -> f64 {
        libm::exp(-x * x / 2.0) / (2.0 * std::f64::consts::PI).sqrt()
    }

    fn draws(what: &str, law: fn(f64) -> f64, many: usize) -> (Vec<f64>, Drawn) {
        let values: Vec<f32> = uniforms(what, many).map(|u| law(u) as f32).collect();
        let drawn = Drawn::of(&values).expect("it differs");
        (values.iter().map(|v| f64::from(*v)).collect(), drawn)
    }

    #[test]
    fn normals_are_worth_what_their_closed_form_says() {
        let many = 100_000;
        let (x, drawn) = draws("x", normal, many);
        let (y, other) = draws("y", normal, many);
        let noise: Vec<f64> = uniforms("noise", many).map(normal).collect();
        for (shift, slope) in [(0.0, 1.0), (0.5, 1.0), (-1.0, 2.0)] {
            let second = (0..many).map(|r| shift + slope * x[r] + 0.5 * y[r] + noise[r]);
            let benefits = Benefits(vec![vec![0.0; many], second.collect()]);
            let closed = |sd: f64| {
                let up = shift * normal_cdf(shift / sd) + sd * density(shift / sd);
                up - shift.max(0.0)
            };
            let of = |drawn: &Drawn| benefits.known(&benefits.given(drawn));
            let near = |found: Worth, sd: f64| {
                let apart = (found.value - closed(sd)).abs();
                assert!(apart < 4.0 * found.error, "{found:?} {}", closed(sd));
                assert!(apart < 0.05 * closed(slope), "{found:?} {}", closed(sd));
            };
            near(of(&drawn), slope);
            near(of(&other), 0.5);
            let both = benefits.known(&benefits.given_all(&[&drawn, &other]));
            near(both, (slope * slope + 0.25).sqrt());
            let all = benefits.of_the_future();
            near(all, (slope * slope + 1.25).sqrt());
            assert!(both.value <= all.value);
        }
    }

    #[test]
    fn a_toy_is_worth_what_a_nested_run_says() {
        // Two options that may meet a goal, one dearer: its chance hangs on `x` in a bow, and on `y`.
        let chance = |x: f64, y: f64| 1.0 / (1.0 + libm::exp(-(4.0 * (x - 0.4) + 2.0 * (y - 0.5))));
        let (value, cost, surely) = (10.0, 4.0, 0.15);
        // The nested run: 2,000 values of x, 2,000 of y in each.
        let steps = 2_000;
        let at = |k: usize| (k as f64 + 0.5) / steps as f64;
        let inner = |x: f64| (0..steps).map(|k| chance(x, at(k))).sum::<f64>() / steps as f64;
        let each: Vec<f64> = (0..steps)
            .map(|k| value * (inner(at(k)) - surely) - cost)
            .collect();
        let known = each.iter().map(|v| v.max(0.0)).sum::<f64>() / steps as f64;
        let nested = known - (each.iter().sum::<f64>() / steps as f64).max(0.0);
        for seed in 0..2 {
            // Its own error is a hundredth of it here, and a thirtieth at 10,000.
            let many = 100_000;
            let (x, drawn) = draws(&format!("x {seed}"), |u| u, many);
            let (y, _) = draws(&format!("y {seed}"), |u| u, many);
            let luck: Vec<f64> = uniforms(&format!("luck {seed}"), many).collect();
            let met = |r: usize, chance: f64| f64::from(u8::from(luck[r] < chance));
            let first = (0..many).map(|r| value * met(r, surely)).collect();
            let second = (0..many)
                .map(|r| value * met(r, chance(x[r], y[r])) - cost)
                .collect();
            let benefits = Benefits(vec![first, second]);
            let found = benefits.known(&benefits.given(&drawn));
            assert!(
                (found.value - nested).abs() < 0.05 * nested,
                "{found:?} {nested}"
            );
        }
    }

    #[test]
    fn errors_are_as_large_as_they_are_said_to_be() {
        let (runs, many, mut held) = (200, 1_000, 0);
        for run in 0..runs {
            let (x, drawn) = draws(&format!("x {run}"), normal, many);
            let noise = uniforms(&format!("noise {run}"), many).map(normal);
            let second = x.iter().zip(noise).map(|(x, e)| 0.3 + x + 2.0 * e);
            let benefits = Benefits(vec![vec![0.0; many], second.collect()]);
            let found = benefits.known(&benefits.given(&drawn));
            let known = 0.3 * normal_cdf(0.3) + density(0.3) - 0.3;
            held += usize::from((found.value - known).abs() < 1.96 * found.error);
        }
        assert!(held >= 184, "{held} of {runs}");
    }

    #[test]
    fn what_tells_nothing_is_worth_nothing() {
        let (many, mut paid) = (2_000, 0);
        let noise: Vec<f64> = uniforms("noise", many).map(|u| u - 0.5).collect();
        let (row, _) = centred(&noise);
        let benefits = Benefits(vec![vec![0.0; many], row]);
        for seed in 0..100 {
            let (_, drawn) = draws(&format!("nothing {seed}"), |u| u, many);
            paid += usize::from(benefits.known(&benefits.given(&drawn)).value > 0.0);
        }
        assert!(paid <= 5, "{paid} of 100");
    }

    #[test]
    fn a_survey_is_worth_what_its_closed_form_says_and_no_more_than_to_know() {
        // A share that can be anything: the mean after k of n is (1 + k) / (2 + n), each k as likely.
        let (x, drawn) = draws("share", |u| u, 20_000);
        let benefits = Benefits(vec![vec![0.0; 20_000], x.iter().map(|x| x - 0.5).collect()]);
        let expected = benefits.given(&drawn);
        let all = benefits.known(&expected);
        let mut before = 0.0;
        for people in [1, 10, 100, 1_000] {
            let n = f64::from(people);
            let after = |k: u32| ((1.0 + f64::from(k)) / (2.0 + n) - 0.5).max(0.0);
            let closed = (0..=people).map(after).sum::<f64>() / (n + 1.0);
            let found = benefits.asked(&drawn, &expected, people).expect("a share");
            assert!(
                (found.value - closed).abs() < 0.03 * closed,
                "{people}: {found:?} {closed}"
            );
            assert!(before <= found.value && found.value <= all.value);
            before = found.value;
        }
        let (_, far) = draws("far", |u| 3.0 * u, 500);
        let few = Benefits(vec![vec![0.0; 500], vec![1.0; 500]]);
        assert_eq!(few.asked(&far, &few.given(&far), 10), None);
    }

    #[test]
    fn ties_lie_between_those_that_are_best() {
        // Chance and cost: the third is never best, the last is likelier and dear.
        let options = [(0.2, 0.0), (0.5, 30.0), (0.45, 40.0), (0.6, 80.0)];
        let found = ties(&options);
        let expected = [100.0, 500.0];
        assert_eq!(found.len(), 2, "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9);
        }
        assert!(ties(&[(0.5, 0.0), (0.4, 10.0)]).is_empty());
    }
}
