//! What a table states of a stock (beds, doctors) at the end of the base year: the
//! nation's figure, the units' figures, and how they may lie together.
//!
//! A single figure holds in every future. A range is read as 80 % around a median that is the table's
//! value. The units add to the nation in every future, so their distances from their values add to the
//! nation's distance `D` from its own. With `z` standard normal and one `z` a unit,
//!
//! ```text
//! d[p] = own[p] z[p] - common[p] z[leader] + closes[p] (D - sum over q of (own[q] z[q] - common[q] z[leader]))
//! ```
//!
//! with `sum closes = 1`; every `d[p]` is normal around zero with the standard deviation its range asks
//! for, which no proportional rake can do: it moves every median and narrows every range.
//!
//! - Where no unit varies more than the others together: `own[p]^2 = closes[p] A`, where
//!   `A closes (1 - closes) + S^2 closes^2 = s^2` gives each unit its own width `s` (the nation's is `S`)
//!   and `A` is what makes the shares add to one.
//! - Where one does, it closes the sum alone and the others share a part of its score
//!   (`common`), enough of it to move it as far as its range says.
//! - Where even that is not enough the ranges contradict each other ([`Contradiction`]).

use super::{Base, Facility, Province, Ranged};

/// Half of what lies outside a range read as 80 %, as a standard normal distance.
const Z90: f64 = 1.281_551_565_544_600_4;
/// A tenth of a unit's low end is the least a drawn figure may be.
const LEAST: f64 = 0.1;

/// Why figures of a stock cannot hold together.
#[derive(Clone, Debug, PartialEq)]
pub enum Contradiction {
    /// Single figures and values add to `sum`, the nation has `total`.
    Sum {
        /// What the units add to.
        sum: f64,
        /// What the nation has.
        total: f64,
    },
    /// The range of one unit is wider than the others can make up for.
    TooWide {
        /// The unit.
        unit: usize,
        /// Half of its range, as a symmetric one.
        half: f64,
        /// The most that half can be.
        most: f64,
    },
    /// The nation's range is wider than the units' ranges together.
    NationTooWide {
        /// Half of its range, as a symmetric one.
        half: f64,
        /// The most that half can be.
        most: f64,
    },
    /// A value stands at an end of its own range: no median has 80 % around it there.
    AtItsEnd {
        /// The unit; `None` is the nation.
        unit: Option<usize>,
    },
    /// What is known one by one is more than the low end of the unit's range.
    KnownIsMore {
        /// The unit.
        unit: usize,
        /// What is known one by one.
        known: f64,
        /// The least the unit's figure may be.
        low: f64,
    },
}

/// The law of a stock at the end of the base year; units in the order of [`Base::provinces`].
#[derive(Clone, Debug, PartialEq)]
pub struct Stock {
    /// Median of each unit; they add to the nation's.
    pub centre: Vec<f64>,
    /// Part of a unit's own score, in units of the stock.
    pub own: Vec<f64>,
    /// Part of the leader's score that the others share against it.
    pub common: Vec<f64>,
    /// Share of what is left over that a unit takes; they add to 1.
    pub closes: Vec<f64>,
    /// The unit whose score the others share.
    pub leader: usize,
    /// Median of the nation: the published figure, or the sum of single ones, which it rounds.
    pub total: f64,
    /// Standard deviation of the nation.
    pub nation: f64,
    /// How far below its median a unit may come.
    pub room: Vec<f64>,
}

/// Standard deviation of a normal law around `value` with 80 % inside `low..high`; 0 of a single figure.
pub fn deviation(r: Ranged) -> Option<f64> {
    let (down, up) = (r.central - r.low, r.high - r.central);
    if down == 0.0 && up == 0.0 {
        return Some(0.0);
    }
    if down <= 0.0 || up <= 0.0 {
        return None;
    }
    let below = |x: f64| 0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2);
    let inside = |s: f64| below(up / s) + below(down / s) - 1.0;
    // At least the nearer end's width, at most the farther one's.
    let (mut least, mut most) = (down.min(up) / Z90 * 0.5, down.max(up) / Z90);
    for _ in 0..80 {
        let middle = 0.5 * (least + most);
        if inside(middle) > 0.8 {
            least = middle;
        } else {
            most = middle;
        }
    }
    Some(0.5 * (least + most))
}

