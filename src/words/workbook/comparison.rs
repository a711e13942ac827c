//! What the workbook of a comparison says.

use super::{
    BY_YEAR, COSTS, Column, NO_UNIT, OPTIONS, OWN_UNIT, PROVINCES, about, column, columns,
};
use crate::said::Said;
use crate::words::report::{lower_first, sentence};

/// Sheet of what gains cost.
pub const PRICES: Said = Said::en("What a gain costs");
/// Sheet of the decisions.
pub const PARTS: Said = Said::en("Which decision does it");
/// Sheet of the inputs.
pub const INPUTS: Said = Said::en("Decided differently");

/// What a sheet of a comparison shows, as the first sheet lists it.
pub fn about_comparison(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *OPTIONS => {
            "Chances, figures, costs and the cost of a gain, one group of columns for each option"
        }
        s if *s == *BY_YEAR => "Each target asked at every year-end, option by option, with charts",
        s if *s == *COSTS => {
            "Money by payer, purpose and year of each option, and what it costs more, with sums that follow their cells"
        }
        s if *s == *PRICES => "Additional cost over what is gained, where a gain is clear",
        s if *s == *PROVINCES => "What changes in each province",
        s if *s == *PARTS => "The change of each option, split over its decisions",
        s if *s == *INPUTS => "What differs between the options, with file and line",
        _ => about(sheet),
    }
}

