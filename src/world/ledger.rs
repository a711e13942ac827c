//! Every change of a stock, booked with its cause. At the end of a year each stock must equal its
//! opening value plus what was booked; a stock that does not is an error of the program.

use crate::lanes::{Lanes, Mask, all_at_least};
use crate::said::Said;
use crate::units::{Payer, Year};
use crate::world::amount::Billion;
use bevy_ecs::prelude::Resource;
use enum_map::{Enum, EnumMap};

macro_rules! causes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal, $title:literal, $vi:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enum)]
        pub enum $name {
            $(#[doc = $title] $variant,)*
        }
        impl $name {
            /// Every cause: id in tables and title in charts.
            pub const ALL: &'static [(&'static str, Said)] =
                &[$(($id, Said::new($title, $vi))),*];
        }
    };
}

/// What each stock opens with: id in tables and title in charts.
pub const OPENING: (&str, Said) = ("opening_stock", Said::new("Opening stock", "Số đầu kỳ"));
/// What each stock closes with.
pub const CLOSING: (&str, Said) = ("closing_stock", Said::new("Closing stock", "Số cuối kỳ"));

causes! {
    /// Why beds come and go. Gains are booked positive, losses negative.
    BedCause {
        NamedProject = "named_projects", "Named projects", "Dự án đã có tên";
        ProvincialMoney = "provincial_capital", "Ordinary provincial capital", "Vốn đầu tư công của địa phương";
        MinistryMoney = "ministry_capital", "Ministry capital", "Vốn đầu tư công của bộ";
        Campus = "second_campus", "Second campuses", "Cơ sở 2";
        FittedOut = "fitted_out", "Fitted out in existing buildings", "Tăng giường thực kê trong nhà hiện có";
        PrivateOpened = "private_opened", "New private hospitals", "Bệnh viện tư nhân mới";
        PrivateExpanded = "private_expanded", "Private hospitals expanded", "Bệnh viện tư nhân mở rộng";
        PrivateClosed = "private_closed", "Private beds closed", "Giường tư nhân ngừng hoạt động";
        Replaced = "replaced", "Old beds replaced", "Giường cũ được thay thế";
        Retired = "retired", "Beds withdrawn", "Giường ngừng sử dụng";
        Reclassified = "reclassified", "Passed to commune stations", "Chuyển về trạm y tế xã";
    }
}

causes! {
    /// Why staff come and go.
    PeopleCause {
        Placed = "placed", "Newly placed", "Mới tuyển dụng";
        MovedIn = "moved_in", "Moved to private practice (in)", "Chuyển sang khu vực tư nhân (đến)";
        MovedOut = "moved_out", "Moved to private practice (out)", "Chuyển sang khu vực tư nhân (đi)";
        Died = "died", "Died", "Từ trần";
        Retired = "retired", "Retired", "Nghỉ hưu";
        Left = "left", "Left the profession", "Bỏ nghề";
        Emigrated = "emigrated", "Went abroad", "Ra nước ngoài";
        LostInHandover = "lost_in_handover", "Lost in a handover", "Giảm khi chuyển giao";
    }
}

causes! {
    /// Why students come and go.
    StudentCause {
        Admitted = "admitted", "Admitted", "Nhập học";
        DroppedOut = "dropped_out", "Dropped out", "Thôi học";
        Graduated = "graduated", "Graduated", "Tốt nghiệp";
    }
}

causes! {
    /// Why people between school and post come and go.
    EntrantCause {
        Graduated = "graduated", "Graduated", "Tốt nghiệp";
        FailedExam = "failed_exam", "Failed the exam twice", "Hai lần không đạt kiểm tra năng lực hành nghề";
        OtherWork = "other_work", "Licensed, took other work", "Có giấy phép, làm việc khác";
        GaveUp = "gave_up", "Waited and left", "Chờ lâu và chuyển hướng";
        Placed = "placed", "Placed", "Được tuyển dụng";
    }
}

