//! Many futures become a few numbers: mean, spread, percentiles, and how sure a probability is.

use super::comparison::Mean;
use super::{PERCENTILES, Probability, Summary};
use crate::lanes::native::level;
use fearless_simd::dispatch;

/// Summary of one cell over all futures; `None` if it is not defined in every one of them.
pub fn summarise(values: &[f32]) -> Option<Summary> {
    if values.is_empty() || !all_finite(values) {
        return None;
    }
    Some(Moments::of(values).summary(percentiles(values, PERCENTILES)))
}

/// Number, mean and sum of squared deviations of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// How many values.
    pub n: f64,
    /// Mean.
    pub mean: f64,
    /// Sum of squared deviations from it.
    pub squares: f64,
}

impl Moments {
    /// Of values.
    pub fn of(values: &[f32]) -> Moments {
        let n = values.len() as f64;
        let mean = sum(values) / n;
        let squares = sum_of_squares(values, mean);
        Moments { n, mean, squares }
    }

    /// Of two rows together: Chan, Golub, LeVeque, *Updating formulae*, 1979.
    pub fn with(self, other: Moments) -> Moments {
        let n = self.n + other.n;
        let apart = other.mean - self.mean;
        Moments {
            n,
            mean: self.mean + apart * other.n / n,
            squares: self.squares + other.squares + apart * apart * self.n * other.n / n,
        }
    }

    /// The summary of a row with these percentiles.
    pub fn summary(self, percentiles: [f64; PERCENTILES.len()]) -> Summary {
        let sd = if self.n > 1.0 {
            (self.squares / (self.n - 1.0)).sqrt()
        } else {
            0.0
        };
        Summary {
            mean: self.mean,
            sd,
            percentiles,
            mc_error: sd / self.n.sqrt(),
        }
    }
}

/// Normal quantile of a 95 % interval.
pub const Z: f64 = 1.959_963_984_540_054;

/// A mean with its 95 % interval by normal theory; one future has no interval but itself.
pub fn interval(row: impl ExactSizeIterator<Item = f64> + Clone) -> Mean {
    let (value, sd, n) = moments(row);
    let half = Z * sd / n.sqrt();
    Mean {
        value,
        low: value - half,
        high: value + half,
    }
}

/// Mean, standard deviation and number.
pub fn moments(row: impl ExactSizeIterator<Item = f64> + Clone) -> (f64, f64, f64) {
    let n = row.len() as f64;
    let mean = row.clone().sum::<f64>() / n;
    let squares: f64 = row.map(|v| (v - mean) * (v - mean)).sum();
    let sd = if n > 1.0 {
        (squares / (n - 1.0)).sqrt()
    } else {
        0.0
    };
    (mean, sd, n)
}

/// Whether every value is a number: all are looked at, many at a time.
#[inline(never)]
pub(crate) fn all_finite(values: &[f32]) -> bool {
    dispatch!(level(), _simd => {
        let mut fine = true;
        for value in values {
            fine &= value.is_finite();
        }
        fine
    })
}

/// Sum over all futures, in eight running sums of a fixed order: one alone waits for itself.
#[inline(never)]
fn sum(values: &[f32]) -> f64 {
    dispatch!(level(), _simd => eight_sums(values, 0.0, false))
}

/// The sum of squared distances from `mean`, likewise.
#[inline(never)]
fn sum_of_squares(values: &[f32], mean: f64) -> f64 {
    dispatch!(level(), _simd => eight_sums(values, mean, true))
}

// Plain loops, to be compiled for the machine at hand: `lanes::native`.
#[inline(always)]
fn eight_sums(values: &[f32], from: f64, squared: bool) -> f64 {
    let (eights, rest) = values.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for eight in eights {
        for k in 0..8 {
            sums[k] += term(eight[k], from, squared);
        }
    }
    for k in 0..rest.len() {
        sums[k] += term(rest[k], from, squared);
    }
    sums.iter().sum()
}

