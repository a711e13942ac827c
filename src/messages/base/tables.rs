//! Folders, tables, columns and cells, whatever they are about.

use crate::messages::did_you_mean_name;
use crate::said::{Message, Said, messages, say, sentences};

const WHOLE_BASE: Said = Said::new(
    "start from a whole base: `carecast base --write FOLDER` copies the built-in one",
    "bắt đầu từ một bộ số liệu gốc đầy đủ: `carecast base --write FOLDER` sao chép bộ có sẵn",
);
const KEYS: Said = Said::new(
    "the keys are: code, name, currency, base_year",
    "các khóa gồm: code, name, currency, base_year",
);
const CORRECT_IT: Said = Said::new("correct the figure or its unit", "sửa số liệu hoặc đơn vị");
pub(super) const NAME_A_SOURCE: Said = Said::new(
    "name an id of sources.csv, or use grade E with a range and a reason",
    "ghi một mã nguồn trong sources.csv, hoặc dùng mức tin cậy E kèm khoảng giá trị và lý do",
);
pub(crate) const COMMAS_BETWEEN: Said = Said::new(
    "save the table with commas between the columns",
    "lưu bảng với dấu phẩy giữa các cột",
);

messages! {
    unreadable_folder(error) = "the folder cannot be read: {error}"
        => "`carecast base --write FOLDER` makes one to start from",
        vi "không đọc được thư mục: {error}"
        => "`carecast base --write FOLDER` tạo một thư mục để bắt đầu";
    stray_file(name, table) = "`{name}` looks like the table {table} and is not read"
        => "save it as {table}, or move it out of the folder",
        vi "`{name}` giống như bảng {table} nhưng không được đọc"
        => "lưu lại với tên {table}, hoặc chuyển ra khỏi thư mục";
    unreadable_file(error) = "the file cannot be read: {error}"
        => "save it as CSV in UTF-8",
        vi "không đọc được tệp: {error}"
        => "lưu lại dưới dạng CSV, mã hóa UTF-8";
    twice_in_table(name) = "`{name}` stands twice in this table"
        => "give one of the two another code",
        vi "`{name}` xuất hiện hai lần trong bảng này"
        => "đặt mã khác cho một trong hai hàng";
    missing_table(file) = "the table {file} is missing"
        => "{WHOLE_BASE}",
        vi "thiếu bảng {file}"
        => "{WHOLE_BASE}";
    unreadable_row(error) = "the row cannot be read: {error}"
        => "save the table as CSV with commas, quotes and UTF-8 letters",
        vi "không đọc được hàng: {error}"
        => "lưu bảng dưới dạng CSV, ngăn cách bằng dấu phẩy, có dấu ngoặc kép khi cần, mã hóa UTF-8";
    open_quote(lines) = "a quote is not closed: one cell holds {lines} lines"
        => "close the quote `\"` in this line, or take it out; a note stays on one line",
        vi "dấu ngoặc kép chưa đóng: một ô chứa {lines} dòng"
        => "đóng dấu `\"` ở dòng này, hoặc bỏ đi; ghi chú chỉ viết trên một dòng";
    row_width(cells, width) = "the row has {cells} cells, the header has {width}"
        => "put text that holds a comma between double quotes, and keep empty cells",
        vi "hàng có {cells} ô, dòng tiêu đề có {width} ô"
        => "đặt nội dung có dấu phẩy trong ngoặc kép, và giữ lại các ô trống";
    empty_table() = "the table has no rows"
        => "{WHOLE_BASE}",
        vi "bảng không có hàng nào"
        => "{WHOLE_BASE}";
    empty_file(columns) = "the table is empty"
        => "its first line names the columns: {columns}",
        vi "bảng trống"
        => "dòng đầu tiên ghi tên các cột: {columns}";
    column_twice(name) = "the column `{name}` stands twice"
        => "delete one of the two",
        vi "cột `{name}` xuất hiện hai lần"
        => "xóa một trong hai cột";
    missing_column(column, help) = "the column `{column}` is missing"
        => "{help}",
        vi "thiếu cột `{column}`"
        => "{help}";
    unknown_column(name, help) = "the column `{name}` is not known, and nothing in a table is ignored"
        => "{help}",
        vi "không có cột nào tên là `{name}`; mọi nội dung trong bảng đều phải được đọc"
        => "{help}";
    empty_cell() = "the cell is empty"
        => "write a value",
        vi "ô để trống"
        => "ghi một giá trị";
    not_a_code(code) = "`{code}` is not a code"
        => "a code has small letters without accents, digits and hyphens: `north-general`",
        vi "`{code}` không phải là mã hợp lệ"
        => "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: `north-general`";
    missing_number() = "the number is missing"
        => "write a number",
        vi "thiếu số"
        => "ghi một số";
    not_a_number(text) = "`{text}` is not a number"
        => "write digits with a point for decimals and nothing between thousands: 1234.5",
        vi "`{text}` không phải là số"
        => "chỉ viết chữ số, phần thập phân dùng dấu chấm, không ngăn cách hàng nghìn: 1234.5";
    below_zero(value) = "{value} is not zero or more"
        => "{CORRECT_IT}",
        vi "`{value}` nhỏ hơn 0, trong khi cần từ 0 trở lên"
        => "{CORRECT_IT}";
    not_above_zero(value) = "{value} is not more than zero"
        => "{CORRECT_IT}",
        vi "`{value}` không lớn hơn 0"
        => "{CORRECT_IT}";
    not_between(value, low, high) = "{value} is not between {low} and {high}"
        => "{CORRECT_IT}",
        vi "`{value}` không nằm trong khoảng từ `{low}` đến `{high}`"
        => "{CORRECT_IT}";
    not_whole(value) = "{value} is not a whole number"
        => "write a whole number",
        vi "`{value}` không phải là số nguyên"
        => "ghi một số nguyên";
    unknown_word(text, words) = "`{text}` is not one of the words of this column"
        => "write one of: {words}",
        vi "`{text}` không thuộc các từ của cột này"
        => "ghi một trong các từ: {words}";
    missing_source() = "the figure has no source"
        => "{NAME_A_SOURCE}",
        vi "số liệu không có nguồn"
        => "{NAME_A_SOURCE}";
    missing_reason() = "an assumption (grade E) has no reason"
        => "say in `note` why this value and this range",
        vi "giả định (mức tin cậy E) không có lý do"
        => "nêu trong cột `note` vì sao chọn giá trị và khoảng giá trị này";
    missing_range(low, high) = "an assumption (grade E) has no range"
        => "fill `{low}` and `{high}` with the plausible ends",
        vi "giả định (mức tin cậy E) không có khoảng giá trị"
        => "điền hai cận hợp lý vào `{low}` và `{high}`";
    missing_national(id) = "the national figure `{id}` is missing"
        => "add a row `{id}` with its value, unit, source and grade",
        vi "thiếu số liệu cả nước `{id}`"
        => "thêm một hàng `{id}` với giá trị, đơn vị, nguồn và mức tin cậy";
    unknown_key(key) = "the key `{key}` is not known"
        => "{KEYS}",
        vi "không có khóa nào tên là `{key}`"
        => "{KEYS}";
    missing_key(key) = "the key `{key}` is missing"
        => "{KEYS}",
        vi "thiếu khóa `{key}`"
        => "{KEYS}";
    not_assumed() = "a table listed here is an assumption"
        => "write E, or take the row out",
        vi "bảng liệt kê ở đây phải là giả định"
        => "ghi E, hoặc bỏ hàng này";
}

