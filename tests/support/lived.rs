//! Questions, lived, compared and written; and all that is kept of each future, bit for bit.

#![allow(dead_code)]

use carecast::internals::engine::block::BlockResult;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live, run};
use carecast::internals::report::{self, Handed, Pictures, RunBlock};
use carecast::internals::results::Findings;
use carecast::internals::results::comparison::Comparison;
use carecast::internals::scenario::Scenario;
use carecast::internals::study::compare::{self, Candidate};
use std::path::Path;
use std::time::SystemTime;

/// What a run finds in the first futures of a question.
pub fn found(scenario: &Scenario, futures: u32) -> Findings {
    let options = Options {
        replicates: 0..futures,
        ..Options::of(scenario)
    };
    run(scenario, &options, &|_, _| true).expect("the laws hold")
}

/// Options by name, held against the first.
pub fn compared(options: &[(&str, Scenario)], futures: u32, attribute: bool) -> Comparison {
    let asked: Vec<Candidate> = options
        .iter()
        .map(|(name, scenario)| Candidate {
            name: (*name).to_owned(),
            file: format!("{name}.ron"),
            scenario: scenario.clone(),
        })
        .collect();
    let how = compare::Options {
        threads: None,
        replicates: 0..futures,
        attribute,
    };
    compare::compare(&asked, 0, &how, &|_, _| true).expect("they live")
}

/// Writes what was found into a folder.
pub fn written(findings: &Findings, scenario: &Scenario, folder: &Path, pictures: Pictures) {
    let block = RunBlock::new(findings, SystemTime::now(), 0.0);
    let (handed, resolved) = (Handed::from(findings), scenario.resolved());
    report::write(handed, &resolved, folder, pictures, block, &|| false).expect("written");
}

/// A question, lived.
pub struct Lived {
    pub prototype: Prototype,
    pub layout: Layout,
    pub blocks: Vec<BlockResult>,
}

/// Lives a scenario in its first futures.
pub fn lived(scenario: &Scenario, futures: u32) -> Lived {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        threads: Some(2),
        replicates: 0..futures,
        ..Options::of(scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    Lived {
        prototype,
        layout,
        blocks,
    }
}

impl Lived {
    /// What happens in each future, bit for bit, in replicate order: samples, ledger, costs, draws,
    /// hiring, gaps and targets met.
    pub fn futures(&self) -> Vec<Vec<u32>> {
        let mut all = Vec::new();
        for block in &self.blocks {
            for lane in 0..block.lanes {
                let mut bits = Vec::new();
                for row in [&block.samples, &block.ledger, &block.costs, &block.assumed] {
                    let own = row.iter().skip(lane).step_by(block.lanes);
                    // Nothing is nothing, whatever its sign.
                    bits.extend(own.map(|v| (v + 0.0).to_bits()));
                }
                for row in block.gaps.iter().skip(lane).step_by(block.lanes) {
                    bits.extend(row.map(f32::to_bits));
                }
                for row in block.hiring.iter().skip(lane).step_by(block.lanes) {
                    bits.extend(row.map(f32::to_bits));
                }
                bits.extend(block.met.iter().map(|m| u32::from(m >> lane & 1)));
                all.push(bits);
            }
        }
        all
    }

    /// Each future by block and lane, in replicate order.
    pub fn lanes(&self) -> impl Iterator<Item = (&BlockResult, usize)> {
        self.blocks
            .iter()
            .flat_map(|b| (0..b.lanes).map(move |lane| (b, lane)))
    }

    /// An indicator of the nation at the end of a year, in every future.
    pub fn nation(&self, indicator: &str, year: i32) -> Vec<f64> {
        let at = self
            .prototype
            .indicators
            .iter()
            .position(|i| i.info.id == indicator)
            .unwrap_or_else(|| panic!("no indicator {indicator}"));
        let year = (year - self.layout.years[0].0) as usize;
        let cell = self.layout.cell(self.layout.first_series[at], year);
        self.lanes()
            .map(|(b, lane)| f64::from(b.samples[cell * b.lanes + lane]))
            .collect()
    }

    /// In which simulated years (counted from 0) a policy acts, in every future.
    pub fn acts(&self, policy: usize) -> Vec<Vec<bool>> {
        self.at_work(policy, 0)
    }

    /// In which simulated years (counted from 0) the product of a policy is there, in every future.
    pub fn done(&self, policy: usize) -> Vec<Vec<bool>> {
        self.at_work(policy, 1)
    }

    fn at_work(&self, policy: usize, what: usize) -> Vec<Vec<bool>> {
        let years = self.layout.simulated();
        self.lanes()
            .map(|(b, lane)| {
                (0..years)
                    .map(|y| b.at_work[policy * years + y][what] >> lane & 1 == 1)
                    .collect()
            })
            .collect()
    }

    /// What a policy costs in each simulated year, all payers together, in every future.
    pub fn policy_costs(&self, policy: usize) -> Vec<Vec<f64>> {
        let years = self.layout.simulated();
        self.lanes()
            .map(|(b, lane)| {
                (0..years)
                    .map(|y| {
                        let by = b.policy_costs[(policy * years + y) * b.lanes + lane];
                        by.iter().map(|v| f64::from(*v)).sum()
                    })
                    .collect()
            })
            .collect()
    }
}
