//! The workbook: names of its sheets, its columns with what they mean, and the sentences around them.

pub mod comparison;
pub mod guesses;
pub mod seek;
pub mod sweep;
pub mod timing;

use super::number::{self, grouped};
use super::report::{date, lower_first, sentence};
use crate::base::{Bound, Direction, Form, Level, Owner};
use crate::results::Unit;
use crate::said::Said;
use crate::units::Year;

/// Sheet that lists the others and says how to read them.
pub const READ_ME: Said = Said::en("Read me");
/// Sheet of the options.
pub const OPTIONS: Said = Said::en("Options side by side");
/// Sheet of the targets.
pub const TARGETS: Said = Said::en("Targets");
/// Sheet of the targets at each year-end.
pub const BY_YEAR: Said = Said::en("Targets by year");
/// Sheet of the costs.
pub const COSTS: Said = Said::en("Cost by payer and year");
/// Sheet of the costs in the province a question is about.
pub const PROVINCE_COSTS: Said = Said::en("Cost in the province");
/// Sheet of the provinces.
pub const PROVINCES: Said = Said::en("Provinces");
/// Sheet of the hospitals.
pub const FACILITIES: Said = Said::en("Facilities");
/// Sheet of the assumptions.
pub const ASSUMPTIONS: Said = Said::en("Assumptions");
/// Who does what by when.
pub const TASKS: Said = Said::en("Tasks");
/// Sheet of what every column and indicator means.
pub const DICTIONARY: Said = Said::en("Dictionary");

/// What a sheet shows, as the first sheet lists it.
pub fn about(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *OPTIONS => "The answers and the costs, one column for each option",
        s if *s == *TARGETS => {
            "Every target: its chance with both errors, the gap, and what it would take"
        }
        s if *s == *BY_YEAR => "The same question asked at each year-end, with a chart",
        s if *s == *COSTS => {
            "Money by payer, purpose and year, with sums that follow their cells, and a chart"
        }
        s if *s == *PROVINCE_COSTS => "The same for the province that the question is about",
        s if *s == *PROVINCES => "Each province beside the nation: medians, ranges and chances",
        s if *s == *FACILITIES => "Each hospital: beds and occupancy; synthetic ones are marked",
        s if *s == *TASKS => {
            "Who does what by when, what it costs, and what is spent of the money promised"
        }
        s if *s == *ASSUMPTIONS => {
            "Every uncertain number with its source and grade, the weakest first"
        }
        s if *s == *DICTIONARY => "What every column and every indicator means, with its unit",
        _ => "This page",
    }
}

/// A column as the dictionary explains it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The column of the table it shows; empty where a sheet lays out what no table holds so.
    pub id: &'static str,
    /// Head of the column.
    pub title: Said,
    /// Unit of its figures, where it has one.
    pub unit: Said,
    /// What it holds.
    pub meaning: Said,
}

const fn column(title: Said, unit: Said, meaning: Said) -> Column {
    let id = "";
    Column {
        id,
        title,
        unit,
        meaning,
    }
}

/// The columns that a sheet shows of a table, one a line: the table's name of it, its head, unit and
/// meaning.
macro_rules! columns {
    ($($id:ident $title:literal $(| $title_vi:literal)?, $unit:expr, $meaning:literal $(| $meaning_vi:literal)?;)*) => {
        [$(Column {
            id: stringify!($id),
            ..column(
                Said::new($title, concat!($($title_vi)?)),
                $unit,
                Said::new($meaning, concat!($($meaning_vi)?)),
            )
        }),*]
    };
}
use columns;

/// Stands for the currency of the run in the unit of a column.
pub const CURRENCY: Said = Said::en("currency");

/// No unit.
pub const NO_UNIT: Said = Said::en("");

/// Unit of a chance.
pub const CHANCE: Said = Said::en("share of futures");
const OWN_UNIT: Said = Said::en("that of the row");
const OF_INDICATOR: Said = Said::en("that of the indicator");
const HEADS: Said = Said::en("heads or beds");

