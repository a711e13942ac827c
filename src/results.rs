//! What was found: plain data, no world. Everything pictures and reports are made from.

pub mod comparison;
pub mod designed;
pub mod guesses;
pub mod public;
pub mod record;
pub mod seek;
pub mod summary;
pub mod sweep;
pub mod tasks;
pub mod timing;
pub mod worth;

pub use record::{Aside, Draws, Facilities, Facility, FacilityYear, Futures, Record};
pub use tasks::{Agreement, Came, MoneyFate, PolicyCost, PolicyUsed, Promised, Report, Spending};

use crate::base::{
    AssumedTable, Borders, Bound, Direction, Distribution, Form, Grade, HistoryPoint, TargetStatus,
};
use crate::said::Told;
use crate::units::Payer;
pub use crate::units::Unit;
use crate::units::Year;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Kind of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScopeKind {
    /// The nation.
    Nation,
    /// A region.
    Region,
    /// A province.
    Province,
}

/// Where an indicator is read: the nation, a region, a province.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    /// `nation`, a region code or a province code.
    pub code: String,
    /// Kind.
    pub kind: ScopeKind,
    /// Name in the country's language.
    pub name: Told,
    /// Name in English.
    pub name_en: String,
    /// Column and row on the tile map; provinces only.
    pub tile: Option<(u32, u32)>,
    /// Code of the region; provinces only.
    pub region: Option<String>,
}

/// An indicator as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorInfo {
    /// Id: `beds_per_10k`.
    pub id: String,
    /// Title: `Hospital beds per 10,000 people`.
    pub title: Told,
    /// Unit.
    pub unit: Unit,
    /// One sentence: what is counted.
    pub meaning: Told,
    /// Whether it is read for the nation only.
    pub national_only: bool,
    /// Why targets on it cannot be answered with published figures, and what would settle it.
    #[serde(default)]
    pub not_answerable: Option<Told>,
    /// The assumption whose ways no figure decides between, where it is drawn with equal chances so that
    /// drivers can name it: its spread over all futures is no forecast, and is neither drawn nor put down.
    #[serde(default)]
    pub open_between: Option<String>,
    /// Which way it is better where no target says so; `None` where more is neither better nor worse by
    /// itself: money spent, beds that only change hands.
    #[serde(default)]
    pub better: Option<Direction>,
    /// What its top counts, plural, so that a gap can be told in them; empty where it counts no things.
    #[serde(default)]
    pub counts: Told,
    /// The stock of the ledger that it is made of.
    #[serde(default)]
    pub stock: Option<String>,
    /// What provinces publish counts of, where it tells that per 10,000 people: `beds`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<String>,
    /// The indicator of which it is the official or the expected figure: what was published of that is the
    /// past of both.
    #[serde(default)]
    pub figure_of: Option<String>,
    /// The indicator of which it is the spread between provinces.
    #[serde(default)]
    pub spread_of: Option<String>,
    /// Whether it is told of a province's neighbours, who draw on the same people.
    #[serde(default)]
    pub of_neighbours: bool,
    /// The most it can be: 1 for a share of a whole.
    #[serde(default)]
    pub most: Option<f64>,
}

impl IndicatorInfo {
    /// The indicator whose past is its own: that of which it is the official or the expected figure, or
    /// itself.
    pub fn plain(&self) -> &str {
        self.figure_of.as_deref().unwrap_or(&self.id)
    }
}

/// Code of the scope that is the nation.
pub const NATION: &str = "nation";

/// End of the id of a question on what will be reported.
const OFFICIAL_TWIN: &str = "/official";

/// Id of the question on what will be reported, which stands beside a target on beds as built.
pub fn official_twin(target: &str) -> String {
    [target, OFFICIAL_TWIN].concat()
}

/// Whether a question is on what will be reported, beside one on beds as built.
pub fn is_official_twin(target: &str) -> bool {
    target.ends_with(OFFICIAL_TWIN)
}

/// The one place that all of some targets are about; the nation where they are about several.
pub fn the_one_place<'a>(mut scopes: impl Iterator<Item = &'a str>) -> &'a str {
    let first = scopes.next().unwrap_or(NATION);
    match scopes.all(|scope| scope == first) {
        true => first,
        false => NATION,
    }
}

