//! Laws as people tell them: percentiles and weighted variants.

use crate::said::sentences;

pub(crate) const PERCENTILES_OF_TWO: &str = "a law by percentiles needs two of them or more";
pub(crate) const VARIANTS_OF_TWO: &str = "a law of variants has two of them or more";
pub(crate) const WEIGHTS_ABOVE_0: &str =
    "each variant has a weight above 0, and at most 1: leave out what cannot be";

sentences! {
    percentile_outside(percent) = "a percentile lies between 0 and 100, and {percent} does not";
    percentiles_not_in_order(first, second) = "P{second} stands after P{first}: percentiles are written from the lowest to the highest";
    percentiles_do_not_rise(first, low, second, high) = "P{first} is {low} and P{second} is {high}: values must rise with their percentiles";
    weights_do_not_add(sum) = "the weights of the variants add to {sum} and not to 1";
}

/// What is wrong with one of the variants, counted from 1.
pub(crate) fn bad_variant(place: usize, fault: String) -> String {
    let which = match place {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        n => format!("{n}th"),
    };
    format!("the {which} variant: {fault}")
}
