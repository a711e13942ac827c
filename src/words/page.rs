//! The page around the answers: its headings, its columns and the paragraphs between them.

use super::number::grouped;
use super::report::{lower_first, sentence, upper_first};
use crate::base::{Distribution, Grade};
use crate::results::Summarised;
use crate::units::Payer;
use crate::units::Year;

/// What the page is about and how it was made.
pub fn introduction(
    country: &str,
    first: Year,
    last: Year,
    futures: u32,
    currency: &str,
    base: Year,
) -> String {
    format!(
        "This page looks at {country} from {first} to {last}. We lived {} possible futures. In each one, every \
         uncertain number was drawn anew and the years were run through once. A chance of 7 in 10 means that the \
         target was met in 7 of 10 of these futures. Ratios are those of 31 December. Money is in {currency} at the \
         prices of {base} unless said otherwise.",
        grouped(f64::from(futures))
    )
}

/// How very many futures were put together.
pub fn summarised(s: Summarised) -> String {
    format!(
        "There were too many futures to keep each. Chances count all of them, and so do percentiles of indicators, \
         whose ranks have a standard error of {:.3} points. Drivers, gaps, costs, the ledger and what becomes of each \
         policy are read off the first {}.",
        100.0 * s.rank_error,
        grouped(f64::from(s.exact))
    )
}

/// What a reader must know when not everything was drawn.
pub fn not_all_drawn(uncertainty: &str) -> Option<&'static str> {
    match uncertainty {
        "both" => None,
        "parameters" => Some(
            "**Only the assumptions were drawn in this run.** People and projects followed their expectation, so the \
             futures differ less than they should.",
        ),
        "process" => Some(
            "**Only events were drawn in this run.** Every assumption stood at its median, so the futures differ less \
             than they should and the chances below are too sure of themselves.",
        ),
        _ => Some(
            "**Nothing was drawn in this run.** Every assumption stood at its median and every count at its \
             expectation. This is a check of the arithmetic, not a forecast.",
        ),
    }
}

/// Said when beds without staff stay shut.
pub const GATE_ON: &str = "The staffing gate is on in this scenario: beds without enough staff stay shut, and the targets for beds are asked of operating beds.";

/// Heading of what bears the first page out.
pub const BODY: &str = "What bears it out";

/// A name that a list follows.
pub fn named(name: &str) -> String {
    format!("**{name}**")
}

/// Heading of the annex.
pub const ANNEX: &str = "Annex";

/// Heading of the answers.
pub const ANSWERS: &str = "The answers";

/// Said when no target is a headline.
pub const NO_HEADLINE: &str =
    "This scenario asks no target in these years. The other targets are answered below.";

/// What the list of answers is.
pub fn answers_lead(country: &str) -> String {
    format!("The chance that {country} meets each adopted national target in its year:")
}

/// The same of targets that a scenario sets.
pub const OWN_ANSWERS_LEAD: &str =
    "The chance that each target of this scenario is met in its year:";

/// Heading of the comparators.
pub const COMPARATORS: &str = "Beside its region and the nation";

/// First columns of the comparators.
pub const COMPARATOR_COLUMNS: [&str; 2] = ["Middle future (8 in 10 futures)", "Year"];

/// Heading of the drivers.
pub const DRIVERS: &str = "What drives it";

/// What the table of drivers is.
pub const DRIVERS_LEAD: &str = "For each target and each assumption that can reach its indicator we compare the fifth of the futures where the assumption is lowest with the fifth where it is highest. So many assumptions are tried that some differ by luck: listed are those that move a chance by more than 10 points and stand when at most 5 in 100 of all that are named may be false. Each has the 95% interval of its change; the rest are in `drivers.csv`.";

/// Columns of the drivers.
pub const DRIVERS_COLUMNS: [(&str, &str); 6] = [
    ("target", "Target"),
    ("assumption", "Assumption"),
    ("grade", "Grade"),
    ("low_fifth_probability", "Chance when it is low"),
    ("high_fifth_probability", "Chance when it is high"),
    ("swing_points", "Change"),
];

