//! The sentences of an answer: what a chance, a gap and a year are called by people who plan.

use super::number::{self, decimal, grouped, odds};
use super::targets::SET_BY_SCENARIO;
use crate::base::tracked::is_milestone;
use crate::base::{Bound, Form, TargetStatus};
use crate::results::{
    self, AssumptionUsed, Doubt, Probability, TargetAnswer, Unit, VariantAnswer, Word,
};
pub(crate) use crate::said::things::in_vietnamese as things_in_vietnamese;
use crate::said::{Language, Said, date, language, say};
use crate::units::Year;

/// Whether a chance is told in tenths; nearer to 0 or 1 it is told in hundredths.
fn in_tenths(p: f64) -> bool {
    (0.075..0.925).contains(&p)
}

/// A chance in words: `about 7 in 10`, `about 1 in 35`, `fewer than 1 in 3,333`; where too few
/// futures were lived for that, what happened in them.
pub fn chance(p: &Probability) -> String {
    let Probability { hits, of, .. } = *p;
    match of {
        0 => say!(en: "not known, because no future was lived", vi: "chưa rõ, vì chưa mô phỏng lượt nào").into(),
        1 if hits == 0 => {
            say!(en: "not met in the one future lived", vi: "không đạt trong lượt mô phỏng duy nhất").into()
        }
        1 => say!(en: "met in the one future lived", vi: "đạt trong lượt mô phỏng duy nhất").into(),
        2..30 if hits == 0 => say! {
            en: format!("met in none of the {of} futures lived, too few to say more"),
            vi: format!("cả {of} lượt mô phỏng đều không đạt, quá ít lượt để kết luận"),
        },
        2..30 if hits == of => say! {
            en: format!("met in all {of} futures lived, too few to say more"),
            vi: format!("cả {of} lượt mô phỏng đều đạt, quá ít lượt để kết luận"),
        },
        _ => odds(p),
    }
}

/// How often something comes that is no target: `about 7 in 10`; of too few futures `5 of 8`.
pub fn often(p: &Probability) -> String {
    let Probability { hits, of, .. } = *p;
    match of {
        0..30 => say!(en: format!("{hits} of {of}"), vi: format!("{hits} trong {of}")),
        _ => odds(p),
    }
}

/// The same with the per cent: `about 7 in 10 (71%)`.
pub fn often_in_per_cent(p: &Probability) -> String {
    match p.of {
        0..30 => often(p),
        _ => sure(None, p),
    }
}

/// The word for a chance, by the ladder of [`Word`].
pub fn word(word: Word) -> &'static str {
    match word {
        Word::Will => say!(en: "will", vi: "rất nhiều khả năng đạt"),
        Word::Probably => say!(en: "probably", vi: "nhiều khả năng đạt"),
        Word::Open => say!(en: "open", vi: "chưa chắc chắn"),
        Word::ProbablyNot => say!(en: "probably not", vi: "ít khả năng đạt"),
        Word::WillNot => say!(en: "will not", vi: "rất ít khả năng đạt"),
    }
}

/// How sure a chance is, the same in every text: its word, in so many of ten or a hundred, and per cent:
/// `probably, about 8 in 10 (77%)`, `will not (<1%)`. Of too few futures only what happened is told.
pub fn sure(said: Option<Word>, p: &Probability) -> String {
    if p.of < 30 {
        return chance(p);
    }
    let percent = number::chance(p);
    // Nearer to 0 or 1 per cent says it all: nobody reads "about 19 in 20" beside it.
    let clear = !in_tenths(p.value);
    match said {
        Some(said @ (Word::Will | Word::WillNot)) => format!("{} ({percent})", word(said)),
        Some(said) if clear => format!("{} ({percent})", word(said)),
        Some(said) => format!("{}, {} ({percent})", word(said), chance(p)),
        None if clear => percent,
        None => format!("{} ({percent})", chance(p)),
    }
}

/// The same between its ends, where no figure decides how something goes on.
pub fn sure_by_ways(said: Word, low: &Probability, high: &Probability) -> String {
    let [from, to] = [low, high].map(number::chance);
    let range = chance_range(low.value, high.value);
    say! {
        en: format!("{}, {range} ({from} to {to}) by how it goes on", word(said)),
        vi: format!("{}, {range} (từ {from} đến {to}) tùy diễn biến tiếp theo", word(said)),
    }
}

/// How sure a target is, the same in every text and picture; `None` where it has no chance.
pub fn sure_of(target: &TargetAnswer) -> Option<String> {
    Some(sure_in_ways(target.probability.as_ref()?, &target.variants))
}

/// The same of any chance that is told in these ways.
pub fn sure_in_ways(p: &Probability, ways: &[VariantAnswer]) -> String {
    let word = results::word_of(p, ways);
    match results::is_one_chance(ways) || p.of < 30 {
        true => sure(Some(word), p),
        false => {
            let [low, high] = results::extremes(p, ways);
            sure_by_ways(word, low, high)
        }
    }
}

