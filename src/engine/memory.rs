//! Whether a run fits into memory is asked before it starts: what its futures hold follows from the
//! layout of their results, what is free the system tells.
//!
//! Simplification: the worlds in which futures are lived and what is made of the results are counted
//! by a share and an allowance, not number by number.

use super::RunError;
use super::layout::Layout;
use super::prototype::Prototype;
use super::reduce;
use super::reduce::beyond::{LEAF, PACKED};
use crate::base::Level;
use crate::lanes::WIDTH;
use crate::world::money::PURPOSES;
use std::fs;
use std::path::{Path, PathBuf};

/// What results and tables may take beside what futures hold: one part in so many.
const BESIDE: u64 = 8;
/// Bytes of a world in which a block is lived, and of its block, in the country of the base.
const WORLD: u64 = 48 << 20;

/// What futures hold in memory together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Bytes of each future.
    pub future: u64,
    /// Bytes of a future that is recorded facility by facility, beside these.
    pub recorded: u64,
    /// How many of the first are so recorded.
    pub records: u32,
    /// Bytes whatever the number of futures.
    pub always: u64,
    /// What more futures hold than are kept one by one.
    pub reduced: Option<Reduced>,
}

/// What futures hold that are reduced as they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// Up to so many are kept as they are.
    pub whole: u32,
    /// Bytes that are left of each of the first so many.
    pub left: u64,
    /// How many are lived before they are reduced.
    pub portion: u32,
    /// Bytes of a node of what is left of the others.
    pub node: u64,
}

impl Holds {
    /// What a run of this layout holds when all of its blocks are kept until the end.
    pub fn of_run(prototype: &Prototype, layout: &Layout, records: u32, threads: usize) -> Holds {
        Holds {
            future: of_future(prototype, layout, layout.cells()),
            recorded: of_record(prototype, layout),
            records,
            always: standing(threads),
            reduced: None,
        }
    }

    /// What a run holds that reduces its futures as they end, where they are more than `whole`.
    pub fn all(
        prototype: &Prototype,
        layout: &Layout,
        records: u32,
        threads: usize,
        whole: u32,
    ) -> Holds {
        Holds {
            reduced: Some(Reduced {
                whole,
                left: of_future(prototype, layout, reduce::cells(prototype, layout).len()),
                portion: super::leaves_at_once(threads),
                node: PACKED * u64::from(LEAF) * layout.cells() as u64,
            }),
            ..Holds::of_run(prototype, layout, records, threads)
        }
    }

    /// Bytes of so many futures.
    pub fn bytes(&self, futures: u32) -> u64 {
        match self.reduced {
            Some(reduced) if futures > reduced.whole => {
                let Reduced {
                    whole,
                    left,
                    portion,
                    node,
                } = reduced;
                // One node of each size at most, and the leaf that is being made.
                let nodes = u64::from((futures / LEAF).max(1).ilog2() + 2) * node;
                let lived = u64::from(portion) * self.future + u64::from(whole) * left;
                let recorded = u64::from(self.records) * self.recorded;
                let held = self.with_beside(nodes + lived + recorded);
                // A run that goes on step by step may have kept them first.
                held.max(self.one_by_one(whole))
            }
            _ => self.one_by_one(futures),
        }
    }

    /// Bytes of so many futures that are kept one by one.
    fn one_by_one(&self, futures: u32) -> u64 {
        let recorded = u64::from(futures.min(self.records));
        let held = u64::from(futures).saturating_mul(self.future);
        self.with_beside(held.saturating_add(recorded.saturating_mul(self.recorded)))
    }

    /// These bytes and those of what lies beside them.
    fn with_beside(&self, held: u64) -> u64 {
        let beside = (held / BESIDE).saturating_add(self.always);
        held.saturating_add(beside)
    }

    /// How many futures fit into so many bytes.
    pub fn fit(&self, bytes: u64) -> u32 {
        let (mut fits, mut too_many) = (0u32, u32::MAX);
        while too_many - fits > 1 {
            let middle = fits + (too_many - fits) / 2;
            if self.bytes(middle) <= bytes {
                fits = middle;
            } else {
                too_many = middle;
            }
        }
        fits
    }

    /// Refuses futures that do not fit into what is free; `held` of them lie in memory already.
    ///
    /// # Errors
    /// They do not.
    pub fn ask(&self, futures: u32, held: u32) -> Result<(), RunError> {
        let there = self.bytes(held) - self.bytes(0);
        let more = self.bytes(futures).saturating_sub(there);
        let fits = match free() {
            Some(free) => more <= free,
            None => lent(more),
        };
        match fits {
            true => Ok(()),
            false => Err(self.refused(futures)),
        }
    }

    /// The refusal of so many futures.
    pub fn refused(&self, futures: u32) -> RunError {
        let free = free();
        RunError::Memory {
            futures,
            needs: self.bytes(futures),
            free,
            fit: free.map_or(0, |free| self.fit(free)),
        }
    }
}

/// Bytes of what is held beside all futures.
pub fn standing(threads: usize) -> u64 {
    WORLD * (threads as u64 + 1)
}