impl Stock {
    /// The law of a stock: `nation` and `units` as their tables state them (`None`: not stated, the unit
    /// lies by `weight` in what the others leave), `known` what is known one by one in each unit.
    pub fn new(
        nation: Ranged,
        units: &[Option<Ranged>],
        weight: &[f64],
        known: &[f64],
    ) -> Result<Stock, Contradiction> {
        let n = units.len();
        let spread = deviation(nation).ok_or(Contradiction::AtItsEnd { unit: None })?;
        let mut sd = vec![0.0; n];
        for (unit, stated) in units.iter().enumerate() {
            if let Some(r) = stated {
                sd[unit] = deviation(*r).ok_or(Contradiction::AtItsEnd { unit: Some(unit) })?;
                if known[unit] > r.low {
                    return Err(Contradiction::KnownIsMore {
                        unit,
                        known: known[unit],
                        low: r.low,
                    });
                }
            }
        }
        let stated: f64 = units.iter().flatten().map(|r| r.central).sum();
        let open: f64 = (0..n)
            .filter(|p| units[*p].is_none())
            .map(|p| weight[p])
            .sum();
        let left = nation.central - stated;
        let unstated = units.iter().any(Option::is_none);
        let wrong = if unstated {
            left <= 0.0
        } else {
            // Each figure is rounded to a whole one.
            left.abs() > 0.5 * (n as f64 + 1.0)
        };
        if wrong {
            return Err(Contradiction::Sum {
                sum: stated,
                total: nation.central,
            });
        }
        let width: f64 = sd.iter().sum();
        let varies = width > 0.0 || spread > 0.0;
        let centre = (0..n)
            .map(|p| match units[p] {
                None => left * weight[p] / open,
                // What rounding leaves lies where a figure is a range.
                Some(r) if !unstated && width > 0.0 => r.central + left * sd[p] / width,
                Some(r) => r.central,
            })
            .collect();
        let room = (0..n)
            .map(|p| match units[p] {
                Some(r) => r.central - known[p].max(LEAST * r.low),
                None => left * weight[p] / open * (1.0 - LEAST),
            })
            .collect();
        let mut stock = Stock {
            centre,
            own: sd.clone(),
            common: vec![0.0; n],
            closes: vec![0.0; n],
            leader: 0,
            total: if varies || unstated {
                nation.central
            } else {
                stated
            },
            nation: spread,
            room,
        };
        if unstated {
            for p in 0..n {
                if units[p].is_none() {
                    stock.closes[p] = weight[p] / open;
                }
            }
        } else if varies {
            stock.close(&sd)?;
        }
        Ok(stock)
    }

