//! What is said of when decisions must be taken.

use super::hindcast::and;
use super::number::{self, grouped};
use super::report::{self, upper_first};
use super::tasks::named;
use crate::results::comparison::{Mean, Paired, Question, Verdict};
use crate::results::timing::{AskedTarget, Decision, Enough, LastStart, Timing};
use crate::said::{Said, say};
use crate::units::Year;

/// Said where this ends before its results were written.
pub const NOTHING_WRITTEN: Said = Said::new(
    "Nothing was written; what was there before is as it was.",
    "Chưa ghi gì; những gì có từ trước vẫn giữ nguyên.",
);

/// Title of the page.
pub fn page_title(title: &str) -> String {
    say! {
        en: format!("{title}: when each decision must be taken"),
        vi: format!("{title}: thời hạn quyết định từng giải pháp"),
    }
}

/// Said of so few futures that years cannot be told apart.
pub fn few(futures: usize) -> String {
    say! {
        en: match futures {
            1 => "1 future tells no difference between years from luck: ask for 200 or more.".to_owned(),
            n => format!("{n} futures hardly tell a difference between years from luck: ask for 200 or more."),
        },
        vi: format!("{futures} lượt mô phỏng chưa đủ để phân biệt khác biệt giữa các năm với ngẫu nhiên: yêu cầu ít nhất 200 lượt."),
    }
}

/// Said before anything is lived.
pub fn setting_out(name: &str, decisions: usize, futures: u32) -> String {
    let decisions = match decisions {
        1 => say!(en: "1 decision".to_owned(), vi: "1 giải pháp".to_owned()),
        n => say!(en: format!("{n} decisions"), vi: format!("{n} giải pháp")),
    };
    say! {
        en: format!(
            "{name}: {decisions}, left out and started later, {} futures each",
            grouped(f64::from(futures))
        ),
        vi: format!("{name}: {decisions}, thử không thực hiện và bắt đầu muộn hơn, mỗi trường hợp {} lượt mô phỏng", grouped(f64::from(futures))),
    }
}

/// A scenario without policies.
pub fn nothing_decided(name: &str) -> String {
    say! {
        en: format!(
            "{name} decides nothing: it has no policies whose start could be moved. Ask of a scenario with policies (`carecast list scenarios`)."
        ),
        vi: format!("{name} không có giải pháp nào để dời năm bắt đầu. Hãy dùng kịch bản có giải pháp (`carecast list scenarios`)."),
    }
}

/// A scenario whose targets are all due after its years, or before them.
pub fn nothing_asked(name: &str) -> String {
    say! {
        en: format!(
            "{name} asks no target that is due in its years, so waiting has nothing to cost. Write `targets` into it, or years that reach one."
        ),
        vi: format!("{name} không đặt chỉ tiêu nào đến hạn trong các năm mô phỏng, nên chậm trễ không mất gì. Hãy viết thêm `targets`, hoặc kéo dài các năm đến hạn của một chỉ tiêu."),
    }
}

/// What a target asks, beginning small.
pub fn claim(asked: &AskedTarget) -> String {
    let q = &asked.question;
    let bound = (
        q.better.unwrap_or(crate::base::Direction::AtLeast),
        q.threshold.unwrap_or_default(),
        q.form,
    );
    let claim = report::claim(&q.indicator, &q.title, q.unit, bound, q.year);
    match &asked.place {
        None => claim,
        Some(place) => format!("{claim} ({place})"),
    }
}

/// Points of a chance: `12 points`.
fn points(share: f64) -> String {
    report::points(share * 100.0)
}