/// The chance in each way no figure decides between: `plateau: about 6 in 10 (weight 12%)`.
pub fn variants(all: &[VariantAnswer]) -> String {
    let each = all.iter().map(|v| {
        let weight = v.weight.map(|w| {
            say! {
                en: format!(" (weight {:.0}%)", w * 100.0),
                vi: format!(" (trọng số {:.0}%)", w * 100.0),
            }
        });
        let weight = weight.unwrap_or_default();
        format!(
            "*{}*: {}{weight}",
            super::data::spoken(&v.name),
            chance(&v.probability)
        )
    });
    let each: Vec<String> = each.collect();
    let weights = match all.iter().any(|v| v.weight.is_some()) {
        true => {
            say!(en: "their mixture is the chance above", vi: "khả năng nêu trên là kết quả gộp theo trọng số")
        }
        false => say! {
            en: "no figure supports weights, so no mixture is given",
            vi: "không có số liệu làm căn cứ cho trọng số nên không tính kết quả gộp",
        },
    };
    say! {
        en: format!(
            "By how it goes on (no figure decides which), the chance if: {}; {weights}.",
            each.join("; ")
        ),
        vi: format!(
            "Tùy diễn biến tiếp theo (chưa có số liệu nào để xác định), khả năng đạt nếu: {}; {weights}.",
            each.join("; ")
        ),
    }
}

/// The outside view: what rises of the past say, whatever the reasons.
pub fn outside_view(chance: f64, spans: usize, years: i32) -> String {
    let came = chance_range(chance, chance);
    say! {
        en: format!(
            "The outside view, which takes no part in the word: a rise as large came in {came} of the {spans} spans of {years} years since 1995."
        ),
        vi: format!(
            "Đối chiếu với quá khứ (không dùng để xếp mức khả năng): trong {spans} giai đoạn {years} năm kể từ năm 1995, mức tăng lớn như vậy xuất hiện với tần suất {came}."
        ),
    }
}

/// Where an official count turns: how many must be counted beyond those the model has.
pub fn turns(
    gap: f64,
    things: &str,
    year: Year,
    a_year: Option<f64>,
    lately: Option<(f64, f64)>,
) -> String {
    let a_year = a_year.map(|a| {
        say! {
            en: format!(", {} a year", number::short(a)),
            vi: format!(", tức {} mỗi năm", number::short(a)),
        }
    });
    let lately = lately.map(|(low, high)| {
        let [low, high] = [low, high].map(number::short);
        say! {
            en: format!(" (lately {low} to {high})"),
            vi: format!(" (gần đây: từ {low} đến {high})"),
        }
    });
    let (a_year, lately) = (a_year.unwrap_or_default(), lately.unwrap_or_default());
    let gap = number::short(gap);
    say! {
        en: format!(
            "The official count turns at about {gap} {things} registered beyond those the schools bring by {year}{a_year}{lately}."
        ),
        vi: format!(
            "Theo số thống kê chính thức, chỉ tiêu chuyển từ chưa đạt sang đạt khi đến năm {year} có thêm khoảng {gap} {things} được đăng ký ngoài số do các cơ sở đào tạo cung cấp{a_year}{lately}."
        ),
    }
}

/// A range of chances: `5 to 8 in 10`, `2 to 31 in 100`.
pub fn chance_range(one: f64, other: f64) -> String {
    let (low, high) = if one <= other {
        (one, other)
    } else {
        (other, one)
    };
    let (scale, unit) = if in_tenths(low) && in_tenths(high) {
        (10.0, "10")
    } else {
        (100.0, "100")
    };
    // As per cent are rounded: one number beside it in per cent must agree.
    let (a, b) = (
        (low * scale).round_ties_even(),
        (high * scale).round_ties_even(),
    );
    if a == b && b == 0.0 {
        say!(en: "under 1 in 100", vi: "dưới 1 trên 100").into()
    } else if a == b && b == scale {
        say!(en: "over 99 in 100", vi: "hơn 99 trên 100").into()
    } else if a == b {
        say!(en: format!("about {a} in {unit}"), vi: format!("khoảng {a} trên {unit}"))
    } else {
        // No sample shows that something never or always happens.
        let a = if a == 0.0 {
            say!(en: "under 1", vi: "dưới 1").to_owned()
        } else {
            a.to_string()
        };
        let b = if b == scale {
            say!(en: format!("over {}", b - 1.0), vi: format!("hơn {}", b - 1.0))
        } else {
            b.to_string()
        };
        say!(en: format!("{a} to {b} in {unit}"), vi: format!("từ {a} đến {b} trên {unit}"))
    }
}

/// The sampling error of a chance: `sampling ±1 point`.
pub fn sampling(low: f64, high: f64) -> String {
    say! {
        en: format!("sampling {}", sampling_in_short(low, high)),
        vi: format!("sai số mô phỏng {}", half_in_vietnamese(low, high, "điểm phần trăm")),
    }
}

/// The same in a table: `±1 point`.
pub fn sampling_in_short(low: f64, high: f64) -> String {
    say! {
        en: {
            let half = (high - low) * 50.0;
            if half < 0.5 {
                "under ±1 point".into()
            } else if half < 1.5 {
                "±1 point".into()
            } else {
                format!("±{} points", half.round())
            }
        },
        vi: half_in_vietnamese(low, high, "điểm %"),
    }
}

/// Half of an interval in Vietnamese: `±1 điểm %`.
fn half_in_vietnamese(low: f64, high: f64, points: &str) -> String {
    let half = (high - low) * 50.0;
    if half < 0.5 {
        format!("dưới ±1 {points}")
    } else {
        format!("±{} {points}", half.round().max(1.0))
    }
}

