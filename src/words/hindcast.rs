//! What is said of looking back: what would have been forecast, beside what came.

use super::number::{decimal, grouped, percent, trimmed};
use super::report::{chance_range, upper_first};
use crate::hindcast::Stock;
use crate::hindcast::found::{Hindcast, Late, Level, Mark, Scored, Supported, Target, Windowed};
use crate::said::Said;
use crate::units::Year;
use std::borrow::Borrow;

/// The command, and the folder of its results.
pub const NAME: &str = "hindcast";
/// Title of the page.
pub const TITLE: Said = Said::en("How right would it have been?");

/// The form was chosen with hindsight.
pub const HINDSIGHT: Said = Said::en(
    "The form of these laws was chosen knowing what came. They say what would have been forecast, never what was.",
);

/// What was not looked back on.
pub const ALONE: Said = Said::en(
    "What is scored is the law of official counts alone. Of the model of people, buildings and money only two things enter: how fast built beds grew in its runs from each origin, and how many doctors its schools brought. The whole model was not lived from an earlier base here (`--replicates 0`), so what its policies do has not been looked back on.",
);

/// What the whole model was lived from.
pub fn whole_model(futures: u32) -> String {
    format!(
        "The whole model was lived in {} futures from each origin with an overlay (2008, 2011, 2013, 2018, 2020, 2022) by each way of going on: the base of today with the figures, laws and rules of the origin laid over it (`assets/hindcast/origin_laws.csv`), and no policy decided later. Ages of staff, shares of schools, tables of death, and how far off the flow model of staff is (`expected.*`, measured on misses from 2008 to 2022) are those of today. Beside it stands the law of official counts alone. What policies do has not been looked back on: none of then is in the tables.",
        grouped(f64::from(futures))
    )
}

/// What one forecast is called.
pub fn target(target: Target) -> &'static str {
    match target {
        Target::Departments(Stock::Beds) => "beds of provincial departments",
        Target::Departments(Stock::Doctors) => "doctors of provincial departments",
        Target::Departments(Stock::Nurses) => "nurses of provincial departments",
        Target::Official(Stock::Beds) => "official beds",
        Target::Official(Stock::Doctors) => "official doctors",
        Target::Official(Stock::Nurses) => "official nurses",
    }
}

/// What a model is called.
pub fn model(id: &str) -> &'static str {
    match id {
        "plateau" => "official beds growing as built ones",
        "half" => "half of the recent growth",
        "goes_on" => "recent growth going on",
        "mixture" => "the three together",
        "law" => "the law alone",
        "model" => "the whole model",
        "model_plateau" => "the whole model, official beds growing as built ones",
        "model_half" => "the whole model, half of the recent growth",
        "model_goes_on" => "the whole model, recent growth going on",
        "model_mixture" => "the whole model, the three together",
        "model_stopped" => "the whole model, nobody more is registered",
        "model_pool" => "the whole model, the pool is registered",
        "stopped" => "nobody more is registered",
        "pool" => "the pool is registered",
        "last_value" => "the last value",
        "pooled_growth" => "pooled growth",
        "straight_line" => "a straight line",
        _ => "a model",
    }
}

/// A chance in words.
pub fn chance(p: f64) -> String {
    chance_range(p, p)
}

/// What a target of the past asks for.
pub fn mark(mark: &Mark) -> String {
    format!(
        "{} {} per 10,000 people in {}",
        trimmed(mark.threshold, 1),
        target(mark.target),
        mark.year
    )
}

/// The head of the page: how a met target would have been seen.
pub fn marks_title(marks: &[Mark]) -> String {
    let met = marks.iter().filter(|m| m.came >= m.threshold);
    let cautious = met.clone().filter(|m| {
        let mean = m.seen.iter().map(|s| s.chance).sum::<f64>() / m.seen.len().max(1) as f64;
        mean < 0.5
    });
    match (met.count(), cautious.count(), marks.len()) {
        (_, _, 0) => "No target of 2025 was seen from these origins".to_owned(),
        (met, low, all) if met == all && low == all => {
            "The targets of 2025 were met, and would have been given less than even chances"
                .to_owned()
        }
        (met, _, all) if met == all => {
            "The targets of 2025 were met, as would mostly have been expected".to_owned()
        }
        _ => "The targets of 2025, as they would have been seen".to_owned(),
    }
}

