//! The province a question is about: its rank, hospitals, money and neighbours.

use super::answers::{main_year, median_and_range};
use super::markdown::{Page, plain};
use super::{first, last, place, title};
use crate::base::{Level, Owner};
use crate::results::{Facilities, Facility, Findings, ProvinceFocus};
use crate::units::PAYERS;
use crate::words::{focus as words, number, page as around};

/// Where the province stands among the others; nothing where the question is about the nation.
pub fn standing(f: &Findings, page: &mut Page) {
    let Some(focus) = &f.focus else { return };
    ranks(f, focus, &plain(place(f, &focus.province)), page);
}

/// Everything else told of the province; nothing where the question is about the nation.
pub fn province(f: &Findings, facilities: Option<&Facilities>, page: &mut Page) {
    let Some(focus) = &f.focus else { return };
    let name = plain(place(f, &focus.province));
    hospitals(f, focus, facilities, &name, page);
    money(f, focus, &name, page);
    neighbours(f, focus, &name, page);
}

fn ranks(f: &Findings, focus: &ProvinceFocus, name: &str, page: &mut Page) {
    if focus.ranks.is_empty() {
        return;
    }
    page.section(&words::ranks(name));
    page.paragraph(&words::RANKS_LEAD);
    let rows: Vec<Vec<String>> = focus
        .ranks
        .iter()
        .map(|r| {
            let [low, middle, high] = r.quantiles;
            vec![
                title(f, &r.indicator).to_owned(),
                r.year.to_string(),
                median_and_range(f, &focus.province, &r.indicator, r.year).unwrap_or_default(),
                words::rank(middle, low, high, r.of),
            ]
        })
        .collect();
    page.aligned(&words::RANK_COLUMNS, &rows, 1);
}

fn hospitals(
    f: &Findings,
    focus: &ProvinceFocus,
    facilities: Option<&Facilities>,
    name: &str,
    page: &mut Page,
) {
    page.section(&words::hospitals(name));
    let Some(facilities) = facilities else {
        page.paragraph(&words::NOT_RECORDED);
        return;
    };
    let all: Vec<&Facility> = facilities
        .all
        .iter()
        .filter(|h| h.province == focus.province && h.level != Level::Commune)
        .collect();
    let synthetic = all.iter().filter(|h| h.synthetic).count();
    page.paragraph(&words::hospitals_lead(
        all.len(),
        synthetic,
        facilities.futures,
    ));
    let year = main_year(f).unwrap_or(last(f));
    let at = f.years.iter().position(|y| *y == year).unwrap_or(0);
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|h| {
            let (start, then) = (&h.years[0], &h.years[at]);
            vec![
                plain(&h.name),
                if h.synthetic {
                    words::SYNTHETIC.into()
                } else {
                    String::new()
                },
                owner(h).into(),
                number::grouped(start.beds[1]),
                words::with_range(then.beds),
                then.occupancy
                    .map(|o| number::percent(o[1]))
                    .unwrap_or_default(),
            ]
        })
        .collect();
    page.aligned(&words::hospital_columns(f.years[0], year), &rows, 3);
}

fn owner(h: &Facility) -> &'static str {
    match (h.owner, h.level) {
        (Owner::Ministry, _) => &words::MINISTRY,
        (Owner::OtherMinistry, _) => &words::OTHER_MINISTRY,
        (Owner::Private, _) => &words::PRIVATE,
        (Owner::Province, Level::Regional) => &words::REGIONAL,
        (Owner::Province, _) => &words::PROVINCIAL,
    }
}

fn money(f: &Findings, focus: &ProvinceFocus, name: &str, page: &mut Page) {
    if focus.costs.is_empty() {
        return;
    }
    page.section(&words::money(name));
    page.paragraph(&words::money_lead(&f.currency, f.years[0]));
    let mut rows = Vec::new();
    let mut all = [0.0; 3];
    for payer in PAYERS {
        let mut purposes: Vec<&str> = Vec::new();
        for c in focus.costs.iter().filter(|c| c.payer == payer) {
            if !purposes.contains(&c.purpose.as_str()) {
                purposes.push(&c.purpose);
            }
        }
        for purpose in purposes {
            let mut sums = [0.0; 3];
            let own = |c: &&crate::results::CostRow| c.payer == payer && c.purpose == purpose;
            for c in focus.costs.iter().filter(own) {
                for (k, v) in [c.constant, c.nominal, c.discounted]
                    .into_iter()
                    .enumerate()
                {
                    sums[k] += v;
                    all[k] += v;
                }
            }
            let mut row = vec![around::payer(payer).to_owned(), around::purpose(purpose)];
            row.extend(sums.map(number::grouped));
            rows.push(row);
        }
    }
    let mut row = vec![
        format!("**{}**", around::ALL_PAYERS),
        format!("**{}**", around::ALL_PURPOSES),
    ];
    row.extend(all.map(number::grouped));
    rows.push(row);
    page.part(&around::costs_by_payer(first(f), last(f)));
    page.aligned(&around::COSTS_COLUMNS, &rows, 2);
}

fn neighbours(f: &Findings, focus: &ProvinceFocus, name: &str, page: &mut Page) {
    if focus.neighbours.len() < 2 {
        return;
    }
    page.section(&words::neighbours(name));
    page.paragraph(&words::neighbours_lead(name));
    let year = main_year(f).unwrap_or(last(f));
    let told: Vec<&str> = f
        .indicators
        .iter()
        .filter(|i| i.of_neighbours)
        .map(|i| i.id.as_str())
        .collect();
    let mut header: Vec<String> = words::NEIGHBOUR_COLUMNS.map(String::from).to_vec();
    header.extend(told.iter().map(|id| words::in_year(title(f, id), year)));
    let rows: Vec<Vec<String>> = focus
        .neighbours
        .iter()
        .map(|n| {
            let mut row = vec![
                plain(place(f, &n.province)),
                number::grouped(n.kilometres),
                number::decimal(n.income_index, 2),
                number::decimal(n.pull, 2),
            ];
            row.extend(
                told.iter()
                    .map(|id| median_and_range(f, &n.province, id, year).unwrap_or_default()),
            );
            row
        })
        .collect();
    page.table(&header, &rows);
}
