//! Every code a message can carry is explained, and a bad file shows each of them to whoever reads
//! the tests.

use carecast::internals::base::{Base, BaseErrors};
use carecast::internals::scenario::codes;
use carecast::internals::words::codes::Weight;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder with this ending.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
}

/// Codes written in a text: `"satellite::link-twice"`.
fn codes_in(text: &str) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == ':');
    text.split(ends)
        .map(|word| word.trim_end_matches([':', '-']))
        .filter(|word| {
            word.split_once("::").is_some_and(|(family, rest)| {
                family.len() > 2 && !rest.is_empty() && !rest.contains(':')
            })
        })
        .map(str::to_owned)
        .collect()
}

/// Codes the program can say: every quoted code of the source outside the registry itself.
fn said_by_the_source() -> BTreeSet<String> {
    let mut sources = Vec::new();
    files(&home().join("src"), "rs", &mut sources);
    let mut said = BTreeSet::new();
    for path in sources {
        // Where codes are explained, none is said.
        let name = path.to_string_lossy().replace('\\', "/");
        let of_a_policy = name.contains("src/policy/") && name.ends_with("/words.rs");
        // A kind that exists in tests alone says its codes there alone.
        let trial = name.contains("src/policy/trial/");
        if name.contains("src/words/codes") || of_a_policy || trial {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for quoted in text.split('"') {
            let found = codes_in(quoted);
            if found.len() == 1 && found.contains(quoted) {
                said.insert(quoted.to_owned());
            }
        }
    }
    said
}

#[test]
fn every_code_of_the_source_is_explained_and_no_other() {
    let said = said_by_the_source();
    let explained: BTreeSet<String> = codes::ALL.iter().map(|c| c.code.to_owned()).collect();
    let missing: Vec<_> = said.difference(&explained).collect();
    assert!(missing.is_empty(), "no explanation for {missing:?}");
    let idle: Vec<_> = explained.difference(&said).collect();
    assert!(idle.is_empty(), "explained and never said: {idle:?}");
    assert!(said.len() > 100, "{}", said.len());
}

/// Codes without a bad file of their own, and why.
const NO_FILE: &[(&str, &str)] = &[
    (
        "assumption::acts-nowhere",
        "found when the question is put into a world; told in check_a_scenario.rs",
    ),
    (
        "base::unreadable-row",
        "rows of any length are read, and a table that is not UTF-8 is refused before its rows: kept for readers of other kinds of files",
    ),
    (
        "file::too-large",
        "the file would have a megabyte; made while the tests run",
    ),
    (
        "commune::no-stations",
        "every province of the built-in base has stations",
    ),
    (
        "hindcast::no-people",
        "about a table of what came: src/study/hindcast.rs",
    ),
    (
        "hindcast::not-known-by",
        "about an argument, not about a file: tests/hindcast.rs",
    ),
    (
        "hindcast::nothing-to-score",
        "about a table of what came: tests/hindcast.rs",
    ),
    (
        "hindcast::unknown-origin",
        "about an argument, not about a file: tests/hindcast.rs",
    ),
    (
        "hindcast::unknown-place",
        "about a table of what came: tests/hindcast.rs",
    ),
    (
        "hindcast::published-before",
        "about a table of the past: src/hindcast/facts.rs",
    ),
    (
        "hindcast::told-twice",
        "about a table of the past: src/hindcast/facts.rs",
    ),
    (
        "hindcast::wrong-mark",
        "about a table the program carries: src/hindcast/facts.rs",
    ),
    (
        "parts::another-question",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::incomplete",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::index",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::no-question",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::not-cut",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::of-a-run-alone",
        "about a folder of parts, not about a file: tests/parts_of_studies.rs",
    ),
    (
        "parts::other-build",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    (
        "parts::touched",
        "about a folder of parts, not about a file: tests/parts.rs",
    ),
    ("run::memory", "about a number of futures, not about a file"),
    ("scenario::unknown", "about a name, not about a file"),
    ("sweep::not-a-range", "about an argument, not about a file"),
    (
        "sweep::too-many-points",
        "about an argument, not about a file",
    ),
    ("sweep::twice", "about an argument, not about a file"),
    (
        "sweep::unknown-number",
        "about an argument, not about a file",
    ),
    (
        "sweep::unknown-target",
        "about an argument, not about a file",
    ),
    ("sweep::value", "about an argument, not about a file"),
    (
        "checkup::no-figures",
        "the built-in base holds figures on care; told in src/policy/checkups/mod.rs",
    ),
    (
        "remote::no-figures",
        "the built-in base holds figures on lines; told in src/policy/remote/mod.rs",
    ),
    (
        "close::no-figures",
        "the built-in base holds figures on closures; told in src/policy/close/mod.rs",
    ),
    (
        "merge::no-figures",
        "the built-in base holds figures on mergers; told in src/policy/merge/mod.rs",
    ),
    (
        "services::no-figures",
        "the built-in base holds figures on services; told in src/policy/services/mod.rs",
    ),
    (
        "family::no-figures",
        "the built-in base holds figures on lists; told in src/policy/family/mod.rs",
    ),
    (
        "target::without-policy",
        "no target of the built-in base asks what a policy must promise first",
    ),
    (
        "exemption::no-figures",
        "the built-in base holds figures on care; told in src/policy/exemption/mod.rs",
    ),
    (
        "station::none-there",
        "every province of the built-in base has stations",
    ),
    (
        "extends::too-many",
        "seventeen files build on one another; made while the tests run",
    ),
];

#[test]
fn every_code_has_a_bad_file_that_shows_it() {
    let mut snapshots = Vec::new();
    files(&home().join("tests/bad"), "snap", &mut snapshots);
    files(&home().join("src/policy"), "snap", &mut snapshots);
    let mut shown = BTreeSet::new();
    for path in snapshots {
        shown.extend(codes_in(&std::fs::read_to_string(path).unwrap()));
    }
    let without: Vec<&str> = codes::ALL
        .iter()
        .map(|c| c.code)
        .filter(|code| !shown.contains(*code) && NO_FILE.iter().all(|(known, _)| known != code))
        .collect();
    assert!(without.is_empty(), "no bad file shows {without:?}");
    for (code, why) in NO_FILE {
        assert!(!shown.contains(*code), "{code} has a file by now ({why})");
    }
}

#[test]
fn what_a_code_weighs_is_what_its_message_weighs() {
    let mut snapshots = Vec::new();
    files(&home().join("tests/bad"), "snap", &mut snapshots);
    for path in snapshots {
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            for (word, weight) in [("Error: ", Weight::Refuses), ("Warning: ", Weight::Warns)] {
                let Some(code) = line.strip_prefix(word) else {
                    continue;
                };
                let known = codes::get(code).unwrap_or_else(|| panic!("{code}"));
                let fits = known.weight == weight || known.weight == Weight::Both;
                assert!(fits, "{code} in {}", path.display());
            }
        }
    }
}

/// One way to break a copy of the built-in base: code, table, text, what stands there instead.
const BREAKS: &[(&str, &str, &str, &str)] = &[
    (
        "bad-distribution",
        "assumptions.ron",
        "low: 0.3, mode: 0.6, high: 1.0",
        "low: 0.9, mode: 0.6, high: 1.0",
    ),
    (
        "other-currency",
        "assumptions.ron",
        "unit: \"billion VND per place\"",
        "unit: \"million VND per place\"",
    ),
    (
        "held-and-drawn",
        "assumptions.ron",
        "distribution: Triangular(low: 0.3, mode: 0.6, high: 1.0),",
        "distribution: Triangular(low: 0.3, mode: 0.6, high: 1.0), held: \"why not\",",
    ),
    (
        "decoded-twice",
        "regions.csv",
        "Trung du và miền núi phía Bắc",
        "Trung du vÃ\u{a0} miá»\u{81}n nÃºi phÃ\u{ad}a Báº¯c",
    ),
    (
        "jump",
        "population_path.csv",
        "\n2030,105500000,104870000,105930000",
        "\n2030,10550000,10487000,10593000",
    ),
    (
        "open-quote",
        "regions.csv",
        ",Red River Delta,",
        ",\"Red River Delta,",
    ),
    (
        "other-unit",
        "national.csv",
        "34.5,,,per 10000",
        "34.5,,,per 1000",
    ),
    (
        "unknown-indicator",
        "national.csv",
        "\nstations,",
        "\nstatoins,",
    ),
    ("bad-name", "facilities.csv", "\nviet-duc,", "\nviet-duc,="),
    ("bad-tie", "assumptions.ron", "rho: 0.7", "rho: 1.7"),
    (
        "levels-of-another-country",
        "country.csv",
        "code,viet-nam",
        "code,westland",
    ),
    ("bands-out-of-order", "death_rates.csv", "\n25,", "\n26,"),
    (
        "cannot-be",
        "facilities.csv",
        ",ha-noi,Central,Ministry,general,1286",
        ",ha-noi,Commune,Ministry,general,1286",
    ),
    (
        "does-not-add-up",
        "facilities.csv",
        ",Central,Ministry,general,3939,",
        ",Central,Ministry,general,1939,",
    ),
    (
        "duplicate-code",
        "facilities.csv",
        "\nviet-duc,",
        "\nbach-mai,",
    ),
    (
        "empty-cell",
        "facilities.csv",
        "\nviet-duc,Bệnh viện Hữu nghị Việt Đức,",
        "\nviet-duc,,",
    ),
    ("half-a-place", "provinces.csv", "21.03,105.85", "21.03,"),
    (
        "missing-assumption",
        "assumptions.ron",
        "\"sat.effect\"",
        "\"sat.efect\"",
    ),
    (
        "missing-column",
        "occupations.csv",
        "study_years",
        "studyyears",
    ),
    (
        "missing-figure",
        "national.csv",
        "\nshare_60,0.145,0.144,0.146,share,VNNOW2026_pop,D,14.8 of 102.4 million",
        "",
    ),
    (
        "missing-range",
        "death_rates.csv",
        "20,0.5,0.3,0.8,,E,",
        "20,0.5,,,,E,",
    ),
    (
        "missing-reason",
        "death_rates.csv",
        "25,0.6,0.4,1.0,,E,as above",
        "25,0.6,0.4,1.0,,E,",
    ),
    ("missing-source", "regions.csv", ",S008,B,", ",,B,"),
    ("not-a-code", "facilities.csv", "\nviet-duc,", "\nViệt Đức,"),
    (
        "not-a-number",
        "projects.csv",
        ",1000,4990,",
        ",\"1,000\",4990,",
    ),
    ("not-assumed", "assumed_tables.csv", ",E\n", ",D\n"),
    ("not-whole", "projects.csv", ",1000,4990,", ",1000.5,4990,"),
    ("out-of-range", "projects.csv", ",1727,", ",-1727,"),
    (
        "owner-disagrees",
        "transfers.csv",
        "central-74,Ministry,Province",
        "central-74,Province,Province",
    ),
    (
        "range-misses-value",
        "projects.csv",
        ",1,1,1,S040",
        ",1,0.2,0.3,S040",
    ),
    ("row-width", "regions.csv", ",S008,B,", ",S008,B,a, b,"),
    (
        "shares-do-not-add",
        "age_shares.csv",
        "doctor,25,0.26",
        "doctor,25,0.27",
    ),
    (
        "tile-taken",
        "provinces.csv",
        "northern-midlands-mountains,4,0,",
        "northern-midlands-mountains,3,2,",
    ),
    ("unknown-column", "regions.csv", "name_en", "english"),
    ("unknown-name", "transfers.csv", "central-74", "central-47"),
    ("unknown-source", "schools.csv", ",S096;S099,", ",S096;S99,"),
    ("unknown-word", "targets.csv", "current", "curent"),
    (
        "unreadable-assumptions",
        "assumptions.ron",
        "grade: D,",
        "grade: F,",
    ),
    (
        "year-against-state",
        "projects.csv",
        "Opened,2025",
        "Opened,2027",
    ),
    (
        "years-out-of-order",
        "retirement_age.csv",
        "\n2026,61.5",
        "\n2024,61.5",
    ),
];

/// A copy of the built-in base with something done to it, and what the reader says.
fn broken(change: impl Fn(&Path)) -> BaseErrors {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("my-base");
    Base::write(&folder).unwrap();
    change(&folder);
    Base::read_folder(&folder).expect_err("the change is a mistake")
}

fn snapshot(code: &str, errors: &BaseErrors) {
    let told: Vec<String> = errors
        .problems
        .iter()
        .filter(|p| p.code == format!("base::{code}"))
        .map(|p| format!("{}\n{p}", p.code))
        .collect();
    assert!(!told.is_empty(), "{code} is not among\n{errors}");
    insta::with_settings!({ snapshot_path => "bad/base", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(code, told.join("\n"));
    });
}

#[test]
fn each_mistake_in_a_table_is_told_with_its_line_and_a_way_out() {
    for (code, table, from, to) in BREAKS {
        let errors = broken(|folder| {
            let path = folder.join(table);
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains(from), "{table} holds no `{from}`");
            std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        });
        snapshot(code, &errors);
    }
}

