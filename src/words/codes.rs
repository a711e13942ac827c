//! Every code a message can carry, with its usual cause and the way out: what `explain CODE` says.

mod base;
mod form;
mod meaning;
mod past;

use std::sync::LazyLock;

/// What a message does to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The file is refused.
    Refuses,
    /// The run goes on.
    Warns,
    /// Refuses what cannot be meant and warns of what is unusual.
    Both,
}

/// A code with its explanation.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The code: `satellite::unknown-hospital`.
    pub code: &'static str,
    /// What it does to a run.
    pub weight: Weight,
    /// What usually causes it.
    pub cause: &'static str,
    /// What to do.
    pub way_out: &'static str,
}

/// One row of a table of codes that refuse a file.
const fn refuses(code: &'static str, cause: &'static str, way_out: &'static str) -> Code {
    Code {
        code,
        weight: Weight::Refuses,
        cause,
        way_out,
    }
}

/// One row of a table of codes that warn.
const fn warns(code: &'static str, cause: &'static str, way_out: &'static str) -> Code {
    Code {
        weight: Weight::Warns,
        ..refuses(code, cause, way_out)
    }
}

/// One row of a table of codes that refuse what cannot be meant and warn of what is unusual.
const fn both(code: &'static str, cause: &'static str, way_out: &'static str) -> Code {
    Code {
        weight: Weight::Both,
        ..refuses(code, cause, way_out)
    }
}

/// Every code in alphabetical order.
pub static ALL: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let mut all: Vec<Code> = [form::CODES, meaning::CODES, base::CODES, past::CODES].concat();
    all.sort_by_key(|c| c.code);
    all
});

/// The row of a code.
pub fn get(code: &str) -> Option<&'static Code> {
    ALL.iter().find(|c| c.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_and_says_cause_and_way_out() {
        assert!(ALL.windows(2).all(|w| w[0].code < w[1].code));
        for code in ALL.iter() {
            for text in [code.cause, code.way_out] {
                assert!(
                    text.len() > 15 && text.ends_with('.'),
                    "{}: {text}",
                    code.code
                );
            }
        }
    }
}