/// Columns of the targets.
pub const TARGET_COLUMNS: [Column; 28] = columns! {
    place "Place", NO_UNIT, "The nation, region or province of which it is asked";
    claim "Target", NO_UNIT, "What is asked, in words";
    document "Document", NO_UNIT, "The document that sets it";
    status "Standing", NO_UNIT, "Adopted, draft, replaced by a later document, or long-term aim";
    probability "Chance", CHANCE, "Share of the futures lived in which it holds at the end of its year";
    low_95 "Chance, at least", CHANCE, "Lower end of the 95% interval that sampling leaves";
    high_95 "Chance, at most", CHANCE, "Upper end of that interval";
    driver_said "Driver that matters most", NO_UNIT, "The assumption between whose lowest and highest fifth the chance differs most, of those that can be told from luck, with its id, its grade and the 95% interval of the difference";
    driver_low "Chance in its lowest fifth", CHANCE, "Chance in the fifth of the futures where that assumption is lowest";
    driver_high "Chance in its highest fifth", CHANCE, "Chance in the fifth of the futures where it is highest";
    expected_shortfall "Mean shortfall", OWN_UNIT, "Mean over all futures of what is missing, zero where the target is met";
    median_gap_count "Median gap", HEADS, "What the middle future lacks; the report rounds it up to whole heads or beds";
    extra_a_year_count "Extra a year", HEADS, "What would have to be added every year from the first one on, beyond what happens anyway, to close that gap";
    multiple_of_present_flow "Times present growth", Said::en("ratio"), "How many times today's growth that would be";
    half_met "Half of futures by", Said::en("year"), "Year by whose end half of the futures have first met it; empty when they do not in these years";
    not_answered "Instead of a chance", NO_UNIT, "Why there is no chance, or what came of a target that was due before the run";
    headline "Headline", NO_UNIT, "Whether the question asks it and it is due in these years";
    indicator "Indicator", NO_UNIT, "Id of the indicator, as in the tables";
    direction "Direction", NO_UNIT, "at_least, at_most, over, below or between";
    threshold "Threshold", OWN_UNIT, "What its document asks for";
    threshold_to "To", OWN_UNIT, "Of a band, its other end: met from the threshold to this";
    from_year "From", NO_UNIT, "First year-end at which it must hold, where it must from a year on";
    unit "Unit", NO_UNIT, "Unit of threshold and shortfall";
    year "Year", Said::en("year"), "Year at whose end it is asked";
    hits "Futures that meet it", Said::en("futures"), "In how many of the futures lived it holds";
    futures "Futures", Said::en("futures"), "Futures lived";
    source_id "Source", NO_UNIT, "Ids of the sources of the target";
    ids "Target id", NO_UNIT, "Id, as in the tables";
};

/// Columns of the targets that are printed; those after them are for joining with the tables.
pub const TARGETS_PRINTED: usize = 16;

/// First columns of the targets by year; the years follow.
pub const BY_YEAR_COLUMNS: [Column; 2] = [
    column(
        Said::en("Place"),
        NO_UNIT,
        Said::en("The nation, region or province of which it is asked"),
    ),
    column(
        Said::en("Target"),
        NO_UNIT,
        Said::en("What is asked, with the year that its document sets"),
    ),
];

/// The columns of the years, in the targets by year.
pub const A_YEAR_OF_CHANCES: Column = column(
    Said::en("One column for each year"),
    CHANCE,
    Said::en("Share of the futures in which the same threshold is met at the end of that year"),
);

/// First column of the costs.
pub const COSTS_FIRST: Column = column(
    Said::en("Payer and purpose"),
    NO_UNIT,
    Said::en("Who pays, and for what"),
);
/// The columns of the years, in the costs.
pub const A_YEAR_OF_COSTS: Column = column(
    Said::en("One column for each year"),
    CURRENCY,
    Said::en("Mean over all futures of what is spent in that year"),
);
/// Last column of the costs.
pub const ALL_YEARS: Column = column(
    Said::en("All years"),
    CURRENCY,
    Said::en("Sum of the years, worked out by the sheet itself"),
);

