//! The uncertain numbers: each with a unit, a distribution, a source, a grade and a reason. No
//! number about the world hides in code.

mod can_be;
mod currency;
mod levels;
mod parts;
mod read;
mod required;
mod ties;
mod told;

pub use can_be::{CanBe, Cut};
pub use currency::one_scale;
pub use levels::{Land, own};
pub use parts::{of_one_whole, too_much as parts_over_whole};
pub use read::read;
pub use required::{
    CHOICES, MAY_BE_LEFT_OUT, can_be, required_assumptions, required_for_official,
    required_for_tracked, tells_of_care, tells_of_lever,
};
pub use ties::{Joint, RankTie};
pub use told::{Part, Percentile};

use super::Grade;
use crate::lanes::Lanes;
use crate::messages::base as messages;
use crate::shape::{Measure, Shape, shaped};
use crate::units::Share;
use serde::{Deserialize, Serialize};
use told::{Mixed, Told};

/// A number that is not below zero.
const FROM_ZERO: Shape = Shape::Number(0.0, f64::INFINITY, Measure::Bare);

shaped! {
    /// The law one uncertain number is drawn from.
    #[derive(PartialEq, Serialize)]
    pub enum Distribution {
        /// a plain value, not drawn
        Fixed(f64),
        /// shares that add to 1, for a profile over years
        #[holds(One(&Shape::List(Share::SHAPE)))]
        Profile(Vec<f64>),
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
        /// beta between 0 and 1: Beta(11, 2) has its mean at 11/13
        #[only(Positive)]
        #[holds(Row(&[&FROM_ZERO, &FROM_ZERO]))]
        Beta(f64, f64),
        /// one of the named ways of the base, each with its chance; the chances add to 1
        #[holds(One(&Shape::List(&Shape::Row(&[&Shape::Text, Share::SHAPE]))))]
        Choice(Vec<(String, f64)>),
        /// by percentiles, in their order: Percentiles([P10(0.6), P50(0.8), P90(0.9)])
        Percentiles(Vec<Percentile>),
        /// variants, each with its weight; the weights add to 1
        #[holds(One(&Shape::List(&Shape::Row(&[Share::SHAPE, Part::SHAPE]))))]
        Variants(Vec<(f64, Part)>),
    }
}

impl Distribution {
    /// The quantile at `u` in (0, 1); a profile has none and gives its first share.
    pub fn quantile(&self, u: f64) -> f64 {
        self.quantiles(Lanes::splat(u)).get(0)
    }

    /// [`Distribution::quantile`] in each future.
    pub fn quantiles(&self, u: Lanes) -> Lanes {
        use crate::quantile as q;
        match *self {
            Distribution::Fixed(v) => Lanes::splat(v),
            Distribution::Profile(ref shares) => Lanes::splat(shares[0]),
            Distribution::Normal { mean, sd } => u.map(q::normal) * sd + mean,
            Distribution::LogNormal { median, sigma } => u.map(|u| q::lognormal(u, median, sigma)),
            Distribution::Triangular { low, mode, high } => q::triangular(u, low, mode, high),
            Distribution::Uniform { low, high } => u * (high - low) + low,
            Distribution::Beta(a, b) => {
                let law = q::Beta::new(a, b);
                u.map(|u| law.quantile(u))
            }
            Distribution::Choice(ref ways) => u.map(|u| {
                let mut sum = 0.0;
                let place = ways.iter().position(|(_, chance)| {
                    sum += chance;
                    u < sum
                });
                // Rounding may leave the last sum just under 1: then the last way that can be.
                let last = || ways.iter().rposition(|(_, chance)| *chance > 0.0);
                place.or_else(last).unwrap_or(0) as f64
            }),
            Distribution::Percentiles(ref all) => {
                let law = Told::new(all, CanBe::Any);
                u.map(|u| law.quantile(u))
            }
            Distribution::Variants(ref all) => {
                let law = Mixed::new(all);
                u.map(|u| law.quantile(u))
            }
        }
    }

    /// The quantiles of the part of the law that a cut leaves; of the whole law where there is none.
    pub fn quantiles_in(&self, u: Lanes, cut: Option<&Cut>) -> Lanes {
        match (cut, self) {
            (None, _) => self.quantiles(u),
            // The tails alone give way, so that what was told still holds.
            (Some(cut), Distribution::Percentiles(all)) => {
                let law = Told::new(all, cut.to);
                u.map(|u| cut.inside(law.quantile(u)))
            }
            (Some(cut), _) => self.quantiles(cut.uniforms(u)).map(|x| cut.inside(x)),
        }
    }

