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
    BedBoard, BuiltBeds, Establishments, Group, HandedOver, Hospital, HospitalBoard,
};
use crate::world::shocks::Stress;
use crate::world::staff::{StaffBoard, StaffLevers};
use bevy_ecs::prelude::*;

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
    let sums: [f64; 5] = core::array::from_fn(|k| weights.iter().map(|w| w[k]).sum());
    let shares = [
        assumed.get("base.central_bed_share"),
        assumed.get("base.other_ministry_bed_share"),
        assumed.get("base.private_bed_share"),
    ];
    let caps = [
        assumed.get("base.central_cap"),
        assumed.get("base.central_cap"),
        assumed.get("base.private_cap"),
    ];
    let provincial_share = assumed.get("base.provincial_level_share");

    // Each kind's national beds over its provinces: hospitals known one by one have theirs, the others
    // share the rest by their listed beds, no province above its cap; what is cut goes to the others.
    let mut wanted = vec![[Lanes::ZERO; 5]; provinces];
    for kind in 0..3 {
        if sums[kind] <= 0.0 {
            continue;
        }
        let fixed: f64 = known.iter().map(|row| row[kind]).sum();
        let mut left = (nation * shares[kind] - fixed).max(Lanes::ZERO);
        for _ in 0..4 {
            let room = |p: usize, wanted: &[[Lanes; 5]]| {
                by_province[p] * caps[kind] - known[p][kind] - wanted[p][kind]
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

    let mut of_kind = vec![[Lanes::ZERO; 5]; provinces];
    for p in 0..provinces {
        let free = by_province[p] - known[p].iter().sum::<f64>();
        let outside = wanted[p][0] + wanted[p][1] + wanted[p][2];
        let rest = (free - outside).max(Lanes::ZERO);
        let (has_provincial, has_regional) = (weights[p][3] > 0.0, weights[p][4] > 0.0);
        if !has_provincial && !has_regional {
            // No hospital of the province could hold the rest: the caps are for what others leave, so
            // the hospitals that stand there hold it, by their listed beds.
            let listed: f64 = weights[p][..3].iter().sum();
            if listed > 0.0 {
                for kind in 0..3 {
                    wanted[p][kind] += rest * (weights[p][kind] / listed);
                }
            }
        } else {
            // The share of the provincial level is one of all beds of the province's own hospitals.
            let own = rest + known[p][3] + known[p][4];
            wanted[p][3] = match (has_provincial, has_regional) {
                (true, true) => (own * provincial_share - known[p][3])
                    .max(Lanes::ZERO)
                    .min(rest),
                (true, false) => rest,
                _ => Lanes::ZERO,
            };
            wanted[p][4] = rest - wanted[p][3];
        }
        split_whole(free, &wanted[p], whole, &mut of_kind[p]);
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
        for kind in 0..5 {
            let row = &members[p][kind];
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
        for kind in 0..5 {
            of_kind[p][kind] += known[p][kind];
        }
    }
    for slot in &index.new_private {
        let (_, mut built, mut count, _) = hospitals
            .get_mut(*slot)
            .expect("slots keep their components");
        *built = BuiltBeds::default();
        count.0 = Lanes::ZERO;
    }

    board.built = vec![[Lanes::ZERO; 4]; provinces];
    board.operating = vec![[Lanes::ZERO; 4]; provinces];
    board.added = vec![[Lanes::ZERO; 4]; provinces];
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
    for p in 0..provinces {
        board.built[p] = [
            of_kind[p][0] + of_kind[p][1],
            of_kind[p][3],
            of_kind[p][4],
            of_kind[p][2],
        ];
        board.operating[p] = board.built[p];
    }
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

/// Hospitals of the list by kind: ministries, other ministries, private, and the two levels of the
/// province.
struct Kinds {
    /// Listed beds of hospitals whose beds are an estimate, `[province][kind]`.
    weights: Vec<[f64; 5]>,
    /// Published beds of hospitals known one by one, `[province][kind]`.
    known: Vec<[f64; 5]>,
    /// Places in the list, and listed beds, of the estimated ones, `[province][kind]`.
    members: Vec<[Vec<(usize, f64)>; 5]>,
    /// Places in the list, and beds, of the published ones.
    published: Vec<(usize, f64)>,
}

impl Kinds {
    fn of(base: &Base) -> Kinds {
        let n = base.provinces.len();
        let mut kinds = Kinds {
            weights: vec![[0.0; 5]; n],
            known: vec![[0.0; 5]; n],
            members: vec![Default::default(); n],
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

fn kind_of(facility: &crate::base::Facility) -> Option<usize> {
    if facility.level == crate::base::Level::Commune {
        return None;
    }
    Some(
        match (facility.owner, Group::of(facility.level, facility.owner)) {
            (Owner::Ministry, _) => 0,
            (Owner::OtherMinistry, _) => 1,
            (Owner::Private, _) => 2,
            (_, Group::Regional) => 4,
            _ => 3,
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
    for row in &mut board.built {
        *row = [Lanes::ZERO; 4];
    }
    counts.all = vec![Lanes::ZERO; board.built.len()];
    counts.private = vec![Lanes::ZERO; board.built.len()];
    for (hospital, place, beds, count, handed) in &hospitals {
        counts.all[place.0] += count.0;
        if hospital.group == Group::Private {
            counts.private[place.0] += count.0;
        }
        let row = &mut board.built[place.0];
        match handed {
            None => row[hospital.group as usize] += beds.now,
            Some(handed) => {
                let moved = beds.now * handed.0;
                row[Group::Provincial as usize] += moved;
                row[hospital.group as usize] += beds.now - moved;
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
        // By employer: Central, Provincial (both levels together), Private.
        let built = [
            board.built[p][0],
            board.built[p][1] + board.built[p][2],
            board.built[p][3],
        ];
        for (k, employer) in [0usize, 1, 3].into_iter().enumerate() {
            let mut open = built[k];
            for (o, occupation) in country.base.occupations.iter().enumerate() {
                if !occupation.has_posts {
                    continue;
                }
                let need = board.base_staff_per_bed[o][p][employer] * stretch;
                let known = need.gt(Lanes::ZERO);
                let mut heads = staff.heads[o][p][employer];
                if o == 0 && employer == 1 {
                    // Whom hospitals lend to stations, their beds lack.
                    heads = (heads - levers.rotated(p)).max(Lanes::ZERO);
                }
                let carried = heads / known.select(need, Lanes::ONE);
                open = known.select(open.min(carried), open);
            }
            let share = built[k].gt(Lanes::ZERO);
            let share = share.select(open / share.select(built[k], Lanes::ONE), Lanes::ZERO);
            // The scarcer decides: a bed that a shock closes needs no staff.
            let share = share.min(stress.usable[p]);
            match employer {
                0 => board.operating[p][0] = board.built[p][0] * share,
                1 => {
                    board.operating[p][1] = board.built[p][1] * share;
                    board.operating[p][2] = board.built[p][2] * share;
                }
                _ => board.operating[p][3] = board.built[p][3] * share,
            }
        }
    }
}
