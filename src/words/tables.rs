//! What each table holds, as pages and manifests list it; and what a row of it is, as its file says.

use crate::said::Said;

pub(crate) const SUMMARY: Said = Said::en(
    "every indicator for the nation, each region and each province, year by year: mean, spread, percentiles and Monte Carlo error. Shares are fractions",
);
pub(crate) const TARGETS: Said = Said::en(
    "every target with its chance, interval, shortfall and year first met; or the reason why it has no answer",
);
pub(crate) const TARGETS_BY_YEAR: Said = Said::en("the same question asked at each year-end");
pub(crate) const TARGET_VARIANTS: Said = Said::en(
    "the chance of each target in every way that no figure decides between, from all futures, with weights where they are supported",
);
pub(crate) const PROVINCE_CHANCES: Said =
    Said::en("the chance that a province by itself reaches the national threshold");
pub(crate) const DRIVERS: Said = Said::en(
    "the chance of each headline target in the lowest and highest fifth of each assumption that can reach it, with the interval of the swing and whether it can be told from luck",
);
pub(crate) const TASKS: Said = Said::en(
    "who does what by when: each policy with its product, its cost, who pays, the chance that it is there in time, and money promised, spent and unspent",
);
pub(crate) const POLICIES: Said = Said::en(
    "in how many futures each policy acts, and its product is there or its money spent, year by year",
);
pub(crate) const POLICY_COSTS: Said = Said::en(
    "what each policy costs, by payer and year: a part of `costs.csv`; and what is left of it at the end of the last year",
);
pub(crate) const PUBLIC_MONEY: Said = Said::en(
    "public money that decisions spend to the year of the targets, by payer and year and together, and the chance of going over the ceiling",
);
pub(crate) const COSTS: Said = Said::en("money by payer, purpose and year");
pub(crate) const LEDGER: Said = Said::en(
    "every change of every national stock by cause and year, money of each payer included",
);
pub(crate) const BINDING: Said = Said::en("whether posts or people were short");
pub(crate) const ASSUMPTIONS: Said =
    Said::en("every uncertain number with its law, source, grade and reason");
pub(crate) const FIGURES: Said = Said::en(
    "figures of the base year: those of the asker beside the base's, the ratios these move, counts that provinces publish of themselves, and what raking to the nation made of counts from below",
);
pub(crate) const REGISTER_PREDICTIONS: Said =
    Said::en("every indicator as quantiles, in the form of public scoring tools");
pub(crate) const REGISTER_CHANCES: Said = Said::en("the chance of every target at each year-end");
pub(crate) const REGISTER_VARIANTS: Said =
    Said::en("the chance of each target in its year by each way that no figure decides between");
pub(crate) const SCORES: Said =
    Said::en("each model by origin and horizon: error, bias, CRPS, coverage of bands");
pub(crate) const FORECASTS: Said =
    Said::en("every forecast as quantiles, in the form of public scoring tools");
pub(crate) const CAME: Said = Said::en("what was published of everything forecast");
pub(crate) const COMPARED_OPTIONS: Said = Said::en("the options, with what each costs");
pub(crate) const COMPARED_INPUTS: Said =
    Said::en("what was decided differently, with files and lines");
pub(crate) const COMPARED_DIFFERENCES: Said =
    Said::en("every question and option, with interval, futures and verdict");
pub(crate) const COMPARED_BY_YEAR: Said = Said::en("the same at every year-end");
pub(crate) const COMPARED_PAIRS: Said =
    Said::en("every two options against one another, target by target");
pub(crate) const COMPARED_COSTS: Said = Said::en("costs by payer, purpose and year");
pub(crate) const COMPARED_COST_EFFECTIVENESS: Said = Said::en("what gains cost");
pub(crate) const COMPARED_PROVINCES: Said = Said::en("who gains");
pub(crate) const COMPARED_SPREAD: Said = Said::en("who gains");
pub(crate) const COMPARED_ATTRIBUTION: Said = Said::en("the change split over decisions");
pub(crate) const SWEEP_POINTS: Said =
    Said::en("one row for each point: the values set, futures lived, chances, means and costs");
pub(crate) const GUESSES: Said = Said::en(
    "every assumption that can reach a target: the share of the spread of its indicator and of whether it is met that it explains by itself, with intervals, and the chance of the target in its lowest and highest fifth",
);
pub(crate) const BOXES: Said = Said::en(
    "boxes of at most three conditions in which the futures that miss a target lie, or those that meet it, with coverage and density",
);
pub(crate) const WORTH: Said = Said::en(
    "what it is worth to the choice between the options to know each guess, all of them, or a future whole, by chance and in money, with errors; and of surveys about the guesses that matter most",
);
pub(crate) const WORTH_OPTIONS: Said = Said::en(
    "the options: chance, public money beyond the reference, and what meeting the question is worth less that",
);

pub(crate) const ROWS_SUMMARY: Said =
    Said::en("one indicator in one scope at the end of one year; shares are fractions");
pub(crate) const ROWS_FACILITIES: Said = Said::en(
    "one facility at the end of one year, over the first so many futures; open and handed_over are shares of them; within a province patients and staff follow beds",
);
pub(crate) const ROWS_ASSUMPTIONS: Said = Said::en(
    "one of the first futures: what was assumed in it, whether it meets each target in its year (empty where a target has no answer), and the indicator of each target in that year, by place",
);
pub(crate) const ROWS_CHOICES: Said = Said::en(
    "one of the first futures, the same for all options: what was assumed in it, and of each option whether it meets each headline target and all together, and what it spends of public money beyond the reference to the year of the targets",
);
pub(crate) const ROWS_DRAWS: Said = Said::en(
    "one future of one scope at the end of one year; one column for each indicator, empty where it is not read or not defined",
);
pub(crate) const ROWS_SWEEP: Said =
    Said::en("one point of a sweep; chances and shares are fractions");
pub(crate) const ROWS_FORECASTS: Said =
    Said::en("one quantile of one forecast; values per 10,000 people");