causes! {
    /// Why a payer's money comes and goes, besides what it is spent on.
    MoneyCause {
        Provided = "provided", "Provided for the year", "Bố trí trong năm";
        Lapsed = "lapsed", "Lapsed", "Hết hạn, bị hủy dự toán";
        NotAbsorbed = "not_absorbed", "Lapsed because it could not be absorbed", "Hết hạn do không giải ngân được";
    }
}

/// A payer's money in a year: what its accounts carried in, what was provided, what lapsed, and what
/// they carry out. The rest is spent.
#[derive(Clone, Copy, Debug, Default)]
pub struct MoneyPage {
    /// Carried in from last year.
    pub carried_in: Billion,
    /// Plans of accounts and what is paid as it arises; what lapsed, below zero.
    pub causes: EnumMap<MoneyCause, Billion>,
    /// Carried out into next year.
    pub carried_out: Billion,
}

/// The book of the year.
#[derive(Resource, Clone, Debug, Default)]
pub struct Ledger {
    /// Money by payer.
    pub money: EnumMap<Payer, MoneyPage>,
    /// Beds by province and cause.
    pub beds: Vec<EnumMap<BedCause, Lanes>>,
    /// Staff by occupation, province and cause.
    pub people: Vec<Vec<EnumMap<PeopleCause, Lanes>>>,
    /// Students by occupation and cause.
    pub students: Vec<EnumMap<StudentCause, Lanes>>,
    /// People between school and post by occupation and cause.
    pub entrants: Vec<EnumMap<EntrantCause, Lanes>>,
    /// At the end of last year.
    pub opening: Stocks,
    /// At the end of this year; the next opens with them.
    pub closing: Stocks,
}

/// Stocks at the end of a year, added up from the entities themselves.
#[derive(Clone, Debug, Default)]
pub struct Stocks {
    /// Beds by province.
    pub beds: Vec<Lanes>,
    /// Beds at commune stations by province.
    pub at_stations: Vec<Lanes>,
    /// Staff by occupation and province.
    pub people: Vec<Vec<Lanes>>,
    /// Students by occupation.
    pub students: Vec<Lanes>,
    /// People between school and post by occupation.
    pub entrants: Vec<Lanes>,
}

impl Ledger {
    /// An empty book.
    pub fn new(provinces: usize, occupations: usize) -> Self {
        Ledger {
            money: Default::default(),
            beds: vec![EnumMap::default(); provinces],
            people: vec![vec![EnumMap::default(); provinces]; occupations],
            students: vec![EnumMap::default(); occupations],
            entrants: vec![EnumMap::default(); occupations],
            opening: Stocks::default(),
            closing: Stocks::default(),
        }
    }

    /// Starts a new page: nothing booked yet.
    pub fn new_page(&mut self) {
        self.money = Default::default();
        self.beds.fill(EnumMap::default());
        for pages in &mut self.people {
            pages.fill(EnumMap::default());
        }
        self.students.fill(EnumMap::default());
        self.entrants.fill(EnumMap::default());
    }

    /// Books a change of beds in a province.
    pub fn book_beds(&mut self, province: usize, cause: BedCause, change: Lanes) {
        self.beds[province][cause] += change;
    }
    /// Books a change of staff of an occupation in a province.
    pub fn book_people(
        &mut self,
        occupation: usize,
        province: usize,
        cause: PeopleCause,
        change: Lanes,
    ) {
        self.people[occupation][province][cause] += change;
    }
    /// Books a change of students of an occupation.
    pub fn book_students(&mut self, occupation: usize, cause: StudentCause, change: Lanes) {
        self.students[occupation][cause] += change;
    }
    /// Books a change of people between school and post of an occupation.
    pub fn book_entrants(&mut self, occupation: usize, cause: EntrantCause, change: Lanes) {
        self.entrants[occupation][cause] += change;
    }
}

