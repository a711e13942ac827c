//! Money for the network: by payer and year, split by purpose, allocated over the provinces.
//!
//! Assumption: planned money is disbursed like the payer's other capital; disbursed money is spent
//! as written.

pub mod act;
mod words;

use crate::base::{Assumption, Distribution};
use crate::diagnostic::suggestion;
use crate::messages::scenario::assumptions as laws;
use crate::policy::prelude::*;
use crate::units::{Money, Multiple, Share};
use crate::words::data;

shaped! {
    /// Money by payer and year, split by purpose.
    #[derive(PartialEq, Serialize)]
    pub struct Investment {
        /// how much, each year the policy acts
        pub amount: Amount,
        /// whether the amount is planned or really disbursed
        pub money: MoneyKind,
        /// what it buys; the shares add to 1
        pub split: Split,
        /// how it is shared between provinces; Gap if left out
        #[default]
        pub allocation: Allocation,
    }
}

shaped! {
    /// How much money a year.
    #[derive(PartialEq, Serialize)]
    pub enum Amount {
        /// the same amount each year, billion at base-year prices
        Level(Spanned<Money>),
        /// the payer's ordinary health capital times this
        Multiple(Spanned<Multiple>),
        /// amounts of single years; years left out get nothing
        #[only(Filled)]
        Profile(Vec<(Spanned<Year>, Money)>),
        /// a total given by an assumption, in equal parts over the years
        Assumed(Spanned<String>),
    }
}

shaped! {
    /// Whether money is planned or disbursed.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    pub enum MoneyKind {
        /// only the payer's disbursed share is spent
        Planned,
        /// all of it is spent
        Disbursed,
    }
}

shaped! {
    /// A share written as a number or taken from an assumption.
    #[derive(PartialEq, Serialize)]
    pub enum ShareOf {
        /// a number
        Share(Spanned<Share>),
        /// the id of an assumption
        Assumed(Spanned<String>),
        /// what the other purposes leave (at most one)
        Rest,
    }
}

shaped! {
    /// What money buys. Shares add to 1 (or one purpose takes the rest).
    #[derive(Default, PartialEq, Serialize)]
    pub struct Split {
        /// new hospital beds with equipment, in new buildings
        #[default]
        pub new_beds: Option<ShareOf>,
        /// beds added to standing hospitals
        #[default]
        pub expansion: Option<ShareOf>,
        /// commune stations, counted as stations rebuilt
        #[default]
        pub stations: Option<ShareOf>,
        /// equipment and repair without beds
        #[default]
        pub equipment: Option<ShareOf>,
        /// teaching places
        #[default]
        pub training_places: Option<ShareOf>,
    }
}

shaped! {
    /// How money is shared between provinces.
    #[derive(Default, PartialEq, Serialize)]
    pub enum Allocation {
        /// like ordinary capital: by people and by lack of beds
        #[default]
        Gap,
        /// by people alone
        PerHead,
        /// to the listed provinces, by people
        #[only(Filled)]
        List(Vec<Spanned<String>>),
    }
}

