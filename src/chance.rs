//! Every random number lives at an address: seed, replicate, process, entity, year and a sub-number.
//! Asking twice gives the same number, and asking for one never moves another.
//!
//! Philox4x32-10 turns the address into four 32-bit words; each word decides one thing, through the
//! quantile function of its law. A replicate's numbers do not depend on the lane it stands in.

pub mod assumed;
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

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;
    use rand_distr::Distribution;

    const LEAVE: Process = Process::named("test/leave");
    const YEAR: Year = Year(2031);

    /// Every kind of number one address gives a replicate, whatever lane it stands in.
    fn numbers_of(chance: &Chance, lane: usize, key: Key, sub: u32) -> Vec<u64> {
        let draw = chance.draw(LEAVE, key, YEAR, sub);
        let own = |small: f64| {
            Lanes::from_array(
                chance
                    .replicates()
                    .map(|replicate| (f64::from(replicate) * 37.0 + small) % 900.0)
                    .map(f64::floor),
            )
        };
        let p = own(3.0) / 900.0;
        [
            draw.uniform(0),
            draw.uniform53(2),
            draw.normal(1),
            draw.binomial(0, &own(0.0), &p),
            draw.poisson(3, &(p * 30.0)),
            draw.bernoulli(2, p),
            chance.parameter(key),
        ]
        .map(|lanes| lanes.get(lane).to_bits())
        .to_vec()
    }

    #[test]
    fn a_replicate_has_the_same_luck_in_every_lane_and_at_every_width() {
        let key = Key::of("lai-chau/doctor/commune");
        let reference: Vec<_> = (0..64)
            .map(|replicate| {
                let alone = Chance::with_replicates(77, [replicate; WIDTH], true);
                numbers_of(&alone, 0, key, 5)
            })
            .collect();
        for width in 1..=32_u32 {
            for first in (0..64).step_by(width as usize) {
                // A block of this width fills sixteen lanes at a time; spare lanes live other lives.
                for part in (0..width).step_by(WIDTH) {
                    let used = (width - part).min(WIDTH as u32);
                    let replicates = std::array::from_fn(|lane| {
                        let lane = lane as u32;
                        let next = first + part + lane;
                        if lane < used {
                            next
                        } else {
                            next.wrapping_mul(2_654_435_761)
                        }
                    });
                    let chance = Chance::with_replicates(77, replicates, true);
                    for (lane, replicate) in replicates.into_iter().enumerate().take(used as usize)
                    {
                        if let Some(expected) = reference.get(replicate as usize) {
                            let got = numbers_of(&chance, lane, key, 5);
                            assert_eq!(&got, expected, "width {width}, lane {lane}");
                        }
                    }
                }
            }
        }
        let consecutive = Chance::new(77, 20, true);
        assert_eq!(consecutive.replicates()[15], 35);
        assert_eq!(numbers_of(&consecutive, 4, key, 5), reference[24]);
    }

    #[test]
    fn every_part_of_an_address_matters() {
        let key = Key::of("son-la");
        let chance = Chance::new(1, 0, true);
        let base = chance.draw(LEAVE, key, YEAR, 0).uniform(0);
        let others = [
            Chance::new(2, 0, true).draw(LEAVE, key, YEAR, 0),
            Chance::new(1 << 40 | 1, 0, true).draw(LEAVE, key, YEAR, 0),
            Chance::new(1, 16, true).draw(LEAVE, key, YEAR, 0),
            chance.draw(Process::named("test/stay"), key, YEAR, 0),
            chance.draw(LEAVE, Key::of("son-la/nurse"), YEAR, 0),
            chance.draw(LEAVE, key, YEAR.plus(1), 0),
            chance.draw(LEAVE, key, YEAR, 1),
        ];
        for other in others {
            assert!(!base.eq_to(other.uniform(0)).any());
        }
        assert!(
            !base
                .eq_to(chance.draw(LEAVE, key, YEAR, 0).uniform(1))
                .any()
        );
        assert_eq!(base, chance.draw(LEAVE, key, YEAR, 0).uniform(0));
        assert_ne!(
            year_and_sub(Year(2026), 0),
            year_and_sub(Year(2025), (1 << SUB_BITS) - 1)
        );
    }

    #[test]
    fn without_process_every_count_is_its_expectation() {
        let chance = Chance::new(5, 0, false);
        assert!(!chance.counts_whole());
        let draw = chance.draw(LEAVE, Key::of("hue"), YEAR, 0);
        let (n, p) = (Lanes::splat(13.0), Lanes::splat(0.1));
        assert_eq!(draw.binomial(0, &n, &p), n * p);
        assert_eq!(draw.poisson(1, &p), p);
        assert_eq!(draw.bernoulli(2, p), p);
        assert_eq!(draw.normal(3), Lanes::ZERO);
        assert_eq!(draw.uniform(0), Lanes::splat(0.5));
        assert_eq!(draw.uniform53(0), Lanes::splat(0.5));
        let key = Key::of("post.match");
        assert_eq!(
            chance.parameter(key),
            Chance::new(5, 0, true).parameter(key)
        );
    }

    #[test]
    fn an_assumption_is_drawn_alike_with_and_without_lanes() {
        let chance = Chance::new(0xDEAD_BEEF_0123_4567, 4_000_000_000, true);
        for id in ["post.match", "demo.drift", "base.doctor_overcount"] {
            let lanes = chance.parameter(Key::of(id));
            for (lane, replicate) in chance.replicates().into_iter().enumerate() {
                let alone = parameter_uniform(chance.seed(), replicate, Key::of(id));
                assert_eq!(alone, lanes.get(lane));
            }
        }
    }

    #[test]
    fn uniforms_are_even_and_unrelated() {
        let chance = Chance::new(9, 0, true);
        let mut boxes = [0.0; 20];
        let (mut product, mut count) = (0.0, 0.0);
        for sub in 0..2_000 {
            let draw = chance.draw(LEAVE, Key::of("even"), YEAR, sub);
            let next = chance.draw(LEAVE, Key::of("even"), YEAR, sub + 1);
            for (u, v) in std::iter::zip(draw.uniform(0).to_array(), next.uniform(0).to_array()) {
                boxes[(u * 20.0) as usize] += 1.0;
                product += (u - 0.5) * (v - 0.5) * 12.0;
                count += 1.0;
            }
        }
        let even = count / 20.0;
        let misfit: f64 = boxes.iter().map(|b| (b - even) * (b - even) / even).sum();
        // Chi-square with 19 degrees of freedom stays between these but once in a thousand.
        assert!((4.9..45.9).contains(&misfit), "{misfit}");
        assert!((product / count).abs() < 3.3 / f64::sqrt(count));
    }

    #[test]
    fn counts_have_the_moments_of_an_independent_sampler() {
        let mut generator =
            Addressed::new(3, 0, Process::named("test/reference"), Key::of("x"), YEAR);
        let chance = Chance::new(3, 0, true);
        let rounds = 4_000;
        for (case, (n, p)) in [(12_u64, 0.2), (300, 0.02), (90, 0.4), (4_000, 0.7)]
            .into_iter()
            .enumerate()
        {
            let law = rand_distr::Binomial::new(n, p).expect("p is a probability");
            let (mut own, mut other) = (Vec::new(), Vec::new());
            for sub in 0..rounds {
                let draw = chance.draw(LEAVE, Key::of("moments").and(&case.to_string()), YEAR, sub);
                let counts = draw.binomial(2, &Lanes::splat(n as f64), &Lanes::splat(p));
                own.extend(counts.to_array());
                other.extend((0..WIDTH).map(|_| law.sample(&mut generator) as f64));
            }
            let moments = |counts: &[f64]| {
                let mean = counts.iter().sum::<f64>() / counts.len() as f64;
                let square = counts.iter().map(|k| (k - mean) * (k - mean)).sum::<f64>();
                (mean, square / counts.len() as f64)
            };
            let ((m1, v1), (m2, v2)) = (moments(&own), moments(&other));
            let error = f64::sqrt(2.0 * v2 / own.len() as f64);
            assert!((m1 - m2).abs() < 3.5 * error, "{n} {p}: {m1} {m2}");
            assert!((v1 / v2 - 1.0).abs() < 0.035, "{n} {p}: {v1} {v2}");
        }
    }

    #[test]
    fn an_addressed_generator_walks_the_blocks_of_its_address() {
        let (process, key) = (Process::named("test/walk"), Key::of("walk"));
        let new = || Addressed::new(8, 3, process, key, YEAR);
        let block = |sub| {
            philox4x32_10(
                [3, process.number(), key.number(), year_and_sub(YEAR, sub)],
                [8, 0],
            )
        };
        let mut generator = new();
        let words: Vec<u32> = (0..8).map(|_| generator.next_u32()).collect();
        assert_eq!(words, [block(0), block(1)].concat());
        let mut generator = new();
        assert_eq!(
            generator.next_u64(),
            u64::from(words[0]) | u64::from(words[1]) << 32
        );
        let mut bytes = [0; 7];
        generator.fill_bytes(&mut bytes);
        assert_eq!(bytes[..4], words[2].to_le_bytes());
        assert_eq!(bytes[4..], words[3].to_le_bytes()[..3]);
        let u = new().uniform();
        assert_eq!(u, philox::uniform53(words[0], words[1]));
    }

    #[test]
    fn a_key_of_parts_is_the_key_of_the_joined_code() {
        assert_eq!(
            Key::new3("lai-chau", "doctor", "commune"),
            Key::of("lai-chau/doctor/commune")
        );
        assert_eq!(
            Key::new2("a", "b").and("c").and("d"),
            Key::new4("a", "b", "c", "d")
        );
        // The published values of FNV-1a.
        assert_eq!(Key::of("").number(), 0x811C_9DC5);
        assert_eq!(Key::of("a").number(), 0xE40C_292C);
        assert_eq!(Process::named("foobar").number(), 0xBF9C_F968);
        assert_eq!(LEAVE.name(), "test/leave");
    }

    #[test]
    fn names_that_would_share_their_luck_are_refused() {
        assert_eq!(refuse_clashes(["hue", "da-nang", "hue"]), Ok(()));
        let clash = refuse_clashes(["hue", "costarring", "da-nang", "liquid"]).unwrap_err();
        assert_eq!(
            (clash.first.as_str(), clash.second.as_str()),
            ("costarring", "liquid")
        );
        assert!(clash.to_string().contains("please rename"));
    }

    /// A fingerprint of thousands of numbers of every kind: the same whatever instructions the
    /// build uses.
    #[test]
    fn every_build_draws_the_same_bits() {
        let mut fingerprint = 0xCBF2_9CE4_8422_2325_u64;
        let mut add = |lanes: Lanes| {
            for value in lanes.to_array() {
                for byte in value.to_bits().to_le_bytes() {
                    fingerprint =
                        (fingerprint ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
                }
            }
        };
        let chance = Chance::new(20_260_101, 0, true);
        let key = Key::of("fingerprint");
        for sub in 0..300 {
            let draw = chance.draw(LEAVE, key, YEAR, sub);
            let other = chance.draw(LEAVE, key, YEAR.plus(1), sub);
            let p = other.uniform(0) * other.uniform(1) * other.uniform(2);
            let n = (1.0 / other.uniform(3)).powf_scalar(1.3).floor();
            add(draw.uniform(0));
            add(draw.normal(1));
            add(draw.binomial(2, &n, &p));
            add(draw.poisson(3, &(p * 25.0)));
            add(draw.normal(0).exp_fast());
            add(n.ln_fast() + p.ln());
            add((draw.normal(2) * 7.0).floor() + p.sqrt().exp());
        }
        add(chance.parameter(key));
        add(chance.parameter(key).map(|u| quantile::beta(u, 3.0, 0.4)));
        assert_eq!(fingerprint, 0x1A6D_DE80_59EF_681A, "{fingerprint:#018X}");
    }
}
