//! Staff die, retire, leave, go abroad; some public staff move to private practice; everybody ages.
//!
//! One joint probability decides who leaves; the leavers of a cohort are then split over the
//! causes. Nobody leaves twice and people are whole.

use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Draw, Process, Word};
use crate::lanes::native::level;
use crate::lanes::{Lanes, cumulative_round, native, sum_of_products, total};
use crate::world::Address;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country, Index};
use crate::world::facility::{BedBoard, Group};
use crate::world::ledger::{Ledger, PeopleCause};
use crate::world::shocks::{Shocks, Stress};
use crate::world::staff::{
    Birthdays, Cohort, Employer, Headcount, MAX_BANDS, Movers, PUBLIC, Posts, StaffBoard,
    StaffLevers,
};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;

pub use crate::rules::retirement::Retirement;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[BAND, CAUSE];

const BAND: Process = Process::named("workforce/band");
const CAUSE: Process = Process::named("workforce/cause");

/// Position of a band among 55-59, 60-64, 65-69.
fn old_band(first_age: u32, band: usize) -> Option<usize> {
    let age = first_age as usize + 5 * band;
    (55..70).contains(&age).then(|| (age - 55) / 5)
}

/// What an occupation and employer share in all provinces this year: probabilities by band, and what
/// moves resignations.
#[derive(Debug)]
struct Rules {
    died: [Lanes; MAX_BANDS],
    retired: [Lanes; MAX_BANDS],
    emigrated: [Lanes; MAX_BANDS],
    /// Neither dies, retires nor emigrates.
    spared: [Lanes; MAX_BANDS],
    /// Of those who resign, the share that leaves.
    left: [Lanes; MAX_BANDS],
    /// Of those who resign, the share that asks to move to private practice.
    to_private: [Lanes; MAX_BANDS],
    /// Probability of growing out of each band.
    up: [Lanes; MAX_BANDS],
    /// Resignations for all reasons, before crowding.
    quit: Lanes,
    /// The same before any allowance, on which those of policies act.
    unpaid: Lanes,
    /// Relative rise of resignations per 10 points of crowding above 100 %.
    burnout: Lanes,
}

/// The rules of the year by occupation and employer, made in the exit system.
#[derive(Resource, Debug, Default)]
pub struct YearRules(Vec<EnumMap<Employer, Rules>>);

/// A cohort some of whom leave.
type Leavers = (
    &'static Cohort,
    &'static Address,
    &'static mut Headcount,
    &'static mut Movers,
    &'static mut Birthdays,
);

/// Staff leave for good.
pub fn exit(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    stress: Res<Stress>,
    care: Res<CareBoard>,
    beds: Res<BedBoard>,
    levers: Res<StaffLevers>,
    mut board: ResMut<StaffBoard>,
    mut ledger: ResMut<Ledger>,
    mut rules: ResMut<YearRules>,
    mut cohorts: Query<Leavers>,
    mut gone_by_cause: Local<ByCause>,
) {
    rules.0 = rules_of_year(
        &clock, &country, &assumed, &shocks, &stress, &levers, &cohorts,
    );
    let rules = &rules.0;
    for row in board.resigned.iter_mut().flatten() {
        *row = Lanes::ZERO;
    }
    let [mut of_leaving, mut of_moving] = [[Word::default(); MAX_BANDS]; 2];
    for (cohort, address, mut heads, mut movers, mut birthdays) in &mut cohorts {
        let rule = &rules[cohort.occupation][cohort.employer];
        let crowded = if country.base.occupations[cohort.occupation].has_posts {
            crowding(cohort, &care, &beds)
        } else {
            Lanes::ZERO
        };
        // Resignations rise with crowding above 100 %, by 10 points.
        let strain = Lanes::ONE + rule.burnout * (crowded - 1.0).max(Lanes::ZERO) * 10.0;
        let paid = match levers.quits.get(cohort.occupation) {
            Some(cut) if !cut.is_empty() => {
                let cut = cut[cohort.province][cohort.employer];
                (rule.quit + rule.unpaid * cut).max(Lanes::ZERO)
            }
            _ => rule.quit,
        };
        let quit = (paid * strain).min(Lanes::splat(0.9));
        let bands = cohort.bands;
        let (mut leaves, mut asks) = ([Lanes::ZERO; MAX_BANDS], [Lanes::ZERO; MAX_BANDS]);
        let mut goes = [Lanes::ZERO; MAX_BANDS];
        leaving(&quit, rule, bands, [&mut leaves, &mut asks, &mut goes]);
        // One count decides who leaves, so nobody leaves twice; of what each left is asked once for the cohort.
        let by_cause = [&rule.died, &rule.retired, &leaves, &rule.emigrated]
            .map(|p| sum_of_products(&heads.bands[..bands], &p[..bands]));
        let rows = [&mut of_leaving[..], &mut of_moving, &mut birthdays.0];
        chance.words_by_sub(BAND, address.0, clock.year, bands, rows);
        let mut gone = [Lanes::ZERO; MAX_BANDS];
        chance.strike_each(
            &of_leaving[..bands],
            &heads.bands[..bands],
            &goes[..bands],
            &mut gone[..bands],
        );
        // Those who left for good are out before anybody asks to move.
        for b in 0..bands {
            heads.bands[b] -= gone[b];
        }
        if cohort.employer == Employer::Private
            || !country.base.occupations[cohort.occupation].has_posts
        {
            movers.0[..bands].fill(Lanes::ZERO);
        } else {
            chance.strike_each(
                &of_moving[..bands],
                &heads.bands[..bands],
                &asks[..bands],
                &mut movers.0[..bands],
            );
        }
        let draw = chance.draw(CAUSE, address.0, clock.year, 0);
        gone_by_cause.add(cohort, &draw, total(&gone), by_cause);
        if gone_by_cause.cohorts.len() == AT_A_TIME {
            gone_by_cause.book(&chance, &mut board, &mut ledger);
        }
    }
    gone_by_cause.book(&chance, &mut board, &mut ledger);
}

