//! Messages about what a planner says of a task: its product, and reports of its progress.

use crate::said::messages;

messages! {
    no_money() = "its product cannot be money: the decision promises no amount"
        => "leave `product` out, or write `Reaches(indicator: ..., at_least: ...)` or `Milestone(...)`";
    no_milestone(id, known) = "there is no milestone \"{id}\""
        => "the milestones are: {known}";
    month(got) = "a month is 1 to 12, got {got}"
        => "the month at whose end this much was done; leave it out for December";
    after(year, last) = "the report is of {year}, after the last year {last}"
        => "write when it was reported, a year of the run or before it";
    before_it_begins(from) = "something is done before the policy begins in {from}"
        => "let `from` be the year in which work began";
    done_before(id, year) = "{id} was done by {year}, and the run lets it happen again"
        => "what stood at the base year is in the base already: take the policy out of `policies`, or let it stand for what is still to come";
    sd(got) = "the error of a report is 0.005 to 0.5 of the whole, got {got}"
        => "leave `sd` out for 0.1";
    out_of_order() = "reports stand in the order of their dates, one for each"
        => "put the earlier one first";
    less_done(was, is) = "less is done than was reported before: {is} after {was}"
        => "`done` is the share of the whole task since it began";
    waits() = "a policy that waits for something has no path to hold a report against"
        => "leave `when` out, since it has begun, or leave `progress` out";
    moves_nothing(kind) = "the report is printed and moves nothing: how much of a {kind} is done does not follow from what is drawn"
        => "nothing to correct; reports tell which futures can be for building, links, upgrades of stations and money";
    all_before(first) = "the report is printed and moves nothing: the run begins in {first}, and what stood before is in the base"
        => "nothing to correct; a later report tells which futures can be";
}