/// First column of the provinces; a group for each question follows.
pub const PROVINCE: Column = column(
    Said::en("Province"),
    NO_UNIT,
    Said::en("Name; the nation stands first"),
);
/// The start of a ratio, in its first group.
pub const AT_START: Column = column(
    Said::en("Start"),
    OF_INDICATOR,
    Said::en("Median at the end of the base year"),
);
/// What is told of a province and a ratio at a year-end.
pub const PROVINCE_FIGURES: [Column; 4] = [
    column(
        Said::en("Median"),
        OF_INDICATOR,
        Said::en("The middle future"),
    ),
    column(
        Said::en("Low"),
        OF_INDICATOR,
        Said::en("One future in ten ends lower"),
    ),
    column(
        Said::en("High"),
        OF_INDICATOR,
        Said::en("One future in ten ends higher"),
    ),
    column(
        Said::en("Chance"),
        CHANCE,
        Said::en(
            "Share of futures in which the province by itself stands where the nation wants to stand; no target binds it to",
        ),
    ),
];
/// Last columns of the provinces; those after the first are not printed.
pub const PROVINCE_LAST: [Column; 3] = [
    column(
        Said::en("Staff raised at the start"),
        NO_UNIT,
        Said::en(
            "Occupations counted one by one as fewer than the model uses at the start, because provinces must add to the published nation; the true number may be nearer the lower one",
        ),
    ),
    column(Said::en("Region"), NO_UNIT, Said::en("Region it lies in")),
    column(
        Said::en("Code"),
        NO_UNIT,
        Said::en("Code, as in the tables"),
    ),
];

/// Columns of the hospitals up to the beds.
pub const FACILITY_COLUMNS: [Column; 6] = columns! {
    province "Province", NO_UNIT, "Province it stands in";
    name "Hospital", NO_UNIT, "Name where a list names it; otherwise a made-up one";
    synthetic "Synthetic", NO_UNIT, "yes: no list names it; it was made up in number and size until counts and beds add to the published totals, and is no real place";
    level "Level", NO_UNIT, "Level of care";
    owner_at_base "Owner at the start", NO_UNIT, "Owner at the end of the base year";
    facility "Code", NO_UNIT, "Code, as in facilities.parquet and facilities.csv";
};
/// Beds of a hospital at a year-end.
pub const FACILITY_BEDS: Column = column(
    Said::en("Beds"),
    Said::en("beds"),
    Said::en("Median of its beds over the futures recorded, at the end of that year"),
);
/// Low end of its beds in the last year.
pub const FACILITY_LOW: Column = column(
    Said::en("Beds, low"),
    Said::en("beds"),
    Said::en("One future in ten ends lower"),
);
/// High end of its beds in the last year.
pub const FACILITY_HIGH: Column = column(
    Said::en("Beds, high"),
    Said::en("beds"),
    Said::en("One future in ten ends higher"),
);
/// Occupancy of a hospital in a year.
pub const FACILITY_OCCUPANCY: Column = column(
    Said::en("Occupancy"),
    Said::en("share of bed-days"),
    Said::en(
        "Median occupancy of the hospitals of its level and owner in its province: no hospital's own was observed",
    ),
);
/// How often it has beds.
pub const FACILITY_OPEN: Column = column(
    Said::en("Open"),
    CHANCE,
    Said::en("Share of the futures recorded in which it has beds at the end of that year"),
);
/// How often it has changed hands.
pub const FACILITY_HANDED: Column = column(
    Said::en("Handed over"),
    CHANCE,
    Said::en(
        "Share of the futures recorded in which it has passed from a ministry to its province by then",
    ),
);

