//! A core hospital takes a provincial hospital under its wing: techniques are handed down, and
//! patients who would have travelled are treated near home.
//!
//! Simplification: a link changes referral and work, not the number of beds.

pub mod act;

use super::{CheckContext, Policy};
use crate::diagnostic::Problems;
use crate::source::Spanned;
use crate::units::Year;
use serde::Deserialize;

/// Core hospitals hand techniques down to satellite hospitals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SatelliteHospitals {
    /// The links to open.
    pub links: Vec<SatelliteLink>,
}

/// One link between a core hospital and its satellite.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SatelliteLink {
    /// The hospital that teaches (code of a facility).
    pub core: Spanned<String>,
    /// The hospital that learns (code of a facility, owned by a province).
    pub satellite: Spanned<String>,
    /// Specialty handed down; one of the base's list of referral specialties or `general`.
    pub specialty: Spanned<String>,
    /// First year of the link; the policy's `from` if left out.
    #[serde(default)]
    pub from: Option<Spanned<Year>>,
}

impl Policy for SatelliteHospitals {
    const NAME: &'static str = "SatelliteHospitals";
    const SUMMARY: &'static str = "core hospitals hand techniques down to satellite hospitals";
    const SERVES: &'static [&'static str] = &["referral_share", "central_occupancy"];
    const DOES_NOT_MOVE: &'static str = "a satellite link changes referral and crowding, not beds or staff: the ratios of beds, doctors, nurses and pharmacists are not expected to move";

    fn check(&self, _context: &CheckContext<'_>, _problems: &mut Problems) {}
}
