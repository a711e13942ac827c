//! Commune stations get doctors: lent by the hospitals of their province for some months, recruited
//! into posts funded on top, or bound to stations by scholarships.
//!
//! Simplification: doctors are lent and stay within their province; a lent doctor stays on the staff
//! of the hospital, whose beds lack the time.

pub mod act;
mod words;

use super::words::staff;
use crate::base::Level;
use crate::policy::prelude::*;
use crate::units::{Months, People, PerStation, Share};

shaped! {
    /// Doctors for commune stations.
    #[derive(PartialEq, Serialize)]
    pub struct CommuneDoctors {
        /// doctors lent by the hospitals of the province; none if left out
        #[default]
        pub rotation: Option<Rotation>,
        /// posts funded on top of the base's; none if left out
        #[default]
        pub recruitment: Option<Recruitment>,
        /// students bound to stations; none if left out
        #[default]
        pub scholarships: Option<Scholarships>,
        /// where (codes); all provinces with stations if left out
        #[default]
        #[only(Filled)]
        pub provinces: Option<Vec<Spanned<String>>>,
    }
}

shaped! {
    /// Doctors of provincial and regional hospitals work at stations of their province for a term.
    #[derive(PartialEq, Serialize)]
    pub struct Rotation {
        /// doctors lent a year
        pub doctors: Spanned<People>,
        /// months of each at a station; rotation.fte if left out
        #[default]
        pub months: Option<Spanned<Months>>,
    }
}

shaped! {
    /// Posts at stations funded on top of those of the base.
    #[derive(PartialEq, Serialize)]
    pub struct Recruitment {
        /// posts added in all; this or a standard
        #[default]
        pub posts: Option<Spanned<People>>,
        /// doctors a station should have; this or posts
        #[default]
        pub standard: Option<Spanned<PerStation>>,
        /// share of the posts missing to the standard that is funded; all if left out
        #[default]
        pub funded: Option<Spanned<Share>>,
        /// year by which all of them are there, in equal steps; the policy's first year if left out
        #[default]
        pub by: Option<Spanned<Year>>,
    }
}

shaped! {
    /// Places for students who are bound to work at a station.
    #[derive(PartialEq, Serialize)]
    pub struct Scholarships {
        /// students admitted a year, on top of the ordinary intake
        pub places: Spanned<People>,
    }
}

impl Policy for CommuneDoctors {
    const NAME: &'static str = "CommuneDoctors";
    const SUMMARY: Said = Said::new(
        "doctors for commune stations: lent, recruited or bound by scholarships",
        "bác sĩ cho trạm y tế xã: luân phiên có thời hạn, tuyển dụng hoặc đào tạo theo địa chỉ bằng học bổng",
    );
    const SERVES: &'static [&'static str] =
        &["doctors_per_station", "share_stations_with_4_doctors"];
    const DOES_NOT_MOVE: Said = Said::new(
        "lending and recruiting move doctors to stations and train none: doctors per 10,000 people hardly move, and hospitals have as many fewer to choose from; scholarships add doctors after the years of study and a year of practice",
        "luân phiên và tuyển dụng chuyển bác sĩ về trạm mà không đào tạo thêm: số bác sĩ trên 10.000 dân hầu như không đổi, và bệnh viện có ít người để tuyển hơn đúng bằng số đó; học bổng chỉ thêm bác sĩ sau thời gian học và một năm thực hành",
    );
    const ACTS: Said = Said::new(
        "Policy: doctors are lent, students admitted; Placement: some stay, bound doctors come, posts are added; Measure: costs",
        "Giải pháp: bác sĩ luân phiên, tuyển sinh viên; Bố trí việc làm: một số người ở lại, sinh viên đào tạo theo địa chỉ về trạm, thêm vị trí; Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "doctors at stations = staff of stations + lent * months / 12; staff + lent * rotation.stay + licensed * bond.fulfil + recruits; posts added = funded * (standard * stations - base posts), in equal steps",
        "bác sĩ tại trạm = nhân lực của trạm + số luân phiên * months / 12; nhân lực + số luân phiên * rotation.stay + số được cấp phép * bond.fulfil + số tuyển dụng; vị trí thêm = funded * (standard * số trạm - vị trí năm gốc), chia đều từng năm",
    );
    const USES: &'static [&'static str] = &[
        "rotation.",
        "bond.",
        "post.commune_",
        "post.match",
        "cost.pay_doctor",
        "cost.allowance",
        "cost.student_year_doctor",
        "cost.training_place",
    ];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;
    const TRAINS: bool = true;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let Some(occupation) = context.base.occupations.first() else {
            return;
        };
        if self.rotation.is_none() && self.recruitment.is_none() && self.scholarships.is_none() {
            problems.refuse(
                context.id,
                "commune::touches-nothing",
                words::sends_nobody(),
            );
        }
        let has_stations = |p: usize| {
            let facilities = &context.base.facilities;
            occupation.has_posts
                && facilities
                    .iter()
                    .any(|f| f.level == Level::Commune && f.province == p)
        };
        if let Some(codes) = &self.provinces {
            if codes.is_empty() {
                problems.refuse(context.id, "commune::touches-nothing", words::no_province());
            }
            context.provinces(
                codes,
                "commune::unknown-province",
                "commune::province-twice",
                problems,
            );
            for code in codes {
                let at = context.base.provinces.iter().position(|p| p.code == **code);
                if at.is_some_and(|p| !has_stations(p)) {
                    problems.refuse(
                        code,
                        "commune::no-stations",
                        words::province_without_stations(&code.value, staff(&occupation.plural)),
                    );
                }
            }
        } else if !(0..context.base.provinces.len()).any(has_stations) {
            problems.refuse(
                context.id,
                "commune::no-stations",
                words::no_stations(staff(&occupation.plural)),
            );
        }
        let zero = |what: &Spanned<People>, problems: &mut Problems| {
            if what.value.0 == 0 {
                problems.warn(what, "commune::size-zero", words::zero());
            }
        };
        if let Some(rotation) = &self.rotation {
            zero(&rotation.doctors, problems);
            if let Some(months) = &rotation.months
                && months.value.0 == 0.0
            {
                problems.warn(months, "commune::size-zero", words::zero_months());
            }
        }
        if let Some(scholarships) = &self.scholarships {
            zero(&scholarships.places, problems);
            let (from, last) = (*context.acts.start(), *context.years.end());
            let licensed = from.plus(occupation.study_years as i32 + 1);
            if licensed > last && scholarships.places.value.0 > 0 {
                problems.warn(
                    &scholarships.places,
                    "commune::after-last-year",
                    words::after_last_year(staff(&occupation.plural), from, licensed, last),
                );
            }
        }
        if let Some(recruitment) = &self.recruitment {
            recruitment.check(context, problems);
            if let Some(posts) = &recruitment.posts {
                zero(posts, problems);
            }
        }
    }

    fn product(&self, _: &Base) -> String {
        words::station_doctors(
            self.rotation.as_ref().map(|r| f64::from(r.doctors.value.0)),
            self.recruitment.as_ref().map(|r| {
                (
                    r.posts.as_ref().map(|p| f64::from(p.value.0)),
                    r.standard.as_ref().map(|s| s.value.0),
                )
            }),
            self.scholarships
                .as_ref()
                .map(|s| f64::from(s.places.value.0)),
        )
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Provincial
    }

    fn keys(&self, id: &str, base: &Base) -> Vec<String> {
        let places = base.provinces.iter();
        let places = places.map(|p| format!("commune/{id}/{}", p.code));
        std::iter::once(format!("commune/{id}"))
            .chain(places)
            .collect()
    }

    /// Stations have staff of the first occupation, and scholarships bind its students to them.
    fn admits(&self, _: &Base, occupation: usize) -> bool {
        self.scholarships.is_some() && occupation == 0
    }
}

