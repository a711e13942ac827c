//! What it costs, who pays and for what; and whether posts or people were short.

use super::markdown::Page;
use super::{first, futures, last};
use crate::results::{BindingRow, CostRow, Findings};
use crate::scenario::{PAYERS, Payer};
use crate::words::{number, report as words};

/// Sum of one column over the rows a question selects.
fn sum(f: &Findings, wanted: impl Fn(&CostRow) -> bool, value: impl Fn(&CostRow) -> f64) -> f64 {
    f.costs.iter().filter(|c| wanted(c)).map(value).sum()
}

/// Costs by payer and purpose over all years, and by payer year by year.
pub fn costs(f: &Findings, page: &mut Page) {
    if f.costs.is_empty() {
        return;
    }
    page.section("What it costs, and who pays");
    let base = f.years.first().copied().unwrap_or(first(f));
    page.paragraph(&format!(
        "Means over all futures, in {}. *Constant* is at the prices of {base}. *Nominal* is at the prices of each year. \
         *Discounted* is constant money counted less the later it is spent. The range of each line is in `costs.csv`.",
        f.currency
    ));
    page.part(&format!(
        "By payer and purpose, {} to {} together",
        first(f),
        last(f)
    ));
    let header = ["Payer", "Purpose", "Constant", "Nominal", "Discounted"];
    let mut rows = Vec::new();
    let line = |name: &str, purpose: &str, wanted: &dyn Fn(&CostRow) -> bool| {
        vec![
            name.to_string(),
            purpose.to_string(),
            number::whole(sum(f, wanted, |c| c.constant)),
            number::whole(sum(f, wanted, |c| c.nominal)),
            number::whole(sum(f, wanted, |c| c.discounted)),
        ]
    };
    for payer in PAYERS {
        let mut purposes: Vec<&str> = Vec::new();
        for c in f.costs.iter().filter(|c| c.payer == payer) {
            if !purposes.contains(&c.purpose.as_str()) {
                purposes.push(&c.purpose);
            }
        }
        for purpose in &purposes {
            let name = words::upper_first(&purpose.replace('_', " "));
            rows.push(line(words::payer(payer_key(payer)), &name, &|c| {
                c.payer == payer && c.purpose == *purpose
            }));
        }
        if purposes.len() > 1 {
            let name = format!("**{}**", words::payer(payer_key(payer)));
            rows.push(line(&name, "**all purposes**", &|c| c.payer == payer));
        }
    }
    rows.push(line("**All payers**", "**all purposes**", &|_| true));
    page.aligned(&header.map(String::from), &rows, 2);

    page.part("Year by year, at constant prices");
    let mut header = vec!["Year".to_string()];
    header.extend(PAYERS.map(|p| words::payer(payer_key(p)).to_string()));
    header.extend(
        [
            "All payers",
            "All payers, nominal",
            "All payers, discounted",
        ]
        .map(String::from),
    );
    let rows: Vec<Vec<String>> =
        f.years
            .iter()
            .filter(|y| f.costs.iter().any(|c| c.year == **y))
            .map(|y| {
                let mut row = vec![y.to_string()];
                row.extend(PAYERS.map(|p| {
                    number::whole(sum(f, |c| c.year == *y && c.payer == p, |c| c.constant))
                }));
                row.push(number::whole(sum(f, |c| c.year == *y, |c| c.constant)));
                row.push(number::whole(sum(f, |c| c.year == *y, |c| c.nominal)));
                row.push(number::whole(sum(f, |c| c.year == *y, |c| c.discounted)));
                row
            })
            .collect();
    page.table(&header, &rows);
}

fn payer_key(p: Payer) -> &'static str {
    match p {
        Payer::Ministry => "ministry",
        Payer::Provincial => "provincial",
        Payer::Hospitals => "hospitals",
        Payer::Private => "private",
    }
}

/// Which side was short when staff were hired: posts or people.
pub fn hiring(f: &Findings, page: &mut Page) {
    if f.binding.is_empty() {
        return;
    }
    page.section("What limits hiring: posts or people");
    page.paragraph(
        "When open posts are fewer than the people looking for one, more posts would bring more staff, and more \
         graduates would not. When people are fewer, it is the other way round.",
    );
    let mut occupations: Vec<&str> = Vec::new();
    for b in &f.binding {
        if !occupations.contains(&b.occupation.as_str()) {
            occupations.push(&b.occupation);
        }
    }
    let of = |occupation: &str| -> Vec<&BindingRow> {
        f.binding
            .iter()
            .filter(|b| b.occupation == occupation)
            .collect()
    };
    let said: Vec<String> = occupations
        .iter()
        .map(|occupation| {
            let rows = of(occupation);
            let posts = rows.iter().filter(|b| b.posts_bind >= 0.5).count();
            words::hiring(&words::upper_first(occupation), posts, rows.len())
        })
        .collect();
    page.list(&said);
    let header = [
        "Occupation",
        "Year",
        "Futures in which posts were short",
        "Open posts (mean)",
        "People looking (mean)",
    ];
    let all = futures(f) > 0;
    let rows: Vec<Vec<String>> = f
        .binding
        .iter()
        .filter(|_| all)
        .map(|b| {
            vec![
                words::upper_first(&b.occupation),
                b.year.to_string(),
                number::percent(b.posts_bind),
                number::whole(b.open_posts),
                number::whole(b.pool),
            ]
        })
        .collect();
    page.aligned(&header.map(String::from), &rows, 2);
}
