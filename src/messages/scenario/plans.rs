//! Messages about the policies of a scenario, whatever their kind.

use crate::said::{Message, messages};

/// Under the year a policy begins.
pub(crate) const STARTS_HERE: &str = "it starts here";

messages! {
    id_twice(id) = "two policies have the id \"{id}\""
        => "give each its own: tables and random numbers use it";
    starts_outside(year, first, last) = "the policy starts in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}";
    ends_outside(year, first, last) = "the policy ends in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}";
    ends_before_start(from, to) = "the policy ends in {to}, before it starts in {from}"
        => "exchange the two years, or correct one";
    deadline_before_start(deadline, from) = "the deadline {deadline} is before the policy starts in {from}"
        => "move the deadline, or let the policy start earlier";
    deadline_month(got) = "a month is 1 to 12, got {got}"
        => "the month of the deadline's year at whose end the product is to be there; leave it out for December";
    month_without_year() = "a month of a deadline is named, and no deadline"
        => "add `deadline`, its year";
    deadline_unseen(deadline, last) = "the deadline {deadline} is after the last year {last}"
        => "the run cannot tell whether it is kept; make `years` longer to see it";
    nobody_responsible() = "nobody is named who is responsible, as others of the file have it"
        => "add `responsible: \"...\"`, the office that answers for it";
    no_deadline() = "no deadline is named, as others of the file have it"
        => "add `deadline`, the year at whose end its product is to be there";
    opens_too_late(percent: f64, last) = "some {percent:.0} % of its cost buys nothing by {last}: what it pays for opens later"
        => "begin earlier, or let `years` run beyond {last}: what opens afterwards is paid for and not counted";
}

/// An id of other letters than an id has; `better` is one that it may be meant for.
pub(crate) fn bad_id(id: &str, better: Option<&str>) -> Message {
    Message {
        text: format!("\"{id}\" cannot be the id of a policy"),
        help: match better {
            Some(better) => format!("write \"{better}\""),
            None => "write small letters, digits and hyphens, such as \"ntp-2026-2030\"".to_owned(),
        },
    }
}