/// Percentiles kept for every cell.
pub const PERCENTILES: [f64; 7] = [0.025, 0.10, 0.25, 0.50, 0.75, 0.90, 0.975];

/// One indicator in one scope and year, over all futures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Mean.
    pub mean: f64,
    /// Standard deviation between futures.
    pub sd: f64,
    /// Percentiles, in the order of [`PERCENTILES`].
    pub percentiles: [f64; 7],
    /// Monte Carlo standard error of the mean.
    pub mc_error: f64,
}

impl Summary {
    /// The median.
    pub fn median(&self) -> f64 {
        self.percentiles[3]
    }
}

/// How often something happened, with the interval sampling leaves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Probability {
    /// Futures in which it happened.
    pub hits: u32,
    /// Futures lived.
    pub of: u32,
    /// hits / of.
    pub value: f64,
    /// Lower end of the 95 % Wilson interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Probability {
    /// The word for it, where there is one way the world could be.
    pub fn word(&self) -> Word {
        Word::of(self.value, self.value, Some(self.value))
    }
}

/// The answer to one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetAnswer {
    /// Target id.
    pub id: String,
    /// Id of the indicator it is judged on: for people what is expected of them, whatever the document
    /// names.
    pub indicator: String,
    /// Scope code.
    pub scope: String,
    /// Year.
    pub year: Year,
    /// Threshold, in the indicator's unit.
    pub threshold: f64,
    /// Direction.
    pub direction: Direction,
    /// How it is meant.
    pub form: Form,
    /// Document.
    pub document: Told,
    /// Standing.
    pub status: TargetStatus,
    /// Borders.
    pub borders: Borders,
    /// Source ids.
    pub source_id: String,
    /// Whether the question asks it: due within the horizon, due already and told as observed, or told with why
    /// no figure can answer it.
    pub headline: bool,
    /// Why the question asks it; `None` for what stands around the question.
    pub standing: Option<Standing>,
    /// Probability that it holds at the end of its year; `None` when the year lies outside the horizon.
    pub probability: Option<Probability>,
    /// The same question at each year-end of the horizon, in the order of [`Findings::years`]
    /// without the base year.
    pub by_year: Vec<Probability>,
    /// Quantile (0.1, 0.5, 0.9) of the year it first holds; `None` when it does not within the
    /// horizon in that share of futures.
    pub year_first_met: [Option<Year>; 3],
    /// Mean shortfall over all futures, in the indicator's unit, zero where met.
    pub expected_shortfall: Option<f64>,
    /// Median shortfall in whole heads or beds (0 when the median future meets it), where the
    /// indicator counts heads or beds per people or a share of beds.
    pub median_gap: Option<f64>,
    /// Shortfall of the median future, in the indicator's unit.
    #[serde(default)]
    pub median_short: Option<f64>,
    /// Extra heads or beds a year from the first simulated year on that would close that gap.
    pub extra_a_year: Option<f64>,
    /// `extra_a_year` plus today's median net flow, over today's median net flow.
    pub multiple_of_flow: Option<f64>,
    /// The range of the probability between the lowest and highest fifth of the assumption that
    /// matters most.
    pub driver_range: Option<(f64, f64)>,
    /// The id of that assumption; `None` where none can be told from luck at this many futures.
    pub driver: Option<String>,
    /// How far the probability moves from its lowest to its highest fifth, with the 95 % interval.
    pub driver_swing: Option<[f64; 3]>,
    /// Whether a driver was looked for: assumptions are drawn, and the target is a headline.
    pub driver_asked: bool,
    /// Ids of the assumptions of grade E by which policies that exist for its indicator act on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumed_effects: Vec<String>,
    /// Sentences on levers that cannot act in time.
    pub too_late: Vec<Told>,
    /// The same question in each way the world could be that no figure decides between and that can be;
    /// empty where there is one way only.
    pub variants: Vec<VariantAnswer>,
    /// The count of its own that the place publishes, where the target is judged on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_count: Option<OwnCount>,
}

impl TargetAnswer {
    /// Whether the chance is one for all: there is one way only, or ways have weights. Else the chance of
    /// the first way alone would pass for the answer.
    pub fn is_one_chance(&self) -> bool {
        is_one_chance(&self.variants)
    }

