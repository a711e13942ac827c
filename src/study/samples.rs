//! Of the futures of an option only what a comparison asks about is kept; the rest is dropped block by
//! block, so that twenty options fit into memory.

use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::engine::memory::{self, Holds};
use crate::engine::prototype::Prototype;
use crate::engine::reduce::public::{decided, own_and_given};
use crate::engine::reduce::{self, WAYS};
use crate::engine::{Known, Options, Progress, RunError, live_taking};
use crate::lanes::WIDTH;
use crate::scenario::Scenario;
use crate::units::PAYERS;
use crate::world::ledger::CLOSING;
use crate::world::money::PURPOSES;
use std::ops::Range;

/// Which numbers of a future are kept.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Indicators read at every year-end, each with the scope it is read in, by position.
    pub indicators: Vec<(String, usize)>,
    /// Those of them that are read in every province too, at the end of one year.
    pub local: Vec<String>,
    /// Position of that year among base year and simulated years.
    pub year: usize,
}

/// What is kept of the futures of one option; rows are in replicate order.
#[derive(Clone, Debug)]
pub struct Samples {
    /// Futures.
    pub futures: usize,
    years: usize,
    provinces: usize,
    tests: usize,
    stocks: usize,
    /// `[indicator][year]`.
    here: Vec<Vec<f32>>,
    /// `[local indicator][province]`.
    local: Vec<Vec<f32>>,
    /// `[test][simulated year][block]`: a bit for each future in which it is seen to hold, as a run counts it.
    met: Vec<u16>,
    /// `[test][way][block]`: the same in its year in each way that no figure decides between; nothing of a test
    /// that is told in one.
    ways: Vec<Vec<Vec<u16>>>,
    blocks: usize,
    /// `[payer x purpose][simulated year]`; empty where nothing was spent.
    costs: Vec<Vec<f32>>,
    /// `[beds, then occupations][simulated year]`: closing stocks of the nation.
    closing: Vec<Vec<f32>>,
    /// `[payer][simulated year]`: what policies spend, and what they promise.
    decided: [Vec<Vec<f32>>; 2],
    /// Inflation and the discount rate of each future; empty where the base has no such assumption.
    rates: [Vec<f32>; 2],
    /// What was assumed of all that is drawn in the first futures, by position among these.
    pub assumed: Vec<Vec<f32>>,
    /// Which assumptions a system read, by position.
    pub read: Vec<bool>,
    /// Money that could not be absorbed over all simulated years, all payers, mean, billion.
    pub not_absorbed: f64,
}

/// The kept part of one block, `[number][lane]`.
struct Piece {
    lanes: usize,
    here: Vec<f32>,
    local: Vec<f32>,
    met: Vec<u16>,
    /// Of every test that is told in ways, by them.
    ways: Vec<[u16; WAYS]>,
    costs: Vec<f32>,
    closing: Vec<f32>,
    decided: [Vec<f32>; 2],
    rates: Vec<f32>,
    assumed: Vec<f32>,
    read: Vec<bool>,
    not_absorbed: f64,
}

/// Where the kept numbers lie in a block.
struct Places {
    here: Vec<usize>,
    local: Vec<usize>,
    closing: Vec<usize>,
    rates: Vec<usize>,
    /// What is drawn, and the first replicate of which that is not kept.
    drawn: (Vec<usize>, u32),
    not_absorbed: Vec<usize>,
    /// Cells of the tests that are told in ways, in their years.
    ways: Vec<usize>,
    /// Positions of the policies that the scenario itself decides.
    own: Vec<usize>,
    /// Simulated years.
    simulated: usize,
}

fn rows(of: &[f32], cells: &[usize], lanes: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(cells.len() * lanes);
    for cell in cells {
        out.extend_from_slice(&of[cell * lanes..(cell + 1) * lanes]);
    }
    out
}

