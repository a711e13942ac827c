//! Two questions are held against each other: what differs in what they ask, not in how it is
//! written.

use super::{Failure, doors, questions, screen};
use crate::report::SCENARIO;
use crate::scenario::{Scenario, differ};
use std::path::Path;

/// Prints what differs.
pub fn diff(a: &str, b: &str) -> Result<(), Failure> {
    let (one, other) = match (read(a), read(b)) {
        (Ok(one), Ok(other)) => (one, other),
        (one, other) => {
            let refused = [one.err(), other.err()];
            let said: Vec<String> = refused.into_iter().flatten().collect();
            return Err(Failure::Refused(said.join("\n")));
        }
    };
    let topics = differ::between(&one, &other);
    let sides = ((a, one.title.as_str()), (b, other.title.as_str()));
    screen::answer(&differ::page(sides.0, sides.1, &topics));
    Ok(())
}

/// The scenario of a file, of the program, or of a finished run.
fn read(asked: &str) -> Result<Scenario, String> {
    let saved = Path::new(asked).join(SCENARIO);
    if saved.is_file() {
        return doors::read_saved(&saved, None);
    }
    questions::read(asked, None).map(|(scenario, _)| scenario)
}
