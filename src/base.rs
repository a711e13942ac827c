//! The known first year of a country: who lives where, which facilities stand, who works and
//! studies in them, what is being built, and every uncertain number with its source.
//!
//! A base is a folder of CSV tables and one `assumptions.ron`; the built-in one is Viet Nam at the
//! end of 2025 and is compiled into the program. It is read and checked once; what comes out here
//! can be trusted without looking again.

pub mod assumptions;
pub mod figures;
pub mod folder;
pub mod former;
pub mod load;
pub mod people;
pub mod places;
pub mod plant;
pub mod problem;
pub mod questions;
pub mod sense;
pub mod stock;
pub mod tables;
pub mod tracked;

pub use assumptions::{
    Assumption, AssumptionBook, CHOICES, CanBe, Cut, Distribution, Joint, MAY_BE_LEFT_OUT, RankTie,
    parts_over_whole, required_assumptions, required_for_official, required_for_tracked,
    tells_of_care, tells_of_lever,
};
pub use folder::BaseFile;
pub use problem::{BaseErrors, TableProblem, WriteError};
pub use sense::times_beyond;
pub use tracked::{
    IndicatorSum, JudgedOn, Milestone, ReferenceClass, ReferenceProject, TrackedIndicator,
    TrackedValue, Weight,
};

use crate::shape::shaped;
use crate::units::Year;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Years beds on order are followed; a base says what opens in each.
pub const ORDER_YEARS: usize = 5;

/// Most study years of a programme.
pub const MAX_YEARS: usize = 8;

shaped! {
    /// How good a figure is, from an official publication down to an assumption.
    #[derive(Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
    pub enum Grade {
        /// official statistic or text of a decision
        A,
        /// press report quoting officials or official reports
        B,
        /// academic or secondary source
        C,
        /// derived from such figures
        D,
        /// assumed, with a range and a reason
        E,
    }
}

/// Level of care of a facility.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Level {
    /// Ministry of Health and other ministries.
    Central,
    /// Provincial hospitals.
    Provincial,
    /// Former district hospitals and medical centres.
    Regional,
    /// Commune stations.
    Commune,
}

shaped! {
    /// Who owns a facility.
    #[derive(Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
    pub enum Owner {
        /// the Ministry of Health and its universities
        Ministry,
        /// any other ministry
        OtherMinistry,
        /// the province
        Province,
        /// a private owner
        Private,
    }
}

shaped! {
    /// Who employs staff. Ministry and OtherMinistry are Central; Provincial and Regional levels of the
    /// province are Provincial.
    #[derive(Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
    pub enum Employer {
        /// hospitals of ministries
        Central,
        /// hospitals of provinces, both levels
        Provincial,
        /// commune stations
        Commune,
        /// no public employer: refused here
        Private,
        /// no employer: refused here
        Any,
    }
}

impl Grade {
    /// The grade of a letter.
    pub fn of(letter: &str) -> Option<Grade> {
        let known = tables::GRADES.iter().find(|(own, _)| *own == letter);
        known.map(|(_, grade)| *grade)
    }
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Id used in `source_id` columns.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Date as printed (may be approximate).
    pub date: String,
    /// Address, where there is one.
    pub url: String,
}

/// A region: a named group of provinces.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Code, kebab-case.
    pub code: String,
    /// Name in the country's language.
    pub name: String,
    /// Name in English.
    pub name_en: String,
}

