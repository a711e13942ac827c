//! Every code a message can carry: those of each kind of policy, and all others.

use crate::policy::KINDS;
use crate::words::codes::{Code, GENERAL};
use std::sync::LazyLock;

/// Every code in alphabetical order.
pub static ALL: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let of_policies = KINDS.iter().map(|kind| kind.codes);
    let mut all = GENERAL
        .into_iter()
        .chain(of_policies)
        .collect::<Vec<_>>()
        .concat();
    all.sort_by_key(|c| c.code);
    all
});

/// The row of a code.
#[cfg(any(test, feature = "internals"))]
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