/// The verdict, in two sentences.
pub fn verdict(t: &Timing) -> Vec<String> {
    let all = &t.decisions;
    let idle = all
        .iter()
        .filter(|d| d.without.is_some() && d.serves().is_empty() && d.start <= t.to);
    let idle = idle.count();
    let now: Vec<&str> = all
        .iter()
        .filter(|d| d.cannot_wait())
        .map(|d| d.id.as_str())
        .collect();
    let waits = match now.len() {
        0 => say! {
            en: "none clearly costs a chance that is asked if it starts a year later".to_owned(),
            vi: "không giải pháp nào làm giảm rõ rệt khả năng đạt một chỉ tiêu được xét nếu bắt đầu chậm một năm".to_owned(),
        },
        1 => say! {
            en: format!(
                "1 clearly costs a chance that is asked if it starts a year later: `{}`",
                now[0]
            ),
            vi: format!("có 1 giải pháp làm giảm rõ rệt khả năng đạt một chỉ tiêu được xét nếu bắt đầu chậm một năm: `{}`", now[0]),
        },
        n => {
            let marked: Vec<String> = now.iter().map(|id| format!("`{id}`")).collect();
            say! {
                en: format!(
                    "{n} clearly cost a chance that is asked if they start a year later: {}",
                    named(&marked)
                ),
                vi: format!("có {n} giải pháp làm giảm rõ rệt khả năng đạt một chỉ tiêu được xét nếu bắt đầu chậm một năm: {}", named(&marked)),
            }
        }
    };
    let many = match all.len() {
        1 => say! {
            en: "Of the one decision of this plan".to_owned(),
            vi: "Trong 1 giải pháp của kế hoạch".to_owned(),
        },
        n => say! {
            en: format!("Of the {n} decisions of this plan"),
            vi: format!("Trong {n} giải pháp của kế hoạch"),
        },
    };
    let mut said = vec![format!("{many}, {waits}.")];
    if idle > 0 {
        said.push(match idle {
            1 => say! {
                en: "Leaving out 1 of them clearly changes none of the chances asked: what it is for is not asked, or others do it too.".to_owned(),
                vi: "Không thực hiện 1 giải pháp không làm thay đổi rõ rệt khả năng đạt chỉ tiêu nào được xét: điều mà giải pháp đó phục vụ không được xét, hoặc giải pháp khác cũng làm được.".to_owned(),
            },
            n => say! {
                en: format!("Leaving out any one of {n} clearly changes none of the chances asked: what they are for is not asked, or others do it too."),
                vi: format!("Không thực hiện riêng từng giải pháp trong {n} giải pháp không làm thay đổi rõ rệt khả năng đạt chỉ tiêu nào được xét: điều mà các giải pháp đó phục vụ không được xét, hoặc giải pháp khác cũng làm được."),
            },
        });
    }
    if let Some((decision, target, loss)) = dearest(t) {
        said.push(say! {
            en: format!(
                "Waiting a year costs most with `{}`: {} of the chance of {}.",
                decision.id,
                points(loss),
                claim(&t.asked[target])
            ),
            vi: format!("Chậm một năm thiệt hại nhiều nhất ở `{}`: mất {} của khả năng đạt {}.", decision.id, points(loss), claim(&t.asked[target])),
        });
    }
    said
}

/// The decision of which a year's wait clearly costs most, the target, and how much of its chance.
pub fn dearest(t: &Timing) -> Option<(&Decision, usize, f64)> {
    let of = |d: &'_ Decision| {
        let next = d.later.first()?;
        let lost = next.shift.chances.iter().enumerate();
        let lost = lost.filter(|(_, (_, p))| p.verdict == Verdict::Worse);
        lost.map(|(target, (_, p))| (target, -p.mean))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    };
    let all = t
        .decisions
        .iter()
        .filter_map(|d| of(d).map(|(at, loss)| (d, at, loss)));
    all.fold(
        None,
        |best: Option<(&Decision, usize, f64)>, one| match best {
            Some(held) if held.2 >= one.2 => Some(held),
            _ => Some(one),
        },
    )
}

/// Heading of the first table.
pub const DECIDE: Said = Said::new(
    "What must be decided, and by when",
    "Giải pháp cần quyết định và thời hạn",
);
/// What the first table is.
pub fn decide_lead(t: &Timing) -> String {
    say! {
        en: format!(
            "For each decision, the target to which it gives most: the points of chance that would be missing without it, and the last year of \
             start that still gives all of them, half of them or any. Starts are tried to {}, each alone, the rest of the plan as it stands.",
            t.to
        ),
        vi: format!("Với mỗi giải pháp: chỉ tiêu được lợi nhiều nhất, số điểm phần trăm của khả năng đạt sẽ mất nếu không thực hiện, và năm bắt đầu muộn nhất mà vẫn giữ được toàn bộ, một nửa hoặc một phần số đó. Năm bắt đầu được thử đến năm {}, mỗi lần một giải pháp, phần còn lại của kế hoạch giữ nguyên.", t.to),
    }
}
/// Its columns.
pub const DECIDE_COLUMNS: [Said; 7] = [
    Said::new("Decision", "Giải pháp"),
    Said::new("Gives most to", "Có lợi nhất cho"),
    Said::new("Points it gives", "Số điểm % đem lại"),
    Said::new("Starts", "Bắt đầu"),
    Said::new(
        "Last start for all / half / any of it",
        "Bắt đầu muộn nhất để giữ toàn bộ / một nửa / một phần",
    ),
    Said::new("A year's wait", "Chậm một năm"),
    Said::new("Money saved without it", "Tiết kiệm nếu không thực hiện"),
];

