//! Codes of meaning: the file can be read, and what it says cannot be meant or is unusual.

use super::{Code, Weight, both, refuses, warns};

/// Codes about scenarios, policies, assumptions and targets.
pub(super) const CODES: &[Code] = &[
    refuses(
        "assumption::acts-nowhere",
        "A scenario overrides an assumption that nothing in its run reads, as the effect of a policy it does not have: the answers would be the same without the line.",
        "Take the line out, or add the policy that asks for it.",
    ),
    warns(
        "assumption::changes-nothing",
        "A scenario overrides an assumption with the law the base has already.",
        "Take the line out, or write what should differ.",
    ),
    refuses(
        "assumption::in-two-files",
        "An extended file and a package, or two packages, give the same assumption different laws.",
        "Write the law that counts into `assumptions` of the scenario itself: it comes last and wins.",
    ),
    refuses(
        "assumption::not-a-law",
        "The numbers of a law do not make one: low above high, a standard deviation of 0, shares or weights that do not add to 1, percentiles that do not rise; or most of the law lies outside what the quantity can be, as a price of 0.",
        "Correct the numbers. A value that is not uncertain is written Fixed(...).",
    ),
    refuses(
        "assumption::other-kind",
        "An assumption that is one number was given a profile over years, or the other way round, or with another number of years.",
        "Keep the kind the base has: `carecast explain` with the id of the assumption shows it.",
    ),
    refuses(
        "assumption::share-outside",
        "An assumption measured as a share got a law whose middle lies outside 0 to 1; often per cent were written.",
        "Write fractions: 85 % is 0.85.",
    ),
    refuses(
        "assumption::twice",
        "The same assumption is overridden twice.",
        "Keep one of the two lines.",
    ),
    refuses(
        "assumption::unknown",
        "The base has no assumption of this id.",
        "`carecast list assumptions --match TEXT` finds the id.",
    ),
    warns(
        "assumption::unusual",
        "The middle of the law lies outside the range the base gives the assumption: legal, but far from what the sources support.",
        "Check the unit and the decimal point. If it is meant, say in `note` why this scenario differs.",
    ),
    warns(
        "assumption::wide",
        "The middle of the law is sound, but one future in ten lies further outside the base's range than three times its width: usually a decimal point has slipped in one of its numbers.",
        "Check each number of the law against `carecast explain` with the id of the assumption.",
    ),
    refuses(
        "extends::circle",
        "A scenario extends a file that in the end extends the scenario itself.",
        "Let one of them stand by itself, without `extends`. What several scenarios share can go into a package.",
    ),
    refuses(
        "extends::not-found",
        "`extends` names a file that is not there and is no built-in scenario, or one that cannot be read.",
        "Write the path as seen from the file that names it, or the name of a built-in scenario: `carecast list scenarios`.",
    ),
    refuses(
        "extends::too-many",
        "More than sixteen files build on one another.",
        "Write one of them out with `carecast check --show` and build on that.",
    ),
    refuses(
        "figure::assumed",
        "A figure is graded E, and has no range or no reason.",
        "Write `low`, `high` and `reason`; or the grade of its source, where it has one.",
    ),
    warns(
        "figure::changes-nothing",
        "A figure is the one the base has already, with its range.",
        "Take it out, or write what you know better.",
    ),
    refuses(
        "figure::does-not-fit",
        "With the figure the provinces cannot add to what is published of the nation, hospitals known one by one have more beds than their province, ranges contradict each other, or others would be moved by over a quarter, hospitals whose beds are an estimate by over three.",
        "What is published of the nation stays. State figures of more places, a range, or correct the nation in a base of your own: `carecast base --write DIR`.",
    ),
    refuses(
        "figure::law-too",
        "A price stands in `figures` and in `assumptions`.",
        "Keep one of the two.",
    ),
    warns(
        "figure::moves-others",
        "Other places are moved by more than a twentieth (hospitals whose beds are an estimate by more than a quarter) so that the nation, or the province, stays.",
        "The report lists each. If their sources are as good, the figure of the nation is what does not fit.",
    ),
    refuses(
        "figure::no-source",
        "A figure does not say where it comes from.",
        "Write author, title, year and table into `source`.",
    ),
    refuses(
        "figure::out-of-band",
        "A figure cannot be: no whole people or beds, a share over 1, or over four times what the base has, or under a quarter.",
        "Look for a unit or a digit that slipped: numbers, not ratios per 10,000; a share is a fraction.",
    ),
    refuses(
        "figure::range",
        "A range has one end, does not hold its value, or is given for the beds of one hospital, which are counted.",
        "Write `low` below and `high` above the value, or neither.",
    ),
    refuses(
        "figure::twice",
        "Two figures are about the same thing in the same place, in the scenario or in its table.",
        "Keep one of the two. A file that extends another may state a figure anew.",
    ),
    refuses(
        "figure::unknown",
        "The base has no such figure, it is no price, or nothing is known of it by province.",
        "Write beds, the plural of an occupation, an indicator that is followed, or the id of a price; `carecast facts PROVINCE` prints what can be stated.",
    ),
    refuses(
        "figure::unknown-place",
        "`of` is missing, names no province or hospital of the base, a hospital where provinces are known, or stands beside a price.",
        "`carecast list provinces` and `carecast list facilities` show the codes.",
    ),
    warns(
        "figure::unlikely",
        "A figure lies outside the range that the base gives it.",
        "Look at it again; if it is meant, say in `reason` why it is better.",
    ),
    refuses(
        "figures::not-a-table",
        "The table of figures cannot be read: a column is missing or unknown, a cell is no number, a grade is none of A to E.",
        "`carecast facts PROVINCE --figures --csv` prints a table to begin with.",
    ),
    refuses(
        "figures::not-found",
        "`figures_from` names a table that is not there.",
        "Write a path seen from the file that names it.",
    ),
    warns(
        "override::changes-nothing",
        "A field of a policy is written anew with the value it has already.",
        "Take the line out, or write what should differ.",
    ),
    refuses(
        "override::not-fields",
        "Under the id of a policy `overrides` holds something else than fields in round brackets.",
        "Write (payer: Provincial, from: 2028), or put the path of the field behind the id: \"ntp-2031-2035.split.stations\": Share(0.2).",
    ),
    refuses(
        "override::twice",
        "The same field of a policy is written anew twice, or a part of a field that is written anew as a whole.",
        "Keep one of the two.",
    ),
    refuses(
        "override::unknown-field",
        "`overrides` names a field that policies of this kind do not have, or a part that is not there.",
        "`carecast explain` with the kind of the policy lists its fields; `carecast check --show` shows the policy as it stands.",
    ),
    refuses(
        "override::unknown-policy",
        "`overrides` names a policy that neither this file nor those it builds on hold.",
        "`carecast check --show` lists the policies with the files they come from.",
    ),
    refuses(
        "package::not-found",
        "`packages` names a file that is not there and is not built in, or one that cannot be read.",
        "Write the path as seen from the file that names it.",
    ),
    refuses(
        "package::twice",
        "The same package is taken up twice, for instance by the scenario and by the file it extends.",
        "Keep one of the two.",
    ),
    refuses(
        "policy::bad-id",
        "The id of a policy holds capitals, blanks or accents.",
        "Write small letters, digits and hyphens: \"ntp-2026-2030\".",
    ),
    refuses(
        "policy::deadline-month",
        "The month of a deadline is none of 1 to 12, or has no year.",
        "Write `deadline: 2028, deadline_month: 6` for the end of June 2028; leave the month out for December.",
    ),
    refuses(
        "policy::deadline-before-start",
        "The deadline lies before the first year of the policy.",
        "Move the deadline, or let the policy start earlier.",
    ),
    refuses(
        "added::bad-id",
        "An indicator or milestone that the scenario declares has an id of other letters than ids have.",
        "Indicators: small letters, digits and _. Milestones: small letters, digits and hyphens.",
    ),
    refuses(
        "added::known",
        "The scenario declares an indicator or milestone that is there already.",
        "Ask the one that is there, or give yours another id.",
    ),
    refuses(
        "added::unknown",
        "What the scenario declares is made of an indicator, stands in a province, or is read off a class of projects that the base does not have.",
        "The message says what it has.",
    ),
    refuses(
        "added::no-sum",
        "The parts of a sum do not add up: shares and spreads have no sum, parts are of one unit, each stands once.",
        "Sum what is counted per 10,000 people, per station, in heads or in money.",
    ),
    refuses(
        "added::no-source",
        "An indicator that is followed, or a milestone, says neither where it comes from nor why.",
        "Write `source`, and of an indicator `reason`: why its laws hold its own past.",
    ),
    refuses(
        "added::outside",
        "A level of an indicator that the scenario declares lies outside its own bounds.",
        "Write a share as a fraction, or state `low` and `high`.",
    ),
    refuses(
        "added::cannot",
        "What the scenario declares cannot be lived on this base: a milestone planned for a year that is over, or a base without the assumptions that takes.",
        "The message names what is missing.",
    ),
    refuses(
        "target::month",
        "The month of a target is none of 1 to 12, has no year, or the indicator is told by year-end alone.",
        "Write `by: 2030, by_month: 6` for the end of June 2030; leave the month out for December.",
    ),
    refuses(
        "target::reduce-by",
        "A target is reduced by no part between 0 and 1, or no level of the base year is published to reduce it from.",
        "Write a fraction, or the level it comes to: `at_most: ...`.",
    ),
    refuses(
        "task::report",
        "A report of progress cannot be meant: its month is none, it lies after the last year or before the policy begins, less is done than before, or the policy waits for something.",
        "Write `progress: [(year: 2026, month: 6, done: 0.4)]` in the order of dates; `done` is the share of the whole task.",
    ),
    warns(
        "task::done-before",
        "A report says that the task was done before the first year of the run, and the policy happens in the run.",
        "What stood at the base year is in the base: take the policy out, or let it stand for what is still to come.",
    ),
    warns(
        "task::moves-nothing",
        "A report of progress is printed and tells nothing about futures: the kind of decision has no path, or the report is older than the run.",
        "Nothing to correct. Reports tell which futures can be for building, links, upgrades of stations and money.",
    ),
    refuses(
        "task::no-money",
        "`product: Money` on a decision that promises no amount.",
        "Leave `product` out, or name an indicator and a value, or a milestone.",
    ),
    refuses(
        "task::unknown-milestone",
        "`product` names a milestone that the base does not have.",
        "The message lists those it has; `carecast list milestones` shows them.",
    ),
    warns(
        "policy::deadline-unseen",
        "The deadline lies after the last year of the run.",
        "Make `years` longer to see whether it is kept.",
    ),
    refuses(
        "policy::ends-before-start",
        "A policy ends before it starts.",
        "Exchange `from` and `to`, or correct one.",
    ),
    refuses(
        "policy::in-two-files",
        "Two of the files a scenario is made of decide a policy of the same id.",
        "To change some fields write them into `overrides`. To write the policy anew name it in `remove`. If both are meant, give one another id.",
    ),
    refuses(
        "remove::unknown-policy",
        "`remove` names a policy that the files behind the scenario do not hold.",
        "`carecast check --show` lists the policies with the files they come from.",
    ),
    refuses(
        "policy::id-twice",
        "Two policies have the same id, and tables and random numbers go by it.",
        "Give each its own id.",
    ),
    warns(
        "policy::no-deadline",
        "Other policies of the file say by when they are to be done, this one does not.",
        "Add `deadline: 2030`, the year at whose end its product is to be there.",
    ),
    warns(
        "policy::nobody-responsible",
        "Other policies of the file say who is responsible, this one does not.",
        "Add `responsible: \"...\"`, the office that answers for it.",
    ),
    warns(
        "policy::opens-too-late",
        "Much of what a policy pays for opens after the last year of the run: the run shows its cost and not what it brings. The share in the message is the part of the cost that buys nothing inside the years lived.",
        "Begin earlier, or let `years` run longer.",
    ),
    refuses(
        "policy::outside-horizon",
        "A policy starts or ends outside the years of the run.",
        "Change `from` or `to`, or make `years` longer.",
    ),
    warns(
        "policy::payer-open",
        "Money is given and nobody is named who pays, so the provinces are taken.",
        "Add `payer: Ministry`, `Provincial`, `Hospitals` or `Private` to the policy.",
    ),
    warns(
        "policy::years-open",
        "Money is given by a policy that does not say in which years it acts, so every year of the run is taken, and a total is spread over all of them.",
        "Write `from` and `to` beside the decision.",
    ),
    refuses(
        "scenario::discount-rate",
        "The discount rate lies outside 0 to 0.2; often per cent were written.",
        "3 % is written 0.03; leave it out to use the base's own.",
    ),
    warns(
        "scenario::few-replicates",
        "So few futures leave every probability uncertain by many points.",
        "1000 are good for a first look, 10000 for a result.",
    ),
    refuses(
        "scenario::ceiling",
        "A ceiling on what may be spent is no amount, or holds no year of the run, or nobody's money.",
        "Write `ceiling: (amount: 60000, payers: [Ministry, Provincial], from: 2026, to: 2030)`; all but the amount can be left out.",
    ),
    refuses(
        "decide::lever",
        "A lever of a search is no policy of the scenario, or one that is under way; or there is none.",
        "Name policies of the scenario by their ids; write each in `policies` at its full size.",
    ),
    refuses(
        "decide::size",
        "What a lever sizes is no number of its policy, or none that grows from nothing, or its steps and values do not fit.",
        "Name numbers of the policy in `sizes`, as amount; `steps` divide what is written there, `values` are those of one number.",
    ),
    refuses(
        "decide::too-many",
        "The levers of a search make more packages than can be looked through.",
        "Give fewer steps to levers that matter less.",
    ),
    refuses(
        "decide::twice",
        "A policy is a lever twice, or a target stands twice in a goal.",
        "Keep one of the two.",
    ),
    refuses(
        "decide::goal",
        "A goal of a search is no target of the scenario, or one that has no answer; or there is none.",
        "Name targets of the scenario by their ids; the message lists them.",
    ),
    refuses(
        "decide::official",
        "A search is asked for the cheapest way to an official count. Options are compared and sought on beds that are built or operating and on people: official counts only say what will be reported, and what moves them beside that costs nothing here.",
        "Set a target on the indicator the message names.",
    ),
    refuses(
        "decide::at-least",
        "The chance that a goal must reach is none, or is given in per cent.",
        "8 in 10 are written 0.8; by: Number counts targets.",
    ),
    refuses(
        "scenario::matters",
        "A smallest difference that matters is no size (negative, twice, a chance or share in points), or of no indicator of the base.",
        "Chances and shares are fractions: half a point is written 0.005; 0 lets every difference matter.",
    ),
    refuses(
        "scenario::first-year",
        "A run starts in the year after the base year, and another year is given.",
        "Write that year as `first`; policies have their own `from`.",
    ),
    refuses(
        "scenario::last-year",
        "The last year is not after the base year, or further away than the assumptions carry.",
        "Choose a last year between the two the message names.",
    ),
    refuses(
        "scenario::bad-name",
        "A title, the name of the file or the name of who is responsible begins with a sign that spreadsheets take for a formula (=, +, -, @), holds a sign that is not seen, or is unreasonably long.",
        "Let it begin with a letter or a digit, and keep it short.",
    ),
    refuses(
        "scenario::no-title",
        "The title is empty, and every chart and report carries it.",
        "Write a few words that name the question.",
    ),
    refuses(
        "scenario::replicates",
        "The number of futures is zero, negative or beyond a million.",
        "1000 are good for a first look, 10000 for a result.",
    ),
    refuses(
        "scenario::unknown",
        "No scenario of that name is built in.",
        "`carecast list scenarios` shows those that are; a file is named with its path.",
    ),
    refuses(
        "scenario::unknown-base",
        "The base is neither the built-in one nor a folder that exists; paths are seen from the scenario file.",
        "Write \"viet-nam\", or the path of a folder made with `carecast base --write DIR`.",
    ),
    refuses(
        "scenario::unknown-province",
        "A scenario is about a province that the base does not have.",
        "Write a code of provinces.csv, such as `lai-chau`; leave `province` out for a question about the nation.",
    ),
    refuses(
        "scenario::unknown-region",
        "A scenario is about a region that the base does not have.",
        "Write a code of regions.csv; leave `region` out for a question about the nation.",
    ),
    refuses(
        "scenario::two-places",
        "A scenario names a province and a region that its question is about.",
        "Keep one of the two; targets of other places can be written with their `scope`.",
    ),
    refuses(
        "shock::place",
        "A storm strikes named provinces, and one of them is not of the base, is named twice, or none is named.",
        "`carecast list provinces` shows the codes; leave `storm_in` out to have them drawn.",
    ),
    warns(
        "shock::place-idle",
        "Provinces of a storm are named, and no storm strikes, or the chance that a province is hit is given too.",
        "Give the storm a year or a chance, and leave `shock.storm_provinces` to storms without names.",
    ),
    warns(
        "shock::never-strikes",
        "A scenario changes what a shock does, and neither its yearly chance nor its year lets it strike.",
        "Give its chance or its year too: `\"shock.storm_year\": Fixed(2028)`.",
    ),
    warns(
        "shock::outside-horizon",
        "A shock is put in a year the run does not reach.",
        "Write a year of the run, or 0 for none.",
    ),
    refuses(
        "parts::another-question",
        "The folder holds another question that was frozen before, with its parts.",
        "Freeze into another folder, or remove this one first.",
    ),
    refuses(
        "parts::incomplete",
        "Parts of a frozen run are not there, are cut short, have changed since they were written, or belong to another question or build.",
        "Live those parts again: `carecast missing DIR --ranges` prints their numbers for an array of jobs. A part that cannot be used is replaced.",
    ),
    refuses(
        "parts::index",
        "It is not said which part is meant, or two variables of the environment say different ones.",
        "Write its number, from 0, after the folder, or name the variable: `--index-from-env SLURM_ARRAY_TASK_ID`.",
    ),
    refuses(
        "parts::no-question",
        "The folder holds no question that this version has frozen.",
        "Give the folder that `carecast freeze` made.",
    ),
    refuses(
        "parts::not-cut",
        "A fit was to be frozen, or looking back on the law alone: no futures are lived in them.",
        "Do it on one machine; runs, comparisons, sweeps and looking back with the whole model can be frozen.",
    ),
    refuses(
        "parts::of-a-run-alone",
        "`merge` was asked to keep futures one by one of a question that is not a run.",
        "Leave the option out, or run one of the scenarios with it.",
    ),
    refuses(
        "parts::other-build",
        "The question was frozen by another version, or by a build from other sources: its numbers may be others.",
        "Use the program that froze it, built for any machine, or freeze the question again.",
    ),
    refuses(
        "parts::touched",
        "The scenario or the base in the folder of a frozen question is not what was frozen.",
        "Copy the folder anew from where it was frozen, or freeze the question again.",
    ),
    refuses(
        "run::memory",
        "So many futures do not fit into the memory that is free; nothing was lived.",
        "Ask for as many as the message says, or for `--until 1pt`, which ends as soon as every chance is known well enough.",
    ),
    refuses(
        "sweep::not-a-range",
        "What follows --over is no name with values.",
        "Write NAME=LOW..HIGH:COUNT or NAME=VALUE,VALUE,...; for a Latin hypercube NAME=LOW..HIGH.",
    ),
    refuses(
        "sweep::too-many-points",
        "The values of all numbers multiplied make more points than can be lived.",
        "Give fewer values, or ask for a Latin hypercube: `--latin 200`.",
    ),
    refuses(
        "sweep::twice",
        "The same number is varied by two --over.",
        "Name each number once, with all its values.",
    ),
    refuses(
        "sweep::unknown-number",
        "The scenario has no number of this name: neither in one of its policies nor among the assumptions.",
        "`carecast sweep FILE --list` shows every number that can be varied.",
    ),
    refuses(
        "sweep::unknown-target",
        "The scenario answers no target of this id.",
        "`carecast list targets` shows the ids.",
    ),
    refuses(
        "sweep::value",
        "A value is no number, or one the scenario cannot hold.",
        "Choose other values; the message says which fit.",
    ),
    warns(
        "target::after-last-year",
        "Adopted targets fall due after the last year of the run and are not answered.",
        "Make `years` longer, or list the targets you ask for with `targets: Only([...])`.",
    ),
    Code {
        weight: Weight::Both,
        ..refuses(
            "target::implausible",
            "A threshold is negative, or more than eight times today's value.",
            "Write the value the indicator should reach, per 10,000 people for ratios of beds and staff.",
        )
    },
    refuses(
        "target::national-only",
        "A target names a province or region for an indicator that is read for the nation only.",
        "Leave `scope` out, or choose an indicator that is read by province.",
    ),
    warns(
        "target::no-own-value",
        "A target asks for a followed indicator in a province for which the base has no value: the province is taken to lie about the rest of the nation.",
        "Add the value to tracked_values.csv of the base, or read the answer with care.",
    ),
    refuses(
        "target::about",
        "A target says about how much: that can be neither met nor missed.",
        "Say from where on it is met, or write a band from `at_least` to `at_most`.",
    ),
    refuses(
        "target::empty-band",
        "A band ends before it begins: no value is at least the one and at most the other.",
        "Write the lower value in `at_least` and the higher one in `at_most`.",
    ),
    refuses(
        "target::no-year",
        "A target says neither `by` nor `from`, or begins after it ends.",
        "Add `by`, the year at whose end it must hold, or `from`, the first year-end at which it must.",
    ),
    refuses(
        "target::no-threshold",
        "A target does not say how much.",
        "Add `at_least: ...`, `at_most: ...`, `over: ...` or `below: ...`.",
    ),
    refuses(
        "target::outside-horizon",
        "A target is for a year the run does not reach.",
        "Change `by` or `from`, or make `years` longer.",
    ),
    refuses(
        "target::share-as-percent",
        "A threshold of a share is above 1; per cent were written.",
        "15 % is written 0.15.",
    ),
    refuses(
        "target::touches-nothing",
        "The list of targets is empty, so the run would answer nothing.",
        "Name at least one target, or write `targets: Adopted`.",
    ),
    refuses(
        "target::twice",
        "The same target is written twice.",
        "Keep one of the two.",
    ),
    refuses(
        "target::two-thresholds",
        "A target has more than one bound, and they are no band.",
        "Write a target for each; a band is `at_least` with `at_most`.",
    ),
    refuses(
        "target::unknown-indicator",
        "There is no indicator of this id that a target may name.",
        "`carecast list indicators` shows the ids.",
    ),
    refuses(
        "target::unknown-scope",
        "The scope is neither the nation nor a region nor a province.",
        "Write \"nation\" or the code of a place: `carecast list provinces`.",
    ),
    refuses(
        "tie::cannot",
        "A tie is between an assumption and itself or one that is not drawn, is given twice, or has a rank correlation that is not between -1 and 1.",
        "Tie two different assumptions that are drawn, once, by a number above -1 and below 1.",
    ),
    refuses(
        "tie::impossible",
        "The ties of a scenario, with those of the base, are at odds: no numbers can have all these correlations at once. The pair named is the last without which the others hold together.",
        "The message says what the rank correlation of the pair can be beside the others; make this one or another of them weaker.",
    ),
    refuses(
        "tie::no-reason",
        "A tie of a scenario says no reason. Reports print it among the assumptions, with its grade.",
        "Write into `reason` why the two move together.",
    ),
    refuses(
        "tie::unknown",
        "A tie names an assumption the base does not have.",
        "`carecast list assumptions --match TEXT` finds the id.",
    ),
    both(
        "when::level",
        "A policy waits for a level that the indicator cannot have, often per cent where a share is meant; or for one far from all that is known or aimed at.",
        "Write the level in the indicator's unit: 85 % is 0.85.",
    ),
    both(
        "when::margin",
        "A policy waits for futures that lie behind by less than nothing, or by more than half the target.",
        "Write how far behind the line to the target a future must lie, in the indicator's unit: 0 or more.",
    ),
    refuses(
        "when::national-only",
        "A policy waits for an indicator in a region or province, which is read for the nation only.",
        "Leave `scope` out, or wait for an indicator that is read by province.",
    ),
    refuses(
        "when::no-line",
        "A policy waits for futures behind a target on something counted over a year: there is no straight line to it.",
        "Wait with `Below(...)` or `Above(...)`.",
    ),
    refuses(
        "when::no-target",
        "A policy waits for futures behind a target which the scenario does not answer.",
        "Add the target to `targets`, or name the year of one that is answered.",
    ),
    refuses(
        "when::unknown-indicator",
        "A policy waits for an indicator that does not exist.",
        "`carecast list indicators --match TEXT` finds the id.",
    ),
    refuses(
        "when::unknown-scope",
        "A policy waits for something in a place that is neither the nation nor a region or province.",
        "Write `nation`, or a code of regions.csv or provinces.csv of the base.",
    ),
];
