//! A finished block is put down as bytes and taken up again, number for number: a run that was cut
//! short goes on from what it had.

use super::block::BlockResult;
use super::layout::Layout;
use crate::world::money::{FATES, PURPOSES};

/// The bytes of a finished block of a scenario, by its number among those that are lived together.
pub fn put_down(scenario: u32, block: &BlockResult) -> Vec<u8> {
    const WRITTEN: &str = "numbers and their counts can always be written";
    let entry = (scenario, block);
    let room = postcard::experimental::serialized_size(&entry).expect(WRITTEN);
    postcard::to_extend(&entry, Vec::with_capacity(room)).expect(WRITTEN)
}

/// The block of these bytes, with the number of its scenario; `None` where they are not one.
pub fn take_up(bytes: &[u8]) -> Option<(u32, BlockResult)> {
    match postcard::take_from_bytes(bytes) {
        Ok((entry, [])) => Some(entry),
        _ => None,
    }
}

/// Scenario, first replicate and number of futures of these bytes, without the rest of them.
pub fn place_of(bytes: &[u8]) -> Option<(u32, u32, u32)> {
    let (place, _) = postcard::take_from_bytes::<(u32, u32, usize)>(bytes).ok()?;
    Some((place.0, place.1, place.2 as u32))
}

/// Whether a block has the shape this layout gives, and was traced as asked.
pub fn fits(block: &BlockResult, layout: &Layout, traced: bool) -> bool {
    let lanes = block.lanes;
    (1..=crate::lanes::WIDTH).contains(&lanes)
        && block.samples.len() == layout.cells() * lanes
        && block.ledger.len() == layout.ledger.len() * layout.simulated() * lanes
        && block.met.len() == layout.tests.len() * layout.simulated()
        && block.seen.len() == block.met.len()
        && block.seen_in.len() == block.met.len()
        && block.gaps.len() == layout.tests.len() * lanes
        && block.hiring.len() == layout.occupations * layout.simulated() * lanes
        && block.costs_here.len()
            == layout
                .here
                .map_or(0, |_| 4 * PURPOSES.len() * layout.simulated() * lanes)
        && block.at_work.len() == layout.policies * layout.simulated()
        && block.fates.len() == layout.policies * FATES * layout.simulated() * lanes
        && block.policy_costs.len() == layout.policies * layout.simulated() * lanes
        && block.promised.len() == layout.policies * lanes
        && block.trace.is_some() == traced
}

/// Rows of numbers as the bytes they are made of: a file of this kind never leaves its machine.
pub(super) mod plain {
    use serde::de::{Error, Unexpected, Visitor};
    use serde::{Deserializer, Serializer};
    use std::fmt;
    use std::marker::PhantomData;
    use wide::bytemuck::{Pod, cast_slice, pod_read_unaligned};

    pub fn serialize<T: Pod, S: Serializer>(row: &[T], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(cast_slice(row))
    }

    pub fn deserialize<'de, T: Pod, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
        from.deserialize_bytes(Row(PhantomData))
    }

    struct Row<T>(PhantomData<T>);

    impl<T: Pod> Visitor<'_> for Row<T> {
        type Value = Vec<T>;

        fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
            write!(out, "whole numbers of {} bytes", size_of::<T>())
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
            let numbers = bytes.chunks_exact(size_of::<T>());
            if numbers.remainder().is_empty() {
                Ok(numbers.map(pod_read_unaligned).collect())
            } else {
                Err(E::invalid_value(Unexpected::Bytes(bytes), &self))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block() -> BlockResult {
        BlockResult {
            first: 32,
            lanes: 2,
            samples: vec![0.1, f32::NAN, -0.0, 3.0],
            ledger: vec![1.0; 3],
            costs: Vec::new(),
            met: vec![1, 3],
            seen: vec![0b11, 0],
            seen_in: vec![[1, 2, 3], [0, 1, 0]],
            gaps: vec![[1.0, 2.0, 3.0]; 2],
            hiring: vec![[4.0, 5.0]],
            costs_here: vec![6.0],
            policy_costs: vec![[1.5, 0.0, 0.0, 2.0]],
            fates: vec![[0.5, 0.0, 0.0, 0.0]; 3],
            at_work: vec![[3, 1]],
            promised: vec![[2.0, 1.5], [f32::NAN; 2]],
            assumed: vec![0.5],
            read: vec![true, false],
            checks: u64::MAX,
            trace: None,
        }
    }

    #[test]
    fn a_block_comes_back_bit_for_bit() {
        let bytes = put_down(5, &block());
        let (scenario, again) = take_up(&bytes).expect("a whole block");
        let place = (scenario, again.first, again.lanes as u32);
        assert_eq!((place_of(&bytes), scenario), (Some(place), 5));
        let bits = |row: &[f32]| row.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&again.samples), bits(&block().samples));
        assert_eq!(put_down(5, &again), bytes);
    }

    #[test]
    fn what_is_cut_short_or_too_long_is_no_block() {
        let bytes = put_down(0, &block());
        for cut in 0..bytes.len() {
            assert!(take_up(&bytes[..cut]).is_none(), "cut at {cut}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert!(take_up(&longer).is_none());
    }
}
