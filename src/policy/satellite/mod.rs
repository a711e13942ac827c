//! A core hospital takes a provincial hospital under its wing: techniques are handed down, and
//! patients who would have travelled are treated near home.
//!
//! Simplification: a link changes referral and work, not the number of beds.

pub mod act;
mod words;

use super::lookup::hospital_name;
use crate::base::{Level, Owner};
use crate::diagnostic::suggestion;
use crate::messages::choose_one;
use crate::policy::prelude::*;

shaped! {
    /// Core hospitals hand techniques down to satellite hospitals.
    #[derive(PartialEq, Serialize)]
    pub struct SatelliteHospitals {
        /// the links to open
        #[only(Filled)]
        pub links: Vec<SatelliteLink>,
    }
}

shaped! {
    /// One link between a core hospital and its satellite.
    #[derive(PartialEq, Serialize)]
    pub struct SatelliteLink {
        /// the hospital that teaches (code)
        pub core: Spanned<String>,
        /// the hospital that learns (code), owned by a province
        pub satellite: Spanned<String>,
        /// one of the base's list of referral specialties
        pub specialty: Spanned<String>,
        /// first year of the link; the policy's `from` if left out
        #[default]
        pub from: Option<Spanned<Year>>,
    }
}

impl Policy for SatelliteHospitals {
    const NAME: &'static str = "SatelliteHospitals";
    const SUMMARY: Said = Said::new(
        "core hospitals hand techniques down to satellite hospitals",
        "bệnh viện hạt nhân chuyển giao kỹ thuật cho bệnh viện vệ tinh",
    );
    const SERVES: &'static [&'static str] = &["referral_share", "central_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a satellite link changes referral and crowding, not beds or staff: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "liên kết vệ tinh làm thay đổi việc chuyển tuyến và tình trạng quá tải, không thay đổi giường bệnh và nhân lực: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: links ripen each year; Care: fewer patients travel; Measure: costs",
        "Giải pháp: liên kết phát huy dần qua các năm; Khám chữa bệnh: ít người bệnh phải chuyển tuyến hơn; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "referrals of the specialty and province * (1 - effect * coverage * min(1, years / lag))",
        "số chuyển tuyến của chuyên khoa và tỉnh, thành phố * (1 - effect * coverage * min(1, số năm / lag))",
    );
    const USES: &'static [&'static str] = &["sat."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;
    const ALONE: &'static [&'static str] = &["sat."];

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if self.links.is_empty() {
            problems.refuse(context.id, "satellite::touches-nothing", words::no_links());
        }
        for (n, link) in self.links.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            link.check(context, problems);
            let others_say = self.links.iter().any(|l| l.from.is_some());
            if link.from.is_none() && others_say {
                problems.warn(
                    &link.core,
                    "satellite::year-left-out",
                    words::year_left_out(*context.acts.start()),
                );
            }
            if let Some(earlier) = self.links[..n].iter().find(|l| l.same(link)) {
                problems.twice(
                    (&earlier.satellite, &link.satellite),
                    "satellite::link-twice",
                    words::link_twice(
                        &link.core.value,
                        &link.specialty.value,
                        &link.satellite.value,
                    ),
                );
            }
        }
    }

    fn product(&self, base: &Base) -> String {
        let mut satellites: Vec<&str> = Vec::new();
        for link in &self.links {
            let name = hospital_name(base, &link.satellite);
            if !satellites.contains(&name) {
                satellites.push(name);
            }
        }
        words::links(&satellites, self.links.len())
    }

    fn has_path(&self) -> bool {
        true
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Ministry
    }

    fn check_beside(
        &self,
        _: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        for link in &self.links {
            let first = earlier
                .iter()
                .flat_map(|e| e.decision.links.iter().map(move |l| (e.id, l)))
                .find(|(_, l)| l.same(link));
            if let Some((id, first)) = first {
                problems.twice(
                    (&first.satellite, &link.satellite),
                    "satellite::link-twice",
                    words::linked_already(&id.value, &link.specialty.value),
                );
            }
        }
    }
}

