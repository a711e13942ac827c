//! Somebody else takes over a part of what insured patients pay themselves: the insurance fund, or a
//! budget. People then ask for a little more care, and pay less for all of it.
//!
//! Simplification: what is taken over is co-payment within the scope of insurance; medicines and services
//! outside it, travel and lost pay stay with households.

pub mod act;
mod words;

use crate::base::tells_of_care;
use crate::policy::prelude::*;
use crate::policy::rollout;
use crate::units::Share;

shaped! {
    /// Part of the co-payments of patients is taken over.
    #[derive(PartialEq, Serialize)]
    pub struct FeeExemption {
        /// share of the co-payments within insurance that patients no longer pay
        pub share: Spanned<Share>,
        /// year by which all of it is reached, evenly; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// contribution rates of insurance, each from a year on; the base's rate if left out
        #[default]
        #[only(Filled)]
        pub contribution: Option<Vec<(Spanned<Year>, Share)>>,
        /// codes of provinces whose people are exempt; all of them if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

/// A contribution rate beyond which a slip is likely: a whole number of percent, or a whole wage.
const MOST_RATE: f64 = 0.15;

/// A contribution rate that no wage bears beside taxes and pensions.
const NO_RATE: f64 = 0.3;

/// What is said of where and when it acts.
const ROLLOUT: rollout::Said = rollout::Said {
    no_province: ("exemption::no-province", words::no_province),
    unknown: "exemption::unknown-province",
    twice: "exemption::province-twice",
    outside: "exemption::year-outside-horizon",
};

impl Policy for FeeExemption {
    const NAME: &'static str = "FeeExemption";
    const SUMMARY: Said = Said::new(
        "co-payments of insured patients are taken over by the insurance fund or a budget",
        "quỹ bảo hiểm y tế hoặc ngân sách chi trả thay phần cùng chi trả của người bệnh (miễn viện phí)",
    );
    const SERVES: &'static [&'static str] = &["household_share"];
    const DOES_NOT_MOVE: Said = Said::new(
        "an exemption moves money from households to others and raises use by a few parts in a hundred: hospitals are a little fuller, the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "miễn viện phí chuyển chi phí từ hộ gia đình sang nguồn khác và làm tăng sử dụng dịch vụ vài phần trăm: bệnh viện đông hơn một chút, không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: the share taken over, more use, contribution rates; Care: visits, stays and who pays; Measure: costs",
        "Giải pháp: tỷ lệ chi trả thay, mức tăng sử dụng, mức đóng; Khám chữa bệnh: lượt khám, lượt điều trị và nguồn chi; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "taken over = share * min(1, (years since from + 1) / (by - from + 1)); cost = taken over * fee.copay_part * households' spending on care before it; use of care * (1 + fee.elasticity * fee.copay_part * taken over); income of the fund * contribution / fund.rate",
        "tỷ lệ chi trả thay = share * min(1, (số năm từ from + 1) / (by - from + 1)); chi phí = tỷ lệ chi trả thay * fee.copay_part * chi tiền túi khi chưa miễn; mức sử dụng dịch vụ * (1 + fee.elasticity * fee.copay_part * tỷ lệ chi trả thay); số thu của quỹ * contribution / fund.rate",
    );
    const USES: &'static [&'static str] = &["fee.", "fund.rate"];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;
    const ALONE: &'static [&'static str] = &["fee."];

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if !tells_of_care(&context.base.assumptions) {
            problems.refuse(context.id, "exemption::no-figures", words::no_figures());
            return;
        }
        let listed = self.provinces.as_ref();
        context.rollout(self.by.as_ref(), listed, &ROLLOUT, problems);
        if context.payer == Some(Payer::Private) {
            problems.refuse(
                context.id,
                "exemption::private-payer",
                words::private_payer(),
            );
        }
        self.check_rates(context, problems);
        if self.share.value.0 == 0.0 && self.contribution.is_none() {
            problems.warn(
                &self.share,
                "exemption::size-zero",
                words::changes_nothing(),
            );
        }
    }

    fn check_beside(
        &self,
        acts: (Year, Year),
        earlier: &[Earlier<'_, Self>],
        problems: &mut Problems,
    ) {
        let meets = |e: &&Earlier<'_, Self>| e.acts.0 <= acts.1 && acts.0 <= e.acts.1;
        let same: Vec<&Earlier<'_, Self>> = earlier.iter().filter(meets).collect();
        let rates = same.iter().find(|e| e.decision.contribution.is_some());
        if let (Some(first), Some((year, _))) = (rates, self.contribution.iter().flatten().next()) {
            problems.warn(
                year,
                "exemption::two-rates",
                words::two_rates(&first.id.value),
            );
        }
        let here = |e: &&&Earlier<'_, Self>| meet(&e.decision.provinces, &self.provinces);
        let shares = same.iter().filter(here).map(|e| e.decision.share.value.0);
        let taken: f64 = shares.sum();
        if self.share.value.0 > 0.0 && taken + self.share.value.0 > 1.0 + 1e-9 {
            problems.warn(&self.share, "exemption::over-all", words::over_all(taken));
        }
    }

    fn product(&self, base: &Base) -> String {
        let by = self.by.as_ref().map(|y| y.value);
        let places = self.provinces.as_ref().map(|list| {
            let name = |code: &Spanned<String>| {
                let known = base.provinces.iter().find(|p| p.code == code.value);
                known.map_or(code.value.clone(), |p| p.name.clone())
            };
            list.iter().map(name).collect::<Vec<String>>()
        });
        words::taken_over(self.share.value.0, by, places.as_deref())
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Hospitals
    }
}

impl FeeExemption {
    fn check_rates(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let Some(rates) = &self.contribution else {
            return;
        };
        if rates.is_empty() {
            problems.refuse(context.id, "exemption::no-rate", words::no_rate());
        }
        for (n, (year, rate)) in rates.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            let id = "exemption::year-outside-horizon";
            context.acts_in(year, &words::RATE, id, problems);
            if let Some((earlier, _)) = rates[..n].iter().find(|(y, _)| y.value == year.value) {
                problems.twice(
                    (earlier, year),
                    "exemption::rate-twice",
                    words::rate_twice(year.value),
                );
            }
            if rate.0 > NO_RATE {
                problems.refuse(year, "exemption::rate-too-high", words::rate(rate.0));
            } else if rate.0 > MOST_RATE {
                problems.warn(year, "exemption::rate-implausible", words::rate(rate.0));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_care_has_no_fees_to_take_over() {
        decision(
            "FeeExemption(share: 0.5)",
            &[("exemption::no-figures", "\"p\"")],
        );
    }
}