/// The last years of start.
pub fn last_starts(last: LastStart, to: Year) -> String {
    let told = |year: Option<Year>| match year {
        None => say!(en: "none".to_owned(), vi: "không có".to_owned()),
        Some(year) if year >= to => {
            say!(en: format!("{year} or later"), vi: format!("{year} hoặc muộn hơn"))
        }
        Some(year) => year.to_string(),
    };
    [last.all, last.half, last.any].map(told).join(" / ")
}

/// What stands in place of years where a decision gives nothing clear.
pub const NOTHING_CLEAR: Said = Said::new(
    "nothing clear to any target asked",
    "không có lợi rõ rệt cho chỉ tiêu nào được xét",
);
/// The same, with what it does to the value it exists for.
pub fn nothing_clear_but(lead: &str) -> String {
    format!("{NOTHING_CLEAR}; {lead}")
}
/// The value that a decision exists for, and what it adds to it, with its unit.
pub fn adds(lead: &Question, without: &Paired, currency: &str) -> Option<String> {
    if !without.verdict.is_clear() {
        return None;
    }
    let scale = super::compare::scale(lead.kind, lead.unit);
    let gives = super::compare::change(less(without), scale);
    let title = report::lower_first(&lead.title);
    let unit = unit(lead, " ", currency);
    Some(say! {
        en: format!("{title} in {}: {}{unit}", lead.year, gives.value),
        vi: format!("{title} năm {}: {}{unit}", lead.year, gives.value),
    })
}
/// The unit of a change of a value behind some opening; nothing where it has none.
fn unit(lead: &Question, opening: &str, currency: &str) -> String {
    match super::compare::unit_of_difference(lead.kind, lead.unit, currency).as_str() {
        "" => String::new(),
        unit => [opening, unit].concat(),
    }
}
/// The value a decision exists for, with its year, as a row of what waiting costs.
pub fn lead(lead: &Question, currency: &str) -> String {
    say! {
        en: format!(
            "{} in {}{}",
            lead.title,
            lead.year,
            unit(lead, ", ", currency)
        ),
        vi: format!("{} năm {}{}", lead.title, lead.year, unit(lead, ", ", currency)),
    }
}
/// How that value changes, with its interval.
pub fn lead_changes(lead: &Question, d: &Paired) -> String {
    match d.verdict.is_clear() {
        true => super::compare::difference(lead, d).with_interval(),
        false => super::compare::verdict_short(d.verdict).to_owned(),
    }
}
/// What is given, where this is what is lost without it.
fn less(d: &Paired) -> Mean {
    Mean {
        value: -d.mean,
        low: -d.high,
        high: -d.low,
    }
}
/// Points of chance that a decision gives, by what is lost without it.
pub fn given(without: &Paired) -> String {
    super::compare::change(less(without), 100.0).with_interval()
}
/// What stands where it starts after the last target counted.
pub fn after(to: Year) -> String {
    say! {
        en: format!("nothing counted here: it starts after {to}"),
        vi: format!("không tính ở đây: bắt đầu sau năm {to}"),
    }
}
/// What stands where others cannot do without it.
pub const NEEDED: Said = Said::new(
    "the rest of the plan cannot be lived without it",
    "phần còn lại của kế hoạch không thực hiện được nếu thiếu giải pháp này",
);

/// A change of a chance, in points with its interval.
pub fn change(d: &Paired) -> String {
    match d.verdict {
        Verdict::Better | Verdict::Worse => {
            let mean = Mean {
                value: d.mean,
                low: d.low,
                high: d.high,
            };
            super::compare::change(mean, 100.0).with_interval()
        }
        other => super::compare::verdict_short(other).to_owned(),
    }
}

/// What is saved by leaving out or waiting: money with its interval.
pub fn saved(money: Mean) -> String {
    let less = Mean {
        value: -money.value,
        low: -money.high,
        high: -money.low,
    };
    grouped(less.value)
}

