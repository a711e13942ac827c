//! What is said of a search for packages: whether what must hold can be reached, by which package, at what
//! price, and what stops it.

use super::hindcast::and;
use super::number::{self, change, decimal, grouped, percent, trimmed};
use super::public::{prices, whose};
use super::report::{lower_first, sure, upper_first};
use crate::results::comparison::Mean;
use crate::results::seek::{
    Answer, By, Found, Goal, Level, Lever, Minimised, Need, Package, Reach, Seek, Stops,
};
use crate::results::{Probability, Word};
use crate::said::{Said, Told, say};

/// A search that ended before its results were written.
pub const NOTHING_WRITTEN: Said = Said::new(
    "Nothing of this search was written; what an earlier one left there is as it was. The same command begins it anew.",
    "Lần tìm kiếm này chưa ghi gì; kết quả lần trước vẫn giữ nguyên. Chạy lại đúng lệnh này để tìm lại từ đầu.",
);
/// A scenario that asks for no search.
pub fn nothing_to_decide(file: &str) -> String {
    say! {
        en: format!(
            "{file} does not say what can be decided and what must hold.\n  help: write a block `decide: (levers: [...], goals: [...])` into it (`carecast new my-plan` shows one), or name both here: \
             --lever POLICY --goal TARGET@0.8"
        ),
        vi: format!("{file} không nêu được chọn những gì và phải đạt những gì.\n  gợi ý: thêm khối `decide: (levers: [...], goals: [...])` vào tệp (`carecast new my-plan` có ví dụ), hoặc nêu cả hai tại đây: --lever POLICY --goal TARGET@0.8"),
    }
}
/// A level of a lever that is no sound policy.
pub fn unsound_level(policy: &str, level: usize, why: &str) -> String {
    say! {
        en: format!("{policy} at level {level} of its lever is no policy that could be carried out: {why}; change `sizes`, `steps` or `values` of the lever"),
        vi: format!("{policy} ở mức {level} của biện pháp không phải là giải pháp thực hiện được: {why}; sửa `sizes`, `steps` hoặc `values` của biện pháp"),
    }
}
/// An argument that names no lever.
pub fn no_lever(text: &str) -> String {
    say! {
        en: format!(
            "\"{text}\" is no lever\n  help: write POLICY to have it in or out, or POLICY:NUMBER+NUMBER/STEPS to size it: \
             --lever public-beds:amount/4"
        ),
        vi: format!("\"{text}\" không phải là biện pháp\n  gợi ý: viết POLICY để chọn có hay không thực hiện, hoặc POLICY:NUMBER+NUMBER/STEPS để chọn quy mô: --lever public-beds:amount/4"),
    }
}
/// An argument that names no goal.
pub fn no_goal(text: &str) -> String {
    say! {
        en: format!(
            "\"{text}\" is no goal\n  help: write TARGET+TARGET@CHANCE,CHANCE: --goal beds_per_10k/nation/2030/qd201@0.5,0.8"
        ),
        vi: format!("\"{text}\" không phải là mục tiêu\n  gợi ý: viết TARGET+TARGET@CHANCE,CHANCE, phần thập phân dùng dấu chấm: --goal beds_per_10k/nation/2030/qd201@0.5,0.8"),
    }
}

/// What stands where arguments are at fault.
pub const ARGUMENTS: Said = Said::new("--lever and --goal", "--lever và --goal");

/// Title of the page.
pub fn page_title(title: &str) -> String {
    say!(en: format!("{title}: what to decide"), vi: format!("{title}: lựa chọn giải pháp nào"))
}

/// A level of a lever.
fn level(lever: &Lever, at: usize) -> String {
    let Level { on, part, numbers } = &lever.levels[at];
    match (on, part) {
        (false, _) => {
            say!(en: format!("no {}", lever.policy), vi: format!("không có {}", lever.policy))
        }
        (true, Some(part)) if (part - 1.0).abs() < 1e-9 => {
            say!(en: format!("{} in full", lever.policy), vi: format!("{} ở mức đầy đủ", lever.policy))
        }
        (true, Some(part)) => say! {
            en: format!("{} at {}", lever.policy, percent(*part)),
            vi: format!("{} ở mức {}", lever.policy, percent(*part)),
        },
        (true, None) if numbers.is_empty() => lever.policy.clone(),
        (true, None) => {
            let each = numbers.iter().map(|(path, _, v)| {
                say! {
                    en: format!("{path} {}", trimmed(*v, 4)),
                    vi: format!("{path} = {}", trimmed(*v, 4)),
                }
            });
            let each: Vec<String> = each.collect();
            format!("{} ({})", lever.policy, each.join(say!(en: ", ", vi: "; ")))
        }
    }
}

/// A level of a lever in short: `75%`, `in`, `2028`, `out`.
pub fn level_in_short(lever: &Lever, at: usize) -> String {
    let Level { on, part, numbers } = &lever.levels[at];
    match (on, part) {
        (false, _) => OUT.to_owned(),
        (true, Some(part)) => percent(*part),
        (true, None) if numbers.is_empty() => IN.to_owned(),
        (true, None) => trimmed(numbers[0].2, 4),
    }
}

/// Head of what packages reach of a goal.
pub fn goal_number(number: usize) -> String {
    say!(en: format!("goal {number}"), vi: format!("mục tiêu {number}"))
}

/// Head of the numbers of packages.
pub const NUMBER: Said = Said::new("package", "gói");
/// A policy that is left out.
pub const OUT: Said = Said::new("out", "không");
/// A policy that is carried out as written.
pub const IN: Said = Said::new("in", "có");

