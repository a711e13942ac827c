//! The workload as a world of entities, sixteen futures side by side: components hold lanes, systems
//! read as the rules they state.

use crate::base::*;
use crate::rules::*;
use bevy_ecs::prelude::*;
use bevy_ecs::schedule::SingleThreadedExecutor;
use carecast::internals::chance::Chance;
use carecast::internals::lanes::Lanes;
use std::ops::Deref;
use std::sync::Arc;

#[derive(Resource, Clone)]
struct Country(Arc<Base>);

impl Deref for Country {
    type Target = Base;
    fn deref(&self) -> &Base {
        &self.0
    }
}

/// The workload's year, from 0.
#[derive(Resource)]
struct Now(usize);

#[derive(Resource)]
struct Rates(YearRates);

#[derive(Resource, Default)]
struct Graduates([Lanes; OCCUPATIONS]);

/// What systems tell one another about each province.
#[derive(Resource)]
struct Board {
    people: Vec<Lanes>,
    kept: Vec<ByPost>,
    totals: Vec<ByPost>,
    posts: Vec<Posts>,
}

#[derive(Resource, Default)]
struct Out(Results);

/// Which one of its kind an entity is: the place of its facts in the base.
#[derive(Component, Clone, Copy)]
struct Row(usize);

#[derive(Component)]
struct People(Lanes);

#[derive(Component)]
struct Workforce {
    province: usize,
    occupation: usize,
}

#[derive(Component)]
struct Headcount(HeadLanes);

#[derive(Component)]
struct Students([Lanes; 6]);

#[derive(Component)]
struct Site(Entity);

#[derive(Component)]
struct Done(Lanes);

#[derive(Component)]
struct Sector(usize);

#[derive(Component)]
struct Beds(Lanes);

#[derive(Component)]
struct HospitalStaff([Lanes; OCCUPATIONS]);

#[derive(Component)]
struct StationStaff([Lanes; OCCUPATIONS]);

/// A world of sixteen futures, reset in place between blocks.
pub struct LanesWorld {
    world: World,
    reset: Schedule,
    year: Schedule,
}

impl LanesWorld {
    pub fn new(base: &Arc<Base>) -> LanesWorld {
        let mut world = World::new();
        world.insert_resource(Country(base.clone()));
        world.insert_resource(Graduates::default());
        world.insert_resource(Out::default());
        world.insert_resource(Board {
            people: vec![Lanes::ZERO; PROVINCES],
            kept: vec![Default::default(); PROVINCES],
            totals: vec![Default::default(); PROVINCES],
            posts: Vec::new(),
        });
        world.spawn_batch((0..PROVINCES).map(|p| (Row(p), People(Lanes::ZERO))));
        let cohorts = (0..PROVINCES).flat_map(|province| {
            (0..OCCUPATIONS).map(move |occupation| {
                let who = Workforce {
                    province,
                    occupation,
                };
                (who, Headcount([[Lanes::ZERO; BANDS]; 2]))
            })
        });
        world.spawn_batch(cohorts);
        let programmes = 0..base.programmes.len();
        world.spawn_batch(programmes.map(|i| (Row(i), Students([Lanes::ZERO; 6]))));
        let none = [Lanes::ZERO; OCCUPATIONS];
        let hospitals = base.hospitals.iter().enumerate().map(|(h, hospital)| {
            let parts = (Row(h), Sector(hospital.sector), Beds(Lanes::ZERO));
            (parts, HospitalStaff(none))
        });
        let hospitals: Vec<_> = hospitals.collect();
        let hospitals: Vec<Entity> = world.spawn_batch(hospitals).collect();
        let stations = (0..STATIONS).map(|s| (Row(s), StationStaff(none)));
        world.spawn_batch(stations);
        let site = |hospital: usize| Site(hospitals[hospital]);
        let projects = base
            .projects
            .iter()
            .enumerate()
            .map(|(i, project)| (Row(i), site(project.hospital), Done(Lanes::ZERO)));
        let projects: Vec<_> = projects.collect();
        world.spawn_batch(projects);

        let mut reset = Schedule::default();
        reset.set_executor(SingleThreadedExecutor::new());
        reset.add_systems((reset_people, reset_plant).chain());
        let mut year = Schedule::default();
        year.set_executor(SingleThreadedExecutor::new());
        year.add_systems(
            (
                draw_shocks,
                grow,
                study_and_graduate,
                leave,
                recruit,
                finish_projects,
                fill_posts,
                measure,
            )
                .chain(),
        );
        LanesWorld { world, reset, year }
    }

