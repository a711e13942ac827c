//! Figures that can be read and cannot be meant.

use crate::said::{Message, Said, messages, say, sentences};

pub(super) const AT_ITS_END: Said = Said::new(
    "the value stands at an end of its own range, of which 80% lies around it",
    "giá trị trùng với một cận của chính khoảng giá trị, trong khi khoảng này phải bao quanh giá trị (chứa 80% khả năng)",
);

messages! {
    stock_does_not_add(sum, what, ratio, people, total, factor) = "the provinces have {sum:.0} {what} together; {ratio} per 10,000 of {people:.0} people are {total:.0}"
        => "multiply the {what} of the provinces by {factor:.6}, or correct the national figure: only what rounding leaves may lie between them",
        vi "tổng `{what}` của các tỉnh, thành phố là {sum:.0}; theo tỷ lệ `{ratio}` trên 10.000 dân và dân số {people:.0} thì phải là {total:.0}"
        => "nhân `{what}` của các tỉnh, thành phố với `{factor:.6}`, hoặc sửa số liệu cả nước: hai bên chỉ được lệch do làm tròn";
    range_too_wide(province, half, what, most) = "`{province}` may lie {half:.0} {what} from its value, and the others together cannot make up for it: they may lie {most:.0} from theirs, and the sum is the nation's"
        => "narrow its range to {most:.0} either side, widen those of others, or give the nation a range",
        vi "`{what}` của `{province}` có thể lệch {half:.0} so với giá trị đã ghi, các địa phương khác cộng lại không bù được: chỉ có thể lệch {most:.0}, trong khi tổng phải bằng số cả nước"
        => "thu hẹp khoảng giá trị còn {most:.0} mỗi phía, mở rộng khoảng của các địa phương khác, hoặc ghi khoảng giá trị cho số cả nước";
    nation_too_wide(half, what, most) = "the nation may lie {half:.0} {what} from its value, the provinces together only {most:.0}"
        => "narrow the range of the nation, or widen those of provinces",
        vi "`{what}` của cả nước có thể lệch {half:.0} so với giá trị đã ghi, các tỉnh, thành phố cộng lại chỉ có thể lệch {most:.0}"
        => "thu hẹp khoảng giá trị của cả nước, hoặc mở rộng khoảng của các tỉnh, thành phố";
    value_at_its_end() = "{AT_ITS_END}"
        => "move the end away from the value, or leave `low` and `high` empty: a single figure holds in every future",
        vi "{AT_ITS_END}"
        => "dời cận ra xa giá trị, hoặc để trống `low` và `high`: số đơn lẻ giữ nguyên trong mọi lượt mô phỏng";
    known_is_more(province, known, low) = "hospitals of `{province}` with beds_known `yes` have {known:.0} beds together, the province may have {low:.0}"
        => "write a low end of {known:.0} or more, or beds_known `no` for what is an estimate",
        vi "các bệnh viện của `{province}` có beds_known `yes` có tổng cộng {known:.0} giường, trong khi tỉnh, thành phố có thể chỉ có {low:.0}"
        => "ghi cận dưới từ {known:.0} trở lên, hoặc beds_known `no` cho số giường chỉ là ước tính";
    drawn_and_stated(plural, code) = "{plural} of provinces are stated, those of the nation are drawn from `base.{plural}_per_10k`"
        => "write `national_per_10k` of `{code}` in occupations.csv (their sum over the people), or leave the provinces out",
        vi "`{plural}` đã ghi cho các tỉnh, thành phố, trong khi số cả nước được lấy ngẫu nhiên từ `base.{plural}_per_10k`"
        => "ghi `national_per_10k` của `{code}` trong occupations.csv (tổng các địa phương chia cho dân số), hoặc bỏ số liệu của các tỉnh, thành phố";
    hospitals_do_not_add(province, beds, stated, apart) = "the hospitals of `{province}` have {beds} beds together, the province has {stated}"
        => "change another hospital of `{province}`, or `beds` of the province; {apart:.0}% apart is allowed",
        vi "các bệnh viện của `{province}` có tổng cộng `{beds}` giường, số của tỉnh, thành phố là `{stated}`"
        => "sửa một bệnh viện khác của `{province}`, hoặc `beds` của tỉnh, thành phố; được phép lệch {apart:.0}%";
    no_hospital_for_the_rest(province, known, stated) = "all hospitals of `{province}` have beds_known `yes` and {known} beds together, the province has {stated}: no hospital could hold the rest"
        => "write {known} for the province, or beds_known `no` for a hospital whose beds are an estimate",
        vi "mọi bệnh viện của `{province}` đều có beds_known `yes`, tổng cộng `{known}` giường, số của tỉnh, thành phố là `{stated}`: không bệnh viện nào nhận được phần còn lại"
        => "ghi `{known}` cho tỉnh, thành phố, hoặc beds_known `no` cho bệnh viện có số giường chỉ là ước tính";
    factor_apart(end, apart, middle, widest) = "{end} lies a factor of {apart} from {middle}"
        => "check the decimal point and the unit; within a factor of {widest} a range is taken as it is",
        vi "`{end}` cách `{middle}` tới {apart} lần"
        => "kiểm tra dấu thập phân và đơn vị; khoảng giá trị trong phạm vi `{widest}` lần được chấp nhận";
    exchanged() = "the places lie on their tiles (tile_col to the east, tile_row to the south) only if \
             latitude and longitude are exchanged"
        => "write degrees north in `lat` and degrees east in `lon`, or move the tiles",
        vi "các địa phương chỉ khớp vị trí ô (tile_col theo hướng đông, tile_row theo hướng nam) khi đổi chỗ vĩ độ và kinh độ"
        => "ghi vĩ độ bắc vào `lat`, kinh độ đông vào `lon`, hoặc dời các ô";
    one_point(places, north, east) = "all {places} places lie on one point, {north} north and {east} east"
        => "give each place the latitude and longitude of its own centre, or leave both empty",
        vi "cả {places} địa phương nằm ở cùng một điểm: vĩ độ `{north}`, kinh độ `{east}`"
        => "ghi vĩ độ, kinh độ trung tâm của từng địa phương, hoặc để trống cả hai";
    same_point(province, other, line) = "`{province}` lies on the point of `{other}` (line {line})"
        => "give each place the latitude and longitude of its own centre",
        vi "`{province}` trùng điểm với `{other}` (dòng {line})"
        => "ghi vĩ độ, kinh độ trung tâm của từng địa phương";
    far_place(code, value, low, high) = "`{code}` lies at {value} degrees, all other places between {low} and {high}"
        => "check the decimal point, and that latitude (north) and longitude (east) are not exchanged",
        vi "`{code}` ở `{value}` độ, mọi địa phương khác nằm từ `{low}` đến `{high}` độ"
        => "kiểm tra dấu thập phân, và xem vĩ độ (bắc) với kinh độ (đông) có bị đổi chỗ không";
    decoded_twice(text, meant) = "`{text}` was decoded twice; it reads `{meant}`"
        => "open the table again as UTF-8 and save it as CSV UTF-8",
        vi "`{text}` bị giải mã hai lần; đúng ra là `{meant}`"
        => "mở lại bảng với mã UTF-8 và lưu dưới dạng CSV UTF-8";
    unknown_national(indicator, known) = "no national figure is called `{indicator}`"
        => "write one of: {known}, or take the row out",
        vi "không có số liệu cả nước nào tên là `{indicator}`"
        => "ghi một trong các tên: {known}, hoặc bỏ hàng này";
    other_unit(indicator, expected, unit) = "`{indicator}` is read in {expected}, not in `{unit}`"
        => "convert the value and its range, and write `{expected}`",
        vi "`{indicator}` tính theo đơn vị `{expected}`, không phải `{unit}`"
        => "quy đổi giá trị và khoảng giá trị, rồi ghi `{expected}`";
    project_at_station(facility) = "`{facility}` is a commune station, and a project adds beds to a hospital"
        => "name the hospital whose beds grow; new stations are the policy StationUpgrade",
        vi "`{facility}` là trạm y tế xã, trong khi dự án làm tăng giường của bệnh viện"
        => "ghi bệnh viện được tăng giường; trạm y tế xã xây mới thuộc giải pháp StationUpgrade";
    stock_of_0(id) = "`{id}` of a province cannot be 0, nor its range begin there"
        => "write what there is at least; leave both ends empty where the figure is single",
        vi "`{id}` của tỉnh, thành phố không thể bằng 0, khoảng giá trị cũng không thể bắt đầu từ 0"
        => "ghi mức thấp nhất thực có; để trống cả hai cận nếu chỉ có một số";
    orders_too_long(id, shares, years) = "`{id}` has {shares} shares, and beds on order are followed for {years} years"
        => "write at most {years} shares that add to 1",
        vi "`{id}` có {shares} tỷ lệ, trong khi giường đang xây dựng chỉ được theo dõi trong {years} năm"
        => "ghi tối đa {years} tỷ lệ, tổng bằng 1";
    not_a_profile(id) = "`{id}` is one number and must be shares by year"
        => "write Profile([...]) with a share for each year, the first for the year of the money; they add to 1",
        vi "`{id}` là một số, trong khi cần dãy tỷ lệ theo năm"
        => "ghi Profile([...]) với tỷ lệ của từng năm, số đầu cho năm chi vốn; tổng bằng 1";
    listed_and_published(figure, id, listed, most) = "{figure} {id} are published, facilities.csv lists {listed}"
        => "check the digits: the list and the published figure lie within a factor of {most}",
        vi "số liệu công bố của `{id}` là `{figure}`, facilities.csv liệt kê `{listed}`"
        => "kiểm tra các chữ số: số liệt kê và số công bố không được chênh nhau quá `{most}` lần";
    range_across_0(low, high) = "the range goes from {low}, below 0, to {high}"
        => "check the sign: ends that a value is multiplied by are above 0",
        vi "khoảng giá trị đi từ `{low}`, dưới 0, đến `{high}`"
        => "kiểm tra dấu: các cận dùng để nhân với giá trị phải lớn hơn 0";
    number_too_large(value) = "{value} is larger than anything a country counts"
        => "check the digits and the unit of this cell: at most 1,000,000 billion",
        vi "`{value}` lớn hơn mọi số lượng mà một quốc gia có thể đếm"
        => "kiểm tra các chữ số và đơn vị của ô này: tối đa 1.000.000 tỷ";
    stands_twice(keys, line) = "{keys} stand in line {line} already"
        => "keep one of the two rows",
        vi "{keys} đã có ở dòng {line}"
        => "chỉ giữ một trong hai hàng";
    out_of_proportion(what, each, times, low, high) = "{each} {what} per 10,000 people are {times} times those of the middle province"
        => "check the digits, and that the figure is not another province's: {low} to {high} times is usual",
        vi "{each} (`{what}` trên 10.000 dân) bằng {times} lần địa phương ở giữa"
        => "kiểm tra các chữ số và xem có phải số liệu của địa phương khác không: thường từ `{low}` đến `{high}` lần";
    people_out_of_proportion(province, whats) = "{whats} of `{province}` are all out of proportion to its people"
        => "check the population: is it another province's, or has a digit been lost?",
        vi "{whats} của `{province}` đều không tương xứng với dân số"
        => "kiểm tra dân số: có phải của địa phương khác, hoặc đã mất một chữ số?";
    share_60_of_provinces(nation, provinces) = "the provinces, weighted by people, give a share_60 of {provinces:.3}, the nation has {nation}"
        => "correct one of the two: the model reads the provinces'",
        vi "các địa phương, tính theo trọng số dân số, cho share_60 bằng {provinces:.3}, cả nước ghi `{nation}`"
        => "sửa một trong hai: mô hình dùng số liệu của các địa phương";
    listed_outside(figure, id, listed, low, high) = "{figure} {id} are published, {low} to {high} by its own range, facilities.csv lists {listed}"
        => "check the figure, and that no row of facilities.csv is missing or stands twice",
        vi "số liệu công bố của `{id}` là `{figure}` (khoảng của hàng này: `{low}` đến `{high}`), facilities.csv liệt kê `{listed}`"
        => "kiểm tra con số này, và xem facilities.csv có thiếu hàng hoặc ghi hai lần không";
    hospitals_nearly_add(code, beds, stated, off: f64) = "the facilities of `{code}` have {beds} beds, its figure says {stated}: {off:.1}% apart"
        => "look for a hospital that is missing from facilities.csv, or stands twice; spread the rest over rows whose beds are not published",
        vi "các cơ sở của `{code}` có {beds} giường, số liệu của địa phương là {stated}: chênh {off:.1}%"
        => "xem có bệnh viện nào thiếu trong facilities.csv hoặc ghi hai lần không; phần còn lại phân cho các hàng chưa công bố số giường";
    ages_end(year, first) = "the ages end in {year} while they still rise, and are held from then on"
        => "add the rows to {first} at least",
        vi "bảng tuổi dừng ở năm {year} khi tuổi còn tăng, và được giữ nguyên từ đó"
        => "thêm các hàng đến ít nhất năm {first}";
    nation_would_be_right(right, value) = "the provinces add up to {right} in place of {value}"
        => "check the digits and the unit of this cell",
        vi "tổng của các địa phương cho `{right}` thay vì `{value}`"
        => "kiểm tra các chữ số và đơn vị của ô này";
    parts_over_whole(parts, sum) = "shares of one whole add to {sum}: {parts}"
        => "together they are at most 1: lower one of them; what is over would be scaled away without a word",
        vi "các tỷ lệ của cùng một tổng thể cộng lại thành `{sum}`: {parts}"
        => "tổng tối đa là 1: giảm một trong các tỷ lệ; phần vượt sẽ bị co lại mà không có thông báo";
    sum_would_be_right(right, value) = "the sum would be right with {right} in place of {value}"
        => "check the digits and the unit of this cell",
        vi "tổng sẽ đúng nếu thay `{value}` bằng `{right}`"
        => "kiểm tra các chữ số và đơn vị của ô này";
    no_station(province) = "`{province}` has no commune station"
        => "add at least one row to facilities.csv with level Commune and specialty station",
        vi "`{province}` không có trạm y tế xã nào"
        => "thêm ít nhất một hàng vào facilities.csv với cấp Commune và chuyên khoa station";
    bad_range(wrong, low, high) = "{wrong}"
        => "put the lower end in `{low}`, the upper end in `{high}`, and the value between the two; is all in one unit?",
        vi "{wrong}"
        => "ghi cận dưới vào `{low}`, cận trên vào `{high}`, giá trị nằm ở giữa; các số có cùng đơn vị không?";
    same_name(code, other, line, province, name) = "`{code}` and `{other}` (line {line}) bear the same name in `{province}`: {name}"
        => "if it is one hospital, keep one row: its beds are counted twice; else tell the two apart in their names",
        vi "`{code}` và `{other}` (dòng {line}) trùng tên trong `{province}`: {name}"
        => "nếu là một bệnh viện, chỉ giữ một hàng vì giường bị tính hai lần; nếu không, đặt tên phân biệt hai bệnh viện";
    outside_band(value, unit, low, high, note) = "{value} {unit} lies outside {low} to {high}"
        => "check the unit and the decimal point: {note}",
        vi "`{value}` (đơn vị: `{unit}`) nằm ngoài khoảng từ `{low}` đến `{high}`"
        => "kiểm tra đơn vị và dấu thập phân: {note}";
}

