//! Made-up countries and plans for the tests of laws: every draw of the generator is a country that
//! could be written down as tables, and a scenario that passes every check.

#![allow(dead_code)]

use carecast::internals::base::{
    Base, Facility, Grade, Level, Owner, Project, ProjectState, Province, Ranged, Transfer,
};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::units::Year;
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::Arc;

/// The made-up country of three provinces that lies beside the tests.
pub fn three_provinces() -> Base {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bases/three-provinces");
    Base::read_folder(folder).expect("the made-up base has no mistake")
}

/// A scenario on a base from its text; its problems are printed when it is refused.
pub fn scenario(base: &Arc<Base>, text: &str) -> Scenario {
    match from_text("test.ron", text, base.clone()) {
        Ok((scenario, _)) => scenario,
        Err(rejected) => panic!("{:#?}\n{text}", rejected.problems.all),
    }
}

/// A scenario of a country whose assumptions are held at values.
pub fn held(base: Base, mode: &str, values: &[(&str, f64)], policies: &str) -> Scenario {
    let rows: String = values
        .iter()
        .map(|(id, value)| format!("\"{id}\": Fixed({value:?}),"))
        .collect();
    let fields = format!("uncertainty: {mode}, assumptions: {{{rows}}},");
    asking(&Arc::new(base), &fields, policies)
}

/// A scenario with some fields and policies; the futures and years are small.
pub fn asking(base: &Arc<Base>, fields: &str, policies: &str) -> Scenario {
    let targets = if base.targets.is_empty() {
        "targets: Only([(indicator: \"beds_per_10k\", at_least: 31, by: 2027)]),"
    } else {
        ""
    };
    scenario(
        base,
        &format!("(title: \"T\", base: \"made-up\", {fields} policies: [{policies}], {targets})"),
    )
}

/// One province of a made-up country.
#[derive(Clone, Debug)]
pub struct ProvinceShape {
    people: f64,
    beds_per_10k: f64,
    spread: f64,
    central: usize,
    regional: usize,
    private: usize,
    stations: usize,
    natural: f64,
    migration: f64,
    income: f64,
    staff: f64,
    staff_known: bool,
}

/// One building project.
#[derive(Clone, Debug)]
pub struct ProjectShape {
    hospital: usize,
    beds: f64,
    cost: Option<f64>,
    state: u8,
    planned: i32,
    additional: f64,
}

/// A made-up country.
#[derive(Clone, Debug)]
pub struct Shape {
    provinces: Vec<ProvinceShape>,
    beds_per_10k: f64,
    occupations: Vec<usize>,
    projects: Vec<ProjectShape>,
    transfers: Vec<(usize, i32)>,
}

/// One plan; what its numbers mean depends on its kind.
#[derive(Clone, Debug)]
pub struct PlanShape {
    kind: u8,
    form: u8,
    pick: (usize, usize, usize),
    amount: f64,
    share: f64,
    from: i32,
    length: i32,
}

/// A question about a made-up country.
#[derive(Clone, Debug)]
pub struct Question {
    shape: Shape,
    plans: Vec<PlanShape>,
    years: i32,
    gate: bool,
    seed: u64,
}

fn province() -> impl Strategy<Value = ProvinceShape> {
    (
        (2e4..3e6, 4.0..60.0, 0.02..0.6),
        (0usize..3, 0usize..4, 0usize..3, 0usize..7),
        (-0.003..0.02, -0.02..0.02, 0.3..2.5),
        (0.2..3.0, any::<bool>()),
    )
        .prop_map(|(size, counts, growth, staff)| ProvinceShape {
            people: f64::round(size.0),
            beds_per_10k: size.1,
            spread: size.2,
            central: counts.0,
            regional: counts.1,
            private: counts.2,
            stations: counts.3,
            natural: growth.0,
            migration: growth.1,
            income: growth.2,
            staff: staff.0,
            staff_known: staff.1,
        })
}

