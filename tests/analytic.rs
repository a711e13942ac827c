//! Cases small enough to be worked out by hand, and the numbers the model gives for them.

use crate::support::country::{held, three_provinces};
use crate::support::step::{live_year, world};
use bevy_ecs::prelude::*;
use carecast::internals::base::{Base, Level, Owner, ProjectState};
use carecast::internals::chance::assumed::Assumed;
use carecast::internals::dynamics::workforce::Retirement;
use carecast::internals::engine::block;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live};
use carecast::internals::lanes::{Lanes, WIDTH};
use carecast::internals::rules::{long_run, spend};
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Payer;
use carecast::internals::units::Year;
use carecast::internals::world::InProvince;
use carecast::internals::world::amount::Billion;
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::country::Index;
use carecast::internals::world::facility::{BedBoard, BuiltBeds, GROUPS, Group, StationBoard};
use carecast::internals::world::ledger::{BedCause, Ledger, PeopleCause};
use carecast::internals::world::money::{Account, Costs, Flow, Works};
use carecast::internals::world::population::Population;
use carecast::internals::world::shocks::{Blow, Stress};
use carecast::internals::world::staff::{
    Cohort, Employer, Entrants, Headcount, MAX_BANDS, PUBLIC, Posts, StaffBoard,
};
use carecast::internals::year::{Model, Phase};

const BASE: Year = Year(2024);
/// Positions in the made-up country: provinces, then occupations.
const NORTH_MARK: usize = 0;
const PORT_SAINT: usize = 1;
const EAST_VALE: usize = 2;

fn heads(model: &Model, occupation: usize) -> Lanes {
    let board = model.world.resource::<StaffBoard>();
    let rows = board.heads[occupation].iter();
    rows.flat_map(|row| row.values())
        .fold(Lanes::ZERO, |s, h| s + *h)
}

/// Nobody dies, leaves, goes abroad, enters or is counted twice.
const NOBODY_MOVES: &[(&str, f64)] = &[
    ("exit.death_mult", 0.0),
    ("exit.quit_public_doctor", 0.0),
    ("exit.quit_private_doctor", 0.0),
    ("exit.to_private_doctor", 0.0),
    ("exit.emigrate_doctor", 0.0),
    ("exit.shock_sd", 0.0),
    ("exit.burnout", 0.0),
    ("allow.quit_effect", 0.0),
    ("base.doctor_overcount", 0.0),
    ("entry.doctor", 0.0),
    ("entry.waiting_at_base", 0.0),
];

/// The made-up country with young doctors only and no change of owner that is decided.
fn young_doctors() -> Base {
    let mut base = three_provinces();
    base.transfers.clear();
    let ages = &mut base.occupations[0].age_shares;
    ages.iter_mut().for_each(|share| *share = 0.0);
    ages[0] = 1.0;
    base
}

#[test]
fn a_constant_hazard_thins_a_cohort_geometrically() {
    let quit = 0.07;
    let mut values = NOBODY_MOVES.to_vec();
    values.extend([
        ("exit.quit_public_doctor", quit),
        ("exit.quit_private_doctor", quit),
    ]);
    values.retain(|(id, value)| !id.starts_with("exit.quit_p") || *value > 0.0);

    let mut model = world(&held(young_doctors(), "none", &values, ""), 0);
    let start = heads(&model, 0).get(0);
    assert!((start - 12.0 * 300.0).abs() < 1e-9, "{start}");
    // Five years: nobody is old enough to retire.
    for year in 1..=5 {
        live_year(&mut model, 2024 + year);
        let hand = start * (1.0 - quit).powi(year);
        let got = heads(&model, 0).get(0);
        assert!((got / hand - 1.0).abs() < 1e-9, "{year}: {got} and {hand}");
    }

    let scenario = held(young_doctors(), "process", &values, "");
    let futures = 256;
    let mut counts: Vec<Vec<f64>> = vec![Vec::new(); 6];
    for first in (0..futures).step_by(WIDTH) {
        let mut model = world(&scenario, first);
        counts[0].extend(heads(&model, 0).to_array());
        for year in 1..=5 {
            live_year(&mut model, 2024 + year);
            counts[year as usize].extend(heads(&model, 0).to_array());
        }
    }
    assert!(counts[0].iter().all(|n| *n == 3600.0));
    for (year, row) in counts.iter().enumerate().skip(1) {
        let stay = (1.0 - quit).powi(year as i32);
        let n = row.len() as f64;
        let mean = row.iter().sum::<f64>() / n;
        let variance = row.iter().map(|c| (c - mean).powi(2)).sum::<f64>() / (n - 1.0);
        let hand = 3600.0 * stay * (1.0 - stay);
        let error = (hand / n).sqrt();
        assert!((mean - 3600.0 * stay).abs() < 4.0 * error, "{year}: {mean}");
        // Leavers are independent: the spread is the binomial one, within 4 standard errors.
        let spread = (variance / hand - 1.0).abs();
        assert!(spread < 4.0 * (2.0 / n).sqrt(), "{year}: {spread}");
        assert!(row.iter().all(|c| c.fract() == 0.0));
    }
}

/// Graduates and newly licensed people by year and occupation, in the first future.
fn schooled(scenario: &Scenario) -> Vec<Vec<(f64, f64)>> {
    let mut model = world(scenario, 0);
    let pools = model.world.resource::<Index>().entrants.clone();
    (1..=10)
        .map(|year| {
            live_year(&mut model, 2024 + year);
            pools
                .iter()
                .map(|e| {
                    let pool = model.world.get::<Entrants>(*e).expect("entrants stay");
                    (pool.graduates.get(0), pool.licensed.get(0))
                })
                .collect()
        })
        .collect()
}

