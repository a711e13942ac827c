//! Official beds per 10,000 people of the nation, year by year, as one series.
//!
//! Assumption: the state series (to 2013) and the Ministry's points (from 2018) are read as one, as
//! whoever looked back from 2018 would have read them: 25.0 in 2013, 26.5 in 2018. The Ministry's
//! 32.1 for 2015 is another way of counting and is left out.

use std::collections::BTreeMap;

use super::Year;
use super::facts::Facts;

/// First year of the Ministry's points that are read as one series with the state's.
const MINISTRY_FROM: Year = 2018;

/// Rates by year.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Official {
    /// Published in a way that goes on from the year before.
    pub published: BTreeMap<Year, f64>,
    /// Published, but for the outside view only: no law is fitted on it.
    pub reference: BTreeMap<Year, f64>,
    /// Assumed between published years: a base to start from, never a point to measure growth by.
    pub assumed: BTreeMap<Year, f64>,
}

impl Official {
    /// Beds.
    pub fn beds(facts: &Facts) -> Official {
        let mut series = Official::default();
        for row in facts
            .nation
            .iter()
            .filter(|row| row.indicator == "beds_per_10k")
        {
            if row.scope == "state" || row.scope == "all" && row.year >= MINISTRY_FROM {
                series.published.insert(row.year, row.value);
            }
        }
        for row in facts
            .reference
            .iter()
            .filter(|row| row.indicator == "beds_per_10k")
        {
            series.reference.insert(row.year, row.value);
        }
        for row in facts
            .origins
            .iter()
            .filter(|row| row.id == "base.beds_per_10k")
        {
            if let (Some(value), false) = (row.mode, series.published.contains_key(&row.origin)) {
                series.assumed.insert(row.origin, value);
            }
        }
        series
    }

    /// The rate of a year, however it is known.
    pub fn rate(&self, year: Year) -> Option<f64> {
        [&self.published, &self.reference, &self.assumed]
            .into_iter()
            .find_map(|series| series.get(&year).copied())
    }

    /// Log growth between two year-ends, however their rates are known.
    pub fn growth(&self, from: Year, to: Year) -> Option<f64> {
        Some(libm::log(self.rate(to)? / self.rate(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_assumed_and_reference_points_are_kept_apart() {
        let beds = Official::beds(Facts::built_in());
        assert_eq!(beds.published.len(), 19 + 5);
        assert_eq!(beds.assumed.keys().copied().collect::<Vec<_>>(), [2020]);
        assert_eq!(beds.reference.keys().copied().collect::<Vec<_>>(), [2016]);
        assert_eq!(beds.rate(2015), None);
        assert_eq!((beds.rate(2013), beds.rate(2025)), (Some(25.0), Some(34.5)));
    }
}