    /// Shares of what is left over, so that each unit is as wide as its range.
    fn close(&mut self, sd: &[f64]) -> Result<(), Contradiction> {
        let nation = self.nation;
        let (mut leader, mut widest) = (0, 0.0);
        for (p, s) in sd.iter().enumerate() {
            if *s > widest {
                (leader, widest) = (p, *s);
            }
        }
        self.leader = leader;
        let sum: f64 = sd.iter().sum();
        let squares: f64 = sd.iter().map(|s| s * s).sum::<f64>() - widest * widest;
        let root =
            |a: f64, s: f64| libm::sqrt((a * a - 4.0 * (a - nation * nation) * s * s).max(0.0));
        // The smaller solution, and the larger one, which only the widest unit can have.
        let small = |a: f64, s: f64| 2.0 * s * s / (a + root(a, s));
        let large = |a: f64| (a + root(a, widest)) / (2.0 * (a - nation * nation));
        let least = if widest > nation {
            2.0 * widest * (widest + libm::sqrt(widest * widest - nation * nation))
        } else {
            0.0
        };
        let all_small = |a: f64| sd.iter().map(|s| small(a, *s)).sum::<f64>();
        let one_large = |a: f64| all_small(a) - small(a, widest) + large(a);
        let needs = widest * widest - nation * nation;
        let is_large = all_small(least.max(f64::MIN_POSITIVE)) < 1.0;
        if is_large && needs <= 0.0 {
            return Err(Contradiction::NationTooWide {
                half: nation * Z90,
                most: sum * Z90,
            });
        }
        if is_large && needs >= squares {
            return self.follow_the_widest(sd, needs);
        }
        // Rises with `a` through the place where the shares add to one.
        let over = |a: f64| {
            if is_large {
                one_large(a) - 1.0
            } else {
                1.0 - all_small(a)
            }
        };
        let (mut low, mut high) = (least, least.max(nation * nation).max(widest * widest));
        while over(high) < 0.0 {
            high *= 2.0;
        }
        for _ in 0..200 {
            let middle = 0.5 * (low + high);
            if over(middle) < 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (p, s) in sd.iter().enumerate() {
            let share = if is_large && p == leader {
                large(high)
            } else {
                small(high, *s)
            };
            self.closes[p] = share;
            self.own[p] = libm::sqrt(share * high);
        }
        Ok(())
    }

    /// The widest unit closes the sum alone; the others share a part of its score, so much that their
    /// sum has the variance `needs`.
    fn follow_the_widest(&mut self, sd: &[f64], needs: f64) -> Result<(), Contradiction> {
        let others = || sd.iter().enumerate().filter(|(p, _)| *p != self.leader);
        let sum: f64 = others().map(|(_, s)| s).sum();
        let squares: f64 = others().map(|(_, s)| s * s).sum();
        if needs > sum * sum * (1.0 + 1e-12) {
            return Err(Contradiction::TooWide {
                unit: self.leader,
                half: sd[self.leader] * Z90,
                most: libm::sqrt(sum * sum + self.nation * self.nation) * Z90,
            });
        }
        let beside = sum * sum - squares;
        let part = if beside > 0.0 {
            ((needs - squares) / beside).clamp(0.0, 1.0)
        } else {
            0.0
        };
        for (p, s) in sd.iter().enumerate() {
            let leads = p == self.leader;
            (self.own[p], self.common[p], self.closes[p]) = if leads {
                (0.0, 0.0, 1.0)
            } else {
                (s * libm::sqrt(1.0 - part), s * libm::sqrt(part), 0.0)
            };
        }
        Ok(())
    }
}

/// Beds of hospitals by province; `nation` is the published ratio per 10,000 people.
pub fn of_beds(
    nation: Ranged,
    provinces: &[Province],
    facilities: &[Facility],
) -> Result<Stock, Contradiction> {
    let units: Vec<_> = provinces.iter().map(|p| Some(p.beds)).collect();
    let mut known = vec![0.0; units.len()];
    for facility in facilities.iter().filter(|f| f.beds_known) {
        known[facility.province] += facility.beds;
    }
    let people: f64 = provinces.iter().map(|p| p.population).sum();
    Stock::new(nation.times(people / 1e4), &units, &known, &known)
}

/// Staff by province of the occupation at `at`; `nation` is the published ratio per 10,000 people. Where
/// no province has a figure, staff lie by people.
pub fn of_staff(nation: Ranged, provinces: &[Province], at: usize) -> Result<Stock, Contradiction> {
    let units: Vec<_> = provinces.iter().map(|p| p.staff[at]).collect();
    let weight: Vec<_> = provinces.iter().map(|p| p.population).collect();
    let people: f64 = weight.iter().sum();
    Stock::new(
        nation.times(people / 1e4),
        &units,
        &weight,
        &vec![0.0; units.len()],
    )
}

impl Base {
    /// Beds of hospitals by province.
    pub fn stock_of_beds(&self) -> Result<Stock, Contradiction> {
        of_beds(self.beds_stated(), &self.provinces, &self.facilities)
    }

    /// Staff of an occupation by province; nothing where the nation's ratio is drawn.
    pub fn stock_of_staff(&self, at: usize) -> Option<Result<Stock, Contradiction>> {
        let nation = self.occupations[at].national()?;
        Some(of_staff(nation, &self.provinces, at))
    }

    /// The published ratio of beds, with its range.
    fn beds_stated(&self) -> Ranged {
        let stated = self.national.iter().find(|f| f.indicator == "beds_per_10k");
        Ranged::with(self.beds_per_10k, stated.and_then(|f| f.range))
    }
}