#[test]
fn an_intake_reaches_the_licensed_after_the_years_of_study_and_one_of_practice() {
    let places = r#"(id: "places", from: 2025, to: 2025, payer: Provincial, do: Investment(
        amount: Level(5000), money: Disbursed, split: (training_places: Share(1.0))))"#;
    let without = schooled(&held(three_provinces(), "none", &[], ""));
    let with = schooled(&held(three_provinces(), "none", &[], places));
    let base = three_provinces();
    for (o, occupation) in base.occupations.iter().enumerate() {
        let first = |of: &dyn Fn(&(f64, f64)) -> f64| {
            (0..10)
                .find(|y| of(&with[*y][o]) > of(&without[*y][o]) + 1e-6)
                .map(|y| y as u32 + 1)
        };
        // Admitted in year 1; places go to occupations with posts.
        let study = occupation.study_years;
        let (graduates, licensed) = (first(&|row| row.0), first(&|row| row.1));
        if occupation.has_posts {
            assert_eq!(graduates, Some(1 + study), "{}", occupation.code);
            assert_eq!(licensed, Some(1 + study + 1), "{}", occupation.code);
        } else {
            assert_eq!((graduates, licensed), (None, None));
        }
    }
}

#[test]
fn those_enrolled_graduate_on_the_path_they_were_enrolled_on() {
    let (enrolled, later, late) = (0.04, 0.015, 0.06);
    let base = three_provinces();
    let id = |stem: &str, o: usize| format!("{stem}_{}", base.occupations[o].code);
    for late in [0.0, late] {
        let mut values = vec![
            ("train.intake_growth".to_owned(), later),
            ("train.late_share".to_owned(), late),
            ("train.capacity".to_owned(), 5.0),
        ];
        for o in 0..base.occupations.len() {
            values.push((id("train.enrolled_growth", o), enrolled));
        }
        let values: Vec<(&str, f64)> = values.iter().map(|(id, v)| (id.as_str(), *v)).collect();
        let years = schooled(&held(three_provinces(), "none", &values, ""));
        for (o, occupation) in base.occupations.iter().enumerate() {
            let median = |id: &str| {
                base.assumptions
                    .get(id)
                    .map_or(1.0, |a| a.distribution.quantile(0.5))
            };
            let start = median(&id("train.grad", o)) * median(&id("train.grad_coverage", o));
            // Finishing classes: those enrolled at base, then those admitted since.
            let class = |year: i32| {
                let study = occupation.study_years as i32;
                let since = (year - study).max(0);
                start * (1.0 + enrolled).powi(year.min(study)) * (1.0 + later).powi(since)
            };
            for year in 1..=10 {
                // A share of each class graduates a year late.
                let hand = class(year) * (1.0 - late) + class(year - 1) * late;
                let got = years[year as usize - 1][o].0;
                let what = &occupation.plural;
                assert!(
                    (got / hand - 1.0).abs() < 1e-9,
                    "{what} {year}: {got}, {hand}"
                );
            }
        }
    }
}

#[test]
fn a_country_without_growth_keeps_its_people_to_the_last_one() {
    let mut base = three_provinces();
    let people = base.population_path[0].1;
    for (_, path) in &mut base.population_path {
        *path = people;
    }
    for province in &mut base.provinces {
        (province.natural_increase, province.net_migration) = (0.0, 0.0);
    }
    let quiet = [
        ("demo.growth_drift", 0.0),
        ("demo.shock_nat_sd", 0.0),
        ("demo.shock_prov_sd", 0.0),
    ];
    for mode in ["none", "process"] {
        let mut model = world(&held(base.clone(), mode, &quiet, ""), 0);
        for year in 2025..=2034 {
            live_year(&mut model, year);
            let population = model.world.resource::<Population>();
            for (p, province) in base.provinces.iter().enumerate() {
                assert_eq!(population.people[p], Lanes::splat(province.population));
            }
            assert_eq!(population.nation, Lanes::splat(people));
        }
    }
}

#[test]
fn without_shocks_provinces_add_to_the_official_path() {
    let base = three_provinces();
    let quiet = [
        ("demo.growth_drift", 0.0),
        ("demo.shock_nat_sd", 0.0),
        ("demo.shock_prov_sd", 0.0),
    ];
    for mode in ["none", "process"] {
        let mut model = world(&held(base.clone(), mode, &quiet, ""), 0);
        for year in 2025..=2034 {
            live_year(&mut model, year);
            let path = |year| {
                let row = base.population_path.iter().find(|(y, _)| *y == year);
                row.expect("the path covers the horizon").1
            };
            let hand = base.population() * path(Year(year)) / path(BASE);
            let population = model.world.resource::<Population>();
            let sum: f64 = population.people.iter().map(|p| p.get(7)).sum();
            assert!(
                (sum / hand - 1.0).abs() < 1e-12,
                "{mode} {year}: {sum} and {hand}"
            );
            // And they do not all grow alike.
            let grown = |p: usize| population.people[p].get(7) / base.provinces[p].population;
            assert!((grown(NORTH_MARK) - grown(PORT_SAINT)).abs() > 1e-4);
        }
    }
}

