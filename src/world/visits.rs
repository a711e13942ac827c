//! Outpatient visits and stays of a year: what people ask for, where they are served, and who is not.

use crate::lanes::Lanes;
use crate::units::Payer;
use bevy_ecs::prelude::Resource;
use enum_map::{Enum, EnumMap};

/// Where a visit is asked for: the level of a public facility, or a private one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Place {
    /// Commune stations.
    Station,
    /// Regional hospitals and medical centres.
    Regional,
    /// Hospitals of the provincial level.
    Provincial,
    /// Private hospitals and clinics.
    Private,
    /// Hospitals of ministries.
    Central,
}

/// Those where the people of a province find a facility of their own province.
pub const LOCAL: [Place; 4] = [
    Place::Station,
    Place::Regional,
    Place::Provincial,
    Place::Private,
];

/// What becomes of a visit that is asked for. Nothing waits over a year-end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Outcome {
    /// Served where it was asked for.
    OwnLevel,
    /// Served at a higher level of the own province.
    Above,
    /// Served in another province, by a hospital that was not asked.
    Elsewhere,
    /// Not served.
    NotServed,
}

/// Every outcome that is a visit.
pub const SERVED: [Outcome; 3] = [Outcome::OwnLevel, Outcome::Above, Outcome::Elsewhere];

/// Visits and stays by province; all rows are empty where the base says nothing about visits.
#[derive(Resource, Clone, Debug, Default)]
pub struct VisitBoard {
    /// Visits that the people of a province asked for in the base year.
    pub base: Vec<EnumMap<Place, Lanes>>,
    /// Visits a year of one worker there in the base year; Central: by host province.
    pub pace: Vec<EnumMap<Place, Lanes>>,
    /// Visits to Central hospitals for each bed-day there, at base.
    pub per_day: Lanes,
    /// Days of a stay outside Central hospitals.
    pub stay: Lanes,
    /// Days of a stay in a Central hospital.
    pub central_stay: Lanes,
    /// Visits asked for this year by the people of a province.
    pub asked: Vec<EnumMap<Place, Lanes>>,
    /// Visits the facilities of a province served this year, whoever came.
    pub worked: Vec<EnumMap<Place, Lanes>>,
    /// Visits the facilities of a province have staff for this year; Central: by host province.
    pub room: Vec<EnumMap<Place, Lanes>>,
    /// Visits its own facilities would serve this year with the staff they have, as in the base year.
    pub at_pace: Vec<Lanes>,
    /// What became of the visits asked for by the people of a province.
    pub outcome: Vec<EnumMap<Outcome, Lanes>>,
    /// Visits of the people of a province that stations served.
    pub at_stations: Vec<Lanes>,
    /// Visits of the people of a province that were served in it.
    pub at_home: Vec<Lanes>,
    /// Stays of the people of a province this year, wherever they lay.
    pub stays: Vec<Lanes>,
    /// What is on its way to each host, while a year is worked out.
    pub sent: Vec<Lanes>,
    /// Visits that found no room so far, while a year is worked out.
    pub left: Vec<Lanes>,
}

impl VisitBoard {
    /// Whether the base says anything about visits.
    pub fn is_kept(&self) -> bool {
        !self.base.is_empty()
    }

    /// Visits of the people of a province that were served.
    pub fn served(&self, province: usize) -> Lanes {
        let row = &self.outcome[province];
        SERVED.iter().fold(Lanes::ZERO, |sum, o| sum + row[*o])
    }

    /// Makes room for this many provinces; what stood there is forgotten.
    pub fn restart(&mut self, provinces: usize) {
        for rows in [
            &mut self.base,
            &mut self.pace,
            &mut self.asked,
            &mut self.worked,
            &mut self.room,
        ] {
            rows.clear();
            rows.resize(provinces, EnumMap::default());
        }
        self.outcome.clear();
        self.outcome.resize(provinces, EnumMap::default());
        for row in [
            &mut self.at_pace,
            &mut self.at_stations,
            &mut self.at_home,
            &mut self.stays,
            &mut self.sent,
            &mut self.left,
        ] {
            row.clear();
            row.resize(provinces, Lanes::ZERO);
        }
    }
}

/// What policies do to care this year, by province.
#[derive(Resource, Clone, Debug)]
pub struct CareLevers {
    /// Times as much care as people would ask for without them; 1 where no policy acts.
    pub more_use: Vec<Lanes>,
    /// Part of the co-payments that another payer has taken over.
    pub exempt: Vec<EnumMap<Payer, Lanes>>,
    /// Years of work at stations that check-ups take.
    pub check_up_work: Vec<Lanes>,
    /// Rise of the visits asked for at stations, in parts of them.
    pub station_rise: Vec<Lanes>,
    /// Part of the visits asked for at hospitals of the province that moves to stations.
    pub to_stations: Vec<Lanes>,
    /// People on the list of a station doctor.
    pub on_lists: Vec<Lanes>,
    /// Times the income that the insurance fund would have at the rates of the base year.
    pub contributions: Lanes,
}

impl CareLevers {
    /// Nothing, for this many provinces.
    pub fn none(provinces: usize) -> Self {
        CareLevers {
            more_use: vec![Lanes::ONE; provinces],
            exempt: vec![EnumMap::default(); provinces],
            check_up_work: vec![Lanes::ZERO; provinces],
            station_rise: vec![Lanes::ZERO; provinces],
            to_stations: vec![Lanes::ZERO; provinces],
            on_lists: vec![Lanes::ZERO; provinces],
            contributions: Lanes::ONE,
        }
    }

    /// Takes back what policies did last year.
    pub fn new_year(&mut self) {
        self.more_use.fill(Lanes::ONE);
        self.exempt.fill(EnumMap::default());
        for row in [
            &mut self.check_up_work,
            &mut self.station_rise,
            &mut self.to_stations,
            &mut self.on_lists,
        ] {
            row.fill(Lanes::ZERO);
        }
        self.contributions = Lanes::ONE;
    }

    /// Part of the co-payments of a province that households no longer pay.
    pub fn exempted(&self, province: usize) -> Lanes {
        self.exempt[province].values().copied().sum()
    }
}

/// Free check-ups of the year by province, all plans together.
#[derive(Resource, Clone, Debug, Default)]
pub struct CheckUpBoard {
    /// People a check-up is promised to.
    pub asked: Vec<Lanes>,
    /// People who had one.
    pub done: Vec<Lanes>,
    /// People who had none because stations lack the time.
    pub no_staff: Vec<Lanes>,
    /// People who had none because money is short.
    pub no_money: Vec<Lanes>,
}

impl CheckUpBoard {
    /// Nothing yet, for this many provinces.
    pub fn restart(&mut self, provinces: usize) {
        for row in [
            &mut self.asked,
            &mut self.done,
            &mut self.no_staff,
            &mut self.no_money,
        ] {
            row.clear();
            row.resize(provinces, Lanes::ZERO);
        }
    }
}
