//! The page of a comparison: the verdict first, then how sure it is, what it costs, who gains, which
//! decision does it, and what was decided differently.

use crate::report::page::Shown;
use crate::report::page::markdown::{Page, plain};
use crate::results::comparison::{
    Attributed, Attribution, Comparison, InVariant, Leads, Mean, Paired, PartKind, Question,
    QuestionKind, Verdict, Written,
};
use crate::results::{AssumptionUsed, NATION};
use crate::table::listed;
use crate::units::PAYERS;
use crate::words::data::spoken;
use crate::words::number::{self, grouped};
use crate::words::{compare as words, page as around, public as money, tasks};
use crate::words::{report::lower_first, report::upper_first};

/// Provinces named at each end.
const NAMED: usize = 3;

/// The whole page. `drawn` are its pictures.
pub fn write(c: &Comparison, drawn: &[Shown]) -> Page {
    let mut page = Page::titled(&title(c));
    page.section(&match c.scopes.iter().find(|s| s.code == c.asked_place()) {
        Some(place) if place.code != NATION => words::verdicts_in(&plain(&place.name)),
        _ => words::VERDICTS.to_owned(),
    });
    verdict_on_each(c, &mut page);
    consequences(c, &mut page);
    if let Some(agreed) = &c.agreed {
        page.paragraph(&tasks::agreed(agreed.agree, agreed.of));
    }
    page.divided(&around::BODY);
    page.paragraph(&plain(&words::introduction(c)));
    public(c, &mut page);
    dear(c, &mut page);
    variants(c, &mut page);
    unmoved(c, &mut page);
    let few = c.others().count() <= FEW;
    if few {
        differences(c, &mut page);
    }
    page.annexed(&around::ANNEX);
    if !few {
        differences(c, &mut page);
    }
    attribution(c, &mut page);
    inputs(c, &mut page);
    costs(c, &mut page);
    prices(c, &mut page);
    provinces(c, &mut page);
    crate::report::page::pictures(drawn, &mut page);
    page.section(&words::METHODS);
    page.list(&words::methods(cuts(c)));
    page.section(&words::FILES);
    let workbook = cfg!(feature = "xlsx").then(|| words::FILES_WORKBOOK.to_owned());
    let others = words::FILES_LIST.map(String::from);
    let files = workbook
        .into_iter()
        .chain(listed(&super::tables::ALL))
        .chain(others);
    page.list(&files.collect::<Vec<_>>());
    page
}

fn title(c: &Comparison) -> String {
    let others: Vec<&str> = c.others().map(|o| c.options[o].title.as_str()).collect();
    words::title(&others, &c.options[c.reference].title)
}

/// The least and the largest number of times by which matching cuts the variance of what the options
/// exist for.
fn cuts(c: &Comparison) -> Option<(f64, f64)> {
    let cut = |o: usize| c.answer(c.options[o].lead?, o).difference?.variance_cut;
    let all: Vec<f64> = c.others().filter_map(cut).collect();
    let low = all.iter().copied().reduce(f64::min)?;
    Some((low, all.iter().copied().fold(low, f64::max)))
}

fn headlines(c: &Comparison) -> Vec<usize> {
    let asked = c.questions.iter().enumerate();
    asked
        .filter(|(_, q)| q.headline)
        .map(|(at, _)| at)
        .collect()
}

fn paired(c: &Comparison, q: usize, o: usize) -> Option<&Paired> {
    c.answer(q, o).difference.as_ref()
}

/// The verdict on each option: one sentence for a minister, names first.
pub fn verdicts(c: &Comparison) -> Vec<(String, String)> {
    let one = |o: usize| (c.options[o].title.to_string(), verdict(c, o).join("; "));
    c.others().map(one).collect()
}

/// Options named on the first page where there are many.
const NAMED_FIRST: usize = 5;

/// Which option is best in most futures.
fn best(c: &Comparison) -> Option<String> {
    let chance = |o: &usize| c.best.get(*o).map_or(0, |b| b.first.hits);
    let first = (0..c.options.len()).max_by_key(|o| (chance(o), std::cmp::Reverse(*o)))?;
    let told = c.best.get(first).filter(|_| !c.single().is_empty())?;
    if c.best.iter().all(|b| b.first.hits == told.first.hits) {
        return Some(words::NONE_BEST.to_owned());
    }
    let title = plain(&c.options[first].title);
    Some(words::best_in_most(
        &title,
        first == c.reference,
        &told.first,
    ))
}