#[test]
fn at_base_every_host_of_central_beds_is_as_full_as_assumed() {
    for mode in ["none", "both"] {
        let model = world(&held(three_provinces(), mode, &[], ""), 0);
        let assumed = model.world.resource::<Assumed>().get("care.occ_central");
        let beds = &model.world.resource::<BedBoard>().built;
        let care = model.world.resource::<CareBoard>();
        let hosts: Vec<usize> = (0..beds.len())
            .filter(|c| beds[*c][Group::Central].gt(0.0).any())
            .collect();
        assert!(hosts.len() > 1, "patients have a choice of hosts");
        for c in hosts {
            let full = care.occupancy[c][Group::Central];
            assert!((full / assumed - 1.0).abs().le(1e-12).all(), "{mode} {c}");
        }
    }
}

#[test]
fn a_country_without_stations_has_no_beds_at_stations() {
    let mut base = three_provinces();
    base.facilities.retain(|f| f.level != Level::Commune);
    for mode in ["none", "both"] {
        let model = world(&held(base.clone(), mode, &[], ""), 0);
        let board = model.world.resource::<BedBoard>();
        assert!(board.at_stations.iter().all(|beds| *beds == Lanes::ZERO));
    }
}

#[test]
fn a_certain_project_opens_all_its_beds_in_its_year_in_every_future() {
    let base = three_provinces();
    let of_state = |state| base.projects.iter().find(|p| p.state == state);
    let wing = of_state(ProjectState::Building).expect("one is being built");
    let hospital = of_state(ProjectState::Planned).expect("one is planned");
    assert_eq!(wing.state, ProjectState::Building);
    assert_eq!(hospital.state, ProjectState::Planned);
    let certain = [
        ("pipe.delay_mean", 0.0),
        ("pipe.campus_delay_mean", 0.0),
        ("pipe.cancel", 0.0),
    ];
    let campus = r#"(id: "campus", do: SecondCampus(
        hospital: "port-saint-general", province: "port-saint", beds: 90, opens: 2027))"#;
    for mode in ["both", "parameters", "process", "none"] {
        let mut model = world(&held(base.clone(), mode, &certain, campus), 32);
        for year in 2025..=2034 {
            live_year(&mut model, year);
            let ledger = model.world.resource::<Ledger>();
            let booked = |p: usize, cause: BedCause| ledger.beds[p][cause];
            let due = |when: i32, beds: f64| Lanes::splat(if year == when { beds } else { 0.0 });
            let named = BedCause::NamedProject;
            // Planned 2026, additional; planned 2028 and not begun, so 2029, half of 300 new.
            assert_eq!(booked(NORTH_MARK, named), due(2026, 100.0), "{mode} {year}");
            assert_eq!(booked(PORT_SAINT, BedCause::Campus), due(2027, 90.0));
            let opened_at_base = Year(year).since(BASE) <= 2;
            if !opened_at_base {
                assert_eq!(booked(EAST_VALE, named), due(2029, 150.0), "{mode} {year}");
            }
        }
    }
}

/// Cohorts of Central and Provincial hospitals of one province, as they stand after the policies of
/// the year: bands, names and posts by occupation.
#[derive(Resource, Default)]
struct Seen(Vec<[(Headcount, Posts); 2]>);

fn look(mut seen: ResMut<Seen>, cohorts: Query<(&Cohort, &Headcount, &Posts)>) {
    *seen = Seen(staff_of(PORT_SAINT, cohorts.iter()));
}

fn staff_of<'a>(
    province: usize,
    cohorts: impl Iterator<Item = (&'a Cohort, &'a Headcount, &'a Posts)>,
) -> Vec<[(Headcount, Posts); 2]> {
    let mut rows = vec![[(Headcount::default(), Posts::default()); 2]; 3];
    for (cohort, heads, posts) in cohorts {
        let hospitals = [Employer::Central, Employer::Provincial];
        let at = hospitals.iter().position(|e| *e == cohort.employer);
        if let (true, Some(at)) = (cohort.province == province, at) {
            rows[cohort.occupation][at] = (*heads, *posts);
        }
    }
    rows
}

