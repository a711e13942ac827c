//! A scenario may use its own law for an assumption of the base: one that can be drawn from, fits
//! the kind and the unit of the base's own, and says something new.

use crate::base::{Assumption, Base, CanBe, Distribution, parts_over_whole, times_beyond};
use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario::assumptions::{self as messages, law};
use crate::messages::scenario::told;
use crate::said::Message;
use crate::source::Spanned;
use crate::units::Year;
use crate::words::data::spoken;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// The base with the laws of the file in its book; the same base where there are none.
pub(super) fn apply(
    written: &[(Spanned<String>, Spanned<Distribution>)],
    base: Arc<Base>,
    problems: &mut Problems,
) -> Arc<Base> {
    if written.is_empty() {
        return base;
    }
    let mut changed = (*base).clone();
    for (n, (id, law)) in written.iter().enumerate() {
        if problems.crowded() {
            break;
        }
        if let Some((first, _)) = written[..n].iter().find(|(earlier, _)| earlier == id) {
            problems.twice((first, id), "assumption::twice", messages::twice(&id.value));
            continue;
        }
        let Some(at) = base.assumptions.position(id) else {
            let ids: Vec<&str> = base.assumptions.all.iter().map(|a| a.id.as_str()).collect();
            problems.refuse(
                id,
                "assumption::unknown",
                messages::unknown(&id.value, suggestion(id, &ids, messages::LIST)),
            );
            continue;
        };
        if fits(&base.assumptions.all[at], law, problems) {
            changed.assumptions.all[at].distribution = law.value.clone();
        }
    }
    let codes = base.occupations.iter().map(|o| o.code.as_str());
    for wrong in parts_over_whole(&changed.assumptions, codes) {
        let mut own = written.iter().rev().filter(|(id, _)| wrong.holds(id));
        if let Some((_, law)) = own.next() {
            let said = messages::parts_over_whole(wrong.listed(), wrong.shown());
            problems.refuse(law, "assumption::over-whole", said);
        }
    }
    Arc::new(changed)
}

/// Shocks a scenario may switch on: the beginning of the ids of each.
const SHOCKS: [&str; 4] = [
    "shock.storm_",
    "shock.epidemic_",
    "shock.freeze_",
    "shock.exit_",
];

/// Warns of a shock that is put outside the years of the run, and of one that is described and never
/// strikes. `base` holds the laws of the file.
pub(super) fn shocks(
    written: &[(Spanned<String>, Spanned<Distribution>)],
    base: &Base,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) {
    let (first, last) = (*years.start(), *years.end());
    for shock in SHOCKS {
        let Some((id, _)) = written.iter().find(|(id, _)| id.starts_with(shock)) else {
            continue;
        };
        let of = |what: &str| {
            let row = base.assumptions.get(&format!("{shock}{what}"));
            row.map(|a| &a.distribution)
        };
        let (Some(chance), Some(given)) = (of("chance"), of("year")) else {
            continue;
        };
        let (from, to) = (given.quantile(0.001), given.quantile(0.999));
        let reached = from < f64::from(last.0) + 0.5 && to > f64::from(first.0) - 0.5;
        let year_id = format!("{shock}year");
        let own_year = written.iter().find(|(id, _)| **id == year_id);
        if let Some((_, law)) = own_year.filter(|_| !reached && to > 0.5) {
            problems.warn(
                law,
                "shock::outside-horizon",
                messages::shock_outside(short(to), first, last),
            );
        } else if !reached && chance.quantile(0.999) <= 0.0 {
            problems.warn(
                id,
                "shock::never-strikes",
                messages::shock_never(shock, first, last, first.plus(2)),
            );
        }
    }
}

