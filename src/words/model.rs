//! The model's equations in a line each: where every assumption acts, what every policy does to the world.
//! How an indicator is read stands with it.

mod rules;

use crate::said::{Said, say};
pub use rules::rule;

/// Said of a target on a province that publishes no value of a followed indicator.
pub const NO_OWN_VALUE: Said = Said::new(
    "The base has no value of this province: it is taken to lie about the rest of the nation. Read the answer with care.",
    "Bộ số liệu gốc không có giá trị của địa phương này: giá trị được coi là nằm quanh mức của phần còn lại của cả nước. Cần thận trọng khi sử dụng kết quả.",
);

/// How a followed indicator moves.
pub fn followed() -> &'static str {
    say! {
        en: "log odds between the bounds + trend + shock + what initiatives add, each year; published with an error",
        vi: "mỗi năm: log tỷ số (odds) giữa hai cận + xu hướng + cú sốc + phần các chương trình can thiệp bổ sung; số công bố có sai số",
    }
}

/// How a milestone is read.
pub fn milestone() -> &'static str {
    say! {
        en: "1 from the year in which planned finish + drawn delay is over, else 0; its mean is the share of futures",
        vi: "1 kể từ năm đã qua thời điểm hoàn thành dự kiến + thời gian chậm (lấy ngẫu nhiên), trước đó 0; trung bình là tỷ lệ lượt mô phỏng",
    }
}

/// When an indicator is read and how places are put together.
pub fn measured(flow: bool, ratio: bool) -> String {
    let when = if flow {
        say! {
            en: "Measure: what happened during the year",
            vi: "Đo lường: tính cho cả năm",
        }
    } else {
        say! {
            en: "Measure: as it stands on 31 December",
            vi: "Đo lường: tại thời điểm 31/12",
        }
    };
    if ratio {
        say! {
            en: format!("{when}; a region and the nation add tops and bottoms of their provinces"),
            vi: format!("{when}; vùng và cả nước cộng riêng tử số, mẫu số của các tỉnh, thành phố"),
        }
    } else {
        when.to_owned()
    }
}

/// A published figure of the base year.
pub fn published(value: &str, year: crate::units::Year) -> String {
    say! {
        en: format!("{value}, published for the nation at the end of {year}"),
        vi: format!("{value}, số công bố của cả nước cuối năm {year}"),
    }
}

/// A threshold for an example, where nobody has set one.
pub fn some_threshold(unit: crate::results::Unit) -> f64 {
    use crate::results::Unit;
    match unit {
        Unit::Per10k => 35.0,
        Unit::Share => 0.9,
        Unit::Count => 10_000.0,
        Unit::Money => 100_000.0,
        Unit::PerStation => 4.0,
        Unit::Ratio => 1.5,
        Unit::Years => 75.0,
        Unit::Per100 => 108.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Base;

    #[test]
    fn every_indicator_has_its_equation() {
        for entry in crate::indicator::registry(&Base::builtin()) {
            let told = !entry.equation.is_empty() || entry.is_followed();
            assert!(told, "{}", entry.info.id);
        }
    }
}
