//! Students become staff; staff die, retire, leave and move; posts are funded and filled.

use super::*;

/// Retirement and moving up in bands 55-59, 60-64 and 65-69: `(retire, up)`.
fn retirement(b: &Base, t: usize, men: f64, on: f64, exit_65: f64) -> [(f64, f64); 3] {
    let (_, rm, rw) = b.retirement_age[t];
    let (_, before_m, before_w) = b.retirement_age[t - 1];
    let (w, dm, dw) = (1.0 - men, rm - before_m, rw - before_w);
    let n55 = 5.0 * men + w * ((rw - 55.0) + on * (60.0 - rw));
    let n60 = men * ((rm - 60.0) + on * (65.0 - rm)) + 5.0 * on * w;
    [
        ((1.0 - on) * w * (1.0 - dw) / n55, (men + on * w) / n55),
        (over((1.0 - on) * men * (1.0 - dm), n60), over(on, n60)),
        (exit_65, 0.0),
    ]
}

impl Country<'_> {
    /// A study year passes; last year's graduates are licensed and some look for a post.
    pub fn teach(&mut self) {
        let (b, t, year) = (self.base, self.t, self.year());
        for (school, o) in self.schools.iter_mut().zip(&b.occupations) {
            let m = |stem: &str| median(b, &stem.replace("{}", &o.code));
            let stay = m("train.completion_{}").powf(1.0 / f64::from(o.study_years));
            school.classes.iter_mut().for_each(|c| *c *= stay);
            let finished = school.classes.remove(0);
            let late = finished * m("train.late_share");
            school.graduates = finished - late + school.late;
            school.late = late;
            let grown = (1.0 + m("train.intake_growth"))
                .powi(t)
                .min(m("train.capacity"));
            school.classes.push(school.intake * grown);

            let examined = o.exam_from.is_some_and(|from| from.0 <= year);
            let pass = if examined { m("exam.pass_{}") } else { 1.0 };
            let again = if examined {
                school.again * m("exam.retry")
            } else {
                0.0
            };
            let licensed = school.practising * pass + again;
            school.again = school.practising * (1.0 - pass);
            school.practising = school.graduates;
            school.waiting *= 1.0 - m("entry.wait_leave");
            school.waiting += licensed * m("entry.{}");
        }
    }

    /// Posts are funded; staff leave for good, move to private practice and grow older.
    pub fn work(&mut self) {
        let (b, t) = (self.base, self.t);
        self.fund_posts();
        self.places.iter_mut().for_each(|p| p.resigned = 0.0);
        for (o, occupation) in b.occupations.iter().enumerate() {
            let m = |stem: &str| median(b, &stem.replace("{}", &occupation.code));
            let age = |k: usize| occupation.first_age as usize + 5 * k;
            let bands = occupation.bands();
            let of = |c: &Cohort| {
                (0..bands)
                    .filter(|k| age(*k) < 40)
                    .map(|k| c.bands[k])
                    .sum::<f64>()
            };
            let young: f64 = self.places.iter().flat_map(|p| &p.staff[o]).map(of).sum();
            let abroad = over(m("exit.emigrate_{}"), young).min(0.5);
            for place in &mut self.places {
                let both = |x: [f64; 4]| {
                    over(
                        x[1] * place.built[1] + x[2] * place.built[2],
                        place.built[1] + place.built[2],
                    )
                };
                let crowd = [place.full[0], both(place.full), 0.0, place.full[3]];
                let mut asked = vec![[0.0; 3]; bands];
                let mut up = vec![[0.2; 4]; bands];
                for e in 0..if occupation.has_posts { 4 } else { 1 } {
                    let side = if e == 3 { "private" } else { "public" };
                    let alone = maybe(b, &format!("ret.work_on_{}", occupation.code));
                    let on = alone.unwrap_or_else(|| m(&format!("ret.work_on_{{}}_{side}")));
                    let (mut quit, moving) = match (occupation.has_posts, e) {
                        (false, _) => (m("exit.quit_{}"), 0.0),
                        (true, 3) => (m("exit.quit_private_{}"), 0.0),
                        (true, _) => (m("exit.quit_public_{}"), m("exit.to_private_{}")),
                    };
                    if occupation.has_posts {
                        let pay = m("allow.quit_effect") * m("allow.points") / 10.0;
                        quit *= if e == 2 { 1.0 + pay } else { 1.0 };
                        quit *= 1.0 + m("exit.burnout") * (crowd[e] - 1.0).max(0.0) * 10.0;
                        quit = quit.min(0.9);
                    }
                    let old =
                        retirement(b, t as usize, m("ret.male_share_{}"), on, m("ret.exit_65"));
                    let (mut gone, mut causes, mut left) = (0.0, 0.0, 0.0);
                    for k in 0..bands {
                        let rate = b
                            .death_rates
                            .iter()
                            .find(|d| d.0 as usize == age(k))
                            .expect("known")
                            .1;
                        let died = (m("exit.death_mult") * rate).min(1.0);
                        let mut retired = 0.0;
                        if age(k) >= 55 {
                            (retired, up[k][e]) = old[(age(k) - 55) / 5];
                        }
                        let quit = if age(k) < 60 { quit } else { 0.0 };
                        let (leaves, moves) = (quit * (1.0 - moving), quit * moving);
                        let emigrates = if age(k) < 40 { abroad } else { 0.0 };
                        let heads = &mut place.staff[o][e].bands[k];
                        let stay =
                            (1.0 - died) * (1.0 - retired) * (1.0 - leaves) * (1.0 - emigrates);
                        gone += *heads * (1.0 - stay);
                        causes += *heads * (died + retired + leaves + emigrates);
                        left += *heads * leaves;
                        *heads *= stay;
                        if e < 3 {
                            asked[k][e] = *heads * moves;
                        }
                    }
                    if occupation.has_posts {
                        place.resigned += gone * over(left, causes);
                    }
                }
                let [public @ .., private] = &mut place.staff[o];
                let all: f64 = asked.iter().flatten().sum();
                let share = over((private.posts - private.heads()).max(0.0), all).min(1.0);
                place.resigned += all * share;
                for k in 0..bands {
                    for e in 0..3 {
                        public[e].bands[k] -= asked[k][e] * share;
                        private.bands[k] += asked[k][e] * share;
                    }
                }
                for (e, cohort) in place.staff[o].iter_mut().enumerate() {
                    for k in (1..bands).rev() {
                        let older = cohort.bands[k - 1] * up[k - 1][e];
                        cohort.bands[k - 1] -= older;
                        cohort.bands[k] += older;
                    }
                }
            }
        }
    }

    fn fund_posts(&mut self) {
        let (b, progress) = (self.base, (f64::from(self.t) / 5.0).min(1.0));
        for place in &mut self.places {
            for (o, occupation) in b
                .occupations
                .iter()
                .enumerate()
                .filter(|(_, o)| o.has_posts)
            {
                let m = |stem: &str| median(b, &stem.replace("{}", &occupation.code));
                let payroll = 1.0 + m("post.payroll_growth_{}");
                for (e, c) in place.staff[o].iter_mut().enumerate() {
                    let new = place.added[e].max(0.0);
                    c.posts = match e {
                        2 if o == 0 => {
                            let gap =
                                (m("post.commune_standard") * place.stations - c.base).max(0.0);
                            let funded = m("post.commune_funded") * gap * progress;
                            c.posts.max(c.base * (1.0 + m("post.vacancy_{}")) + funded)
                        }
                        3 => {
                            c.posts * (1.0 + m("post.clinic_growth_{}"))
                                + m("post.private_{}_bed") * new
                        }
                        2 => c.posts * payroll,
                        _ => c.posts * payroll + m("post.norm_{}_bed") * new,
                    };
                }
            }
        }
    }

    /// Entrants fill open posts by appeal, never above them; the rest go round again, then wait.
    pub fn place(&mut self) {
        let b = self.base;
        let m = |id: &str| median(b, id);
        let commune = m("post.commune_appeal") * (1.0 + m("allow.attract"));
        let appeal = [
            m("post.central_appeal"),
            1.0,
            commune,
            m("post.private_appeal"),
        ];
        let e = m("post.income_elasticity");
        for (o, occupation) in b.occupations.iter().enumerate() {
            let pool = self.schools[o].waiting;
            let room = |c: &Cohort| {
                if occupation.has_posts {
                    (c.posts - c.heads()).max(0.0)
                } else {
                    0.0
                }
            };
            let open: Vec<f64> = self
                .places
                .iter()
                .flat_map(|p| &p.staff[o])
                .map(room)
                .collect();
            let pull = |c: usize| appeal[c % 4] * b.provinces[c / 4].income_index.powf(e);
            let mut left = m("post.match") * pool.min(open.iter().sum());
            let mut come = vec![0.0; open.len()];
            if !occupation.has_posts {
                left = 0.0;
                come = shares(
                    self.places
                        .iter()
                        .flat_map(|p| &p.staff[o])
                        .map(Cohort::heads),
                );
                come.iter_mut().for_each(|c| *c *= pool);
            }
            for _ in 0..6 {
                let want = shares((0..come.len()).map(|c| (open[c] - come[c]).max(0.0) * pull(c)));
                let whole = left;
                for c in 0..come.len() {
                    let more = (whole * want[c]).min((open[c] - come[c]).max(0.0));
                    (come[c], left) = (come[c] + more, left - more);
                }
            }
            let placed: f64 = come.iter().sum();
            self.schools[o].waiting = if occupation.has_posts {
                pool - placed
            } else {
                0.0
            };
            for (c, people) in come.iter().enumerate() {
                let bands = &mut self.places[c / 4].staff[o][c % 4].bands;
                bands[0] += people * occupation.enter_first_band;
                bands[1] += people * (1.0 - occupation.enter_first_band);
            }
        }
    }
}
