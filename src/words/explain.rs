//! Words of the pages that explain a name.

use super::codes;
use super::number::{grouped, trimmed};
use super::page::founded;
use super::report::{side_in_vietnamese, things_in_vietnamese};
use crate::base::{Borders, Facility, Grade, Level, Owner, ProjectState, TargetStatus};
use crate::messages::did_you_mean;
use crate::results::Unit;
use crate::said::{Said, date, say};

/// Field names.
pub const UNIT: Said = Said::new("unit", "đơn vị");
/// Name of the field for a law.
pub const LAW: Said = Said::new("law", "phân phối");
/// Name of the field for percentiles.
pub const PERCENTILES: Said = Said::new("percentiles", "bách phân vị");
/// Name of the field for a grade.
pub const GRADE: Said = Said::new("grade", "mức tin cậy");
/// Name of the field for a source.
pub const SOURCE: Said = Said::new("source", "nguồn");
/// Name of the field for a reason.
pub const WHY: Said = Said::new("why", "lý do");
/// The code the state gives a place.
pub const OFFICIAL_CODE: Said = Said::new("official code", "mã chính thức");

/// Units of former times that are part of a province.
pub const FORMER: Said = Said::new("took in", "đã sáp nhập");

/// A unit of former times.
pub fn former(code: &str, name: &str, since: &str) -> String {
    format!("{code} ({name}), {}", date::spoken(since))
}

/// A word that means a unit of former times.
pub fn part_of(code: &str, name: &str, now: &str, since: &str) -> String {
    let since = date::spoken(since);
    say! {
        en: format!("`{code}` ({name}) is part of `{now}` since {since}: this is the page of `{now}`"),
        vi: format!("`{code}` ({name}) đã nhập vào `{now}` từ {since}: đây là trang của `{now}`"),
    }
}

/// Why one value is held though others are possible.
pub const HELD: Said = Said::new("not drawn", "giữ cố định");
/// Name of the field for the place in a year.
pub const ACTS: Said = Said::new("acts in", "thuộc bước");
/// Name of the field for an equation.
pub const EQUATION: Said = Said::new("equation", "công thức");
/// Name of the field for a tie.
pub const TIED: Said = Said::new("moves with", "liên hệ với");
/// Name of the field for the year from which it holds.
pub const SINCE: Said = Said::new("holds since", "hiệu lực từ");
/// Name of the field for why two assumptions move together.
pub const WHY_TIED: Said = Said::new("why together", "lý do liên hệ");
/// Name of the field for a plausible range.
pub const RANGE: Said = Said::new("range", "khoảng hợp lý");
/// Name of the field for the plausible range of a profile.
pub const RANGE_OF_MEAN: Said = Said::new("range of mean", "khoảng của TB");
/// Name of the field for a way out.
pub const WAY_OUT: Said = Said::new("way out", "khắc phục");
/// Name of the field for the weight of a message.
pub const SEVERITY: Said = Said::new("weight", "mức độ");
/// Name of the field for what a policy serves.
pub const SERVES: Said = Said::new("serves", "phục vụ");
/// Name of the field for what a policy leaves alone.
pub const DOES_NOT_MOVE: Said = Said::new("does not move", "không làm đổi");
/// Name of the field for the time a policy takes.
pub const TIME: Said = Said::new("takes", "thời gian");

/// Why new students cannot help earlier.
pub fn first_licensed(plural: &str, first: crate::units::Year, study_years: u32) -> String {
    say! {
        en: format!(
        "{plural} who begin in {first} study {study_years} years and practise one: none is licensed before {}",
        first.plus(study_years as i32 + 1)
    ),
        vi: format!("khóa đào tạo {} tuyển năm {first} học {study_years} năm và thực hành một năm: chưa ai được cấp giấy phép hành nghề trước năm {}", things_in_vietnamese(plural), first.plus(study_years as i32 + 1)),
    }
}

