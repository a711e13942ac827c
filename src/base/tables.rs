//! A planner's table becomes rows: columns are found by name, each cell is read with its unit, and
//! every mistake is kept with its line and column.

mod names;

pub use names::Names;

use super::Grade;
use super::former::{self, FormerUnit};
use super::problem::TableProblem;
use super::sense;
use crate::diagnostic::nearest;
use crate::messages::base::{self as messages, Named};
use crate::said::Message;
use std::collections::{BTreeMap, BTreeSet};

/// Files of a base by name.
pub type Files = BTreeMap<String, String>;

/// No table counts more of anything.
const LARGEST: f64 = 1e15;

/// Tables that may hold no row: a country can have no named project.
const MAY_BE_EMPTY: &[&str] = &[
    "projects.csv",
    "projects_not_used.csv",
    "transfers.csv",
    "history.csv",
    "targets.csv",
    "marks.csv",
    "targets_not_used.csv",
    "assumed_tables.csv",
    "referrals.csv",
    "tracked.csv",
    "tracked_values.csv",
    "reference_classes.csv",
    "milestones.csv",
];

/// Columns a table may leave out; their cells are then empty.
const MAY_BE_LEFT_OUT: &[(&str, &str)] = &[
    ("provinces.csv", OFFICIAL_CODE),
    ("facilities.csv", OFFICIAL_CODE),
    ("provinces.csv", "rank"),
    ("regions.csv", "rank"),
    ("occupations.csv", "not_answerable"),
];

/// The column of a code that the state gives a place, as it is printed in its registers.
pub const OFFICIAL_CODE: &str = "official_code";

/// Where a column stands that was left out: beyond every row.
const LEFT_OUT: usize = usize::MAX - 1;

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bounds {
    /// Any finite number.
    Any,
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
    /// Between 0 and 1.
    Share,
    /// Between two numbers.
    Within(f64, f64),
}

impl Bounds {
    fn refuse(self, value: f64) -> Option<Message> {
        match self {
            Bounds::Any => None,
            Bounds::NotNegative => (value < 0.0).then(|| messages::below_zero(value)),
            Bounds::Positive => (value <= 0.0).then(|| messages::not_above_zero(value)),
            Bounds::Share => Bounds::Within(0.0, 1.0).refuse(value),
            Bounds::Within(low, high) => {
                (!(low..=high).contains(&value)).then(|| messages::not_between(value, low, high))
            }
        }
    }
}

/// One row of a table, its cells in the order of the expected columns.
#[derive(Clone, Debug)]
pub struct Row {
    /// File it stands in.
    pub file: &'static str,
    /// Line, counted from 1.
    pub line: u64,
    columns: &'static [&'static str],
    cells: Vec<String>,
}

/// A cell as it is sorted by: numbers by size, before texts; an empty one after all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A number, in an order of bits that is the order of sizes.
    Number(i64),
    /// Any other text.
    Text(String),
    /// Nothing.
    Empty,
}

impl Place {
    fn of(cell: &str) -> Place {
        match cell.parse::<f64>() {
            _ if cell.is_empty() => Place::Empty,
            Ok(number) if number.is_finite() => {
                let bits = number.to_bits() as i64;
                Place::Number(if bits < 0 { bits ^ i64::MAX } else { bits })
            }
            _ => Place::Text(cell.to_owned()),
        }
    }
}

/// The place of a row in its table: by its rank where it has one, then by its cells from the left.
pub fn sorted_by<C: AsRef<str>>(columns: &[impl AsRef<str>], cells: &[C]) -> Vec<Place> {
    let rank = columns.iter().position(|column| column.as_ref() == "rank");
    let rank = rank.and_then(|at| cells.get(at)).into_iter();
    rank.chain(cells)
        .map(|cell| Place::of(cell.as_ref()))
        .collect()
}

/// Columns that say what a row of a table is about, the first that is there.
const KINDS: &[(&str, &str)] = &[
    ("tracked.csv", "id"),
    ("occupations.csv", "code"),
    ("death_rates.csv", "from_age"),
];

impl Row {
    /// What the row is about: its indicator, or what stands for one.
    pub fn kind(&self) -> &str {
        let of_table = KINDS.iter().find(|(file, _)| *file == self.file);
        let column = of_table.map_or("indicator", |(_, column)| column);
        match (self.file, self.has(column)) {
            ("facilities.csv", _)
                if self.cell("specialty") != "station" && self.cell("beds") != "0" =>
            {
                "hospital"
            }
            (_, true) => self.cell(column),
            (_, false) => "",
        }
    }

    /// Something to be said of a cell.
    fn problem(&self, column: &str, code: &'static str, said: Message) -> TableProblem {
        TableProblem::of(code, self.file, Some(self.line), said).column(column)
    }

