//! Listed Ministry hospitals pass to the provinces they stand in: beds, staff, posts, running
//! subsidy and capital duty change hands after a drawn delay for agreement; some service and some
//! staff are lost while the hospital settles in.
//!
//! Simplification: the national totals change only by the staff lost.

pub mod act;

use super::{CheckContext, Policy};
use crate::diagnostic::Problems;
use crate::source::Spanned;
use crate::units::{Year, Years};
use serde::Deserialize;

/// Listed Ministry hospitals change owner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferToProvince {
    /// Hospitals (codes of facilities owned by a ministry).
    pub hospitals: Vec<Spanned<String>>,
    /// Planned year of the change.
    pub year: Spanned<Year>,
    /// Mean years of delay until the sides agree; the assumption `transfer.delay_mean` if left out.
    #[serde(default)]
    pub mean_delay: Option<Spanned<Years>>,
    /// Years until service has recovered; the assumption `transfer.integration_years` if left out.
    #[serde(default)]
    pub integration: Option<Spanned<Years>>,
}

impl Policy for TransferToProvince {
    const NAME: &'static str = "TransferToProvince";
    const SUMMARY: &'static str = "listed Ministry hospitals pass to their provinces";
    const SERVES: &'static [&'static str] = &["managed_beds_per_10k", "provincial_occupancy"];
    const DOES_NOT_MOVE: &'static str = "a transfer moves beds and staff from the Ministry's books to the province's: the national and provincial totals per 10,000 people stay, but for the staff lost in the change";

    fn check(&self, _context: &CheckContext<'_>, _problems: &mut Problems) {}
}
