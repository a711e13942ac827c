//! Indicators that are followed and not built from stocks (insurance cover, life expectancy), and
//! things to finish by a date, with the real projects their delays are read from.
//!
//! A base may leave these tables out: it then follows nothing and has no milestone.

use super::tables::{Bounds, Names, Reader, Row};
use super::{Direction, Grade};
use crate::messages::base::{self as messages, Named};
use crate::source::naming::is_plain;
use crate::units::Unit;
use crate::units::Year;

/// What the id of a milestone's indicator begins with: `milestone:lai-chau-grade-1`.
pub const MILESTONE: &str = "milestone:";

/// Whether an indicator is a milestone's: reached or not.
pub fn is_milestone(indicator: &str) -> bool {
    indicator.starts_with(MILESTONE)
}

/// What makes a province count when provinces are added up to the nation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Weight {
    /// Its people.
    People,
    /// Its public hospitals and stations at the end of the base year.
    Facilities,
    /// Every province counts the same.
    Plain,
}

/// Which value a followed indicator is read and judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum JudgedOn {
    /// What is published: the true value with its error of observation.
    Published,
    /// What is true.
    True,
}

/// An indicator that is followed: it has a level, a trend and noise, and initiatives move it. Trend,
/// noise and response are assumptions `track.<id>.*`.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedIndicator {
    /// Id, snake_case: `insurance_cover`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Unit: a fraction, years, or so many to a hundred.
    pub unit: Unit,
    /// One sentence: what is counted.
    pub meaning: String,
    /// It never falls below this.
    pub low: f64,
    /// It never rises above this.
    pub high: f64,
    /// Which way is better.
    pub better: Direction,
    /// How provinces are added up.
    pub weight: Weight,
    /// Published value of the nation at the end of the base year; `None`: drawn from
    /// `track.<id>.base`.
    pub value: Option<f64>,
    /// Step to which its source prints the figure. Targets are judged on unrounded values.
    pub printed_to: f64,
    /// Which value is read and judged.
    pub judged_on: JudgedOn,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

/// The value of a province at the end of the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedValue {
    /// Index into [`Base::tracked`](super::Base::tracked).
    pub indicator: usize,
    /// Index into [`Base::provinces`](super::Base::provinces).
    pub province: usize,
    /// Value.
    pub value: f64,
    /// Range read as 80 %, where the value is not published as it stands.
    pub range: Option<(f64, f64)>,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

impl TrackedValue {
    /// Whether it stands somewhere as it is: not assumed, and no end of a range.
    pub fn is_published(&self) -> bool {
        self.range.is_none() && self.grade != Grade::E
    }
}

/// A thing to finish by a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Id, kebab-case: `lai-chau-grade-1`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Index into [`Base::provinces`](super::Base::provinces); `None` for the nation.
    pub province: Option<usize>,
    /// Index into [`Base::facilities`](super::Base::facilities), if it is about one.
    pub facility: Option<usize>,
    /// Index into [`Base::projects`](super::Base::projects): it is done when that project opens.
    pub project: Option<usize>,
    /// Planned year: finished by its end.
    pub planned: Year,
    /// Whether work goes on without any policy.
    pub under_way: bool,
    /// Name of its reference class.
    pub reference: String,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

/// The sum of other indicators, declared by a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorSum {
    /// Id, snake_case.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its parts, by their place among the indicators.
    pub of: Vec<usize>,
}

/// A real project: planned and true finish.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceProject {
    /// Class it belongs to.
    pub class: String,
    /// Name.
    pub name: String,
    /// Start in years with their fraction, where known.
    pub start: Option<f64>,
    /// Planned finish.
    pub planned: f64,
    /// True finish; `None`: not finished when last looked at.
    pub finished: Option<f64>,
}

/// What the real projects of a class say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReferenceClass {
    /// Delays of the finished ones, years, ascending.
    pub delays: Vec<f64>,
    /// All of them, the unfinished too.
    pub projects: usize,
    /// Shortest planned duration, years.
    pub shortest: f64,
}

impl ReferenceClass {
    /// The class of this name among real projects.
    pub fn of(name: &str, projects: &[ReferenceProject]) -> ReferenceClass {
        let own: Vec<&ReferenceProject> = projects.iter().filter(|p| p.class == name).collect();
        let mut delays: Vec<f64> = own
            .iter()
            .filter_map(|p| p.finished.map(|f| (f - p.planned).max(0.0)))
            .collect();
        delays.sort_by(f64::total_cmp);
        let shortest = own
            .iter()
            .filter_map(|p| p.start.map(|s| p.planned - s))
            .fold(f64::INFINITY, f64::min);
        ReferenceClass {
            delays,
            projects: own.len(),
            shortest: if shortest.is_finite() { shortest } else { 1.0 },
        }
    }

