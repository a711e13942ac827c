//! Doctors of stations keep a list of people whom they know and follow. People on a list ask their station
//! first a little more often.
//!
//! Simplification: stations alone keep lists; a family doctor's private practice is not told apart from
//! other private clinics. People on a list ask for no more visits, and where they ask changes a little.

pub mod act;
mod words;

use crate::base::{tells_of_care, tells_of_lever};
use crate::policy::prelude::*;
use crate::policy::rollout;
use crate::units::{People, Share};

shaped! {
    /// Doctors of stations keep a list of people.
    #[derive(PartialEq, Serialize)]
    pub struct FamilyMedicine {
        /// share of the people who shall be on a list
        pub share: Spanned<Share>,
        /// people on the list of one doctor at most; the base's assumption if left out
        #[default]
        pub list: Option<Spanned<People>>,
        /// year by which all of them are, evenly; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

/// People on a doctor's list beyond which a slip is likely.
const LONG_LIST: u32 = 10_000;

/// What is said of where and when it acts.
const ROLLOUT: rollout::Said = rollout::Said {
    no_province: ("family::no-province", words::no_province),
    unknown: "family::unknown-province",
    twice: "family::province-twice",
    outside: "family::year-outside-horizon",
};

impl Policy for FamilyMedicine {
    const NAME: &'static str = "FamilyMedicine";
    const SUMMARY: Said = Said::new(
        "doctors of stations keep a list of people whom they follow",
        "bác sĩ trạm y tế xã quản lý sức khỏe theo danh sách người dân (bác sĩ gia đình)",
    );
    const SERVES: &'static [&'static str] = &["station_visit_share"];
    const DOES_NOT_MOVE: Said = Said::new(
        "lists move a few visits from hospitals to stations and train nobody: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "danh sách quản lý chuyển một ít lượt khám từ bệnh viện về trạm và không đào tạo thêm người: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Care: people are put on lists as far as there are doctors, some of their visits move to the station, and lists are paid for",
        "Khám chữa bệnh: đưa người dân vào danh sách trong khả năng của bác sĩ, một phần lượt khám chuyển về trạm, chi trả cho danh sách",
    );
    const EQUATION: Said = Said::new(
        "on a list = min(share * people * min(1, (years since from + 1) / (by - from + 1)), doctors at stations * list); visits that move to stations = family.moved * on a list / people * visits asked at hospitals of the province; cost = on a list * family.cost",
        "trong danh sách = min(share * dân số * min(1, (số năm từ from + 1) / (by - from + 1)), số bác sĩ trạm * list); lượt khám chuyển về trạm = family.moved * trong danh sách / dân số * nhu cầu khám tại bệnh viện của địa phương; chi phí = trong danh sách * family.cost",
    );
    const USES: &'static [&'static str] = &["family."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let book = &context.base.assumptions;
        if !tells_of_care(book) || !tells_of_lever(book, "family.") {
            problems.refuse(context.id, "family::no-figures", words::no_figures());
            return;
        }
        let listed = self.provinces.as_ref();
        context.rollout(self.by.as_ref(), listed, &ROLLOUT, problems);
        if let Some(list) = self.list.as_ref().filter(|l| l.value.0 > LONG_LIST) {
            problems.warn(list, "family::long-list", words::long_list(list.value));
        }
        if self.share.value.0 == 0.0 {
            problems.warn(&self.share, "family::size-zero", words::changes_nothing());
        }
        if let Some(list) = self.list.as_ref().filter(|l| l.value.0 == 0) {
            problems.warn(list, "family::size-zero", words::empty_lists());
        }
    }

    fn product(&self, _: &Base) -> String {
        let by = self.by.as_ref().map(|y| y.value);
        words::listed(self.share.value.0, by)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Hospitals
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_lists_keeps_none() {
        decision(
            "FamilyMedicine(share: 0.5)",
            &[("family::no-figures", "\"p\"")],
        );
    }
}