    /// The lowest and the highest chance by way; where there is one way only, its chance.
    pub fn extremes(&self) -> Option<[&Probability; 2]> {
        Some(extremes(self.probability.as_ref()?, &self.variants))
    }

    /// The values of the same.
    pub fn ends(&self) -> Option<(f64, f64)> {
        self.extremes().map(|[low, high]| (low.value, high.value))
    }

    /// The first way, where ways that no figure decides between have no one chance: the way that pictures
    /// draw and whose chance stands in `probability`.
    pub fn first_way(&self) -> Option<&VariantAnswer> {
        self.variants.first().filter(|_| !self.is_one_chance())
    }

    /// The word for the chance, by one ladder for every text; `None` where there is no chance.
    pub fn word(&self) -> Option<Word> {
        Some(word_of(self.probability.as_ref()?, &self.variants))
    }
}

/// Whether ways of going on leave one chance: there are none, or figures weigh them.
pub fn is_one_chance(ways: &[VariantAnswer]) -> bool {
    ways.is_empty() || ways.iter().any(|v| v.weight.is_some())
}

/// The lowest and the highest chance by way; where there is one way only, its chance.
pub fn extremes<'a>(one: &'a Probability, ways: &'a [VariantAnswer]) -> [&'a Probability; 2] {
    let all = || ways.iter().map(|v| &v.probability);
    let by_value = |a: &&Probability, b: &&Probability| a.value.total_cmp(&b.value);
    let low = all().min_by(by_value).unwrap_or(one);
    [low, all().max_by(by_value).unwrap_or(one)]
}

/// The word for a chance that is told in these ways.
pub fn word_of(one: &Probability, ways: &[VariantAnswer]) -> Word {
    let [low, high] = extremes(one, ways).map(|p| p.value);
    Word::of(low, high, is_one_chance(ways).then_some(one.value))
}

/// What may make a chance wrong besides its sampling.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// The chance in each way that something goes on.
    pub ways: Vec<VariantAnswer>,
    /// The assumption that matters most, where one can be told, with the ends of the chance across it.
    pub driver: Option<(String, (f64, f64))>,
    /// Whether it was looked for.
    pub driver_asked: bool,
    /// Assumptions of grade E by which policies act on what is asked.
    pub assumed_effects: Vec<String>,
}

impl TargetAnswer {
    /// What may make its chance wrong besides its sampling.
    pub fn doubt(&self) -> Doubt {
        Doubt {
            ways: self.variants.clone(),
            driver: self.driver.clone().zip(self.driver_range),
            driver_asked: self.driver_asked,
            assumed_effects: self.assumed_effects.clone(),
        }
    }
}

/// The chance of a target in one variant, from all futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VariantAnswer {
    /// The assumption that draws the variant.
    pub assumption: String,
    /// Its name there.
    pub name: String,
    /// Its weight, where weights are supported.
    pub weight: Option<f64>,
    /// The chance.
    pub probability: Probability,
}

/// How sure a chance is in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// At least .95 in every variant.
    Will,
    /// At least 2 in 3, and more likely than not in every variant.
    Probably,
    /// Neither.
    Open,
    /// At most 1 in 3, and less likely than not in every variant.
    ProbablyNot,
    /// At most .05 in every variant.
    WillNot,
}

impl Word {
    /// The word for the lowest and highest chance of the variants, and that of their mixture where
    /// weights are supported.
    pub fn of(low: f64, high: f64, mixture: Option<f64>) -> Word {
        const SURE: f64 = 0.95;
        match mixture {
            _ if low >= SURE => Word::Will,
            _ if high <= 1.0 - SURE => Word::WillNot,
            Some(p) if p >= 2.0 / 3.0 && low > 0.5 => Word::Probably,
            Some(p) if p <= 1.0 / 3.0 && high < 0.5 => Word::ProbablyNot,
            // Whatever the weights, the mixture lies between the ends.
            None if low >= 2.0 / 3.0 => Word::Probably,
            None if high <= 1.0 / 3.0 => Word::ProbablyNot,
            _ => Word::Open,
        }
    }