fn project() -> impl Strategy<Value = ProjectShape> {
    (
        any::<usize>(),
        5.0..600.0,
        prop::option::of(1.0..2000.0),
        0u8..3,
        -1i32..9,
        0.1..1.0,
    )
        .prop_map(
            |(hospital, beds, cost, state, planned, additional)| ProjectShape {
                hospital,
                beds: f64::round(beds),
                cost,
                state,
                planned,
                additional,
            },
        )
}

fn plan() -> impl Strategy<Value = PlanShape> {
    (
        0u8..17,
        any::<u8>(),
        (any::<usize>(), any::<usize>(), any::<usize>()),
        1.0..5000.0,
        0.0..1.0,
        0i32..5,
        0i32..5,
    )
        .prop_map(
            |(kind, form, pick, amount, share, from, length)| PlanShape {
                kind,
                form,
                pick,
                amount,
                share,
                from,
                length,
            },
        )
}

/// Countries of two to four provinces and one to three occupations.
pub fn shape() -> impl Strategy<Value = Shape> {
    (
        prop::collection::vec(province(), 2..5),
        8.0..50.0,
        prop::sample::subsequence(vec![0usize, 1, 2, 3], 1..4),
        prop::collection::vec(project(), 0..4),
        prop::collection::vec((any::<usize>(), 1i32..4), 0..3),
    )
        .prop_map(
            |(provinces, beds_per_10k, occupations, projects, transfers)| Shape {
                provinces,
                beds_per_10k,
                occupations,
                projects,
                transfers,
            },
        )
}

/// Questions with up to five plans of any kind.
pub fn question() -> impl Strategy<Value = Question> {
    (
        shape(),
        prop::collection::vec(plan(), 0..6),
        5i32..9,
        any::<bool>(),
        any::<u64>(),
    )
        .prop_map(|(shape, plans, years, gate, seed)| Question {
            shape,
            plans,
            years,
            gate,
            seed,
        })
}

fn hospital(code: String, province: usize, level: Level, owner: Owner, beds: f64) -> Facility {
    Facility {
        name: code.clone(),
        name_en: String::new(),
        official_code: String::new(),
        code,
        province,
        level,
        owner,
        specialty: if level == Level::Commune {
            "station".into()
        } else {
            "general".into()
        },
        beds,
        beds_known: false,
        synthetic: true,
        source_id: String::new(),
        grade: Grade::D,
    }
}

/// Figures of provinces that add to `total`, with ranges that can hold together: all as wide.
fn around(total: f64, weights: &[f64], spread: &[f64]) -> Vec<Ranged> {
    let sum: f64 = weights.iter().sum();
    let values: Vec<f64> = weights.iter().map(|w| total * w / sum).collect();
    let widths = values.iter().zip(spread).map(|(v, s)| v * s);
    let half = widths.fold(f64::INFINITY, f64::min);
    values
        .iter()
        .map(|central| Ranged::with(*central, Some((central - half, central + half))))
        .collect()
}