/// What a package decides: `public-beds at 75%, work-on in full`.
pub fn package(s: &Seek, levels: &[u8]) -> String {
    let some = s.levers.iter().zip(levels);
    let some = some.filter(|(lever, at)| lever.levels[usize::from(**at)].on);
    let said: Vec<String> = some
        .map(|(lever, at)| level(lever, usize::from(*at)))
        .collect();
    match said.is_empty() {
        true => NOTHING.to_owned(),
        false => said.join(say!(en: ", ", vi: "; ")),
    }
}

/// The package in which nothing is decided.
pub const NOTHING: Said = Said::new("nothing decided", "không thực hiện giải pháp nào");

/// What a goal asks for.
pub fn goal(s: &Seek, goal: &Goal) -> String {
    let all: Vec<String> = goal
        .targets
        .iter()
        .map(|t| lower_first(&s.targets[*t].said))
        .collect();
    match (all.len(), goal.by) {
        (1, _) => upper_first(&all[0]),
        (_, By::Together) => say! {
            en: format!("All at once: {}", all.join("; ")),
            vi: format!("Đạt đồng thời: {}", all.join("; ")),
        },
        (_, By::Weakest) => say! {
            en: format!("The least likely of: {}", all.join("; ")),
            vi: format!("Chỉ tiêu ít khả năng đạt nhất trong: {}", all.join("; ")),
        },
        (_, By::Number) => say! {
            en: format!("How many hold of: {}", all.join("; ")),
            vi: format!("Số chỉ tiêu đạt trong: {}", all.join("; ")),
        },
    }
}

/// The year in which all targets are due, where it is one.
pub fn one_year(s: &Seek) -> Option<crate::units::Year> {
    let first = s.targets.first()?.year;
    s.targets.iter().all(|t| t.year == first).then_some(first)
}

/// The same in a cell: without the year where all are due in one.
pub fn goal_in_short(s: &Seek, number: usize) -> String {
    let goal = &s.goals[number];
    let all: Vec<String> = goal.targets.iter().map(|t| in_short(s, *t)).collect();
    match (all.len(), goal.by) {
        (1, _) => upper_first(&all[0]),
        (_, By::Together) => upper_first(
            &say!(en: format!("{} at once", and(&all)), vi: format!("Đạt đồng thời {}", and(&all))),
        ),
        (_, By::Weakest) => say! {
            en: format!("The least likely of {}", and(&all)),
            vi: format!("Ít khả năng đạt nhất trong {}", and(&all)),
        },
        (_, By::Number) => say! {
            en: format!("How many of {}", and(&all)),
            vi: format!("Số chỉ tiêu đạt trong {}", and(&all)),
        },
    }
}

/// A target, without its year where all are due in one.
fn in_short(s: &Seek, target: usize) -> String {
    let said = &s.targets[target].said;
    let year = one_year(s).map(
        |year| say!(en: format!(" at the end of {year}"), vi: format!(" vào cuối năm {year}")),
    );
    let said = match year {
        Some(year) => said.replace(&year, ""),
        None => said.to_string(),
    };
    lower_first(&said)
}

/// A level of a goal: `8 in 10`, `65%`, `2.5 targets`.
pub fn at_least(by: By, level: f64) -> String {
    match by {
        By::Number => say! {
            en: format!("{} targets", trimmed(level, 2)),
            vi: format!("{} chỉ tiêu", trimmed(level, 2)),
        },
        _ => {
            let tenths = level * 10.0;
            match (tenths - tenths.round()).abs() < 1e-9 {
                true => say! {
                    en: format!("{} in 10", trimmed(tenths, 0)),
                    vi: format!("{} trên 10", trimmed(tenths, 0)),
                },
                false => percent(level),
            }
        }
    }
}

/// The chance behind a measure.
fn probability(reach: &Reach, futures: u32) -> Probability {
    Probability {
        hits: (reach.value * f64::from(futures)).round() as u32,
        of: futures,
        value: reach.value,
        low: reach.low,
        high: reach.high,
    }
}

/// A measure, in full: its word, in so many of ten, per cent, and its interval.
pub fn reached(by: By, found: &Found, goal: usize) -> String {
    let reach = &found.goals[goal];
    if by == By::Number {
        let [value, low, high] = [reach.value, reach.low, reach.high].map(|v| decimal(v, 2));
        return say! {
            en: format!("{value} targets in the mean (95%: {low} to {high})"),
            vi: format!("bình quân đạt {value} chỉ tiêu (95%: từ {low} đến {high})"),
        };
    }
    let p = probability(reach, found.futures);
    let word = Word::of(p.value, p.value, Some(p.value));
    format!("{}; 95%: {}", sure(Some(word), &p), interval(&p))
}

fn interval(p: &Probability) -> String {
    say! {
        en: format!("{} to {}", percent(p.low), percent(p.high)),
        vi: format!("từ {} đến {}", percent(p.low), percent(p.high)),
    }
}

/// A measure in a cell.
pub fn reached_in_short(by: By, found: &Found, goal: usize) -> String {
    let reach = &found.goals[goal];
    match by {
        By::Number => decimal(reach.value, 2),
        _ => number::chance(&probability(reach, found.futures)),
    }
}

/// Whose money is minimised: `public money from 2026 to 2030`.
pub fn money(s: &Seek) -> String {
    let (from, to) = (s.counted.from, s.counted.to);
    let whose = match s.minimise {
        Minimised::PublicMoney => whose(&s.counted),
        Minimised::AllMoney => {
            say!(en: "money of all payers".to_owned(), vi: "kinh phí của tất cả các nguồn".to_owned())
        }
    };
    match from == to {
        true => say!(en: format!("{whose} in {to}"), vi: format!("{whose} năm {to}")),
        false => say! {
            en: format!("{whose} from {from} to {to}"),
            vi: format!("{whose} từ năm {from} đến năm {to}"),
        },
    }
}

