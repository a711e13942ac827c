//! Places, people, hospitals and schools, and what is followed and asked of them.

use super::AT_ITS_END;
use crate::said::messages;
use std::fmt::Debug;

messages! {
    also_region(code) = "`{code}` is also the code of a region or of the nation"
        => "give the province another code",
        vi "`{code}` cũng là mã của một vùng hoặc của cả nước"
        => "đặt mã khác cho tỉnh, thành phố";
    tile_taken(column, row, other) = "the tile ({column}, {row}) is taken by `{other}`"
        => "give each province its own tile",
        vi "ô ({column}, {row}) đã dành cho `{other}`"
        => "đặt cho mỗi tỉnh, thành phố một ô riêng";
    half_a_place() = "only one of `lat` and `lon` is given"
        => "give both, or leave both empty",
        vi "chỉ có một trong hai số `lat` và `lon`"
        => "ghi cả hai, hoặc để trống cả hai";
    people_are_single() = "people of the base year are a single figure"
        => "leave `low` and `high` empty: how many people live there later is drawn (demo.*)",
        vi "dân số năm gốc là số đơn lẻ"
        => "để trống `low` và `high`: dân số các năm sau được lấy ngẫu nhiên (demo.*)";
    published_is_single() = "a count that a province publishes is a single figure"
        => "leave `low` and `high` empty: targets of the province are judged on the count as published",
        vi "số do tỉnh, thành phố công bố là số đơn lẻ"
        => "để trống `low` và `high`: chỉ tiêu của địa phương được đánh giá theo số đã công bố";
    no_figure(province, id) = "`{province}` has no `{id}`"
        => "add a row: {province},{id},value,low,high,unit,source_id,grade,note",
        vi "`{province}` không có `{id}`"
        => "thêm một hàng: {province},{id},value,low,high,unit,source_id,grade,note";
    no_figure_of_staff(province, plural) = "`{province}` has no `{plural}`, other provinces have"
        => "give the figure for every province, or for none (then it is spread by population)",
        vi "`{province}` không có `{plural}`, trong khi các địa phương khác có"
        => "ghi số liệu cho mọi tỉnh, thành phố, hoặc không ghi cho nơi nào (khi đó phân bổ theo dân số)";
    year_twice() = "the year stands twice"
        => "keep one of the two rows",
        vi "năm xuất hiện hai lần"
        => "chỉ giữ một trong hai hàng";
    path_begins(first, base) = "the path begins in {first}, the base year is {base}"
        => "begin with the year {base}",
        vi "chuỗi dân số bắt đầu từ năm {first}, năm gốc là {base}"
        => "bắt đầu từ năm {base}";
    people_do_not_add(people, nation) = "the provinces have {people:.0} people together, the nation has {nation:.0}"
        => "correct a province, or `population` in national.csv",
        vi "tổng dân số các tỉnh, thành phố là {people:.0}, cả nước là {nation:.0}"
        => "sửa số của một tỉnh, thành phố, hoặc `population` trong national.csv";
    path_begins_with(path, nation) = "the path begins with {path:.0} people, the nation has {nation:.0}"
        => "begin the path with `population` of national.csv",
        vi "chuỗi dân số bắt đầu với {path:.0} người, cả nước là {nation:.0}"
        => "bắt đầu chuỗi với `population` của national.csv";
    mean_income(mean) = "the mean of `income_index`, weighted by population, is {mean:.3} and not 1"
        => "if each population and each income_index is right, divide every income_index by this mean",
        vi "trung bình của `income_index`, theo trọng số dân số, là `{mean:.3}`, không phải 1"
        => "nếu mọi số dân và income_index đều đúng thì chia mọi income_index cho số trung bình này";
    station_has_no_beds() = "a commune station has no hospital beds"
        => "write 0: beds at stations are the assumption bed.at_stations",
        vi "trạm y tế xã không có giường bệnh của bệnh viện"
        => "ghi 0: số giường tại trạm là giả định bed.at_stations";
    station_is_commune() = "`station` and the level Commune go together"
        => "write both or neither",
        vi "`station` và cấp Commune phải đi cùng nhau"
        => "ghi cả hai, hoặc không ghi";
    central_is_ministry() = "a Central hospital belongs to a ministry"
        => "write Ministry or OtherMinistry, or another level",
        vi "bệnh viện tuyến trung ương phải thuộc một bộ"
        => "ghi Ministry hoặc OtherMinistry, hoặc chọn cấp khác";
    station_is_province() = "a commune station belongs to the province"
        => "write Province",
        vi "trạm y tế xã thuộc tỉnh, thành phố"
        => "ghi Province";
    synthetic_beds() = "a synthetic hospital has no published beds"
        => "write `no` in one of the two columns",
        vi "bệnh viện giả lập không có số giường đã công bố"
        => "ghi `no` ở một trong hai cột";
    referrals_do_not_add(sum) = "the shares of referrals add to {sum:.4} and not to 1"
        => "correct the share of `general`, which takes what the others leave",
        vi "tổng các tỷ lệ chuyển tuyến là `{sum:.4}`, không phải 1"
        => "sửa tỷ lệ của `general`, vì chuyên khoa này nhận phần còn lại";
    year_against_state(planned, state, base) = "a project that opens in {planned} cannot be `{state}` at the end of {base}"
        => "`Opened` means opened in {base}; the others open later",
        vi "dự án đưa vào hoạt động năm {planned} không thể là `{state}` ở thời điểm cuối năm {base}"
        => "`Opened` nghĩa là đã đưa vào hoạt động trong năm {base}; các trường hợp khác đưa vào hoạt động sau đó";
    other_owner(facility, owner: impl Debug, here: impl Debug) = "`{facility}` belongs to {owner:?} in facilities.csv, here to {here:?}"
        => "facilities.csv holds the owner at the end of the base year: correct one of the two",
        vi "`{facility}` thuộc `{owner:?}` trong facilities.csv, ở đây lại thuộc `{here:?}`"
        => "facilities.csv ghi chủ quản ở thời điểm cuối năm gốc: sửa một trong hai nơi";
    transfer_not_done(year, base) = "a transfer of {year} is not done at the end of {base}"
        => "write `decided`",
        vi "việc chuyển giao năm {year} chưa hoàn thành ở thời điểm cuối năm {base}"
        => "ghi `decided`";
    transfer_over(year, base) = "a transfer of {year} is over at the end of {base}"
        => "write `done` and set the owner in facilities.csv",
        vi "việc chuyển giao năm {year} đã hoàn thành ở thời điểm cuối năm {base}"
        => "ghi `done` và ghi chủ quản trong facilities.csv";
    first_band() = "the first band begins at 20 or at 25"
        => "write 20 or 25",
        vi "nhóm tuổi đầu tiên bắt đầu từ 20 hoặc 25"
        => "ghi 20 hoặc 25";
    not_an_occupation(text) = "`{text}` is not an occupation's code"
        => "use small letters without accents, and `_` between words: it becomes a column name",
        vi "`{text}` không phải là mã nhóm nhân lực hợp lệ"
        => "dùng chữ thường không dấu, giữa các từ là `_`: mã này trở thành tên cột";
    next_band(occupation, expected, age, first, last) = "the next band of `{occupation}` begins at {expected}, not at {age}"
        => "give every band from {first} to {last}, five years apart, in order",
        vi "nhóm tuổi tiếp theo của `{occupation}` bắt đầu từ {expected}, không phải {age}"
        => "ghi đủ các nhóm tuổi từ {first} đến {last}, cách nhau 5 năm, theo thứ tự";
    missing_bands(occupation, bands, needed, first, last) = "`{occupation}` has {bands} bands, it needs {needed}"
        => "give every band from {first} to {last}",
        vi "`{occupation}` có {bands} nhóm tuổi, cần {needed}"
        => "ghi đủ các nhóm tuổi từ {first} đến {last}";
    ages_do_not_add(occupation, sum) = "the age shares of `{occupation}` add to {sum:.4} and not to 1"
        => "correct the shares; the last band closes at 69",
        vi "tổng tỷ lệ các nhóm tuổi của `{occupation}` là `{sum:.4}`, không phải 1"
        => "sửa các tỷ lệ; nhóm tuổi cuối kết thúc ở 69";
    ages_begin(first, base) = "the ages begin in {first}, the base year is {base}"
        => "begin with the year {base}",
        vi "bảng tuổi bắt đầu từ năm {first}, năm gốc là {base}"
        => "bắt đầu từ năm {base}";
    bands_apart() = "the bands are not five years apart"
        => "give every band in order",
        vi "các nhóm tuổi không cách nhau 5 năm"
        => "ghi đủ các nhóm tuổi theo thứ tự";
    bands_run(from, to, first, last) = "the bands run from {from} to {to}"
        => "give every band from {first} to {last}",
        vi "các nhóm tuổi chạy từ {from} đến {to}"
        => "ghi đủ các nhóm tuổi từ {first} đến {last}";
    intake_does_not_add(occupation, sum) = "the intake shares for `{occupation}` add to {sum:.6} and not to 1"
        => "change the share of the `other` schools so that the sum is 1",
        vi "tổng tỷ lệ tuyển sinh của `{occupation}` là `{sum:.6}`, không phải 1"
        => "sửa tỷ lệ của các cơ sở đào tạo `other` để tổng bằng 1";
    not_an_indicator(id, example) = "`{id}` is not an indicator's id"
        => "an id has small letters, digits and `_`: `{example}`",
        vi "`{id}` không phải là mã chỉ số hợp lệ"
        => "mã gồm chữ thường, chữ số và `_`: `{example}`";
    bounds_out_of_order(high, low) = "{high} is not above the lower bound {low}"
        => "write the lower bound first; the indicator lies between the two",
        vi "`{high}` không lớn hơn cận dưới `{low}`"
        => "ghi cận dưới trước; chỉ số nằm giữa hai cận";
    outside_bounds(value, low, high) = "{value} is not between the bounds {low} and {high}"
        => "shares are fractions: 95% is 0.95; a level on its bound could not move",
        vi "`{value}` không nằm trong khoảng từ `{low}` đến `{high}`"
        => "tỷ lệ viết dưới dạng số thập phân với dấu chấm: 95% là 0.95; mức nằm đúng trên cận thì không thay đổi được";
    no_width() = "the range has no width"
        => "leave both ends empty where the figure is single",
        vi "khoảng giá trị có hai cận bằng nhau"
        => "để trống cả hai cận nếu chỉ có một số";
    value_on_its_end() = "{AT_ITS_END}"
        => "move the end away from the value, or leave both ends empty: a single figure holds in every future",
        vi "{AT_ITS_END}"
        => "dời cận ra xa giá trị, hoặc để trống cả hai cận: số đơn lẻ giữ nguyên trong mọi lượt mô phỏng";
    finish_before_start() = "the planned finish is not after the start"
        => "write years with their fraction: 2024.5 is the middle of 2024",
        vi "thời điểm dự kiến hoàn thành không sau thời điểm bắt đầu"
        => "viết năm kèm phần thập phân: 2024.5 là giữa năm 2024";
}