#[test]
fn a_transfer_moves_beds_staff_and_posts_by_the_share_of_beds() {
    let handover = r#"(id: "heart", do: TransferToProvince(
        hospitals: ["royal-heart-centre"], year: 2027, mean_delay: 0))"#;
    let mut base = three_provinces();
    base.transfers.clear();
    let facility = base
        .facility("royal-heart-centre")
        .expect("it stands there");
    assert_eq!(base.facilities[facility].owner, Owner::Ministry);
    // Who builds and fits out for the hospital changes with its owner: both at rest.
    let values = [
        ("transfer.staff_loss", 0.0),
        ("capex.moh_plan", 0.0),
        ("bed.fitout_rate", 0.0),
        ("bed.retire_rate", 0.0),
    ];
    for mode in ["process", "none"] {
        let with = held(base.clone(), mode, &values, handover);
        let prototype = Prototype::new(&with).expect("can be put into a world");
        let mut model = prototype.instantiate();
        model.world.init_resource::<Seen>();
        model.add(Phase::Policy, look);
        block::begin(&mut model, &prototype, 0, WIDTH);
        let mut other = world(&held(base.clone(), mode, &values, ""), 0);
        for year in [2025, 2026] {
            live_year(&mut model, year);
            live_year(&mut other, year);
        }
        let entity = model.world.resource::<Index>().hospitals[facility].expect("a hospital");
        let beds = model.world.get::<BuiltBeds>(entity).expect("has beds").now;
        let central = model.world.resource::<BedBoard>().built[PORT_SAINT][Group::Central];
        let mut query = model.world.query::<(&Cohort, &Headcount, &Posts)>();
        let before = staff_of(PORT_SAINT, query.iter(&model.world));
        live_year(&mut model, 2027);
        live_year(&mut other, 2027);

        let after = &model.world.resource::<Seen>().0;
        for (o, ([from, to], [left, come])) in before.iter().zip(after).enumerate() {
            for lane in 0..WIDTH {
                let share = beds.get(lane) / central.get(lane);
                assert!(share > 0.1 && share < 0.6);
                // Bands, then names: running sums are rounded, so that whole people add up.
                let (mut sum, mut reached, mut moved) = (0.0, 0.0, 0.0);
                for b in 0..MAX_BANDS + 1 {
                    let row = |h: &Headcount| {
                        if b < MAX_BANDS {
                            h.bands[b].get(lane)
                        } else {
                            h.names.get(lane)
                        }
                    };
                    sum += row(&from.0) * share;
                    let upto = if mode == "process" {
                        (sum + 0.5).floor()
                    } else {
                        sum
                    };
                    let go = (upto - reached).min(row(&from.0));
                    reached = upto;
                    moved += go;
                    let (l, c) = (row(&left.0), row(&come.0));
                    assert!(
                        (l - (row(&from.0) - go)).abs() < 1e-9,
                        "{mode} {o} {b}: {l}"
                    );
                    assert!((c - (row(&to.0) + go)).abs() < 1e-9, "{mode} {o} {b}: {c}");
                }
                let whole = from.0.total().get(lane) * share;
                assert!((moved - whole).abs() <= if mode == "process" { 1.0 } else { 1e-6 });
                let posts = from.1.now.get(lane) * share;
                let gone = from.1.now.get(lane) - left.1.now.get(lane);
                let won = come.1.now.get(lane) - to.1.now.get(lane);
                assert!((gone - posts).abs() < 1e-9 && (won - posts).abs() < 1e-9);
            }
        }

        // At the end of the year the province manages the hospital's beds more than it would have,
        // and nothing else differs.
        let now = other.world.get::<BuiltBeds>(entity).expect("has beds").now;
        let (a, b) = (
            &model.world.resource::<BedBoard>().built,
            &other.world.resource::<BedBoard>().built,
        );
        for (p, (with, without)) in a.iter().zip(b).enumerate() {
            let moved = if p == PORT_SAINT { now } else { Lanes::ZERO };
            let gap = |g: Group| with[g] - without[g];
            let own = gap(Group::Provincial) + gap(Group::Regional);
            let close = |x: Lanes, y: Lanes| (x - y).abs().le(1e-9).all();
            assert!(close(own, moved), "{mode} {p}");
            assert!(close(gap(Group::Central), -moved));
            assert!(close(gap(Group::Private), Lanes::ZERO));
        }
        let people = |m: &Model| m.world.resource::<Population>().people[PORT_SAINT];
        assert_eq!(people(&model), people(&other));
        let managed = |m: &Model| {
            let row = m.world.resource::<BedBoard>().built[PORT_SAINT];
            (row[Group::Provincial] + row[Group::Regional]) / people(m) * 1e4
        };
        let rise = managed(&model) - managed(&other);
        assert!((rise - now / people(&model) * 1e4).abs().le(1e-9).all());
        assert!(rise.gt(0.5).all());
    }
}

/// Staff followed by single years of age and by exact retirement ages: what the bands must agree with.
struct SingleAges {
    /// Entered at 25, one figure for each age 25 to 99 in whole years.
    entered: Vec<f64>,
    /// Those who work on and are 65 or older.
    old: f64,
}

impl SingleAges {
    /// After a long time of inflow that grew by `growth` a year to 1 in the last year.
    fn grown(growth: f64, works_on: f64, exit_65: f64) -> Self {
        let entered: Vec<f64> = (0..75).map(|k| (1.0 + growth).powi(-k)).collect();
        // Steady growth: those 65 and older are a sum of ever smaller arrivals.
        let arrivals = works_on * entered[40];
        let old = arrivals / (1.0 - (1.0 - exit_65) / (1.0 + growth));
        SingleAges { entered, old }
    }

    /// Those of an age who have not reached the retirement age, as a share; ages lie evenly within
    /// a year of age.
    fn young_share(age: usize, retirement: f64) -> f64 {
        (retirement - age as f64).clamp(0.0, 1.0)
    }

    /// Heads of age `age` below 65.
    fn at(&self, age: usize, men: f64, works_on: f64, ages: (f64, f64)) -> f64 {
        let stay =
            men * Self::young_share(age, ages.0) + (1.0 - men) * Self::young_share(age, ages.1);
        self.entered[age - 25] * (works_on + (1.0 - works_on) * stay)
    }

    fn total(&self, men: f64, works_on: f64, ages: (f64, f64)) -> f64 {
        (25..65)
            .map(|age| self.at(age, men, works_on, ages))
            .sum::<f64>()
            + self.old
    }

    /// A year passes with an inflow.
    fn age(&mut self, inflow: f64, works_on: f64, exit_65: f64) {
        self.old = self.old * (1.0 - exit_65) + works_on * self.entered[39];
        self.entered.insert(0, inflow);
        self.entered.pop();
    }
}