/// A target of 2025 in one sentence.
pub fn mark_says(mark: &Mark) -> String {
    let seen: Vec<String> = mark
        .seen
        .iter()
        .map(|s| format!("{} from {}", chance(s.chance), s.origin))
        .collect();
    let verdict = if mark.came >= mark.threshold {
        "It was met"
    } else {
        "It was missed"
    };
    format!(
        "{} would have been given {}. {verdict}: {} came.",
        upper_first(&self::mark(mark)),
        seen.join(", "),
        decimal(mark.came, 1)
    )
}

/// A chance in a table.
pub fn chance_in_table(p: f64) -> String {
    match p {
        p if p < 0.005 => "under 1%".to_owned(),
        p => percent((p * 100.0).round() / 100.0),
    }
}

/// The last row of the table of a mark.
pub fn median_for(mark: &Mark) -> String {
    format!("median for {}; {} came", mark.year, decimal(mark.came, 1))
}

/// Headings of the table of marks.
pub fn marks_header(mark: &Mark) -> Vec<String> {
    let mut header = vec!["if".to_owned()];
    header.extend(mark.seen.iter().map(|s| format!("from {}", s.origin)));
    header
}

/// Whether a law is better than pooled growth by province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both its median and its whole distribution are nearer.
    Better,
    /// One is and the other is not, or both by less than a twentieth.
    NoBetter,
    /// Both are further away.
    Worse,
}

/// How a model stands against another.
pub fn standing(own: &Scored, rival: &Scored) -> Standing {
    const CLEAR: f64 = 0.05;
    let ahead = |a: f64, b: f64| a < b * (1.0 - CLEAR);
    if ahead(own.mape, rival.mape) && ahead(own.crps, rival.crps) {
        Standing::Better
    } else if ahead(rival.mape, own.mape) && ahead(rival.crps, own.crps) {
        Standing::Worse
    } else {
        Standing::NoBetter
    }
}

/// How forecasts stand against pooled growth, one sentence a target.
pub fn against_rival(hindcast: &Hindcast, id: Target, level: Level) -> Option<(Standing, String)> {
    let own = hindcast.overall(id, level, hindcast.headline_model(id))?;
    let rival = hindcast.overall(id, level, "pooled_growth")?;
    let standing = standing(own, rival);
    let said = match standing {
        Standing::Better => "better than pooled growth",
        Standing::NoBetter => "no better than pooled growth",
        Standing::Worse => "worse than pooled growth",
    };
    let name = match level {
        Level::Provinces => format!("{} by province", id.stock().id()),
        Level::Nation => target(id).to_owned(),
    };
    // Where ways of going on are weighed, the one that lately held is told beside them.
    let lately = lately(hindcast, id, level);
    let alone = lately.map(|one| {
        format!(
            " With {} alone: {}% and {}%.",
            model("goes_on"),
            decimal(one.mape, 1),
            decimal(one.crps, 1)
        )
    });
    Some((
        standing,
        format!(
            "{}: {said}. The median missed by {}% of what came (pooled growth: {}%), the whole distribution by {}% ({}%).{}",
            upper_first(&name),
            decimal(own.mape, 1),
            decimal(rival.mape, 1),
            decimal(own.crps, 1),
            decimal(rival.crps, 1),
            alone.unwrap_or_default()
        ),
    ))
}

/// How forecasts by what lately held stand: of the whole model where it was lived.
pub fn lately(hindcast: &Hindcast, id: Target, level: Level) -> Option<&Scored> {
    let of = |model| hindcast.overall(id, level, model);
    of("model_goes_on").or_else(|| of("goes_on"))
}

/// Title of the part on provinces.
pub fn provinces_title(hindcast: &Hindcast) -> String {
    let targets = hindcast.targets(Level::Provinces);
    let named = |wanted: &dyn Fn(Standing) -> bool| -> Vec<&'static str> {
        targets
            .iter()
            .filter(|id| {
                against_rival(hindcast, **id, Level::Provinces).is_some_and(|(s, _)| wanted(s))
            })
            .map(|id| id.stock().id())
            .collect()
    };
    let better = named(&|s| s == Standing::Better);
    let not = named(&|s| s != Standing::Better);
    match (better.is_empty(), not.is_empty()) {
        (true, true) => "Provinces were not looked back on".to_owned(),
        (false, true) => format!("By province {} beat pooled growth", and(&better)),
        (true, false) => {
            // One way of going on may beat what would have been told.
            let lately = targets.iter().find(|id| {
                let rival = hindcast.overall(**id, Level::Provinces, "pooled_growth");
                let both = lately(hindcast, **id, Level::Provinces).zip(rival);
                both.is_some_and(|(own, rival)| standing(own, rival) == Standing::Better)
            });
            match lately {
                Some(id) => format!(
                    "By province only {} with {} beat pooled growth",
                    id.stock().id(),
                    model("goes_on")
                ),
                None => format!("By province no forecast beats pooled growth: {}", and(&not)),
            }
        }
        (false, false) => format!(
            "By province {} beat pooled growth, {} do not",
            and(&better),
            and(&not)
        ),
    }
}