/// The options that cost more than may be spent: said before anything else.
fn over(c: &Comparison) -> Option<String> {
    let over = |o: &usize| c.public.get(*o).is_some_and(|m| m.is_over());
    let named: Vec<String> = c
        .others()
        .filter(over)
        .map(|o| plain(&c.options[o].title))
        .collect();
    (!named.is_empty()).then(|| words::over_the_ceiling(&named))
}

/// What would turn the order of the two best options.
fn order(c: &Comparison) -> Option<String> {
    let order = c.order.as_ref().filter(|_| c.options.len() > 2)?;
    let (first, second) = order.options;
    let names = [first, second].map(|o| plain(&c.options[o].title));
    let turned = order.turned.as_ref();
    let turned = turned.map(|turned| (turned, known(c, &turned.assumption)));
    Some(words::order(names.each_ref().map(String::as_str), turned))
}

fn known<'a>(c: &'a Comparison, assumption: &str) -> Option<&'a AssumptionUsed> {
    c.assumptions.iter().find(|a| a.id == assumption)
}

/// The options that the first page names where there are many: those over their ceiling, then those that
/// are best most often; those over it first, else in the order in which they were asked for.
fn named_first(c: &Comparison) -> Vec<usize> {
    let mut all: Vec<usize> = c.others().collect();
    let over = |o: usize| c.public.get(o).is_some_and(|m| m.is_over());
    let often = |o: usize| c.best.get(o).map_or(0, |b| b.first.hits);
    all.sort_by_key(|o| (!over(*o), std::cmp::Reverse(often(*o)), *o));
    all.truncate(NAMED_FIRST);
    all.sort_by_key(|o| (!over(*o), *o));
    all
}

/// Options of which all is said at once; of more the table on the first page says it, and the annex the
/// rest.
const FEW: usize = 3;

/// Options of each of which the first page has room for all that is said.
const SAID_IN_FULL: usize = 2;

/// The same point by point; where there are many options, each in a line.
fn verdict_on_each(c: &Comparison, page: &mut Page) {
    let both = over(c).into_iter().chain(best(c)).chain(order(c));
    let both: Vec<String> = both.collect();
    if !both.is_empty() {
        page.paragraph(&both.join(" "));
    }
    if c.others().count() > SAID_IN_FULL {
        let one = |o: usize| {
            let said = in_short(c, o).join("; ");
            format!("**{}**: {said}.", plain(&c.options[o].title))
        };
        let named = named_first(c);
        let more = c.others().count() - named.len();
        page.list(&named.into_iter().map(one).collect::<Vec<_>>());
        if more > 0 {
            page.paragraph(&words::more_in_the_table(more));
        }
        return;
    }
    for o in c.others() {
        page.paragraph(&around::named(&plain(&c.options[o].title)));
        page.list(
            &verdict(c, o)
                .iter()
                .map(|said| upper_first(said))
                .collect::<Vec<_>>(),
        );
    }
}

/// What is said of one option after its name, point by point.
fn verdict(c: &Comparison, o: usize) -> Vec<String> {
    if c.options[o].same_as_reference {
        return vec![words::SAME_INPUTS.to_owned()];
    }
    let mut said = paid(c, o);
    let over = c.options[o].not_absorbed - c.options[c.reference].not_absorbed;
    said.extend(words::not_absorbed(over, &c.currency));
    let asked = c.single();
    said.extend(standing(c, o, &asked));
    if let Some(most) = moves_most(c, o, &asked) {
        said.push(changes(c, most, o));
    }
    if let Some(lead) = c.options[o].lead
        && c.questions[lead].kind == QuestionKind::Value
        && paired(c, lead, o).is_some_and(moves)
    {
        said.push(changes(c, lead, o));
    }
    let cost = c.cost_of(o).map(|cost| cost.difference);
    let cost = words::costs_more(cost.unwrap_or_default(), &c.currency, c.last_year());
    said.push(money::all_payers(&cost));
    said
}

