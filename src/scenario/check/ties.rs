//! Ties between assumptions: of two that are drawn, each once, with a reason, and all of them together
//! such as numbers can have.

use crate::base::{Base, Joint};
use crate::diagnostic::{Problems, suggestion};
use crate::messages::scenario::{assumptions, ties as messages};
use crate::scenario::ties::TieWritten;
use crate::source::Spanned;
use std::sync::Arc;

/// The base with the ties of the file in its book; the same base where there are none. `before` is the base
/// without the laws that the file gives.
pub(super) fn apply(
    written: &[TieWritten],
    before: &Base,
    base: Arc<Base>,
    problems: &mut Problems,
) -> Arc<Base> {
    if written.is_empty() {
        return base;
    }
    let mut changed = (*base).clone();
    let mut taken: Vec<&TieWritten> = Vec::new();
    for (n, tie) in written.iter().enumerate() {
        if problems.crowded() {
            break;
        }
        let (a, b) = (&tie.between.0, &tie.between.1);
        if written[..n].iter().any(|earlier| earlier.ties_as(tie)) {
            problems.refuse(b, "tie::cannot", messages::twice(&a.value, &b.value));
        } else if sound(tie, [before, &base], problems) {
            match fixed_here(tie, before, &base) {
                None => taken.push(tie),
                Some(id) => {
                    let said = messages::lapses(&a.value, &b.value, &id.value);
                    problems.warn(id, "tie::lapses", said);
                }
            }
        }
    }
    changed.assumptions.ties = taken.iter().map(|tie| tie.tie()).collect();
    if let Err(clash) = Joint::of(&changed.assumptions) {
        let tie = taken[clash.tie];
        let (a, b) = (&tie.between.0.value, &tie.between.1.value);
        let said = messages::impossible(a, b, tie.rank.value, clash.could_be);
        problems.refuse(&tie.rank, "tie::impossible", said);
        changed.assumptions.ties.clear();
    }
    Arc::new(changed)
}

/// The one of the two that the base draws and this scenario, a point of a sweep or a search fixes: the tie
/// may come from the file it extends, and nothing is lost with it.
fn fixed_here<'a>(tie: &'a TieWritten, before: &Base, base: &Base) -> Option<&'a Spanned<String>> {
    let mut both = [&tie.between.0, &tie.between.1].into_iter();
    both.find(|id| is_drawn(before, id) && !is_drawn(base, id))
}

fn is_drawn(base: &Base, id: &str) -> bool {
    let own = base.assumptions.get(id);
    own.is_some_and(|own| own.distribution.is_drawn())
}

/// Whether a tie can be meant by itself; either base may draw its numbers: that without the laws of the file,
/// and that with them.
fn sound(tie: &TieWritten, [before, base]: [&Base; 2], problems: &mut Problems) -> bool {
    let (a, b) = (&tie.between.0, &tie.between.1);
    let told = problems.all.len();
    for id in [a, b] {
        match base.assumptions.get(id) {
            None => {
                let all = base.assumptions.all.iter();
                let ids: Vec<&str> = all.map(|a| a.id.as_str()).collect();
                let near = suggestion(id, &ids, assumptions::LIST);
                problems.refuse(id, "tie::unknown", assumptions::unknown(&id.value, near));
            }
            Some(_) if !is_drawn(before, id) && !is_drawn(base, id) => {
                problems.refuse(id, "tie::cannot", messages::not_drawn(&id.value));
            }
            Some(_) => {}
        }
    }
    if a.value == b.value {
        problems.refuse(b, "tie::cannot", messages::with_itself(&a.value));
    }
    if !(tie.rank.value > -1.0 && tie.rank.value < 1.0) {
        problems.refuse(&tie.rank, "tie::cannot", messages::rank(tie.rank.value));
    }
    if tie.reason.trim().is_empty() {
        problems.refuse(&tie.reason, "tie::no-reason", messages::no_reason());
    }
    problems.all.len() == told
}

#[cfg(test)]
mod tests {
    use crate::base::Base;
    use crate::scenario::file::from_text;
    use crate::scenario::small::field;

