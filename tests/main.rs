//! All tests in one program: linking forty of them is what takes the time.

mod absorption;
mod accepted_runs;
mod addresses;
mod analytic;
mod assumptions_matter;
mod base_facts;
mod base_folder;
mod base_rebuild;
mod base_year;
mod by_when;
mod care_received;
mod catch_slips;
mod ceiling;
mod check_a_scenario;
mod cluster_page;
mod compare_scenarios;
mod conservation;
mod coverage;
#[cfg(unix)]
mod cut_short;
mod declared;
mod designed;
mod entry_and_attrition;
mod every_folder;
mod every_policy;
mod extend_a_scenario;
mod figures;
mod followed;
mod fuzz_reader;
mod golden;
#[cfg(feature = "parquet")]
mod guesses;
mod hindcast;
mod keep_what_was_there;
mod know_every_code;
mod laid_out;
mod lanes;
mod laws_of_assumptions;
mod layers;
mod library;
mod lived_again;
mod long_sums;
mod made_again;
mod official_counts;
mod older_versions;
mod order;
mod pages;
mod pages_in_vietnamese;
mod parts;
mod parts_of_studies;
mod plans;
mod plot_comparison;
mod plot_results;
mod progress;
mod question;
mod read_the_results;
mod register;
mod replay;
mod residual;
mod row_order;
mod run_a_scenario;
mod said_of_a_policy;
mod same_bits;
mod same_luck;
#[cfg(target_os = "linux")]
mod say_what_is_lost;
mod schema_and_program;
mod second_version;
mod seek;
mod sense;
mod set_off;
mod staff_policies;
#[cfg(feature = "parquet")]
mod store;
mod submit;
mod support;
mod sweep_a_scenario;
mod texts;
mod told_by_place;
mod use_the_desk;
mod very_many;
mod vietnamese;
#[cfg(feature = "xlsx")]
mod workbook;
mod worked_by_hand;
mod written_commands;

/// A file that is not a module of this program would never be run.
#[test]
fn every_file_of_tests_is_a_module_of_this_program() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let this = std::fs::read_to_string(folder.join("main.rs")).expect("this file can be read");
    let mut missing = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of tests can be read") {
        let path = entry.expect("an entry can be read").path();
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_rust = path.extension().is_some_and(|ending| ending == "rs");
        if is_rust && stem != "main" && !this.contains(&format!("\nmod {stem};\n")) {
            missing.push(stem);
        }
    }
    assert!(missing.is_empty(), "not in tests/main.rs: {missing:?}");
}