/// The same in few words: the money, how many targets it moves, and which most.
fn in_short(c: &Comparison, o: usize) -> Vec<String> {
    if c.options[o].same_as_reference {
        return vec![words::SAME_INPUTS.to_owned()];
    }
    let asked = c.single();
    let money = c.public.get(o);
    let mut said: Vec<String> = money
        .map(|m| money::more_in_short(m, &c.currency))
        .into_iter()
        .collect();
    let [better, worse] = moved(c, o, &asked);
    if !asked.is_empty() {
        said.push(words::moves(better, worse, asked.len()));
    }
    said.extend(moves_most(c, o, &asked).and_then(|q| {
        let (question, now) = (&c.questions[q], c.answer(q, o));
        let change = words::difference(question, now.difference.as_ref()?).value;
        let now = words::value(question, now);
        let claim = plain(&words::question_alone(c, question));
        Some(words::turned(&lower_first(&claim), &now, &change))
    }));
    said
}

/// What an option spends, and how that stands to its ceiling: what cannot be paid for before anything else.
fn paid(c: &Comparison, o: usize) -> Vec<String> {
    let Some(m) = c.public.get(o) else {
        return Vec::new();
    };
    let held = m.ceiling.as_ref();
    let held = held.map(|held| money::more_held(m, held, &c.currency));
    let spends = money::more(m, &c.currency);
    match (held, m.is_over()) {
        (None, _) => vec![spends],
        (Some(held), true) => vec![held, spends],
        (Some(held), false) => vec![spends, held],
    }
}

/// How many targets an option makes likelier, and how many less likely.
fn standing(c: &Comparison, o: usize, asked: &[usize]) -> Option<String> {
    let [better, worse] = moved(c, o, asked);
    let adopted = words::are_adopted(c);
    (!asked.is_empty()).then(|| words::standing(better, worse, asked.len(), adopted))
}

/// How many targets an option clearly makes likelier, and how many less likely.
fn moved(c: &Comparison, o: usize, asked: &[usize]) -> [usize; 2] {
    [Verdict::Better, Verdict::Worse].map(|wanted| {
        let says = |q: &&usize| paired(c, **q, o).is_some_and(|d| d.verdict == wanted);
        asked.iter().filter(says).count()
    })
}

/// The headline target that an option clearly moves most.
fn moves_most(c: &Comparison, o: usize, asked: &[usize]) -> Option<usize> {
    let clear = |q: &&usize| {
        let told = [Verdict::Better, Verdict::Worse];
        paired(c, **q, o).is_some_and(|d| told.contains(&d.verdict))
    };
    let size = |q: usize| paired(c, q, o).map_or(0.0, |d| d.mean.abs());
    let clear = asked.iter().filter(clear).copied();
    clear.max_by(|a, b| size(*a).total_cmp(&size(*b)).then(b.cmp(a)))
}

fn changes(c: &Comparison, q: usize, o: usize) -> String {
    let question = &c.questions[q];
    let (before, now) = (c.answer(q, c.reference), c.answer(q, o));
    let unit = words::unit_of_difference(question.kind, question.unit, &c.currency);
    let Some(d) = &now.difference else {
        return String::new();
    };
    let claim = lower_first(&plain(&words::question_here(c, question)));
    match d.verdict.is_clear() {
        false => format!("{claim}: {}", words::verdict(d)),
        true => {
            let told = words::difference(question, d);
            let (before, now) = words::values(question, before, now);
            words::changes(&claim, &before, &now, &told, &unit)
        }
    }
}

