//! The network stands: beds of the base year by hospital, and beds added up by province and group.
//!
//! Assumption: published beds hold in every future, of the nation, of provinces and of hospitals known
//! one by one; ranges hold 80 of 100 futures; levels and owners are drawn inside theirs.

use crate::base::stock::Stock;
use crate::base::{Base, Owner};
use crate::chance::Chance;
use crate::chance::assumed::Assumed;
use crate::lanes::{Lanes, split_whole};
use crate::rules::{Layers, count, lie};
use crate::world::InProvince;
use crate::world::country::{Country, Index};
use crate::world::facility::{
    BedBoard, BuiltBeds, Establishments, GROUPS, Group, HandedOver, Hospital, HospitalBoard,
    by_employer,
};
use crate::world::shocks::Stress;
use crate::world::staff::{Employer, HOSPITALS, StaffBoard, StaffLevers};
use bevy_ecs::prelude::*;
use enum_map::{Enum, EnumMap, enum_map};

/// Puts beds at the base year: nation, provinces, groups, hospitals.
pub fn start(
    country: Res<Country>,
    layers: Res<Layers>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut board: ResMut<BedBoard>,
    mut hospitals: Query<(
        &Hospital,
        &mut BuiltBeds,
        &mut Establishments,
        Option<&mut HandedOver>,
    )>,
    mut opening: Local<Option<Opening>>,
) {
    let base = &country.base;
    let whole = chance.counts_whole();
    let provinces = country.provinces();
    let Opening { stock, kinds } = opening.get_or_insert_with(|| Opening::of(base));
    let by_province = lie(stock, base, &layers, &chance, "beds", whole);
    let nation = by_province.iter().sum::<Lanes>();

    let Kinds {
        weights,
        known,
        members,
        published,
    } = kinds;
    // Share of the nation's beds, and cap in a province.
    let outside = [
        (Kind::Ministry, "base.central_bed_share", "base.central_cap"),
        (
            Kind::OtherMinistry,
            "base.other_ministry_bed_share",
            "base.central_cap",
        ),
        (Kind::Private, "base.private_bed_share", "base.private_cap"),
    ];
    let provincial_share = assumed.get("base.provincial_level_share");

    // Each kind's national beds over its provinces: hospitals known one by one have theirs, the others
    // share the rest by their listed beds, no province above its cap; what is cut goes to the others.
    let mut wanted = vec![EnumMap::<Kind, Lanes>::default(); provinces];
    for (kind, share, cap) in outside {
        let (share, cap) = (assumed.get(share), assumed.get(cap));
        if weights.iter().map(|w| w[kind]).sum::<f64>() <= 0.0 {
            continue;
        }
        let fixed: f64 = known.iter().map(|row| row[kind]).sum();
        let mut left = (nation * share - fixed).max(Lanes::ZERO);
        for _ in 0..4 {
            let room = |p: usize, wanted: &[EnumMap<Kind, Lanes>]| {
                by_province[p] * cap - known[p][kind] - wanted[p][kind]
            };
            let open: Vec<Lanes> = (0..provinces)
                .map(|p| {
                    room(p, &wanted)
                        .gt(Lanes::ZERO)
                        .select(Lanes::splat(weights[p][kind]), Lanes::ZERO)
                })
                .collect();
            let sum = open.iter().sum::<Lanes>();
            let usable = sum.gt(Lanes::ZERO);
            let unit = usable.select(left / usable.select(sum, Lanes::ONE), Lanes::ZERO);
            for p in 0..provinces {
                let more = (unit * open[p]).min(room(p, &wanted).max(Lanes::ZERO));
                wanted[p][kind] += more;
                left -= more;
            }
        }
    }

    let mut of_kind = vec![EnumMap::<Kind, Lanes>::default(); provinces];
    for p in 0..provinces {
        let free = by_province[p] - known[p].values().sum::<f64>();
        let row = &mut wanted[p];
        let elsewhere = row[Kind::Ministry] + row[Kind::OtherMinistry] + row[Kind::Private];
        let rest = (free - elsewhere).max(Lanes::ZERO);
        let has = |kind| weights[p][kind] > 0.0;
        let (has_provincial, has_regional) = (has(Kind::Provincial), has(Kind::Regional));
        if !has_provincial && !has_regional {
            // No hospital of the province could hold the rest: the caps are for what others leave, so
            // the hospitals that stand there hold it, by their listed beds.
            let listed: f64 = outside.iter().map(|(kind, ..)| weights[p][*kind]).sum();
            if listed > 0.0 {
                for (kind, ..) in outside {
                    row[kind] += rest * (weights[p][kind] / listed);
                }
            }
        } else {
            // The share of the provincial level is one of all beds of the province's own hospitals.
            let known = &known[p];
            let own = rest + known[Kind::Provincial] + known[Kind::Regional];
            row[Kind::Provincial] = match (has_provincial, has_regional) {
                (true, true) => (own * provincial_share - known[Kind::Provincial])
                    .max(Lanes::ZERO)
                    .min(rest),
                (true, false) => rest,
                _ => Lanes::ZERO,
            };
            row[Kind::Regional] = rest - row[Kind::Provincial];
        }
        split_whole(free, row.as_slice(), whole, of_kind[p].as_mut_slice());
    }

    // Down to hospitals: the published beds, and by their weight in the list.
    let mut put = |f: usize, listed: f64, beds: Lanes| {
        let entity = index.hospitals[f].expect("hospitals have entities");
        let (_, mut built, mut count, handed) = hospitals
            .get_mut(entity)
            .expect("hospitals keep their components");
        *built = BuiltBeds {
            now: beds,
            at_base: beds,
        };
        count.0 = Lanes::splat(if listed > 0.0 { 1.0 } else { 0.0 });
        if let Some(mut handed) = handed {
            handed.0 = Lanes::ZERO;
        }
    };
    for (f, beds) in published.iter() {
        put(*f, *beds, Lanes::splat(*beds));
    }
    let mut weight_row: Vec<Lanes> = Vec::new();
    let mut bed_row: Vec<Lanes> = Vec::new();
    for p in 0..provinces {
        for (kind, row) in &members[p] {
            if row.is_empty() {
                continue;
            }
            weight_row.clear();
            weight_row.extend(row.iter().map(|(_, beds)| Lanes::splat(*beds)));
            bed_row.clear();
            bed_row.resize(row.len(), Lanes::ZERO);
            split_whole(of_kind[p][kind], &weight_row, whole, &mut bed_row);
            for ((f, listed), beds) in row.iter().zip(&bed_row) {
                put(*f, *listed, *beds);
            }
        }
        for (kind, beds) in &mut of_kind[p] {
            *beds += known[p][kind];
        }
    }
    for slot in &index.new_private {
        let (_, mut built, mut count, _) = hospitals
            .get_mut(*slot)
            .expect("slots keep their components");
        *built = BuiltBeds::default();
        count.0 = Lanes::ZERO;
    }

    board.added = vec![EnumMap::default(); provinces];
    board.opened = vec![Lanes::ZERO; provinces];
    // A country without stations has no beds at stations.
    let at_stations = if country.stations.iter().any(|s| *s > 0.0) {
        assumed.get("bed.at_stations")
    } else {
        Lanes::ZERO
    };
    let station_weights: Vec<Lanes> = country.stations.iter().map(|s| Lanes::splat(*s)).collect();
    board.at_stations = vec![Lanes::ZERO; provinces];
    split_whole(
        count(at_stations, whole),
        &station_weights,
        whole,
        &mut board.at_stations,
    );
    let groups = of_kind.iter().map(|beds| {
        enum_map! {
            Group::Central => beds[Kind::Ministry] + beds[Kind::OtherMinistry],
            Group::Provincial => beds[Kind::Provincial],
            Group::Regional => beds[Kind::Regional],
            Group::Private => beds[Kind::Private],
        }
    });
    board.built = groups.collect();
    board.operating = board.built.clone();
}

