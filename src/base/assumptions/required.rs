//! The ids a base must hold so that every part of the model finds its numbers, made from the
//! occupations it lists.

use super::CanBe::{
    self, Any, Autocorrelation, Change, InnerShare, NotNegative, Positive, Share, SomeShare,
};
use crate::base::{AssumptionBook, Occupation, TrackedIndicator};

/// Ids every base needs, whatever its occupations, and what each can be.
const COMMON: &[(&str, CanBe)] = &[
    ("demo.growth_drift", Any),
    ("demo.shock_nat_sd", NotNegative),
    ("demo.shock_prov_sd", NotNegative),
    ("demo.shock_ar", Autocorrelation),
    ("demo.migration_mult", Any),
    ("demo.natural_shrink", Any),
    ("demo.share60_slope", Any),
    ("base.doctor_overcount", Share),
    ("base.private_bed_share", Share),
    ("base.central_bed_share", Share),
    ("base.other_ministry_bed_share", Share),
    ("base.provincial_level_share", Share),
    ("base.central_cap", Share),
    ("base.private_cap", Share),
    ("base.private_clinic_weight", Share),
    ("base.provincial_floor", Share),
    ("base.station_size_elasticity", Any),
    ("train.grad_coverage_doctor", Positive),
    ("train.intake_growth", Change),
    ("train.late_share", Share),
    ("train.capacity", Positive),
    ("train.grad_noise", NotNegative),
    ("exam.retry", Share),
    ("entry.wait_leave", Share),
    ("entry.waiting_at_base", NotNegative),
    ("ret.exit_65", Share),
    ("exit.death_mult", NotNegative),
    ("exit.shock_sd", NotNegative),
    ("exit.shock_ar", Autocorrelation),
    ("exit.burnout", NotNegative),
    ("post.match", Share),
    ("post.vacancy_private", Share),
    ("post.commune_standard", Positive),
    ("post.commune_funded", Share),
    ("post.commune_appeal", Positive),
    ("post.central_appeal", Positive),
    ("post.private_appeal", Positive),
    ("post.income_elasticity", Any),
    ("post.allocation_sd", NotNegative),
    ("post.allocation_ar", Autocorrelation),
    ("commune.sigma", NotNegative),
    ("commune.fill_gap", Share),
    ("capex.province_disbursed", NotNegative),
    ("capex.province_growth", Change),
    ("capex.provincial_level_share", Share),
    ("capex.bed_share_province", Share),
    ("capex.unit_provincial", Positive),
    ("capex.unit_regional", Positive),
    ("capex.unit_central", Positive),
    ("capex.unit_expansion", Positive),
    ("capex.overrun", Positive),
    ("capex.replace_share", Share),
    ("capex.converge", Any),
    ("capex.allocation_sd", NotNegative),
    ("capex.allocation_ar", Autocorrelation),
    ("capex.project_size", Positive),
    ("capex.disburse_province", InnerShare),
    ("capex.disburse_central", InnerShare),
    ("capex.disburse_conc", Positive),
    ("capex.carry_share", Share),
    ("capex.absorb_multiple", NotNegative),
    ("capex.absorb_occupancy", SomeShare),
    ("capex.moh_plan", NotNegative),
    ("capex.bed_share_central", Share),
    ("capex.build_lag", NotNegative),
    ("bed.fitout_rate", NotNegative),
    ("bed.fitout_cost", Positive),
    ("bed.retire_rate", Share),
    ("bed.reclassified", NotNegative),
    ("bed.at_stations", NotNegative),
    ("pipe.counted_at_base", Share),
    ("pipe.opened_rest", NotNegative),
    ("pipe.cancel", Share),
    ("pipe.delay_mean", NotNegative),
    ("pipe.campus_delay_mean", NotNegative),
    ("pipe.remaining_building", Share),
    ("priv.openings", NotNegative),
    ("priv.openings_growth", Change),
    ("priv.size", Positive),
    ("priv.size_cv2", NotNegative),
    ("priv.expansion", NotNegative),
    ("priv.closure", Share),
    ("priv.unit", Positive),
    ("ntp.central_invest", NotNegative),
    ("ntp.local_invest", NotNegative),
    ("ntp.invest_3135", NotNegative),
    ("ntp.bed_share", Share),
    ("care.use_growth", Change),
    ("care.use_ratio60", Positive),
    ("care.occ_central", Positive),
    ("care.occ_provincial", Positive),
    ("care.occ_regional", Positive),
    ("care.occ_private", Positive),
    ("care.density_elasticity", Any),
    ("care.referral_crowding", Any),
    ("care.distance_floor_km", Positive),
    ("care.tile_km", Positive),
    ("gate.stretch", SomeShare),
    ("sat.effect", Share),
    ("sat.coverage", Share),
    ("sat.lag", Positive),
    ("sat.work", NotNegative),
    ("sat.cost_link", NotNegative),
    ("transfer.staff_loss", Share),
    ("transfer.service_loss", Share),
    ("transfer.delay_mean", NotNegative),
    ("transfer.integration_years", NotNegative),
    ("transfer.subsidy_share", Share),
    ("transfer.cost_per_bed", NotNegative),
    ("allow.quit_effect", Change),
    ("allow.attract", NotNegative),
    ("allow.points", Any),
    ("allow.saturation", Positive),
    ("allow.starting_weight", Share),
    ("rotation.fte", NotNegative),
    ("rotation.stay", Share),
    ("rotation.extra_pay", NotNegative),
    ("bond.fulfil", Share),
    ("cost.bed_year", NotNegative),
    ("cost.allowance", NotNegative),
    ("cost.inflation", Change),
    ("cost.discount", Change),
    ("life.building", Positive),
    ("life.equipment", Positive),
    ("cost.training_place", Positive),
    ("cost.station", Positive),
    ("priv.brake", NotNegative),
    ("station.years", NotNegative),
    ("station.appeal", NotNegative),
    ("shock.storm_chance", Share),
    ("shock.storm_year", NotNegative),
    ("shock.storm_provinces", Share),
    ("shock.storm_beds", Share),
    ("shock.storm_demand", NotNegative),
    ("shock.storm_diverted", Share),
    ("shock.epidemic_chance", Share),
    ("shock.epidemic_year", NotNegative),
    ("shock.epidemic_beds", Share),
    ("shock.epidemic_demand", NotNegative),
    ("shock.epidemic_diverted", Share),
    ("shock.freeze_chance", Share),
    ("shock.freeze_year", NotNegative),
    ("shock.freeze_disbursed", Share),
    ("shock.exit_chance", Share),
    ("shock.exit_year", NotNegative),
    ("shock.exit_quits", NotNegative),
    ("shock.exit_years", NotNegative),
];