/// Name of the field for assumptions.
pub const USES: Said = Said::new("uses", "giả định dùng");
/// Name of the field for scenarios.
pub const SEEN_IN: Said = Said::new("seen in", "có trong");
/// Name of the field for targets.
pub const TARGETS: Said = Said::new("targets", "chỉ tiêu");
/// Name of the field for a scope.
pub const SCOPE: Said = Said::new("read for", "phạm vi");
/// Name of the field for a document.
pub const DOCUMENT: Said = Said::new("document", "văn bản");
/// Name of the field for a target's standing.
pub const STATUS: Said = Said::new("standing", "tình trạng");
/// Name of the field for today's value.
pub const TODAY: Said = Said::new("today", "hiện nay");
/// Title of the picture of a law.
pub const PICTURE: Said = Said::new(
    "how likely each value is (marks: 5%, median, 95%)",
    "khả năng của từng giá trị (mốc: 5%, trung vị, 95%)",
);
/// Title of the picture of a plain value.
pub const PICTURE_FIXED: Said = Said::new(
    "not drawn; its plausible range",
    "không lấy ngẫu nhiên; khoảng hợp lý",
);
/// Title of the picture of a profile.
pub const PICTURE_PROFILE: Said = Said::new("share of each year", "tỷ lệ của từng năm");
/// Title of the picture of a choice.
pub const PICTURE_CHOICE: Said = Said::new(
    "chance of each way, in the order of the law",
    "xác suất của từng hướng, theo thứ tự trong phân phối",
);
/// Title of the fields of a policy.
pub const FIELDS: Said = Said::new("what it is given", "các trường cần khai báo");
/// Title of the fields that every policy may have.
pub const FIELDS_OF_ALL: Said = Said::new(
    "what every policy is given",
    "các trường chung của mọi giải pháp",
);
/// Title of an example.
pub const EXAMPLE: Said = Said::new("to paste into a scenario", "để dán vào kịch bản");

/// A grade with what it stands for.
pub fn grade(grade: Grade) -> String {
    format!("{grade:?}: {}", founded(grade))
}

