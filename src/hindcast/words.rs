//! What is said of laws that were fitted, and of those that cannot be.

use crate::said::{Said, sentences};

pub(super) const ANY_PROVINCE: Said = Said::new("any province", "bất kỳ tỉnh, thành phố nào");
pub(super) const NATION: Said = Said::new("the nation", "cả nước");
pub(super) const TOO_FEW_POINTS: Said = Said::new(
    "graduates of two years at least are needed to tell those of others",
    "cần số tốt nghiệp của ít nhất hai năm để suy ra các năm khác",
);

/// How the weights of variants were told.
pub(super) const WEIGHTS: Said = Said::new(
    "equal, times exp(mean log score) of each event that was over",
    "bằng nhau, nhân với exp(điểm log trung bình) của từng sự việc đã kết thúc",
);
/// A value that no row was asked for.
pub(super) const SET: Said = Said::new("set, not fitted", "đặt sẵn, không ước lượng");
/// Units of laws.
pub(super) const LOG_A_YEAR: Said = Said::new("log per year", "log mỗi năm");
/// Before an assumption the base does not have.
pub(super) const NOT_IN_BASE: Said =
    Said::new("not in this base", "không có trong bộ số liệu gốc này");

sentences! {
    later_row(at, year, origin) = "{at}: a row of {year} is later than the origin {origin}; a law is fitted on what had happened by then",
        vi "{at}: hàng của năm {year} muộn hơn năm lập dự báo {origin}; phân phối chỉ ước lượng từ những gì đã xảy ra đến lúc đó";
    missing(indicator, place, year) = "no {indicator} of {place} in {year}, which the recipe needs",
        vi "không có {indicator} của {place} năm {year}, trong khi cách tính cần số này";
    no_departments(origin) = "provincial departments are published for 2002 to 2013; growth over four years to {origin} cannot be told",
        vi "số liệu của các sở y tế chỉ công bố từ năm 2002 đến năm 2013; không tính được mức tăng trong bốn năm đến năm {origin}";
    needs_later_year(stock, origin) = "{stock} of {origin} were counted more widely; the comparable value is drawn between the years around it, and the later one was not known",
        vi "`{stock}` năm {origin} được thống kê theo phạm vi rộng hơn; giá trị so sánh được nội suy từ các năm trước và sau, nhưng lúc đó chưa có số của năm sau";
    state_growths(growths, origin) = "{growths} growths of the state series to {origin}",
        vi "{growths} mức tăng của dãy số liệu quốc gia đến năm {origin}";
    changes(changes, first, origin, furthest)
        = "{changes} changes of units {first}-{origin} over 1 to {furthest} years",
        vi "{changes} lần thay đổi của các đơn vị trong giai đoạn {first}-{origin}, qua 1 đến {furthest} năm";
    miss_of_sd(miss) = "the sd by horizon is missed by {miss:.5} (root mean square)",
        vi "độ lệch chuẩn theo tầm dự báo lệch `{miss:.5}` (căn bậc hai của trung bình bình phương)";
    departments_to(first, origin)
        = "beds of provincial departments {first}-{origin}, state series 1995-{origin}",
        vi "giường của các sở y tế {first}-{origin}, dãy số liệu quốc gia 1995-{origin}";
    official_to(origin) = "official beds 1995-{origin}",
        vi "giường theo thống kê chính thức 1995-{origin}";
    /// The head of a scenario with fitted laws.
    overlay(origin) = "// Laws as they would have been fitted on what was published to the end of {origin}.\n\
        //\n\
        // Written by `carecast calibrate`; the base is not touched. Behind each law: its 90% range by a\n\
        // parametric bootstrap, what it was fitted on, and how well it fits.",
        vi "// Các phân phối như khi ước lượng từ những gì đã công bố đến hết năm {origin}.\n\
        //\n\
        // Do `carecast calibrate` ghi; bộ số liệu gốc không thay đổi. Sau mỗi phân phối: khoảng 90% theo\n\
        // bootstrap tham số, số liệu dùng để ước lượng và mức độ phù hợp.";
    fitted_at(origin) = "Laws as fitted at {origin}",
        vi "Các phân phối ước lượng tại năm {origin}";
    range(low, high) = "90%: {low:.5} to {high:.5}",
        vi "90%: từ {low:.5} đến {high:.5}";
    range_from(low) = "90%: {low:.5} or more",
        vi "90%: từ {low:.5} trở lên";
}