/// What the reader warns of in a copy of the built-in base with something done to it.
fn warned(code: &str, change: impl Fn(&Path)) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("my-base");
    Base::write(&folder).unwrap();
    change(&folder);
    let base = Base::read_folder(&folder).unwrap_or_else(|errors| panic!("{errors}"));
    let code_of = format!("base::{code}");
    let own = base.warnings.iter().filter(|w| w.code == code_of);
    let told: Vec<String> = own.map(|w| format!("{}\n{w}", w.code)).collect();
    assert!(!told.is_empty(), "{code} is not among {:?}", base.warnings);
    insta::with_settings!({ snapshot_path => "bad/base", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(code, told.join("\n"));
    });
}

#[test]
fn what_is_unlikely_in_a_table_is_warned_with_its_place_and_a_way_out() {
    let edit = |folder: &Path, table: &str, from: &str, to: &str| {
        let path = folder.join(table);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{table} holds no `{from}`");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    };
    warned("unlikely", |f| {
        edit(f, "death_rates.csv", "20,0.5,0.3,0.8", "20,5,3,8")
    });
    warned("far-place", |f| {
        edit(f, "provinces.csv", "21.82,105.21", "2.182,105.21")
    });
    warned("exchanged", |f| {
        let path = f.join("provinces.csv");
        let text = std::fs::read_to_string(&path).unwrap();
        let heading: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        let lat = heading.iter().position(|c| *c == "lat").unwrap();
        let rows = text.lines().enumerate().map(|(n, line)| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if n > 0 {
                let east: f64 = cells[lat + 1].parse().unwrap();
                cells[lat + 1] = cells[lat].clone();
                cells[lat] = format!("{:.2}", east - 60.0);
            }
            cells.join(",")
        });
        std::fs::write(&path, rows.collect::<Vec<_>>().join("\n")).unwrap();
    });
    warned("one-point", |f| {
        edit(f, "provinces.csv", "22.67,106.26", "21.03,105.85")
    });
    warned("same-name", |f| {
        edit(
            f,
            "facilities.csv",
            "\nviet-duc,",
            "\nbach-mai-again,BỆNH VIỆN BẠCH MAI,,ha-noi,Central,Ministry,general,1286,no,no,S035,D,\nviet-duc,",
        )
    });
    warned("idle-assumption", |f| {
        edit(
            f,
            "assumptions.ron",
            "[\n",
            "[\n(id: \"post.matsch\", meaning: \"a slip\", unit: \"share\", distribution: Fixed(0.9), source: \"HERE\", grade: A),\n",
        )
    });
    warned("range-not-drawn", |f| {
        edit(
            f,
            "assumptions.ron",
            "held: \"a size of noise that is drawn anew every year: the answers hold the noise itself, and the range shows how far its size is a guess\"",
            "held: \"\"",
        )
    });
    warned("thousands-dot", |f| {
        edit(
            f,
            "assumptions.ron",
            "range: Some((60.0, 200.0))",
            "range: Some((60.0, 200.000))",
        )
    });
    warned("stray-file", |f| {
        std::fs::write(f.join("facilities.xlsx"), "a workbook").unwrap()
    });
}

