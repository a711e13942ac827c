//! Commune stations are brought to standard, so many a year.
//!
//! Assumption: works begin as planned, in the stations nobody has touched since the base year; a
//! station takes `station.years` from the first day of works.
//! Simplification: a station at standard makes commune posts a little more attractive
//! (`station.appeal`) and moves neither beds nor patients: no figure for either was found.

pub mod act;
mod words;

use crate::base::Level;
use crate::policy::prelude::*;
use crate::units::{Money, Share, Stations, Years};

shaped! {
    /// Commune stations are brought to standard.
    #[derive(PartialEq, Serialize)]
    pub struct StationUpgrade {
        /// at how many stations works begin each year
        pub pace: Pace,
        /// cost of one station, billion; the base's assumption if left out
        #[default]
        pub cost: Option<Spanned<Money>>,
        /// years of works at one station; the base's assumption if left out
        #[default]
        pub years: Option<Spanned<Years>>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

shaped! {
    /// Stations at which works begin in a year.
    #[derive(PartialEq, Serialize)]
    pub enum Pace {
        /// so many stations
        Number(Spanned<Stations>),
        /// this share of all stations of the provinces that take part
        Share(Spanned<Share>),
    }
}

impl Policy for StationUpgrade {
    const NAME: &'static str = "StationUpgrade";
    const SUMMARY: Said = Said::new(
        "commune stations are rebuilt or brought to standard",
        "trạm y tế xã được xây dựng lại hoặc đưa lên đạt chuẩn",
    );
    const SERVES: &'static [&'static str] = &["share_stations_upgraded", "stations_rebuilt"];
    const DOES_NOT_MOVE: Said = Said::new(
        "beds at stations are outside the ratio of hospital beds, and a building trains nobody: stations at standard shift a few entrants to communes, the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "giường tại trạm không tính vào số giường bệnh trên 10.000 dân, và nhà trạm không đào tạo thêm người: trạm đạt chuẩn chỉ thu hút thêm ít người mới về xã, không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Finance: works begin and are paid for, works begun earlier end; Placement: commune posts become a little more attractive",
        "Tài chính: khởi công và chi trả, các trạm khởi công trước đó hoàn thành; Bố trí việc làm: vị trí ở xã hấp dẫn hơn một chút",
    );
    const EQUATION: Said = Said::new(
        "ready = sum over years s of begun[s] * clip(t - s + 1 - years, 0, 1); commune appeal of a province * (1 + appeal * stations ready / stations); cost = stations begun * cost of one",
        "số trạm xong = tổng theo các năm s của begun[s] * clip(t - s + 1 - years, 0, 1); sức hút của vị trí ở xã trong địa phương * (1 + appeal * số trạm xong / số trạm); chi phí = số trạm khởi công * kinh phí một trạm",
    );
    const USES: &'static [&'static str] = &["cost.station", "station."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let mut sound = true;
        if let Some(listed) = &self.provinces {
            if listed.is_empty() {
                sound = false;
                problems.refuse(context.id, "station::no-province", words::no_province());
            }
            let twice = "station::province-twice";
            sound &= context.provinces(listed, "station::unknown-province", twice, problems);
        }
        if let Some(cost) = &self.cost {
            check_cost(cost, context, problems);
        }
        if sound {
            self.check_pace(context, problems);
        }
    }

    fn product(&self, _: &Base) -> String {
        match &self.pace {
            Pace::Number(n) => words::stations_a_year(f64::from(n.value.0)),
            Pace::Share(share) => words::share_of_stations(share.value.0),
        }
    }

    fn has_path(&self) -> bool {
        true
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn lasting(&self, base: &Base, year: Year) -> Vec<Thing> {
        let takes = self.years.as_ref().map(|y| y.value.0);
        let takes = takes.unwrap_or_else(|| things::middle(base, "station.years"));
        let later = takes.fract();
        let ready = year.plus(takes.floor() as i32);
        vec![
            things::building(1.0 - later, ready),
            things::building(later, ready.plus(1)),
        ]
    }

    fn warn_of_defaults(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        context.warn_of_open_payer(false, problems);
    }
}

/// Warns of a cost far from that of a station.
fn check_cost(cost: &Spanned<Money>, context: &CheckContext<'_>, problems: &mut Problems) {
    let usual = context.base.assumptions.get("cost.station");
    let Some(usual) = usual.map(|a| a.quantile(0.5)) else {
        return;
    };
    if !(usual / 4.0..=usual * 4.0).contains(&cost.value.0) {
        problems.warn(
            cost,
            "station::cost-implausible",
            words::cost(
                cost.value,
                crate::words::data::spoken(&context.base.currency),
                usual,
            ),
        );
    }
}

impl StationUpgrade {
    /// Whether a province takes part.
    pub fn reaches(&self, code: &str) -> bool {
        let listed = self.provinces.as_ref();
        listed.is_none_or(|row| row.iter().any(|p| p.value == code))
    }

    fn check_pace(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let base = context.base;
        let stations = base
            .facilities
            .iter()
            .filter(|f| f.level == Level::Commune && self.reaches(&base.provinces[f.province].code))
            .count() as f64;
        if stations == 0.0 {
            problems.refuse(context.id, "station::none-there", words::none_there());
            return;
        }
        let (place, a_year) = match &self.pace {
            Pace::Number(n) => (n.span.clone(), f64::from(n.value.0)),
            Pace::Share(s) => (s.span.clone(), s.value.0 * stations),
        };
        let place = Spanned {
            value: (),
            span: place,
        };
        if a_year == 0.0 {
            problems.warn(&place, "station::changes-nothing", words::changes_nothing());
        }
        let years = context.acts.end().since(*context.acts.start()) + 1;
        if a_year * f64::from(years) > stations + 0.5 {
            problems.warn(
                &place,
                "station::more-than-exist",
                words::more_than_exist(a_year, years, stations),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn stations_are_upgraded_where_they_stand() {
        let policy = |fields: &str, expected: &[(&str, &str)]| {
            decision(&format!("StationUpgrade({fields})"), expected);
        };
        // One station stands in the country, in the south.
        policy("pace: Share(0.1), years: 1.5", &[]);
        policy("pace: Share(0.1), provinces: [\"south-coast\"]", &[]);
        policy("pace: Number(0)", &[("station::changes-nothing", "0")]);
        policy("pace: Number(3)", &[("station::more-than-exist", "3")]);
        policy(
            "pace: Number(3), provinces: [\"north\"]",
            &[("station::none-there", "\"p\"")],
        );
        policy(
            "pace: Number(3), provinces: []",
            &[("station::no-province", "\"p\"")],
        );
        policy(
            "pace: Share(0.1), provinces: [\"sooth\", \"south-coast\", \"south-coast\"]",
            &[
                ("station::unknown-province", "\"sooth\""),
                ("station::province-twice", "\"south-coast\""),
            ],
        );
        policy(
            "pace: Share(0.1), cost: 5200",
            &[("station::cost-implausible", "5200")],
        );
        policy("pace: Share(0.1), cost: 2.2", &[]);
    }
}
