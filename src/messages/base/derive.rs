//! Inputs from which derived tables cannot be rebuilt.

use crate::said::sentences;

pub(crate) const NO_BASE_YEAR: &str = "country.csv has no base_year";

sentences! {
    missing(file) = "{file} is missing";
    missing_input(file) = "the input {file} is missing";
    unreadable_input(file, error) = "{file}: {error}";
    no_number_in(file, text, column) = "{file}: `{text}` in column `{column}` is not a number";
    has_no(file, what) = "{file} has no `{what}`";
    has_none_of(file, what, of) = "{file} has no `{what}` of `{of}`";
    no_province(code) = "no province is called `{code}`";
    no_province_in(file, code) = "{file}: no province `{code}`";
    without_region(province) = "`{province}` has no region";
    unknown_kind(code, column) = "`{code}` has no known {column}";
    cannot_be_shared(total, floor) = "{total} cannot be shared: the parts need at least {floor}";
    told_with(id, one, other) = "`{id}` is told with {one} and with {other}";
    too_few_beds(province, left, needed) = "`{province}` has {left} beds left for its own hospitals, they need {needed}";
}
