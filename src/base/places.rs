//! People live in provinces, provinces lie in regions: names, tiles, centres, and the figures of the
//! base year with their ranges.

use super::tables::{Bounds, Names, OFFICIAL_CODE, Reader};
use super::{Occupation, Province, Published, Ranged, Region, Told};
use crate::messages::base::{self as messages, Named};
use crate::units::Year;

/// Regions by their `rank`, then by code.
pub fn regions(reader: &mut Reader<'_>) -> (Vec<Region>, Names) {
    let rows = reader.table(
        "regions.csv",
        &[
            "code",
            "name",
            "name_en",
            "rank",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        reader.maybe_number(row, "rank", Bounds::NotNegative);
        reader.grade(row);
        all.push(Region {
            code,
            name: reader.text(row, "name"),
            name_en: reader.text(row, "name_en"),
        });
    }
    (all, names)
}

/// Provinces by their `rank`, then by code, still without figures.
pub fn provinces(reader: &mut Reader<'_>, regions: &Names) -> (Vec<Province>, Names) {
    let rows = reader.table(
        "provinces.csv",
        &[
            "code",
            "name",
            "name_en",
            "rank",
            OFFICIAL_CODE,
            "region",
            "tile_col",
            "tile_row",
            "lat",
            "lon",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut names = Names::default();
    let mut official = Names::default();
    let mut all: Vec<Province> = Vec::new();
    for row in &rows {
        let code = reader.code(row, "code");
        names.add(reader, row, "code", &code);
        if regions.at(&code).is_some() || code == "nation" {
            let said = messages::also_region(&code);
            reader.refuse(row, "code", "base::duplicate-code", said);
        }
        reader.maybe_number(row, "rank", Bounds::NotNegative);
        let tile = (
            reader.integer(row, "tile_col", 0, 99) as u32,
            reader.integer(row, "tile_row", 0, 99) as u32,
        );
        if let Some(other) = all.iter().find(|p| p.tile == tile) {
            let said = messages::tile_taken(tile.0, tile.1, &other.code);
            reader.refuse(row, "tile_col", "base::tile-taken", said);
        }
        let lat = reader.maybe_number(row, "lat", Bounds::Within(-90.0, 90.0));
        let lon = reader.maybe_number(row, "lon", Bounds::Within(-180.0, 180.0));
        if row.cell("lat").is_empty() != row.cell("lon").is_empty() {
            reader.refuse(row, "lat", "base::half-a-place", messages::half_a_place());
        }
        all.push(Province {
            code,
            name: reader.text(row, "name"),
            name_en: reader.text(row, "name_en"),
            official_code: reader.official_code(row, &mut official),
            region: reader
                .position(row, "region", Named::Region, regions)
                .unwrap_or(0),
            tile,
            centre: lat.zip(lon),
            population: 0.0,
            share_60: 0.0,
            natural_increase: 0.0,
            net_migration: 0.0,
            income_index: 1.0,
            beds: Ranged::single(0.0),
            staff: Vec::new(),
            staff_bottom_up: Vec::new(),
            published: Vec::new(),
            told: Vec::new(),
            grade: reader.grade(row),
        });
    }
    (all, names)
}

/// What every province must have a row for, and what its numbers may be.
const PLAIN: [(&str, Bounds); 6] = [
    ("population", Bounds::Positive),
    ("share_60", Bounds::Share),
    ("natural_increase", Bounds::Within(-0.1, 0.1)),
    ("net_migration", Bounds::Within(-0.1, 0.1)),
    ("income_index", Bounds::Positive),
    ("beds", Bounds::Positive),
];

/// What the indicator of a row ends in that holds a province's own published count.
pub const PUBLISHED: &str = "_published";

/// Fills in the figures of each province from the long table.
pub fn figures(
    reader: &mut Reader<'_>,
    provinces: &mut [Province],
    names: &Names,
    occupations: &[Occupation],
) {
    const FILE: &str = "province_figures.csv";
    let rows = reader.table(
        FILE,
        &[
            "province",
            "indicator",
            "value",
            "low",
            "high",
            "unit",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut known = Names::default();
    for (id, _) in PLAIN {
        known.know(id);
    }
    for occupation in occupations {
        known.know(&occupation.plural);
    }
    for occupation in occupations {
        known.know(&format!("{}_bottom_up", occupation.plural));
    }
    let stocks = std::iter::once("beds").chain(occupations.iter().map(|o| o.plural.as_str()));
    let stocks: Vec<&str> = stocks.collect();
    for stock in &stocks {
        known.know(&format!("{stock}{PUBLISHED}"));
    }
    for province in provinces.iter_mut() {
        province.staff = vec![None; occupations.len()];
        province.staff_bottom_up = vec![None; occupations.len()];
    }
    let mut seen = Names::default();
    for row in &rows {
        let place = reader.position(row, "province", Named::Province, names);
        if occupations.is_empty() && PLAIN.iter().all(|(id, _)| *id != row.cell("indicator")) {
            continue; // the table of occupations is at fault and has been told of
        }
        let what = reader.position(row, "indicator", Named::Figure, &known);
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        let (Some(place), Some(what)) = (place, what) else {
            continue;
        };
        seen.add(
            reader,
            row,
            "indicator",
            &format!("{} of {}", row.cell("indicator"), row.cell("province")),
        );
        let own_count = what.checked_sub(PLAIN.len() + 2 * occupations.len());
        let bounds = match (PLAIN.get(what), own_count) {
            (Some((_, bounds)), _) => *bounds,
            (None, Some(_)) => Bounds::Positive,
            (None, None) => Bounds::NotNegative,
        };
        let central = reader.number(row, "value", bounds);
        let range = reader.maybe_range(row, ["low", "high"], bounds);
        let ranged = Ranged::with(central, range);
        if what == 0 && range.is_some_and(|(low, high)| low < high) {
            reader.refuse(row, "low", "base::cannot-be", messages::people_are_single());
        }
        let province = &mut provinces[place];
        province.grade = province.grade.max(grade);
        province.told.push(Told {
            what: row.cell("indicator").to_owned(),
            source_id: row.cell("source_id").to_owned(),
            grade,
        });
        if let Some(stock) = own_count {
            if range.is_some_and(|(low, high)| low < high) {
                let said = messages::published_is_single();
                reader.refuse(row, "low", "base::cannot-be", said);
            }
            province.published.push(Published {
                what: stocks[stock].to_owned(),
                per_10k: central,
                source_id: row.cell("source_id").to_owned(),
                grade,
            });
            continue;
        }
        match what {
            0 => province.population = central,
            1 => province.share_60 = central,
            2 => province.natural_increase = central,
            3 => province.net_migration = central,
            4 => province.income_index = central,
            5 => province.beds = ranged,
            n if n < PLAIN.len() + occupations.len() => {
                province.staff[n - PLAIN.len()] = Some(ranged)
            }
            n => province.staff_bottom_up[n - PLAIN.len() - occupations.len()] = Some(central),
        }
    }
    if !reader.clean(FILE) || rows.is_empty() {
        return;
    }
    for province in provinces.iter() {
        for (id, _) in PLAIN {
            if seen.at(&format!("{id} of {}", province.code)).is_none() {
                let said = messages::no_figure(&province.code, id);
                reader.refuse_file("base::missing-figure", FILE, said);
            }
        }
        for (at, occupation) in occupations.iter().enumerate() {
            let some = provinces.iter().any(|p| p.staff[at].is_some());
            if some && province.staff[at].is_none() {
                let said = messages::no_figure_of_staff(&province.code, &occupation.plural);
                reader.refuse_file("base::missing-figure", FILE, said);
            }
        }
    }
}

/// The official path of the population, one entry for each year; years between rows grow evenly.
pub fn population_path(reader: &mut Reader<'_>, base: Year) -> Vec<(Year, f64)> {
    const FILE: &str = "population_path.csv";
    let rows = reader.table(
        FILE,
        &[
            "year",
            "population",
            "low",
            "high",
            "source_id",
            "grade",
            "note",
        ],
    );
    let mut points: Vec<(i32, f64)> = Vec::new();
    for row in &rows {
        let year = reader.integer(row, "year", 1950, 2150) as i32;
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        reader.maybe_number(row, "low", Bounds::Positive);
        reader.maybe_number(row, "high", Bounds::Positive);
        if points.last().is_some_and(|(last, _)| *last >= year) {
            let said = messages::year_twice();
            reader.refuse(row, "year", "base::years-out-of-order", said);
        }
        points.push((year, reader.number(row, "population", Bounds::Positive)));
    }
    if !reader.clean(FILE) || points.is_empty() {
        return vec![(base, 1.0)];
    }
    if points[0].0 != base.0 {
        let said = messages::path_begins(points[0].0, base);
        reader.refuse_file("base::years-out-of-order", FILE, said);
    }
    each_year(&points, |a, b, t| a * libm::pow(b / a, t))
}

/// One entry for each year between the first and the last point.
pub fn each_year(
    points: &[(i32, f64)],
    between: impl Fn(f64, f64, f64) -> f64,
) -> Vec<(Year, f64)> {
    let mut path = vec![(Year(points[0].0), points[0].1)];
    for pair in points.windows(2) {
        let ((from, a), (to, b)) = (pair[0], pair[1]);
        for year in from + 1..to {
            path.push((
                Year(year),
                between(a, b, f64::from(year - from) / f64::from(to - from)),
            ));
        }
        path.push((Year(to), b));
    }
    path
}

/// Provinces add to the published nation.
pub fn sums(
    reader: &mut Reader<'_>,
    provinces: &[Province],
    path: &[(Year, f64)],
    population: f64,
) {
    const FILE: &str = "province_figures.csv";
    if !reader.clean(FILE) || !reader.clean("national.csv") || provinces.is_empty() {
        return;
    }
    let people: f64 = provinces.iter().map(|p| p.population).sum();
    if (people - population).abs() > 0.5 {
        let said = messages::people_do_not_add(people, population);
        reader.refuse_file("base::does-not-add-up", FILE, said);
    }
    if reader.clean("population_path.csv") && (path[0].1 - population).abs() > 0.5 {
        let said = messages::path_begins_with(path[0].1, population);
        reader.refuse_file("base::does-not-add-up", "population_path.csv", said);
    }
    let income: f64 = provinces
        .iter()
        .map(|p| p.income_index * p.population)
        .sum::<f64>()
        / people;
    if (income - 1.0).abs() > 0.005 {
        reader.refuse_file("base::does-not-add-up", FILE, messages::mean_income(income));
    }
}
