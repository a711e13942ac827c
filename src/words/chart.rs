//! The words of pictures: titles, the answer in a subtitle, labels, notes and footers.

pub mod compare;
pub mod money;
pub mod provinces;

use super::number;
use super::report::{bound_in, bound_of, date, not_adopted, sure_of, things_in_vietnamese};
use crate::base::Bound;
use crate::base::tracked::is_milestone;
use crate::results::{Findings, IndicatorInfo, Standing, Summary, TargetAnswer, Unit, Word};
use crate::said::{Said, say};
use crate::units::Year;
use std::path::Path;

/// Where a picture's figures come from.
pub fn footer(findings: &Findings) -> String {
    let futures = findings
        .replicates
        .end
        .saturating_sub(findings.replicates.start);
    let span = if findings.replicates.start == 0 {
        String::new()
    } else {
        let (start, end) = (
            findings.replicates.start,
            findings.replicates.end.saturating_sub(1),
        );
        say! {
            en: format!(" (numbers {start} to {end})"),
            vi: format!(" (từ số {start} đến số {end})"),
        }
    };
    let digest: String = findings.base_digest.chars().take(8).collect();
    let many = number::grouped(f64::from(futures));
    let futures = say! {
        en: if futures == 1 {
            "1 simulated future".to_owned()
        } else {
            format!("{many} simulated futures")
        },
        vi: format!("{many} lượt mô phỏng"),
    };
    say! {
        en: format!(
            "Source: carecast, scenario {}, base {} ({digest}), seed {}, {futures}{span}",
            findings.scenario, findings.base, findings.seed
        ),
        vi: format!(
            "Nguồn: carecast, kịch bản {}, bộ số liệu {} ({digest}), hạt giống {}, {futures}{span}",
            findings.scenario, findings.base, findings.seed
        ),
    }
}

/// A picture that could not be drawn.
pub fn not_drawn(why: &str) -> String {
    say! {
        en: format!("a picture could not be drawn: {why}"),
        vi: format!("không vẽ được hình: {why}"),
    }
}

/// A picture that could not be painted.
pub fn not_painted(why: &str) -> String {
    say! {
        en: format!("a picture could not be painted: {why}"),
        vi: format!("không chuyển được hình sang dạng ảnh: {why}"),
    }
}

/// A picture larger than memory holds.
pub fn too_large(width: f32, height: f32) -> String {
    say! {
        en: format!("a picture of {width} by {height} pixels has no place"),
        vi: format!("không đủ bộ nhớ cho hình cỡ {width} x {height} điểm ảnh"),
    }
}

/// A picture that could not be put into its file.
pub fn not_written(path: &Path, why: &std::io::Error) -> String {
    let path = path.display();
    say! {
        en: format!(
            "{path} could not be written: {why}; is the folder there, and is there room on the disk?"
        ),
        vi: format!(
            "không thể ghi {path}: {why}; thư mục có tồn tại không, ổ đĩa còn chỗ trống không?"
        ),
    }
}

/// Stands for an indicator where none is named.
pub const ANY_INDICATOR: Said = Said::new("any indicator", "mọi chỉ số");

/// A title in the middle of a sentence.
pub use super::report::lower_first as inside;

/// What is asked before the colon of a label: `2030: at least 35`, `2026 to 2030: over 95%`.
pub fn due(unit: Unit, bound: Bound, year: Year) -> String {
    let asked = bound_of(unit, bound);
    say! {
        en: match bound.2.since(year) {
            Some(from) => format!("{from} to {year}: {asked}"),
            None => format!("{}: {asked}", date(bound.2, year)),
        },
        vi: match (bound.2.since(year), bound.2.month) {
            (Some(from), _) => format!("{from}–{year}: {asked}"),
            (None, Some(month)) => format!("{month:02}/{year}: {asked}"),
            (None, None) => format!("{year}: {asked}"),
        },
    }
}

