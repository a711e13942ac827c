//! The shape of a scenario file as data: every record with its fields, every choice with its
//! variants. The JSON Schema, the JSON dialect and the pages about policies are read off it.

mod decisions;
mod file;
mod place;

pub use decisions::DECISION;
pub use file::SCENARIO;
pub use place::Place;

/// What may stand at a place of a scenario file.
#[derive(Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A whole number between two bounds.
    Whole(f64, f64),
    /// A number between two bounds.
    Number(f64, f64),
    /// True or false.
    Flag,
    /// A record with its fields.
    Record(&'static str, &'static [Field]),
    /// A list.
    List(&'static Shape),
    /// A row of values without names.
    Row(&'static [Shape]),
    /// A table from ids to values.
    Table(&'static Shape),
    /// One of several.
    Choice(&'static str, &'static [Variant]),
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// Whether the record cannot do without it.
    pub needed: bool,
    /// What stands there.
    pub shape: &'static Shape,
    /// What it says.
    pub about: &'static str,
}

/// One of several choices.
#[derive(Debug)]
pub struct Variant {
    /// Name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What it says.
    pub about: &'static str,
}

/// What a choice holds.
#[derive(Debug)]
pub enum Holds {
    /// Nothing: the name alone.
    Nothing,
    /// One value.
    One(&'static Shape),
    /// Several values in order.
    Row(&'static [Shape]),
    /// Named values.
    Fields(&'static [Field]),
}

const fn needs(name: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field {
        name,
        needed: true,
        shape,
        about,
    }
}

const fn may(name: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field {
        needed: false,
        ..needs(name, shape, about)
    }
}

const fn word(name: &'static str, about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::Nothing,
        about,
    }
}

const fn one(name: &'static str, shape: &'static Shape, about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::One(shape),
        about,
    }
}

const fn with(name: &'static str, fields: &'static [Field], about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::Fields(fields),
        about,
    }
}

/// The fields every policy has beside its decision, whatever its kind.
pub fn of_every_policy() -> impl Iterator<Item = &'static Field> + Clone {
    let fields = match &file::POLICY {
        Shape::Record(_, fields) => *fields,
        _ => &[],
    };
    fields.iter().filter(|f| f.name != "do")
}

/// The fields of a kind of policy.
pub fn policy(name: &str) -> Option<&'static [Field]> {
    let Shape::Choice(_, kinds) = &DECISION else {
        return None;
    };
    kinds
        .iter()
        .find(|k| k.name == name)
        .and_then(|k| match k.holds {
            Holds::Fields(fields) => Some(fields),
            _ => None,
        })
}
