//! Posts are funded, entrants and movers fill them by appeal, the rest wait.

use crate::chance::Chance;
use crate::chance::assumed::Assumed;
use crate::lanes::{Lanes, cumulative_round, split_whole};
use crate::rules::{count, join};
use crate::world::country::{Clock, Country, Index};
use crate::world::facility::{BedBoard, StationBoard};
use crate::world::ledger::{EntrantCause, Ledger, PeopleCause};
use crate::world::shocks::Shocks;
use crate::world::staff::{
    Cohort, EMPLOYERS, Employer, Entrants, Headcount, Posts, StaffBoard, StaffLevers, WITHOUT_POSTS,
};
use bevy_ecs::prelude::*;
use enum_map::{Enum, enum_map};

/// Rounds in which people who found their first choice full look again.
const ROUNDS: usize = 6;

/// Posts of the year: payroll grows, new beds bring posts, stations are filled towards the standard.
pub fn fund_posts(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    beds: Res<BedBoard>,
    mut cohorts: Query<(&Cohort, &mut Posts)>,
) {
    let standard = assumed.get("post.commune_standard");
    let funded = assumed.get("post.commune_funded");
    let progress = (clock.elapsed() as f64 / 5.0).min(1.0);
    let rules: Vec<_> = country
        .base
        .occupations
        .iter()
        .map(|o| {
            o.has_posts.then(|| {
                let code = &o.code;
                (
                    assumed.of("post.payroll_growth", code) + 1.0,
                    assumed.get(&format!("post.norm_{code}_bed")),
                    assumed.of("post.clinic_growth", code) + 1.0,
                    assumed.get(&format!("post.private_{code}_bed")),
                    assumed.of("post.vacancy", code) + 1.0,
                )
            })
        })
        .collect();
    for (cohort, mut posts) in &mut cohorts {
        let (payroll, norm, clinics, private_norm, vacancy) =
            rules[cohort.occupation].expect("cohorts with posts belong to occupations with posts");
        let new_beds = beds.added[cohort.province][cohort.employer].max(Lanes::ZERO);
        posts.now = match cohort.employer {
            Employer::Central | Employer::Provincial => posts.now * payroll + norm * new_beds,
            Employer::Commune if cohort.occupation == 0 => {
                let gap = (standard * country.stations[cohort.province] - posts.base_staff)
                    .max(Lanes::ZERO);
                posts
                    .now
                    .max(posts.base_staff * vacancy + funded * gap * progress)
            }
            Employer::Commune => posts.now * payroll,
            Employer::Private => posts.now * clinics + private_norm * new_beds,
        };
    }
}

