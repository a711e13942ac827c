//! Official counts read the world and write nothing to it; between options they differ by what is built,
//! and without any spread of their own they are what is built.

use crate::support::step;
use crate::support::step::live_year;
use carecast::internals::base::{Base, Distribution};
use carecast::internals::engine::{Options, run};
use carecast::internals::lanes::Lanes;
use carecast::internals::results::{Findings, Word};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::units::Year;
use carecast::internals::world::facility::BedBoard;
use carecast::internals::world::official::OfficialBoard;
use carecast::internals::year::Model;
use std::sync::Arc;

const LAST: i32 = 2030;

fn asking(base: &Arc<Base>, policies: &str) -> Scenario {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: {LAST}), policies: [{policies}])"
    );
    from_text("t.ron", &text, base.clone())
        .expect("no mistake")
        .0
}

/// Built beds, and official ones by variant, of each province in the sixteen futures of a world.
fn beds(model: &Model) -> Vec<(Lanes, [Lanes; 3])> {
    let official = model.world.resource::<OfficialBoard>().beds.as_ref();
    let official = official.expect("the built-in base holds the law");
    let built = model.world.resource::<BedBoard>().built.iter();
    let built = built.map(|row| row.values().sum::<Lanes>());
    built.zip(official.counted.iter().copied()).collect()
}

fn with(base: &Base, values: &[(&str, f64)]) -> Arc<Base> {
    let mut base = base.clone();
    for (id, value) in values {
        let at = base.assumptions.position(id).expect("known");
        base.assumptions.all[at].distribution = Distribution::Fixed(*value);
    }
    Arc::new(base)
}

#[test]
fn without_any_spread_of_its_own_the_official_count_is_what_is_built() {
    let base = Base::builtin();
    let reference = base.assumptions.get("quota.reference").expect("known");
    let reference = reference.distribution.quantile(0.5);
    let still = with(
        &base,
        &[
            ("quota.sd", 0.0),
            ("quota.local_sd", 0.0),
            ("quota.converge", 0.0),
            ("quota.now_half", reference),
            ("quota.long_half", reference),
            ("quota.now_on", reference),
            ("quota.long_on", reference),
            ("quota.built_share", 1.0),
        ],
    );
    let mut model = step::world(&asking(&still, ""), 0);
    for year in 2025..=LAST {
        if year > 2025 {
            live_year(&mut model, year);
        }
        for (built, official) in beds(&model) {
            for lane in 0..16 {
                let (b, o) = (built.get(lane), official.map(|o| o.get(lane)));
                assert!(
                    o.iter().all(|o| (o - b).abs() <= 1e-12 * b),
                    "{year} {b} {o:?}"
                );
            }
        }
    }
}

#[test]
fn two_options_differ_by_what_they_build_and_only_there() {
    let campus = "(id: \"c\", payer: Ministry, from: 2026, do: SecondCampus(hospital: \"bach-mai\", province: \"ha-nam\", beds: 900, cost: 900, opens: 2028))";
    let base = Base::builtin();
    let place = base
        .provinces
        .iter()
        .position(|p| p.code == "ninh-binh")
        .expect("known");
    let campus = campus.replace("ha-nam", "ninh-binh");
    let hospital = base
        .facilities
        .iter()
        .find(|f| f.name.contains("Bạch Mai"))
        .expect("known");
    let campus = campus.replace("bach-mai", &hospital.code);
    let mut one = step::world(&asking(&base, ""), 0);
    let mut other = step::world(&asking(&base, &campus), 0);
    let mut moved = 0;
    for year in 2026..=LAST {
        live_year(&mut one, year);
        live_year(&mut other, year);
        let share = one
            .world
            .resource::<carecast::internals::chance::assumed::Assumed>()
            .get("quota.built_share");
        for (p, (a, b)) in beds(&one).into_iter().zip(beds(&other)).enumerate() {
            for lane in 0..16 {
                let grown = (b.0.get(lane) / a.0.get(lane)).ln();
                for v in 0..3 {
                    let s = if v == 0 { 1.0 } else { share.get(lane) };
                    let official = (b.1[v].get(lane) / a.1[v].get(lane)).ln();
                    assert!(
                        (official - s * grown).abs() <= 1e-12,
                        "{year} {p} {v}: {official} {grown}"
                    );
                    if grown == 0.0 {
                        assert_eq!(a.1[v].get(lane), b.1[v].get(lane), "{year} {p}");
                    }
                }
                moved += usize::from(p == place && grown > 0.05);
            }
        }
    }
    assert!(moved > 0, "the campus opens in some future");
}

