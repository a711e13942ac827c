//! Every random number lives at an address: seed, replicate, process, entity, year and a sub-number.
//! Asking twice gives the same number, and asking for one never moves another.
//!
//! Philox4x32-10 turns the address into four 32-bit words; each word decides one thing, through the
//! quantile function of its law. A replicate's numbers do not depend on the lane it stands in.

mod beta;
mod philox;
pub mod quantile;
mod sampler;

use crate::lanes::{Lanes, WIDTH};
use crate::units::Year;
use bevy_ecs::prelude::Resource;
use philox::{Replicates, Words};
use std::collections::BTreeMap;
use std::convert::Infallible;

pub use philox::philox4x32_10;

/// What is being decided: a name given once, in the file that uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    name: &'static str,
    number: u32,
}

impl Process {
    /// The process of this name; its number is the 32-bit FNV-1a hash of the name.
    pub const fn named(name: &'static str) -> Process {
        Process {
            name,
            number: fnv1a(FNV_START, name.as_bytes()),
        }
    }

    /// The name it was given.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The number that stands for it in an address.
    pub const fn number(self) -> u32 {
        self.number
    }
}

/// Who is decided about: a stable hash of a code such as `lai-chau/doctor/commune`, never a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u32);

impl Key {
    /// The key of a code; the 32-bit FNV-1a hash of its text.
    pub const fn of(code: &str) -> Key {
        Key(fnv1a(FNV_START, code.as_bytes()))
    }

    /// The key of this code with `/` and a further part behind it.
    pub const fn and(self, part: &str) -> Key {
        Key(fnv1a(fnv1a(self.0, b"/"), part.as_bytes()))
    }

    /// The key of `a/b`.
    pub const fn new2(a: &str, b: &str) -> Key {
        Key::of(a).and(b)
    }

    /// The key of `a/b/c`.
    pub const fn new3(a: &str, b: &str, c: &str) -> Key {
        Key::of(a).and(b).and(c)
    }

    /// The key of `a/b/c/d`.
    pub const fn new4(a: &str, b: &str, c: &str, d: &str) -> Key {
        Key::of(a).and(b).and(c).and(d)
    }

    /// The number that stands for it in an address.
    pub const fn number(self) -> u32 {
        self.0
    }
}

const FNV_START: u32 = 0x811C_9DC5;

/// The 32-bit Fowler-Noll-Vo hash, variant 1a, carried on from `hash`.
const fn fnv1a(mut hash: u32, bytes: &[u8]) -> u32 {
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    hash
}

/// Two names that would share their random numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{first}\" and \"{second}\" would share their random numbers; please rename one of them")]
pub struct Clash {
    /// The name met first.
    pub first: String,
    /// The name met second.
    pub second: String,
}

/// Checks that different names stand for different numbers; the same name twice is no clash.
pub fn refuse_clashes<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<(), Clash> {
    let mut met = BTreeMap::new();
    for name in names {
        let first = *met.entry(Key::of(name)).or_insert(name);
        if first != name {
            return Err(Clash {
                first: first.to_string(),
                second: name.to_string(),
            });
        }
    }
    Ok(())
}

/// The process of the uncertain numbers, drawn once for a replicate.
const ASSUMPTION: Process = Process::named("assumption");
/// The first year an address can name.
const FIRST_YEAR: Year = Year(1900);
const SUB_BITS: u32 = 23;

/// The luck of sixteen futures.
#[derive(Resource, Clone, Debug)]
pub struct Chance {
    seed: u64,
    replicates: Replicates,
    process_on: bool,
}

impl Chance {
    /// The luck of sixteen consecutive replicates, the first in lane 0. With `process_on` false
    /// every count takes its expectation and every shock is zero.
    pub fn new(seed: u64, first_replicate: u32, process_on: bool) -> Chance {
        let replicates = std::array::from_fn(|lane| first_replicate.wrapping_add(lane as u32));
        Chance::with_replicates(seed, replicates, process_on)
    }