/// Heading of the second table.
pub const ENOUGH: Said = Said::new("To what year the plan is enough", "Kế hoạch đủ đến năm nào");
/// What the second table is.
pub fn enough_lead(t: &Timing) -> String {
    say! {
        en: format!(
            "The plan is enough for a target in a year where the chance that it holds at that year's end is at least one half; the tipping year \
             is the first from which it is not any more, to the end of {}.",
            t.years.1
        ),
        vi: format!("Kế hoạch được coi là đủ cho một chỉ tiêu ở một năm khi khả năng đạt vào cuối năm đó ít nhất là một nửa; năm không còn đủ là năm đầu tiên mà từ đó kế hoạch không còn đủ nữa, tính đến cuối năm {}.", t.years.1),
    }
}
/// Its columns.
pub const ENOUGH_COLUMNS: [Said; 4] = [
    Said::new("Target", "Chỉ tiêu"),
    Said::new("Chance in its year", "Khả năng đạt đúng năm"),
    Said::new("Enough", "Đủ"),
    Said::new("Tipping year", "Năm không còn đủ"),
];

/// From when to when.
pub fn enough(enough: Enough, last: Year) -> [String; 2] {
    match enough {
        Enough::Never => [
            say!(en: "in no year".to_owned(), vi: "không năm nào".to_owned()),
            say!(en: "it is never enough".to_owned(), vi: "không bao giờ đủ".to_owned()),
        ],
        Enough::From(first) => [
            say!(en: format!("from {first} on"), vi: format!("từ năm {first}")),
            say!(en: format!("none to {last}"), vi: format!("đến năm {last} chưa có")),
        ],
        Enough::Until(first, tips) => [
            say! {
                en: format!("from {first} to {}", tips.0 - 1),
                vi: format!("từ năm {first} đến năm {}", tips.0 - 1),
            },
            tips.to_string(),
        ],
    }
}

/// How sure the chance of a target is.
pub fn sure(asked: &AskedTarget) -> String {
    report::sure(Some(asked.chance.word()), &asked.chance)
}

/// Heading of what waiting costs.
pub const WAITING: Said = Said::new("The price of waiting", "Thiệt hại do chậm trễ");
/// What stands there.
pub fn waiting_lead(t: &Timing) -> String {
    say! {
        en: format!(
            "Points of chance lost or won against the plan where a decision starts later, or never (95% intervals from the {} matched futures), \
             and what is saved of {} to {} in {}, in the mean. Only targets that the decision clearly serves are listed, and the value it exists for.",
            grouped(f64::from(t.replicates.len() as u32)),
            super::public::whose(&t.public.counted),
            t.public.counted.to,
            t.currency,
        ),
        vi: format!("Số điểm phần trăm của khả năng đạt giảm hoặc tăng so với kế hoạch khi một giải pháp bắt đầu muộn hơn hoặc không thực hiện (khoảng tin cậy 95% từ {} lượt mô phỏng ghép cặp), và phần tiết kiệm được của {} đến năm {}, tính bằng {}, bình quân. Chỉ liệt kê các chỉ tiêu được giải pháp phục vụ rõ rệt và chỉ số mà giải pháp hướng tới.", grouped(f64::from(t.replicates.len() as u32)), super::public::whose(&t.public.counted), t.public.counted.to, t.currency),
    }
}
/// First column of the price of waiting.
pub const TARGET: Said = Said::new("Target", "Chỉ tiêu");
/// Its last row.
pub const SAVED: Said = Said::new("money saved", "tiết kiệm được");
/// Its last column.
pub const LEFT_OUT: Said = Said::new("left out", "không thực hiện");
/// A start.
pub fn starts_in(year: Year) -> String {
    say!(en: format!("starts {year}"), vi: format!("từ năm {year}"))
}

/// Heading of one decision.
pub fn decision(d: &Decision) -> String {
    let responsible = d.responsible.as_ref();
    let responsible = responsible.map_or(String::new(), |who| {
        format!(", {}", super::data::spoken(who))
    });
    let starts = match d.opens {
        true => say!(en: "opens", vi: "đưa vào hoạt động"),
        false => say!(en: "starts", vi: "bắt đầu"),
    };
    say! {
        en: format!("{} ({}; {starts} {}{responsible})", d.id, d.kind, d.start),
        vi: format!("{} ({}; {starts} năm {}{responsible})", d.id, d.kind, d.start),
    }
}

