//! What is said of [`RetirementExtension`](super::RetirementExtension).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "retirement::no-posts",
        "The staff of this occupation are not followed by employer, so nobody knows who of them is public.",
        "Name an occupation with posts: the message lists them.",
    ),
    warns(
        "retirement::size-zero",
        "A share of 0 keeps nobody at work.",
        "Write the share of those who would retire, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "retirement::twice",
        "Two policies keep the staff of one occupation at work in the same years, and it is not said which age holds.",
        "Keep one of the two, or give them years that do not overlap.",
    ),
    refuses(
        "retirement::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
    ),
];

messages! {
    keeps_nobody() = "a share of 0 keeps nobody"
        => "write the share of those who would retire that works on: 0.3 is three in ten";
    twice(policy, occupation) = "the policy \"{policy}\" keeps \"{occupation}\" at work in the same years"
        => "keep one of the two, or give them years that do not overlap";
}

/// Staff work on.
pub(super) fn work_on(plural: &str, share: f64, age: u32) -> String {
    format!(
        "{} of the {plural} who would retire kept at work, to {age} at most",
        percent(share)
    )
}