    /// The word in tables.
    pub fn id(self) -> &'static str {
        match self {
            Word::Will => "will",
            Word::Probably => "probably",
            Word::Open => "open",
            Word::ProbablyNot => "probably not",
            Word::WillNot => "will not",
        }
    }
}

/// How likely a province's own ratio reaches the threshold set for the nation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProvinceProbability {
    /// Province code.
    pub province: String,
    /// Indicator id.
    pub indicator: String,
    /// Year at whose end it is asked.
    pub year: Year,
    /// The nation's threshold, in the indicator's unit.
    pub threshold: f64,
    /// Its direction.
    pub direction: Direction,
    /// How it is meant.
    pub form: Form,
    /// How often it holds.
    pub probability: Probability,
}

impl ProvinceProbability {
    /// What is asked of the province.
    pub fn bound(&self) -> Bound {
        (self.direction, self.threshold, self.form)
    }

    /// Whether it is this target that the province is asked.
    pub fn asks(&self, target: &TargetAnswer) -> bool {
        let here = (&self.indicator, self.year, self.bound());
        here == (&target.indicator, target.year, target.bound())
    }
}

/// Why a target is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    /// The scenario writes it.
    Own,
    /// It is one of the place the question is about.
    Place,
    /// It is an adopted one of the nation.
    Nation,
}

/// How an indicator of a place is spread over the futures at one year-end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exceedance {
    /// Indicator id.
    pub indicator: String,
    /// Scope code.
    pub scope: String,
    /// Year at whose end it is read.
    pub year: Year,
    /// The value that 0, 1, 2, ... 100 % of futures do not exceed, in the indicator's unit.
    pub quantiles: Vec<f64>,
}

/// A named set of targets that must all hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JointAnswer {
    /// Name: `Decision 201, 2030`.
    pub name: Told,
    /// Target ids.
    pub targets: Vec<String>,
    /// Probability that all hold.
    pub probability: Probability,
    /// Where a count of officials is among them, which is drawn independently of staff: the lowest and the
    /// highest chance that the targets' own chances allow, however they hang together (Frechet bounds).
    #[serde(default)]
    pub bounds: Option<[f64; 2]>,
}

/// How a probability changes between the lowest and the highest fifth of one assumption's draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// Target id.
    pub target: String,
    /// Assumption id.
    pub assumption: String,
    /// Probability in the lowest fifth.
    pub low: Probability,
    /// Probability in the highest fifth.
    pub high: Probability,
    /// Mean of the indicator in the lowest fifth.
    #[serde(with = "undefined")]
    pub low_mean: f64,
    /// Mean of the indicator in the highest fifth.
    #[serde(with = "undefined")]
    pub high_mean: f64,
    /// Grade of the assumption.
    pub grade: Grade,
    /// Whether it stands after control of false discoveries, at 5 in 100, among all assumptions tried for
    /// the target and in the run.
    pub named: bool,
}

impl Driver {
    /// By how much the chance is greater in the highest fifth.
    pub fn swing(&self) -> f64 {
        self.high.value - self.low.value
    }

    /// 95 % interval of the swing. Source: R. G. Newcombe, *Interval estimation for the difference between
    /// independent proportions*, Stat. Med. 17 (1998), 873-890, method 10.
    pub fn swing_range(&self) -> [f64; 2] {
        let (a, b) = (&self.low, &self.high);
        let below = libm::hypot(b.value - b.low, a.high - a.value);
        let above = libm::hypot(b.high - b.value, a.value - a.low);
        [self.swing() - below, self.swing() + above]
    }

    /// The chance of a swing as wide by luck alone: two shares, with the correction for continuity.
    pub fn by_luck(&self) -> f64 {
        let (m, n) = (f64::from(self.low.of), f64::from(self.high.of));
        let both = f64::from(self.low.hits + self.high.hits) / (m + n);
        let each = 1.0 / m + 1.0 / n;
        let sd = (both * (1.0 - both) * each).sqrt();
        let beyond = self.swing().abs() - 0.5 * each;
        if sd > 0.0 && beyond > 0.0 {
            libm::erfc(beyond / sd * std::f64::consts::FRAC_1_SQRT_2)
        } else {
            1.0
        }
    }
}