/// One first-level unit (Viet Nam: the 34 units of July 2025) at the end of the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Code, kebab-case.
    pub code: String,
    /// Name in the country's language.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Code the state gives it; empty where none is known.
    pub official_code: String,
    /// Index into [`Base::regions`].
    pub region: usize,
    /// Column and row on the tile map.
    pub tile: (u32, u32),
    /// Latitude and longitude of the administrative centre in degrees, if sourced.
    pub centre: Option<(f64, f64)>,
    /// Population at the end of the base year, persons; provinces add to the national figure.
    pub population: f64,
    /// Share of people aged 60 and over.
    pub share_60: f64,
    /// Mean natural increase, log growth per year.
    pub natural_increase: f64,
    /// Mean net migration, log growth per year.
    pub net_migration: f64,
    /// Income per head over the national mean (population-weighted mean 1).
    pub income_index: f64,
    /// Hospital beds: central estimate with its low-high range (read as 80 %).
    pub beds: Ranged,
    /// Staff by occupation, in the order of [`Base::occupations`]: central estimate and range;
    /// `None` where nothing is known by province (spread by population).
    pub staff: Vec<Option<Ranged>>,
    /// Staff by occupation as counted bottom-up, before raking to the nation, where known.
    pub staff_bottom_up: Vec<Option<f64>>,
    /// Counts of beds or staff that the province publishes itself and the figures above do not stand on.
    pub published: Vec<Published>,
    /// Where its figures come from, by the indicator of their row.
    pub told: Vec<Told>,
    /// Lowest grade among the figures above.
    pub grade: Grade,
}

/// A count that a province publishes of itself at the end of the base year, beside what is raked to the
/// nation: its targets are judged on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// `beds`, or the plural of an occupation.
    pub what: String,
    /// As published, for each 10,000 people.
    pub per_10k: f64,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

/// Where a figure of a province comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Indicator of the row.
    pub what: String,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

impl Province {
    /// Where its figure of an indicator comes from.
    pub fn told(&self, what: &str) -> Option<&Told> {
        self.told.iter().find(|told| told.what == what)
    }
}

/// A value with a range in which 80 of 100 futures lie, the value their median; of a single figure both
/// ends are the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranged {
    /// Central value.
    pub central: f64,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl Ranged {
    /// A figure that holds in every future.
    pub fn single(value: f64) -> Ranged {
        Ranged {
            central: value,
            low: value,
            high: value,
        }
    }

    /// A figure with its range, where it has one.
    pub fn with(value: f64, range: Option<(f64, f64)>) -> Ranged {
        let (low, high) = range.unwrap_or((value, value));
        Ranged {
            central: value,
            low,
            high,
        }
    }

    /// The figure in another unit, `factor` of them for one of its own.
    pub fn times(self, factor: f64) -> Ranged {
        Ranged {
            central: self.central * factor,
            low: self.low * factor,
            high: self.high * factor,
        }
    }
}

/// An occupation. Data, not code: a base that lists another gets it everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Occupation {
    /// Code, snake_case singular (`doctor`); assumption ids end in it.
    pub code: String,
    /// Plural for indicators and sentences (`doctors`).
    pub plural: String,
    /// Whether staff are followed by employer and hired into posts. Without posts all who enter
    /// are placed, by province share.
    pub has_posts: bool,
    /// National ratio per 10,000 people at the end of the base year; `None`: drawn from the
    /// assumption `base.<plural>_per_10k`.
    pub national_per_10k: Option<f64>,
    /// Range of the national ratio, where it is one.
    pub national_range: Option<(f64, f64)>,
    /// Years of study.
    pub study_years: u32,
    /// First year of the licensing exam.
    pub exam_from: Option<Year>,
    /// Last year whose graduates are already enrolled at base.
    pub enrolled_until: Year,
    /// Why targets on its ratio cannot be answered with published figures, and what would settle it;
    /// empty where they can.
    pub not_answerable: String,
    /// Lowest age of each five-year band that is followed (20 or 25, then every five to 65).
    pub first_age: u32,
    /// Share of entrants who join the first band (the rest join the second).
    pub enter_first_band: f64,
    /// Base age shares, one for each band from `first_age` to 65-69; they add to 1.
    pub age_shares: Vec<f64>,
}

impl Occupation {
    /// The published ratio per 10,000 people, with its range.
    pub fn national(&self) -> Option<Ranged> {
        let value = self.national_per_10k?;
        Some(Ranged::with(value, self.national_range))
    }

    /// Number of age bands.
    pub fn bands(&self) -> usize {
        self.age_shares.len()
    }
}

