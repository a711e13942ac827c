//! Messages about figures that the asker knows better than the base.

use crate::said::{Message, Said, messages, say};
use crate::said::{number, things};
use std::fmt::Display;

/// Where what a figure can be of is listed.
pub(crate) const WHAT: Said = Said::new(
    "write beds, the plural of an occupation, an indicator that is followed (`carecast list indicators`), or the id of a price (`carecast list assumptions`)",
    "viết beds, tên số nhiều tiếng Anh của nhóm nhân lực, một chỉ số theo dõi (`carecast list indicators`), hoặc mã của một đơn giá (`carecast list assumptions`)",
);
/// Where places are listed.
pub(crate) const PLACES: Said = Said::new(
    "`carecast list provinces` and `carecast list facilities` show the codes",
    "`carecast list provinces` và `carecast list facilities` cho biết các mã",
);

/// A figure of one place.
pub(crate) fn of_a_place(what: &str, of: &str) -> String {
    let what = things::spoken(what);
    say! {
        en: format!("{what} of {of}"),
        vi: format!("{what} của {of}"),
    }
}

/// The figures leave the other provinces nothing.
pub(crate) fn no_room(stated: f64, what: &str, total: f64) -> Message {
    let what = things::spoken(what);
    say! {
        en: Message {
            text: format!("the figures come to {stated:.0} {what}, and the nation has {total:.0} by its published figure"),
            help: "what is published of the nation stays: state fewer, or correct the nation in a base of your own (`carecast base --write`)".to_owned(),
        },
        vi: Message {
            text: format!("các số liệu cộng lại là {stated:.0} {what}, trong khi số đã công bố của cả nước là {total:.0}"),
            help: "số đã công bố của cả nước được giữ nguyên: nêu số nhỏ hơn, hoặc sửa số của cả nước trong bộ số liệu gốc của riêng bạn (`carecast base --write`)".to_owned(),
        },
    }
}

/// The range of a province is wider than the others can make up for.
pub(crate) fn too_wide(province: impl Display, half: f64, what: &str, most: f64) -> Message {
    let what = things::spoken(what);
    say! {
        en: Message {
            text: format!("the range of {province} is {half:.0} {what} either side, and the others vary by {most:.0} together: they cannot make up for it while the nation stays"),
            help: "make the range narrower".to_owned(),
        },
        vi: Message {
            text: format!("khoảng giá trị của {province} rộng {half:.0} {what} về mỗi phía, trong khi các nơi khác cộng lại chỉ thay đổi được {most:.0}: không thể bù đủ để giữ nguyên số của cả nước"),
            help: "thu hẹp khoảng giá trị".to_owned(),
        },
    }
}

/// The nation's range is wider than the provinces'.
pub(crate) fn nation_too_wide(half: f64, what: &str, most: f64) -> Message {
    let what = things::spoken(what);
    say! {
        en: Message {
            text: format!("the nation is known to {half:.0} {what} either side, and with this figure the provinces vary by {most:.0} together"),
            help: "give the figure a range: `low` and `high`".to_owned(),
        },
        vi: Message {
            text: format!("số của cả nước dao động {half:.0} {what} về mỗi phía, trong khi với số liệu này các tỉnh, thành phố cộng lại chỉ thay đổi {most:.0}"),
            help: "nêu khoảng giá trị của số liệu: `low` và `high`".to_owned(),
        },
    }
}