/// Name of what an axis counts.
pub fn unit(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Per10k => say!(en: "per 10,000 people", vi: "trên 10.000 dân").to_owned(),
        Unit::Share => say!(en: "share", vi: "tỷ lệ").to_owned(),
        Unit::Count => say!(en: "number", vi: "số lượng").to_owned(),
        Unit::Money => currency.to_owned(),
        Unit::PerStation => say!(en: "per station", vi: "trên một trạm").to_owned(),
        Unit::Ratio => say!(en: "ratio", vi: "lần").to_owned(),
        Unit::Years => say!(en: "years", vi: "tuổi").to_owned(),
        Unit::Per100 => say!(en: "per 100", vi: "trên 100 bé gái").to_owned(),
    }
}

/// What is asked of an indicator, and how sure that is, as a title; nothing where it has no chance.
fn answered_title(head: &str, unit: Unit, target: Option<&TargetAnswer>) -> Option<String> {
    let target = target?;
    let sure = sure_of(target)?;
    let asked = bound_in(unit, target.bound(), target.year);
    Some(format!("{head}, {asked}: {sure}"))
}

/// Title of a fan: the place, and the answer where something is asked.
pub fn fan_title(indicator: &IndicatorInfo, place: &str, target: Option<&TargetAnswer>) -> String {
    let head = format!("{}, {place}", indicator.title);
    answered_title(&head, indicator.unit, target).unwrap_or(head)
}

/// What stands below the answer of a fan: how well it is known, then where the futures lie.
pub fn fan_answer(
    indicator: &IndicatorInfo,
    target: Option<&TargetAnswer>,
    year: Year,
    summary: &Summary,
) -> String {
    let [low, high] = [1, 5].map(|at| number::value(indicator.unit, summary.percentiles[at]));
    let median = number::value(indicator.unit, summary.median());
    let futures = if low == high {
        say! {
            en: format!("At least 8 in 10 futures end {year} at {median}."),
            vi: format!("Cuối năm {year}, ít nhất 8 trên 10 lượt có giá trị {median}."),
        }
    } else {
        say! {
            en: format!("Median future in {year}: {median}; 8 in 10 futures lie between {low} and {high}."),
            vi: format!("Trung vị năm {year}: {median}; 8 trên 10 lượt nằm trong khoảng từ {low} đến {high}."),
        }
    };
    match target.and_then(known) {
        Some(known) => format!("{known} {futures}"),
        None => futures,
    }
}

/// How well the chance of a target is known: what sampling leaves and, where a driver is told, the
/// assumption that matters most; or between which ways no figure decides.
pub fn known(target: &TargetAnswer) -> Option<String> {
    let probability = target.probability?;
    if let Some(open) = open(target) {
        return Some(open);
    }
    let across = match target.driver_range {
        Some((a, b)) if tenths(a) != tenths(b) => {
            let (low, high) = (tenths(a.min(b)), tenths(a.max(b)));
            say! {
                en: format!(", {low} to {high} in 10 across the assumption that matters most"),
                vi: format!("; từ {low} đến {high} trên 10 khi giả định ảnh hưởng lớn nhất thay đổi"),
            }
        }
        None if target.driver_asked => format!("; {}", super::report::NO_DRIVER_TOLD),
        _ => String::new(),
    };
    let error = number::points(&probability);
    Some(say! {
        en: format!("Sampling error of the chance: {error}{across}."),
        vi: format!("Sai số mô phỏng của xác suất: {error}{across}."),
    })
}

/// Between which ways no figure decides, where they have no one chance, and which of them is drawn.
fn open(target: &TargetAnswer) -> Option<String> {
    let first = target.first_way()?;
    let names: Vec<&str> = target
        .variants
        .iter()
        .map(|v| super::data::spoken(&v.name))
        .collect();
    let (names, drawn) = (names.join(", "), super::data::spoken(&first.name));
    Some(say! {
        en: format!("No figure decides how it goes on ({names}); drawn is \"{drawn}\"."),
        vi: format!("Số liệu chưa xác định được hướng diễn biến ({names}); hình vẽ theo hướng “{drawn}”."),
    })
}