/// Ids every occupation needs, and what each can be; `{o}` is its code.
const EACH: &[(&str, CanBe)] = &[
    ("age.{o}_tilt", Any),
    ("train.grad_{o}", NotNegative),
    ("train.enrolled_growth_{o}", Change),
    ("train.completion_{o}", SomeShare),
    ("entry.{o}", Share),
    ("ret.male_share_{o}", Share),
    ("exit.emigrate_{o}", NotNegative),
    ("cost.student_year_{o}", NotNegative),
];

/// Ids an occupation with posts needs besides.
const WITH_POSTS: &[(&str, CanBe)] = &[
    ("base.{o}_private_share", Share),
    ("base.{o}_central_share", Share),
    ("exit.quit_public_{o}", Share),
    ("exit.to_private_{o}", Share),
    ("exit.quit_private_{o}", Share),
    ("post.vacancy_{o}", Share),
    ("post.norm_{o}_bed", NotNegative),
    ("post.payroll_growth_{o}", Change),
    ("post.clinic_growth_{o}", Change),
    ("post.private_{o}_bed", NotNegative),
    ("cost.pay_{o}", NotNegative),
];

/// Ways in which plan beds may go on, as `quota.variant` names them.
const QUOTA_WAYS: [&str; 3] = ["plateau", "half", "goes on"];
/// Ways in which registration may go on, as `recount.variant` names them.
const RECOUNT_WAYS: [&str; 3] = ["stopped", "pool", "goes on"];
/// When licence exams begin, as `exam.begins` names it: the place of a way is the years by which it is
/// later than the law.
const EXAM_WAYS: [&str; 2] = ["as the law says", "a year later"];
/// Assumptions that are a choice between named ways of the model, and those.
pub const CHOICES: [(&str, &[&str]); 3] = [
    ("quota.variant", &QUOTA_WAYS),
    ("recount.variant", &RECOUNT_WAYS),
    ("exam.begins", &EXAM_WAYS),
];

/// Ids a base may leave out, and what each can be; what is asked then is said where each is read.
pub const MAY_BE_LEFT_OUT: &[(&str, CanBe)] = &[("exam.begins", NotNegative)];

