//! Codes of meaning: the file can be read, and what it says cannot be meant or is unusual.

use super::{Code, Weight, refuses, warns};

/// Codes about scenarios, policies, assumptions and targets.
pub(super) const CODES: &[Code] = &[
    warns(
        "assumption::changes-nothing",
        "A scenario overrides an assumption with the law the base has already.",
        "Take the line out, or write what should differ.",
    ),
    refuses(
        "assumption::not-a-law",
        "The numbers of a law do not make one: low above high, a standard deviation of 0, shares that do not add to 1.",
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
    warns(
        "campus::cost-implausible",
        "The cost of a campus divided by its beds is less than a third or more than three times the usual cost of a bed.",
        "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take beds times the usual cost.",
    ),
    refuses(
        "campus::opens-outside-horizon",
        "A campus would open in a year the run does not reach, or in one the policy does not act in.",
        "Change `opens`, or `from` and `to` of the policy, or the `years` of the scenario.",
    ),
    refuses(
        "campus::replaces-too-many",
        "A campus would close more beds at home than the hospital has.",
        "Lower `replaces`: the share of the new beds that stands for beds closed at home.",
    ),
    warns(
        "campus::very-large",
        "A campus has more beds than the largest hospital of the base: often a zero too many.",
        "Check the number of beds; several campuses are several policies.",
    ),
    refuses(
        "campus::unknown-hospital",
        "No hospital has the code given in `hospital`.",
        "`carecast list facilities --match TEXT` finds the code; stations cannot open a campus.",
    ),
    refuses(
        "campus::unknown-province",
        "No province has the code given in `province`.",
        "`carecast list provinces` shows the codes.",
    ),
    refuses(
        "investment::cut-of-places",
        "A multiple below 1 has teaching places in its split; a cut of capital cannot take places away.",
        "Leave `training_places` out of the split, or write a multiple above 1.",
    ),
    warns(
        "investment::large",
        "A policy spends more in a year than twice all ordinary health capital of the base: often an amount in million instead of billion, or a total where a yearly amount is meant.",
        "Level(...) is the amount of each year in the currency unit of the base. A total over the years is written Profile([...]).",
    ),
    refuses(
        "investment::no-ordinary-capital",
        "Multiple(...) scales the ordinary health capital of the payer, and hospitals and private investors have none in the model.",
        "Write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay.",
    ),
    warns(
        "investment::no-beds",
        "None of the money goes to new beds or to the expansion of hospitals, so the ratio of beds will not move.",
        "Right for a programme of stations, equipment or teaching. Else add `new_beds` or `expansion` to the split.",
    ),
    refuses(
        "investment::not-a-share",
        "A purpose takes its share from an assumption that is not a share.",
        "Name an assumption whose unit is share, or write Share(0.4).",
    ),
    refuses(
        "investment::not-money",
        "The amount is taken from an assumption that is not a total of money.",
        "Name an assumption measured in the currency unit of the base, or write Level(...).",
    ),
    refuses(
        "investment::profile-assumption",
        "A share or an amount is taken from an assumption that is a profile over years.",
        "Name an assumption that is one number, or write the number itself.",
    ),
    refuses(
        "investment::province-twice",
        "A province stands twice in the list of those who share the money.",
        "Keep it once; each province's part follows its people.",
    ),
    refuses(
        "investment::split-needs-rest",
        "A share of the split is drawn anew in every future, so that fixed shares cannot always add to 1 with it.",
        "Let one other purpose take the rest: `equipment: Rest`.",
    ),
    refuses(
        "investment::split-not-whole",
        "The shares of the split do not add to 1.",
        "Make them add to 1, or let one purpose take the rest: `equipment: Rest`.",
    ),
    refuses(
        "investment::touches-nothing",
        "The policy would spend nothing, reach nobody or change nothing.",
        "Write an amount, at least one province, or a multiple other than 1; or take the policy out.",
    ),
    refuses(
        "investment::two-rests",
        "Two purposes take the rest, and it is not said how they share it.",
        "Let one of them take the rest and give the other a share.",
    ),
    refuses(
        "investment::unknown-assumption",
        "An amount or a share names an assumption the base does not have.",
        "`carecast list assumptions --match TEXT` finds the id.",
    ),
    refuses(
        "investment::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    refuses(
        "investment::year-outside-horizon",
        "Money is given in a year the run does not reach, or in one the policy does not act in.",
        "Change the year, or `from` and `to` of the policy.",
    ),
    refuses(
        "investment::year-twice",
        "A profile gives the same year twice.",
        "Write each year once, with its whole amount.",
    ),
    warns(
        "investment::other-purpose",
        "An assumption about hospital beds gives the share of another purpose, or the other way round; often two lines of the split were exchanged.",
        "Check the meaning of the assumption with `carecast explain` and its id.",
    ),
    warns(
        "policy::years-open",
        "Money is given by a policy that does not say in which years it acts, so every year of the run is taken, and a total is spread over all of them.",
        "Write `from` and `to` beside the decision.",
    ),
    refuses(
        "policy::bad-id",
        "The id of a policy holds capitals, blanks or accents.",
        "Write small letters, digits and hyphens: \"ntp-2026-2030\".",
    ),
    refuses(
        "policy::deadline-before-start",
        "The deadline lies before the first year of the policy.",
        "Move the deadline, or let the policy start earlier.",
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
        "policy::id-twice",
        "Two policies have the same id, and tables and random numbers go by it.",
        "Give each its own id.",
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
        "private::changes-nothing",
        "A policy on private hospitals has multiples of 1, no points of growth and no public money.",
        "Write `openings`, `size`, `expansion` or `ppp`, or take the policy out.",
    ),
    refuses(
        "private::below-one",
        "A multiple below 1 would keep private owners away, and a policy can only draw them in.",
        "Write 1 or more. To ask what happens if fewer come, give `priv.openings` or `priv.size` another law under `assumptions`.",
    ),
    warns(
        "private::far-from-trend",
        "Private owners are asked for several times the beds they open anyway, or the growth of those that stand is raised by more than ten points a year; often per cent were written.",
        "15 % private beds in 2030 would need nearly six times the trend of ten years; the model lets only a part come true. One point is written 0.01.",
    ),
    refuses(
        "private::no-province",
        "The list of provinces of a policy on private hospitals is empty.",
        "Name at least one province, or leave `provinces` out for all of them.",
    ),
    refuses(
        "private::not-public",
        "The public money for private beds would be paid by private owners.",
        "Let Ministry, Provincial or Hospitals pay; owners pay the rest of each bed by themselves.",
    ),
    refuses(
        "private::nothing-paid",
        "The public share of a bed's cost is 0, so no money can be spent.",
        "Write the part the public pays, such as 0.3, or leave `ppp` out.",
    ),
    refuses(
        "private::province-twice",
        "A province stands twice in the list of a policy on private hospitals.",
        "Keep one of the two.",
    ),
    refuses(
        "private::unknown-province",
        "A policy on private hospitals names a province the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    refuses(
        "satellite::core-too-small",
        "A regional hospital is named as the one that teaches.",
        "A core hospital is of the central or the provincial level: `carecast list facilities --level central`.",
    ),
    refuses(
        "satellite::link-twice",
        "The same two hospitals are linked twice in the same specialty.",
        "Keep one of the two links.",
    ),
    refuses(
        "satellite::not-a-provincial-hospital",
        "The hospital that learns is not owned by a province.",
        "Name a hospital of the province, such as its general hospital.",
    ),
    warns(
        "satellite::other-specialty",
        "A specialised hospital hands down a specialty it is not listed for.",
        "Right if the hospital has such a department; else change the specialty.",
    ),
    refuses(
        "satellite::own-satellite",
        "A hospital is linked with itself.",
        "Name the hospital that learns in `satellite`.",
    ),
    refuses(
        "satellite::private-core",
        "A private hospital is named as the one that teaches.",
        "A core hospital is a public one of the central or the provincial level.",
    ),
    refuses(
        "satellite::starts-outside-horizon",
        "A link starts in a year the run does not reach, or in one the policy does not act in.",
        "Change `from` of the link, or `from` and `to` of the policy.",
    ),
    refuses(
        "satellite::touches-nothing",
        "A policy links no hospitals.",
        "Add at least one link, or take the policy out.",
    ),
    warns(
        "satellite::turned-around",
        "A hospital that specialises in the specialty of a link is the one that learns, from one that does not.",
        "Exchange `core` and `satellite`, unless it is meant so.",
    ),
    refuses(
        "satellite::unknown-hospital",
        "No hospital has the code given in `core` or `satellite`.",
        "`carecast list facilities --match TEXT` finds the code; stations are not hospitals.",
    ),
    warns(
        "satellite::year-left-out",
        "One link of a policy has no year of its own while others have; it starts in the first year of the policy.",
        "Add `from` to the link, or leave it out of all links of the policy.",
    ),
    refuses(
        "satellite::unknown-specialty",
        "The base counts no referrals in the specialty.",
        "Take one of the specialties the message lists; referrals.csv of the base holds them.",
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
        "scenario::unknown-province",
        "A scenario is about a province that the base does not have.",
        "Write a code of provinces.csv, such as `lai-chau`; leave `province` out for a question about the nation.",
    ),
    refuses(
        "scenario::unknown-base",
        "The base is neither the built-in one nor a folder that exists; paths are seen from the scenario file.",
        "Write \"viet-nam\", or the path of a folder made with `carecast base --write DIR`.",
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
    warns(
        "station::changes-nothing",
        "An upgrade of stations begins works at none.",
        "Write Number(300) or Share(0.1), or take the policy out.",
    ),
    warns(
        "station::cost-implausible",
        "The cost of a station is less than a quarter or more than four times the usual one; often an amount in million, or that of the whole programme.",
        "Write the cost of one station in the currency unit of the base, or leave `cost` out.",
    ),
    warns(
        "station::more-than-exist",
        "The pace times the years is more than the stations there are; works stop when each has been touched once.",
        "Lower the pace, or let the policy end earlier.",
    ),
    refuses(
        "station::no-province",
        "The list of provinces of an upgrade of stations is empty.",
        "Name at least one province, or leave `provinces` out for all of them.",
    ),
    refuses(
        "station::none-there",
        "No commune station stands in the provinces of an upgrade.",
        "Name provinces whose stations are listed in facilities.csv of the base.",
    ),
    refuses(
        "station::province-twice",
        "A province stands twice in the list of an upgrade of stations.",
        "Keep one of the two.",
    ),
    refuses(
        "station::unknown-province",
        "An upgrade of stations names a province the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "target::after-last-year",
        "Adopted targets fall due after the last year of the run and are not answered.",
        "Make `years` longer, or list the targets you ask for with `targets: Only([...])`.",
    ),
    warns(
        "target::already-adopted",
        "A target of the scenario is also one of the adopted ones.",
        "It is answered once for each document; take the line out to see it once.",
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
    refuses(
        "target::no-threshold",
        "A target does not say how much.",
        "Add `at_least: ...` or `at_most: ...`.",
    ),
    refuses(
        "target::outside-horizon",
        "A target is for a year the run does not reach.",
        "Change `by`, or make `years` longer.",
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
        "A target has both `at_least` and `at_most`.",
        "Write two targets, one for each.",
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
        "transfer::already-decided",
        "The hospital changes hands already by a decision that is part of the base.",
        "Take it out of the list.",
    ),
    refuses(
        "transfer::not-a-ministry-hospital",
        "Only hospitals of a ministry can be handed over, and this one belongs to somebody else.",
        "`carecast list facilities --owner ministry` shows those that can.",
    ),
    refuses(
        "transfer::touches-nothing",
        "The policy hands over no hospital.",
        "Name at least one hospital, or take the policy out.",
    ),
    refuses(
        "transfer::twice",
        "The same hospital is handed over twice.",
        "Keep one of the two.",
    ),
    refuses(
        "transfer::unknown-hospital",
        "No hospital has the code in the list.",
        "`carecast list facilities --owner ministry` shows the codes.",
    ),
    refuses(
        "transfer::year-outside-horizon",
        "Hospitals would change hands in a year the run does not reach, or in one the policy does not act in.",
        "Change `year`, or `from` and `to` of the policy.",
    ),
    refuses(
        "when::level",
        "A policy waits for a level that the indicator cannot have; often per cent were written for a share.",
        "Write the level in the indicator's unit: 85 % is 0.85.",
    ),
    refuses(
        "when::margin",
        "A policy waits for futures that lie behind by less than nothing.",
        "Write how far behind the line to the target a future must lie: 0 or more.",
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