    /// The delay at `u` in (0, 1), a share `on_time` of things being finished in time: straight
    /// lines between the delays of the class, and none (infinity) for the share never finished.
    pub fn delay(&self, u: f64, on_time: f64) -> f64 {
        if u < on_time {
            return 0.0;
        }
        let place = (u - on_time) / (1.0 - on_time) * self.projects as f64;
        let below = place.floor() as usize;
        let Some(above) = self.delays.get(below) else {
            return f64::INFINITY;
        };
        let from = below.checked_sub(1).map_or(0.0, |b| self.delays[b]);
        from + (above - from) * (place - below as f64)
    }
}

/// Indicators that are followed.
pub fn indicators(reader: &mut Reader<'_>) -> Vec<TrackedIndicator> {
    let rows = reader.table_if_there(
        "tracked.csv",
        &[
            "id",
            "title",
            "unit",
            "meaning",
            "low",
            "high",
            "better",
            "weight",
            "value",
            "printed_to",
            "judged_on",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let id = reader.text(row, "id");
        if !is_plain(&id, b'_') {
            let said = messages::not_an_indicator(&id, "insurance_cover");
            reader.refuse(row, "id", "base::not-a-code", said);
        }
        names.add(reader, row, "id", &id);
        let low = reader.number(row, "low", Bounds::Any);
        let high = reader.number(row, "high", Bounds::Any);
        if low >= high {
            let said = messages::bounds_out_of_order(high, low);
            reader.refuse(row, "high", "base::out-of-range", said);
        }
        let value = reader.maybe_number(row, "value", Bounds::Any);
        inside(reader, row, "value", value, low, high);
        all.push(TrackedIndicator {
            id,
            title: reader.text(row, "title"),
            unit: reader.choice(
                row,
                "unit",
                &[
                    ("share", Unit::Share),
                    ("years", Unit::Years),
                    ("per_100", Unit::Per100),
                ],
            ),
            meaning: reader.text(row, "meaning"),
            low,
            high,
            better: reader.choice(
                row,
                "better",
                &[("higher", Direction::AtLeast), ("lower", Direction::AtMost)],
            ),
            weight: reader.choice(
                row,
                "weight",
                &[
                    ("people", Weight::People),
                    ("facilities", Weight::Facilities),
                    ("plain", Weight::Plain),
                ],
            ),
            value,
            printed_to: reader.number(row, "printed_to", Bounds::Positive),
            judged_on: reader.choice(
                row,
                "judged_on",
                &[("published", JudgedOn::Published), ("true", JudgedOn::True)],
            ),
            source_id: row.cell("source_id").to_owned(),
            grade: reader.grade(row),
        });
    }
    all
}

/// A level lies between the bounds, and not on one: there it could not move.
fn inside(
    reader: &mut Reader<'_>,
    row: &Row,
    column: &str,
    value: Option<f64>,
    low: f64,
    high: f64,
) {
    if let Some(value) = value.filter(|v| low < high && !(low < *v && *v < high)) {
        let said = messages::outside_bounds(value, low, high);
        reader.refuse(row, column, "base::out-of-range", said);
    }
}

/// Values of provinces.
pub fn values(
    reader: &mut Reader<'_>,
    tracked: &[TrackedIndicator],
    provinces: &Names,
) -> Vec<TrackedValue> {
    let rows = reader.table_if_there(
        "tracked_values.csv",
        &[
            "indicator",
            "province",
            "value",
            "low",
            "high",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut known = Names::default().sure();
    tracked.iter().for_each(|t| known.know(&t.id));
    let mut twice = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let indicator = reader.position(row, "indicator", Named::Followed, &known);
        let province = reader.position(row, "province", Named::Province, provinces);
        let both = format!("{}/{}", row.cell("indicator"), row.cell("province"));
        twice.add(reader, row, "province", &both);
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        let value = reader.number(row, "value", Bounds::Any);
        let low = reader.maybe_number(row, "low", Bounds::Any);
        let high = reader.maybe_number(row, "high", Bounds::Any);
        if let Some(t) = indicator.and_then(|i| tracked.get(i)) {
            for (column, v) in [("value", Some(value)), ("low", low), ("high", high)] {
                inside(reader, row, column, v, t.low, t.high);
            }
        }
        if low.is_some() && low == high {
            reader.refuse(row, "low", "base::range-misses-value", messages::no_width());
        }
        for (column, end) in [("low", low), ("high", high)] {
            if low != high && end == Some(value) {
                reader.refuse(row, column, "base::cannot-be", messages::value_on_its_end());
            }
        }
        all.push(TrackedValue {
            indicator: indicator.unwrap_or(0),
            province: province.unwrap_or(0),
            value,
            range: low.zip(high),
            source_id: row.cell("source_id").to_owned(),
            grade,
        });
    }
    all
}

/// Real projects, class by class.
pub fn references(reader: &mut Reader<'_>) -> Vec<ReferenceProject> {
    let rows = reader.table_if_there(
        "reference_classes.csv",
        &[
            "class",
            "name",
            "start",
            "planned",
            "finished",
            "source_id",
            "grade",
            "note",
        ],
    );
    let year = Bounds::Within(1950.0, 2150.0);
    rows.iter()
        .map(|row| {
            reader.grade(row);
            let start = reader.maybe_number(row, "start", year);
            let planned = reader.number(row, "planned", year);
            if start.is_some_and(|s| s >= planned) {
                let said = messages::finish_before_start();
                reader.refuse(row, "planned", "base::years-out-of-order", said);
            }
            ReferenceProject {
                class: reader.code(row, "class"),
                name: reader.text(row, "name"),
                start,
                planned,
                finished: reader.maybe_number(row, "finished", year),
            }
        })
        .collect()
}

/// Things to finish by a date.
pub fn milestones(
    reader: &mut Reader<'_>,
    references: &[ReferenceProject],
    provinces: &Names,
    facilities: &Names,
    projects: &[super::Project],
) -> Vec<Milestone> {
    let rows = reader.table_if_there(
        "milestones.csv",
        &[
            "id",
            "title",
            "scope",
            "facility",
            "project",
            "planned",
            "under_way",
            "reference",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut classes = Names::default().sure();
    for r in references {
        if classes.at(&r.class).is_none() {
            classes.know(&r.class);
        }
    }
    let mut known_projects = Names::default().sure();
    projects.iter().for_each(|p| known_projects.know(&p.code));
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let id = reader.code(row, "id");
        names.add(reader, row, "id", &id);
        let maybe = |reader: &mut Reader<'_>, column: &str, what: Named, known: &Names| {
            (!row.cell(column).is_empty())
                .then(|| reader.position(row, column, what, known))
                .flatten()
        };
        let province = if row.cell("scope") == "nation" {
            None
        } else {
            reader.position(row, "scope", Named::ProvinceOrNation, provinces)
        };
        let facility = maybe(reader, "facility", Named::Facility, facilities);
        let project = maybe(reader, "project", Named::Project, &known_projects);
        reader.position(row, "reference", Named::Class, &classes);
        all.push(Milestone {
            id,
            title: reader.text(row, "title"),
            province,
            facility,
            project,
            planned: Year(reader.integer(row, "planned", 1950, 2150) as i32),
            under_way: reader.yes(row, "under_way"),
            reference: row.cell("reference").to_owned(),
            source_id: row.cell("source_id").to_owned(),
            grade: reader.grade(row),
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class() -> ReferenceClass {
        let project = |start, planned, finished| ReferenceProject {
            class: "ward".into(),
            name: "Ward".into(),
            start,
            planned,
            finished,
        };
        ReferenceClass::of(
            "ward",
            &[
                project(Some(2018.0), 2020.0, Some(2024.0)),
                project(Some(2017.0), 2020.0, Some(2021.0)),
                project(None, 2020.0, None),
                project(None, 2020.0, Some(2019.5)),
            ],
        )
    }

    #[test]
    fn delays_lie_on_straight_lines_between_real_ones_and_the_unfinished_never_end() {
        let class = class();
        assert_eq!(class.delays, vec![0.0, 1.0, 4.0]);
        assert_eq!((class.projects, class.shortest), (4, 2.0));
        assert_eq!(class.delay(0.2, 0.0), 0.0);
        assert_eq!(class.delay(0.375, 0.0), 0.5);
        assert_eq!(class.delay(0.625, 0.0), 2.5);
        assert_eq!(class.delay(0.8, 0.0), f64::INFINITY);
        // Half in time: what is left follows the class.
        assert_eq!(class.delay(0.49, 0.5), 0.0);
        assert_eq!(class.delay(0.8125, 0.5), 2.5);
    }

    #[test]
    fn the_built_in_base_follows_eight_indicators() {
        let base = crate::base::Base::builtin();
        let ids: Vec<&str> = base.tracked.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "facilities_invested",
                "facilities_with_emr",
                "immunisation_under_1",
                "insurance_cover",
                "life_expectancy",
                "people_with_e_record",
                "sex_ratio_at_birth",
                "stunting_under_5",
            ]
        );
        let cover = base.tracked[3].value;
        assert_eq!(cover, Some(0.9515));
        assert!(base.milestones.iter().any(|m| m.id == "lai-chau-grade-1"));
    }
}
