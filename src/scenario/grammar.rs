//! The shape of a scenario file as data: every record with its fields, every choice with its
//! variants. The JSON Schema, the JSON dialect and the pages about policies are read off it.

mod decisions;
mod file;
mod place;

pub use decisions::DECISION;
pub use file::{PACKAGE, SCENARIO};
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
    /// Some fields of a policy, whatever its kind, in round brackets.
    Changes,
    /// One of several.
    Choice(&'static str, &'static [Variant]),
}

/// What a value must be beside its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    /// Nothing more.
    No,
    /// More than zero.
    Positive,
    /// One or more.
    FromOne,
    /// With an entry at least.
    Filled,
    /// With a letter at least, and plain.
    Name,
    /// Small letters, digits and hyphens.
    Id,
    /// One of these words, or a list of them.
    Among(&'static [&'static str]),
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
    /// What it must be beside that.
    pub narrow: Narrow,
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
    /// What that must be beside its shape.
    pub narrow: Narrow,
    /// What it says.
    pub about: &'static str,
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money, in the base's currency at prices of its year.
    Money,
    /// A part of a whole.
    Share,
    /// A calendar year.
    Year,
    /// Years that pass.
    Duration,
    /// Beds.
    Beds,
    /// Times an ordinary amount.
    Multiple,
}

/// What a shape measures, if it is a number with a unit.
pub fn measure(shape: &Shape) -> Option<Measure> {
    let all: [(&Shape, Measure); 6] = [
        (&file::MONEY, Measure::Money),
        (&file::SHARE, Measure::Share),
        (&file::YEAR, Measure::Year),
        (&file::DURATION, Measure::Duration),
        (&file::BEDS, Measure::Beds),
        (&file::MULTIPLE, Measure::Multiple),
    ];
    let found = all.iter().find(|(known, _)| std::ptr::eq(*known, shape));
    found.map(|(_, measure)| *measure)
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
        narrow: Narrow::No,
        about,
    }
}

impl Field {
    const fn only(self, narrow: Narrow) -> Field {
        Field { narrow, ..self }
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
        narrow: Narrow::No,
        about,
    }
}

const fn one(name: &'static str, shape: &'static Shape, about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::One(shape),
        narrow: Narrow::No,
        about,
    }
}

const fn filled(name: &'static str, shape: &'static Shape, about: &'static str) -> Variant {
    Variant {
        narrow: Narrow::Filled,
        ..one(name, shape, about)
    }
}

const fn with(name: &'static str, fields: &'static [Field], about: &'static str) -> Variant {
    Variant {
        name,
        holds: Holds::Fields(fields),
        narrow: Narrow::No,
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

/// The fields that every policy may have.
pub fn every_policy() -> &'static [Field] {
    match &file::POLICY {
        Shape::Record(_, fields) => fields,
        _ => &[],
    }
}

/// The fields that can be changed in policies of a kind, or of any kind: those every policy has but
/// its id, and those of the decision.
pub fn changes(kind: Option<&str>) -> Vec<&'static Field> {
    let Shape::Choice(_, kinds) = &DECISION else {
        return Vec::new();
    };
    let mut all: Vec<&Field> = every_policy().iter().filter(|f| f.name != "id").collect();
    for variant in kinds.iter().filter(|k| kind.is_none_or(|n| n == k.name)) {
        if let Holds::Fields(fields) = variant.holds {
            for field in fields {
                if !all.iter().any(|f| std::ptr::eq(*f, field)) {
                    all.push(field);
                }
            }
        }
    }
    all
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