/// Both errors of a chance in a table.
pub fn doubt(
    sampling: &str,
    (low, high): (f64, f64),
    meaning: &str,
    grade: Option<&str>,
) -> String {
    let meaning = lower_first(meaning.trim().trim_end_matches('.'));
    let grade = grade.map_or(
        String::new(),
        |g| say!(en: format!(" (grade {g})"), vi: format!(" (mức tin cậy {g})")),
    );
    format!("{sampling}; {}: {meaning}{grade}", chance_range(low, high))
}

/// The same where ways that no figure decides between matter most.
pub fn doubt_by_ways(sampling: &str, ways: usize) -> String {
    say! {
        en: format!("{sampling}; {ways} ways of going on that no figure decides between (grade E)"),
        vi: format!("{sampling}; {ways} hướng diễn biến, chưa có số liệu nào để lựa chọn (mức tin cậy E)"),
    }
}

/// Both errors of a chance in few words: what sampling leaves, then the range over the ways in which things
/// go on and across the assumption that matters most with its grade, and whether an effect is assumed.
pub fn doubt_of(p: &Probability, d: &Doubt, assumptions: &[AssumptionUsed]) -> String {
    let sampling = sampling_in_short(p.low, p.high);
    let doubt = match &d.driver {
        _ if !results::is_one_chance(&d.ways) => doubt_by_ways(&sampling, d.ways.len()),
        Some((id, (low, high))) if moves_it(*low, *high) => {
            let known = assumptions.iter().find(|x| x.id == *id);
            let meaning = known.map_or(id.as_str(), |x| x.meaning.as_str());
            let grade = known.map(|x| format!("{:?}", x.grade));
            let sampling = over_ways(&sampling, p, &d.ways);
            doubt(&sampling, (*low, *high), meaning, grade.as_deref())
        }
        Some(_) => no_doubt(&over_ways(&sampling, p, &d.ways)),
        None if d.driver_asked => doubt_untold(&over_ways(&sampling, p, &d.ways)),
        None => over_ways(&sampling, p, &d.ways),
    };
    // Where the assumption that matters most is one of them, its grade says so already.
    let said = d.driver.as_ref();
    let said = said
        .is_some_and(|(id, (low, high))| moves_it(*low, *high) && d.assumed_effects.contains(id));
    match d.assumed_effects.is_empty() || said {
        true => doubt,
        false => and_assumed_effect(&doubt),
    }
}

/// What sampling leaves, and the range over ways that are weighed, where they are apart.
fn over_ways(sampling: &str, p: &Probability, ways: &[VariantAnswer]) -> String {
    let [low, high] = results::extremes(p, ways);
    if !moves_it(low.value, high.value) {
        return sampling.to_owned();
    }
    let [low, high] = [low, high].map(number::chance);
    say! {
        en: format!("{sampling}; {low} to {high} by how it goes on"),
        vi: format!("{sampling}; từ {low} đến {high} tùy diễn biến tiếp theo"),
    }
}

/// Whether an assumption moves a chance by a full point, between these ends.
pub fn moves_it(low: f64, high: f64) -> bool {
    (high - low).abs() >= 0.01
}

/// The same where none moves it by a full point.
pub fn no_doubt(sampling: &str) -> String {
    say! {
        en: format!("{sampling}; no assumption moves it by a full point"),
        vi: format!("{sampling}; không giả định nào làm thay đổi đến 1 điểm phần trăm"),
    }
}

/// The same where none can be told.
pub fn doubt_untold(sampling: &str) -> String {
    say! {
        en: format!("{sampling}; cannot tell which assumption matters most"),
        vi: format!("{sampling}; chưa xác định được giả định ảnh hưởng lớn nhất"),
    }
}

/// A doubt, where a policy acts on the target by an effect that is assumed.
pub fn and_assumed_effect(doubt: &str) -> String {
    say! {
        en: format!("{doubt}; a policy's effect on it is assumed (grade E)"),
        vi: format!("{doubt}; tác động của giải pháp đến chỉ tiêu này là giả định (mức tin cậy E)"),
    }
}

/// Effects of policies on a target that are assumed, as many as a short sentence holds; the rest is counted.
pub fn assumed_effects(meanings: &[String]) -> String {
    // A meaning takes more syllables in Vietnamese than words in English.
    let most: usize = say!(en: 18, vi: 28);
    let (mut shown, mut words) = (Vec::new(), 0);
    for meaning in meanings {
        words += meaning.split_whitespace().count();
        if words > most && !shown.is_empty() {
            break;
        }
        shown.push(lower_first(meaning.trim_end_matches('.')));
    }
    let more = match meanings.len() - shown.len() {
        0 => String::new(),
        more => say!(en: format!("; and {more} more"), vi: format!("; và {more} giả định khác")),
    };
    say! {
        en: format!(
            "Assumed without a source (grade E) is how policies act on it: {}{more}.",
            shown.join("; ")
        ),
        vi: format!(
            "Tác động của các giải pháp đến chỉ tiêu này là giả định, chưa có nguồn (mức tin cậy E): {}{more}.",
            shown.join("; ")
        ),
    }
}

/// A sentence set in strong letters.
pub fn strong(text: &str) -> String {
    format!("**{}**", sentence(text))
}