fn baseline(futures: u32) -> Findings {
    let scenario = Scenario::built_in("baseline").expect("built in").0;
    let options = Options {
        replicates: 0..futures,
        ..Options::of(&scenario)
    };
    run(&scenario, &options, &|_, _| true).expect("the laws hold")
}

#[test]
fn the_chances_of_2030_are_those_that_were_written_down() {
    let found = baseline(2_000);
    let of = |id: &str| found.targets.iter().find(|t| t.id == id).expect("asked");
    // A share of 2,000 futures has an error of .01; the tolerance is .02.
    let near = |value: f64, there: f64| assert!((value - there).abs() < 0.04, "{value} {there}");
    let beds = of("beds_per_10k/nation/2030/qd201/official");
    // Before rejected values were corrected: .61, .70, .85 and .77.
    for (variant, there) in beds.variants.iter().zip([0.556, 0.70, 0.855]) {
        near(variant.probability.value, there);
    }
    let mixture = beds.probability.expect("inside the horizon").value;
    near(mixture, 0.78);
    let sum = beds
        .variants
        .iter()
        .map(|v| v.weight.expect("supported") * v.probability.value);
    assert!(
        (sum.sum::<f64>() - mixture).abs() < 1e-9,
        "the mixture is the weighted sum"
    );
    assert_eq!(beds.word(), Some(Word::Probably));

    let doctors = of("doctors_per_10k/nation/2030/qd201");
    let stopped = &doctors.variants[0];
    assert_eq!(stopped.probability, doctors.probability.expect("inside"));
    // Before: .17, .45 and .91.
    near(stopped.probability.value, 0.10);
    near(doctors.variants[1].probability.value, 0.32);
    near(doctors.variants[2].probability.value, 0.84);
    assert!(doctors.variants.iter().all(|v| v.weight.is_none()));
    assert_eq!(doctors.word(), Some(Word::Open));
    assert_eq!(
        of("nurses_per_10k/nation/2030/qd201").word(),
        Some(Word::WillNot)
    );
}

#[test]
fn a_factor_makes_each_ratio_again() {
    // In one future medians are values, so that ratio = heads * factor / people.
    let found = baseline(1);
    let median =
        |id: &str, year: Year| found.summary("nation", id, year).expect("defined").median();
    // Figures of provinces are those published, with an error.
    for year in found.years.iter().copied() {
        let people = median("people", year) / 1e4;
        for (ratio, count, factor) in [
            ("beds_per_10k_official", "beds", "beds_official_factor"),
            (
                "doctors_per_10k_expected",
                "heads_doctors",
                "doctors_expected_factor",
            ),
            (
                "nurses_per_10k_expected",
                "heads_nurses",
                "nurses_expected_factor",
            ),
        ] {
            let made = median(count, year) * median(factor, year) / people;
            let there = median(ratio, year);
            assert!(
                (made - there).abs() < 1e-5 * there,
                "{ratio} {year}: {made} {there}"
            );
        }
    }
}

