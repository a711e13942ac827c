//! Messages about ties that a scenario puts between assumptions.

use crate::said::{Message, messages};

messages! {
    twice(a, b) = "\"{a}\" and \"{b}\" are tied twice" => "keep one of the two";
    with_itself(id) = "\"{id}\" is tied to itself" => "name another assumption in one of the two places";
    not_drawn(id) = "\"{id}\" is not drawn: it is the same in every future, and nothing can be tied to it"
        => "give it a law in `assumptions`, or leave the tie out";
    rank(value) = "a rank correlation lies between -1 and 1, and {value} does not"
        => "write a number above -1 and below 1; 0 is no tie";
    no_reason() = "a tie needs a reason" => "say why the two move together: the report prints it with its grade";
}

/// Two numbers cannot be tied so beside the other ties.
pub(crate) fn impossible(a: &str, b: &str, rank: f64, could_be: Option<(f64, f64)>) -> Message {
    let text = format!(
        "\"{a}\" and \"{b}\" cannot have a rank correlation of {rank} beside the other ties"
    );
    let help = match could_be {
        Some((low, high)) => {
            // Towards the middle, so that what is written fits.
            let (low, high) = ((low * 100.0).ceil() / 100.0, (high * 100.0).floor() / 100.0);
            format!("beside the others, and those of the base, theirs can be {low} to {high}")
        }
        None => "more than one tie is at odds with the others: make the strongest of them weaker"
            .to_owned(),
    };
    Message { text, help }
}