    /// Lives ten years of sixteen futures.
    pub fn live(&mut self, chance: &Chance) -> Results {
        self.world.insert_resource(chance.clone());
        self.world.insert_resource(Out(Results::with_room()));
        self.reset.run(&mut self.world);
        for y in 0..YEARS {
            self.world.insert_resource(Now(y));
            self.year.run(&mut self.world);
        }
        std::mem::take(&mut self.world.resource_mut::<Out>().0)
    }
}

fn reset_people(
    base: Res<Country>,
    mut people: Query<(&Row, &mut People)>,
    mut cohorts: Query<(&Workforce, &mut Headcount)>,
    mut schools: Query<(&Row, &mut Students)>,
) {
    for (row, mut people) in &mut people {
        people.0 = Lanes::splat(base.provinces[row.0].population);
    }
    for (who, mut heads) in &mut cohorts {
        let start = &base.provinces[who.province].heads[who.occupation];
        heads.0 = start.map(|row| row.map(Lanes::splat));
    }
    for (row, mut students) in &mut schools {
        students.0 = base.programmes[row.0].students.map(Lanes::splat);
    }
}

fn reset_plant(
    base: Res<Country>,
    mut hospitals: Query<(&Row, &mut Beds, &mut HospitalStaff)>,
    mut stations: Query<(&Row, &mut StationStaff)>,
    mut projects: Query<&mut Done>,
) {
    for (row, mut beds, mut staff) in &mut hospitals {
        let start = &base.hospitals[row.0];
        beds.0 = Lanes::splat(start.beds);
        staff.0 = start.staff.map(Lanes::splat);
    }
    for (row, mut staff) in &mut stations {
        staff.0 = base.stations[row.0].staff.map(Lanes::splat);
    }
    for mut done in &mut projects {
        done.0 = Lanes::ZERO;
    }
}

fn draw_shocks(mut commands: Commands, base: Res<Country>, chance: Res<Chance>, now: Res<Now>) {
    let rates = YearRates::draw(&chance, base.nation, calendar(now.0));
    commands.insert_resource(Rates(rates));
}

fn grow(
    base: Res<Country>,
    chance: Res<Chance>,
    now: Res<Now>,
    rates: Res<Rates>,
    mut board: ResMut<Board>,
    mut people: Query<(&Row, &mut People)>,
) {
    for (row, mut people) in &mut people {
        let province = &base.provinces[row.0];
        people.0 *= growth(&chance, &rates.0, province, calendar(now.0));
        board.people[row.0] = people.0;
    }
}

fn study_and_graduate(
    base: Res<Country>,
    chance: Res<Chance>,
    now: Res<Now>,
    rates: Res<Rates>,
    mut graduates: ResMut<Graduates>,
    mut schools: Query<(&Row, &mut Students)>,
) {
    graduates.0 = [Lanes::ZERO; OCCUPATIONS];
    for (row, mut students) in &mut schools {
        let programme = &base.programmes[row.0];
        let o = programme.occupation;
        let intake = rates.0.intake[o];
        graduates.0[o] += study(&chance, programme, intake, calendar(now.0), &mut students.0);
    }
}

