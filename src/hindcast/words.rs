//! What is said of laws that were fitted, and of those that cannot be.

use crate::said::sentences;

pub(super) const ANY_PROVINCE: &str = "any province";
pub(super) const NATION: &str = "the nation";
pub(super) const TOO_FEW_POINTS: &str =
    "graduates of two years at least are needed to tell those of others";

/// How the weights of variants were told.
pub(super) const WEIGHTS: &str = "equal, times exp(mean log score) of each event that was over";
/// A value that no row was asked for.
pub(super) const SET: &str = "set, not fitted";
/// Units of laws.
pub(super) const LOG_A_YEAR: &str = "log per year";
/// Before an assumption the base does not have.
pub(super) const NOT_IN_BASE: &str = "not in this base";

sentences! {
    later_row(at, year, origin) = "{at}: a row of {year} is later than the origin {origin}; a law is fitted on what had happened by then";
    missing(indicator, place, year) = "no {indicator} of {place} in {year}, which the recipe needs";
    no_departments(origin) = "provincial departments are published for 2002 to 2013; growth over four years to {origin} cannot be told";
    needs_later_year(stock, origin) = "{stock} of {origin} were counted more widely; the comparable value is drawn between the years around it, and the later one was not known";
    state_growths(growths, origin) = "{growths} growths of the state series to {origin}";
    changes(changes, first, origin, furthest)
        = "{changes} changes of units {first}-{origin} over 1 to {furthest} years";
    miss_of_sd(miss) = "the sd by horizon is missed by {miss:.5} (root mean square)";
    departments_to(first, origin)
        = "beds of provincial departments {first}-{origin}, state series 1995-{origin}";
    official_to(origin) = "official beds 1995-{origin}";
    /// The head of a scenario with fitted laws.
    overlay(origin) = "// Laws as they would have been fitted on what was published to the end of {origin}.\n\
        //\n\
        // Written by `carecast calibrate`; the base is not touched. Behind each law: its 90 % range by a\n\
        // parametric bootstrap, what it was fitted on, and how well it fits.";
    fitted_at(origin) = "Laws as fitted at {origin}";
    range(low, high) = "90 %: {low:.5} to {high:.5}";
    range_from(low) = "90 %: {low:.5} or more";
}
