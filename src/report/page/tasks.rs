//! Who does what by when: one row for each policy, for whoever must hold somebody to it.

use super::last;
use super::markdown::{Page, plain};
use crate::report::tables;
use crate::results::{Findings, PolicyUsed, Probability};
use crate::words::{report, tasks as words};

/// The table of tasks.
pub fn table(f: &Findings, page: &mut Page) {
    page.paragraph(&words::lead(&f.currency));
    let table = tables::tasks(f);
    let some = |id: &str| {
        let column = table.column(id);
        (0..table.rows).any(|row| !column.cell(row).is_blank())
    };
    let mut columns = words::COLUMNS.to_vec();
    columns.retain(|(id, _)| !words::NAMED_BY_SOME.contains(id) || some(id));
    page.of(&table, &columns, columns.len());
    for said in reports(f) {
        page.paragraph(&said);
    }
}

/// What reports of progress do to the futures that are lived, where there are some.
pub fn reports(f: &Findings) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(agreed) = &f.agreed {
        said.push(words::agreed(agreed.agree, agreed.of));
    }
    let silent: Vec<&str> = f
        .policies
        .iter()
        .filter(|p| !p.reports.is_empty() && !p.reports_tell)
        .map(|p| p.id.as_str())
        .collect();
    if !silent.is_empty() {
        said.push(words::reports_move_nothing(&silent));
    }
    said
}

/// The chance that the product is there by the deadline; without one inside the years lived, by their
/// end. Money that is spent is no product that is there.
pub fn on_time(f: &Findings, p: &PolicyUsed) -> String {
    if p.is_money {
        return words::ITS_PRODUCT_IS_MONEY.into();
    }
    by_the_deadline(f, p, p.on_time.as_ref())
}

/// The same of money: the chance that it is spent by then.
pub fn spent_in_time(f: &Findings, p: &PolicyUsed) -> String {
    if !p.is_money {
        return words::NOT_MONEY.into();
    }
    by_the_deadline(f, p, p.spent_in_time.as_ref())
}

fn by_the_deadline(f: &Findings, p: &PolicyUsed, in_time: Option<&Probability>) -> String {
    if let Some(came) = p.came() {
        return words::came(came, p.last_word());
    }
    let told = |chance: &Probability| {
        words::on_time(
            &match chance.of {
                0..30 => report::often(chance),
                _ => report::sure(Some(chance.word()), chance),
            },
            &report::sampling(chance.low, chance.high),
            p.when.is_some(),
        )
    };
    match (in_time, p.done.last()) {
        _ if p.acts_at_all.hits == 0 => words::NEVER_ACTS.into(),
        (Some(chance), _) => told(chance),
        (None, Some(chance)) => words::there_by(&told(chance), last(f)),
        (None, None) => String::new(),
    }
}

/// What is not spent of the money a policy promises, where that is over a tenth of it.
pub fn unspent(f: &Findings, p: &PolicyUsed) -> Option<String> {
    let m = p.money?;
    let much = m.unspent().abs() > 0.1 * m.promised.abs();
    much.then(|| words::cannot_be_spent(m.promised, m.spent, m.unspent(), &f.currency))
}

/// A line for each policy whose money could not all be absorbed.
pub fn all_not_absorbed(f: &Findings) -> Vec<String> {
    let told = |p: &PolicyUsed| {
        let said = not_absorbed(f, p)?;
        Some(words::of_policy(&p.summary, (p.from, p.to), &said))
    };
    f.policies.iter().filter_map(told).collect()
}

/// What was offered, spent and not absorbed of a policy's money, where not all of it could be.
pub fn not_absorbed(f: &Findings, p: &PolicyUsed) -> Option<String> {
    p.fate.is_over().then(|| {
        let (offered, over) = (p.fate.offered, p.fate.not_absorbed);
        words::not_absorbed(offered, p.cost.constant, over, &f.currency)
    })
}

/// What is left at the end of the last year of the things a policy buys, where they are worth a word.
pub fn residual(f: &Findings, p: &PolicyUsed) -> Option<String> {
    let worth = p.residual.abs() >= 0.5;
    worth.then(|| words::residual(p.residual, p.cost.constant, last(f), &f.currency))
}

/// What a policy waits for, and in how many futures that comes.
pub fn waits(p: &PolicyUsed) -> Option<String> {
    let what = words::waits(&plain(p.when.as_deref()?));
    let acts = words::acts_in(&report::often_in_per_cent(&p.acts_at_all), p.first_acts);
    Some(format!("{what} {acts}"))
}
