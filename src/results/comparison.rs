//! Several options held against one of them on the same futures: plain data, from which tables, pages
//! and pictures of a comparison are made.

use super::public::PublicMoney;
use super::{
    AssumptionUsed, IndicatorInfo, Probability, Scope, Unit, VariantAnswer, the_one_place,
};
use crate::base::{AssumedTable, Direction, Form, Grade, TargetStatus};
use crate::said::Told;
use crate::units::{PAYERS, Payer, Year};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Everything found by comparing options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Country name.
    pub country: Told,
    /// Currency unit.
    pub currency: Told,
    /// Base code.
    pub base: String,
    /// Digest of the base's files, hex sha-256.
    pub base_digest: String,
    /// Seed of all options.
    pub seed: u64,
    /// Replicates lived of each option.
    pub replicates: Range<u32>,
    /// Where only futures are lived that agree with what was reported of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<super::Agreement>,
    /// Layers of randomness, as printed.
    pub uncertainty: String,
    /// Base year and every simulated year.
    pub years: Vec<Year>,
    /// The year at whose end indicators, provinces and prices of gains are read: that in which most
    /// headline targets are due.
    pub year: Year,
    /// Nation, then regions, then provinces.
    pub scopes: Vec<Scope>,
    /// The indicators compared.
    pub indicators: Vec<IndicatorInfo>,
    /// The options, as asked for.
    pub options: Vec<OptionInfo>,
    /// Position of the option that the others are held against.
    pub reference: usize,
    /// What differs between the options' inputs.
    pub inputs: Vec<InputDifference>,
    /// What is asked of every option: headline targets, other targets, served indicators.
    pub questions: Vec<Question>,
    /// Answers, `[question][option]` flattened.
    pub answers: Vec<Answer>,
    /// Costs by option, payer, purpose and year, with totals.
    pub costs: Vec<CostDifference>,
    /// What each option spends of the money the question is about, by position.
    #[serde(default)]
    pub public: Vec<PublicMoney>,
    /// How each option ranks among all, by position.
    #[serde(default)]
    pub best: Vec<Best>,
    /// Every two options, target by target.
    #[serde(default)]
    pub pairs: Vec<Pair>,
    /// On which assumption the change hangs that each option makes most; none where none can be told from
    /// luck.
    #[serde(default)]
    pub hinges: Vec<Hinge>,
    /// On which assumption the chance of each target hangs most in the reference; none where none can be told
    /// from luck.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
    /// What would turn the order of the two best options; `None` where both meet the same in every future.
    #[serde(default)]
    pub order: Option<Order>,
    /// How every option stands in each way of what no figure decides between.
    #[serde(default)]
    pub variants: Vec<InVariant>,
    /// Which option is best most often in each of these ways.
    #[serde(default)]
    pub leads: Vec<Leads>,
    /// What gains cost.
    pub prices: Vec<Price>,
    /// Change by province.
    pub provinces: Vec<ProvinceChange>,
    /// Change of the spread between provinces.
    pub spread: Vec<SpreadChange>,
    /// The change of each option, split over its decisions.
    pub attribution: Vec<Attribution>,
    /// The uncertain numbers as they stand in the reference; those that any option has otherwise are
    /// marked.
    #[serde(default)]
    pub assumptions: Vec<AssumptionUsed>,
    /// Whole tables of the base that are assumed.
    #[serde(default)]
    pub assumed_tables: Vec<AssumedTable>,
    /// The first futures one by one; kept in a table of their own.
    #[serde(skip)]
    pub choices: Option<Choices>,
    /// How it went; not kept, since it differs between equal comparisons.
    #[serde(skip)]
    pub statistics: ComparisonStatistics,
}

/// What all that is asked is called together, where single targets have an id.
pub const TOGETHER: &str = "together";

/// The first futures one by one: what was assumed in all options alike, and what comes of it in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Their replicates.
    pub replicates: Vec<u32>,
    /// What was assumed of all that is drawn, as the reference has it: an option may have its own law of a
    /// number, and then draws that from the same place of it.
    pub assumed: Vec<(String, Vec<f32>)>,
    /// Ids of the headline targets that are asked, and last all of them together.
    pub asked: Vec<String>,
    /// Whether each of these is met, `[option][asked]`; `None` where an option has no answer.
    pub met: Vec<Vec<Option<Vec<bool>>>>,
    /// What each option spends of the money the question is about beyond the reference, by future.
    pub money: Vec<Vec<f32>>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionInfo {
    /// Short name, unique among the options: the file's stem.
    pub name: String,
    /// Title.
    pub title: Told,
    /// Note.
    pub note: Told,
    /// The file, built-in scenario or folder of a run it comes from.
    pub file: String,
    /// Digest of the scenario text, hex sha-256.
    pub digest: String,
    /// Ids of the policies in it.
    pub policies: Vec<String>,
    /// Ids of its policies that the reference has not, has no more, or has otherwise.
    pub differing: Vec<String>,
    /// Indicators that these policies exist for.
    pub serves: Vec<String>,
    /// Position among the questions of the one this option exists for: the first of a served
    /// indicator; `None` for the reference.
    pub lead: Option<usize>,
    /// Money that could not be absorbed over all simulated years, all payers: mean, billion, at
    /// constant prices.
    #[serde(default)]
    pub not_absorbed: f64,
    /// Whether nothing differs from the reference but its name and note.
    pub same_as_reference: bool,
}