    /// Whether the table has a column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// Columns with their texts.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let cells = self.cells.iter().map(String::as_str);
        self.columns.iter().copied().zip(cells)
    }

    /// The text of a cell, blanks trimmed; may be empty.
    pub fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|c| *c == column);
        &self.cells[at.expect("the reader lists this column")]
    }
}

/// Reads the tables of a base and keeps every problem.
#[derive(Debug)]
pub struct Reader<'a> {
    files: &'a Files,
    /// Problems found so far.
    pub problems: Vec<TableProblem>,
    /// What is legal but unlikely.
    pub warnings: Vec<TableProblem>,
    /// Rows that are asked again when all tables are there.
    pub adding: sense::Adding,
    /// Rows of building projects.
    pub building: Vec<Row>,
    /// Table, indicator and line of the first row of each indicator that is asked about.
    pub indicator_rows: Vec<(&'static str, String, u64)>,
    sources: Option<BTreeSet<String>>,
    former: Vec<FormerUnit>,
}

impl<'a> Reader<'a> {
    /// A reader of these files.
    pub fn new(files: &'a Files) -> Reader<'a> {
        Reader {
            files,
            problems: Vec::new(),
            warnings: Vec::new(),
            adding: sense::Adding::default(),
            building: Vec::new(),
            indicator_rows: Vec::new(),
            sources: None,
            former: Vec::new(),
        }
    }

    /// Tells which units of former times are known by name.
    pub fn know_former(&mut self, units: &[FormerUnit]) {
        self.former = units.to_vec();
    }

    /// Tells which source ids exist; later rows are checked against them. Where none are told, the
    /// table of sources is at fault and no row is checked.
    pub fn know_sources(&mut self, ids: impl IntoIterator<Item = String>) {
        self.sources.get_or_insert_default().extend(ids);
    }

    /// Whether nothing was wrong in a file so far: sums are only checked over clean tables.
    pub fn clean(&self, file: &str) -> bool {
        self.problems.iter().all(|p| p.file != file)
    }

    /// Refuses a file as a whole.
    pub fn refuse_file(&mut self, code: &'static str, file: &str, said: Message) {
        let problem = TableProblem::of(code, file, None, said);
        self.problems.push(problem);
    }

    /// Line of an assumption in its file, where it is found.
    pub fn line_of_assumption(&self, file: &str, id: &str) -> Option<u64> {
        let id = format!("id: \"{id}\"");
        let at = self
            .files
            .get(file)?
            .lines()
            .position(|line| line.contains(&id))?;
        Some(at as u64 + 1)
    }

    /// Notes the first row of an indicator, to be named where nothing reckons it.
    pub fn first_row_of(&mut self, row: &Row, indicator: &str) {
        let known = |(file, id, _): &&mut (&str, String, u64)| *file == row.file && id == indicator;
        match self.indicator_rows.iter_mut().find(known) {
            Some((_, _, first)) => *first = row.line.min(*first),
            None => {
                let indicator = indicator.to_owned();
                self.indicator_rows.push((row.file, indicator, row.line));
            }
        }
    }

    /// Refuses one cell (or the row, if `column` is empty).
    pub fn refuse(&mut self, row: &Row, column: &str, code: &'static str, said: Message) {
        self.problems.push(row.problem(column, code, said));
    }

    /// Warns of one cell: legal, and unlikely to be meant.
    pub fn warn(&mut self, row: &Row, column: &str, code: &'static str, said: Message) {
        self.warnings.push(row.problem(column, code, said));
    }

    /// The text of a file, or a problem and nothing.
    pub fn text_of(&mut self, file: &'static str) -> Option<&'a str> {
        let text = self.files.get(file).map(String::as_str);
        if text.is_none() {
            self.refuse_file("base::missing-table", file, messages::missing_table(file));
        }
        text
    }

    /// The rows of a table a base may leave out.
    pub fn table_if_there(
        &mut self,
        file: &'static str,
        columns: &'static [&'static str],
    ) -> Vec<Row> {
        if self.files.contains_key(file) {
            self.table(file, columns)
        } else {
            Vec::new()
        }
    }

    /// The rows of a table. Every expected column must be there and no other.
    pub fn table(&mut self, file: &'static str, columns: &'static [&'static str]) -> Vec<Row> {
        let Some(text) = self.text_of(file) else {
            return Vec::new();
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut order: Option<Vec<usize>> = None;
        let mut width = 0;
        for record in csv.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map(|p| p.line());
                    let said = messages::unreadable_row(error);
                    self.problems
                        .push(TableProblem::of("base::unreadable-row", file, line, said));
                    continue;
                }
            };
            let line = record.position().map_or(0, |p| p.line());
            let cells: Vec<&str> = record.iter().collect();
            match &order {
                None => {
                    width = cells.len();
                    let places = self.header(file, columns, &cells);
                    if places.contains(&usize::MAX) {
                        return Vec::new();
                    }
                    order = Some(places);
                }
                Some(_) if cells.iter().all(|c| c.is_empty()) => {}
                Some(order) => {
                    let cell = |i: &usize| cells.get(*i).copied().unwrap_or("").to_owned();
                    let row = Row {
                        file,
                        line,
                        columns,
                        cells: order.iter().map(cell).collect(),
                    };
                    if let Some(swallowed) = cells.iter().find(|c| c.contains('\n')) {
                        let lines = swallowed.lines().count();
                        self.refuse(&row, "", "base::open-quote", messages::open_quote(lines));
                        return Vec::new(); // what was swallowed would be missed everywhere
                    }
                    if cells.len() != width {
                        let said = messages::row_width(cells.len(), width);
                        self.refuse(&row, "", "base::row-width", said);
                    }
                    rows.push(row);
                }
            }
        }
        // The order in which a planner keeps rows is nobody's business: it moves nothing.
        rows.sort_by_cached_key(|row| sorted_by(columns, &row.cells));
        if order.is_some() && rows.is_empty() && !MAY_BE_EMPTY.contains(&file) {
            self.refuse_file("base::empty-table", file, messages::empty_table());
        }
        if order.is_none() {
            let said = messages::empty_file(columns.join(","));
            self.refuse_file("base::missing-column", file, said);
        }
        sense::table(self, &rows);
        rows
    }