impl Places {
    fn take(&self, block: BlockResult) -> Piece {
        let lanes = block.lanes;
        let mut both = [Vec::new(), Vec::new()];
        for payer in PAYERS {
            for year in 0..self.simulated {
                let amounts = decided(&block, &self.own, self.simulated, (payer, year));
                for (rows, amounts) in both.iter_mut().zip(amounts) {
                    rows.extend(amounts.iter().map(|v| *v as f32));
                }
            }
        }
        Piece {
            lanes,
            here: rows(&block.samples, &self.here, lanes),
            local: rows(&block.samples, &self.local, lanes),
            closing: rows(&block.ledger, &self.closing, lanes),
            decided: both,
            rates: rows(&block.assumed, &self.rates, lanes),
            assumed: match block.first < self.drawn.1 {
                true => rows(&block.assumed, &self.drawn.0, lanes),
                false => Vec::new(),
            },
            not_absorbed: rows(&block.ledger, &self.not_absorbed, lanes)
                .iter()
                .fold(0.0, |sum, money| sum - f64::from(*money)),
            ways: self.ways.iter().map(|cell| block.seen_in[*cell]).collect(),
            met: block.seen,
            costs: block.costs,
            read: block.read,
        }
    }
}

/// Tests that are told in ways, with their cells in their years.
fn told_in_ways(layout: &Layout) -> impl Iterator<Item = (usize, usize)> + '_ {
    let each = layout.tests.iter().enumerate();
    each.filter_map(|(k, test)| {
        test.variants.as_ref()?;
        Some((k, k * layout.simulated() + test.year?))
    })
}

/// `[number][future]` from `[number][lane]` of every block.
fn joined(pieces: &[Piece], of: impl Fn(&Piece) -> &[f32], numbers: usize) -> Vec<Vec<f32>> {
    let futures = pieces.iter().map(|p| p.lanes).sum();
    (0..numbers)
        .map(|k| {
            let mut row = Vec::with_capacity(futures);
            for piece in pieces {
                row.extend_from_slice(&of(piece)[k * piece.lanes..(k + 1) * piece.lanes]);
            }
            row
        })
        .collect()
}

/// What was assumed in the first futures, `[assumption][future]`.
fn first_of(pieces: &[Piece], numbers: usize, most: usize) -> Vec<Vec<f32>> {
    let kept = pieces
        .iter()
        .take_while(|p| numbers > 0 && !p.assumed.is_empty());
    let kept: Vec<&Piece> = kept.collect();
    let row = |k: usize| {
        let each = kept
            .iter()
            .flat_map(|p| &p.assumed[k * p.lanes..(k + 1) * p.lanes]);
        each.copied().take(most).collect()
    };
    (0..numbers).map(row).collect()
}

/// Bytes that are kept of a future.
pub fn bytes(wanted: &Wanted, layout: &Layout, provinces: usize) -> u64 {
    let simulated = layout.simulated();
    let stocks = 1 + layout.occupations;
    let numbers = wanted.indicators.len() * layout.years.len()
        + wanted.local.len() * provinces
        + (stocks + PAYERS.len() * (PURPOSES.len() + 2)) * simulated
        + 2;
    (4 * numbers + (2 * layout.tests.len() * simulated).div_ceil(WIDTH)) as u64
}

/// Positions of the assumptions that are drawn.
pub fn drawn(scenario: &Scenario) -> Vec<usize> {
    let all = scenario.base.assumptions.all.iter().enumerate();
    let drawn = all.filter(|(_, a)| a.distribution.is_drawn());
    drawn.map(|(position, _)| position).collect()
}

