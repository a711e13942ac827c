//! An initiative moves a followed indicator at a cost: the more money a person (or a facility), the
//! more it adds to the yearly movement, but ever less for each further part.
//!
//! Assumption: what is reached stays when the money ends.

pub mod act;
mod words;

use crate::base::Weight;
use crate::diagnostic::suggestion;
use crate::policy::prelude::*;
use crate::units::Money;

shaped! {
    /// Money that moves a followed indicator.
    #[derive(PartialEq, Serialize)]
    pub struct Initiative {
        /// id of a followed indicator
        pub indicator: Spanned<String>,
        /// what it costs a year, all its provinces together, billion at base-year prices
        pub cost: Spanned<Money>,
        /// codes of the provinces it reaches; all of them if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

impl Policy for Initiative {
    const NAME: &'static str = "Initiative";
    const SUMMARY: Said = Said::new(
        "a programme that improves a followed indicator such as insurance cover or stunting",
        "chương trình can thiệp nhằm cải thiện một chỉ số theo dõi, ví dụ bao phủ bảo hiểm y tế hoặc suy dinh dưỡng thấp còi",
    );
    const SERVES: &'static [&'static str] = &[
        "insurance_cover",
        "immunisation_under_1",
        "stunting_under_5",
        "life_expectancy",
        "people_with_e_record",
        "facilities_with_emr",
        "facilities_invested",
        "sex_ratio_at_birth",
    ];
    const DOES_NOT_MOVE: Said = Said::new(
        "an initiative moves the followed indicator it names: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "chương trình can thiệp chỉ làm thay đổi chỉ số theo dõi được ghi: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Finance: money paid, over people (or facilities) reached; Care: followed indicators move",
        "Tài chính: chi kinh phí, tính theo số người (hoặc cơ sở y tế) thụ hưởng; Khám chữa bệnh: chỉ số theo dõi thay đổi",
    );
    const EQUATION: Said = Said::new(
        "movement added a year, at the level of the base year = response * (1 - exp(-money / response_money)), on the scale of log odds between the bounds",
        "mức thay đổi thêm mỗi năm, tính ở mức của năm gốc = response * (1 - exp(-kinh phí / response_money)), theo thang log odds giữa hai giới hạn",
    );
    const USES: &'static [&'static str] = &["track."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let base = context.base;
        let followed = base.tracked.iter().position(|t| t.id == *self.indicator);
        if followed.is_none() {
            let known: Vec<&str> = base.tracked.iter().map(|t| t.id.as_str()).collect();
            problems.refuse(
                &self.indicator,
                "initiative::unknown-indicator",
                words::unknown_indicator(
                    &self.indicator.value,
                    suggestion(&self.indicator, &known, words::followed(&known)),
                ),
            );
        }
        if let Some(provinces) = &self.provinces {
            if provinces.is_empty() {
                problems.refuse(
                    context.id,
                    "initiative::touches-nothing",
                    words::no_province(),
                );
            }
            let twice = (
                "initiative::province-twice",
                words::province_twice as fn(&str) -> _,
            );
            context.each_once(provinces, "initiative::unknown-province", twice, problems);
        }
        if self.cost.value.0 == 0.0 {
            problems.warn(&self.cost, "initiative::no-money", words::no_money());
        }
        let Some(i) = followed else { return };
        let scale = base
            .assumptions
            .get(&format!("track.{}.response_money", self.indicator.value))
            .map(|a| a.quantile(0.5));
        let reached = self.reached(context, i);
        if let Some(scale) =
            scale.filter(|s| reached > 0.0 && self.cost.value.0 / reached > 10.0 * s)
        {
            problems.warn(
                &self.cost,
                "initiative::more-than-works",
                words::more_than_works(
                    self.cost.value,
                    crate::words::data::spoken(&base.currency),
                    crate::words::list::rounded(3.0 * scale * reached),
                ),
            );
        }
    }

    fn serves(&self, _: &Base) -> Vec<String> {
        vec![self.indicator.value.clone()]
    }

    /// Where the indicator stands and goes without an initiative is no effect of one.
    fn acts_by(&self) -> Option<Vec<String>> {
        let own = |law: &str| format!("track.{}.{law}", self.indicator.value);
        Some(vec![own("response"), own("response_money")])
    }

    fn product(&self, base: &Base) -> String {
        use crate::words::data::spoken;
        let followed = base.tracked.iter().find(|t| t.id == *self.indicator);
        let title = followed.map_or(self.indicator.as_str(), |t| t.title.as_str());
        words::initiative(
            spoken(title),
            &crate::words::tasks::a_year(self.cost.value.0, spoken(&base.currency)),
        )
    }

    fn is_money(&self) -> bool {
        true
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        if self.provinces.is_some() {
            Payer::Provincial
        } else {
            Payer::Ministry
        }
    }
}

impl Initiative {
    /// Whether it reaches a province.
    pub fn reaches(&self, code: &str) -> bool {
        self.provinces
            .as_ref()
            .is_none_or(|list| list.iter().any(|p| p.as_str() == code))
    }

    /// Million people, facilities or provinces it reaches at base.
    fn reached(&self, context: &CheckContext<'_>, indicator: usize) -> f64 {
        let base = context.base;
        let inside = |p: usize| self.reaches(&base.provinces[p].code);
        match base.tracked[indicator].weight {
            Weight::People => {
                let people = base.provinces.iter().enumerate();
                people
                    .filter(|(p, _)| inside(*p))
                    .map(|(_, p)| p.population / 1e6)
                    .sum()
            }
            Weight::Facilities => {
                let public = |f: &&crate::base::Facility| {
                    f.owner != crate::base::Owner::Private && inside(f.province)
                };
                base.facilities.iter().filter(public).count() as f64
            }
            Weight::Plain => (0..base.provinces.len()).filter(|p| inside(*p)).count() as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn an_initiative_names_a_followed_indicator_and_its_provinces_once() {
        decision(
            "Initiative(indicator: \"insurance_cover\", cost: 50, provinces: [\"north\"])",
            &[],
        );
        decision("Initiative(indicator: \"insurance_cover\", cost: 50)", &[]);
        decision(
            "Initiative(indicator: \"insurance_cover\", cost: 0)",
            &[("initiative::no-money", "0")],
        );
        decision(
            "Initiative(indicator: \"insurance_cover\", cost: -1)",
            &[("ron::value", "-1")],
        );
        decision(
            "Initiative(indicator: \"insurance\", cost: 50, provinces: [])",
            &[
                ("initiative::touches-nothing", "\"p\""),
                ("initiative::unknown-indicator", "\"insurance\""),
            ],
        );
        decision(
            "Initiative(indicator: \"beds_per_10k\", cost: 50, provinces: [\"north\", \"nort\", \"north\"])",
            &[
                ("initiative::unknown-indicator", "\"beds_per_10k\""),
                ("initiative::unknown-province", "\"nort\""),
                ("initiative::province-twice", "\"north\""),
            ],
        );
        decision(
            "Initiative(indicator: \"insurance_cover\", cost: 5000)",
            &[("initiative::more-than-works", "5000")],
        );
    }
}
