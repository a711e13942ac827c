//! The fields of a policy by their paths, in the text it is written in: `payer`, `amount`,
//! `split.stations`, `links.0.from`, `amount.2027`.

use crate::scenario::grammar;
use crate::shape::{Field, Holds, Narrow, Shape};
use crate::source::Written;
use crate::source::outline::{self, Entry, Pair};
use std::ops::Range;

/// Where a path leads.
#[derive(Debug)]
pub enum Spot {
    /// To a value that is written.
    Value(Range<usize>, &'static Shape),
    /// To a field that is left out: where it would stand, and whether a comma goes before it.
    LeftOut {
        /// Byte of the closing bracket of its record.
        close: usize,
        /// Whether a comma goes before it.
        comma: bool,
    },
}

/// A path that leads nowhere.
#[derive(Debug, PartialEq)]
pub struct Miss {
    /// Number of the step that fails.
    pub step: usize,
    /// What could stand there instead.
    pub known: Vec<String>,
}

/// A number that is written: its path, where it stands, and what may stand there.
pub type Number = (String, Range<usize>, (&'static Shape, Narrow));

/// A policy's text with its brackets.
pub struct Policy<'a> {
    text: &'a str,
    kind: &'a str,
    pairs: Vec<Pair>,
}

impl<'a> Policy<'a> {
    /// The text of one policy of a kind, in round brackets.
    pub fn new(text: &'a str, kind: &'a str) -> Policy<'a> {
        let pairs = outline::pairs(text).unwrap_or_default();
        Policy { text, kind, pairs }
    }

    /// Where a path leads.
    pub fn find(&self, path: &[&str]) -> Result<Spot, Miss> {
        let known = || grammar::changes(Some(self.kind));
        let miss = || Miss {
            step: 0,
            known: known().iter().map(|f| f.name.to_owned()).collect(),
        };
        let first = path.first().ok_or_else(miss)?;
        let field = known()
            .into_iter()
            .find(|f| f.name == *first)
            .ok_or_else(miss)?;
        let top = self.pairs.first().ok_or_else(miss)?;
        let general = grammar::every_policy().iter().any(|f| f.name == *first);
        let record = match general {
            true => top,
            false => {
                let decision = self.named(top, "do").ok_or_else(miss)?;
                self.pair_in(&decision.value).ok_or_else(miss)?
            }
        };
        self.field(record, field, path, 0)
    }

    /// Every number that is written, with its path.
    pub fn numbers(&self) -> Vec<Number> {
        let mut found = Vec::new();
        for field in grammar::changes(Some(self.kind)) {
            if field.name == "do" {
                continue;
            }
            if let Ok(Spot::Value(range, shape)) = self.find(&[field.name]) {
                let kind = (shape, field.narrow);
                self.numbers_in(field.name, range, kind, &mut found);
            }
        }
        found
    }

    fn numbers_in(
        &self,
        path: &str,
        range: Range<usize>,
        (shape, narrow): (&'static Shape, Narrow),
        found: &mut Vec<Number>,
    ) {
        let fields = |fields: &'static [Field], found: &mut Vec<_>| {
            let Some(pair) = self.pair_in(&range) else {
                return;
            };
            for entry in outline::entries(self.text, pair) {
                let name = entry.name.map(|n| &self.text[n]);
                if let Some(field) = fields.iter().find(|f| Some(f.name) == name) {
                    let path = format!("{path}.{}", field.name);
                    let kind = (field.shape, field.narrow);
                    self.numbers_in(&path, entry.value, kind, found);
                }
            }
        };
        match shape {
            Shape::Whole(..) | Shape::Number(..)
                if self.text[range.clone()].parse::<f64>().is_ok() =>
            {
                found.push((path.to_owned(), range, (shape, narrow)));
            }
            Shape::Record(_, all) => fields(all, found),
            Shape::Choice(..) => match self.variant(&range, shape) {
                Some(Holds::One(held)) => {
                    if let Some(inner) = self.items(&range).first() {
                        let kind = (*held, Narrow::No);
                        self.numbers_in(path, inner.value.clone(), kind, found);
                    }
                }
                Some(Holds::Fields(all)) => fields(all, found),
                _ => {}
            },
            Shape::List(Shape::Row([_, value])) => {
                for row in self.items(&range) {
                    let parts = self.items(&row.value);
                    if let [key, held] = &parts[..] {
                        let path = format!("{path}.{}", &self.text[key.value.clone()]);
                        let kind = (*value, Narrow::No);
                        self.numbers_in(&path, held.value.clone(), kind, found);
                    }
                }
            }
            Shape::List(entry) => {
                for (n, item) in self.items(&range).into_iter().enumerate() {
                    let kind = (*entry, Narrow::No);
                    self.numbers_in(&format!("{path}.{n}"), item.value, kind, found);
                }
            }
            _ => {}
        }
    }

    /// A value that is written, with what may stand there.
    pub fn value(&self, path: &[&str]) -> Option<(Range<usize>, &'static Shape)> {
        match self.find(path) {
            Ok(Spot::Value(range, shape)) => Some((range, shape)),
            _ => None,
        }
    }

    /// The value of a field of the record a value is.
    pub fn named_in(&self, range: &Range<usize>, name: &str) -> Option<Range<usize>> {
        self.named(self.pair_in(range)?, name).map(|e| e.value)
    }

    /// A field of a record, and what lies behind it.
    fn field(
        &self,
        record: &Pair,
        field: &'static Field,
        path: &[&str],
        step: usize,
    ) -> Result<Spot, Miss> {
        if let Some(entry) = self.named(record, field.name) {
            return self.below(entry.value, field.shape, path, step + 1);
        }
        if step + 1 < path.len() {
            return Err(Miss {
                step: step + 1,
                known: Vec::new(),
            });
        }
        let last = outline::entries(self.text, record)
            .last()
            .map(|e| e.value.end);
        let comma = last.is_some_and(|end| record.commas.last().is_none_or(|comma| *comma < end));
        Ok(Spot::LeftOut {
            close: record.close,
            comma,
        })
    }

    /// What lies behind a value, a step further on the path.
    fn below(
        &self,
        range: Range<usize>,
        shape: &'static Shape,
        path: &[&str],
        step: usize,
    ) -> Result<Spot, Miss> {
        let Some(name) = path.get(step) else {
            return Ok(Spot::Value(range, shape));
        };
        let miss = |known: Vec<String>| Err(Miss { step, known });
        let among = |fields: &'static [Field]| {
            let field = fields.iter().find(|f| f.name == *name);
            match (field, self.pair_in(&range)) {
                (Some(field), Some(pair)) => self.field(pair, field, path, step),
                _ => miss(fields.iter().map(|f| f.name.to_owned()).collect()),
            }
        };
        match shape {
            Shape::Record(_, fields) => among(fields),
            Shape::Choice(..) => match self.variant(&range, shape) {
                Some(Holds::Fields(fields)) => among(fields),
                Some(Holds::One(held)) => {
                    let said = self.word(&range);
                    let inner = self.items(&range).first().map(|e| e.value.clone());
                    match inner {
                        Some(inner) if said.eq_ignore_ascii_case(name) => {
                            self.below(inner, held, path, step + 1)
                        }
                        // The name of the choice need not be said where it is clear.
                        Some(inner) if !matches!(held, Shape::Number(..) | Shape::Whole(..)) => {
                            self.below(inner, held, path, step)
                        }
                        _ => miss(vec![said.to_lowercase()]),
                    }
                }
                _ => miss(Vec::new()),
            },
            Shape::List(Shape::Row([_, value])) => {
                let rows = self.items(&range);
                let mut known = Vec::new();
                for row in &rows {
                    if let [key, held] = &self.items(&row.value)[..] {
                        let key = &self.text[key.value.clone()];
                        if key == *name {
                            return self.below(held.value.clone(), value, path, step + 1);
                        }
                        known.push(key.to_owned());
                    }
                }
                miss(known)
            }
            Shape::List(entry) => {
                let items = self.items(&range);
                let at = name.parse::<usize>().ok().filter(|n| *n < items.len());
                match at {
                    Some(n) => self.below(items[n].value.clone(), entry, path, step + 1),
                    None => miss((0..items.len()).map(|n| n.to_string()).collect()),
                }
            }
            _ => miss(Vec::new()),
        }
    }

