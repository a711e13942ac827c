//! A hospital opens beds in another place: a second campus, with its cost, its drawn delay, and
//! perhaps fewer beds at home.

pub mod act;
mod words;

use super::lookup::hospital_name;
use crate::base::{Level, Owner};
use crate::lanes::whole_power;
use crate::policy::prelude::*;
use crate::said::say;
use crate::units::{Beds, Money, Share};
use crate::words::number::decimal;
use crate::world::facility::Group;

shaped! {
    /// A hospital opens beds in another place.
    #[derive(PartialEq, Serialize)]
    pub struct SecondCampus {
        /// the hospital that opens it (code)
        pub hospital: Spanned<String>,
        /// where it opens (code)
        pub province: Spanned<String>,
        /// beds of the campus
        pub beds: Spanned<Beds>,
        /// whole cost, billion at base-year prices; beds times the usual cost if left out
        #[default]
        pub cost: Option<Spanned<Money>>,
        /// year of planned opening
        pub opens: Spanned<Year>,
        /// share of the beds that closes as many at home
        #[default]
        pub replaces: Option<Spanned<Share>>,
    }
}

impl Policy for SecondCampus {
    const NAME: &'static str = "SecondCampus";
    const SUMMARY: Said = Said::new(
        "a hospital opens beds in another place",
        "cơ sở 2: bệnh viện mở thêm giường bệnh ở địa điểm khác",
    );
    const SERVES: &'static [&'static str] = &["beds_per_10k", "central_occupancy"];
    const DOES_NOT_MOVE: Said = Said::new(
        "new beds fund posts but train nobody: the ratios of doctors, nurses and pharmacists follow the graduates",
        "giường mới kèm theo vị trí việc làm nhưng không đào tạo thêm người: số bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân phụ thuộc số tốt nghiệp",
    );
    const ACTS: Said = Said::new(
        "Finance: paid in equal parts to the planned opening; Construction: opens with a drawn delay",
        "Tài chính: chi đều từng năm đến năm dự kiến đưa vào hoạt động; Xây dựng: đưa vào hoạt động với độ chậm lấy ngẫu nhiên",
    );
    const EQUATION: Said = Said::new(
        "yearly chance of opening from the planned year on: 1 / (1 + delay_mean); beds at home - replaces * beds",
        "xác suất hằng năm đưa vào hoạt động, từ năm dự kiến = 1 / (1 + delay_mean); giường ở cơ sở cũ - replaces * beds",
    );
    const USES: &'static [&'static str] = &[
        "pipe.campus_delay_mean",
        "pipe.delay_mean",
        "capex.unit_central",
        "capex.unit_provincial",
        "capex.unit_regional",
        "priv.unit",
        "capex.overrun",
    ];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let hospital = context.hospital(&self.hospital, "campus::unknown-hospital", problems);
        context.province(&self.province, "campus::unknown-province", problems);
        context.acts_in(
            &self.opens,
            &words::OPENS,
            "campus::opens-outside-horizon",
            problems,
        );
        if self.beds.value.0 == 0 {
            problems.warn(&self.beds, "campus::touches-nothing", words::no_beds());
        }
        let largest = context.base.facilities.iter().map(|f| f.beds);
        let largest = largest.fold(0.0, f64::max);
        if f64::from(self.beds.value.0) > largest {
            problems.warn(
                &self.beds,
                "campus::very-large",
                words::very_large(self.beds.value, largest.round()),
            );
        }
        let Some(hospital) = hospital else { return };
        let unit = match hospital.level {
            _ if hospital.owner == Owner::Private => "priv.unit",
            Level::Central => "capex.unit_central",
            Level::Provincial => "capex.unit_provincial",
            Level::Regional | Level::Commune => "capex.unit_regional",
        };
        let unit = context.base.assumptions.get(unit);
        if let (Some(cost), Some(unit), 1..) = (&self.cost, unit, self.beds.value.0) {
            let usual = unit.quantile(0.5);
            let asked = cost.value.0 / f64::from(self.beds.value.0);
            if !(0.3 * usual..=3.0 * usual).contains(&asked) {
                problems.warn(
                    cost,
                    "campus::cost-implausible",
                    words::cost(
                        self.beds.value,
                        cost.value,
                        crate::words::data::spoken(&context.base.currency),
                        figure(asked),
                        figure(usual),
                    ),
                );
            }
        }
        if let Some(replaces) = &self.replaces {
            let closed = replaces.value.0 * f64::from(self.beds.value.0);
            if closed > hospital.beds && hospital.beds > 0.0 {
                problems.refuse(
                    replaces,
                    "campus::replaces-too-many",
                    words::replaces(closed.round(), &hospital.name, hospital.beds.round()),
                );
            }
        }
    }

    fn product(&self, base: &Base) -> String {
        let province = base.provinces.iter().find(|p| p.code == *self.province);
        words::campus(
            f64::from(self.beds.value.0),
            hospital_name(base, &self.hospital),
            province.map_or(self.province.as_str(), |p| &p.name),
        )
    }

    fn lasting(&self, _: &Base, year: Year) -> Vec<Thing> {
        vec![things::building(1.0, self.opens.value.max(year))]
    }

    fn bought_too_late(&self, base: &Base, acts: (Year, Year), last: Year) -> f64 {
        let home = base.facilities.iter().find(|f| f.code == *self.hospital);
        let central = home.is_some_and(|f| {
            f.level == Level::Central || matches!(f.owner, Owner::Ministry | Owner::OtherMinistry)
        });
        let delay = if central {
            "pipe.campus_delay_mean"
        } else {
            "pipe.delay_mean"
        };
        let chance = 1.0 / (1.0 + things::middle(base, delay));
        let tries = last.min(acts.1).since(self.opens.value) + 1;
        whole_power(1.0 - chance, tries.max(0))
    }

    fn opens(&self) -> Option<&Spanned<Year>> {
        Some(&self.opens)
    }

    fn opened(&self, base: &Base) -> Option<Opened> {
        let home = base
            .facilities
            .iter()
            .position(|f| f.code == *self.hospital);
        let province = base.provinces.iter().position(|p| p.code == *self.province);
        Some(Opened {
            home: home.expect("checked: the hospital exists"),
            province: province.expect("checked: the province exists"),
        })
    }

    fn keys(&self, id: &str, _: &Base) -> Vec<String> {
        vec![format!("campus/{id}")]
    }

    fn has_path(&self) -> bool {
        true
    }

    fn usual_payer(&self, base: &Base) -> Payer {
        let home = base.facilities.iter().find(|f| f.code == *self.hospital);
        match home.map(|f| Group::of(f.level, f.owner)) {
            Some(Group::Central) => Payer::Ministry,
            Some(Group::Private) => Payer::Private,
            _ => Payer::Provincial,
        }
    }
}

