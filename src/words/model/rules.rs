//! Where every assumption acts, and the equation it stands in.

/// Where a group of assumptions acts and the equation it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Phase of the year, and whose.
    pub acts: &'static str,
    /// The equation, in words and signs.
    pub equation: &'static str,
}

/// Stems of assumption ids, the longest that fits counts.
const RULES: &[(&str, &str, &str)] = &[
    (
        "observation_sd.",
        "no phase: the chance of a year and the bands of provinces; nothing else sees it",
        "published figure of a province = figure * exp(sd * normal score), fresh each year",
    ),
    (
        "quota.",
        "Measure: official beds, which write nothing to the model",
        "g[t] = clip(long + phi (g[t-1] - long) + sd z[t]); official beds per head = base * exp(g[1] + ... + g[t]) * (built / (base built * exp(reference t)))^built_share * exp(u) / weighted mean of exp(u), u[t] = (1 - converge) u[t-1] - converge * distance from the nation + local_sd z, less its weighted mean",
    ),
    (
        "expected.",
        "Measure: people with what the flow model misses; targets on people are judged on them",
        "expected = people * exp(E[t] + v), E[t] = E[t-1] + x[t], x[t] = phi x[t-1] + sd z[t]; v as the local walk of official beds",
    ),
    (
        "recount.",
        "Measure: heads counted beyond people",
        "official count = expected people + R[t]; R = 0 (stopped), pool * (1 - (1 - rate)^t), or flow * t until the last year of registration",
    ),
    (
        "pool.",
        "Base year: people with a degree who work and are not yet counted",
        "T[first] = counted / (1 - outside); T[y+1] = T[y] (1 - loss) + graduates[y] * entry * coverage; pool = max(0, T[base] - (1 - overcount) * official)",
    ),
    (
        "track.",
        "Care: followed indicators, each year; initiatives add to them",
        "log odds between the bounds[t] = log odds[t-1] + steep * (trend + noise_sd * score + response * (1 - exp(-money / response_money))); published = level + observation_sd * score; scores of provinces province_ratio times the nation's, centred; base: drawn where none is published, provinces without a value province_sd about the rest",
    ),
    (
        "milestone.",
        "Construction: milestones are reached",
        "delay = 0 for the share on_time, else on straight lines between the delays of real projects of the class",
    ),
    (
        "demo.",
        "Demography: people of each province, each year",
        "w = N exp((1 - natural_shrink) * (natural - mean) + mean + migration_mult * migration); N' = w * (sum of N * official growth) / sum of w * exp(growth_drift + e_nation + e_province), e with autocorrelation shock_ar, provincial e centred by people",
    ),
    (
        "demo.share60_slope",
        "Demography: people aged 60 and over",
        "share60[t] = share60[base] + slope * (t - base)",
    ),
    (
        "base.",
        "Base year: single figures of the tables hold in every future; a range holds 80 of 100, its value their median",
        "stock of a province = value + own z - common z[widest] + share (nation's distance - sum of the others'); hospitals of known beds have them; employers by their shares",
    ),
    (
        "base.doctor_overcount",
        "Base year and Workforce: names in the count that do not work",
        "working heads = counted heads * (1 - overcount); the names stay in the official ratio and never leave",
    ),
    (
        "age.",
        "Base year: ages of staff",
        "share of band b = base share[b] * exp(tilt * bands above 40) / sum",
    ),
    (
        "train.grad_coverage",
        "Training: graduates of the base year",
        "real graduates = reported graduates * coverage",
    ),
    (
        "train.grad_noise",
        "Training: finishing late",
        "share late[t] = late_share + grad_noise / sqrt(2) * normal score, between 0 and 0.5",
    ),
    (
        "train.enrolled_growth",
        "Training: students enrolled before the base year ends",
        "class of study year k at base = base class * (1 + enrolled_growth) ^ years, so that the graduates of the base year are the published ones",
    ),
    (
        "train.completion",
        "Training: drop-outs",
        "each study year a binomial share 1 - completion ^ (1 / years of study) drops out",
    ),
    (
        "train.capacity",
        "Training: teaching capacity",
        "intake[t] = min(base intake * (1 + intake_growth) ^ years + paid places, base intake * capacity + paid places)",
    ),
    (
        "train.late_share",
        "Training: finishing late",
        "graduates[t] = finished * (1 - late share) + late of t - 1",
    ),
    (
        "train.",
        "Training: intake and graduates of each programme",
        "intake[t] = min(base intake * (1 + intake_growth) ^ years + paid places, base intake * capacity + paid places)",
    ),
    (
        "exam.",
        "Training: the licensing exam, a year after graduation",
        "licensed[t] = binomial(graduates of t - 1, pass) + binomial(failed of t - 1, retry); who fails twice is lost; all pass until the exam begins (occupations.csv, or a year later)",
    ),
    (
        "entry.wait_leave",
        "Training: the pool that waits",
        "waiting[t] = waiting * (1 - wait_leave) + licensed * entry",
    ),
    (
        "entry.waiting_at_base",
        "Base year: the pool that waits",
        "waiting[base] = waiting_at_base * graduates of the base year",
    ),
    (
        "entry.",
        "Training: who looks for a counted post",
        "waiting[t] = waiting * (1 - wait_leave) + licensed * entry",
    ),
    (
        "ret.",
        "Workforce: retirement by five-year band",
        "retire in 55-59: (1 - o) w (1 - d_w) / n55, in 60-64: (1 - o) m (1 - d_m) / n60, in 65-69: exit_65; m men, w women, o working on, d the rise of the retirement age",
    ),
    (
        "exit.death_mult",
        "Workforce: deaths",
        "deaths = staff * table of the band * death_mult",
    ),
    (
        "exit.shock",
        "Workforce: good and bad years for staying",
        "leaving rate[t] = rate * exp(e[t]), e with standard deviation shock_sd and autocorrelation shock_ar",
    ),
    (
        "exit.burnout",
        "Workforce: crowded hospitals lose more staff",
        "resignation rate * (1 + burnout * 10 * max(occupancy - 1, 0))",
    ),
    (
        "exit.emigrate",
        "Workforce: emigration",
        "a number a year, spread over staff under 40",
    ),
    (
        "exit.to_private",
        "Workforce: moves to private practice",
        "moves = to_private * resignations, as far as private posts are open",
    ),
    (
        "exit.",
        "Workforce: resignations",
        "leavers = staff under 60 * quit * shock * pay policy * burn-out; one joint probability with death, retirement and emigration",
    ),
    (
        "post.vacancy",
        "Base year: posts",
        "posts[base] = staff[base] * (1 + vacancy)",
    ),
    (
        "post.payroll_growth",
        "Placement: public posts",
        "posts[t] = posts[t-1] * (1 + payroll_growth) + norm_bed * net new beds",
    ),
    (
        "post.norm_",
        "Placement: posts that come with beds",
        "posts[t] = posts[t-1] * (1 + payroll_growth) + norm_bed * net new beds",
    ),
    (
        "post.clinic_growth",
        "Placement: private posts",
        "posts[t] = posts[t-1] * (1 + clinic_growth) + private_bed * net new private beds",
    ),
    (
        "post.private_",
        "Placement: private posts",
        "posts[t] = posts[t-1] * (1 + clinic_growth) + private_bed * net new private beds",
    ),
    (
        "post.commune_funded",
        "Placement: posts at stations",
        "posts[t] = max(posts[t-1], staff[base] * (1 + vacancy) + funded * max(standard * stations - staff[base], 0) * min(years, 5) / 5)",
    ),
    (
        "post.commune_standard",
        "Placement: posts at stations",
        "posts[t] = max(posts[t-1], staff[base] * (1 + vacancy) + funded * max(standard * stations - staff[base], 0) * min(years, 5) / 5)",
    ),
    (
        "post.",
        "Placement: who fills which post",
        "placed = match * min(waiting, open posts), in proportion to open posts * appeal * income index ^ income_elasticity * exp(e), e with allocation_sd and allocation_ar; never above the open posts",
    ),
    (
        "post.private_appeal",
        "Placement: who fills which post",
        "placed in proportion to open posts * appeal * income index ^ income_elasticity * exp(e)",
    ),
    (
        "commune.",
        "Care: doctors spread over the stations of a province",
        "weight of a station = lognormal quantile with sd sigma * (1 - fill_gap * progress to the standard)",
    ),
    (
        "capex.unit_",
        "Construction: what money buys",
        "beds bought = money * share for beds / (unit cost * overrun)",
    ),
    (
        "capex.overrun",
        "Construction: what money buys",
        "beds bought = money * share for beds / (unit cost * overrun)",
    ),
    (
        "capex.bed_share",
        "Construction: what money buys",
        "beds bought = money * bed_share / (unit cost * overrun)",
    ),
    (
        "capex.build_lag",
        "Construction: from money to beds",
        "beds opening in t = sum over k of lag[k] * beds bought in t - k",
    ),
    (
        "capex.disburse",
        "Finance: money really spent",
        "spent = d * (plan + carried in); d Beta around its mean with concentration conc",
    ),
    (
        "capex.carry_share",
        "Finance: money not spent",
        "carried out = carry_share * unspent part of the plan; the rest lapses",
    ),
    (
        "capex.absorb_multiple",
        "Finance: beds a province can begin",
        "begun in t = min(beds bought, max(absorb_multiple * the most that could be begun or was opened by private owners and named projects in one of t - 5 to t - 1, project_size)); money over it lapses",
    ),
    (
        "capex.absorb_occupancy",
        "Finance: no bed where beds stand empty",
        "begun in t <= bed-days of t - 1 / (365 * absorb_occupancy) - beds that stand or are on order; money over it lapses",
    ),
    (
        "capex.replace_share",
        "Construction: new beds for old",
        "net new beds = opened * (1 - replace_share)",
    ),
    (
        "capex.converge",
        "Finance: money between provinces",
        "share of a province = people * (national / own bed density) ^ converge * exp(e), normalised",
    ),
    (
        "capex.allocation",
        "Finance: money between provinces",
        "share of a province = people * (national / own bed density) ^ converge * exp(e), e with allocation_sd and allocation_ar",
    ),
    (
        "capex.project_size",
        "Construction: lumps",
        "beds bought go to the most crowded facilities in lumps of about project_size",
    ),
    (
        "capex.provincial_level_share",
        "Finance: levels of the province",
        "provincial level = share * money for beds; the regional level takes the rest",
    ),
    (
        "capex.",
        "Finance: ordinary health capital",
        "plan[t] = capital of the base year * (1 + growth) ^ years",
    ),
    (
        "bed.fitout",
        "Construction: beds fitted out from hospital revenue",
        "beds = fitout_rate * public beds * clip(occupancy / 0.9, 0.5, 1.3) ^ 2",
    ),
    (
        "bed.",
        "Construction: public beds that close or leave the count",
        "closed = retire_rate * public beds; reclassified beds pass to stations in equal parts over the first years",
    ),
    (
        "pipe.counted_at_base",
        "Base year: projects opened in the base year",
        "beds still to open = beds * (1 - counted_at_base)",
    ),
    (
        "pipe.cancel",
        "Construction: planned projects",
        "each planned project is cancelled with this probability",
    ),
    (
        "pipe.remaining_building",
        "Finance: what begun projects still cost",
        "money still due = cost * remaining, taken from ordinary capital first",
    ),
    (
        "pipe.",
        "Construction: named projects",
        "yearly chance of opening from the planned year (one later if not begun): 1 / (1 + delay); what opened in the base year opens its rest by opened_rest",
    ),
    (
        "priv.",
        "Construction: private hospitals",
        "openings ~ Poisson(openings * (1 + openings_growth) ^ years), size lognormal with mean size and squared variation size_cv2; standing beds * (1 + expansion - closure); unit cost a bed",
    ),
    (
        "priv.brake",
        "Finance: policies that draw private owners in",
        "beds that come = beds asked for / (1 + brake * e), e = beds asked for / beds that open anyway there",
    ),
    (
        "ntp.",
        "Finance: the National Target Programme",
        "plan[t] = total / years of the policy; beds = spent * bed_share / (unit cost * overrun)",
    ),
    (
        "care.occ_",
        "Care: bed-days of the base year",
        "bed-days = beds * occupancy * 365 * clip((own / national bed density) ^ -(1 - density_elasticity), 0.5, 1.35)",
    ),
    (
        "care.density_elasticity",
        "Care: bed-days of the base year",
        "bed-days = beds * occupancy * 365 * clip((own / national bed density) ^ -(1 - density_elasticity), 0.5, 1.35)",
    ),
    (
        "care.use_",
        "Care: demand",
        "bed-days[t] = bed-days[base] * people * age index (use_ratio60) * exp(use_growth * years)",
    ),
    (
        "care.referral_crowding",
        "Care: overflow",
        "referrals * (Central occupancy / its base) ^ -referral_crowding; the difference stays in the province",
    ),
    (
        "care.",
        "Care: who travels where",
        "pull of a host = Central beds / max(distance, distance_floor_km); distance from coordinates, else tiles * tile_km",
    ),
    (
        "gate.",
        "Care: beds without staff stay shut (only with staffing_gate: true)",
        "operating beds = min(built, staff / (stretch * own staff per bed of the base year))",
    ),
    (
        "sat.cost_link",
        "Policy: satellite links",
        "cost = cost_link a link and year while the policy acts",
    ),
    (
        "sat.work",
        "Care: work a satellite gains",
        "bed-days at home + work * bed-days of referral avoided",
    ),
    (
        "sat.",
        "Policy: satellite links",
        "referrals of the specialty and province * (1 - effect * coverage * min(1, years / lag))",
    ),
    (
        "transfer.delay_mean",
        "Policy: handovers",
        "yearly chance of agreement from the planned year on: 1 / (1 + delay_mean)",
    ),
    (
        "transfer.",
        "Policy: handovers",
        "in the year of the change a share of staff (staff_loss) and of service (service_loss) is lost; service returns over integration_years; subsidy and cost per bed follow the hospital",
    ),
    (
        "allow.",
        "Workforce and Placement: the allowance of commune staff in force from the first year",
        "resignation rate of station staff * (1 + quit_effect * points / 10); commune appeal * (1 + attract)",
    ),
    (
        "allow.saturation",
        "Policy: allowances of policies; unused without one",
        "worth of x points of pay = saturation * (1 - exp(-x / saturation)), counted from the allowances in force on",
    ),
    (
        "allow.starting_weight",
        "Policy: starting pay; unused without one",
        "points that draw entrants = points + weight * 100 * starting_pay",
    ),
    (
        "rotation.",
        "Policy: doctors lent to stations; unused without one",
        "person-years at stations = lent * fte (or months / 12); stayed = binomial(lent, stay); cost on top = pay * extra_pay * person-years",
    ),
    (
        "bond.",
        "Policy: scholarships bound to stations; unused without one",
        "come to stations = binomial(licensed of those bound, fulfil); the others look for a post like anybody",
    ),
    (
        "cost.inflation",
        "Measure: nominal costs; enters nothing else",
        "nominal = constant * (1 + inflation) ^ years",
    ),
    (
        "cost.discount",
        "Measure: discounted costs; enters nothing else",
        "present value = sum of constant / (1 + discount) ^ years",
    ),
    (
        "life.building",
        "Measure: residual value of what policies build; enters nothing else",
        "residual = sum of constant * max(0, 1 - years since it opened / life), of what is not open yet all of it",
    ),
    (
        "life.equipment",
        "Measure: residual value of equipment that policies buy; enters nothing else",
        "residual = sum of constant * max(0, 1 - years since it was bought / life)",
    ),
    (
        "cost.station",
        "Finance: stations rebuilt",
        "stations rebuilt = money for stations / cost of one, never more than are left",
    ),
    (
        "station.years",
        "Finance: works at commune stations",
        "ready = sum over years s of begun[s] * clip(t - s + 1 - years, 0, 1)",
    ),
    (
        "station.appeal",
        "Placement: who fills which post",
        "commune appeal of a province * (1 + appeal * stations brought to standard / stations)",
    ),
    (
        "shock.storm_",
        "Draw: a stress test, off unless a scenario switches it on; acts on Finance and Care",
        "with the yearly chance, or in the given year, each province is hit with chance storm_provinces, or those are that the scenario names; there usable beds * (1 - storm_beds), bed-days needed * (1 + storm_demand), bed money * (1 - storm_diverted) for the year",
    ),
    (
        "shock.epidemic_",
        "Draw: a stress test, off unless a scenario switches it on; acts on Finance and Care",
        "with the yearly chance, or in the given year, everywhere: usable beds * (1 - epidemic_beds), bed-days needed * (1 + epidemic_demand), public bed money * (1 - epidemic_diverted) for the year",
    ),
    (
        "shock.freeze_",
        "Draw: a stress test, off unless a scenario switches it on; acts on Finance",
        "with the yearly chance, or in the given year: disbursed share of public money * freeze_disbursed",
    ),
    (
        "shock.exit_",
        "Draw: a stress test, off unless a scenario switches it on; acts on Workforce",
        "with the yearly chance, or in the given year, a wave begins: resignation rate of public staff * exit_quits for exit_years years",
    ),
    (
        "cost.training_place",
        "Policy: teaching places",
        "places = money for training_places / cost of one",
    ),
    (
        "cost.",
        "Measure: running costs",
        "cost = bed_year * beds + pay * heads + allowance * pay of those entitled + student_year * students",
    ),
];

/// The rule an assumption stands in.
pub fn rule(assumption: &str) -> Option<Rule> {
    RULES
        .iter()
        .filter(|(stem, ..)| assumption.starts_with(stem))
        .max_by_key(|(stem, ..)| stem.len())
        .map(|(_, acts, equation)| Rule { acts, equation })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;

    #[test]
    fn every_assumption_has_its_rule_and_every_rule_an_assumption() {
        let base = Base::builtin();
        for a in &base.assumptions.all {
            assert!(rule(&a.id).is_some(), "{} has no rule", a.id);
        }
        for (stem, ..) in RULES {
            let used = base.assumptions.all.iter().any(|a| a.id.starts_with(stem));
            assert!(used, "no assumption begins with {stem}");
        }
    }
}
