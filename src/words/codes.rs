//! Codes a message can carry, with their usual causes and ways out: what `explain CODE` says. Those of
//! a kind of policy stand with it.

mod base;
mod form;
mod meaning;
mod past;

use crate::said::Said;

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
    pub cause: Said,
    /// What to do.
    pub way_out: Said,
}

/// One row of a table of codes that refuse a file.
pub(crate) const fn refuses(code: &'static str, cause: Said, way_out: Said) -> Code {
    Code {
        code,
        weight: Weight::Refuses,
        cause,
        way_out,
    }
}

/// One row of a table of codes that warn.
pub(crate) const fn warns(code: &'static str, cause: Said, way_out: Said) -> Code {
    Code {
        weight: Weight::Warns,
        ..refuses(code, cause, way_out)
    }
}

/// One row of a table of codes that refuse what cannot be meant and warn of what is unusual.
pub(crate) const fn both(code: &'static str, cause: Said, way_out: Said) -> Code {
    Code {
        weight: Weight::Both,
        ..refuses(code, cause, way_out)
    }
}

/// Codes of what stands apart from any kind of policy.
pub(crate) const GENERAL: [&[Code]; 4] = [form::CODES, meaning::CODES, base::CODES, past::CODES];
