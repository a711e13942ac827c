//! People ask for outpatient visits where they are used to: at stations, at hospitals near home, at
//! Central ones. What the staff there cannot serve goes up a level, then to Central hospitals of other
//! provinces, or is not served; nothing waits. Stays follow from bed-days.
//!
//! Assumption: a worker serves as many visits a year as in the base year, and some more where people
//! ask for them (`visits.stretch`).
//! Simplification: it reads beds, staff and bed-days and moves none of them.

use crate::chance::assumed::Assumed;
use crate::lanes::{Lanes, total};
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country};
use crate::world::facility::{BedBoard, Group};
use crate::world::population::Population;
use crate::world::staff::{Employer, StaffBoard, StaffLevers};
use crate::world::visits::{CareLevers, CheckUpBoard, LOCAL, Outcome, Place, SERVED, VisitBoard};
use bevy_ecs::prelude::*;
use enum_map::{EnumMap, enum_map};

/// Fewer visits than this, and than this part of those asked for, are the rounding of sums.
const LEAST: f64 = 1e-6;
const LEAST_PART: f64 = 1e-12;

impl VisitBoard {
    /// Leaves visits of a province without room. What is only the rounding of sums, of either sign, was
    /// served where most were: elsewhere there may be none to take it from.
    fn leave(&mut self, p: usize, left: Lanes) {
        let row = &mut self.outcome[p];
        let asked = total(row.as_slice()) + left;
        let least = (asked * LEAST_PART).min(Lanes::splat(LEAST));
        let some = left.gt(least).select(left, Lanes::ZERO);
        let mut rounding = left - some;
        let most = SERVED
            .iter()
            .fold(Lanes::ZERO, |most, outcome| most.max(row[*outcome]));
        for outcome in SERVED {
            let here = (most - row[outcome])
                .gt(Lanes::ZERO)
                .select(Lanes::ZERO, rounding);
            row[outcome] += here;
            rounding -= here;
        }
        self.left[p] = some;
    }
}

/// Whether the base says anything about visits.
fn is_kept(assumed: &Assumed) -> bool {
    assumed.find("visits.outpatient").is_some()
}

/// Those who serve visits in a province: at stations all staff with posts, elsewhere the first
/// occupation. Doctors of the province's hospitals are at their levels as its beds are.
fn workers(
    country: &Country,
    staff: &StaffBoard,
    levers: &StaffLevers,
    beds: &BedBoard,
    p: usize,
) -> EnumMap<Place, Lanes> {
    let station = staff.at_stations(p) + levers.rotated(p);
    let first = country.base.occupations.first();
    if !first.is_some_and(|o| o.has_posts) {
        return enum_map! { Place::Station => station, _ => Lanes::ZERO };
    }
    let doctors = &staff.heads[0][p];
    // Who is lent to a station does not see patients at the hospital.
    let own = (doctors[Employer::Provincial] - levers.rotated(p)).max(Lanes::ZERO);
    let built = &beds.built[p];
    let regional =
        built[Group::Regional].part_of(built[Group::Regional] + built[Group::Provincial]);
    enum_map! {
        Place::Station => station,
        Place::Regional => own * regional,
        Place::Provincial => own - own * regional,
        Place::Private => doctors[Employer::Private],
        Place::Central => doctors[Employer::Central],
    }
}

/// The nation's visits by place: shares add to 1 over the places that have staff.
fn by_place(assumed: &Assumed, there: &EnumMap<Place, Lanes>) -> EnumMap<Place, Lanes> {
    let weights = enum_map! {
        Place::Station => assumed.get("visits.share_station"),
        Place::Regional => assumed.get("visits.share_regional"),
        Place::Provincial => assumed.get("visits.share_provincial"),
        Place::Private => assumed.get("visits.share_private"),
        Place::Central => assumed.get("visits.share_central"),
    };
    let weights = EnumMap::from_fn(|place| {
        let some = there[place].gt(Lanes::ZERO);
        some.select(weights[place], Lanes::ZERO)
    });
    let all = weights.values().copied().sum::<Lanes>();
    let visits = assumed.get("visits.outpatient");
    weights.map(|_, weight| visits * weight.part_of(all))
}