/// Puts by band who leaves, who asks to move, and who goes for any cause, as probabilities.
#[inline(never)]
fn leaving(quit: &Lanes, rule: &Rules, bands: usize, to: [&mut [Lanes; MAX_BANDS]; 3]) {
    dispatch!(level(), simd => leave(simd, quit, rule, bands, to));
}

#[inline(always)]
fn leave<S: Simd>(
    simd: S,
    quit: &Lanes,
    rule: &Rules,
    bands: usize,
    [leaves, asks, goes]: [&mut [Lanes; MAX_BANDS]; 3],
) {
    let one = native::all(simd, 1.0);
    for at in native::long_starts(simd) {
        let quit = native::read(simd, quit, at);
        for b in 0..bands {
            let left = quit * native::read(simd, &rule.left[b], at);
            let spared = native::read(simd, &rule.spared[b], at);
            native::write::<S>(left, &mut leaves[b], at);
            let asked = quit * native::read(simd, &rule.to_private[b], at);
            native::write::<S>(asked, &mut asks[b], at);
            native::write::<S>(one - spared * (one - left), &mut goes[b], at);
        }
    }
}

/// Cohorts whose leavers are told apart by cause in one call.
const AT_A_TIME: usize = 8;

const CAUSES: [PeopleCause; 4] = [
    PeopleCause::Died,
    PeopleCause::Retired,
    PeopleCause::Left,
    PeopleCause::Emigrated,
];

/// Leavers of some cohorts, to be split over the causes by conditional binomials.
#[derive(Default)]
pub struct ByCause {
    /// Occupation and province.
    cohorts: Vec<(usize, usize)>,
    /// By cause but the last, which takes the rest.
    words: [Vec<Word>; 3],
    /// Expected leavers by cause.
    expected: Vec<[Lanes; 4]>,
    /// Leavers without a cause as yet.
    left: Vec<Lanes>,
    /// Expected leavers by this cause and those after it.
    open: Vec<Lanes>,
    /// This cause's share of them.
    shares: Vec<Lanes>,
    /// Leavers by this cause.
    taken: Vec<Lanes>,
}

impl ByCause {
    fn add(&mut self, cohort: &Cohort, draw: &Draw, gone: Lanes, expected: [Lanes; 4]) {
        self.cohorts.push((cohort.occupation, cohort.province));
        for (k, words) in self.words.iter_mut().enumerate() {
            words.push(draw.word(k));
        }
        self.expected.push(expected);
        self.left.push(gone);
    }

    fn book(&mut self, chance: &Chance, board: &mut StaffBoard, ledger: &mut Ledger) {
        self.open.clear();
        self.open.extend(self.expected.iter().map(|row| total(row)));
        self.taken.resize(self.left.len(), Lanes::ZERO);
        for (c, cause) in CAUSES.into_iter().enumerate() {
            match self.words.get(c) {
                Some(words) => {
                    let rows = self.expected.iter().zip(&self.open);
                    self.shares.clear();
                    self.shares
                        .extend(rows.map(|(row, open)| row[c].part_of(*open).clamp(0.0, 1.0)));
                    chance.strike_each(words, &self.left, &self.shares, &mut self.taken);
                }
                None => self.taken.copy_from_slice(&self.left),
            }
            for (k, (occupation, province)) in self.cohorts.iter().enumerate() {
                let taken = self.taken[k];
                self.left[k] -= taken;
                self.open[k] = (self.open[k] - self.expected[k][c]).max(Lanes::ZERO);
                ledger.book_people(*occupation, *province, cause, -taken);
                if cause == PeopleCause::Left {
                    board.resigned[*occupation][*province] += taken;
                }
            }
        }
        self.cohorts.clear();
        self.words.iter_mut().for_each(Vec::clear);
        self.expected.clear();
        self.left.clear();
    }
}

