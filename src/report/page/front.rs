//! The first page: what is decided by it stands here, in few words and one table, with both errors of
//! every chance. All that bears it out follows behind.

use super::answers::{
    Instead, claim_marked, for_the_place, in_short, instead, main_doubt, median_shortfall, paired,
};
use super::markdown::{Page, plain};
use super::{first, last, place};
use crate::base::tracked::is_milestone;
use crate::results::{CostRow, Findings, JointAnswer, TargetAnswer};
use crate::units::PriceBasis;
use crate::words::{front as words, public, report, tasks};

/// The first page.
pub fn write(f: &Findings, page: &mut Page) {
    let asked: Vec<&TargetAnswer> = f.headlines().collect();
    page.section(&words::HEADING);
    let mut verdict: Vec<String> = over(f).iter().map(|said| report::strong(said)).collect();
    verdict.extend(for_the_place(f));
    verdict.push(counted(f, &asked));
    verdict.extend(all_at_once(f, &asked));
    page.paragraph(&verdict.join(" "));
    if !asked.is_empty() {
        let rows: Vec<Vec<String>> = paired(f, &asked)
            .into_iter()
            .flat_map(|(a, twin)| row(f, a, twin))
            .collect();
        page.aligned(&words::COLUMNS, &rows, 4);
    }
    too_late(&asked, page);
    money(f, page);
    if let Some(agreed) = &f.agreed {
        page.paragraph(&tasks::agreed(agreed.agree, agreed.of));
    }
    page.paragraph(&words::lived(
        super::futures(f),
        &f.country,
        first(f),
        last(f),
    ));
}

/// That more is spent than may be, where it is: said before anything else.
pub fn over(f: &Findings) -> Option<String> {
    let money = f.public.as_ref().filter(|money| money.is_over())?;
    Some(public::held(money, money.ceiling.as_ref()?, &f.currency))
}

/// What is spent, and how that stands to the ceiling unless it was said before.
pub fn spent(f: &Findings) -> Vec<String> {
    let Some(money) = &f.public else {
        return Vec::new();
    };
    let base = f.years.first().copied().unwrap_or(first(f));
    let mut said = vec![public::of_run(money, &f.currency, base)];
    if let Some(focus) = &f.focus {
        let own = |c: &&CostRow| {
            let counted = &money.counted;
            counted.payers.contains(&c.payer) && counted.holds(c.year)
        };
        let costs = focus.costs.iter().filter(own);
        let spent = costs.map(|c| match money.counted.prices {
            PriceBasis::Constant => c.constant,
            PriceBasis::Nominal => c.nominal,
        });
        let name = plain(place(f, &focus.province));
        said.push(public::in_place(money, &name, spent.sum(), &f.currency));
    }
    if let Some(ceiling) = money.ceiling.filter(|_| !money.is_over()) {
        said.push(report::sentence(&public::held(
            money,
            &ceiling,
            &f.currency,
        )));
    }
    said
}

/// How many targets stand how.
fn counted(f: &Findings, asked: &[&TargetAnswer]) -> String {
    // A target that is counted in two ways is one; what a document says is what is reported.
    let pairs = paired(f, asked).into_iter();
    let one: Vec<&TargetAnswer> = pairs.map(|(a, twin)| twin.unwrap_or(a)).collect();
    let (mut known, mut over) = (Vec::new(), 0);
    for a in &one {
        match instead(f, a) {
            None => known.extend(a.word()),
            Some(Instead::Observed(_)) => over += 1,
            Some(_) => {}
        }
    }
    words::verdict((one.len(), over), &known, super::futures(f))
}

/// The chance that all of them hold, where it was asked.
fn all_at_once(f: &Findings, asked: &[&TargetAnswer]) -> Option<String> {
    let all = |j: &&JointAnswer| {
        let held = |a: &&TargetAnswer| j.targets.contains(&a.id);
        asked.iter().filter(|a| held(a)).count() == j.targets.len()
    };
    let joint = f.joint.iter().filter(all).max_by_key(|j| j.targets.len())?;
    let p = &joint.probability;
    let word = p.word();
    Some(words::together(
        &report::upper_first(&plain(&joint.name)),
        joint.targets.len(),
        &report::sure(Some(word), p),
    ))
}

/// A target with its chance, its gap and its main doubt; where it is counted in two ways, the count a
/// document uses, then the other.
fn row(f: &Findings, a: &TargetAnswer, twin: Option<&TargetAnswer>) -> Vec<Vec<String>> {
    let one =
        |a: &TargetAnswer, claim: String| vec![claim, in_short(f, a), gap(f, a), main_doubt(f, a)];
    let whole = report::upper_first(&claim_marked(f, a));
    match twin {
        None => vec![one(a, whole)],
        Some(official) => vec![
            one(official, words::as_reported(&whole)),
            one(a, words::as_built(&whole)),
        ],
    }
}

/// What is missing in the middle future, in heads or beds, else in the indicator's unit.
fn gap(f: &Findings, a: &TargetAnswer) -> String {
    if instead(f, a).is_some() || is_milestone(&a.indicator) {
        return String::new();
    }
    match a.median_gap {
        Some(gap) if gap >= 0.5 => words::gap(gap, f.counts(&a.indicator)),
        _ => match (median_shortfall(f, a), a.form.since(a.year)) {
            (Some(by), _) => by,
            (None, None) => words::NO_GAP.to_owned(),
            // Of what must hold from a year on, only its end is read.
            (None, Some(_)) => words::no_gap_in(a.year),
        },
    }
}

/// Levers that come too late, each once.
fn too_late(asked: &[&TargetAnswer], page: &mut Page) {
    let mut named: Vec<&str> = Vec::new();
    for sentence in asked.iter().flat_map(|a| &a.too_late) {
        if !named.contains(&sentence.as_str()) {
            named.push(sentence);
        }
    }
    if named.is_empty() {
        return;
    }
    let sentences = named.iter().map(|s| report::sentence(&plain(s)));
    page.paragraph(&words::too_late(&sentences.collect::<Vec<_>>()));
}

/// What is spent, and the ceiling.
fn money(f: &Findings, page: &mut Page) {
    if let Some(money) = &f.public {
        let heading = public::heading(&money.counted);
        page.paragraph(&words::money(&heading, &spent(f)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_gap_is_that_of_the_middle_future() {
        let f = sample::findings();
        let mut a = f.targets[0].clone();
        (a.median_gap, a.median_short) = (Some(1_200.0), Some(0.8));
        assert!(gap(&f, &a).starts_with("1,200 "));
        (a.median_gap, a.expected_shortfall) = (None, Some(5.0));
        assert_eq!(gap(&f, &a), "0.8 per 10,000 people");
        a.median_short = Some(0.0);
        assert_eq!(gap(&f, &a), "nothing", "the middle future meets it");
    }
}
