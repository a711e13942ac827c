//! Money: accounts by payer and purpose, bed money by province and level, and the costs of the year.

use crate::lanes::Lanes;
use crate::units::Payer;
use crate::world::amount::Billion;
use crate::world::facility::Tier;
use bevy_ecs::prelude::{Component, Entity, Resource};
use enum_map::{Enum, EnumMap};

/// Money of one payer for one purpose.
#[derive(Component, Clone, Debug)]
pub struct Account {
    /// Who pays.
    pub payer: Payer,
    /// Name in tables: `capital`, or a policy's id.
    pub name: String,
}

/// The year's book of an account.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Flow {
    /// Plan of the year.
    pub plan: Billion,
    /// Carried in from last year.
    pub carried_in: Billion,
    /// Spent.
    pub spent: Billion,
    /// Lapsed, with what was not absorbed.
    pub lapsed: Billion,
    /// Of what lapsed: money for beds that no province could absorb.
    pub not_absorbed: Billion,
    /// Carried out into next year.
    pub carried_out: Billion,
}

impl Flow {
    /// Takes back what could not be absorbed: it was not spent, and lapses.
    pub fn give_back(&mut self, money: Billion) {
        self.spent -= money;
        self.lapsed += money;
        self.not_absorbed += money;
    }
}

/// The ordinary capital of a payer.
#[derive(Component, Clone, Copy, Debug)]
pub struct OrdinaryCapital;

pub use crate::base::ORDER_YEARS;

/// Beds on order: `by_year[k]` opens in k years (0 is this year).
#[derive(Clone, Copy, Debug, Default)]
pub struct Orders {
    /// Beds by years to go.
    pub by_year: [Lanes; ORDER_YEARS],
    /// Part of a bed that is due and waits to become whole.
    pub due: Lanes,
}

impl Orders {
    /// All that is on order.
    pub fn beds(&self) -> Lanes {
        self.by_year.iter().fold(self.due, |sum, beds| sum + *beds)
    }

    /// Adds this year's purchases by the lag `profile`, passes a year, and returns the beds that
    /// open now; the part of a bed that is left over waits.
    pub fn open(&mut self, bought: Lanes, profile: &[f64], whole: bool) -> Lanes {
        for (slot, share) in self.by_year.iter_mut().zip(profile) {
            *slot += bought * *share;
        }
        // Rounded down, never up: no bed opens before it is paid for, and none is lost.
        let ready = self.due + self.by_year[0];
        self.by_year.rotate_left(1);
        self.by_year[ORDER_YEARS - 1] = Lanes::ZERO;
        let open = if whole {
            ready.floor().max(Lanes::ZERO)
        } else {
            ready
        };
        self.due = ready - open;
        open
    }
}

/// Beds on order by province and level, and money for beds this year.
#[derive(Resource, Clone, Debug, Default)]
pub struct Works {
    /// Orders of provinces.
    pub provincial: Vec<EnumMap<Tier, Orders>>,
    /// Orders of the Ministry, for the nation.
    pub central: Orders,
    /// Orders of private owners paid by policy, by province.
    pub private: Vec<Orders>,
    /// Beds bought this year, by province.
    pub bought_provincial: Vec<EnumMap<Tier, Lanes>>,
    /// Central beds bought this year.
    pub bought_central: Lanes,
    /// Private beds bought by policy this year, by province.
    pub bought_private: Vec<Lanes>,
    /// Weights that shared bed money between provinces this year; they add to 1.
    pub shares: Vec<Lanes>,
    /// Money offered for beds this year.
    pub offers: Vec<Offer>,
    /// What builders were ready to begin in each province in the last years.
    pub ready: Vec<Readiness>,
    /// The same for Central beds of the nation.
    pub ready_central: Readiness,
}

