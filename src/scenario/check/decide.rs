//! What can be decided is there and can be sized; what must hold is a target that is answered, and no
//! official count.

use crate::base::{Borders, Target};
use crate::diagnostic::{Problem, Problems, nearest, suggestion};
use crate::indicator::{Indicator, judged, official, registry};
use crate::messages::scenario::decide as messages;
use crate::messages::{FIRST_TIME, SECOND_TIME};
use crate::results::official_twin;
use crate::said::say;
use crate::scenario::Scenario;
use crate::scenario::decide::{self, By, DecideWritten, Fault, GoalWritten, LeverWritten};
use crate::source::Spanned;

const LEVER: &str = "decide::lever";
const SIZE: &str = "decide::size";
const GOAL: &str = "decide::goal";
const LEVEL: &str = "decide::at-least";

/// What is wrong with what a scenario says of its search.
pub(super) fn sound(scenario: &Scenario, problems: &mut Problems) {
    let Some(decide) = &scenario.decide else {
        return;
    };
    let mut levers = Vec::new();
    for lever in &decide.levers {
        match lever.read(scenario) {
            Ok(read) => levers.push(read),
            Err(fault) => no_lever(lever, fault, problems),
        }
    }
    twice(decide.levers.iter().map(|l| &l.policy), problems);
    let place = decide.levers.first().map(|l| &l.policy);
    if let Some(first) = place
        && decide::packages(&levers).is_none_or(|many| many > decide::MOST_PACKAGES)
    {
        let said = messages::too_many(levers.len(), decide::MOST_PACKAGES);
        problems.refuse(first, "decide::too-many", said);
    }
    if decide.levers.is_empty() {
        problems.add(Problem::refusal(LEVER, messages::no_levers()));
    }
    let indicators = registry(&scenario.base);
    for goal in &decide.goals {
        no_goal(goal, scenario, &indicators, problems);
    }
    if decide.goals.is_empty() {
        problems.add(Problem::refusal(GOAL, messages::no_goals()));
    }
}

/// What is named twice.
fn twice<'a>(names: impl Iterator<Item = &'a Spanned<String>>, problems: &mut Problems) {
    let mut seen: Vec<&Spanned<String>> = Vec::new();
    for name in names {
        if let Some(first) = seen.iter().find(|other| **other == name) {
            let problem = Problem::refusal("decide::twice", messages::twice(&name.value));
            let problem = problem.over(name.span.clone()).label(SECOND_TIME);
            problems.add(problem.note(first.span.clone(), FIRST_TIME));
        }
        seen.push(name);
    }
}

/// Why a lever is none.
fn no_lever(lever: &LeverWritten, fault: Fault, problems: &mut Problems) {
    let id = &lever.policy;
    let of = |names: &[String]| names.join(", ");
    match fault {
        Fault::NoPolicy(ids) => {
            let known: Vec<&str> = ids.iter().map(String::as_str).collect();
            let help = match ids.is_empty() {
                true => messages::NO_POLICIES.to_owned(),
                false => suggestion(id, &known, messages::policies(of(&ids))),
            };
            problems.refuse(id, LEVER, messages::no_policy(&id.value, help));
        }
        Fault::UnderWay => problems.refuse(id, LEVER, messages::under_way(&id.value)),
        Fault::NoNumber(at, near, names) => {
            let path = &lever.sizes[at];
            let help = match near {
                Some(near) => crate::messages::did_you_mean(near),
                None => messages::numbers(of(&names)),
            };
            let said = messages::no_number(&id.value, &path.value, help);
            problems.refuse(path, SIZE, said);
        }
        Fault::Year(at) => problems.refuse(&lever.sizes[at], SIZE, messages::year_has_no_size()),
        Fault::NoSize(at) => {
            let path = &lever.sizes[at];
            problems.refuse(path, SIZE, messages::no_size(&path.value));
        }
        Fault::ValuesOfSeveral => {
            let place = lever.values.first();
            problems.refuse(
                place.unwrap_or(&Spanned::made(0.0)),
                SIZE,
                messages::values(),
            );
        }
        Fault::Idle => problems.refuse(id, SIZE, messages::idle()),
        Fault::Steps => problems.refuse(id, SIZE, messages::steps(decide::MOST_STEPS)),
    }
}