/// Words joined as people join them.
pub fn and<S: Borrow<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [first @ .., last] => format!("{} and {}", first.join(", "), last.borrow()),
    }
}

/// What the program earns its place by, where a simple rule forecasts as well.
pub const EARNS: Said = Said::en(
    "Where a forecast is no better than pooled growth, use it to see how far off a figure may be, not to rank provinces. The model earns its place by what policies change, which pooled growth cannot say.",
);

/// Headings of the tables of scores.
pub const SCORES: [(&str, Said); 9] = [
    ("target", Said::en("what")),
    ("model", Said::en("forecast by")),
    ("rows", Said::en("rows")),
    ("mape", Said::en("median off")),
    ("bias", Said::en("bias")),
    ("crps", Said::en("CRPS")),
    ("cov50", Said::en("in 50%")),
    ("cov80", Said::en("in 80%")),
    ("cov95", Said::en("in 95%")),
];

/// How to read the scores.
pub const READ_SCORES: Said = Said::en(
    "Median off: mean distance of the median from what came, in % of it. Bias: what came less the median, on logs, in %; above zero the forecast was too low. CRPS: the same distance for the whole distribution, in %. In 50, 80, 95%: how much of what came lay in the central bands.",
);

/// Title of the part on windows.
pub fn windows_title(windows: &[Windowed]) -> String {
    let inside = windows.iter().filter(|w| is_inside(w)).count();
    format!(
        "{inside} of {} national windows ended inside the 80% band",
        windows.len()
    )
}

/// Whether what came lies in the band.
pub fn is_inside(window: &Windowed) -> bool {
    (window.forecast[0]..=window.forecast[2]).contains(&window.came)
}

/// Why windows are set apart.
pub const APART: Said = Said::en(
    "Windows from every origin over every horizon share years, so they count for less than their number. Of one count these share none.",
);

/// Headings of the table of windows.
pub const WINDOWS: [Said; 6] = [
    Said::en("what"),
    Said::en("from"),
    Said::en("to"),
    Said::en("median"),
    Said::en("80% band"),
    Said::en("came"),
];

/// One row of the table of windows.
pub fn windowed(window: &Windowed) -> Vec<String> {
    let [low, median, high] = window.forecast.map(|v| decimal(v, 1));
    let out = if is_inside(window) { "" } else { " (outside)" };
    vec![
        target(window.target).to_owned(),
        window.from.to_string(),
        window.to.to_string(),
        median,
        format!("{low} to {high}"),
        format!("{}{out}", decimal(window.came, 1)),
    ]
}

/// Title of the part on what was not known then.
pub fn late_title(used: usize, listed: usize) -> String {
    match used {
        0 => "Everything used was known then".to_owned(),
        n => format!(
            "{} used here were not known then, of {} listed",
            counted(n, "row"),
            grouped(listed as f64)
        ),
    }
}

/// `1 row`, `12 rows`.
pub fn counted(n: usize, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        n => format!("{} {what}s", grouped(n as f64)),
    }
}

/// Title of the table of the nation.
pub const NATION: Said = Said::en("The nation, every window");

/// What late rows are.
pub const LATE: Said = Said::en(
    "A row published more than a year after an origin is one that a forecaster did not have. Rows marked with a star are used by the forecasts above; the others move nothing here. A rule published later that says it was not yet in force is listed with them. `--known-by YEAR` refuses every used row published later; the law alone (`--replicates 0`) uses fewer.",
);

/// Origins without such rows.
pub fn no_late(origin: Year) -> String {
    format!("From {origin}: everything was known then.")
}

/// The rows of an origin that were not known then.
pub fn late_head(origin: Year, used: usize, all: usize) -> String {
    format!(
        "From {origin}: {} not known then, {used} of them used",
        counted(all, "row")
    )
}

/// A row that was not known then.
pub fn late(late: &Late) -> String {
    let star = if late.used { "\\* " } else { "" };
    let note = match late.note.as_str() {
        "" => String::new(),
        note => format!("; {note}"),
    };
    format!(
        "{star}`{}`, {}, published {}{note}",
        late.id, late.place, late.published
    )
}