/// A source as it is cited.
pub fn source(title: &str, publisher: &str, date: &str, address: &str) -> String {
    let parts: Vec<&str> = [title, publisher, date, address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// No source stands behind a figure.
pub const NO_SOURCE: Said = Said::new("none: assumed here", "không có: giả định của mô hình");

/// Percentiles of a law on one line.
pub fn percentiles(values: &[(f64, String)]) -> String {
    let parts: Vec<String> = values
        .iter()
        .map(|(u, value)| {
            let u = trimmed(u * 100.0, 1);
            format!("{u}%: {value}")
        })
        .collect();
    parts.join(say!(en: ", ", vi: "; "))
}

/// A tie to others.
pub fn tie(rho: f64, others: &[&str]) -> String {
    say! {
        en: format!(
        "{} (correlation of ranks about {})",
        others.join(", "),
        trimmed(rho, 2)
    ),
        vi: format!("{} (tương quan hạng khoảng {})", others.join(", "), trimmed(rho, 2)),
    }
}

/// The year from which a law of the day holds.
pub fn since(year: i32) -> String {
    say! {
        en: format!(
        "{year}: a rule, a programme or a way of counting of its day; a base of an earlier year states its own"
    ),
        vi: format!("năm {year}: quy định, chương trình hoặc cách thống kê của thời điểm đó; bộ số liệu gốc của năm trước đó tự nêu giá trị riêng"),
    }
}

/// Why two assumptions move together, and how well that is known.
pub fn why_tied(reason: &str, grade: Grade) -> String {
    say! {
        en: format!("{reason} (grade {grade:?})"),
        vi: format!("{reason} (mức tin cậy {grade:?})"),
    }
}

/// A plausible range.
pub fn range(low: &str, high: &str) -> String {
    say! {
        en: format!("{low} to {high}"),
        vi: format!("từ {low} đến {high}"),
    }
}

/// Comment above an override that holds a drawn number still.
pub const HOLD: Said = Said::new(
    "// held at its median; any other law may stand here",
    "// giữ ở mức trung vị; có thể thay bằng phân phối khác",
);
/// Comment above an override of a choice.
pub const CERTAIN: Said = Said::new("// one way is certain", "// chắc chắn theo một hướng");
/// Comment above an override that draws a number that is plain.
pub const DRAW: Said = Said::new(
    "// drawn from its plausible range",
    "// lấy ngẫu nhiên trong khoảng hợp lý",
);
/// Comment above an override of a profile.
pub const RESHAPE: Said = Said::new(
    "// shares that add to 1, as many as here",
    "// các tỷ lệ có tổng bằng 1, đủ số lượng như ở đây",
);

/// A target as a sentence.
pub fn target(indicator: &str, scope: &str, side: &str, threshold: &str, year: &str) -> String {
    say! {
        en: {
            let side = side.replace('_', " ");
            format!("{indicator}, {scope}: {side} {threshold} by the end of {year}")
        },
        vi: {
            let side = side_in_vietnamese(side);
            let scope = match scope {
                "nation" => "cả nước",
                place => place,
            };
            format!("{indicator}, {scope}: {side} {threshold}, chậm nhất cuối năm {year}")
        },
    }
}

/// A threshold in its unit.
pub fn threshold(unit: Option<Unit>, value: f64) -> String {
    match unit {
        Some(unit) => super::number::threshold(unit, value),
        None => trimmed(value, 4),
    }
}

/// A target's standing.
pub fn standing(status: TargetStatus, borders: Borders) -> String {
    let status = match status {
        TargetStatus::Adopted => {
            say!(en: "adopted: in force, answered by every scenario", vi: "đã ban hành: đang có hiệu lực, kịch bản nào cũng trả lời")
        }
        TargetStatus::Draft => {
            say!(en: "draft: not adopted when the data were compiled", vi: "dự thảo: chưa ban hành khi tổng hợp số liệu")
        }
        TargetStatus::Superseded => {
            say!(en: "superseded: replaced by a later document", vi: "đã được thay thế bằng chỉ tiêu của văn bản sau")
        }
        TargetStatus::Vision => {
            say!(en: "vision: a long-term orientation", vi: "tầm nhìn: định hướng dài hạn")
        }
    };
    match borders {
        Borders::Current => status.to_owned(),
        Borders::Before2025 => {
            say! {
                en: format!(
                    "{status}; set for borders that have changed since, so it is no verdict on today's unit"
                ),
                vi: format!(
                    "{status}; đặt cho địa giới trước sắp xếp đơn vị hành chính, nên không dùng để đánh giá địa phương hiện nay"
                ),
            }
        }
    }
}

/// What a facility is, in a sentence.
pub fn facility(f: &Facility, province: &str) -> String {
    let owner = match f.owner {
        Owner::Ministry => say!(en: "the Ministry of Health", vi: "Bộ Y tế"),
        Owner::OtherMinistry => say!(en: "another ministry", vi: "bộ, ngành khác"),
        Owner::Province => say!(en: "the province", vi: "địa phương"),
        Owner::Private => say!(en: "private owners", vi: "tư nhân"),
    };
    let what = match (f.level, f.owner) {
        (Level::Commune, _) => say!(en: "a commune station", vi: "trạm y tế xã").to_owned(),
        (_, Owner::Private) => say!(en: "a private hospital", vi: "bệnh viện tư nhân").to_owned(),
        (Level::Central, _) => say!(en: "a central hospital", vi: "bệnh viện tuyến trung ương").to_owned(),
        (Level::Provincial, _) => say!(en: "a provincial hospital", vi: "bệnh viện cấp tỉnh").to_owned(),
        (Level::Regional, _) => say!(en: "a regional hospital (former district level)", vi: "bệnh viện khu vực (tuyến huyện trước đây)").to_owned(),
    };
    say! {
        en: format!("{}: {what} in {province}, owned by {owner}", f.name),
        vi: format!("{}: {what} tại {province}, chủ quản: {owner}", f.name),
    }
}

/// Beds of a facility and how well they are known.
pub fn beds(f: &Facility) -> String {
    match f.level {
        Level::Commune => say!(en: "none counted: beds at stations stand outside every ratio", vi: "không tính: giường tại trạm y tế xã nằm ngoài mọi tỷ lệ").to_owned(),
        _ if f.beds_known => say! {
            en: format!("{}, published for this facility", grouped(f.beds)),
            vi: format!("{}, số đã công bố cho cơ sở này", grouped(f.beds)),
        },
        _ => say! {
            en: format!("about {}, estimated so that totals add up", grouped(f.beds)),
            vi: format!("khoảng {}, ước tính để khớp tổng số", grouped(f.beds)),
        },
    }
}

/// A facility that was made.
pub const SYNTHETIC: Said = Said::new(
    "This facility was made so that published counts and beds add up: it is no real place. Replace it by editing its row of facilities.csv (carecast base --write DIR).",
    "Cơ sở này được giả lập để khớp số cơ sở và số giường đã công bố, không có thật. Thay bằng cách sửa hàng của cơ sở trong facilities.csv (carecast base --write DIR).",
);

/// Decided and proposed changes of owner.
pub fn hands_over(year: &str) -> String {
    say! {
        en: format!("decided: changes owner in {year} (part of the base)"),
        vi: format!("đã quyết định: chuyển cơ quan chủ quản năm {year} (có trong bộ số liệu gốc)"),
    }
}

/// Behind a field that need not be written.
pub const MAY_BE_LEFT_OUT: Said = Said::new(" (may be left out)", " (có thể bỏ trống)");

/// How far a building project is.
pub fn project_state(state: ProjectState) -> &'static str {
    match state {
        ProjectState::Opened => say!(en: "opened", vi: "đã đưa vào hoạt động"),
        ProjectState::Building => say!(en: "under construction", vi: "đang xây dựng"),
        ProjectState::Planned => say!(en: "planned", vi: "đã có kế hoạch"),
    }
}

/// A building project at a facility.
pub fn project(name: &str, beds: f64, year: &str, state: &str) -> String {
    say! {
        en: format!(
        "{name}: {} beds, planned for {year} ({state})",
        grouped(beds)
    ),
        vi: format!("{name}: {} giường, dự kiến năm {year} ({state})", grouped(beds)),
    }
}

/// Name of the field for projects.
pub const PROJECT: Said = Said::new("project", "dự án");
/// Name of the field for a change of owner.
pub const OWNER: Said = Said::new("owner", "chủ quản");
/// Name of the field for beds.
pub const BEDS: Said = Said::new("beds", "số giường");
/// Name of the field for a specialty.
pub const SPECIALTY: Said = Said::new("specialty", "chuyên khoa");
/// Name of the field for people.
pub const PEOPLE: Said = Said::new("people", "dân số");
/// Name of the field for facilities.
pub const FACILITIES: Said = Said::new("facilities", "cơ sở y tế");

/// People of a province.
pub fn people(population: f64, share_60: f64) -> String {
    say! {
        en: format!(
        "{}, {} of them 60 or older",
        grouped(population),
        super::number::percent(share_60)
    ),
        vi: format!("{} người, trong đó {} từ 60 tuổi trở lên", grouped(population), super::number::percent(share_60)),
    }
}

/// Beds of a province with their range.
pub fn provincial_beds(central: f64, low: f64, high: f64, population: f64) -> String {
    say! {
        en: format!(
        "{} ({} to {}), {} per 10,000 people",
        grouped(central),
        grouped(low),
        grouped(high),
        trimmed(central / population * 10_000.0, 1)
    ),
        vi: format!("{} (từ {} đến {}), {} giường trên 10.000 dân", grouped(central), grouped(low), grouped(high), trimmed(central / population * 10_000.0, 1)),
    }
}

/// Facilities of a province.
pub fn counts(hospitals: usize, named: usize, stations: usize) -> String {
    say! {
        en: format!(
        "{} hospitals ({} of them with their real names) and {} commune stations",
        grouped(hospitals as f64),
        grouped(named as f64),
        grouped(stations as f64)
    ),
        vi: format!("{} bệnh viện (trong đó {} bệnh viện mang tên thật) và {} trạm y tế xã", grouped(hospitals as f64), grouped(named as f64), grouped(stations as f64)),
    }
}

/// How much a message weighs.
pub fn severity(weight: codes::Weight) -> &'static str {
    match weight {
        codes::Weight::Warns => {
            say!(en: "warning: legal but unusual, the run goes on", vi: "cảnh báo: hợp lệ nhưng bất thường, vẫn chạy tiếp")
        }
        codes::Weight::Both => {
            say!(en: "refuses what cannot be meant, warns of what is only unusual", vi: "từ chối nội dung không thể hợp lý, cảnh báo nội dung chỉ bất thường")
        }
        codes::Weight::Refuses => say!(en: "error: the file is refused", vi: "lỗi: tệp bị từ chối"),
    }
}