/// A hospital or a commune station.
#[derive(Clone, Debug, PartialEq)]
pub struct Facility {
    /// Code, kebab-case, unique.
    pub code: String,
    /// Name; of a synthetic one, a description.
    pub name: String,
    /// Name in English, where known.
    pub name_en: String,
    /// Code the state gives it; empty where none is known.
    pub official_code: String,
    /// Index into [`Base::provinces`].
    pub province: usize,
    /// Level of care; private hospitals stand at the Provincial level, so look at the owner first.
    pub level: Level,
    /// Owner at the end of the base year.
    pub owner: Owner,
    /// `general`, `station`, or a specialty such as `oncology`.
    pub specialty: String,
    /// Central estimate of beds at the end of the base year; 0 for stations.
    pub beds: f64,
    /// Whether the bed figure is published for this facility.
    pub beds_known: bool,
    /// Whether the facility was synthesised so that counts and beds add up.
    pub synthetic: bool,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade of the row.
    pub grade: Grade,
}

/// State of a named building project at base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ProjectState {
    /// Opened in the base year; part of its beds may not be counted yet.
    Opened,
    /// Under construction.
    Building,
    /// Planned or approved, not begun.
    Planned,
}

/// A named building project.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Code, kebab-case, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// Index into [`Base::facilities`] of the facility whose beds grow.
    pub facility: usize,
    /// Beds of the whole project.
    pub beds: f64,
    /// Cost of the whole project, billion VND, where published.
    pub cost: Option<f64>,
    /// State at base.
    pub state: ProjectState,
    /// Year of planned opening.
    pub planned: Year,
    /// Share of the beds that is additional to existing ones.
    pub additional: f64,
    /// Grade of the row.
    pub grade: Grade,
}

/// A hospital that changes owner after the base year: decided, so a fixed event of the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// Index into [`Base::facilities`].
    pub facility: usize,
    /// New owner.
    pub to: Owner,
    /// Year of the change.
    pub year: Year,
}

/// A change of owner that is proposed and not decided: in no scenario unless one asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedTransfer {
    /// Index into [`Base::facilities`].
    pub facility: usize,
    /// Owner proposed; a merger into a hospital of the same owner keeps it.
    pub to: Owner,
    /// What is proposed and by whom.
    pub note: String,
}

/// A building project of the sources that is not in the model, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectNotUsed {
    /// Name as in the source.
    pub name: String,
    /// Why it is left out.
    pub reason: String,
    /// Source ids, `;` between.
    pub source_id: String,
}

/// How much of all referrals to Central hospitals belongs to one specialty.
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// Specialty; a satellite link names one of these.
    pub specialty: String,
    /// Share of referrals; shares add to 1.
    pub share: f64,
    /// Plausible range.
    pub range: (f64, f64),
}

/// One training programme: a school and an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Code, kebab-case, unique.
    pub code: String,
    /// School name.
    pub name: String,
    /// Index into [`Base::provinces`].
    pub province: usize,
    /// Who runs it.
    pub owner: Owner,
    /// Index into [`Base::occupations`].
    pub occupation: usize,
    /// Share of the occupation's national intake; shares of an occupation add to 1.
    pub intake_share: f64,
    /// Whether it stands for the schools no row names.
    pub other: bool,
    /// Grade of the row.
    pub grade: Grade,
}

/// A published value of a past year, for the charts.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct HistoryPoint {
    /// `nation`, or a province or region code.
    pub scope: String,
    /// Indicator id.
    pub indicator: String,
    /// Year.
    pub year: Year,
    /// Value in the indicator's unit.
    pub value: f64,
    /// Name of the series it belongs to (definitions differ; series are not joined).
    pub series: String,
    /// Grade.
    pub grade: Grade,
    /// Source ids, `;` between.
    pub source_id: String,
}

/// Which way a target points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Met at or above the threshold.
    AtLeast,
    /// Met at or below the threshold.
    AtMost,
}

/// Standing of a target's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetStatus {
    /// In force.
    Adopted,
    /// Drafted, not adopted when the data were compiled.
    Draft,
    /// Replaced by a later document.
    Superseded,
    /// A long-term orientation.
    Vision,
}

