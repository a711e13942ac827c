//! Which assumptions reach which indicators: an assumption acts in some parts of the model, and an
//! indicator is made from some. What does not reach an indicator cannot drive it, whatever a sample
//! of futures shows.
//!
//! Simplification: a part reaches an indicator or not, whatever the policies of a scenario; a test
//! moves every assumption and finds what moves among what is named here.

use super::Indicator;
use super::Reading;
use crate::base::{Base, Weight};

/// A part of the model in which assumptions act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Acts in no run that looks ahead, or on prices and payers alone.
    MoneyOnly,
    /// People of provinces.
    People,
    /// Hospitals, beds, capital, projects, crowding.
    Beds,
    /// Commune stations and their works.
    Stations,
    /// Doctors over the stations of a province.
    AtStations,
    /// Students, exams, posts, leaving.
    Staff,
    /// Doctors counted beyond people.
    Recount,
    /// Plan beds.
    Plan,
    /// What the flow model misses.
    Missed,
    /// The error of what is published: for the chance of a year, and nothing else.
    Published,
    /// One followed indicator.
    Followed,
    /// Milestones.
    Milestones,
    /// Shocks.
    Shocks,
}

use Part::{
    AtStations, Beds, Followed, Milestones, Missed, MoneyOnly, People, Plan, Published, Recount,
    Shocks, Staff, Stations,
};

/// Stems of assumption ids and where they act; the longest that fits counts.
const PARTS: &[(&str, Part)] = &[
    ("observation_sd.", Published),
    ("quota.", Plan),
    ("expected.", Missed),
    ("recount.", Recount),
    ("pool.", Recount),
    ("demo.", People),
    ("base.", Beds),
    ("base.station_", Staff),
    ("base.private_clinic_weight", Staff),
    ("base.provincial_floor", Staff),
    ("age.", Staff),
    ("train.", Staff),
    ("exam.", Staff),
    ("entry.", Staff),
    ("ret.", Staff),
    ("exit.", Staff),
    ("post.", Staff),
    ("allow.", Staff),
    ("rotation.", Staff),
    ("rotation.extra_pay", MoneyOnly),
    ("bond.", Staff),
    ("commune.", AtStations),
    ("station.", Stations),
    ("cost.", MoneyOnly),
    ("life.", MoneyOnly),
    ("cost.allowance", Staff),
    ("cost.station", Stations),
    ("cost.training_place", Staff),
    ("capex.", Beds),
    ("bed.", Beds),
    ("bed.fitout_cost", MoneyOnly),
    ("pipe.", Beds),
    ("priv.", Beds),
    ("ntp.", Beds),
    ("care.", Beds),
    ("gate.", Staff),
    ("sat.", Beds),
    ("sat.cost_link", MoneyOnly),
    ("transfer.", Beds),
    ("transfer.staff_loss", Staff),
    ("transfer.subsidy_share", MoneyOnly),
    ("transfer.cost_per_bed", MoneyOnly),
    ("track.", Followed),
    ("milestone.", Milestones),
    ("shock.", Shocks),
];

fn part(assumption: &str) -> Option<Part> {
    let fits = PARTS
        .iter()
        .filter(|(stem, _)| assumption.starts_with(stem));
    fits.max_by_key(|(stem, _)| stem.len())
        .map(|(_, part)| *part)
}

/// Of whom an assumption or an indicator tells: the occupation whose code or plural its id names.
fn occupation(base: &Base, id: &str) -> Option<usize> {
    let named = |name: &str| id.split(['.', '_']).any(|word| word == name);
    let mut all = base.occupations.iter();
    all.position(|o| named(&o.code) || named(&o.plural))
}

