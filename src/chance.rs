//! Every random number lives at an address: seed, replicate, process, entity, year and a sub-number.
//! Asking twice gives the same number, and asking for one never moves another.
//!
//! Philox4x32-10 turns the address into four 32-bit words; each word decides one thing, through the
//! quantile function of its law. A replicate's numbers do not depend on the lane it stands in.
//!
//! In the terms of the field: this is a counter-based generator, and draws by address are what makes
//! random numbers common to all options.

mod addressed;
pub mod assumed;
pub mod designed;
pub mod even;
mod expand;
mod few;
mod name;
mod philox;
pub mod points;
mod sampler;

use crate::lanes::native::level;
use crate::lanes::{Lanes, WIDTH};
pub(crate) use crate::quantile;
use crate::units::Year;
use bevy_ecs::prelude::Resource;
use designed::Designed;
use even::Even;
use fearless_simd::Level;
use philox::{Replicates, Schedule, uniform53_of};
use std::sync::Arc;

pub use addressed::Addressed;
pub(crate) use name::spread;
pub use name::{Clash, Key, Process, refuse_clashes};
pub use philox::Word;
#[cfg(any(test, feature = "internals"))]
pub use philox::philox4x32_10;

/// The process of the uncertain numbers, drawn once for a replicate.
const ASSUMPTION: Process = Process::named("assumption");
/// The first year an address can name.
const FIRST_YEAR: Year = Year(1900);
const SUB_BITS: u32 = 23;

/// The luck of sixteen futures.
#[derive(Resource, Clone, Debug)]
pub struct Chance {
    schedule: Schedule,
    replicates: Replicates,
    /// The first of each replicate's pair, and on which side of it the replicate lies.
    pairs: Replicates,
    side: Lanes,
    /// What a designed run takes from where, its seed, and the row of each lane.
    designed: Option<(Arc<Designed>, u64, [u32; WIDTH])>,
    /// How the numbers of the assumptions are laid out, where not each is drawn by itself.
    even: Option<Even>,
    process_on: bool,
    /// What this machine computes with; it moves no bit.
    level: Level,
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
            schedule: Schedule::new(seed_key(seed)),
            replicates: Replicates::new(replicates),
            pairs: Replicates::new(replicates.map(|replicate| replicate & !1)),
            side: Lanes::from_array(replicates.map(|replicate| match replicate & 1 {
                0 => 1.0,
                _ => -1.0,
            })),
            designed: None,
            even: None,
            process_on,
            level: level(),
        }
    }

    /// The luck of sixteen consecutive rows of a design, the first in lane 0.
    pub fn of_design(seed: u64, first: u32, process_on: bool, designed: &Arc<Designed>) -> Chance {
        let rows: [u32; WIDTH] = std::array::from_fn(|lane| first.wrapping_add(lane as u32));
        let [luck, stocks] = [0, 1].map(|k| rows.map(|row| designed.replicates(row)[k]));
        let of_stocks = Chance::with_replicates(seed, stocks, process_on);
        Chance {
            pairs: of_stocks.pairs,
            side: of_stocks.side,
            designed: Some((designed.clone(), seed, rows)),
            ..Chance::with_replicates(seed, luck, process_on)
        }
    }

    /// The same luck with the numbers of the assumptions laid out so.
    pub fn laid_out(self, even: Option<Even>) -> Chance {
        Chance { even, ..self }
    }

    /// The uniform of the assumption at a position of the book.
    pub(crate) fn assumption(&self, position: usize, key: Key) -> Lanes {
        match (&self.designed, &self.even) {
            (None, None) => self.parameter(key),
            (None, Some(even)) => {
                let replicates = self.replicates();
                Lanes::from_array(replicates.map(|replicate| even.uniform(position, replicate)))
            }
            (Some((designed, seed, rows)), _) => {
                let number = |row: u32| designed.uniform(position, row, *seed);
                Lanes::from_array(rows.map(number))
            }
        }
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
            level: self.level,
        }
    }

    /// The words of the draws at sub-numbers `0 .. len`: a row of first words, one of second words, and
    /// so on up to four. Places beyond `len` are left as they are.
    pub fn words_by_sub<const R: usize>(
        &self,
        process: Process,
        key: Key,
        year: Year,
        len: usize,
        rows: [&mut [Word]; R],
    ) {
        let [low, high] = process.about(key);
        let address = [low, high, year_and_sub(year, 0)];
        self.replicates
            .rows(self.level, address, &self.schedule, len, rows);
    }

    /// How many of each `n` (whole) a word kept from a [`Draw`] strikes, each with probability `p`;
    /// `n p` when the process is off. Groups do not wait for one another, each has a word of its own.
    pub fn strike_each(&self, words: &[Word], n: &[Lanes], p: &[Lanes], counts: &mut [Lanes]) {
        if self.process_on {
            sampler::binomials(self.level, words, n, p, counts);
            return;
        }
        for ((count, n), p) in counts.iter_mut().zip(n).zip(p) {
            *count = *n * *p;
        }
    }

    /// The uniform of one uncertain number in each future; drawn whether or not the process is on.
    pub fn parameter(&self, key: Key) -> Lanes {
        let [first, second, ..] = self.words(ASSUMPTION, key, FIRST_YEAR, 0);
        uniform53_of(&first, &second)
    }

    /// A standard normal score of one uncertain number in each future, the same with the other sign in
    /// the two futures `2k` and `2k + 1`: over any even run of futures from an even one its median is 0.
    /// Drawn whether or not the process is on.
    pub fn mirrored(&self, key: Key) -> Lanes {
        let [low, high] = ASSUMPTION.about(key);
        let address = [low, high, year_and_sub(FIRST_YEAR, 0)];
        let [first, second, ..] = self.pairs.words(self.level, address, &self.schedule);
        quantile::normals(uniform53_of(&first, &second)) * self.side
    }

    /// A standard normal score of a year in each future, drawn whether or not the process is on: for what
    /// is seen of the world, which moves nothing in it.
    pub fn seen(&self, process: Process, key: Key, year: Year) -> Lanes {
        let [first, second, ..] = self.words(process, key, year, 0);
        quantile::normals(uniform53_of(&first, &second))
    }

    #[inline]
    fn words(&self, process: Process, key: Key, year: Year, sub: u32) -> [Word; 4] {
        let [low, high] = process.about(key);
        let address = [low, high, year_and_sub(year, sub)];
        self.replicates.words(self.level, address, &self.schedule)
    }
}

