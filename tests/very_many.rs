//! Of very many futures each is reduced as it ends: chances are those of all, percentiles lie within the
//! error the run states, and nothing but the futures themselves moves a byte.

use crate::support::country::three_provinces;
use carecast::internals::engine::block::BlockResult;
use carecast::internals::engine::checkpoint::{put_down, take_up};
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::memory::Holds;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::reduce::beyond::WHOLE;
use carecast::internals::engine::{self, Along, Keep, Known, Options, Shelf};
use carecast::internals::results::{Draws, Findings, PERCENTILES};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// Sixteen leaves and a part of another: of one node less than are merged.
const FUTURES: u32 = 17_000;

fn lived(keep_draws: bool) -> (Findings, Option<Draws>) {
    let text = r#"(title: "Very many", base: "three-provinces", replicates: 17000, policies: [])"#;
    let (scenario, _) =
        from_text("many", text, Arc::new(three_provinces())).expect("a sound question");
    let options = Options {
        keep_draws,
        ..Options::of(&scenario)
    };
    assert_eq!(options.replicates, 0..FUTURES);
    let record = engine::record(&scenario, &options, &|_, _| true).expect("it can be lived");
    (record.findings, record.draws)
}

#[test]
fn futures_reduced_as_they_end_give_the_same_chances_and_ranks_within_their_error() {
    // Who keeps every draw keeps every future.
    let (exact, draws) = lived(true);
    let (found, _) = lived(false);
    assert!(exact.summarised.is_none());
    let summarised = found.summarised.expect("too many to keep each");
    assert_eq!(summarised.exact, 10_240);
    assert!(summarised.rank_error < 0.001, "below 0.1 points");
    for (a, b) in found.targets.iter().zip(&exact.targets) {
        assert_eq!(a.id, b.id);
        assert_eq!(
            a.probability.map(|p| (p.hits, p.of)),
            b.probability.map(|p| (p.hits, p.of)),
            "{}",
            a.id
        );
        assert_eq!(a.by_year.len(), b.by_year.len());
        for (a, b) in a.by_year.iter().zip(&b.by_year) {
            assert!((a.value - b.value).abs() < 1e-9, "{a:?} {b:?}");
        }
    }
    assert_eq!(found.joint.len(), exact.joint.len());
    for (a, b) in found.joint.iter().zip(&exact.joint) {
        assert_eq!((&a.name, a.probability.hits), (&b.name, b.probability.hits));
    }
    assert_eq!(found.province_probability, exact.province_probability);
    assert_eq!(found.summaries.len(), exact.summaries.len());
    let (mut rows, mut moved) = (0, 0);
    for (a, b) in found.summaries.iter().zip(&exact.summaries) {
        let (Some(a), Some(b)) = (a, b) else {
            assert_eq!(a.is_none(), b.is_none());
            continue;
        };
        rows += 1;
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1e-9);
        assert!(near(a.mean, b.mean), "{a:?} {b:?}");
        assert!((a.sd - b.sd).abs() <= 1e-6 * b.sd.max(1e-9), "{a:?} {b:?}");
        moved += usize::from(a.percentiles != b.percentiles);
    }
    assert!(rows > 100 && moved > 10, "{rows} {moved}");
    let draws = draws.expect("they were asked for");
    for (i, first) in draws.first_series.iter().enumerate() {
        for y in 0..draws.years {
            let Some(summary) = found.summaries[i * draws.years + y] else {
                continue;
            };
            let cell = first * draws.years + y;
            let each = draws.blocks.iter();
            let row: Vec<f64> = each
                .flat_map(|(lanes, samples)| &samples[cell * lanes..(cell + 1) * lanes])
                .map(|value| f64::from(*value))
                .collect();
            for (q, value) in PERCENTILES.into_iter().zip(summary.percentiles) {
                let share = |n: usize| n as f64 / row.len() as f64;
                let below = share(row.iter().filter(|v| **v < value).count());
                let at_most = share(row.iter().filter(|v| **v <= value).count());
                let off = (below - q).max(q - at_most);
                assert!(
                    off < 4.0 * summarised.rank_error + 1e-4,
                    "{i} {y} {q}: {off}"
                );
            }
        }
    }
}

fn question(replicates: u32) -> Scenario {
    let text = format!(
        r#"(title: "Very many", base: "three-provinces", replicates: {replicates}, policies: [])"#
    );
    let (scenario, _) =
        from_text("many", &text, Arc::new(three_provinces())).expect("a sound question");
    scenario
}

#[test]
fn a_million_futures_of_the_baseline_are_reckoned_to_fit_into_two_gigabytes() {
    let scenario = Scenario::built_in("baseline").expect("a sound question").0;
    let prototype = Prototype::new(&scenario).expect("it can be put into a world");
    let layout = Layout::of(&prototype);
    let holds = Holds::all(&prototype, &layout, 2_000, 2, WHOLE);
    println!("{holds:?}");
    let million = holds.bytes(1_000_000);
    assert!(million < 2_000_000_000, "{million}");
    assert!(holds.bytes(10_000) <= million);
}

/// What a run finds, beside futures known before.
fn found(scenario: &Scenario, options: &Options, known: Known<'_>) -> String {
    let along = Along {
        known,
        ..Along::only(&|_, _| true)
    };
    let record = engine::record_along(scenario, options, along).expect("it can be lived");
    let mut found = record.findings;
    assert!(found.summarised.is_some());
    found.statistics = Default::default();
    let first = format!("{:?}{:?}", record.futures, record.facilities);
    serde_json::to_string(&found).expect("findings can be written") + &first
}