/// Both errors of a chance: what sampling leaves, and what the assumption that matters most leaves.
pub fn both_errors(sampling: &str, low: f64, high: f64, assumption: &str) -> String {
    if !moves_it(low, high) {
        return no_doubt(sampling);
    }
    let range = chance_range(low, high);
    say! {
        en: format!("{sampling}; {range} across the assumption that matters most: {assumption}"),
        vi: format!("{sampling}; {range} khi giả định ảnh hưởng lớn nhất thay đổi: {assumption}"),
    }
}

/// Said where no assumption can be told to move a chance.
pub const NO_DRIVER_TOLD: Said = Said::new(
    "cannot tell which assumption matters most",
    "với số lượt mô phỏng này, chưa xác định được giả định ảnh hưởng lớn nhất",
);

/// The error of a chance that sampling leaves, where no driver can be told from luck.
pub fn no_driver_told(sampling: &str) -> String {
    format!("{sampling}; {NO_DRIVER_TOLD}")
}

/// An assumption named in a sentence: its meaning and its grade.
pub fn assumption(meaning: &str, grade: &str) -> String {
    let meaning = meaning.trim().trim_end_matches('.');
    say! {
        en: format!("{}, grade {grade}", lower_first(meaning)),
        vi: format!("{}, mức tin cậy {grade}", lower_first(meaning)),
    }
}

/// A claim of another place than the question's.
pub fn claim_in(place: &str, claim: &str) -> String {
    say!(en: format!("in {place}, {claim}"), vi: format!("tại {place}, {claim}"))
}

/// A document and how it stands.
pub fn set_by(document: &str, status: TargetStatus) -> String {
    say! {
        en: format!("{document}, {}", standing(status)),
        vi: format!("{document} ({})", standing(status)),
    }
}

/// What a target asks of an indicator, by its id, title and unit: `at least 35 hospital beds per
/// 10,000 people at the end of 2030`; of a milestone, that it is reached by then.
pub fn claim(indicator: &str, title: &str, unit: Unit, bound: Bound, year: Year) -> String {
    let title = lower_first(title);
    if is_milestone(indicator) {
        return say! {
            en: format!("{title} by the end of {year}"),
            vi: format!("{title}, chậm nhất cuối năm {year}"),
        };
    }
    if language() == Language::Vi {
        return claim_in_vietnamese(&title, unit, bound, year);
    }
    let asked = bound_of(unit, bound);
    let when = when(bound.2, year);
    // Whether the title reads on after a number.
    let counted = matches!(unit, Unit::Per10k | Unit::Count | Unit::PerStation);
    let comma = if title.contains(", ") { "," } else { "" };
    match counted {
        true => format!("{asked} {title}{comma} {when}"),
        false => format!("{title}, {asked} {when}"),
    }
}

/// The same in Vietnamese: `tối thiểu 35 giường bệnh trên 10.000 dân vào cuối năm 2030`, `tỷ lệ giường
/// bệnh tư nhân đạt tối thiểu 15% vào cuối năm 2030`.
fn claim_in_vietnamese(title: &str, unit: Unit, bound: Bound, year: Year) -> String {
    let (direction, threshold, form) = bound;
    let value = number::threshold(unit, threshold);
    let (reaches, asked) = match (form.up_to, form.side(direction)) {
        (Some(up_to), _) => (
            " đạt",
            format!("từ {value} đến {}", number::threshold(unit, up_to)),
        ),
        (None, "at_most") => ("", format!("không quá {value}")),
        (None, side @ "below") => ("", format!("{} {value}", side_in_vietnamese(side))),
        (None, side) => (" đạt", format!("{} {value}", side_in_vietnamese(side))),
    };
    let when = when(form, year);
    // Whether the title reads on after a number, without the word that says it is one.
    let counted = matches!(unit, Unit::Per10k | Unit::Count | Unit::PerStation);
    let things = title.strip_prefix("số ").filter(|_| counted);
    match things.filter(|things| !things.contains(": ")) {
        Some(things) if things.contains(", ") => format!("{asked} {things}, {when}"),
        Some(things) => format!("{asked} {things} {when}"),
        None => {
            let of = match unit {
                Unit::Years => " tuổi",
                Unit::Per100 if title.contains("giới tính") => " bé trai trên 100 bé gái",
                _ => "",
            };
            format!("{title}{reaches} {asked}{of} {when}")
        }
    }
}

/// A side of a threshold in Vietnamese, by its name in files.
pub(super) fn side_in_vietnamese(side: &str) -> &'static str {
    match side {
        "at_least" => "tối thiểu",
        "at_most" => "tối đa",
        "over" => "trên",
        _ => "dưới",
    }
}

/// A threshold with its side: `at least 35`, `over 95%`, `between 4 and 5`.
pub fn bound_of(unit: Unit, (direction, threshold, form): Bound) -> String {
    let value = number::threshold(unit, threshold);
    if let Some(up_to) = form.up_to {
        let up_to = number::threshold(unit, up_to);
        return say! {
            en: format!("between {value} and {up_to}"),
            vi: format!("từ {value} đến {up_to}"),
        };
    }
    say! {
        en: format!("{} {value}", form.side(direction).replace('_', " ")),
        vi: format!("{} {value}", side_in_vietnamese(form.side(direction))),
    }
}

