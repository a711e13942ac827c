//! The shape of a scenario file, read off the types that read it. The JSON Schema, the JSON dialect
//! and the pages about policies walk it.

mod place;

pub use place::Place;

use super::file::{PackageFile, PlanWritten, ScenarioFile};
use crate::shape::{Field, Holds, Record, Shape, Shaped};

/// A scenario file.
pub const SCENARIO: &Shape = ScenarioFile::SHAPE;
/// A package: what a scenario takes up by its field `packages`.
pub const PACKAGE: &Shape = PackageFile::SHAPE;

/// The fields every policy has beside its decision, whatever its kind.
pub fn of_every_policy() -> impl Iterator<Item = &'static Field> + Clone {
    every_policy().iter().filter(|f| f.name != "do")
}

/// The fields that every policy may have.
pub fn every_policy() -> &'static [Field] {
    PlanWritten::FIELDS
}

/// The fields that can be changed in policies of a kind, or of any kind: those every policy has but
/// its id, and those of the decision.
pub fn changes(kind: Option<&str>) -> Vec<&'static Field> {
    let own = every_policy().iter().filter(|f| f.name != "id");
    let kinds = crate::policy::KINDS.iter();
    let kinds = kinds.filter(|k| kind.is_none_or(|n| n == k.name));
    own.chain(kinds.flat_map(|k| k.fields)).collect()
}

/// What stands under a path in a policy: the name of a field, then names of parts of it.
pub fn at_path(path: &[&str]) -> Option<&'static Shape> {
    let (first, rest) = path.split_first()?;
    changes(None)
        .into_iter()
        .filter(|f| f.name == *first)
        .find_map(|f| inside(f.shape, rest))
}

fn inside(shape: &'static Shape, path: &[&str]) -> Option<&'static Shape> {
    let Some((name, rest)) = path.split_first() else {
        return Some(shape);
    };
    let among = |fields: &'static [Field]| {
        let field = fields.iter().find(|f| f.name == *name)?;
        inside(field.shape, rest)
    };
    match shape {
        Shape::Record(_, fields) => among(fields),
        Shape::List(Shape::Row([_, value])) => inside(value, rest),
        Shape::List(entry) => inside(entry, rest),
        Shape::Choice(_, variants) => variants.iter().find_map(|v| match v.holds {
            Holds::One(held) if v.name.eq_ignore_ascii_case(name) => inside(held, rest),
            Holds::Fields(fields) => among(fields),
            _ => None,
        }),
        _ => None,
    }
}
