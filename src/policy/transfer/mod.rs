//! Listed Ministry hospitals pass to the provinces they stand in: beds, staff, posts, running
//! subsidy and capital duty change hands after a drawn delay for agreement; some service and some
//! staff are lost while the hospital settles in.
//!
//! Simplification: the national totals change only by the staff lost.

pub mod act;
mod words;

use super::lookup::hospital_name;
use crate::base::Owner;
use crate::policy::prelude::*;
use crate::units::Years;

shaped! {
    /// Listed Ministry hospitals change owner.
    #[derive(PartialEq, Serialize)]
    pub struct TransferToProvince {
        /// codes of hospitals owned by a ministry
        #[only(Filled)]
        pub hospitals: Vec<Spanned<String>>,
        /// planned year of the change
        pub year: Spanned<Year>,
        /// mean years until the sides agree; the base's assumption if left out
        #[default]
        pub mean_delay: Option<Spanned<Years>>,
        /// years until service has recovered; the base's assumption if left out
        #[default]
        pub integration: Option<Spanned<Years>>,
    }
}

impl Policy for TransferToProvince {
    const NAME: &'static str = "TransferToProvince";
    const SUMMARY: Said = Said::new(
        "listed Ministry hospitals pass to their provinces",
        "chuyển giao các bệnh viện thuộc bộ trong danh sách về địa phương quản lý",
    );
    const SERVES: &'static [&'static str] = &["managed_beds_per_10k", "provincial_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a transfer moves beds and staff from the Ministry's books to the province's: the national and provincial totals per 10,000 people stay, but for the staff lost in the change",
        "việc chuyển giao đưa giường bệnh và nhân lực từ phần của bộ sang phần của địa phương: tổng số của cả nước và của tỉnh, thành phố trên 10.000 dân không đổi, trừ số nhân lực giảm khi chuyển giao",
    );
    const ACTS: Said = Said::new(
        "Policy: beds, staff, posts and patients change hands in one year, after a drawn delay",
        "Giải pháp: giường bệnh, nhân lực, vị trí và người bệnh đổi chủ quản trong một năm, sau độ chậm lấy ngẫu nhiên",
    );
    const EQUATION: Said = Said::new(
        "yearly chance of agreement from the planned year on: 1 / (1 + mean_delay); staff * (1 - staff_loss); service * (1 - service_loss), back over the years of integration",
        "xác suất thống nhất hằng năm, từ năm dự kiến = 1 / (1 + mean_delay); nhân lực * (1 - staff_loss); dịch vụ * (1 - service_loss), phục hồi trong số năm integration",
    );
    const USES: &'static [&'static str] = &["transfer."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if self.hospitals.is_empty() {
            problems.refuse(
                context.id,
                "transfer::touches-nothing",
                words::no_hospital(),
            );
        }
        context.acts_in(
            &self.year,
            &words::CHANGE_HANDS,
            "transfer::year-outside-horizon",
            problems,
        );
        for (n, code) in self.hospitals.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            if let Some(earlier) = self.hospitals[..n].iter().find(|h| *h == code) {
                problems.twice(
                    (earlier, code),
                    "transfer::twice",
                    words::twice(&code.value),
                );
                continue;
            }
            let Some(hospital) = context.hospital(code, "transfer::unknown-hospital", problems)
            else {
                continue;
            };
            let decided = context
                .base
                .transfers
                .iter()
                .find(|t| context.base.facilities[t.facility].code == hospital.code);
            if let Some(decided) = decided {
                problems.refuse(
                    code,
                    "transfer::already-decided",
                    words::already_decided(&hospital.name, decided.year),
                );
            } else if !matches!(hospital.owner, Owner::Ministry | Owner::OtherMinistry) {
                let said = match hospital.owner {
                    Owner::Private => words::owned_privately(&hospital.name),
                    _ => words::owned_by_province(&hospital.name),
                };
                problems.refuse(code, "transfer::not-a-ministry-hospital", said);
            }
        }
    }

    fn product(&self, base: &Base) -> String {
        let names: Vec<&str> = self
            .hospitals
            .iter()
            .map(|code| hospital_name(base, code))
            .collect();
        words::handed_over(&names)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn keys(&self, id: &str, _: &Base) -> Vec<String> {
        let codes = self.hospitals.iter();
        codes
            .map(|code| format!("transfer/{id}/{}", code.value))
            .collect()
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
                problems.twice(
                    (first, hospital),
                    "transfer::twice",
                    words::by_two_policies(&hospital.value),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn only_ministry_hospitals_that_stay_can_be_handed_over() {
        decision(
            "TransferToProvince(hospitals: [\"royal\"], year: 2028)",
            &[],
        );
        decision(
            "TransferToProvince(hospitals: [\"royal\", \"leaving\", \"sunny\", \"royal\", \"x\"], year: 2026)",
            &[
                ("transfer::already-decided", "\"leaving\""),
                ("transfer::not-a-ministry-hospital", "\"sunny\""),
                ("transfer::twice", "\"royal\""),
                ("transfer::unknown-hospital", "\"x\""),
                ("transfer::year-outside-horizon", "2026"),
            ],
        );
        decision(
            "TransferToProvince(hospitals: [], year: 2028)",
            &[("transfer::touches-nothing", "\"p\"")],
        );
    }
}
