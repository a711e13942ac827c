//! People get a free check-up each year. The staff of stations hold it, in time they lack for visits, and
//! somebody pays for it: whichever is short first is said.
//!
//! Simplification: stations alone hold free check-ups; what one finds, and what is treated after it, is
//! not followed.

pub mod act;
mod words;

use crate::base::tells_of_care;
use crate::policy::prelude::*;
use crate::policy::rollout;
use crate::units::{Money, Share};

shaped! {
    /// A free check-up each year.
    #[derive(PartialEq, Serialize)]
    pub struct CheckUps {
        /// share of the people of these groups who are promised one each year
        pub share: Spanned<Share>,
        /// whom it is for; everybody if left out
        #[default]
        #[only(Filled)]
        pub groups: Option<Vec<Spanned<Group>>>,
        /// year by which all of it is reached, evenly; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// most money a year, billion at base-year prices; as much as it takes if left out
        #[default]
        pub budget: Option<Spanned<Money>>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

shaped! {
    /// A group of people.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    pub enum Group {
        /// pupils and students
        Pupils,
        /// people who work under a contract
        Workers,
        /// people of 60 and over
        Elderly,
        /// everybody else
        Others,
    }
}

/// What is said of where and when it acts.
const ROLLOUT: rollout::Said = rollout::Said {
    no_province: ("checkup::touches-nothing", words::no_province),
    unknown: "checkup::unknown-province",
    twice: "checkup::province-twice",
    outside: "checkup::year-outside-horizon",
};

impl Policy for CheckUps {
    const NAME: &'static str = "CheckUps";
    const SUMMARY: Said = Said::new(
        "a free check-up each year, held by the staff of stations",
        "khám sức khỏe định kỳ miễn phí hằng năm do trạm y tế xã thực hiện",
    );
    const SERVES: &'static [&'static str] = &["check_up_share"];
    const DOES_NOT_MOVE: Said = Said::new(
        "check-ups take time of station staff and money: beds are not expected to move, nor are doctors, nurses and pharmacists; what check-ups find and cure is not modelled",
        "khám sức khỏe cần thời gian của nhân lực trạm y tế và kinh phí: không dự kiến làm thay đổi giường bệnh, bác sĩ, điều dưỡng và dược sĩ; chưa mô phỏng bệnh được phát hiện và điều trị nhờ khám sức khỏe",
    );
    const ACTS: Said = Said::new(
        "Care: check-ups are held as far as time and money go, paid for, and taken from the time for visits",
        "Khám chữa bệnh: khám sức khỏe trong giới hạn thời gian và kinh phí, chi trả, trừ vào thời gian khám bệnh của trạm",
    );
    const EQUATION: Said = Said::new(
        "promised = share * people of the groups * min(1, (years since from + 1) / (by - from + 1)); held = min(promised, station workers * check.station_time * check.per_worker) in each province, all of them * min(1, budget / (held * check.cost)); work taken from visits = held / check.per_worker",
        "kế hoạch = share * dân số các nhóm * min(1, (số năm từ from + 1) / (by - from + 1)); thực hiện = min(kế hoạch, nhân lực trạm * check.station_time * check.per_worker) ở từng tỉnh, thành phố, rồi * min(1, budget / (thực hiện * check.cost)); thời gian lấy từ khám bệnh = thực hiện / check.per_worker",
    );
    const USES: &'static [&'static str] = &["check."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if !tells_of_care(&context.base.assumptions) {
            problems.refuse(context.id, "checkup::no-figures", words::no_figures());
            return;
        }
        let listed = self.provinces.as_ref();
        context.rollout(self.by.as_ref(), listed, &ROLLOUT, problems);
        if context.payer == Some(Payer::Private) {
            problems.refuse(context.id, "checkup::private-payer", words::private_payer());
        }
        if let Some(groups) = &self.groups {
            if groups.is_empty() {
                problems.refuse(context.id, "checkup::touches-nothing", words::no_group());
            }
            for (n, group) in groups.iter().enumerate() {
                if let Some(earlier) = groups[..n].iter().find(|g| g.value == group.value) {
                    problems.twice(
                        (earlier, group),
                        "checkup::group-twice",
                        words::group_twice(),
                    );
                }
            }
        }
        if self.share.value.0 == 0.0 {
            problems.warn(&self.share, "checkup::size-zero", words::changes_nothing());
        }
        if let Some(budget) = self.budget.as_ref().filter(|m| m.value.0 == 0.0) {
            problems.warn(budget, "checkup::size-zero", words::no_money());
        }
    }

    fn check_beside(
        &self,
        acts: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        let same = earlier.iter().filter(|e| {
            let years = e.acts.0 <= acts.1 && acts.0 <= e.acts.1;
            years
                && meet(&e.decision.provinces, &self.provinces)
                && meet(&e.decision.groups, &self.groups)
        });
        let promised: f64 = same.map(|e| e.decision.share.value.0).sum();
        if self.share.value.0 > 0.0 && promised + self.share.value.0 > 1.0 + 1e-9 {
            problems.warn(&self.share, "checkup::over-all", words::over_all(promised));
        }
    }

    fn product(&self, _: &Base) -> String {
        let groups = self.groups.as_ref();
        let groups: Option<Vec<Group>> = groups.map(|g| g.iter().map(|g| g.value).collect());
        let by = self.by.as_ref().map(|y| y.value);
        words::held(self.share.value.0, groups.as_deref(), by)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Ministry
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_care_holds_no_check_ups() {
        decision("CheckUps(share: 0.5)", &[("checkup::no-figures", "\"p\"")]);
    }
}