/// A place in an input where a value is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// File as the user knows it.
    pub file: String,
    /// Line, from 1; `None` where the value is a default that nobody wrote.
    pub line: Option<usize>,
    /// The value as it is written in a resolved scenario.
    pub value: String,
}

/// One input that an option and the reference have differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputDifference {
    /// Position of the option.
    pub option: usize,
    /// What it belongs to: `policy ordinary-capital`, `assumption post.match`, `scenario`.
    pub of: String,
    /// Field: `amount`; empty where the whole is on one side only.
    pub field: String,
    /// In the reference; `None` where it has none.
    pub reference: Option<Written>,
    /// In the option; `None` where it has none.
    pub here: Option<Written>,
}

/// What is asked of every option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Target id, or `indicator@year`.
    pub id: String,
    /// A target, or a value.
    pub kind: QuestionKind,
    /// Indicator id.
    pub indicator: String,
    /// Its title.
    pub title: Told,
    /// Its unit; a target is answered by a probability all the same.
    pub unit: Unit,
    /// Scope code.
    pub scope: String,
    /// Year at whose end it is asked.
    pub year: Year,
    /// Threshold of a target, in the indicator's unit.
    pub threshold: Option<f64>,
    /// How a target is meant.
    pub form: Form,
    /// Which way is better; `None` where more is neither better nor worse.
    pub better: Option<Direction>,
    /// Document of a target.
    pub document: Told,
    /// Standing of a target.
    pub status: Option<TargetStatus>,
    /// Whether it is a headline target.
    pub headline: bool,
    /// Position of the first option that asks it, where the reference does not.
    pub asked_by: Option<usize>,
    /// Positions of the options whose differing policies serve the indicator.
    pub served_by: Vec<usize>,
}

/// Kind of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// How likely a target is met.
    Target,
    /// What an indicator is on average.
    Value,
}

/// A mean over futures with its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// The mean; of a target, the share of futures in which it is met.
    pub value: f64,
    /// Lower end of the 95 % interval: Wilson's for a share, by normal theory for a mean.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What one option answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Its value; `None` where the indicator is not defined in some future, or the year not lived.
    pub value: Option<Mean>,
    /// The probability of a target.
    pub probability: Option<Probability>,
    /// The same at the end of each year in the order of [`Comparison::years`]; empty cells where
    /// not defined.
    pub by_year: Vec<Option<f64>>,
    /// The probability of a target at each simulated year-end; empty for a value.
    pub chances: Vec<Probability>,
    /// Against the reference; `None` for the reference itself and where a value is missing.
    pub difference: Option<Paired>,
    /// The chance of a target in each way that no figure decides between; empty where there is one way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<VariantAnswer>,
}

impl Answer {
    /// The lowest and the highest chance by way, where no weights make them one.
    pub fn ends(&self) -> Option<[&Probability; 2]> {
        let one = self.probability.as_ref()?;
        let apart = !super::is_one_chance(&self.ways);
        apart.then(|| super::extremes(one, &self.ways))
    }
}

/// The difference of an option from the reference, future by future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paired {
    /// Option minus reference, mean over futures.
    pub mean: f64,
    /// Lower end of the 95 % interval: normal theory for means, Bonett and Price (2012) for shares.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Standard deviation of the difference between futures.
    pub sd: f64,
    /// Futures in which the option did better; where neither way is better, in which it was higher.
    pub helped: u32,
    /// Futures in which it did worse, or was lower.
    pub harmed: u32,
    /// Futures in which nothing changed.
    pub unchanged: u32,
    /// The verdict.
    pub verdict: Verdict,
    /// The smallest difference that matters, which the verdict goes by.
    #[serde(default)]
    pub matters: f64,
    /// Futures that would show a difference of this size in 4 studies of 5, where it cannot be told
    /// and a difference was seen at all.
    pub needed: Option<u64>,
    /// Variance of the difference of two runs of different luck over that of these matched ones;
    /// `None` where nothing changed.
    pub variance_cut: Option<f64>,
}