/// What a package costs: `36,103 billion VND`.
pub fn cost(s: &Seek, found: &Found) -> String {
    format!("{} {}", grouped(found.cost.value), s.currency)
}

/// What the money is, under the table.
pub fn money_is(s: &Seek) -> String {
    say! {
        en: format!(
            "Cost: {} beyond what is spent where nothing of this is decided, all it brings about included, mean over the futures, {} {}.",
            money(s),
            s.currency,
            prices(&s.counted, s.base_year)
        ),
        vi: format!("Chi phí: {} tăng thêm so với khi không thực hiện giải pháp nào ở đây, gồm mọi khoản phát sinh kèm theo, bình quân các lượt mô phỏng, tính bằng {} {}.", money(s), s.currency, prices(&s.counted, s.base_year)),
    }
}

/// Whether the first goal can be reached, level by level.
pub fn possible(s: &Seek) -> Vec<String> {
    let first = &s.goals[0];
    let mut said = Vec::new();
    let none: Vec<&Answer> = first
        .answers
        .iter()
        .filter(|a| a.package.is_none())
        .collect();
    let some: Vec<&Answer> = first
        .answers
        .iter()
        .filter(|a| a.package.is_some())
        .collect();
    for answer in &some {
        said.push(cheapest(s, first, answer));
    }
    if !none.is_empty() {
        let levels: Vec<String> = none
            .iter()
            .map(|a| at_least(first.by, a.at_least))
            .collect();
        let levels = levels.join(say!(en: " or ", vi: " hoặc "));
        let under = match s.ceiling {
            Some(ceiling) => say! {
                en: format!(" within {} {}", grouped(ceiling), s.currency),
                vi: format!(" trong mức trần {} {}", grouped(ceiling), s.currency),
            },
            None => String::new(),
        };
        let best = s.package(first.best);
        said.push(say! {
            en: format!(
                "**No package found reaches {levels}{under}.** The best found costs {} ({}). It reaches: {}.",
                cost(s, best.best()),
                package(s, &best.levels),
                reached(first.by, best.best(), 0),
            ),
            vi: format!("**Không tìm thấy gói giải pháp nào đạt mức {levels}{under}.** Gói tốt nhất tìm được tốn {} ({}). Kết quả: {}.", cost(s, best.best()), package(s, &best.levels), reached(first.by, best.best(), 0)),
        });
        // What stops one level mostly stops the next.
        let (over, plain): (Vec<&Answer>, Vec<&Answer>) = none.into_iter().partition(|a| {
            a.stops
                .as_ref()
                .is_some_and(|stops| stops.over_ceiling.is_some())
        });
        said.extend(over.into_iter().map(|answer| stopped(s, first, answer)));
        if let Some(answer) = plain.first() {
            said.push(stopped_at_all(s, first, answer, &plain));
        }
    }
    said
}

/// What stops several levels of the first goal that no money reaches.
fn stopped_at_all(s: &Seek, goal: &Goal, answer: &Answer, all: &[&Answer]) -> String {
    let Some(stops) = &answer.stops else {
        return String::new();
    };
    let most = whatever_it_costs(s, goal, stops, 0);
    let when = all.iter().filter_map(|a| {
        let year = a.stops.as_ref()?.later?;
        Some(say! {
            en: format!("{} in {year}", at_least(goal.by, a.at_least)),
            vi: format!("mức {} vào năm {year}", at_least(goal.by, a.at_least)),
        })
    });
    let when: Vec<String> = when.collect();
    let late = match when.is_empty() {
        true => String::new(),
        false => say! {
            en: format!(
                " It comes too late: the same decisions reach {}.",
                and(&when)
            ),
            vi: format!(" Kết quả đến muộn: cùng các giải pháp đó đạt {}.", and(&when)),
        },
    };
    let failed = all.iter().map(|a| a.failed.len()).sum::<usize>();
    say! {
        en: format!(
            "What stops it: {most}{}{late}{}",
            at_ends(s, stops),
            failures(failed)
        ),
        vi: format!("Điểm nghẽn: {most}{}{late}{}", at_ends(s, stops), failures(failed)),
    }
}

/// Packages that reached a level in the search alone.
fn failures(many: usize) -> String {
    match many {
        0 => String::new(),
        n => {
            say! {
                en: format!(" {n} reached it in the search and failed on fresh futures, so none is named."),
                vi: format!(" {n} gói đạt mức này khi tìm kiếm nhưng không đạt trên các lượt mô phỏng mới, nên không nêu gói nào."),
            }
        }
    }
}

