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
        "The numbers of a law do not make one: low above high, a standard deviation of 0, shares that do not add to 1; or most of the law lies outside what the quantity can be, as a price of 0.",
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
        "campus::touches-nothing",
        "A campus has no beds: it is never built and costs nothing.",
        "Right as the end of a sweep; else write how many beds it has.",
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
    warns(
        "campus::very-large",
        "A campus has more beds than the largest hospital of the base: often a zero too many.",
        "Check the number of beds; several campuses are several policies.",
    ),
    warns(
        "commune::after-last-year",
        "Scholarships begin so late that the first bound students are licensed after the last year of the run: it shows what they cost and not what they bring.",
        "Make `years` longer, or let the policy start earlier.",
    ),
    refuses(
        "commune::by-outside-horizon",
        "The posts of a recruitment would be complete in a year the run does not reach, or in one the policy does not act in.",
        "Change `by`, or `from` and `to` of the policy.",
    ),
    refuses(
        "commune::funded-without-standard",
        "A share of the missing posts is to be funded, and no standard says how many are missing.",
        "Add `standard: 4.5`, or write the posts themselves with `posts`.",
    ),
    refuses(
        "commune::no-stations",
        "A province of the list has no commune station, or the base has none at all.",
        "Take the province out of the list.",
    ),
    refuses(
        "commune::posts-or-standard",
        "A recruitment names neither posts nor a standard, or both, and it is not said which holds.",
        "Write one of `posts: 500` and `standard: 4.5`; both are two policies.",
    ),
    refuses(
        "commune::province-twice",
        "A province stands twice in the list.",
        "Keep it once; doctors are shared by what each province lacks.",
    ),
    warns(
        "commune::size-zero",
        "A number of doctors, posts, places or months is 0 and changes nothing.",
        "Write how many, or take the line out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "commune::touches-nothing",
        "The policy names no way to get doctors to stations, or an empty list of provinces.",
        "Add `rotation`, `recruitment` or `scholarships`, and at least one province or no list.",
    ),
    refuses(
        "commune::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "commune::unusual-standard",
        "The standard lies far from the 4 to 5 doctors a station that are planned.",
        "Check the number: it is doctors for each station, not for the province.",
    ),
    refuses(
        "incentives::no-posts",
        "The staff of this occupation are not followed by employer, so nobody knows who would get the allowance.",
        "Name an occupation with posts: the message lists them.",
    ),
    refuses(
        "incentives::not-public",
        "An allowance is promised to private staff, or to no employer.",
        "Name Central, Provincial or Commune.",
    ),
    warns(
        "incentives::points-as-share",
        "An allowance of less than one point of pay is written; often a share was meant.",
        "Points are hundredths of pay: three tenths are written 30.",
    ),
    warns(
        "incentives::size-zero",
        "An allowance of 0 points without starting pay changes nothing.",
        "Write the points of pay, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "incentives::touches-nothing",
        "The allowance would reach nobody: no employer, no province, or none as poor as written.",
        "Name an employer and a province; the income index of the nation is 1.",
    ),
    refuses(
        "incentives::twice",
        "An employer or a province stands twice in its list.",
        "Keep it once; more pay is more points.",
    ),
    refuses(
        "incentives::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
    ),
    refuses(
        "incentives::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "incentives::very-large",
        "An allowance more than doubles pay: often a zero too many.",
        "Check the points; past about half of pay more of it moves hardly anybody.",
    ),
    warns(
        "initiative::more-than-works",
        "An initiative has over ten times the money that brings most of its effect: often an amount in million instead of billion, or a total where a yearly amount is meant.",
        "`cost` is the amount of each year in the currency unit of the base; the message says how much has most of the effect.",
    ),
    warns(
        "initiative::no-money",
        "An initiative with a cost of 0 moves nothing.",
        "Write what it costs a year, or take the policy out.",
    ),
    refuses(
        "initiative::province-twice",
        "A province stands twice in the list of those an initiative reaches.",
        "Keep it once; the money is shared by people, or by facilities.",
    ),
    refuses(
        "initiative::touches-nothing",
        "The list of provinces of an initiative is empty.",
        "Name at least one province, or leave `provinces` out to reach all.",
    ),
    refuses(
        "initiative::unknown-indicator",
        "An initiative names an indicator the base does not follow. Ratios of beds and staff are built from stocks: no initiative moves them directly.",
        "The followed indicators are the rows of tracked.csv of the base.",
    ),
    refuses(
        "initiative::unknown-province",
        "No province has the code given in `provinces`.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "intake::after-last-year",
        "Places are added so late that the first added class is licensed after the last year of the run: it shows what they cost and not what they bring.",
        "Make `years` longer, or let the policy start earlier.",
    ),
    warns(
        "intake::cap-below-growth",
        "The schools are said to teach fewer students than the growth asks for; what is above the cap is not admitted.",
        "Raise `cap`, or found new schools.",
    ),
    warns(
        "intake::cost-implausible",
        "The cost of a new school divided by its places is less than a tenth or more than ten times the usual cost of a place.",
        "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take places times the usual cost.",
    ),
    refuses(
        "intake::opens-outside-horizon",
        "A school would open in a year the run does not reach, or in one the policy does not act in.",
        "Change `first`, or `from` and `to` of the policy.",
    ),
    warns(
        "intake::size-zero",
        "Growth of 0 and no new school add no place.",
        "Write the places added as a part of the base intake, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "intake::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
    ),
    warns(
        "intake::very-large",
        "The intake would be more than four times that of the base year; often per cent were written.",
        "Three tenths more are written 0.3.",
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
        "investment::cut-of-places",
        "A multiple below 1 has teaching places in its split; a cut of capital cannot take places away.",
        "Leave `training_places` out of the split, or write a multiple above 1.",
    ),
    warns(
        "investment::large",
        "A policy spends more in a year than twice all ordinary health capital of the base: often an amount in million instead of billion, or a total where a yearly amount is meant.",
        "Level(...) is the amount of each year in the currency unit of the base. A total over the years is written Profile([...]).",
    ),
    warns(
        "investment::no-beds",
        "None of the money goes to new beds or to the expansion of hospitals, so the ratio of beds will not move.",
        "Right for a programme of stations, equipment or teaching. Else add `new_beds` or `expansion` to the split.",
    ),
    refuses(
        "investment::no-ordinary-capital",
        "Multiple(...) scales the ordinary health capital of the payer, and hospitals and private investors have none in the model.",
        "Write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay.",
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
    warns(
        "investment::other-purpose",
        "An assumption about hospital beds gives the share of another purpose, or the other way round; often two lines of the split were exchanged.",
        "Check the meaning of the assumption with `carecast explain` and its id.",
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
    both(
        "investment::touches-nothing",
        "The policy would spend nothing, reach nobody or change nothing; a list without an entry is refused, an amount of nothing is not, since sweeps pass through it.",
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
        "milestone::faster-than-any",
        "The planned time is shorter than that of any real project of the milestone's class.",
        "The run plans for that shortest time. Start earlier, or plan for a later year.",
    ),
    refuses(
        "milestone::is-a-project",
        "The milestone is reached when a building project of the base opens, and no policy hastens that.",
        "Choose a milestone that is no project of projects.csv.",
    ),
    warns(
        "milestone::no-effort",
        "With an effort of 0 the work never begins.",
        "Write 1 to finish as planned, or take the policy out.",
    ),
    refuses(
        "milestone::outside-horizon",
        "A milestone is planned for a year the run does not reach, or in which the policy does not act.",
        "Change `by`, or `from` and `to` of the policy, or the `years` of the scenario.",
    ),
    warns(
        "milestone::under-way",
        "The milestone is under way without any policy and planned for the same year or an earlier one.",
        "Plan for an earlier year, or take the policy out.",
    ),
    refuses(
        "milestone::unknown",
        "The base has no milestone of this id.",
        "The milestones are the rows of milestones.csv of the base.",
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
        "private::below-one",
        "A multiple below 1 would keep private owners away, and a policy can only draw them in.",
        "Write 1 or more. To ask what happens if fewer come, give `priv.openings` or `priv.size` another law under `assumptions`.",
    ),
    warns(
        "private::changes-nothing",
        "A policy on private hospitals has multiples of 1, no points of growth and no public money.",
        "Write `openings`, `size`, `expansion` or `ppp`, or take the policy out.",
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
        "retirement::no-posts",
        "The staff of this occupation are not followed by employer, so nobody knows who of them is public.",
        "Name an occupation with posts: the message lists them.",
    ),
    warns(
        "retirement::size-zero",
        "A share of 0 keeps nobody at work.",
        "Write the share of those who would retire, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "retirement::twice",
        "Two policies keep the staff of one occupation at work in the same years, and it is not said which age holds.",
        "Keep one of the two, or give them years that do not overlap.",
    ),
    refuses(
        "retirement::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
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
    refuses(
        "satellite::unknown-specialty",
        "The base counts no referrals in the specialty.",
        "Take one of the specialties the message lists; referrals.csv of the base holds them.",
    ),
    warns(
        "satellite::year-left-out",
        "One link of a policy has no year of its own while others have; it starts in the first year of the policy.",
        "Add `from` to the link, or leave it out of all links of the policy.",
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
    warns(
        "target::no-own-value",
        "A target asks for a followed indicator in a province for which the base has no value: the province is taken to lie about the rest of the nation.",
        "Add the value to tracked_values.csv of the base, or read the answer with care.",
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