/// Title of the part on targets of the past.
pub fn past_targets_title(met: usize, known: usize) -> String {
    format!("Of {known} targets of the past whose outcome is known, {met} were met")
}

/// Headings of the table of targets of the past.
pub const PAST_TARGETS: [Said; 6] = [
    Said::en("what"),
    Said::en("set in"),
    Said::en("by"),
    Said::en("asked for"),
    Said::en("came"),
    Said::en("note"),
];

/// Weights of the three ways for beds, as known at each origin.
fn weights(hindcast: &Hindcast) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for origin in &hindcast.origins {
        let weights = origin.weights.map(|w| decimal(w, 2)).join(", ");
        match told.iter_mut().find(|(own, _)| *own == weights) {
            Some((_, years)) => years.push(origin.year.to_string()),
            None => told.push((weights, vec![origin.year.to_string()])),
        }
    }
    let each: Vec<String> = told
        .iter()
        .map(|(weights, years)| {
            let years: Vec<&str> = years.iter().map(String::as_str).collect();
            format!("{weights} from {}", and(&years))
        })
        .collect();
    format!(
        "Weights of the three ways for beds (as built ones, half of the recent growth, all of it) are those known at the origin: {}.",
        each.join("; ")
    )
}

/// How it was done.
pub fn how(hindcast: &Hindcast) -> Vec<String> {
    let origins: Vec<String> = hindcast
        .origins
        .iter()
        .map(|o| o.year.to_string())
        .collect();
    let mut all = vec![
        format!(
            "Origins: {}. To 2013 provinces and the nation of provincial departments, one to five years ahead; from 2018 the nation as the Ministry counts it, to 2025.",
            origins.join(", ")
        ),
        "Each law is fitted on rows to its origin; a later row is refused. Forecasts of the law alone are closed forms or, for official doctors, 4,000 draws; of the whole model they are its futures.".to_owned(),
        weights(hindcast),
        "Rivals on the same rows: the last value; the mean growth of all places since 2004; a straight line since 2004; each with a random walk as wide as growth was until then.".to_owned(),
        "Not looked back on: pharmacists, private beds, money, care, official nurses, registration of doctors that goes on as it lately did, and the chance of any target that is set for later years.".to_owned(),
    ];
    if let Some(file) = &hindcast.actual {
        all.push(format!(
            "What came was taken from {file} where it tells, else from the tables of the program."
        ));
    }
    for (indicator, rows) in &hindcast.passed_over {
        all.push(format!(
            "{} of `{indicator}` in that file: not looked back on, since no law of it is fitted.",
            upper_first(&counted(*rows, "row"))
        ));
    }
    if let Some(year) = hindcast.known_by {
        all.push(format!("Nothing published after {year} is used."));
    }
    all
}

/// Origins that nothing was held against.
pub fn not_looked_back(origin: Year) -> String {
    format!("From {origin}: not looked back on. Nothing that was forecast has come in the tables.")
}

/// Footer of a picture.
pub fn footer(hindcast: &Hindcast) -> String {
    let origins: Vec<String> = hindcast
        .origins
        .iter()
        .map(|o| o.year.to_string())
        .collect();
    let source = hindcast
        .actual
        .as_deref()
        .map_or(String::new(), |file| format!("; what came: {file}"));
    format!(
        "Source: carecast, looking back from {}; published figures with their sources in assets/hindcast{source}",
        origins.join(", ")
    )
}

/// Said under every picture.
pub const PICTURE_NOTE: Said = Said::en(
    "The form of the law was chosen knowing the outcome: what would have been forecast, never what was.",
);

/// Title of a picture of bands.
pub fn bands_title(id: Target, inside: usize, all: usize, above: usize) -> String {
    let name = upper_first(target(id));
    match (all, inside, above) {
        (0, _, _) => format!("{name}: no figure to hold the forecasts against"),
        (all, inside, above) if inside == all && above == all => {
            format!("{name} ended inside the 80% band each time, and each time above the middle")
        }
        (all, inside, above) if inside == all && above == 0 => {
            format!("{name} ended inside the 80% band each time, and each time below the middle")
        }
        (all, inside, _) if inside == all => {
            format!("{name} ended inside the 80% band each time")
        }
        (all, inside, above) if inside > 0 && above == all => format!(
            "{name} ended inside {inside} of {all} bands of 80%, each time above the middle"
        ),
        (all, 0, above) if above == all => format!("{name} ended above every 80% band"),
        (all, 0, 0) => format!("{name}, {}: below every 80% band", counted(all, "origin")),
        (all, inside, above) => format!(
            "{name} ended inside {inside} of {all} bands of 80%, above the middle in {above}"
        ),
    }
}

