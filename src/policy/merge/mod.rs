//! Hospitals of a province join one that stays: their beds, patients and staff are its own.
//!
//! Simplification: beds stand where they stood and are run by the hospital that stays; patients and staff
//! stay in the province, and no cost of running is saved.

pub mod act;
mod words;

use super::close::{Going, own_hospital};
use super::lookup::hospital_name;
use crate::base::tells_of_lever;
use crate::policy::prelude::*;

shaped! {
    /// Hospitals of a province join one that stays.
    #[derive(PartialEq, Serialize)]
    pub struct MergeHospitals {
        /// codes of the hospitals that join, owned by a province
        #[only(Filled)]
        pub hospitals: Vec<Spanned<String>>,
        /// the hospital of the same province that stays (code)
        pub into: Spanned<String>,
        /// year of the merger
        pub year: Spanned<Year>,
    }
}

/// What is said of hospitals that merge.
const GOING: Going = Going {
    no_figures: ("merge::no-figures", words::no_figures),
    nobody: ("merge::touches-nothing", words::no_hospital),
    twice: ("merge::twice", words::twice),
    outside: ("merge::year-outside-horizon", words::MERGES),
};

impl Policy for MergeHospitals {
    const NAME: &'static str = "MergeHospitals";
    const SUMMARY: Said = Said::new(
        "hospitals of a province join one that stays",
        "sáp nhập các bệnh viện của một địa phương vào một bệnh viện",
    );
    const SERVES: &'static [&'static str] = &["provincial_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a merger makes fewer hospitals and leaves every bed and everybody in the province: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "sáp nhập làm giảm số bệnh viện, giường và nhân lực vẫn ở địa phương: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: beds pass to the hospital that stays in the planned year",
        "Giải pháp: giường chuyển về bệnh viện nhận sáp nhập trong năm dự kiến",
    );
    const EQUATION: Said = Said::new(
        "beds of the hospital that stays + beds of those that join, from the planned year on; cost = beds that pass * close.cost_per_bed",
        "giường của bệnh viện nhận sáp nhập + giường của các bệnh viện sáp nhập, từ năm dự kiến; chi phí = số giường chuyển * close.cost_per_bed",
    );
    const USES: &'static [&'static str] = &["close."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let ids = ("merge::unknown-hospital", "merge::not-the-provinces");
        let mut into = None;
        if tells_of_lever(&context.base.assumptions, "close.") {
            into = own_hospital(&self.into, ids, context, problems);
        }
        let going = (&*self.hospitals, &self.year);
        context.going(going, &GOING, problems, &mut |code, problems| {
            if *code == self.into {
                problems.refuse(code, "merge::into-itself", words::into_itself());
                return;
            }
            let joins = own_hospital(code, ids, context, problems);
            if let (Some(joins), Some(into)) = (joins, into)
                && joins.province != into.province
            {
                let said = words::other_province(&joins.name, &into.name);
                problems.refuse(code, "merge::other-province", said);
            }
        });
    }

    fn product(&self, base: &Base) -> String {
        let names = self.hospitals.iter().map(|code| hospital_name(base, code));
        let into = hospital_name(base, &self.into);
        words::merged(&names.collect::<Vec<&str>>(), into)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn check_beside(
        &self,
        _: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        let known = || earlier.iter().flat_map(|e| &e.decision.hospitals);
        for hospital in self.hospitals.iter().chain([&self.into]) {
            if let Some(first) = known().find(|h| *h == hospital) {
                let said = words::gone_already(&hospital.value);
                problems.twice((first, hospital), "merge::twice", said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_mergers_merges_nothing() {
        decision(
            "MergeHospitals(hospitals: [\"north-1\"], into: \"south-general\", year: 2028)",
            &[("merge::no-figures", "\"p\"")],
        );
    }
}