#[test]
fn bands_retire_as_many_as_single_years_of_age() {
    let exit_65 = 0.35;
    for (men, works_on, growth) in [
        (0.6, 0.3, 0.0),
        (0.6, 0.3, 0.03),
        (0.5, 0.0, 0.02),
        (0.2, 0.08, 0.04),
        (0.7, 0.6, 0.0),
    ] {
        for rising in [false, true] {
            let ages_of = |year: i32| {
                let y = if rising { f64::from(year) } else { 0.0 };
                ((61.5 + 0.25 * y).min(62.0), 57.0 + 0.3 * y)
            };
            let mut single = SingleAges::grown(growth, works_on, exit_65);
            let mut bands = [0.0; 9];
            for (b, band) in bands.iter_mut().enumerate().take(8) {
                let first = 25 + 5 * b;
                *band = (first..first + 5)
                    .map(|age| single.at(age, men, works_on, ages_of(0)))
                    .sum();
            }
            bands[8] = single.old;
            let (mut by_age, mut by_band) = (0.0, 0.0);
            for year in 1..=10 {
                let inflow = (1.0 + growth).powi(year);
                let before = single.total(men, works_on, ages_of(year - 1));
                single.age(inflow, works_on, exit_65);
                by_age += before + inflow - single.total(men, works_on, ages_of(year));

                let (ages, last) = (ages_of(year), ages_of(year - 1));
                let rule = Retirement::new(
                    Lanes::splat(men),
                    Lanes::splat(works_on),
                    ages,
                    (ages.0 - last.0, ages.1 - last.1),
                    Lanes::splat(exit_65),
                );
                let mut into = inflow;
                for (b, band) in bands.iter_mut().enumerate() {
                    let (retire, up) = match b.checked_sub(6) {
                        None => (0.0, 0.2),
                        Some(k) => (rule.retire[k].get(0), rule.move_up[k].get(0)),
                    };
                    let retired = *band * retire;
                    by_band += retired;
                    let stay = *band - retired;
                    let out = stay * up;
                    *band = stay - out + into;
                    into = out;
                }
                assert_eq!(into, 0.0, "nobody ages out of the last band");
            }
            let ratio = by_band / by_age;
            println!("men {men}, work on {works_on}, growth {growth}, rising {rising}: {ratio:.3}");
            assert!(
                (0.92..1.08).contains(&ratio),
                "{men} {works_on} {growth} {rising}: {ratio}"
            );
        }
    }
}

/// Staff of a real age mix by sex, single year of age and whether they work on past the retirement
/// age; ages lie evenly within a year. Nobody enters: who enters now is young for ten years.
struct Cohorts {
    /// `[men or women][works on][age - 25]`.
    heads: [[[f64; 60]; 2]; 2],
}

impl Cohorts {
    /// Heads by band spread evenly over the ages that are occupied.
    fn of(bands: &[f64], men: f64, works_on: f64, ages: [f64; 2]) -> Self {
        let mut heads = [[[0.0; 60]; 2]; 2];
        for (b, people) in bands.iter().enumerate() {
            let first = 5 * b;
            let mut all = 0.0;
            for (s, sex) in [men, 1.0 - men].into_iter().enumerate() {
                for a in first..first + 5 {
                    let young = SingleAges::young_share(a + 25, ages[s]);
                    heads[s][0][a] = sex * (1.0 - works_on) * young;
                    heads[s][1][a] = sex * works_on;
                    all += heads[s][0][a] + heads[s][1][a];
                }
            }
            for row in heads.iter_mut().flatten() {
                row[first..first + 5]
                    .iter_mut()
                    .for_each(|h| *h *= people / all);
            }
        }
        Cohorts { heads }
    }

    /// A year passes; how many retire.
    fn age(
        &mut self,
        from: [f64; 2],
        to: [f64; 2],
        exit_65: f64,
        gone: &dyn Fn(usize) -> f64,
    ) -> f64 {
        let mut retired = 0.0;
        for (s, sex) in self.heads.iter_mut().enumerate() {
            for (works_on, row) in sex.iter_mut().enumerate() {
                let mut older = [0.0; 60];
                for a in 0..59 {
                    let mut here = row[a] * (1.0 - gone(a + 25));
                    let before = here;
                    if works_on == 1 && a >= 40 {
                        here *= 1.0 - exit_65;
                    } else if works_on == 0 && here > 0.0 {
                        let occupied = SingleAges::young_share(a + 25, from[s]);
                        let still = SingleAges::young_share(a + 26, to[s]);
                        here *= occupied.min(still) / occupied;
                    }
                    retired += before - here;
                    older[a + 1] = here;
                }
                *row = older;
            }
        }
        retired
    }
}

