//! What is said of [`PrivateSector`](super::PrivateSector).

use crate::said::{Message, Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{decimal, percent, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "private::below-one",
        Said::new(
            "A multiple below 1 would keep private owners away, and a policy can only draw them in.",
            "Hệ số nhỏ hơn 1 làm nhà đầu tư tư nhân ít đi, trong khi giải pháp chỉ có thể thu hút thêm.",
        ),
        Said::new(
            "Write 1 or more. To ask what happens if fewer come, give `priv.openings` or `priv.size` another law under `assumptions`.",
            "Ghi 1 trở lên. Muốn hỏi điều gì xảy ra nếu ít nhà đầu tư hơn, đặt phân phối khác cho `priv.openings` hoặc `priv.size` trong `assumptions`.",
        ),
    ),
    warns(
        "private::changes-nothing",
        Said::new(
            "A policy on private hospitals has multiples of 1, no points of growth and no public money.",
            "Giải pháp về bệnh viện tư nhân có các hệ số bằng 1, không tăng trưởng thêm và không có vốn nhà nước.",
        ),
        Said::new(
            "Write `openings`, `size`, `expansion` or `ppp`, or take the policy out.",
            "Ghi `openings`, `size`, `expansion` hoặc `ppp`, hoặc bỏ giải pháp.",
        ),
    ),
    warns(
        "private::far-from-trend",
        Said::new(
            "Private owners are asked for several times the beds they open anyway, or the growth of those that stand is raised by more than ten points a year; often per cent were written.",
            "Giải pháp đòi hỏi số giường tư nhân gấp nhiều lần mức tự mở, hoặc nâng tốc độ tăng của bệnh viện hiện có quá mười điểm phần trăm mỗi năm; thường do viết theo phần trăm.",
        ),
        Said::new(
            "15% private beds in 2030 would need nearly six times the trend of ten years; the model lets only a part come true. One point is written 0.01.",
            "15% giường tư nhân vào năm 2030 cần gần sáu lần xu hướng của mười năm qua; mô hình chỉ cho một phần thành hiện thực. Một điểm phần trăm viết là 0.01.",
        ),
    ),
    refuses(
        "private::no-province",
        Said::new(
            "The list of provinces of a policy on private hospitals is empty.",
            "Danh sách tỉnh, thành phố của giải pháp về bệnh viện tư nhân để trống.",
        ),
        Said::new(
            "Name at least one province, or leave `provinces` out for all of them.",
            "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
        ),
    ),
    refuses(
        "private::not-public",
        Said::new(
            "The public money for private beds would be paid by private owners.",
            "Vốn nhà nước cho giường tư nhân lại do nhà đầu tư tư nhân chi trả.",
        ),
        Said::new(
            "Let Ministry, Provincial or Hospitals pay; owners pay the rest of each bed by themselves.",
            "Chọn nguồn Ministry, Provincial hoặc Hospitals; nhà đầu tư tự trả phần còn lại của mỗi giường.",
        ),
    ),
    refuses(
        "private::nothing-paid",
        Said::new(
            "The public share of a bed's cost is 0, so no money can be spent.",
            "Phần nhà nước trả cho một giường bằng 0, nên không chi được khoản nào.",
        ),
        Said::new(
            "Write the part the public pays, such as 0.3, or leave `ppp` out.",
            "Ghi phần nhà nước trả, ví dụ 0.3, hoặc bỏ `ppp`.",
        ),
    ),
    refuses(
        "private::province-twice",
        Said::new(
            "A province stands twice in the list of a policy on private hospitals.",
            "Một tỉnh, thành phố có hai lần trong danh sách của giải pháp về bệnh viện tư nhân.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "private::unknown-province",
        Said::new(
            "A policy on private hospitals names a province the base does not have.",
            "Giải pháp về bệnh viện tư nhân ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
];

messages! {
    below_one(field, times) = "{field} of {times} would keep private owners away"
        => "write 1 or more; for fewer or smaller hospitals give `priv.openings` or `priv.size` another law under `assumptions`",
        vi "{field} bằng {times} làm nhà đầu tư tư nhân ít đi"
        => "ghi 1 trở lên; nếu muốn ít bệnh viện hơn hoặc quy mô nhỏ hơn, đặt phân phối khác cho `priv.openings` hoặc `priv.size` trong `assumptions`";
    nothing_paid() = "a share of 0 pays for no part of a bed"
        => "write the part of a bed's cost that the public pays, such as 0.3, or leave `ppp` out",
        vi "tỷ lệ bằng 0 thì không trả cho phần nào của giường"
        => "ghi phần kinh phí một giường do nhà nước trả, ví dụ 0.3, hoặc bỏ `ppp`";
    not_public() = "public money cannot be paid by private owners"
        => "let Ministry, Provincial or Hospitals pay; private owners pay the rest of each bed by themselves",
        vi "vốn nhà nước không thể do nhà đầu tư tư nhân chi trả"
        => "chọn nguồn Ministry, Provincial hoặc Hospitals; nhà đầu tư tự trả phần còn lại của mỗi giường";
    no_province() = "the list of provinces is empty: the policy would reach nobody"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: giải pháp không đến nơi nào"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    changes_nothing()
        = "openings and size of 1, no points of growth and no public money change nothing"
        => "write `openings: 1.5`, `size: 1.2`, `expansion: 0.01` or `ppp: (money: 200, share: 0.3)`",
        vi "số mở mới và quy mô bằng 1, không tăng trưởng thêm và không có vốn nhà nước thì không thay đổi gì"
        => "viết `openings: 1.5`, `size: 1.2`, `expansion: 0.01` hoặc `ppp: (money: 200, share: 0.3)`";
    fast_growth(points) = "{points:.0} points a year more than private hospitals grow anyway"
        => "one point is written 0.01",
        vi "cao hơn {points:.0} điểm phần trăm mỗi năm so với tốc độ tăng sẵn có của bệnh viện tư nhân"
        => "một điểm phần trăm viết là 0.01";
}

/// Many more private beds are asked for than come anyway.
pub(super) fn far_from_trend(times: f64) -> Message {
    say! {
        en: Message {
            text: format!("openings and size together ask for {times:.1} times the beds that private owners open anyway"),
            help: "the model lets only a part of them come true, as far as patients go: see `priv.brake`".to_owned(),
        },
        vi: Message {
            text: format!(
                "số mở mới và quy mô gộp lại đòi hỏi gấp {} lần số giường mà nhà đầu tư tư nhân tự mở",
                decimal(times, 1)
            ),
            help: "mô hình chỉ cho một phần thành hiện thực, trong mức có người bệnh: xem `priv.brake`".to_owned(),
        },
    }
}

/// Private hospitals are drawn in.
pub(super) fn private_hospitals(openings: f64, size: f64, expansion: f64, money: f64) -> String {
    let mut said = Vec::new();
    if openings != 1.0 {
        said.push(say! {
            en: format!("{} times the openings", trimmed(openings, 2)),
            vi: format!("số bệnh viện mở mới gấp {} lần", trimmed(openings, 2)),
        });
    }
    if size != 1.0 {
        said.push(say! {
            en: format!("hospitals {} times as large", trimmed(size, 2)),
            vi: format!("quy mô bệnh viện gấp {} lần", trimmed(size, 2)),
        });
    }
    if expansion != 0.0 {
        said.push(say! {
            en: format!("{} more beds a year where they stand", percent(expansion)),
            vi: format!("bệnh viện hiện có tăng thêm {} số giường mỗi năm", percent(expansion)),
        });
    }
    if money > 0.0 {
        said.push(
            say! {
                en: "public money for part of the beds",
                vi: "vốn nhà nước tham gia một phần số giường",
            }
            .to_owned(),
        );
    }
    say! {
        en: format!(
            "private beds beyond those that come anyway: {}",
            said.join(", ")
        ),
        vi: format!("giường tư nhân tăng thêm so với mức tự mở: {}", said.join("; ")),
    }
}
