//! Students move one study year a year, drop out, graduate; graduates practise for a year, sit the
//! exam once it exists, are licensed, and some of them look for a counted post.

use crate::base::Occupation;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process, Word};
use crate::lanes::Lanes;
use crate::rules::count;
use crate::units::Year;
use crate::world::Address;
use crate::world::country::{Clock, Country};
use crate::world::ledger::{EntrantCause, Ledger, StudentCause};
use crate::world::school::{AddedClasses, MAX_YEARS, Programme, Students, TrainingLevers};
use crate::world::staff::Entrants;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[STUDY, LATE, LICENSE, CHOOSE];

const STUDY: Process = Process::named("training/study");
const LATE: Process = Process::named("training/late");
const LICENSE: Process = Process::named("training/license");
const CHOOSE: Process = Process::named("training/choose");

/// Yearly chance of dropping out that gives the completion share over a whole course.
fn drop_out(completion: Lanes, years: usize) -> Lanes {
    Lanes::ONE - completion.powf_scalar(1.0 / years as f64)
}

/// Shares of those sitting the exam, and of those sitting it again, who pass in a year; all pass in the
/// futures in which there is no exam yet. `None` where there is none in any future.
pub fn pass_shares(
    occupation: &Occupation,
    year: Year,
    assumed: &Assumed,
) -> Option<(Lanes, Lanes)> {
    let begun = year.since(occupation.exam_from?);
    let first = assumed.of("exam.pass", &occupation.code);
    let retry = assumed.get("exam.retry");
    let later = assumed.find("exam.begins").unwrap_or(Lanes::ZERO);
    if begun < 0 {
        return None;
    }
    let held = later.le(f64::from(begun));
    Some((
        held.select(first, Lanes::ONE),
        held.select(retry, Lanes::ONE),
    ))
}

/// Graduates of the base year of an occupation, reported figure times coverage.
fn base_graduates(assumed: &Assumed, code: &str) -> Lanes {
    let reported = assumed.of("train.grad", code);
    match assumed.find(&format!("train.grad_coverage_{code}")) {
        Some(coverage) => reported * coverage,
        None => reported,
    }
}

/// Fills the pipelines so that the graduates of the base year are the published ones and those
/// already enrolled follow their drawn growth.
pub fn start(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut levers: ResMut<TrainingLevers>,
    mut programmes: Query<(&Programme, &mut Students)>,
    mut entrants: Query<&mut Entrants>,
) {
    let whole = chance.counts_whole();
    let late_share = assumed.get("train.late_share");
    levers.extra_places = vec![Lanes::ZERO; country.occupations()];
    for (programme, mut students) in &mut programmes {
        let code = &country.base.occupations[programme.occupation].code;
        let graduates = base_graduates(&assumed, code) * programme.share;
        let growth = assumed.of("train.enrolled_growth", code) + 1.0;
        let stay = Lanes::ONE - drop_out(assumed.of("train.completion", code), programme.years);
        let mut expected = graduates;
        let mut survive = Lanes::ONE;
        let mut row = [Lanes::ZERO; MAX_YEARS];
        for slot in row.iter_mut().take(programme.years) {
            expected *= growth;
            survive *= stay;
            // So many now that, less those who drop out, the drawn number graduates in its year.
            *slot = count(expected / survive, whole);
        }
        *students = Students {
            pipeline: row,
            late: count(graduates * late_share, whole),
            base_intake: expected / survive,
        };
    }
    let waiting_share = assumed.get("entry.waiting_at_base");
    for mut pool in &mut entrants {
        let occupation = &country.base.occupations[pool.occupation];
        let graduates = base_graduates(&assumed, &occupation.code);
        let waiting = if occupation.has_posts {
            count(graduates * waiting_share, whole)
        } else {
            Lanes::ZERO
        };
        *pool = Entrants {
            occupation: pool.occupation,
            practising: count(graduates, whole),
            graduates: count(graduates, whole),
            waiting,
            ..Entrants::default()
        };
    }
}

