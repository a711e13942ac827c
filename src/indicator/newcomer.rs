//! What a newcomer writes to add an indicator: this file, and its name in the list of rows. It exists in
//! tests alone, and they find it wherever an indicator is told.

use super::row::Row;
use super::{Fraction, Reading, View, beds, reach};
use crate::results::Unit;
use crate::said::Said;

pub(super) const PEOPLE_PER_BED: Row = Row::new(
    "people_per_bed",
    Said::new(
        "People for each hospital bed",
        "Số dân trên một giường bệnh",
    ),
    Unit::Ratio,
    Said::new(
        "people over built hospital beds",
        "dân số chia cho số giường bệnh thực kê",
    ),
    Said::new(
        "people / (beds of ministries + province + private)",
        "dân số / (giường của bộ, ngành + của tỉnh, thành phố + tư nhân)",
    ),
    reach::BEDS,
    Reading::Ratio(people_per_bed),
)
.less();

fn people_per_bed(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: beds::people(view, o, p),
        bottom: beds::count(view, o, p),
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Base;
    use crate::engine::{Options, run};
    use crate::indicator::{Indicator, reach, registry};
    use crate::report::{self, Pictures};
    use crate::scenario::file::from_text;

    const ID: &str = "people_per_bed";

    #[test]
    fn it_is_lived_asked_of_and_written_down() {
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2027), policies: [], \
             targets: Only([(indicator: \"{ID}\", at_most: 1000, by: 2027)]))"
        );
        let read = from_text("t.ron", &text, Base::builtin());
        let (scenario, _) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        let options = Options {
            replicates: 0..16,
            ..Options::of(&scenario)
        };
        let findings = run(&scenario, &options, &|_, _| true).expect("a run ends well");
        let own = findings.indicator(ID).expect("it is there");
        for scope in 0..findings.scopes.len() {
            let summary = findings.at(scope, own, 1).expect("it is summed up");
            assert!((100.0..1000.0).contains(&summary.mean), "{}", summary.mean);
        }
        let chance = findings.targets[0].probability.as_ref();
        assert_eq!(chance.expect("it is answered").hits, 16);
        let folder = tempfile::tempdir().expect("a folder of its own");
        let stop = || false;
        let block = Default::default();
        let written = report::write(&findings, "", folder.path(), Pictures::No, block, &stop);
        let told = |name: &str| {
            let text = std::fs::read_to_string(folder.path().join(name)).expect("it is written");
            text.contains(ID)
        };
        assert!(!written.expect("it can be written").is_empty());
        assert!(told("summary.csv") && told("targets.csv") && told("findings.json"));
    }

    #[test]
    fn assumptions_of_its_parts_reach_it_and_no_others() {
        let base = Base::builtin();
        let all = registry(&base);
        let own = |i: &&Indicator| i.info.id == ID;
        let it = all.iter().find(own).expect("it is there");
        let reached = |id: &str| reach::reaches(id, it, &base, false);
        assert!(reached("capex.build_lag") && reached("demo.growth"));
        assert!(!reached("entry.doctor") && !reached("cost.student_year_nurse"));
        assert!(reach::reaches("entry.doctor", it, &base, true));
    }
}
