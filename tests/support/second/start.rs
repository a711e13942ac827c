//! The base year: beds by hospital, staff by employer and age, students by class, works under way.

use super::*;

fn kind(f: &Facility) -> Option<usize> {
    match (f.level, f.owner) {
        (Level::Commune, _) => None,
        (_, Owner::Ministry) => Some(0),
        (_, Owner::OtherMinistry) => Some(1),
        (_, Owner::Private) => Some(2),
        (level, Owner::Province) => Some(if level == Level::Regional { 4 } else { 3 }),
    }
}

/// A total by weight, nobody above a cap; what is cut goes to the others.
fn spread(total: f64, weights: &[f64], caps: &[f64]) -> Vec<f64> {
    let (mut out, mut left) = (vec![0.0; caps.len()], total);
    loop {
        let room = |p: usize| caps[p] - out[p];
        let open = |p: usize| if room(p) > 0.0 { weights[p] } else { 0.0 };
        let part = shares((0..caps.len()).map(open));
        let more: Vec<f64> = (0..caps.len())
            .map(|p| room(p).min(left * part[p]))
            .collect();
        left -= more.iter().sum::<f64>();
        out.iter_mut().zip(&more).for_each(|(o, m)| *o += m);
        if left <= 1e-12 * total || part.iter().all(|s| *s == 0.0) {
            return out;
        }
    }
}