impl Shape {
    /// The country, on the assumptions, schools and calendar of the one beside the tests.
    pub fn base(&self) -> Base {
        let mut base = three_provinces();
        base.code = "made-up".into();
        base.currency = "million crowns".into();
        base.beds_per_10k = self.beds_per_10k;
        let n = self.provinces.len();
        let kept: Vec<usize> = self.occupations.clone();
        base.occupations = kept.iter().map(|o| base.occupations[*o].clone()).collect();
        base.programmes.retain(|s| kept.contains(&s.occupation));
        for school in &mut base.programmes {
            school.occupation = kept
                .iter()
                .position(|o| *o == school.occupation)
                .expect("schools of other occupations are gone");
            school.province %= n;
        }
        let regions = base.regions.len();
        let model = base.provinces[0].clone();
        base.tracked_values.clear();
        base.milestones.clear();
        let people: f64 = self.provinces.iter().map(|p| p.people).sum();
        let of = |what: fn(&ProvinceShape) -> f64| -> Vec<f64> {
            self.provinces.iter().map(what).collect()
        };
        let beds = around(
            self.beds_per_10k * people / 1e4,
            &of(|p| p.people * p.beds_per_10k),
            &of(|p| p.spread),
        );
        // Stated for every province, or for none; of an occupation whose ratio is drawn, for none.
        let known = self.provinces[0].staff_known;
        let staff: Vec<Option<Vec<Ranged>>> = base
            .occupations
            .iter()
            .map(|o| {
                let ratio = o.national_per_10k.filter(|_| known)?;
                Some(around(
                    ratio * people / 1e4,
                    &of(|p| p.people * p.staff),
                    &of(|_| 0.2),
                ))
            })
            .collect();
        base.provinces = self
            .provinces
            .iter()
            .enumerate()
            .map(|(p, shape)| Province {
                code: format!("province-{p}"),
                name: format!("Province {p}"),
                region: p % regions,
                tile: (p as u32, 0),
                centre: None,
                population: shape.people,
                natural_increase: shape.natural,
                net_migration: shape.migration,
                income_index: shape.income,
                beds: beds[p],
                staff: staff
                    .iter()
                    .map(|o| o.as_ref().map(|rows| rows[p]))
                    .collect(),
                staff_bottom_up: vec![None; base.occupations.len()],
                published: Vec::new(),
                ..model.clone()
            })
            .collect();
        let scale = people / base.population_path[0].1;
        for (_, path) in &mut base.population_path {
            *path *= scale;
        }
        base.facilities = Vec::new();
        for (p, shape) in self.provinces.iter().enumerate() {
            let mut put = |what: &str, count: usize, level, owner, beds: f64| {
                for k in 0..count {
                    base.facilities.push(hospital(
                        format!("{what}-{p}-{k}"),
                        p,
                        level,
                        owner,
                        beds + 37.0 * k as f64,
                    ));
                }
            };
            put(
                "central",
                shape.central,
                Level::Central,
                Owner::Ministry,
                400.0,
            );
            let army = usize::from(shape.central == 2);
            put("army", army, Level::Central, Owner::OtherMinistry, 150.0);
            put("general", 2, Level::Provincial, Owner::Province, 300.0);
            put(
                "regional",
                shape.regional,
                Level::Regional,
                Owner::Province,
                90.0,
            );
            put(
                "private",
                shape.private,
                Level::Provincial,
                Owner::Private,
                40.0,
            );
            put(
                "station",
                shape.stations,
                Level::Commune,
                Owner::Province,
                0.0,
            );
        }
        let hospitals: Vec<usize> = (0..base.facilities.len())
            .filter(|f| base.facilities[*f].level != Level::Commune)
            .collect();
        base.projects = self
            .projects
            .iter()
            .enumerate()
            .map(|(k, shape)| Project {
                code: format!("project-{k}"),
                name: format!("Project {k}"),
                facility: hospitals[shape.hospital % hospitals.len()],
                beds: shape.beds,
                cost: shape.cost,
                state: [
                    ProjectState::Opened,
                    ProjectState::Building,
                    ProjectState::Planned,
                ][shape.state as usize],
                planned: base.year.plus(shape.planned),
                additional: shape.additional,
                grade: Grade::D,
            })
            .collect();
        let central: Vec<usize> = (0..base.facilities.len())
            .filter(|f| base.facilities[*f].level == Level::Central)
            .collect();
        base.transfers = Vec::new();
        for (pick, year) in &self.transfers {
            let Some(facility) = central.get(pick % central.len().max(1)) else {
                continue;
            };
            if base.transfers.iter().all(|t| t.facility != *facility) {
                base.transfers.push(Transfer {
                    facility: *facility,
                    to: Owner::Province,
                    year: base.year.plus(*year),
                });
            }
        }
        base.proposed_transfers = Vec::new();
        base.targets
            .retain(|t| t.indicator == "beds_per_10k" && t.scope == "nation");
        base
    }
}

impl Question {
    /// Shocks the plans are tested against, in half of the questions.
    fn shocks(&self, first: Year) -> String {
        if self.seed.is_multiple_of(2) {
            return String::new();
        }
        let year = first.plus((self.seed / 2 % 4) as i32);
        format!(
            "assumptions: {{\"shock.storm_chance\": Fixed(0.3), \"shock.epidemic_year\": Fixed({year}), \
             \"shock.freeze_chance\": Fixed(0.2), \"shock.exit_chance\": Fixed(0.2), \
             \"shock.epidemic_beds\": Fixed(0.3)}},"
        )
    }