/// Visits of the base year: those of the nation, at each place where its staff are; where staff are few
/// they see more people each, as beds are used harder. Those to Central hospitals come from where its
/// bed-days come from.
pub fn start(
    country: Res<Country>,
    assumed: Res<Assumed>,
    staff: Res<StaffBoard>,
    levers: Res<StaffLevers>,
    beds: Res<BedBoard>,
    population: Res<Population>,
    care: Res<CareBoard>,
    mut board: ResMut<VisitBoard>,
    mut care_levers: ResMut<CareLevers>,
    mut check_ups: ResMut<CheckUpBoard>,
) {
    let n = country.provinces();
    care_levers.new_year();
    check_ups.restart(n);
    if !is_kept(&assumed) {
        return;
    }
    let board = &mut *board;
    board.restart(n);
    let there: Vec<EnumMap<Place, Lanes>> = (0..n)
        .map(|p| workers(&country, &staff, &levers, &beds, p))
        .collect();
    let mut nation: EnumMap<Place, Lanes> = EnumMap::default();
    for row in &there {
        for (place, workers) in row {
            nation[place] += *workers;
        }
    }
    let referred = care.referred_base.iter().sum::<Lanes>();
    // Central hospitals without patients or without doctors serve nobody.
    let mut open = nation;
    open[Place::Central] = nation[Place::Central].min(referred);
    let visits = by_place(&assumed, &open);
    let spread = assumed.get("care.density_elasticity") - 1.0;
    for place in LOCAL {
        let usual = nation[place] / population.nation;
        let mut sum = Lanes::ZERO;
        for (p, row) in there.iter().enumerate() {
            let density = row[place] / population.people[p];
            let relative = density.part_of(usual).max(Lanes::splat(0.01));
            let tilt = (relative.ln() * spread).exp().clamp(0.5, 1.35);
            board.base[p][place] = row[place] * tilt;
            sum += board.base[p][place];
        }
        for row in &mut board.base {
            row[place] = visits[place] * row[place].part_of(sum);
        }
    }
    for p in 0..n {
        let share = care.referred_base[p].part_of(referred);
        board.base[p][Place::Central] = visits[Place::Central] * share;
    }
    board.per_day = visits[Place::Central].part_of(referred);
    for p in 0..n {
        let share = care.referred_base[p];
        for (c, flow) in care.flows.from(p) {
            let visits = board.base[p][Place::Central] * flow.part_of(share);
            board.worked[c][Place::Central] += visits;
        }
    }
    for (p, row) in there.iter().enumerate() {
        for (place, workers) in row {
            let served = match place {
                Place::Central => board.worked[p][place],
                _ => board.base[p][place],
            };
            let some = workers.gt(Lanes::ZERO) & served.gt(Lanes::ZERO);
            let usual = visits[place].part_of(nation[place]);
            board.pace[p][place] = some.select(served.part_of(*workers), usual);
        }
    }
    let longer = assumed.get("visits.central_longer");
    let local = care.local_base.iter().sum::<Lanes>();
    board.stay = (local + referred / longer).part_of(assumed.get("visits.stays"));
    board.central_stay = board.stay * longer;
    for p in 0..n {
        board.asked[p] = board.base[p];
    }
    let stretch = assumed.get("visits.stretch");
    for (p, row) in there.iter().enumerate() {
        make_room(board, p, row, Lanes::ZERO, stretch);
    }
    serve(board, &care);
    lie_in(board, &care);
}

/// Takes back what policies did last year, before they do it again.
pub fn new_year(mut levers: ResMut<CareLevers>, mut check_ups: ResMut<CheckUpBoard>) {
    levers.new_year();
    let n = levers.more_use.len();
    check_ups.restart(n);
}

/// Visits that the staff of each place can serve, those at stations without the work that check-ups take.
fn make_room(
    board: &mut VisitBoard,
    p: usize,
    there: &EnumMap<Place, Lanes>,
    check_ups: Lanes,
    stretch: Lanes,
) {
    let mut at_pace = Lanes::ZERO;
    for (place, workers) in there {
        let at_work = match place {
            Place::Station => (*workers - check_ups).max(Lanes::ZERO),
            _ => *workers,
        };
        let visits = at_work * board.pace[p][place];
        board.room[p][place] = visits * stretch;
        if place != Place::Central {
            at_pace += visits;
        }
    }
    board.at_pace[p] = at_pace;
}