/// The borders a target was set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Borders {
    /// Today's borders.
    #[serde(rename = "current")]
    Current,
    /// Borders before July 2025: never read as the merged province's verdict.
    #[serde(rename = "before-2025")]
    Before2025,
}

/// How a target is meant beside its direction and threshold; nothing by default: at least or at most the
/// threshold, at the end of its year.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Form {
    /// The threshold itself does not meet it: over, below.
    pub strict: bool,
    /// The other end of a band, met at or below: at least the threshold and at most this.
    pub up_to: Option<f64>,
    /// It must hold at every year-end from this one on to its year.
    pub from: Option<Year>,
    /// The month of its year at whose end it must hold, 1 to 11: read on the straight line between the two
    /// year-ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
}

impl Form {
    /// The first year-end at which it must hold, where that lies before its year.
    pub fn since(self, year: Year) -> Option<Year> {
        self.from.filter(|from| *from < year)
    }

    /// The part of its year that is over when it must hold.
    pub fn part_of_year(self) -> f64 {
        f64::from(self.month.unwrap_or(12)) / 12.0
    }

    /// On which side of its threshold a target is met, as files name it.
    pub fn side(self, direction: Direction) -> &'static str {
        match (direction, self.strict) {
            (Direction::AtLeast, false) => "at_least",
            (Direction::AtMost, false) => "at_most",
            (Direction::AtLeast, true) => "over",
            (Direction::AtMost, true) => "below",
        }
    }
}

/// What is asked by what is written of it (at least, at most, over, below): one side, or a band from the
/// first to the second; `None` where that is nothing, or no one thing.
pub fn bound_of(sides: [Option<f64>; 4]) -> Option<Bound> {
    let (least, most) = (Direction::AtLeast, Direction::AtMost);
    let (plain, strict) = (
        Form::default(),
        Form {
            strict: true,
            ..Form::default()
        },
    );
    match sides {
        [Some(t), None, None, None] => Some((least, t, plain)),
        [None, Some(t), None, None] => Some((most, t, plain)),
        [None, None, Some(t), None] => Some((least, t, strict)),
        [None, None, None, Some(t)] => Some((most, t, strict)),
        [Some(low), Some(high), None, None] if low < high => {
            let band = Form {
                up_to: Some(high),
                ..plain
            };
            Some((least, low, band))
        }
        _ => None,
    }
}

/// What a target asks of its indicator: on which side of which threshold, and how that is meant.
pub type Bound = (Direction, f64, Form);

/// A target: indicator, scope, year, threshold, direction, and the document that sets it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Id, unique: `beds_per_10k/nation/2030/qd201`.
    pub id: String,
    /// Indicator id.
    pub indicator: String,
    /// `nation`, a region code or a province code.
    pub scope: String,
    /// Year at whose end it must hold.
    pub year: Year,
    /// Threshold in the indicator's unit (shares as fractions).
    pub threshold: f64,
    /// Direction.
    pub direction: Direction,
    /// How it is meant.
    pub form: Form,
    /// Document that sets it.
    pub document: String,
    /// Standing.
    pub status: TargetStatus,
    /// Borders it was set for.
    pub borders: Borders,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

impl Target {
    /// Whether it holds: adopted, and for the borders of today.
    pub fn is_adopted(&self) -> bool {
        self.status == TargetStatus::Adopted && self.borders == Borders::Current
    }

    /// What it asks of its indicator.
    pub fn bound(&self) -> Bound {
        (self.direction, self.threshold, self.form)
    }
}

/// The values at which a bound turns: its threshold, and the other end of a band.
pub fn ends_of((_, threshold, form): Bound) -> impl Iterator<Item = f64> {
    std::iter::once(threshold).chain(form.up_to)
}

/// By how much a value misses a bound, in the indicator's unit; `None` where it meets it.
pub fn missed_by((direction, threshold, form): Bound, value: f64) -> Option<f64> {
    let short = match direction {
        Direction::AtLeast => threshold - value,
        Direction::AtMost => value - threshold,
    };
    let short = form.up_to.map_or(short, |up_to| short.max(value - up_to));
    let missed = short > 0.0 || (form.strict && short == 0.0);
    missed.then_some(short)
}