/// Whether an assumption can reach an indicator. `gate`: beds wait for staff. What stands in no part of
/// the model known here reaches everything.
pub fn reaches(assumption: &str, indicator: &Indicator, base: &Base, gate: bool) -> bool {
    let Some(part) = part(assumption) else {
        return true;
    };
    let id = indicator.info.id.as_str();
    let whose = occupation(base, assumption);
    let part = match (part, whose) {
        // Shares, overcounts and ratios of staff in the base year.
        (Beds, Some(_)) if assumption.starts_with("base.") => Staff,
        (part, _) => part,
    };
    if let Reading::Followed(i) = indicator.reading {
        let followed = &base.tracked[i];
        let own = ["track.", &followed.id, "."].concat();
        return assumption == "track.province_ratio"
            || assumption.starts_with(&own)
            || part == People && followed.weight == Weight::People
            // Stations that money and works bring to standard are invested in.
            || followed.id == "facilities_invested" && [Stations, Shocks].contains(&part);
    }
    if id.starts_with("milestone:") {
        return part == Milestones || assumption.starts_with("pipe.") || part == Shocks;
    }
    if matches!(part, Followed | Milestones) {
        return false; // They move nothing else; what they cost is written in the scenario.
    }
    let money = ["capital_spent", "total_cost"].contains(&id);
    if part == MoneyOnly || money {
        return money && !matches!(part, Published | Plan | Missed | Recount);
    }
    if id == "people" {
        return part == People;
    }
    if id == "shock_years" {
        return part == Shocks;
    }
    let beds = [People, Beds, Shocks].contains(&part);
    let stations = beds || part == Stations;
    let of_staff = id.contains("_per_station")
        || id.ends_with("_expected_factor")
        || [
            "heads_",
            "resignations",
            "graduates",
            "entrants_waiting",
            "unfilled_posts",
            "share_stations_with_4",
        ]
        .iter()
        .any(|start| id.starts_with(start))
        || base
            .occupations
            .iter()
            .any(|o| id.starts_with(&super::ratio_id(o)));
    if of_staff {
        // Money for teaching places is shared by graduates, so those of all occupations reach each.
        let shared = assumption.starts_with("train.grad_") || assumption == "post.vacancy_private";
        let theirs = occupation(base, id);
        let own = shared || theirs.is_none() || whose.is_none() || whose == theirs;
        return match part {
            Recount => id.ends_with("_official") && own,
            Missed => {
                ["_expected", "_official", "_expected_factor"]
                    .iter()
                    .any(|end| id.ends_with(end))
                    && own
            }
            Published | Plan => false,
            AtStations => id.starts_with("share_stations_with_4"),
            Staff => own,
            _ => stations,
        };
    }
    if id.contains("station") && id != "beds_at_stations" {
        return stations;
    }
    if part == Plan {
        return id == "beds_per_10k_official" || id == "beds_official_factor";
    }
    // Beds that are open, and with the gate on all that follows from them, wait for staff.
    beds || (id == "operating_beds_per_10k" || gate) && [Staff, Stations].contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::registry;

    #[test]
    fn nurse_tuition_reaches_costs_and_nothing_else() {
        let base = Base::builtin();
        let reached: Vec<String> = registry(&base)
            .into_iter()
            .filter(|i| reaches("cost.student_year_nurse", i, &base, false))
            .map(|i| i.info.id)
            .collect();
        assert_eq!(reached, ["capital_spent", "total_cost"]);
    }

    #[test]
    fn a_followed_indicator_has_its_own_assumptions_and_people() {
        let base = Base::builtin();
        let all = registry(&base);
        let cover = all.iter().find(|i| i.info.id == "insurance_cover");
        let cover = cover.expect("it is followed");
        for assumption in &base.assumptions.all {
            let id = assumption.id.as_str();
            let own = id.starts_with("track.insurance_cover.") || id == "track.province_ratio";
            let expected = own || id.starts_with("demo.");
            assert_eq!(reaches(id, cover, &base, false), expected, "{id}");
        }
    }

    #[test]
    fn every_assumption_of_the_base_stands_in_a_part() {
        for assumption in &Base::builtin().assumptions.all {
            assert!(part(&assumption.id).is_some(), "{}", assumption.id);
        }
    }
}
