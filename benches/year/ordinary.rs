//! The workload the ordinary way: one future in a world, components hold single numbers, one
//! generator walks through it and `rand_distr` draws. The world is reset in place.

use crate::base::*;
use bevy_ecs::prelude::*;
use bevy_ecs::schedule::SingleThreadedExecutor;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::{Binomial, Distribution, StandardNormal};
use std::ops::{Deref, Range};
use std::sync::Arc;

#[derive(Resource, Clone)]
struct Country(Arc<Base>);

impl Deref for Country {
    type Target = Base;
    fn deref(&self) -> &Base {
        &self.0
    }
}

#[derive(Resource)]
struct Luck(Xoshiro256PlusPlus);

impl Luck {
    fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.0)
    }

    fn count(&mut self, n: f64, p: f64) -> f64 {
        let law = Binomial::new(n as u64, p).expect("a probability");
        law.sample(&mut self.0) as f64
    }
}

#[derive(Resource)]
struct Now(usize);

#[derive(Resource, Default)]
struct Shocks([f64; 8]);

#[derive(Resource, Default)]
struct Graduates([f64; OCCUPATIONS]);

type ByPost = [[f64; 2]; OCCUPATIONS];

#[derive(Clone, Copy, Default)]
struct Place {
    people: f64,
    kept: ByPost,
    totals: ByPost,
    staff: ByPost,
    open: ByPost,
    fill: ByPost,
    beds: [f64; 2],
    stations: f64,
}

#[derive(Resource)]
struct Board([Place; PROVINCES]);

/// Results in the order year, nation and provinces, indicator.
#[derive(Resource, Default)]
struct Out(Vec<f32>);

#[derive(Component)]
struct Row(usize);

#[derive(Component)]
struct InProvince(usize);

#[derive(Component)]
struct People(f64);

#[derive(Component)]
struct Occupation(usize);

#[derive(Component)]
struct Headcount(Heads);

#[derive(Component)]
struct Students([f64; 6]);

#[derive(Component)]
struct Site(Entity);

#[derive(Component)]
struct Done(bool);

#[derive(Component)]
struct Sector(usize);

#[derive(Component)]
struct Beds(f64);

#[derive(Component)]
struct HospitalStaff([f64; OCCUPATIONS]);

#[derive(Component)]
struct StationStaff([f64; OCCUPATIONS]);

/// A world of one future.
pub struct OrdinaryWorld {
    world: World,
    reset: Schedule,
    year: Schedule,
}

impl OrdinaryWorld {
    pub fn new(base: &Arc<Base>) -> OrdinaryWorld {
        let mut world = World::new();
        world.insert_resource(Country(base.clone()));
        world.insert_resource(Graduates::default());
        world.insert_resource(Shocks::default());
        world.insert_resource(Board([Place::default(); PROVINCES]));
        for (p, province) in base.provinces.iter().enumerate() {
            world.spawn((Row(p), People(0.0)));
            for o in 0..OCCUPATIONS {
                let heads = Headcount(province.heads[o]);
                world.spawn((InProvince(p), Occupation(o), heads));
            }
        }
        for (i, programme) in base.programmes.iter().enumerate() {
            world.spawn((Row(i), Students(programme.students)));
        }
        let mut sites = Vec::new();
        for (h, hospital) in base.hospitals.iter().enumerate() {
            let facts = (
                Row(h),
                InProvince(hospital.province),
                Sector(hospital.sector),
            );
            let state = (Beds(0.0), HospitalStaff(hospital.staff));
            sites.push(world.spawn((facts, state)).id());
        }
        for (s, station) in base.stations.iter().enumerate() {
            let place = InProvince(station.province);
            world.spawn((Row(s), place, StationStaff(station.staff)));
        }
        for (i, project) in base.projects.iter().enumerate() {
            world.spawn((Row(i), Site(sites[project.hospital]), Done(false)));
        }
        let mut reset = Schedule::default();
        reset.set_executor(SingleThreadedExecutor::new());
        reset.add_systems((reset_people, reset_plant).chain());
        let mut year = Schedule::default();
        year.set_executor(SingleThreadedExecutor::new());
        year.add_systems(
            (
                draw_shocks,
                grow,
                study,
                leave_and_age,
                recruit,
                finish_projects,
                lose_staff,
                match_people,
                fill_posts,
                measure,
            )
                .chain(),
        );
        OrdinaryWorld { world, reset, year }
    }

    /// Lives ten years of one future: its results in the order year, place, indicator.
    pub fn live(&mut self, seed: u64) -> Vec<f32> {
        let luck = Luck(Xoshiro256PlusPlus::seed_from_u64(seed));
        self.world.insert_resource(luck);
        self.world.insert_resource(Out::default());
        self.reset.run(&mut self.world);
        for y in 0..YEARS {
            self.world.insert_resource(Now(y));
            self.year.run(&mut self.world);
        }
        std::mem::take(&mut self.world.resource_mut::<Out>().0)
    }