/// A cost line: mean and an 80 % range over futures, in billion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostRow {
    /// Who pays.
    pub payer: Payer,
    /// Purpose: `beds_provincial`, `operation`, `pay`, ...
    pub purpose: String,
    /// Year.
    pub year: Year,
    /// Mean at constant prices of the base year.
    pub constant: f64,
    /// 10th percentile at constant prices.
    pub constant_p10: f64,
    /// 90th percentile at constant prices.
    pub constant_p90: f64,
    /// Mean at the prices of the year.
    pub nominal: f64,
    /// Mean, constant prices, discounted to the base year.
    pub discounted: f64,
}

/// A ledger line: how much one cause changed one stock in a year (nation), over all futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// Stock: `beds`, `doctors`, `students:doctors`, `money:provincial`, ...
    pub stock: String,
    /// Cause: `opened_private`, `retired`, ... ; `opening_stock` and `closing_stock` bracket them.
    pub cause: String,
    /// Title of the cause as printed in charts.
    pub title: Told,
    /// Year.
    pub year: Year,
    /// Mean change (signed).
    pub mean: f64,
    /// 10th percentile.
    pub p10: f64,
    /// 90th percentile.
    pub p90: f64,
}

/// Which side bound hiring, by occupation and year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BindingRow {
    /// Occupation plural.
    pub occupation: String,
    /// Year.
    pub year: Year,
    /// Share of futures in which open posts were fewer than people looking.
    pub posts_bind: f64,
    /// Mean open posts.
    pub open_posts: f64,
    /// Mean people looking.
    pub pool: f64,
}

/// An assumption as used in this run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssumptionUsed {
    /// Id.
    pub id: String,
    /// Meaning.
    pub meaning: Told,
    /// Unit.
    pub unit: Told,
    /// Law.
    pub distribution: Distribution,
    /// Range.
    pub range: Option<(f64, f64)>,
    /// Source ids.
    pub source: String,
    /// Grade.
    pub grade: Grade,
    /// Reason.
    pub reason: Told,
    /// Whether the scenario replaced the base's law.
    pub overridden: bool,
    /// Whether a system read it in this run.
    pub read: bool,
    /// What the quantity can be, where its law reaches further and was cut.
    #[serde(default)]
    pub cut_to: Option<String>,
    /// Share of the law that was cut off.
    #[serde(default)]
    pub cut_share: Option<f64>,
}

/// A target whose year was over when the run begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastMark {
    /// Indicator.
    pub indicator: String,
    /// Scope.
    pub scope: String,
    /// Year at whose end it should have held.
    pub year: Year,
    /// What it asked of the indicator.
    pub bound: Bound,
    /// Document that set it.
    pub document: Told,
    /// Source ids, `;` between.
    pub source_id: String,
}

/// Name of a payer's money in the ledger: `money:provincial`.
pub fn money_of(payer: Payer) -> String {
    format!("money:{}", format!("{payer:?}").to_lowercase())
}

/// A count that a province publishes of itself, beside the figure of the base that is raked to the nation;
/// both at the base year for each 10,000 people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnCount {
    /// As the province publishes it: its targets are judged on this count.
    pub published: f64,
    /// As it is raked to the nation: stocks and the nation stand on this one.
    pub raked: f64,
    /// Source ids of what is published, `;` between.
    pub source_id: String,
    /// Its grade.
    pub grade: Grade,
}

impl OwnCount {
    /// What a raked ratio is multiplied by to be told as the province counts.
    pub fn factor(&self) -> f64 {
        self.published / self.raked
    }
}

/// What a province counts itself, of beds or of staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProvinceCount {
    /// Code of the province.
    pub province: String,
    /// `beds`, or the plural of an occupation.
    pub what: String,
    /// Its count beside the raked figure.
    pub count: OwnCount,
}

/// A figure of the base that the asker knows better, and what stands in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureUsed {
    /// What it is a figure of: `beds`, the plural of an occupation, an indicator that is followed, or the
    /// id of a price.
    pub what: String,
    /// Code of the province or hospital; empty of a price.
    pub of: String,
    /// Its unit.
    pub unit: String,
    /// The figure of the base, where it has one.
    pub before: Option<f64>,
    /// The range of that.
    pub before_range: Option<(f64, f64)>,
    /// Where that comes from.
    pub before_source: String,
    /// The grade of that.
    pub before_grade: Option<Grade>,
    /// The asker's figure.
    pub value: f64,
    /// Range in which 80 of 100 futures lie.
    pub range: Option<(f64, f64)>,
    /// Where it comes from, as the asker names it.
    pub source: String,
    /// Its grade.
    pub grade: Grade,
    /// Why it is better than that of the base.
    pub reason: String,
}