fn tenths(probability: f64) -> i64 {
    (probability * 10.0).round() as i64
}

/// Label of the median at the end of a fan.
pub fn median_label(unit: Unit, value: f64) -> String {
    let value = number::value(unit, value);
    say! {
        en: format!("median {value}"),
        vi: format!("trung vị {value}"),
    }
}

/// Labels of the bands at the end of a fan, widest first.
pub const BAND_LABELS: [Said; 3] = [
    Said::new("95% of futures", "95% lượt mô phỏng"),
    Said::new("80%", "80%"),
    Said::new("50%", "50%"),
];
/// Label of the years before the simulation.
pub const PUBLISHED: Said = Said::new("published", "số liệu công bố");
/// Label of the simulated years.
pub const SIMULATED: Said = Said::new("simulated", "mô phỏng");

/// The chance of a target; where ways that no figure decides between have none together, that of the first
/// with its name: `9% if "stopped"`.
fn chance_if(target: &TargetAnswer) -> Option<String> {
    let chance = number::chance(&target.probability?);
    let Some(way) = target.first_way() else {
        return Some(chance);
    };
    let way = super::data::spoken(&way.name);
    Some(say! {
        en: format!("{chance} if \"{way}\""),
        vi: format!("{chance} nếu “{way}”"),
    })
}

/// Label of a target's marker: `2030: at least 35, met in 71%`.
pub fn target_label(target: &TargetAnswer, unit: Unit) -> String {
    let standing = not_adopted(target.status);
    // Short where the way is named: a label that does not fit is not drawn.
    let met = match chance_if(target) {
        Some(chance) if target.is_one_chance() => say! {
            en: format!(", met in {chance}"),
            vi: format!(" (xác suất {chance})"),
        },
        Some(chance) => format!(": {chance}"),
        None => String::new(),
    };
    let due = due(unit, target.bound(), target.year);
    format!("{due}{standing}{met}")
}

/// Nothing is known of an indicator in a place.
pub fn nothing_to_fan(indicator: &str, place: &str) -> String {
    say! {
        en: format!("No picture: {indicator} is not followed for {place}."),
        vi: format!("Không có hình: {indicator} không được theo dõi ở {place}."),
    }
}

/// Said of a milestone, which has no spread to show.
pub fn reached_or_not(title: &str) -> String {
    say! {
        en: format!("No picture: {title} is reached or not; the report tells its chance year by year."),
        vi: format!("Không có hình: {title} chỉ có đạt hoặc chưa đạt; báo cáo nêu xác suất theo từng năm."),
    }
}

/// Title of the attainment picture: the answer of the only target, or how many are likely.
pub fn attainment_title(
    targets: &[(&TargetAnswer, &IndicatorInfo)],
    (part, parts): (usize, usize),
    place: Option<&str>,
) -> String {
    let likely = targets.iter().filter(|(t, _)| chance(t) > 0.5).count();
    let of = targets.len();
    let title = match (targets, likely) {
        ([one], _) => attained(one),
        (_, n) => say! {
            en: match n {
                0 => format!("None of {of} targets is more likely than not to hold in its year"),
                n if n == of => {
                    format!("All {n} targets are more likely than not to hold in their year")
                }
                1 => format!("1 of {of} targets is more likely than not to hold in its year"),
                n => format!("{n} of {of} targets are more likely than not to hold in their year"),
            },
            vi: match n {
                0 => format!("Chưa chỉ tiêu nào trong {of} chỉ tiêu có khả năng đạt trên một nửa vào đúng năm"),
                n if n == of => format!("Cả {n} chỉ tiêu có khả năng đạt trên một nửa vào đúng năm"),
                n => format!("{n} trong {of} chỉ tiêu có khả năng đạt trên một nửa vào đúng năm"),
            },
        },
    };
    let title = match place {
        None => title,
        Some(place) => format!("{place}: {}", inside(&title)),
    };
    if parts > 1 {
        let part = part + 1;
        say! {
            en: format!("{title} ({part} of {parts})"),
            vi: format!("{title} (hình {part} trong {parts})"),
        }
    } else {
        title
    }
}