/// The model's count against single years of age on the base's own age mix and ages in force: about
/// 12 thousand doctors in ten years.
#[test]
fn doctors_of_the_built_in_base_retire_as_single_years_of_age_do() {
    let (mut scenario, _) = Scenario::built_in("baseline").expect("built in");
    scenario.uncertainty = carecast::internals::scenario::Uncertainty::None;
    let prototype = Prototype::new(&scenario).expect("can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        threads: Some(1),
        replicates: 0..1,
        width: 1,
        ..Options::of(&scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    let line = layout
        .ledger
        .iter()
        .position(|(stock, cause, _)| stock == "doctors" && cause == "retired")
        .expect("the ledger follows doctors");
    assert_eq!(PeopleCause::ALL[PeopleCause::Retired as usize].0, "retired");
    let years = layout.simulated();
    let retired: f32 = -blocks[0].ledger[line * years..(line + 1) * years]
        .iter()
        .sum::<f32>();

    let base = &scenario.base;
    let doctors = &base.occupations[0];
    let median = |id: &str| {
        let row = base.assumptions.get(id).expect("the base has it");
        row.distribution.quantile(0.5)
    };
    let all = doctors.national_per_10k.expect("published") * base.population() / 1e4;
    let people = all * (1.0 - median("base.doctor_overcount"));
    let private = median("base.doctor_private_share");
    let ages = |year: i32| {
        let row = base
            .retirement_age
            .iter()
            .find(|(y, _, _)| *y == Year(year));
        let (_, men, women) = row.expect("known for the horizon");
        [*men, *women]
    };
    let leaves = |public: bool| {
        if public {
            median("exit.quit_public_doctor") * (1.0 - median("exit.to_private_doctor"))
        } else {
            median("exit.quit_private_doctor")
        }
    };
    let hand: f64 = [(true, 1.0 - private), (false, private)]
        .into_iter()
        .map(|(public, share)| {
            let side = if public { "public" } else { "private" };
            let works_on = median(&format!("ret.work_on_doctor_{side}"));
            let bands: Vec<f64> = doctors
                .age_shares
                .iter()
                .map(|s| s * people * share)
                .collect();
            let men = median("ret.male_share_doctor");
            let mut cohorts = Cohorts::of(&bands, men, works_on, ages(2025));
            let gone = |age: usize| {
                let row = base
                    .death_rates
                    .iter()
                    .rev()
                    .find(|(from, _)| *from as usize <= age);
                let died = median("exit.death_mult") * row.expect("every age has one").1;
                let left = if age < 60 { leaves(public) } else { 0.0 };
                1.0 - (1.0 - died) * (1.0 - left)
            };
            (2026..=2035)
                .map(|y| cohorts.age(ages(y - 1), ages(y), median("ret.exit_65"), &gone))
                .sum::<f64>()
        })
        .sum();
    println!("doctors retiring 2026-2035: {retired} by bands, {hand} by single ages");
    assert!(
        (f64::from(retired) / hand - 1.0).abs() < 0.08,
        "{retired} and {hand}"
    );

    // If nobody left for another reason and (almost) nobody worked on: 17 to 18 thousand.
    let works_on = 1e-9;
    let bands: Vec<f64> = doctors.age_shares.iter().map(|s| s * all).collect();
    let men = median("ret.male_share_doctor");
    let mut cohorts = Cohorts::of(&bands, men, works_on, ages(2025));
    let by_age: f64 = (2026..=2035)
        .map(|y| cohorts.age(ages(y - 1), ages(y), median("ret.exit_65"), &|_| 0.0))
        .sum();
    println!("and {by_age} if all stop at the age");
    assert!((17_000.0..18_000.0).contains(&by_age), "{by_age}");
}

#[test]
fn money_is_spent_lapses_or_is_carried_and_settles_at_its_long_run_share() {
    for (d, c) in [
        (0.28, 0.5),
        (0.75, 0.3),
        (0.05, 0.9),
        (0.9, 0.0),
        (1.0, 0.4),
        (0.5, 1.0),
    ] {
        let (disbursed, carry) = (Lanes::splat(d), Lanes::splat(c));
        let mut flow = Flow::default();
        let plan = Billion(Lanes::splat(1000.0));
        for year in 0..400 {
            let before = flow.carried_out;
            spend(&mut flow, plan, disbursed, carry);
            assert_eq!(flow.carried_in, before);
            let used = flow.spent + flow.lapsed + flow.carried_out;
            let available = flow.plan + flow.carried_in;
            assert!((used - available).0.abs().le(1e-9).all(), "{d} {c} {year}");
            for part in [flow.spent, flow.lapsed, flow.carried_out] {
                assert!(part.0.ge(-1e-9).all(), "{d} {c} {year}: {part:?}");
            }
            // Carried money is spent first: never more is carried than is left of one plan.
            assert!(flow.carried_out.0.le(plan.0 * carry + 1e-9).all());
        }
        let share = flow.spent.0.get(0) / 1000.0;
        let hand = long_run(disbursed, carry).get(0);
        assert!((share - hand).abs() < 1e-9, "{d} {c}: {share} and {hand}");
    }
}

#[test]
fn the_places_of_the_made_up_country_are_where_these_tests_look() {
    let base = three_provinces();
    for (code, at) in [
        ("north-mark", NORTH_MARK),
        ("port-saint", PORT_SAINT),
        ("east-vale", EAST_VALE),
    ] {
        assert_eq!(base.province(code), Some(at));
    }
    assert_eq!(base.year, BASE);
    let mut model = world(&held(base.clone(), "none", &[], ""), 0);
    let mut query = model.world.query::<(&InProvince, &BuiltBeds)>();
    assert!(query.iter(&model.world).count() >= 25);
}

/// A line of the ledger, added up over provinces, in the first future.
fn booked(model: &Model, cause: BedCause) -> f64 {
    let ledger = model.world.resource::<Ledger>();
    let pages = ledger.beds.iter().map(|page| page[cause]);
    pages.fold(Lanes::ZERO, |s, x| s + x).get(0)
}

fn near(got: f64, hand: f64) {
    assert!((got - hand).abs() <= 1e-9 * hand.abs(), "{got} and {hand}");
}

#[test]
fn private_owners_come_as_far_as_patients_do() {
    // Ten hospitals of 60 beds open anyway in the nation, 180 of 950 listed beds stand in the east.
    let anyway = 10.0 * 60.0 * 180.0 / 950.0;
    let values = [
        ("priv.openings", 10.0),
        ("priv.openings_growth", 0.0),
        ("priv.size", 60.0),
        ("priv.brake", 0.5),
        ("priv.unit", 3.0),
        ("priv.closure", 0.0),
        ("priv.expansion", 0.0),
        ("capex.absorb_multiple", 80.0),
    ];
    let live = |policies: &str| {
        let mut model = world(&held(three_provinces(), "none", &values, policies), 0);
        live_year(&mut model, 2025);
        model
    };
    let east = |model: &Model, cause: BedCause| {
        model.world.resource::<Ledger>().beds[EAST_VALE][cause].get(0)
    };
    let without = live("");
    near(booked(&without, BedCause::PrivateOpened), 600.0);
    near(east(&without, BedCause::PrivateOpened), anyway);

    // Three times as many are asked for: e = 2, so half of the two come.
    let with = live(
        r#"(id: "p", payer: Provincial, do: PrivateSector(openings: 3, provinces: ["east-vale"]))"#,
    );
    near(east(&with, BedCause::PrivateOpened), 2.0 * anyway);
    near(booked(&with, BedCause::PrivateOpened), 600.0 + anyway);
    let costs = with.world.resource::<Costs>();
    near(costs.by_policy[0][Payer::Private].0.get(0), 3.0 * anyway);

    // Twice the hospitals, each half as large again: e = 2 as well. Half of the beds asked for come:
    // those of larger hospitals, and those of more hospitals that are larger.
    let with = live(
        r#"(id: "p", payer: Provincial, do: PrivateSector(openings: 2, size: 1.5, provinces: ["east-vale"]))"#,
    );
    near(east(&with, BedCause::PrivateOpened), 2.0 * anyway);
    let costs = with.world.resource::<Costs>();
    near(costs.by_policy[0][Payer::Private].0.get(0), 3.0 * anyway);

    // Public money for a third of 600 beds, as many as open anyway: e = 1, two thirds are taken up.
    let ppp = r#"(id: "p", payer: Ministry, do: PrivateSector(ppp: (money: 600, share: 0.3333333333333333)))"#;
    let with = live(ppp);
    let costs = with.world.resource::<Costs>();
    let paid = costs.by_policy[0];
    near(paid[Payer::Ministry].0.get(0), 400.0);
    near(paid[Payer::Private].0.get(0), 800.0);
    let ordered = with.world.resource::<Works>().bought_private.iter();
    near(ordered.fold(Lanes::ZERO, |s, b| s + *b).get(0), 400.0);
    // A twentieth of them opens in the year they are ordered.
    near(booked(&with, BedCause::PrivateExpanded), 20.0);

    // Standing beds grow by ten points, less the brake.
    let standing = with.world.resource::<Ledger>();
    let before: f64 = (0..3)
        .map(|p| {
            let model = world(&held(three_provinces(), "none", &values, ""), 0);
            model.world.resource::<BedBoard>().built[p][Group::Private].get(0)
        })
        .sum();
    assert!(standing.opening.beds.len() == 3);
    let with = live(r#"(id: "p", do: PrivateSector(expansion: 0.1))"#);
    let asked = 0.1 * before;
    near(
        booked(&with, BedCause::PrivateExpanded),
        asked * 600.0 / (600.0 + 0.5 * asked),
    );
}

#[test]
fn stations_are_upgraded_in_their_time_and_never_twice() {
    let values = [("cost.station", 5.0), ("station.appeal", 0.0)];
    let policy = r#"(id: "s", payer: Provincial, from: 2025, to: 2034,
        do: StationUpgrade(pace: Number(8), years: 1.5, provinces: ["north-mark", "east-vale"]))"#;
    for mode in ["none", "process"] {
        let mut model = world(&held(three_provinces(), mode, &values, policy), 0);
        // Eighteen stations: works begin at 8, 8 and 2; each year's need a year and a half, so half
        // of them are ready in the year after and the rest in the next.
        let hand = [0.0, 4.0, 12.0, 17.0, 18.0, 18.0];
        let paid = [40.0, 40.0, 10.0, 0.0, 0.0, 0.0];
        let mut last = 0.0;
        for (k, (ready, cost)) in hand.iter().zip(paid).enumerate() {
            live_year(&mut model, 2025 + k as i32);
            let stations = model.world.resource::<StationBoard>();
            let sum = |row: &[Lanes]| row.iter().map(|x| x.get(3)).sum::<f64>();
            let upgraded = sum(&stations.upgraded);
            // Whole stations end in each of two provinces by themselves.
            let slack = if mode == "none" { 1e-9 } else { 1.0 };
            assert!((upgraded - ready).abs() <= slack, "{mode} {k}: {upgraded}");
            near(stations.rebuilt.get(3), upgraded - last);
            assert_eq!(stations.upgraded[PORT_SAINT].get(3), 0.0);
            let costs = model.world.resource::<Costs>();
            near(costs.by_policy[0][Payer::Provincial].0.get(3), cost);
            last = upgraded;
        }
        assert_eq!(last, 18.0, "{mode}");
    }
}

#[test]
fn money_for_stations_goes_on_where_stations_are_left() {
    // 1000 a year rebuilds 200 stations at 5 each, and there are 30.
    let values = [("cost.station", 5.0)];
    let money = r#"(id: "m", payer: Provincial, from: 2025, do: Investment(amount: Level(40), money: Disbursed,
        split: (stations: Share(1.0)), allocation: List(["east-vale", "north-mark"])))"#;
    let mut model = world(&held(three_provinces(), "none", &values, money), 0);
    for (year, hand) in [(2025, 8.0), (2026, 8.0), (2027, 2.0), (2028, 0.0)] {
        live_year(&mut model, year);
        let stations = model.world.resource::<StationBoard>();
        assert!((stations.rebuilt.get(0) - hand).abs() < 1e-9, "{year}");
    }
    let stations = model.world.resource::<StationBoard>();
    let row: Vec<f64> = stations.by_money.iter().map(|x| x.get(0)).collect();
    for (got, hand) in row.iter().zip([10.0, 0.0, 8.0]) {
        assert!((got - hand).abs() < 1e-9, "{row:?}");
    }
}

