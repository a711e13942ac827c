//! The ids a base must hold so that every part of the model finds its numbers, made from the
//! occupations it lists.

use crate::base::{Occupation, TrackedIndicator};

/// Ids every base needs, whatever its occupations.
const COMMON: &[&str] = &[
    "observation_sd",
    "revision_sd",
    "demo.growth_drift",
    "demo.shock_nat_sd",
    "demo.shock_prov_sd",
    "demo.shock_ar",
    "demo.migration_mult",
    "demo.natural_shrink",
    "demo.share60_slope",
    "base.doctor_overcount",
    "base.recount_doctors",
    "base.recount_doctors_years",
    "base.private_bed_share",
    "base.central_bed_share",
    "base.other_ministry_bed_share",
    "base.provincial_level_share",
    "base.central_cap",
    "base.private_cap",
    "base.private_clinic_weight",
    "base.provincial_floor",
    "base.province_spread",
    "base.station_size_elasticity",
    "train.grad_coverage_doctor",
    "train.intake_growth",
    "train.late_share",
    "train.capacity",
    "train.grad_noise",
    "exam.retry",
    "entry.wait_leave",
    "entry.waiting_at_base",
    "ret.exit_65",
    "exit.death_mult",
    "exit.shock_sd",
    "exit.shock_ar",
    "exit.burnout",
    "post.match",
    "post.vacancy_private",
    "post.commune_standard",
    "post.commune_funded",
    "post.commune_appeal",
    "post.central_appeal",
    "post.private_appeal",
    "post.income_elasticity",
    "post.allocation_sd",
    "post.allocation_ar",
    "commune.sigma",
    "commune.fill_gap",
    "capex.province_disbursed",
    "capex.province_growth",
    "capex.provincial_level_share",
    "capex.bed_share_province",
    "capex.unit_provincial",
    "capex.unit_regional",
    "capex.unit_central",
    "capex.unit_expansion",
    "capex.overrun",
    "capex.replace_share",
    "capex.converge",
    "capex.allocation_sd",
    "capex.allocation_ar",
    "capex.project_size",
    "capex.disburse_province",
    "capex.disburse_central",
    "capex.disburse_conc",
    "capex.carry_share",
    "capex.moh_plan",
    "capex.bed_share_central",
    "capex.build_lag",
    "bed.fitout_rate",
    "bed.fitout_cost",
    "bed.retire_rate",
    "bed.reclassified",
    "bed.at_stations",
    "pipe.counted_at_base",
    "pipe.opened_rest",
    "pipe.cancel",
    "pipe.delay_mean",
    "pipe.campus_delay_mean",
    "pipe.remaining_building",
    "priv.openings",
    "priv.openings_growth",
    "priv.size",
    "priv.size_cv2",
    "priv.expansion",
    "priv.closure",
    "priv.unit",
    "ntp.central_invest",
    "ntp.local_invest",
    "ntp.invest_3135",
    "ntp.bed_share",
    "care.use_growth",
    "care.use_ratio60",
    "care.occ_central",
    "care.occ_provincial",
    "care.occ_regional",
    "care.occ_private",
    "care.density_elasticity",
    "care.referral_crowding",
    "care.distance_floor_km",
    "care.tile_km",
    "gate.stretch",
    "sat.effect",
    "sat.coverage",
    "sat.lag",
    "sat.work",
    "sat.cost_link",
    "transfer.staff_loss",
    "transfer.service_loss",
    "transfer.delay_mean",
    "transfer.integration_years",
    "transfer.subsidy_share",
    "transfer.cost_per_bed",
    "allow.quit_effect",
    "allow.attract",
    "allow.points",
    "allow.saturation",
    "allow.starting_weight",
    "rotation.fte",
    "rotation.stay",
    "rotation.extra_pay",
    "bond.fulfil",
    "cost.bed_year",
    "cost.allowance",
    "cost.inflation",
    "cost.discount",
    "cost.training_place",
    "cost.station",
    "priv.brake",
    "station.years",
    "station.appeal",
    "shock.storm_chance",
    "shock.storm_year",
    "shock.storm_provinces",
    "shock.storm_beds",
    "shock.storm_demand",
    "shock.storm_diverted",
    "shock.epidemic_chance",
    "shock.epidemic_year",
    "shock.epidemic_beds",
    "shock.epidemic_demand",
    "shock.epidemic_diverted",
    "shock.freeze_chance",
    "shock.freeze_year",
    "shock.freeze_disbursed",
    "shock.exit_chance",
    "shock.exit_year",
    "shock.exit_quits",
    "shock.exit_years",
];

/// Ids every occupation needs; `{o}` is its code.
const EACH: &[&str] = &[
    "age.{o}_tilt",
    "train.grad_{o}",
    "train.enrolled_growth_{o}",
    "train.completion_{o}",
    "entry.{o}",
    "ret.male_share_{o}",
    "exit.emigrate_{o}",
    "cost.student_year_{o}",
];

/// Ids an occupation with posts needs besides.
const WITH_POSTS: &[&str] = &[
    "base.{o}_private_share",
    "base.{o}_central_share",
    "exit.quit_public_{o}",
    "exit.to_private_{o}",
    "exit.quit_private_{o}",
    "post.vacancy_{o}",
    "post.norm_{o}_bed",
    "post.payroll_growth_{o}",
    "post.clinic_growth_{o}",
    "post.private_{o}_bed",
    "cost.pay_{o}",
];

/// The assumptions a base with these occupations must hold. Doctors are followed more closely than
/// others (`base.doctor_commune` in heads, two shares who work on past the retirement age); any other
/// occupation with posts has `base.<code>_commune_share`, any other at all `ret.work_on_<code>`; one
/// without posts has `exit.quit_<code>`, one with an exam `exam.pass_<code>`, and one without a
/// national figure `base.<plural>_per_10k`.
pub fn required_assumptions(occupations: &[Occupation]) -> Vec<String> {
    let mut ids: Vec<String> = COMMON.iter().map(|id| (*id).to_owned()).collect();
    for occupation in occupations {
        let code = occupation.code.as_str();
        let doctor = code == "doctor";
        let mut add = |pattern: &str| ids.push(pattern.replace("{o}", code));
        EACH.iter().for_each(|pattern| add(pattern));
        if occupation.has_posts {
            WITH_POSTS.iter().for_each(|pattern| add(pattern));
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

/// Ids every followed indicator needs; `{t}` is its id.
const EACH_TRACKED: &[&str] = &[
    "track.{t}.trend",
    "track.{t}.noise_sd",
    "track.{t}.observation_sd",
    "track.{t}.province_sd",
    "track.{t}.response",
    "track.{t}.response_money",
];

/// The assumptions a base that follows these indicators must hold, and those of its milestones. One
/// without a published value of the nation has `track.<id>.base`.
pub fn required_for_tracked(tracked: &[TrackedIndicator], milestones: bool) -> Vec<String> {
    let mut ids = Vec::new();
    for t in tracked {
        ids.extend(EACH_TRACKED.iter().map(|p| p.replace("{t}", &t.id)));
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
        let mut held: Vec<String> = base.assumptions.all.iter().map(|a| a.id.clone()).collect();
        required.sort();
        held.sort();
        assert_eq!(held, required);
    }
}