    /// The scenario, with one of the four modes of uncertainty and `extra` policies besides its own.
    pub fn scenario(&self, uncertainty: &str, extra: &str) -> Scenario {
        let base = Arc::new(self.shape.base());
        let (first, last) = (base.year.plus(1), base.year.plus(self.years));
        let mut policies = String::new();
        let mut handed: Vec<String> = Vec::new();
        let mut linked: Vec<(String, String)> = Vec::new();
        for (k, plan) in self.plans.iter().enumerate() {
            let from = first.plus(plan.from.min(self.years - 1));
            let to = from.plus(plan.length).min(last);
            let Some(decision) = plan.decision(&base, from, to, &mut handed, &mut linked) else {
                continue;
            };
            let _ = write!(
                policies,
                "(id: \"plan-{k}\", do: {decision}, from: {from}, to: {to}),"
            );
        }
        let fields = format!(
            "years: (first: {first}, last: {last}), replicates: 8, seed: {}, \
             uncertainty: {uncertainty}, staffing_gate: {}, {}",
            self.seed,
            self.gate,
            self.shocks(first)
        );
        asking(&base, &fields, &format!("{policies}{extra}"))
    }
}

impl PlanShape {
    /// The decision and its payer as they stand in a file; `None` where the country has nothing to
    /// decide about.
    fn decision(
        &self,
        base: &Base,
        from: Year,
        to: Year,
        handed: &mut Vec<String>,
        linked: &mut Vec<(String, String)>,
    ) -> Option<String> {
        let all = |wanted: &dyn Fn(&Facility) -> bool| -> Vec<&Facility> {
            base.facilities.iter().filter(|f| wanted(f)).collect()
        };
        let pick = |row: &[&Facility], k: usize| -> Option<Facility> {
            (!row.is_empty()).then(|| row[k % row.len()].clone())
        };
        let province = &base.provinces[self.pick.1 % base.provinces.len()].code;
        match self.kind {
            0 => {
                let core = pick(
                    &all(&|f| f.level == Level::Central || f.code.starts_with("general")),
                    self.pick.0,
                )?;
                let satellite = pick(
                    &all(&|f| f.level == Level::Provincial && f.owner == Owner::Province),
                    self.pick.1,
                )?;
                let pair = (core.code.clone(), satellite.code.clone());
                if core.code == satellite.code || linked.contains(&pair) {
                    return None;
                }
                linked.push(pair);
                Some(format!(
                    "SatelliteHospitals(links: [(core: \"{}\", satellite: \"{}\", specialty: \"general\")])",
                    core.code, satellite.code
                ))
            }
            1 => {
                let home = pick(&all(&|f| f.level != Level::Commune), self.pick.0)?;
                let beds = (self.amount / 10.0).ceil();
                let replaces = match self.form % 3 {
                    0 => "replaces: 1.0".to_owned(),
                    1 => format!("replaces: {}", (home.beds / beds).min(1.0) * self.share),
                    _ => String::new(),
                };
                let beds = if self.form.is_multiple_of(3) {
                    beds.min(home.beds)
                } else {
                    beds
                };
                Some(format!(
                    "SecondCampus(hospital: \"{}\", province: \"{province}\", beds: {beds}, opens: {to}, {replaces})",
                    home.code
                ))
            }
            2 => {
                let free = all(&|f| {
                    f.level == Level::Central
                        && !handed.contains(&f.code)
                        && base
                            .transfers
                            .iter()
                            .all(|t| base.facilities[t.facility].code != f.code)
                });
                let hospital = pick(&free, self.pick.0)?;
                handed.push(hospital.code.clone());
                let terms = match self.form % 3 {
                    0 => format!("mean_delay: {}, integration: 0", 2.0 * self.share),
                    1 => format!("integration: {}", 4.0 * self.share),
                    _ => String::new(),
                };
                Some(format!(
                    "TransferToProvince(hospitals: [\"{}\"], year: {from}, {terms})",
                    hospital.code
                ))
            }
            4 => {
                let listed = match self.form % 3 {
                    0 => format!("provinces: [\"{province}\"],"),
                    _ => String::new(),
                };
                let ppp = match self.form / 4 % 3 {
                    0 => String::new(),
                    _ => format!(
                        "ppp: (money: {}, share: {}),",
                        self.amount,
                        0.05 + 0.9 * self.share
                    ),
                };
                Some(format!(
                    "PrivateSector(openings: {}, size: {}, expansion: {}, {ppp} {listed})",
                    1.0 + 5.0 * self.share,
                    1.0 + f64::from(self.form % 5) / 3.0,
                    f64::from(self.form % 4) * 0.03,
                ))
            }
            5 => {
                // A country, or a province, may have no station at all.
                let stations = |code: Option<&str>| {
                    let here = |f: &&Facility| {
                        f.level == Level::Commune
                            && code.is_none_or(|c| base.provinces[f.province].code == c)
                    };
                    base.facilities.iter().filter(here).count()
                };
                let alone = self.form.is_multiple_of(3) && stations(Some(province)) > 0;
                if stations(None) == 0 {
                    return None;
                }
                let listed = match alone {
                    true => format!("provinces: [\"{province}\"],"),
                    false => String::new(),
                };
                let pace = match self.form / 4 % 2 {
                    0 => format!("Number({})", self.pick.0 % 5),
                    _ => format!("Share({})", self.share),
                };
                let time = match self.form / 8 % 3 {
                    0 => String::new(),
                    k => format!("years: {},", f64::from(k) * 1.7 * self.share),
                };
                Some(format!("StationUpgrade(pace: {pace}, {time} {listed})"))
            }
            6 => {
                let occupation = &base.occupations[self.pick.0 % base.occupations.len()].code;
                let school = match self.form % 3 {
                    0 => format!(
                        "new_schools: [(places: {}, first: {to}, owner: Private)]",
                        (self.amount / 20.0).floor()
                    ),
                    1 => format!("cap: {}", 1.0 + self.share),
                    _ => format!("a_year: {}", self.share / 10.0),
                };
                Some(format!(
                    "TrainingIntake(occupation: \"{occupation}\", growth: {}, {school})",
                    2.0 * self.share
                ))
            }
            7 => {
                let employers = ["Commune", "Provincial, Commune", "Central"][self.pick.0 % 3];
                let place = match self.form % 3 {
                    0 => "Everywhere".to_owned(),
                    1 => format!("Provinces([\"{province}\"])"),
                    _ => "IncomeBelow(20)".to_owned(),
                };
                Some(format!(
                    "Incentives(employers: [{employers}], points: {}, starting_pay: {}, place: {place})",
                    (self.amount / 50.0).floor(),
                    self.share
                ))
            }
            8 => {
                let has_stations = base.facilities.iter().any(|f| f.level == Level::Commune);
                if !has_stations || !base.occupations[0].has_posts {
                    return None;
                }
                let many = (self.amount / 20.0).floor();
                let recruitment = match self.form % 3 {
                    0 => format!("(posts: {many}, by: {to})"),
                    1 => format!("(standard: 4.5, funded: {})", self.share),
                    _ => "(standard: 5)".to_owned(),
                };
                let months = if self.pick.2.is_multiple_of(2) {
                    format!(", months: {}", 12.0 * self.share)
                } else {
                    String::new()
                };
                Some(format!(
                    "CommuneDoctors(rotation: (doctors: {many}{months}), recruitment: {recruitment}, scholarships: (places: {}))",
                    (many / 4.0).floor()
                ))
            }
            10 => Some(format!(
                "FeeExemption(share: {}, by: {to}, contribution: [({from}, 0.05)])",
                self.share
            )),
            11 => {
                let money = match self.form % 2 {
                    0 => String::new(),
                    _ => format!(", budget: {}", self.amount),
                };
                let groups = match self.form / 2 % 3 {
                    0 => "",
                    1 => ", groups: [Elderly, Others]",
                    _ => ", groups: [Pupils, Workers]",
                };
                Some(format!("CheckUps(share: {}{groups}{money})", self.share))
            }
            12 => Some(format!(
                "RemoteConsultation(share: {}, by: {to})",
                self.share
            )),
            13 | 14 => {
                let own = all(&|f| {
                    f.owner == Owner::Province
                        && f.level != Level::Commune
                        && !handed.contains(&f.code)
                });
                let gone = pick(&own, self.pick.0)?;
                let rest = all(&|f| {
                    f.owner == Owner::Province
                        && f.level != Level::Commune
                        && f.province == gone.province
                        && f.code != gone.code
                        && !handed.contains(&f.code)
                });
                let stays = pick(&rest, self.pick.1);
                handed.push(gone.code.clone());
                match (self.kind, stays) {
                    (13, _) => Some(format!(
                        "CloseHospital(hospitals: [\"{}\"], year: {from})",
                        gone.code
                    )),
                    (_, None) => None,
                    (_, Some(stays)) => Some(format!(
                        "MergeHospitals(hospitals: [\"{}\"], into: \"{}\", year: {from})",
                        gone.code, stays.code
                    )),
                }
            }
            15 => {
                let services = ["[Chronic]", "[Tests]", "[Tests, Chronic]"][self.pick.0 % 3];
                Some(format!(
                    "StationServices(share: {}, services: {services}, by: {to})",
                    self.share
                ))
            }
            16 => {
                let list = match self.form % 2 {
                    0 => String::new(),
                    _ => format!(", list: {}", self.amount.floor()),
                };
                Some(format!("FamilyMedicine(share: {}{list})", self.share))
            }
            9 => {
                let posts: Vec<&str> = base
                    .occupations
                    .iter()
                    .filter(|o| o.has_posts)
                    .map(|o| o.code.as_str())
                    .collect();
                // Staff of one occupation are kept by one plan.
                if posts.is_empty() || handed.iter().any(|h| h == "kept on") {
                    return None;
                }
                handed.push("kept on".to_owned());
                Some(format!(
                    "RetirementExtension(occupation: \"{}\", share: {}, to_age: {})",
                    posts[self.pick.0 % posts.len()],
                    self.share,
                    65 + self.form % 6
                ))
            }
            _ => {
                let payer = ["Ministry", "Provincial", "Hospitals", "Private"]
                    [(self.form / 4 % 4) as usize];
                let ordinary = matches!(payer, "Ministry" | "Provincial");
                let amount = match self.form % 4 {
                    0 => format!("Level({})", self.amount),
                    // Half of these cut.
                    1 if ordinary => format!("Multiple({})", 1.9 * self.share),
                    2 => format!("Profile([({from}, {}), ({to}, 10)])", self.amount).replace(
                        &format!("({from}, {}), ({from}, 10)", self.amount),
                        &format!("({from}, {})", self.amount),
                    ),
                    _ => "Assumed(\"ntp.local_invest\")".to_owned(),
                };
                let money = if (self.form / 16).is_multiple_of(2) {
                    "Planned"
                } else {
                    "Disbursed"
                };
                let share = self.share;
                // A cut takes no teaching places away.
                let cut = amount.starts_with("Multiple") && share < 0.55;
                let split = match self.form / 32 % 4 {
                    2 if cut => "new_beds: Share(1.0)".to_owned(),
                    0 => format!("new_beds: Share({share}), stations: Rest"),
                    1 => format!("expansion: Share({share}), equipment: Rest"),
                    2 => format!("training_places: Share({share}), new_beds: Rest"),
                    _ => "new_beds: Assumed(\"ntp.bed_share\"), expansion: Rest".to_owned(),
                };
                let allocation = match self.pick.2 % 3 {
                    0 => "Gap".to_owned(),
                    1 => "PerHead".to_owned(),
                    _ => format!("List([\"{province}\"])"),
                };
                Some(format!(
                    "Investment(amount: {amount}, money: {money}, split: ({split}), allocation: {allocation}), payer: {payer}"
                ))
            }
        }
    }
}