/// The consequence table: options by what is asked, and the public money each takes.
fn consequences(c: &Comparison, page: &mut Page) {
    let asked = headlines(c);
    let order = c.in_order();
    let cell = |q: usize, o: usize| {
        let (question, answer) = (&c.questions[q], c.answer(q, o));
        let value = words::value(question, answer);
        match &answer.difference {
            None => value,
            Some(d) => match d.verdict {
                Verdict::Better | Verdict::Worse => {
                    format!(
                        "{value}: {}",
                        words::difference(question, d).with_interval()
                    )
                }
                other => format!("{value}: {}", words::verdict_short(other)),
            },
        }
    };
    // What is told of each option, and what hangs over it in the reference.
    let mut items: Vec<(String, Vec<String>, String)> = Vec::new();
    let (alike, moved) = parted(c, &asked);
    // Where no option moves anything, what is asked is answered all the same.
    let (alike, shown) = match moved.is_empty() {
        true => (Vec::new(), alike),
        false => (alike, moved),
    };
    for q in &shown {
        let cells = order.iter().map(|o| cell(*q, *o)).collect();
        items.push((claim(c, *q), cells, doubt(c, *q)));
    }
    let mut row = |head: String, cell: &dyn Fn(&usize) -> String| {
        items.push((head, order.iter().map(cell).collect(), String::new()));
    };
    if let Some(own) = c.public.get(c.reference) {
        row(
            money::beyond(&own.counted, &c.currency),
            &|o| match *o == c.reference {
                true => money::own_decisions(own),
                false => money::more_in_a_cell(&c.public[*o], &own.counted),
            },
        );
        if c.public.iter().any(|m| m.ceiling.is_some()) {
            row(money::CEILING.to_owned(), &|o| {
                money::against_ceiling(&c.public[*o])
            });
        }
    }
    if c.best.len() == c.options.len() && !c.single().is_empty() {
        row(words::BEST.to_owned(), &|o| {
            number::chance(&c.best[*o].first)
        });
        row(words::DOUBT.to_owned(), &|o| hinge(c, *o));
        row(words::REGRET.to_owned(), &|o| match c.best[*o].regret {
            None => words::NO_REGRET.to_owned(),
            Some(r) => words::regret(r.lost, &plain(&c.options[r.best].title)),
        });
    }
    if items.is_empty() {
        return;
    }
    let by_ways = shown
        .iter()
        .any(|q| c.answer(*q, c.reference).ends().is_some());
    let mut lead = vec![words::chances_lead(words::are_adopted(c))];
    lead.extend(off_by_luck(c, &shown).map(words::off_by_luck));
    if by_ways {
        lead.push(words::CHANGE_BY_WAYS.to_owned());
    }
    if items[..shown.len()]
        .iter()
        .any(|(.., doubt)| doubt.is_empty())
    {
        lead.push(words::NO_DOUBT.to_owned());
    }
    page.paragraph(&lead.join(" "));
    if !alike.is_empty() {
        page.paragraph(&words::left_out(alike.len(), asked.len()));
    }
    let name = |o: &usize| plain(&c.options[*o].title);
    // What there is more of goes down the page.
    let mut header = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    if items.len() > order.len().max(4) {
        header.push(words::DIFFERENCES_COLUMNS[0].to_owned());
        header.extend(order.iter().map(name));
        header.push(words::MAIN_DOUBT.to_owned());
        rows.extend(items.into_iter().map(|(head, cells, doubt)| {
            let row = std::iter::once(head).chain(cells);
            row.chain([doubt]).collect()
        }));
    } else {
        header.push(words::DIFFERENCES_COLUMNS[2].to_owned());
        header.extend(items.iter().map(|(head, ..)| head.clone()));
        let row = |(at, o): (usize, &usize)| {
            let cells = items.iter().map(|(_, cells, _)| cells[at].clone());
            std::iter::once(name(o)).chain(cells).collect()
        };
        rows.extend(order.iter().enumerate().map(row));
        let doubts = items.iter().map(|(.., doubt)| doubt.clone());
        rows.push(
            std::iter::once(words::MAIN_DOUBT.to_owned())
                .chain(doubts)
                .collect(),
        );
    }
    page.table(&header, &rows);
}

/// What the largest change that an option makes hangs on.
fn hinge(c: &Comparison, o: usize) -> String {
    match c.hinges.iter().find(|h| h.option == o) {
        Some(h) => plain(&words::hinge(
            [h.low, h.high],
            known(c, &h.assumption),
            &h.assumption,
        )),
        None if o == c.reference => String::new(),
        None => words::NO_HINGE.to_owned(),
    }
}

/// What the chance of a target hangs on most in the reference; empty where no guess can be told from luck.
fn doubt(c: &Comparison, q: usize) -> String {
    match c.doubts.iter().find(|d| d.question == q) {
        Some(d) => plain(&words::doubt(
            [d.low, d.high],
            known(c, &d.assumption),
            &d.assumption,
        )),
        None => String::new(),
    }
}

/// The most that a chance in the table may be off by luck, in points.
fn off_by_luck(c: &Comparison, shown: &[usize]) -> Option<f64> {
    let all = shown
        .iter()
        .flat_map(|q| (0..c.options.len()).map(move |o| (*q, o)));
    let half = all.filter_map(|(q, o)| c.answer(q, o).probability.map(|p| (p.high - p.low) / 2.0));
    half.reduce(f64::max)
}