    /// Share of the law that lies below `x`, what lies on it left out.
    pub fn share_below(&self, x: f64) -> f64 {
        use crate::quantile as q;
        if x.is_infinite() {
            return if x > 0.0 { 1.0 } else { 0.0 };
        }
        match *self {
            Distribution::Fixed(v) => f64::from(u8::from(v < x)),
            Distribution::Profile(ref shares) => f64::from(u8::from(shares[0] < x)),
            Distribution::Normal { mean, sd } => q::normal_cdf((x - mean) / sd),
            Distribution::LogNormal { .. } if x <= 0.0 => 0.0,
            Distribution::LogNormal { median, sigma } => {
                q::normal_cdf((libm::log(x) - libm::log(median)) / sigma)
            }
            Distribution::Triangular { low, mode, high } => {
                if x <= low {
                    0.0
                } else if x >= high {
                    1.0
                } else if x <= mode {
                    (x - low) * (x - low) / ((high - low) * (mode - low))
                } else {
                    1.0 - (high - x) * (high - x) / ((high - low) * (high - mode))
                }
            }
            Distribution::Uniform { low, high } => ((x - low) / (high - low)).clamp(0.0, 1.0),
            Distribution::Beta(a, b) => q::beta_cdf(x, a, b),
            Distribution::Choice(ref ways) => {
                let below = ways.iter().enumerate().filter(|(k, _)| (*k as f64) < x);
                below.map(|(_, (_, chance))| chance).sum::<f64>().min(1.0)
            }
            Distribution::Percentiles(ref all) => Told::new(all, CanBe::Any).share_below(x),
            Distribution::Variants(ref all) => Mixed::new(all).share_below(x),
        }
    }

    /// Share of the law that lies below `x` or on it.
    pub fn share_up_to(&self, x: f64) -> f64 {
        match *self {
            Distribution::Fixed(v) => f64::from(u8::from(v <= x)),
            Distribution::Variants(ref all) => Mixed::new(all).share_up_to(x),
            _ => self.share_below(x),
        }
    }

    /// Whether a draw can differ from its median.
    pub fn is_drawn(&self) -> bool {
        !matches!(self, Distribution::Fixed(_) | Distribution::Profile(_))
    }
}

/// Ties an assumption's rank to a weighted mix of others by a normal copula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Correlation of the normal scores with the mix.
    pub rho: f64,
    /// The others and their weights on normal scores (the mix is scaled to unit variance).
    pub to: Vec<(String, f64)>,
    /// Grade of the tie; that of the assumption where none is given.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// Why the two move together; the assumption's own reason says it where none is given.
    #[serde(default)]
    pub reason: String,
}

/// One uncertain number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Id, dotted: `post.match`.
    pub id: String,
    /// One line of meaning.
    pub meaning: String,
    /// Unit.
    pub unit: String,
    /// Law it is drawn from.
    pub distribution: Distribution,
    /// Plausible range; required for a fixed value of grade E, used by drivers of sensitivity.
    #[serde(default)]
    pub range: Option<(f64, f64)>,
    /// Source ids, `;` between; may be empty for grade E.
    #[serde(default)]
    pub source: String,
    /// Grade.
    pub grade: Grade,
    /// Why this value and this range.
    #[serde(default)]
    pub reason: String,
    /// Why a value that has a range is held all the same, and not drawn.
    #[serde(default)]
    pub held: String,
    /// Year from which it holds, where it is a law of the day (a rule, a programme, how people are
    /// counted) and not of nature: a base of an earlier year states its own.
    #[serde(default)]
    pub since: Option<i32>,
    /// Tie to others, if any.
    #[serde(default)]
    pub tied: Option<Tie>,
    /// Code of the country whose people, beds or money the number counts; empty where it would hold
    /// in any country.
    #[serde(default)]
    pub level_of: String,
}

impl Assumption {
    /// What the quantity can be.
    pub fn can_be(&self) -> CanBe {
        can_be(&self.id)
    }

    /// The cut of its law, where that reaches further than the quantity can.
    pub fn cut(&self) -> Option<Cut> {
        Cut::of(&self.distribution, self.can_be())
    }

    /// Why a law cannot be that of this quantity: a value that it cannot have, or a law most of which
    /// lies outside what it can be.
    pub fn cannot_be(&self, law: &Distribution) -> Option<String> {
        let to = self.can_be();
        let (id, unit, words) = (&self.id, &self.unit, to.words());
        match *law {
            Distribution::Profile(_) => None,
            Distribution::Fixed(v) => {
                (!to.holds(v)).then(|| messages::value_cannot_be(id, unit, words, v))
            }
            Distribution::Percentiles(ref all) => {
                let mut values = all.iter().map(|p| p.told().1);
                let outside = values.find(|value| !to.holds(*value))?;
                Some(messages::value_cannot_be(id, unit, words, outside))
            }
            _ => {
                if let Distribution::Variants(all) = law {
                    let mut each = all.iter().map(|(_, part)| self.cannot_be(&part.law()));
                    if let Some(wrong) = each.find_map(|wrong| wrong) {
                        return Some(wrong);
                    }
                }
                let outside = Cut::of(law, to)?.share();
                (outside > 0.5).then(|| {
                    let percent = (outside * 100.0).round();
                    messages::law_cannot_be(id, unit, words, percent)
                })
            }
        }
    }

