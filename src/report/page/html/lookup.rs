//! Lists from which a place, a figure and a year are chosen, and a picture and a table that follow: shown by
//! the page's own script alone, from what stands in the page.

use super::carried;
use super::inline::inline;
use crate::report::page::lookup::{Asked, Known, LookUp, STEPS, Told};
use crate::words::{browser as words, page};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// Name of the place.
const PLACE: &str = "look-up";

/// What can be looked up, hidden until the script shows it.
pub fn look_up(known: &LookUp) -> Markup {
    let years: Vec<String> = known.years.iter().map(|year| year.to_string()).collect();
    let [place, figure, year] = &words::LOOK_UP_CHOICES;
    html! {
        aside.looked hidden aria-labelledby=(PLACE) data-year=(words::LOOK_UP_YEAR) data-target=(words::LOOK_UP_TARGET)
            data-none=(words::LOOK_UP_NONE) {
            h3 id=(PLACE) { (words::LOOK_UP) }
            p { (words::LOOK_UP_LEAD) }
            @if known.of_provinces { p.aside { (inline(&page::PROVINCIAL_BANDS_TOO_NARROW)) } }
            p.choices {
                (choice("place", place, &known.places, 0))
                (choice("figure", figure, &known.figures, 0))
                (choice("year", year, &years, known.first))
            }
            output aria-live="polite" {}
            svg.drawn viewBox="0 0 640 300" role="img" {}
            div.table role="group" aria-label=(words::LOOK_UP) {
                table {
                    thead { tr { @for head in &words::LOOK_UP_COLUMNS { th scope="col" { (head) } } } }
                    tbody {}
                }
            }
            script type="application/json" { (PreEscaped(data(known))) }
        }
    }
}

/// A list of which one is chosen from the start.
fn choice(name: &str, label: &str, of: &[String], chosen: usize) -> Markup {
    html! {
        label {
            (label) " "
            select name=(name) {
                @for (at, item) in of.iter().enumerate() {
                    option value=(at) selected[at == chosen] { (inline(item)) }
                }
            }
        }
    }
}

/// What is known as the script reads it.
fn data(known: &LookUp) -> String {
    let year = |told: &Option<Told>| told.as_ref().map(|t| json!([t.says, t.at]));
    let target = |a: &Asked| json!([a.says, a.chance, a.year, a.at]);
    let cell = |known: &Option<Known>| {
        known.as_ref().map(|k| {
            json!({
                "edges": k.edges,
                "years": k.years.iter().map(year).collect::<Vec<Option<Value>>>(),
                "asked": k.asked.iter().map(target).collect::<Vec<Value>>(),
            })
        })
    };
    let all = json!({
        "steps": STEPS,
        "figures": known.figures.len(),
        "cells": known.cells.iter().map(cell).collect::<Vec<Option<Value>>>(),
    });
    carried(&all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Year;

    #[test]
    fn what_is_carried_cannot_end_its_element() {
        let typed = "</script><script>alert(1)</script>";
        let made = look_up(&LookUp {
            years: vec![Year(2025), Year(2026)],
            first: 1,
            places: vec![typed.into()],
            figures: vec![typed.into()],
            cells: vec![Some(Known {
                edges: [typed.into(), typed.into()],
                years: vec![
                    None,
                    Some(Told {
                        says: typed.into(),
                        at: [0, 1, 2, 3, 4, 5, 1000],
                    }),
                ],
                asked: Vec::new(),
            })],
            of_provinces: true,
        });
        let html = made.into_string();
        assert_eq!(html.matches("</script").count(), 1, "{html}");
        assert!(html.contains("[0,1,2,3,4,5,1000]"), "{html}");
        assert!(
            html.contains("<option value=\"1\" selected>2026</option>"),
            "{html}"
        );
    }
}
