//! A reader of the tables can make each ratio again from the counts that are published beside it, in
//! every scope and every year.

use crate::support::country::{asking, three_provinces};
use carecast::internals::base::Base;
use carecast::internals::engine::{Options, run};
use carecast::internals::results::Findings;
use std::sync::Arc;

fn value(f: &Findings, scope: usize, indicator: &str, year: usize) -> f64 {
    let i = f.indicator(indicator);
    let i = i.unwrap_or_else(|| panic!("no indicator {indicator}"));
    let told = f.at(scope, i, year);
    told.unwrap_or_else(|| panic!("{indicator} is not told of scope {scope}"))
        .mean
}

#[test]
fn ratios_of_beds_and_staff_are_made_again_from_published_counts() {
    for base in [Base::builtin(), Arc::new(three_provinces())] {
        let scenario = asking(&base, "uncertainty: none,", "");
        let options = Options {
            replicates: 0..1,
            ..Options::of(&scenario)
        };
        let f = run(&scenario, &options, &|_, _| true).expect("the laws hold");
        let mut ratios = vec![
            ("beds_per_10k".to_owned(), "beds".to_owned(), "people", 1e4),
            (
                "private_bed_share".to_owned(),
                "beds_private".to_owned(),
                "beds",
                1.0,
            ),
        ];
        for o in &base.occupations {
            let (ratio, heads) = (
                format!("{}_per_10k", o.plural),
                format!("heads_{}", o.plural),
            );
            ratios.push((ratio, heads, "people", 1e4));
        }
        for scope in 0..f.scopes.len() {
            for year in 0..f.years.len() {
                let at = |id: &str| value(&f, scope, id, year);
                for (ratio, top, bottom, unit) in &ratios {
                    let made = unit * at(top) / at(bottom);
                    let told = at(ratio);
                    let place = &f.scopes[scope].code;
                    assert!(
                        (made - told).abs() <= 1e-6 * told.abs(),
                        "{ratio} in {place}, year {year}: {told} is told, {made} made again"
                    );
                }
                let all = at("beds_public") + at("beds_private");
                assert!((all - at("beds")).abs() <= 1e-6 * all);
            }
        }
    }
}