    /// The quantile at `u` of what is left of its law.
    pub fn quantile(&self, u: f64) -> f64 {
        let cut = self.cut();
        let all = self
            .distribution
            .quantiles_in(Lanes::splat(u), cut.as_ref());
        all.get(0)
    }
}

/// All assumptions of a base (with a scenario's overrides applied), in file order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumptionBook {
    /// In file order.
    pub all: Vec<Assumption>,
    /// Ties that a scenario puts between them, beside those of the base.
    pub ties: Vec<RankTie>,
}

impl AssumptionBook {
    /// Position of an id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.all.iter().position(|a| a.id == id)
    }
    /// The assumption with this id.
    pub fn get(&self, id: &str) -> Option<&Assumption> {
        self.position(id).map(|i| &self.all[i])
    }
}

impl Distribution {
    /// What is wrong with the parameters, if anything.
    pub fn fault(&self) -> Option<String> {
        let finite = |values: &[f64]| values.iter().all(|v| v.is_finite());
        match self {
            Distribution::Fixed(v) if !finite(&[*v]) => Some(messages::VALUE_IS_NO_NUMBER.into()),
            Distribution::Profile(shares) => {
                let sum: f64 = shares.iter().sum();
                if shares.is_empty() || shares.iter().any(|s| !(0.0..=1.0).contains(s)) {
                    Some(messages::PROFILE_OF_SHARES.into())
                } else if (sum - 1.0).abs() > 1e-9 {
                    let sum = (sum * 1e9).round() / 1e9;
                    Some(messages::profile_does_not_add(sum))
                } else {
                    None
                }
            }
            Distribution::Normal { mean, sd } if !finite(&[*mean, *sd]) || *sd <= 0.0 => {
                Some(messages::DEVIATION_ABOVE_0.into())
            }
            Distribution::LogNormal { median, sigma }
                if !finite(&[*median, *sigma]) || *median <= 0.0 || *sigma <= 0.0 =>
            {
                Some(messages::LOGNORMAL_ABOVE_0.into())
            }
            Distribution::Triangular { low, mode, high }
                if !finite(&[*low, *mode, *high]) || low >= high || mode < low || mode > high =>
            {
                Some(messages::not_in_order(low, mode, high))
            }
            Distribution::Uniform { low, high } if !finite(&[*low, *high]) || low >= high => {
                Some(messages::low_not_below_high(low, high))
            }
            Distribution::Beta(a, b) if !finite(&[*a, *b]) || *a <= 0.0 || *b <= 0.0 => {
                Some(messages::BETA_ABOVE_0.into())
            }
            Distribution::Choice(ways) => {
                let sum: f64 = ways.iter().map(|(_, chance)| chance).sum();
                let twice = |k: usize| ways[..k].iter().any(|(name, _)| *name == ways[k].0);
                if ways.len() < 2 || ways.iter().any(|(name, _)| name.trim().is_empty()) {
                    Some(messages::CHOICE_OF_TWO.into())
                } else if (0..ways.len()).any(twice) {
                    Some(messages::CHOICE_ONCE.into())
                } else if ways.iter().any(|(_, chance)| !(0.0..=1.0).contains(chance)) {
                    Some(messages::CHANCES_OUTSIDE.into())
                } else if (sum - 1.0).abs() > 1e-9 {
                    let sum = (sum * 1e9).round() / 1e9;
                    Some(messages::choice_does_not_add(sum))
                } else {
                    None
                }
            }
            Distribution::Percentiles(all) => told::fault_of(all),
            Distribution::Variants(all) => told::fault_of_variants(all),
            _ => None,
        }
    }

    /// The value taken as most likely: the mode of a triangular, the median or mean of the others.
    pub fn most_likely(&self) -> f64 {
        match *self {
            Distribution::Fixed(v) => v,
            Distribution::Profile(ref shares) => shares[0],
            Distribution::Normal { mean, .. } => mean,
            Distribution::LogNormal { median, .. } => median,
            Distribution::Triangular { mode, .. } => mode,
            Distribution::Uniform { low, high } => (low + high) / 2.0,
            Distribution::Beta(a, b) => a / (a + b),
            Distribution::Choice(ref ways) => {
                let likelier = |a: &usize, b: &usize| ways[*a].1.total_cmp(&ways[*b].1);
                (0..ways.len()).max_by(likelier).unwrap_or(0) as f64
            }
            Distribution::Percentiles(_) | Distribution::Variants(_) => self.quantile(0.5),
        }
    }
}
