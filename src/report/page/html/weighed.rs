//! Weights of the ways it may go on, moved by the reader, and the chances that follow: shown by the page's
//! own script alone.

use super::inline::{bare, inline};
use crate::report::page::weighed::{Group, Target, Weighed};
use crate::words::browser as words;
use maud::{Markup, html};

/// Name of the place.
const PLACE: &str = "weigh-the-ways";

/// What can be weighed, hidden until the script shows it.
pub fn weighed(all: &Weighed) -> Markup {
    html! {
        aside.weighed hidden aria-labelledby=(PLACE) data-chance=(words::WEIGH_CHANCE) {
            h3 id=(PLACE) { (words::WEIGH) }
            p { (words::WEIGH_LEAD) }
            @for group in &all.groups { (one(group)) }
        }
    }
}

fn one(group: &Group) -> Markup {
    html! {
        fieldset {
            legend { (inline(&group.says)) }
            @if !group.supported { p.aside { (words::WEIGH_NO_FIGURE) } }
            @for (way, weight) in group.ways.iter().zip(&group.weights) {
                label {
                    (inline(way)) " "
                    input type="range" min="0" max="100" step="1" value=((weight * 100.0).round());
                    " " output {}
                }
            }
            div.table role="group" aria-label=(bare(&group.says)) {
                table {
                    thead { tr { @for head in &words::WEIGH_COLUMNS { th scope="col" { (head) } } } }
                    tbody { @for target in &group.targets { (row(target)) } }
                }
            }
        }
    }
}

fn row(target: &Target) -> Markup {
    let chances: Vec<String> = target.chances.iter().map(f64::to_string).collect();
    html! {
        tr data-chances=(chances.join(" ")) data-of=(target.of) {
            th scope="row" { (inline(&target.says)) }
            td { output {} }
        }
    }
}
