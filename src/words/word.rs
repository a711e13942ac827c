//! What a document for Word says beside what the same page says as Markdown.

use crate::said::{Said, say};

/// The tongue in which a document is checked, as BCP 47 writes it.
pub const TONGUE: Said = Said::new("en-GB", "vi-VN");

/// What stands under the title.
pub const NOT_AN_ACT: Said = Said::new(
    "A technical paper for those who advise; not an administrative act.",
    "Tài liệu kỹ thuật phục vụ tham mưu, không phải văn bản hành chính.",
);

/// What stands above a table: its number and what it holds.
pub fn table(number: usize, holds: &str) -> String {
    say! {
        en: format!("Table {number}. {holds}"),
        vi: format!("Bảng {number}. {holds}"),
    }
}