/// Money offered for beds in a year: what of it is not absorbed is not spent.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Who pays.
    pub payer: Payer,
    /// What it counts as.
    pub purpose: Purpose,
    /// Position of the policy whose money it is; `None`: a payer's ordinary capital.
    pub policy: Option<usize>,
    /// Its account, where it has one: money that is not absorbed lapses there.
    pub account: Option<Entity>,
    /// For Central beds of the nation.
    pub central: Billion,
    /// For beds by province; empty where all of it is for Central beds.
    pub by_province: Vec<Billion>,
}

impl Works {
    /// Beds that are on order in a province, Central ones left out.
    pub fn on_order(&self, province: usize) -> Lanes {
        let own = &self.provincial[province];
        own[Tier::Provincial].beds() + own[Tier::Regional].beds() + self.private[province].beds()
    }
}

/// Years of building that tell how much may be begun.
pub const READY_YEARS: usize = 5;

/// Beds that could be begun in each of the last years, the latest first: as many as were asked for,
/// at most the ceiling of the year, and what private owners and named projects put up besides, whoever
/// pays. Empty hospitals keep beds from being begun, and keep no builder from being ready.
#[derive(Clone, Copy, Debug, Default)]
pub struct Readiness([Lanes; READY_YEARS]);

impl Readiness {
    /// As after years of an even flow.
    pub fn steady(flow: Lanes) -> Self {
        Readiness([flow; READY_YEARS])
    }

    /// The last years, the latest first.
    #[cfg(any(test, feature = "internals"))]
    pub fn years(&self) -> &[Lanes; READY_YEARS] {
        &self.0
    }

    /// Beds put up this year besides: they too show what can be built.
    pub fn show(&mut self, beds: Lanes) {
        self.0[0] += beds.max(Lanes::ZERO);
    }

    /// The largest of the last years.
    fn largest(&self) -> Lanes {
        self.0
            .iter()
            .fold(Lanes::ZERO, |most, beds| most.max(*beds))
    }

    /// Most beds a year may begin, at a `multiple` of the largest of the last years or at `least`;
    /// of those `asked` for, what is under it is remembered.
    pub fn ceiling(&mut self, multiple: Lanes, least: Lanes, asked: Lanes) -> Lanes {
        let ceiling = (self.largest() * multiple).max(least);
        // After the ceiling is known: what is asked for this year does not raise it.
        self.0.rotate_right(1);
        self.0[0] = asked.min(ceiling);
        ceiling
    }
}

/// What money went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enum)]
pub enum Purpose {
    /// Ordinary health capital: beds, repair, equipment.
    Capital,
    /// Capital of scenario policies and programmes.
    Programme,
    /// Second campuses of the scenario.
    Campus,
    /// Private hospitals.
    PrivateBeds,
    /// Beds put up in existing buildings.
    FitOut,
    /// Running hospitals, pay of their staff included.
    Operation,
    /// Running subsidy of public hospitals.
    Subsidy,
    /// Pay of station staff.
    StationPay,
    /// Allowances of station staff.
    Allowances,
    /// Training.
    Training,
    /// Satellite links.
    Links,
    /// Handovers.
    Handovers,
    /// Rotation, recruitment and scholarships for stations.
    Staffing,
    /// Initiatives that move followed indicators, and milestones.
    Initiatives,
    /// Public money that draws private owners.
    PrivateSupport,
    /// Co-payments of patients that are taken over.
    FeeExemption,
    /// Free check-ups.
    CheckUps,
    /// Lines for remote consultation.
    RemoteConsultation,
    /// Hospitals that close or merge.
    Closures,
    /// Services at stations.
    StationServices,
    /// Lists of people kept by doctors of stations.
    FamilyMedicine,
}