impl SatelliteLink {
    /// Whether both links join the same hospitals in the same specialty.
    pub fn same(&self, other: &SatelliteLink) -> bool {
        self.core == other.core
            && self.satellite == other.satellite
            && self.specialty == other.specialty
    }

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let unknown = "satellite::unknown-hospital";
        let core = context.hospital(&self.core, unknown, problems);
        let satellite = context.hospital(&self.satellite, unknown, problems);
        if core.is_some() && self.core == self.satellite {
            problems.refuse(
                &self.satellite,
                "satellite::own-satellite",
                words::own_satellite(),
            );
        } else {
            if let Some(core) = core.filter(|f| f.owner == Owner::Private) {
                problems.refuse(
                    &self.core,
                    "satellite::private-core",
                    words::private_core(&core.name),
                );
            } else if let Some(core) =
                core.filter(|f| !matches!(f.level, Level::Central | Level::Provincial))
            {
                problems.refuse(
                    &self.core,
                    "satellite::core-too-small",
                    words::core_too_small(&core.name),
                );
            }
            if let Some(satellite) = satellite.filter(|f| f.owner != Owner::Province) {
                problems.refuse(
                    &self.satellite,
                    "satellite::not-a-provincial-hospital",
                    words::not_provincial(&satellite.name),
                );
            }
        }
        let known: Vec<&str> = context
            .base
            .referrals
            .iter()
            .map(|r| r.specialty.as_str())
            .collect();
        if !known.contains(&self.specialty.as_str()) {
            problems.refuse(
                &self.specialty,
                "satellite::unknown-specialty",
                words::unknown_specialty(
                    &self.specialty.value,
                    suggestion(&self.specialty, &known, choose_one(known.join(", "))),
                ),
            );
        } else if let Some(core) =
            core.filter(|f| f.specialty != "general" && f.specialty != self.specialty.value)
        {
            problems.warn(
                &self.specialty,
                "satellite::other-specialty",
                words::other_specialty(&core.name, &core.specialty, &self.specialty.value),
            );
        }
        let learns_its_own = satellite.is_some_and(|f| f.specialty == self.specialty.value);
        let teaches_another = core.is_some_and(|f| f.specialty != self.specialty.value);
        if learns_its_own && teaches_another && self.specialty.value != "general" {
            problems.warn(
                &self.satellite,
                "satellite::turned-around",
                words::turned_around(
                    &self.satellite.value,
                    &self.specialty.value,
                    &self.core.value,
                ),
            );
        }
        if let Some(from) = &self.from {
            let id = "satellite::starts-outside-horizon";
            context.acts_in(from, &words::STARTS, id, problems);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn links_join_a_core_hospital_and_a_provincial_one() {
        let link = |core: &str, satellite: &str, specialty: &str, rest: &str| {
            format!(
                "SatelliteHospitals(links: [(core: \"{core}\", satellite: \"{satellite}\", specialty: \"{specialty}\"{rest})])"
            )
        };
        decision(&link("royal", "south-general", "cardiology", ""), &[]);
        decision(
            &link("roial", "south", "general", ""),
            &[
                ("satellite::unknown-hospital", "\"roial\""),
                ("satellite::unknown-hospital", "\"south\""),
            ],
        );
        decision(
            &link("south-regional", "sunny", "hart", ""),
            &[
                ("satellite::core-too-small", "\"south-regional\""),
                ("satellite::not-a-provincial-hospital", "\"sunny\""),
                ("satellite::unknown-specialty", "\"hart\""),
            ],
        );
        decision(
            &link("royal", "station-1", "general", ""),
            &[("satellite::unknown-hospital", "\"station-1\"")],
        );
        decision(
            &link("south-general", "south-general", "general", ""),
            &[("satellite::own-satellite", "\"south-general\"")],
        );
        decision(
            &link("royal", "south-general", "general", ", from: 2036"),
            &[("satellite::starts-outside-horizon", "2036")],
        );
        decision(
            &link("royal", "south-general", "general", ", from: 2026"),
            &[("satellite::starts-outside-horizon", "2026")],
        );
        decision(
            &link("heart", "south-general", "general", ""),
            &[("satellite::other-specialty", "\"general\"")],
        );
        decision(
            "SatelliteHospitals(links: [])",
            &[("satellite::touches-nothing", "\"p\"")],
        );
    }
}
