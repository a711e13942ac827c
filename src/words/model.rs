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
        "beds_per_10k" => "(beds of ministries + province + private) / people * 10,000",
        "operating_beds_per_10k" => "min(built beds, beds the staff can run) / people * 10,000",
        "managed_beds_per_10k" => "beds of provincial and regional hospitals / people * 10,000",
        "beds_at_stations" => "beds at stations of the base year + beds reclassified so far",
        "private_bed_share" => "private beds / all hospital beds",
        "private_hospital_share" => "private hospitals / all hospitals",
        "central_occupancy" => "bed-days of Central hospitals / (their beds * 365)",
        "provincial_occupancy" => "bed-days of the province's hospitals / (their beds * 365)",
        "referral_share" => "bed-days in Central hospitals / (those + bed-days at home)",
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
            "({what} + a year's recount * years, to 2030) / people * 10,000"
        ));
    }
    if let Some(what) = id.strip_suffix("_per_10k") {
        return Some(format!("{what} of all employers / people * 10,000"));
    }
    if let Some(what) = id.strip_suffix("_per_station") {
        return Some(format!("{what} of commune stations / stations"));
    }
    id.strip_prefix("share_stations_with_4_")
        .map(|what| format!("stations with four {what} or more / stations"))
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
            equation: "spent = d * (plan + carried in) for planned money, = amount for disbursed money; beds = spent * share / (unit cost * overrun)",
            uses: &[
                "capex.unit_",
                "capex.overrun",
                "capex.build_lag",
                "capex.disburse",
                "capex.carry_share",
                "cost.station",
                "cost.training_place",
            ],
            example: include_str!("model/investment.ron"),
        },
        "StationUpgrade" => PolicyWords {
            acts: "Finance: works begin and are paid for, works begun earlier end; Placement: commune posts become a little more attractive",
            equation: "ready = sum over years s of begun[s] * clip(t - s + 1 - years, 0, 1); commune appeal of a province * (1 + appeal * stations ready / stations); cost = stations begun * cost of one",
            uses: &["cost.station", "station."],
            example: include_str!("model/stations.ron"),
        },
        "PrivateSector" => PolicyWords {
            acts: "Finance: public money buys a part of private beds; Construction: more and larger hospitals open with draws of their own, those that stand grow; Measure: costs",
            equation: "beds that come = beds asked for / (1 + brake * e), e = beds asked for / beds that open anyway there; openings ~ Poisson(base mean * (openings - 1) / (1 + brake * e)); beds by public money = money / (share * unit)",
            uses: &[
                "priv.brake",
                "priv.openings",
                "priv.size",
                "priv.unit",
                "capex.build_lag",
            ],
            example: include_str!("model/private.ron"),
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
            assert!(indicator(&entry.info.id).is_some(), "{}", entry.info.id);
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
