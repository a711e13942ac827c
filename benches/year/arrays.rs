//! The workload by hand: plain arrays of sixteen futures, facilities walked province by province.

use crate::base::*;
use crate::rules::*;
use carecast::internals::chance::Chance;
use carecast::internals::lanes::Lanes;

/// The state of sixteen futures.
pub struct Arrays<'a> {
    base: &'a Base,
    population: Vec<Lanes>,
    heads: Vec<[HeadLanes; OCCUPATIONS]>,
    students: Vec<[Lanes; 6]>,
    done: Vec<Lanes>,
    beds: Vec<Lanes>,
    hospital_staff: Vec<[Lanes; OCCUPATIONS]>,
    station_staff: Vec<[Lanes; OCCUPATIONS]>,
    kept: Vec<ByPost>,
    totals: Vec<ByPost>,
}

impl<'a> Arrays<'a> {
    pub fn new(base: &'a Base) -> Arrays<'a> {
        let none = [Lanes::ZERO; OCCUPATIONS];
        Arrays {
            base,
            population: vec![Lanes::ZERO; PROVINCES],
            heads: vec![[[[Lanes::ZERO; BANDS]; 2]; OCCUPATIONS]; PROVINCES],
            students: vec![[Lanes::ZERO; 6]; base.programmes.len()],
            done: vec![Lanes::ZERO; base.projects.len()],
            beds: vec![Lanes::ZERO; HOSPITALS],
            hospital_staff: vec![none; HOSPITALS],
            station_staff: vec![none; STATIONS],
            kept: vec![Default::default(); PROVINCES],
            totals: vec![Default::default(); PROVINCES],
        }
    }

    fn reset(&mut self) {
        let base = self.base;
        for (p, province) in base.provinces.iter().enumerate() {
            self.population[p] = Lanes::splat(province.population);
            self.heads[p] = province.heads.map(|h| h.map(|row| row.map(Lanes::splat)));
        }
        for (students, programme) in self.students.iter_mut().zip(&base.programmes) {
            *students = programme.students.map(Lanes::splat);
        }
        self.done.fill(Lanes::ZERO);
        for (h, hospital) in base.hospitals.iter().enumerate() {
            self.beds[h] = Lanes::splat(hospital.beds);
            self.hospital_staff[h] = hospital.staff.map(Lanes::splat);
        }
        for (staff, station) in self.station_staff.iter_mut().zip(&base.stations) {
            *staff = station.staff.map(Lanes::splat);
        }
    }

    /// Lives ten years of sixteen futures.
    pub fn live(&mut self, chance: &Chance) -> Results {
        let mut results = Results::with_room();
        self.reset();
        for y in 0..YEARS {
            self.live_year(chance, y, &mut results);
        }
        results
    }

    fn live_year(&mut self, chance: &Chance, y: usize, results: &mut Results) {
        let (base, year) = (self.base, calendar(y));
        let rates = YearRates::draw(chance, base.nation, year);
        for (people, province) in self.population.iter_mut().zip(&base.provinces) {
            *people *= growth(chance, &rates, province, year);
        }
        let mut graduates = [Lanes::ZERO; OCCUPATIONS];
        for (students, programme) in self.students.iter_mut().zip(&base.programmes) {
            let o = programme.occupation;
            graduates[o] += study(chance, programme, rates.intake[o], year, students);
        }
        let mut recruiting = Recruiting::new(base, &graduates, &self.population);
        for (p, province) in base.provinces.iter().enumerate() {
            for o in 0..OCCUPATIONS {
                let heads = &mut self.heads[p][o];
                let key = province.cohort_keys[o];
                self.kept[p][o] = leave_and_age(chance, key, year, &rates, o, heads);
                let hired = recruiting.next(chance, base, year, (p, o), self.population[p]);
                for s in 0..2 {
                    heads[s][0] += hired[s];
                    self.totals[p][o][s] = heads[s].iter().sum();
                }
            }
        }
        for (done, project) in self.done.iter_mut().zip(&base.projects) {
            if let Some(beds) = build(chance, &rates, project, y, done) {
                self.beds[project.hospital] += beds;
            }
        }
        let posts: Vec<Posts> = (0..PROVINCES).map(|p| self.staff_province(p)).collect();
        results.note(|p| (self.population[p], &self.totals[p], &posts[p]));
    }

    fn staff_province(&mut self, p: usize) -> Posts {
        let province = &self.base.provinces[p];
        let hospitals = &self.base.hospitals[province.hospitals.clone()];
        let beds = &self.beds[province.hospitals.clone()];
        let hospital_staff = &mut self.hospital_staff[province.hospitals.clone()];
        let station_staff = &mut self.station_staff[province.stations.clone()];
        let mut posts = Posts::new();
        let kept = &self.kept[p];
        for ((hospital, beds), staff) in hospitals.iter().zip(beds).zip(hospital_staff.iter_mut()) {
            posts.lose(kept, hospital.sector, wanted_at_hospital(*beds), staff);
        }
        for staff in station_staff.iter_mut() {
            posts.lose(kept, 0, wanted_at_station(), staff);
        }
        posts.match_people(&self.totals[p]);
        for ((hospital, beds), staff) in hospitals.iter().zip(beds).zip(hospital_staff) {
            posts.hire_at_hospital(hospital.sector, *beds, staff);
        }
        for staff in station_staff {
            posts.hire_at_station(staff);
        }
        posts
    }
}