/// Targets that no option moves in any future, and those that some option moves.
fn parted(c: &Comparison, asked: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let still = |q: &usize| {
        let mut all = c.others().filter_map(|o| paired(c, *q, o));
        !all.any(moves)
    };
    asked.iter().partition(|q| still(q))
}

/// Whether an option changes anything in some future.
fn moves(d: &Paired) -> bool {
    d.unchanged < d.of()
}

/// What a target asks; its place is left out where all that is asked is about it.
fn claim(c: &Comparison, q: usize) -> String {
    upper_first(&plain(&words::question_here(c, &c.questions[q])))
}

/// What no option moves, with its chance.
fn unmoved(c: &Comparison, page: &mut Page) {
    let (alike, _) = parted(c, &headlines(c));
    if alike.is_empty() {
        return;
    }
    page.section(&words::UNMOVED);
    let row = |q: &usize| {
        vec![
            claim(c, *q),
            words::value(&c.questions[*q], c.answer(*q, c.reference)),
        ]
    };
    let rows: Vec<Vec<String>> = alike.iter().map(row).collect();
    page.table(&words::UNMOVED_COLUMNS, &rows);
}

/// The money the question is about, option by option, and the ceiling.
fn public(c: &Comparison, page: &mut Page) {
    let Some(own) = c.public.get(c.reference) else {
        return;
    };
    let counted = &own.counted;
    page.section(&money::heading(counted));
    page.paragraph(&money::lead_of_comparison(counted, &c.currency, c.years[0]));
    let payers = c.public_payers();
    let mut header = vec![money::OPTION.to_owned()];
    header.extend(payers.iter().map(|p| around::payer(*p).to_owned()));
    header.extend(money::TOTALS.map(String::from));
    let rows: Vec<Vec<String>> = c
        .in_order()
        .into_iter()
        .map(|o| {
            let m = &c.public[o];
            let name = plain(&c.options[o].name);
            let name = match o == c.reference {
                true => money::reference(&name),
                false => money::named(&name, &m.counted, counted),
            };
            let mut row = vec![name];
            row.extend(payers.iter().map(|p| grouped(m.of(*p))));
            row.push(with_interval(m.spent));
            row.push(grouped(m.promised));
            row.extend(money::ceiling_and_chance(m));
            row
        })
        .collect();
    page.table(&header, &rows);
}

/// Question by question for each option.
fn differences(c: &Comparison, page: &mut Page) {
    page.section(&words::DIFFERENCES);
    let differences = || c.answers.iter().filter_map(|a| a.difference.as_ref());
    let told = differences().filter(|d| d.verdict.is_clear());
    page.paragraph(&words::verdicts_lead(told.count()));
    for o in c.others() {
        page.part(&plain(&format!(
            "{} ({})",
            c.options[o].title, c.options[o].name
        )));
        let shown = |q: &&Question| q.headline || q.kind == QuestionKind::Value;
        // What is the same in every future is counted, not listed.
        let moves = |q: usize| paired(c, q, o).is_none_or(moves);
        let asked = c.questions.iter().enumerate().filter(|(_, q)| shown(q));
        let all = asked.clone().filter(|(q, _)| paired(c, *q, o).is_some());
        let alike = all.filter(|(q, _)| !moves(*q)).count();
        let asked = asked.filter(|(q, _)| moves(*q));
        let rows: Vec<Vec<String>> = asked
            .filter_map(|(q, question)| {
                let d = paired(c, q, o)?;
                let value = |o: usize| words::value(question, c.answer(q, o));
                let unit = words::unit_of_difference(question.kind, question.unit, &c.currency);
                let whole = |n: u32| crate::words::number::grouped(f64::from(n));
                Some(vec![
                    upper_first(&plain(&words::question(c, question))),
                    value(c.reference),
                    value(o),
                    format!("{} {unit}", words::difference(question, d).with_interval())
                        .trim()
                        .to_owned(),
                    format!(
                        "{} / {} / {}",
                        whole(d.helped),
                        whole(d.harmed),
                        whole(d.unchanged)
                    ),
                    words::verdict_on(question, c.answer(q, c.reference), c.answer(q, o)),
                ])
            })
            .collect();
        if !rows.is_empty() {
            page.table(&words::DIFFERENCES_COLUMNS, &rows);
        }
        if alike > 0 {
            page.paragraph(&words::alike(alike));
        }
    }
}

