//! What the answers rest on: the decisions, the assumptions from the weakest up, what is synthetic,
//! what is left out, and how to read the errors.

use super::answers::median_and_range;
use super::markdown::{Page, plain};
use super::{last, title};
use crate::base::Grade;
use crate::report::number::unit_on_pages;
use crate::results::{AssumptionUsed, Findings};
use crate::words::{number, report as words};

/// Each policy: what it does, what it is for, what it is not expected to move.
pub fn policies(f: &Findings, page: &mut Page) {
    page.section("The decisions in this scenario");
    if f.policies.is_empty() {
        page.paragraph("None beyond what is already under way at the start.");
        return;
    }
    for p in &f.policies {
        page.part(&format!("`{}`, {} to {}", plain(&p.id), p.from, p.to));
        let mut items = vec![format!(
            "What it does: {}.",
            plain(p.summary.trim_end_matches('.'))
        )];
        let answer = match (&p.responsible, p.deadline) {
            (Some(who), Some(when)) => Some(format!("Responsible: {}, by {when}.", plain(who))),
            (Some(who), None) => Some(format!("Responsible: {}.", plain(who))),
            (None, Some(when)) => Some(format!("To be done by {when}.")),
            (None, None) => None,
        };
        items.extend(answer);
        for id in &p.serves {
            items.push(served(f, id));
        }
        if !p.does_not_move.trim().is_empty() {
            items.push(format!(
                "What it does not move: {}.",
                plain(words::lower_first(&p.does_not_move).trim_end_matches('.'))
            ));
        }
        page.list(&items);
    }
    page.paragraph(
        "The figures above are those of the whole scenario. To see what one policy adds, run the same scenario without \
         it and with the same seed: the two then differ only through that policy.",
    );
}

/// An indicator a policy is for: where it starts and where it ends.
fn served(f: &Findings, id: &str) -> String {
    let nation = f.scopes.first().map_or("nation", |s| s.code.as_str());
    let unit = f
        .indicator(id)
        .map(|i| unit_on_pages(f.indicators[i].unit, &f.currency))
        .unwrap_or_default();
    let start = f
        .years
        .first()
        .and_then(|y| median_and_range(f, nation, id, *y));
    let end = median_and_range(f, nation, id, last(f));
    match (start, end) {
        (Some(start), Some(end)) => format!(
            "What it is for: {}. In the nation it goes from {start} {unit} at the end of {} to {end} {unit} at the end \
             of {} (medians, with the range of 8 in 10 futures).",
            words::lower_first(title(f, id)),
            f.years[0],
            last(f)
        )
        .replace("  ", " "),
        _ => format!("What it is for: {}.", words::lower_first(title(f, id))),
    }
}

/// The assumptions, grade E in full first, then the better founded ones.
pub fn assumptions(f: &Findings, page: &mut Page) {
    if f.assumptions.is_empty() {
        return;
    }
    page.section("What it rests on");
    let of = |g: Grade| -> Vec<&AssumptionUsed> {
        f.assumptions.iter().filter(|a| a.grade == g).collect()
    };
    let counts: Vec<String> = [Grade::E, Grade::D, Grade::C, Grade::B, Grade::A]
        .iter()
        .map(|g| format!("{} of grade {g:?}", of(*g).len()))
        .collect();
    page.paragraph(&format!(
        "{} assumptions: {}. The weakest come first. The whole list is in `assumptions.csv`.",
        f.assumptions.len(),
        counts.join(", ")
    ));
    for grade in [Grade::E, Grade::D, Grade::C, Grade::B, Grade::A] {
        let all = of(grade);
        if all.is_empty() {
            continue;
        }
        page.part(&format!(
            "Grade {grade:?}: {} ({})",
            words::grade(&format!("{grade:?}")),
            all.len()
        ));
        if grade == Grade::E {
            let header = ["Assumption", "Unit", "Law", "Range", "Reason"].map(String::from);
            let rows: Vec<Vec<String>> = all.iter().map(|a| weak(a)).collect();
            page.aligned(&header, &rows, 5);
        } else {
            let header = ["Assumption", "Unit", "Law", "Source"].map(String::from);
            let rows: Vec<Vec<String>> = all
                .iter()
                .map(|a| vec![named(a), plain(&a.unit), law(a), plain(&a.source)])
                .collect();
            page.aligned(&header, &rows, 4);
        }
    }
    let idle: Vec<String> = f
        .assumptions
        .iter()
        .filter(|a| !a.read)
        .map(|a| format!("`{}`", a.id))
        .collect();
    if !idle.is_empty() {
        page.paragraph(&format!(
            "Not used in this run, because nothing in it asks for them: {}.",
            idle.join(", ")
        ));
    }
}