#[test]
fn a_shock_does_in_its_year_what_it_is_said_to_do() {
    let storm = [
        ("shock.storm_year", 2026.0),
        ("shock.storm_provinces", 1.0),
        ("shock.storm_beds", 0.2),
        ("shock.storm_demand", 0.1),
        ("shock.storm_diverted", 0.25),
    ];
    let freeze = [
        ("shock.freeze_year", 2026.0),
        ("shock.freeze_disbursed", 0.4),
    ];
    let live = |values: &[(&str, f64)], last: i32| {
        let mut model = world(&held(three_provinces(), "none", values, ""), 0);
        for year in 2025..=last {
            live_year(&mut model, year);
        }
        model
    };
    for year in 2025..=2027 {
        let (calm, hit, frozen) = (live(&[], year), live(&storm, year), live(&freeze, year));
        let strikes = year == 2026;
        for (model, what) in [(&hit, Blow::Storm), (&frozen, Blow::Freeze)] {
            let stress = model.world.resource::<Stress>();
            let hand = Lanes::splat(f64::from(u8::from(strikes)));
            assert_eq!((stress.struck[what], stress.any()), (hand, hand));
        }
        if year == 2027 {
            continue;
        }
        let board = |m: &Model| m.world.resource::<BedBoard>().clone();
        let (a, b) = (board(&calm), board(&hit));
        let bought = |m: &Model| {
            let rows = m.world.resource::<Works>().bought_provincial.iter();
            let all = rows.flat_map(|row| row.values());
            all.fold(Lanes::ZERO, |s, x| s + *x).get(0)
        };
        let spent = |m: &mut Model, of: Payer| {
            let mut accounts = m.world.query::<(&Account, &Flow)>();
            let found = accounts.iter(&m.world).find(|(a, _)| a.payer == of);
            let flow = found.expect("it has an account").1;
            (flow.spent.0.get(0), (flow.plan + flow.carried_in).0.get(0))
        };
        let (mut calm, mut frozen) = (calm, frozen);
        let (part, beds, left) = if strikes {
            (0.8, 0.75, 0.4)
        } else {
            (1.0, 1.0, 1.0)
        };
        for p in 0..3 {
            for g in GROUPS {
                // All beds had staff enough for more than the storm leaves.
                let hand = if strikes {
                    part * b.built[p][g]
                } else {
                    a.operating[p][g]
                };
                near(b.operating[p][g].get(0), hand.get(0));
            }
            let days = |m: &Model| m.world.resource::<CareBoard>().growth[p].get(0);
            near(days(&hit), days(&calm) * if strikes { 1.1 } else { 1.0 });
        }
        near(bought(&hit), beds * bought(&calm));
        for payer in [Payer::Provincial, Payer::Ministry] {
            let (usual, here) = (spent(&mut calm, payer), spent(&mut frozen, payer));
            near(here.0 / here.1, left * usual.0 / usual.1);
        }
    }

    // A wave of two years: public doctors resign one and a half times as often, private ones as ever.
    let mut values = NOBODY_MOVES.to_vec();
    values.retain(|(id, _)| !id.starts_with("exit.quit_p"));
    let quit = 0.06;
    values.extend([
        ("exit.quit_public_doctor", quit),
        ("exit.quit_private_doctor", quit),
        ("shock.exit_year", 2026.0),
        ("shock.exit_quits", 1.5),
        ("shock.exit_years", 2.0),
    ]);
    let mut model = world(&held(young_doctors(), "none", &values, ""), 0);
    let side = |model: &Model, private: bool| {
        let board = model.world.resource::<StaffBoard>();
        let rows = board.heads[0].iter();
        rows.fold(0.0, |s, row| {
            let [a, b, c] = PUBLIC.map(|e| row[e]);
            let sum = if private {
                row[Employer::Private]
            } else {
                a + b + c
            };
            s + sum.get(0)
        })
    };
    for year in 2025..=2029 {
        let before = [false, true].map(|private| side(&model, private));
        live_year(&mut model, year);
        let wave = if (2026..=2027).contains(&year) {
            1.5
        } else {
            1.0
        };
        near(side(&model, false), before[0] * (1.0 - quit * wave));
        near(side(&model, true), before[1] * (1.0 - quit));
    }
}

