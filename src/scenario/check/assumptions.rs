//! A scenario may use its own law for an assumption of the base: one that can be drawn from, fits
//! the kind and the unit of the base's own, and says something new.

use crate::base::{Assumption, Base, Distribution};
use crate::diagnostic::{Problem, Problems, suggestion};
use crate::source::Spanned;
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
            problems.add(
                Problem::error(
                    "assumption::twice",
                    format!("the assumption \"{}\" is given twice", id.value),
                    "keep one of the two",
                )
                .over(id.span.clone())
                .label("the second time")
                .note(first.span.clone(), "the first time"),
            );
            continue;
        }
        let Some(at) = base.assumptions.position(id) else {
            let ids: Vec<&str> = base.assumptions.all.iter().map(|a| a.id.as_str()).collect();
            problems.at(
                id,
                "assumption::unknown",
                format!("the base has no assumption \"{}\"", id.value),
                suggestion(id, &ids, "assumptions.ron of the base lists them all"),
            );
            continue;
        };
        if fits(&base.assumptions.all[at], law, problems) {
            changed.assumptions.all[at].distribution = law.value.clone();
        }
    }
    Arc::new(changed)
}

/// Whether a law can stand for the base's own; says what is wrong or unusual about it.
fn fits(own: &Assumption, law: &Spanned<Distribution>, problems: &mut Problems) -> bool {
    if let Err((message, help)) = sound(law) {
        problems.at(law, "assumption::not-a-law", message, help);
        return false;
    }
    match (&own.distribution, &law.value) {
        (Distribution::Profile(old), Distribution::Profile(new)) if old.len() != new.len() => {
            problems.at(
                law,
                "assumption::other-kind",
                format!(
                    "\"{}\" is a profile of {} shares, not of {}",
                    own.id,
                    old.len(),
                    new.len()
                ),
                format!("write {} shares that add to 1", old.len()),
            );
            return false;
        }
        (Distribution::Profile(old), new) if !matches!(new, Distribution::Profile(_)) => {
            problems.at(
                law,
                "assumption::other-kind",
                format!("\"{}\" is a profile over years and must stay one", own.id),
                format!(
                    "write Profile([...]) with {} shares that add to 1",
                    old.len()
                ),
            );
            return false;
        }
        (old, Distribution::Profile(_)) if !matches!(old, Distribution::Profile(_)) => {
            problems.at(
                law,
                "assumption::other-kind",
                format!("\"{}\" is one number, not a profile over years", own.id),
                "write Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) or Beta(...)",
            );
            return false;
        }
        _ => {}
    }
    if own.distribution == law.value {
        problems.warn_at(
            law,
            "assumption::changes-nothing",
            format!("this is what the base already says about \"{}\"", own.id),
            "take the line out, or write what should differ",
        );
        return true;
    }
    if matches!(law.value, Distribution::Profile(_)) {
        return true;
    }
    let middle = law.quantile(0.5);
    if matches!(own.unit.as_str(), "share" | "fraction" | "probability")
        && !(0.0..=1.0).contains(&middle)
    {
        problems.at(
            law,
            "assumption::share-outside",
            format!(
                "\"{}\" is a {}, between 0 and 1; the middle of this law is {}",
                own.id,
                own.unit,
                short(middle)
            ),
            "a share is a fraction: 15 % is written 0.15",
        );
        return false;
    }
    if let Some((low, high)) = plausible(own)
        && !(low..=high).contains(&middle)
    {
        problems.warn_at(
            law,
            "assumption::unusual",
            format!(
                "the middle of this law, {}, lies outside the base's range of \"{}\"",
                short(middle),
                own.id
            ),
            format!(
                "the base has {} to {} ({}); say in `note` why this scenario differs",
                short(low),
                short(high),
                own.unit
            ),
        );
    }
    true
}

/// The range the base holds plausible: its stated range, else the 5th to 95th percentile.
fn plausible(own: &Assumption) -> Option<(f64, f64)> {
    own.range.or_else(|| {
        own.distribution.is_drawn().then(|| {
            (
                own.distribution.quantile(0.05),
                own.distribution.quantile(0.95),
            )
        })
    })
}

/// Whether the numbers make a law.
fn sound(law: &Distribution) -> Result<(), (String, String)> {
    let say = |message: &str, help: &str| Err((message.to_owned(), help.to_owned()));
    let numbers: Vec<f64> = match *law {
        Distribution::Fixed(v) => vec![v],
        Distribution::Profile(ref shares) => shares.clone(),
        Distribution::Normal { mean, sd } => vec![mean, sd],
        Distribution::LogNormal { median, sigma } => vec![median, sigma],
        Distribution::Triangular { low, mode, high } => vec![low, mode, high],
        Distribution::Uniform { low, high } => vec![low, high],
        Distribution::Beta(a, b) => vec![a, b],
    };
    if !numbers.iter().all(|v| v.is_finite()) {
        return say("a law is made of finite numbers", "write plain numbers");
    }
    match *law {
        Distribution::Fixed(_) => Ok(()),
        Distribution::Profile(ref shares) => {
            let sum: f64 = shares.iter().sum();
            if shares.iter().any(|s| *s < 0.0) {
                say(
                    "a profile has no shares below 0",
                    "write shares of 0 or more that add to 1",
                )
            } else if (sum - 1.0).abs() > 1e-6 {
                Err((
                    format!("the shares of the profile add to {}, not to 1", short(sum)),
                    "change them so that they add to 1".to_owned(),
                ))
            } else {
                Ok(())
            }
        }
        Distribution::Normal { sd, .. } if sd <= 0.0 => say(
            "the standard deviation `sd` of a Normal is above 0",
            "write Fixed(...) for a number that is not uncertain",
        ),
        Distribution::LogNormal { median, .. } if median <= 0.0 => say(
            "the median of a LogNormal is above 0",
            "write Normal(...) for a number that can be negative",
        ),
        Distribution::LogNormal { sigma, .. } if sigma <= 0.0 => say(
            "the spread `sigma` of a LogNormal is above 0",
            "write Fixed(...) for a number that is not uncertain",
        ),
        Distribution::Triangular { low, mode, high }
            if !(low <= mode && mode <= high && low < high) =>
        {
            Err((
                format!(
                    "a Triangular has low <= mode <= high, got {}, {}, {}",
                    short(low),
                    short(mode),
                    short(high)
                ),
                "put the three numbers in order; `mode` is the most likely value".to_owned(),
            ))
        }
        Distribution::Uniform { low, high } if low >= high => say(
            "the lowest value of a Uniform is below its highest",
            "exchange them, or write Fixed(...)",
        ),
        Distribution::Beta(a, b) if a <= 0.0 || b <= 0.0 => say(
            "both numbers of a Beta are above 0",
            "Beta(11, 2) has its mean at 11/13; larger numbers make it narrower",
        ),
        _ => Ok(()),
    }
}

/// A number with at most four digits after the point.
fn short(value: f64) -> f64 {
    let scale = if value.abs() < 0.1 { 1e6 } else { 1e4 };
    (value * scale).round() / scale
}
