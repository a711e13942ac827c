//! A draw belongs to whom it decides about. Whoever joins the country, and wherever in its tables,
//! moves no other draw; neighbours draw as strangers do.

use crate::support::country::{asking, three_provinces};
use carecast::internals::base::{Assumption, Base, Facility, Occupation, Province};
use carecast::internals::chance::{Chance, Key, Process};
use carecast::internals::engine::prototype::{Prototype, processes};
use carecast::internals::lanes::WIDTH;
use carecast::internals::scenario::Scenario;
use carecast::internals::units::Year;
use carecast::internals::world::Address;
use carecast::internals::world::country::Country;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Names that stand in `Process::named(...)` in the source of the model, tests apart.
fn named_in_source() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("the source can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let own = text.split("#[cfg(test)]").next().unwrap_or_default();
            let names = own.split("Process::named(\"").skip(1);
            let names = names.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
            found.extend(names.filter(|name| !name.starts_with("test/")));
        }
    }
    let mut found = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ["dynamics", "policy", "world", "indicator", "rules"] {
        walk(&source.join(room), &mut found);
    }
    found
}

#[test]
fn every_process_of_the_source_is_guarded() {
    let listed: BTreeSet<String> = processes().iter().map(|p| p.name().to_owned()).collect();
    let named = named_in_source();
    assert!(named.len() > 20, "{named:?}");
    assert_eq!(named, listed);
}

/// The keys by which a question's entities draw, by what they are.
fn keys(scenario: &Scenario) -> BTreeMap<String, Key> {
    let prototype = Prototype::new(scenario).expect("a checked scenario can be put into a world");
    let mut model = prototype.instantiate();
    let mut found = BTreeSet::new();
    let mut query = model.world.query::<&Address>();
    for address in query.iter(&model.world) {
        found.insert(address.0);
    }
    let country = model.world.resource::<Country>();
    found.extend(country.province_keys.iter().copied());
    found.extend(country.occupation_keys.iter().copied());
    // Told by name: the keys of the codes that the tables hold, and all that are made of them.
    let base = &scenario.base;
    let mut names: Vec<String> = Vec::new();
    names.extend(base.facilities.iter().map(|f| f.code.clone()));
    names.extend(
        base.facilities
            .iter()
            .map(|f| format!("transfer/decided/{}", f.code)),
    );
    names.extend(scenario.policies.iter().map(|p| format!("campus/{}", p.id)));
    names.extend(base.provinces.iter().map(|p| p.code.clone()));
    names.extend(base.occupations.iter().map(|o| o.code.clone()));
    names.extend(base.projects.iter().map(|p| p.code.clone()));
    names.extend(base.programmes.iter().map(|p| p.code.clone()));
    for p in &base.provinces {
        names.push(format!("private/new/{}", p.code));
        for o in &base.occupations {
            for who in ["central", "provincial", "commune", "private", "any"] {
                names.push(format!("{}/{}/{who}", p.code, o.code));
            }
        }
    }
    let named: BTreeMap<String, Key> = names
        .into_iter()
        .map(|name| (name.clone(), Key::of(&name)))
        .filter(|(_, key)| found.contains(key))
        .collect();
    let known: BTreeSet<Key> = named.values().copied().collect();
    let nameless = found.difference(&known).count();
    assert_eq!(
        nameless, 0,
        "{nameless} entities draw by a key that is no name"
    );
    named
}

fn ask(base: Base, policies: &str) -> Scenario {
    asking(&Arc::new(base), "", policies)
}

/// A hospital more, before all others.
fn another_facility(mut base: Base) -> Base {
    let new = Facility {
        code: "a-new-hospital".into(),
        ..base.facilities[0].clone()
    };
    base.facilities.insert(0, new);
    base.projects.iter_mut().for_each(|p| p.facility += 1);
    base.transfers.iter_mut().for_each(|t| t.facility += 1);
    base
}

/// A province more, before all others, with a hospital of its own.
fn another_province(base: Base) -> Base {
    let mut base = another_facility(base);
    let new = Province {
        code: "a-new-land".into(),
        tile: (90, 90),
        ..base.provinces[0].clone()
    };
    base.provinces.insert(0, new);
    base.facilities.iter_mut().for_each(|f| f.province += 1);
    base.programmes.iter_mut().for_each(|p| p.province += 1);
    base.facilities[0].province = 0;
    base
}