impl Paired {
    /// Futures compared.
    pub fn of(&self) -> u32 {
        self.helped + self.harmed + self.unchanged
    }
    /// Whether the interval holds zero.
    pub fn may_be_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// How an option ranks among all.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// How often no other option meets more of the targets asked, and none that meets as many spends less
    /// of the money the question is about.
    pub first: Probability,
    /// The target for which most is given up against the option that is best for it; `None` where it is
    /// best for each.
    pub regret: Option<Regret>,
}

/// What is given up with an option.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regret {
    /// Position of the target among the questions.
    pub question: usize,
    /// Position of the option that is best for it.
    pub best: usize,
    /// Chance of that option minus the chance of this one.
    pub lost: f64,
}

/// The assumption that matters most to the change that an option makes most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hinge {
    /// Position of the option.
    pub option: usize,
    /// Position of the target among the questions.
    pub question: usize,
    /// Id of the assumption.
    pub assumption: String,
    /// Its grade.
    pub grade: Option<Grade>,
    /// Change of the chance in the lowest fifth of its draws.
    pub low: f64,
    /// In the highest fifth.
    pub high: f64,
}

/// The assumption that matters most to the chance of a target in the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Position of the target among the questions.
    pub question: usize,
    /// Id of the assumption.
    pub assumption: String,
    /// Its grade.
    pub grade: Option<Grade>,
    /// The lower of the chances in the lowest and the highest fifth of its draws.
    pub low: f64,
    /// The higher.
    pub high: f64,
}

/// The two options that are best most often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Positions: the one that meets more of the targets asked first.
    pub options: (usize, usize),
    /// By how many targets it leads, mean over the first futures.
    pub lead: f64,
    /// The assumption that turns the order; `None` where none does by itself.
    pub turned: Option<Turned>,
}

/// An assumption that turns an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turned {
    /// Its id.
    pub assumption: String,
    /// Its grade.
    pub grade: Option<Grade>,
    /// The value at which both options meet as many targets.
    pub at: f64,
    /// Whether the order turns below it; else above.
    pub below: bool,
}

/// Two options on one target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Positions of the options.
    pub options: (usize, usize),
    /// Position of the target among the questions.
    pub question: usize,
    /// The second minus the first, future by future.
    pub difference: Paired,
}

/// An option on a target, in the futures in which one way of a choice was drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InVariant {
    /// Id of the assumption that chooses.
    pub assumption: String,
    /// The way.
    pub way: String,
    /// How likely the base holds it.
    pub weight: f64,
    /// Position of the target among the questions.
    pub question: usize,
    /// Position of the option.
    pub option: usize,
    /// How often the target is met there.
    pub chance: Probability,
    /// The option minus the reference there; `None` for the reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Paired>,
}

/// The option that is best most often if one way of a choice holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leads {
    /// Id of the assumption that chooses.
    pub assumption: String,
    /// The way.
    pub way: String,
    /// How likely the base holds it.
    pub weight: f64,
    /// Position of the option.
    pub option: usize,
    /// How often it is best there.
    pub often: Probability,
}

/// What can be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The interval lies wholly on the better side.
    Better,
    /// The interval lies wholly on the worse side.
    Worse,
    /// Wholly above zero, where more is neither better nor worse.
    Higher,
    /// Wholly below zero, where more is neither better nor worse.
    Lower,
    /// There is a difference, or may be, but none that matters: it is told from zero and smaller
    /// than the smallest that matters, or its whole interval is.
    TooSmall,
    /// The interval holds zero.
    CannotTell,
    /// Nothing changed in any future.
    Same,
}

impl Verdict {
    /// Whether it says that there is a difference, and one that matters.
    pub fn is_clear(self) -> bool {
        use Verdict::{Better, Higher, Lower, Worse};
        matches!(self, Better | Worse | Higher | Lower)
    }
}

/// An amount in the reference and in an option, means over futures, billion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// In the reference.
    pub reference: f64,
    /// In the option.
    pub here: f64,
    /// Option minus reference, with its 95 % interval from the paired futures.
    pub difference: Mean,
}

/// A line of costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostDifference {
    /// Position of the option; the reference has lines too, with no difference.
    pub option: usize,
    /// Who pays; `None`: all payers together.
    pub payer: Option<Payer>,
    /// What for; `None`: all purposes together.
    pub purpose: Option<String>,
    /// Year; `None`: all simulated years together.
    pub year: Option<Year>,
    /// Constant prices of the base year.
    pub constant: Amount,
    /// Prices of the year.
    pub nominal: Amount,
    /// Constant prices, discounted to the base year.
    pub discounted: Amount,
}

