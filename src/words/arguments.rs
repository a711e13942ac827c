//! What the parser of arguments says of itself, in Vietnamese: in English it speaks for itself.

use crate::said::Said;

/// Heading of the arguments without a name.
pub const ARGUMENTS: Said = Said::new("Arguments", "Đối số");
/// Heading of the options.
pub const OPTIONS: Said = Said::new("Options", "Tùy chọn");
/// Heading of the commands of a command.
pub const COMMANDS: Said = Said::new("Commands", "Lệnh");
/// What `--help` does.
pub const PRINT_HELP: Said = Said::new("Print help", "In trợ giúp");
/// What `--version` does.
pub const PRINT_VERSION: Said = Said::new("Print version", "In phiên bản");
/// Where a command of a command is missing.
pub const MISSING_COMMAND: Said = Said::new("a command is missing", "chưa ghi lệnh con");

/// The page of help of a command.
pub fn help_of_command() -> &'static str {
    "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}"
}

/// What is added to the help of an argument: what it is where nobody says, and what it can be.
pub fn of_argument(defaults: &[String], possible: &[String]) -> String {
    let mut text = String::new();
    if !defaults.is_empty() {
        text += &format!(" [mặc định: {}]", defaults.join(", "));
    }
    if !possible.is_empty() {
        text += &format!(" [các giá trị: {}]", possible.join(", "));
    }
    text
}

/// Nothing of this name.
pub fn no_argument(argument: &str) -> String {
    format!("không có tham số `{argument}` ở lệnh này")
}

/// No command of this name.
pub fn no_command(name: &str) -> String {
    format!("không có lệnh `{name}`")
}

/// An option without its value.
pub fn no_value(argument: &str) -> String {
    format!("`{argument}` cần có giá trị")
}

/// A value that cannot be meant.
pub fn wrong_value(argument: &str, value: &str, valid: &str, why: Option<&str>) -> String {
    let mut text = format!("giá trị `{value}` không dùng được cho `{argument}`");
    if !valid.is_empty() {
        text += &format!("; các giá trị dùng được: {valid}");
    } else if let Some(why) = why {
        text += &format!(" ({why})");
    }
    text
}

/// Something that must be there.
pub fn missing_argument(arguments: &str) -> String {
    format!("thiếu {arguments}")
}

/// Two that exclude one another.
pub fn not_together(one: &str, other: &str) -> String {
    format!("`{one}` không dùng cùng với `{other}`")
}

/// Too many values, or too few.
pub fn number_of_values(argument: &str) -> String {
    format!("số giá trị của `{argument}` không đúng")
}

/// The whole refusal.
pub fn refused_arguments(says: &str, meant: Option<&str>, usage: Option<&str>) -> String {
    let mut text = format!("lỗi: {says}\n");
    if let Some(meant) = meant {
        text += &format!("\n  gợi ý: có phải ý bạn là `{meant}`?\n");
    }
    if let Some(usage) = usage {
        text += &format!("\nCách dùng: {usage}\n");
    }
    text + "\nXem thêm: thêm `--help`."
}
