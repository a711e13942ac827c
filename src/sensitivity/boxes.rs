//! What the futures that miss have in common: a box of few conditions in which most of them lie and in
//! which most miss.
//!
//! The patient rule induction method: of all futures a twentieth is peeled off again and again, always at
//! that end of one assumption where fewest of what is peeled miss for its size; then faces move back out
//! (pasting). Of the boxes on the way that is taken from which one knows most about missing (the mutual
//! information of lying inside and of missing), found on one half of the futures. On the other half each
//! condition must show itself again, and there alone its numbers are counted. What the first box holds is
//! taken away, and the next is sought. Sources: J. H. Friedman, N. I. Fisher, *Bump hunting in
//! high-dimensional data*, Stat. Comput. 9 (1999), 123-143; B. P. Bryant, R. J. Lempert, *Thinking inside
//! the box*, Technol. Forecast. Soc. Change 77 (2010), 34-49; J. H. Kwakkel, M. Jaxa-Rozen, *Improving
//! scenario discovery for handling heterogeneous uncertainties*, Environ. Model. Softw. 79 (2016), 311-321.

use super::basis::Drawn;
use std::ops::Range;

/// Most conditions of a box.
pub const CONDITIONS: usize = 3;
/// Most boxes.
pub const BOXES: usize = 3;
/// Steps into which the range of a number is cut.
const STEPS: usize = 100;
/// The part that is peeled off, and the smallest part that a box may hold.
const PEEL: f64 = 0.05;
const LEAST: f64 = 0.05;
/// Fewest futures in each half of a box, and fewest misses in each half for one to be sought.
const FEWEST: u32 = 20;
/// Standard deviations that one of three conditions must stand out by: 1 in 20 for all of them.
const STANDS: f64 = 2.13;
/// By how much the odds of missing must at least be greater inside than over all.
const ODDS: f64 = 1.5;

/// A condition on one assumption.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// A number from this value on, and below that one.
    Number(usize, Option<f64>, Option<f64>),
    /// One of these ways.
    Ways(usize, Vec<usize>),
}

impl Condition {
    /// Position of the assumption.
    pub fn column(&self) -> usize {
        match self {
            Condition::Number(column, ..) | Condition::Ways(column, _) => *column,
        }
    }
}

/// How many futures, and how many of them miss.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Futures.
    pub of: u32,
    /// Those that miss.
    pub misses: u32,
}

impl Count {
    fn add(&mut self, missed: bool) {
        self.of += 1;
        self.misses += u32::from(missed);
    }

    fn less(self, other: Count) -> Count {
        Count {
            of: self.of - other.of,
            misses: self.misses - other.misses,
        }
    }

    /// The share that misses.
    pub fn share(self) -> f64 {
        f64::from(self.misses) / f64::from(self.of.max(1))
    }
}

/// A box, with what it holds of the half of the futures that did not take part in finding it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its conditions, the one that says most first.
    pub conditions: Vec<Condition>,
    /// Futures inside.
    pub inside: Count,
    /// Futures left when it was sought: those that no box before it holds.
    pub left: Count,
}

/// Boxes of the futures that miss, and all futures of the half on which they are told.
pub fn boxes(columns: &[Drawn], missed: &[bool]) -> (Vec<Found>, Count) {
    let cut: Vec<Steps> = columns.iter().map(Steps::of).collect();
    let mut halves = [0, 1].map(|first| (first..missed.len()).step_by(2).collect::<Vec<usize>>());
    let all = counted(&halves[1], missed);
    let mut found: Vec<Found> = Vec::new();
    while found.len() < BOXES {
        let [train, held] = [0, 1].map(|k| counted(&halves[k], missed));
        let few = |c: Count| c.misses < FEWEST || c.of - c.misses < FEWEST;
        if few(train) || few(held) {
            break;
        }
        let sought = Sought {
            cut: &cut,
            missed,
            train: &halves[0],
        };
        let Some(faces) = sought
            .best()
            .and_then(|faces| holds(&sought, faces, &halves[1]))
        else {
            break;
        };
        let inside = |r: &usize| faces.iter().all(|face| face.holds(&cut, *r));
        let own: Vec<usize> = halves[1].iter().copied().filter(inside).collect();
        found.push(Found {
            conditions: faces.iter().map(|face| face.said(&cut, columns)).collect(),
            inside: counted(&own, missed),
            left: held,
        });
        for half in &mut halves {
            half.retain(|r| !inside(r));
        }
    }
    (found, all)
}

