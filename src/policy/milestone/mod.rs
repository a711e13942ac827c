//! A thing is to be finished by a date: work begins, costs money until the planned finish, and ends
//! as late as real projects of its class did.

pub mod act;
mod words;

use crate::base::ReferenceClass;
use crate::diagnostic::suggestion;
use crate::policy::prelude::*;
use crate::units::{Money, Multiple};

shaped! {
    /// A thing to finish by a date.
    #[derive(PartialEq, Serialize)]
    pub struct ReachMilestone {
        /// id of a milestone of the base
        pub milestone: Spanned<String>,
        /// year by whose end it is planned to be finished
        pub by: Spanned<Year>,
        /// whole cost, billion at base-year prices
        pub cost: Spanned<Money>,
        /// pace: 1 as planned, 0.5 twice as long, 0 never
        #[default]
        pub effort: Option<Spanned<Multiple>>,
    }
}

impl Policy for ReachMilestone {
    const NAME: &'static str = "ReachMilestone";
    const SUMMARY: Said = Said::new(
        "a thing to finish by a date, such as a hospital reaching Grade I",
        "việc phải hoàn thành đúng hạn, ví dụ một bệnh viện đạt hạng I",
    );
    const SERVES: &'static [&'static str] = &["milestone:lai-chau-grade-1"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a milestone is reached or not: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "mốc công việc chỉ có hoàn thành hoặc chưa: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: work begins; Construction: reached when its delay is over; Measure: paid in equal parts to the planned finish",
        "Giải pháp: công việc bắt đầu; Xây dựng: hoàn thành khi hết thời gian chậm; Đo lường: chi đều từng năm đến năm hoàn thành theo kế hoạch",
    );
    const EQUATION: Said = Said::new(
        "planned = start + max((by - start) / effort, shortest plan of the class); reached = planned + a delay drawn from real projects of the class, none for the share on_time",
        "kế hoạch = bắt đầu + max((by - bắt đầu) / effort, kế hoạch ngắn nhất của nhóm); hoàn thành = kế hoạch + độ chậm lấy từ các dự án thực tế cùng nhóm, bằng 0 với tỷ lệ on_time",
    );
    const USES: &'static [&'static str] = &["milestone.on_time"];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let base = context.base;
        context.acts_in(
            &self.by,
            &words::PLANNED,
            "milestone::outside-horizon",
            problems,
        );
        if self.effort.as_ref().is_some_and(|e| e.value.0 == 0.0) {
            problems.warn(
                self.effort.as_ref().expect("just asked"),
                "milestone::no-effort",
                words::no_effort(),
            );
        }
        let Some(milestone) = base.milestones.iter().find(|m| m.id == *self.milestone) else {
            let known: Vec<&str> = base.milestones.iter().map(|m| m.id.as_str()).collect();
            problems.refuse(
                &self.milestone,
                "milestone::unknown",
                words::unknown(
                    &self.milestone.value,
                    suggestion(&self.milestone, &known, words::known(&known)),
                ),
            );
            return;
        };
        if milestone.project.is_some() {
            problems.refuse(
                &self.milestone,
                "milestone::is-a-project",
                words::is_a_project(&milestone.id),
            );
            return;
        }
        if milestone.under_way && self.by.value >= milestone.planned {
            problems.warn(
                &self.by,
                "milestone::under-way",
                words::under_way(milestone.planned),
            );
        }
        let class = ReferenceClass::of(&milestone.reference, &base.references);
        let planned = f64::from(self.by.value.since(*context.acts.start()) + 1);
        if planned < class.shortest {
            problems.warn(
                &self.by,
                "milestone::faster-than-any",
                words::faster_than_any(planned, &milestone.reference, class.shortest),
            );
        }
    }

    fn serves(&self, _: &Base) -> Vec<String> {
        vec![format!("milestone:{}", self.milestone.value)]
    }

    fn product(&self, base: &Base) -> String {
        let milestone = base.milestones.iter().find(|m| m.id == *self.milestone);
        milestone.map_or_else(
            || self.milestone.value.clone(),
            |m| crate::words::data::spoken(&m.title).to_owned(),
        )
    }

    fn usual_payer(&self, base: &Base) -> Payer {
        let row = base.milestones.iter().find(|m| m.id == *self.milestone);
        match row.and_then(|m| m.province) {
            Some(_) => Payer::Provincial,
            None => Payer::Ministry,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_milestone_exists_and_leaves_time_to_be_reached() {
        decision(
            "ReachMilestone(milestone: \"royal-grade-1\", by: 2029, cost: 120)",
            &[],
        );
        decision(
            "ReachMilestone(milestone: \"royal-grade-1\", by: 2027, cost: 120, effort: 0)",
            &[
                ("milestone::faster-than-any", "2027"),
                ("milestone::no-effort", "0"),
            ],
        );
        decision(
            "ReachMilestone(milestone: \"royal-grade\", by: 2026, cost: 120)",
            &[
                ("milestone::unknown", "\"royal-grade\""),
                ("milestone::outside-horizon", "2026"),
            ],
        );
        decision(
            "ReachMilestone(milestone: \"heart-opens\", by: 2030, cost: 0)",
            &[("milestone::under-way", "2030")],
        );
        decision(
            "ReachMilestone(milestone: \"royal-grade-1\", by: 2029, cost: -1, effort: 30)",
            &[("ron::value", "-1"), ("ron::value", "30")],
        );
    }
}
