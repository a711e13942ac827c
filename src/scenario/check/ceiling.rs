//! A ceiling is an amount of somebody's money in years that are lived.

use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario as messages;
use crate::scenario::Ceiling;
use crate::scenario::file::{CeilingWritten, PlanWritten};
use crate::source::Spanned;
use crate::units::{Payer, Year};
use std::ops::RangeInclusive;

const CODE: &str = "scenario::ceiling";
const GIVEN: &str = "scenario::given";

/// The ceiling as stated.
pub(super) fn sound(
    written: &CeilingWritten,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) -> Ceiling {
    let amount = &written.amount;
    if !amount.value.is_finite() || amount.value < 0.0 {
        problems.refuse(amount, CODE, messages::ceiling_amount(amount.value));
    }
    let inside = |year: &Option<Spanned<Year>>, problems: &mut Problems| {
        if let Some(year) = year.as_ref().filter(|y| !years.contains(&y.value)) {
            let (first, last) = (years.start(), years.end());
            let message = messages::ceiling_year(year.value, first, last);
            problems.refuse(year, CODE, message);
        }
    };
    inside(&written.from, problems);
    inside(&written.to, problems);
    if let (Some(from), Some(to)) = (&written.from, &written.to)
        && from.value > to.value
    {
        problems.refuse(to, CODE, messages::ceiling_years(from.value, to.value));
    }
    if let Some(payers) = &written.payers {
        if payers.is_empty() {
            problems.refuse(amount, CODE, messages::ceiling_nobody());
        }
        for (at, payer) in payers.iter().enumerate() {
            if payers[..at].iter().any(|p| p.value == payer.value) {
                let name = format!("{:?}", payer.value);
                problems.refuse(payer, CODE, messages::ceiling_payer_twice(&name));
            }
        }
    }
    let plain = |payers: &Vec<Spanned<Payer>>| payers.iter().map(|p| p.value).collect();
    Ceiling {
        amount: amount.value,
        payers: written.payers.as_ref().map(plain),
        from: written.from.as_ref().map(|y| y.value),
        to: written.to.as_ref().map(|y| y.value),
        prices: written.prices,
    }
}

/// Policies that others have decided are policies of the scenario, each named once.
pub(super) fn given(named: &[Spanned<String>], plans: &[PlanWritten], problems: &mut Problems) {
    let known: Vec<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
    for (at, id) in named.iter().enumerate() {
        if !known.contains(&id.as_str()) {
            let nearest = suggestion(id, &known, messages::POLICY_IDS);
            problems.refuse(id, GIVEN, messages::given_unknown(&id.value, nearest));
        } else if named[..at].iter().any(|other| other.value == id.value) {
            problems.refuse(id, GIVEN, messages::given_twice(&id.value));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::field;

    #[test]
    fn a_ceiling_is_money_of_somebody_in_years_that_are_lived() {
        let bad = "scenario::ceiling";
        field("ceiling: (amount: 60000)", &[]);
        field(
            "ceiling: (amount: 0, payers: [Provincial], from: 2026, to: 2026, prices: Nominal)",
            &[],
        );
        field("ceiling: (amount: -1)", &[(bad, "-1")]);
        field("ceiling: (amount: 5, payers: [])", &[(bad, "5")]);
        field(
            "ceiling: (amount: 5, payers: [Ministry, Ministry])",
            &[(bad, "Ministry")],
        );
        field("ceiling: (amount: 5, to: 2060)", &[(bad, "2060")]);
        field("ceiling: (amount: 5, from: 2025)", &[(bad, "2025")]);
        field(
            "ceiling: (amount: 5, from: 2030, to: 2028)",
            &[(bad, "2028")],
        );
    }
}