/// The cheapest package that reaches a level.
fn cheapest(s: &Seek, goal: &Goal, answer: &Answer) -> String {
    let at = answer.package.expect("there is one");
    let found = s.package(at).best();
    let over = match &found.over {
        Some(over) => say! {
            en: format!(
                "; chance of going over the ceiling: {}",
                number::chance(over)
            ),
            vi: format!("; xác suất vượt mức trần: {}", number::chance(over)),
        },
        None => String::new(),
    };
    let failed = match answer.failed.len() {
        0 => String::new(),
        1 => {
            say! {
                en: " One cheaper package reached it in the search and failed on fresh futures.".to_owned(),
                vi: " Một gói rẻ hơn đạt mức này khi tìm kiếm nhưng không đạt trên các lượt mô phỏng mới.".to_owned(),
            }
        }
        n => say! {
            en: format!(" {n} cheaper ones reached it in the search and failed on fresh futures."),
            vi: format!(" {n} gói rẻ hơn đạt mức này khi tìm kiếm nhưng không đạt trên các lượt mô phỏng mới."),
        },
    };
    say! {
        en: format!(
            "**{} is possible.** The cheapest package found: {}. It costs {} (95%: {}{over}). On {} futures the search has never seen it reaches: {}.{failed}",
            upper_first(&at_least(goal.by, answer.at_least)),
            package(s, &s.package(at).levels),
            cost(s, found),
            ends(found.cost),
            grouped(f64::from(found.futures)),
            reached(goal.by, found, 0)
        ),
        vi: format!("**Mức {} có thể đạt được.** Gói rẻ nhất tìm được: {}. Chi phí: {} (95%: {}{over}). Kết quả trên {} lượt mô phỏng chưa dùng khi tìm kiếm: {}.{failed}", at_least(goal.by, answer.at_least), package(s, &s.package(at).levels), cost(s, found), ends(found.cost), grouped(f64::from(found.futures)), reached(goal.by, found, 0)),
    }
}

fn ends(mean: Mean) -> String {
    say! {
        en: format!("{} to {}", grouped(mean.low), grouped(mean.high)),
        vi: format!("từ {} đến {}", grouped(mean.low), grouped(mean.high)),
    }
}

/// What stops a level of a goal.
pub fn stopped(s: &Seek, goal: &Goal, answer: &Answer) -> String {
    let level = at_least(goal.by, answer.at_least);
    let number = s
        .goals
        .iter()
        .position(|g| std::ptr::eq(g, goal))
        .unwrap_or(0);
    let Some(stops) = &answer.stops else {
        return String::new();
    };
    let failed = failures(answer.failed.len());
    if let Some(at) = stops.over_ceiling {
        let over = s.package(at);
        return say! {
            en: format!(
                "What stops {level} is the ceiling: {} would cost {}. It reaches: {}.{failed}",
                package(s, &over.levels),
                cost(s, over.best()),
                reached(goal.by, over.best(), number)
            ),
            vi: format!("Mức {level} vướng mức trần: {} tốn {}. Kết quả: {}.{failed}", package(s, &over.levels), cost(s, over.best()), reached(goal.by, over.best(), number)),
        };
    }
    let most = whatever_it_costs(s, goal, stops, number);
    let late = match stops.later {
        Some(year) => say! {
            en: format!(" It comes too late: the same decisions reach it in {year}."),
            vi: format!(" Kết quả đến muộn: cùng các giải pháp đó đạt mức này vào năm {year}."),
        },
        None => String::new(),
    };
    say! {
        en: format!(
            "What stops {level}: {most}{}{late}{failed}",
            at_ends(s, stops)
        ),
        vi: format!("Điểm nghẽn khi muốn đạt mức {level}: {most}{}{late}{failed}", at_ends(s, stops)),
    }
}

/// Whether more money would help.
fn whatever_it_costs(s: &Seek, goal: &Goal, stops: &Stops, number: usize) -> String {
    let most = s.package(stops.most);
    match s.ceiling {
        Some(_) if stops.most != goal.best => say! {
            en: format!(
                "whatever it costs, the most found is {} ({}). ",
                reached_in_short(goal.by, most.best(), number),
                cost(s, most.best())
            ),
            vi: format!("dù tốn bao nhiêu, mức cao nhất tìm được là {} ({}). ", reached_in_short(goal.by, most.best(), number), cost(s, most.best())),
        },
        Some(_) => say! {
            en: "not reached, though more money was tried. ".to_owned(),
            vi: "chưa đạt dù tăng kinh phí. ".to_owned(),
        },
        None => String::new(),
    }
}

/// Levers at their ends.
fn at_ends(s: &Seek, stops: &Stops) -> String {
    let ends: Vec<&str> = stops
        .at_ends
        .iter()
        .map(|l| s.levers[*l].policy.as_str())
        .collect();
    match (ends.len(), s.levers.len() - ends.len()) {
        (0, _) => say! {
            en: "No lever moves it enough.".to_owned(),
            vi: "Không biện pháp nào tác động đủ mạnh.".to_owned(),
        },
        (_, 0) => say! {
            en: "All levers are at their ends.".to_owned(),
            vi: "Mọi biện pháp đã ở mức tối đa.".to_owned(),
        },
        (1, _) => say! {
            en: format!(
                "{} is at its end, and more of the others does not help.",
                ends[0]
            ),
            vi: format!("{} đã ở mức tối đa, tăng các biện pháp khác không có tác dụng.", ends[0]),
        },
        _ => say! {
            en: format!(
                "{} are at their ends, and more of the others does not help.",
                and(&ends)
            ),
            vi: format!("{} đã ở mức tối đa, tăng các biện pháp khác không có tác dụng.", and(&ends)),
        },
    }
}

/// Heads of the table of answers.
pub const ANSWERS: [Said; 2] = [
    Said::new("If nothing is decided", "Không giải pháp nào"),
    Said::new("Best within the ceiling", "Tốt nhất trong mức trần"),
];
/// Head of the goals.
pub fn must_hold(s: &Seek) -> String {
    match one_year(s) {
        Some(year) => say! {
            en: format!("What must hold at the end of {year}"),
            vi: format!("Mục tiêu phải đạt vào cuối năm {year}"),
        },
        None => say!(en: "What must hold".to_owned(), vi: "Mục tiêu phải đạt".to_owned()),
    }
}
/// The same without a ceiling.
pub const BEST: Said = Said::new("Best", "Tốt nhất");