/// Names of the facts about a comparison, in order.
pub const COMPARISON_FACTS: [Said; 9] = [
    Said::en("Country"),
    Said::en("Years"),
    Said::en("Futures"),
    Said::en("Seed"),
    Said::en("What was drawn"),
    Said::en("Money"),
    Said::en("Base"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
];

/// Name of an option, where it matters which one the others are held against.
pub fn option_name(name: &str, reference: bool) -> String {
    if reference {
        format!("{name} (reference)")
    } else {
        name.to_owned()
    }
}
/// An option on the first sheet.
pub fn option(title: &str, note: &str, digest: &str) -> String {
    let note = match note.trim() {
        "" => String::new(),
        note => format!(" {}", sentence(note)),
    };
    format!("{}{note} Fingerprint {digest}.", sentence(title))
}
/// What is compared.
pub fn compared(names: &[&str], reference: &str) -> String {
    let others: Vec<&str> = names.iter().copied().filter(|n| *n != reference).collect();
    format!("{} against {reference}", others.join(", "))
}
/// Title of the options of a comparison.
pub const COMPARED_TITLE: Said = Said::en("Options side by side");
/// Below it.
pub fn compared_lead(reference: &str) -> String {
    format!(
        "Every option lives the same futures as the reference ({reference}), so a difference is that of the \
         decisions. Changes of chances and shares are in points. At least and at most are the 95% interval of the \
         change; better and worse are said only where it lies wholly on one side of zero."
    )
}
/// Columns of an option held against the reference.
pub const DIFFERENCE_COLUMNS: [Column; 5] = columns! {
    value "Figure", OWN_UNIT, "Chance or mean under the option";
    difference "Change", Said::en("that of the row; points for chances and shares"), "Option minus reference, mean over the same futures";
    low "Change, at least", Said::en("that of the row; points for chances and shares"), "Lower end of the 95% interval of the change; of a price, its own lower end";
    high "Change, at most", Said::en("that of the row; points for chances and shares"), "Upper end of that interval";
    verdict "Verdict", NO_UNIT, "better or worse where the interval lies wholly on one side of zero; otherwise that it cannot be told, and how many futures would tell";
};
/// Group of the targets that are no headline.
pub const OTHER_CHANCES: Said = Said::en("Chance of other targets");
/// Group of the values.
pub const FIGURES: Said = Said::en("Indicators, means over the futures");
/// The price of a gain.
pub fn price_of(gain: &str, payers: &str) -> String {
    format!("{gain}, costs of {payers}")
}
/// First columns of the targets by year of a comparison.
pub const COMPARED_BY_YEAR: [Column; 2] = [
    column(
        Said::en("Target"),
        NO_UNIT,
        Said::en("What is asked, with the year that its document sets"),
    ),
    column(Said::en("Option"), NO_UNIT, Said::en("Which option")),
];
/// Heading of an option's costs.
pub fn option_costs(option: &str, money: &str) -> String {
    format!("{option}, {}", lower_first(money))
}
/// Heading of what an option costs more.
pub fn option_costs_more(option: &str, money: &str) -> String {
    format!("{option}: more than the reference, {}", lower_first(money))
}
/// Below the title of the costs of a comparison.
pub fn compared_costs_lead(currency: &str) -> String {
    format!(
        "Means over the same futures, {currency}. Every sum is a formula over the cells it adds. The interval of each \
         difference is in costs.csv: intervals do not add up, so none stands beside a sum."
    )
}
const MORE: Said = Said::en("currency, discounted");
/// Columns of the prices.
pub const PRICE_COLUMNS: [Column; 13] = columns! {
    option "Option", NO_UNIT, "Which option";
    gain "Gain", NO_UNIT, "What is gained";
    payers "Whose costs", NO_UNIT, "All payers, or the budgets alone";
    discounted_cost_to_year "Discounted cost to the year", MORE, "Additional cost up to the year of the gain, discounted, mean over the same futures; not the whole cost of the option";
    discounted_cost_to_year_low "Cost, at least", MORE, "Lower end of its 95% interval";
    discounted_cost_to_year_high "Cost, at most", MORE, "Upper end";
    gained "Gained", Said::en("points, heads, beds or bed-days"), "Mean gain over the same futures";
    gained_low "Gained, at least", Said::en("points, heads, beds or bed-days"), "Lower end of its 95% interval";
    gained_high "Gained, at most", Said::en("points, heads, beds or bed-days"), "Upper end";
    price "Cost of one", MORE, "Discounted cost to the year over gain, where the gain is clear";
    price_low "One, at least", MORE, "Lower end of its 95% interval (Fieller), from the joint futures";
    price_high "One, at most", MORE, "Upper end";
    no_price "No price, because", NO_UNIT, "Why there is none";
};
/// Columns of the changes by province.
pub const PROVINCE_CHANGES: [Column; 13] = columns! {
    province "Province", NO_UNIT, "Name";
    option "Option", NO_UNIT, "Which option";
    indicator "Indicator", NO_UNIT, "What is read";
    unit "Unit", NO_UNIT, "Its unit";
    reference_value "Reference", OWN_UNIT, "Mean in the reference";
    value "Here", OWN_UNIT, "Mean under the option";
    difference "Change", Said::en("that of the row; points for shares"), "Option minus reference, mean over the same futures";
    low "At least", Said::en("that of the row; points for shares"), "Lower end of the 95% interval of the change";
    high "At most", Said::en("that of the row; points for shares"), "Upper end";
    verdict "Verdict", NO_UNIT, "better or worse where the interval lies wholly on one side of zero";
    helped "Helped", Said::en("futures"), "Futures in which the province does better";
    harmed "Harmed", Said::en("futures"), "Futures in which it does worse";
    unchanged "Unchanged", Said::en("futures"), "Futures in which nothing changes";
};
/// Below the title of the changes by province.
pub const PROVINCE_CHANGES_LEAD: Said = Said::en(
    "Every indicator and option; the arrows of the header pick rows. Errors of later publications and revisions of provincial plans are not drawn.",
);
/// Columns of the decisions.
pub const PART_COLUMNS: [Column; 7] = columns! {
    option "Option", NO_UNIT, "Which option";
    outcome "Outcome", NO_UNIT, "What changes";
    part "Part", NO_UNIT, "A decision that differs, or all of them";
    change "Change", Said::en("that of the outcome; points for chances and shares"), "What it adds on average over all orders of the decisions";
    low "Change, at least", Said::en("that of the outcome; points for chances and shares"), "Lower end of the 95% interval";
    high "Change, at most", Said::en("that of the outcome; points for chances and shares"), "Upper end";
    order_error "Error of orders", Said::en("that of the outcome; points for chances and shares"), "Half of the 95% interval that sampling orders leaves, where not all were counted";
};
/// All decisions together.
pub const ALL_PARTS: Said = Said::en("All together");
/// Columns of the inputs.
pub const INPUT_COLUMNS: [Column; 7] = columns! {
    option "Option", NO_UNIT, "Which option";
    what "What", NO_UNIT, "Policy, assumption or field of the scenario";
    field "Field", NO_UNIT, "Field of it; empty where the whole is on one side only";
    reference_value "Reference", NO_UNIT, "In the reference";
    reference_stands_in "Reference stands in", NO_UNIT, "File and line";
    option_value "In the option", NO_UNIT, "In the option";
    option_stands_in "Option stands in", NO_UNIT, "File and line";
};
/// Below the title of the inputs.
pub const INPUTS_LEAD: Said = Said::en("Everything else is the same, down to the draws.");
/// Where a value is written.
pub fn written_at(file: &str, line: Option<usize>) -> String {
    match line {
        Some(line) => format!("{file}, line {line}"),
        None => format!("{file}, not written: the default"),
    }
}
