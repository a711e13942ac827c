//! Staff grow older, retire by the law's ages and are replaced by graduates: occupations, their ages
//! at base, retirement and death by age, and the schools.

use super::places::each_year;
use super::tables::{Bounds, Names, Reader};
use super::{MAX_YEARS, Occupation, Owner, Programme, sense};
use crate::messages::base::{self as messages, Named};
use crate::units::Year;

/// Last band that is followed begins at this age.
const LAST_BAND: u32 = 65;

/// Occupations, doctors first, those without posts last, else by code, with their base ages.
pub fn occupations(reader: &mut Reader<'_>) -> (Vec<Occupation>, Names) {
    let mut rows = reader.table(
        "occupations.csv",
        &[
            "code",
            "plural",
            "has_posts",
            "national_per_10k",
            "low",
            "high",
            "study_years",
            "exam_from",
            "enrolled_until",
            "first_age",
            "enter_first_band",
            "not_answerable",
            "source_id",
            "grade",
            "note",
        ],
    );
    // The rules of stations, exams and bonds are for doctors, who come first whatever others are
    // called; who has no posts comes last.
    rows.sort_by_key(|row| (row.cell("code") != "doctor", row.cell("has_posts") != "yes"));
    let mut names = Names::default();
    let mut plurals = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let code = snake(reader, row, "code");
        let plural = snake(reader, row, "plural");
        names.add(reader, row, "code", &code);
        plurals.add(reader, row, "plural", &plural);
        let grade = reader.grade(row);
        let national = reader.maybe_number(row, "national_per_10k", Bounds::Positive);
        if national.is_some() {
            reader.range_if_assumed(row, grade, "low", "high");
        }
        let range = reader.maybe_range(row, ["low", "high"], Bounds::Positive);
        let first_age = reader.integer(row, "first_age", 20, 25) as u32;
        if first_age != 20 && first_age != 25 {
            let said = messages::first_band();
            reader.refuse(row, "first_age", "base::out-of-range", said);
        }
        let exam = row.cell("exam_from");
        let exam_from = if exam.is_empty() {
            None
        } else {
            Some(Year(reader.integer(row, "exam_from", 1950, 2150) as i32))
        };
        all.push(Occupation {
            code,
            plural,
            has_posts: reader.yes(row, "has_posts"),
            national_per_10k: national,
            national_range: range,
            study_years: reader.integer(row, "study_years", 1, MAX_YEARS as i64) as u32,
            exam_from,
            enrolled_until: Year(reader.integer(row, "enrolled_until", 1950, 2150) as i32),
            first_age,
            not_answerable: row.cell("not_answerable").to_owned(),
            enter_first_band: reader.number(row, "enter_first_band", Bounds::Share),
            age_shares: Vec::new(),
        });
    }
    age_shares(reader, &mut all, &names);
    (all, names)
}

fn snake(reader: &mut Reader<'_>, row: &super::tables::Row, column: &str) -> String {
    let text = reader.text(row, column);
    if !text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        let said = messages::not_an_occupation(&text);
        reader.refuse(row, column, "base::not-a-code", said);
    }
    text
}

fn age_shares(reader: &mut Reader<'_>, occupations: &mut [Occupation], names: &Names) {
    const FILE: &str = "age_shares.csv";
    let rows = reader.table(
        FILE,
        &[
            "occupation",
            "from_age",
            "share",
            "low",
            "high",
            "source_id",
            "grade",
            "note",
        ],
    );
    for row in &rows {
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        let share = reader.number(row, "share", Bounds::Share);
        reader.maybe_number(row, "low", Bounds::Share);
        reader.maybe_number(row, "high", Bounds::Share);
        let age = reader.integer(row, "from_age", 20, i64::from(LAST_BAND)) as u32;
        let Some(at) = reader.position(row, "occupation", Named::Occupation, names) else {
            continue;
        };
        let occupation = &mut occupations[at];
        let expected = occupation.first_age + 5 * occupation.age_shares.len() as u32;
        if age != expected {
            let said = messages::next_band(
                &occupation.code,
                expected,
                age,
                occupation.first_age,
                LAST_BAND,
            );
            reader.refuse(row, "from_age", "base::bands-out-of-order", said);
        }
        occupation.age_shares.push(share);
    }
    if !reader.clean(FILE) || !reader.clean("occupations.csv") {
        return;
    }
    for occupation in occupations.iter() {
        let bands = (LAST_BAND - occupation.first_age) as usize / 5 + 1;
        let sum: f64 = occupation.age_shares.iter().sum();
        if occupation.age_shares.len() != bands {
            let said = messages::missing_bands(
                &occupation.code,
                occupation.age_shares.len(),
                bands,
                occupation.first_age,
                LAST_BAND,
            );
            reader.refuse_file("base::missing-figure", FILE, said);
        } else if (sum - 1.0).abs() > 1e-6 {
            let said = messages::ages_do_not_add(&occupation.code, sum);
            reader.refuse_file("base::shares-do-not-add", FILE, said);
        }
    }
}

