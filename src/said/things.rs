//! What is counted, by its id.

use super::say;

/// What beds and staff are called in Vietnamese; what is not known here keeps its own.
pub(crate) fn in_vietnamese(id: &str) -> &str {
    match id {
        "beds" => "giường bệnh",
        "doctors" => "bác sĩ",
        "nurses" => "điều dưỡng",
        "pharmacists" => "dược sĩ",
        other => other,
    }
}

/// What is counted, as a sentence names it; ids that are neither beds nor staff stay.
pub(crate) fn spoken(id: &str) -> &str {
    say!(en: id, vi: in_vietnamese(id))
}
