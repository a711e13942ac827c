//! A place in a scenario file as the grammar sees it: it leads a JSON text to its RON twin.

use super::{PACKAGE, SCENARIO, at_path};
use crate::shape::{Field, Holds, Shape, Variant};
use crate::source::json::{Guide, Object};

/// A place in a scenario file.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A shape of the grammar.
    Of(&'static Shape),
    /// Named values of a choice.
    Fields(&'static [Field]),
    /// Values of a choice in order.
    Row(&'static [&'static Shape]),
    /// Nothing the grammar knows.
    Unknown,
}

impl Place {
    /// The whole file.
    pub const SCENARIO: Place = Place::Of(SCENARIO);
    /// A whole package.
    pub const PACKAGE: Place = Place::Of(PACKAGE);

    fn fields(self) -> &'static [Field] {
        match self {
            Place::Of(Shape::Record(_, fields)) => fields,
            Place::Fields(fields) => fields,
            _ => &[],
        }
    }

    fn variants(self) -> &'static [Variant] {
        match self {
            Place::Of(Shape::Choice(_, variants)) => variants,
            _ => &[],
        }
    }
}

impl Guide for Place {
    fn object(self) -> Object {
        match self {
            Place::Of(Shape::Record(..) | Shape::Changes) | Place::Fields(_) => Object::Record,
            Place::Of(Shape::Table(_)) => Object::Table,
            Place::Of(Shape::Choice(..)) => Object::Choice,
            _ => Object::Strange,
        }
    }

    fn field(self, key: &str) -> Place {
        if matches!(self, Place::Of(Shape::Changes)) {
            return at_path(&[key]).map_or(Place::Unknown, Place::Of);
        }
        let field = self.fields().iter().find(|f| f.name == key);
        field.map_or(Place::Unknown, |f| Place::Of(f.shape))
    }

    fn held(self, choice: &str) -> Place {
        let held = self.variants().iter().find(|v| v.name == choice);
        match held.map(|v| &v.holds) {
            Some(Holds::One(shape)) => Place::Of(shape),
            Some(Holds::Row(shapes)) => Place::Row(shapes),
            Some(Holds::Fields(fields)) => Place::Fields(fields),
            Some(Holds::Nothing) | None => Place::Unknown,
        }
    }

    fn entry(self, key: &str) -> Place {
        match self {
            // A path behind the id leads to one field.
            Place::Of(Shape::Table(Shape::Changes)) if key.contains('.') => {
                let path: Vec<&str> = key.split('.').skip(1).collect();
                at_path(&path).map_or(Place::Unknown, Place::Of)
            }
            Place::Of(Shape::Table(entry)) => Place::Of(entry),
            _ => Place::Unknown,
        }
    }

    fn item(self, at: usize) -> Place {
        match self {
            Place::Of(Shape::List(entry)) => Place::Of(entry),
            Place::Of(Shape::Row(shapes)) => {
                shapes.get(at).map_or(Place::Unknown, |s| Place::Of(s))
            }
            Place::Row(shapes) => shapes.get(at).map_or(Place::Unknown, |s| Place::Of(s)),
            _ => Place::Unknown,
        }
    }

    fn can_lack(self, key: &str) -> bool {
        let field = self.fields().iter().find(|f| f.name == key);
        field.is_some_and(|f| !f.needed)
    }

    fn is_whole(self) -> bool {
        matches!(self, Place::Of(Shape::Whole(..)))
    }

    fn is_choice(self) -> bool {
        matches!(self, Place::Of(Shape::Choice(..)))
    }