/// Crowding of the hospitals a cohort works in; 0 where crowding plays no part.
fn crowding(cohort: &Cohort, care: &CareBoard, beds: &BedBoard) -> Lanes {
    let occupancy = &care.occupancy[cohort.province];
    match cohort.employer {
        Employer::Central => occupancy[Group::Central],
        Employer::Provincial => {
            let built = &beds.built[cohort.province];
            let sum = built[Group::Provincial] + built[Group::Regional];
            let full = |group| occupancy[group] * built[group];
            (full(Group::Provincial) + full(Group::Regional)).part_of(sum)
        }
        Employer::Commune => Lanes::ZERO,
        Employer::Private => occupancy[Group::Private],
    }
}

fn rules_of_year(
    clock: &Clock,
    country: &Country,
    assumed: &Assumed,
    shocks: &Shocks,
    stress: &Stress,
    levers: &StaffLevers,
    cohorts: &Query<Leavers>,
) -> Vec<EnumMap<Employer, Rules>> {
    let base = &country.base;
    let (ages, rises) = country.retirement_ages(clock.year);
    let death = assumed.get("exit.death_mult");
    let shock = shocks.quits.exp();
    let burnout = assumed.get("exit.burnout");
    let exit_65 = assumed.get("ret.exit_65");
    // Allowances of station staff, in force since the first year after base: points over ten.
    let allowance =
        Lanes::ONE + assumed.get("allow.quit_effect") * (assumed.get("allow.points") / 10.0);

    let mut young = vec![Lanes::ZERO; country.occupations()];
    // Emigrants are counted in heads a year: the rate is over those young enough to go.
    for (cohort, _, heads, _, _) in cohorts {
        for b in 0..cohort.bands {
            if cohort.first_age as usize + 5 * b < 40 {
                young[cohort.occupation] += heads.bands[b];
            }
        }
    }

    base.occupations
        .iter()
        .enumerate()
        .map(|(o, occupation)| {
            let code = &occupation.code;
            let emigrants = assumed.of("exit.emigrate", code);
            let some = young[o].gt(Lanes::ZERO);
            let emigrates = some
                .select(emigrants / some.select(young[o], Lanes::ONE), Lanes::ZERO)
                .min(Lanes::splat(0.5));
            let men = assumed.of("ret.male_share", code);
            EnumMap::from_fn(|e| {
                let private = e == Employer::Private;
                let (quit, private_share, works_on) = if !occupation.has_posts {
                    (
                        assumed.of("exit.quit", code),
                        Lanes::ZERO,
                        assumed.of("ret.work_on", code),
                    )
                } else {
                    let works_on =
                        assumed
                            .find(&format!("ret.work_on_{code}"))
                            .unwrap_or_else(|| {
                                let side = if private { "private" } else { "public" };
                                assumed.get(&format!("ret.work_on_{code}_{side}"))
                            });
                    if private {
                        (assumed.of("exit.quit_private", code), Lanes::ZERO, works_on)
                    } else {
                        (
                            assumed.of("exit.quit_public", code),
                            assumed.of("exit.to_private", code),
                            works_on,
                        )
                    }
                };
                let pay = if e == Employer::Commune && occupation.has_posts {
                    allowance
                } else {
                    Lanes::ONE
                };
                // A wave of resignations is one of public staff.
                let wave = if private || !occupation.has_posts {
                    Lanes::ONE
                } else {
                    stress.quits
                };
                let kept = levers.kept_on.get(o).and_then(|kept| kept.as_ref());
                let retirement = match kept.filter(|_| !private && occupation.has_posts) {
                    Some(kept) => Retirement::keeping(men, works_on, ages, rises, exit_65, kept),
                    None => Retirement::new(men, works_on, ages, rises, exit_65),
                };
                let mut rules = Rules {
                    died: [Lanes::ZERO; MAX_BANDS],
                    retired: [Lanes::ZERO; MAX_BANDS],
                    emigrated: [Lanes::ZERO; MAX_BANDS],
                    spared: [Lanes::ZERO; MAX_BANDS],
                    left: [Lanes::ZERO; MAX_BANDS],
                    to_private: [Lanes::ZERO; MAX_BANDS],
                    up: [Lanes::ZERO; MAX_BANDS],
                    quit: quit * shock * pay * wave,
                    unpaid: quit * shock * wave,
                    burnout,
                };
                for b in 0..occupation.bands() {
                    let age = occupation.first_age as usize + 5 * b;
                    rules.died[b] = (death * country.death_rate(age)).min(Lanes::ONE);
                    match old_band(occupation.first_age, b) {
                        Some(k) => {
                            rules.retired[b] = retirement.retire[k];
                            rules.up[b] = retirement.move_up[k];
                        }
                        None => rules.up[b] = Lanes::splat(0.2),
                    }
                    // Nobody leaves or moves from age 60; only those under 40 go abroad.
                    if age < 60 {
                        rules.left[b] = Lanes::ONE - private_share;
                        rules.to_private[b] = private_share;
                    }
                    if age < 40 {
                        rules.emigrated[b] = emigrates;
                    }
                    rules.spared[b] = (Lanes::ONE - rules.died[b])
                        * (Lanes::ONE - rules.retired[b])
                        * (Lanes::ONE - rules.emigrated[b]);
                }
                rules
            })
        })
        .collect()
}

