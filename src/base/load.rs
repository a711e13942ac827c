//! The tables become a country: each is read in turn, then what must hold between them is checked,
//! and every mistake found on the way is handed back at once.

use super::problem::BaseErrors;
use super::tables::{Bounds, Files, Names, Reader};
use super::{
    AssumedTable, Base, Grade, NationalFigure, Ranged, Source, assumptions, folder, people, places,
    plant, questions, sense, tracked,
};
use crate::messages::base as messages;
use crate::units::Year;

/// Makes a base of its files, or tells everything that is wrong with them.
pub fn from_files(place: &str, files: &Files) -> Result<Base, BaseErrors> {
    let mut reader = Reader::new(files);
    let reader = &mut reader;
    let sources = sources(reader);
    let country = country(reader);
    let national = national(reader);
    let figure = |id: &str| national.iter().find(|f| f.indicator == id).map(|f| f.value);

    let (regions, region_names) = places::regions(reader);
    let (occupations, occupation_names) = people::occupations(reader);
    let (mut provinces, province_names) = places::provinces(reader, &region_names);
    let former_units = super::former::read(reader, &province_names);
    reader.know_former(&former_units);
    places::figures(reader, &mut provinces, &province_names, &occupations);
    let population_path = places::population_path(reader, country.year);
    let retirement_age = people::retirement_age(reader, country.year, &population_path);
    let death_rates = people::death_rates(reader, &occupations);
    let programmes = people::programmes(reader, &province_names, &occupations, &occupation_names);

    let (facilities, facility_names) = plant::facilities(reader, &province_names);
    let referrals = plant::referrals(reader);
    let projects = plant::projects(reader, &facility_names, country.year);
    let projects_not_used = plant::projects_not_used(reader);
    let (transfers, proposed_transfers) =
        plant::transfers(reader, &facilities, &facility_names, country.year);

    let scopes = questions::scopes(&regions, &provinces);
    let history = questions::history(reader, &scopes);
    let targets = questions::targets(reader, &scopes);
    let marks = questions::marks(reader, &scopes);
    let targets_not_used = questions::targets_not_used(reader);
    let assumed_tables = assumed_tables(reader);
    let followed = tracked::indicators(reader);
    let tracked_values = tracked::values(reader, &followed, &province_names);
    let references = tracked::references(reader);
    let milestones = tracked::milestones(
        reader,
        &references,
        &province_names,
        &facility_names,
        &projects,
    );
    let assumptions = assumptions::read(reader, &occupations, &followed, !milestones.is_empty());
    if reader.clean("country.csv") {
        let land = assumptions::Land {
            code: &country.code,
            name: &country.name,
            currency: &country.currency,
            people: figure("population"),
        };
        assumptions::own(reader, &assumptions, land);
        assumptions::one_scale(reader, &assumptions, land);
    }
    let codes = occupations.iter().map(|o| o.code.as_str());
    assumptions::of_one_whole(reader, &assumptions, codes);
    let building = std::mem::take(&mut reader.building);
    sense::costs(reader, &building, &assumptions);
    sense::homes(reader, &building, &facility_names, &facilities);
    sense::laws(
        reader,
        &assumptions,
        &occupations,
        &followed,
        !milestones.is_empty(),
    );

    for id in ["population", "beds_per_10k", "share_60"] {
        if figure(id).is_none() && reader.clean("national.csv") {
            let said = messages::missing_national(id);
            reader.refuse_file("base::missing-figure", "national.csv", said);
        }
    }
    let beds_per_10k = figure("beds_per_10k").unwrap_or(0.0);
    // Where the people of the nation are at fault, that is told below, and of nothing that is told by them.
    let together: f64 = provinces.iter().map(|p| p.population).sum();
    let people = figure("population").filter(|people| (people / together - 1.0).abs() < 0.1);
    if reader.clean("national.csv") {
        sense::per_person(reader, &assumptions, people);
    }
    let adding = std::mem::take(&mut reader.adding);
    adding.tell(reader, &facilities);
    places::sums(
        reader,
        &provinces,
        &population_path,
        figure("population").unwrap_or(0.0),
    );
    let range = national.iter().find(|f| f.indicator == "beds_per_10k");
    sense::together(
        reader,
        &adding,
        &provinces,
        &occupations,
        &facilities,
        Ranged::with(beds_per_10k, range.and_then(|f| f.range)),
    );

    if !reader.problems.is_empty() {
        let mut problems = std::mem::take(&mut reader.problems);
        super::problem::by_place(&mut problems);
        return Err(BaseErrors {
            place: place.to_owned(),
            problems,
            warnings: std::mem::take(&mut reader.warnings),
        });
    }
    let (files, digest) = folder::digests(files);
    Ok(Base {
        code: country.code,
        name: country.name,
        currency: country.currency,
        year: country.year,
        regions,
        provinces,
        occupations,
        facilities,
        projects,
        projects_not_used,
        transfers,
        proposed_transfers,
        referrals,
        programmes,
        population_path,
        retirement_age,
        death_rates,
        beds_per_10k,
        share_60: figure("share_60").unwrap_or(0.0),
        national,
        history,
        targets,
        marks,
        targets_not_used,
        tracked: followed,
        tracked_values,
        former_units,
        indicator_rows: std::mem::take(&mut reader.indicator_rows),
        milestones,
        sums: Vec::new(),
        references,
        assumptions,
        assumed_tables,
        sources,
        files,
        digest,
        warnings: std::mem::take(&mut reader.warnings),
    })
}