    /// The entry of a record with this name.
    fn named(&self, record: &Pair, name: &str) -> Option<Entry> {
        outline::entries(self.text, record)
            .into_iter()
            .find(|e| e.name.clone().is_some_and(|n| self.text[n] == *name))
    }

    /// The first pair of brackets of a value.
    fn pair_in(&self, range: &Range<usize>) -> Option<&Pair> {
        self.pairs
            .iter()
            .find(|p| range.start <= p.open && p.open < range.end)
    }

    /// What stands between the brackets of a value.
    pub fn items(&self, range: &Range<usize>) -> Vec<Entry> {
        match self.pair_in(range) {
            Some(pair) => outline::entries(self.text, pair),
            None => Vec::new(),
        }
    }

    /// The name of a choice.
    pub fn word(&self, range: &Range<usize>) -> &str {
        let text = &self.text[range.clone()];
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        &text[..end.unwrap_or(text.len())]
    }

    /// What the choice that is written holds.
    pub fn variant(&self, range: &Range<usize>, shape: &'static Shape) -> Option<&'static Holds> {
        let Shape::Choice(_, variants) = shape else {
            return None;
        };
        let said = self.word(range);
        variants.iter().find(|v| v.name == said).map(|v| &v.holds)
    }
}

/// A policy's text with another value at a spot. `name` is the field's own, for one that was left
/// out, and where it was written.
pub fn put(policy: &Written, spot: &Spot, name: &Written, value: &Written) -> Written {
    match spot {
        Spot::Value(range, _) => policy.with(range.clone(), value),
        Spot::LeftOut { close, comma, .. } => {
            let mut field = Written::default();
            field.join(if *comma { ", " } else { " " });
            field.append(name);
            field.join(": ");
            field.append(value);
            policy.with(*close..*close, &field)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: &str = r#"( id: "m", // amount: 7,
        do: Investment(amount: Profile([(2027, 10), (2029, 20.5)]), money: Planned,
            split: (new_beds: Share(0.6) /* x */, stations: Rest), allocation: List(["north"])),
        from: 2027 )"#;
    const LINKS: &str = r#"(do: SatelliteHospitals(links: [(core: "a", satellite: "b", specialty: "c", from: 2030,),
        (core: "a", satellite: "d", specialty: "c")]), id: "l",)"#;

    fn found<'a>(text: &'a str, kind: &str, path: &str) -> Result<&'a str, Miss> {
        let path: Vec<&str> = path.split('.').collect();
        match Policy::new(text, kind).find(&path)? {
            Spot::Value(range, _) => Ok(&text[range]),
            Spot::LeftOut { .. } => Ok("left out"),
        }
    }

    #[test]
    fn a_path_leads_to_its_value() {
        for (path, value) in [
            ("from", "2027"),
            ("to", "left out"),
            ("money", "Planned"),
            ("split.new_beds", "Share(0.6)"),
            ("split.new_beds.share", "0.6"),
            ("split.equipment", "left out"),
            ("amount.2029", "20.5"),
            ("amount.profile.2027", "10"),
            ("allocation.0", "\"north\""),
        ] {
            assert_eq!(found(MONEY, "Investment", path), Ok(value), "{path}");
        }
        for (path, value) in [("links.0.from", "2030"), ("links.1.from", "left out")] {
            assert_eq!(found(LINKS, "SatelliteHospitals", path), Ok(value));
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_says_what_could_stand_there() {
        let miss = |path| found(MONEY, "Investment", path).unwrap_err();
        assert!(miss("links").known.contains(&"split".to_owned()));
        assert!(!miss("id").known.contains(&"id".to_owned()));
        assert_eq!(miss("amount.2028").known, ["2027", "2029"]);
        assert_eq!((miss("split.beds").step, miss("to.x").step), (1, 1));
        assert!(miss("split.beds").known.contains(&"stations".to_owned()));
    }

    #[test]
    fn every_number_has_a_path() {
        let paths = |text, kind| -> Vec<String> {
            let numbers = Policy::new(text, kind).numbers();
            numbers.into_iter().map(|(path, _, _)| path).collect()
        };
        assert_eq!(
            paths(MONEY, "Investment"),
            ["from", "amount.2027", "amount.2029", "split.new_beds"]
        );
        assert_eq!(paths(LINKS, "SatelliteHospitals"), ["links.0.from"]);
    }

    #[test]
    fn a_value_is_replaced_or_added_where_it_belongs() {
        let set = |text: &str, kind: &str, path: &str, value: &str| {
            let path: Vec<&str> = path.split('.').collect();
            let spot = Policy::new(text, kind).find(&path).unwrap();
            let name = Written::at(path.last().unwrap(), 1000);
            put(
                &Written::at(text, 0),
                &spot,
                &name,
                &Written::at(value, 2000),
            )
        };
        let whole = set(MONEY, "Investment", "to", "2030");
        assert!(whole.text().ends_with("from: 2027 , to: 2030)"));
        let at = whole.text().find("2030").unwrap();
        assert_eq!(whole.place(&(at..at + 4)), 2000..2004);
        let whole = set(LINKS, "SatelliteHospitals", "links.0.from", "2031");
        assert!(whole.text().contains("from: 2031,"));
        let whole = set(LINKS, "SatelliteHospitals", "payer", "Ministry");
        assert!(
            whole.text().ends_with("id: \"l\", payer: Ministry)"),
            "{}",
            whole.text()
        );
    }
}
