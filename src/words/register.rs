//! What is said of predictions that are put down with their date.

use super::hindcast::counted;
use super::number::{decimal, percent, trimmed};
use crate::said::{Said, say};

/// Title of the page.
pub fn title(scenario: &str, day: &str) -> String {
    say! {
        en: format!("{scenario}: predictions of {day}"),
        vi: format!("{scenario}: dự báo lập ngày {day}"),
    }
}

/// What the page is.
pub const WHAT: Said = Said::new(
    "Put down before the years they tell of, and never changed after. `carecast verify` lives them again; `carecast register` with `--score` holds them against what comes.",
    "Dự báo được ghi lại trước các năm dự báo và không sửa về sau. `carecast verify` chạy lại để kiểm tra; `carecast register` với `--score` đối chiếu dự báo với số liệu thực tế.",
);
/// Heading of the table.
pub const NATION: Said = Said::new(
    "The nation: median, and between which values 80 of 100 futures lie",
    "Cả nước: trung vị và khoảng của 80 trên 100 lượt mô phỏng",
);
/// First column of the table.
pub const INDICATOR: Said = Said::new("what", "chỉ số");
/// Heading of the targets.
pub const TARGETS: Said = Said::new(
    "Targets of these years: the chance of each, and by each way that no figure decides between",
    "Chỉ tiêu của các năm này: khả năng đạt, chung và theo từng hướng diễn biến mà số liệu chưa xác định được",
);
/// Columns of the targets.
pub const TARGET_COLUMNS: [Said; 3] = [
    Said::new("target", "chỉ tiêu"),
    Said::new("chance", "xác suất"),
    Said::new("by way", "theo hướng diễn biến"),
];
/// A chance in the table of targets.
pub fn share(chance: f64) -> String {
    percent((chance * 1000.0).round() / 1000.0)
}
/// Heading of what it was lived from.
pub const FROM: Said = Said::new("Lived from", "Căn cứ mô phỏng");

/// A median with the ends of its range.
pub fn median(median: &str, low: &str, high: &str) -> String {
    say! {
        en: format!("{median} ({low} to {high})"),
        vi: format!("{median} ({low}–{high})"),
    }
}

/// The scenario that was lived, with its fingerprint.
pub fn scenario(name: &str, digest: &str) -> String {
    say! {
        en: format!("scenario `{name}` ({digest})"),
        vi: format!("kịch bản `{name}` ({digest})"),
    }
}

/// The base it was lived on, with its fingerprint.
pub fn base(name: &str, digest: &str) -> String {
    say! {
        en: format!("base `{name}` ({digest})"),
        vi: format!("bộ số liệu gốc `{name}` ({digest})"),
    }
}

/// The seed and the futures.
pub fn seed(seed: u64, futures: &str) -> String {
    say! {
        en: format!("seed {seed}, {futures} futures"),
        vi: format!("hạt giống {seed}, {futures} lượt mô phỏng"),
    }
}

/// Between the ways of going on.
pub const BETWEEN_WAYS: Said = Said::new(", ", "; ");

/// What was put down.
pub fn written(folder: &str, files: usize) -> String {
    say! {
        en: format!("predictions put down in {folder} ({files} files); nothing will be written over them"),
        vi: format!("đã ghi dự báo vào {folder} ({files} tệp); các tệp này không bao giờ bị ghi đè"),
    }
}

/// A registration that is there already.
pub fn taken(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is there already, and what was put down is never written over\n  help: name another place with --out FOLDER"
        ),
        vi: format!(
            "{folder} đã có sẵn, dự báo đã ghi không bao giờ bị ghi đè\n  gợi ý: chọn nơi khác bằng --out FOLDER"
        ),
    }
}

/// A folder that holds no run.
pub fn not_a_run(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is neither the folder of one scenario's run nor a registration\n  help: predictions are put down from a run: carecast register out/baseline"
        ),
        vi: format!(
            "{folder} không phải thư mục kết quả của một kịch bản, cũng không phải dự báo đã ghi\n  gợi ý: dự báo được ghi từ một kết quả đã chạy: carecast register out/baseline"
        ),
    }
}