sentences! {
    columns_are(columns) = "the columns are: {columns}",
        vi "các cột gồm: {columns}";
    merged(code, name, now: &str, since) = "`{code}` ({name}) is part of `{now}` since {since}: write \"{now}\", and mean all of it",
        vi "`{code}` ({name}) đã nhập vào `{now}` từ {since}: ghi \"{now}\", được hiểu là toàn bộ địa phương đó";
    told(text, help) = ": {text}\n  help: {help}",
        vi ": {text}\n  gợi ý: {help}";
    not_empty(folder) = "the folder {folder} is not empty; name a new or an empty folder, so that nothing of yours is overwritten",
        vi "thư mục {folder} không trống; chọn thư mục mới hoặc thư mục trống để không ghi đè dữ liệu đang có";
    not_a_folder(path) = "{path} is a file; name a folder",
        vi "{path} là tệp; cần tên một thư mục";
    not_written(path, reason) = "cannot write {path}: {reason}; check that the disk has room and that you may write there",
        vi "không thể ghi {path}: {reason}; kiểm tra dung lượng đĩa và quyền ghi tại đó";
}

pub(crate) fn unknown_table(name: &str, near: Option<&str>, tables: &[&str]) -> Message {
    Message {
        text: say! {
            en: format!("`{name}` is not a table of a base, and nothing in a base is ignored"),
            vi: format!("`{name}` không phải là bảng của bộ số liệu gốc; mọi tệp trong bộ số liệu đều phải được đọc"),
        },
        help: match near {
            Some(near) => say! {
                en: format!("did you mean `{near}`? Otherwise move it out of the folder"),
                vi: format!("có phải ý bạn là `{near}`? Nếu không, chuyển tệp ra khỏi thư mục"),
            },
            None => say! {
                en: format!(
                    "move it out of the folder; the tables are: {}",
                    tables.join(", ")
                ),
                vi: format!("chuyển tệp ra khỏi thư mục; các bảng gồm: {}", tables.join(", ")),
            },
        },
    }
}

