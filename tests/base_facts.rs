//! Facts of the built-in base that anyone can check against the published figures.

use carecast::internals::base::{Base, Grade, Level, Owner, ProjectState};

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance
}

#[test]
fn national_totals_are_the_published_ones() {
    let base = Base::builtin();
    assert_eq!(base.provinces.len(), 34);
    assert_eq!(base.regions.len(), 6);
    assert_eq!(base.population(), 102_350_000.0);
    let beds: f64 = base.provinces.iter().map(|p| p.beds.central).sum();
    assert!(near(beds, 34.5 * 10_235.0, 1.0), "{beds}");
    for (code, per_10k) in [("doctor", 15.0), ("nurse", 14.5)] {
        let at = base
            .occupations
            .iter()
            .position(|o| o.code == code)
            .unwrap();
        assert_eq!(base.occupations[at].national_per_10k, Some(per_10k));
        let heads: f64 = base
            .provinces
            .iter()
            .map(|p| p.staff[at].unwrap().central)
            .sum();
        assert!(near(heads, per_10k * 10_235.0, 1.0), "{code}: {heads}");
    }
    let pharmacist = base
        .occupations
        .iter()
        .find(|o| o.code == "pharmacist")
        .unwrap();
    assert_eq!(pharmacist.national_per_10k, None);
    assert!(base.assumptions.get("base.pharmacists_per_10k").is_some());
}

#[test]
fn there_are_399_private_hospitals_3321_stations_and_about_1660_hospitals() {
    let base = Base::builtin();
    let count = |test: &dyn Fn(&carecast::internals::base::Facility) -> bool| {
        base.facilities.iter().filter(|f| test(f)).count()
    };
    assert_eq!(count(&|f| f.owner == Owner::Private), 399);
    assert_eq!(count(&|f| f.level == Level::Commune), 3_321);
    let hospitals = count(&|f| f.level != Level::Commune);
    assert!((1_640..=1_680).contains(&hospitals), "{hospitals}");
    assert!(count(&|f| f.owner == Owner::Ministry) >= 39);
}

#[test]
fn beds_of_facilities_add_to_every_province_and_to_the_shares_by_owner() {
    let base = Base::builtin();
    let mut by_province = vec![0.0; base.provinces.len()];
    for facility in &base.facilities {
        assert_eq!(facility.beds.fract(), 0.0, "{}", facility.code);
        by_province[facility.province] += facility.beds;
    }
    for (province, beds) in base.provinces.iter().zip(by_province) {
        assert_eq!(beds, province.beds.central, "{}", province.code);
    }
    let all: f64 = base.facilities.iter().map(|f| f.beds).sum();
    let share = |owner: Owner| {
        base.facilities
            .iter()
            .filter(|f| f.owner == owner)
            .map(|f| f.beds)
            .sum::<f64>()
            / all
    };
    assert!(near(share(Owner::Ministry), 0.113, 1e-4));
    assert!(near(share(Owner::OtherMinistry), 0.025, 1e-4));
    assert!(near(share(Owner::Private), 0.071, 1e-4));
    for (at, province) in base.provinces.iter().enumerate() {
        let held = |owner: Owner| -> f64 {
            base.facilities
                .iter()
                .filter(|f| f.province == at && f.owner == owner)
                .map(|f| f.beds)
                .sum()
        };
        assert!(
            held(Owner::Ministry) <= 0.65 * province.beds.central + 1.0,
            "{}",
            province.code
        );
        assert!(
            held(Owner::Private) <= 0.35 * province.beds.central + 1.0,
            "{}",
            province.code
        );
    }
}

#[test]
fn hospitals_with_published_beds_keep_them_and_nothing_synthetic_is_called_known() {
    let base = Base::builtin();
    for (code, beds) in [
        ("k-hospital", 2400.0),
        ("hue-central", 3939.0),
        ("quang-ninh-general", 1320.0),
        ("military-175", 3000.0),
        ("tay-nguyen-general", 1200.0),
    ] {
        let facility = &base.facilities[base.facility(code).unwrap()];
        assert!(facility.beds_known && !facility.synthetic, "{code}");
        assert_eq!(facility.beds, beds, "{code}");
    }
    for code in [
        "cho-ray",
        "bach-mai",
        "viet-duc",
        "dong-nai-general",
        "tien-giang-general",
        "tuyen-quang-general",
        "khanh-hoa-general",
        "lai-chau-general",
        "lai-chau-regional-03",
        "lai-chau-station-07",
        "bach-mai-campus-2",
    ] {
        assert!(base.facility(code).is_some(), "{code}");
    }
    assert!(
        base.facilities
            .iter()
            .all(|f| !(f.synthetic && f.beds_known))
    );
    let station = &base.facilities[base.facility("lai-chau-station-07").unwrap()];
    assert!(station.synthetic && station.beds == 0.0 && station.specialty == "station");
}

#[test]
fn every_province_has_a_general_hospital_of_its_own_level() {
    let base = Base::builtin();
    for (at, province) in base.provinces.iter().enumerate() {
        let own = base
            .facilities
            .iter()
            .filter(|f| f.province == at && f.owner == Owner::Province);
        assert!(
            own.clone()
                .any(|f| f.level == Level::Provincial && f.specialty == "general"),
            "{}",
            province.code
        );
        assert!(
            own.clone().any(|f| f.level == Level::Regional),
            "{}",
            province.code
        );
    }
}

#[test]
fn schools_share_the_whole_intake_of_each_occupation() {
    let base = Base::builtin();
    for (at, occupation) in base.occupations.iter().enumerate() {
        let mine = base.programmes.iter().filter(|p| p.occupation == at);
        assert!(
            near(mine.clone().map(|p| p.intake_share).sum(), 1.0, 1e-9),
            "{}",
            occupation.code
        );
        assert_eq!(mine.filter(|p| p.other).count(), base.regions.len());
        assert!(near(occupation.age_shares.iter().sum(), 1.0, 1e-9));
    }
}