fn counted(futures: &[usize], missed: &[bool]) -> Count {
    let mut count = Count::default();
    futures.iter().for_each(|r| count.add(missed[*r]));
    count
}

/// The range of an assumption cut into steps: the step of each future.
struct Steps {
    of: Vec<u8>,
    many: usize,
    ways: bool,
}

impl Steps {
    fn of(drawn: &Drawn) -> Steps {
        match drawn {
            Drawn::Way(ways, many) => Steps {
                of: ways.clone(),
                many: *many,
                ways: true,
            },
            Drawn::Number(values, order) => {
                let mut of = vec![0; values.len()];
                let mut last = (f64::NAN, 0);
                for (rank, r) in order.iter().enumerate() {
                    let value = values[*r as usize];
                    // What has one value lies in one step.
                    if value != last.0 {
                        last = (value, (rank * STEPS / values.len()) as u8);
                    }
                    of[*r as usize] = last.1;
                }
                Steps {
                    of,
                    many: STEPS,
                    ways: false,
                }
            }
        }
    }
}

/// The steps of one assumption that lie inside a box.
#[derive(Clone, Debug)]
struct Face {
    column: usize,
    kept: Vec<bool>,
}

impl Face {
    fn holds(&self, cut: &[Steps], future: usize) -> bool {
        self.kept[usize::from(cut[self.column].of[future])]
    }

    fn said(&self, cut: &[Steps], columns: &[Drawn]) -> Condition {
        let kept: Vec<usize> = (0..self.kept.len()).filter(|k| self.kept[*k]).collect();
        let Drawn::Number(values, order) = &columns[self.column] else {
            return Condition::Ways(self.column, kept);
        };
        let steps = &cut[self.column].of;
        let step = |r: &&u32| usize::from(steps[**r as usize]);
        // The value at which a step begins.
        let begins = |at: usize| {
            let first = order.iter().find(|r| step(r) >= at);
            first.map(|r| values[*r as usize])
        };
        let (low, high) = (kept[0], kept[kept.len() - 1]);
        let low = (low > 0).then(|| begins(low)).flatten();
        let high = begins(high + 1);
        Condition::Number(self.column, low, high)
    }
}

/// Futures among which a box is sought.
struct Sought<'a> {
    cut: &'a [Steps],
    missed: &'a [bool],
    train: &'a [usize],
}

