//! What exists, row by row, as the base, the registries and the built-in scenarios tell it.

use super::filter::About;
use super::{Kind, Row, Table};
use crate::base::Base;
use crate::command::Failure;
use crate::command::desk;
use crate::indicator;
use crate::policy::KINDS;
use crate::said::Told;
use crate::scenario::Scenario;
use crate::scenario::file::BUILT_IN;
use crate::words::{data, list as words};
use serde_json::{Value, json};

/// Every row of a kind.
pub fn of(kind: Kind, base: &Base) -> Result<Table, Failure> {
    Ok(match kind {
        Kind::Policies => policies(),
        Kind::Indicators => indicators(base),
        Kind::Targets => targets(base),
        Kind::Provinces => provinces(base),
        Kind::Facilities => facilities(base),
        Kind::Assumptions => assumptions(base),
        Kind::Scenarios => scenarios()?,
    })
}

fn row(cells: Vec<Value>, about: About) -> Row {
    Row { cells, about }
}

fn policies() -> Table {
    Table {
        columns: &["name", "what_it_does", "serves"],
        rows: KINDS
            .iter()
            .map(|kind| {
                row(
                    vec![
                        json!(kind.name),
                        json!(Told::from(kind.summary)),
                        json!(kind.serves.join(", ")),
                    ],
                    About::default(),
                )
            })
            .collect(),
    }
}

fn indicators(base: &Base) -> Table {
    Table {
        columns: &["id", "title", "unit", "read_for", "meaning"],
        rows: indicator::registry(base)
            .into_iter()
            .map(|i| {
                row(
                    vec![
                        json!(i.info.id),
                        json!(i.info.title),
                        json!(Told::of(|| words::unit(
                            i.info.unit,
                            data::spoken(&base.currency)
                        ))),
                        json!(Told::of(|| words::read_for(i.info.national_only))),
                        json!(i.info.meaning),
                    ],
                    About::default(),
                )
            })
            .collect(),
    }
}

fn targets(base: &Base) -> Table {
    Table {
        columns: &[
            "id",
            "indicator",
            "scope",
            "year",
            "direction",
            "threshold",
            "status",
            "document",
            "grade",
        ],
        rows: base
            .targets
            .iter()
            .map(|t| {
                let province = base.province(&t.scope);
                let region = match province {
                    Some(p) => Some(base.provinces[p].region),
                    None => base.regions.iter().position(|r| r.code == t.scope),
                };
                row(
                    vec![
                        json!(t.id),
                        json!(t.indicator),
                        json!(t.scope),
                        json!(t.year),
                        json!(t.form.side(t.direction)),
                        json!(t.threshold),
                        json!(t.status),
                        json!(data::told(&t.document)),
                        json!(t.grade),
                    ],
                    About {
                        province,
                        region,
                        grade: Some(t.grade),
                        ..About::default()
                    },
                )
            })
            .collect(),
    }
}

fn provinces(base: &Base) -> Table {
    Table {
        columns: &[
            "code",
            "name",
            "region",
            "population",
            "beds",
            "beds_per_10k",
            "grade",
            "official_code",
        ],
        rows: base
            .provinces
            .iter()
            .enumerate()
            .map(|(at, p)| {
                let ratio = p.beds.central / p.population * 10_000.0;
                row(
                    vec![
                        json!(p.code),
                        json!(p.name),
                        json!(base.regions[p.region].code),
                        json!(p.population.round() as i64),
                        json!(p.beds.central.round() as i64),
                        json!((ratio * 10.0).round() / 10.0),
                        json!(p.grade),
                        json!(p.official_code),
                    ],
                    About {
                        province: Some(at),
                        region: Some(p.region),
                        grade: Some(p.grade),
                        ..About::default()
                    },
                )
            })
            .collect(),
    }
}

fn facilities(base: &Base) -> Table {
    Table {
        columns: &[
            "code",
            "name",
            "province",
            "level",
            "owner",
            "specialty",
            "beds",
            "beds_published",
            "synthetic",
            "grade",
            "official_code",
        ],
        rows: base
            .facilities
            .iter()
            .map(|f| {
                let province = &base.provinces[f.province];
                row(
                    vec![
                        json!(f.code),
                        json!(data::told(&f.name)),
                        json!(province.code),
                        json!(f.level),
                        json!(f.owner),
                        json!(f.specialty),
                        json!(f.beds.round() as i64),
                        json!(f.beds_known),
                        json!(f.synthetic),
                        json!(f.grade),
                        json!(f.official_code),
                    ],
                    About {
                        province: Some(f.province),
                        region: Some(province.region),
                        grade: Some(f.grade),
                        owner: Some(f.owner),
                        level: Some(f.level),
                        synthetic: f.synthetic,
                    },
                )
            })
            .collect(),
    }
}

fn assumptions(base: &Base) -> Table {
    Table {
        columns: &["id", "meaning", "unit", "median", "law", "grade"],
        rows: base
            .assumptions
            .all
            .iter()
            .map(|a| {
                let median = match a.distribution {
                    crate::base::Distribution::Profile(_)
                    | crate::base::Distribution::Choice(_) => Value::Null,
                    _ => json!(words::rounded(a.quantile(0.5))),
                };
                row(
                    vec![
                        json!(a.id),
                        json!(data::told(&a.meaning)),
                        json!(data::told(&a.unit)),
                        median,
                        json!(desk::ron(&a.distribution)),
                        json!(a.grade),
                    ],
                    About {
                        grade: Some(a.grade),
                        ..About::default()
                    },
                )
            })
            .collect(),
    }
}

fn scenarios() -> Result<Table, Failure> {
    let mut rows = Vec::new();
    for (name, _) in BUILT_IN {
        let (scenario, _) = Scenario::built_in(name)
            .map_err(|error| Failure::Ours(words::built_in_broken(name, &error.to_string())))?;
        let policies: Vec<&str> = scenario.policies.iter().map(|p| p.id.as_str()).collect();
        rows.push(row(
            vec![
                json!(name),
                json!(data::told(&scenario.title)),
                json!(Told::of(|| words::years(scenario.first, scenario.last))),
                json!(policies.join(", ")),
                json!(data::told(&scenario.note)),
            ],
            About::default(),
        ));
    }
    Ok(Table {
        columns: &["name", "title", "years", "policies", "note"],
        rows,
    })
}
