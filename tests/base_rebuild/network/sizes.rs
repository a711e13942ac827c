//! Beds of one owner and level of a province are shared among its hospitals.

use super::super::derive::DeriveError;
use super::super::derive::sheet::{whole, within};
use super::Maker;
use carecast::internals::base::{Level, Owner};

impl Maker<'_> {
    /// Beds already fixed in a group.
    pub(super) fn fixed_beds(&self, at: usize, owner: Owner, level: Level) -> f64 {
        let mine = self.places[at]
            .hospitals
            .iter()
            .filter(|h| h.owner == owner && h.level == level);
        mine.filter_map(|h| h.fixed).sum()
    }

    /// Shares `total` beds among the hospitals of one owner and level of a province: fixed ones keep
    /// theirs, the others follow the quantiles of a log-logistic spread, named general hospitals first
    /// and named special ones in the middle.
    pub(super) fn fill(
        &mut self,
        at: usize,
        owner: Owner,
        level: Level,
        total: u64,
        sigma: f64,
        minimum: f64,
    ) -> Result<(), DeriveError> {
        let hospitals = &mut self.places[at].hospitals;
        let mine: Vec<usize> = (0..hospitals.len())
            .filter(|i| hospitals[*i].owner == owner && hospitals[*i].level == level)
            .collect();
        let mut known = 0;
        let (mut leaders, mut special, mut plain) = (Vec::new(), Vec::new(), Vec::new());
        for i in mine {
            match hospitals[i].fixed {
                Some(beds) => {
                    hospitals[i].beds = beds as u64;
                    known += beds as u64;
                }
                None if hospitals[i].leads => leaders.push(i),
                None if hospitals[i].synthetic => plain.push(i),
                None => special.push(i),
            }
        }
        let half = plain.len() / 2;
        let order: Vec<usize> = leaders
            .into_iter()
            .chain(plain[..half].to_vec())
            .chain(special)
            .chain(plain[half..].to_vec())
            .collect();
        if order.is_empty() {
            return Ok(());
        }
        let n = order.len();
        let sizes: Vec<f64> = (0..n).map(|rank| size_at(rank, n, sigma)).collect();
        let rest = total.saturating_sub(known);
        let least = vec![minimum; order.len()];
        let most = vec![f64::MAX; order.len()];
        let beds = whole(&within(&sizes, &least, &most, rest as f64)?, rest);
        for (i, beds) in order.into_iter().zip(beds) {
            hospitals[i].beds = beds;
        }
        Ok(())
    }
}

/// The size at a rank (0 the largest) of `n`, relative to the middle: quantiles of a log-logistic
/// law with the standard deviation of the logarithm `sigma`.
fn size_at(rank: usize, n: usize, sigma: f64) -> f64 {
    let u = 1.0 - (rank as f64 + 0.5) / n as f64;
    let scale = sigma * 3f64.sqrt() / std::f64::consts::PI;
    libm::exp(scale * libm::log(u / (1.0 - u)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_fall_with_rank_and_the_middle_one_is_one() {
        let sizes: Vec<f64> = (0..9).map(|rank| size_at(rank, 9, 0.5)).collect();
        assert!(sizes.windows(2).all(|pair| pair[0] > pair[1]));
        assert!((sizes[4] - 1.0).abs() < 1e-12);
        assert!((sizes[0] * sizes[8] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_wider_spread_makes_the_largest_larger() {
        assert!(size_at(0, 20, 0.8) > size_at(0, 20, 0.4));
    }
}