#[test]
fn a_path_that_ends_before_the_run_is_refused_with_both_years() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("my-base");
    Base::write(&folder).unwrap();
    let path = folder.join("population_path.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let short: Vec<&str> = text.lines().take(7).collect();
    std::fs::write(&path, short.join("\n")).unwrap();
    let told = carecast::internals::scenario::Scenario::built_in_on("baseline", Some(&folder));
    let told = told.expect_err("the path ends in 2030").to_string();
    insta::with_settings!({ snapshot_path => "bad/base", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("path-too-short", told);
    });
}

#[test]
fn one_cause_is_told_once() {
    let errors = broken(|f| std::fs::remove_file(f.join("sources.csv")).unwrap());
    assert_eq!(errors.problems.len(), 1, "{errors}");
    for table in ["regions.csv", "occupations.csv", "provinces.csv"] {
        let errors = broken(|f| std::fs::remove_file(f.join(table)).unwrap());
        assert_eq!(errors.problems.len(), 1, "{table}: {errors}");
    }
    let errors = broken(|f| {
        let path = f.join("facilities.csv");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace(",ha-noi,", ",ha-nio,")).unwrap();
    });
    let text = errors.to_string();
    assert!(errors.problems.len() > 100 && text.contains("more rows of facilities.csv (province)"));
    assert!(text.lines().count() < 60, "{text}");
}

#[test]
fn tables_that_are_missing_strange_or_unreadable_are_named() {
    snapshot(
        "missing-table",
        &broken(|f| std::fs::remove_file(f.join("schools.csv")).unwrap()),
    );
    snapshot(
        "unknown-table",
        &broken(|f| std::fs::rename(f.join("schools.csv"), f.join("scools.csv")).unwrap()),
    );
    snapshot(
        "unreadable-table",
        &broken(|f| std::fs::write(f.join("schools.csv"), b"code,\xff\n").unwrap()),
    );
    snapshot(
        "empty-table",
        &broken(|f| {
            let path = f.join("regions.csv");
            let text = std::fs::read_to_string(&path).unwrap();
            let heading = text.lines().next().unwrap();
            std::fs::write(&path, format!("{heading}\n")).unwrap();
        }),
    );
    let errors = Base::read_folder("tests/bad/no-such-base").unwrap_err();
    snapshot("no-folder", &errors);
}