impl Policy for Investment {
    const NAME: &'static str = "Investment";
    const SUMMARY: Said = Said::new(
        "money for beds, stations, equipment and teaching places",
        "vốn cho giường bệnh, trạm y tế, trang thiết bị và chỗ đào tạo",
    );
    const SERVES: &'static [&'static str] = &["beds_per_10k", "beds_opened", "capital_spent"];
    const DOES_NOT_MOVE: Said = Said::new(
        "money builds beds within two to four years; places for students give licensed staff only after the years of study and a year of practice, too late for a target before that",
        "vốn tạo ra giường bệnh trong hai đến bốn năm; chỗ đào tạo chỉ cho nhân lực được cấp phép sau thời gian học và một năm thực hành, quá muộn đối với chỉ tiêu đặt trước thời điểm đó",
    );
    const ACTS: Said = Said::new(
        "Finance: an account of its own, planned, disbursed, carried, lapsed; Construction: beds open 0 to 4 years later",
        "Tài chính: tài khoản riêng, gồm vốn kế hoạch, giải ngân, chuyển nguồn, hủy dự toán; Xây dựng: giường đưa vào hoạt động sau 0 đến 4 năm",
    );
    const EQUATION: Said = Said::new(
        "spent = d * (plan + carried in) for planned money, = amount for disbursed money; beds = spent * share / (unit cost * overrun), at most what each province can begin; money over it lapses",
        "vốn chi = d * (vốn kế hoạch + vốn chuyển nguồn) nếu là vốn kế hoạch, = amount nếu là vốn thực giải ngân; số giường = vốn chi * tỷ lệ / (suất đầu tư * overrun), tối đa bằng mức mỗi địa phương khởi công được; vốn vượt mức đó bị hủy dự toán",
    );
    const USES: &'static [&'static str] = &[
        "capex.unit_",
        "capex.overrun",
        "capex.build_lag",
        "capex.disburse",
        "capex.carry_share",
        "capex.absorb",
        "cost.station",
        "cost.training_place",
    ];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        self.check_amount(context, problems);
        self.split.check(context, problems);
        if let Allocation::List(provinces) = &self.allocation {
            if provinces.is_empty() {
                problems.refuse(
                    context.id,
                    "investment::touches-nothing",
                    words::no_province(),
                );
            }
            let twice = (
                "investment::province-twice",
                words::province_twice as fn(&str) -> _,
            );
            context.each_once(provinces, "investment::unknown-province", twice, problems);
        }
    }

    fn product(&self, base: &Base) -> String {
        let currency = crate::words::data::spoken(&base.currency);
        let amount = match &self.amount {
            Amount::Level(amount) => crate::words::tasks::a_year(amount.value.0, currency),
            Amount::Multiple(times) => words::multiple(times.value.0),
            Amount::Profile(rows) => {
                let sum = rows.iter().map(|(_, amount)| amount.0).sum();
                words::over_years(sum, currency, rows.len())
            }
            Amount::Assumed(id) => {
                let median = base.assumptions.get(id);
                let median = median.map_or(f64::NAN, |a| a.quantile(0.5));
                words::assumed_total(median, currency, id)
            }
        };
        let purposes = self.split.purposes();
        let purposes: Vec<&str> = purposes
            .iter()
            .filter(|(_, share)| share.is_some())
            .map(|(id, _)| words::purpose(id))
            .collect();
        words::money(&amount, &purposes)
    }

    fn is_money(&self) -> bool {
        true
    }

    fn has_path(&self) -> bool {
        true
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn lasting(&self, base: &Base, year: Year) -> Vec<Thing> {
        let share = |of: Option<&ShareOf>| match of {
            Some(ShareOf::Share(share)) => share.value.0,
            Some(ShareOf::Assumed(id)) => things::middle(base, &id.value),
            Some(ShareOf::Rest) | None => 0.0,
        };
        let purposes = self.split.purposes().map(|(_, of)| of);
        let rest = (1.0 - purposes.into_iter().map(share).sum::<f64>()).max(0.0);
        let [new_beds, expansion, stations, equipment, places] = purposes.map(|of| match of {
            Some(ShareOf::Rest) => rest,
            other => share(other),
        });
        let mut things = things::lagged(base, year, new_beds + expansion);
        things.push(things::building(stations + places, year));
        things.push(Thing {
            what: things::Lasting::Equipment,
            share: equipment,
            opens: year,
        });
        things
    }

    fn bought_too_late(&self, base: &Base, acts: (Year, Year), last: Year) -> f64 {
        let after = |year| things::after(last, self.lasting(base, year));
        match &self.amount {
            // A cut pays for nothing.
            Amount::Multiple(times) if times.value.0 < 1.0 => 0.0,
            Amount::Profile(rows) => things::mean(rows.iter().map(|(y, m)| (m.0, after(y.value)))),
            _ => things::mean((acts.0.0..=acts.1.0).map(|y| (1.0, after(Year(y))))),
        }
    }

    fn warn_of_defaults(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        context.warn_of_open_payer(true, problems);
        let total = matches!(self.amount, Amount::Assumed(_));
        let listed = matches!(self.amount, Amount::Profile(_));
        let (from_said, to_said) = context.dated;
        if !listed && (!from_said || (total && !to_said)) {
            let (from, to) = (context.acts.start(), context.acts.end());
            let said = if total {
                words::total_open(from, to)
            } else {
                words::each_year_open(from, to)
            };
            problems.warn(context.id, "policy::years-open", said);
        }
        if self.split.new_beds.is_none() && self.split.expansion.is_none() {
            problems.warn(context.id, "investment::no-beds", words::no_hospital_beds());
        }
    }
}

