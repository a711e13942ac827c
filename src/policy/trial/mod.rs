//! Hostels for the relatives of patients: a kind that exists in tests alone, and holds how little a new
//! kind takes. This folder and its row in the registry are all of it.

#![cfg(test)]

mod act;
mod words;

use crate::policy::prelude::*;
use crate::units::Beds;

shaped! {
    /// Places in hostels beside the hospitals of a province.
    #[derive(PartialEq, Serialize)]
    pub struct TrialHostels {
        /// province where they open (code)
        pub province: Spanned<String>,
        /// places, all of them
        pub places: Spanned<Beds>,
    }
}

impl Policy for TrialHostels {
    const NAME: &'static str = "TrialHostels";
    const SUMMARY: Said = Said::new(
        "places where the relatives of patients sleep",
        "chỗ lưu trú cho người nhà người bệnh",
    );
    const SERVES: &'static [&'static str] = &["total_cost"];
    const DOES_NOT_MOVE: Said = Said::new(
        "a hostel is no hospital: no ratio is expected to move",
        "nhà lưu trú không phải bệnh viện: không dự kiến làm thay đổi chỉ số nào",
    );
    const ACTS: Said = Said::new(
        "Measure: places are paid for each year",
        "Đo lường: chi trả cho chỗ ở mỗi năm",
    );
    const EQUATION: Said = Said::new(
        "cost = 0.01 * places * luck",
        "chi phí = 0.01 * places * luck",
    );
    const USES: &'static [&'static str] = &["cost.station"];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn keys(&self, id: &str, _: &Base) -> Vec<String> {
        vec![format!("trial/{id}")]
    }

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        context.province(&self.province, "trial::unknown-province", problems);
        if self.places.value.0 == 0 {
            problems.warn(&self.places, "trial::no-places", words::no_places());
        }
    }

    fn product(&self, _: &Base) -> String {
        words::open(self.places.value.0)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Hospitals
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Base;
    use crate::engine::prototype::processes;
    use crate::engine::{Options, run};
    use crate::scenario::file::from_text;
    use crate::scenario::small::decision;
    use crate::scenario::{Scenario, codes, knob};
    use crate::words::codes::Weight;

    const HOSTELS: &str =
        "(id: \"beds-beside\", from: 2027, do: TrialHostels(province: \"lai-chau\", places: 40))";

    fn scenario_of(name: &str, text: &str) -> Scenario {
        let read = from_text(name, text, Base::builtin());
        read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
            .0
    }

    fn scenario() -> Scenario {
        let head = "title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2028)";
        scenario_of("t.ron", &format!("({head}, policies: [{HOSTELS}])"))
    }

    #[test]
    fn a_new_kind_is_checked_and_its_codes_are_explained() {
        let line = |province: &str, places: u32| {
            format!("TrialHostels(province: \"{province}\", places: {places})")
        };
        decision(&line("north", 40), &[]);
        decision(
            &line("nort", 40),
            &[("trial::unknown-province", "\"nort\"")],
        );
        decision(&line("north", 0), &[("trial::no-places", "0")]);
        let warns = codes::get("trial::no-places").expect("it is explained");
        assert_eq!(warns.weight, Weight::Warns);
    }

    #[test]
    fn a_new_kind_is_read_from_json_shown_and_turned_by_sweeps() {
        let read = scenario();
        let json = r#"{"title": "T", "base": "viet-nam", "years": {"first": 2026, "last": 2028}, "policies": [
            {"id": "beds-beside", "from": 2027, "do": {"TrialHostels": {"province": "lai-chau", "places": 40}}}]}"#;
        assert_eq!(scenario_of("t.json", json).policies, read.policies);
        let knob = knob::find(&read, "beds-beside.places").expect("a number that can be swept");
        assert_eq!((knob.stands, knob.counts), (Some(40.0), true));
        let shape = format!("{:?}", crate::scenario::grammar::SCENARIO);
        assert!(shape.contains("\"TrialHostels\"") && shape.contains("places, all of them"));
        let shown = read.shown();
        assert_eq!(scenario_of("shown.ron", &shown).policies, read.policies);
    }

    #[test]
    fn a_new_kind_acts_is_paid_and_draws_under_guard() {
        let read = scenario();
        let options = Options {
            replicates: 0..8,
            ..Options::of(&read)
        };
        let found = run(&read, &options, &|_, _| true).expect("a run ends well");
        let cost = found.policies[0].cost.constant;
        assert!(cost > 0.0 && found.policies[0].kind == "TrialHostels");
        assert!(processes().iter().any(|p| p.name() == "test/hostels"));
    }
}
