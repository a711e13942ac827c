//! One question, every option: the change against the reference, with its interval and verdict.

use super::rows::{self, Row};
use super::{page, slug};
use crate::plot::page::Height;
use crate::plot::style::WIDTH;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::comparison::{Comparison, Mean, Verdict};
use crate::words::{chart::compare as words, compare as said};

/// Draws the differences of one question.
pub fn draw(c: &Comparison, q: usize) -> Result<Picture, PlotError> {
    let question = &c.questions[q];
    let name = format!("difference-{}", slug(&question.id));
    let scale = said::scale(question.kind, question.unit);
    let mut table = Table::new(&[
        "option",
        "question",
        "value",
        "difference",
        "low",
        "high",
        "helped",
        "harmed",
        "unchanged",
        "verdict",
    ]);
    let mut all = Vec::new();
    for o in c.in_order() {
        let answer = c.answer(q, o);
        let value = said::value_in_short(question, answer);
        let option = c.options[o].name.clone();
        let Some(d) = &answer.difference else {
            if o == c.reference {
                all.push(Row {
                    name: option,
                    mean: None,
                    from: None,
                    verdict: Verdict::Same,
                    text: value,
                    strong: true,
                });
            }
            continue;
        };
        table.row(&[
            ("option", option.clone()),
            ("question", question.id.clone()),
            (
                "value",
                answer.value.map_or(String::new(), |m| figure(m.value)),
            ),
            ("difference", figure(d.mean)),
            ("low", figure(d.low)),
            ("high", figure(d.high)),
            ("helped", d.helped.to_string()),
            ("harmed", d.harmed.to_string()),
            ("unchanged", d.unchanged.to_string()),
            ("verdict", said::verdict_in_tables(d.verdict).to_owned()),
        ]);
        let told = said::difference(question, d);
        all.push(Row {
            name: option,
            mean: Some(Mean {
                value: d.mean * scale,
                low: d.low * scale,
                high: d.high * scale,
            }),
            from: None,
            verdict: d.verdict,
            text: format!("{value}: {}", words::label(&told, d.verdict)),
            strong: false,
        });
    }
    if table.rows.is_empty() {
        let nothing = words::NOTHING.to_owned();
        return Ok(Picture::not_drawn("difference", name, nothing));
    }
    let count = |verdict: Verdict| {
        let of = |r: &&Row| r.mean.is_some() && r.verdict == verdict;
        (verdict, all.iter().filter(of).count())
    };
    let counts = [
        Verdict::Better,
        Verdict::Worse,
        Verdict::Higher,
        Verdict::Lower,
        Verdict::CannotTell,
        Verdict::TooSmall,
        Verdict::Same,
    ]
    .map(count);
    let title = words::difference_title(c, question);
    let subtitle = words::difference_answer(&counts, &c.options[c.reference].name);
    let height = Height::Body(rows::height(all.len()));
    let mut page = page(c, (&title, &subtitle), "", WIDTH, height);
    let axis = words::difference_axis(question, &c.currency);
    rows::draw(&mut page.scene, page.body, &all, &axis);
    Ok(Picture {
        chart: "difference",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    })
}
