//! Messages about a scenario.

use crate::said::messages;

messages! {
    no_title() = "the title is empty"
        => "charts and reports carry the title: a few words that name the question";
}