/// Columns of the tasks.
pub const TASK_COLUMNS: [Column; 18] = columns! {
    task "Task", NO_UNIT, "Id of the policy, and what it does";
    responsible "Responsible", NO_UNIT, "Who is responsible; empty where nobody is named";
    coordinating "With", NO_UNIT, "Who works with them; empty where nobody is named";
    authority "Authority", NO_UNIT, "What gives them the power to do it, or who decides";
    deadline "By when", NO_UNIT, "Year at whose end it should be done";
    deadline_month "Month", NO_UNIT, "Month of that year at whose end it should be done; empty: December";
    product "Product", NO_UNIT, "What is there then";
    reported_said "Reported", NO_UNIT, "What was reported so far: share done and month, the last first";
    cost_mean "Cost", CURRENCY, "Mean over all futures and simulated years, constant prices";
    cost_p10 "Cost, low", CURRENCY, "One future in ten costs less";
    cost_p90 "Cost, high", CURRENCY, "One future in ten costs more";
    payers "Paid by", NO_UNIT, "Who bears a cost of it";
    on_time "On time", CHANCE, "Share of the futures in which the product is there by then; empty where the product is money, and without a year";
    promised_mean "Promised", CURRENCY, "Money it promises over all simulated years, mean over all futures; empty where it promises no amount";
    spent_mean "Spent", CURRENCY, "What is spent of it";
    unspent_mean "Unspent", CURRENCY, "What is not: it lapses, waits past the last year or finds nothing to buy";
    spent_in_time "Spent in time", CHANCE, "Where the product is money: share of the futures in which nine tenths of it are spent by then";
    policy "Id", NO_UNIT, "Id of the policy, as in the tables";
};
/// Columns of the tasks that are printed.
pub const TASKS_PRINTED: usize = 17;
/// Title of the tasks.
pub const TASKS_TITLE: Said =
    Said::en("Who does what by when, and what is spent of what is promised");

/// Columns of the assumptions.
pub const ASSUMPTION_COLUMNS: [Column; 12] = columns! {
    grade "Grade", NO_UNIT, "A official statistic or decision; B press report quoting officials; C academic or secondary source; D derived from such figures; E assumed, with a range and a reason";
    id "Assumption", NO_UNIT, "Id";
    meaning "Meaning", NO_UNIT, "What the number is";
    unit "Unit", NO_UNIT, "Its unit";
    law "Law", NO_UNIT, "From what it is drawn, once for each future";
    range_in_words "Range", OWN_UNIT, "Range in which it was thought to lie, where that is not the one of its law";
    source_id "Source", NO_UNIT, "Ids of its sources, as in sources.csv of the base";
    reason "Reason", NO_UNIT, "Why this law and no other";
    read "Read", NO_UNIT, "Whether anything in this run asked for it";
    changed_by_scenario "Changed by the scenario", NO_UNIT, "Whether the scenario put another law in the place of the base's";
    range_low "Range from", OWN_UNIT, "Low end of the range";
    range_high "Range to", OWN_UNIT, "High end of the range";
};
/// Columns of the assumptions that are printed.
pub const ASSUMPTIONS_PRINTED: usize = 10;

/// Columns of the options of a single run.
pub const OPTION_COLUMNS: [Column; 3] = [
    column(
        Said::en("What"),
        NO_UNIT,
        Said::en("A target, a set of targets, or a payer"),
    ),
    column(Said::en("Unit"), NO_UNIT, Said::en("Unit of the row")),
    column(
        Said::en("The option by name"),
        OWN_UNIT,
        Said::en(
            "Its figure; chances are shares of the futures lived, money is the mean over them",
        ),
    ),
];
/// The interval beside the figure of an option.
pub const OPTION_INTERVAL: Column = column(
    Said::en("95% interval"),
    OWN_UNIT,
    Said::en("What sampling leaves open, where the figure is a chance"),
);

/// Columns of the dictionary.
pub const DICTIONARY_COLUMNS: [Said; 4] = [
    Said::en("Where"),
    Said::en("Name"),
    Said::en("Unit"),
    Said::en("Meaning"),
];

/// Where an indicator is told.
pub const INDICATOR: Said = Said::en("Indicator");

/// Name of an indicator.
pub fn indicator(title: &str, id: &str) -> String {
    format!("{title} ({id})")
}
/// What an indicator counts, and where it is told.
pub fn indicator_meaning(meaning: &str, national_only: bool) -> String {
    let meaning = sentence(meaning);
    if national_only {
        format!("{meaning} Told for the nation only.")
    } else {
        meaning
    }
}

/// Yes or no in a cell.
pub fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// The line under every title: which run this is.
pub fn run(scenario: &str, seed: u64, futures: u32, base: &str) -> String {
    let futures = grouped(f64::from(futures));
    format!("{scenario}: {futures} futures, seed {seed}, base {base}")
}

