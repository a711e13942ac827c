//! The model's equations in a line each: where every assumption acts, what every policy does to the world.
//! How an indicator is read stands with it.

mod rules;

pub use rules::{Rule, rule};

/// Said of a target on a province that publishes no value of a followed indicator.
pub const NO_OWN_VALUE: &str = "The base has no value of this province: it is taken to lie about the rest of the nation. Read the answer with care.";

/// How a followed indicator moves.
pub fn followed() -> &'static str {
    "log odds between the bounds + trend + shock + what initiatives add, each year; published with an error"
}

/// How a milestone is read.
pub fn milestone() -> &'static str {
    "1 from the year in which planned finish + drawn delay is over, else 0; its mean is the share of futures"
}

/// When an indicator is read and how places are put together.
pub fn measured(flow: bool, ratio: bool) -> String {
    let when = if flow {
        "Measure: what happened during the year"
    } else {
        "Measure: as it stands on 31 December"
    };
    if ratio {
        format!("{when}; a region and the nation add tops and bottoms of their provinces")
    } else {
        when.to_owned()
    }
}

/// A published figure of the base year.
pub fn published(value: &str, year: crate::units::Year) -> String {
    format!("{value}, published for the nation at the end of {year}")
}

/// A threshold for an example, where nobody has set one.
pub fn some_threshold(unit: crate::results::Unit) -> f64 {
    use crate::results::Unit;
    match unit {
        Unit::Per10k => 35.0,
        Unit::Share => 0.9,
        Unit::Count => 10_000.0,
        Unit::Money => 100_000.0,
        Unit::PerStation => 4.0,
        Unit::Ratio => 1.5,
        Unit::Years => 75.0,
        Unit::Per100 => 108.0,
    }
}

/// What a policy does to the world, the assumptions it asks, and an example to paste.
#[derive(Clone, Copy, Debug)]
pub struct PolicyWords {
    /// Phases and the equation.
    pub acts: &'static str,
    /// The equation.
    pub equation: &'static str,
    /// Stems of the assumptions it asks.
    pub uses: &'static [&'static str],
    /// One entry of `policies`.
    pub example: &'static str,
}