/// What a unit of gain costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Position of the option.
    pub option: usize,
    /// What is gained: a point of probability of a target, one more doctor, bed or bed-day.
    pub gain: Gain,
    /// Year at whose end the gain is read; costs are summed from the first simulated year to it.
    pub year: Year,
    /// Whose costs.
    pub payers: Payers,
    /// Additional cost, billion at constant prices, discounted to the base year.
    pub cost: Mean,
    /// What is gained, in its own unit: points, heads, beds, bed-days.
    pub gained: Mean,
    /// Billion for one unit of gain, with its 95 % interval from the joint futures (Fieller);
    /// `None` where the interval of the gain holds zero, less is gained, or the option costs no more.
    pub price: Option<Mean>,
}

/// What is gained for money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gain {
    /// One percentage point of the probability of this target (its id).
    Point(String),
    /// One more head of this occupation (plural) in the nation.
    Head(String),
    /// One more hospital bed in the nation.
    Bed,
    /// One more bed-day a year treated at home instead of in a Central hospital.
    BedDayAtHome,
}

/// Whose costs are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payers {
    /// Everybody's.
    All,
    /// The budgets of the Ministry and of the provinces.
    Budgets,
}

/// How one province changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProvinceChange {
    /// Position of the option.
    pub option: usize,
    /// Indicator id.
    pub indicator: String,
    /// Province code.
    pub province: String,
    /// Mean in the reference, at the end of [`Comparison::year`].
    pub reference: f64,
    /// Mean in the option.
    pub here: f64,
    /// The difference.
    pub difference: Paired,
}

/// How the spread between provinces changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpreadChange {
    /// Position of the option.
    pub option: usize,
    /// Indicator id.
    pub indicator: String,
    /// How the spread is measured.
    pub measure: Spread,
    /// Mean in the reference, at the end of [`Comparison::year`].
    pub reference: f64,
    /// Mean in the option.
    pub here: f64,
    /// The difference; a smaller spread counts as better.
    pub difference: Paired,
}

/// A measure of the spread between provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// The highest province minus the lowest.
    HighestMinusLowest,
    /// Standard deviation between provinces, each counted once.
    StandardDeviation,
}

/// The change of one option, split over what was decided differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Position of the option.
    pub option: usize,
    /// Futures that are split: the first so many. Where these are fewer than the comparison's, the
    /// last part of [`Self::parts`] is what they do not show ([`PartKind::NotSplit`]).
    pub futures: u32,
    /// Orders sampled; `None` where every order was counted.
    pub orders: Option<u32>,
    /// What differs.
    pub parts: Vec<Part>,
    /// How each outcome is split.
    pub outcomes: Vec<Attributed>,
}

/// One decision that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Id of the policy; `settings` for assumptions and switches together.
    pub id: String,
    /// In which way.
    pub kind: PartKind,
}

/// In which way a decision differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Only the option has it.
    Added,
    /// Only the reference has it.
    Removed,
    /// Both have it, with different content.
    Changed,
    /// Assumptions or switches of the scenario.
    Settings,
    /// No decision: the part of the printed difference that the futures of the split do not show,
    /// because the rest of the futures were not lived for it.
    NotSplit,
}

/// One outcome, split.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attributed {
    /// Position among the questions; `None`: the cost of the option ([`Comparison::cost_of`]).
    pub question: Option<usize>,
    /// Mean in the reference over all futures of the comparison.
    pub reference: f64,
    /// Mean in the option over all futures.
    pub here: f64,
    /// The change, option minus reference: the difference of the comparison itself.
    pub total: Mean,
    /// What each part changes, in the order of [`Attribution::parts`]; they add up to the total.
    pub shares: Vec<PartShare>,
    /// The largest gap between the change of a future of the split and the sum of its parts, over
    /// the change or 1, whichever is larger.
    pub largest_gap: f64,
}

/// What one part changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartShare {
    /// Mean over futures with the interval sampling of futures leaves.
    pub change: Mean,
    /// Half of the 95 % interval that sampling of orders leaves; `None` where all were counted.
    pub order_error: Option<f64>,
}

/// How a comparison went; never compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComparisonStatistics {
    /// Worker threads.
    pub threads: usize,
    /// Seconds in all.
    pub seconds: f64,
    /// Futures lived for the options.
    pub futures: u64,
    /// Futures lived besides, for attribution.
    pub attribution_futures: u64,
}