/// A target of the sources that cannot be answered, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetNotUsed {
    /// Indicator as printed.
    pub indicator: String,
    /// Scope as printed.
    pub scope: String,
    /// Year as printed.
    pub year: String,
    /// Value as printed.
    pub value: String,
    /// Document.
    pub document: String,
    /// Why it is not used.
    pub reason: String,
}

/// A published national figure the tables must agree with.
#[derive(Clone, Debug, PartialEq)]
pub struct NationalFigure {
    /// Id: `population`, `hospitals`, ...
    pub indicator: String,
    /// Value.
    pub value: f64,
    /// Range, where the sources differ.
    pub range: Option<(f64, f64)>,
    /// Unit as printed.
    pub unit: String,
    /// Source ids, `;` between.
    pub source_id: String,
    /// Grade.
    pub grade: Grade,
}

/// A table (or a column) that is assumed as a whole: reports list it with the other assumptions of
/// grade E.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AssumedTable {
    /// Table, and column where it is one.
    pub name: String,
    /// What it says.
    pub what: String,
    /// Plausible range in words.
    pub range: String,
    /// Why this value and this range.
    pub reason: String,
}

/// A country at the end of the base year, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Code from `country.csv`: `viet-nam`.
    pub code: String,
    /// Country name in English.
    pub name: String,
    /// Currency unit of all money, as printed: `billion VND`.
    pub currency: String,
    /// Last observed year-end.
    pub year: Year,
    /// Regions in table order.
    pub regions: Vec<Region>,
    /// Provinces in table order.
    pub provinces: Vec<Province>,
    /// Occupations in table order.
    pub occupations: Vec<Occupation>,
    /// Hospitals then stations, in table order.
    pub facilities: Vec<Facility>,
    /// Named projects.
    pub projects: Vec<Project>,
    /// Projects of the sources that are left out, with the reason.
    pub projects_not_used: Vec<ProjectNotUsed>,
    /// Decided changes of owner.
    pub transfers: Vec<Transfer>,
    /// Changes of owner that are only proposed.
    pub proposed_transfers: Vec<ProposedTransfer>,
    /// Referrals to Central hospitals by specialty; shares add to 1.
    pub referrals: Vec<Referral>,
    /// Training programmes.
    pub programmes: Vec<Programme>,
    /// Official population path, persons, one entry for each year from the base year on (interpolated).
    pub population_path: Vec<(Year, f64)>,
    /// Retirement ages of men and women in force, one entry for each year from the base year on.
    pub retirement_age: Vec<(Year, f64, f64)>,
    /// Deaths a year among working staff by lowest age of the band, as a share (before
    /// `exit.death_mult`).
    pub death_rates: Vec<(u32, f64)>,
    /// Hospital beds per 10,000 people published for the nation at the end of the base year.
    pub beds_per_10k: f64,
    /// Share of people aged 60 and over published for the nation at the end of the base year.
    pub share_60: f64,
    /// Published national figures, all of them.
    pub national: Vec<NationalFigure>,
    /// Published history for the charts.
    pub history: Vec<HistoryPoint>,
    /// Usable targets.
    pub targets: Vec<Target>,
    /// Targets whose year is over: what came of them heads the history.
    pub marks: Vec<Target>,
    /// Targets of the sources that cannot be used, with the reason.
    pub targets_not_used: Vec<TargetNotUsed>,
    /// Indicators that are followed, not built from stocks.
    pub tracked: Vec<TrackedIndicator>,
    /// Values of provinces of these indicators.
    pub tracked_values: Vec<TrackedValue>,
    /// Table, indicator and line of the first row of each indicator of history and targets.
    pub indicator_rows: Vec<(&'static str, String, u64)>,
    /// Units of former times and their units of today.
    pub former_units: Vec<former::FormerUnit>,
    /// Things to finish by a date.
    pub milestones: Vec<Milestone>,
    /// Sums of indicators that a scenario declares; none in a base as it is read.
    pub sums: Vec<IndicatorSum>,
    /// Real projects by class, from which delays of milestones are read.
    pub references: Vec<ReferenceProject>,
    /// Uncertain numbers.
    pub assumptions: AssumptionBook,
    /// Tables assumed as a whole.
    pub assumed_tables: Vec<AssumedTable>,
    /// Sources.
    pub sources: Vec<Source>,
    /// The files of the base in order of name, with their digests.
    pub files: Vec<BaseFile>,
    /// sha-256 over the base's files (names and contents, in order of name), hex.
    pub digest: String,
    /// What is legal in the tables but unlikely to be meant.
    pub warnings: Vec<TableProblem>,
}