#[test]
fn one_ladder_says_how_sure_a_target_is() {
    for (low, high, mixture, word) in [
        (0.95, 0.99, Some(0.97), Word::Will),
        (0.94, 0.99, Some(0.97), Word::Probably),
        (0.51, 0.90, Some(0.67), Word::Probably),
        (0.50, 0.90, Some(0.80), Word::Open),
        (0.60, 0.70, Some(0.66), Word::Open),
        (0.10, 0.49, Some(0.33), Word::ProbablyNot),
        (0.10, 0.50, Some(0.30), Word::Open),
        (0.00, 0.05, Some(0.01), Word::WillNot),
        // Without weights any mixture lies between the ends.
        (0.17, 0.91, None, Word::Open),
        (0.70, 0.99, None, Word::Probably),
        (0.60, 0.99, None, Word::Open),
        (0.01, 0.30, None, Word::ProbablyNot),
        (0.96, 1.00, None, Word::Will),
    ] {
        assert_eq!(
            Word::of(low, high, mixture),
            word,
            "{low} {high} {mixture:?}"
        );
    }
}

#[test]
fn a_choice_is_drawn_by_its_chances_and_keeps_its_names() {
    let ways = |row: &[(&str, f64)]| {
        Distribution::Choice(row.iter().map(|(n, c)| ((*n).to_owned(), *c)).collect())
    };
    let law = ways(&[("plateau", 0.12), ("half", 0.32), ("goes on", 0.56)]);
    for (u, place) in [
        (0.05, 0.0),
        (0.119, 0.0),
        (0.121, 1.0),
        (0.439, 1.0),
        (0.441, 2.0),
        (0.999, 2.0),
    ] {
        assert_eq!(law.quantile(u), place, "{u}");
    }
    assert_eq!(law.fault(), None);
    assert_eq!(
        ways(&[("a", 0.5), ("b", 0.5), ("c", 0.0)]).quantile(0.999_999_999),
        1.0
    );
    for wrong in [
        ways(&[("a", 1.0)]),
        ways(&[("a", 0.5), ("a", 0.5)]),
        ways(&[("a", 0.5), ("b", 0.4)]),
        ways(&[("a", 1.5), ("b", -0.5)]),
        ways(&[("", 0.5), ("b", 0.5)]),
    ] {
        assert!(wrong.fault().is_some(), "{wrong:?}");
    }
}

#[test]
fn a_scenario_can_be_certain_of_a_way_and_of_none_that_is_not_there() {
    let base = Base::builtin();
    let with = |law: &str| {
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: {LAST}), policies: [], assumptions: {{{law}}})"
        );
        from_text("t.ron", &text, base.clone())
    };
    for (law, code) in [
        (
            "\"quota.variant\": Choice([(\"goes on\", 1.0), (\"half\", 0.0)])",
            "assumption::other-kind",
        ),
        ("\"quota.variant\": Fixed(2)", "assumption::other-kind"),
        (
            "\"post.match\": Choice([(\"a\", 0.5), (\"b\", 0.5)])",
            "assumption::other-kind",
        ),
        (
            "\"quota.variant\": Choice([(\"plateau\", 0.5), (\"half\", 0.0), (\"goes on\", 0.4)])",
            "assumption::not-a-law",
        ),
    ] {
        let Err(refused) = with(law) else {
            panic!("{law} is accepted")
        };
        assert!(
            refused.problems.all.iter().any(|p| p.code == code),
            "{law}: {:?}",
            refused.problems.all
        );
    }
    let certain =
        "\"quota.variant\": Choice([(\"plateau\", 0.0), (\"half\", 0.0), (\"goes on\", 1.0)])";
    let scenario = with(certain).expect("accepted").0;
    let options = Options {
        replicates: 0..64,
        ..Options::of(&scenario)
    };
    let found = run(&scenario, &options, &|_, _| true).expect("the laws hold");
    let beds = found
        .targets
        .iter()
        .find(|t| t.id == "beds_per_10k/nation/2030/qd201/official");
    let beds = beds.expect("asked");
    let [only] = &beds.variants[..] else {
        panic!("{:?}", beds.variants)
    };
    assert_eq!((only.name.as_str(), only.weight), ("goes on", Some(1.0)));
    assert!((only.probability.value - beds.probability.expect("inside").value).abs() < 1e-12);
}
