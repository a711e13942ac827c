//! What derived tables say of their own rows: notes, and why a target of the sources is not used.

use crate::said::sentences;

sentences! {
    raked(anchor) = "published figure it leans on: {anchor}; raked to the nation; range read as 80 %";
    mean_of_rates(years) = "mean of the rates of {years}";
    income_over_mean(years) = "income per head of {years} over the mean weighted by population, taken for the base year";
    spread_by_increase(years) = "national share spread by natural increase and migration of {years} (inputs/derivation.csv)";
    practice_hospital(school) = "practice hospital of {school}; the count is published, not its beds";
    weight_of_school(kind) = "weight of a {kind} school (inputs/derivation.csv)";
    quota_of_school(quota) = "quota of all programmes {quota} (inputs/derivation.csv)";
    year_is_over(base) = "its year is over: {base} is observed";
}

pub(crate) const CENSUS: &str = "latest census brought to the base year, raked to the nation";
pub(crate) const BEFORE_RAKING: &str = "counted from the province's own figures, before raking";
pub(crate) const OTHER_SCHOOLS: &str =
    "what the listed schools leave, by people of the region; stands in its most populous province";

pub(crate) const OBSERVED: &str = "an observed value, not a target";
pub(crate) const UNKNOWN_INDICATOR: &str = "indicator not known";
pub(crate) const NO_STANDING: &str = "its document has no standing in inputs/target_documents.csv";
pub(crate) const NO_NUMBER: &str = "no number found";
pub(crate) const NO_SINGLE_NUMBER: &str = "a range, or no single number";
pub(crate) const SPAN_OF_YEARS: &str = "a span of years, not the end of one";
pub(crate) const NO_SCOPE: &str = "its scope is not the nation, a region or a province";