/// The same with its year or years: `at least 35 in 2030`, `over 95% in every year from 2026 to 2030`.
pub fn bound_in(unit: Unit, bound: Bound, year: Year) -> String {
    let asked = bound_of(unit, bound);
    match bound.2.since(year) {
        Some(from) => say! {
            en: format!("{asked} in every year from {from} to {year}"),
            vi: format!("{asked} trong mọi năm từ năm {from} đến năm {year}"),
        },
        None => say! {
            en: format!("{asked} in {}", date(bound.2, year)),
            vi: format!("{asked} vào {}", named_date(&date(bound.2, year))),
        },
    }
}

/// When a target must hold.
pub fn when(form: Form, year: Year) -> String {
    match form.since(year) {
        Some(from) => say! {
            en: format!("at every year-end from {from} to {year}"),
            vi: format!("vào mọi thời điểm cuối năm từ năm {from} đến năm {year}"),
        },
        None => say! {
            en: format!("at the end of {}", date(form, year)),
            vi: format!("vào cuối {}", named_date(&date(form, year))),
        },
    }
}

/// The year by whose end a target must hold, or the month of it: `2030`, `June 2030`; in Vietnamese `2030`,
/// `tháng 6/2030`.
pub fn date(form: Form, year: Year) -> String {
    match form.month {
        Some(month) => say! {
            en: format!("{} {year}", date::month(month)),
            vi: date::in_month(month, year),
        },
        None => year.to_string(),
    }
}

/// A date as it stands in a Vietnamese sentence, where a year is called one: `năm 2030`, `tháng 6/2030`.
fn named_date(date: &str) -> String {
    match date.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("năm {date}"),
        false => date.to_owned(),
    }
}

/// What came of a target that was due before the run: its value, by how much it was missed, and who says so.
pub fn observed(unit: Unit, value: f64, missed: Option<f64>, source: &str) -> String {
    let came = number::threshold(unit, value);
    let by = missed.map(|short| match unit {
        Unit::Share => say! {
            en: format!("{} points", number::trimmed(short * 100.0, 2)),
            vi: format!("{} điểm phần trăm", number::trimmed(short * 100.0, 2)),
        },
        _ => number::trimmed(short, 2),
    });
    match by {
        None => say! {
            en: format!("observed: met, {came} ({source})"),
            vi: format!("theo số liệu công bố: đạt, {came} ({source})"),
        },
        Some(by) => say! {
            en: format!("observed: missed by {by}, {came} ({source})"),
            vi: format!("theo số liệu công bố: chưa đạt, {came}, còn cách mức chỉ tiêu {by} ({source})"),
        },
    }
}

/// Who published a value, with its grade.
pub fn published_by(from: &str, grade: &str) -> String {
    say!(en: format!("{from}, grade {grade}"), vi: format!("{from}, mức tin cậy {grade}"))
}

/// The same where nothing was published.
pub const OBSERVED_NOWHERE: Said = Said::new("observed: not published", "chưa có số liệu công bố");

/// Said of a target that almost no future meets.
pub fn missed(hits: u32, value: f64) -> Option<&'static str> {
    match (hits, value) {
        (0, _) => Some(say! {
            en: "It is missed in every future we lived.",
            vi: "Chưa đạt trong tất cả các lượt mô phỏng.",
        }),
        (_, v) if v <= 0.05 => Some(say! {
            en: "It is missed in almost every future.",
            vi: "Chưa đạt trong hầu hết các lượt mô phỏng.",
        }),
        _ => None,
    }
}

/// The gap of the median future in whole heads or beds, and what would close it.
pub fn what_it_would_take(
    gap: f64,
    things: &str,
    due: &str,
    extra: Option<f64>,
    first: Year,
    multiple: Option<f64>,
) -> String {
    if language() == Language::Vi {
        return take_in_vietnamese(gap, things, due, extra, first, multiple);
    }
    let mut text = format!(
        "In the median future, {due} ends {} {things} short.",
        grouped(gap.ceil())
    );
    if let Some(extra) = extra {
        text += &format!(
            " Closing that takes {} more {things} a year from {first} on, beyond what happens anyway",
            grouped(extra.ceil())
        );
        match multiple {
            Some(m) if m.is_finite() && m > 1.0 => {
                text += &format!(": growth of {} times that of today.", decimal(m, 1));
            }
            _ => text += ".",
        }
    }
    text
}

/// The same in Vietnamese.
fn take_in_vietnamese(
    gap: f64,
    things: &str,
    due: &str,
    extra: Option<f64>,
    first: Year,
    multiple: Option<f64>,
) -> String {
    let (due, gap) = (named_date(due), grouped(gap.ceil()));
    let short = format!("Ở mức trung vị, cuối {due} còn thiếu {gap} {things}.");
    let Some(extra) = extra.map(|extra| grouped(extra.ceil())) else {
        return short;
    };
    let close = format!(
        "Để bù đủ, từ năm {first} mỗi năm cần thêm {extra} {things} ngoài mức tăng sẵn có."
    );
    match multiple.filter(|m| m.is_finite() && *m > 1.0) {
        Some(m) => format!(
            "{short} {close} Mức tăng phải gấp {} lần hiện nay.",
            decimal(m, 1)
        ),
        None => format!("{short} {close}"),
    }
}