    /// National numbers of the last year: doctors, nurses, beds, stations.
    pub fn last_year(samples: &[f32]) -> [f64; 4] {
        let first = (YEARS - 1) * (PROVINCES + 1) * 6;
        [1, 2, 0, 5].map(|i| f64::from(samples[first + i]))
    }
}

fn reset_people(
    base: Res<Country>,
    mut people: Query<(&Row, &mut People)>,
    mut cohorts: Query<(&InProvince, &Occupation, &mut Headcount)>,
    mut schools: Query<(&Row, &mut Students)>,
) {
    for (row, mut people) in &mut people {
        people.0 = base.provinces[row.0].population;
    }
    for (place, occupation, mut heads) in &mut cohorts {
        heads.0 = base.provinces[place.0].heads[occupation.0];
    }
    for (row, mut students) in &mut schools {
        students.0 = base.programmes[row.0].students;
    }
}

fn reset_plant(
    base: Res<Country>,
    mut hospitals: Query<(&Row, &mut Beds, &mut HospitalStaff)>,
    mut stations: Query<(&Row, &mut StationStaff)>,
    mut projects: Query<&mut Done>,
) {
    for (row, mut beds, mut staff) in &mut hospitals {
        beds.0 = base.hospitals[row.0].beds;
        staff.0 = base.hospitals[row.0].staff;
    }
    for (row, mut staff) in &mut stations {
        staff.0 = base.stations[row.0].staff;
    }
    for mut done in &mut projects {
        done.0 = false;
    }
}

fn draw_shocks(mut luck: ResMut<Luck>, mut shocks: ResMut<Shocks>, mut board: ResMut<Board>) {
    shocks.0 = SPREAD.map(|s| (s * luck.normal() - s * s / 2.0).exp());
    board.0 = [Place::default(); PROVINCES];
}

fn grow(
    base: Res<Country>,
    shocks: Res<Shocks>,
    mut luck: ResMut<Luck>,
    mut board: ResMut<Board>,
    mut people: Query<(&Row, &mut People)>,
) {
    for (row, mut people) in &mut people {
        let growth = base.provinces[row.0].growth * shocks.0[6];
        people.0 *= 1.0 + growth + LOCAL_GROWTH * luck.normal();
        board.0[row.0].people = people.0;
    }
}

fn study(
    base: Res<Country>,
    shocks: Res<Shocks>,
    mut luck: ResMut<Luck>,
    mut graduates: ResMut<Graduates>,
    mut schools: Query<(&Row, &mut Students)>,
) {
    graduates.0 = [0.0; OCCUPATIONS];
    for (row, mut students) in &mut schools {
        let programme = &base.programmes[row.0];
        let o = programme.occupation;
        let mut arriving = (programme.capacity * shocks.0[o]).round();
        for (slot, drop) in students.0.iter_mut().zip(DROP) {
            let through = *slot - luck.count(*slot, drop);
            *slot = arriving;
            arriving = through;
        }
        graduates.0[o] += arriving;
    }
}

fn leave_and_age(
    shocks: Res<Shocks>,
    mut luck: ResMut<Luck>,
    mut board: ResMut<Board>,
    mut cohorts: Query<(&InProvince, &Occupation, &mut Headcount)>,
) {
    for (place, occupation, mut heads) in &mut cohorts {
        let (p, o) = (place.0, occupation.0);
        let mut moved = [0.0; BANDS];
        for s in 0..2 {
            let (mut before, mut after, mut into) = (0.0, 0.0, 0.0);
            for b in 0..BANDS {
                let mut n = heads.0[s][b];
                before += n;
                n -= (n * RETIRE[b]).round();
                let rate = (RESIGN[o][b] * shocks.0[4]).min(RESIGN_AT_MOST);
                n -= luck.count(n, rate);
                if s == 0 {
                    moved[b] = luck.count(n, MOVE[o] * shocks.0[5]);
                    n -= moved[b];
                }
                after += n;
                let up = if b + 1 < BANDS {
                    luck.count(n, AGE)
                } else {
                    0.0
                };
                heads.0[s][b] = n - up + into;
                into = up;
            }
            board.0[p].kept[o][s] = if before > 0.0 { after / before } else { 0.0 };
        }
        for b in 0..BANDS {
            heads.0[1][b] += moved[b];
        }
    }
}

fn recruit(
    base: Res<Country>,
    graduates: Res<Graduates>,
    mut luck: ResMut<Luck>,
    mut board: ResMut<Board>,
    mut cohorts: Query<(&InProvince, &Occupation, &mut Headcount)>,
) {
    let mut left = graduates.0;
    let mut weight = [0.0; OCCUPATIONS];
    for (province, place) in base.provinces.iter().zip(&board.0) {
        for o in 0..OCCUPATIONS {
            weight[o] += province.pull[o] * place.people;
        }
    }
    for (place, occupation, mut heads) in &mut cohorts {
        let (p, o) = (place.0, occupation.0);
        for s in 0..2 {
            let own = base.provinces[p].pull[o] * board.0[p].people * SECTOR_PULL[s];
            let share = (own / weight[o]).min(1.0);
            let last = p + 1 == PROVINCES && s == 1;
            let hired = if last {
                left[o]
            } else {
                luck.count(left[o], share)
            };
            weight[o] -= own;
            left[o] -= hired;
            heads.0[s][0] += hired;
            board.0[p].totals[o][s] = heads.0[s].iter().sum();
        }
    }
}

