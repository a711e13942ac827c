//! What is said of ties between assumptions that a scenario puts.

use crate::base::RankTie;

/// The unit of a tie.
pub const UNIT: &str = "rank correlation";

/// The id of a tie among the assumptions of a run.
pub fn id(tie: &RankTie) -> String {
    format!("tie:{}~{}", tie.between.0, tie.between.1)
}

/// What a tie means.
pub fn meaning(tie: &RankTie) -> String {
    format!(
        "rank correlation of `{}` and `{}`, tied by this scenario",
        tie.between.0, tie.between.1
    )
}
