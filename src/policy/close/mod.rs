//! Hospitals of provinces close. Their beds are gone; their staff stay in the province; their patients go
//! to its other hospitals by beds, and where these get too full to other provinces, more where beds are
//! many and near.
//!
//! Simplification: hospitals have no place in their province, so that distance is from centre to centre.
//! Posts of the beds that go are not funded any more; nobody is dismissed.

pub mod act;
pub(super) mod words;

use super::lookup::hospital_name;
use crate::base::{Facility, Owner, tells_of_lever};
use crate::policy::prelude::*;
use crate::said::Message;

shaped! {
    /// Hospitals of provinces close.
    #[derive(PartialEq, Serialize)]
    pub struct CloseHospital {
        /// codes of hospitals owned by a province
        #[only(Filled)]
        pub hospitals: Vec<Spanned<String>>,
        /// year in which they close
        pub year: Spanned<Year>,
    }
}

/// A hospital that a province owns and may close or merge; a problem if it is none. One that a ministry
/// owns, on its way to the province or not, is the ministry's.
pub(super) fn own_hospital<'a>(
    code: &Spanned<String>,
    (unknown, not_own): (&'static str, &'static str),
    context: &'a CheckContext<'_>,
    problems: &mut Problems,
) -> Option<&'a Facility> {
    let hospital = context.hospital(code, unknown, problems)?;
    if hospital.owner == Owner::Province {
        return Some(hospital);
    }
    let listed = context.base.transfers.iter();
    let leaves = listed
        .filter(|t| t.to == Owner::Province)
        .any(|t| context.base.facilities[t.facility].code == hospital.code);
    let said = match (hospital.owner, leaves) {
        (Owner::Private, _) => words::owned_privately(&hospital.name),
        (_, true) => words::on_its_way(&hospital.name),
        _ => words::owned_by_ministry(&hospital.name),
    };
    problems.refuse(code, not_own, said);
    None
}

/// Codes of what is wrong with hospitals that go, and what is said of them.
pub(super) struct Going {
    pub no_figures: (&'static str, fn() -> Message),
    pub nobody: (&'static str, fn() -> Message),
    pub twice: (&'static str, fn(&str) -> Message),
    /// The code of a year in which nothing can go, and what happens in it.
    pub outside: (&'static str, Said),
}

impl CheckContext<'_> {
    /// Adds problems of a list of hospitals that go in a year; `each` looks at those that are named for the first
    /// time. Where the base says nothing about hospitals that go, that is all that is said.
    pub(super) fn going(
        &self,
        (hospitals, year): (&[Spanned<String>], &Spanned<Year>),
        said: &Going,
        problems: &mut Problems,
        each: &mut dyn FnMut(&Spanned<String>, &mut Problems),
    ) {
        if !tells_of_lever(&self.base.assumptions, "close.") {
            let (code, message) = said.no_figures;
            problems.refuse(self.id, code, message());
            return;
        }
        if hospitals.is_empty() {
            let (code, message) = said.nobody;
            problems.refuse(self.id, code, message());
        }
        let (outside, goes) = &said.outside;
        self.acts_in(year, goes, outside, problems);
        for (n, hospital) in hospitals.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            match hospitals[..n].iter().find(|h| *h == hospital) {
                Some(earlier) => {
                    let (code, message) = said.twice;
                    problems.twice((earlier, hospital), code, message(&hospital.value));
                }
                None => each(hospital, problems),
            }
        }
    }
}

/// What is said of hospitals that close.
const GOING: Going = Going {
    no_figures: ("close::no-figures", words::no_figures),
    nobody: ("close::touches-nothing", words::no_hospital),
    twice: ("close::twice", words::twice),
    outside: ("close::year-outside-horizon", words::CLOSES),
};

impl Policy for CloseHospital {
    const NAME: &'static str = "CloseHospital";
    const SUMMARY: Said = Said::new(
        "hospitals of provinces close; their patients go to others",
        "giải thể bệnh viện của địa phương; người bệnh chuyển đến bệnh viện khác",
    );
    const SERVES: &'static [&'static str] = &["provincial_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a closure takes beds away: beds per 10,000 people fall; doctors, nurses and pharmacists stay in the province and their ratios are not expected to rise",
        "giải thể bệnh viện làm giảm giường: số giường bệnh trên 10.000 dân giảm; bác sĩ, điều dưỡng và dược sĩ ở lại địa phương, không dự kiến làm tăng các tỷ lệ này",
    );
    const ACTS: Said = Said::new(
        "Policy: beds close in the planned year; Care: patients go to other hospitals of the province, then to other provinces",
        "Giải pháp: giường ngừng hoạt động trong năm dự kiến; Khám chữa bệnh: người bệnh đến bệnh viện khác trong tỉnh, rồi đến tỉnh, thành phố khác",
    );
    const EQUATION: Said = Said::new(
        "beds of the hospital = 0 from the planned year on; bed-days of the province as before, over its other beds; what is above close.full of them, at most the bed-days of the closed hospital, goes to other provinces by beds / kilometres; cost = beds * close.cost_per_bed",
        "số giường của bệnh viện = 0 từ năm dự kiến; số ngày điều trị của địa phương như trước, chia theo giường còn lại; phần vượt close.full của các giường này, nhiều nhất bằng số ngày điều trị của bệnh viện giải thể, chuyển sang tỉnh, thành phố khác theo số giường / số km; chi phí = số giường * close.cost_per_bed",
    );
    const USES: &'static [&'static str] = &["close."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let ids = ("close::unknown-hospital", "close::not-the-provinces");
        let going = (&*self.hospitals, &self.year);
        context.going(going, &GOING, problems, &mut |code, problems| {
            own_hospital(code, ids, context, problems);
        });
    }

    fn product(&self, base: &Base) -> String {
        let names = self.hospitals.iter().map(|code| hospital_name(base, code));
        words::closed(&names.collect::<Vec<&str>>())
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
        for hospital in &self.hospitals {
            if let Some(first) = known().find(|h| *h == hospital) {
                let said = words::by_two_policies(&hospital.value);
                problems.twice((first, hospital), "close::twice", said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_closures_closes_nothing() {
        decision(
            "CloseHospital(hospitals: [\"south-general\"], year: 2028)",
            &[("close::no-figures", "\"p\"")],
        );
    }
}