/// Subtitle of a picture of bands.
pub fn bands_subtitle(model: &str) -> String {
    format!(
        "Per 10,000 people: dots are what was published, lines and bands (50 and 80%) what would have been forecast ({}).",
        self::model(model)
    )
}

/// An origin in a key.
pub fn from(origin: Year, came: Option<(Year, f64, [f64; 3])>) -> String {
    match came {
        None => format!("from {origin}: no figure to hold it against"),
        Some((year, came, [low, median, high])) => format!(
            "from {origin}: {} in {year} (80%: {} to {}); {} came",
            decimal(median, 1),
            decimal(low, 1),
            decimal(high, 1),
            decimal(came, 1)
        ),
    }
}

/// The line of a target.
pub fn target_line(threshold: f64, year: Year) -> String {
    format!("target of {year}: {}", trimmed(threshold, 1))
}

/// Title of the picture of coverage.
pub fn reliability_title(worst: Option<(Target, f64)>) -> String {
    match worst {
        None => "Bands of provinces were not looked back on".to_owned(),
        Some((id, held)) if (held - 80.0).abs() <= 7.0 => format!(
            "Bands of provinces hold about what they promise: at worst {held:.0}% in 80% bands ({})",
            id.stock().id()
        ),
        Some((id, held)) if held < 80.0 => format!(
            "Bands of {} were too narrow: {held:.0}% of what came lay in 80% bands",
            id.stock().id()
        ),
        Some((id, held)) => format!(
            "Bands of {} were too wide: {held:.0}% of what came lay in 80% bands",
            id.stock().id()
        ),
    }
}

/// Subtitle of the picture of coverage.
pub const RELIABILITY: Said = Said::en(
    "Share of what came in provinces that lay inside the central bands of 50, 80 and 95%; on the grey line bands hold what they promise.",
);

/// Title of the picture of skill.
pub fn skill_title(hindcast: &Hindcast) -> String {
    provinces_title(hindcast)
}

/// Subtitle of the picture of skill.
pub const SKILL: Said = Said::en(
    "How much smaller the CRPS is than that of pooled growth, by years ahead, provinces of all origins; below zero pooled growth is nearer.",
);

/// Title of the picture of chances given to what came.
pub fn pit_title(upper: Option<(Target, f64)>) -> String {
    match upper {
        None => "Provinces were not looked back on".to_owned(),
        Some((id, share)) if share >= 0.6 => format!(
            "Forecasts of {} were too low: {:.0}% of what came lay in their upper half",
            id.stock().id(),
            share * 100.0
        ),
        Some((id, share)) if share <= 0.4 => format!(
            "Forecasts of {} were too high: {:.0}% of what came lay in their lower half",
            id.stock().id(),
            (1.0 - share) * 100.0
        ),
        Some(_) => {
            "What came in provinces lies about evenly in both halves of the forecasts".to_owned()
        }
    }
}

/// Subtitle of the picture of chances given to what came.
pub const PIT: Said = Said::en(
    "Share of provinces by the chance that was given to at most what came; where forecasts are right, every bar is as high as the line.",
);

/// Caption of an axis.
pub const INSIDE: Said = Said::en("share inside");
/// Caption of an axis.
pub const PROMISED: Said = Said::en("promised");
/// Caption of an axis.
pub const YEARS_AHEAD: Said = Said::en("years ahead");
/// Caption of an axis.
pub const NEARER: Said = Said::en("nearer than pooled growth");
/// Caption of an axis.
pub const GIVEN: Said = Said::en("chance given to at most what came");
/// Caption of an axis.
pub const PER_10K: Said = Said::en("per 10,000 people");
/// Label of the dots.
pub const PUBLISHED: Said = Said::en("what was published");

/// How it ended, in the terminal.
pub fn written(files: usize, page: &str) -> String {
    format!("{files} files; start with {page}")
}

/// A looking back that ended before its results were written.
pub const NOTHING_WRITTEN: Said = Said::en(
    "Nothing of this looking back was written; what an earlier one left there is as it was.",
);

/// Title of the part on how it was done.
pub const HOW_DONE: Said = Said::en("How it was done");

