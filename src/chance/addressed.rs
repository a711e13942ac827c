//! One address opens into as many numbers as are asked for, one after the other.

use super::philox::{philox4x32_10, uniform53};
use super::{Key, Process, seed_key, year_and_sub};
use crate::units::Year;
use std::convert::Infallible;

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
        let [low, high] = process.about(key);
        Addressed {
            counter: [replicate, low, high, year_and_sub(year, 0)],
            key: seed_key(seed),
            block: [0; 4],
            used: 4,
        }
    }

    /// The next uniform number in the open interval (0, 1), from 52 bits.
    pub fn uniform(&mut self) -> f64 {
        let (first, second) = (self.next_word(), self.next_word());
        uniform53(first, second)
    }

    /// The next standard normal number.
    pub fn normal(&mut self) -> f64 {
        super::quantile::normal(self.uniform())
    }

    fn next_word(&mut self) -> u32 {
        if self.used == 4 {
            self.block = philox4x32_10(self.counter, self.key);
            // The word that holds the sub-number: here it counts blocks.
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

    const YEAR: Year = Year(2031);

    #[test]
    fn an_addressed_generator_walks_the_blocks_of_its_address() {
        let (process, key) = (Process::named("test/walk"), Key::of("walk"));
        let new = || Addressed::new(8, 3, process, key, YEAR);
        let block = |sub| {
            let [low, high] = process.about(key);
            philox4x32_10([3, low, high, year_and_sub(YEAR, sub)], [8, 0])
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
        assert_eq!(u, uniform53(words[0], words[1]));
    }
}
