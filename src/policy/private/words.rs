//! What is said of [`PrivateSector`](super::PrivateSector).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{percent, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "private::below-one",
        "A multiple below 1 would keep private owners away, and a policy can only draw them in.",
        "Write 1 or more. To ask what happens if fewer come, give `priv.openings` or `priv.size` another law under `assumptions`.",
    ),
    warns(
        "private::changes-nothing",
        "A policy on private hospitals has multiples of 1, no points of growth and no public money.",
        "Write `openings`, `size`, `expansion` or `ppp`, or take the policy out.",
    ),
    warns(
        "private::far-from-trend",
        "Private owners are asked for several times the beds they open anyway, or the growth of those that stand is raised by more than ten points a year; often per cent were written.",
        "15 % private beds in 2030 would need nearly six times the trend of ten years; the model lets only a part come true. One point is written 0.01.",
    ),
    refuses(
        "private::no-province",
        "The list of provinces of a policy on private hospitals is empty.",
        "Name at least one province, or leave `provinces` out for all of them.",
    ),
    refuses(
        "private::not-public",
        "The public money for private beds would be paid by private owners.",
        "Let Ministry, Provincial or Hospitals pay; owners pay the rest of each bed by themselves.",
    ),
    refuses(
        "private::nothing-paid",
        "The public share of a bed's cost is 0, so no money can be spent.",
        "Write the part the public pays, such as 0.3, or leave `ppp` out.",
    ),
    refuses(
        "private::province-twice",
        "A province stands twice in the list of a policy on private hospitals.",
        "Keep one of the two.",
    ),
    refuses(
        "private::unknown-province",
        "A policy on private hospitals names a province the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
];

messages! {
    below_one(field, times) = "{field} of {times} would keep private owners away"
        => "write 1 or more; for fewer or smaller hospitals give `priv.openings` or `priv.size` another law under `assumptions`";
    nothing_paid() = "a share of 0 pays for no part of a bed"
        => "write the part of a bed's cost that the public pays, such as 0.3, or leave `ppp` out";
    not_public() = "public money cannot be paid by private owners"
        => "let Ministry, Provincial or Hospitals pay; private owners pay the rest of each bed by themselves";
    no_province() = "the list of provinces is empty: the policy would reach nobody"
        => "name at least one province, or leave `provinces` out for all of them";
    changes_nothing()
        = "openings and size of 1, no points of growth and no public money change nothing"
        => "write `openings: 1.5`, `size: 1.2`, `expansion: 0.01` or `ppp: (money: 200, share: 0.3)`";
    far_from_trend(times)
        = "openings and size together ask for {times:.1} times the beds that private owners open anyway"
        => "the model lets only a part of them come true, as far as patients go: see `priv.brake`";
    fast_growth(points) = "{points:.0} points a year more than private hospitals grow anyway"
        => "one point is written 0.01";
}

/// Private hospitals are drawn in.
pub(super) fn private_hospitals(openings: f64, size: f64, expansion: f64, money: f64) -> String {
    let mut said = Vec::new();
    if openings != 1.0 {
        said.push(format!("{} times the openings", trimmed(openings, 2)));
    }
    if size != 1.0 {
        said.push(format!("hospitals {} times as large", trimmed(size, 2)));
    }
    if expansion != 0.0 {
        said.push(format!(
            "{} more beds a year where they stand",
            percent(expansion)
        ));
    }
    if money > 0.0 {
        said.push("public money for part of the beds".to_owned());
    }
    format!(
        "private beds beyond those that come anyway: {}",
        said.join(", ")
    )
}
