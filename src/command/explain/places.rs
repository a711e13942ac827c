//! Where care happens: a facility, a province.

use super::page::Page;
use super::read_off::sources;
use crate::base::{Base, Level, Owner};
use crate::said::say;
use crate::words::data::spoken;
use crate::words::explain as words;

/// The page of a facility.
pub fn facility(at: usize, base: &Base) -> Page {
    let f = &base.facilities[at];
    let mut page = Page::new(&f.code, super::What::Facility.said());
    page.say(&words::facility(f, &base.provinces[f.province].name));
    if f.synthetic {
        page.say(&words::SYNTHETIC);
    }
    if !f.official_code.is_empty() {
        page.field(&words::OFFICIAL_CODE, &f.official_code);
    }
    page.field(&words::BEDS, words::beds(f));
    page.field(&words::SPECIALTY, &f.specialty);
    for project in base.projects.iter().filter(|p| p.facility == at) {
        let state = words::project_state(project.state);
        let year = project.planned.to_string();
        let text = words::project(spoken(&project.name), project.beds, &year, state);
        page.field(&words::PROJECT, text);
    }
    let decided = base.transfers.iter().find(|t| t.facility == at);
    if let Some(transfer) = decided {
        page.field(&words::OWNER, words::hands_over(&transfer.year.to_string()));
    }
    for proposed in base.proposed_transfers.iter().filter(|t| t.facility == at) {
        page.field(&words::OWNER, spoken(&proposed.note));
    }
    page.field(&words::GRADE, words::grade(f.grade));
    sources(&mut page, &f.source_id, base);
    if let Some(example) = example(at, base) {
        page.block(&words::EXAMPLE, &example);
    }
    page
}

/// A policy this facility may stand in.
pub fn example(at: usize, base: &Base) -> Option<String> {
    let f = &base.facilities[at];
    let year = base.year.plus(2);
    let decided = base.transfers.iter().any(|t| t.facility == at);
    match (f.level, f.owner) {
        (Level::Commune, _) => None,
        (_, Owner::Ministry | Owner::OtherMinistry) if !decided => Some(format!(
            "(id: \"handover-of-{0}\", do: TransferToProvince(hospitals: [\"{0}\"], year: {year})),",
            f.code
        )),
        (_, Owner::Province) => {
            let core = base
                .facilities
                .iter()
                .find(|c| c.level == Level::Central && c.specialty == "general")?;
            let specialty = &base.referrals.first()?.specialty;
            Some(format!(
                "(id: \"link-to-{0}\", do: SatelliteHospitals(links: [(core: \"{1}\", satellite: \"{0}\", specialty: \"{specialty}\", from: {year})])),",
                f.code, core.code
            ))
        }
        _ => Some(format!(
            "(id: \"campus-of-{0}\", do: SecondCampus(hospital: \"{0}\", province: \"{1}\", beds: 100, opens: {2})),",
            f.code,
            base.provinces[f.province].code,
            base.year.plus(5)
        )),
    }
}

/// The page of a province.
pub fn province(at: usize, base: &Base) -> Page {
    let p = &base.provinces[at];
    let mut page = Page::new(&p.code, super::What::Province.said());
    let region = &base.regions[p.region];
    let region = say!(en: &region.name_en, vi: &region.name);
    page.say(&format!("{}, {region}", p.name));
    if !p.official_code.is_empty() {
        page.field(&words::OFFICIAL_CODE, &p.official_code);
    }
    page.field(&words::PEOPLE, words::people(p.population, p.share_60));
    page.field(
        &words::BEDS,
        words::provincial_beds(p.beds.central, p.beds.low, p.beds.high, p.population),
    );
    let here = || base.facilities.iter().filter(|f| f.province == at);
    let hospitals = || here().filter(|f| f.level != Level::Commune);
    page.field(
        &words::FACILITIES,
        words::counts(
            hospitals().count(),
            hospitals().filter(|f| !f.synthetic).count(),
            here().filter(|f| f.level == Level::Commune).count(),
        ),
    );
    let targets: Vec<&str> = base
        .targets
        .iter()
        .filter(|t| t.scope == p.code)
        .map(|t| t.id.as_str())
        .collect();
    page.field(&words::TARGETS, targets.join("\n"));
    let former: Vec<String> = base
        .former_of(&p.code)
        .map(|f| words::former(&f.code, &f.name, &f.since))
        .collect();
    if !former.is_empty() {
        page.field(&words::FORMER, former.join("\n"));
    }
    page.field(&words::GRADE, words::grade(p.grade));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_a_hospital_is_accepted() {
        let base = Base::builtin();
        let rows: Vec<String> = (0..base.facilities.len())
            .filter(|at| !base.facilities[*at].synthetic || at % 50 == 0)
            .filter_map(|at| example(at, &base))
            .collect();
        assert!(rows.len() > 50);
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", policies: [{}])",
            rows.concat()
        );
        let read = crate::scenario::file::from_text("t.ron", &text, base);
        read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
    }
}
