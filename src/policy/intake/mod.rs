//! Schools admit more students: larger classes in schools that stand, and new schools.
//!
//! Simplification: where a student studies does not decide where she works; graduates of all schools
//! look for posts together.

pub mod act;
mod words;

use super::lookup::ratios_of;
use super::words::staff;
use crate::base::Owner;
use crate::diagnostic::suggestion;
use crate::policy::prelude::*;
use crate::units::{Growth, Money, Multiple, People, Rate};

shaped! {
    /// More places for students of an occupation.
    #[derive(PartialEq, Serialize)]
    pub struct TrainingIntake {
        /// whom the places train (code of an occupation)
        pub occupation: Spanned<String>,
        /// places added, in parts of the base intake: 0.3 is three tenths more
        pub growth: Spanned<Growth>,
        /// growth of the raised intake in each further year; none if left out
        #[default]
        pub a_year: Option<Spanned<Rate>>,
        /// most schools can teach, times the base intake; train.capacity if left out
        #[default]
        pub cap: Option<Spanned<Multiple>>,
        /// schools to found; none if left out
        #[default]
        pub new_schools: Vec<NewSchool>,
        /// capital for schools that stand; none if left out
        #[default]
        pub schools: Vec<SchoolCapital>,
    }
}

shaped! {
    /// Capital for a school that stands: it buys places at the usual cost.
    #[derive(PartialEq, Serialize)]
    pub struct SchoolCapital {
        /// the school (code), which trains this occupation
        pub school: Spanned<String>,
        /// what is built, billion at base-year prices
        pub capital: Spanned<Money>,
        /// first year of the added places; they stay after the policy's last year
        pub first: Spanned<Year>,
    }
}

shaped! {
    /// A school to found.
    #[derive(PartialEq, Serialize)]
    pub struct NewSchool {
        /// students it admits a year
        pub places: Spanned<People>,
        /// first year it admits students; it goes on after the policy's last year
        pub first: Spanned<Year>,
        /// what it costs to build, billion at base-year prices; places times the usual cost if left
        /// out
        #[default]
        pub cost: Option<Spanned<Money>>,
        /// who runs it and pays for its student years; whoever pays for the policy if left out
        #[default]
        pub owner: Option<Owner>,
    }
}

impl Policy for TrainingIntake {
    const NAME: &'static str = "TrainingIntake";
    const SUMMARY: Said = Said::new(
        "more places for students, in schools that stand and in new ones",
        "tăng chỉ tiêu tuyển sinh ở trường hiện có và trường mới",
    );
    const SERVES: &'static [&'static str] = &["graduates", "doctors_per_10k", "nurses_per_10k"];
    const DOES_NOT_MOVE: Said = Said::new(
        "places help only after the years of study and a year of practice: until the first added class is licensed no ratio of staff moves, and then only as far as posts are open",
        "chỉ tiêu tuyển sinh chỉ có tác dụng sau thời gian học và một năm thực hành: trước khi khóa tăng thêm đầu tiên được cấp giấy phép hành nghề, không chỉ số nhân lực nào thay đổi, và sau đó cũng chỉ trong giới hạn vị trí việc làm còn trống",
    );
    const ACTS: Said = Said::new(
        "Policy: classes are added; Training: they study, graduate and are licensed as others; Finance and Measure: costs",
        "Giải pháp: thêm khóa tuyển sinh; Đào tạo: học, tốt nghiệp và được cấp phép như các khóa khác; Tài chính và Đo lường: chi phí",
    );
    const EQUATION: Said = Said::new(
        "added = min(base intake * ((1 + growth) * (1 + a_year) ^ years - 1), base intake * cap - ordinary intake) + new schools + capital of schools / cost.training_place; cost = new places * cost.training_place + students * cost.student_year",
        "số tăng thêm = min(tuyển sinh năm gốc * ((1 + growth) * (1 + a_year) ^ số năm - 1), tuyển sinh năm gốc * cap - tuyển sinh thông thường) + trường mới + vốn cho trường / cost.training_place; chi phí = chỉ tiêu mới * cost.training_place + sinh viên * cost.student_year",
    );
    const USES: &'static [&'static str] = &[
        "train.capacity",
        "train.intake_growth",
        "train.completion",
        "cost.training_place",
        "cost.student_year",
    ];
    const EXAMPLE: Said = Said::new(include_str!("example.ron"), include_str!("example.vi.ron"));
    const CODES: &'static [Code] = words::CODES;
    const TRAINS: bool = true;

    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let occupation =
            context.occupation(&self.occupation, "intake::unknown-occupation", problems);
        let nothing = self.growth.value.0 == 0.0
            && self.a_year.as_ref().is_none_or(|a| a.value.0 == 0.0)
            && self.new_schools.iter().all(|s| s.places.value.0 == 0)
            && self.schools.iter().all(|s| s.capital.value.0 == 0.0);
        if nothing {
            problems.warn(&self.growth, "intake::size-zero", words::no_place());
        }
        if self.growth.value.0 > 3.0 {
            problems.warn(
                &self.growth,
                "intake::very-large",
                words::very_large(self.growth.value, self.growth.value.0 + 1.0),
            );
        }
        if let Some(cap) = &self.cap
            && cap.value.0 < 1.0 + self.growth.value.0
        {
            problems.warn(
                cap,
                "intake::cap-below-growth",
                words::cap(cap.value, self.growth.value),
            );
        }
        if let Some(occupation) = occupation {
            let (from, last) = (*context.acts.start(), *context.years.end());
            let licensed = from.plus(occupation.study_years as i32 + 1);
            if !nothing && licensed > last {
                problems.warn(
                    &self.occupation,
                    "intake::after-last-year",
                    words::after_last_year(staff(&occupation.plural), from, licensed, last),
                );
            }
        }
        self.check_schools(context, problems);
        for school in &self.new_schools {
            if problems.crowded() {
                return;
            }
            context.acts_in(
                &school.first,
                &words::OPENS,
                "intake::opens-outside-horizon",
                problems,
            );
            let usual = context.base.assumptions.get("cost.training_place");
            if let (Some(cost), Some(usual)) = (&school.cost, usual) {
                let places = f64::from(school.places.value.0);
                let asked = cost.value.0 / places.max(1.0);
                let usual = usual.quantile(0.5);
                if places > 0.0 && !(0.1 * usual..=10.0 * usual).contains(&asked) {
                    problems.warn(
                        cost,
                        "intake::cost-implausible",
                        words::cost(
                            school.places.value,
                            cost.value,
                            crate::words::data::spoken(&context.base.currency),
                            asked,
                            usual,
                        ),
                    );
                }
            }
        }
    }

    fn product(&self, base: &Base) -> String {
        let occupation = base.occupations.iter().find(|o| o.code == *self.occupation);
        let plural = occupation.map_or(self.occupation.as_str(), |o| o.plural.as_str());
        let years = occupation.map_or(0, |o| o.study_years);
        words::first_class(staff(plural), years)
    }

    fn serves(&self, base: &Base) -> Vec<String> {
        ratios_of(base, &self.occupation, Self::SERVES)
    }

    fn usual_payer(&self, _: &Base) -> Payer {
        Payer::Ministry
    }

    fn keys(&self, id: &str, _: &Base) -> Vec<String> {
        let schools = 1..=self.new_schools.len();
        let schools = schools.map(|school| format!("intake/{id}/school-{school}"));
        let standing = self.schools.iter();
        let standing = standing.map(|s| format!("intake-capital/{id}/{}", s.school.value));
        std::iter::once(format!("intake/{id}"))
            .chain(schools)
            .chain(standing)
            .collect()
    }

    fn admits(&self, base: &Base, occupation: usize) -> bool {
        *self.occupation == base.occupations[occupation].code
    }
}

