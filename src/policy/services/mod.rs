//! Stations offer more: care of high blood pressure and diabetes, and tests on the spot. Where doctors are
//! there to give it, people come who would have gone to a hospital of their province.
//!
//! Simplification: people who come to a station would have asked for the visit at a hospital of the
//! province; nobody asks for more visits. What better care does to health is not followed.

pub mod act;
mod words;

use crate::base::{tells_of_care, tells_of_lever};
use crate::policy::prelude::*;
use crate::policy::rollout;
use crate::units::Share;

shaped! {
    /// Stations offer more services.
    #[derive(PartialEq, Serialize)]
    pub struct StationServices {
        /// share of the stations that offer them
        pub share: Spanned<Share>,
        /// what they offer; all of it if left out
        #[default]
        #[only(Filled)]
        pub services: Option<Vec<Spanned<Service>>>,
        /// year by which all of these do, evenly; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// codes of provinces; everywhere if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

shaped! {
    /// What a station offers.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    pub enum Service {
        /// care of people with high blood pressure or diabetes
        Chronic,
        /// ultrasound, electrocardiogram and blood tests on the spot
        Tests,
    }
}

/// Every service in order.
const SERVICES: [Service; 2] = [Service::Chronic, Service::Tests];

impl Service {
    /// The assumption on how many more visits are asked for where it is offered.
    fn rise(self) -> &'static str {
        match self {
            Service::Chronic => "services.rise_chronic",
            Service::Tests => "services.rise_tests",
        }
    }

    /// The assumption on what a station needs for it once.
    fn cost(self) -> &'static str {
        match self {
            Service::Chronic => "services.cost_chronic",
            Service::Tests => "services.cost_tests",
        }
    }
}

/// What is said of where and when it acts.
const ROLLOUT: rollout::Said = rollout::Said {
    no_province: ("services::no-province", words::no_province),
    unknown: "services::unknown-province",
    twice: "services::province-twice",
    outside: "services::year-outside-horizon",
};

impl Policy for StationServices {
    const NAME: &'static str = "StationServices";
    const SUMMARY: Said = Said::new(
        "stations are equipped to offer more services",
        "trạm y tế xã được trang bị để cung cấp thêm dịch vụ",
    );
    const SERVES: &'static [&'static str] = &["station_visit_share"];
    const DOES_NOT_MOVE: Said = Said::new(
        "services at stations move visits from hospitals to stations: the ratios of beds, doctors, nurses and pharmacists are not expected to move",
        "dịch vụ tại trạm chuyển lượt khám từ bệnh viện về trạm: không dự kiến làm thay đổi số giường bệnh, bác sĩ, điều dưỡng và dược sĩ trên 10.000 dân",
    );
    const ACTS: Said = Said::new(
        "Policy: stations are equipped and offer services as far as they have doctors; Care: visits move to them; Measure: costs",
        "Giải pháp: trang bị cho trạm và cung cấp dịch vụ trong khả năng của bác sĩ tại trạm; Khám chữa bệnh: lượt khám chuyển về trạm; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "offered = share * min(1, (years since from + 1) / (by - from + 1)) * min(1, doctors per station / services.doctors); visits asked at stations * (1 + offered * sum of services.rise_), taken from the hospitals of the province; cost = new stations * sum of services.cost_ + stations * services * services.running",
        "mức cung cấp = share * min(1, (số năm từ from + 1) / (by - from + 1)) * min(1, số bác sĩ một trạm / services.doctors); nhu cầu khám tại trạm * (1 + mức cung cấp * tổng services.rise_), lấy từ các bệnh viện của địa phương; chi phí = số trạm mới * tổng services.cost_ + số trạm * số dịch vụ * services.running",
    );
    const USES: &'static [&'static str] = &["services."];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let book = &context.base.assumptions;
        if !tells_of_care(book) || !tells_of_lever(book, "services.") {
            problems.refuse(context.id, "services::no-figures", words::no_figures());
            return;
        }
        let listed = self.provinces.as_ref();
        context.rollout(self.by.as_ref(), listed, &ROLLOUT, problems);
        if let Some(services) = &self.services {
            if services.is_empty() {
                problems.refuse(context.id, "services::no-service", words::no_service());
            }
            for (n, service) in services.iter().enumerate() {
                if let Some(earlier) = services[..n].iter().find(|s| s.value == service.value) {
                    problems.twice(
                        (earlier, service),
                        "services::service-twice",
                        words::service_twice(),
                    );
                }
            }
        }
        if self.share.value.0 == 0.0 {
            problems.warn(&self.share, "services::size-zero", words::changes_nothing());
        }
    }

    fn product(&self, _: &Base) -> String {
        let by = self.by.as_ref().map(|y| y.value);
        words::offered(self.share.value.0, &self.offered(), by)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn warn_of_defaults(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        context.warn_of_open_payer(false, problems);
    }
}

impl StationServices {
    /// What stations offer.
    fn offered(&self) -> Vec<Service> {
        let written = self.services.as_ref();
        let written = written.map(|all| all.iter().map(|s| s.value).collect());
        written.unwrap_or_else(|| SERVICES.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn a_base_that_says_nothing_of_services_offers_none() {
        decision(
            "StationServices(share: 0.5)",
            &[("services::no-figures", "\"p\"")],
        );
    }
}
