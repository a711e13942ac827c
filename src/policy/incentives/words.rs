//! What is said of [`Incentives`](super::Incentives).

use crate::base::Employer;
use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{percent, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "incentives::no-posts",
        "The staff of this occupation are not followed by employer, so nobody knows who would get the allowance.",
        "Name an occupation with posts: the message lists them.",
    ),
    refuses(
        "incentives::not-public",
        "An allowance is promised to private staff, or to no employer.",
        "Name Central, Provincial or Commune.",
    ),
    warns(
        "incentives::points-as-share",
        "An allowance of less than one point of pay is written; often a share was meant.",
        "Points are hundredths of pay: three tenths are written 30.",
    ),
    warns(
        "incentives::size-zero",
        "An allowance of 0 points without starting pay changes nothing.",
        "Write the points of pay, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "incentives::touches-nothing",
        "The allowance would reach nobody: no employer, no province, or none as poor as written.",
        "Name an employer and a province; the income index of the nation is 1.",
    ),
    refuses(
        "incentives::twice",
        "An employer or a province stands twice in its list.",
        "Keep it once; more pay is more points.",
    ),
    refuses(
        "incentives::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
    ),
    refuses(
        "incentives::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "incentives::very-large",
        "An allowance more than doubles pay: often a zero too many.",
        "Check the points; past about half of pay more of it moves hardly anybody.",
    ),
];

messages! {
    nobody() = "this allowance is paid to nobody: the list of employers is empty"
        => "name Central, Provincial or Commune, or take the policy out";
    not_public(employer: Employer)
        = "{employer:?} is no public employer: its pay is not the state's to raise"
        => "name Central, Provincial or Commune";
    employer_twice(employer: Employer) = "{employer:?} is in the list twice"
        => "keep one of the two; more pay is more points";
    no_points() = "an allowance of 0 points changes nothing"
        => "write the points of pay: 30 raises pay by three tenths";
    as_share(points) = "{points} points are {points} % of pay"
        => "points are hundredths: three tenths of pay are written 30";
    very_large(points) = "{points} points more than double pay"
        => "is there a zero too many? Past about half of pay more of it moves hardly anybody";
    no_province() = "the list of provinces is empty: the allowance would reach nobody"
        => "name at least one province, or leave `place` out";
    none_as_poor(level, lowest) = "no province has an income index below {level}"
        => "the lowest of the base is {lowest:.2}; the nation's is 1";
}

/// An allowance is paid.
pub(super) fn allowance(points: f64, starting: Option<f64>) -> String {
    let points = trimmed(points, 1);
    match starting {
        Some(share) => format!(
            "an allowance of {points} points of pay and starting pay {} higher in force",
            percent(share)
        ),
        None => format!("an allowance of {points} points of pay in force"),
    }
}
