//! What is said of ties between assumptions that a scenario puts.

use crate::base::RankTie;
use crate::said::{Said, say};

/// The unit of a tie.
pub const UNIT: Said = Said::new("rank correlation", "tương quan hạng");

/// The id of a tie among the assumptions of a run.
pub fn id(tie: &RankTie) -> String {
    format!("tie:{}~{}", tie.between.0, tie.between.1)
}

/// What a tie means.
pub fn meaning(tie: &RankTie) -> String {
    let (a, b) = &tie.between;
    say! {
        en: format!("rank correlation of `{a}` and `{b}`, tied by this scenario"),
        vi: format!("tương quan hạng giữa `{a}` và `{b}`, do kịch bản này đặt"),
    }
}