/// Whether a law can stand for the base's own; says what is wrong or unusual about it.
fn fits(own: &Assumption, law: &Spanned<Distribution>, problems: &mut Problems) -> bool {
    if let Some(fault) = law.fault() {
        problems.refuse(
            law,
            "assumption::not-a-law",
            messages::no_law(fault, way_out(law)),
        );
        return false;
    }
    match (&own.distribution, &law.value) {
        (Distribution::Profile(old), Distribution::Profile(new)) if old.len() != new.len() => {
            problems.refuse(
                law,
                "assumption::other-kind",
                messages::other_length(&own.id, old.len(), new.len()),
            );
            return false;
        }
        (Distribution::Choice(old), new) => {
            let names =
                |ways: &[(String, f64)]| ways.iter().map(|w| w.0.clone()).collect::<Vec<_>>();
            if !matches!(new, Distribution::Choice(new) if names(new) == names(old)) {
                let ways: Vec<String> = old
                    .iter()
                    .map(|(name, _)| format!("(\"{name}\", ...)"))
                    .collect();
                problems.refuse(
                    law,
                    "assumption::other-kind",
                    messages::stays_choice(&own.id, names(old).join(", "), ways.join(", ")),
                );
                return false;
            }
        }
        (_, Distribution::Choice(_)) => {
            problems.refuse(law, "assumption::other-kind", messages::no_choice(&own.id));
            return false;
        }
        (Distribution::Profile(old), new) if !matches!(new, Distribution::Profile(_)) => {
            problems.refuse(
                law,
                "assumption::other-kind",
                messages::stays_profile(&own.id, old.len()),
            );
            return false;
        }
        (old, Distribution::Profile(_)) if !matches!(old, Distribution::Profile(_)) => {
            problems.refuse(law, "assumption::other-kind", messages::no_profile(&own.id));
            return false;
        }
        _ => {}
    }
    if own.distribution == law.value {
        problems.warn(
            law,
            "assumption::changes-nothing",
            messages::as_in_base(&own.id),
        );
        return true;
    }
    if matches!(
        law.value,
        Distribution::Profile(_) | Distribution::Choice(_)
    ) {
        return true;
    }
    // Read as it is drawn: what the quantity cannot be is cut off, or told percentiles bend away from it.
    let given = Assumption {
        distribution: law.value.clone(),
        ..own.clone()
    };
    // A value or a law meant in per cent shows before it is cut.
    let middle = match law.value {
        Distribution::Percentiles(_) => given.quantile(0.5),
        _ => law.quantile(0.5),
    };
    // An occupancy is a share that may lie above 1.
    let bounded = own.distribution.quantile(0.95) <= 1.0;
    if bounded
        && matches!(own.unit.as_str(), "share" | "fraction" | "probability")
        && !(0.0..=1.0).contains(&middle)
    {
        problems.refuse(
            law,
            "assumption::share-outside",
            messages::share_outside(&own.id, spoken(&own.unit), short(middle)),
        );
        return false;
    }
    if let Some(fault) = own.cannot_be(&law.value) {
        problems.refuse(law, "assumption::not-a-law", messages::cannot_be(fault));
        return false;
    }
    let ends = [given.quantile(0.05), given.quantile(0.95)];
    if let Some(fault) = too_far(own, ends) {
        problems.refuse(law, "assumption::too-far", fault);
        return false;
    }
    if let Some((low, high)) = plausible(own)
        && !(low..=high).contains(&middle)
    {
        problems.warn(
            law,
            "assumption::unusual",
            messages::unusual(
                &own.id,
                short(middle),
                short(low),
                short(high),
                spoken(&own.unit),
            ),
        );
    } else if let Some((low, high)) = plausible(own) {
        far_tails(own, law, (ends[0], ends[1]), (low, high), problems);
    }
    true
}