    fn header(
        &mut self,
        file: &'static str,
        columns: &'static [&'static str],
        found: &[&str],
    ) -> Vec<usize> {
        let mut problems = Vec::new();
        let mut add = |code, column: &str, said| {
            problems.push(TableProblem::of(code, file, Some(1), said).column(column));
        };
        for (i, name) in found.iter().enumerate() {
            if found[..i].contains(name) {
                add("base::unknown-column", name, messages::column_twice(name));
            } else if !columns.contains(name) {
                let help = match nearest(name, columns.iter().copied()) {
                    Some(near) => messages::did_you_mean_name(near),
                    None if found.len() == 1 && name.contains(';') => {
                        messages::COMMAS_BETWEEN.to_owned()
                    }
                    None => messages::columns_are(columns.join(", ")),
                };
                add(
                    "base::unknown-column",
                    name,
                    messages::unknown_column(name, help),
                );
            }
        }
        let order = columns
            .iter()
            .map(|column| {
                found
                    .iter()
                    .position(|name| name == column)
                    .unwrap_or_else(|| {
                        if MAY_BE_LEFT_OUT.contains(&(file, column)) {
                            return LEFT_OUT;
                        }
                        add(
                            "base::missing-column",
                            column,
                            messages::missing_column(
                                column,
                                messages::columns_are(columns.join(", ")),
                            ),
                        );
                        usize::MAX
                    })
            })
            .collect();
        self.problems.extend(problems);
        order
    }

    /// A text that must not be empty.
    pub fn text(&mut self, row: &Row, column: &str) -> String {
        let text = row.cell(column);
        if text.is_empty() {
            self.refuse(row, column, "base::empty-cell", messages::empty_cell());
        }
        text.to_owned()
    }

    /// A code in kebab-case: `north-regional-03`.
    pub fn code(&mut self, row: &Row, column: &str) -> String {
        let code = self.text(row, column);
        let fits = crate::source::naming::is_plain(&code, b'-')
            && !code.starts_with('-')
            && !code.ends_with('-');
        if !fits {
            self.refuse(row, column, "base::not-a-code", messages::not_a_code(&code));
        }
        code
    }

    /// Official codes of a table, each once; empty where none is known.
    pub fn official_code(&mut self, row: &Row, known: &mut Names) -> String {
        let code = row.cell(OFFICIAL_CODE).to_owned();
        if !code.is_empty() {
            known.add(self, row, OFFICIAL_CODE, &code);
        }
        code
    }

    /// A number.
    pub fn number(&mut self, row: &Row, column: &str, bounds: Bounds) -> f64 {
        if row.cell(column).is_empty() {
            self.refuse(row, column, "base::empty-cell", messages::missing_number());
            return 0.0;
        }
        self.maybe_number(row, column, bounds).unwrap_or(0.0)
    }

    /// A number, or nothing where the cell is empty.
    pub fn maybe_number(&mut self, row: &Row, column: &str, bounds: Bounds) -> Option<f64> {
        let text = row.cell(column);
        if text.is_empty() {
            return None;
        }
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() && value.abs() > LARGEST => {
                let said = messages::number_too_large(format!("{value:e}"));
                self.refuse(row, column, "base::out-of-range", said);
                None
            }
            Ok(value) if value.is_finite() => match bounds.refuse(value) {
                None => Some(value),
                Some(said) => {
                    self.refuse(row, column, "base::out-of-range", said);
                    None
                }
            },
            _ => {
                let said = messages::not_a_number(text);
                self.refuse(row, column, "base::not-a-number", said);
                None
            }
        }
    }

    /// Both ends of a range, or nothing where they are empty; half a range is told elsewhere.
    pub fn maybe_range(
        &mut self,
        row: &Row,
        [low, high]: [&str; 2],
        bounds: Bounds,
    ) -> Option<(f64, f64)> {
        let low = self.maybe_number(row, low, bounds);
        let high = self.maybe_number(row, high, bounds);
        low.zip(high)
    }

    /// A whole number.
    pub fn integer(&mut self, row: &Row, column: &str, low: i64, high: i64) -> i64 {
        let value = self.number(row, column, Bounds::Within(low as f64, high as f64));
        if value.fract() != 0.0 {
            self.refuse(row, column, "base::not-whole", messages::not_whole(value));
        }
        value as i64
    }

    /// `yes` or `no`.
    pub fn yes(&mut self, row: &Row, column: &str) -> bool {
        self.choice(row, column, &[("yes", true), ("no", false)])
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, row: &Row, column: &str, words: &[(&str, T)]) -> T {
        let text = row.cell(column);
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return *value;
        }
        let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let said = messages::unknown_word(text, list.join(", "));
        self.refuse(row, column, "base::unknown-word", said);
        words[0].1
    }

    /// The position of a name among those known, or a problem and nothing. Where nothing at all is
    /// known, the table of the names is at fault and has been told of already.
    pub fn position(
        &mut self,
        row: &Row,
        column: &str,
        what: Named,
        known: &Names,
    ) -> Option<usize> {
        let name = row.cell(column);
        let found = known.at(name);
        if found.is_none() && (known.is_sure() || known.iter().next().is_some()) {
            let former = if what.may_be_former() {
                &self.former[..]
            } else {
                &[]
            };
            let help = former::help(former, name, known.iter())
                .or_else(|| Some(messages::did_you_mean_name(nearest(name, known.iter())?)));
            let said = messages::unknown_name(what, name, help);
            self.refuse(row, column, "base::unknown-name", said);
        }
        found
    }

    /// The grade of a row, after its sources are checked: each id must stand in `sources.csv`, only
    /// an assumption may go without, and an assumption says why in `note`.
    pub fn grade(&mut self, row: &Row) -> Grade {
        let grade = self.choice(row, "grade", GRADES);
        self.source_ids(row);
        if grade != Grade::E && row.cell("source_id").is_empty() {
            let said = messages::missing_source();
            self.refuse(row, "source_id", "base::missing-source", said);
        }
        if grade == Grade::E && row.columns.contains(&"note") && row.cell("note").is_empty() {
            let said = messages::missing_reason();
            self.refuse(row, "note", "base::missing-reason", said);
        }
        grade
    }

    /// An assumption (grade E) needs a range.
    pub fn range_if_assumed(&mut self, row: &Row, grade: Grade, low: &str, high: &str) {
        if grade == Grade::E && (row.cell(low).is_empty() || row.cell(high).is_empty()) {
            let said = messages::missing_range(low, high);
            self.refuse(row, low, "base::missing-range", said);
        }
    }

    /// Checks that every id of `source_id` (`;` between) is known.
    pub fn source_ids(&mut self, row: &Row) {
        let Some(sources) = &self.sources else { return };
        let mut unknown = Vec::new();
        for id in row
            .cell("source_id")
            .split(';')
            .map(str::trim)
            .filter(|id| !id.is_empty())
        {
            if !sources.contains(id) {
                let near = nearest(id, sources.iter().map(String::as_str));
                unknown.push(messages::unknown_source(id, near));
            }
        }
        for said in unknown {
            self.refuse(row, "source_id", "base::unknown-source", said);
        }
    }

    /// Checks ids given as one text, for files that are not tables.
    pub fn unknown_sources(&self, ids: &str) -> Vec<String> {
        let known = |id: &str| self.sources.as_ref().is_none_or(|all| all.contains(id));
        ids.split(';')
            .map(str::trim)
            .filter(|id| !id.is_empty() && !known(id))
            .map(str::to_owned)
            .collect()
    }
}

/// The words of a `grade` column.
pub const GRADES: &[(&str, Grade)] = &[
    ("A", Grade::A),
    ("B", Grade::B),
    ("C", Grade::C),
    ("D", Grade::D),
    ("E", Grade::E),
];