/// The chance as a number, to put targets in order.
fn chance(target: &TargetAnswer) -> f64 {
    target.probability.map_or(0.0, |p| p.value)
}

/// What is asked, and how sure it is.
fn attained((target, indicator): &(&TargetAnswer, &IndicatorInfo)) -> String {
    let sure = sure_of(target).unwrap_or_default();
    let asked = ways_asked(target, indicator.unit);
    format!("{}, {asked}: {sure}", indicator.title)
}

/// What the attainment picture shows, and its ends.
pub fn attainment_answer(targets: &[(&TargetAnswer, &IndicatorInfo)]) -> String {
    let what = say! {
        en: "How likely each is to hold at each year-end; diamonds mark the year it is due.",
        vi: "Khả năng đạt từng chỉ tiêu vào cuối mỗi năm; hình thoi đánh dấu năm phải đạt chỉ tiêu.",
    };
    let order = |a: &&(&TargetAnswer, &IndicatorInfo), b: &&(&TargetAnswer, &IndicatorInfo)| {
        chance(a.0).total_cmp(&chance(b.0))
    };
    match (targets.iter().max_by(order), targets.iter().min_by(order)) {
        (Some(high), Some(low)) if chance(high.0) - chance(low.0) > 1e-9 => {
            let [high, low] = [high, low].map(|one| inside(&attained(one)));
            say! {
                en: format!("{what} Likeliest: {high}. Least likely: {low}."),
                vi: format!("{what} Khả năng cao nhất: {high}. Thấp nhất: {low}."),
            }
        }
        _ => what.to_owned(),
    }
}

/// Two targets have the same chances in every year.
pub const TWINS_NOTE: Said = Said::new(
    "Targets with the same chances in every year lie on one another.",
    "Các chỉ tiêu có xác suất như nhau ở mọi năm nằm chồng lên nhau.",
);

/// Second line of a label in the attainment picture.
pub fn attainment_label(target: &TargetAnswer, unit: Unit) -> String {
    let met = chance_if(target).map_or(String::new(), |chance| format!(": {chance}"));
    format!("{}{met}", ways_asked(target, unit))
}

/// Title of the picture of ways: how many targets are how sure.
pub fn ways_title(targets: &[&TargetAnswer], place: Option<&str>) -> String {
    let count = |words: &[Word]| {
        let all = targets.iter().filter_map(|t| t.word());
        all.filter(|w| words.contains(w)).count()
    };
    let yes = count(&[Word::Will, Word::Probably]);
    let no = count(&[Word::WillNot, Word::ProbablyNot]);
    let open = count(&[Word::Open]);
    let are = if open == 1 { "is" } else { "are" };
    let of_the_nation = targets.iter().all(|t| t.standing == Some(Standing::Nation));
    let (before, national) = match (place, of_the_nation) {
        (Some(place), _) => (format!("{place}: "), false),
        (None, national) => (String::new(), national),
    };
    let all = targets.len();
    say! {
        en: {
            let kind = if national { "national " } else { "" };
            format!(
                "{before}{yes} of {all} {kind}targets will be met or probably will, {no} will not or probably will not, {open} {are} open"
            )
        },
        vi: {
            let kind = if national { " quốc gia" } else { "" };
            format!(
                "{before}{yes} trong {all} chỉ tiêu{kind} nhiều hoặc rất nhiều khả năng đạt, {no} ít hoặc rất ít khả năng đạt, {open} chưa chắc chắn"
            )
        },
    }
}

/// A title of a place.
pub fn of_place(title: &str, place: &str) -> String {
    format!("{title}, {place}")
}

