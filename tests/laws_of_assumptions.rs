//! No law on any assumption breaks a run: each is drawn from where its quantity can be, or refused.
//!
//! Every assumption is tried with every form of law at the base's own spread and at 0. The ordinary run
//! takes one law in eight; `CARECAST_ALL_LAWS=1` takes them all.

use carecast::internals::base::{Assumption, Base, Distribution};
use carecast::internals::engine::{Options, run};
use carecast::internals::scenario::file::from_text;
use rayon::prelude::*;
use std::sync::Arc;

/// The forms a law can take for an assumption, at its own spread.
fn forms(a: &Assumption) -> Vec<String> {
    let d = &a.distribution;
    if let Distribution::Profile(s) = d {
        let mut turned = s.clone();
        turned.reverse();
        return vec![format!("Profile({turned:?})")];
    }
    let (low, mid, high) = match (d, a.range) {
        (Distribution::Fixed(v), Some((l, h))) => (l, *v, h),
        (Distribution::Fixed(v), None) => (v * 0.9, *v, v * 1.1),
        _ => (d.quantile(0.05), d.quantile(0.5), d.quantile(0.95)),
    };
    let sd = (high - low) / 3.29;
    let mut all = vec![
        format!("Fixed({mid:?})"),
        format!("Fixed({low:?})"),
        format!("Fixed({high:?})"),
        "Fixed(0.0)".to_owned(),
        format!("Uniform(low: {low:?}, high: {high:?})"),
        format!("Triangular(low: {low:?}, mode: {mid:?}, high: {high:?})"),
        format!("Normal(mean: {mid:?}, sd: {sd:?})"),
        format!("Normal(mean: {low:?}, sd: {sd:?})"),
        format!("Normal(mean: {high:?}, sd: {sd:?})"),
    ];
    if mid > 0.0 {
        all.push(format!(
            "LogNormal(median: {mid:?}, sigma: {:?})",
            (sd / mid).max(0.01)
        ));
        all.push(format!("LogNormal(median: {mid:?}, sigma: 0.5)"));
    }
    if mid > 0.0 && mid < 1.0 {
        let n = (mid * (1.0 - mid) / (sd * sd).max(1e-9) - 1.0).max(0.5);
        all.push(format!("Beta({:?}, {:?})", mid * n, (1.0 - mid) * n));
    }
    all.push("Beta(2, 5)".to_owned());
    if low < mid && mid < high {
        all.push(format!(
            "Percentiles([P5({low:?}), P50({mid:?}), P95({high:?})])"
        ));
        all.push(format!(
            "Variants([(0.5, Fixed({low:?})), (0.5, Normal(mean: {mid:?}, sd: {sd:?}))])"
        ));
    }
    all
}

/// The answer of a short run under a law; nothing where the law is refused.
fn answer(base: &Arc<Base>, id: &str, law: &str) -> Option<Result<String, String>> {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2026), policies: [], \
         targets: Only([(indicator: \"beds_per_10k\", at_least: 31, by: 2026)]), \
         assumptions: {{\"{id}\": {law}}})"
    );
    let (scenario, _) = from_text("test.ron", &text, base.clone()).ok()?;
    let options = Options {
        replicates: 0..16,
        ..Options::of(&scenario)
    };
    Some(match run(&scenario, &options, &|_, _| true) {
        Ok(found) => Ok(format!("{:?}", found.indicators)),
        Err(error) => Err(error.to_string()),
    })
}

#[test]
fn no_law_on_any_assumption_breaks_a_run() {
    let base = Base::builtin();
    let all = std::env::var_os("CARECAST_ALL_LAWS").is_some();
    let laws: Vec<(&str, String)> = base
        .assumptions
        .all
        .iter()
        .flat_map(|a| forms(a).into_iter().map(|law| (a.id.as_str(), law)))
        .collect();
    assert!(laws.len() > 2_700, "{}", laws.len());
    let chosen: Vec<_> = laws.iter().step_by(if all { 1 } else { 8 }).collect();
    // Those that broke a run before laws were cut.
    let known = [
        ("post.match", "Normal(mean: 0.93, sd: 0.05)".to_owned()),
        ("post.match", "LogNormal(median: 0.93, sigma: 0.5)".into()),
        (
            "base.other_ministry_bed_share",
            "Normal(mean: 0.025, sd: 0.006)".into(),
        ),
        (
            "base.provincial_floor",
            "Normal(mean: 0.25, sd: 0.08)".into(),
        ),
        (
            "base.provincial_floor",
            "Normal(mean: 0.1, sd: 0.09)".into(),
        ),
        (
            "base.doctor_overcount",
            "Normal(mean: 0.0084, sd: 0.0147)".into(),
        ),
        ("capex.disburse_province", "Fixed(0.0)".into()),
        ("capex.unit_central", "Fixed(0.0)".into()),
        ("train.completion_nurse", "Fixed(0.0)".into()),
        ("demo.shock_ar", "Normal(mean: 0.8, sd: 0.18)".into()),
        (
            "capex.allocation_ar",
            "LogNormal(median: 0.7, sigma: 0.5)".into(),
        ),
        (
            "care.distance_floor_km",
            "Normal(mean: 10.0, sd: 15.2)".into(),
        ),
        (
            "transfer.subsidy_share",
            "Normal(mean: 0.089, sd: 0.063)".into(),
        ),
    ];
    let faults: Vec<String> = chosen
        .into_par_iter()
        .chain(known.par_iter())
        .filter_map(|(id, law)| match answer(&base, id, law)? {
            Err(error) => Some(format!("{id}: {law}: {error}")),
            Ok(found) => found
                .contains("NaN")
                .then(|| format!("{id}: {law}: not a number")),
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