impl Sought<'_> {
    /// The box from which one knows most.
    fn best(&self) -> Option<Vec<Face>> {
        let all = counted(self.train, self.missed);
        let least = ((LEAST * f64::from(all.of)) as u32).max(FEWEST);
        let mut inside = self.train.to_vec();
        let mut faces: Vec<Face> = Vec::new();
        let mut best: Option<(f64, Vec<Face>)> = None;
        loop {
            let now = counted(&inside, self.missed);
            let told = told(now, all);
            if !faces.is_empty()
                && now.share() > all.share()
                && best.as_ref().is_none_or(|(most, _)| told > *most)
            {
                best = Some((told, faces.clone()));
            }
            let Some((column, off)) = self.peel(&inside, &faces, now, least) else {
                break;
            };
            let known = faces.iter().position(|face| face.column == column);
            let at = known.unwrap_or_else(|| {
                faces.push(self.whole(column));
                faces.len() - 1
            });
            off.iter().for_each(|k| faces[at].kept[*k] = false);
            inside.retain(|r| faces[at].holds(self.cut, *r));
        }
        let (_, mut faces) = best?;
        self.paste(&mut faces, all);
        Some(faces)
    }

    /// The face that all futures lie in. A way that none is left of is no part of it.
    fn whole(&self, column: usize) -> Face {
        let left = self.by_step(self.train, column);
        let kept = |c: &Count| !self.cut[column].ways || c.of > 0;
        Face {
            column,
            kept: left.iter().map(kept).collect(),
        }
    }

    /// Futures inside by step of a column.
    fn by_step(&self, inside: &[usize], column: usize) -> Vec<Count> {
        let steps = &self.cut[column];
        let mut counts = vec![Count::default(); steps.many];
        for r in inside {
            counts[usize::from(steps.of[*r])].add(self.missed[*r]);
        }
        counts
    }

    /// The column and the steps whose going leaves most missing for what goes.
    fn peel(
        &self,
        inside: &[usize],
        faces: &[Face],
        now: Count,
        least: u32,
    ) -> Option<(usize, Vec<usize>)> {
        let part = ((PEEL * f64::from(now.of)) as u32).max(1);
        let mut best: Option<(f64, usize, Vec<usize>)> = None;
        for column in 0..self.cut.len() {
            if faces.len() == CONDITIONS && faces.iter().all(|face| face.column != column) {
                continue;
            }
            let counts = self.by_step(inside, column);
            let there: Vec<usize> = (0..counts.len()).filter(|k| counts[*k].of > 0).collect();
            let mut try_one = |off: Vec<usize>| {
                let mut gone = Count::default();
                for k in &off {
                    gone.of += counts[*k].of;
                    gone.misses += counts[*k].misses;
                }
                let rest = now.less(gone);
                if rest.of < least || gone.of == 0 {
                    return;
                }
                let gain = (rest.share() - now.share()) / f64::from(gone.of);
                if gain > 0.0 && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
                    best = Some((gain, column, off));
                }
            };
            if self.cut[column].ways {
                there.iter().for_each(|way| try_one(vec![*way]));
                continue;
            }
            // The last step that goes; empty ones on the way, or beyond, go with it.
            let end = |steps: &mut dyn Iterator<Item = &usize>| {
                let mut sum = 0;
                for k in steps {
                    sum += counts[*k].of;
                    if sum >= part {
                        return Some(*k);
                    }
                }
                None
            };
            if let Some(last) = end(&mut there.iter()) {
                try_one((0..=last).collect());
            }
            if let Some(last) = end(&mut there.iter().rev()) {
                try_one((last..counts.len()).collect());
            }
        }
        best.map(|(_, column, off)| (column, off))
    }

    /// Faces move back out, step by step, while more is known.
    fn paste(&self, faces: &mut Vec<Face>, all: Count) {
        let left: Vec<Vec<Count>> = faces
            .iter()
            .map(|face| self.by_step(self.train, face.column))
            .collect();
        let told_by = |faces: &[Face]| {
            let inside = |r: &&usize| faces.iter().all(|face| face.holds(self.cut, **r));
            let mut count = Count::default();
            let own = self.train.iter().filter(inside);
            own.for_each(|r| count.add(self.missed[*r]));
            told(count, all)
        };
        let mut now = told_by(faces);
        loop {
            let mut best: Option<(f64, Vec<Face>)> = None;
            for at in 0..faces.len() {
                let out = outwards(&faces[at], self.cut[faces[at].column].ways, &left[at]);
                for steps in out {
                    let mut wider = faces.clone();
                    wider[at].kept[steps].fill(true);
                    let told = told_by(&wider);
                    if told > now && best.as_ref().is_none_or(|(most, _)| told > *most) {
                        best = Some((told, wider));
                    }
                }
            }
            let Some((told, wider)) = best else { break };
            (now, *faces) = (told, wider);
        }
        // A face that shuts nobody out says nothing.
        let shuts = |(face, left): (&Face, &Vec<Count>)| {
            let mut steps = face.kept.iter().zip(left);
            steps.any(|(kept, left)| !kept && left.of > 0)
        };
        let shuts: Vec<bool> = faces.iter().zip(&left).map(shuts).collect();
        let mut each = shuts.into_iter();
        faces.retain(|_| each.next() == Some(true));
        // The one without which least is known comes first.
        let without = |column: usize| {
            let others: Vec<Face> = faces
                .iter()
                .filter(|f| f.column != column)
                .cloned()
                .collect();
            told_by(&others)
        };
        let mut order: Vec<(f64, Face)> = faces
            .iter()
            .map(|f| (without(f.column), f.clone()))
            .collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.column.cmp(&b.1.column)));
        *faces = order.into_iter().map(|(_, face)| face).collect();
    }
}

/// What lies next to a face, outside of it: on each side the steps to the next that some future is left of.
fn outwards(face: &Face, ways: bool, left: &[Count]) -> Vec<Range<usize>> {
    let there = |k: &usize| left[*k].of > 0;
    if ways {
        let out = (0..face.kept.len()).filter(|k| !face.kept[*k]);
        return out.filter(there).map(|k| k..k + 1).collect();
    }
    let first = face.kept.iter().position(|k| *k).unwrap_or(0);
    let behind = face.kept.iter().rposition(|k| *k).map_or(0, |k| k + 1);
    let below = (0..first).rev().find(there).map(|k| k..first);
    let above = (behind..face.kept.len()).find(there);
    let above = above.map(|k| behind..k + 1);
    below.into_iter().chain(above).collect()
}