fn named(a: &AssumptionUsed) -> String {
    let changed = if a.overridden {
        " **Changed by this scenario.**"
    } else {
        ""
    };
    format!(
        "`{}`: {}.{changed}",
        a.id,
        plain(a.meaning.trim_end_matches('.'))
    )
}

fn law(a: &AssumptionUsed) -> String {
    use crate::base::Distribution as D;
    let n = words::figure;
    match &a.distribution {
        D::Fixed(v) => format!("fixed at {}", n(*v)),
        D::Profile(shares) => {
            format!(
                "profile {}",
                shares.iter().map(|s| n(*s)).collect::<Vec<_>>().join(", ")
            )
        }
        D::Normal { mean, sd } => format!("normal, mean {}, sd {}", n(*mean), n(*sd)),
        D::LogNormal { median, sigma } => format!(
            "lognormal, median {}, sd of the log {}",
            n(*median),
            n(*sigma)
        ),
        D::Triangular { low, mode, high } => {
            format!(
                "triangular, {} to {}, most likely {}",
                n(*low),
                n(*high),
                n(*mode)
            )
        }
        D::Uniform { low, high } => format!("uniform, {} to {}", n(*low), n(*high)),
        D::Beta(a, b) => format!(
            "beta({}, {}), mean {}",
            n(*a),
            n(*b),
            n((a / (a + b) * 1e4).round() / 1e4)
        ),
    }
}

fn weak(a: &AssumptionUsed) -> Vec<String> {
    let range = a
        .range
        .map(|(low, high)| format!("{} to {}", words::figure(low), words::figure(high)));
    vec![
        named(a),
        plain(&a.unit),
        law(a),
        range.unwrap_or_else(|| "that of its law".into()),
        plain(&a.reason),
    ]
}

/// How much of the facility list is synthetic.
pub fn facilities(f: &Findings, page: &mut Page) {
    let (hospitals, synthetic, stations) = f.facility_counts;
    page.section("Facilities, and how many are synthetic");
    page.paragraph(&format!(
        "The run follows {} hospitals and {} commune stations. **{} of the {} hospitals are synthetic**: no list names \
         them, so they were made up in number and size until counts and beds add to the published totals. The others \
         carry their name. Stations are one for each commune-level unit. Synthetic facilities are never shown as \
         observed; put real ones into `facilities.csv` of your own base (`carecast base --write FOLDER`) to replace them.",
        number::whole(hospitals as f64),
        number::whole(stations as f64),
        number::whole(synthetic as f64),
        number::whole(hospitals as f64),
    ));
}

/// What the model does not do.
pub fn left_out(f: &Findings, page: &mut Page) {
    page.section("What the model leaves out");
    let mut items: Vec<&str> = words::LEFT_OUT.to_vec();
    if !f.staffing_gate {
        items.push(words::BEDS_WITHOUT_STAFF);
    }
    page.list(&items);
}

/// How to read the two errors.
pub fn how_to_read(page: &mut Page) {
    page.section("How to read the errors");
    page.list(words::HOW_TO_READ);
}

/// What else lies in the folder.
pub fn files(charts: bool, page: &mut Page) {
    page.section("Files beside this page");
    let mut items: Vec<&str> = words::FILES.to_vec();
    if charts {
        items.push(words::FILES_CHARTS);
    }
    page.list(&items);
}