/// What the picture of ways shows.
pub fn ways(of_the_nation: bool) -> &'static str {
    match of_the_nation {
        true => say! {
            en: "Chance of each national target in its year; a mark for each way that no figure decides between, larger with its weight",
            vi: "Khả năng đạt từng chỉ tiêu quốc gia vào đúng năm; mỗi dấu là một hướng diễn biến mà số liệu chưa xác định được, to nhỏ theo trọng số",
        },
        false => say! {
            en: "Chance of each target in its year; a mark for each way that no figure decides between, larger with its weight",
            vi: "Khả năng đạt từng chỉ tiêu vào đúng năm; mỗi dấu là một hướng diễn biến mà số liệu chưa xác định được, to nhỏ theo trọng số",
        },
    }
}

/// What a stroke means in the picture of ways.
pub const WAYS_STROKE: Said = Said::new(
    "the chance; where ways have weights, their mixture",
    "khả năng đạt; nếu các hướng có trọng số thì gộp theo trọng số",
);

/// What a ring means in the picture of ways.
pub const WAYS_OUTSIDE: Said = Said::new(
    "the outside view: how often as large a rise came in spans of five years since 1995, whatever the reasons",
    "đối chiếu quá khứ: tần suất có mức tăng như vậy trong các giai đoạn 5 năm kể từ năm 1995, bất kể nguyên nhân",
);
/// Its row in the table of the picture.
pub const WAYS_OUTSIDE_ID: Said = Said::new("outside view", "outside view");

/// Names of ways that share a mark.
pub fn ways_key(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().map(|name| super::data::spoken(name)).collect();
    names.join(" / ")
}

/// How sure a target is, in two lines: its word, then the number; in short as per cent.
pub fn ways_word(target: &TargetAnswer, in_short: bool) -> [String; 2] {
    let word = target.word().map_or("", super::report::word).to_owned();
    let number = match (target.extremes(), target.probability) {
        (Some([low, high]), _) if !target.is_one_chance() => {
            let [from, to] = [low, high].map(number::chance);
            match in_short {
                true => say! {
                    en: format!("{from} to {to}"),
                    vi: format!("{from}–{to}"),
                },
                false => {
                    let range = super::report::chance_range(low.value, high.value);
                    say! {
                        en: format!("{range} ({from} to {to})"),
                        vi: format!("{range} ({from}–{to})"),
                    }
                }
            }
        }
        (_, Some(p)) if in_short => number::chance(&p),
        (_, Some(p)) => super::report::sure(None, &p),
        _ => String::new(),
    };
    [word, number]
}

/// The same in a table: its word, with the per cent where there is one chance.
pub fn ways_in_table(target: &TargetAnswer) -> String {
    let word = target.word().map_or("", Word::id);
    match target.probability.filter(|_| target.is_one_chance()) {
        Some(p) => format!("{word}, {}", number::chance(&p)),
        None => word.to_owned(),
    }
}

/// What a target asks for, and when.
pub fn ways_asked(target: &TargetAnswer, unit: Unit) -> String {
    if is_milestone(&target.indicator) {
        return say! {
            en: format!("by {}", target.year),
            vi: format!("chậm nhất năm {}", target.year),
        };
    }
    bound_in(unit, target.bound(), target.year)
}

/// No target can be answered.
pub const NO_TARGETS: Said = Said::new(
    "No picture: the scenario answers no target of the nation within its years.",
    "Không có hình: trong kỳ mô phỏng, kịch bản không có kết quả cho chỉ tiêu quốc gia nào.",
);

/// Title of the map of chances; `likely` provinces are above one half.
pub fn chance_map_title(
    indicator: &IndicatorInfo,
    bound: Bound,
    year: Year,
    (likely, all): (usize, usize),
) -> String {
    let asked = bound_in(indicator.unit, bound, year);
    let (title, provinces) = (&indicator.title, provinces::of_provinces(likely, all));
    say! {
        en: format!("{title}, {asked}: more likely than not in {provinces}"),
        vi: match likely {
            0 => format!("{title}, {asked}: chưa địa phương nào có khả năng đạt trên một nửa"),
            _ => format!("{title}, {asked}: khả năng đạt trên một nửa ở {provinces}"),
        },
    }
}