/// When a target is first met, over the futures.
pub fn first_met(
    quick: Option<Year>,
    half: Option<Year>,
    slow: Option<Year>,
    last: Year,
) -> String {
    match (quick, half, slow) {
        (_, Some(h), Some(s)) if h == s => say! {
            en: format!("Nine in ten futures first reach it by {s}."),
            vi: format!("Chín phần mười số lượt mô phỏng đạt lần đầu chậm nhất năm {s}."),
        },
        (_, Some(h), Some(s)) => say! {
            en: format!("Half of the futures first reach it by {h}, nine in ten by {s}."),
            vi: format!("Một nửa số lượt mô phỏng đạt lần đầu chậm nhất năm {h}, chín phần mười chậm nhất năm {s}."),
        },
        (_, Some(h), None) => say! {
            en: format!(
                "Half of the futures first reach it by {h}; over one in ten never do by {last}."
            ),
            vi: format!(
                "Một nửa số lượt mô phỏng đạt lần đầu chậm nhất năm {h}; hơn một phần mười đến hết năm {last} vẫn chưa đạt."
            ),
        },
        (Some(q), None, _) => say! {
            en: format!(
                "The quickest tenth of the futures first reach it by {q}; over half never do by {last}."
            ),
            vi: format!(
                "Một phần mười số lượt mô phỏng nhanh nhất đạt lần đầu chậm nhất năm {q}; quá nửa đến hết năm {last} vẫn chưa đạt."
            ),
        },
        (None, None, _) => say! {
            en: format!("Fewer than one future in ten reaches it at any year-end up to {last}."),
            vi: format!("Chưa đến một phần mười số lượt mô phỏng đạt vào một cuối năm nào đó cho đến năm {last}."),
        },
    }
}

/// Why a target has no answer: its year is not among the years lived.
pub fn outside_years(year: Year, first: Year, last: Year) -> String {
    if year < first {
        say! {
            en: format!("{year} is over when the simulation starts; it looks at {first} to {last}"),
            vi: format!("năm {year} đã qua khi bắt đầu mô phỏng; kỳ mô phỏng từ năm {first} đến năm {last}"),
        }
    } else {
        say! {
            en: format!("{year} lies after {last}, the last year of this run"),
            vi: format!("năm {year} nằm sau năm {last}, năm cuối của kỳ mô phỏng"),
        }
    }
}

/// Why a target has no answer: the indicator has no value in its place.
pub const NOT_READ_THERE: Said = Said::new(
    "this indicator is not read for this place",
    "chỉ số này không được tính cho địa bàn này",
);

/// Why no figure answers a target.
pub fn never_answered(why: &str) -> String {
    say! {
        en: format!("not answerable with published figures: {why}"),
        vi: format!("số liệu công bố chưa đủ để trả lời: {why}"),
    }
}

/// What chances of several targets at once leave out.
pub fn left_out(claims: &[String]) -> String {
    say! {
        en: format!(
            "Left out, because published figures cannot answer them: {}.",
            claims.join("; ")
        ),
        vi: format!(
            "Không tính đến, vì số liệu công bố chưa đủ để trả lời: {}.",
            claims.join("; ")
        ),
    }
}

/// Why a target set for old borders has no answer.
pub const OLD_BORDERS: Said = Said::new(
    "it was set for borders that no longer exist, so it is no verdict on today's province",
    "chỉ tiêu đặt cho địa giới trước sắp xếp đơn vị hành chính, không phải kết luận về địa phương hiện nay",
);

/// Said of a target without an answer.
pub fn unanswered(why: &str) -> String {
    say!(en: format!("not answered: {why}"), vi: format!("chưa có kết quả: {why}"))
}

/// The mean shortfall; `by` carries its unit.
pub fn shortfall(by: &str) -> String {
    say! {
        en: format!("Average shortfall over all futures: {by}."),
        vi: format!("Thiếu hụt bình quân của tất cả các lượt: {by}."),
    }
}

/// A shortfall of a share.
pub fn points(points: f64) -> String {
    say! {
        en: format!("{} points", decimal(points, 1)),
        vi: format!("{} điểm phần trăm", decimal(points, 1)),
    }
}

/// A shortfall of what has no unit of its own: `1.2 doctors per station`.
pub fn short_in(by: &str, title: &str) -> String {
    say! {
        en: format!("{by} ({title})"),
        vi: format!("{by} ({title})"),
    }
}

/// Said where a question names a place of which nothing is asked.
pub fn nation_for_the_place(place: &str, country: &str) -> String {
    say! {
        en: format!("No target of {place}'s own is asked here: the targets are those of {country} as a whole."),
        vi: format!("Không có chỉ tiêu riêng nào của {place} được xét: các chỉ tiêu dưới đây là của cả nước {country}."),
    }
}

/// Points a missed target to the levers that come too late for it.
pub const SEE_TOO_LATE: Said = Said::new(
    "Some levers cannot act before that year; see *Too late to help*.",
    "Một số biện pháp không kịp có tác dụng trước năm đó; xem mục *Biện pháp không còn kịp thời*.",
);

/// Where a target stands.
pub fn from_document(document: &str) -> String {
    match document == SET_BY_SCENARIO {
        true => sentence(&upper_first(document)),
        false => say! {
            en: sentence(&format!("Set by {document}")),
            vi: sentence(&format!("Theo {document}")),
        },
    }
}

/// In which of two ways it is counted.
pub fn counted_as(title: &str) -> String {
    format!("*{title}*:")
}

