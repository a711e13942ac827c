//! Staff are paid more where they are lacking: fewer of them resign, and more of those who look for a
//! post choose these.
//!
//! Assumption: the effect of pay flattens (`allow.saturation`); the allowances already in force at
//! stations count towards it.

pub mod act;
mod words;

use crate::base::Employer;
use crate::policy::prelude::*;
use crate::units::{Multiple, Points, Share};

shaped! {
    /// Allowances by employer and place.
    #[derive(PartialEq, Serialize)]
    pub struct Incentives {
        /// whose staff is entitled: Central, Provincial, Commune
        #[only(Among(&["Central", "Provincial", "Commune"]))]
        pub employers: Vec<Spanned<Employer>>,
        /// which staff (code of an occupation); all with posts if left out
        #[default]
        pub occupation: Option<Spanned<String>>,
        /// allowance in points of pay: 30 raises all pay by three tenths
        pub points: Spanned<Points>,
        /// added to the first year's pay of those placed (share); none if left out
        #[default]
        pub starting_pay: Option<Spanned<Share>>,
        /// where; Everywhere if left out
        #[default]
        pub place: Place,
    }
}

shaped! {
    /// Where an allowance is paid.
    #[derive(Default, PartialEq, Serialize)]
    pub enum Place {
        /// in every province
        #[default]
        Everywhere,
        /// in the listed provinces (codes)
        #[only(Filled)]
        Provinces(Vec<Spanned<String>>),
        /// in provinces whose income index is below this; the nation's is 1
        IncomeBelow(Spanned<Multiple>),
    }
}

impl Place {
    /// Whether a province belongs to it.
    pub fn holds(&self, province: &crate::base::Province) -> bool {
        match self {
            Place::Everywhere => true,
            Place::Provinces(codes) => codes.iter().any(|c| **c == province.code),
            Place::IncomeBelow(level) => province.income_index < level.value.0,
        }
    }
}