impl<'a> Country<'a> {
    /// The country at the end of the base year.
    pub fn new(base: &'a Base, plans: &'a [Plan]) -> Self {
        let m = |id: &str| median(base, id);
        let campus = |p: &Plan| matches!(p.decision, Decision::SecondCampus(_));
        assert!(!plans.iter().any(campus), "campuses are not rebuilt");
        let (n, nation) = (base.provinces.len(), base.population());
        let mut places: Vec<Place> = base
            .provinces
            .iter()
            .map(|p| Place {
                people: p.population,
                over_60: p.share_60,
                ..Place::default()
            })
            .collect();
        for f in base.facilities.iter().filter(|f| f.level == Level::Commune) {
            places[f.province].stations += 1.0;
        }
        let at_stations = shares(places.iter().map(|p| p.stations));

        // Beds: provinces raked to the nation, ministries and private owners under their caps.
        let all = base.beds_per_10k * nation / 1e4;
        let own = shares(base.provinces.iter().map(|p| p.beds.central));
        let mut listed = vec![[0.0; 5]; n];
        for f in &base.facilities {
            kind(f)
                .into_iter()
                .for_each(|k| listed[f.province][k] += f.beds);
        }
        let mut beds = vec![[0.0; 5]; n];
        for (k, who, cap) in [
            (0, "central", "central"),
            (1, "other_ministry", "central"),
            (2, "private", "private"),
        ] {
            let caps: Vec<f64> = own
                .iter()
                .map(|s| s * all * m(&format!("base.{cap}_cap")))
                .collect();
            let weights: Vec<f64> = listed.iter().map(|l| l[k]).collect();
            let total = all * m(&format!("base.{who}_bed_share"));
            for (p, b) in spread(
                total * f64::from(weights.iter().any(|w| *w > 0.0)),
                &weights,
                &caps,
            )
            .iter()
            .enumerate()
            {
                beds[p][k] = *b;
            }
        }
        for p in 0..n {
            let rest = (own[p] * all - beds[p][..3].iter().sum::<f64>()).max(0.0);
            let upper = match (listed[p][3] > 0.0, listed[p][4] > 0.0) {
                (true, true) => m("base.provincial_level_share"),
                (upper, _) => f64::from(upper),
            };
            (beds[p][3], beds[p][4]) = (rest * upper, rest * (1.0 - upper));
            let fit = shares(beds[p]);
            let [ministry, other, private, upper, lower] =
                [0, 1, 2, 3, 4].map(|k| own[p] * all * fit[k]);
            beds[p] = [ministry, other, private, upper, lower];
            places[p].built = [ministry + other, upper, lower, private];
            places[p].at_stations = at_stations[p] * m("bed.at_stations");
        }
        let mut hospitals: Vec<Hospital> = base
            .facilities
            .iter()
            .enumerate()
            .filter_map(|(at, f)| {
                let k = kind(f)?;
                let now = if f.beds > 0.0 {
                    beds[f.province][k] * f.beds / listed[f.province][k]
                } else {
                    0.0
                };
                let count = f64::from(f.beds > 0.0);
                Some(Hospital {
                    facility: at,
                    p: f.province,
                    group: [0, 0, 3, 1, 2][k],
                    at_base: now,
                    now,
                    count,
                    passed: 0.0,
                })
            })
            .collect();
        hospitals.sort_by_key(|h| hash(&base.facilities[h.facility].code));
        let slot = |p| Hospital {
            facility: usize::MAX,
            p,
            group: 3,
            at_base: 0.0,
            now: 0.0,
            count: 0.0,
            passed: 0.0,
        };
        hospitals.extend((0..n).map(slot));

        // Staff: provinces raked to the nation, then employers, then ages.
        let of_group = |g: usize| shares(places.iter().map(|p| p.built[g]));
        let (central, private) = (of_group(0), of_group(3));
        let size = |p: &Place| {
            p.stations * (p.people / p.stations.max(1.0)).powf(m("base.station_size_elasticity"))
        };
        let commune = shares(places.iter().map(size));
        let mut schools = Vec::new();
        for o in &base.occupations {
            let m = |stem: &str| median(base, &stem.replace("{}", &o.code));
            let ratio = o
                .national_per_10k
                .unwrap_or_else(|| m(&format!("base.{}_per_10k", o.plural)));
            let total = ratio * nation / 1e4;
            let known = |p: &Province| p.staff[schools.len()].map_or(p.population, |r| r.central);
            let practice = shares(base.provinces.iter().map(known));
            let names = maybe(base, &format!("base.{}_overcount", o.code)).unwrap_or(0.0);
            let tilt = |b: usize| {
                (m("age.{}_tilt") * (f64::from(o.first_age) / 5.0 - 8.0 + b as f64)).exp()
            };
            let ages = shares(o.age_shares.iter().enumerate().map(|(b, s)| s * tilt(b)));
            for (p, place) in places.iter_mut().enumerate() {
                let here = total * practice[p];
                let mut staff = [here, 0.0, 0.0, 0.0];
                if o.has_posts {
                    let persons = maybe(base, &format!("base.{}_commune", o.code));
                    let persons = persons.unwrap_or_else(|| total * m("base.{}_commune_share"));
                    let clinics = m("base.private_clinic_weight");
                    let mix = private[p] * (1.0 - clinics) + practice[p] * clinics;
                    let out = [
                        total * m("base.{}_central_share") * central[p],
                        persons * commune[p],
                        total * m("base.{}_private_share") * mix,
                    ];
                    let sum: f64 = out.iter().sum();
                    let fit = (here * (1.0 - m("base.provincial_floor")) / sum).min(1.0);
                    staff = [out[0] * fit, here - sum * fit, out[1] * fit, out[2] * fit];
                }
                place.staff.push([0, 1, 2, 3].map(|e| Cohort {
                    bands: ages.iter().map(|a| a * staff[e] * (1.0 - names)).collect(),
                    names: staff[e] * names,
                    base: staff[e],
                    posts: if o.has_posts {
                        staff[e]
                            * (1.0
                                + m(if e == 3 {
                                    "post.vacancy_private"
                                } else {
                                    "post.vacancy_{}"
                                }))
                    } else {
                        0.0
                    },
                }));
            }
            let graduates = m("train.grad_{}")
                * maybe(base, &format!("train.grad_coverage_{}", o.code)).unwrap_or(1.0);
            let stay = m("train.completion_{}").powf(1.0 / f64::from(o.study_years));
            let class =
                |k: u32| graduates * ((1.0 + m("train.enrolled_growth_{}")) / stay).powi(k as i32);
            schools.push(School {
                classes: (1..=o.study_years).map(class).collect(),
                intake: class(o.study_years),
                late: graduates * m("train.late_share"),
                graduates,
                practising: graduates,
                waiting: if o.has_posts {
                    graduates * m("entry.waiting_at_base")
                } else {
                    0.0
                },
                ..School::default()
            });
        }
        places.iter_mut().for_each(|p| p.built_base = p.built);
        let mut c = Country {
            base,
            plans,
            t: 0,
            places,
            hospitals,
            schools,
            handovers: vec![],
            orders: [0.0; 5],
            ordered: (0.0, 0.0),
            carried: vec![0.0; 2 + plans.len()],
            to_pay: vec![],
            pending: vec![],
            capital: 0.0,
            cost: 0.0,
            rebuilt: 0.0,
        };
        c.start_works();
        c.start_care();
        c
    }
}
