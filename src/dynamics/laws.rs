//! The books are opened at the start of a year and must balance at its end, in every future.

use crate::chance::Chance;
use crate::lanes::{Lanes, total};
use crate::units::{PAYERS, Year};
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, StationBoard, StationStaff};
use crate::world::ledger::{BedCause, Closing, Laws, Ledger, MoneyCause, MoneyPage};
use crate::world::money::{Account, Costs, Flow};
use crate::world::population::Population;
use crate::world::school::{Programme, Students};
use crate::world::staff::{Cohort, Entrants, Headcount, StaffLevers};
use crate::world::{InProvince, care::CareBoard};
use bevy_ecs::prelude::*;

/// Stocks as they stand, added up from the entities themselves.
fn beds_by_province(n: usize, hospitals: &Query<(&InProvince, &BuiltBeds)>) -> Vec<Lanes> {
    let mut beds = vec![Lanes::ZERO; n];
    for (place, built) in hospitals {
        beds[place.0] += built.now;
    }
    beds
}

fn people_by_province(
    country: &Country,
    cohorts: &Query<(&Cohort, &Headcount)>,
) -> Vec<Vec<Lanes>> {
    let mut people = vec![vec![Lanes::ZERO; country.provinces()]; country.occupations()];
    for (cohort, heads) in cohorts {
        people[cohort.occupation][cohort.province] += heads.total();
    }
    people
}

fn students_by_occupation(
    country: &Country,
    programmes: &Query<(&Programme, &Students)>,
) -> Vec<Lanes> {
    let mut all = vec![Lanes::ZERO; country.occupations()];
    for (programme, students) in programmes {
        all[programme.occupation] += students.total();
    }
    all
}

fn between(pool: &Entrants) -> Lanes {
    pool.practising + pool.retry + pool.waiting + pool.bound
}

/// Stocks as they stand.
fn stocks(
    year: Year,
    country: &Country,
    hospitals: &Query<(&InProvince, &BuiltBeds)>,
    cohorts: &Query<(&Cohort, &Headcount)>,
    programmes: &Query<(&Programme, &Students)>,
) -> Closing {
    Closing {
        year,
        beds: beds_by_province(country.provinces(), hospitals),
        people: people_by_province(country, cohorts),
        students: students_by_occupation(country, programmes),
    }
}

/// Starts a new page. What closed the last year opens this one, so nothing may change between them;
/// in the first year stocks are added up.
pub fn open_the_books(
    clock: Res<Clock>,
    country: Res<Country>,
    mut ledger: ResMut<Ledger>,
    mut beds: ResMut<BedBoard>,
    mut costs: ResMut<Costs>,
    decisions: Res<Decisions>,
    mut levers: ResMut<StaffLevers>,
    hospitals: Query<(&InProvince, &BuiltBeds)>,
    cohorts: Query<(&Cohort, &Headcount)>,
    programmes: Query<(&Programme, &Students)>,
    entrants: Query<&Entrants>,
) {
    ledger.new_page();
    costs.new_page(decisions.len());
    levers.paid_at_stations.clear();
    let closed = ledger.closing.take();
    let last = clock.year.plus(-1);
    let opening = closed
        .filter(|closed| closed.year == last)
        .unwrap_or_else(|| stocks(last, &country, &hospitals, &cohorts, &programmes));
    ledger.opening_beds = opening.beds;
    ledger.opening_at_stations.clone_from(&beds.at_stations);
    ledger.opening_people = opening.people;
    ledger.opening_students = opening.students;
    for pool in &entrants {
        ledger.opening_entrants[pool.occupation] = between(pool);
    }
    for row in &mut beds.added {
        *row = [Lanes::ZERO; 4];
    }
    for row in &mut beds.opened {
        *row = Lanes::ZERO;
    }
}

/// Books the year's money of each payer. What accounts do not spend is paid as it arises, from money
/// provided for it.
pub fn close_the_accounts(
    clock: Res<Clock>,
    costs: Res<Costs>,
    mut ledger: ResMut<Ledger>,
    mut laws: ResMut<Laws>,
    accounts: Query<(&Account, &Flow)>,
) {
    for payer in PAYERS {
        let mut page = MoneyPage::default();
        let (mut planned, mut spent) = (Lanes::ZERO, Lanes::ZERO);
        for (_, flow) in accounts
            .iter()
            .filter(|(account, _)| account.payer == payer)
        {
            page.carried_in += flow.carried_in;
            page.carried_out += flow.carried_out;
            page.causes[MoneyCause::Lapsed as usize] -= flow.lapsed;
            planned += flow.plan;
            spent += flow.spent;
        }
        let all = total(&costs.by[payer as usize]);
        let as_it_arises = all - spent;
        // Whatever an account spends stands in the costs as well.
        laws.balanced(
            clock.year,
            || format!("costs of {payer:?} against its accounts"),
            as_it_arises.min(Lanes::ZERO),
            Lanes::ZERO,
        );
        page.causes[MoneyCause::Provided as usize] = planned + as_it_arises;
        ledger.money[payer as usize] = page;
    }
}