/// Ids of the law of plan beds, and what each can be: a base holds all of them or none.
const QUOTA: &[(&str, CanBe)] = &[
    ("quota.variant", NotNegative),
    ("quota.reference", Any),
    ("quota.now_half", Any),
    ("quota.long_half", Any),
    ("quota.now_on", Any),
    ("quota.long_on", Any),
    ("quota.phi", Autocorrelation),
    ("quota.sd", NotNegative),
    ("quota.slowest", Any),
    ("quota.fastest", Any),
    ("quota.built_share", Share),
    ("quota.local_sd", NotNegative),
    ("quota.converge", Share),
    ("observation_sd.beds", NotNegative),
];

/// Ids of visits, stays and who pays for them, and what each can be: a base holds all of them or none.
const CARE: &[(&str, CanBe)] = &[
    ("visits.outpatient", Positive),
    ("visits.stays", Positive),
    ("visits.share_station", SomeShare),
    ("visits.share_regional", SomeShare),
    ("visits.share_provincial", SomeShare),
    ("visits.share_private", SomeShare),
    ("visits.share_central", SomeShare),
    ("visits.station_drift", Change),
    ("visits.stretch", Positive),
    ("visits.central_longer", Positive),
    ("fund.paid", Positive),
    ("fund.income_share", Positive),
    ("fund.reserve_at_base", NotNegative),
    ("fund.spending_share", SomeShare),
    ("fund.household_share", Share),
    ("fund.station_part", Share),
    ("fund.stay_part", Share),
    ("fund.cost_growth", Change),
    ("fund.income_growth", Change),
    ("fund.rate", SomeShare),
    ("fee.copay_part", Share),
    ("fee.elasticity", NotNegative),
    ("check.cost", NotNegative),
    ("check.per_worker", Positive),
    ("check.station_time", Share),
    ("check.share_pupils", Share),
    ("check.share_workers", Share),
];

/// Ids of levers on care, and what each can be: a base holds those of a lever or none of them.
const LEVERS: &[(&str, CanBe)] = &[
    ("remote.uptake", Share),
    ("remote.avoided", Share),
    ("remote.cost_line", NotNegative),
    ("services.rise_chronic", NotNegative),
    ("services.rise_tests", NotNegative),
    ("services.doctors", Positive),
    ("services.cost_chronic", NotNegative),
    ("services.cost_tests", NotNegative),
    ("services.running", NotNegative),
    ("family.list", NotNegative),
    ("family.moved", Share),
    ("family.cost", NotNegative),
    ("close.full", Positive),
    ("close.cost_per_bed", NotNegative),
];

/// Whether a base says anything about a lever on care, by the beginning of its ids.
pub fn tells_of_lever(book: &AssumptionBook, stem: &str) -> bool {
    let held = |id: &str| id.starts_with(stem) && book.get(id).is_some();
    LEVERS.iter().any(|(id, _)| held(id))
}

/// Whether a base says anything about visits and who pays for them.
pub fn tells_of_care(book: &AssumptionBook) -> bool {
    book.get(CARE[0].0).is_some()
}

/// Ids of what the flow model misses, and what each can be, where a base says it of an occupation.
const EXPECTED: &[(&str, CanBe)] = &[
    ("expected.phi", Autocorrelation),
    ("expected.converge", Share),
];

/// Ids each such occupation has, and what each can be; `{o}` is its plural.
const EACH_EXPECTED: &[(&str, CanBe)] = &[
    ("expected.sd_{o}", NotNegative),
    ("expected.local_sd_{o}", NotNegative),
    ("observation_sd.{o}", NotNegative),
];

/// Ids of the law of registration, and what each can be: a base holds all of them or none.
const RECOUNT: &[(&str, CanBe)] = &[
    ("recount.variant", NotNegative),
    ("recount.rate", Share),
    ("recount.flow", NotNegative),
    ("recount.until", Positive),
    ("pool.outside", Share),
    ("pool.loss", Share),
];

/// Stems of figures of a year, which end with the year; the law of registration needs one of each.
const OF_YEARS: &[(&str, CanBe)] = &[("pool.counted_", Positive), ("pool.graduates_", Positive)];

/// Ids only some occupations need, and what each can be: see [`required_assumptions`]. The last stands
/// for the figure of the nation, where `{o}` is the plural.
const SOME: &[(&str, CanBe)] = &[
    ("base.{o}_commune", NotNegative),
    ("base.{o}_commune_share", Share),
    ("exit.quit_{o}", Share),
    ("ret.work_on_{o}_public", Share),
    ("ret.work_on_{o}_private", Share),
    ("ret.work_on_{o}", Share),
    ("exam.pass_{o}", Share),
    ("base.{o}_per_10k", Positive),
];