/// Heading over what the workbook answers.
pub const THE_RUN: Said = Said::en("What was asked");
/// Names of the facts about a run, in order.
pub const FACTS: [Said; 14] = [
    Said::en("Question"),
    Said::en("Note"),
    Said::en("Scenario"),
    Said::en("Country"),
    Said::en("Years"),
    Said::en("Futures"),
    Said::en("Seed"),
    Said::en("What was drawn"),
    Said::en("Staffing gate"),
    Said::en("Money"),
    Said::en("Base"),
    Said::en("Fingerprint of the scenario"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
];

/// The years of a run.
pub fn years(base: Year, first: Year, last: Year) -> String {
    format!("{first} to {last}; {base} is known and is where every future begins")
}

/// Which futures were lived.
pub fn futures(first: u32, end: u32) -> String {
    let count = end.saturating_sub(first);
    let last = end.saturating_sub(1);
    format!(
        "{} (numbers {} to {})",
        grouped(f64::from(count)),
        grouped(f64::from(first)),
        grouped(f64::from(last))
    )
}

/// What was drawn.
pub fn drawn(uncertainty: &str) -> &'static str {
    match uncertainty {
        "both" => "assumptions and events",
        "parameters" => {
            "only assumptions: the futures differ less than they should, and the chances are too sure of themselves"
        }
        "process" => {
            "only events: the futures differ less than they should, and the chances are too sure of themselves"
        }
        _ => "nothing: a check of the arithmetic, no forecast",
    }
}

/// How the staffing gate stood.
pub fn gate(on: bool) -> &'static str {
    if on {
        "on: beds without enough staff stay shut"
    } else {
        "off: built beds count whether or not there are people to staff them"
    }
}

/// In what money is told.
pub fn money(currency: &str, base: Year) -> String {
    format!("{currency}, at the prices of {base} unless said otherwise")
}

/// Heading over the list of sheets.
pub const SHEETS: Said = Said::en("The sheets");
/// Heading over the guide.
pub const HOW_TO_READ: Said = Said::en("How to read it");
/// Heading over the limits.
pub const LIMITS: Said = Said::en("What it does not know");

/// What a reader of the workbook must know beside the guide to the errors.
pub const READING: &[Said] = &[
    Said::en(
        "Cells hold figures in full and show as many digits as report.html prints; the CSV tables have twelve. A chance shown as <1% or >99% is never claimed to be nothing or certain.",
    ),
    Said::en(
        "Sums on the sheet of costs are formulas: change a cell and they follow. Everything else is a result of this run and does not.",
    ),
    Said::en(
        "Your spreadsheet shows thousands and decimals in its own language; the figures are the same.",
    ),
];

/// What a coloured name means.
pub const SYNTHETIC_KEY: Said = Said::en(
    "This colour marks what is synthetic: made up so that published totals add up, no real place.",
);
/// What a coloured grade means.
pub const WEAK_KEY: Said =
    Said::en("This colour marks what is assumed without a source (grade E).");

/// Title of the targets.
pub const TARGETS_TITLE: Said = Said::en("How likely each target is, and what it would take");
/// Below the title of the targets.
pub const TARGETS_LEAD: Said = Said::en(
    "At least and at most are the 95% interval that sampling leaves; more futures make it narrower. The two fifths show what better data about one assumption could change; more futures do not. Columns to the right of the reasons are for joining with the tables and are not printed.",
);
/// Below the title of the targets, where provinces have targets.
pub const TARGETS_PROVINCES: Said = Said::en(
    "Errors of later publications and revisions of provincial plans are not drawn, so chances of provinces and regions are somewhat too sure of themselves.",
);
/// The driver of a target, with the interval of what it moves.
pub fn driver(meaning: &str, id: &str, grade: &str, swing: [f64; 3]) -> String {
    format!(
        "{} ({id}, grade {grade}; {})",
        sentence(meaning).trim_end_matches('.'),
        super::number::swing(swing)
    )
}
/// Said where no assumption can be told to move a chance.
pub const NO_DRIVER_TOLD: Said = Said::en("Cannot tell at this many futures");
/// A set of targets asked together.
pub fn together(name: &str, targets: usize) -> String {
    format!("{name}: all {targets} targets at once")
}

