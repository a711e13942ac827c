//! Listed Ministry hospitals pass to the provinces they stand in: beds, staff, posts, running
//! subsidy and capital duty change hands after a drawn delay for agreement; some service and some
//! staff are lost while the hospital settles in.
//!
//! Simplification: the national totals change only by the staff lost.

pub mod act;
mod words;

use super::lookup::hospital_name;
use crate::base::Owner;
use crate::policy::prelude::*;
use crate::units::Years;

shaped! {
    /// Listed Ministry hospitals change owner.
    #[derive(PartialEq, Serialize)]
    pub struct TransferToProvince {
        /// codes of hospitals owned by a ministry
        #[only(Filled)]
        pub hospitals: Vec<Spanned<String>>,
        /// planned year of the change
        pub year: Spanned<Year>,
        /// mean years until the sides agree; the base's assumption if left out
        #[default]
        pub mean_delay: Option<Spanned<Years>>,
        /// years until service has recovered; the base's assumption if left out
        #[default]
        pub integration: Option<Spanned<Years>>,
    }
}

impl Policy for TransferToProvince {
    const NAME: &'static str = "TransferToProvince";
    const SUMMARY: &'static str = "listed Ministry hospitals pass to their provinces";
    const SERVES: &'static [&'static str] = &["managed_beds_per_10k", "provincial_occupancy"];
    const DOES_NOT_MOVE: &'static str = "a transfer moves beds and staff from the Ministry's books to the province's: the national and provincial totals per 10,000 people stay, but for the staff lost in the change";
    const ACTS: &'static str =
        "Policy: beds, staff, posts and patients change hands in one year, after a drawn delay";
    const EQUATION: &'static str = "yearly chance of agreement from the planned year on: 1 / (1 + mean_delay); staff * (1 - staff_loss); service * (1 - service_loss), back over the years of integration";
    const USES: &'static [&'static str] = &["transfer."];
    const EXAMPLE: &'static str = include_str!("example.ron");
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if self.hospitals.is_empty() {
            problems.at(
                context.id,
                "transfer::touches-nothing",
                "this policy hands over no hospital",
                "name at least one hospital, or take the policy out",
            );
        }
        context.acts_in(
            &self.year,
            "the hospitals change hands in",
            "transfer::year-outside-horizon",
            problems,
        );
        for (n, code) in self.hospitals.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            if let Some(earlier) = self.hospitals[..n].iter().find(|h| *h == code) {
                problems.add(
                    Problem::error(
                        "transfer::twice",
                        format!("\"{}\" is handed over twice", code.value),
                        "keep one of the two",
                    )
                    .over(code.span.clone())
                    .label("the second time")
                    .note(earlier.span.clone(), "the first time"),
                );
                continue;
            }
            let Some(hospital) = context.hospital(code, "transfer::unknown-hospital", problems)
            else {
                continue;
            };
            let decided = context
                .base
                .transfers
                .iter()
                .find(|t| context.base.facilities[t.facility].code == hospital.code);
            if let Some(decided) = decided {
                problems.at(
                    code,
                    "transfer::already-decided",
                    format!(
                        "{} changes hands in {} already: that is decided and part of the base",
                        hospital.name, decided.year
                    ),
                    "take it out of this list",
                );
            } else if !matches!(hospital.owner, Owner::Ministry | Owner::OtherMinistry) {
                let owner = match hospital.owner {
                    Owner::Private => "private owners",
                    _ => "its province",
                };
                problems.at(
                    code,
                    "transfer::not-a-ministry-hospital",
                    format!(
                        "{} belongs to {owner} already, not to a ministry",
                        hospital.name
                    ),
                    "only hospitals of a ministry can be handed over to a province",
                );
            }
        }
    }

    fn product(&self, base: &Base) -> String {
        let names: Vec<&str> = self
            .hospitals
            .iter()
            .map(|code| hospital_name(base, code))
            .collect();
        words::handed_over(&names)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn keys(&self, id: &str, _: &Base) -> Vec<String> {
        let codes = self.hospitals.iter();
        codes
            .map(|code| format!("transfer/{id}/{}", code.value))
            .collect()
    }

    fn check_beside(
        &self,
        _: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        let known = || earlier.iter().flat_map(|e| &e.decision.hospitals);
        for hospital in &self.hospitals {
            if let Some(first) = known().find(|h| *h == hospital) {
                problems.add(
                    Problem::error(
                        "transfer::twice",
                        format!("\"{}\" is handed over by two policies", hospital.value),
                        "a hospital changes hands once: keep one of the two",
                    )
                    .over(hospital.span.clone())
                    .label("the second time")
                    .note(first.span.clone(), "the first time"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn only_ministry_hospitals_that_stay_can_be_handed_over() {
        decision(
            "TransferToProvince(hospitals: [\"royal\"], year: 2028)",
            &[],
        );
        decision(
            "TransferToProvince(hospitals: [\"royal\", \"leaving\", \"sunny\", \"royal\", \"x\"], year: 2026)",
            &[
                ("transfer::already-decided", "\"leaving\""),
                ("transfer::not-a-ministry-hospital", "\"sunny\""),
                ("transfer::twice", "\"royal\""),
                ("transfer::unknown-hospital", "\"x\""),
                ("transfer::year-outside-horizon", "2026"),
            ],
        );
        decision(
            "TransferToProvince(hospitals: [], year: 2028)",
            &[("transfer::touches-nothing", "\"p\"")],
        );
    }
}
