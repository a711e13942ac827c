//! Doctors of a province's hospitals ask a Central hospital for advice over a line before they send a
//! patient on, or instead of it.
//!
//! Simplification: advice keeps patients at home and changes no bed and no doctor; the time of those who
//! advise is in the cost of a line and takes nobody from other work.

pub mod act;
mod words;

use crate::base::tells_of_lever;
use crate::policy::prelude::*;
use crate::policy::rollout;
use crate::units::Share;

shaped! {
    /// Advice of Central hospitals over a line, without travel.
    #[derive(PartialEq, Serialize)]
    pub struct RemoteConsultation {
        /// share of the provinces' own hospitals that have a line
        pub share: Spanned<Share>,
        /// year by which all of them have one, evenly; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

/// What is said of where and when it acts.
const ROLLOUT: rollout::Said = rollout::Said {
    no_province: ("remote::no-province", words::no_province),
    unknown: "remote::unknown-province",
    twice: "remote::province-twice",
    outside: "remote::year-outside-horizon",
};

impl Policy for RemoteConsultation {
    const NAME: &'static str = "RemoteConsultation";
    const SUMMARY: Said = Said::new(
        "hospitals of provinces ask Central hospitals for advice over a line",
        "bệnh viện của địa phương hội chẩn từ xa với bệnh viện tuyến trung ương",
    );
    const SERVES: &'static [&'static str] = &["referral_share", "central_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "advice changes referral and crowding, not beds or staff: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "hội chẩn từ xa làm thay đổi việc chuyển tuyến và tình trạng quá tải, không thay đổi giường bệnh và nhân lực: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: lines open and are used; Care: fewer patients travel; Measure: costs",
        "Giải pháp: mở điểm cầu và sử dụng; Khám chữa bệnh: ít người bệnh phải chuyển tuyến hơn; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "referrals of a province * (1 - remote.uptake * remote.avoided * share * min(1, (years since from + 1) / (by - from + 1))), after what satellite links keep at home; cost = hospitals with a line * remote.cost_line",
        "số chuyển tuyến của tỉnh, thành phố * (1 - remote.uptake * remote.avoided * share * min(1, (số năm từ from + 1) / (by - from + 1))), sau phần các cặp bệnh viện vệ tinh giữ lại; chi phí = số bệnh viện có điểm cầu * remote.cost_line",
    );
    const USES: &'static [&'static str] = &["remote."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if !tells_of_lever(&context.base.assumptions, "remote.") {
            problems.refuse(context.id, "remote::no-figures", words::no_figures());
            return;
        }
        let listed = self.provinces.as_ref();
        context.rollout(self.by.as_ref(), listed, &ROLLOUT, problems);
        if self.share.value.0 == 0.0 {
            problems.warn(&self.share, "remote::size-zero", words::changes_nothing());
        }
    }

    fn product(&self, _: &Base) -> String {
        let by = self.by.as_ref().map(|y| y.value);
        words::lines(self.share.value.0, by)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Ministry
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_advice_has_no_lines_to_open() {
        decision(
            "RemoteConsultation(share: 0.5)",
            &[("remote::no-figures", "\"p\"")],
        );
    }
}