impl Comparison {
    /// Says of each option and input where it was written, with the digest of each option, as the same
    /// comparison said before: what was lived again was read from the options as they were lived.
    pub fn written_as<'a>(
        &mut self,
        options: impl Iterator<Item = (&'a String, &'a String)>,
        inputs: &[InputDifference],
    ) {
        for (option, (file, digest)) in self.options.iter_mut().zip(options) {
            option.file.clone_from(file);
            option.digest.clone_from(digest);
        }
        let place = |new: &mut Option<Written>, old: &Option<Written>| {
            if let (Some(new), Some(old)) = (new, old) {
                new.file.clone_from(&old.file);
                new.line = old.line;
            }
        };
        for (input, known) in self.inputs.iter_mut().zip(inputs) {
            place(&mut input.reference, &known.reference);
            place(&mut input.here, &known.here);
        }
    }

    /// Whether an option meets a question in each of the first futures; `None` where it has no answer.
    pub fn met<'a>(
        &self,
        first: &'a Choices,
        option: usize,
        question: usize,
    ) -> Option<&'a [bool]> {
        let headlines = self.questions[..question].iter();
        let at = headlines.filter(|q| q.headline).count();
        first.met[option].get(at)?.as_deref()
    }

    /// Futures lived of each option.
    pub fn futures(&self) -> u32 {
        self.replicates.end.saturating_sub(self.replicates.start)
    }
    /// The answer of an option to a question.
    pub fn answer(&self, question: usize, option: usize) -> &Answer {
        &self.answers[question * self.options.len() + option]
    }
    /// Everybody whose money some option is held to: an option may have a ceiling of its own.
    pub fn public_payers(&self) -> Vec<Payer> {
        let named = |payer: &Payer| {
            let mut all = self.public.iter();
            all.any(|m| m.counted.payers.contains(payer))
        };
        PAYERS.into_iter().filter(named).collect()
    }
    /// The options held against the reference, by position.
    pub fn others(&self) -> impl Iterator<Item = usize> {
        let reference = self.reference;
        (0..self.options.len()).filter(move |o| *o != reference)
    }
    /// The one place that all that is asked is about; the nation where they are about several.
    pub fn asked_place(&self) -> &str {
        let asked = self.questions.iter().filter(|q| q.headline);
        the_one_place(asked.map(|q| q.scope.as_str()))
    }
    /// The options by position: the reference first, then the others as they were asked for.
    pub fn in_order(&self) -> Vec<usize> {
        std::iter::once(self.reference)
            .chain(self.others())
            .collect()
    }
    /// Whether the same is asked of the count that this question's indicator is the official figure of.
    pub fn is_twin(&self, question: usize) -> bool {
        let own = &self.questions[question];
        let info = self.indicators.iter().find(|i| i.id == own.indicator);
        let Some(plain) = info.and_then(|i| i.figure_of.as_deref()) else {
            return false;
        };
        let mut all = self.questions.iter();
        all.any(|q| q.indicator == plain && (q.year, &q.scope) == (own.year, &own.scope))
    }
    /// The targets asked, by position; one that is counted in two ways is one target.
    pub fn single(&self) -> Vec<usize> {
        let asked = (0..self.questions.len()).filter(|q| self.questions[*q].headline);
        asked.filter(|q| !self.is_twin(*q)).collect()
    }
    /// Position of an indicator.
    pub fn indicator(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|i| i.id == id)
    }
    /// **The cost of an option**: what all payers together spend in all simulated years, constant
    /// prices of the base year, and how much more that is than in the reference. Verdicts, tables,
    /// workbook and pictures that speak of what an option costs, without another name, show this.
    pub fn cost_of(&self, option: usize) -> Option<Amount> {
        let line = self.cost(option, None, None, None);
        line.map(|line| line.constant)
    }
    /// The last simulated year: costs of options are counted up to its end.
    pub fn last_year(&self) -> Year {
        self.years.last().copied().unwrap_or(self.year)
    }
    /// The line of costs with exactly these marks.
    pub fn cost(
        &self,
        option: usize,
        payer: Option<Payer>,
        purpose: Option<&str>,
        year: Option<Year>,
    ) -> Option<&CostDifference> {
        self.costs.iter().find(|c| {
            c.option == option
                && c.payer == payer
                && c.purpose.as_deref() == purpose
                && c.year == year
        })
    }
    /// The provinces' scopes.
    pub fn provinces(&self) -> impl Iterator<Item = &Scope> {
        let province = |s: &&Scope| s.kind == super::ScopeKind::Province;
        self.scopes.iter().filter(province)
    }
}