/// A product that comes after the targets.
pub fn too_late(d: &Decision, to: Year) -> Option<String> {
    match d.product {
        Some(year) if year > to => Some(say! {
            en: format!(
                "`{}`: its product is there in {year} in the middle future, after the last target counted here ({to}).",
                d.id
            ),
            vi: format!("`{}`: sản phẩm có vào năm {year} theo trung vị, sau chỉ tiêu cuối cùng tính ở đây (năm {to}).", d.id),
        }),
        None if d.is_money => Some(say! {
            en: format!(
                "`{}`: in half of the futures or more nine tenths of its money are never spent.",
                d.id
            ),
            vi: format!("`{}`: trong ít nhất một nửa số lượt mô phỏng, kinh phí không bao giờ giải ngân đến chín phần mười.", d.id),
        }),
        None => Some(say! {
            en: format!(
                "`{}`: in half of the futures or more its product is in none of the years lived.",
                d.id
            ),
            vi: format!("`{}`: trong ít nhất một nửa số lượt mô phỏng, sản phẩm không có trong năm nào được mô phỏng.", d.id),
        }),
        _ => None,
    }
}
/// Heading of products that come too late.
pub const TOO_LATE: Said = Said::new(
    "Products that come after the targets",
    "Sản phẩm có sau thời hạn của chỉ tiêu",
);

/// Heading of how it was done.
pub const HOW: Said = Said::new("How it was done", "Cách thực hiện");

/// How it was done.
pub fn how(t: &Timing) -> Vec<String> {
    vec![
        say! {
            en: format!(
                "Each variant of the plan lives the same {} futures (seed {}): two differ only by the one decision that is left out or moved. \
                 Intervals are those of sampling (95%); what is not known about the world is in the report of a run.",
                grouped(f64::from(t.replicates.len() as u32)),
                t.seed
            ),
            vi: format!("Mỗi biến thể của kế hoạch chạy trên cùng {} lượt mô phỏng (hạt giống {}): hai biến thể chỉ khác nhau ở một giải pháp không thực hiện hoặc dời năm bắt đầu. Khoảng tin cậy 95% chỉ tính sai số mô phỏng; những điều chưa biết về thực tế được nêu trong báo cáo của lần chạy.", grouped(f64::from(t.replicates.len() as u32)), t.seed),
        },
        say! {
            en: "A decision that starts later keeps its last year, its yearly amounts and whoever pays; one that opens a site opens later.".to_owned(),
            vi: "Giải pháp bắt đầu muộn hơn giữ nguyên năm cuối, mức vốn mỗi năm và nguồn kinh phí; giải pháp mở cơ sở mới thì đưa vào hoạt động muộn hơn.".to_owned(),
        },
        say! {
            en: "A start counts as giving all where its loss is not clear, half where it loses at most half of the points, any where more is left than the smallest difference that matters. Only a row of years without a gap counts.".to_owned(),
            vi: "Một năm bắt đầu được coi là giữ toàn bộ khi mức giảm không rõ rệt, giữ một nửa khi mất nhiều nhất một nửa số điểm, giữ một phần khi phần còn lại lớn hơn chênh lệch nhỏ nhất có ý nghĩa. Chỉ tính các năm liền nhau.".to_owned(),
        },
        say! {
            en: "Where leaving a decision out clearly changes neither a chance asked nor the value it exists for, its start is not moved: there is nothing to lose by waiting, as far as these can tell.".to_owned(),
            vi: "Khi không thực hiện một giải pháp mà không làm thay đổi rõ rệt khả năng đạt chỉ tiêu nào được xét cũng như chỉ số mà giải pháp hướng tới, năm bắt đầu không được dời: theo các kết quả này, chậm trễ không mất gì.".to_owned(),
        },
        say! {
            en: "Decisions are moved one at a time. Two that stand in for one another can each look needless; leave out both to see (`carecast compare`).".to_owned(),
            vi: "Mỗi lần chỉ dời một giải pháp. Hai giải pháp thay thế được nhau có thể trông như đều không cần; hãy bỏ cả hai để kiểm tra (`carecast compare`).".to_owned(),
        },
    ]
}

/// Heading of the files.
pub const FILES: Said = Said::new("Files", "Các tệp kèm theo");