#[inline(always)]
fn term(value: f32, from: f64, squared: bool) -> f64 {
    let value = f64::from(value);
    if squared {
        (value - from) * (value - from)
    } else {
        value
    }
}

/// Percentiles by linear interpolation between order statistics, `wanted` ascending.
pub fn percentiles<const N: usize>(values: &[f32], wanted: [f64; N]) -> [f64; N] {
    let places = wanted.map(|q| q * (values.len() - 1) as f64);
    let neighbours = places.map(|place| [place.floor() as usize, place.ceil() as usize]);
    let found = order_statistics(values, neighbours.as_flattened());
    std::array::from_fn(|k| between(found[2 * k], found[2 * k + 1], places[k]))
}

/// The same of whole numbers that lie near one another; `None` where some are not or do not.
pub fn of_whole<const N: usize>(values: &[f32], wanted: [f64; N]) -> Option<[f64; N]> {
    /// Numbers of so many in a row are counted one by one.
    const NEAR: usize = 1 << 11;
    let (low, high) = ends_of_whole(values)?;
    let mut many = [0; NEAR];
    let many = many.get_mut(..=(high - low) as usize)?;
    for value in values {
        many[(whole_bits(*value) & (LARGEST - 1)) as usize - low as usize] += 1;
    }
    Some(percentiles_of_counts(many, low, wanted))
}

/// Whole numbers below this lie in the low bits of what [`whole_bits`] gives.
const LARGEST: u32 = 1 << 23;

/// The bits of a number that was moved to where numbers are whole; a whole one is in the lowest of them.
#[inline(always)]
pub(crate) fn whole_bits(number: f32) -> u32 {
    (number + LARGEST as f32).to_bits()
}

/// The lowest and the highest of whole numbers from 0 on, below 2^23; `None` where some are none, and where
/// there is none.
#[inline(never)]
pub(crate) fn ends_of_whole(values: &[f32]) -> Option<(i32, i32)> {
    let ends = dispatch!(level(), _simd => whole_ends(values));
    ends.filter(|_| !values.is_empty())
}

// Plain loops, to be compiled for the machine at hand: `lanes::native`.
#[inline(always)]
fn whole_ends(values: &[f32]) -> Option<(i32, i32)> {
    let least = LARGEST as f32;
    let (mut other, mut low, mut high) = (0, u32::MAX, 0);
    for value in values {
        let moved = *value + least;
        // Neither below zero nor beyond where single numbers are whole, and what it was when moved back.
        let bits = moved.to_bits().wrapping_sub(least.to_bits());
        other |= u32::from(bits >= LARGEST) | u32::from(moved - least != *value);
        low = bits.min(low);
        high = bits.max(high);
    }
    (other == 0).then_some((low as i32, high as i32))
}

/// The same of whole numbers, by how many there are of the lowest and of each that follows it.
pub fn percentiles_of_counts<const N: usize>(
    many: &[u32],
    lowest: i32,
    wanted: [f64; N],
) -> [f64; N] {
    let all: u32 = many.iter().sum();
    let at = |place: f64| {
        let mut upto = 0;
        let number = many.iter().position(|here| {
            upto += here;
            f64::from(upto) > place
        });
        f64::from(lowest + number.unwrap_or(many.len() - 1) as i32)
    };
    wanted.map(|q| {
        let place = q * f64::from(all - 1);
        between(at(place.floor()), at(place.ceil()), place)
    })
}

/// The same of whatever stands in the order of its numbers. Reorders `values`.
pub fn by_rank<T: Ord + Copy, const N: usize>(
    values: &mut [T],
    wanted: [f64; N],
    number: impl Fn(T) -> f64,
) -> [f64; N] {
    values.sort_unstable();
    wanted.map(|q| {
        let place = q * (values.len() - 1) as f64;
        let at = |place: f64| number(values[place as usize]);
        between(at(place.floor()), at(place.ceil()), place)
    })
}

/// The number at a place between two neighbours.
pub(crate) fn between(below: f64, above: f64, place: f64) -> f64 {
    below + (above - below) * place.fract()
}