/// An assumption in the table of drivers.
pub fn driver(meaning: &str, id: &str) -> String {
    format!("{} (`{id}`)", meaning.trim_end_matches('.'))
}

/// Drivers that luck alone could have made.
pub fn unclear(many: usize) -> String {
    format!(
        "Left out: {many} differences of more than 10 points that luck could have made among so many. More futures \
         would tell."
    )
}

/// A change of a chance with its interval, in points with their signs.
pub fn swing(swing: f64, [low, high]: [f64; 2]) -> String {
    let [swing, low, high] = [swing, low, high].map(|v| super::number::change(v * 100.0));
    format!("{swing} points ({low} to {high})")
}

/// What the list of targets without drivers is.
pub const CALM_LEAD: &str = "Of these we cannot tell at this many futures that any assumption moves them by more than 10 points:";

/// Heading of targets whose year is over.
pub const MARKS: &str = "What was asked for by now, and what came";

/// A target whose year is over, who set it, and what came.
pub fn mark(claim: &str, document: &str, came: &str) -> String {
    format!("{claim} ({document}): {came}.")
}

/// Heading of the levers that cannot act in time.
pub const TOO_LATE: &str = "Too late to help";

/// What the list of these levers is.
pub const TOO_LATE_LEAD: &str = "Levers that cannot act before the year of the target, however hard they are pulled from now on:";

/// Heading of the joint chances.
pub const TOGETHER: &str = "All together";

/// Heading of the pictures.
pub const PICTURES: &str = "Pictures";

/// Why a picture is missing.
pub fn not_drawn(why: &str) -> String {
    format!("Not drawn: {why}")
}

/// Heading of the other national targets.
pub const OTHER_NATIONAL: &str = "Other national targets";

/// Columns of a list of targets; the first is left out where all are the nation's.
pub const TARGET_COLUMNS: [(&str, &str); 5] = [
    ("place", "Place"),
    ("claim", "Target"),
    ("document", "Document"),
    ("status", "Standing"),
    ("answer", "Answer"),
];

/// Heading of the tasks.
pub const TASKS: &str = "Who does what by when";

/// Heading of the decisions.
pub const DECISIONS: &str = "The decisions in this scenario";

/// Said when there are none.
pub const NO_DECISION: &str = "None beyond what is already under way at the start.";

/// Heading of one decision.
pub fn decision(id: &str, from: Year, to: Year) -> String {
    format!("`{id}`, {from} to {to}")
}

/// What a decision does.
pub fn does(summary: &str) -> String {
    sentence(&format!("What it does: {summary}"))
}

/// What a decision is for, and where that goes in the nation; values carry their unit.
pub fn serves(title: &str, path: Option<(&str, Year, &str, Year)>) -> String {
    let title = lower_first(title);
    match path {
        Some((start, from, end, to)) => format!(
            "What it is for: {title}. In the nation it goes from {start} in {from} to {end} in {to} (medians, with the \
             range of 8 in 10 futures)."
        ),
        None => format!("What it is for: {title}."),
    }
}

/// What a decision does not move, and why.
pub fn does_not_move(what: &str) -> String {
    sentence(&format!("What it does not move: {}", lower_first(what)))
}

/// How to see what one decision adds.
pub const ONE_DECISION: &str = "The figures above are those of the whole scenario. To see what one policy adds, run the same scenario without it and with the same seed: the two then differ only through that policy.";

/// Heading of the provinces.
pub fn provinces(year: Year) -> String {
    format!("Provinces at the end of {year}")
}

/// What the table of provinces is.
pub const PROVINCES_LEAD: &str = "Each cell has the median and, in brackets, the range of 8 in 10 futures. *Meets* is the chance that the province by itself stands where the nation wants to stand. The national target does not bind single provinces.";

/// First column of the provinces.
pub const PROVINCE: &str = "Province";

/// Column of the chance to meet what is asked.
pub fn meets(asked: &str) -> String {
    format!("Meets {asked}")
}

