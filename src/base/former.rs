//! Units that were merged or renamed stay known names: each leads to its unit of today.

use super::Base;
use super::tables::{Names, Reader};
use crate::diagnostic::{folded, nearest};
use crate::messages::base::{self as messages, Named};
use crate::said::date;

/// A unit by its former name.
#[derive(Clone, Debug, PartialEq)]
pub struct FormerUnit {
    /// Former code.
    pub code: String,
    /// Former name in the country's language.
    pub name: String,
    /// Code of its unit of today.
    pub now: String,
    /// When that began, in words; empty where nothing changed.
    pub since: String,
}

/// The former units, of a base that lists them.
pub fn read(reader: &mut Reader<'_>, provinces: &Names) -> Vec<FormerUnit> {
    let rows = reader.table_if_there(
        "former_units.csv",
        &[
            "code",
            "name",
            "name_en",
            "now",
            "since",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        reader.grade(row);
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        reader.text(row, "name_en");
        reader.position(row, "now", Named::Province, provinces);
        all.push(FormerUnit {
            name: reader.text(row, "name"),
            now: row.cell("now").to_owned(),
            since: row.cell("since").to_owned(),
            code,
        });
    }
    all
}

/// What to write instead of a word that means a unit of former times, unless one of `known` is
/// nearer.
pub fn help<'a>(
    former: &'a [FormerUnit],
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let wanted = folded(word);
    let known: Vec<&str> = known.into_iter().collect();
    if known.iter().any(|name| folded(name) == wanted) {
        return None;
    }
    let gone = || former.iter().filter(|f| f.code != f.now);
    let unit = gone()
        .find(|f| f.code == wanted || folded(&f.name) == wanted)
        .or_else(|| {
            let all = known.into_iter().chain(gone().map(|f| f.code.as_str()));
            let near = nearest(word, all)?;
            gone().find(|f| f.code == near)
        })?;
    Some(messages::merged(
        &unit.code,
        &unit.name,
        &unit.now,
        date::spoken(&unit.since),
    ))
}

impl Base {
    /// Former units that are part of a unit of today, under a code that is not its own.
    pub fn former_of<'a>(&'a self, now: &'a str) -> impl Iterator<Item = &'a FormerUnit> {
        let gone = self.former_units.iter().filter(|f| f.code != f.now);
        gone.filter(move |f| f.now == now)
    }

    /// What to write instead of a word that means a unit of former times, unless one of `known` is
    /// nearer.
    pub fn former_help<'a>(
        &'a self,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        help(&self.former_units, word, known)
    }
}