/// Head of a level.
pub fn cheapest_for(by: By, level: f64) -> String {
    say! {
        en: format!("Cheapest for {}", at_least(by, level)),
        vi: format!("Rẻ nhất cho mức {}", at_least(by, level)),
    }
}

/// The cell of an answer: its cost, its chance; or why there is none.
pub fn answer_in_a_cell(s: &Seek, number: usize, answer: &Answer) -> String {
    let by = s.goals[number].by;
    match (answer.package, &answer.stops) {
        (Some(at), _) => {
            let found = s.package(at).best();
            let reached = reached_in_short(by, found, number);
            format!("{} ({reached})", grouped(found.cost.value))
        }
        (None, Some(stops)) => match (stops.over_ceiling, stops.later) {
            (Some(at), _) => over_the_ceiling(s.package(at).best()),
            (None, Some(year)) => {
                say!(en: format!("none before {year}"), vi: format!("không có trước năm {year}"))
            }
            (None, None) => NONE.to_owned(),
        },
        (None, None) => NONE.to_owned(),
    }
}

fn over_the_ceiling(found: &Found) -> String {
    let cost = grouped(found.cost.value);
    say! {
        en: format!("none: over the ceiling, {cost}"),
        vi: format!("không có: vượt mức trần, {cost}"),
    }
}

/// No package.
pub const NONE: Said = Said::new("none", "không có");

/// Cost and measure in a cell.
pub fn best_in_a_cell(s: &Seek, number: usize, one: &Package) -> String {
    let found = one.best();
    // What cannot be left out may be over the ceiling alone.
    if s.ceiling.is_some_and(|c| one.searched.money.value > c) {
        return over_the_ceiling(found);
    }
    let reached = reached_in_short(s.goals[number].by, found, number);
    say! {
        en: format!("{reached} for {}", grouped(found.cost.value)),
        vi: format!("{reached} với {}", grouped(found.cost.value)),
    }
}

/// Sections of the page.
pub const POSSIBLE: Said = Said::new("Can it be reached?", "Có thể đạt được không?");
/// What more money buys.
pub const FRONTIER: Said = Said::new("What money buys", "Tăng kinh phí thì được gì");
/// Packages near the answer.
pub const NEAR: Said = Said::new("What else would do", "Các gói khác cũng đạt");
/// What the next money buys.
pub fn next_heading(currency: &Told) -> String {
    say!(en: format!("The next 1,000 {currency}"), vi: format!("1.000 {currency} tiếp theo"))
}
/// How it was done.
pub const HOW: Said = Said::new("How it was done", "Cách thực hiện");
/// The annex.
pub const ANNEX: Said = Said::new("Annex", "Phụ lục");
/// Every package told.
pub const PACKAGES: Said = Said::new("Packages", "Các gói giải pháp");
/// Every answer.
pub const ALL_ANSWERS: Said = Said::new("Every goal at every level", "Mọi mục tiêu ở từng mức");
/// Steps of the frontier that the first page tells.
const STEPS: usize = 5;

/// What is reached for how much.
pub fn reached_for(reached: &str, cost: &str) -> String {
    say! {
        en: format!("{reached} for {cost}"),
        vi: format!("{reached} với {cost}"),
    }
}

/// What more money buys for the first goal, step by step.
pub fn stairs(s: &Seek) -> String {
    let first = &s.goals[0];
    let all = &first.frontier;
    let told: Vec<usize> = match all.len() <= STEPS {
        true => all.clone(),
        false => (0..STEPS)
            .map(|k| all[k * (all.len() - 1) / (STEPS - 1)])
            .collect(),
    };
    let steps = told.iter().map(|at| {
        let found = &s.package(*at).searched;
        let reached = reached_in_short(first.by, found, 0);
        say! {
            en: format!("{} for {}", reached, grouped(found.cost.value)),
            vi: format!("{} với {}", reached, grouped(found.cost.value)),
        }
    });
    let steps: Vec<String> = steps.collect();
    match all.len() {
        0 | 1 => say! {
            en: "No package found does better than nothing.".to_owned(),
            vi: "Không tìm thấy gói nào tốt hơn so với không thực hiện giải pháp nào.".to_owned(),
        },
        _ => say! {
            en: format!(
                "For the first row, {}, on the futures of the search: {}. Between the steps nothing was found that does better.",
                s.currency,
                steps.join("; ")
            ),
            vi: format!("Với dòng thứ nhất, tính bằng {}, trên các lượt mô phỏng khi tìm kiếm: {}. Giữa các bậc không tìm thấy gói nào tốt hơn.", s.currency, steps.join("; ")),
        },
    }
}

