//! What is decided, and about whom, is named once; a fixed hash of the name stands in the address.
//!
//! Ids are chosen by people, so hashes are wide enough never to meet. Among `n` random numbers of 64
//! bits the chance that any two are the same is at most `n (n - 1) / 2^65` (the birthday bound). A base
//! of 20,000 facilities with 100 policies that each decide about every facility asks for 2,000,000
//! names of the kind `transfer/POLICY/FACILITY`, each with two processes, and for fewer than 100,000
//! other pairs of process and name: 4,100,000 addresses, of which any two are the same with a chance of
//! at most 1.681e13 / 3.689e19 = 4.6e-7. [`refuse_clashes`] still looks before a run.

use std::collections::BTreeMap;

/// What is being decided: a name given once, in the file that uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    name: &'static str,
    number: u64,
}

impl Process {
    /// The process of this name; its number is the spread 64-bit FNV-1a hash of the name.
    pub const fn named(name: &'static str) -> Process {
        Process {
            name,
            number: spread(fnv1a(FNV_START, name.as_bytes()) ^ PROCESSES_APART),
        }
    }

    /// The name it was given.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The number that stands for it in an address.
    #[cfg(any(test, feature = "internals"))]
    pub const fn number(self) -> u64 {
        self.number
    }

    /// The two words that stand in an address for this process deciding about `key`.
    ///
    /// For one process the words of two keys differ whenever the keys do. For two processes they
    /// meet as two random numbers of 64 bits do.
    pub const fn about(self, key: Key) -> [u32; 2] {
        let both = self.number.wrapping_add(key.number());
        [both as u32, (both >> 32) as u32]
    }
}

/// Who is decided about: a stable hash of a code such as `lai-chau/doctor/commune`, never a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

impl Key {
    /// The key of a code; the 64-bit FNV-1a hash of its text.
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

    /// The number that stands for it in an address: the hash, spread over all its bits.
    pub const fn number(self) -> u64 {
        spread(self.0)
    }
}

const FNV_START: u64 = 0xCBF2_9CE4_8422_2325;
/// Keeps a process apart from the key of the same name.
const PROCESSES_APART: u64 = 0x9E37_79B9_7F4A_7C15;

/// The 64-bit Fowler-Noll-Vo hash, variant 1a, carried on from `hash`.
const fn fnv1a(mut hash: u64, bytes: &[u8]) -> u64 {
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01B3);
        i += 1;
    }
    hash
}

/// Every bit of the number depends on every bit of the hash, and different hashes stay different:
/// codes that differ in their last letter would otherwise lie a few steps apart, and process and key
/// are added. The last step of SplitMix64.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
pub(crate) const fn spread(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// Two names that would share their random numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::messages::shared_luck(first, second))]
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(Key::of(""), Key(0xCBF2_9CE4_8422_2325));
        assert_eq!(Key::of("a"), Key(0xAF63_DC4C_8601_EC8C));
        assert_eq!(Key::of("foobar"), Key(0x8594_4171_F739_67E8));
        assert_eq!(
            Process::named("workforce/resign").name(),
            "workforce/resign"
        );
    }

    #[test]
    fn names_that_would_share_their_luck_are_refused() {
        // Two that met in 32 bits, and a pair found by a search to meet in 64.
        assert_eq!(refuse_clashes(["hue", "da-nang", "hue"]), Ok(()));
        assert_eq!(refuse_clashes(["costarring", "liquid"]), Ok(()));
        let (first, second) = ("8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ");
        let clash = refuse_clashes(["hue", first, "da-nang", second]).unwrap_err();
        assert_eq!(
            (clash.first.as_str(), clash.second.as_str()),
            (first, second)
        );
        assert!(clash.to_string().contains("please rename"));
    }

    #[test]
    fn neighbouring_names_lie_far_apart_and_no_process_meets_the_key_of_another() {
        // Policies and facilities as people number them: 100 policies, 2,000 facilities each, and the
        // processes whose names differ in one letter.
        let processes = ["transfer/agree", "transfer/loss", "p1", "p2"].map(Process::named);
        let mut met = std::collections::HashSet::new();
        for policy in 0..100 {
            for facility in 0..2_000 {
                let key = Key::of(&format!("transfer/p{policy}/f{facility}"));
                for process in processes {
                    assert!(met.insert(process.about(key)), "p{policy} f{facility}");
                }
            }
        }
        let apart = Key::of("p1").number() ^ Key::of("p2").number();
        assert!((12..52).contains(&apart.count_ones()));
    }
}