/// What the tables say of beds at the end of the base year, worked out once for a world.
pub struct Opening {
    stock: Stock,
    kinds: Kinds,
}

impl Opening {
    fn of(base: &Base) -> Opening {
        Opening {
            stock: base
                .stock_of_beds()
                .expect("checked: beds of the tables hold together"),
            kinds: Kinds::of(base),
        }
    }
}

/// Kinds of hospitals whose beds are published: by owner, and for provinces by level.
#[derive(Clone, Copy, Enum)]
enum Kind {
    Ministry,
    OtherMinistry,
    Private,
    Provincial,
    Regional,
}

/// Hospitals of the list by kind.
struct Kinds {
    /// Listed beds of hospitals whose beds are an estimate, by province.
    weights: Vec<EnumMap<Kind, f64>>,
    /// Published beds of hospitals known one by one, by province.
    known: Vec<EnumMap<Kind, f64>>,
    /// Places in the list, and listed beds, of the estimated ones, by province.
    members: Vec<EnumMap<Kind, Vec<(usize, f64)>>>,
    /// Places in the list, and beds, of the published ones.
    published: Vec<(usize, f64)>,
}

impl Kinds {
    fn of(base: &Base) -> Kinds {
        let n = base.provinces.len();
        let mut kinds = Kinds {
            weights: vec![EnumMap::default(); n],
            known: vec![EnumMap::default(); n],
            members: vec![EnumMap::default(); n],
            published: Vec::new(),
        };
        for (f, facility) in base.facilities.iter().enumerate() {
            let (Some(kind), p) = (kind_of(facility), facility.province) else {
                continue;
            };
            if facility.beds_known {
                kinds.known[p][kind] += facility.beds;
                kinds.published.push((f, facility.beds));
            } else {
                kinds.weights[p][kind] += facility.beds;
                kinds.members[p][kind].push((f, facility.beds));
            }
        }
        kinds
    }
}