/// The blocks of some futures.
fn blocks(scenario: &Scenario, options: &Options) -> Vec<BlockResult> {
    let prototype = Prototype::new(scenario).expect("it can be put into a world");
    let layout = Layout::of(&prototype);
    let lived = engine::live(&prototype, &layout, options, &|_, _| true);
    lived.expect("it can be lived").0
}

#[test]
fn who_keeps_blocks_is_given_them_in_order_and_none_that_was_known() {
    let scenario = question(11_000);
    let options = Options {
        replicates: 5..11_005,
        threads: Some(3),
        ..Options::of(&scenario)
    };
    let kept = Mutex::new(Vec::new());
    let keep = |bytes: &[u8]| {
        let (number, block) = take_up(bytes).expect("a block");
        let mut kept = kept.lock().expect("nobody panics");
        kept.push((number, block.first, block.lanes));
    };
    let known = Options {
        replicates: 5..805,
        ..options.clone()
    };
    let before = blocks(&scenario, &known);
    let row = before.into_iter().map(|block| put_down(7, &block));
    let mut shelf = Shelf::read(row).kept_by(Keep::all(&keep));
    found(&scenario, &options, shelf.of(7));
    let place = |n: u32| (7, 5 + 16 * n, (11_000 - 16 * n).min(16) as usize);
    let all: Vec<_> = (50..688).map(place).collect();
    drop(shelf);
    assert_eq!(kept.into_inner().expect("nobody panics"), all);
}

#[test]
fn who_keeps_blocks_later_is_given_those_from_then_on() {
    let scenario = question(11_000);
    let options = Options {
        threads: Some(1),
        ..Options::of(&scenario)
    };
    let kept = Mutex::new(Vec::new());
    let keep = |bytes: &[u8]| {
        let (_, block) = take_up(bytes).expect("a block");
        kept.lock().expect("nobody panics").push(block.first);
    };
    let asked = AtomicU32::new(0);
    let keep = Keep {
        due: &|_| asked.fetch_add(1, Ordering::Relaxed) >= 5,
        put: &keep,
    };
    let mut shelf = Shelf::empty().kept_by(keep);
    let later = found(&scenario, &options, shelf.of(0));
    drop(shelf);
    let all: Vec<u32> = (5..688).map(|n| 16 * n).collect();
    assert_eq!(kept.into_inner().expect("nobody panics"), all);
    assert!(later == found(&scenario, &options, Known::nothing()));
}

#[test]
fn threads_parts_and_order_move_no_byte_of_them() {
    let scenario = question(13_000);
    // From no border of a leaf or a block on.
    let options = Options {
        replicates: 7..13_007,
        facilities: 176,
        assumptions: 300,
        threads: Some(1),
        ..Options::of(&scenario)
    };
    let one = found(&scenario, &options, Known::held(Vec::new()));
    let more = Options {
        threads: Some(3),
        width: 11,
        ..options.clone()
    };
    assert!(one == found(&scenario, &more, Known::held(Vec::new())));
    // In parts, each of whole blocks, read in order; and held in another order, some of them missing.
    let part = |from: u32, to: u32, facilities: u32| {
        let part = Options {
            replicates: from..to,
            facilities,
            ..options.clone()
        };
        blocks(&scenario, &part)
    };
    let parts = [part(7, 8_007, 176), part(8_007, 13_007, 0)];
    let entry = |block: BlockResult| (block.first, put_down(0, &block));
    let in_order = Known::read(parts.into_iter().flatten().map(entry));
    assert!(one == found(&scenario, &options, in_order));
    let mut some = part(7, 11_007, 176);
    some.reverse();
    some.drain(100..300);
    some.swap(3, 200);
    assert!(one == found(&scenario, &options, Known::held(some)));
}

#[test]
fn a_run_that_goes_on_beyond_ten_thousand_is_the_run_asked_for_that_many() {
    let scenario = question(14_000);
    let options = Options {
        until: Some(0.004),
        assumptions: 50,
        ..Options::of(&scenario)
    };
    let along = || Along::only(&|_, _| true);
    let until = engine::record_along(&scenario, &options, along()).expect("it can be lived");
    let lived = until.findings.replicates.end;
    assert!((10_241..=14_000).contains(&lived), "{lived}");
    let asked = Options {
        replicates: 0..lived,
        until: None,
        ..options
    };
    let asked = engine::record_along(&scenario, &asked, along()).expect("it can be lived");
    let text = |mut found: Findings| {
        found.statistics = Default::default();
        serde_json::to_string(&found).expect("findings can be written")
    };
    assert_eq!(until.futures, asked.futures);
    assert!(text(until.findings) == text(asked.findings));
}

#[test]
fn draws_put_aside_are_those_held_in_memory() {
    let scenario = question(12_000);
    let options = Options {
        keep_draws: true,
        ..Options::of(&scenario)
    };
    let held = engine::record(&scenario, &options, &|_, _| true).expect("it can be lived");
    let along = Along {
        aside: Some(&tempfile::tempfile),
        ..Along::only(&|_, _| true)
    };
    let aside = engine::record_along(&scenario, &options, along).expect("it can be lived");
    assert!(held.findings.summarised.is_none() && aside.findings.summarised.is_some());
    let (held, aside) = (held.draws.expect("kept"), aside.draws.expect("kept"));
    assert!(aside.aside.is_some());
    assert_eq!((held.futures(), aside.futures()), (12_000, 12_000));
    let bits = |draws: &Draws, scope, i| {
        let row = draws.series(scope, i).expect("it can be read");
        row.map(|row| row.into_iter().map(f32::to_bits).collect::<Vec<_>>())
    };
    for i in 0..held.first_series.len() {
        for scope in 0..3 {
            assert!(
                bits(&held, scope, i) == bits(&aside, scope, i),
                "{scope} {i}"
            );
        }
    }
}