pub(crate) fn unknown_source(id: &str, near: Option<&str>) -> Message {
    Message {
        text: say! {
            en: format!("the source `{id}` is not in sources.csv"),
            vi: format!("nguồn `{id}` không có trong sources.csv"),
        },
        help: match near {
            Some(near) => did_you_mean_name(near),
            None => say! {
                en: "add a row to sources.csv with this id, title, publisher, date and address".to_owned(),
                vi: "thêm vào sources.csv một hàng với mã này, tên tài liệu, nơi công bố, ngày và địa chỉ".to_owned(),
            },
        },
    }
}

/// What a name in a table is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A province.
    Province,
    /// A province, or the nation.
    ProvinceOrNation,
    /// A region.
    Region,
    /// The nation, a region or a province.
    Scope,
    /// A hospital or station.
    Facility,
    /// A building project.
    Project,
    /// An occupation.
    Occupation,
    /// A figure of a province.
    Figure,
    /// An indicator that is followed.
    Followed,
    /// A reference class.
    Class,
}

impl Named {
    /// Whether the name may be that of a unit of former times.
    pub fn may_be_former(self) -> bool {
        matches!(
            self,
            Named::Province | Named::ProvinceOrNation | Named::Scope
        )
    }

    fn words(self) -> &'static str {
        match self {
            Named::Province => say!(en: "province", vi: "tỉnh, thành phố"),
            Named::ProvinceOrNation => {
                say!(en: "province (or `nation`)", vi: "tỉnh, thành phố (hoặc `nation`)")
            }
            Named::Region => say!(en: "region", vi: "vùng"),
            Named::Scope => {
                say!(en: "nation, region or province", vi: "cả nước, vùng hoặc tỉnh, thành phố")
            }
            Named::Facility => say!(en: "facility", vi: "cơ sở y tế"),
            Named::Project => say!(en: "project", vi: "dự án"),
            Named::Occupation => say!(en: "occupation", vi: "nhóm nhân lực"),
            Named::Figure => say!(en: "figure of a province", vi: "số liệu của tỉnh, thành phố"),
            Named::Followed => say!(en: "followed indicator", vi: "chỉ số theo dõi"),
            Named::Class => say!(en: "reference class", vi: "nhóm dự án tham chiếu"),
        }
    }
}

pub(crate) fn unknown_name(what: Named, name: &str, help: Option<String>) -> Message {
    let what = what.words();
    let add = || {
        say! {
            en: format!("use a {what} of its table, or add it there first"),
            vi: format!("dùng một mã có trong bảng {what}, hoặc bổ sung vào bảng đó trước"),
        }
    };
    Message {
        text: say! {
            en: format!("no {what} is called `{name}`"),
            vi: format!("không có `{name}` trong danh mục {what}"),
        },
        help: help.unwrap_or_else(add),
    }
}

pub(crate) fn place(file: &str, line: Option<u64>, column: &str) -> String {
    let line = line.map_or(String::new(), |line| format!(":{line}"));
    match column {
        "" => format!("{file}{line}"),
        column => format!("{file}{line} ({column})"),
    }
}

pub(crate) fn mistakes_of(place: &str, mistakes: usize) -> String {
    say! {
        en: match mistakes {
            1 => format!("the base {place} has a mistake"),
            n => format!("the base {place} has {n} mistakes"),
        },
        vi: format!("bộ số liệu gốc {place} có {mistakes} lỗi"),
    }
}

pub(crate) fn and_warnings(warnings: usize) -> &'static str {
    match warnings {
        1 => say!(en: "\nand a warning", vi: "\nvà một cảnh báo"),
        _ => say!(en: "\nand warnings", vi: "\nvà các cảnh báo"),
    }
}

pub(crate) fn more_rows(more: usize, file: &str, column: &str) -> String {
    let place = place(file, None, column);
    say! {
        en: {
            let rows = if more == 1 { "row" } else { "rows" };
            format!("\n  and {more} more {rows} of {place}")
        },
        vi: format!("\n  và {more} hàng nữa của {place}"),
    }
}