    fn tie(a: &str, b: &str, rank: f64) -> String {
        format!("(between: (\"{a}\", \"{b}\"), rank: {rank}, grade: E, reason: \"a test\")")
    }

    #[test]
    fn ties_are_between_two_that_are_drawn() {
        let [a, b] = ["post.match", "programme.bed_share"];
        let row = |ties: &[String]| format!("ties: [{}]", ties.join(", "));
        field(&row(&[tie(a, b, -0.6)]), &[]);
        for (ties, code, at) in [
            (
                vec![tie(a, "post.mach", 0.5)],
                "tie::unknown",
                "\"post.mach\"",
            ),
            (
                vec![tie(a, "cost.station", 0.5)],
                "tie::cannot",
                "\"cost.station\"",
            ),
            (
                vec![tie(a, "build.lag", 0.5)],
                "tie::cannot",
                "\"build.lag\"",
            ),
            (vec![tie(a, b, 1.0)], "tie::cannot", "1"),
            (vec![tie(a, b, f64::NAN)], "tie::cannot", "NaN"),
            (
                vec![tie(a, b, 0.5).replace("a test", " ")],
                "tie::no-reason",
                "\" \"",
            ),
        ] {
            field(&row(&ties), &[(code, at)]);
        }
        let of = |text: &str| {
            let base = crate::scenario::small::base();
            let refused = from_text("t.ron", text, base).expect_err("refused");
            refused
                .problems
                .all
                .iter()
                .map(|p| p.code)
                .filter(|code| code.starts_with("tie::"))
                .collect::<Vec<_>>()
        };
        let whole = |ties: &[String]| {
            format!(
                "(title: \"T\", base: \"made-up\", policies: [], {})",
                row(ties)
            )
        };
        assert_eq!(
            of(&whole(&[tie(a, b, 0.5), tie(b, a, 0.4)])),
            ["tie::cannot"]
        );
        assert_eq!(of(&whole(&[tie(a, a, 0.5)])), ["tie::cannot"]);
    }

    /// A file that fixes a number, a point of a sweep and a search's package are read although the file they
    /// stand on ties it.
    #[test]
    fn a_tie_of_a_number_that_is_fixed_lapses_and_says_so() {
        let [a, b] = ["post.match", "programme.bed_share"];
        let tied = format!("ties: [{}]", tie(a, b, -0.6));
        let fixed = format!("{tied}, assumptions: {{\"{a}\": Fixed(0.9)}}");
        field(&fixed, &[("tie::lapses", "\"post.match\"")]);
        let tied = tie(a, "priv.size", -0.6);
        let whole = format!("(title: \"T\", base: \"viet-nam\", policies: [], ties: [{tied}])");
        let (scenario, _) = from_text("t.ron", &whole, Base::builtin()).expect("it is tied");
        let knob = crate::scenario::knob::find(&scenario, a).expect("it is a number");
        let set = crate::scenario::knob::set(&scenario, &[(&knob, 0.5)]).expect("it can be set");
        assert!(set.base.assumptions.ties.is_empty());
    }

    #[test]
    fn ties_that_no_numbers_can_have_are_refused_by_name() {
        let ties = [
            tie("post.match", "capex.unit_provincial", 0.6),
            tie("capex.unit_provincial", "priv.size", 0.6),
            tie("post.match", "priv.size", -0.5),
        ];
        let text = |many: usize| {
            let ties = ties[..many].join(", ");
            format!("(title: \"T\", base: \"viet-nam\", policies: [], ties: [{ties}])")
        };
        let read = |many: usize| from_text("t.ron", &text(many), Base::builtin());
        let (two, _) = read(2).expect("two of them hold together");
        assert_eq!(two.base.assumptions.ties.len(), 2);
        let (again, _) = from_text("t.ron", &two.resolved(), Base::builtin()).expect("written out");
        assert_eq!(again.base.assumptions, two.base.assumptions);
        let refused = read(3).expect_err("three do not");
        let [problem] = refused.problems.all.as_slice() else {
            panic!("{:?}", refused.problems.all)
        };
        assert_eq!(problem.code, "tie::impossible");
        assert!(problem.message.contains("post.match") && problem.message.contains("priv.size"));
    }
}