impl Investment {
    fn check_amount(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let nothing = "investment::touches-nothing";
        match &self.amount {
            Amount::Level(amount) if amount.value.0 == 0.0 => {
                problems.warn(amount, nothing, words::no_amount())
            }
            Amount::Level(amount) => large(amount, amount.value.0, context, problems),
            Amount::Multiple(multiple) => {
                if multiple.value.0 == 1.0 {
                    problems.warn(multiple, nothing, words::as_anyway());
                }
                if multiple.value.0 < 1.0 && self.split.training_places.is_some() {
                    problems.refuse(
                        multiple,
                        "investment::cut-of-places",
                        words::cut_of_places(),
                    );
                }
                if let Some(payer @ (Payer::Hospitals | Payer::Private)) = context.payer {
                    problems.refuse(
                        multiple,
                        "investment::no-ordinary-capital",
                        words::no_ordinary_capital(payer),
                    );
                }
            }
            Amount::Profile(years) => {
                if years.is_empty() {
                    problems.refuse(context.id, nothing, words::no_year());
                } else if years.iter().all(|(_, amount)| amount.0 == 0.0) {
                    problems.warn(context.id, nothing, words::no_money());
                }
                for (n, (year, amount)) in years.iter().enumerate() {
                    large(year, amount.0, context, problems);
                    let id = "investment::year-outside-horizon";
                    context.acts_in(year, &words::GIVEN, id, problems);
                    if let Some((earlier, _)) = years[..n].iter().find(|(y, _)| y == year) {
                        problems.twice(
                            (earlier, year),
                            "investment::year-twice",
                            words::year_twice(year.value),
                        );
                    }
                }
            }
            Amount::Assumed(id) => {
                let Some(assumption) = assumed(id, context, problems) else {
                    return;
                };
                if assumption.unit != context.base.currency {
                    problems.refuse(
                        id,
                        "investment::not-money",
                        words::not_money(
                            &id.value,
                            data::spoken(&assumption.unit),
                            data::spoken(&context.base.currency),
                        ),
                    );
                }
            }
        }
    }
}

/// Warns of more money in a year than twice all ordinary health capital of the base.
fn large<T>(place: &Spanned<T>, amount: f64, context: &CheckContext<'_>, problems: &mut Problems) {
    let ordinary: f64 = ["capex.province_disbursed", "capex.moh_plan"]
        .iter()
        .filter_map(|id| context.base.assumptions.get(id))
        .map(|a| a.quantile(0.5))
        .sum();
    if ordinary > 0.0 && amount > 2.0 * ordinary {
        problems.warn(
            place,
            "investment::large",
            words::large(
                amount,
                data::spoken(&context.base.currency),
                amount / ordinary,
            ),
        );
    }
}

impl Split {
    /// Each purpose with its share, in the order of the fields.
    pub fn purposes(&self) -> [(&'static str, Option<&ShareOf>); 5] {
        [
            ("new_beds", self.new_beds.as_ref()),
            ("expansion", self.expansion.as_ref()),
            ("stations", self.stations.as_ref()),
            ("equipment", self.equipment.as_ref()),
            ("training_places", self.training_places.as_ref()),
        ]
    }

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let (mut sum, mut rests, mut drawn) = (0.0, Vec::new(), Vec::new());
        let mut place = None;
        let mut sound = true;
        for (purpose, share) in self.purposes() {
            match share {
                None => {}
                Some(ShareOf::Rest) => rests.push(purpose),
                Some(ShareOf::Share(share)) => {
                    sum += share.value.0;
                    place = share.span.clone().or(place);
                }
                Some(ShareOf::Assumed(id)) => {
                    place = id.span.clone().or(place);
                    match assumed(id, context, problems) {
                        Some(a) if !is_share(a) => {
                            sound = false;
                            problems.refuse(
                                id,
                                "investment::not-a-share",
                                words::not_a_share(&id.value, data::spoken(&a.unit)),
                            );
                        }
                        Some(a) => {
                            let for_beds = a.id.contains("bed_share");
                            if for_beds && !matches!(purpose, "new_beds" | "expansion") {
                                problems.warn(
                                    id,
                                    "investment::other-purpose",
                                    words::other_purpose(&a.id, purpose),
                                );
                            }
                            sum += a.quantile(0.5);
                            if a.distribution.is_drawn() {
                                drawn.push(purpose);
                            }
                        }
                        None => sound = false,
                    }
                }
            }
        }
        let place = Spanned {
            value: (),
            span: place.or(context.id.span.clone()),
        };
        if rests.len() > 1 {
            problems.refuse(&place, "investment::two-rests", words::two_rests(&rests));
        } else if !sound {
            // The sum is not known before the mistakes above are corrected.
        } else if rests.is_empty() && !drawn.is_empty() {
            problems.refuse(
                &place,
                "investment::split-needs-rest",
                words::needs_rest(&drawn),
            );
        } else if rests.is_empty() && (sum - 1.0).abs() > 1e-6 {
            problems.refuse(
                &place,
                "investment::split-not-whole",
                words::not_whole(tidy(sum)),
            );
        } else if sum > 1.0 + 1e-6 {
            problems.refuse(
                &place,
                "investment::split-not-whole",
                words::nothing_left(tidy(sum), rests.join("")),
            );
        }
    }
}

