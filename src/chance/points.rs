//! Points of a Sobol sequence, scrambled: a number for each dimension and row, that fill the cube more evenly
//! than chance does.
//!
//! Direction numbers: S. Joe, F. Y. Kuo, *Constructing Sobol sequences with better two-dimensional
//! projections*, SIAM J. Sci. Comput. 30 (2008), 2635-2654. Scrambling: A. B. Owen, *Randomly permuted
//! (t,m,s)-nets and (t,s)-sequences*, 1995, by the hash of B. Burley, *Practical hash-based Owen scrambling*,
//! J. Comput. Graph. Tech. 9(4) (2020), 1-20.

use super::spread;
use std::sync::OnceLock;

/// Dimensions, degrees, polynomials and first direction numbers, as they were published.
const PUBLISHED: &str = include_str!("../../assets/sobol/new-joe-kuo-6.1000.txt");
/// Bits of a number.
const BITS: usize = 32;

/// Dimensions there are.
pub const DIMENSIONS: usize = 1_000;

/// Direction numbers of every dimension.
fn directions() -> &'static [[u32; BITS]] {
    static ALL: OnceLock<Vec<[u32; BITS]>> = OnceLock::new();
    ALL.get_or_init(|| {
        let first = std::array::from_fn(|bit| 1 << (BITS - 1 - bit));
        let others = PUBLISHED.lines().skip(1).map(of_line);
        std::iter::once(first).chain(others).collect()
    })
}

/// The direction numbers of one dimension, from a line `d s a m_1 .. m_s`.
fn of_line(line: &str) -> [u32; BITS] {
    let numbers: Vec<u32> = line
        .split_ascii_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let (degree, polynomial) = (numbers[1] as usize, numbers[2]);
    let mut v = [0; BITS];
    for (bit, m) in numbers[3..].iter().enumerate().take(degree) {
        v[bit] = m << (BITS - 1 - bit);
    }
    for bit in degree..BITS {
        let mut made = v[bit - degree] ^ (v[bit - degree] >> degree);
        for k in 1..degree {
            if polynomial >> (degree - 1 - k) & 1 == 1 {
                made ^= v[bit - k];
            }
        }
        v[bit] = made;
    }
    v
}

/// The number in a dimension of a row, in (0, 1); each seed scrambles anew.
pub fn uniform(dimension: usize, row: u32, seed: u64) -> f64 {
    let v = &directions()[dimension];
    let bits = (0..BITS).filter(|bit| row >> bit & 1 == 1);
    let plain = bits.fold(0, |sum, bit| sum ^ v[bit]);
    let own = spread(seed ^ spread(dimension as u64 + 1)) as u32;
    (f64::from(scrambled(plain, own)) + 0.5) / 4_294_967_296.0
}

/// Owen's scrambling: each bit is turned or not by what stands before it.
fn scrambled(x: u32, seed: u32) -> u32 {
    let mut x = x.reverse_bits().wrapping_add(seed);
    for odd in [0x6c50_b47c, 0xb82f_1e52, 0xc7af_e638, 0x8d22_f6e6_u32] {
        x ^= x.wrapping_mul(odd);
    }
    x.reverse_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_points_are_those_of_the_tables() {
        // Joe and Kuo's program prints these for the first three dimensions.
        let plain = |dimension: usize, row: u32| {
            let v = &directions()[dimension];
            let bits = (0..BITS).filter(|bit| (row ^ row >> 1) >> bit & 1 == 1);
            f64::from(bits.fold(0, |sum, bit| sum ^ v[bit])) / 4_294_967_296.0
        };
        let expected = [
            [0.0, 0.0, 0.0],
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875],
            [0.125, 0.625, 0.375],
        ];
        for (row, point) in expected.iter().enumerate() {
            for (dimension, value) in point.iter().enumerate() {
                assert_eq!(plain(dimension, row as u32), *value, "{row} {dimension}");
            }
        }
        assert_eq!(directions().len(), DIMENSIONS);
    }

    #[test]
    fn every_dimension_fills_every_part_once() {
        for dimension in [0, 1, 7, 300, 999] {
            let mut seen = [false; 256];
            for row in 512..768 {
                let u = uniform(dimension, row, 5);
                let part = (u * 256.0) as usize;
                assert!(!seen[part] && u > 0.0 && u < 1.0, "{dimension} {row}");
                seen[part] = true;
            }
        }
        assert_ne!(uniform(3, 9, 1), uniform(3, 9, 2));
    }
}
