//! Messages about what is to be decided and what must hold.

use crate::said::{messages, sentences};
use crate::units::Year;

/// Where there is nothing to choose from.
pub(crate) const NO_POLICIES: &str = "this scenario has no policies of its own: write what could be decided in `policies`, at its full size";
/// What to seek on where nothing plain stands behind an official count.
pub(crate) const BUILT_INSTEAD: &str =
    "set a target on beds that are built or operating, or on people, and name that";

sentences! {
    policies(ids) = "the policies of this scenario: {ids}";
    numbers(paths) = "its numbers: {paths}";
    targets(ids) = "the targets of this scenario: {ids}";
    instead(names) = "set a target on {names}, and name that";
}

messages! {
    no_levers() = "nothing is to be decided" => "name policies in `levers`: `levers: [(policy: \"beds\")]`";
    no_goals() = "nothing must hold"
        => "name targets and chances in `goals`: `goals: [(targets: [\"...\"], at_least: [0.8])]`";
    no_policy(id, help) = "there is no policy \"{id}\" to decide about" => "{help}";
    under_way(id) = "\"{id}\" is under way: reports say how far it is"
        => "what is under way is not decided anew; leave it out of `levers`, and it stays as it is";
    no_number(id, path, help) = "\"{id}\" has no number at {path}" => "{help}";
    year_has_no_size() = "a year has no size that could grow from nothing"
        => "list years: `values: [2026, 2028]`";
    no_size(path) = "nothing could grow from nothing to {path}"
        => "write its largest size in the policy: more than 0, or more than 1 for a multiple that can only enlarge";
    values() = "values are listed of one number" => "name that number alone in `sizes`";
    idle() = "steps and a largest are of numbers that grow"
        => "name the numbers in `sizes`, without `values`; a policy that is only in or out has neither";
    steps(most: i64) = "a size has 1 to {most} steps, and a largest above 0 and up to 20 times what is written"
        => "4 steps are usual: a quarter, half, three quarters and all of it";
    too_many(levers: usize, most: usize) = "these {levers} levers make more than {most} packages"
        => "give fewer steps to those that matter less, or leave some in or out";
    twice(name) = "\"{name}\" is named twice" => "keep one of the two";
    no_target(id, help) = "there is no target \"{id}\" in this scenario" => "{help}";
    no_answer(id) = "\"{id}\" is not answered, so no chance of it can be sought"
        => "`carecast explain` with its indicator says why; name another target";
    not_lived(id, first: Year, last: Year) = "\"{id}\" is asked outside the years lived, {first} to {last}"
        => "name a target of a year that is lived, or move `years`";
    official(id, help) = "\"{id}\" is an official count: signing plan beds, or registering people anew, costs nothing in this model, so the cheapest way to it would be to sign"
        => "{help}";
    goal_of_nothing() = "this chance is of no target" => "name targets: `targets: [\"...\"]`";
    chance(got) = "a chance to be reached lies between 0 and 1, got {got}" => "8 in 10 are written 0.8";
    number_of(got, many: usize) = "of {many} targets more than 0 and at most {many} can hold, got {got}"
        => "by: Number counts targets; leave it out for the chance that all of them hold";
    no_level() = "nothing says which chance is to be reached" => "write `at_least: [0.5, 0.8]`";
}
