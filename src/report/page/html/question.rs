//! Sliders over the assumptions that matter most, and the chances that follow them: shown by the page's
//! own script alone, over futures that stand in the page.

use super::inline::inline;
use super::{base64, carried};
use crate::report::page::questioned::{Drawn, PARTS, Questioned};
use crate::words::{browser as words, number};
use maud::{Markup, PreEscaped, html};

/// Name of the place.
const PLACE: &str = "question-an-assumption";

/// What is questioned, hidden until the script shows it.
pub fn question(q: &Questioned) -> Markup {
    html! {
        aside.questioned hidden aria-labelledby=(PLACE) {
            h3 id=(PLACE) { (words::QUESTION) }
            p { (words::question_lead(&number::grouped(q.futures as f64))) }
            div.follow {
                p.left {
                    output data-says=(words::QUESTION_LEFT) {} " "
                    button type="button" { (words::QUESTION_BACK) }
                }
                (targets(q))
            }
            div { @for drawn in &q.assumptions { (assumption(drawn)) } }
            script type="application/json" data-chance=(words::QUESTION_CHANCE) data-few=(words::QUESTION_FEW) {
                (PreEscaped(data(q)))
            }
        }
    }
}

/// The targets with their chances; the script fills in those that follow.
fn targets(q: &Questioned) -> Markup {
    html! {
        div.table role="group" aria-label=(words::QUESTION) {
            table {
                thead { tr { @for head in words::QUESTION_COLUMNS { th scope="col" { (head) } } } }
                tbody {
                    @for target in &q.targets {
                        tr {
                            th scope="row" { (inline(&target.says)) }
                            td { (target.chance) }
                            td { output {} (bar()) }
                        }
                    }
                }
            }
        }
    }
}

/// A chance and its interval between 0 and 100.
fn bar() -> Markup {
    html! {
        svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" {
            path.all d="M0 3h100" {}
            path.range d="" {}
            path.here d="" {}
        }
    }
}

fn assumption(drawn: &Drawn) -> Markup {
    let slider = |name: &str, at: usize| {
        html! { label { (name) " " input type="range" min="0" max=(PARTS) step="1" value=(at); } }
    };
    html! {
        fieldset {
            legend { (inline(&drawn.says)) }
            @if drawn.ways {
                @for name in &drawn.names { label { input type="checkbox" checked; " " (inline(name)) } }
            } @else {
                (slider(&words::QUESTION_LOW, 0))
                (slider(&words::QUESTION_HIGH, PARTS))
                output data-says=(words::QUESTION_RANGE) {}
            }
        }
    }
}

/// The futures as the script reads them.
fn data(q: &Questioned) -> String {
    let targets = q
        .targets
        .iter()
        .map(|t| serde_json::json!({ "id": t.id, "met": base64(&t.met) }));
    let assumptions = q.assumptions.iter().map(|a| {
        let names: &[String] = if a.ways { &[] } else { &a.names };
        serde_json::json!({ "id": a.id, "ways": a.ways, "names": names, "parts": base64(&a.parts) })
    });
    let all = serde_json::json!({
        "futures": q.futures,
        "targets": targets.collect::<Vec<_>>(),
        "assumptions": assumptions.collect::<Vec<_>>(),
    });
    carried(&all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::questioned::Asked;

    #[test]
    fn what_is_carried_cannot_end_its_element() {
        let typed = "</script><script>alert(1)</script>";
        let made = question(&Questioned {
            futures: 2,
            targets: vec![Asked {
                id: typed.into(),
                says: typed.into(),
                chance: "50%".into(),
                met: vec![1],
            }],
            assumptions: vec![Drawn {
                id: typed.into(),
                says: typed.into(),
                parts: vec![0, 50],
                names: vec![typed.into(); 101],
                ways: false,
            }],
        });
        let html = made.into_string();
        assert_eq!(html.matches("</script").count(), 1, "{html}");
        assert!(html.contains("\"met\":\"AQ==\""), "{html}");
    }
}
