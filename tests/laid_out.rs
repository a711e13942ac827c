//! Assumptions laid out evenly over the futures: which futures they are, how wide the errors are, and what is
//! refused.

use crate::support::small_run::{base, carecast, files, run};
use carecast::internals::base::Base;
use carecast::internals::engine::{Options, record};
use carecast::internals::results::Record;
use carecast::internals::scenario::file::from_text;

fn question(sampling: &str, futures: u32) -> String {
    format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2027), policies: [], \
         sampling: {sampling}, replicates: {futures}, \
         targets: Only([(indicator: \"beds_per_10k\", at_least: 34.7, by: 2026)]))"
    )
}

fn lived(sampling: &str, futures: u32) -> Record {
    let read = from_text("t.ron", &question(sampling, futures), Base::builtin());
    let (scenario, _) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
    let options = Options {
        assumptions: futures,
        ..Options::of(&scenario)
    };
    record(&scenario, &options, &|_, _| true).unwrap_or_else(|e| panic!("{e}"))
}

/// What was assumed of one number, future by future.
fn assumed(record: &Record, id: &str) -> Vec<f32> {
    let futures = record.futures.as_ref().expect("draws were kept");
    let mut own = futures.assumed.iter().filter(|(known, _)| known == id);
    own.next().expect("it is drawn").1.clone()
}

#[test]
fn a_longer_run_begins_with_the_futures_of_a_shorter_one_but_for_a_latin_hypercube() {
    const ID: &str = "post.match";
    let begins = |sampling: &str| {
        let (short, long) = (lived(sampling, 256), lived(sampling, 512));
        let (short, long) = (assumed(&short, ID), assumed(&long, ID));
        long[..short.len()] == short[..]
    };
    assert!(begins("Random") && begins("Sobol"));
    assert!(!begins("LatinHypercube"));
}

/// A layout moves where the numbers lie in their ranges, and nothing else of a future.
#[test]
fn samples_are_laid_out_and_tell_their_errors() {
    let chance = |record: &Record| {
        let mut answers = record.findings.headlines();
        let answer = answers.find(|a| a.indicator == "beds_per_10k");
        answer.and_then(|a| a.probability).expect("it has a chance")
    };
    let [random, latin, sobol] = ["Random", "LatinHypercube", "Sobol"].map(|s| lived(s, 2_048));
    let wide = |record: &Record| chance(record).high - chance(record).low;
    // Every part of the range is met as often, so that the middle is the law's.
    let middle = |record: &Record| {
        let mut drawn = assumed(record, "post.match");
        drawn.sort_by(f32::total_cmp);
        drawn[drawn.len() / 2]
    };
    let law = Base::builtin();
    let law = law.assumptions.get("post.match").expect("it is drawn");
    for laid_out in [&latin, &sobol] {
        let apart = f64::from(middle(laid_out)) - law.quantile(0.5);
        assert!(apart.abs() < 0.002, "{apart}");
        // Sixteen samples tell a spread to within a fifth or so.
        assert!(
            wide(laid_out) < 1.3 * wide(&random),
            "{} {}",
            wide(laid_out),
            wide(&random)
        );
        let apart = (chance(laid_out).value - chance(&random).value).abs();
        assert!(apart < wide(&random), "{apart}");
        assert!(laid_out.findings.sampling.is_some());
    }
    assert_eq!(random.findings.sampling, None);
}

#[test]
fn parts_of_a_latin_hypercube_are_the_whole_and_what_would_cut_it_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let text = "(title: \"Q\", base: \"viet-nam\", policies: [], sampling: LatinHypercube, replicates: 320)";
    let whole = files(&run(home.path(), text, &["--threads", "2"]));
    let at = |args: &[&str]| {
        carecast(home.path())
            .args(args)
            .arg("--base")
            .arg(base())
            .assert()
    };
    at(&["freeze", "baseline.ron", "--parts", "3", "--out", "frozen"]).code(0);
    for part in ["0", "1", "2"] {
        carecast(home.path())
            .args(["part", "frozen", part])
            .assert()
            .code(0);
    }
    carecast(home.path())
        .args(["merge", "frozen", "--out", "merged"])
        .assert()
        .code(0);
    assert!(whole == files(&home.path().join("merged/baseline")));
    for more in [["--until", "2pt"], ["--replicates", "16..320"]] {
        let refused = at(&[&["run", "baseline.ron"], &more[..]].concat()).code(2);
        let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
        assert!(
            said.contains("LatinHypercube") && said.contains("help:"),
            "{said}"
        );
    }
}