/// A year of visits and stays.
pub fn live(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    staff: Res<StaffBoard>,
    levers: Res<StaffLevers>,
    beds: Res<BedBoard>,
    care: Res<CareBoard>,
    care_levers: Res<CareLevers>,
    mut board: ResMut<VisitBoard>,
) {
    let board = &mut *board;
    if !board.is_kept() {
        return;
    }
    let n = country.provinces();
    let years = f64::from(clock.elapsed());
    let loyal = (assumed.get("visits.station_drift") * years).exp();
    let work = assumed.get("sat.work");
    for p in 0..n {
        let growth = care.growth[p];
        let mut asked = board.base[p].map(|_, visits| visits * growth);
        // Who no longer goes to a station goes to the next level, which has no fewer than none.
        let leave = asked[Place::Station] * (Lanes::ONE - loyal);
        let leave = leave.max(-asked[Place::Regional]);
        asked[Place::Station] -= leave;
        asked[Place::Regional] += leave;
        // What links keep at home and what passed to the provinces is asked for there.
        let sent = asked[Place::Central] * care.referral_scale[p];
        let kept = sent * care.kept_by_links[p];
        asked[Place::Central] = sent - kept;
        let handed = care.handed_days[p] * board.per_day * growth;
        asked[Place::Provincial] += kept * work + handed;
        draw_to_stations(
            &mut asked,
            care_levers.station_rise[p],
            care_levers.to_stations[p],
        );
        board.asked[p] = asked;
    }
    let stretch = assumed.get("visits.stretch");
    for p in 0..n {
        let there = workers(&country, &staff, &levers, &beds, p);
        make_room(board, p, &there, care_levers.check_up_work[p], stretch);
    }
    serve(board, &care);
    lie_in(board, &care);
}

/// Policies draw visits from the hospitals of a province to its stations: as many as make those of stations
/// rise by `rise`, and `moved` of what hospitals are asked for, from each the same part.
fn draw_to_stations(asked: &mut EnumMap<Place, Lanes>, rise: Lanes, moved: Lanes) {
    const FROM: [Place; 3] = [Place::Regional, Place::Provincial, Place::Private];
    let there = FROM.iter().fold(Lanes::ZERO, |sum, p| sum + asked[*p]);
    let part = (asked[Place::Station] * rise).part_of(there) + moved;
    let part = part.min(Lanes::ONE);
    for place in FROM {
        let leave = asked[place] * part;
        asked[place] -= leave;
    }
    asked[Place::Station] += there * part;
}

/// Serves what is asked for: where it is asked, then above, then where Central hospitals have room.
fn serve(board: &mut VisitBoard, care: &CareBoard) {
    for row in &mut board.worked {
        row[Place::Central] = Lanes::ZERO;
    }
    for p in 0..board.asked.len() {
        serve_near(board, p);
    }
    serve_central(board, care);
    pass_on(board, care);
    for p in 0..board.asked.len() {
        board.outcome[p][Outcome::NotServed] = board.left[p];
    }
}

/// Visits asked for in the own province. What a level cannot serve fills what the next one has left.
fn serve_near(board: &mut VisitBoard, p: usize) {
    let (asked, room) = (&board.asked[p], &board.room[p]);
    let worked = &mut board.worked[p];
    let [mut own, mut above, mut over] = [Lanes::ZERO; 3];
    // A private facility sends whom it cannot serve to the provincial level and takes nobody over.
    for place in [
        Place::Station,
        Place::Regional,
        Place::Private,
        Place::Provincial,
    ] {
        let served = asked[place].min(room[place]);
        let taken = match place {
            Place::Private => Lanes::ZERO,
            _ => over.min(room[place] - served),
        };
        worked[place] = served + taken;
        own += served;
        above += taken;
        over += asked[place] - served - taken;
    }
    board.at_stations[p] = worked[Place::Station];
    board.at_home[p] = own + above;
    board.left[p] = over;
    board.outcome[p] = enum_map! {
        Outcome::OwnLevel => own,
        Outcome::Above => above,
        _ => Lanes::ZERO,
    };
}

/// Visits asked for at Central hospitals go to each host as bed-days do; one that is full serves the
/// same part of all who come.
fn serve_central(board: &mut VisitBoard, care: &CareBoard) {
    let n = board.asked.len();
    board.sent.fill(Lanes::ZERO);
    for p in 0..n {
        let each = board.asked[p][Place::Central].part_of(care.referred[p]);
        for (c, flow) in care.flows.from(p) {
            board.sent[c] += each * flow;
        }
    }
    for c in 0..n {
        let served = board.sent[c].min(board.room[c][Place::Central]);
        board.worked[c][Place::Central] = served;
        board.sent[c] = served.part_of(board.sent[c]);
    }
    for p in 0..n {
        let asked = board.asked[p][Place::Central];
        let each = asked.part_of(care.referred[p]);
        let mut served = Lanes::ZERO;
        for (c, flow) in care.flows.from(p) {
            let there = each * flow * board.sent[c];
            served += there;
            if c == p {
                board.at_home[p] += there;
            }
        }
        board.outcome[p][Outcome::OwnLevel] += served;
        let left = board.left[p] + asked - served;
        board.leave(p, left);
    }
}