/// A kind of policy.
pub const A_POLICY: Said = Said::new("policy", "giải pháp");
/// An indicator.
pub const AN_INDICATOR: Said = Said::new("indicator", "chỉ số");
/// An assumption.
pub const AN_ASSUMPTION: Said = Said::new("assumption", "giả định");
/// A target.
pub const A_TARGET: Said = Said::new("target", "chỉ tiêu");
/// A province.
pub const A_PROVINCE: Said = Said::new("province", "tỉnh, thành phố");
/// A facility.
pub const A_FACILITY: Said = Said::new("facility", "cơ sở y tế");
/// The code of a message.
pub const A_CODE: Said = Said::new("code", "mã thông báo");

/// A word that fits several names.
pub fn several(asked: &str, found: &[(&str, &str)], more: usize) -> String {
    let wide = found.iter().map(|(n, _)| n.chars().count()).max();
    let wide = wide.unwrap_or(0);
    let mut text = say! {
        en: format!("\"{asked}\" fits several names; explain one of them:\n"),
        vi: format!("\"{asked}\" phù hợp với nhiều tên; chọn một tên để giải thích:\n"),
    };
    for (name, what) in found {
        text += &format!("  {name:<wide$}  {what}\n");
    }
    if more > 0 {
        let more = grouped(more as f64);
        text += &say! {
            en: format!("  ... and {more} more\n"),
            vi: format!("  ... và {more} tên khác\n"),
        };
    }
    let twins = found
        .iter()
        .any(|(name, _)| found.iter().filter(|(n, _)| n == name).count() > 1);
    if twins {
        text += say! {
            en: "  help: say which kind with --as, for example --as indicator\n",
            vi: "  gợi ý: chỉ rõ loại bằng --as, ví dụ --as indicator\n",
        };
    }
    text
}

/// A word that fits nothing.
pub fn unknown(asked: &str, nearest: Option<&str>) -> String {
    let help = match nearest {
        Some(name) => did_you_mean(name),
        None => say!(
            en: "carecast list policies, indicators, assumptions, targets, provinces or facilities shows what exists",
            vi: "carecast list policies, indicators, assumptions, targets, provinces hoặc facilities liệt kê những gì hiện có",
        )
        .to_owned(),
    };
    say! {
        en: format!("nothing is named \"{asked}\"\n  help: {help}"),
        vi: format!("không có gì mang tên \"{asked}\"\n  gợi ý: {help}"),
    }
}