/// Who is lowest and who is highest.
pub fn extremes(title: &str, lowest: &[String], highest: &[String]) -> String {
    format!(
        "{title}: lowest in {}; highest in {}.",
        lowest.join(", "),
        highest.join(", ")
    )
}

/// Heading of the figures raised to meet the nation.
pub const RAISED: &str = "Figures raised to meet the national total";

/// What these figures are.
pub fn raised_lead(raised: usize, all: usize) -> String {
    format!(
        "In these provinces the staff counted one by one are fewer than the model uses at the start, because the \
         provinces must add to the published national figure. The true number may be nearer the lower one. Figures \
         that differ by more than 5%: {raised} of {all}."
    )
}

/// Columns of these figures.
pub const RAISED_COLUMNS: [&str; 5] = [
    "Province",
    "Occupation",
    "Used (people)",
    "Counted (people)",
    "Raised by",
];

/// Said where nobody was counted.
pub const NO_COUNT: &str = "no count";

/// Heading of the provincial targets.
pub const PROVINCIAL: &str = "Targets of provinces and regions";

/// Heading of the targets for old borders.
pub const OLD_BORDERS: &str = "Targets set for borders that no longer exist";

/// What these targets are.
pub const OLD_BORDERS_LEAD: &str = "These targets were set for borders that have changed since. They cannot be met or missed by today's province, so no chance is given. The last column shows where today's province stands in the same year.";

/// Columns of these targets.
pub const OLD_BORDERS_COLUMNS: [&str; 4] = [
    "Lies today in",
    "Target",
    "Document",
    "Today's province: median (8 in 10 futures)",
];

/// Said where the year of a target was not lived.
pub const NOT_LIVED: &str = "not among the years lived";

/// Heading of the costs.
pub const COSTS: &str = "What it costs, and who pays";

/// What the costs are.
pub fn costs_lead(currency: &str, base: Year) -> String {
    format!(
        "Means over all futures, in {currency}. *Constant* is at the prices of {base}. *Nominal* is at the prices of \
         each year. *Discounted* is constant money counted less the later it is spent. The range of each line is in \
         `costs.csv`."
    )
}

/// Heading of the costs by payer.
pub fn costs_by_payer(first: Year, last: Year) -> String {
    format!("By payer and purpose, {first} to {last} together")
}

/// Columns of the costs by payer.
pub const COSTS_COLUMNS: [&str; 5] = ["Payer", "Purpose", "Constant", "Nominal", "Discounted"];

/// A line that adds up the purposes.
pub const ALL_PURPOSES: &str = "all purposes";

/// A line or column that adds up the payers.
pub const ALL_PAYERS: &str = "All payers";

/// An amount and whose it is.
pub fn amount_of(who: &str, amount: f64) -> String {
    format!("{who} {}", grouped(amount))
}

/// Money that could not be absorbed, by payer.
pub fn not_absorbed(payers: &[String], currency: &str) -> String {
    format!(
        "Not in these costs, since it is not spent: money that lapses because no province can begin so many beds or \
         stations in a year, in {currency} at constant prices: {}. By year it is `not_absorbed` in `ledger.csv`, by \
         policy in `policy_costs.csv`.",
        payers.join(", ")
    )
}

/// Heading of the costs by year.
pub const COSTS_BY_YEAR: &str = "Year by year, at constant prices";

/// Column of the year.
pub const YEAR: &str = "Year";

/// Last columns of the costs by year.
pub const COSTS_TOTALS: [&str; 3] = [ALL_PAYERS, "All payers, nominal", "All payers, discounted"];

/// Who pays.
pub fn payer(payer: Payer) -> &'static str {
    match payer {
        Payer::Ministry => "Central budget",
        Payer::Provincial => "Provincial budgets",
        Payer::Hospitals => "Hospital revenue (insurance and fees)",
        Payer::Private => "Private investors and schools",
    }
}