fn sources(reader: &mut Reader<'_>) -> Vec<Source> {
    let rows = reader.table("sources.csv", &["id", "title", "publisher", "date", "url"]);
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let id = reader.text(row, "id");
        names.add(reader, row, "id", &id);
        all.push(Source {
            id,
            title: reader.text(row, "title"),
            publisher: reader.text(row, "publisher"),
            date: row.cell("date").to_owned(),
            url: row.cell("url").to_owned(),
        });
    }
    if !all.is_empty() {
        reader.know_sources(all.iter().map(|s| s.id.clone()));
    }
    all
}

struct Country {
    code: String,
    name: String,
    currency: String,
    year: Year,
}

fn country(reader: &mut Reader<'_>) -> Country {
    let rows = reader.table(
        "country.csv",
        &["key", "value", "source_id", "grade", "note"],
    );
    let mut country = Country {
        code: String::new(),
        name: String::new(),
        currency: String::new(),
        year: Year(2000),
    };
    let mut names = Names::default();
    for row in &rows {
        reader.grade(row);
        let key = row.cell("key");
        names.add(reader, row, "key", key);
        match key {
            "code" => country.code = reader.code(row, "value"),
            "name" => country.name = reader.text(row, "value"),
            "currency" => country.currency = reader.text(row, "value"),
            "base_year" => country.year = Year(reader.integer(row, "value", 1950, 2090) as i32),
            other => reader.refuse(
                row,
                "key",
                "base::unknown-name",
                messages::unknown_key(other),
            ),
        }
    }
    for key in ["code", "name", "currency", "base_year"] {
        if names.at(key).is_none() && !rows.is_empty() {
            let said = messages::missing_key(key);
            reader.refuse_file("base::missing-figure", "country.csv", said);
        }
    }
    country
}

fn national(reader: &mut Reader<'_>) -> Vec<NationalFigure> {
    let rows = reader.table(
        "national.csv",
        &[
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
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let indicator = reader.text(row, "indicator");
        names.add(reader, row, "indicator", &indicator);
        let grade = reader.grade(row);
        reader.range_if_assumed(row, grade, "low", "high");
        let low = reader.maybe_number(row, "low", Bounds::NotNegative);
        let high = reader.maybe_number(row, "high", Bounds::NotNegative);
        all.push(NationalFigure {
            indicator,
            value: reader.number(row, "value", Bounds::NotNegative),
            range: low.zip(high),
            unit: reader.text(row, "unit"),
            source_id: row.cell("source_id").to_owned(),
            grade,
        });
    }
    all
}

fn assumed_tables(reader: &mut Reader<'_>) -> Vec<AssumedTable> {
    let rows = reader.table(
        "assumed_tables.csv",
        &[
            "name",
            "what",
            "low",
            "high",
            "range",
            "reason",
            "source_id",
            "grade",
        ],
    );
    rows.iter()
        .map(|row| {
            let grade = reader.grade(row);
            if grade != Grade::E {
                reader.refuse(row, "grade", "base::not-assumed", messages::not_assumed());
            }
            reader.number(row, "low", Bounds::Any);
            reader.number(row, "high", Bounds::Any);
            AssumedTable {
                name: reader.text(row, "name"),
                what: reader.text(row, "what"),
                range: reader.text(row, "range"),
                reason: reader.text(row, "reason"),
            }
        })
        .collect()
}