#[test]
fn a_shock_strikes_as_often_as_its_chance() {
    let values = [("shock.epidemic_chance", 0.2), ("shock.storm_chance", 1.0)];
    let scenario = held(three_provinces(), "process", &values, "");
    let (mut struck, mut hit, mut years) = (0.0, 0.0, 0.0);
    for first in (0..256).step_by(WIDTH) {
        let mut model = world(&scenario, first);
        for year in 2025..=2028 {
            live_year(&mut model, year);
            let stress = model.world.resource::<Stress>();
            struck += stress.struck[Blow::Epidemic].to_array().iter().sum::<f64>();
            let kept = stress.still_builds.iter().map(|k| k.lt(1.0).as_lanes());
            hit += kept
                .fold(Lanes::ZERO, |s, k| s + k)
                .to_array()
                .iter()
                .sum::<f64>();
            years += WIDTH as f64;
        }
    }
    // Within four standard errors of a fifth of the years, and of a quarter of the provinces.
    let share = struck / years;
    assert!((share - 0.2).abs() < 4.0 * (0.16 / years).sqrt(), "{share}");
    let share = hit / (3.0 * years);
    assert!(
        (share - 0.25).abs() < 4.0 * (0.1875 / (3.0 * years)).sqrt(),
        "{share}"
    );
}
