//! A run of very many futures keeps the first one by one and reduces the others as they end: its chances
//! are those of all, its percentiles lie within the error it states.

use crate::support::country::three_provinces;
use carecast::internals::engine::{self, Options};
use carecast::internals::results::{Draws, Findings, PERCENTILES};
use carecast::internals::scenario::file::from_text;
use std::sync::Arc;

/// Beyond what is kept one by one by three leaves, two of which are merged, and a part of a fourth.
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
    assert!(
        (10_000..FUTURES).contains(&summarised.exact),
        "{summarised:?}"
    );
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

#[test]
fn threads_and_blocks_move_no_byte_of_them() {
    let text = r#"(title: "Very many", base: "three-provinces", replicates: 16500, policies: [])"#;
    let (scenario, _) =
        from_text("many", text, Arc::new(three_provinces())).expect("a sound question");
    let of = |threads: usize| {
        let options = Options {
            threads: Some(threads),
            ..Options::of(&scenario)
        };
        let mut found = engine::run(&scenario, &options, &|_, _| true).expect("it can be lived");
        found.statistics = Default::default();
        serde_json::to_string(&found).expect("findings can be written")
    };
    assert_eq!(of(1), of(3));
}