/// Checks every law of the year.
pub fn check(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    mut ledger: ResMut<Ledger>,
    population: Res<Population>,
    board: Res<BedBoard>,
    stations: Res<StationBoard>,
    care: Res<CareBoard>,
    mut laws: ResMut<Laws>,
    hospitals: Query<(&InProvince, &BuiltBeds)>,
    cohorts: Query<(&Cohort, &Headcount)>,
    programmes: Query<(&Programme, &Students)>,
    entrants: Query<&Entrants>,
    accounts: Query<(&Account, &Flow)>,
    station_staff: Query<(&InProvince, &StationStaff)>,
) {
    let year = clock.year;
    let base = &country.base;
    laws.whole = chance.counts_whole();
    let name = |p: usize| base.provinces[p].code.clone();

    let stocks = stocks(year, &country, &hospitals, &cohorts, &programmes);
    for (p, closing) in stocks.beds.iter().enumerate() {
        let expected = ledger.opening_beds[p] + total(&ledger.beds[p]);
        laws.equal(
            year,
            || format!("beds of {}", name(p)),
            *closing,
            expected,
            1e5,
        );
        laws.equal(
            year,
            || format!("beds by group of {}", name(p)),
            total(&board.built[p]),
            *closing,
            1e5,
        );
        laws.not_negative(
            year,
            || format!("beds at stations of {}", name(p)),
            board.at_stations[p],
        );
        let passed = -ledger.beds[p][BedCause::Reclassified as usize];
        laws.equal(
            year,
            || {
                format!(
                    "beds at stations of {} against those passed to them",
                    name(p)
                )
            },
            board.at_stations[p],
            ledger.opening_at_stations[p] + passed,
            1e5,
        );
        // Money buys parts of stations, so their sum is a number that was rounded.
        laws.not_negative(
            year,
            || format!("stations of {} that no policy has touched", name(p)),
            Lanes::splat(country.stations[p] + 1e-6) - stations.by_money[p] - stations.begun[p],
        );
        laws.not_negative(
            year,
            || format!("stations of {} at which works go on", name(p)),
            stations.begun[p] - stations.upgraded[p],
        );
        laws.not_negative(year, || format!("bed-days of {}", name(p)), care.local[p]);
        laws.not_negative(
            year,
            || format!("people of {}", name(p)),
            population.people[p],
        );
    }
    for (place, built) in &hospitals {
        laws.not_negative(
            year,
            || format!("beds of a hospital in {}", name(place.0)),
            built.now,
        );
    }

    for (o, occupation) in base.occupations.iter().enumerate() {
        for (p, closing) in stocks.people[o].iter().enumerate() {
            let expected = ledger.opening_people[o][p] + total(&ledger.people[o][p]);
            laws.equal(
                year,
                || format!("{} of {}", occupation.plural, name(p)),
                *closing,
                expected,
                1e5,
            );
        }
    }
    for (cohort, heads) in &cohorts {
        let what = || {
            format!(
                "an age band of {} in {}",
                base.occupations[cohort.occupation].plural,
                name(cohort.province)
            )
        };
        laws.none_negative(year, what, &heads.bands[..cohort.bands]);
        laws.not_negative(
            year,
            || format!("names in {}", name(cohort.province)),
            heads.names,
        );
    }

    for (programme, enrolled) in &programmes {
        for slot in enrolled.pipeline.iter().chain([&enrolled.late]) {
            let what = || {
                format!(
                    "students: {}",
                    base.occupations[programme.occupation].plural
                )
            };
            laws.not_negative(year, what, *slot);
        }
    }
    for pool in &entrants {
        let o = pool.occupation;
        let what = &base.occupations[o].plural;
        let expected = ledger.opening_students[o] + total(&ledger.students[o]);
        laws.equal(
            year,
            || format!("students: {what}"),
            stocks.students[o],
            expected,
            1e6,
        );
        let expected = ledger.opening_entrants[o] + total(&ledger.entrants[o]);
        laws.equal(
            year,
            || format!("between school and post: {what}"),
            between(pool),
            expected,
            1e5,
        );
        for (stage, people) in [
            ("waiting", pool.waiting),
            ("practising", pool.practising),
            ("sitting the exam again", pool.retry),
            ("bound to stations", pool.bound),
        ] {
            laws.not_negative(year, || format!("{stage}: {what}"), people);
        }
        let placed = ledger.people[o].iter().fold(Lanes::ZERO, |s, page| {
            s + page[crate::world::ledger::PeopleCause::Placed as usize]
        });
        laws.equal(year, || format!("placed: {what}"), placed, pool.placed, 1e5);
    }

    for (account, flow) in &accounts {
        let available = flow.plan + flow.carried_in;
        let used = flow.spent + flow.lapsed + flow.carried_out;
        laws.balanced(
            year,
            || format!("money of {:?} for {}", account.payer, account.name),
            used,
            available,
        );
    }

    // Doctors at stations add to the commune cohort.
    let mut at_stations = vec![Lanes::ZERO; country.provinces()];
    for (place, heads) in &station_staff {
        at_stations[place.0] += heads.0;
    }
    for (cohort, heads) in &cohorts {
        let p = cohort.province;
        if cohort.occupation == 0 && cohort.employer == 2 && country.stations[p] > 0.0 {
            laws.equal(
                year,
                || format!("doctors at stations of {}", name(p)),
                at_stations[p],
                heads.total(),
                1e4,
            );
            laws.not_negative(
                year,
                || format!("stations with four doctors in {}", name(p)),
                stations.with_four[p],
            );
        }
    }
    let nation = population.people.iter().fold(Lanes::ZERO, |s, x| s + *x);
    laws.equal(
        year,
        || "people of the nation".into(),
        population.nation,
        nation,
        1e9,
    );
    ledger.closing = Some(stocks);
}