/// A law that did not hold: an error of the program, never clamped away.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// What broke: `beds of lai-chau`.
    pub entity: String,
    /// Year.
    pub year: Year,
    /// Replicate number.
    pub replicate: u32,
    /// Both sides of the law.
    pub detail: String,
}

/// The laws, checked every year in every future.
#[derive(Resource, Clone, Debug, Default)]
pub struct Laws {
    /// The first violation met in this block.
    pub violation: Option<Violation>,
    /// Comparisons made.
    pub checks: u64,
    /// Futures of the block that are wanted; the other lanes are idle company.
    pub live: usize,
    /// Replicate numbers of the lanes.
    pub replicates: [u32; crate::lanes::WIDTH],
    /// Whether counts are whole (then stocks must agree exactly).
    pub counts_whole: bool,
}

impl Laws {
    /// Checks that `actual` equals `expected` in every live future.
    pub fn equal(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        actual: Lanes,
        expected: Lanes,
        scale: f64,
    ) {
        self.checks += self.live as u64;
        let slack = if self.counts_whole {
            0.0
        } else {
            1e-9 * scale.max(1.0)
        };
        self.within(year, entity, actual, expected, Lanes::splat(slack));
    }

    /// Checks that two amounts of money agree to rounding.
    pub fn balanced(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        actual: Billion,
        expected: Billion,
    ) {
        self.checks += self.live as u64;
        let slack = (expected.0.abs() * 1e-12).max(Lanes::splat(1e-6));
        self.within(year, entity, actual.0, expected.0, slack);
    }

    /// Checks that two sums of real numbers agree to rounding.
    pub fn agrees(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        actual: Lanes,
        expected: Lanes,
    ) {
        self.agrees_to(year, entity, actual, expected, expected.abs());
    }

    /// The same where the sum is a difference of larger numbers: `size` is that of the largest.
    pub fn agrees_to(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        actual: Lanes,
        expected: Lanes,
        size: Lanes,
    ) {
        self.checks += self.live as u64;
        let slack = (size + 1.0) * 1e-9;
        // Written so that a value that is not a number fails too.
        let fine = (actual - expected).abs().le(slack);
        self.demand(year, entity, fine, || {
            format!("is {actual:?}, should be {expected:?}")
        });
    }

    fn within(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        actual: Lanes,
        expected: Lanes,
        slack: Lanes,
    ) {
        // Written so that a value that is not a number fails too.
        let fine = (actual - expected).abs().le(slack);
        self.demand(year, entity, fine, || {
            format!("is {actual:?}, should be {expected:?}")
        });
    }

    /// Checks that a stock is a number and not negative.
    pub fn not_negative(&mut self, year: Year, entity: impl FnOnce() -> String, stock: Lanes) {
        self.checks += self.live as u64;
        let fine = stock.ge(self.least());
        self.demand(year, entity, fine, || format!("is {stock:?}, below zero"));
    }

    /// The same for a row of stocks of one kind.
    pub fn none_negative(&mut self, year: Year, entity: impl Fn() -> String, stocks: &[Lanes]) {
        if all_at_least(stocks, self.least()) {
            self.checks += (self.live * stocks.len()) as u64;
            return;
        }
        for stock in stocks {
            self.not_negative(year, &entity, *stock);
        }
    }

    /// How low a stock may be: rounding leaves a little where counts are not whole.
    fn least(&self) -> f64 {
        if self.counts_whole { 0.0 } else { -1e-9 }
    }

    fn demand(
        &mut self,
        year: Year,
        entity: impl FnOnce() -> String,
        fine: Mask,
        detail: impl FnOnce() -> String,
    ) {
        // Later ones may only follow from the first.
        if self.violation.is_some() || fine.all() {
            return;
        }
        if let Some(lane) = (0..self.live).find(|lane| !fine.get(*lane)) {
            self.violation = Some(Violation {
                entity: entity(),
                year,
                replicate: self.replicates[lane],
                detail: format!("lane {lane}: {}", detail()),
            });
        }
    }
}
