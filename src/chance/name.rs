//! What is decided, and about whom, is named once; a fixed hash of the name stands in the address.

use std::collections::BTreeMap;

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
        assert_eq!(Key::of("").number(), 0x811C_9DC5);
        assert_eq!(Key::of("a").number(), 0xE40C_292C);
        assert_eq!(Process::named("foobar").number(), 0xBF9C_F968);
        assert_eq!(
            Process::named("workforce/resign").name(),
            "workforce/resign"
        );
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
}