sentences! {
    low_above_high(low, high) = "the low end {low} is above the high end {high}",
        vi "cận dưới `{low}` lớn hơn cận trên `{high}`";
    outside_its_range(value, low, high) = "the value {value} lies outside its own range, {low} to {high}",
        vi "giá trị `{value}` nằm ngoài khoảng của chính nó, từ `{low}` đến `{high}`";
    only_a_low_end(low) = "half a range: the low end is {low}, the high end is empty",
        vi "khoảng giá trị thiếu một cận: cận dưới là `{low}`, cận trên để trống";
    only_a_high_end(high) = "half a range: the high end is {high}, the low end is empty",
        vi "khoảng giá trị thiếu một cận: cận trên là `{high}`, cận dưới để trống";
}

pub(crate) fn jump(people: f64, year: f64, apart: f64, allowed: f64) -> Message {
    let (percent, allowed) = (apart.abs() * 100.0, allowed * 100.0);
    Message {
        text: say! {
            en: {
                let more = if apart < 0.0 { "fewer" } else { "more" };
                format!(
                    "{people:.0} people in {year}: {percent:.0}% {more} than the years beside it let one expect"
                )
            },
            vi: {
                let more = if apart < 0.0 { "thấp hơn" } else { "cao hơn" };
                format!(
                    "dân số năm {year} là {people:.0} người: {more} {percent:.0}% so với mức suy ra từ các năm liền kề"
                )
            },
        },
        help: say! {
            en: format!(
                "check the digits and the unit: people of a year lie within {allowed:.0}% of the even path between their neighbours"
            ),
            vi: format!(
                "kiểm tra các chữ số và đơn vị: dân số một năm chỉ được lệch tối đa {allowed:.0}% so với đường tăng đều giữa hai năm liền kề"
            ),
        },
    }
}