/// What the map of chances shows, and its ends.
pub fn chance_map_answer(highest: &[(String, String)], lowest: &[(String, String)]) -> String {
    let what = say! {
        en: "The chance of what is asked of the nation, asked of each province's own ratio.",
        vi: "Khả năng từng tỉnh, thành phố đạt mức chỉ tiêu cả nước, tính theo chỉ số của địa phương.",
    };
    extremes(what.to_owned(), highest, lowest)
}

/// Title of the map of medians.
pub fn median_map_title(
    indicator: &IndicatorInfo,
    year: Year,
    standing: Option<&provinces::Standing>,
    here: Option<provinces::Rank>,
) -> String {
    match (standing, here) {
        (Some(standing), _) => standing.title(&indicator.title),
        (None, Some(here)) => here.title(&indicator.title, year),
        (None, None) => say! {
            en: format!("{} in {year}, by province", indicator.title),
            vi: format!("{}, năm {year}, theo tỉnh, thành phố", indicator.title),
        },
    }
}

/// What the map of medians shows, and its ends.
pub fn median_map_answer(
    asked: bool,
    all: usize,
    highest: &[(String, String)],
    lowest: &[(String, String)],
) -> String {
    let what = match asked {
        true => say! {
            en: format!(
                "Median future of {all} provinces; outlined where it meets what is asked of the nation."
            ),
            vi: format!(
                "Trung vị của {all} tỉnh, thành phố; ô có viền là nơi trung vị đạt mức chỉ tiêu cả nước."
            ),
        },
        false => say! {
            en: format!("Median future of {all} provinces."),
            vi: format!("Trung vị của {all} tỉnh, thành phố."),
        },
    };
    extremes(what, highest, lowest)
}

fn extremes(count: String, highest: &[(String, String)], lowest: &[(String, String)]) -> String {
    let list = |names: &[(String, String)]| {
        let held =
            |(name, value): &(String, String)| format!("{name} {value}").replace(' ', "\u{a0}");
        let parted = say!(en: ", ", vi: "; ");
        names.iter().map(held).collect::<Vec<_>>().join(parted)
    };
    if highest.is_empty() || highest.first().map(|h| &h.1) == lowest.first().map(|l| &l.1) {
        return count;
    }
    let (highest, lowest) = (list(highest), list(lowest));
    say! {
        en: format!("{count} Highest: {highest}; lowest: {lowest}."),
        vi: format!("{count} Cao nhất: {highest}. Thấp nhất: {lowest}."),
    }
}

/// How many provinces share one printed value.
pub fn many_provinces(count: usize) -> String {
    say! {
        en: format!("{count} provinces"),
        vi: format!("{count} địa phương cùng mức"),
    }
}

/// What provincial figures leave out.
pub const PROVINCES_NOTE: Said = Said::new(
    "Official and expected figures of provinces carry the error of what is published; others carry none, and their true spread is wider than shown. Tiles stand roughly where the provinces lie; their size means nothing.",
    "Số thống kê chính thức và số dự kiến của địa phương đã tính sai số của số liệu công bố; số liệu khác chưa tính nên chênh lệch thực tế rộng hơn hình vẽ. Các ô đặt gần đúng vị trí địa phương; kích thước ô không có ý nghĩa. Đây là sơ đồ, không phải bản đồ hành chính. Quần đảo Hoàng Sa thuộc TP. Đà Nẵng, quần đảo Trường Sa thuộc tỉnh Khánh Hòa.",
);
/// Above the legend of chances.
pub const CHANCE_LEGEND: Said = Said::new("share of futures", "tỷ lệ lượt mô phỏng");
/// Beside the mark of what is asked on a legend.
pub fn legend_threshold(bound: &str) -> String {
    say! {
        en: format!("asked: {bound}"),
        vi: format!("ngưỡng: {bound}"),
    }
}
/// Beside the outlined tile of a legend.
pub const OUTLINE_LEGEND: Said = Said::new("median meets it", "trung vị đạt ngưỡng");
/// In a tile without a figure.
pub const NO_FIGURE: &str = "\u{2013}";
/// No map can be drawn.
pub fn nothing_to_map(indicator: &str) -> String {
    say! {
        en: format!(
            "No picture: there is no figure of {indicator} for provinces that have a place on the map."
        ),
        vi: format!(
            "Không có hình: không có số liệu {indicator} của các tỉnh, thành phố có ô trên sơ đồ."
        ),
    }
}