fn with_interval(m: Mean) -> String {
    words::change(m, 1.0).with_interval()
}

/// Who pays how much more.
fn costs(c: &Comparison, page: &mut Page) {
    page.section(&words::COSTS);
    page.paragraph(&words::COSTS_LEAD);
    let mut rows = Vec::new();
    for o in c.others() {
        let mut line = |payer, purpose: Option<&str>, strong: bool| {
            let Some(l) = c.cost(o, payer, purpose, None) else {
                return;
            };
            let nothing = l.constant.difference == Mean::default();
            if nothing && !strong {
                return;
            }
            let who = payer.map_or(around::ALL_PAYERS.text(), around::payer);
            let what = purpose.map_or(around::ALL_PURPOSES.to_owned(), around::purpose);
            let bold = |text: &str| {
                if strong {
                    format!("**{text}**")
                } else {
                    text.to_owned()
                }
            };
            rows.push(vec![
                plain(&c.options[o].name),
                bold(who),
                bold(&what),
                with_interval(l.constant.difference),
                with_interval(l.nominal.difference),
                with_interval(l.discounted.difference),
            ]);
        };
        for payer in PAYERS {
            for l in &c.costs {
                let of = l.option == o && l.payer == Some(payer) && l.year.is_none();
                if let (true, Some(purpose)) = (of, &l.purpose) {
                    line(Some(payer), Some(purpose), false);
                }
            }
        }
        line(None, None, true);
    }
    page.aligned(&words::COSTS_COLUMNS, &rows, 3);
}

/// What gains cost.
fn prices(c: &Comparison, page: &mut Page) {
    page.section(&words::PRICES);
    page.paragraph(&words::prices_lead(&c.currency));
    let mut rows = Vec::new();
    for p in &c.prices {
        let clear = p.gained.low > 0.0 && p.cost.value <= 0.0;
        let price = match p.price {
            Some(price) => words::price(price, &c.currency),
            None if clear && !c.options[p.option].same_as_reference => words::COSTS_LESS.to_owned(),
            None => continue,
        };
        rows.push(vec![
            plain(&c.options[p.option].name),
            plain(&words::gain(c, &p.gain)),
            words::payers(p.payers).to_owned(),
            with_interval(p.cost),
            with_interval(p.gained),
            price,
        ]);
    }
    if rows.is_empty() {
        page.paragraph(&words::NO_PRICE);
    } else {
        page.aligned(&words::PRICES_COLUMNS, &rows, 3);
    }
}

/// Who gains.
fn provinces(c: &Comparison, page: &mut Page) {
    page.section(&words::provinces(c.year));
    page.paragraph(&words::PROVINCES_LEAD);
    let mut said = Vec::new();
    for o in c.others() {
        let Some(indicator) = local_lead(c, o) else {
            continue;
        };
        let rows: Vec<_> = c
            .provinces
            .iter()
            .filter(|p| p.option == o && p.indicator == indicator)
            .collect();
        let count = |wanted: Verdict| {
            rows.iter()
                .filter(|p| p.difference.verdict == wanted)
                .count()
        };
        let title = words::indicator(&c.indicators, indicator);
        let unit = c
            .indicators
            .iter()
            .find(|i| i.id == indicator)
            .map(|i| i.unit);
        let scale = unit.map_or(1.0, |u| words::scale(QuestionKind::Value, u));
        let named = |wanted: Verdict| -> Vec<String> {
            let mut some: Vec<_> = rows
                .iter()
                .filter(|p| p.difference.verdict == wanted)
                .collect();
            some.sort_by(|a, b| {
                let size = |p: f64| p.abs();
                size(b.difference.mean)
                    .total_cmp(&size(a.difference.mean))
                    .then(a.province.cmp(&b.province))
            });
            let name = |code: &str| {
                let scope = c.scopes.iter().find(|s| s.code == code);
                scope.map_or(code.to_owned(), |s| s.name.to_string())
            };
            let one = |p: &&&crate::results::comparison::ProvinceChange| {
                let d = &p.difference;
                let mean = Mean {
                    value: d.mean,
                    low: d.low,
                    high: d.high,
                };
                format!("{} {}", name(&p.province), words::change(mean, scale).value)
            };
            some.iter()
                .take(NAMED)
                .map(one)
                .map(|t| plain(&t))
                .collect()
        };
        let neutral = count(Verdict::Higher) + count(Verdict::Lower) > 0;
        let mut text = if neutral {
            words::provinces_move(
                title,
                count(Verdict::Higher),
                count(Verdict::Lower),
                rows.len(),
            )
        } else {
            let (better, worse) = (Verdict::Better, Verdict::Worse);
            words::provinces_fare(
                title,
                count(better),
                count(worse),
                rows.len(),
                &named(better),
                &named(worse),
                &unit.map_or(String::new(), |u| {
                    words::unit_of_difference(QuestionKind::Value, u, &c.currency)
                }),
            )
        };
        for s in c
            .spread
            .iter()
            .filter(|s| s.option == o && s.indicator == indicator)
        {
            let unit = unit.unwrap_or(crate::results::Unit::Ratio);
            let (before, now) = words::two(unit, s.reference, s.here, &s.difference);
            let verdict = words::spread_verdict(&s.difference);
            text += " ";
            text += &words::spread_changes(s.measure, &before, &now, &verdict);
        }
        said.push(format!("**{}**: {text}", plain(&c.options[o].title)));
    }
    page.list(&said);
}