/// Entrants fill open posts in proportion to open posts and appeal, never above the open posts.
pub fn place(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    stations: Res<StationBoard>,
    index: Res<Index>,
    levers: Res<StaffLevers>,
    mut board: ResMut<StaffBoard>,
    mut ledger: ResMut<Ledger>,
    mut entrants: Query<&mut Entrants>,
    mut cohorts: Query<(&mut Headcount, &Posts)>,
) {
    let whole = chance.counts_whole();
    let n = country.provinces();
    // Appeal of an employer before any allowance, on which those of policies act.
    let bare = enum_map! {
        Employer::Central => assumed.get("post.central_appeal"),
        Employer::Provincial => Lanes::ONE,
        Employer::Commune => assumed.get("post.commune_appeal"),
        Employer::Private => assumed.get("post.private_appeal"),
    };
    let mut appeal = bare;
    appeal[Employer::Commune] *= assumed.get("allow.attract") + 1.0;
    let elasticity = assumed.get("post.income_elasticity");
    let matched = assumed.get("post.match");
    let province_appeal: Vec<Lanes> = (0..n)
        .map(|p| {
            (elasticity * libm::log(country.base.provinces[p].income_index) + shocks.appeal[p])
                .exp()
        })
        .collect();

    // Stations brought to standard draw a little more people to commune posts.
    let better = assumed.get("station.appeal");
    let standing: Vec<Lanes> = (0..n)
        .map(|p| {
            let share = stations.upgraded[p] / country.stations[p].max(1.0);
            Lanes::ONE + better * share
        })
        .collect();

    // Posts of all provinces stand in one row, employer by employer in each.
    let cells = EMPLOYERS.len() * n;
    let at = |p: usize, e: Employer| EMPLOYERS.len() * p + e.into_usize();
    let mut open = vec![Lanes::ZERO; cells];
    let mut weight = vec![Lanes::ZERO; cells];
    let mut got = vec![Lanes::ZERO; cells];
    let mut people = vec![Lanes::ZERO; cells];
    for (o, occupation) in country.base.occupations.iter().enumerate() {
        if !occupation.has_posts {
            continue;
        }
        let mut all_open = Lanes::ZERO;
        let drawn = levers.appeal.get(o).filter(|rows| !rows.is_empty());
        for p in 0..n {
            for e in EMPLOYERS {
                let (heads, posts) = cohorts
                    .get(index.cohorts[o][p][e])
                    .expect("cohorts keep their components");
                let mut now = posts.now;
                if o == 0 && e == Employer::Commune {
                    now += levers.station_posts(p);
                }
                let funded = if whole { now.floor() } else { now };
                let free = (funded - heads.total()).max(Lanes::ZERO);
                let cell = at(p, e);
                open[cell] = free;
                let pull = match drawn {
                    Some(rows) => appeal[e] + bare[e] * rows[p][e],
                    None => appeal[e],
                };
                weight[cell] = pull * province_appeal[p];
                if e == Employer::Commune {
                    weight[cell] *= standing[p];
                }
                got[cell] = Lanes::ZERO;
                all_open += free;
            }
        }
        let mut pool = entrants
            .get_mut(index.entrants[o])
            .expect("entrants keep their components");
        pool.open_posts = all_open;
        pool.pool = pool.waiting;
        let hired = count(pool.waiting.min(all_open) * matched, whole);
        let mut left = hired;
        for _ in 0..ROUNDS {
            let mut sum = Lanes::ZERO;
            for c in 0..cells {
                sum += (open[c] - got[c]) * weight[c];
            }
            let some = sum.gt(Lanes::ZERO);
            let unit = some.select(left / some.select(sum, Lanes::ONE), Lanes::ZERO);
            for c in 0..cells {
                let room = open[c] - got[c];
                let more = (room * weight[c] * unit).min(room);
                got[c] += more;
                left -= more;
            }
        }
        cumulative_round(&got, whole, &mut people);
        let mut placed = Lanes::ZERO;
        for p in 0..n {
            let mut here = Lanes::ZERO;
            for e in EMPLOYERS {
                let come = people[at(p, e)];
                here += come;
                board.placed[o][p][e] = come;
                let (mut heads, _) = cohorts
                    .get_mut(index.cohorts[o][p][e])
                    .expect("cohorts keep their components");
                join(&mut heads, come, occupation.enter_first_band, whole);
            }
            placed += here;
            ledger.book_people(o, p, PeopleCause::Placed, here);
        }
        pool.placed = placed + pool.bound_placed;
        pool.waiting -= placed;
        ledger.book_entrants(o, EntrantCause::Placed, -placed);
    }
}

/// Occupations without posts: all who look are placed, by each province's share of the stock.
pub fn place_without_posts(
    country: Res<Country>,
    chance: Res<Chance>,
    index: Res<Index>,
    mut ledger: ResMut<Ledger>,
    mut entrants: Query<&mut Entrants>,
    mut cohorts: Query<&mut Headcount>,
) {
    let whole = chance.counts_whole();
    let n = country.provinces();
    for (o, occupation) in country.base.occupations.iter().enumerate() {
        if occupation.has_posts {
            continue;
        }
        let stock: Vec<Lanes> = (0..n)
            .map(|p| {
                cohorts
                    .get(index.cohorts[o][p][WITHOUT_POSTS])
                    .expect("cohorts keep their components")
                    .total()
            })
            .collect();
        let mut pool = entrants
            .get_mut(index.entrants[o])
            .expect("entrants keep their components");
        let mut come = vec![Lanes::ZERO; n];
        pool.pool = pool.waiting;
        pool.open_posts = pool.waiting;
        split_whole(pool.waiting, &stock, whole, &mut come);
        for (p, people) in come.iter().enumerate() {
            let mut heads = cohorts
                .get_mut(index.cohorts[o][p][WITHOUT_POSTS])
                .expect("cohorts keep their components");
            join(&mut heads, *people, occupation.enter_first_band, whole);
            ledger.book_people(o, p, PeopleCause::Placed, *people);
        }
        pool.placed = pool.waiting;
        ledger.book_entrants(o, EntrantCause::Placed, -pool.waiting);
        pool.waiting = Lanes::ZERO;
    }
}