/// What is known of the quantity of an id: the declared one whose name it is. An id that no part of
/// the model asks for can be anything.
pub fn can_be(id: &str) -> CanBe {
    let exact = COMMON
        .iter()
        .chain(MORE_TRACKED)
        .chain(QUOTA)
        .chain(EXPECTED)
        .chain(RECOUNT)
        .chain(CARE)
        .chain(LEVERS)
        .chain(MAY_BE_LEFT_OUT)
        .find(|(known, _)| *known == id);
    let made = [
        (EACH_TRACKED, "{t}"),
        (MORE_TRACKED, "{t}"),
        (WITH_POSTS, "{o}"),
        (SOME, "{o}"),
        (EACH, "{o}"),
        (EACH_EXPECTED, "{o}"),
    ];
    let of_pattern = |(pattern, _): &&(&str, CanBe), hole: &str| {
        pattern.split_once(hole).is_some_and(|(start, end)| {
            id.strip_prefix(start)
                .and_then(|rest| rest.strip_suffix(end))
                .is_some_and(|name| !name.is_empty() && !name.contains('.'))
        })
    };
    let pattern = || {
        let all = made.iter();
        all.flat_map(|(rows, hole)| rows.iter().filter(move |row| of_pattern(row, hole)))
            // The longest name says most: `base.{o}_private_share` before a shorter one.
            .max_by_key(|(pattern, _)| pattern.len())
    };
    let of_a_year = || OF_YEARS.iter().find(|(stem, _)| id.starts_with(stem));
    let known = exact.or_else(pattern).or_else(of_a_year);
    known.map_or(CanBe::Any, |(_, can)| *can)
}

/// The assumptions on official counts that a base must hold, given those it has (`held`): each law is
/// whole or not there.
pub fn required_for_official(held: &[&str], occupations: &[Occupation]) -> Vec<String> {
    let any = |stem: &str| held.iter().any(|id| id.starts_with(stem));
    let mut ids: Vec<String> = Vec::new();
    let whole = |rows: &[(&str, CanBe)]| {
        rows.iter()
            .map(|(id, _)| (*id).to_owned())
            .collect::<Vec<_>>()
    };
    if any("quota.") {
        ids.extend(whole(QUOTA));
    }
    if ["visits.", "fund.", "fee.", "check."]
        .iter()
        .any(|stem| any(stem))
    {
        ids.extend(whole(CARE));
    }
    for (lever, _) in LEVERS {
        if lever.split_inclusive('.').next().is_some_and(any) {
            ids.push((*lever).to_owned());
        }
    }
    if any("expected.") {
        ids.extend(whole(EXPECTED));
    }
    for occupation in occupations {
        let own = EACH_EXPECTED.iter();
        let own: Vec<String> = own
            .map(|(id, _)| id.replace("{o}", &occupation.plural))
            .collect();
        if own.iter().any(|id| held.contains(&id.as_str())) {
            ids.extend(own);
        }
    }
    if any("recount.") || any("pool.") {
        ids.extend(whole(RECOUNT));
        for (stem, _) in OF_YEARS {
            let of_a_year = held.iter().filter(|id| {
                id.strip_prefix(stem)
                    .is_some_and(|year| year.parse::<i32>().is_ok())
            });
            let before = ids.len();
            ids.extend(of_a_year.map(|id| (*id).to_owned()));
            if ids.len() == before {
                ids.push([stem, "2010"].concat());
            }
        }
    }
    ids
}

/// The assumptions a base with these occupations must hold. Doctors are followed more closely than
/// others (`base.doctor_commune` in heads, two shares who work on past the retirement age); any other
/// occupation with posts has `base.<code>_commune_share`, any other at all `ret.work_on_<code>`; one
/// without posts has `exit.quit_<code>`, one with an exam `exam.pass_<code>`, and one without a
/// national figure `base.<plural>_per_10k`.
pub fn required_assumptions(occupations: &[Occupation]) -> Vec<String> {
    let mut ids: Vec<String> = COMMON.iter().map(|(id, _)| (*id).to_owned()).collect();
    for occupation in occupations {
        let code = occupation.code.as_str();
        let doctor = code == "doctor";
        let mut add = |pattern: &str| ids.push(pattern.replace("{o}", code));
        EACH.iter().for_each(|(pattern, _)| add(pattern));
        if occupation.has_posts {
            WITH_POSTS.iter().for_each(|(pattern, _)| add(pattern));
            add(if doctor {
                "base.{o}_commune"
            } else {
                "base.{o}_commune_share"
            });
        } else {
            add("exit.quit_{o}");
        }
        if doctor {
            add("ret.work_on_{o}_public");
            add("ret.work_on_{o}_private");
        } else {
            add("ret.work_on_{o}");
        }
        if occupation.exam_from.is_some() {
            add("exam.pass_{o}");
        }
        if occupation.national_per_10k.is_none() {
            ids.push(format!("base.{}_per_10k", occupation.plural));
        }
    }
    ids
}