/// The numbers that stand at some places of the sorted row. Ranks are counted in boxes of equal width,
/// and only those of boxes that hold a place are sorted.
fn order_statistics(values: &[f32], places: &[usize]) -> Vec<f64> {
    const MOST_BOXES: usize = 2048;
    let mut ranks = vec![0; values.len()];
    let (low, high) = ranked(values, &mut ranks);
    let widest = high - low;
    if widest == 0 {
        return vec![number(low); places.len()];
    }
    let boxes = (values.len() / 4).clamp(1, MOST_BOXES).next_power_of_two();
    let bits = (u32::BITS - widest.leading_zeros()).saturating_sub(boxes.trailing_zeros());
    let box_of = |rank: u32| (u64::from(rank - low) >> bits) as usize;
    let mut within = vec![0_u32; boxes];
    for rank in &ranks {
        within[box_of(*rank)] += 1;
    }
    let mut before = vec![0_u32; boxes];
    (1..boxes).for_each(|k| before[k] = before[k - 1] + within[k - 1]);
    let held = places.iter();
    let held = held.map(|place| before.partition_point(|before| *before as usize <= *place) - 1);
    let held: Vec<usize> = held.collect();
    let mut wanted = vec![false; boxes];
    held.iter().for_each(|k| wanted[*k] = true);
    // Every rank is written down and overwritten unless wanted: a branch would be guessed wrong.
    let mut kept = 0;
    for i in 0..ranks.len() {
        ranks[kept] = ranks[i];
        kept += usize::from(wanted[box_of(ranks[i])]);
    }
    ranks.truncate(kept);
    ranks.sort_unstable();
    let mut sorted_boxes = held.clone();
    sorted_boxes.sort_unstable();
    sorted_boxes.dedup();
    let at = places.iter().zip(held).map(|(place, held)| {
        let lower = sorted_boxes.iter().take_while(|k| **k < held);
        let lower: u32 = lower.map(|k| within[*k]).sum();
        number(ranks[place - (before[held] - lower) as usize])
    });
    at.collect()
}

/// Puts the ranks of values, and gives the lowest and the highest.
#[inline(never)]
fn ranked(values: &[f32], ranks: &mut [u32]) -> (u32, u32) {
    dispatch!(level(), _simd => {
        let (mut low, mut high) = (u32::MAX, 0);
        for (slot, value) in ranks.iter_mut().zip(values) {
            let rank = rank(*value);
            *slot = rank;
            low = low.min(rank);
            high = high.max(rank);
        }
        (low, high)
    })
}

/// A whole number that stands among others as a number does among others in their total order.
#[inline(always)]
pub(crate) fn rank(number: f32) -> u32 {
    let bits = number.to_bits() as i32;
    (bits ^ (bits >> 31 | i32::MIN)) as u32
}

/// The number of a rank.
pub(crate) fn number(rank: u32) -> f64 {
    let rank = rank as i32;
    f64::from(f32::from_bits((rank ^ (!rank >> 31 | i32::MIN)) as u32))
}