/// What money is for, in a planner's words; a purpose not known here keeps its own name.
pub fn purpose(id: &str) -> String {
    let known = match id {
        "capital" => "Ordinary capital: building and equipment",
        "programme" => "Investment programmes",
        "campus" => "New campuses",
        "private_beds" => "New private beds",
        "fit_out" => "Beds put up in existing buildings",
        "operation" => "Running hospitals, pay of their staff included",
        "subsidy" => "Running subsidies to hospitals",
        "station_pay" => "Pay at commune stations",
        "allowances" => "Allowances of station staff",
        "training" => "Training of students",
        "links" => "Links between core and satellite hospitals",
        "handovers" => "Handing hospitals over",
        "staffing" => "Rotation, recruitment and scholarships",
        "initiatives" => "Initiatives and milestones",
        "private_support" => "Support of private owners",
        other => return upper_first(&other.replace('_', " ")),
    };
    known.into()
}

/// Heading of what limits hiring.
pub const HIRING: &str = "What limits hiring: posts or people";

/// What that means.
pub const HIRING_LEAD: &str = "When open posts are fewer than the people looking for one, more posts would bring more staff, and more graduates would not. When people are fewer, it is the other way round.";

/// Columns of hiring.
pub const HIRING_COLUMNS: [(&str, &str); 5] = [
    ("occupation", "Occupation"),
    ("year", "Year"),
    (
        "share_of_futures_posts_bind",
        "Futures in which posts were short",
    ),
    ("open_posts_mean", "Open posts (mean)"),
    ("people_looking_mean", "People looking (mean)"),
];

/// Which side limits hiring in most futures.
pub fn hiring(occupation: &str, posts: usize, years: usize) -> String {
    if posts == years {
        format!("{occupation}: posts are short in most futures, in every year.")
    } else if posts == 0 {
        format!("{occupation}: people are short in most futures, in every year.")
    } else {
        format!(
            "{occupation}: posts are short in most futures in {posts} of the {years} years, people in the others."
        )
    }
}

/// Heading of the assumptions.
pub const RESTS_ON: &str = "What it rests on";

/// How many assumptions there are, by grade.
pub fn rests_on(all: usize, by_grade: &[(Grade, usize)]) -> String {
    let counts: Vec<String> = by_grade
        .iter()
        .map(|(g, n)| format!("{n} of grade {g:?}"))
        .collect();
    format!(
        "{all} assumptions: {}. The weakest come first. The whole list is in `assumptions.csv`.",
        counts.join(", ")
    )
}

/// Heading of the assumptions of one grade.
pub fn of_grade(grade: Grade, all: usize) -> String {
    let founded = match grade {
        Grade::A => "official statistics and decisions",
        Grade::B => "press reports quoting officials",
        Grade::C => "academic and secondary sources",
        Grade::D => "derived from published figures",
        Grade::E => "assumed, with a range and a reason",
    };
    format!("Grade {grade:?}: {founded} ({all})")
}

/// Heading of the tables that are assumed as a whole.
pub fn assumed_tables(all: usize) -> String {
    format!("Grade E: whole tables of the base, assumed with a range and a reason ({all})")
}

/// Columns of these tables.
pub const TABLES_COLUMNS: [(&str, &str); 4] = [
    ("id", "Table"),
    ("meaning", "What it says"),
    ("range_in_words", "Range"),
    ("reason", "Reason"),
];

/// Columns of the assumptions of grade E.
pub const WEAK_COLUMNS: [(&str, &str); 5] = [
    ("assumption", "Assumption"),
    ("unit", "Unit"),
    ("law", "Law"),
    ("range_or_law", "Range"),
    ("reason", "Reason"),
];

/// Columns of the other assumptions.
pub const FOUNDED_COLUMNS: [(&str, &str); 4] = [
    ("assumption", "Assumption"),
    ("unit", "Unit"),
    ("law", "Law"),
    ("source_id", "Source"),
];

/// An assumption in a table.
pub fn assumption(id: &str, meaning: &str, changed: bool) -> String {
    let changed = if changed {
        " **Changed by this scenario.**"
    } else {
        ""
    };
    format!("`{id}`: {}{changed}", sentence(meaning))
}