/// A result nobody published.
pub const NOT_KNOWN: Said = Said::en("not known");

/// A file of what came that is at fault.
pub fn at_fault(file: &str, mistakes: usize) -> String {
    format!("{file} cannot be used: {}", counted(mistakes, "mistake"))
}

/// Rows that were published too late for `--known-by`.
pub fn too_late(rows: usize, year: i32) -> String {
    format!(
        "{} used by these origins came after {year}",
        counted(rows, "row")
    )
}

/// A file of what came that cannot be read.
pub fn cannot_read(file: &str, why: &str) -> String {
    format!("{file} cannot be read: {why}\n  help: give a table saved as CSV with commas, in UTF-8")
}

/// An overlay of another ending.
pub fn overlay_is_ron(file: &str) -> String {
    format!(
        "{file} is no name of a scenario\n  help: fitted laws are written as a scenario: end the name in .ron"
    )
}

/// A file that is there already.
pub fn overlay_taken(file: &str) -> String {
    format!(
        "{file} is there already, and nothing is overwritten\n  help: choose another name, or overwrite it with --force"
    )
}

/// Laws that were written.
pub fn overlay_written(file: &str, table: &str, known: usize, all: usize) -> String {
    let rest = match all - known {
        0 => String::new(),
        n => format!(" ({n} of them in comments: this base does not have them)"),
    };
    format!(
        "{all} laws written to {file}{rest}, with ranges and fit in {table}; the base is as it was\nTo use them: carecast run {file}"
    )
}

/// Title of the picture of what the past supports.
pub fn supported_title(origin: Year, laws: &[Supported]) -> String {
    let out: Vec<&str> = laws
        .iter()
        .filter(|law| law.ruled_out().is_some_and(|share| share >= 0.25))
        .map(|law| law.id.as_str())
        .collect();
    let told = laws.iter().any(|law| law.base.is_some());
    match (out.as_slice(), told) {
        (_, false) => format!("What was published to {origin} supports these laws"),
        ([], true) => format!("What was published to {origin} rules out little of any range"),
        ([one], true) => {
            format!("What was published to {origin} rules out a good part of the range of {one}")
        }
        (all, true) => format!(
            "What was published to {origin} rules out a good part of the range of {} laws",
            all.len()
        ),
    }
}

/// Subtitle of that picture.
pub const SUPPORTED: Said = Said::en(
    "Growths and standard deviations a year, on logs: what was fitted with its 90% range, and the range that the base gives the law.",
);
/// Key of that picture.
pub const FITTED: Said = Said::en("fitted, with its 90% range (made-up pasts fitted again)");
/// Key of that picture.
pub const BASE_RANGE: Said = Said::en("range of the base");
/// Key of that picture.
pub const BASE_VALUE: Said = Said::en("value of the base");

/// How much of a range is ruled out.
pub fn ruled_out(law: &Supported) -> String {
    match law.ruled_out() {
        None => String::new(),
        Some(share) if share < 0.005 => "nothing ruled out".to_owned(),
        Some(share) if share > 0.995 => "all ruled out".to_owned(),
        Some(share) => format!("{:.0}% ruled out", share * 100.0),
    }
}

/// Footer of that picture.
pub fn laws_footer(origin: Year) -> String {
    format!("Source: carecast, laws fitted on rows to {origin}; sources in assets/hindcast")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_is_better_only_where_both_scores_say_so() {
        let of = |mape: f64, crps: f64| Scored {
            target: Target::Departments(Stock::Beds),
            level: Level::Provinces,
            windows: crate::hindcast::found::Windows::All,
            origin: None,
            horizon: None,
            model: "law",
            rows: 1,
            mape,
            bias: 0.0,
            crps,
            coverage: [0.0; 3],
            pit: 0.5,
        };
        let rival = of(10.0, 7.0);
        assert_eq!(standing(&of(8.0, 6.0), &rival), Standing::Better);
        assert_eq!(standing(&of(9.8, 6.0), &rival), Standing::NoBetter);
        assert_eq!(standing(&of(8.0, 8.0), &rival), Standing::NoBetter);
        assert_eq!(standing(&of(12.0, 8.0), &rival), Standing::Worse);
    }

    #[test]
    fn words_are_joined_as_people_join_them() {
        assert_eq!(and(&["beds"]), "beds");
        assert_eq!(
            and(&["beds", "doctors", "nurses"]),
            "beds, doctors and nurses"
        );
        assert_eq!(counted(1, "row"), "1 row");
    }
}
