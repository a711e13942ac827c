//! The index as a page for a browser: one file, no script, pictures beside it.

use super::Entry;
use crate::report::page::html::STYLE;
use crate::words::{command::duration, gallery as words};
use maud::{DOCTYPE, PreEscaped, html};

/// The page.
pub fn page(entries: &[Entry], changes: &[String]) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words::TITLE) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (words::TITLE) }
                p { (words::lead(entries.len())) }
                table {
                    tr { @for column in words::COLUMNS { th { (column) } } }
                    @for e in entries {
                        tr {
                            td { a href={ "#" (e.name) } { (e.name) } }
                            td { (e.question) }
                            td.time { (duration(e.seconds)) }
                        }
                    }
                }
                @for e in entries {
                    article id=(e.name) {
                        h2 { (e.title) }
                        p.question { (e.question) }
                        p { (e.answer) }
                        @if let Some(picture) = &e.picture {
                            img src=(picture) alt=(e.shows);
                        }
                        p.made {
                            (words::made(&e.name, e.futures, e.seconds)) " "
                            a href={ (e.name) "/report.md" } { (words::REPORT) }
                        }
                    }
                }
                h2 { (words::CHANGES) }
                p { (words::changes(changes.len())) }
                ul { @for change in changes { li { (change) } } }
            }
        }
    }
    .into_string()
}