fn finish_projects(
    base: Res<Country>,
    now: Res<Now>,
    shocks: Res<Shocks>,
    mut luck: ResMut<Luck>,
    mut projects: Query<(&Row, &Site, &mut Done)>,
    mut hospitals: Query<&mut Beds>,
) {
    for (row, site, mut done) in &mut projects {
        let project = &base.projects[row.0];
        if done.0 || now.0 < project.start {
            continue;
        }
        let hazard = HAZARD[(now.0 - project.start).min(HAZARD.len() - 1)];
        if luck.0.random::<f64>() < (hazard * shocks.0[7]).min(FINISH_AT_MOST) {
            done.0 = true;
            let mut beds = hospitals.get_mut(site.0).expect("projects have a site");
            beds.0 += project.beds;
        }
    }
}

fn lose(place: &mut Place, s: usize, wanted: ByJob, staff: &mut ByJob) {
    for o in 0..OCCUPATIONS {
        staff[o] *= place.kept[o][s];
        place.staff[o][s] += staff[o];
        place.open[o][s] += (wanted[o] - staff[o]).max(0.0);
    }
}

type ByJob = [f64; OCCUPATIONS];

fn lose_staff(
    mut board: ResMut<Board>,
    mut hospitals: Query<(&InProvince, &Sector, &Beds, &mut HospitalStaff)>,
    mut stations: Query<(&InProvince, &mut StationStaff)>,
) {
    for (place, sector, beds, mut staff) in &mut hospitals {
        let wanted = STAFF_PER_BED.map(|ratio| ratio * beds.0);
        lose(&mut board.0[place.0], sector.0, wanted, &mut staff.0);
    }
    for (place, mut staff) in &mut stations {
        lose(&mut board.0[place.0], 0, STAFF_OF_STATION, &mut staff.0);
    }
}

fn match_people(mut board: ResMut<Board>) {
    for place in &mut board.0 {
        for o in 0..OCCUPATIONS {
            for s in 0..2 {
                let free = place.totals[o][s] - place.staff[o][s];
                let open = place.open[o][s];
                let share = if open > 0.0 { free / open } else { 0.0 };
                place.fill[o][s] = share.clamp(0.0, 1.0);
            }
        }
    }
}

fn hire(place: &Place, s: usize, wanted: ByJob, staff: &mut ByJob) {
    for o in 0..OCCUPATIONS {
        staff[o] += place.fill[o][s] * (wanted[o] - staff[o]).max(0.0);
    }
}

fn fill_posts(
    mut board: ResMut<Board>,
    mut hospitals: Query<(&InProvince, &Sector, &Beds, &mut HospitalStaff)>,
    mut stations: Query<(&InProvince, &mut StationStaff)>,
) {
    for (place, sector, beds, mut staff) in &mut hospitals {
        let place = &mut board.0[place.0];
        let wanted = STAFF_PER_BED.map(|ratio| ratio * beds.0);
        hire(place, sector.0, wanted, &mut staff.0);
        place.beds[sector.0] += beds.0;
    }
    for (place, mut staff) in &mut stations {
        let place = &mut board.0[place.0];
        hire(place, 0, STAFF_OF_STATION, &mut staff.0);
        place.stations += f64::from(staff.0[0] >= ENOUGH_DOCTORS);
    }
}

fn measure(board: Res<Board>, mut out: ResMut<Out>) {
    let sum = |places: Range<usize>| {
        board.0[places].iter().fold(Place::default(), |mut sum, p| {
            sum.people += p.people;
            sum.stations += p.stations;
            for s in 0..2 {
                sum.beds[s] += p.beds[s];
                for o in 0..OCCUPATIONS {
                    sum.totals[o][s] += p.totals[o][s];
                }
            }
            sum
        })
    };
    let mut write = |seen: Place| {
        let beds = seen.beds[0] + seen.beds[1];
        let heads = |o: usize| seen.totals[o][0] + seen.totals[o][1];
        let per_10k = 10_000.0 / seen.people;
        for value in [
            beds * per_10k,
            heads(0) * per_10k,
            heads(1) * per_10k,
            heads(2) * per_10k,
            seen.beds[1] / beds,
            seen.stations,
        ] {
            out.0.push(value as f32);
        }
    };
    write(sum(0..PROVINCES));
    (0..PROVINCES).for_each(|p| write(sum(p..p + 1)));
}
