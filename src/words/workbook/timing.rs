//! What the workbook about when decisions must be taken says.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, about, column, columns};
use crate::said::Said;

/// Sheet of the decisions.
pub const DECISIONS: Said = Said::en("Decisions");
/// Sheet of the price of waiting.
pub const WAITING: Said = Said::en("Price of waiting");
/// Sheet of the years to which the plan is enough.
pub const ENOUGH: Said = Said::en("Enough to when");

/// What a sheet of this workbook shows.
pub fn about_timing(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *DECISIONS => {
            "Each decision: to which target it gives how much, and the last years of start"
        }
        s if *s == *WAITING => {
            "Each decision started later, year by year, or left out: chances and money"
        }
        s if *s == *ENOUGH => "Each target at each year-end under the plan as it stands",
        _ => about(sheet),
    }
}

/// Names of the facts about it, in order.
pub const FACTS: [Said; 10] = [
    Said::en("Scenario"),
    Said::en("Country"),
    Said::en("Years"),
    Said::en("Starts are tried to"),
    Said::en("Futures of each variant"),
    Said::en("Seed"),
    Said::en("Money"),
    Said::en("Base"),
    Said::en("Fingerprint of the scenario"),
    Said::en("Program"),
];

const SHARE: Said = Said::en("share of futures");

/// The decisions.
pub const DECISION_COLUMNS: [Column; 11] = columns! {
    decision "Decision", NO_UNIT, "Id of the policy";
    responsible "Responsible", NO_UNIT, "Who is responsible";
    planned_start "Starts", NO_UNIT, "Year in which it starts or opens as planned";
    product_there "Product there", NO_UNIT, "Year by whose end its product is there in half of the futures or more";
    target "Target", NO_UNIT, "What it clearly serves; empty where leaving it out changes no chance asked clearly";
    gives "Gives", SHARE, "What is missing of the chance without it";
    last_start_all "Last start for all", NO_UNIT, "Last year of start in which no loss against the plan is clear";
    last_start_half "For half", NO_UNIT, "Last year of start that loses at most half of what it gives";
    last_start_any "For any", NO_UNIT, "Last year of start that still gives more than the smallest difference that matters";
    money_saved_left_out "Saved without it", CURRENCY, "Public money that the plan does not spend without it, in the mean";
    currency "Currency", NO_UNIT, "Currency, at constant prices unless the ceiling says otherwise";
};

/// The price of waiting.
pub const WAITING_COLUMNS: [Column; 14] = columns! {
    decision "Decision", NO_UNIT, "Id of the policy";
    start "Start tried", NO_UNIT, "Year of start; empty where it is left out";
    planned_start "Starts as planned", NO_UNIT, "Year in which it starts or opens as planned";
    target "Target", NO_UNIT, "What is asked";
    chance "Chance", CHANCE, "Share of the futures that meet it then";
    chance_low "At least", CHANCE, "Lower end of its 95% interval";
    chance_high "At most", CHANCE, "Upper end";
    difference "Against the plan", SHARE, "Chance minus that of the plan, in the same futures";
    low "Change, at least", SHARE, "Lower end of its 95% interval";
    high "Change, at most", SHARE, "Upper end";
    verdict "Verdict", NO_UNIT, "What can be said of the change";
    money_more "Money more", CURRENCY, "Public money beyond that of the plan, mean";
    money_low "Money, at least", CURRENCY, "Lower end of its 95% interval";
    money_high "Money, at most", CURRENCY, "Upper end";
};

/// The years to which the plan is enough.
pub const ENOUGH_COLUMNS: [Column; 7] = columns! {
    target "Target", NO_UNIT, "What is asked";
    target_year "Its year", NO_UNIT, "Year at whose end it is asked";
    year "Year", NO_UNIT, "Year at whose end the same is asked here";
    chance "Chance", CHANCE, "Share of the futures in which it holds then";
    low "At least", CHANCE, "Lower end of its 95% interval";
    high "At most", CHANCE, "Upper end";
    tipping_year "Tipping year", NO_UNIT, "First year from which the plan is not enough any more";
};
