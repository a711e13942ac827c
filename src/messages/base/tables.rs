//! Folders, tables, columns and cells, whatever they are about.

use crate::messages::did_you_mean_name;
use crate::said::{Message, messages, sentences};

const WHOLE_BASE: &str =
    "start from a whole base: `carecast base --write FOLDER` copies the built-in one";
const KEYS: &str = "the keys are: code, name, currency, base_year";
const CORRECT_IT: &str = "correct the figure or its unit";
pub(super) const NAME_A_SOURCE: &str =
    "name an id of sources.csv, or use grade E with a range and a reason";
pub(crate) const COMMAS_BETWEEN: &str = "save the table with commas between the columns";

messages! {
    unreadable_folder(error) = "the folder cannot be read: {error}"
        => "`carecast base --write FOLDER` makes one to start from";
    stray_file(name, table) = "`{name}` looks like the table {table} and is not read"
        => "save it as {table}, or move it out of the folder";
    unreadable_file(error) = "the file cannot be read: {error}"
        => "save it as CSV in UTF-8";
    twice_in_table(name) = "`{name}` stands twice in this table"
        => "give one of the two another code";
    missing_table(file) = "the table {file} is missing"
        => "{WHOLE_BASE}";
    unreadable_row(error) = "the row cannot be read: {error}"
        => "save the table as CSV with commas, quotes and UTF-8 letters";
    open_quote(lines) = "a quote is not closed: one cell holds {lines} lines"
        => "close the quote `\"` in this line, or take it out; a note stays on one line";
    row_width(cells, width) = "the row has {cells} cells, the header has {width}"
        => "put text that holds a comma between double quotes, and keep empty cells";
    empty_table() = "the table has no rows"
        => "{WHOLE_BASE}";
    empty_file(columns) = "the table is empty"
        => "its first line names the columns: {columns}";
    column_twice(name) = "the column `{name}` stands twice"
        => "delete one of the two";
    missing_column(column, help) = "the column `{column}` is missing"
        => "{help}";
    unknown_column(name, help) = "the column `{name}` is not known, and nothing in a table is ignored"
        => "{help}";
    empty_cell() = "the cell is empty"
        => "write a value";
    not_a_code(code) = "`{code}` is not a code"
        => "a code has small letters without accents, digits and hyphens: `north-general`";
    missing_number() = "the number is missing"
        => "write a number";
    not_a_number(text) = "`{text}` is not a number"
        => "write digits with a point for decimals and nothing between thousands: 1234.5";
    below_zero(value) = "{value} is not zero or more"
        => "{CORRECT_IT}";
    not_above_zero(value) = "{value} is not more than zero"
        => "{CORRECT_IT}";
    not_between(value, low, high) = "{value} is not between {low} and {high}"
        => "{CORRECT_IT}";
    not_whole(value) = "{value} is not a whole number"
        => "write a whole number";
    unknown_word(text, words) = "`{text}` is not one of the words of this column"
        => "write one of: {words}";
    missing_source() = "the figure has no source"
        => "{NAME_A_SOURCE}";
    missing_reason() = "an assumption (grade E) has no reason"
        => "say in `note` why this value and this range";
    missing_range(low, high) = "an assumption (grade E) has no range"
        => "fill `{low}` and `{high}` with the plausible ends";
    missing_national(id) = "the national figure `{id}` is missing"
        => "add a row `{id}` with its value, unit, source and grade";
    unknown_key(key) = "the key `{key}` is not known"
        => "{KEYS}";
    missing_key(key) = "the key `{key}` is missing"
        => "{KEYS}";
    not_assumed() = "a table listed here is an assumption"
        => "write E, or take the row out";
}

sentences! {
    columns_are(columns) = "the columns are: {columns}";
    merged(code, name, now: &str, since) = "`{code}` ({name}) is part of `{now}` since {since}: write \"{now}\", and mean all of it";
    told(text, help) = ": {text}\n  help: {help}";
    not_empty(folder) = "the folder {folder} is not empty; name a new or an empty folder, so that nothing of yours is overwritten";
    not_a_folder(path) = "{path} is a file; name a folder";
    not_written(path, reason) = "cannot write {path}: {reason}; check that the disk has room and that you may write there";
}

pub(crate) fn unknown_table(name: &str, near: Option<&str>, tables: &[&str]) -> Message {
    Message {
        text: format!("`{name}` is not a table of a base, and nothing in a base is ignored"),
        help: match near {
            Some(near) => format!("did you mean `{near}`? Otherwise move it out of the folder"),
            None => format!(
                "move it out of the folder; the tables are: {}",
                tables.join(", ")
            ),
        },
    }
}

pub(crate) fn unknown_source(id: &str, near: Option<&str>) -> Message {
    Message {
        text: format!("the source `{id}` is not in sources.csv"),
        help: match near {
            Some(near) => did_you_mean_name(near),
            None => {
                "add a row to sources.csv with this id, title, publisher, date and address".into()
            }
        },
    }
}

/// What a name in a table is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A province.
    Province,
    /// A province, or the nation.
    ProvinceOrNation,
    /// A region.
    Region,
    /// The nation, a region or a province.
    Scope,
    /// A hospital or station.
    Facility,
    /// A building project.
    Project,
    /// An occupation.
    Occupation,
    /// A figure of a province.
    Figure,
    /// An indicator that is followed.
    Followed,
    /// A reference class.
    Class,
}

impl Named {
    /// Whether the name may be that of a unit of former times.
    pub fn may_be_former(self) -> bool {
        matches!(
            self,
            Named::Province | Named::ProvinceOrNation | Named::Scope
        )
    }

    fn words(self) -> &'static str {
        match self {
            Named::Province => "province",
            Named::ProvinceOrNation => "province (or `nation`)",
            Named::Region => "region",
            Named::Scope => "nation, region or province",
            Named::Facility => "facility",
            Named::Project => "project",
            Named::Occupation => "occupation",
            Named::Figure => "figure of a province",
            Named::Followed => "followed indicator",
            Named::Class => "reference class",
        }
    }
}

pub(crate) fn unknown_name(what: Named, name: &str, help: Option<String>) -> Message {
    let what = what.words();
    let add = || format!("use a {what} of its table, or add it there first");
    Message {
        text: format!("no {what} is called `{name}`"),
        help: help.unwrap_or_else(add),
    }
}

pub(crate) fn place(file: &str, line: Option<u64>, column: &str) -> String {
    let line = line.map_or(String::new(), |line| format!(":{line}"));
    match column {
        "" => format!("{file}{line}"),
        column => format!("{file}{line} ({column})"),
    }
}

pub(crate) fn mistakes_of(place: &str, mistakes: usize) -> String {
    match mistakes {
        1 => format!("the base {place} has a mistake"),
        n => format!("the base {place} has {n} mistakes"),
    }
}

pub(crate) fn and_warnings(warnings: usize) -> &'static str {
    match warnings {
        1 => "\nand a warning",
        _ => "\nand warnings",
    }
}

pub(crate) fn more_rows(more: usize, file: &str, column: &str) -> String {
    let rows = if more == 1 { "row" } else { "rows" };
    format!(
        "\n  and {more} more {rows} of {}",
        place(file, None, column)
    )
}