/// Public staff who asked to move to private practice go as far as private posts are open.
pub fn move_to_private(
    country: Res<Country>,
    chance: Res<Chance>,
    index: Res<Index>,
    mut board: ResMut<StaffBoard>,
    mut ledger: ResMut<Ledger>,
    mut cohorts: Query<(&mut Headcount, &Movers, &Posts)>,
) {
    let whole = chance.counts_whole();
    let mut asked: Vec<Lanes> = Vec::with_capacity(3 * MAX_BANDS);
    let mut allowed: Vec<Lanes> = Vec::with_capacity(3 * MAX_BANDS);
    for (o, occupation) in country.base.occupations.iter().enumerate() {
        if !occupation.has_posts {
            continue;
        }
        let bands = occupation.bands();
        for p in 0..country.provinces() {
            let row = &index.cohorts[o][p];
            asked.clear();
            for e in PUBLIC {
                let (_, movers, _) = cohorts.get(row[e]).expect("cohorts keep their components");
                asked.extend_from_slice(&movers.0[..bands]);
            }
            let all = total(&asked);
            let some = all.gt(Lanes::ZERO);
            if !some.any() {
                continue;
            }
            let (private, _, posts) = cohorts
                .get(row[Employer::Private])
                .expect("cohorts keep their components");
            let funded = if whole { posts.now.floor() } else { posts.now };
            let open = (funded - private.total()).max(Lanes::ZERO);
            let share = (open / some.select(all, Lanes::ONE)).min(Lanes::ONE);
            for m in &mut asked {
                *m *= share;
            }
            allowed.clear();
            allowed.resize(asked.len(), Lanes::ZERO);
            cumulative_round(&asked, whole, &mut allowed);
            let mut moved = [Lanes::ZERO; MAX_BANDS];
            let mut sum = Lanes::ZERO;
            for (e, allowed) in PUBLIC.into_iter().zip(allowed.chunks(bands)) {
                let (mut heads, _, _) = cohorts
                    .get_mut(row[e])
                    .expect("cohorts keep their components");
                for (b, m) in allowed.iter().enumerate() {
                    heads.bands[b] -= *m;
                    moved[b] += *m;
                    sum += *m;
                }
            }
            let (mut heads, _, _) = cohorts
                .get_mut(row[Employer::Private])
                .expect("cohorts keep their components");
            for (band, m) in heads.bands.iter_mut().zip(&moved) {
                *band += *m;
            }
            board.resigned[o][p] += sum;
            ledger.book_people(o, p, PeopleCause::MovedOut, -sum);
            ledger.book_people(o, p, PeopleCause::MovedIn, sum);
        }
    }
}

/// Those left grow a year older: a fifth of a younger band moves up, the oldest by the ages in force.
pub fn age(
    chance: Res<Chance>,
    rules: Res<YearRules>,
    mut cohorts: Query<(&Cohort, &Birthdays, &mut Headcount)>,
) {
    for (cohort, birthdays, mut heads) in &mut cohorts {
        let rule = &rules.0[cohort.occupation][cohort.employer];
        // The oldest stay until they leave.
        let young = cohort.bands - 1;
        let mut out = [Lanes::ZERO; MAX_BANDS];
        chance.strike_each(
            &birthdays.0[..young],
            &heads.bands[..young],
            &rule.up[..young],
            &mut out[..young],
        );
        let mut into = Lanes::ZERO;
        for b in 0..cohort.bands {
            heads.bands[b] = heads.bands[b] - out[b] + into;
            into = out[b];
        }
    }
}