/// The workbook and what else lies there.
pub const FILES_LIST: [Said; 3] = [
    Said::new(
        "`timing.json`: all of the above, for programs",
        "`timing.json`: toàn bộ kết quả trên, cho chương trình khác đọc",
    ),
    Said::new(
        "`charts/`: pictures as SVG, each with the figures it shows as CSV",
        "`charts/`: hình dạng SVG, mỗi hình kèm số liệu dạng CSV",
    ),
    Said::new(
        "`scenario.resolved.ron`, `manifest.json`: the plan as it was lived, and what left these files",
        "`scenario.resolved.ron`, `manifest.json`: kế hoạch đúng như đã chạy, và thông tin về lần tạo các tệp này",
    ),
];

/// What one row of a table is.
pub(crate) mod tables {
    use crate::said::Said;

    pub(crate) const LAST_STARTS: Said = Said::new(
        "each decision and target: what it gives, and the last years of start",
        "từng giải pháp và chỉ tiêu: mức đem lại và các năm bắt đầu muộn nhất",
    );
    pub(crate) const WAITING: Said = Said::new(
        "each decision, start and target: the chance, its difference from the plan, the money",
        "từng giải pháp, năm bắt đầu và chỉ tiêu: khả năng đạt, chênh lệch so với kế hoạch, kinh phí",
    );
    pub(crate) const ENOUGH: Said = Said::new(
        "each target at each year-end under the plan, and the tipping year",
        "từng chỉ tiêu vào cuối mỗi năm theo kế hoạch, và năm không còn đủ",
    );
}

/// How it went.
pub fn went(
    name: &str,
    variants: usize,
    t: &Timing,
    seconds: f64,
    files: usize,
    page: &str,
) -> String {
    let written = super::command::written(files, page);
    say! {
        en: format!(
            "{name}: {variants} variants of the plan, {} futures each, in {}\n{written}",
            grouped(f64::from(t.replicates.len() as u32)),
            super::command::duration(seconds)
        ),
        vi: format!("{name}: {variants} biến thể của kế hoạch, mỗi biến thể {} lượt mô phỏng, trong {}\n{written}", grouped(f64::from(t.replicates.len() as u32)), super::command::duration(seconds)),
    }
}

/// Title of the picture: what waiting costs most.
pub fn picture_title(t: &Timing) -> String {
    match dearest(t) {
        None => say! {
            en: "No decision clearly loses a chance asked by waiting one year".to_owned(),
            vi: "Không giải pháp nào làm giảm rõ rệt khả năng đạt chỉ tiêu khi chậm một năm".to_owned(),
        },
        Some((d, _, loss)) => say! {
            en: format!("Waiting a year costs most with {}: {}", d.id, points(loss)),
            vi: format!("Chậm một năm thiệt hại nhiều nhất ở {}: {}", d.id, points(loss)),
        },
    }
}
/// What the picture shows.
pub fn picture_subtitle(t: &Timing) -> String {
    let targets = and(&served(t)
        .iter()
        .map(|at| claim(&t.asked[*at]))
        .collect::<Vec<_>>());
    match served(t).len() {
        1..=2 => say! {
            en: format!("Points of chance that remain of what a decision gives, by its year of start. {}.", upper_first(&targets)),
            vi: format!("Số điểm phần trăm còn giữ được trong phần mà giải pháp đem lại, theo năm bắt đầu. {}.", upper_first(&targets)),
        },
        _ => say! {
            en: "Points of chance that remain of what a decision gives to the target it serves most, by its year of start".to_owned(),
            vi: "Số điểm phần trăm còn giữ được trong phần mà giải pháp đem lại cho chỉ tiêu được lợi nhiều nhất, theo năm bắt đầu".to_owned(),
        },
    }
}
/// The targets that some decision serves most.
pub fn served(t: &Timing) -> Vec<usize> {
    let mut all: Vec<usize> = t
        .decisions
        .iter()
        .filter_map(|d| d.serves().first().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
/// Where the picture comes from.
pub fn footer(t: &Timing) -> String {
    say! {
        en: format!(
            "Source: carecast, {}, seed {}, {} futures each. A loss that is not clear counts as none.",
            t.scenario,
            t.seed,
            grouped(f64::from(t.replicates.len() as u32))
        ),
        vi: format!("Nguồn: carecast, {}, hạt giống {}, mỗi trường hợp {} lượt mô phỏng. Mức giảm không rõ rệt coi như không có.", t.scenario, t.seed, grouped(f64::from(t.replicates.len() as u32))),
    }
}
/// What remains, in a cell.
pub fn remains(points: f64) -> String {
    number::trimmed(points * 100.0, if points.abs() < 0.0995 { 1 } else { 0 })
}