/// Why a goal is none.
fn no_goal(
    goal: &GoalWritten,
    scenario: &Scenario,
    indicators: &[Indicator],
    problems: &mut Problems,
) {
    twice(goal.targets.iter(), problems);
    for id in &goal.targets {
        let named = |t: &&Target| t.id == id.value;
        let twin = |t: &&Target| official_twin(&t.id) == id.value;
        let mut all = scenario.targets.iter();
        let Some(target) = all.clone().find(named) else {
            match all.find(twin) {
                Some(target) => refuse_official(id, &target.indicator, indicators, problems),
                None => unknown(id, scenario, problems),
            }
            continue;
        };
        let at = indicators
            .iter()
            .position(|i| i.info.id == target.indicator);
        let Some(at) = at else { continue };
        let own = &indicators[judged(indicators, at).unwrap_or(at)];
        if official::moves_by_counting(own) {
            refuse_official(id, &own.info.id, indicators, problems);
        } else if indicators[at].info.not_answerable.is_some()
            || target.borders == Borders::Before2025
        {
            problems.refuse(id, GOAL, messages::no_answer(&id.value));
        } else if target.year < scenario.first || target.year > scenario.last {
            let said = messages::not_lived(&id.value, scenario.first, scenario.last);
            problems.refuse(id, GOAL, said);
        }
    }
    if goal.targets.is_empty() {
        let place = goal.at_least.first();
        let made = Spanned::made(0.0);
        problems.refuse(place.unwrap_or(&made), GOAL, messages::goal_of_nothing());
    }
    let many = goal.targets.len();
    let most = match goal.by {
        By::Together | By::Weakest => 1.0,
        By::Number => many as f64,
    };
    for level in &goal.at_least {
        if !(level.value > 0.0 && level.value < most
            || goal.by == By::Number && level.value == most)
        {
            let said = match goal.by {
                By::Number => messages::number_of(level.value, many),
                _ => messages::chance(level.value),
            };
            problems.refuse(level, LEVEL, said);
        }
    }
    if let (true, Some(first)) = (goal.at_least.is_empty(), goal.targets.first()) {
        problems.refuse(first, LEVEL, messages::no_level());
    }
}

fn unknown(id: &Spanned<String>, scenario: &Scenario, problems: &mut Problems) {
    let known: Vec<&str> = scenario.targets.iter().map(|t| t.id.as_str()).collect();
    let help = match nearest(id, known.iter().copied()) {
        Some(near) => crate::messages::did_you_mean(near),
        None => messages::targets(known.join(", ")),
    };
    problems.refuse(id, GOAL, messages::no_target(&id.value, help));
}

/// Refuses an official count, and names what is built, works or lives instead.
fn refuse_official(
    id: &Spanned<String>,
    indicator: &str,
    indicators: &[Indicator],
    problems: &mut Problems,
) {
    let find = |id: &str| indicators.iter().find(|i| i.info.id == id);
    let plain = find(indicator).map(|i| i.info.plain().to_owned());
    let plain = plain.and_then(|id| find(&id));
    // Some are told of themselves: nothing plain stands behind them.
    let plain = plain.filter(|i| !official::moves_by_counting(i));
    let names = plain.into_iter().flat_map(|i| {
        let open = i.gated.clone();
        std::iter::once(i.info.id.clone()).chain(open)
    });
    let names: Vec<String> = names.map(|id| format!("`{id}`")).collect();
    let help = match names.is_empty() {
        true => messages::BUILT_INSTEAD.to_owned(),
        false => messages::instead(names.join(say!(en: " or ", vi: " hoặc "))),
    };
    let said = messages::official(&id.value, help);
    problems.refuse(id, "decide::official", said);
}