/// Title of the targets by year.
pub const BY_YEAR_TITLE: Said = Said::en("The chance of each target, asked at every year-end");
/// Below it.
pub const BY_YEAR_LEAD: Said = Said::en(
    "Each row keeps its threshold and asks whether it is met at the end of the year above. The year that its document sets is shaded.",
);
/// Group of the headline targets.
pub fn headline(adopted: bool) -> &'static str {
    if adopted {
        "Adopted national targets"
    } else {
        "Targets asked"
    }
}
/// Group of the others.
pub const OTHERS: Said = Said::en("Other targets in today's borders");
/// Title of a chart of chances.
pub fn chance_chart(part: usize, parts: usize, adopted: bool) -> String {
    let title = match adopted {
        true => "Chance of the adopted national targets, by year-end",
        false => "Chance of the targets asked, by year-end",
    };
    match parts {
        1 => title.to_owned(),
        _ => format!("{title} ({} of {parts})", part + 1),
    }
}
/// Name of a line in that chart.
pub fn line(title: &str, unit: Unit, (direction, threshold, form): Bound, year: Year) -> String {
    let value = number::threshold(unit, threshold);
    let asked = match (form.up_to, direction, form.strict) {
        (Some(up_to), ..) => format!("{value} to {}", number::threshold(unit, up_to)),
        (None, Direction::AtLeast, false) => format!("≥ {value}"),
        (None, Direction::AtMost, false) => format!("≤ {value}"),
        (None, Direction::AtLeast, true) => format!("> {value}"),
        (None, Direction::AtMost, true) => format!("< {value}"),
    };
    format!("{title} {asked} ({})", date(form, year))
}

/// Title of the costs.
pub const COSTS_TITLE: Said = Said::en("What it costs, who pays, and when");
/// Title of the costs in one province.
pub fn costs_in(place: &str) -> String {
    format!("{COSTS_TITLE}: {place}")
}
/// A title about one place.
pub fn in_place(title: &str, place: &str) -> String {
    format!("{title}, {place}")
}
/// Below it.
pub fn costs_lead(currency: &str) -> String {
    format!(
        "Means over all futures, {currency}. Every sum is a formula over the cells it adds. A range for each line is \
         in costs.csv: ranges do not add up, so none stands beside a sum."
    )
}
/// Said where nothing was spent.
pub const NO_COSTS: Said = Said::en("No cost was booked in this run.");
/// Heading of the costs at constant prices.
pub fn constant(base: Year) -> String {
    format!("At the prices of {base}")
}
/// Heading of the costs at the prices of their year.
pub const NOMINAL: Said = Said::en("At the prices of each year");
/// Heading of the discounted costs.
pub fn discounted(base: Year) -> String {
    format!("At the prices of {base}, counted less the later it is spent (discounted to {base})")
}
/// Row that adds up the purposes of a payer.
pub fn all_of(payer: &str) -> String {
    format!("{payer}, together")
}
/// Row that adds up the payers.
pub const ALL_PAYERS: Said = Said::en("All payers");
/// Title of the chart of costs.
pub fn costs_chart(currency: &str, base: Year) -> String {
    format!("Cost by payer and year ({currency}, prices of {base})")
}

/// Said among the limits.
pub const PROVINCIAL_BANDS: Said = Said::en(
    "Official and expected figures of provinces hold what the model misses and the error of what is published; bands and chances of the others are somewhat too sure of themselves.",
);

/// Title of the provinces.
pub const PROVINCES_TITLE: Said = Said::en("Provinces beside the nation");
/// Below it.
pub const PROVINCES_LEAD: Said = Said::en(
    "Low and high leave out the lowest and the highest tenth of the futures. Errors of later publications and revisions of provincial plans are not drawn: these bands are somewhat too narrow, and a difference of a few points between two provinces is no difference. The chance of a province is that of standing where the nation wants to stand; the national target does not bind single provinces.",
);
/// What four columns are about.
pub fn province_question(title: &str, year: Year, asked: Option<(&str, Form)>) -> String {
    match asked {
        Some((asked, form)) => {
            let since = form.since(year);
            let since = since.map_or(String::new(), |from| {
                format!(" at every year-end from {from}")
            });
            format!(
                "{title}, end of {}; chance of {asked}{since}",
                date(form, year)
            )
        }
        None => format!("{title}, end of {year}"),
    }
}
/// An occupation whose count was raised.
pub fn raised(occupation: &str, by: &str) -> String {
    format!("{occupation} by {by}")
}
/// An occupation that was not counted.
pub fn not_counted(occupation: &str) -> String {
    format!("{occupation} (no count)")
}