/// The uniform of one uncertain number in one replicate; equal to [`Chance::parameter`].
#[cfg(any(test, feature = "internals"))]
pub fn parameter_uniform(seed: u64, replicate: u32, key: Key) -> f64 {
    let [low, high] = ASSUMPTION.about(key);
    let counter = [replicate, low, high, year_and_sub(FIRST_YEAR, 0)];
    let words = philox4x32_10(counter, seed_key(seed));
    philox::uniform53(words[0], words[1])
}

const fn seed_key(seed: u64) -> [u32; 2] {
    [seed as u32, (seed >> 32) as u32]
}

#[inline]
fn year_and_sub(year: Year, sub: u32) -> u32 {
    // A counter has four words: the replicate takes one, process and key two. Year and sub-number share
    // the last.
    let years = year.since(FIRST_YEAR) as u32;
    debug_assert!(years < 512, "an address names a year from 1900 to 2411");
    debug_assert!(sub < 1 << SUB_BITS, "a sub-number is below 2^23");
    years << SUB_BITS | sub
}

/// Four decisions at one address, in each of sixteen futures. A word decides one thing only.
#[derive(Clone, Copy, Debug)]
pub struct Draw {
    words: [Word; 4],
    on: bool,
    level: Level,
}

impl Draw {
    /// A word, to be kept for [`Chance::strike_each`].
    #[inline]
    pub fn word(&self, word: usize) -> Word {
        self.words[word]
    }

    /// A uniform number in the open interval (0, 1); one half when the process is off.
    #[inline]
    pub fn uniform(&self, word: usize) -> Lanes {
        if self.on {
            self.words[word].uniform(self.level)
        } else {
            Lanes::splat(0.5)
        }
    }

    /// A standard normal number; zero when the process is off.
    #[inline]
    pub fn normal(&self, word: usize) -> Lanes {
        if self.on {
            sampler::normal(self.level, &self.words[word])
        } else {
            Lanes::ZERO
        }
    }

    /// How many of `n` (whole) it strikes, each with probability `p`; `n p` when the process is off.
    #[inline]
    pub fn binomial(&self, word: usize, n: &Lanes, p: &Lanes) -> Lanes {
        if self.on {
            sampler::binomial(self.level, &self.words[word], n, p)
        } else {
            *n * *p
        }
    }

    /// How often it happens when `mean` times are expected; the mean when the process is off.
    #[inline]
    pub fn poisson(&self, word: usize, mean: &Lanes) -> Lanes {
        if self.on {
            sampler::poisson(self.level, &self.words[word], mean)
        } else {
            *mean
        }
    }

    /// One where it happens, zero elsewhere; `p` when the process is off.
    #[inline]
    pub fn bernoulli(&self, word: usize, p: impl Into<Lanes>) -> Lanes {
        let p = p.into();
        if self.on {
            sampler::bernoulli(&self.words[word].uniform(self.level), &p)
        } else {
            p
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::native;
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
        let key = Key::of("post.match");
        assert_eq!(
            chance.parameter(key),
            Chance::new(5, 0, true).parameter(key)
        );
    }

    #[test]
    fn an_assumption_is_drawn_alike_with_and_without_lanes() {
        let seed = 0xDEAD_BEEF_0123_4567;
        let chance = Chance::new(seed, 4_000_000_000, true);
        for id in ["post.match", "demo.drift", "base.doctor_overcount"] {
            let lanes = chance.parameter(Key::of(id));
            for (lane, replicate) in chance.replicates().into_iter().enumerate() {
                let alone = parameter_uniform(seed, replicate, Key::of(id));
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

    /// A fingerprint of thousands of numbers of every kind: the same whatever instructions the
    /// build and the machine use.
    #[test]
    fn every_build_on_every_machine_draws_the_same_bits() {
        for level in native::levels() {
            let found = fingerprint(level);
            assert_eq!(found, 0x7AC2_224D_AA17_1516, "{found:#018X}, {level:?}");
        }
    }

    fn fingerprint(level: Level) -> u64 {
        let mut fingerprint = 0xCBF2_9CE4_8422_2325_u64;
        let mut add = |lanes: Lanes| {
            for value in lanes.to_array() {
                for byte in value.to_bits().to_le_bytes() {
                    fingerprint =
                        (fingerprint ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
                }
            }
        };
        let mut chance = Chance::new(20_260_101, 0, true);
        chance.level = level;
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
            add(n.ln() + p.map(libm::log));
            add((draw.normal(2) * 7.0).floor() + p.sqrt().exp());
        }
        add(chance.parameter(key));
        let beta = quantile::Beta::new(3.0, 0.4);
        add(chance.parameter(key).map(|u| beta.quantile(u)));
        fingerprint
    }
}