/// Ids every followed indicator needs, and what each can be; `{t}` is its id.
const EACH_TRACKED: &[(&str, CanBe)] = &[
    ("track.{t}.trend", Any),
    ("track.{t}.noise_sd", NotNegative),
    ("track.{t}.observation_sd", NotNegative),
    ("track.{t}.province_sd", NotNegative),
    ("track.{t}.response", NotNegative),
    ("track.{t}.response_money", Positive),
];

/// Ids besides, where a base follows indicators and milestones, and what each can be.
const MORE_TRACKED: &[(&str, CanBe)] = &[
    ("track.{t}.base", Any),
    ("track.province_ratio", NotNegative),
    ("milestone.on_time", Share),
];

/// The assumptions a base that follows these indicators must hold, and those of its milestones. One
/// without a published value of the nation has `track.<id>.base`.
pub fn required_for_tracked(tracked: &[TrackedIndicator], milestones: bool) -> Vec<String> {
    let mut ids = Vec::new();
    for t in tracked {
        ids.extend(EACH_TRACKED.iter().map(|(p, _)| p.replace("{t}", &t.id)));
        if t.value.is_none() {
            ids.push(format!("track.{}.base", t.id));
        }
    }
    if !tracked.is_empty() {
        ids.push("track.province_ratio".to_owned());
    }
    if milestones {
        ids.push("milestone.on_time".to_owned());
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;

    #[test]
    fn an_added_occupation_asks_for_its_own_assumptions() {
        let mut occupations = Base::builtin().occupations.clone();
        let before = required_assumptions(&occupations);
        let mut technician = occupations[1].clone();
        technician.code = "technician".into();
        technician.plural = "technicians".into();
        technician.exam_from = None;
        occupations.push(technician);
        let after = required_assumptions(&occupations);
        let new: Vec<&str> = after[before.len()..].iter().map(String::as_str).collect();
        assert!(
            new.contains(&"post.norm_technician_bed")
                && new.contains(&"base.technician_commune_share")
        );
        assert!(new.iter().all(|id| id.contains("technician")));
        assert!(!new.contains(&"exam.pass_technician"));
    }

    #[test]
    fn the_built_in_book_holds_exactly_the_required_ids() {
        let base = Base::builtin();
        let mut required = required_assumptions(&base.occupations);
        required.extend(required_for_tracked(
            &base.tracked,
            !base.milestones.is_empty(),
        ));
        let ids: Vec<&str> = base.assumptions.all.iter().map(|a| a.id.as_str()).collect();
        required.extend(required_for_official(&ids, &base.occupations));
        required.extend(MAY_BE_LEFT_OUT.iter().map(|(id, _)| (*id).to_owned()));
        let mut held: Vec<String> = base.assumptions.all.iter().map(|a| a.id.clone()).collect();
        required.sort();
        held.sort();
        assert_eq!(held, required);
    }

    #[test]
    fn every_required_id_says_what_it_can_be() {
        let base = Base::builtin();
        for a in &base.assumptions.all {
            let can = a.can_be();
            let is_share = matches!(can, CanBe::Share | CanBe::SomeShare | CanBe::InnerShare);
            if a.unit == "probability" {
                assert!(is_share, "{}", a.id);
            }
            let law = &a.distribution;
            if !matches!(law, crate::base::Distribution::Profile(_)) {
                assert!(can.holds(law.quantile(0.5)), "{}: {can:?}", a.id);
                assert_eq!(a.cut(), None, "{} keeps every byte", a.id);
            }
        }
        for (id, can) in [
            ("post.match", CanBe::Share),
            ("train.grad_noise", CanBe::NotNegative),
            ("train.grad_midwife", CanBe::NotNegative),
            ("entry.wait_leave", CanBe::Share),
            ("track.insurance_cover.trend", CanBe::Any),
            ("base.doctor_commune", CanBe::NotNegative),
            ("base.nurse_commune_share", CanBe::Share),
            ("base.pharmacists_per_10k", CanBe::Positive),
            ("a.made_up_id", CanBe::Any),
        ] {
            assert_eq!(can_be(id), can, "{id}");
        }
    }
}
