//! The built-in baseline lived where there is no operating system: no files, clock, threads or luck
//! from outside. Nothing of a host is called; `compare.mjs` holds what comes out against a run of the program.

#![warn(missing_docs)]

use carecast::{Options, Scenario};
use std::sync::OnceLock;

static FINDINGS: OnceLock<Vec<u8>> = OnceLock::new();

/// Lives the first futures of the baseline; the length of the findings as JSON.
// Not `unsafe` in what it does: the name is promised to be the only one of its kind.
#[unsafe(no_mangle)]
pub extern "C" fn live(futures: u32) -> usize {
    let found = FINDINGS.get_or_init(|| {
        let (scenario, _) = Scenario::built_in("baseline").expect("it is built in");
        let mut options = Options::of(&scenario);
        options.replicates = 0..futures;
        let findings = carecast::run(&scenario, &options, &|_, _| true).expect("it can be lived");
        serde_json::to_vec(&findings).expect("findings can be written")
    });
    found.len()
}

/// Where the findings lie.
#[unsafe(no_mangle)]
pub extern "C" fn findings() -> *const u8 {
    FINDINGS
        .get()
        .map_or(std::ptr::null(), |found| found.as_ptr())
}