/// Lives some futures of a scenario, but for those known, and keeps what is wanted of them; of the first
/// `draws` also what was assumed.
pub fn live(
    scenario: &Scenario,
    (wanted, draws): (&Wanted, u32),
    replicates: &Range<u32>,
    along: (&mut Known<'_>, Progress<'_>),
) -> Result<(Samples, Prototype, Layout), RunError> {
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let base = &scenario.base;
    let first = |id: &String| {
        let position = prototype.indicators.iter().position(|i| i.info.id == *id);
        layout.first_series[position.expect("wanted indicators are those of the base")]
    };
    let years = layout.years.len();
    let provinces = base.provinces.len();
    let simulated = layout.simulated();
    let stocks = || std::iter::once("beds").chain(base.occupations.iter().map(|o| &*o.plural));
    let closing = |stock: &str| {
        let mut lines = layout.ledger.iter();
        let at = lines.position(|(s, cause, _)| s == stock && cause == CLOSING.0);
        let at = at.expect("the ledger follows beds and every occupation");
        (0..simulated).map(move |y| at * simulated + y)
    };
    let lines = layout.ledger.iter().enumerate();
    let not_absorbed = lines
        .filter(|(_, (_, cause, _))| cause == "not_absorbed")
        .flat_map(|(line, _)| (0..simulated).map(move |y| line * simulated + y))
        .collect();
    let local = |id: &String| {
        let from = first(id) + 1 + base.regions.len();
        let cell = |p: usize| layout.cell(from + p, wanted.year);
        (0..provinces).map(cell).collect::<Vec<_>>()
    };
    let here = |(id, scope): &(String, usize)| {
        let series = first(id) + scope;
        let cell = |y: usize| layout.cell(series, y);
        (0..years).map(cell).collect::<Vec<_>>()
    };
    let rates = ["cost.inflation", "cost.discount"];
    let rates = rates.map(|id| base.assumptions.position(id));
    let places = Places {
        here: wanted.indicators.iter().flat_map(here).collect(),
        local: wanted.local.iter().flat_map(local).collect(),
        closing: stocks().flat_map(closing).collect(),
        rates: rates.iter().flatten().copied().collect(),
        drawn: match draws {
            0 => (Vec::new(), 0),
            _ => (drawn(scenario), replicates.start.saturating_add(draws)),
        },
        not_absorbed,
        own: {
            let [own, _] = own_and_given(scenario);
            own
        },
        ways: told_in_ways(&layout).map(|(_, cell)| cell).collect(),
        simulated,
    };
    let options = Options {
        replicates: replicates.clone(),
        width: WIDTH,
        ..Options::of(scenario)
    };
    let take = |block| places.take(block);
    // The pieces of blocks, and the rows they are joined to.
    let holds = Holds {
        future: 2 * bytes(wanted, &layout, provinces),
        recorded: 0,
        records: 0,
        always: memory::standing(rayon::current_num_threads())
            + 8 * places.drawn.0.len() as u64 * u64::from(draws.min(replicates.len() as u32)),
        reduced: None,
    };
    let pieces = live_taking((&prototype, &layout), &options, along, &holds, &take)?;
    let mut rates_drawn = joined(&pieces, |p| &p.rates, places.rates.len()).into_iter();
    let lines = PAYERS.len() * PURPOSES.len() * simulated;
    let mut costs = joined(&pieces, |p| &p.costs, lines);
    for row in &mut costs {
        if row.iter().all(|v| *v == 0.0) {
            *row = Vec::new();
        }
    }
    let mut read = vec![false; base.assumptions.all.len()];
    for piece in &pieces {
        reduce::note_read(&mut read, &piece.read);
    }
    let words = layout.tests.len() * simulated;
    let mut ways = vec![Vec::new(); layout.tests.len()];
    for (at, (test, _)) in told_in_ways(&layout).enumerate() {
        let way = |way: usize| pieces.iter().map(|p| p.ways[at][way]).collect();
        ways[test] = (0..WAYS).map(way).collect();
    }
    let kept = Samples {
        futures: replicates.len(),
        years,
        provinces,
        tests: layout.tests.len(),
        stocks: 1 + base.occupations.len(),
        here: joined(&pieces, |p| &p.here, places.here.len()),
        local: joined(&pieces, |p| &p.local, places.local.len()),
        met: (0..words)
            .flat_map(|k| pieces.iter().map(move |p| p.met[k]))
            .collect(),
        ways,
        blocks: pieces.len(),
        costs,
        closing: joined(&pieces, |p| &p.closing, places.closing.len()),
        decided: [0, 1].map(|k| joined(&pieces, |p| &p.decided[k], PAYERS.len() * simulated)),
        rates: rates.map(|known| {
            let row = known.and_then(|_| rates_drawn.next());
            row.unwrap_or_default()
        }),
        assumed: first_of(&pieces, places.drawn.0.len(), draws as usize),
        read,
        not_absorbed: pieces.iter().map(|p| p.not_absorbed).sum::<f64>() / replicates.len() as f64,
    };
    Ok((kept, prototype, layout))
}

