//! What was lived of packages is put down as it comes, so that a search that was cut short goes on from there:
//! it asks the same futures of the same packages again, in the same order, and finds them.

use super::space::Package;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which futures of which package: the first of its pool, the package, from this one of them to before that.
type Place = (u32, Package, u32, u32);

/// Some futures of a package.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Stretch {
    /// `[target][block]`: a bit for each future that meets it.
    pub hits: Vec<Vec<u16>>,
    /// `[target][future]`: what it is judged on in its year.
    pub values: Vec<Vec<f32>>,
    /// `[payer][future]`: all that is spent in the years that count, billion.
    pub spent: [Vec<f32>; 4],
    /// Which assumptions were read.
    pub read: Vec<bool>,
}

/// What an earlier try has lived, and where what is lived now is put.
pub struct Kept<'a> {
    known: BTreeMap<Place, Stretch>,
    put: &'a (dyn Fn(&[u8]) + Sync),
}

/// How many futures these bytes hold; `None` where they are no such entry.
pub fn futures_in(entry: &[u8]) -> Option<u32> {
    let ((_, _, from, to), _) = postcard::from_bytes::<(Place, Stretch)>(entry).ok()?;
    to.checked_sub(from)
}

impl<'a> Kept<'a> {
    /// Nothing was lived before, and nothing is put down.
    pub fn nothing() -> Kept<'static> {
        Kept::of(std::iter::empty(), &|_| {})
    }

    /// What these entries hold of an earlier try; what is no such entry is left out.
    pub fn of(entries: impl Iterator<Item = Vec<u8>>, put: &'a (dyn Fn(&[u8]) + Sync)) -> Kept<'a> {
        let entry = |bytes: Vec<u8>| postcard::from_bytes::<(Place, Stretch)>(&bytes).ok();
        Kept {
            known: entries.filter_map(entry).collect(),
            put,
        }
    }

    /// What was lived of these futures, of so many targets and assumptions.
    pub(super) fn take(
        &self,
        place: &Place,
        [targets, assumptions]: [usize; 2],
    ) -> Option<Stretch> {
        let stretch = self.known.get(place)?;
        let futures = (place.3 - place.2) as usize;
        let whole = stretch.hits.len() == targets
            && stretch.values.len() == targets
            && stretch.read.len() == assumptions
            && stretch
                .values
                .iter()
                .chain(&stretch.spent)
                .all(|row| row.len() == futures);
        whole.then(|| stretch.clone())
    }

    /// Puts down what was lived.
    pub(super) fn keep(&self, place: Place, stretch: &Stretch) {
        let bytes = postcard::to_allocvec(&(place, stretch));
        (self.put)(&bytes.expect("numbers and their counts can always be written"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn what_was_put_down_is_found_again_and_only_that() {
        let stretch = Stretch {
            hits: vec![vec![5]],
            values: vec![vec![1.0; 16]],
            spent: std::array::from_fn(|_| vec![2.0; 16]),
            read: vec![true],
        };
        let lies = Mutex::new(Vec::new());
        let put = |bytes: &[u8]| lies.lock().expect("alone").push(bytes.to_vec());
        Kept::of(std::iter::empty(), &put).keep((0, vec![1, 2], 16, 32), &stretch);
        let entries = lies.into_inner().expect("alone");
        let spoilt = entries[0][..9].to_vec();
        assert_eq!(futures_in(&entries[0]), Some(16));
        assert_eq!(futures_in(&spoilt), None);
        let kept = Kept::of(entries.into_iter().chain([spoilt]), &|_| {});
        assert_eq!(kept.take(&(0, vec![1, 2], 16, 32), [1, 1]), Some(stretch));
        for (place, shape) in [
            ((1, vec![1, 2], 16, 32), [1, 1]),
            ((0, vec![1], 16, 32), [1, 1]),
            ((0, vec![1, 2], 16, 32), [2, 1]),
            ((0, vec![1, 2], 16, 32), [1, 2]),
        ] {
            assert_eq!(kept.take(&place, shape), None);
        }
    }
}