/// The indicator told by province that an option exists for; else the first that is told.
pub fn local_lead(c: &Comparison, o: usize) -> Option<&str> {
    let told = |id: &str| {
        c.provinces
            .iter()
            .any(|p| p.option == o && p.indicator == id)
    };
    let own = c.options[o].serves.iter().find(|id| told(id));
    let any = c
        .provinces
        .iter()
        .find(|p| p.option == o)
        .map(|p| &p.indicator);
    own.or(any).map(String::as_str)
}

/// Where an option has several decisions: the one that costs most beside the one that does most.
fn dear(c: &Comparison, page: &mut Page) {
    let one = |a: &Attribution| {
        let asked = c.single();
        let most = moves_most(c, a.option, &asked)?;
        let of = |question| a.outcomes.iter().find(|x| x.question == question);
        let (points, cost) = (of(Some(most))?, of(None)?);
        let parts = a.parts.iter().zip(points.shares.iter().zip(&cost.shares));
        let decided = parts.filter(|(part, _)| part.kind != PartKind::NotSplit);
        let mut does: Vec<(f64, f64, &str)> = decided
            .map(|(part, (points, cost))| {
                (cost.change.value, points.change.value, part.id.as_str())
            })
            .collect();
        let most_first = |a: f64, b: f64| b.total_cmp(&a);
        does.sort_by(|a, b| most_first(a.0, b.0));
        let costs = *does.first()?;
        does.sort_by(|a, b| most_first(a.1.abs(), b.1.abs()));
        let gives = *does.first()?;
        if costs.2 == gives.2 {
            return None;
        }
        let both = [costs, gives].map(|(cost, points, name)| words::Does {
            name,
            cost,
            points: 100.0 * points,
        });
        let title = plain(&c.options[a.option].title);
        Some(words::dear(&title, &lower_first(&claim(c, most)), both))
    };
    let told: Vec<String> = c.attribution.iter().filter_map(one).collect();
    if !told.is_empty() {
        page.section(&words::DEAR);
        page.paragraph(&words::dear_lead(c.last_year(), &c.currency));
        page.list(&told);
    }
}

