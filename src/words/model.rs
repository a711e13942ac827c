//! The model's equations in a line each: where every assumption acts, how every indicator is read,
//! what every policy does to the world.

mod rules;

pub use rules::{Rule, rule};

/// How an indicator is read: the equation of a province; the nation adds tops and bottoms.
pub fn indicator(id: &str) -> Option<String> {
    for (suffix, equation) in [
        ("_per_10k_lowest", "the lowest province's value"),
        ("_per_10k_spread", "highest province / lowest province"),
        (
            "_per_10k_gini",
            "Gini coefficient of the provinces' values, weighted by people",
        ),
    ] {
        if id.ends_with(suffix) {
            return Some(equation.to_owned());
        }
    }
    let fixed = match id {
        "beds_per_10k_official" => {
            "built beds * growth of the official count beside building / people * 10,000"
        }
        "beds_official_factor" => "official beds / built beds",
        "beds_per_10k" => "(beds of ministries + province + private) / people * 10,000",
        "operating_beds_per_10k" => "min(built beds, beds the staff can run) / people * 10,000",
        "managed_beds_per_10k" => "beds of provincial and regional hospitals / people * 10,000",
        "beds_at_stations" => "beds at stations of the base year + beds reclassified so far",
        "people" => "people at the end of the year",
        "beds" => "beds of ministries + province + private",
        "beds_public" => "beds of ministries + province",
        "beds_private" => "beds of private hospitals",
        "private_bed_share" => "private beds / all hospital beds",
        "private_hospital_share" => "private hospitals / all hospitals",
        "central_occupancy" => "bed-days of Central hospitals / (their beds * 365)",
        "provincial_occupancy" => "bed-days of the province's hospitals / (their beds * 365)",
        "referral_share" => "bed-days in Central hospitals / (those + bed-days at home)",
        "bed_days_at_home" => "bed-days of the people of a province outside Central hospitals",
        "resignations" => {
            "sum over occupations with posts of those who left or moved to private practice"
        }
        "beds_opened" => "beds opened or fitted out in the year, before closures",
        "graduates" => "graduates of the year, all occupations",
        "entrants_waiting" => "licensed and looking - placed, at the end of the year",
        "projects_late" => "named projects past their planned year, not open, not cancelled",
        "stations_rebuilt" => {
            "stations whose works end in the year + money of investments for stations / cost of one, never more than are left"
        }
        "share_stations_upgraded" => {
            "(stations brought to standard + those rebuilt by investments since the base year) / stations"
        }
        "shock_years" => {
            "1 if a storm, an epidemic, a freeze or a wave of resignations strikes or lasts, else 0"
        }
        "capital_spent" => {
            "ordinary capital + programmes + campuses + fit-out + private beds + public money for them"
        }
        "total_cost" => "capital + operation + pay + allowances + training + links + handovers",
        _ => "",
    };
    if !fixed.is_empty() {
        return Some(fixed.to_owned());
    }
    if let Some(what) = id.strip_prefix("heads_") {
        return Some(format!("{what} of all employers"));
    }
    if let Some(what) = id.strip_prefix("graduates_") {
        return Some(format!("{what} who finish their studies in the year"));
    }
    if let Some(what) = id.strip_prefix("unfilled_posts_") {
        return Some(format!(
            "sum over public employers of max(posts - {what}, 0) / posts"
        ));
    }
    if let Some(what) = id.strip_prefix("entrants_waiting_") {
        return Some(format!(
            "licensed {what} who look for a post - those placed"
        ));
    }
    if let Some(what) = id.strip_suffix("_per_10k_official") {
        return Some(format!(
            "({what} with what the model misses + heads counted beyond people) / people * 10,000"
        ));
    }
    if let Some(what) = id.strip_suffix("_per_10k_expected") {
        return Some(format!(
            "{what} * exp(E + v), with what the model misses / people * 10,000"
        ));
    }
    if let Some(what) = id.strip_suffix("_expected_factor") {
        return Some(format!("{what} with what the model misses / {what}"));
    }
    if let Some(what) = id.strip_suffix("_per_10k") {
        return Some(format!("{what} of all employers / people * 10,000"));
    }
    if let Some(what) = id.strip_suffix("_per_station") {
        return Some(format!(
            "({what} of commune stations + person-years lent by hospitals) / stations"
        ));
    }
    id.strip_prefix("share_stations_with_4_")
        .map(|what| format!("stations with four {what} or more / stations"))
}

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
            let told = indicator(&entry.info.id).is_some() || entry.is_followed();
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