/// An occupation more, among the others, with all that is assumed of the one before it.
fn another_occupation(mut base: Base) -> Base {
    let old = base.occupations[1].clone();
    let new = Occupation {
        not_answerable: String::new(),
        code: "technician".into(),
        plural: "technicians".into(),
        ..old.clone()
    };
    let of = |id: &str| {
        id.replace(&old.plural, "technicians")
            .replace(&old.code, "technician")
    };
    let more: Vec<Assumption> = base
        .assumptions
        .all
        .iter()
        .filter(|a| of(&a.id) != a.id)
        .map(|a| Assumption {
            id: of(&a.id),
            tied: None,
            ..a.clone()
        })
        .collect();
    base.assumptions.all.extend(more);
    base.occupations.insert(1, new);
    for province in &mut base.provinces {
        let (staff, counted) = (province.staff[1], province.staff_bottom_up[1]);
        province.staff.insert(1, staff);
        province.staff_bottom_up.insert(1, counted);
    }
    let schools = base.programmes.clone();
    base.programmes
        .iter_mut()
        .filter(|p| p.occupation >= 1)
        .for_each(|p| p.occupation += 1);
    for mut school in schools.into_iter().filter(|p| p.occupation == 1) {
        school.code.push_str("-technician");
        base.programmes.push(school);
    }
    base
}

const ANOTHER_POLICY: &str = r#"(id: "new-wing",
    do: SecondCampus(hospital: "north-mark-general", province: "north-mark", beds: 137, opens: 2027))"#;

#[test]
fn whoever_joins_the_country_moves_no_other_draw() {
    let before = keys(&ask(three_provinces(), ""));
    let changes = [
        ("facility", ask(another_facility(three_provinces()), "")),
        ("province", ask(another_province(three_provinces()), "")),
        ("occupation", ask(another_occupation(three_provinces()), "")),
        ("policy", ask(three_provinces(), ANOTHER_POLICY)),
    ];
    let (here, there) = (Chance::new(7, 0, true), Chance::new(7, 0, true));
    for (what, scenario) in changes {
        let after = keys(&scenario);
        assert!(after.len() > before.len(), "{what}: nobody joined");
        let mut compared = 0;
        for (name, key) in &before {
            let now = after
                .get(name)
                .unwrap_or_else(|| panic!("{what}: {name} is gone"));
            for process in processes() {
                for year in 2025..2035 {
                    let (a, b) = (
                        here.draw(process, *key, Year(year), 3),
                        there.draw(process, *now, Year(year), 3),
                    );
                    for word in 0..4 {
                        assert_eq!(a.uniform(word), b.uniform(word), "{what}: {name}");
                        compared += WIDTH;
                    }
                }
            }
        }
        assert!(
            compared >= 1_000_000,
            "{what}: only {compared} draws compared"
        );
    }
}

#[test]
fn neighbours_draw_as_strangers_do() {
    const PAIRS: usize = 10_000;
    const BLOCKS: u32 = 32;
    let n = f64::from(BLOCKS) * WIDTH as f64;
    let chances: Vec<Chance> = (0..BLOCKS).map(|b| Chance::new(11, b * 16, true)).collect();
    let process = Process::named("test/neighbours");
    let other = Process::named("test/neighbourt");
    let year = Year(2030);
    let row = |process: Process, key: Key, year: Year, sub: u32, word: usize| -> Vec<f64> {
        let draws = chances.iter().map(|c| c.draw(process, key, year, sub));
        draws.flat_map(|d| d.uniform(word).to_array()).collect()
    };
    let (mut squares, mut largest, mut sum) = (0.0, 0.0_f64, 0.0);
    for pair in 0..PAIRS {
        // Codes that differ in their last letter, bands, years, processes and words that follow one another.
        let code = format!("lai-chau/doctor/station-{pair}");
        let (key, sub) = (Key::of(&code), pair as u32 % 12);
        let one = row(process, key, year, sub, 0);
        let two = match pair % 5 {
            0 => row(
                process,
                Key::of(&format!("lai-chau/doctor/station-{}", pair + 1)),
                year,
                sub,
                0,
            ),
            1 => row(process, key, year, sub + 1, 0),
            2 => row(process, key, year.plus(1), sub, 0),
            3 => row(other, key, year, sub, 0),
            _ => row(process, key, year, sub, 1),
        };
        let product = one.iter().zip(&two).map(|(u, v)| (u - 0.5) * (v - 0.5));
        let correlation = product.sum::<f64>() * 12.0 / n;
        squares += correlation * correlation * n;
        sum += correlation * n.sqrt();
        largest = largest.max(correlation.abs() * n.sqrt());
    }
    let pairs = PAIRS as f64;
    // Scores of independent pairs have mean 0 and variance 1, and the largest of ten thousand is
    // below 5.2 in all but one case in five hundred.
    assert!((squares / pairs - 1.0).abs() < 0.05, "{}", squares / pairs);
    assert!((sum / pairs).abs() < 0.04, "{}", sum / pairs);
    assert!((3.0..5.2).contains(&largest), "{largest}");
}