    fn is_row(self) -> bool {
        matches!(self, Place::Of(Shape::Row(_)) | Place::Row(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::{PackageFile, ScenarioFile};
    use crate::source;
    use serde::de::DeserializeOwned;

    /// A sound value for a shape, in JSON; `odd` is a path to where a stranger is put in.
    fn sample(
        place: Place,
        path: &str,
        odd: &str,
        found: &mut Vec<(String, Vec<String>)>,
    ) -> String {
        match place {
            Place::Unknown => "0".into(),
            Place::Of(Shape::Row(shapes)) => sample(Place::Row(shapes), path, odd, found),
            Place::Row(shapes) => {
                let all: Vec<String> = shapes
                    .iter()
                    .map(|s| sample(Place::Of(s), &format!("{path}/row"), odd, found))
                    .collect();
                format!("[{}]", all.join(","))
            }
            Place::Of(Shape::Text) => "\"x\"".into(),
            Place::Of(Shape::Flag) => "true".into(),
            Place::Of(Shape::Whole(low, ..) | Shape::Number(low, ..)) => {
                format!("{}", low.max(0.0))
            }
            Place::Of(Shape::List(entry)) => {
                format!("[{}]", sample(Place::Of(entry), path, odd, found))
            }
            Place::Of(Shape::Table(entry)) => {
                format!("{{\"x\":{}}}", sample(Place::Of(entry), path, odd, found))
            }
            // Read later, against the kind of the policy it changes.
            Place::Of(Shape::Changes) => "{}".into(),
            Place::Of(Shape::Record(..)) | Place::Fields(_) => {
                let fields = place.fields();
                let names = fields.iter().map(|f| f.name.to_owned()).collect();
                found.push((path.to_owned(), names));
                let mut rows: Vec<String> = fields
                    .iter()
                    .map(|f| {
                        let inside = format!("{path}/{}", f.name);
                        format!(
                            "\"{}\":{}",
                            f.name,
                            sample(Place::Of(f.shape), &inside, odd, found)
                        )
                    })
                    .collect();
                if path == odd {
                    rows.push("\"zzzzzz\":1".into());
                }
                format!("{{{}}}", rows.join(","))
            }
            Place::Of(Shape::Choice(_, variants)) => {
                let names = variants.iter().map(|v| v.name.to_owned()).collect();
                found.push((path.to_owned(), names));
                if path == odd {
                    return "\"Zzzzzz\"".into();
                }
                // The variant that leads to the stranger, else the first.
                let leads = |v: &&Variant| {
                    let inside = format!("{path}/{}", v.name);
                    odd == inside || odd.starts_with(&format!("{inside}/"))
                };
                let chosen = variants.iter().find(leads).unwrap_or(&variants[0]);
                // Every variant is walked, so that all places are found.
                let mut text = String::new();
                for v in *variants {
                    let inside = format!("{path}/{}", v.name);
                    let held = match v.holds {
                        Holds::Nothing => format!("\"{}\"", v.name),
                        _ => {
                            let place = place.held(v.name);
                            format!("{{\"{}\":{}}}", v.name, sample(place, &inside, odd, found))
                        }
                    };
                    if std::ptr::eq(v, chosen) {
                        text = held;
                    }
                }
                text
            }
        }
    }

    /// Every record and every choice of the reader is in the grammar, field for field: a stranger
    /// put into each is answered with the list the reader knows.
    fn lists_what_is_read<T: DeserializeOwned>(whole: Place, most: usize) {
        let mut places = Vec::new();
        sample(whole, "", "nowhere", &mut places);
        assert!(places.len() > most, "{}", places.len());
        for (path, names) in places {
            let text = sample(whole, "", &path, &mut Vec::new());
            let ron = source::json::to_ron(&text, whole).unwrap();
            let (_, problems) = source::parse::<T>(&ron);
            let all = names.join(", ");
            let told = problems.all.iter().any(|p| {
                p.help.ends_with(&format!(" are: {all}"))
                    && (p.message.contains("zzzzzz") || p.message.contains("Zzzzzz"))
            });
            assert!(told, "{path} ({all}): {:?}", problems.all);
        }
    }

    #[test]
    fn the_grammar_lists_exactly_what_the_reader_reads() {
        lists_what_is_read::<ScenarioFile>(Place::SCENARIO, 25);
        lists_what_is_read::<PackageFile>(Place::PACKAGE, 20);
    }

    #[test]
    fn a_path_leads_to_what_stands_there() {
        for (key, choice) in [
            ("money.payer", "Payer"),
            ("money.amount", "Amount"),
            ("money.split.stations", "ShareOf"),
        ] {
            let Place::Of(Shape::Choice(name, _)) = Place::Of(OVERRIDES).entry(key) else {
                panic!("{key} leads nowhere")
            };
            assert_eq!(*name, choice);
        }
        let number = |place| matches!(place, Place::Of(Shape::Number(..) | Shape::Whole(..)));
        for key in [
            "m.amount.level",
            "m.amount.profile.2027",
            "m.links.0.from",
            "c.beds",
        ] {
            assert!(number(Place::Of(OVERRIDES).entry(key)), "{key}");
        }
        for key in ["m.id", "m.amount.nothing", "m.xyz"] {
            let place = Place::Of(OVERRIDES).entry(key);
            assert!(matches!(place, Place::Unknown), "{key}");
        }
    }

    static OVERRIDES: &Shape = &Shape::Table(&Shape::Changes);
}
