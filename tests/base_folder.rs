//! A planner copies the built-in base, edits it, and is told everything that is wrong at once; a
//! country of one's own reads like the built-in one.

use carecast::internals::base::{Base, BaseErrors, Owner, ProjectState, TableProblem, WriteError};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn copy() -> (TempDir, PathBuf) {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("my-base");
    Base::write(&folder).unwrap();
    (place, folder)
}

/// Changes one text of a table (it must be there) and returns what the reader says.
fn edited(edits: &[(&str, &str, &str)]) -> BaseErrors {
    let (_keep, folder) = copy();
    for (file, from, to) in edits {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} holds no `{from}`");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
    Base::read_folder(&folder).expect_err("the edit is a mistake")
}

fn one<'a>(errors: &'a BaseErrors, code: &str) -> &'a TableProblem {
    let found: Vec<&TableProblem> = errors.problems.iter().filter(|p| p.code == code).collect();
    assert_eq!(found.len(), 1, "{code} in {errors}");
    found[0]
}

#[test]
fn the_copied_base_equals_the_built_in_one() {
    let (_keep, folder) = copy();
    let read = Base::read_folder(&folder).unwrap();
    assert_eq!(read, *Base::builtin());
    assert_eq!(read.digest.len(), 64);
    let names: Vec<&str> = read.file_list().iter().map(|f| f.name.as_str()).collect();
    assert!(names.is_sorted() && names.contains(&"facilities.csv"));
    assert!(folder.join("README.md").is_file());
}

#[test]
fn a_folder_with_something_in_it_is_not_overwritten() {
    let (_keep, folder) = copy();
    assert!(matches!(Base::write(&folder), Err(WriteError::NotEmpty(_))));
    let file = folder.join("README.md");
    assert!(matches!(Base::write(&file), Err(WriteError::NotAFolder(_))));
    assert!(
        Base::write(&folder)
            .unwrap_err()
            .to_string()
            .contains("not empty")
    );
}