/// What a stock of the ledger is called in a sentence.
fn stock_in_words(stock: &str) -> String {
    let named = |stock: &str| things_in_vietnamese(stock).replace('_', " ");
    say! {
        en: stock.replace('_', " "),
        vi: match stock.split_once(':') {
            Some(("students", of)) => format!("sinh viên ({})", named(of)),
            Some(("entrants", of)) => format!("{} chờ bố trí việc làm", named(of)),
            _ => named(stock),
        },
    }
}

/// Title of a bridge.
pub fn bridge_title(stock: &str, country: &str, from: Year, to: Year) -> String {
    let stock = stock_in_words(stock);
    say! {
        en: format!("What changes the number of {stock}, {country}, {from} to {to}"),
        vi: format!("Những yếu tố làm thay đổi số {stock}, {country}, giai đoạn {from}–{to}"),
    }
}

/// The answer of a bridge.
pub fn bridge_answer(
    stock: &str,
    (from, start): (Year, f64),
    (to, end): (Year, f64),
    range: (f64, f64),
    largest: [Option<(&str, f64)>; 2],
) -> String {
    let stock = stock_in_words(stock);
    let moved = end - start;
    let [start, end, low, high] = [start, end, range.0, range.1].map(number::short);
    let mut text = say! {
        en: format!(
            "{start} {stock} at the end of {from} become {end} at the end of {to}, {} on average (8 in 10 futures: {low} to {high}).",
            number::change(moved)
        ),
        vi: {
            let by = number::short(moved.abs());
            let (goes, moves) = match moved {
                _ if by == "0" => ("còn", "không đổi".to_owned()),
                m if m > 0.0 => ("lên", format!("tăng {by}")),
                _ => ("xuống", format!("giảm {by}")),
            };
            format!(
                "Từ {start} {stock} cuối năm {from} {goes} {end} cuối năm {to}, bình quân {moves} (8 trên 10 lượt: từ {low} đến {high})."
            )
        },
    };
    if let Some((cause, value)) = largest[0] {
        let (cause, value) = (inside(cause), number::change(value));
        text += &say! {
            en: format!(" Largest gain: {cause} ({value})."),
            vi: format!(" Tăng nhiều nhất: {cause} ({value})."),
        };
    }
    if let Some((cause, value)) = largest[1] {
        let (cause, value) = (inside(cause), number::change(value));
        text += &say! {
            en: format!(" Largest loss: {cause} ({value})."),
            vi: format!(" Giảm nhiều nhất: {cause} ({value})."),
        };
    }
    text
}

