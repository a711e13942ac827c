//! Private owners are drawn in: more hospitals open, larger ones, those that stand grow faster, and
//! public money pays part of private beds.
//!
//! Assumption: owners follow patients. What all such policies ask for in a year comes true in the
//! part 1 / (1 + `priv.brake` * e), with e the beds asked for over those that open anyway.
//! Simplification: the private side pays for its beds itself; tax relief and land are not counted.

pub mod act;
mod words;

use crate::policy::prelude::*;
use crate::units::{Money, Multiple, Rate, Share};

shaped! {
    /// Private owners are drawn in by incentives or public money.
    #[derive(Default, PartialEq, Serialize)]
    pub struct PrivateSector {
        /// openings, as a multiple of what opens anyway; 1 or more
        #[default]
        #[only(FromOne)]
        pub openings: Option<Spanned<Multiple>>,
        /// mean beds of those that open, as a multiple of the usual; 1 or more
        #[default]
        #[only(FromOne)]
        pub size: Option<Spanned<Multiple>>,
        /// added to the yearly growth of beds that stand: 0.01 is one point
        #[default]
        pub expansion: Option<Spanned<Rate>>,
        /// public money that pays part of private beds
        #[default]
        pub ppp: Option<Ppp>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

shaped! {
    /// Public money for private beds.
    #[derive(PartialEq, Serialize)]
    pub struct Ppp {
        /// public money offered in each year, billion at base-year prices
        pub money: Spanned<Money>,
        /// share of the cost of a bed that the public pays
        #[only(Positive)]
        pub share: Spanned<Share>,
    }
}

/// Beds asked for over those that open anyway, from which on a plan is told to be far from what was
/// ever seen: 15 % private beds in 2030 would need nearly six times the trend.
const FAR: f64 = 5.0;

impl PrivateSector {
    /// Multiple of openings; 1 where nothing is said.
    pub fn openings(&self) -> f64 {
        self.openings.as_ref().map_or(1.0, |m| m.value.0)
    }
    /// Multiple of the mean size; 1 where nothing is said.
    pub fn size(&self) -> f64 {
        self.size.as_ref().map_or(1.0, |m| m.value.0)
    }
    /// Points added to growth; 0 where nothing is said.
    pub fn expansion(&self) -> f64 {
        self.expansion.as_ref().map_or(0.0, |r| r.value.0)
    }
    /// Public money a year; 0 where there is none.
    pub fn money(&self) -> f64 {
        self.ppp.as_ref().map_or(0.0, |p| p.money.value.0)
    }
}

impl Policy for PrivateSector {
    const NAME: &'static str = "PrivateSector";
    const SUMMARY: Said = Said::new(
        "incentives and public money draw private hospitals in",
        "thu hút bệnh viện tư nhân bằng ưu đãi và vốn nhà nước",
    );
    const SERVES: &'static [&'static str] = &[
        "private_bed_share",
        "private_hospital_share",
        "beds_per_10k",
    ];
    const DOES_NOT_MOVE: Said = Said::new(
        "private beds bring private posts but train nobody: they compete for the same doctors and nurses, so the ratios of staff are not expected to rise",
        "giường tư nhân tạo thêm vị trí việc làm tư nhân nhưng không đào tạo thêm người: cùng cạnh tranh số bác sĩ, điều dưỡng hiện có, nên không dự kiến làm tăng nhân lực trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Finance: public money buys a part of private beds; Construction: more and larger hospitals open with draws of their own, those that stand grow; Measure: costs",
        "Tài chính: vốn nhà nước trả một phần giường tư nhân; Xây dựng: thêm bệnh viện mở mới và quy mô lớn hơn (lấy ngẫu nhiên riêng), bệnh viện hiện có mở rộng; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "beds that come = beds asked for / (1 + brake * e), e = beds asked for / beds that open anyway there; openings ~ Poisson(base mean * (openings - 1) / (1 + brake * e)); beds by public money = money / (share * unit), at most what each province can begin",
        "số giường có thêm = số giường yêu cầu / (1 + brake * e), e = số giường yêu cầu / số giường tự mở ở đó; số bệnh viện mở mới ~ Poisson(trung bình của bộ số liệu gốc * (openings - 1) / (1 + brake * e)); giường từ vốn nhà nước = money / (share * suất đầu tư), tối đa bằng mức mỗi địa phương khởi công được",
    );
    const USES: &'static [&'static str] = &[
        "capex.absorb",
        "priv.brake",
        "priv.openings",
        "priv.size",
        "priv.unit",
        "capex.build_lag",
    ];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        for (what, multiple) in [("openings", &self.openings), ("size", &self.size)] {
            if let Some(multiple) = multiple.as_ref().filter(|m| m.value.0 < 1.0) {
                problems.refuse(
                    multiple,
                    "private::below-one",
                    words::below_one(what, multiple.value),
                );
            }
        }
        if let Some(ppp) = &self.ppp {
            if ppp.share.value.0 <= 0.0 {
                problems.refuse(&ppp.share, "private::nothing-paid", words::nothing_paid());
            }
            if context.payer == Some(Payer::Private) {
                problems.refuse(&ppp.money, "private::not-public", words::not_public());
            }
        }
        if let Some(listed) = &self.provinces {
            if listed.is_empty() {
                problems.refuse(context.id, "private::no-province", words::no_province());
            }
            let twice = "private::province-twice";
            context.provinces(listed, "private::unknown-province", twice, problems);
        }
        let nothing = self.openings() == 1.0
            && self.size() == 1.0
            && self.expansion() == 0.0
            && self.money() == 0.0;
        if nothing {
            problems.warn(
                context.id,
                "private::changes-nothing",
                words::changes_nothing(),
            );
        }
        let asked = self.openings() * self.size() - 1.0;
        let written = self.openings.as_ref().or(self.size.as_ref());
        if let Some(written) = written.filter(|_| asked > FAR) {
            problems.warn(
                written,
                "private::far-from-trend",
                words::far_from_trend(asked + 1.0),
            );
        }
        if let Some(points) = self.expansion.as_ref().filter(|r| r.value.0 > 0.1) {
            problems.warn(
                points,
                "private::far-from-trend",
                words::fast_growth(100.0 * points.value.0),
            );
        }
    }

    fn product(&self, _: &Base) -> String {
        words::private_hospitals(self.openings(), self.size(), self.expansion(), self.money())
    }

    fn is_money(&self) -> bool {
        self.money() > 0.0
    }

    fn has_path(&self) -> bool {
        self.is_money()
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn lasting(&self, base: &Base, year: Year) -> Vec<Thing> {
        if self.money() > 0.0 {
            things::lagged(base, year, 1.0)
        } else {
            vec![things::building(1.0, year)]
        }
    }

    fn keys(&self, id: &str, base: &Base) -> Vec<String> {
        let places = base.provinces.iter();
        places
            .map(|p| format!("private-sector/{id}/{}", p.code))
            .collect()
    }

    fn warn_of_defaults(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        if self.money() > 0.0 {
            context.warn_of_open_payer(false, problems);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn private_owners_are_drawn_in_by_something_somewhere() {
        let policy = |fields: &str, expected: &[(&str, &str)]| {
            decision(&format!("PrivateSector({fields})"), expected);
        };
        policy("openings: 2, size: 1.2, expansion: 0.01", &[]);
        policy("ppp: (money: 100, share: 0.3), provinces: [\"north\"]", &[]);
        policy("openings: 0.5", &[("private::below-one", "0.5")]);
        policy("size: 0.9", &[("private::below-one", "0.9")]);
        policy(
            "ppp: (money: 100, share: 0)",
            &[("private::nothing-paid", "0")],
        );
        policy(
            "openings: 2, provinces: [\"nort\", \"north\", \"north\"]",
            &[
                ("private::unknown-province", "\"nort\""),
                ("private::province-twice", "\"north\""),
            ],
        );
        policy(
            "openings: 2, provinces: []",
            &[("private::no-province", "\"p\"")],
        );
        policy("", &[("private::changes-nothing", "\"p\"")]);
        policy(
            "openings: 1, size: 1.0, expansion: 0, ppp: (money: 0, share: 0.5)",
            &[("private::changes-nothing", "\"p\"")],
        );
        policy("openings: 8", &[("private::far-from-trend", "8")]);
        policy("expansion: 0.5", &[("private::far-from-trend", "0.5")]);
    }
}