/// Retirement ages of men and women, one entry for each year of the population path; even between
/// rows, constant after the last.
pub fn retirement_age(
    reader: &mut Reader<'_>,
    base: Year,
    path: &[(Year, f64)],
) -> Vec<(Year, f64, f64)> {
    const FILE: &str = "retirement_age.csv";
    let rows = reader.table(
        FILE,
        &["year", "men", "women", "source_id", "grade", "note"],
    );
    let mut men: Vec<(i32, f64)> = Vec::new();
    let mut women: Vec<(i32, f64)> = Vec::new();
    for row in &rows {
        reader.grade(row);
        let year = reader.integer(row, "year", 1950, 2150) as i32;
        if men.last().is_some_and(|(last, _)| *last >= year) {
            let said = messages::year_twice();
            reader.refuse(row, "year", "base::years-out-of-order", said);
        }
        men.push((year, reader.number(row, "men", Bounds::Within(60.0, 65.0))));
        women.push((
            year,
            reader.number(row, "women", Bounds::Within(55.0, 60.0)),
        ));
    }
    if !reader.clean(FILE) || men.is_empty() {
        return Vec::new();
    }
    if men[0].0 != base.0 {
        let said = messages::ages_begin(men[0].0, base);
        reader.refuse_file("base::years-out-of-order", FILE, said);
    }
    let rises = |points: &[(i32, f64)]| {
        points.len() > 1 && {
            let end = points.len() - 1;
            points[end].1 > points[end - 1].1
        }
    };
    let needed = base.0 + sense::ages_for() as i32;
    if let Some(row) = rows.last()
        && men.last().is_some_and(|(end, _)| *end < needed)
        && (rises(&men) || rises(&women))
    {
        let said = messages::ages_end(row.cell("year"), needed);
        reader.warn(row, "year", "base::unlikely", said);
    }
    let last = path.last().map_or(base.0, |(year, _)| year.0);
    for points in [&mut men, &mut women] {
        let (end, age) = points[points.len() - 1];
        if end < last {
            points.push((last, age));
        }
    }
    let even = |a: f64, b: f64, t: f64| a + (b - a) * t;
    each_year(&men, even)
        .into_iter()
        .zip(each_year(&women, even))
        .map(|((y, m), (_, w))| (y, m, w))
        .collect()
}

/// Deaths a year among working staff, by band.
pub fn death_rates(reader: &mut Reader<'_>, occupations: &[Occupation]) -> Vec<(u32, f64)> {
    const FILE: &str = "death_rates.csv";
    let rows = reader.table(
        FILE,
        &[
            "from_age",
            "per_1000",
            "low",
            "high",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut rates: Vec<(u32, f64)> = Vec::new();
    for row in &rows {
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        reader.maybe_number(row, "low", Bounds::Within(0.0, 1000.0));
        reader.maybe_number(row, "high", Bounds::Within(0.0, 1000.0));
        let age = reader.integer(row, "from_age", 20, i64::from(LAST_BAND)) as u32;
        if rates.last().is_some_and(|(last, _)| last + 5 != age) {
            let said = messages::bands_apart();
            reader.refuse(row, "from_age", "base::bands-out-of-order", said);
        }
        rates.push((
            age,
            reader.number(row, "per_1000", Bounds::Within(0.0, 1000.0)) / 1000.0,
        ));
    }
    let first = occupations
        .iter()
        .map(|o| o.first_age)
        .min()
        .unwrap_or(LAST_BAND);
    if reader.clean(FILE)
        && !rates.is_empty()
        && (rates[0].0 > first || rates[rates.len() - 1].0 != LAST_BAND)
    {
        let said = messages::bands_run(rates[0].0, rates[rates.len() - 1].0, first, LAST_BAND);
        reader.refuse_file("base::missing-figure", FILE, said);
    }
    rates
}

/// Words of an `owner` column.
pub const OWNERS: &[(&str, Owner)] = &[
    ("Ministry", Owner::Ministry),
    ("OtherMinistry", Owner::OtherMinistry),
    ("Province", Owner::Province),
    ("Private", Owner::Private),
];

/// Training programmes in table order.
pub fn programmes(
    reader: &mut Reader<'_>,
    provinces: &Names,
    occupations: &[Occupation],
    occupation_names: &Names,
) -> Vec<Programme> {
    const FILE: &str = "schools.csv";
    let rows = reader.table(
        FILE,
        &[
            "code",
            "name",
            "name_en",
            "province",
            "owner",
            "occupation",
            "intake_share",
            "low",
            "high",
            "other",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    let mut sums = vec![0.0; occupations.len()];
    for row in &rows {
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        reader.maybe_number(row, "low", Bounds::Share);
        reader.maybe_number(row, "high", Bounds::Share);
        let share = reader.number(row, "intake_share", Bounds::Share);
        let province = reader.position(row, "province", Named::Province, provinces);
        let occupation = reader.position(row, "occupation", Named::Occupation, occupation_names);
        let programme = Programme {
            code,
            name: reader.text(row, "name"),
            province: province.unwrap_or(0),
            owner: reader.choice(row, "owner", OWNERS),
            occupation: occupation.unwrap_or(0),
            intake_share: share,
            other: reader.yes(row, "other"),
            grade,
        };
        if let Some(at) = occupation {
            sums[at] += share;
        }
        all.push(programme);
    }
    if reader.clean(FILE) && !rows.is_empty() {
        for (occupation, sum) in occupations.iter().zip(sums) {
            if (sum - 1.0).abs() > 1e-6 {
                let said = messages::intake_does_not_add(&occupation.code, sum);
                reader.refuse_file("base::shares-do-not-add", FILE, said);
            }
        }
    }
    all
}
