//! Running the network costs money: hospitals, subsidy, station staff, allowances, training.
//!
//! Simplification: the operating cost of a bed includes the pay of hospital staff; pay is shown on
//! its own only for stations, so that nothing is counted twice.

use crate::base::Owner;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::rules::{price_of, station_allowance};
use crate::units::Payer;
use crate::world::amount::Price;
use crate::world::country::Country;
use crate::world::facility::{BedBoard, by_employer};
use crate::world::money::{Costs, Purpose};
use crate::world::school::{AddedClasses, Programme, Students};
use crate::world::staff::{Employer, StaffBoard, StaffLevers};
use bevy_ecs::prelude::*;

/// Books the running costs of the year.
pub fn running(
    country: Res<Country>,
    assumed: Res<Assumed>,
    beds: Res<BedBoard>,
    staff: Res<StaffBoard>,
    levers: Res<StaffLevers>,
    mut costs: ResMut<Costs>,
    programmes: Query<(&Programme, &Students), Without<AddedClasses>>,
) {
    let bed_year = Price::million(assumed.get("cost.bed_year"));
    let subsidised = assumed.get("transfer.subsidy_share");
    let open = if country.staffing_gate {
        &beds.operating
    } else {
        &beds.built
    };
    for (p, row) in open.iter().enumerate() {
        let row = by_employer(row);
        let central = row[Employer::Central] * bed_year;
        let provincial = row[Employer::Provincial] * bed_year;
        costs.book_in(p, Payer::Ministry, Purpose::Subsidy, central * subsidised);
        costs.book_in(
            p,
            Payer::Provincial,
            Purpose::Subsidy,
            provincial * subsidised,
        );
        let own = (central + provincial) * (-(subsidised - 1.0));
        costs.book_in(p, Payer::Hospitals, Purpose::Operation, own);
        let private = row[Employer::Private] * bed_year;
        costs.book_in(p, Payer::Private, Purpose::Operation, private);
    }
    let allowance = station_allowance(&assumed);
    for (o, occupation) in country.base.occupations.iter().enumerate() {
        let student_year = price_of(&assumed, "cost.student_year", &occupation.code);
        for (programme, students) in &programmes {
            if programme.occupation == o {
                let payer = match programme.owner {
                    Owner::Ministry | Owner::OtherMinistry => Payer::Ministry,
                    Owner::Province => Payer::Provincial,
                    Owner::Private => Payer::Private,
                };
                costs.book(payer, Purpose::Training, students.total() * student_year);
            }
        }
        if !occupation.has_posts {
            continue;
        }
        let pay = price_of(&assumed, "cost.pay", &occupation.code);
        for (p, province) in staff.heads[o].iter().enumerate() {
            // Whom policies pay, they are charged for.
            let all = province[Employer::Commune];
            let others = (all - levers.paid_at_stations(o, p)).max(Lanes::ZERO);
            let station = others * pay;
            costs.book_in(p, Payer::Provincial, Purpose::StationPay, station);
            costs.book_in(
                p,
                Payer::Provincial,
                Purpose::Allowances,
                station * allowance,
            );
        }
    }
}