/// What each lever is to packages near an answer: must-haves, never needed, free to choose.
pub fn needs(s: &Seek, answer: &Answer) -> Vec<String> {
    let of = |wanted: Need| -> Vec<&str> {
        let pairs = s.levers.iter().zip(&answer.needs);
        pairs
            .filter(|(_, need)| **need == wanted)
            .map(|(lever, _)| lever.policy.as_str())
            .collect()
    };
    let say = |what: &str, need: Need| {
        let named = of(need);
        (!named.is_empty()).then(|| format!("{what}: {}", named.join(", ")))
    };
    [
        say(
            say!(en: "In all of them (must-haves)", vi: "Có trong mọi gói (bắt buộc)"),
            Need::Must,
        ),
        say(
            say!(en: "In none (never needed)", vi: "Không có trong gói nào (không cần)"),
            Need::Never,
        ),
        say(
            say!(en: "In some (free to choose)", vi: "Có trong một số gói (tùy chọn)"),
            Need::Free,
        ),
        say(
            say!(en: "Not settled", vi: "Chưa xác định"),
            Need::Unsettled,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Before the packages near an answer.
pub fn near(s: &Seek, goal: &Goal, answer: &Answer) -> String {
    let level = at_least(goal.by, answer.at_least);
    match answer.near.len() {
        0 => String::new(),
        1 => say! {
            en: format!("For {level}, no other package found stands the check within 5% of the cost."),
            vi: format!("Với mức {level}, không gói nào khác tìm được còn đạt khi kiểm tra và có chi phí chênh không quá 5%."),
        },
        n => say! {
            en: format!(
                "For {level}, {n} packages within 5% of the cost of {} that differ most, each on fresh futures:",
                s.currency
            ),
            vi: format!("Với mức {level}, {n} gói khác nhau nhất có chi phí chênh không quá 5%, tính bằng {}, mỗi gói kiểm tra trên các lượt mô phỏng mới:", s.currency),
        },
    }
}

/// A package near an answer.
pub fn near_one(s: &Seek, at: usize) -> String {
    let one = s.package(at);
    let reached = reached_in_short(s.goals[0].by, one.best(), 0);
    format!(
        "{} ({reached}): {}",
        grouped(one.best().cost.value),
        package(s, &one.levels)
    )
}

/// Said where no package reaches the first goal.
pub const NO_NEAR: Said = Said::new(
    "No package reaches the first row, so none lies near an answer.",
    "Không gói nào đạt dòng thứ nhất, nên không có gói lân cận.",
);

/// Points of a chance, or targets.
fn gain(by: By, mean: Mean) -> String {
    match by {
        By::Number => say! {
            en: format!("{} targets", signed(mean.value, 2)),
            vi: format!("{} chỉ tiêu", signed(mean.value, 2)),
        },
        _ => say! {
            en: format!("{} points", signed(mean.value * 100.0, 1)),
            vi: format!("{} điểm phần trăm", signed(mean.value * 100.0, 1)),
        },
    }
}

fn signed(value: f64, places: usize) -> String {
    let text = decimal(value, places);
    let nothing = text.chars().all(|c| matches!(c, '0' | '.' | ','));
    match value > 0.0 && !nothing {
        true => format!("+{text}"),
        false => text,
    }
}

/// What a step more of each lever does: those that do something, then those at their ends, then those of
/// which nothing can be told.
pub fn next_steps(s: &Seek, goal: &Goal, answer: &Answer) -> Vec<String> {
    let (mut told, mut ended, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for (lever, next) in s.levers.iter().zip(&answer.next) {
        let Some(to) = next.level else {
            ended.push(lever.policy.as_str());
            continue;
        };
        if next.gain.low <= 0.0 && next.gain.high >= 0.0 {
            open.push(lever.policy.as_str());
            continue;
        }
        let over = match next.over {
            true => say!(en: ", over the ceiling", vi: ", vượt mức trần"),
            false => "",
        };
        let step = level(lever, usize::from(to));
        let all = gain(goal.by, next.gain);
        told.push(match next.per_thousand() {
            Some(rate) => say! {
                en: format!(
                    "{}: {} ({step}: {all} for {}{over})",
                    lever.policy,
                    gain(goal.by, rate),
                    change(next.cost.value)
                ),
                vi: format!("{}: {} ({step}: {all}, chi phí {}{over})", lever.policy, gain(goal.by, rate), change(next.cost.value)),
            },
            None => say! {
                en: format!(
                    "{}: {all} at no cost that could be told ({step}{over})",
                    lever.policy
                ),
                vi: format!("{}: {all}, không xác định được chi phí ({step}{over})", lever.policy),
            },
        });
    }
    if !ended.is_empty() {
        told.push(say! {
            en: format!("at its end: {}", ended.join(", ")),
            vi: format!("đã ở mức tối đa: {}", ended.join(", ")),
        });
    }
    if !open.is_empty() {
        told.push(say! {
            en: format!(
                "nothing that can be told from none: {}",
                open.join(", ")
            ),
            vi: format!("chưa thấy tác dụng rõ rệt: {}", open.join(", ")),
        });
    }
    told
}

/// Before the next steps: of which package.
pub fn next_of(s: &Seek, goal: &Goal, answer: &Answer) -> String {
    let rate = say! {
        en: format!("per 1,000 {} more", s.currency),
        vi: format!("cho mỗi 1.000 {} tăng thêm", s.currency),
    };
    match answer.package {
        Some(_) => say! {
            en: format!(
                "From the cheapest package for {}, what a step of one lever adds {rate}:",
                at_least(goal.by, answer.at_least)
            ),
            vi: format!("Từ gói rẻ nhất cho mức {}, kết quả khi tăng một bậc của từng biện pháp, tính {rate}:", at_least(goal.by, answer.at_least)),
        },
        None => say! {
            en: format!("From the best package, what a step of one lever adds {rate}:"),
            vi: format!("Từ gói tốt nhất, kết quả khi tăng một bậc của từng biện pháp, tính {rate}:"),
        },
    }
}

/// How the search went.
pub fn how(s: &Seek) -> Vec<String> {
    let e = &s.effort;
    let ranked = match e.enumerated {
        true => say! {
            en: format!("All {} packages were lived.", grouped(e.packages as f64)),
            vi: format!("Đã mô phỏng tất cả {} gói.", grouped(e.packages as f64)),
        },
        false => say! {
            en: format!(
                "Of {} packages {} were lived; the others were ranked by what each lever does alone in each future, corrected by those lived.",
                grouped(e.packages as f64),
                grouped(f64::from(e.lived))
            ),
            vi: format!("Trong {} gói, {} gói được mô phỏng; các gói khác được xếp hạng theo tác dụng riêng của từng biện pháp trong mỗi lượt mô phỏng, hiệu chỉnh theo các gói đã mô phỏng.", grouped(e.packages as f64), grouped(f64::from(e.lived))),
        },
    };
    vec![
        ranked,
        say! {
            en: format!(
                "A package was lived on {} to {} futures in the search, the same for all; {} futures in all.",
                grouped(f64::from(e.search.0)),
                grouped(f64::from(e.search.1)),
                grouped(e.futures as f64)
            ),
            vi: format!("Khi tìm kiếm, mỗi gói chạy từ {} đến {} lượt mô phỏng, giống nhau cho mọi gói; tổng cộng {} lượt.", grouped(f64::from(e.search.0)), grouped(f64::from(e.search.1)), grouped(e.futures as f64)),
        },
        say! {
            en: format!(
                "What is named was lived on {} other futures (those after the first {} of seed {}). Only what reaches its level there is named, and its chance is the one found there: the luck by which the best of many looks better than it is stays behind.",
                grouped(f64::from(e.fresh)),
                grouped(f64::from(e.search.1)),
                s.seed
            ),
            vi: format!("Các gói được nêu đã chạy trên {} lượt mô phỏng khác (sau {} lượt đầu của hạt giống {}). Chỉ nêu gói đạt mức yêu cầu trên các lượt mới này, với khả năng tính trên các lượt đó: nhờ vậy loại bỏ phần ngẫu nhiên làm gói tốt nhất trong nhiều gói trông tốt hơn thực tế.", grouped(f64::from(e.fresh)), grouped(f64::from(e.search.1)), s.seed),
        },
        say! {
            en: "Intervals are those of sampling alone (95%); what is not known about the world is in the report of a run.".to_owned(),
            vi: "Khoảng tin cậy 95% chỉ tính sai số mô phỏng; những điều chưa biết về thực tế được nêu trong báo cáo của lần chạy.".to_owned(),
        },
        say! {
            en: "A search of this kind can miss a cheaper package where levers help or hinder one another far from all that was lived; the guide (`deciding`) says when.".to_owned(),
            vi: "Cách tìm này có thể bỏ sót gói rẻ hơn khi các biện pháp hỗ trợ hoặc cản trở nhau ở xa những gói đã mô phỏng; hướng dẫn (`deciding`) nêu rõ các trường hợp.".to_owned(),
        },
        say! {
            en: "Official counts are no goals: signing plan beds costs nothing in this model. Beds are built or operating ones, doctors are people.".to_owned(),
            vi: "Số liệu thống kê chính thức không được dùng làm mục tiêu: giao thêm giường kế hoạch không tốn chi phí trong mô hình này. Giường tính là giường thực kê hoặc giường đủ nhân lực vận hành; bác sĩ tính theo người.".to_owned(),
        },
        money_is(s),
    ]
}

/// The answer of a goal in the terminal.
pub fn in_terminal(s: &Seek, number: usize) -> Vec<String> {
    let goal = &s.goals[number];
    let mut lines = vec![format!("  {}", self::goal(s, goal))];
    for answer in &goal.answers {
        let level = at_least(goal.by, answer.at_least);
        let said = match answer.package {
            Some(at) => {
                let one = s.package(at);
                say! {
                    en: format!(
                        "{} for {}; {}",
                        package(s, &one.levels),
                        cost(s, one.best()),
                        reached(goal.by, one.best(), number)
                    ),
                    vi: format!("{}, chi phí {}; {}", package(s, &one.levels), cost(s, one.best()), reached(goal.by, one.best(), number)),
                }
            }
            None => say! {
                en: format!("none found. {}", stopped(s, goal, answer)),
                vi: format!("không tìm thấy. {}", stopped(s, goal, answer)),
            },
        };
        lines.push(say! {
            en: format!("    at least {level}: {said}"),
            vi: format!("    tối thiểu {level}: {said}"),
        });
    }
    let best = s.package(goal.best);
    lines.push(say! {
        en: format!(
            "    the most: {} for {}; {}",
            package(s, &best.levels),
            cost(s, best.best()),
            reached(goal.by, best.best(), number)
        ),
        vi: format!("    mức cao nhất: {}, chi phí {}; {}", package(s, &best.levels), cost(s, best.best()), reached(goal.by, best.best(), number)),
    });
    lines
}

/// How a search went, in the terminal.
pub fn went(s: &Seek, seconds: f64, files: usize, page: &str) -> String {
    let written = super::command::written(files, page);
    say! {
        en: format!(
            "{}: {} of {} packages lived, {} futures in {}\n{written}",
            s.scenario,
            grouped(f64::from(s.effort.lived)),
            grouped(s.effort.packages as f64),
            grouped(s.effort.futures as f64),
            super::command::duration(seconds)
        ),
        vi: format!("{}: mô phỏng {} trong {} gói, {} lượt mô phỏng trong {}\n{written}", s.scenario, grouped(f64::from(s.effort.lived)), grouped(s.effort.packages as f64), grouped(s.effort.futures as f64), super::command::duration(seconds)),
    }
}

/// Said before the first package is lived.
pub fn setting_out(name: &str, levers: usize, packages: usize) -> String {
    say! {
        en: format!(
            "{name}: {levers} levers, {} packages",
            grouped(packages as f64)
        ),
        vi: format!("{name}: {levers} biện pháp, {} gói", grouped(packages as f64)),
    }
}

/// What a lever is to packages near an answer, in a cell.
pub fn need(need: Need) -> &'static str {
    match need {
        Need::Must => say!(en: "must-have", vi: "bắt buộc"),
        Need::Never => say!(en: "never needed", vi: "không cần"),
        Need::Free => say!(en: "free to choose", vi: "tùy chọn"),
        Need::Unsettled => say!(en: "not settled", vi: "chưa xác định"),
    }
}

/// Title of the picture of the frontier.
pub fn frontier_title(s: &Seek, number: usize) -> String {
    let goal = &s.goals[number];
    let best = s.package(goal.best);
    let nothing = reached_in_short(goal.by, &s.package(0).searched, number);
    let most = reached_in_short(goal.by, &best.searched, number);
    match goal.frontier.len() < 2 {
        true => say! {
            en: "No package found does better than nothing".to_owned(),
            vi: "Không tìm thấy gói nào tốt hơn so với không thực hiện giải pháp nào".to_owned(),
        },
        false => say! {
            en: format!(
                "From {nothing} with nothing decided to {most} for {} {}",
                grouped(best.searched.cost.value),
                s.currency
            ),
            vi: format!("Từ {nothing} khi không thực hiện giải pháp nào lên {most} với {} {}", grouped(best.searched.cost.value), s.currency),
        },
    }
}

/// Axis of money.
pub fn frontier_axis(s: &Seek) -> String {
    format!("{}, {}", upper_first(&money(s)), s.currency)
}

/// Note of the frontier.
pub const FRONTIER_NOTE: Said = Said::new(
    "Each step is the cheapest package found for its chance; between the steps nothing was found that does better. On the futures of the search, which flatter a little; packages that were checked on others are filled. Bars: 95% of sampling.",
    "Mỗi bậc là gói rẻ nhất tìm được cho khả năng đó; giữa các bậc không tìm thấy gói nào tốt hơn. Tính trên các lượt mô phỏng khi tìm kiếm nên hơi lạc quan; các gói đã kiểm tra trên lượt mới được tô đặc. Vạch: khoảng tin cậy 95% của mô phỏng.",
);
/// The ceiling, at its line.
pub const CEILING: Said = Said::new("ceiling", "mức trần");

/// Title of the picture of levers.
pub fn levers_title(s: &Seek) -> String {
    let first = &s.goals[0];
    match first.answers.iter().find(|a| a.package.is_some()) {
        Some(answer) => {
            let level = at_least(first.by, answer.at_least);
            let must = answer.needs.iter().filter(|n| **n == Need::Must).count();
            match must {
                0 => say! {
                    en: format!("For {level} nothing is a must-have"),
                    vi: format!("Để đạt mức {level}, không biện pháp nào là bắt buộc"),
                },
                1 => say! {
                    en: format!("For {level} one lever is a must-have"),
                    vi: format!("Để đạt mức {level}, một biện pháp là bắt buộc"),
                },
                n => say! {
                    en: format!("For {level} {n} levers are must-haves"),
                    vi: format!("Để đạt mức {level}, {n} biện pháp là bắt buộc"),
                },
            }
        }
        None => say! {
            en: "What the packages on the way to the most decide".to_owned(),
            vi: "Các gói trên đường đến mức cao nhất gồm những gì".to_owned(),
        },
    }
}

/// Note of the picture of levers.
pub const LEVERS_NOTE: Said = Said::new(
    "A row is a package, a column a lever: the darker, the more of what is written; white: left out.",
    "Mỗi hàng là một gói, mỗi cột là một biện pháp: càng đậm thì thực hiện càng nhiều so với mức đã ghi; trắng: không thực hiện.",
);
/// Source line of a picture.
pub fn footer(s: &Seek) -> String {
    say! {
        en: format!(
            "Source: carecast, search of {}, seed {}, {} packages lived, {} fresh futures",
            s.scenario,
            s.seed,
            grouped(f64::from(s.effort.lived)),
            grouped(f64::from(s.effort.fresh))
        ),
        vi: format!("Nguồn: carecast, tìm gói giải pháp cho {}, hạt giống {}, {} gói đã mô phỏng, {} lượt mô phỏng mới", s.scenario, s.seed, grouped(f64::from(s.effort.lived)), grouped(f64::from(s.effort.fresh))),
    }
}

/// What the tables hold.
pub const ABOUT_ANSWERS: Said = Said::new(
    "each goal at each of its levels: whether a package reaches it on fresh futures, which, at what cost and with what chance, and what stops it if none does",
    "từng mục tiêu ở từng mức: có gói nào đạt trên các lượt mô phỏng mới không, gói nào, chi phí và khả năng ra sao, và điểm nghẽn nếu không có gói nào",
);
/// Likewise.
pub const ABOUT_PACKAGES: Said = Said::new(
    "every package that is told of: the level of each lever, what it costs by payer, how often it is over the ceiling, and the chance of each target and goal in the search and on fresh futures",
    "mọi gói được nêu: mức của từng biện pháp, chi phí theo nguồn chi trả, tần suất vượt mức trần, và khả năng đạt từng chỉ tiêu, mục tiêu khi tìm kiếm và trên các lượt mô phỏng mới",
);
/// Likewise.
pub const ABOUT_FRONTIER: Said = Said::new(
    "for each goal the packages that no other found beats in cost and chance both",
    "với từng mục tiêu: các gói mà không gói nào khác tìm được vừa rẻ hơn vừa có khả năng đạt cao hơn",
);
/// Likewise.
pub const ABOUT_LEVERS: Said = Said::new(
    "for each goal and level: what each lever is to the packages near the answer, and what a step more of it costs and adds, in all and per 1,000 of the currency",
    "với từng mục tiêu và mức: vai trò của từng biện pháp trong các gói lân cận kết quả, chi phí và tác dụng khi tăng thêm một bậc, tính chung và cho mỗi 1.000 đơn vị tiền",
);