/// Probability with its 95 % Wilson interval.
pub fn probability(hits: u32, of: u32) -> Probability {
    let n = f64::from(of.max(1));
    let p = f64::from(hits) / n;
    let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Probability {
        hits,
        of,
        value: p,
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_interpolate_between_neighbours() {
        let values: Vec<f32> = (0..101).rev().map(|v| v as f32).collect();
        let p = percentiles(&values, [0.025, 0.5, 0.975]);
        assert_eq!(p, [2.5, 50.0, 97.5]);
    }

    #[test]
    fn percentiles_are_those_of_the_sorted_numbers() {
        let wanted = [0.0, 0.025, 0.03, 0.25, 0.5, 0.5, 0.975, 1.0];
        let few = |i: u32| (i.wrapping_mul(7_919) % 97) as f32 / 8.0 - 5.0;
        let many = |i: u32| (i.wrapping_mul(2_654_435_761) >> 9) as f32 - 4e6;
        let one_far = |i: u32| if i == 3 { 1e30 } else { few(i) * 1e-20 };
        let laws: [&dyn Fn(u32) -> f32; 4] = [&few, &many, &one_far, &|_| 7.5];
        for (n, law) in [1, 2, 3, 7, 40, 255, 500, 4_000, 10_000]
            .into_iter()
            .flat_map(|n| laws.map(|law| (n, law)))
        {
            let mut values: Vec<f32> = (0..n).map(law).collect();
            values[0] = -0.0;
            let mut sorted = values.clone();
            sorted.sort_by(f32::total_cmp);
            let found = percentiles(&values, wanted);
            for (q, found) in wanted.into_iter().zip(found) {
                let place = q * (n - 1) as f64;
                let low = place.floor() as usize;
                let [a, b] = [low, low + 1].map(|k| f64::from(sorted[k.min(n as usize - 1)]));
                assert_eq!(found, a + (b - a) * (place - low as f64), "{q} of {n}");
            }
        }
    }

    #[test]
    fn percentiles_of_counted_numbers_are_those_of_the_numbers() {
        let wanted = [0.0, 0.1, 0.25, 0.5, 0.9, 1.0];
        for n in [1_u32, 2, 7, 40, 2_000] {
            let numbers: Vec<u32> = (0..n).map(|i| i.wrapping_mul(7_919) % 13).collect();
            let mut many = [0; 256];
            numbers.iter().for_each(|k| many[*k as usize] += 1);
            let values: Vec<f32> = numbers.iter().map(|k| *k as f32).collect();
            let found = percentiles_of_counts(&many, 0, wanted);
            assert_eq!(found, percentiles(&values, wanted), "{n}");
        }
    }

    #[test]
    fn percentiles_of_whole_numbers_are_those_of_all_numbers() {
        let wanted = [0.1, 0.3, 0.5, 0.9];
        for (n, lowest, apart) in [(1_u32, 0, 1), (7, 3, 90), (2_000, 65_000, 1), (300, 0, 6)] {
            let number = |i: u32| (lowest + apart * (i.wrapping_mul(7_919) % 23)) as f32;
            let values: Vec<f32> = (0..n).map(number).collect();
            assert_eq!(
                of_whole(&values, wanted),
                Some(percentiles(&values, wanted))
            );
        }
        for other in [
            vec![],
            vec![1.5, 2.0],
            vec![0.0, 5e3],
            vec![-1.0],
            vec![1e9],
            vec![f32::NAN],
        ] {
            assert_eq!(of_whole(&other, wanted), None, "{other:?}");
        }
    }

    #[test]
    fn ranks_stand_in_the_order_of_their_numbers() {
        let numbers = [
            f32::NEG_INFINITY,
            -3e9,
            -1.0,
            -1e-30,
            -0.0,
            0.0,
            1e-30,
            0.25,
            0.9999999,
            1.0,
            12.5,
            65_536.0,
            3e9,
            f32::INFINITY,
            f32::NAN,
        ];
        assert!(numbers.windows(2).all(|w| rank(w[0]) < rank(w[1])));
        let bits = |number: f64| (number as f32).to_bits();
        assert!(
            numbers
                .iter()
                .all(|n| bits(number(rank(*n))) == n.to_bits())
        );
    }

    #[test]
    fn a_cell_that_is_undefined_somewhere_has_no_summary() {
        assert_eq!(summarise(&[1.0, f32::NAN]), None);
        let one = summarise(&[4.0]).expect("defined");
        assert_eq!((one.mean, one.sd, one.median()), (4.0, 0.0, 4.0));
    }

    #[test]
    fn wilson_intervals_agree_with_published_values() {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let p = probability(81, 263);
        assert!((p.low - 0.2553).abs() < 5e-5 && (p.high - 0.3662).abs() < 5e-5);
        let none = probability(0, 20);
        assert!(none.low == 0.0 && (none.high - 0.1611).abs() < 5e-5);
    }
}
