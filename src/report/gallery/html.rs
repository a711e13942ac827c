//! The index as a page for a browser: each question with its answer and its picture.

use super::Entry;
use crate::report::page::html::{Drawn, picture, whole};
use crate::words::{browser, command::duration, gallery as words};
use maud::html;

/// The page.
pub fn page(entries: &[Entry], changes: &[String], pictures: Drawn<'_>) -> String {
    let body = html! {
        h1 { (words::TITLE) }
        p { (words::lead(entries.len())) }
        div.table role="group" aria-label=(browser::TABLE) {
            table data-sort=(browser::SORT) {
                thead {
                    tr { @for column in words::COLUMNS { th scope="col" { (column) } } }
                }
                tbody {
                    @for e in entries {
                        tr {
                            th scope="row" { a href={ "#" (e.name) } { (e.name) } }
                            td { (e.question) }
                            td.n data-v=(e.seconds) { (duration(e.seconds)) }
                        }
                    }
                }
            }
        }
        @for e in entries {
            article {
                h2 id=(e.name) { (e.title) }
                p.question { (e.question) }
                p { (e.answer) }
                @if let Some(file) = &e.picture { (picture(&e.shows, file, pictures)) }
                p.made {
                    (words::made(&e.name, e.futures, e.seconds)) " "
                    a href={ (e.name) "/report.html" } { (words::REPORT) }
                }
            }
        }
        h2 { (words::CHANGES) }
        p { (words::changes(changes.len())) }
        ul { @for change in changes { li { (change) } } }
    };
    whole(&words::TITLE, &body)
}