/// Who found no room goes to Central hospitals that have some: more of them along well-worn ways, and
/// where there is more room.
fn pass_on(board: &mut VisitBoard, care: &CareBoard) {
    if !board.left.iter().any(|left| left.gt(Lanes::ZERO).any()) {
        return;
    }
    let n = board.asked.len();
    // From here on what is sent is told for each visit that a host has room for.
    board.sent.fill(Lanes::ZERO);
    let free = |board: &VisitBoard, c: usize| {
        (board.room[c][Place::Central] - board.worked[c][Place::Central]).max(Lanes::ZERO)
    };
    let pulls = |board: &VisitBoard, p: usize| {
        let flows = care.flows.from(p);
        flows.fold(Lanes::ZERO, |sum, (c, flow)| sum + flow * free(board, c))
    };
    for p in 0..n {
        let each = board.left[p].part_of(pulls(board, p));
        for (c, flow) in care.flows.from(p) {
            board.sent[c] += each * flow;
        }
    }
    // Of those who come to a host, this part is served: at most one for each place that is free.
    for p in 0..n {
        let each = board.left[p].part_of(pulls(board, p));
        let [mut here, mut elsewhere] = [Lanes::ZERO; 2];
        for (c, flow) in care.flows.from(p) {
            let came = each * flow * free(board, c);
            let served = came / board.sent[c].max(Lanes::ONE);
            if c == p {
                here += served;
            } else {
                elsewhere += served;
            }
        }
        board.outcome[p][Outcome::Above] += here;
        board.outcome[p][Outcome::Elsewhere] = elsewhere;
        board.at_home[p] += here;
        let left = board.left[p] - here - elsewhere;
        board.leave(p, left);
    }
    for c in 0..n {
        let served = free(board, c) * board.sent[c].min(Lanes::ONE);
        board.worked[c][Place::Central] += served;
    }
}