/// Label of the first or last row of a bridge.
pub fn year_end(year: Year) -> String {
    say! {
        en: format!("End of {year}"),
        vi: format!("Cuối năm {year}"),
    }
}
/// Row of gains too small to stand alone.
pub fn other_gains(causes: usize) -> String {
    say! {
        en: format!("{causes} smaller gains"),
        vi: format!("{causes} khoản tăng nhỏ khác"),
    }
}
/// Row of losses too small to stand alone.
pub fn other_losses(causes: usize) -> String {
    say! {
        en: format!("{causes} smaller losses"),
        vi: format!("{causes} khoản giảm nhỏ khác"),
    }
}
/// Row of what the booked causes leave over.
pub const UNBOOKED: Said = Said::new("Not booked to a cause", "Chưa xác định nguyên nhân");
/// Name of a bridge's axis.
pub fn bridge_axis(stock: &str, from_zero: bool) -> String {
    let stock = stock_in_words(stock);
    let stock = say!(en: stock, vi: format!("số {stock}"));
    if from_zero {
        stock
    } else {
        say! {
            en: format!("{stock} (the axis does not start at zero)"),
            vi: format!("{stock} (trục không bắt đầu từ 0)"),
        }
    }
}
/// The whisker of the last row, explained, and the causes left out because they cancel.
pub fn bridge_note(cancelled: &[(String, String, f64)]) -> String {
    let mut note = say! {
        en: "Changes are means over all futures, added over the years; the line through the last diamond holds 8 in 10 futures.",
        vi: "Mức thay đổi là bình quân của tất cả các lượt mô phỏng, cộng dồn qua các năm; đoạn thẳng qua hình thoi cuối là khoảng của 8 trên 10 lượt.",
    }
    .to_owned();
    for (first, second, moved) in cancelled {
        let (first, second) = (inside(first), inside(second));
        let moved = number::short(*moved);
        note += &say! {
            en: format!(" Left out, since they cancel: {first} and {second} ({moved} each way)."),
            vi: format!(" Không nêu hai khoản bù trừ nhau: {first}; {second} (mỗi chiều {moved})."),
        };
    }
    note
}
/// No ledger, no bridge.
pub fn nothing_to_bridge(stock: &str) -> String {
    let stock = stock_in_words(stock);
    say! {
        en: format!("No picture: the ledger holds no complete account of {stock} over these years."),
        vi: format!("Không có hình: sổ theo dõi không có đủ số liệu về {stock} trong các năm này."),
    }
}

/// An unknown chart.
pub fn unknown_chart(id: &str, known: &[&str]) -> String {
    let known = known.join(", ");
    say! {
        en: format!("there is no chart called \"{id}\"; the charts are {known}"),
        vi: format!("không có biểu đồ nào mang tên \"{id}\"; các biểu đồ hiện có: {known}"),
    }
}
/// No chart can be asked for all of a wish.
pub const NO_SUCH_PICTURE: Said = Said::new(
    "no chart can be asked for all of this at once\n  help: a fan takes --indicator and --scope; maps and bridges take --indicator and --year",
    "không biểu đồ nào nhận được tất cả các yêu cầu này cùng lúc\n  gợi ý: fan nhận --indicator và --scope; sơ đồ ô (tiles) và bridge nhận --indicator và --year",
);

/// A code that the findings do not hold.
pub fn unknown_code(kind: &str, code: &str) -> String {
    say! {
        en: format!("the results hold no {kind} called \"{code}\""),
        vi: {
            let kind = match kind {
                "indicator" => "chỉ số",
                "place" => "địa bàn",
                other => other,
            };
            format!("kết quả không có {kind} nào mang mã \"{code}\"")
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Direction, Form};

    #[test]
    fn titles_inside_sentences_keep_their_acronyms() {
        assert_eq!(
            inside("Doctors per 10,000 people"),
            "doctors per 10,000 people"
        );
        assert_eq!(inside("NCD care at stations"), "NCD care at stations");
        assert_eq!(inside(""), "");
    }

    #[test]
    fn bounds_read_as_a_document_writes_them() {
        let (plain, year) = (Form::default(), Year(2030));
        let strict = Form {
            strict: true,
            from: Some(Year(2026)),
            ..plain
        };
        let band = Form {
            up_to: Some(5.0),
            ..plain
        };
        let told = |unit, bound| bound_in(unit, bound, year);
        assert_eq!(
            told(Unit::Share, (Direction::AtLeast, 0.15, plain)),
            "at least 15% in 2030"
        );
        assert_eq!(
            told(Unit::Per10k, (Direction::AtMost, 34.7, plain)),
            "at most 34.7 in 2030"
        );
        assert_eq!(
            told(Unit::PerStation, (Direction::AtLeast, 4.0, band)),
            "between 4 and 5 in 2030"
        );
        let over = (Direction::AtLeast, 0.95, strict);
        let said = "over 95% in every year from 2026 to 2030";
        assert_eq!(told(Unit::Share, over), said);
        assert_eq!(due(Unit::Share, over, year), "2026 to 2030: over 95%");
    }
}
