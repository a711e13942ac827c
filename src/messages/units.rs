//! Sentences about figures that a unit refuses, and their ways out.

use crate::said::{Said, say, sentences};

sentences! {
    year(got) = "a year is between 1900 and 2100, got {got}",
        vi "năm phải nằm trong khoảng từ 1900 đến 2100, nhận được {got}";
    share(got) = "a share is between 0 and 1, got {got}",
        vi "tỷ lệ phải nằm trong khoảng từ 0 đến 1, nhận được `{got}`";
    rate(got) = "a rate is between 0 and 1, got {got}",
        vi "tỷ lệ hằng năm phải nằm trong khoảng từ 0 đến 1, nhận được `{got}`";
    money(got) = "an amount of money is zero or more, got {got}",
        vi "số tiền phải từ 0 trở lên, nhận được `{got}`";
    multiple(got) = "a multiple is between 0 and 20, got {got}",
        vi "số lần so với số gốc phải nằm trong khoảng từ 0 đến 20, nhận được `{got}`";
    growth(got) = "growth is written in parts of the base figure, between 0 and 20, got {got}",
        vi "mức tăng so với số gốc (0.5 là thêm một nửa) phải nằm trong khoảng từ 0 đến 20, nhận được `{got}`";
    points(got) = "points of pay are hundredths of it, between 0 and 300, got {got}",
        vi "mức phụ cấp (điểm phần trăm của lương) phải nằm trong khoảng từ 0 đến 300, nhận được `{got}`";
    months(got) = "months of a year are between 0 and 12, got {got}",
        vi "số tháng trong năm phải nằm trong khoảng từ 0 đến 12, nhận được `{got}`";
    per_station(got) = "doctors per station are between 0 and 20, got {got}",
        vi "số bác sĩ trên một trạm phải nằm trong khoảng từ 0 đến 20, nhận được `{got}`";
    years(got) = "a duration is between 0 and 50 years, got {got}",
        vi "thời gian phải nằm trong khoảng từ 0 đến 50 năm, nhận được `{got}`";
    beds(got) = "a number of beds is between 0 and 20000, got {got}",
        vi "số giường phải nằm trong khoảng từ 0 đến 20000, nhận được {got}";
    last_age(got) = "staff may be kept to an age between 65 and 70, got {got}",
        vi "tuổi làm việc kéo dài phải nằm trong khoảng từ 65 đến 70, nhận được {got}";
    people(got) = "a number of people is between 0 and 100000, got {got}",
        vi "số người phải nằm trong khoảng từ 0 đến 100000, nhận được {got}";
    stations(got) = "a number of stations is between 0 and 20000, got {got}",
        vi "số trạm phải nằm trong khoảng từ 0 đến 20000, nhận được {got}";
}

/// The way out of a refusal, by how its sentence begins in either language.
pub(crate) fn way_out(refusal: &str) -> &'static str {
    let ways = [
        (
            Said::new("a year", "năm phải"),
            Said::new(
                "write the year with four digits, such as 2030",
                "viết năm bằng bốn chữ số, chẳng hạn 2030",
            ),
        ),
        (
            Said::new("a share", "tỷ lệ phải"),
            Said::new(
                "a share is a fraction: 15% is written 0.15",
                "tỷ lệ viết dưới dạng số thập phân với dấu chấm: 15% là 0.15",
            ),
        ),
        (
            Said::new("a rate", "tỷ lệ hằng năm"),
            Said::new(
                "a rate is a fraction: 3% a year is written 0.03",
                "tỷ lệ hằng năm viết dưới dạng số thập phân với dấu chấm: 3% một năm là 0.03",
            ),
        ),
        (
            Said::new("an amount", "số tiền"),
            Said::new(
                "write the amount at base-year prices, zero or more",
                "viết số tiền theo giá năm gốc, từ 0 trở lên",
            ),
        ),
        (
            Said::new("a multiple", "số lần"),
            Said::new(
                "Multiple(1.5) is half as much again; amounts are written Level(...)",
                "Multiple(1.5) là gấp rưỡi; số tuyệt đối viết là Level(...)",
            ),
        ),
        (
            Said::new("a duration", "thời gian"),
            Said::new(
                "write the years as a number, such as 1.5",
                "viết số năm dưới dạng số, chẳng hạn 1.5",
            ),
        ),
        (
            Said::new("a number of beds", "số giường"),
            Said::new(
                "write the beds as a whole number",
                "viết số giường là số nguyên",
            ),
        ),
    ];
    let is_of = |start: &Said| refusal.starts_with(start.en) || refusal.starts_with(start.vi);
    ways.iter().find(|(start, _)| is_of(start)).map_or(
        say!(en: "change the value so that it fits", vi: "sửa giá trị cho phù hợp"),
        |(_, way)| way.text(),
    )
}