/// A ratio of the base year that figures of the asker move: of the place they are about, or of another that
/// makes room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureMoved {
    /// `beds`, or the plural of an occupation.
    pub what: String,
    /// Code of the province.
    pub province: String,
    /// Before, for each 10,000 people.
    pub before: f64,
    /// After, for each 10,000 people.
    pub after: f64,
    /// Whether a figure of the asker is about it.
    pub own: bool,
}

/// A provincial figure at base shown beside its bottom-up count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BottomUp {
    /// Province code.
    pub province: String,
    /// Occupation plural.
    pub occupation: String,
    /// Used in the model (raked to the nation), heads.
    pub used: f64,
    /// Counted bottom-up, heads.
    pub bottom_up: f64,
}

/// What a question about one province adds to what was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProvinceFocus {
    /// Code of the province.
    pub province: String,
    /// Money spent in it, by payer, purpose and year.
    pub costs: Vec<CostRow>,
    /// Where it stands among the provinces.
    pub ranks: Vec<Rank>,
    /// The provinces nearest to it, itself first.
    pub neighbours: Vec<Neighbour>,
}

/// Where a province stands among all, by one indicator at one year-end: 1 is the highest value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rank {
    /// Indicator id.
    pub indicator: String,
    /// Year.
    pub year: Year,
    /// Rank that 10, 50 and 90 % of futures do not exceed.
    pub quantiles: [u32; 3],
    /// Provinces ranked.
    pub of: u32,
}

/// A province that looks for the same people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Code.
    pub province: String,
    /// Kilometres between the centres; 0 for the province itself.
    pub kilometres: f64,
    /// Income index, nation 1.
    pub income_index: f64,
    /// Median appeal of a post there over that of the same post in the province the question is
    /// about, year shocks left out.
    pub pull: f64,
}

/// How a run went; never compared between runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunStatistics {
    /// Worker threads.
    pub threads: usize,
    /// Seconds of simulation.
    pub simulate_seconds: f64,
    /// Seconds of reduction.
    pub reduce_seconds: f64,
    /// Futures lived each second.
    pub futures_per_second: f64,
    /// Years lived each second (futures times years).
    pub years_per_second: f64,
    /// Conservation laws checked (count of single comparisons).
    pub checks: u64,
    /// Largest resident memory, MB, where the system tells.
    pub peak_memory_mb: Option<f64>,
    /// Futures taken over from a run that was cut short.
    #[serde(rename = "kept")]
    pub taken_over: u32,
    /// What the stop rule said at the end, where one was asked for.
    pub stop_rule: Option<StopRule>,
}

/// Of very many futures only the first are kept one by one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summarised {
    /// Futures kept one by one: drivers, gaps, ledger, costs and policies are read off them.
    pub exact: u32,
    /// Standard error of the rank of a percentile among all futures, a share of them.
    pub rank_error: f64,
}

/// What a stop rule says of the futures lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopRule {
    /// Half-width to which every headline probability was to be known, a fraction.
    pub half_width: f64,
    /// Whether it is.
    pub reached: bool,
    /// The target known least well, and the half-width of its interval.
    pub widest: Option<(String, f64)>,
    /// Futures that would do, by the probabilities seen.
    pub needed: u32,
}