/// A study year passes in every programme.
pub fn study(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    levers: Res<TrainingLevers>,
    mut ledger: ResMut<Ledger>,
    mut programmes: Query<(
        &Programme,
        &Address,
        &mut Students,
        Option<&mut AddedClasses>,
    )>,
    mut entrants: Query<&mut Entrants>,
) {
    let whole = chance.counts_whole();
    let late_mean = assumed.get("train.late_share");
    // Late finishers enter one year and leave the next: their spread appears twice.
    let late_sd = assumed.get("train.grad_noise") * core::f64::consts::FRAC_1_SQRT_2;
    let intake_growth =
        (assumed.get("train.intake_growth") + 1.0).powf_scalar(clock.elapsed() as f64);
    let capacity = assumed.get("train.capacity");
    let drops: Vec<Lanes> = country
        .base
        .occupations
        .iter()
        .map(|o| {
            drop_out(
                assumed.of("train.completion", &o.code),
                o.study_years as usize,
            )
        })
        .collect();
    // A year's classes finish early or late together, in all schools of an occupation.
    let lateness: Vec<Lanes> = country
        .occupation_keys
        .iter()
        .map(|key| {
            let news = chance.draw(LATE, *key, clock.year, 0).normal(0);
            (late_mean + late_sd * news).clamp(0.0, 0.5)
        })
        .collect();
    let mut graduated = vec![Lanes::ZERO; country.occupations()];
    let mut bound = vec![Lanes::ZERO; country.occupations()];
    let mut words = [[Word::default(); MAX_YEARS / 4 + 1]; 4];
    for (programme, address, mut students, added) in &mut programmes {
        let o = programme.occupation;
        let (years, lateness) = (programme.years, lateness[o]);
        let rows = words.each_mut().map(|row| &mut row[..]);
        chance.words_by_sub(STUDY, address.0, clock.year, years / 4 + 1, rows);
        let of_year = std::array::from_fn::<_, MAX_YEARS, _>(|k| words[(k + 1) % 4][(k + 1) / 4]);
        let mut gone = [Lanes::ZERO; MAX_YEARS];
        chance.strike_each(
            &of_year[..years],
            &students.pipeline[..years],
            &[drops[o]; MAX_YEARS][..years],
            &mut gone[..years],
        );
        let mut lost = Lanes::ZERO;
        for (slot, gone) in students.pipeline.iter_mut().zip(gone) {
            lost += gone;
            *slot -= gone;
        }
        let finished = students.pipeline[0];
        let late = count(finished * lateness, whole);
        let out = finished - late + students.late;
        students.late = late;
        for k in 1..programme.years {
            students.pipeline[k - 1] = students.pipeline[k];
        }
        let admitted = match added {
            Some(mut classes) => {
                classes.graduates = out;
                if classes.bound {
                    bound[o] += out;
                } else {
                    graduated[o] += out;
                }
                classes.admits
            }
            None => {
                graduated[o] += out;
                let places = levers.extra_places[o] * programme.share;
                let wish = students.base_intake * intake_growth + places;
                // Places that policies add are capacity too: they stand on both sides.
                count(wish.min(students.base_intake * capacity + places), whole)
            }
        };
        students.pipeline[programme.years - 1] = admitted;
        ledger.book_students(o, StudentCause::Admitted, admitted);
        ledger.book_students(o, StudentCause::DroppedOut, -lost);
        ledger.book_students(o, StudentCause::Graduated, -out);
    }
    for mut pool in &mut entrants {
        pool.graduates = graduated[pool.occupation];
        pool.bound_graduates = bound[pool.occupation];
    }
}

/// Last year's graduates are licensed, through the exam once it exists; some look for a post.
pub fn license(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut ledger: ResMut<Ledger>,
    mut entrants: Query<&mut Entrants>,
) {
    for mut pool in &mut entrants {
        let o = pool.occupation;
        let occupation = &country.base.occupations[o];
        let key = Key::of(&occupation.code);
        let draw = chance.draw(LICENSE, key, clock.year, 0);
        let (passed, failed, failed_twice);
        if let Some((once, again)) = pass_shares(occupation, clock.year, &assumed) {
            let first = draw.binomial(0, &pool.practising, &once);
            let second = draw.binomial(1, &pool.retry, &again);
            failed = pool.practising - first;
            failed_twice = pool.retry - second;
            passed = first + second;
        } else {
            passed = pool.practising;
            failed = Lanes::ZERO;
            failed_twice = Lanes::ZERO;
        }
        let looking = draw.binomial(
            2,
            &passed,
            &assumed.get(&format!("entry.{}", occupation.code)),
        );
        let choose = chance.draw(CHOOSE, key, clock.year, 0);
        let gave_up = choose.binomial(0, &pool.waiting, &assumed.get("entry.wait_leave"));
        pool.licensed = passed;
        pool.looking = looking;
        pool.retry = failed;
        pool.waiting = pool.waiting - gave_up + looking;
        // After the exam: this year's graduates practise for a year before they sit it.
        pool.practising = pool.graduates;
        // Those bound to stations go their own way from here.
        let bound = pool.bound_graduates;
        pool.bound += bound;
        pool.bound_placed = Lanes::ZERO;
        let graduates = pool.graduates + bound;
        ledger.book_entrants(o, EntrantCause::Graduated, graduates);
        ledger.book_entrants(o, EntrantCause::FailedExam, -failed_twice);
        ledger.book_entrants(o, EntrantCause::OtherWork, looking - passed);
        ledger.book_entrants(o, EntrantCause::GaveUp, -gave_up);
    }
}