/// A run that was to be scored.
pub fn put_down_first(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is a run: what it says has not been put down\n  help: carecast register {folder}, then `--score` with the folder that it names"
        ),
        vi: format!(
            "{folder} là kết quả chạy, chưa ghi thành dự báo\n  gợi ý: carecast register {folder}, sau đó dùng `--score` với thư mục mà lệnh đó nêu ra"
        ),
    }
}

/// A registration without a table to hold it against.
pub fn score_what(folder: &str) -> String {
    say! {
        en: format!(
            "{folder} is put down already\n  help: hold it against what came: carecast register {folder} --score FILE"
        ),
        vi: format!(
            "{folder} đã được ghi thành dự báo\n  gợi ý: đối chiếu với số liệu thực tế: carecast register {folder} --score FILE"
        ),
    }
}

/// A table that tells of nothing that was put down.
pub const NOTHING: Said = Said::new(
    "no row tells of anything that was put down",
    "không hàng nào nói về điều đã dự báo",
);

/// What would be told of.
pub fn tells_of(examples: &[&str], years: (&str, &str)) -> String {
    let (examples, (first, last)) = (examples.join(", "), years);
    say! {
        en: format!(
            "predictions.csv holds indicators such as {examples} for year-ends from {first} to {last}, of the nation (a table without the column `province`) and of provinces"
        ),
        vi: format!(
            "predictions.csv có các chỉ số như {examples} vào cuối các năm từ {first} đến {last}, của cả nước (bảng không có cột `province`) và của các tỉnh, thành phố"
        ),
    }
}

/// One value that came.
pub fn value(
    target: &str,
    location: &str,
    year: i32,
    [low, median, high]: [f64; 3],
    came: f64,
) -> String {
    let inside = if (low..=high).contains(&came) {
        say!(en: "inside", vi: "trong")
    } else if came > high {
        say!(en: "above", vi: "cao hơn")
    } else {
        say!(en: "below", vi: "thấp hơn")
    };
    let [came, low, high, median] = [came, low, high, median].map(|v| trimmed(v, 2));
    say! {
        en: format!(
            "{target}, {location}, {year}: {came} came, {inside} the 80% band ({low} to {high}, median {median})"
        ),
        vi: format!(
            "{target}, {location}, năm {year}: thực tế {came}, {inside} khoảng 80% (từ {low} đến {high}; trung vị {median})"
        ),
    }
}

/// Whether a target was met.
fn outcome(met: bool) -> &'static str {
    match met {
        true => say!(en: "met", vi: "đạt"),
        false => say!(en: "not met", vi: "không đạt"),
    }
}

/// One chance, and what became of it.
pub fn chance(target: &str, year: i32, chance: f64, met: bool) -> String {
    let (chance, outcome) = (percent(chance), outcome(met));
    say! {
        en: format!("{target}, {year}: given {chance}, {outcome}"),
        vi: format!("{target}, năm {year}: dự báo {chance}, thực tế {outcome}"),
    }
}

/// A chance by one way of going on, and what became of it.
pub fn variant(target: &str, year: i32, way: &str, chance: f64, met: bool) -> String {
    let (way, chance, outcome) = (super::data::spoken(way), share(chance), outcome(met));
    say! {
        en: format!("{target}, {year}, {way}: given {chance}, {outcome}"),
        vi: format!("{target}, năm {year}, {way}: dự báo {chance}, thực tế {outcome}"),
    }
}

/// All of them together.
pub fn together(values: usize, inside: usize, chances: usize, brier: f64) -> String {
    let error = decimal(brier, 3);
    say! {
        en: {
            let of_chances = match chances {
                0 => String::new(),
                n => format!(
                    "; {} with a mean squared error of {error}",
                    counted(n, "chance")
                ),
            };
            format!(
                "{} held against what came, {inside} of them inside their 80% band{of_chances}",
                counted(values, "prediction")
            )
        },
        vi: {
            let of_chances = match chances {
                0 => String::new(),
                n => format!("; {n} xác suất với sai số bình phương trung bình {error}"),
            };
            format!(
                "đã đối chiếu {values} dự báo với thực tế, {inside} dự báo nằm trong khoảng 80%{of_chances}"
            )
        },
    }
}