/// The chance that several targets hold at once.
pub fn at_once(
    name: &str,
    chance: &str,
    sampling: &str,
    bounds: Option<[f64; 2]>,
    many: usize,
) -> String {
    let told = bounds.filter(|[low, high]| high - low >= 0.01);
    let apart = told.map_or(String::new(), |bounds| {
        let [low, high] = bounds.map(|end| number::percent((end * 100.0).round() / 100.0));
        say! {
            en: format!(
                " Official beds and staff are drawn independently: however they hang together, it lies between {low} and {high}."
            ),
            vi: format!(
                " Giường bệnh và nhân lực theo số thống kê chính thức được lấy ngẫu nhiên độc lập với nhau: dù hai bên liên hệ thế nào, khả năng này vẫn nằm trong khoảng từ {low} đến {high}."
            ),
        }
    });
    say! {
        en: format!("**{name}**, {many} targets at once: **{chance}** ({sampling}).{apart}"),
        vi: format!("**{name}**, đạt đồng thời {many} chỉ tiêu: **{chance}** ({sampling}).{apart}"),
    }
}

/// A standing of a target in words.
pub fn standing(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Adopted => say!(en: "adopted", vi: "đã ban hành"),
        TargetStatus::Draft => say!(en: "draft", vi: "dự thảo"),
        TargetStatus::Superseded => {
            say!(en: "replaced by a later document", vi: "đã được văn bản sau thay thế")
        }
        TargetStatus::Vision => say!(en: "long-term aim", vi: "tầm nhìn dài hạn"),
    }
}

/// The same behind a label in a picture, of a target that is not adopted.
pub fn not_adopted(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Adopted => "",
        TargetStatus::Draft => say!(en: " (draft)", vi: " (dự thảo)"),
        TargetStatus::Superseded => say!(en: " (superseded)", vi: " (đã được thay thế)"),
        TargetStatus::Vision => say!(en: " (long-term aim)", vi: " (tầm nhìn dài hạn)"),
    }
}

/// One line for a terminal: a target and how sure it is.
pub fn headline(claim: &str, said: &str) -> String {
    format!("{claim}: {said}")
}

/// The same of a target that is answered for two counts.
pub fn headline_of_two(claim: &str, official: &str, built: &str) -> String {
    say! {
        en: format!("{claim}: {official} (as built: {built})"),
        vi: format!("{claim}: {official} (theo số thực có: {built})"),
    }
}

/// Said in short of a target that no figure answers.
pub const NEVER_IN_SHORT: Said = Said::new(
    "not answerable with published figures",
    "số liệu công bố chưa đủ để trả lời",
);

/// Said in a terminal when there is no headline target.
pub fn no_headline(futures: u32) -> String {
    let futures = grouped(f64::from(futures));
    say! {
        en: format!("{futures} futures lived; no target that is asked falls in these years"),
        vi: format!("đã chạy {futures} lượt mô phỏng; không chỉ tiêu nào được xét rơi vào các năm này"),
    }
}

/// Name of the second campus of a hospital.
pub fn campus(home: &str) -> String {
    say!(en: format!("{home}, second campus"), vi: format!("{home}, cơ sở 2"))
}

/// Name of the private hospitals that open in a province during a run.
pub fn new_private(province: &str) -> String {
    say! {
        en: format!("Private hospitals opened during the run, {province}"),
        vi: format!("Bệnh viện tư nhân mở mới trong kỳ mô phỏng, {province}"),
    }
}

/// Said in a terminal when there are more answers than lines.
pub fn more_in_report(more: usize) -> String {
    say! {
        en: format!("and {more} more in report.html"),
        vi: format!("và {more} chỉ tiêu khác trong report.html"),
    }
}

/// A median with its range of eight futures in ten.
pub fn with_range(median: &str, low: &str, high: &str) -> String {
    say! {
        en: format!("{median} ({low} to {high})"),
        vi: format!("{median} ({low}–{high})"),
    }
}

/// Text that ends like a sentence and begins like one.
pub fn sentence(text: &str) -> String {
    let text = upper_first(text.trim());
    if text.ends_with(['.', '!', '?']) {
        text
    } else {
        format!("{text}.")
    }
}

/// Text with its first letter small, unless it begins with an abbreviation or a name: a word in
/// capitals, or two words with capital letters; in Vietnamese an institution, an act or a place too.
pub fn lower_first(text: &str) -> String {
    let second = text.split(' ').nth(1);
    if second.is_some_and(|word| word.starts_with(char::is_uppercase)) {
        return text.to_string();
    }
    if language() == Language::Vi && is_named_in_vietnamese(text) {
        return text.to_string();
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(a), Some(b)) if a.is_uppercase() && b.is_uppercase() => text.to_string(),
        (Some(a), _) => a.to_lowercase().chain(text.chars().skip(1)).collect(),
        _ => String::new(),
    }
}