impl Samples {
    /// Years simulated.
    pub fn simulated(&self) -> usize {
        self.years - 1
    }
    /// An indicator where the question is about at the end of a year, by positions.
    pub fn here(&self, indicator: usize, year: usize) -> &[f32] {
        &self.here[indicator * self.years + year]
    }
    /// An indicator in a province, by positions.
    pub fn province(&self, local: usize, province: usize) -> &[f32] {
        &self.local[local * self.provinces + province]
    }
    /// In which futures a test holds at the end of a simulated year: a word for each block.
    pub fn met(&self, test: usize, year: usize) -> &[u16] {
        debug_assert!(test < self.tests);
        let from = (test * self.simulated() + year) * self.blocks;
        &self.met[from..from + self.blocks]
    }
    /// How many futures a test holds in, in its year, in each way that no figure decides between.
    pub fn in_ways(&self, test: usize) -> impl Iterator<Item = u32> + '_ {
        let count = |words: &Vec<u16>| words.iter().map(|word| word.count_ones()).sum();
        self.ways[test].iter().map(count)
    }
    /// The same as a number for each of the first futures: 1 where it holds.
    pub fn met_in(&self, test: usize, year: usize, futures: usize) -> Vec<f64> {
        let words = self.met(test, year);
        let bit = |r: usize| f64::from(words[r / WIDTH] >> (r % WIDTH) & 1);
        (0..futures).map(bit).collect()
    }
    /// What a payer spent on a purpose in a simulated year, by positions; empty where nothing.
    pub fn cost(&self, payer: usize, purpose: usize, year: usize) -> &[f32] {
        &self.costs[(payer * PURPOSES.len() + purpose) * self.simulated() + year]
    }
    /// What policies spend of a payer's money in a simulated year, and what they promise, by positions.
    pub fn decided(&self, payer: usize, year: usize) -> [&[f32]; 2] {
        let at = payer * self.simulated() + year;
        [0, 1].map(|k| &*self.decided[k][at])
    }
    /// A closing stock of the nation in a simulated year: beds (0), then the occupations.
    pub fn closing(&self, stock: usize, year: usize) -> &[f32] {
        debug_assert!(stock < self.stocks);
        &self.closing[stock * self.simulated() + year]
    }
    /// By how much prices have risen at the end of each simulated year, `[year][future]`; 1 where
    /// the base follows no inflation.
    pub fn price_levels(&self) -> Vec<Vec<f64>> {
        self.grown(&self.rates[0], 0.0, false)
    }
    /// What an amount of each simulated year is worth at base, `[year][future]`.
    pub fn discounts(&self, fixed: Option<f64>) -> Vec<Vec<f64>> {
        let none = Vec::new();
        let rates = if fixed.is_some() {
            &none
        } else {
            &self.rates[1]
        };
        self.grown(rates, fixed.unwrap_or(0.0), true)
    }

    fn grown(&self, rates: &[f32], fixed: f64, inverse: bool) -> Vec<Vec<f64>> {
        let factor = |r: usize, y: usize| {
            let rate = rates.get(r).map_or(fixed, |v| f64::from(*v));
            let level = libm::pow(1.0 + rate, (y + 1) as f64);
            if inverse { 1.0 / level } else { level }
        };
        let year = |y: usize| (0..self.futures).map(|r| factor(r, y)).collect();
        (0..self.simulated()).map(year).collect()
    }
}