/// A cost per bed with as many digits as are read.
fn figure(value: f64) -> String {
    if value >= 10.0 {
        format!("{value:.0}")
    } else {
        say!(en: format!("{value:.2}"), vi: decimal(value, 2))
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_campus_has_a_hospital_a_place_a_year_and_a_sensible_cost() {
        decision(
            "SecondCampus(hospital: \"royal\", province: \"north\", beds: 500, opens: 2030, cost: 2500, replaces: 0.5)",
            &[],
        );
        decision(
            "SecondCampus(hospital: \"royal\", province: \"nort\", beds: 5000, opens: 2026, cost: 2500, replaces: 0.5)",
            &[
                ("campus::unknown-province", "\"nort\""),
                ("campus::very-large", "5000"),
                ("campus::opens-outside-horizon", "2026"),
                ("campus::cost-implausible", "2500"),
                ("campus::replaces-too-many", "0.5"),
            ],
        );
        decision(
            "SecondCampus(hospital: \"royal\", province: \"north\", beds: -1, opens: 2030)",
            &[("ron::value", "-1")],
        );
        decision(
            "SecondCampus(hospital: \"royal\", province: \"north\", beds: 0, opens: 2030, cost: 90)",
            &[("campus::touches-nothing", "0")],
        );
    }
}