impl TrainingIntake {
    /// Schools that stand are known, named once and train this occupation.
    fn check_schools(&self, context: &CheckContext<'_>, problems: &mut Problems) {
        let programmes = &context.base.programmes;
        for (n, school) in self.schools.iter().enumerate() {
            if problems.crowded() {
                return;
            }
            let opens = "intake::opens-outside-horizon";
            context.acts_in(&school.first, &words::PLACES, opens, problems);
            if let Some(earlier) = self.schools[..n].iter().find(|s| s.school == school.school) {
                problems.twice(
                    (&earlier.school, &school.school),
                    "intake::school-twice",
                    words::school_twice(),
                );
                continue;
            }
            let Some(known) = programmes.iter().find(|p| p.code == *school.school) else {
                let codes = programmes.iter().filter(|p| !p.other);
                let codes: Vec<&str> = codes.map(|p| p.code.as_str()).collect();
                let help = suggestion(&school.school, &codes, words::ALL_SCHOOLS);
                problems.refuse(
                    &school.school,
                    "intake::unknown-school",
                    words::unknown_school(&school.school.value, help),
                );
                continue;
            };
            let trains = &context.base.occupations[known.occupation];
            if trains.code != *self.occupation {
                problems.refuse(
                    &school.school,
                    "intake::other-occupation",
                    words::trains_others(&known.name, staff(&trains.plural)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::decision;

    #[test]
    fn places_have_an_occupation_room_and_time() {
        let more = |rest: &str| format!("TrainingIntake({rest})");
        decision(
            &more("occupation: \"nurse\", growth: 0.3, a_year: 0.05, cap: 1.6"),
            &[],
        );
        decision(
            &more(
                "occupation: \"nurse\", growth: 0, new_schools: [(places: 50, first: 2028, cost: 60, owner: Private)]",
            ),
            &[],
        );
        decision(
            &more("occupation: \"docter\", growth: 0"),
            &[
                ("intake::unknown-occupation", "\"docter\""),
                ("intake::size-zero", "0"),
            ],
        );
        decision(
            &more("occupation: \"nurse\", growth: 4, cap: 2"),
            &[
                ("intake::very-large", "4"),
                ("intake::cap-below-growth", "2"),
            ],
        );
        decision(
            &more(
                "occupation: \"nurse\", growth: 0.1, new_schools: [(places: 50, first: 2026), (places: 50, first: 2028, cost: 60000)]",
            ),
            &[
                ("intake::opens-outside-horizon", "2026"),
                ("intake::cost-implausible", "60000"),
            ],
        );
        decision(
            &more("occupation: \"nurse\", growth: -0.1"),
            &[("ron::value", "-0.1")],
        );
    }
}