/// Words about a kind of policy.
pub fn policy(name: &str) -> Option<PolicyWords> {
    let words = match name {
        "SatelliteHospitals" => PolicyWords {
            acts: "Policy: links ripen each year; Care: fewer patients travel; Measure: costs",
            equation: "referrals of the specialty and province * (1 - effect * coverage * min(1, years / lag))",
            uses: &["sat."],
            example: include_str!("model/satellite.ron"),
        },
        "SecondCampus" => PolicyWords {
            acts: "Finance: paid in equal parts to the planned opening; Construction: opens with a drawn delay",
            equation: "yearly chance of opening from the planned year on: 1 / (1 + delay_mean); beds at home - replaces * beds",
            uses: &[
                "pipe.campus_delay_mean",
                "pipe.delay_mean",
                "capex.unit_central",
                "capex.unit_provincial",
                "capex.unit_regional",
                "priv.unit",
                "capex.overrun",
            ],
            example: include_str!("model/campus.ron"),
        },
        "TransferToProvince" => PolicyWords {
            acts: "Policy: beds, staff, posts and patients change hands in one year, after a drawn delay",
            equation: "yearly chance of agreement from the planned year on: 1 / (1 + mean_delay); staff * (1 - staff_loss); service * (1 - service_loss), back over the years of integration",
            uses: &["transfer."],
            example: include_str!("model/transfer.ron"),
        },
        "Investment" => PolicyWords {
            acts: "Finance: an account of its own, planned, disbursed, carried, lapsed; Construction: beds open 0 to 4 years later",
            equation: "spent = d * (plan + carried in) for planned money, = amount for disbursed money; beds = spent * share / (unit cost * overrun), at most what each province can begin; money over it lapses",
            uses: &[
                "capex.unit_",
                "capex.overrun",
                "capex.build_lag",
                "capex.disburse",
                "capex.carry_share",
                "capex.absorb",
                "cost.station",
                "cost.training_place",
            ],
            example: include_str!("model/investment.ron"),
        },
        "Initiative" => PolicyWords {
            acts: "Finance: money paid, over people (or facilities) reached; Care: followed indicators move",
            equation: "movement added a year, at the level of the base year = response * (1 - exp(-money / response_money)), on the scale of log odds between the bounds",
            uses: &["track."],
            example: include_str!("model/initiative.ron"),
        },
        "ReachMilestone" => PolicyWords {
            acts: "Policy: work begins; Construction: reached when its delay is over; Measure: paid in equal parts to the planned finish",
            equation: "planned = start + max((by - start) / effort, shortest plan of the class); reached = planned + a delay drawn from real projects of the class, none for the share on_time",
            uses: &["milestone.on_time"],
            example: include_str!("model/milestone.ron"),
        },
        "StationUpgrade" => PolicyWords {
            acts: "Finance: works begin and are paid for, works begun earlier end; Placement: commune posts become a little more attractive",
            equation: "ready = sum over years s of begun[s] * clip(t - s + 1 - years, 0, 1); commune appeal of a province * (1 + appeal * stations ready / stations); cost = stations begun * cost of one",
            uses: &["cost.station", "station."],
            example: include_str!("model/stations.ron"),
        },
        "PrivateSector" => PolicyWords {
            acts: "Finance: public money buys a part of private beds; Construction: more and larger hospitals open with draws of their own, those that stand grow; Measure: costs",
            equation: "beds that come = beds asked for / (1 + brake * e), e = beds asked for / beds that open anyway there; openings ~ Poisson(base mean * (openings - 1) / (1 + brake * e)); beds by public money = money / (share * unit), at most what each province can begin",
            uses: &[
                "capex.absorb",
                "priv.brake",
                "priv.openings",
                "priv.size",
                "priv.unit",
                "capex.build_lag",
            ],
            example: include_str!("model/private.ron"),
        },
        "TrainingIntake" => PolicyWords {
            acts: "Policy: classes are added; Training: they study, graduate and are licensed as others; Finance and Measure: costs",
            equation: "added = min(base intake * ((1 + growth) * (1 + a_year) ^ years - 1), base intake * cap - ordinary intake) + new schools; cost = new places * cost.training_place + students * cost.student_year",
            uses: &[
                "train.capacity",
                "train.intake_growth",
                "train.completion",
                "cost.training_place",
                "cost.student_year",
            ],
            example: include_str!("model/intake.ron"),
        },
        "Incentives" => PolicyWords {
            acts: "Policy: points of the year; Workforce: fewer resign; Placement: more choose these posts; Measure: costs",
            equation: "worth(x) = saturation * (1 - exp(-x / saturation)); resignations * (1 + quit_effect / 10 * k * (worth(before + points) - worth(before))), appeal likewise by attract / 30; k = 30 / (100 * cost.allowance) points of allowance in a point of pay; before = 30 points of allowance at stations; cost = pay * points / 100 * heads",
            uses: &["allow.", "cost.allowance", "cost.pay"],
            example: include_str!("model/incentives.ron"),
        },
        "CommuneDoctors" => PolicyWords {
            acts: "Policy: doctors are lent, students admitted; Placement: some stay, bound doctors come, posts are added; Measure: costs",
            equation: "doctors at stations = staff of stations + lent * months / 12; staff + lent * rotation.stay + licensed * bond.fulfil + recruits; posts added = funded * (standard * stations - base posts), in equal steps",
            uses: &[
                "rotation.",
                "bond.",
                "post.commune_",
                "post.match",
                "cost.pay_doctor",
                "cost.allowance",
                "cost.student_year_doctor",
                "cost.training_place",
            ],
            example: include_str!("model/commune.ron"),
        },
        "RetirementExtension" => PolicyWords {
            acts: "Workforce: fewer retire at the age; Measure: those kept are paid",
            equation: "share working on = o + (1 - o) * share in the retirement rule of public employers, to the last age; cost = pay * those kept",
            uses: &["ret.", "cost.pay"],
            example: include_str!("model/retirement.ron"),
        },
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;

    #[test]
    fn every_indicator_and_every_policy_has_its_equation() {
        for entry in crate::indicator::registry(&Base::builtin()) {
            let told = !entry.equation.is_empty() || entry.is_followed();
            assert!(told, "{}", entry.info.id);
        }
        for kind in crate::policy::KINDS {
            let words = policy(kind.name).unwrap_or_else(|| panic!("{}", kind.name));
            let base = Base::builtin();
            for stem in words.uses {
                let known = base.assumptions.all.iter().any(|a| a.id.starts_with(stem));
                assert!(known, "{} uses {stem}, which is no assumption", kind.name);
            }
        }
    }

    #[test]
    fn every_example_is_accepted_as_it_stands() {
        for kind in crate::policy::KINDS {
            let example = policy(kind.name).expect("tested above").example;
            let text = format!("(title: \"T\", base: \"viet-nam\", policies: [{example}])");
            let read = crate::scenario::file::from_text("t.ron", &text, Base::builtin());
            let (_, warnings) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
            assert!(warnings.is_empty(), "{:?}", warnings.all);
        }
    }
}