/// Title of the hospitals.
pub const FACILITIES_TITLE: Said = Said::en("Hospitals, and which of them are synthetic");
/// Below it.
pub fn facilities_lead(
    hospitals: usize,
    synthetic: usize,
    stations: usize,
    futures: u32,
) -> String {
    let [h, s, t] = [hospitals, synthetic, stations].map(|n| grouped(n as f64));
    format!(
        "{s} of {h} hospitals are synthetic: no list names them, and they are no real places. They are coloured and \
         were never observed. Medians over {} futures. Within a province patients follow beds, so occupancy is that of \
         a hospital's level and owner. The {t} commune stations are not on this sheet: they are in facilities.parquet.",
        grouped(f64::from(futures))
    )
}
/// Said where no hospital was recorded.
pub const NO_FACILITIES: Said = Said::en(
    "Hospitals were not recorded one by one in this run. Run it again with --facilities 2000 to have them here.",
);
/// A figure of a hospital at a year-end.
pub fn at(what: &str, year: Year) -> String {
    format!("{what}, {year}")
}
/// A level of care in a cell.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Central => "central",
        Level::Provincial => "provincial",
        Level::Regional => "regional (former district)",
        Level::Commune => "commune station",
    }
}
/// An owner in a cell.
pub fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Ministry => "Ministry of Health",
        Owner::OtherMinistry => "another ministry",
        Owner::Province => "province",
        Owner::Private => "private",
    }
}

/// Title of the assumptions.
pub const ASSUMPTIONS_TITLE: Said = Said::en("What the answers rest on, the weakest first");
/// Below it.
pub fn assumptions_lead(all: usize, weak: usize) -> String {
    format!(
        "{} assumptions, {} of them of grade E: assumed, with a range and a reason, without a source.",
        grouped(all as f64),
        grouped(weak as f64)
    )
}
/// The law of a table that is assumed as a whole.
pub const A_TABLE: Said = Said::en("a whole table of the base");

/// Title of the dictionary.
pub const DICTIONARY_TITLE: Said = Said::en("Every column and every indicator");
/// Below it.
pub const DICTIONARY_LEAD: Said =
    Said::en("Indicators stand first, then the columns of each sheet in their order.");

/// Title of the options of a single run.
pub const OPTIONS_TITLE: Said = Said::en("The option of this run");
/// Below it.
pub const OPTIONS_LEAD: Said = Said::en(
    "This run answers one option. Options are set side by side only on the same seed: they then differ only through their decisions.",
);
/// Group of the chances.
pub fn chances(adopted: bool) -> &'static str {
    match adopted {
        true => "Chance of each adopted national target",
        false => "Chance of each target asked",
    }
}
/// Group of the joint chances.
pub const AT_ONCE: Said = Said::en("Chance of several targets at once");
/// Group of the costs.
pub fn costs_of(first: Year, last: Year) -> String {
    format!("Cost, {first} to {last} together")
}
/// A cost in its kind of money.
pub fn cost_in(what: &str, money: &str) -> String {
    format!("{what}, {}", lower_first(money))
}
/// An interval in a cell.
pub fn interval(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// Foot of a printed page: the run on the left, the sheet and the page on the right.
pub fn foot(run: &str) -> String {
    let run: String = run.replace('&', "&&").chars().take(150).collect();
    format!("&L&8{run}&R&8&A, page &P of &N")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_keeps_what_stands_in_a_title() {
        assert_eq!(
            foot("Beds & staff"),
            "&L&8Beds && staff&R&8&A, page &P of &N"
        );
    }

    #[test]
    fn what_was_drawn_is_said_for_every_layer() {
        let said = ["both", "parameters", "process", "none"].map(drawn);
        for (at, one) in said.iter().enumerate() {
            assert!(!said[at + 1..].contains(one), "{one}");
        }
    }
}