impl Scenario {
    /// What is wrong with a search that is asked beside the scenario, where nothing has a place.
    pub fn problems_of(&self, decide: &DecideWritten) -> Problems {
        let mut asked = self.clone();
        asked.decide = Some(decide.clone());
        let mut problems = Problems::default();
        sound(&asked, &mut problems);
        problems
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small;

    const POLICIES: &str = r#"policies: [
        (id: "money", do: Investment(amount: Level(500), money: Planned, split: (new_beds: Share(0.6), equipment: Rest)),
            from: 2027, to: 2030, payer: Provincial),
        (id: "campus", do: SecondCampus(hospital: "royal", province: "south-coast", beds: 300, opens: 2030), payer: Ministry)],
        targets: Only([(indicator: "beds_per_10k", at_least: 30, by: 2030), (indicator: "private_bed_share", at_least: 0.1, by: 2030)])"#;
    const BEDS: &str = "beds_per_10k/nation/2030/at-least-30";

    #[track_caller]
    fn block(decide: &str, expected: &[(&str, &str)]) {
        let text = format!("(title: \"T\", base: \"made-up\", {POLICIES}, decide: ({decide}))");
        assert_eq!(small::owned(expected), small::problems(&text), "{decide}");
    }

    fn levers(levers: &str, expected: &[(&str, &str)]) {
        let goals = format!("goals: [(targets: [\"{BEDS}\"], at_least: [0.5, 0.8])]");
        block(&format!("levers: [{levers}], {goals}"), expected);
    }

    fn goals(goals: &str, expected: &[(&str, &str)]) {
        let levers = "levers: [(policy: \"campus\")]";
        block(&format!("{levers}, goals: [{goals}]"), expected);
    }

    #[test]
    fn levers_are_policies_that_are_there_and_numbers_that_have_a_size() {
        let (lever, size) = ("decide::lever", "decide::size");
        levers(
            r#"(policy: "campus"), (policy: "money", sizes: ["amount"], steps: 3, up_to: 1.5)"#,
            &[],
        );
        levers(
            r#"(policy: "campus", sizes: ["opens"], values: [2028, 2030], always: true)"#,
            &[],
        );
        levers(r#"(policy: "campos")"#, &[(lever, "\"campos\"")]);
        levers(
            r#"(policy: "campus"), (policy: "campus")"#,
            &[("decide::twice", "\"campus\"")],
        );
        levers(
            r#"(policy: "money", sizes: ["amuont"])"#,
            &[(size, "\"amuont\"")],
        );
        levers(
            r#"(policy: "campus", sizes: ["opens"])"#,
            &[(size, "\"opens\"")],
        );
        levers(r#"(policy: "campus", steps: 3)"#, &[(size, "\"campus\"")]);
        levers(
            r#"(policy: "money", sizes: ["amount"], steps: 0)"#,
            &[(size, "\"money\"")],
        );
        let many: Vec<String> = (1..=41).map(|n| format!("{n}")).collect();
        let many = many.join(", ");
        levers(
            &format!("(policy: \"money\", sizes: [\"amount\"], values: [{many}])"),
            &[(size, "\"money\"")],
        );
        levers(
            r#"(policy: "money", sizes: ["amount", "split.new_beds"], values: [5])"#,
            &[(size, "5")],
        );
        levers("", &[(lever, "")]);
    }

    #[test]
    fn goals_are_targets_that_are_answered_and_no_official_counts() {
        let (goal, level) = ("decide::goal", "decide::at-least");
        goals(&format!("(targets: [\"{BEDS}\"], at_least: [0.5])"), &[]);
        goals(
            &format!("(targets: [\"{BEDS}\"], at_least: [1], by: Number)"),
            &[],
        );
        goals(
            "(targets: [\"beds\"], at_least: [0.5])",
            &[(goal, "\"beds\"")],
        );
        goals(
            &format!("(targets: [\"{BEDS}/official\"], at_least: [0.5])"),
            &[("decide::official", &format!("\"{BEDS}/official\""))],
        );
        goals("(targets: [], at_least: [0.5])", &[(goal, "0.5")]);
        goals(
            &format!("(targets: [\"{BEDS}\"], at_least: [80])"),
            &[(level, "80")],
        );
        goals(
            &format!("(targets: [\"{BEDS}\"], at_least: [2], by: Number)"),
            &[(level, "2")],
        );
        goals(
            &format!("(targets: [\"{BEDS}\"], at_least: [])"),
            &[(level, &format!("\"{BEDS}\""))],
        );
        goals("", &[(goal, "")]);
    }
}