/// Everything found by one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Scenario name (file stem).
    pub scenario: String,
    /// Title.
    pub title: Told,
    /// Note.
    pub note: Told,
    /// Country name.
    pub country: Told,
    /// Currency unit.
    pub currency: Told,
    /// Base code.
    pub base: String,
    /// Digest of the base's files, hex sha-256.
    pub base_digest: String,
    /// Digest of the scenario text, hex sha-256.
    pub scenario_digest: String,
    /// Files the scenario builds on, each with its digest, hex sha-256.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scenario_files: Vec<(String, String)>,
    /// Seed.
    pub seed: u64,
    /// Replicates lived.
    pub replicates: Range<u32>,
    /// Targets of the nation and of the place asked about whose year is over, of the base year and the year
    /// before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<PastMark>,
    /// Where only futures are lived that agree with what was reported of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreement>,
    /// Where there were too many futures to keep each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summarised: Option<Summarised>,
    /// Layers of randomness, as printed.
    pub uncertainty: String,
    /// How the numbers of the assumptions were laid out, where not each was drawn by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampling: Option<String>,
    /// Whether the staffing gate was on.
    pub staffing_gate: bool,
    /// Base year and every simulated year.
    pub years: Vec<Year>,
    /// Nation, then regions, then provinces.
    pub scopes: Vec<Scope>,
    /// Indicators in registry order.
    pub indicators: Vec<IndicatorInfo>,
    /// Summaries, `[scope][indicator][year]` flattened; `None` where not defined (national-only).
    pub summaries: Vec<Option<Summary>>,
    /// Answers, headline first.
    pub targets: Vec<TargetAnswer>,
    /// Joint answers.
    pub joint: Vec<JointAnswer>,
    /// National thresholds asked of each province.
    pub province_probability: Vec<ProvinceProbability>,
    /// Whole distributions of the indicators and years that headline targets ask about.
    pub exceedance: Vec<Exceedance>,
    /// Drivers of headline targets, largest swing first within a target.
    pub drivers: Vec<Driver>,
    /// Costs.
    pub costs: Vec<CostRow>,
    /// National ledger.
    pub ledger: Vec<LedgerRow>,
    /// Which side binds.
    pub binding: Vec<BindingRow>,
    /// Assumptions.
    pub assumptions: Vec<AssumptionUsed>,
    /// Tables of the base that are assumed as a whole, as grade E.
    pub assumed_tables: Vec<AssumedTable>,
    /// Policies.
    pub policies: Vec<PolicyUsed>,
    /// What they spend of the money the question is about; `None` without policies.
    #[serde(default)]
    pub public: Option<public::PublicMoney>,
    /// History of the base.
    pub history: Vec<HistoryPoint>,
    /// What is published for the end of the base year and stands in no series: of what is followed, and what
    /// provinces count themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_base: Vec<HistoryPoint>,
    /// By the id of a source of what came: who published it, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<(String, String)>,
    /// Figures raked to the nation beside their bottom-up counts.
    pub bottom_up: Vec<BottomUp>,
    /// Counts that provinces publish of themselves, beside the raked figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_counts: Vec<ProvinceCount>,
    /// Figures of the asker in place of the base's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureUsed>,
    /// Ratios of the base year that these move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures_moved: Vec<FigureMoved>,
    /// What is told of the province the question is about.
    pub focus: Option<ProvinceFocus>,
    /// Counts of facilities: (hospitals, synthetic hospitals, stations).
    pub facility_counts: (usize, usize, usize),
    /// How the run went; not kept, since it differs between equal runs.
    #[serde(skip)]
    pub statistics: RunStatistics,
}

impl TargetAnswer {
    /// What it asks of its indicator.
    pub fn bound(&self) -> Bound {
        (self.direction, self.threshold, self.form)
    }
}