/// Bytes one future leaves in its block's results, with so many cells of samples.
fn of_future(prototype: &Prototype, layout: &Layout, cells: usize) -> u64 {
    let scenario = prototype.scenario();
    let years = layout.simulated();
    let payments = 4 * PURPOSES.len() * years;
    let here = if layout.here.is_some() { payments } else { 0 };
    let numbers = cells
        + layout.ledger.len() * years
        + payments
        + here
        + 3 * layout.tests.len()
        + 2 * layout.occupations * years
        + 4 * scenario.policies.len() * years
        + scenario.base.assumptions.all.len();
    let bits = 2 * (layout.tests.len() + 2 * scenario.policies.len()) * years;
    let head = size_of::<super::BlockResult>() * 3 + scenario.base.assumptions.all.len();
    (4 * numbers + (bits + head).div_ceil(WIDTH)) as u64
}

/// Bytes one future leaves where every facility is recorded.
fn of_record(prototype: &Prototype, layout: &Layout) -> u64 {
    let base = &prototype.scenario().base;
    let years = layout.years.len();
    let stations = base.facilities.iter().filter(|f| f.level == Level::Commune);
    let stations = stations.count();
    // Every province has a place for private hospitals yet to come.
    let hospitals = base.facilities.len() - stations + base.provinces.len();
    let counts = 2 * (hospitals + stations) * years;
    let handed = (2 * hospitals * years).div_ceil(WIDTH);
    let by_province = 4 * 7 * base.provinces.len() * years;
    (counts + handed + by_province) as u64
}

/// Whether the system lends so many bytes at once; they are given back. Asked where it does not tell
/// what is free.
fn lent(bytes: u64) -> bool {
    let bytes = usize::try_from(bytes);
    bytes.is_ok_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok())
}

/// Bytes this program may still take, where the system tells: what the machine has available, what
/// its group may still take, and what its own limit leaves.
pub fn free() -> Option<u64> {
    let machine = kilobytes("/proc/meminfo", "MemAvailable:")?;
    let all = [Some(machine), of_group(), of_limit()];
    all.into_iter().flatten().min()
}

/// A number of a file of the system, in bytes.
fn kilobytes(file: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    let number: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    number.checked_mul(1024)
}

/// What the limit of this process on its addresses leaves.
fn of_limit() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/limits").ok()?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("Max address space"))?;
    let limit: u64 = line.split_whitespace().next()?.parse().ok()?;
    let taken = kilobytes("/proc/self/status", "VmSize:")?;
    Some(limit.saturating_sub(taken))
}

/// What the groups this process belongs to may still take.
fn of_group() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/cgroup").ok()?;
    text.lines()
        .filter_map(|line| {
            let mut parts = line.splitn(3, ':').skip(1);
            let (kinds, path) = parts.next().zip(parts.next())?;
            let of_memory = kinds.split(',').any(|kind| kind == "memory");
            match kinds {
                "" => left(
                    "/sys/fs/cgroup",
                    path,
                    ["memory.max", "memory.current"],
                    "inactive_file",
                ),
                _ if of_memory => left(
                    "/sys/fs/cgroup/memory",
                    path,
                    ["memory.limit_in_bytes", "memory.usage_in_bytes"],
                    "total_inactive_file",
                ),
                _ => None,
            }
        })
        .min()
}

/// What a group and those around it may still take; files that are only kept at hand count as free.
fn left(root: &str, path: &str, [limit, taken]: [&str; 2], at_hand: &str) -> Option<u64> {
    let inner = Path::new(root).join(path.trim_start_matches('/'));
    let around = inner
        .ancestors()
        .take_while(|folder| folder.starts_with(root));
    let number = |file: PathBuf| -> Option<u64> {
        let text = fs::read_to_string(file).ok()?;
        text.trim().parse().ok()
    };
    around
        .filter_map(|group| {
            let limit = number(group.join(limit))?;
            let taken = number(group.join(taken))?;
            let more = fs::read_to_string(group.join("memory.stat")).ok();
            let more = more.as_deref().and_then(|text| {
                let own = |line: &&str| line.split(' ').next() == Some(at_hand);
                text.lines().find(own)?.split(' ').nth(1)?.parse().ok()
            });
            Some(
                limit
                    .saturating_sub(taken)
                    .saturating_add(more.unwrap_or(0)),
            )
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_fit_as_have_room_and_not_one_more() {
        let holds = Holds {
            future: 1_000,
            recorded: 50_000,
            records: 100,
            always: 1 << 20,
            reduced: None,
        };
        let reduced = Holds {
            reduced: Some(Reduced {
                whole: 10 * LEAF,
                left: 100,
                portion: LEAF,
                node: 1 << 20,
            }),
            ..holds
        };
        for bytes in [0, 1 << 20, 1 << 21, 1 << 23, 1 << 26, 1 << 30, 1 << 40] {
            for holds in [holds, reduced] {
                let fits = holds.fit(bytes);
                assert!(fits == 0 || holds.bytes(fits) <= bytes);
                let more = fits.saturating_add(2);
                assert!(
                    more > u32::MAX - 2 || holds.bytes(fits + 1) > bytes,
                    "{bytes}: {fits}"
                );
            }
        }
        assert!(reduced.bytes(1_000_000) < 2 * reduced.bytes(20_000));
    }
}