/// Purposes with their names in tables.
pub const PURPOSES: [(Purpose, &str); 21] = [
    (Purpose::Capital, "capital"),
    (Purpose::Programme, "programme"),
    (Purpose::Campus, "campus"),
    (Purpose::PrivateBeds, "private_beds"),
    (Purpose::FitOut, "fit_out"),
    (Purpose::Operation, "operation"),
    (Purpose::Subsidy, "subsidy"),
    (Purpose::StationPay, "station_pay"),
    (Purpose::Allowances, "allowances"),
    (Purpose::Training, "training"),
    (Purpose::Links, "links"),
    (Purpose::Handovers, "handovers"),
    (Purpose::Staffing, "staffing"),
    (Purpose::Initiatives, "initiatives"),
    (Purpose::PrivateSupport, "private_support"),
    (Purpose::FeeExemption, "fee_exemption"),
    (Purpose::CheckUps, "check_ups"),
    (Purpose::RemoteConsultation, "remote_consultation"),
    (Purpose::Closures, "closures"),
    (Purpose::StationServices, "station_services"),
    (Purpose::FamilyMedicine, "family_medicine"),
];

/// What becomes of a policy's money, besides what is spent or carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Fate {
    /// Offered for the year.
    Offered,
    /// Lapsed because it was not disbursed.
    Lapsed,
    /// Lapsed because it could not be absorbed.
    NotAbsorbed,
}

/// How many fates there are.
pub const FATES: usize = enum_map::enum_len::<Fate>();

/// What each payer pays for each purpose.
pub type ByPayer = EnumMap<Payer, EnumMap<Purpose, Billion>>;

/// Costs of the year.
#[derive(Resource, Clone, Debug, Default)]
pub struct Costs {
    /// All of them.
    pub by: ByPayer,
    /// What each policy costs, by position in the scenario: a part of the above.
    pub by_policy: Vec<EnumMap<Payer, Billion>>,
    /// What becomes of each policy's money, by position in the scenario; all zero for a policy that
    /// pays as costs arise.
    pub fates: Vec<EnumMap<Fate, EnumMap<Payer, Billion>>>,
    /// Money without an account that could not be absorbed.
    pub not_absorbed: EnumMap<Payer, Billion>,
    /// Position of the province the question is about, if it is about one.
    pub here: Option<usize>,
    /// What is spent in that province: a part of the above.
    pub by_here: ByPayer,
}

impl Costs {
    /// Adds an amount.
    pub fn book(&mut self, payer: Payer, purpose: Purpose, amount: Billion) {
        self.by[payer][purpose] += amount;
    }

    /// Adds an amount that is spent in a province.
    pub fn book_in(&mut self, province: usize, payer: Payer, purpose: Purpose, amount: Billion) {
        self.book(payer, purpose, amount);
        self.note_in(province, payer, purpose, amount);
    }

    /// Notes that an amount booked for the nation is spent in a province.
    pub fn note_in(&mut self, province: usize, payer: Payer, purpose: Purpose, amount: Billion) {
        if self.here == Some(province) {
            self.by_here[payer][purpose] += amount;
        }
    }

    /// Adds an amount that a policy costs.
    pub fn charge(&mut self, policy: usize, payer: Payer, purpose: Purpose, amount: Billion) {
        self.book(payer, purpose, amount);
        self.by_policy[policy][payer] += amount;
    }

    /// Notes what becomes of a policy's money.
    pub fn note(&mut self, policy: usize, payer: Payer, fate: Fate, amount: Billion) {
        self.fates[policy][fate][payer] += amount;
    }

    /// Adds an amount that a policy costs, spent in a province.
    pub fn charge_in(
        &mut self,
        policy: usize,
        province: usize,
        payer: Payer,
        purpose: Purpose,
        amount: Billion,
    ) {
        self.charge(policy, payer, purpose, amount);
        self.note_in(province, payer, purpose, amount);
    }

    /// Starts a new page for this many policies.
    pub fn new_page(&mut self, policies: usize) {
        self.by = Default::default();
        self.by_here = Default::default();
        self.by_policy.clear();
        self.by_policy.resize(policies, Default::default());
        self.fates.clear();
        self.fates.resize(policies, Default::default());
        self.not_absorbed = Default::default();
    }
}