impl Findings {
    /// Position of an indicator.
    pub fn indicator(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|i| i.id == id)
    }
    /// What is known of an indicator.
    pub fn info(&self, id: &str) -> Option<&IndicatorInfo> {
        self.indicator(id).map(|i| &self.indicators[i])
    }
    /// The indicator whose past is that of `id`: see [`IndicatorInfo::plain`].
    pub fn plain<'a>(&'a self, id: &'a str) -> &'a str {
        self.info(id).map_or(id, IndicatorInfo::plain)
    }
    /// What an indicator's top counts, plural.
    pub fn counts(&self, id: &str) -> &str {
        self.info(id).map_or("", |info| info.counts.as_str())
    }
    /// What provinces publish counts of, of which an indicator or that of which it is a figure tells.
    pub fn counted(&self, id: &str) -> Option<&str> {
        self.info(self.plain(id))?.counted.as_deref()
    }
    /// The count of its own that a place publishes of an indicator, where its targets are judged on it.
    pub fn own_count(&self, indicator: &str, code: &str) -> Option<&OwnCount> {
        let what = self.counted(indicator)?;
        let mut all = self.own_counts.iter();
        let own = all.find(|own| own.province == code && own.what == what)?;
        Some(&own.count)
    }
    /// Whether the same is asked of the count that this one is the official figure of.
    pub fn is_twin(&self, target: &TargetAnswer) -> bool {
        let Some(plain) = self
            .info(&target.indicator)
            .and_then(|i| i.figure_of.as_deref())
        else {
            return false;
        };
        let same = |b: &TargetAnswer| (&b.scope, b.year) == (&target.scope, target.year);
        self.targets.iter().any(|b| b.indicator == plain && same(b))
    }
    /// The targets that are asked, in their order.
    pub fn headlines(&self) -> impl Iterator<Item = &TargetAnswer> {
        self.targets.iter().filter(|a| a.headline)
    }
    /// The one place that all of them are about; the nation where they are about several.
    pub fn asked_place(&self) -> &str {
        the_one_place(self.headlines().map(|a| a.scope.as_str()))
    }
    /// The same, where it is not the nation.
    pub fn asked_elsewhere(&self) -> Option<&str> {
        Some(self.asked_place()).filter(|place| *place != NATION)
    }
    /// What was published for a target that is due at the base year or before: of the series that goes on
    /// longest.
    pub fn observed(&self, target: &TargetAnswer) -> Option<&HistoryPoint> {
        self.published(&target.indicator, &target.scope, target.year)
    }
    /// The same of any indicator, place and year.
    pub fn published(&self, indicator: &str, scope: &str, year: Year) -> Option<&HistoryPoint> {
        let plain = self.plain(indicator);
        let own = |p: &&HistoryPoint| p.scope == scope && p.indicator == plain;
        let all = || self.history.iter().filter(own);
        let ends = |series: &str| {
            let years = all().filter(|p| p.series == series).map(|p| p.year);
            years.max()
        };
        let due = all().filter(|p| p.year == year);
        due.max_by_key(|p| ends(&p.series)).or_else(|| {
            let of_the_year = |p: &&HistoryPoint| own(p) && p.year == year;
            self.at_base.iter().find(of_the_year)
        })
    }
    /// Who published what a value comes from, source by source; the id of a source that the base does not
    /// name.
    pub fn publishers_of(&self, source_id: &str) -> String {
        let each = source_id.split(';').map(|id| {
            let mut all = self.publishers.iter();
            all.find(|(known, _)| known == id)
                .map_or(id, |(_, name)| name.as_str())
        });
        each.collect::<Vec<_>>().join("; ")
    }
    /// Whether a target is due at the base year or before.
    pub fn is_past(&self, target: &TargetAnswer) -> bool {
        self.years.first().is_some_and(|base| target.year <= *base)
    }
    /// Whether the question is that of the nation: its adopted targets.
    pub fn asks_the_nation(&self) -> bool {
        self.headlines()
            .all(|a| a.standing == Some(Standing::Nation))
    }
    /// Position of a scope.
    pub fn scope(&self, code: &str) -> Option<usize> {
        self.scopes.iter().position(|s| s.code == code)
    }
    /// Summary of an indicator in a scope at a year, if defined.
    pub fn summary(&self, scope: &str, indicator: &str, year: Year) -> Option<&Summary> {
        let s = self.scope(scope)?;
        let i = self.indicator(indicator)?;
        let y = self.years.iter().position(|y| *y == year)?;
        self.at(s, i, y)
    }
    /// Summary by positions.
    pub fn at(&self, scope: usize, indicator: usize, year: usize) -> Option<&Summary> {
        self.summaries[(scope * self.indicators.len() + indicator) * self.years.len() + year]
            .as_ref()
    }
    /// The provinces' scopes.
    pub fn provinces(&self) -> impl Iterator<Item = &Scope> {
        self.scopes.iter().filter(|s| s.kind == ScopeKind::Province)
    }
}

/// A mean that is not defined in some future is kept as an empty value.
mod undefined {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(value: &f64, s: S) -> Result<S::Ok, S::Error> {
        value.is_finite().then_some(*value).serialize(s)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(d)?.unwrap_or(f64::NAN))
    }
}