messages! {
    no_table(name) = "no table \"{name}\" is there, seen from this file"
        => "write a path seen from this file; `carecast facts PROVINCE --figures --csv` prints a table to begin with",
        vi "không có bảng \"{name}\" theo đường dẫn tính từ tệp này"
        => "viết đường dẫn tính từ tệp này; `carecast facts PROVINCE --figures --csv` in ra một bảng mẫu";
    no_column(column, columns) = "the table has no column `{column}`"
        => "the first line names the columns: {columns}; `of`, `low`, `high` and `reason` may be left out",
        vi "bảng không có cột `{column}`"
        => "dòng đầu ghi tên các cột: {columns}; có thể bỏ `of`, `low`, `high` và `reason`";
    other_column(column, columns) = "a table of figures has no column `{column}`"
        => "its columns are {columns}",
        vi "bảng số liệu không có cột nào tên `{column}`"
        => "các cột của bảng là {columns}";
    other_length(got, wanted) = "the row has {got} cells, and the first line names {wanted} columns"
        => "put texts with a comma into quotation marks, and leave a cell empty where nothing is said",
        vi "hàng có {got} ô, trong khi dòng đầu ghi {wanted} cột"
        => "đặt văn bản có dấu phẩy trong dấu ngoặc kép, và để trống ô không có nội dung";
    no_number(column, cell) = "`{column}` is \"{cell}\", and no number"
        => "write digits, with a point before decimals and nothing between thousands: 3882, 0.85",
        vi "`{column}` là \"{cell}\", không phải một số"
        => "viết bằng chữ số, phần thập phân dùng dấu chấm, không ngăn hàng nghìn: 3882, 0.85";
    no_value(what) = "the figure of {what} has no value"
        => "fill in `value`, or take the row out",
        vi "số liệu \"{what}\" chưa có giá trị"
        => "điền `value`, hoặc bỏ hàng này";
    no_grade(cell) = "\"{cell}\" is no grade"
        => "write A (official), B (press quoting officials), C (secondary), D (derived) or E (assumed)",
        vi "\"{cell}\" không phải là mức tin cậy"
        => "viết A (chính thức), B (báo chí dẫn lời cơ quan chức năng), C (nguồn thứ cấp), D (suy ra) hoặc E (giả định)";
    twice(figure) = "the figure of {figure} is given twice" => "keep one of the two",
        vi "số liệu về {figure} được nêu hai lần"
        => "chỉ giữ một trong hai";
    unknown(what, help) = "the base has no figure \"{what}\"" => "{help}",
        vi "bộ số liệu gốc không có số liệu nào tên \"{what}\""
        => "{help}";
    not_a_price(what, unit) = "\"{what}\" ({unit}) is no price"
        => "write its law into `assumptions` and say in `note` where it comes from",
        vi "\"{what}\" ({unit}) không phải là đơn giá"
        => "viết phân phối của giả định này vào `assumptions` và ghi nguồn vào `note`";
    price_of_a_place(what, place) = "\"{what}\" is a price of the whole country, and not one of {place}"
        => "leave `of` out; what costs another amount in one place is written into the policy that pays it",
        vi "\"{what}\" là đơn giá chung của cả nước, không phải của {place}"
        => "bỏ `of`; nơi nào có chi phí khác thì viết vào giải pháp chi trả khoản đó";
    not_by_province(what) = "nothing is known of {what} by province: the nation's number is drawn, and all lie by people"
        => "put the counts of all provinces into a base of your own (`carecast base --write`)",
        vi "\"{what}\" không có số liệu theo tỉnh, thành phố: số của cả nước được lấy ngẫu nhiên rồi phân bổ theo dân số"
        => "đưa số liệu của tất cả tỉnh, thành phố vào bộ số liệu gốc của riêng bạn (`carecast base --write`)";
    no_place(what) = "the figure of {what} does not say of which place"
        => "write `of` with the code of a province",
        vi "số liệu \"{what}\" không nêu của địa phương nào"
        => "viết `of` kèm mã của tỉnh, thành phố";
    not_of_a_hospital(what, province) = "{what} are known by province, and not by hospital"
        => "state the figure of {province}",
        vi "số liệu \"{what}\" có theo tỉnh, thành phố, không có theo bệnh viện"
        => "nêu số liệu của {province}";
    beds_of_a_station() = "a commune station has no hospital beds"
        => "beds at stations are the assumption bed.at_stations",
        vi "trạm y tế xã không có giường bệnh viện"
        => "giường tại trạm y tế xã là giả định bed.at_stations";
    synthetic(code) = "{code} stands for hospitals that no list names: it is not one that could be counted"
        => "write the real hospital into its row of facilities.csv of a base of your own, or state the beds of the province",
        vi "{code} là cơ sở giả lập, thay cho các bệnh viện không có trong danh sách nào: không thể thống kê được"
        => "thay hàng của cơ sở này trong facilities.csv bằng bệnh viện có thật, trong bộ số liệu gốc của riêng bạn, hoặc nêu số giường của tỉnh, thành phố";
    hospital_is_counted(province) = "beds of one hospital are a count, not an estimate with a range"
        => "leave `low` and `high` out and grade the count A to D, or state the beds of {province} with their range",
        vi "số giường của một bệnh viện là số đếm, không phải ước tính có khoảng giá trị"
        => "bỏ `low` và `high`, ghi mức tin cậy từ A đến D; hoặc nêu số giường của {province} kèm khoảng giá trị";
    no_source(figure) = "the figure of {figure} does not say where it comes from"
        => "write author, title, year and table into `source`",
        vi "số liệu về {figure} không ghi nguồn"
        => "ghi tác giả, tên tài liệu, năm và bảng vào `source`";
    not_inside(value, low, high) = "{value} does not lie between {low} and {high}"
        => "a range is read as 80% around the value: `low` below it, `high` above it",
        vi "{value} không nằm trong khoảng từ `{low}` đến `{high}`"
        => "khoảng giá trị được hiểu là khoảng 80% quanh giá trị: `low` nhỏ hơn, `high` lớn hơn giá trị";
    half_a_range() = "a range has two ends"
        => "write `low` and `high`, the value between them, or neither",
        vi "khoảng giá trị phải có hai đầu"
        => "viết cả `low` và `high`, giá trị nằm ở giữa; hoặc bỏ cả hai";
    assumed(figure) = "the figure of {figure} is assumed (grade E), and has no range or no reason"
        => "write `low`, `high` and `reason`, or the grade of its source",
        vi "số liệu về {figure} là giả định (mức tin cậy E) nhưng không có khoảng giá trị hoặc lý do"
        => "viết `low`, `high` và `reason`, hoặc ghi mức tin cậy của nguồn";
    law_too(id) = "\"{id}\" is given a law here and a figure in `figures`"
        => "keep one of the two",
        vi "\"{id}\" vừa có phân phối ở đây, vừa có số liệu trong `figures`"
        => "chỉ giữ một trong hai";
    outside_followed(value, id, low, high) = "{value} is outside what \"{id}\" can be"
        => "it lies between {low} and {high}; a share is a fraction: 85% is 0.85",
        vi "{value} nằm ngoài giới hạn của \"{id}\""
        => "giá trị phải từ `{low}` đến `{high}`; tỷ lệ viết dưới dạng số thập phân với dấu chấm: 85% là 0.85";
    not_whole(value, figure) = "{value} is no number of {figure}"
        => "people and beds are whole and more than none; a ratio per 10,000 people is turned into a number with the people of the place",
        vi "{value} không dùng làm số liệu về {figure} được"
        => "số người và số giường là số nguyên lớn hơn 0; tỷ lệ trên 10.000 dân được đổi thành số lượng theo dân số của địa phương";
    as_in_base(figure) = "this is what the base already says of {figure}"
        => "take the line out, or write what you know better",
        vi "bộ số liệu gốc đã ghi đúng như vậy về {figure}"
        => "bỏ dòng này, hoặc viết số liệu tốt hơn mà bạn có";
    no_price(value) = "a price is more than 0, got {value}"
        => "prices are in the base's currency of the base year",
        vi "đơn giá phải lớn hơn 0, nhận được {value}"
        => "đơn giá tính theo đơn vị tiền của bộ số liệu gốc, giá năm gốc";
    outside_range(value, figure, own, low, high) = "{value} is outside the range that the base gives {figure}"
        => "the base has {own} ({low} to {high}); if it is meant, `source` and `reason` are what a reader will ask for",
        vi "{value} nằm ngoài khoảng giá trị của {figure} trong bộ số liệu gốc"
        => "bộ số liệu gốc có `{own}` (từ `{low}` đến `{high}`); nếu đúng ý bạn, người đọc sẽ cần `source` và `reason`";
    no_hospital(province, known, beds) = "{province} would have {beds:.0} beds and {known:.0} of them in hospitals known one by one, with no other hospital to take up the difference"
        => "state the beds of the province and of its hospitals together",
        vi "{province} sẽ có {beds:.0} giường, trong đó {known:.0} giường ở các bệnh viện đã biết từng cơ sở, và không còn bệnh viện nào khác để nhận phần chênh lệch"
        => "nêu cùng lúc số giường của tỉnh, thành phố và của các bệnh viện ở đó";
    known_is_more(province, known, low) = "hospitals of {province} that are known one by one have {known:.0} beds, and the figure lets the province have {low:.0}"
        => "state a higher figure or low end, or the beds of those hospitals too",
        vi "các bệnh viện đã biết từng cơ sở của {province} có {known:.0} giường, trong khi số liệu chỉ cho tỉnh, thành phố này {low:.0} giường"
        => "nêu số liệu hoặc đầu dưới cao hơn, hoặc nêu thêm số giường của các bệnh viện đó";
    no_room_followed(id, nation, rest, low, high) = "the nation's \"{id}\" is {nation}; with this figure the provinces without one would be at {rest:.3}"
        => "they lie between {low} and {high}: correct the figure, or the nation's in a base of your own",
        vi "\"{id}\" của cả nước là `{nation}`; với số liệu này, các tỉnh, thành phố chưa có số liệu riêng sẽ ở mức `{rest:.3}`"
        => "giá trị phải từ `{low}` đến `{high}`: sửa số liệu này, hoặc sửa số của cả nước trong bộ số liệu gốc của riêng bạn";
    no_law(fault) = "{fault}" => "correct the range",
        vi "{fault}"
        => "sửa lại khoảng giá trị";
}