    /// The luck of any sixteen replicates, in lane order.
    pub fn with_replicates(seed: u64, replicates: [u32; WIDTH], process_on: bool) -> Chance {
        Chance {
            seed,
            replicates: Replicates::new(replicates),
            process_on,
        }
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The replicate each lane lives.
    pub fn replicates(&self) -> [u32; WIDTH] {
        self.replicates.numbers()
    }

    /// Whether counts are whole people and things; if not they are expectations, real numbers.
    pub fn counts_whole(&self) -> bool {
        self.process_on
    }

    /// Four decisions at one address. `sub` tells apart what shares a key: a band, a cause, a month.
    #[inline]
    pub fn draw(&self, process: Process, key: Key, year: Year, sub: u32) -> Draw {
        Draw {
            words: self.words(process, key, year, sub),
            on: self.process_on,
        }
    }

    /// The uniform of one uncertain number in each future; drawn whether or not the process is on.
    pub fn parameter(&self, key: Key) -> Lanes {
        self.words(ASSUMPTION, key, FIRST_YEAR, 0).uniform53(0)
    }

    #[inline]
    fn words(&self, process: Process, key: Key, year: Year, sub: u32) -> Words {
        self.replicates.words(
            [process.number, key.0, year_and_sub(year, sub)],
            seed_key(self.seed),
        )
    }
}

/// The uniform of one uncertain number in one replicate; equal to [`Chance::parameter`].
pub fn parameter_uniform(seed: u64, replicate: u32, key: Key) -> f64 {
    let counter = [
        replicate,
        ASSUMPTION.number,
        key.0,
        year_and_sub(FIRST_YEAR, 0),
    ];
    let words = philox4x32_10(counter, seed_key(seed));
    philox::uniform53(words[0], words[1])
}

const fn seed_key(seed: u64) -> [u32; 2] {
    [seed as u32, (seed >> 32) as u32]
}

#[inline]
fn year_and_sub(year: Year, sub: u32) -> u32 {
    let years = year.since(FIRST_YEAR) as u32;
    debug_assert!(years < 512, "an address names a year from 1900 to 2411");
    debug_assert!(sub < 1 << SUB_BITS, "a sub-number is below 2^23");
    years << SUB_BITS | sub
}

/// Four decisions at one address, in each of sixteen futures. A word decides one thing only.
#[derive(Clone, Copy, Debug)]
pub struct Draw {
    words: Words,
    on: bool,
}

impl Draw {
    /// A uniform number in the open interval (0, 1); one half when the process is off.
    #[inline]
    pub fn uniform(&self, word: usize) -> Lanes {
        if self.on {
            self.words.uniform(word)
        } else {
            Lanes::splat(0.5)
        }
    }

    /// A uniform number with 52 bits, from this word and the next; one half when the process is off.
    pub fn uniform53(&self, word: usize) -> Lanes {
        if self.on {
            self.words.uniform53(word)
        } else {
            Lanes::splat(0.5)
        }
    }

    /// A standard normal number; zero when the process is off.
    #[inline]
    pub fn normal(&self, word: usize) -> Lanes {
        if self.on {
            sampler::normal(&self.words.uniform(word))
        } else {
            Lanes::ZERO
        }
    }

    /// How many of `n` (whole) it strikes, each with probability `p`; `n p` when the process is off.
    #[inline]
    pub fn binomial(&self, word: usize, n: &Lanes, p: &Lanes) -> Lanes {
        if self.on {
            sampler::binomial(&self.words.uniform(word), n, p)
        } else {
            *n * *p
        }
    }

    /// How often it happens when `mean` times are expected; the mean when the process is off.
    #[inline]
    pub fn poisson(&self, word: usize, mean: &Lanes) -> Lanes {
        if self.on {
            sampler::poisson(&self.words.uniform(word), mean)
        } else {
            *mean
        }
    }

    /// One where it happens, zero elsewhere; `p` when the process is off.
    #[inline]
    pub fn bernoulli(&self, word: usize, p: impl Into<Lanes>) -> Lanes {
        let p = p.into();
        if self.on {
            sampler::bernoulli(&self.words.uniform(word), &p)
        } else {
            p
        }
    }
}

/// A generator that walks the numbers below one address: for work outside the lanes, such as making
/// up a facility list.
///
/// It takes the address's sub-number for its block count, so a process used here is not drawn from
/// elsewhere.
#[derive(Clone, Debug)]
pub struct Addressed {
    counter: [u32; 4],
    key: [u32; 2],
    block: [u32; 4],
    used: usize,
}

impl Addressed {
    /// The generator of one process, entity and year in one replicate.
    pub fn new(seed: u64, replicate: u32, process: Process, key: Key, year: Year) -> Addressed {
        Addressed {
            counter: [replicate, process.number, key.0, year_and_sub(year, 0)],
            key: seed_key(seed),
            block: [0; 4],
            used: 4,
        }
    }

    /// The next uniform number in the open interval (0, 1), from 52 bits.
    pub fn uniform(&mut self) -> f64 {
        let (first, second) = (self.next_word(), self.next_word());
        philox::uniform53(first, second)
    }

    fn next_word(&mut self) -> u32 {
        if self.used == 4 {
            self.block = philox4x32_10(self.counter, self.key);
            self.counter[3] = self.counter[3].wrapping_add(1);
            self.used = 0;
        }
        self.used += 1;
        self.block[self.used - 1]
    }
}

impl rand::TryRng for Addressed {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.next_word())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let low = u64::from(self.next_word());
        Ok(low | u64::from(self.next_word()) << 32)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(4) {
            chunk.copy_from_slice(&self.next_word().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