/// What lying inside tells of missing: their mutual information, natural units a future.
fn told(inside: Count, all: Count) -> f64 {
    let n = f64::from(all.of);
    let outside = all.less(inside);
    let part = |both: u32, own: u32, misses: u32| {
        if both == 0 {
            return 0.0;
        }
        let [both, own, misses] = [both, own, misses].map(|v| f64::from(v) / n);
        both * libm::log(both / (own * misses))
    };
    let hits = all.of - all.misses;
    part(inside.misses, inside.of, all.misses)
        + part(inside.of - inside.misses, inside.of, hits)
        + part(outside.misses, outside.of, all.misses)
        + part(outside.of - outside.misses, outside.of, hits)
}

/// The conditions that show themselves again on futures that took no part in finding them: each must
/// raise the share of misses among the futures that the others hold, and all together the odds.
fn holds(sought: &Sought<'_>, mut faces: Vec<Face>, held: &[usize]) -> Option<Vec<Face>> {
    loop {
        let falls = (0..faces.len()).rev().find(|at| {
            let (mut inside, mut beside) = (Count::default(), Count::default());
            for r in held {
                let others = faces.iter().enumerate().filter(|(k, _)| k != at);
                if others.into_iter().all(|(_, f)| f.holds(sought.cut, *r)) {
                    let count = match faces[*at].holds(sought.cut, *r) {
                        true => &mut inside,
                        false => &mut beside,
                    };
                    count.add(sought.missed[*r]);
                }
            }
            !greater(inside, beside)
        });
        match falls {
            Some(at) => drop(faces.remove(at)),
            None => break,
        }
    }
    let inside = |r: &usize| faces.iter().all(|face| face.holds(sought.cut, *r));
    let own: Vec<usize> = held.iter().copied().filter(inside).collect();
    let (own, all) = (counted(&own, sought.missed), counted(held, sought.missed));
    let odds = |c: Count| f64::from(c.misses) + 0.5;
    let against = |c: Count| f64::from(c.of - c.misses) + 0.5;
    let more = odds(own) * against(all) >= ODDS * against(own) * odds(all);
    (!faces.is_empty() && own.of >= FEWEST && more).then_some(faces)
}