#[test]
fn the_population_path_is_yearly_and_begins_at_the_base() {
    let base = Base::builtin();
    assert_eq!(base.population_path[0], (base.year, base.population()));
    for (n, (year, people)) in base.population_path.iter().enumerate() {
        assert_eq!(year.since(base.year), n as i32);
        assert!(*people > 1e8);
    }
    let of = |year: i32| base.population_path[(year - 2025) as usize].1;
    assert_eq!(of(2030), 105_500_000.0);
    assert!(of(2033) > of(2032) && of(2050) > of(2035));
    assert_eq!(base.retirement_age.len(), base.population_path.len());
    let ages = base
        .retirement_age
        .iter()
        .find(|(y, _, _)| y.0 == 2040)
        .unwrap();
    assert_eq!((ages.1, ages.2), (62.0, 60.0));
}

#[test]
fn named_projects_stand_at_hospitals_and_the_opened_ones_are_of_the_base_year() {
    let base = Base::builtin();
    let opened: Vec<&str> = base
        .projects
        .iter()
        .filter(|p| p.state == ProjectState::Opened)
        .map(|p| p.code.as_str())
        .collect();
    assert!(
        opened.contains(&"bach-mai-campus-2") && opened.contains(&"thu-duc-general-new"),
        "{opened:?}"
    );
    let oncology = base
        .projects
        .iter()
        .find(|p| p.code == "can-tho-oncology-new")
        .unwrap();
    assert_eq!((oncology.planned.0, oncology.beds), (2027, 500.0));
    assert!(base.projects_not_used.iter().all(|p| !p.reason.is_empty()));
}

#[test]
fn two_transfers_are_decided_for_2026_and_the_rest_is_only_proposed() {
    let base = Base::builtin();
    let codes: Vec<&str> = base
        .transfers
        .iter()
        .map(|t| base.facilities[t.facility].code.as_str())
        .collect();
    assert_eq!(codes, ["central-74", "quang-nam-central"]);
    assert!(
        base.transfers
            .iter()
            .all(|t| t.year.0 == 2026 && t.to == Owner::Province)
    );
    assert_eq!(base.proposed_transfers.len(), 9);
}

#[test]
fn targets_are_in_our_units_once_each_and_with_their_standing() {
    let base = Base::builtin();
    let target = |id: &str| {
        base.targets
            .iter()
            .find(|t| t.id == id)
            .unwrap_or_else(|| panic!("{id}"))
    };
    for (id, threshold) in [
        ("beds_per_10k/nation/2030/qd201", 35.0),
        ("doctors_per_10k/nation/2030/qd201", 19.0),
        ("nurses_per_10k/nation/2030/qd201", 33.0),
        ("pharmacists_per_10k/nation/2030/qd201", 4.0),
        ("private_bed_share/nation/2030/qd201", 0.15),
        ("share_stations_with_4_doctors/nation/2027/nq72", 1.0),
        ("doctors_per_station/lai-chau/2027/lai-chau-draft", 4.0),
    ] {
        assert_eq!(target(id).threshold, threshold, "{id}");
    }
    let merged = target("beds_per_10k/nation/2030/qd201");
    assert!(merged.source_id.contains("VGP2024_201") && merged.source_id.contains("SEED3"));
    use carecast::internals::base::{Borders, TargetStatus};
    assert_eq!(
        target("beds_per_10k/nation/2050/qd201").status,
        TargetStatus::Vision
    );
    assert_eq!(
        target("beds_per_10k/nation/2030/nq20").status,
        TargetStatus::Superseded
    );
    assert_eq!(
        target("doctors_per_10k/ho-chi-minh/2030/hcmc-hub").borders,
        Borders::Before2025
    );
    assert!(base.targets.iter().all(|t| t.year > base.year));
    assert!(!base.targets_not_used.is_empty());
    assert!(base.targets_not_used.iter().all(|t| !t.reason.is_empty()));
}

#[test]
fn every_assumption_of_grade_e_says_why_and_how_wide() {
    let base = Base::builtin();
    for a in base.assumptions.all.iter().filter(|a| a.grade == Grade::E) {
        assert!(!a.reason.is_empty(), "{}", a.id);
        assert!(a.distribution.is_drawn() || a.range.is_some(), "{}", a.id);
    }
    assert!(
        base.assumed_tables
            .iter()
            .all(|t| !t.range.is_empty() && !t.reason.is_empty())
    );
    for name in [
        "age_shares.csv",
        "schools.csv: intake_share",
        "province_figures.csv: income_index",
    ] {
        assert!(base.assumed_tables.iter().any(|t| t.name == name), "{name}");
    }
}

#[test]
fn history_keeps_its_series_apart() {
    let base = Base::builtin();
    let of = |indicator: &str, year: i32| {
        let found = base
            .history
            .iter()
            .filter(|h| h.scope == "nation" && h.indicator == indicator && h.year.0 == year);
        found.map(|h| h.value).collect::<Vec<f64>>()
    };
    assert_eq!(of("beds_per_10k", 2016), [26.8]);
    assert_eq!(of("beds_per_10k", 2025), [34.5]);
    assert_eq!(of("doctors_per_10k", 2024), [14.0]);
    assert_eq!(of("private_bed_share", 2025), [0.07]);
    assert!(base.history.iter().all(|h| h.grade < Grade::E));
    assert!(
        base.history
            .iter()
            .any(|h| h.scope == "lai-chau" && h.indicator == "beds_per_10k")
    );
}