/// A range in a table, where there is one of its own.
pub fn range(range: Option<(f64, f64)>) -> String {
    match range {
        Some((low, high)) => format!("{} to {}", figure(low), figure(high)),
        None => "that of its law".into(),
    }
}

/// The law an assumption is drawn from.
pub fn law(law: &Distribution) -> String {
    let n = |v: f64| figure(v);
    match law {
        Distribution::Fixed(v) => format!("fixed at {}", n(*v)),
        Distribution::Profile(shares) => {
            let shares: Vec<String> = shares.iter().map(|s| n(*s)).collect();
            format!("profile {}", shares.join(", "))
        }
        Distribution::Normal { mean, sd } => format!("normal, mean {}, sd {}", n(*mean), n(*sd)),
        Distribution::LogNormal { median, sigma } => {
            format!(
                "lognormal, median {}, sd of the log {}",
                n(*median),
                n(*sigma)
            )
        }
        Distribution::Triangular { low, mode, high } => {
            format!(
                "triangular, {} to {}, most likely {}",
                n(*low),
                n(*high),
                n(*mode)
            )
        }
        Distribution::Uniform { low, high } => format!("uniform, {} to {}", n(*low), n(*high)),
        Distribution::Beta(a, b) => {
            let mean = (a / (a + b) * 1e4).round() / 1e4;
            format!("beta({}, {}), mean {}", n(*a), n(*b), n(mean))
        }
        Distribution::Choice(ways) => {
            let percent = |chance: f64| (chance * 1e4).round() / 1e2;
            let each = ways.iter();
            let each: Vec<String> = each
                .map(|(name, chance)| format!("{name} {}%", n(percent(*chance))))
                .collect();
            format!("one of: {}", each.join(", "))
        }
        Distribution::Percentiles(_) | Distribution::Variants(_) => super::laws::told(law),
    }
}

/// Assumptions that nothing in a run asked for.
pub fn idle(ids: &[String]) -> String {
    format!(
        "Not used in this run, because nothing in it asks for them: {}.",
        ids.join(", ")
    )
}

/// Heading of the facilities.
pub const FACILITIES: &str = "Facilities, and how many are synthetic";

/// How many facilities there are, and how many are synthetic.
pub fn facilities(hospitals: usize, synthetic: usize, stations: usize) -> String {
    let [hospitals, synthetic, stations] =
        [hospitals, synthetic, stations].map(|n| grouped(n as f64));
    format!(
        "The run follows {hospitals} hospitals and {stations} commune stations. **{synthetic} of the {hospitals} \
         hospitals are synthetic**: no list names them, so they were made up in number and size until counts and beds \
         add to the published totals. The others carry their name. Stations are one for each commune-level unit. \
         Synthetic facilities are never shown as observed; put real ones into `facilities.csv` of your own base \
         (`carecast base --write FOLDER`) to replace them."
    )
}

/// Heading of what is left out.
pub const LEAVES_OUT: &str = "What the model leaves out";

/// Heading of the guide to the errors.
pub const READING: &str = "How to read the errors";

/// Heading of the files.
pub const BESIDE: &str = "Files beside this page";

/// What every reader should know about what this model does not do.
pub const LEFT_OUT: &[&str] = &[
    "Quality of care, waiting times and single diseases. A bed is a bed and a doctor is a doctor, whatever the training behind them.",
    "Epidemics and disasters, unless a scenario switches their assumptions on (`shock.…`); further changes of borders or of the law.",
    "Moves of staff from one province to another: nobody publishes them.",
    "Governments that change their plans in ways the scenario does not write down. A policy acts in every future, or in those that give the cause it waits for.",
    "Crowding acts on burn-out, on expansion and on beds put up in existing buildings, and on nothing else. It does not change health.",
    "Occupations beyond those in the base, and work outside the facilities followed here.",
    "How insurance cover, stunting, life expectancy and the like come about: they are followed as levels with a trend, and what moves them is assumed.",
];