/// Whether Vietnamese text begins with a name that keeps its capital letter inside a sentence.
fn is_named_in_vietnamese(text: &str) -> bool {
    /// Begin like a name and are common words.
    const COMMON: [&str; 7] = [
        "Trường hợp",
        "Bộ số liệu",
        "Bộ tiêu chí",
        "Bộ phận",
        "Ban hành",
        "Ban đầu",
        "Ban ngày",
    ];
    /// Names wherever they stand.
    const ALWAYS: [&str; 11] = [
        "Chính phủ",
        "Quốc hội",
        "Nghị quyết",
        "Nghị định",
        "Quyết định",
        "Hội đồng",
        "Ủy ban",
        "Trung ương",
        "Nhân dân",
        "Việt Nam",
        "TP.",
    ];
    /// Names where a name follows: `Bệnh viện Đa khoa tỉnh Lai Châu`, not `Bệnh viện vệ tinh`.
    const OF_A_NAME: [&str; 9] = [
        "Bệnh viện",
        "Trung tâm",
        "Đại học",
        "Trường",
        "Viện",
        "Ban",
        "Bộ",
        "Sở",
        "Cục",
    ];
    let begins = |with: &&str| {
        let rest = text.strip_prefix(*with);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if COMMON.iter().any(begins) {
        return false;
    }
    let mut follow = text.split(' ').skip(2).take(4);
    ALWAYS.iter().any(begins)
        || OF_A_NAME.iter().any(begins) && follow.any(|word| word.starts_with(char::is_uppercase))
}

/// Text with its first letter capital.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(a) => a.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_said_wherever_the_year_is() {
        let form = Form {
            month: Some(6),
            ..Form::default()
        };
        let june = (crate::base::Direction::AtLeast, 35.0, form);
        let year = Year(2030);
        assert_eq!(
            bound_in(Unit::Per10k, june, year),
            "at least 35 in June 2030"
        );
        assert_eq!(when(form, year), "at the end of June 2030");
        assert_eq!(date(Form::default(), year), "2030");
    }

    #[test]
    fn few_futures_claim_little() {
        let chance_of = |hits: u32, of: u32| {
            let value = f64::from(hits) / f64::from(of);
            chance(&Probability {
                hits,
                of,
                value,
                low: 0.0,
                high: 1.0,
            })
        };
        let cases = [
            (7_012, 10_000, "about 7 in 10"),
            (0, 10_000, "fewer than 1 in 3,333"),
            (
                0,
                8,
                "met in none of the 8 futures lived, too few to say more",
            ),
            (8, 8, "met in all 8 futures lived, too few to say more"),
            (1, 1, "met in the one future lived"),
            (0, 1, "not met in the one future lived"),
        ];
        for (hits, of, expected) in cases {
            assert_eq!(chance_of(hits, of), expected, "{hits} of {of}");
        }
    }

    fn of_a_thousand(hits: u32) -> Probability {
        crate::results::summary::probability(hits, 1_000)
    }

    fn way(name: &str, weight: Option<f64>, hits: u32) -> VariantAnswer {
        VariantAnswer {
            assumption: "quota.variant".into(),
            name: name.into(),
            weight,
            probability: of_a_thousand(hits),
        }
    }

    #[test]
    fn a_doubt_holds_the_word_ways_and_an_assumed_effect() {
        let p = of_a_thousand(770);
        let mut d = Doubt {
            ways: vec![
                way("plateau", Some(0.1), 470),
                way("goes on", Some(0.9), 850),
            ],
            driver: Some(("a".into(), (0.6, 0.9))),
            driver_asked: true,
            assumed_effects: vec!["b".into()],
        };
        let told = doubt_of(&p, &d, &[]);
        assert_eq!(
            told,
            "±3 points; 47% to 85% by how it goes on; 6 to 9 in 10: a; a policy's effect on it is assumed (grade E)"
        );
        assert_eq!(sure_in_ways(&p, &d.ways), "open, about 8 in 10 (77%)");
        // An assumption that moves nothing names no grade: the effect is told beside it.
        d.driver = Some(("b".into(), (0.770, 0.775)));
        d.ways.clear();
        assert_eq!(
            doubt_of(&p, &d, &[]),
            "±3 points; no assumption moves it by a full point; a policy's effect on it is assumed (grade E)"
        );
        d.ways = vec![way("stops", None, 905), way("goes on", None, 1_000)];
        assert_eq!(
            sure_in_ways(&of_a_thousand(905), &d.ways),
            "probably, 90 to over 99 in 100 (90% to >99%) by how it goes on"
        );
    }

    #[test]
    fn a_chance_near_its_ends_is_told_in_per_cent_beside_its_word() {
        for (hits, word, text) in [
            (940, Some(Word::Probably), "probably (94%)"),
            (950, None, "95%"),
            (4, Some(Word::WillNot), "will not (<1%)"),
            (4, None, "<1%"),
            (710, None, "about 7 in 10 (71%)"),
        ] {
            assert_eq!(sure(word, &of_a_thousand(hits)), text);
        }
        assert_eq!(often_in_per_cent(&of_a_thousand(950)), "95%");
    }

    #[test]
    fn a_range_of_chances_is_told_from_low_to_high() {
        assert_eq!(chance_range(0.82, 0.51), "5 to 8 in 10");
        assert_eq!(chance_range(0.02, 0.31), "2 to 31 in 100");
        assert_eq!(chance_range(0.0, 0.001), "under 1 in 100");
        assert_eq!(chance_range(0.68, 0.71), "about 7 in 10");
    }

    #[test]
    fn sampling_error_is_half_the_interval_in_points() {
        assert_eq!(sampling(0.69, 0.71), "sampling ±1 point");
        assert_eq!(sampling(0.5, 0.64), "sampling ±7 points");
        assert_eq!(sampling(0.0, 0.0004), "sampling under ±1 point");
    }
}