/// What is said of a law one of whose ends lies so many times beyond the base's range that it is in
/// another unit. What is a share or a change has bounds of its own.
fn too_far(own: &Assumption, ends: [f64; 2]) -> Option<Message> {
    let can = own.can_be();
    if !matches!(can, CanBe::Any | CanBe::NotNegative | CanBe::Positive) {
        return None;
    }
    let middle = own.quantile(0.5);
    let (low, high) = plausible(own).unwrap_or((middle, middle));
    let most = times_beyond();
    let size = high.abs().max(low.abs());
    let beyond = |end: &&f64| {
        let small = can == CanBe::Positive && **end < low / most;
        size > 0.0 && (end.abs() > most * size || small)
    };
    let end = *ends.iter().find(beyond)?;
    let unit = spoken(&own.unit);
    let said = match own.distribution.is_drawn() || own.range.is_some() {
        true => messages::too_far(
            &own.id,
            plainly(end),
            plainly(low),
            plainly(high),
            unit,
            most,
        ),
        false => messages::too_far_from(&own.id, plainly(end), plainly(low), unit, most),
    };
    Some(said)
}

/// Warns of a law whose middle is sound and whose ends are far from what the base holds possible.
fn far_tails(
    own: &Assumption,
    law: &Spanned<Distribution>,
    (from, to): (f64, f64),
    (low, high): (f64, f64),
    problems: &mut Problems,
) {
    let room = 3.0 * (high - low);
    if from < low - room || to > high + room {
        problems.warn(
            law,
            "assumption::wide",
            messages::wide(
                &own.id,
                short(from),
                short(to),
                short(low),
                short(high),
                spoken(&own.unit),
            ),
        );
    }
}

/// The range the base holds plausible: its stated range, else the 5th to 95th percentile.
fn plausible(own: &Assumption) -> Option<(f64, f64)> {
    own.range.or_else(|| {
        own.distribution
            .is_drawn()
            .then(|| (own.quantile(0.05), own.quantile(0.95)))
    })
}

/// What to do about a law that cannot be drawn from.
fn way_out(law: &Distribution) -> crate::said::Said {
    match law {
        Distribution::Fixed(_) => law::FIXED,
        Distribution::Profile(_) => law::PROFILE,
        Distribution::Normal { .. } | Distribution::LogNormal { .. } => law::NORMAL,
        Distribution::Triangular { .. } => law::TRIANGULAR,
        Distribution::Uniform { .. } => law::UNIFORM,
        Distribution::Beta(..) => law::BETA,
        Distribution::Choice(_) => law::CHOICE,
        Distribution::Percentiles(_) => told::PERCENTILES,
        Distribution::Variants(_) => told::VARIANTS,
    }
}

/// A number with at most four digits after the point.
fn short(value: f64) -> f64 {
    let scale = if value.abs() < 0.1 { 1e6 } else { 1e4 };
    (value * scale).round() / scale
}