impl Policy for Incentives {
    const NAME: &'static str = "Incentives";
    const SUMMARY: Said = Said::new(
        "allowances and starting pay for staff where they are lacking",
        "phụ cấp và lương khởi điểm cho nhân lực ở nơi còn thiếu",
    );
    const SERVES: &'static [&'static str] = &["doctors_per_station", "resignations"];
    const DOES_NOT_MOVE: Said = Said::new(
        "pay moves people between posts and keeps some of them at work, it trains nobody: the ratios of doctors and nurses follow the graduates",
        "tiền lương làm người lao động chuyển vị trí và giữ một số người ở lại, không đào tạo thêm người: số bác sĩ, điều dưỡng trên 10.000 dân phụ thuộc số tốt nghiệp",
    );
    const ACTS: Said = Said::new(
        "Policy: points of the year; Workforce: fewer resign; Placement: more choose these posts; Measure: costs",
        "Giải pháp: số điểm phụ cấp của năm; Nhân lực: ít người thôi việc hơn; Bố trí việc làm: nhiều người chọn các vị trí này hơn; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "worth(x) = saturation * (1 - exp(-x / saturation)); resignations * (1 + quit_effect / 10 * k * (worth(before + points) - worth(before))), appeal likewise by attract / 30; k = 30 / (100 * cost.allowance) points of allowance in a point of pay; before = 30 points of allowance at stations; cost = pay * points / 100 * heads",
        "worth(x) = saturation * (1 - exp(-x / saturation)); số thôi việc * (1 + quit_effect / 10 * k * (worth(before + points) - worth(before))), sức hút tính tương tự với attract / 30; k = 30 / (100 * cost.allowance): số điểm phụ cấp trong một điểm lương; before = 30 điểm phụ cấp tại trạm; chi phí = lương * points / 100 * số người",
    );
    const USES: &'static [&'static str] = &["allow.", "cost.allowance", "cost.pay"];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let nothing = "incentives::touches-nothing";
        if self.employers.is_empty() {
            problems.refuse(context.id, nothing, words::nobody());
        }
        for (n, employer) in self.employers.iter().enumerate() {
            if matches!(employer.value, Employer::Private | Employer::Any) {
                problems.refuse(
                    employer,
                    "incentives::not-public",
                    words::not_public(employer.value),
                );
            }
            if let Some(earlier) = self.employers[..n].iter().find(|e| *e == employer) {
                problems.twice(
                    (earlier, employer),
                    "incentives::twice",
                    words::employer_twice(employer.value),
                );
            }
        }
        if let Some(code) = &self.occupation {
            context.with_posts(
                code,
                "incentives::unknown-occupation",
                "incentives::no-posts",
                problems,
            );
        }
        let first_year = self.starting_pay.as_ref().map_or(0.0, |s| s.value.0);
        if self.points.value.0 == 0.0 && first_year == 0.0 {
            problems.warn(&self.points, "incentives::size-zero", words::no_points());
        } else if self.points.value.0 > 0.0 && self.points.value.0 < 1.0 {
            problems.warn(
                &self.points,
                "incentives::points-as-share",
                words::as_share(self.points.value),
            );
        } else if self.points.value.0 > 100.0 {
            problems.warn(
                &self.points,
                "incentives::very-large",
                words::very_large(self.points.value),
            );
        }
        match &self.place {
            Place::Everywhere => {}
            Place::Provinces(codes) => {
                if codes.is_empty() {
                    problems.refuse(context.id, nothing, words::no_province());
                }
                context.provinces(
                    codes,
                    "incentives::unknown-province",
                    "incentives::twice",
                    problems,
                );
            }
            Place::IncomeBelow(level) => {
                let reached = context.base.provinces.iter().any(|p| self.place.holds(p));
                if !reached {
                    let lowest = context
                        .base
                        .provinces
                        .iter()
                        .map(|p| p.income_index)
                        .fold(f64::INFINITY, f64::min);
                    problems.refuse(level, nothing, words::none_as_poor(level.value, lowest));
                }
            }
        }
    }

    fn product(&self, _: &Base) -> String {
        words::allowance(
            self.points.value.0,
            self.starting_pay.as_ref().map(|s| s.value.0),
        )
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn an_allowance_has_public_employers_a_place_and_points_of_pay() {
        let pay = |employers: &str, points: &str, rest: &str| {
            format!("Incentives(employers: [{employers}], points: {points}{rest})")
        };
        decision(&pay("Commune", "30", ""), &[]);
        decision(
            &pay(
                "Commune, Provincial",
                "30",
                ", occupation: \"doctor\", starting_pay: 0.5, place: Provinces([\"north\"])",
            ),
            &[],
        );
        decision(&pay("Commune", "20", ", place: IncomeBelow(1.5)"), &[]);
        decision(
            &pay("", "30", ""),
            &[("incentives::touches-nothing", "\"p\"")],
        );
        decision(
            &pay("Private, Commune, Commune", "30", ""),
            &[
                ("incentives::not-public", "Private"),
                ("incentives::twice", "Commune"),
            ],
        );
        decision(&pay("Commune", "0", ""), &[("incentives::size-zero", "0")]);
        decision(
            &pay("Commune", "0.3", ""),
            &[("incentives::points-as-share", "0.3")],
        );
        decision(
            &pay("Commune", "150", ""),
            &[("incentives::very-large", "150")],
        );
        decision(&pay("Commune", "301", ""), &[("ron::value", "301")]);
        decision(
            &pay(
                "Commune",
                "30",
                ", occupation: \"docter\", place: Provinces([\"noth\", \"north\", \"north\"])",
            ),
            &[
                ("incentives::unknown-occupation", "\"docter\""),
                ("incentives::unknown-province", "\"noth\""),
                ("incentives::twice", "\"north\""),
            ],
        );
        decision(
            &pay("Commune", "30", ", occupation: \"pharmacist\""),
            &[("incentives::no-posts", "\"pharmacist\"")],
        );
        decision(
            &pay("Commune", "30", ", place: Provinces([])"),
            &[("incentives::touches-nothing", "\"p\"")],
        );
        decision(
            &pay("Commune", "30", ", place: IncomeBelow(0.2)"),
            &[("incentives::touches-nothing", "0.2")],
        );
    }
}
