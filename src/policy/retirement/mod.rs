//! Some of those who would retire from public employers are kept at work, to a last age.
//!
//! Simplification: they are kept where they work; nobody comes back from retirement.

pub mod act;
mod words;

use super::lookup::ratios_of;
use super::words::staff;
use crate::policy::prelude::*;
use crate::units::{LastAge, Share};

shaped! {
    /// Staff past the retirement age work on.
    #[derive(PartialEq, Serialize)]
    pub struct RetirementExtension {
        /// whose retirement (code of an occupation with posts)
        pub occupation: Spanned<String>,
        /// share of those who would retire at the age and work on instead
        pub share: Spanned<Share>,
        /// age at which they stop, 65 to 70; 65 if left out
        #[default]
        pub to_age: Option<Spanned<LastAge>>,
    }
}

/// Age at which those kept stop, where none is written.
const LAST_AGE: u32 = 65;

impl RetirementExtension {
    /// The age at which those kept stop.
    pub fn last_age(&self) -> u32 {
        self.to_age.as_ref().map_or(LAST_AGE, |age| age.value.0)
    }

    /// Whether two decisions keep the same people: same occupation, years that overlap.
    pub fn overlaps(
        &self,
        years: (Year, Year),
        other: &RetirementExtension,
        others: (Year, Year),
    ) -> bool {
        self.occupation == other.occupation && years.0 <= others.1 && others.0 <= years.1
    }
}

impl Policy for RetirementExtension {
    const NAME: &'static str = "RetirementExtension";
    const SUMMARY: Said = Said::new(
        "staff of public employers work on past the retirement age",
        "kéo dài thời gian công tác của viên chức ở đơn vị công lập sau tuổi nghỉ hưu",
    );
    const SERVES: &'static [&'static str] = &["doctors_per_10k", "nurses_per_10k"];
    const DOES_NOT_MOVE: Said = Said::new(
        "keeping staff delays their leaving by at most the years to the last age: it gains those years once, trains nobody and builds no beds",
        "giữ người ở lại chỉ lùi việc nghỉ hưu nhiều nhất đến tuổi thôi làm việc: số năm đó chỉ có thêm một lần, không đào tạo thêm người và không xây thêm giường",
    );
    const ACTS: Said = Said::new(
        "Workforce: fewer retire at the age; Measure: those kept are paid",
        "Nhân lực: ít người nghỉ hưu đúng tuổi hơn; Đo lường: chi lương cho người ở lại",
    );
    const EQUATION: Said = Said::new(
        "share working on = o + (1 - o) * share in the retirement rule of public employers, to the last age; cost = pay * those kept",
        "tỷ lệ tiếp tục làm việc = o + (1 - o) * share trong quy tắc nghỉ hưu của đơn vị công lập, đến tuổi thôi làm việc; chi phí = lương * số người ở lại",
    );
    const USES: &'static [&'static str] = &["ret.", "cost.pay"];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        context.with_posts(
            &self.occupation,
            "retirement::unknown-occupation",
            "retirement::no-posts",
            problems,
        );
        if self.share.value.0 == 0.0 {
            problems.warn(&self.share, "retirement::size-zero", words::keeps_nobody());
        }
    }

    fn product(&self, base: &Base) -> String {
        let occupation = base.occupations.iter().find(|o| o.code == *self.occupation);
        let plural = occupation.map_or(self.occupation.as_str(), |o| o.plural.as_str());
        words::work_on(staff(plural), self.share.value.0, self.last_age())
    }

    fn serves(&self, base: &Base) -> Vec<String> {
        ratios_of(base, &self.occupation, Self::SERVES)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn check_beside(
        &self,
        acts: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        let first = earlier
            .iter()
            .find(|e| self.overlaps(acts, e.decision, e.acts));
        if let Some(first) = first {
            problems.twice(
                (&first.decision.occupation, &self.occupation),
                "retirement::twice",
                words::twice(&first.id.value, &first.decision.occupation.value),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn staff_with_posts_are_kept_to_an_age_from_65_to_70() {
        let keep = |rest: &str| format!("RetirementExtension({rest})");
        decision(&keep("occupation: \"doctor\", share: 0.3"), &[]);
        decision(&keep("occupation: \"doctor\", share: 1, to_age: 70"), &[]);
        decision(
            &keep("occupation: \"doctors\", share: 0, to_age: 70"),
            &[
                ("retirement::unknown-occupation", "\"doctors\""),
                ("retirement::size-zero", "0"),
            ],
        );
        decision(
            &keep("occupation: \"doctor\", share: 0.1, to_age: 71"),
            &[("ron::value", "71")],
        );
        decision(
            &keep("occupation: \"pharmacist\", share: 0.3"),
            &[("retirement::no-posts", "\"pharmacist\"")],
        );
        decision(
            &keep("occupation: \"doctor\", share: 30"),
            &[("ron::value", "30")],
        );
    }
}
