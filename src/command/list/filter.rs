//! Filters narrow a list; one that cannot say anything about what is listed is refused, so that an
//! empty list always means that nothing is there.

use super::{Kind, ListOptions, Row};
use crate::base::tables::GRADES;
use crate::base::{Base, Grade, Level, Owner};
use crate::command::Failure;
use crate::diagnostic::{folded, suggestion};
use crate::said::language;
use crate::words::list as words;

/// What is known about a row, for filters.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Position of its province.
    pub province: Option<usize>,
    /// Position of its region.
    pub region: Option<usize>,
    /// Grade.
    pub grade: Option<Grade>,
    /// Owner.
    pub owner: Option<Owner>,
    /// Level of care.
    pub level: Option<Level>,
    /// Whether it was made so that totals add up.
    pub synthetic: bool,
}

/// The filters of one call, read.
#[derive(Debug)]
pub struct Filter {
    province: Option<usize>,
    region: Option<usize>,
    grade: Option<Grade>,
    owner: Option<Owner>,
    level: Option<Level>,
    named: bool,
    matching: Option<String>,
}

const OWNERS: [(&str, Owner); 4] = [
    ("ministry", Owner::Ministry),
    ("other-ministry", Owner::OtherMinistry),
    ("province", Owner::Province),
    ("private", Owner::Private),
];

const LEVELS: [(&str, Level); 4] = [
    ("central", Level::Central),
    ("provincial", Level::Provincial),
    ("regional", Level::Regional),
    ("commune", Level::Commune),
];

impl Filter {
    /// Reads the filters, or says which one cannot be meant.
    pub fn read(options: &ListOptions, base: &Base) -> Result<Filter, Failure> {
        use Kind::*;
        let given = [
            (
                "--province",
                options.province.is_some(),
                &[Targets, Provinces, Facilities][..],
            ),
            (
                "--region",
                options.region.is_some(),
                &[Targets, Provinces, Facilities],
            ),
            (
                "--grade",
                options.grade.is_some(),
                &[Targets, Provinces, Facilities, Assumptions],
            ),
            ("--owner", options.owner.is_some(), &[Facilities]),
            ("--level", options.level.is_some(), &[Facilities]),
            ("--named", options.named, &[Facilities]),
        ];
        for (filter, is_given, kinds) in given {
            if is_given && !kinds.contains(&options.kind) {
                let kinds: Vec<&str> = kinds.iter().map(|k| k.name()).collect();
                return Err(Failure::Refused(words::filter_says_nothing(
                    filter,
                    options.kind.name(),
                    &kinds,
                )));
            }
        }
        let provinces: Vec<[&str; 3]> = base
            .provinces
            .iter()
            .map(|p| [p.code.as_str(), &p.name, &p.name_en])
            .collect();
        let regions: Vec<[&str; 3]> = base
            .regions
            .iter()
            .map(|r| [r.code.as_str(), &r.name, &r.name_en])
            .collect();
        Ok(Filter {
            province: place("province", options.province.as_deref(), &provinces, base)?,
            region: place("region", options.region.as_deref(), &regions, base)?,
            grade: word("grade", options.grade.as_deref(), GRADES)?,
            owner: word("owner", options.owner.as_deref(), &OWNERS)?,
            level: word("level", options.level.as_deref(), &LEVELS)?,
            named: options.named,
            matching: options.matching.as_deref().map(folded),
        })
    }

    /// Whether a row passes every filter.
    pub fn keeps(&self, row: &Row) -> bool {
        let about = &row.about;
        let holds = |text: &str| {
            row.cells.iter().any(|cell| match cell {
                serde_json::Value::String(s) => folded(s).contains(text),
                serde_json::Value::Number(n) => format!("{n}") == text,
                // Told in each language: of English and what is spoken.
                serde_json::Value::Object(told) => told
                    .iter()
                    .filter(|(code, _)| *code == "en" || *code == language().code())
                    .filter_map(|(_, told)| told.as_str())
                    .any(|told| folded(told).contains(text)),
                _ => false,
            })
        };
        self.province.is_none_or(|p| about.province == Some(p))
            && self.region.is_none_or(|r| about.region == Some(r))
            && self.grade.is_none_or(|g| about.grade == Some(g))
            && self.owner.is_none_or(|o| about.owner == Some(o))
            && self.level.is_none_or(|l| about.level == Some(l))
            && !(self.named && about.synthetic)
            && self.matching.as_deref().is_none_or(holds)
    }
}

/// The position of a place by its code or one of its names.
fn place(
    what: &str,
    asked: Option<&str>,
    known: &[[&str; 3]],
    base: &Base,
) -> Result<Option<usize>, Failure> {
    let Some(asked) = asked else { return Ok(None) };
    let wanted = folded(asked);
    let found = known
        .iter()
        .position(|names| names.iter().any(|name| folded(name) == wanted));
    match found {
        Some(at) => Ok(Some(at)),
        None => {
            let codes: Vec<&str> = known.iter().map(|names| names[0]).collect();
            let merged = match what {
                "province" => base.former_help(asked, codes.iter().copied()),
                _ => None,
            };
            let help = merged.unwrap_or_else(|| suggestion(asked, &codes, words::see(what)));
            Err(Failure::Refused(words::no_such(what, asked, &help)))
        }
    }
}

/// One of a few words.
fn word<T: Copy>(
    what: &str,
    asked: Option<&str>,
    known: &[(&str, T)],
) -> Result<Option<T>, Failure> {
    let Some(asked) = asked else { return Ok(None) };
    // OtherMinistry, other-ministry and Other ministry are the same.
    let plain = |text: &str| folded(text).replace('-', "");
    match known.iter().find(|(name, _)| plain(name) == plain(asked)) {
        Some((_, value)) => Ok(Some(*value)),
        None => {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let help = words::one_of(&names);
            Err(Failure::Refused(words::no_such(what, asked, &help)))
        }
    }
}