impl Base {
    /// The built-in base: Viet Nam at the end of 2025, parsed once.
    pub fn builtin() -> Arc<Base> {
        static BUILTIN: OnceLock<Arc<Base>> = OnceLock::new();
        BUILTIN
            .get_or_init(|| {
                let base = load::from_files("viet-nam", &folder::builtin_files());
                Arc::new(base.expect("tested: the built-in base has no mistake"))
            })
            .clone()
    }

    /// Reads a folder with the same tables as the built-in base and reports every mistake at once.
    pub fn read_folder(path: impl AsRef<Path>) -> Result<Base, BaseErrors> {
        let path = path.as_ref();
        let place = path.display().to_string();
        match folder::read(path) {
            Ok((files, strays)) => {
                let mut base = load::from_files(&place, &files)?;
                base.warnings.splice(0..0, strays);
                Ok(base)
            }
            Err(problems) => Err(BaseErrors {
                place,
                problems,
                warnings: Vec::new(),
            }),
        }
    }

    /// Copies the built-in tables and their guide into a new or empty folder, to be edited; returns
    /// what was written.
    pub fn write(path: impl AsRef<Path>) -> Result<Vec<PathBuf>, WriteError> {
        folder::write(path.as_ref(), folder::builtin_files())
    }

    /// The same of a made-up country of three provinces, to learn from.
    pub fn write_example(path: impl AsRef<Path>) -> Result<Vec<PathBuf>, WriteError> {
        folder::write(path.as_ref(), folder::example_files())
    }

    /// The files the digest is taken over, in order of name.
    pub fn file_list(&self) -> &[BaseFile] {
        &self.files
    }

    /// Population of the nation at the end of the base year, persons.
    pub fn population(&self) -> f64 {
        self.provinces.iter().map(|p| p.population).sum()
    }

    /// Position of the facility with this code.
    pub fn facility(&self, code: &str) -> Option<usize> {
        self.facilities.iter().position(|f| f.code == code)
    }

    /// The value of a province of a followed indicator, where it has one of its own.
    pub fn own_value(&self, indicator: usize, province: usize) -> Option<&TrackedValue> {
        self.tracked_values
            .iter()
            .find(|v| v.indicator == indicator && v.province == province)
    }

    /// A province's figure of beds (`beds`) or staff (the plural of an occupation), raked to the nation.
    pub fn raked(&self, province: usize, what: &str) -> Option<Ranged> {
        let place = &self.provinces[province];
        if what == "beds" {
            return Some(place.beds);
        }
        let at = self.occupations.iter().position(|o| o.plural == what)?;
        place.staff.get(at).copied().flatten()
    }

    /// The same for each 10,000 people.
    pub fn raked_per_10k(&self, province: usize, what: &str) -> Option<f64> {
        let people = self.provinces[province].population;
        Some(self.raked(province, what)?.central / people * 1e4)
    }

    /// What a province's ratio is multiplied by to be told as the province counts it: its published count
    /// over the figure that is raked to the nation. `what` it counts: `beds`, or the plural of an
    /// occupation.
    pub fn own_count(&self, province: usize, what: &str) -> Option<(&Published, f64)> {
        let all = &self.provinces[province].published;
        let own = all.iter().find(|own| own.what == what)?;
        Some((own, own.per_10k / self.raked_per_10k(province, what)?))
    }

    /// Position of the province with this code.
    pub fn province(&self, code: &str) -> Option<usize> {
        self.provinces.iter().position(|p| p.code == code)
    }
}