/// A figure so far from the base's that a unit or a digit must have slipped.
pub(crate) fn far_from(value: f64, figure: String, own: f64, most: f64) -> Message {
    Message {
        text: say! {
            en: format!(
                "{value} is over {most} times what the base has of {figure}, or as far below it"
            ),
            vi: format!(
                "{value} lớn hơn hoặc nhỏ hơn quá {most} lần số liệu về {figure} trong bộ số liệu gốc"
            ),
        },
        help: say! {
            en: format!(
                "the base has {own}: look for a digit or a unit that slipped; if it is right, put it into a base of your own (`carecast base --write`)"
            ),
            vi: format!(
                "bộ số liệu gốc có `{own}`: kiểm tra xem có sai chữ số hoặc đơn vị không; nếu đúng, đưa vào bộ số liệu gốc của riêng bạn (`carecast base --write`)"
            ),
        },
    }
}

fn by(percent: f64) -> String {
    say! {
        en: {
            let more = if percent < 0.0 { "fewer" } else { "more" };
            format!("{:.1}% {more}", percent.abs())
        },
        vi: {
            let more = if percent < 0.0 { "giảm" } else { "tăng" };
            format!("{more} {}%", number::decimal(percent.abs(), 1))
        },
    }
}

/// Other provinces would be moved too far.
pub(crate) fn others_too_far(what: &str, percent: f64, most: f64) -> Message {
    Message {
        text: say! {
            en: format!(
                "the other provinces would have {} {what}, so that the nation stays as it is published",
                by(percent)
            ),
            vi: format!(
                "để giữ nguyên số đã công bố của cả nước, số {} của các tỉnh, thành phố khác phải {}",
                things::spoken(what),
                by(percent)
            ),
        },
        help: say! {
            en: format!(
                "they are held to {most:.0}%: what their sources say would no longer hold; state figures of more provinces, or correct the nation in a base of your own (`carecast base --write`)"
            ),
            vi: format!(
                "mức thay đổi cho phép là {most:.0}%, vượt quá thì số liệu nguồn của các nơi đó không còn đúng; nêu số liệu của nhiều tỉnh, thành phố hơn, hoặc sửa số của cả nước trong bộ số liệu gốc của riêng bạn (`carecast base --write`)"
            ),
        },
    }
}

