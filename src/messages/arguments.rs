//! Messages about what is asked on the command line.

use crate::said::{Message, messages};

/// Where a sweep may look for a name.
const LIST: &str = "`carecast sweep FILE --list` shows all that can be varied";
/// Where the ids of targets are listed.
pub(crate) const TARGETS: &str =
    "`carecast list targets` shows the ids; the scenario's own end in their threshold";

messages! {
    varied_twice(name) = "\"{name}\" is varied twice"
        => "name each number once, with all its values";
    no_name(form) = "a name, `=` and values are expected" => "{form}";
    ends_turned(from, to, form) = "the range runs from {from} to {to}: its low end comes first"
        => "{form}";
    counted_in_latin(form) = "a Latin hypercube takes a range without a count" => "{form}";
    not_counted(form) = "how many values of this range?" => "{form}";
    no_range_in_latin(form) = "a Latin hypercube takes a range" => "{form}";
    no_number(found) = "a number is expected, found \"{found}\""
        => "decimals take a point; values are separated by commas";
    between(name, low, high, got) = "{name} is between {low} and {high}, got {got}"
        => "choose other values";
    at_least(name, low, got) = "{name} is {low} or more, got {got}" => "choose other values";
    at_most(name, high, got) = "{name} is {high} or less, got {got}" => "choose other values";
    whole(name, got) = "{name} is a whole number, got {got}"
        => "choose ends and a count whose steps are whole, or list the values";
    count(most, got) = "the number of values is between 2 and {most}, got \"{got}\""
        => "seven values make a picture that can be read";
    value_twice(value) = "{value} is written twice" => "keep one of the two";
    no_target(id, help) = "the scenario answers no target \"{id}\"" => "{help}";
    too_many_points(most) = "these are more than {most} points"
        => "fewer values, or a Latin hypercube of so many points: --latin 200";
    no_scenario(name, at, fault, help) = "with {name} = {at}: {fault}" => "{help}";
}

/// How values to vary are written.
pub(crate) fn form(latin: bool) -> &'static str {
    match latin {
        true => "write NAME=LOW..HIGH, such as post.match=0.8..0.95",
        false => {
            "write NAME=LOW..HIGH:COUNT, such as post.match=0.8..0.95:7, or NAME=VALUE,VALUE,..."
        }
    }
}

/// A share written in percent, with its fraction where it is a number.
pub(crate) fn percent(written: &str, fraction: Option<f64>) -> Message {
    Message {
        text: format!("\"{written}\" is no plain number"),
        help: match fraction {
            Some(fraction) => format!("write a fraction: {fraction}"),
            None => "write a fraction".to_owned(),
        },
    }
}

/// A number that a policy does not have: the nearest of those it has, and all of them.
pub(crate) fn not_of_policy(name: &str, near: Option<String>, names: &[String]) -> Message {
    let all = names.join(", ");
    Message {
        text: format!("the policy has no number \"{name}\""),
        help: match near {
            Some(near) => format!("did you mean {near}? its numbers are: {all}"),
            None => format!("its numbers are: {all}"),
        },
    }
}

/// A number that is nowhere, and the nearest.
pub(crate) fn nowhere(name: &str, near: Option<String>) -> Message {
    Message {
        text: format!("there is no number \"{name}\" to vary"),
        help: match near {
            Some(near) => format!("did you mean {near}? {LIST}"),
            None => LIST.to_owned(),
        },
    }
}

/// A year that no forecast can start from.
pub(crate) fn unknown_origin(text: &str, possible: &[i32]) -> Message {
    let years: Vec<String> = possible.iter().map(ToString::to_string).collect();
    Message {
        text: format!("nothing was published from which a forecast of {text} could start"),
        help: format!("the origins are: {}", years.join(", ")),
    }
}

/// An override that no system reads, and the kinds of policies that ask for it.
pub(crate) fn acts_nowhere(id: &str, kinds: &[&str]) -> Message {
    Message {
        text: format!("nothing in this run reads \"{id}\": this override changes no answer"),
        help: match kinds {
            [] => "take the line out".to_owned(),
            kinds => format!(
                "take the line out, or add a policy that asks for it: {}",
                kinds.join(", ")
            ),
        },
    }
}