/// Said of every provincial band.
pub const PROVINCIAL_BANDS_TOO_NARROW: &str = "The provincial bands below are **somewhat too narrow**: beds as built and people as the model has them do not hold what it misses; the columns `_official` and `_expected` do, with the error of what is published. Read a difference of a few points between two provinces as no difference.";

/// Said of the chances of provincial targets.
pub const PROVINCIAL_CHANCES_TOO_SURE: &str = "Chances of staff hold what the model misses and the error of what is published; those of beds that are built hold neither, so they are **somewhat too sure of themselves**: the true ones lie nearer to even.";

/// Said where beds count whether or not there are people to staff them.
pub const BEDS_WITHOUT_STAFF: &str = "Beds without staff: built beds count towards the targets, as in the official ratios, whether or not there are people to staff them. `operating_beds_per_10k` in `summary.csv` shows the beds that staff can serve.";

/// Heading of what the past says of the answers.
pub const LOOKING_BACK: &str = "Looking back";

/// What looking back can say.
pub const LOOKING_BACK_LEAD: &str = "The whole model was put at the ends of earlier years, with what had been published by then. The form of its laws was chosen knowing what came: they say what would have been forecast, never what was.";

/// What was never looked back on.
pub const NOT_LOOKED_BACK_ON: &str = "Both counts by province were looked back on to 2013; doctors and nurses of provinces were forecast no better than by pooled growth: the model earns its place by what policies do. **Not looked back on** is every other chance on this page: beds as built, of which no series exists, the private share, followed indicators, milestones, and what policies do. `carecast hindcast` has the whole.";

/// Where the base is of a country whose past is not held.
pub const NOTHING_LOOKED_BACK_ON: &str = "No chance on this page has been looked back on: no figures of this country's past forecasts are held.";

/// The files of a run, each in one line.
pub const FILES: &[&str] = &[
    "`scenario.resolved.ron`: the scenario as it was run, every default written out.",
    "`manifest.json`: version, seed, and a fingerprint of the scenario, the base and every file.",
];

/// The workbook.
pub const FILES_WORKBOOK: &str = "`summary.xlsx`: the answers, costs with live sums, provinces, hospitals and assumptions, to print and to work on. It is for people; tables in CSV are for programs, and a Windows set to Vietnamese would misread them.";

/// The folder of pictures.
pub const FILES_CHARTS: &str =
    "`charts/`: the pictures, each with a table of the numbers it shows.";

/// How the two errors of a chance are to be read.
pub const HOW_TO_READ: &[&str] = &[
    "*Sampling* is the error left because we lived a limited number of futures. More futures make it smaller. It is a 95% interval.",
    "*Across the assumption that matters most* is the chance in the fifth of the futures where that assumption is lowest, and in the fifth where it is highest. More futures do not make it smaller; only better data do.",
    "*Fewer than 1 in 3,333* means that it never happened in 10,000 futures. It does not mean that it cannot happen.",
    "*Median* is the middle future: half of them end higher, half lower. *8 in 10* ranges leave out the lowest and the highest tenth.",
    "Both errors are errors inside the model. What the model leaves out is listed above, and no interval here covers it.",
    "Grades: A official statistic or decision; B press report quoting officials; C academic or secondary source; D derived from such figures; E assumed, with a range and a reason.",
];

/// A number of an assumption as it was written, with commas between thousands.
pub fn figure(value: f64) -> String {
    let text = format!("{value}");
    let (head, tail) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(h, t)| (h, Some(t)));
    let sign = if head.starts_with('-') { "-" } else { "" };
    let head = grouped(head.trim_start_matches('-').parse().unwrap_or(0.0));
    tail.map_or_else(
        || format!("{sign}{head}"),
        |tail| format!("{sign}{head}.{tail}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_as_they_were_written() {
        for (value, text) in [
            (0.25, "0.25"),
            (11_300.0, "11,300"),
            (-1_000.5, "-1,000.5"),
            (-0.2, "-0.2"),
        ] {
            assert_eq!(figure(value), text);
        }
    }
}