/// Whether the share of misses of the first is greater beyond luck.
fn greater(a: Count, b: Count) -> bool {
    let (m, n) = (f64::from(a.of), f64::from(b.of));
    let both = f64::from(a.misses + b.misses) / (m + n);
    let sd = (both * (1.0 - both) * (1.0 / m + 1.0 / n)).sqrt();
    a.of > 0 && b.of > 0 && a.share() - b.share() > STANDS * sd
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::toys::{inputs, uniforms};

    fn drawn(x: &[Vec<f32>]) -> Vec<Drawn> {
        x.iter()
            .map(|x| Drawn::of(x).expect("it differs"))
            .collect()
    }

    #[test]
    fn a_corner_that_misses_is_found_among_many() {
        let x = inputs("corner", 4_000, 60);
        let luck: Vec<f64> = uniforms("luck", 4_000).collect();
        let corner = |r: usize| x[7][r] < 0.4 && x[31][r] > 0.5;
        let missed: Vec<bool> = (0..4_000)
            .map(|r| luck[r] < if corner(r) { 0.9 } else { 0.1 })
            .collect();
        let (found, all) = boxes(&drawn(&x), &missed);
        assert_eq!(all.of, 2_000);
        let first = &found[0];
        let near = |v: &Option<f64>, at: f64| v.is_some_and(|v| (v - at).abs() < 0.03);
        for condition in &first.conditions {
            match condition {
                Condition::Number(7, None, high) => assert!(near(high, 0.4), "{high:?}"),
                Condition::Number(31, low, None) => assert!(near(low, 0.5), "{low:?}"),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(first.conditions.len(), 2);
        assert!(first.inside.share() > 0.85, "{first:?}");
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_way_is_a_condition_and_a_second_box_holds_what_the_first_leaves() {
        let mut x = inputs("ways", 4_000, 20);
        x[3].iter_mut().for_each(|v| *v = (*v * 3.0).floor());
        let luck: Vec<f64> = uniforms("luck", 4_000).collect();
        let missed: Vec<bool> = (0..4_000)
            .map(|r| {
                luck[r]
                    < if x[3][r] == 1.0 || x[9][r] > 0.8 {
                        0.95
                    } else {
                        0.05
                    }
            })
            .collect();
        let (found, _) = boxes(&drawn(&x), &missed);
        let mut columns: Vec<usize> = found.iter().map(|f| f.conditions[0].column()).collect();
        columns.sort();
        assert_eq!(columns, [3, 9], "{found:?}");
        let way = found
            .iter()
            .flat_map(|f| &f.conditions)
            .find(|c| c.column() == 3);
        assert_eq!(way, Some(&Condition::Ways(3, vec![1])));
    }

    #[test]
    fn a_second_box_is_found_beyond_the_hole_that_the_first_leaves() {
        // Nearly all of the lower 0.3 of a number misses; most of what follows to 0.5 where another is high.
        let x = inputs("hole", 8_000, 12);
        let luck: Vec<f64> = uniforms("luck", 8_000).collect();
        let missed: Vec<bool> = (0..8_000)
            .map(|r| {
                luck[r]
                    < match (x[4][r], x[8][r]) {
                        (a, _) if a < 0.3 => 0.97,
                        (a, b) if a < 0.5 && b > 0.4 => 0.6,
                        _ => 0.03,
                    }
            })
            .collect();
        let (found, _) = boxes(&drawn(&x), &missed);
        assert_eq!(found.len(), 2, "{found:?}");
        for one in found.iter().flat_map(|f| &f.conditions) {
            assert!(!matches!(one, Condition::Number(_, None, None)), "{one:?}");
        }
        let of =
            |f: &Found, column: usize| f.conditions.iter().find(|c| c.column() == column).cloned();
        let near = |v: Option<f64>, at: f64| v.is_some_and(|v| (v - at).abs() < 0.03);
        let Some(Condition::Number(_, None, high)) = of(&found[0], 4) else {
            panic!("{found:?}")
        };
        assert!(near(high, 0.3), "{found:?}");
        let Some(Condition::Number(_, _, high)) = of(&found[1], 4) else {
            panic!("{found:?}")
        };
        assert!(near(high, 0.5), "{found:?}");
        let Some(Condition::Number(_, low, None)) = of(&found[1], 8) else {
            panic!("{found:?}")
        };
        assert!(near(low, 0.4), "{found:?}");
        assert!(found[1].left.of < found[0].left.of, "{found:?}");
    }

    #[test]
    fn peeling_goes_on_where_the_end_of_a_number_is_empty() {
        // No future is left below 0.3: what lies at the end of those that are is no hole of the box.
        let x = inputs("empty", 4_000, 3);
        let luck: Vec<f64> = uniforms("luck", 4_000).collect();
        let missed: Vec<bool> = (0..4_000)
            .map(|r| luck[r] < if x[1][r] > 0.6 { 0.9 } else { 0.1 })
            .collect();
        let columns = drawn(&x);
        let cut: Vec<Steps> = columns.iter().map(Steps::of).collect();
        let train: Vec<usize> = (0..4_000).filter(|r| x[1][*r] > 0.3).collect();
        let sought = Sought {
            cut: &cut,
            missed: &missed,
            train: &train,
        };
        let faces = sought.best().expect("a box");
        let face = faces.iter().find(|f| f.column == 1).expect("its number");
        let Condition::Number(1, Some(low), None) = face.said(&cut, &columns) else {
            panic!("{:?}", face.said(&cut, &columns))
        };
        assert!((low - 0.6).abs() < 0.03, "{low}");
        // A way that no future is left of is not named.
        let ways: Vec<f32> = (0..4_000).map(|r| (r % 4) as f32).collect();
        let columns = drawn(std::slice::from_ref(&ways));
        let cut: Vec<Steps> = columns.iter().map(Steps::of).collect();
        let missed: Vec<bool> = (0..4_000)
            .map(|r| luck[r] < if ways[r] >= 2.0 { 0.9 } else { 0.1 })
            .collect();
        let train: Vec<usize> = (0..4_000).filter(|r| ways[*r] != 1.0).collect();
        let sought = Sought {
            cut: &cut,
            missed: &missed,
            train: &train,
        };
        let faces = sought.best().expect("a box");
        assert_eq!(
            faces[0].said(&cut, &columns),
            Condition::Ways(0, vec![2, 3])
        );
    }

    #[test]
    fn where_luck_alone_decides_nothing_is_named() {
        let mut named = 0;
        for seed in 0..40 {
            let x = inputs(&format!("nothing {seed}"), 1_000, 60);
            let missed: Vec<bool> = uniforms(&format!("luck {seed}"), 1_000)
                .map(|u| u < 0.3)
                .collect();
            named += usize::from(!boxes(&drawn(&x), &missed).0.is_empty());
        }
        assert!(named <= 2, "{named} of 40");
    }

    #[test]
    fn where_all_miss_or_none_there_is_nothing_to_tell() {
        let x = drawn(&inputs("all", 400, 5));
        assert!(boxes(&x, &[true; 400]).0.is_empty());
        assert!(boxes(&x, &[false; 400]).0.is_empty());
    }
}