/// Other provinces are moved so far that it is told.
pub(crate) fn others_moved(what: &str, percent: f64) -> Message {
    Message {
        text: say! {
            en: format!(
                "the other provinces have {} {what}, so that the nation stays as it is published",
                by(percent)
            ),
            vi: format!(
                "để giữ nguyên số đã công bố của cả nước, số {} của các tỉnh, thành phố khác được điều chỉnh {}",
                things::spoken(what),
                by(percent)
            ),
        },
        help: say! {
            en: "`figures.csv` lists each; if their sources are as good as yours, the nation's figure is what does not fit".to_owned(),
            vi: "tệp `figures.csv` liệt kê từng nơi; nếu nguồn của các nơi đó cũng tin cậy như nguồn của bạn thì chính số của cả nước chưa khớp".to_owned(),
        },
    }
}

/// Other hospitals of a province would be moved too far.
pub(crate) fn hospitals_too_far(province: &str, percent: f64) -> Message {
    Message {
        text: say! {
            en: format!(
                "the other hospitals of {province} would have {} beds, so that the province stays as it is",
                by(percent)
            ),
            vi: format!(
                "để giữ nguyên số giường của cả tỉnh, thành phố, số giường của các bệnh viện khác ở {province} phải {}",
                by(percent)
            ),
        },
        help: say! {
            en: format!("state the beds of {province} too"),
            vi: format!("nêu thêm số giường của {province}"),
        },
    }
}

/// Other hospitals of a province are moved so far that it is told.
pub(crate) fn hospitals_moved(province: &str, percent: f64) -> Message {
    Message {
        text: say! {
            en: format!(
                "the other hospitals of {province} whose beds are an estimate have {} beds, so that the province stays as it is",
                by(percent)
            ),
            vi: format!(
                "để giữ nguyên số giường của cả tỉnh, thành phố, số giường ước tính của các bệnh viện khác ở {province} được điều chỉnh {}",
                by(percent)
            ),
        },
        help: say! {
            en: format!("state the beds of {province} too, if you know them"),
            vi: format!("nêu thêm số giường của {province}, nếu có số liệu"),
        },
    }
}

/// A place nobody knows.
pub(crate) fn unknown_place(code: &str, or_hospital: bool, help: String) -> Message {
    let what = match or_hospital {
        true => say!(en: "province or hospital", vi: "tỉnh, thành phố hoặc bệnh viện"),
        false => say!(en: "province", vi: "tỉnh, thành phố"),
    };
    Message {
        text: say! {
            en: format!("there is no {what} \"{code}\""),
            vi: format!("không có {what} nào mang mã \"{code}\""),
        },
        help,
    }
}