/// Stays are bed-days over the days of a stay.
fn lie_in(board: &mut VisitBoard, care: &CareBoard) {
    for (p, stays) in board.stays.iter_mut().enumerate() {
        let central = care.referred[p].part_of(board.central_stay);
        let near_home = care.local[p] + care.away[p];
        *stays = near_home.part_of(board.stay) + central;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(
        station: f64,
        regional: f64,
        provincial: f64,
        private: f64,
        central: f64,
    ) -> EnumMap<Place, Lanes> {
        enum_map! {
            Place::Station => Lanes::splat(station),
            Place::Regional => Lanes::splat(regional),
            Place::Provincial => Lanes::splat(provincial),
            Place::Private => Lanes::splat(private),
            Place::Central => Lanes::splat(central),
        }
    }

    #[track_caller]
    fn near(got: Lanes, hand: f64) {
        assert!((got.get(3) - hand).abs() < 1e-9, "{got:?} and {hand}");
    }

    /// Two provinces by hand. The first sends three in four of its Central patients to the second.
    ///
    /// Stations serve 80 of 100; regional hospitals 50 and 10 from below; private ones 5 of 10; the
    /// provincial level 40 and 10 of the 15 that are left: 5 find no room. Of 20 Central visits 5 stay and
    /// are served, 15 travel to a host that has room for 50 of 55. Of the 5 + 15/11 of the first that are
    /// left, the own Central hospital serves the 3 it has room for; the second has no other host.
    #[test]
    fn what_a_level_cannot_serve_goes_up_or_away_and_the_rest_is_counted() {
        let mut board = VisitBoard::default();
        board.restart(2);
        board.asked = vec![
            by(100.0, 50.0, 40.0, 10.0, 20.0),
            by(0.0, 0.0, 0.0, 0.0, 40.0),
        ];
        board.room = vec![by(80.0, 60.0, 50.0, 5.0, 8.0), by(0.0, 0.0, 0.0, 0.0, 50.0)];
        let mut care = CareBoard {
            referred: vec![Lanes::splat(40.0), Lanes::splat(100.0)],
            ..CareBoard::default()
        };
        care.flows.restart([0, 1].into_iter());
        care.flows.add(|_, c| Lanes::splat([10.0, 30.0][c]));
        care.flows.add(|_, c| Lanes::splat([0.0, 100.0][c]));
        serve(&mut board, &care);
        let travelled = 15.0 * 50.0 / 55.0;
        let first = &board.outcome[0];
        near(
            first[Outcome::OwnLevel],
            80.0 + 50.0 + 5.0 + 40.0 + 5.0 + travelled,
        );
        near(first[Outcome::Above], 20.0 + 3.0);
        near(first[Outcome::Elsewhere], 0.0);
        near(first[Outcome::NotServed], 5.0 + 15.0 / 11.0 - 3.0);
        near(first.values().copied().sum(), 220.0);
        near(board.at_stations[0], 80.0);
        near(
            board.at_home[0],
            80.0 + 50.0 + 5.0 + 40.0 + 20.0 + 5.0 + 3.0,
        );
        let second = &board.outcome[1];
        near(second[Outcome::OwnLevel], 40.0 * 50.0 / 55.0);
        near(second[Outcome::NotServed], 40.0 * 5.0 / 55.0);
        near(board.worked[0][Place::Central], 8.0);
        near(board.worked[1][Place::Central], 50.0);
        near(board.worked[0][Place::Regional], 60.0);
    }

    /// 100 visits to stations shall rise by a fifth, and a tenth of 400 visits to hospitals move: 60 come, 15 in
    /// 100 from each hospital. Central hospitals keep theirs. Nobody can come from hospitals nobody asks.
    #[test]
    fn what_is_drawn_to_stations_is_taken_from_the_hospitals_of_the_province() {
        let mut asked = by(100.0, 200.0, 120.0, 80.0, 20.0);
        draw_to_stations(&mut asked, Lanes::splat(0.2), Lanes::splat(0.1));
        near(asked[Place::Station], 160.0);
        near(asked[Place::Regional], 170.0);
        near(asked[Place::Provincial], 102.0);
        near(asked[Place::Private], 68.0);
        near(asked[Place::Central], 20.0);
        let mut alone = by(100.0, 0.0, 0.0, 0.0, 20.0);
        draw_to_stations(&mut alone, Lanes::splat(0.2), Lanes::splat(0.1));
        near(alone[Place::Station], 100.0);
        let mut all = by(100.0, 10.0, 0.0, 0.0, 0.0);
        draw_to_stations(&mut all, Lanes::splat(2.0), Lanes::ZERO);
        near(all[Place::Station], 110.0);
        near(all[Place::Regional], 0.0);
    }

    /// The same, with 4 more places at the host of the second province: who is left over travels there.
    #[test]
    fn who_finds_no_room_travels_to_a_host_that_has_some() {
        let mut board = VisitBoard::default();
        board.restart(2);
        board.asked = vec![by(30.0, 0.0, 0.0, 0.0, 0.0), by(0.0, 0.0, 0.0, 0.0, 6.0)];
        board.room = vec![by(20.0, 0.0, 0.0, 0.0, 0.0), by(0.0, 0.0, 0.0, 0.0, 10.0)];
        let mut care = CareBoard {
            referred: vec![Lanes::splat(7.0), Lanes::splat(9.0)],
            ..CareBoard::default()
        };
        care.flows.restart([1].into_iter());
        care.flows.add(|_, _| Lanes::splat(7.0));
        care.flows.add(|_, _| Lanes::splat(9.0));
        serve(&mut board, &care);
        near(board.outcome[0][Outcome::OwnLevel], 20.0);
        near(board.outcome[0][Outcome::Elsewhere], 4.0);
        near(board.outcome[0][Outcome::NotServed], 6.0);
        near(board.at_home[0], 20.0);
        near(board.worked[1][Place::Central], 10.0);
    }

    /// Nobody is served where they asked and all above: what rounding leaves may not make fewer than none.
    #[test]
    fn the_rounding_of_sums_is_taken_from_where_most_are_served() {
        for rounding in [-6e-11, 6e-11] {
            let mut board = VisitBoard::default();
            board.restart(1);
            board.outcome[0][Outcome::Elsewhere] = Lanes::splat(1000.0);
            board.leave(0, Lanes::splat(rounding));
            let row = &board.outcome[0];
            assert_eq!(row[Outcome::OwnLevel].get(0), 0.0);
            assert_eq!(row[Outcome::Elsewhere].get(0), 1000.0 + rounding);
            assert_eq!(board.left[0].get(0), 0.0);
        }
    }
}