/// How the options stand in each way of what no figure decides between: how many of the targets asked each
/// meets in half of the futures there or more, and which is best most often.
fn variants(c: &Comparison, page: &mut Page) {
    let shown = match c.others().count() <= FEW {
        true => c.in_order(),
        false => c
            .in_order()
            .into_iter()
            .filter(|o| *o == c.reference || named_first(c).contains(o))
            .collect(),
    };
    if c.leads.is_empty() || c.single().is_empty() || shown.len() < 2 {
        return;
    }
    page.section(&words::VARIANTS);
    let asked = c.single().len();
    page.paragraph(&words::variants_lead(asked));
    let row = |l: &Leads| {
        let own = |v: &&InVariant| (&v.assumption, &v.way) == (&l.assumption, &l.way);
        let cell = |o: &usize| {
            let mine = c.variants.iter().filter(own).filter(|v| v.option == *o);
            let held = mine.filter(|v| v.chance.value >= 0.5).count();
            words::held_of(held, asked)
        };
        let meaning = known(c, &l.assumption).map_or(l.assumption.as_str(), |a| spoken(&a.meaning));
        let best = plain(&c.options[l.option].name);
        let mut row = vec![
            plain(&words::variant(meaning, spoken(&l.way))),
            number::percent(l.weight),
        ];
        row.extend(shown.iter().map(cell));
        row.push(words::leads(&best, &number::chance(&l.often)));
        row
    };
    let rows: Vec<Vec<String>> = c.leads.iter().map(row).collect();
    let mut header: Vec<String> = words::VARIANTS_COLUMNS[..2]
        .iter()
        .map(|h| h.to_string())
        .collect();
    header.extend(shown.iter().map(|o| plain(&c.options[*o].name)));
    header.push(words::VARIANTS_COLUMNS[2].to_string());
    page.table(&header, &rows);
}

/// Which decision does it.
fn attribution(c: &Comparison, page: &mut Page) {
    let several: Vec<_> = c.attribution.iter().filter(|a| a.parts.len() > 1).collect();
    let Some(first) = several.first() else { return };
    page.section(&words::ATTRIBUTION);
    page.paragraph(&words::attribution_lead(
        first.futures,
        c.futures(),
        first.orders,
    ));
    for a in several {
        page.part(&plain(&c.options[a.option].title));
        let lead = c.options[a.option].lead;
        let shown = |x: &&Attributed| match x.question {
            None => true,
            Some(q) => Some(q) == lead || c.questions[q].headline,
        };
        let outcomes: Vec<&Attributed> = a
            .outcomes
            .iter()
            .filter(shown)
            .filter(|x| x.question.is_none() || x.total != Mean::default())
            .collect();
        let scale = |x: &Attributed| match x.question {
            Some(q) => words::scale(c.questions[q].kind, c.questions[q].unit),
            None => 1.0,
        };
        let name = |x: &Attributed| match x.question {
            Some(q) => upper_first(&plain(&words::question(c, &c.questions[q]))),
            None => format!("{} ({})", words::option_cost(c.last_year()), c.currency),
        };
        let mut header = vec![words::OUTCOME.to_owned()];
        header.extend(a.parts.iter().map(|p| plain(&words::part(&p.id, p.kind))));
        header.push(words::ALL_TOGETHER.to_owned());
        let rows: Vec<Vec<String>> = outcomes
            .iter()
            .map(|x| {
                let mut row = vec![name(x)];
                let parts: Vec<Mean> = x.shares.iter().map(|s| s.change).collect();
                let (parts, total) = words::split(&parts, x.total, scale(x));
                row.extend(x.shares.iter().zip(parts).map(|(s, told)| {
                    let told = told.with_interval();
                    match s.order_error {
                        None => told,
                        Some(e) => {
                            let error = Mean {
                                value: e,
                                low: e,
                                high: e,
                            };
                            format!("{told} \u{b1}{}", words::amount(error).value)
                        }
                    }
                }));
                row.push(total.with_interval());
                row
            })
            .collect();
        page.table(&header, &rows);
    }
}

/// What was decided differently.
fn inputs(c: &Comparison, page: &mut Page) {
    if c.inputs.is_empty() {
        return;
    }
    page.section(&words::INPUTS);
    if c.inputs.iter().any(|d| d.of.starts_with(words::FIGURE)) {
        page.paragraph(&words::OTHER_START);
    }
    let side = |w: &Option<Written>| match w {
        None => words::NOT_THERE.to_owned(),
        Some(w) => {
            let line = w.line.map_or(String::new(), |l| format!(":{l}"));
            let value = words::written(&w.value);
            format!(
                "{} ({}{line})",
                plain(value),
                plain(&crate::messages::file::read(&w.file))
            )
        }
    };
    let rows: Vec<Vec<String>> = c
        .inputs
        .iter()
        .map(|d| {
            vec![
                plain(&c.options[d.option].name),
                plain(&words::input(&d.of)),
                plain(&d.field),
                side(&d.reference),
                side(&d.here),
            ]
        })
        .collect();
    page.aligned(&words::INPUTS_COLUMNS, &rows, 5);
}
