//! What each table holds, as pages and manifests list it; and what a row of it is, as its file says.

/// `summary.csv`.
pub const SUMMARY: &str = "every indicator for the nation, each region and each province, year by year: mean, spread, percentiles and Monte Carlo error. Shares are fractions";
/// `targets.csv`.
pub const TARGETS: &str = "every target with its chance, interval, shortfall and year first met; or the reason why it has no answer";
/// `targets_by_year.csv`.
pub const TARGETS_BY_YEAR: &str = "the same question asked at each year-end";
/// `target_variants.csv`.
pub const TARGET_VARIANTS: &str = "the chance of each target in every way that no figure decides between, from all futures, with weights where they are supported";
/// `province_chances.csv`.
pub const PROVINCE_CHANCES: &str =
    "the chance that a province by itself reaches the national threshold";
/// `drivers.csv`.
pub const DRIVERS: &str = "the chance of each headline target in the lowest and highest fifth of each assumption that can reach it, with the interval of the swing and whether it can be told from luck";
/// `tasks.csv`.
pub const TASKS: &str = "who does what by when: each policy with its product, its cost, who pays, the chance that it is there in time, and money promised, spent and unspent";
/// `policies.csv`.
pub const POLICIES: &str = "in how many futures each policy acts, and its product is there or its money spent, year by year";
/// `policy_costs.csv`.
pub const POLICY_COSTS: &str = "what each policy costs, by payer and year: a part of `costs.csv`; and what is left of it at the end of the last year";
/// `costs.csv`.
pub const COSTS: &str = "money by payer, purpose and year";
/// `ledger.csv`.
pub const LEDGER: &str =
    "every change of every national stock by cause and year, money of each payer included";
/// `binding.csv`.
pub const BINDING: &str = "whether posts or people were short";
/// `assumptions.csv`.
pub const ASSUMPTIONS: &str = "every uncertain number with its law, source, grade and reason";
/// `predictions.csv`.
pub const REGISTER_PREDICTIONS: &str =
    "every indicator as quantiles, in the form of public scoring tools";
/// `chances.csv`.
pub const REGISTER_CHANCES: &str = "the chance of every target at each year-end";
/// `variants.csv`.
pub const REGISTER_VARIANTS: &str =
    "the chance of each target in its year by each way that no figure decides between";
/// `scores.csv`.
pub const SCORES: &str = "each model by origin and horizon: error, bias, CRPS, coverage of bands";
/// `forecasts.csv`.
pub const FORECASTS: &str = "every forecast as quantiles, in the form of public scoring tools";
/// `came.csv`.
pub const CAME: &str = "what was published of everything forecast";
/// `options.csv`.
pub const COMPARED_OPTIONS: &str = "the options, with what each costs";
/// `inputs.csv`.
pub const COMPARED_INPUTS: &str = "what was decided differently, with files and lines";
/// `differences.csv`.
pub const COMPARED_DIFFERENCES: &str =
    "every question and option, with interval, futures and verdict";
/// `by_year.csv`.
pub const COMPARED_BY_YEAR: &str = "the same at every year-end";
/// `costs.csv`.
pub const COMPARED_COSTS: &str = "costs by payer, purpose and year";
/// `cost_effectiveness.csv`.
pub const COMPARED_COST_EFFECTIVENESS: &str = "what gains cost";
/// `provinces.csv`.
pub const COMPARED_PROVINCES: &str = "who gains";
/// `spread.csv`.
pub const COMPARED_SPREAD: &str = "who gains";
/// `attribution.csv`.
pub const COMPARED_ATTRIBUTION: &str = "the change split over decisions";
/// `sweep.csv`.
pub const SWEEP_POINTS: &str =
    "one row for each point: the values set, futures lived, chances, means and costs";

/// A row of `summary.parquet`.
pub const ROWS_SUMMARY: &str =
    "one indicator in one scope at the end of one year; shares are fractions";
/// A row of `facilities.parquet`.
pub const ROWS_FACILITIES: &str = "one facility at the end of one year, over the first so many futures; open and handed_over are shares of them; within a province patients and staff follow beds";
/// A row of `draws.parquet`.
pub const ROWS_DRAWS: &str = "one future of one scope at the end of one year; one column for each indicator, empty where it is not read or not defined";
/// A row of `sweep.parquet`.
pub const ROWS_SWEEP: &str = "one point of a sweep; chances and shares are fractions";
/// A row of `forecasts.parquet`.
pub const ROWS_FORECASTS: &str = "one quantile of one forecast; values per 10,000 people";