fn leave(
    base: Res<Country>,
    chance: Res<Chance>,
    now: Res<Now>,
    rates: Res<Rates>,
    mut board: ResMut<Board>,
    mut cohorts: Query<(&Workforce, &mut Headcount)>,
) {
    let year = calendar(now.0);
    for (who, mut heads) in &mut cohorts {
        let (p, o) = (who.province, who.occupation);
        let key = base.provinces[p].cohort_keys[o];
        board.kept[p][o] = leave_and_age(&chance, key, year, &rates.0, o, &mut heads.0);
    }
}

fn recruit(
    base: Res<Country>,
    chance: Res<Chance>,
    now: Res<Now>,
    graduates: Res<Graduates>,
    mut board: ResMut<Board>,
    mut cohorts: Query<(&Workforce, &mut Headcount)>,
) {
    let (board, year) = (&mut *board, calendar(now.0));
    let mut recruiting = Recruiting::new(&base, &graduates.0, &board.people);
    for (who, mut heads) in &mut cohorts {
        let (p, o) = (who.province, who.occupation);
        let hired = recruiting.next(&chance, &base, year, (p, o), board.people[p]);
        for s in 0..2 {
            heads.0[s][0] += hired[s];
            board.totals[p][o][s] = heads.0[s].iter().sum();
        }
    }
}

fn finish_projects(
    base: Res<Country>,
    chance: Res<Chance>,
    now: Res<Now>,
    rates: Res<Rates>,
    mut projects: Query<(&Row, &Site, &mut Done)>,
    mut hospitals: Query<&mut Beds>,
) {
    for (row, site, mut done) in &mut projects {
        let project = &base.projects[row.0];
        if let Some(added) = build(&chance, &rates.0, project, now.0, &mut done.0) {
            let mut beds = hospitals.get_mut(site.0).expect("projects have a site");
            beds.0 += added;
        }
    }
}

/// Facilities stand in the order of provinces, so a province is walked twice while it is near.
fn fill_posts(
    base: Res<Country>,
    mut board: ResMut<Board>,
    mut hospitals: Query<(&Sector, &Beds, &mut HospitalStaff)>,
    mut stations: Query<&mut StationStaff>,
) {
    const ONE_TABLE: &str = "facilities of a kind stand in one table";
    let board = &mut *board;
    let mut tables = hospitals.contiguous_iter_mut().expect(ONE_TABLE);
    let (sectors, beds, mut hospital_staff) = tables.next().expect(ONE_TABLE);
    let hospital_staff = hospital_staff.bypass_change_detection();
    assert!(sectors.len() == HOSPITALS && tables.next().is_none());
    let mut tables = stations.contiguous_iter_mut().expect(ONE_TABLE);
    let mut station_staff = tables.next().expect(ONE_TABLE);
    let station_staff = station_staff.bypass_change_detection();
    assert!(station_staff.len() == STATIONS && tables.next().is_none());
    board.posts.clear();
    for (p, province) in base.provinces.iter().enumerate() {
        let here = province.hospitals.clone();
        let (sectors, beds) = (&sectors[here.clone()], &beds[here.clone()]);
        let hospital_staff = &mut hospital_staff[here];
        let station_staff = &mut station_staff[province.stations.clone()];
        let mut posts = Posts::new();
        let kept = &board.kept[p];
        for ((sector, beds), staff) in sectors.iter().zip(beds).zip(hospital_staff.iter_mut()) {
            posts.lose(kept, sector.0, wanted_at_hospital(beds.0), &mut staff.0);
        }
        for staff in station_staff.iter_mut() {
            posts.lose(kept, 0, wanted_at_station(), &mut staff.0);
        }
        posts.match_people(&board.totals[p]);
        for ((sector, beds), staff) in sectors.iter().zip(beds).zip(hospital_staff) {
            posts.hire_at_hospital(sector.0, beds.0, &mut staff.0);
        }
        for staff in station_staff {
            posts.hire_at_station(&mut staff.0);
        }
        board.posts.push(posts);
    }
}

fn measure(board: Res<Board>, mut out: ResMut<Out>) {
    out.0
        .note(|p| (board.people[p], &board.totals[p], &board.posts[p]));
}