#[test]
fn an_edited_figure_moves_the_digest() {
    let (_keep, folder) = copy();
    let path = folder.join("facilities.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let edited = text.replacen("lai-chau-regional-03,", "tam-duong-regional,", 1);
    assert_ne!(edited, text);
    std::fs::write(&path, edited).unwrap();
    let read = Base::read_folder(&folder).unwrap();
    assert_ne!(read.digest, Base::builtin().digest);
    assert!(read.facility("tam-duong-regional").is_some());
}

#[test]
fn a_table_saved_by_a_spreadsheet_reads_the_same() {
    let (_keep, folder) = copy();
    let path = folder.join("regions.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let saved = format!(
        "\u{feff}{}\r\n,,,,,\r\n",
        text.trim_end().replace('\n', "\r\n")
    );
    std::fs::write(&path, saved).unwrap();
    assert_eq!(
        Base::read_folder(&folder).unwrap().regions,
        Base::builtin().regions
    );
}

#[test]
fn every_mistake_is_told_at_once_with_its_place() {
    let errors = edited(&[
        ("transfers.csv", "central-74", "central-47"),
        ("projects.csv", ",1727,", ",-1727,"),
        ("schools.csv", ",S096;S099,", ",S096;S99,"),
        ("targets.csv", "current", "curent"),
        ("occupations.csv", "study_years", "studyyears"),
    ]);
    let unknown = one(&errors, "base::unknown-name");
    assert_eq!(
        (unknown.file.as_str(), unknown.line, unknown.column.as_str()),
        ("transfers.csv", Some(4), "facility")
    );
    assert!(unknown.message.contains("central-47"));
    assert_eq!(one(&errors, "base::out-of-range").file, "projects.csv");
    assert!(one(&errors, "base::unknown-source").message.contains("S99"));
    assert_eq!(one(&errors, "base::unknown-word").column, "borders");
    assert_eq!(one(&errors, "base::unknown-column").column, "studyyears");
    assert_eq!(one(&errors, "base::missing-column").column, "study_years");
    let text = errors.to_string();
    assert!(
        text.contains("6 mistakes") && text.contains("transfers.csv:4 (facility)"),
        "{text}"
    );
}

#[test]
fn figures_that_do_not_add_up_are_refused() {
    let base = Base::builtin();
    let hanoi = base.provinces[base.province("ha-noi").unwrap()].population;
    let from = format!("ha-noi,population,{hanoi}");
    let errors = edited(&[("province_figures.csv", &from, "ha-noi,population,9000000")]);
    assert!(
        errors
            .problems
            .iter()
            .any(|p| p.code == "base::does-not-add-up" && p.message.contains("people"))
    );

    let errors = edited(&[("age_shares.csv", "doctor,25,0.26", "doctor,25,0.27")]);
    assert!(
        one(&errors, "base::shares-do-not-add")
            .message
            .contains("1.01")
    );

    let errors = edited(&[(
        "facilities.csv",
        ",Central,Ministry,general,3939,",
        ",Central,Ministry,general,1939,",
    )]);
    assert!(
        one(&errors, "base::does-not-add-up")
            .message
            .contains("`hue`")
    );

    let errors = edited(&[("referrals.csv", "oncology,0.20", "oncology,0.25")]);
    assert_eq!(
        one(&errors, "base::shares-do-not-add").file,
        "referrals.csv"
    );
}

#[test]
fn an_assumption_needs_a_source_or_a_range_and_a_reason() {
    let errors = edited(&[(
        "assumptions.ron",
        "        range: Some((0.0002, 0.001)),\n",
        "",
    )]);
    let problem = one(&errors, "base::missing-range");
    assert!(problem.message.contains("demo.shock_nat_sd") && problem.line.is_some());

    let errors = edited(&[("assumptions.ron", "\"sat.effect\"", "\"sat.efect\"")]);
    let problem = one(&errors, "base::missing-assumption");
    assert!(problem.message.contains("sat.effect"));

    let errors = edited(&[(
        "assumptions.ron",
        "Triangular(low: 0.3, mode: 0.6, high: 1.0)",
        "Triangular(low: 0.9, mode: 0.6, high: 1.0)",
    )]);
    assert!(
        one(&errors, "base::bad-distribution")
            .message
            .contains("demo.migration_mult")
    );

    let errors = edited(&[("assumptions.ron", "grade: D,", "grade: F,")]);
    assert!(one(&errors, "base::unreadable-assumptions").line.is_some());

    let errors = edited(&[("death_rates.csv", "20,0.5,0.3,0.8,,E,", "20,0.5,,,,E,")]);
    assert_eq!(one(&errors, "base::missing-range").line, Some(2));
}

#[test]
fn codes_that_stand_twice_and_strange_files_are_refused() {
    let errors = edited(&[("facilities.csv", "\nviet-duc,", "\nbach-mai,")]);
    assert!(
        errors
            .problems
            .iter()
            .any(|p| p.code == "base::duplicate-code" && p.line == Some(3)),
        "{errors}"
    );

    let (_keep, folder) = copy();
    std::fs::rename(folder.join("schools.csv"), folder.join("scools.csv")).unwrap();
    let errors = Base::read_folder(&folder).unwrap_err();
    assert!(
        one(&errors, "base::unknown-table")
            .message
            .contains("scools.csv")
    );

    std::fs::remove_file(folder.join("scools.csv")).unwrap();
    let errors = Base::read_folder(&folder).unwrap_err();
    assert_eq!(one(&errors, "base::missing-table").file, "schools.csv");

    let errors = Base::read_folder(folder.join("nowhere")).unwrap_err();
    assert!(
        one(&errors, "base::no-folder")
            .help
            .contains("carecast base --write")
    );
}

#[test]
fn a_made_up_country_of_three_provinces_reads_like_the_built_in_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces");
    let base = Base::read_folder(folder).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(
        (base.code.as_str(), base.currency.as_str()),
        ("three-provinces", "million crowns")
    );
    assert_eq!(
        (base.provinces.len(), base.regions.len(), base.year.0),
        (3, 2, 2024)
    );
    assert_eq!(base.population(), 3_000_000.0);
    let technician = base
        .occupations
        .iter()
        .find(|o| o.code == "technician")
        .unwrap();
    assert!(technician.has_posts && technician.exam_from.is_none());
    assert!(base.assumptions.get("post.norm_technician_bed").is_some());
    assert!(base.provinces[1].centre.is_none());
    assert_eq!(base.transfers.len(), 1);
    assert_eq!(
        base.facilities[base.transfers[0].facility].owner,
        Owner::Ministry
    );
    assert!(
        base.projects
            .iter()
            .any(|p| p.state == ProjectState::Planned)
    );
}

/// The three provinces with another text in one of their tables.
fn three_provinces(edit: impl Fn(&str) -> String) -> Result<Base, BaseErrors> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces");
    let place = TempDir::new().unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let text = match entry.file_name().to_str() {
            Some("assumptions.ron") => edit(&text),
            _ => text,
        };
        std::fs::write(place.path().join(entry.file_name()), text).unwrap();
    }
    Base::read_folder(place.path())
}

