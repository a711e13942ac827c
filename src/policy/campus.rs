//! A hospital opens beds in another place: a second campus, with its cost, its drawn delay, and
//! perhaps fewer beds at home.

pub mod act;

use super::{CheckContext, Policy};
use crate::diagnostic::Problems;
use crate::source::Spanned;
use crate::units::{Beds, Money, Share, Year};
use serde::Deserialize;

/// A hospital opens beds in another place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondCampus {
    /// The hospital that opens it (code of a facility).
    pub hospital: Spanned<String>,
    /// Province where it opens (code).
    pub province: Spanned<String>,
    /// Beds of the campus.
    pub beds: Spanned<Beds>,
    /// Whole cost, billion at base-year prices; beds times the unit cost of the level if left out.
    #[serde(default)]
    pub cost: Option<Spanned<Money>>,
    /// Year of planned opening.
    pub opens: Spanned<Year>,
    /// Share of the beds that replaces beds at home (closed there when the campus opens).
    #[serde(default)]
    pub replaces: Option<Spanned<Share>>,
}

impl Policy for SecondCampus {
    const NAME: &'static str = "SecondCampus";
    const SUMMARY: &'static str = "a hospital opens beds in another place";
    const SERVES: &'static [&'static str] = &["beds_per_10k", "central_occupancy"];
    const DOES_NOT_MOVE: &'static str = "new beds fund posts but train nobody: the ratios of doctors, nurses and pharmacists follow the graduates";

    fn check(&self, _context: &CheckContext<'_>, _problems: &mut Problems) {}
}
