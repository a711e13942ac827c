//! Who pays for care: households, the insurance fund, the budget.

use super::row::Row;
use super::visits::told;
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::fund::Source;

pub(super) const HOUSEHOLDS: Row = Row::new(
    "household_share",
    Said::new(
        "Households' share of current health spending",
        "Tỷ lệ chi tiền túi của hộ gia đình trong chi thường xuyên cho y tế",
    ),
    Unit::Share,
    Said::new(
        "what households pay out of pocket for care over what all pay for it: the insurance fund, households, the budget",
        "chi tiền túi của hộ gia đình cho khám bệnh, chữa bệnh trên tổng chi của quỹ bảo hiểm y tế, hộ gia đình và ngân sách",
    ),
    Said::new(
        "(households in the base year * care of the year / care of the base year * cost growth - co-payments taken over) / cost of care",
        "(chi của hộ gia đình năm gốc * khối lượng năm / khối lượng năm gốc * mức tăng chi phí - phần cùng chi trả được chi thay) / chi phí khám bệnh, chữa bệnh",
    ),
    reach::FUND,
    Reading::Ratio(households),
)
.less()
.given(told);

fn households(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.fund.paid[p][Source::Households].0,
        bottom: view.fund.cost[p].0,
    }
}

pub(super) const SPENDING: Row = Row::new(
    "care_spending",
    Said::new(
        "Current spending on care",
        "Tổng chi thường xuyên cho khám bệnh, chữa bệnh",
    ),
    Unit::Money,
    Said::new(
        "what the fund, households and the budget pay for the visits and stays of the province's people in the year, at constant prices",
        "chi của quỹ bảo hiểm y tế, hộ gia đình và ngân sách cho các lượt khám và lượt điều trị nội trú trong năm của người dân địa phương, theo giá cố định",
    ),
    Said::new(
        "spending of the base year * (station visits, hospital visits and stays, each over those of the base year, weighed by their parts of spending) * cost growth",
        "chi của năm gốc * (lượt khám tại trạm, lượt khám tại bệnh viện và lượt điều trị nội trú so với năm gốc, theo tỷ trọng chi) * mức tăng chi phí",
    ),
    reach::FUND,
    Reading::Sum(spending),
)
.given(told);

fn spending(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.fund.cost[p].0
}

pub(super) const INCOME: Row = Row::new(
    "fund_income",
    Said::new(
        "Income of the health-insurance fund",
        "Số thu của quỹ bảo hiểm y tế",
    ),
    Unit::Money,
    Said::new(
        "contributions of the year at constant prices, whoever pays them, after the costs of running the fund",
        "số thu đóng bảo hiểm y tế trong năm theo giá cố định, từ mọi nguồn, sau khi trừ chi phí quản lý quỹ",
    ),
    Said::new(
        "income of the base year * people / people of the base year * income growth * contribution rate / that of the base year",
        "số thu năm gốc * dân số / dân số năm gốc * mức tăng thu * mức đóng / mức đóng năm gốc",
    ),
    reach::FUND,
    Reading::National(income),
)
.given(told);

fn income(view: &View<'_>, _: usize) -> Lanes {
    view.fund.income.0
}

pub(super) const PAYMENTS: Row = Row::new(
    "fund_payments",
    Said::new(
        "Payments of the health-insurance fund",
        "Số chi khám bệnh, chữa bệnh của quỹ bảo hiểm y tế",
    ),
    Unit::Money,
    Said::new(
        "what the fund pays for visits and stays in the year, at constant prices, with the co-payments it takes over",
        "chi của quỹ bảo hiểm y tế cho khám bệnh, chữa bệnh trong năm theo giá cố định, gồm cả phần cùng chi trả mà quỹ chi thay",
    ),
    Said::new(
        "payments of the base year * care of the year / care of the base year * cost growth + co-payments taken over by the fund",
        "số chi năm gốc * khối lượng năm / khối lượng năm gốc * mức tăng chi phí + phần cùng chi trả do quỹ chi thay",
    ),
    reach::FUND,
    Reading::National(payments),
)
.given(told);

fn payments(view: &View<'_>, _: usize) -> Lanes {
    view.fund.payments.0
}

pub(super) const BALANCE: Row = Row::new(
    "fund_balance",
    Said::new(
        "Balance of the health-insurance fund in the year",
        "Cân đối thu chi trong năm của quỹ bảo hiểm y tế",
    ),
    Unit::Money,
    Said::new(
        "income less payments of the fund in the year, at constant prices; below zero it draws on what was put by",
        "số thu trừ số chi trong năm của quỹ, theo giá cố định; âm nghĩa là phải dùng đến phần kết dư",
    ),
    Said::new("income - payments", "số thu - số chi"),
    reach::FUND,
    Reading::National(balance),
)
.more()
.given(told);

fn balance(view: &View<'_>, _: usize) -> Lanes {
    view.fund.balance().0
}

pub(super) const RESERVE: Row = Row::new(
    "fund_reserve",
    Said::new(
        "Reserve of the health-insurance fund",
        "Kết dư lũy kế của quỹ bảo hiểm y tế",
    ),
    Unit::Money,
    Said::new(
        "what the fund has put by at the end of the year, at constant prices; below zero what somebody else had to bring up by then",
        "kết dư lũy kế của quỹ cuối năm, theo giá cố định; âm là số tiền mà nguồn khác đã phải bù",
    ),
    Said::new(
        "reserve at the end of last year + income - payments",
        "kết dư cuối năm trước + số thu - số chi",
    ),
    reach::FUND,
    Reading::National(reserve),
)
.more()
.given(told);

fn reserve(view: &View<'_>, _: usize) -> Lanes {
    view.fund.reserve.0
}

pub(super) const MONTHS: Row = Row::new(
    "fund_reserve_months",
    Said::new(
        "Months of payments in the reserve of the fund",
        "Số tháng chi trả mà kết dư của quỹ bảo đảm được",
    ),
    Unit::Ratio,
    Said::new(
        "reserve of the insurance fund at the end of the year over a twelfth of the year's payments",
        "kết dư lũy kế của quỹ bảo hiểm y tế cuối năm chia cho một phần mười hai số chi trong năm",
    ),
    Said::new(
        "reserve / (payments / 12)",
        "kết dư lũy kế / (số chi / 12)",
    ),
    reach::FUND,
    Reading::National(months),
)
.more()
.given(told);

fn months(view: &View<'_>, _: usize) -> Lanes {
    let payments = view.fund.payments.0 / 12.0;
    let some = payments.gt(Lanes::ZERO);
    some.select(
        view.fund.reserve.0 / some.select(payments, Lanes::ONE),
        Lanes::splat(f64::NAN),
    )
}