#[test]
fn levels_of_another_country_are_refused_in_one_message_with_a_block_to_paste() {
    // Numbers that say whose they are.
    let said = |text: &str| text.replace("level_of: \"three-provinces\"", "level_of: \"viet-nam\"");
    let errors = three_provinces(said).unwrap_err();
    assert_eq!(errors.problems.len(), 1, "{errors}");
    let problem = one(&errors, "base::levels-of-another-country");
    assert!(problem.line.is_some() && problem.message.contains("Arvelia"));
    for id in [
        "train.grad_doctor",
        "capex.moh_plan",
        "priv.openings",
        "cost.station",
        "bed.at_stations",
    ] {
        assert!(problem.message.contains(id), "{id} in {problem}");
    }
    assert!(!problem.message.contains("post.match"));

    // Numbers taken over in silence, as a planner does who copies the file.
    let copied = |text: &str| {
        let builtin = Base::builtin();
        let lines = text.lines().map(|line| {
            let id = line.split('"').nth(1).unwrap_or("");
            let law = "distribution: Fixed(";
            match builtin.assumptions.get(id) {
                Some(a) if id.starts_with("train.grad_") && !a.level_of.is_empty() => {
                    let (head, rest) = line.split_once(law).unwrap();
                    let (_, tail) = rest.split_once(')').unwrap();
                    let (_, tail) = tail.split_once("))").unwrap();
                    let value = a.distribution.most_likely();
                    let head = head.replace("level_of: \"three-provinces\", ", "");
                    format!("{head}{law}{value:?}), range: Some((1.0, 99999.0)){tail}")
                }
                _ => line.to_owned(),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let errors = three_provinces(copied).unwrap_err();
    let problem = one(&errors, "base::levels-of-another-country");
    assert!(
        problem.message.starts_with("3 assumptions"),
        "{}",
        problem.message
    );

    // The block holds the counts by people, 3 of 102.35 million, and goes into the file as it is.
    let block: Vec<&str> = problem
        .help
        .lines()
        .filter(|l| l.trim_start().starts_with("(id: \"train.grad_"))
        .collect();
    assert!(block[0].contains("Fixed(331.0)"), "{}", block[0]);
    let pasted = |text: &str| {
        let kept = text.lines().filter(|l| {
            !l.contains("(id: \"train.grad_")
                || l.contains("coverage")
                || l.contains("noise")
                || l.contains("technician")
        });
        let mut lines: Vec<&str> = kept.collect();
        let end = lines.iter().rposition(|l| l.trim() == "]").unwrap();
        lines.splice(end..end, block.iter().copied());
        lines.join("\n")
    };
    let base = three_provinces(pasted).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(
        base.assumptions.get("train.grad_doctor").unwrap().level_of,
        "three-provinces"
    );
}

#[test]
fn a_copy_of_the_built_in_base_that_keeps_its_code_is_not_asked_for_levels() {
    let (_keep, folder) = copy();
    let path = folder.join("assumptions.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    let unmarked = text.replace("        level_of: \"viet-nam\",\n", "");
    assert_ne!(unmarked, text);
    std::fs::write(&path, unmarked).unwrap();
    Base::read_folder(&folder).unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn each_of_the_63_units_leads_to_its_unit_of_today() {
    let base = Base::builtin();
    assert_eq!(base.former_units.len(), 63);
    let codes = || base.provinces.iter().map(|p| p.code.as_str());
    for province in codes() {
        assert!(base.former_units.iter().any(|f| f.now == province));
    }
    for f in &base.former_units {
        for word in [&f.code, &f.name, &f.name.to_uppercase()] {
            let said = base.former_help(word, codes());
            match f.code == f.now {
                true => assert_eq!(said, None, "{word}"),
                false => assert!(said.unwrap().contains(&format!("`{}`", f.now)), "{word}"),
            }
        }
    }
    assert_eq!(base.former_help("lai-chao", codes()), None);
}

#[test]
fn a_table_that_names_a_unit_of_former_times_is_told_its_unit_of_today() {
    let errors = edited(&[(
        "facilities.csv",
        ",lao-cai,Provincial",
        ",yen-bai,Provincial",
    )]);
    let help = &one(&errors, "base::unknown-name").help;
    assert!(help.contains("part of `lao-cai` since July 2025"), "{help}");
}

#[test]
fn an_official_code_is_kept_and_stands_once() {
    let (_keep, folder) = copy();
    let path = folder.join("provinces.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let with = |codes: &[&str]| {
        let rows = text.lines().enumerate().map(|(n, line)| match n {
            0 => format!("{line},official_code"),
            n => format!("{line},{}", codes.get(n - 1).unwrap_or(&"")),
        });
        std::fs::write(&path, rows.collect::<Vec<_>>().join("\n")).unwrap();
        Base::read_folder(&folder)
    };
    let base = with(&["01", "04"]).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(base.warnings, []);
    let all = base.provinces.iter().map(|p| p.official_code.as_str());
    let mut known: Vec<&str> = all.filter(|code| !code.is_empty()).collect();
    known.sort_unstable();
    assert_eq!(known, ["01", "04"]);
    let errors = with(&["01", "01"]).unwrap_err();
    let twice = one(&errors, "base::duplicate-code");
    assert_eq!(
        (twice.column.as_str(), twice.line),
        ("official_code", Some(3))
    );
}