impl Recruitment {
    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        match (&self.posts, &self.standard) {
            (None, None) => {
                problems.refuse(context.id, "commune::posts-or-standard", words::neither())
            }
            (Some(posts), Some(_)) => {
                problems.refuse(posts, "commune::posts-or-standard", words::both())
            }
            _ => {}
        }
        if let Some(standard) = &self.standard
            && !(1.0..=8.0).contains(&standard.value.0)
        {
            problems.warn(
                standard,
                "commune::unusual-standard",
                words::unusual_standard(standard.value),
            );
        }
        if let Some(funded) = &self.funded {
            if self.standard.is_none() {
                problems.refuse(
                    funded,
                    "commune::funded-without-standard",
                    words::funded_of_what(),
                );
            } else if funded.value.0 == 0.0 {
                problems.warn(funded, "commune::size-zero", words::funds_nothing());
            }
        }
        if let Some(by) = &self.by {
            context.acts_in(
                by,
                &words::POSTS_BY,
                "commune::by-outside-horizon",
                problems,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn stations_get_doctors_who_can_be_counted() {
        let send = |rest: &str| format!("CommuneDoctors({rest})");
        decision(
            &send(
                "rotation: (doctors: 100, months: 6), recruitment: (standard: 4.5, funded: 0.5, by: 2030), scholarships: (places: 20), provinces: [\"south-coast\"]",
            ),
            &[],
        );
        decision(&send("recruitment: (posts: 100)"), &[]);
        decision(&send(""), &[("commune::touches-nothing", "\"p\"")]);
        decision(
            &send(
                "rotation: (doctors: 0, months: 0), provinces: [\"north\", \"soth\", \"south-coast\", \"south-coast\"]",
            ),
            &[
                ("commune::size-zero", "0"),
                ("commune::size-zero", "0"),
                ("commune::no-stations", "\"north\""),
                ("commune::unknown-province", "\"soth\""),
                ("commune::province-twice", "\"south-coast\""),
            ],
        );
        decision(
            &send("recruitment: (by: 2026, funded: 0.5)"),
            &[
                ("commune::posts-or-standard", "\"p\""),
                ("commune::by-outside-horizon", "2026"),
                ("commune::funded-without-standard", "0.5"),
            ],
        );
        decision(
            &send("recruitment: (posts: 5, standard: 15, funded: 0)"),
            &[
                ("commune::posts-or-standard", "5"),
                ("commune::unusual-standard", "15"),
                ("commune::size-zero", "0"),
            ],
        );
        decision(
            &send("rotation: (doctors: 10, months: 13)"),
            &[("ron::value", "13")],
        );
        decision(
            &send("provinces: [], scholarships: (places: 3)"),
            &[("commune::touches-nothing", "\"p\"")],
        );
    }
}