/// The assumption with this id, or a problem that names the nearest.
fn assumed<'a>(
    id: &Spanned<String>,
    context: &'a CheckContext<'_>,
    problems: &mut Problems,
) -> Option<&'a Assumption> {
    let found = context.base.assumptions.get(id);
    match found {
        None => {
            let ids: Vec<&str> = context
                .base
                .assumptions
                .all
                .iter()
                .map(|a| a.id.as_str())
                .collect();
            problems.refuse(
                id,
                "investment::unknown-assumption",
                laws::unknown(&id.value, suggestion(id, &ids, laws::LIST)),
            );
            None
        }
        Some(a) if matches!(a.distribution, Distribution::Profile(_)) => {
            problems.refuse(
                id,
                "investment::profile-assumption",
                words::profile_assumption(&id.value),
            );
            None
        }
        found => found,
    }
}

fn is_share(a: &Assumption) -> bool {
    a.unit == "share" || a.unit == "fraction"
}

/// A sum without the dust of floating point.
fn tidy(sum: f64) -> f64 {
    (sum * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn money_is_some_amount_and_its_split_is_whole() {
        let money = |amount: &str, split: &str, rest: &str| {
            format!("Investment(amount: {amount}, money: Planned, split: ({split}){rest})")
        };
        let whole = "new_beds: Share(0.4), stations: Rest";
        for amount in [
            "Level(500)",
            "Multiple(0.7)",
            "Profile([(2027, 500), (2028, 0)])",
            "Assumed(\"programme.total\")",
        ] {
            decision(&money(amount, whole, ""), &[]);
        }
        let nothing = "investment::touches-nothing";
        decision(&money("Level(0)", whole, ""), &[(nothing, "0")]);
        decision(&money("Multiple(1.0)", whole, ""), &[(nothing, "1.0")]);
        decision(&money("Profile([])", whole, ""), &[(nothing, "\"p\"")]);
        decision(
            &money("Profile([(2026, 5), (2028, 1), (2028, 1)])", whole, ""),
            &[
                ("investment::year-outside-horizon", "2026"),
                ("investment::year-twice", "2028"),
            ],
        );
        decision(
            &money("Assumed(\"programme.totl\")", whole, ""),
            &[("investment::unknown-assumption", "\"programme.totl\"")],
        );
        decision(
            &money("Assumed(\"post.match\")", whole, ""),
            &[("investment::not-money", "\"post.match\"")],
        );
        let level = |split: &str| money("Level(500)", split, "");
        decision(&level("new_beds: Share(1)"), &[]);
        decision(
            &level("new_beds: Assumed(\"programme.bed_share\"), stations: Rest"),
            &[],
        );
        decision(
            &level("new_beds: Share(0.6), stations: Share(0.3)"),
            &[("investment::split-not-whole", "0.3")],
        );
        decision(
            &level("new_beds: Share(0.6), stations: Share(0.6), equipment: Rest"),
            &[("investment::split-not-whole", "0.6")],
        );
        decision(&level(""), &[("investment::split-not-whole", "\"p\"")]);
        decision(
            &level("new_beds: Rest, stations: Rest"),
            &[("investment::two-rests", "\"p\"")],
        );
        decision(
            &level("new_beds: Assumed(\"programme.bed_share\"), stations: Share(0.9)"),
            &[("investment::split-needs-rest", "0.9")],
        );
        decision(
            &level("new_beds: Assumed(\"programme.total\"), stations: Rest"),
            &[("investment::not-a-share", "\"programme.total\"")],
        );
        decision(
            &level("new_beds: Assumed(\"build.lag\"), stations: Rest"),
            &[("investment::profile-assumption", "\"build.lag\"")],
        );
        decision(
            &money(
                "Level(500)",
                whole,
                ", allocation: List([\"north\", \"north\", \"south\"])",
            ),
            &[
                ("investment::province-twice", "\"north\""),
                ("investment::unknown-province", "\"south\""),
            ],
        );
        decision(
            &money("Level(500)", whole, ", allocation: List([])"),
            &[(nothing, "\"p\"")],
        );
    }
}