fn kind_of(facility: &crate::base::Facility) -> Option<Kind> {
    if facility.level == crate::base::Level::Commune {
        return None;
    }
    Some(
        match (facility.owner, Group::of(facility.level, facility.owner)) {
            (Owner::Ministry, _) => Kind::Ministry,
            (Owner::OtherMinistry, _) => Kind::OtherMinistry,
            (Owner::Private, _) => Kind::Private,
            (_, Group::Regional) => Kind::Regional,
            _ => Kind::Provincial,
        },
    )
}

/// Adds the beds of hospitals up by province and group, after changes of owner.
pub fn add_up_beds(
    mut board: ResMut<BedBoard>,
    mut counts: ResMut<HospitalBoard>,
    hospitals: Query<(
        &Hospital,
        &InProvince,
        &BuiltBeds,
        &Establishments,
        Option<&HandedOver>,
    )>,
) {
    let board = &mut *board;
    board.built.fill(EnumMap::default());
    counts.all = vec![Lanes::ZERO; board.built.len()];
    counts.private = vec![Lanes::ZERO; board.built.len()];
    for (hospital, place, beds, count, handed) in &hospitals {
        counts.all[place.0] += count.0;
        if hospital.group == Group::Private {
            counts.private[place.0] += count.0;
        }
        let row = &mut board.built[place.0];
        match handed {
            None => row[hospital.group] += beds.now,
            Some(handed) => {
                let moved = beds.now * handed.0;
                row[Group::Provincial] += moved;
                row[hospital.group] += beds.now - moved;
            }
        }
    }
}

/// Beds that have staff: a bed stays shut where staff per bed fall below `gate.stretch` of the base
/// year's, the scarcest occupation deciding, and where a shock takes it out of use.
pub fn staff_the_beds(
    country: Res<Country>,
    assumed: Res<Assumed>,
    staff: Res<StaffBoard>,
    stress: Res<Stress>,
    levers: Res<StaffLevers>,
    mut board: ResMut<BedBoard>,
) {
    let stretch = assumed.get("gate.stretch");
    let board = &mut *board;
    for p in 0..country.provinces() {
        let built = by_employer(&board.built[p]);
        let mut shares = EnumMap::<Employer, Lanes>::default();
        for employer in HOSPITALS {
            let built = built[employer];
            let mut open = built;
            for (o, occupation) in country.base.occupations.iter().enumerate() {
                if !occupation.has_posts {
                    continue;
                }
                let need = board.base_staff_per_bed[o][p][employer] * stretch;
                let known = need.gt(Lanes::ZERO);
                let mut heads = staff.heads[o][p][employer];
                if o == 0 && employer == Employer::Provincial {
                    // Whom hospitals lend to stations, their beds lack.
                    heads = (heads - levers.rotated(p)).max(Lanes::ZERO);
                }
                let carried = heads / known.select(need, Lanes::ONE);
                open = known.select(open.min(carried), open);
            }
            let share = built.gt(Lanes::ZERO);
            let share = share.select(open / share.select(built, Lanes::ONE), Lanes::ZERO);
            shares[employer] = share.min(stress.usable[p]);
        }
        for group in GROUPS {
            board.operating[p][group] = board.built[p][group] * shares[group.employer()];
        }
    }
}
