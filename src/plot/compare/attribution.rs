//! The change of one option walks from nothing to its whole, one step for each decision.

use super::rows::{self, Row};
use super::{page, slug};
use crate::plot::page::Height;
use crate::plot::style::WIDTH;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::comparison::{Attributed, Attribution, Comparison, Mean, PartKind, Verdict};
use crate::words::{chart::compare as words, compare as said, number};

/// The outcomes of a split that have a picture: what the option exists for, the headline target it
/// moves most, and the cost.
pub fn pictured<'a>(c: &Comparison, split: &'a Attribution) -> Vec<&'a Attributed> {
    let lead = c.options[split.option].lead;
    let headline = |x: &&Attributed| x.question.is_some_and(|q| c.questions[q].headline);
    let most = split
        .outcomes
        .iter()
        .filter(headline)
        .max_by(|a, b| a.total.value.abs().total_cmp(&b.total.value.abs()))
        .and_then(|x| x.question);
    let wanted = |x: &&Attributed| x.question.is_none() || x.question == lead || x.question == most;
    let moves = |x: &&Attributed| x.total != Mean::default();
    split.outcomes.iter().filter(wanted).filter(moves).collect()
}

/// Draws one of them.
pub fn draw(
    c: &Comparison,
    split: &Attribution,
    outcome: &Attributed,
) -> Result<Picture, PlotError> {
    let option = &c.options[split.option];
    let question = outcome.question.map(|q| &c.questions[q]);
    let (id, what, scale, axis) = match question {
        Some(q) => (
            q.id.clone(),
            crate::words::report::lower_first(&said::question(c, q)),
            said::scale(q.kind, q.unit),
            words::difference_axis(q, &c.currency),
        ),
        None => (
            "cost".to_owned(),
            crate::words::report::lower_first(&said::option_cost(c.last_year())),
            1.0,
            words::cost_change_axis(&c.currency),
        ),
    };
    let name = format!("attribution-{}-{}", slug(&option.name), slug(&id));
    let mut table = Table::new(&[
        "option",
        "outcome",
        "part",
        "change",
        "low",
        "high",
        "order_error",
    ]);
    let mut put = |part: &str, change: Mean, error: Option<f64>| {
        table.row(&[
            ("option", option.name.clone()),
            ("outcome", id.clone()),
            ("part", part.to_owned()),
            ("change", figure(change.value)),
            ("low", figure(change.low)),
            ("high", figure(change.high)),
            ("order_error", error.map_or(String::new(), figure)),
        ]);
    };
    let scaled = |m: Mean| Mean {
        value: m.value * scale,
        low: m.low * scale,
        high: m.high * scale,
    };
    // More is blue unless the question says that less is better.
    let turned = question.is_some_and(|q| q.better == Some(crate::base::Direction::AtMost));
    let verdict = |value: f64| match (value == 0.0, (value > 0.0) != turned) {
        (true, _) => Verdict::Same,
        (false, true) => Verdict::Better,
        (false, false) => Verdict::Worse,
    };
    let changes: Vec<Mean> = outcome.shares.iter().map(|s| s.change).collect();
    let (told_parts, told_total) = said::split(&changes, outcome.total, scale);
    let row = |name: String,
               from: f64,
               change: Mean,
               (told, error): (&said::Interval, Option<f64>),
               strong: bool| {
        let mut text = told.with_interval();
        if let Some(error) = error {
            text += &format!(
                " \u{b1}{}",
                said::amount(words::exactly(error * scale)).value
            );
        }
        Row {
            name,
            mean: Some(scaled(change)),
            from: Some(from),
            verdict: verdict(change.value),
            text,
            strong,
        }
    };
    let mut reached = 0.0;
    let mut all = Vec::new();
    for ((part, share), told) in split.parts.iter().zip(&outcome.shares).zip(&told_parts) {
        put(&part.id, share.change, share.order_error);
        let title = said::part(&part.id, part.kind);
        let told = (told, share.order_error);
        all.push(row(title, reached, share.change, told, false));
        reached += share.change.value * scale;
    }
    put("total", outcome.total, None);
    all.push(row(
        words::TOGETHER.to_owned(),
        0.0,
        outcome.total,
        (&told_total, None),
        true,
    ));
    let most = split
        .parts
        .iter()
        .zip(&outcome.shares)
        .zip(&told_parts)
        .filter(|((part, _), _)| part.kind != PartKind::NotSplit)
        .max_by(|(a, _), (b, _)| a.1.change.value.abs().total_cmp(&b.1.change.value.abs()));
    let most = most.map(|((part, _), told)| (part.id.clone(), told.value.clone()));
    let value = |v: f64| match question {
        Some(q) if q.threshold.is_some() => number::value(crate::results::Unit::Share, v),
        Some(q) => number::value(q.unit, v),
        None => number::short(v),
    };
    let title = words::attribution_title(&option.title, &what);
    let most = most
        .as_ref()
        .map(|(part, change)| (part.as_str(), change.as_str()));
    let (before, now) = (value(outcome.reference), value(outcome.here));
    let subtitle = words::attribution_answer(&before, &now, most);
    let note = words::attribution_note(split.futures, c.futures(), split.orders);
    let height = Height::Body(rows::height(all.len()));
    let mut page = page(c, (&title, &subtitle), &note, WIDTH, height);
    rows::draw(&mut page.scene, page.body, &all, &axis);
    Ok(Picture {
        chart: "attribution",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    })
}