/// The same, as powers of ten where it would fill a line.
fn plainly(value: f64) -> String {
    match value.abs() >= 1e15 {
        true => format!("{value:e}"),
        false => short(value).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::field;

    #[test]
    fn a_shock_that_is_described_strikes_some_time() {
        let row = |r: &str| format!("assumptions: {{{r}}}");
        field(&row("\"shock.storm_year\": Fixed(2028)"), &[]);
        field(
            &row("\"shock.storm_beds\": Fixed(0.2), \"shock.storm_chance\": Fixed(0.1)"),
            &[],
        );
        field(
            &row("\"shock.storm_beds\": Fixed(0.2)"),
            &[("shock::never-strikes", "\"shock.storm_beds\"")],
        );
        field(
            &row("\"shock.storm_year\": Fixed(2048)"),
            &[("shock::outside-horizon", "Fixed(2048)")],
        );
    }

    #[test]
    fn assumptions_keep_kind_unit_and_range() {
        let row = |r: &str| format!("assumptions: {{{r}}}");
        field(&row("\"post.match\": Uniform(low: 0.82, high: 0.95)"), &[]);
        field(
            &row("\"post.match\": Uniform(low: 0.8, high: 1.0)"),
            &[(
                "assumption::changes-nothing",
                "Uniform(low: 0.8, high: 1.0)",
            )],
        );
        field(
            &row("\"post.match\": Fixed(0.5)"),
            &[("assumption::unusual", "Fixed(0.5)")],
        );
        // Most of it lies above 1 or below 0, where no share can be.
        field(
            &row("\"post.match\": Normal(mean: 0.9, sd: 0.9)"),
            &[("assumption::not-a-law", "Normal(mean: 0.9, sd: 0.9)")],
        );
        field(
            &row("\"post.match\": Fixed(90)"),
            &[("assumption::share-outside", "Fixed(90)")],
        );
        field(
            &row("\"capex.unit_central\": Fixed(0)"),
            &[("assumption::not-a-law", "Fixed(0)")],
        );
        field(
            &row("\"cost.station\": Normal(mean: -1, sd: 2)"),
            &[("assumption::not-a-law", "Normal(mean: -1, sd: 2)")],
        );
        field(
            &row("\"post.mach\": Fixed(0.9)"),
            &[("assumption::unknown", "\"post.mach\"")],
        );
        field(
            &row("\"build.lag\": Fixed(0.9)"),
            &[("assumption::other-kind", "Fixed(0.9)")],
        );
        field(
            &row("\"build.lag\": Profile([1.0])"),
            &[("assumption::other-kind", "Profile([1.0])")],
        );
        field(
            &row("\"build.lag\": Profile([0.3, 0.6])"),
            &[("assumption::not-a-law", "Profile([0.3, 0.6])")],
        );
        field(&row("\"build.lag\": Profile([0.3, 0.7])"), &[]);
        field(
            &row("\"post.match\": Fixed(0.9), \"post.match\": Fixed(0.91)"),
            &[("assumption::twice", "\"post.match\"")],
        );
        for (written, code) in [
            ("\"cost.station\": Fixed(0.005)", "assumption::too-far"),
            ("\"cost.station\": Fixed(5200)", "assumption::too-far"),
            ("\"cost.station\": Fixed(1e308)", "assumption::too-far"),
            (
                "\"cost.station\": Uniform(low: 4, high: 900)",
                "assumption::too-far",
            ),
        ] {
            let law = written.split_once(": ").unwrap().1;
            field(&row(written), &[(code, law)]);
        }
        for law in [
            "Triangular(low: 0.9, mode: 0.8, high: 1.0)",
            "Triangular(low: 0.9, mode: 0.9, high: 0.9)",
            "Normal(mean: 0.9, sd: 0)",
            "LogNormal(median: -1, sigma: 0.1)",
            "LogNormal(median: 1, sigma: 0)",
            "Uniform(low: 1, high: 0)",
            "Beta(0, 1)",
            "Fixed(inf)",
            "Percentiles([P50(0.8)])",
            "Percentiles([P50(0.8), P10(0.9)])",
            "Percentiles([P10(0.9), P50(0.9)])",
            "Percentiles([P10(0.8), P50(0.9), P99(1.2)])",
            "Variants([(0.5, Fixed(0.8)), (0.6, Fixed(0.9))])",
            "Variants([(0.5, Fixed(0.8)), (0.5, Uniform(low: 1, high: 0.9))])",
            "Variants([(0.5, Fixed(0.8)), (0.5, Fixed(1.9))])",
        ] {
            field(
                &row(&format!("\"post.match\": {law}")),
                &[("assumption::not-a-law", law)],
            );
        }
        for law in [
            "Percentiles([P10(0.82), P50(0.9), P90(0.95)])",
            "Percentiles([P(2.5, 0.82), P(97.5, 0.98)])",
            "Variants([(0.6, Percentiles([P10(0.82), P90(0.95)])), (0.4, Fixed(0.9))])",
        ] {
            field(&row(&format!("\"post.match\": {law}")), &[]);
        }
        field(
            &row("\"post.match\": Normal(mean: 0.9, std: 0.1)"),
            &[("ron::unknown-field", "std")],
        );
    }
}
