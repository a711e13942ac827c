//! Money of the year.

use super::row::Row;
use super::{Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::money::Purpose;

fn sum(view: &View<'_>, wanted: impl Fn(Purpose) -> bool) -> Lanes {
    let mut total = Lanes::ZERO;
    for payer in view.costs.by.values() {
        for (purpose, amount) in payer {
            if wanted(purpose) {
                total += amount.0;
            }
        }
    }
    total
}

pub(super) const CAPITAL: Row = Row::new(
    "capital_spent",
    Said::new("Capital spent", "Vốn đầu tư đã giải ngân"),
    Unit::Money,
    Said::new("ordinary capital, programmes, campuses, fit-out and private beds in the year", "vốn đầu tư công ngoài chương trình, chương trình đầu tư, cơ sở 2, tăng giường thực kê và giường bệnh tư nhân trong năm"),
    Said::new("ordinary capital + programmes + campuses + fit-out + private beds + public money for them", "vốn đầu tư công ngoài chương trình + chương trình đầu tư + cơ sở 2 + tăng giường thực kê + giường bệnh tư nhân + vốn nhà nước hỗ trợ giường bệnh tư nhân"),
    reach::MONEY,
    Reading::National(capital),
)
.of_the_year();

pub(super) fn capital(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |purpose| {
        purpose <= Purpose::FitOut || purpose == Purpose::PrivateSupport
    })
}

pub(super) const TOTAL: Row = Row::new(
    "total_cost",
    Said::new("Total cost", "Tổng chi phí"),
    Unit::Money,
    Said::new("capital and running costs of the year, all payers", "chi đầu tư và chi thường xuyên trong năm, tất cả các nguồn"),
    Said::new("capital + operation + running subsidies + pay + allowances + training + links + handovers + rotation and recruitment + initiatives + support of private owners", "vốn đầu tư + chi hoạt động + hỗ trợ chi thường xuyên + tiền lương + phụ cấp + đào tạo + chuyển giao kỹ thuật + chuyển giao bệnh viện + luân phiên, tuyển dụng + chương trình can thiệp + hỗ trợ nhà đầu tư tư nhân"),
    reach::MONEY,
    Reading::National(total),
)
.of_the_year();

pub(super) fn total(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |_| true)
}
