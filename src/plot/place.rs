//! Labels find a free place: none lies on another, and few lie on the data.

use super::scene::{Point, Rect};

/// Moves labels stacked along one side apart until none is nearer than its height to the next,
/// each as near as it can stay to where it belongs, all between `low` and `high`. The order of
/// `wanted` centres (ascending) is kept; heights are those of the labels.
pub fn spread(wanted: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    struct Block {
        first: usize,
        count: usize,
        height: f64,
        top: f64,
    }
    let total: f64 = heights.iter().sum();
    let squeeze = if total > high - low {
        (high - low).max(0.0) / total.max(1e-9)
    } else {
        1.0
    };
    let heights: Vec<f64> = heights.iter().map(|h| h * squeeze).collect();
    let place = |first: usize, count: usize| {
        let height: f64 = heights[first..first + count].iter().sum();
        let mut offset = 0.0;
        let mut sum = 0.0;
        for at in first..first + count {
            sum += wanted[at] - heights[at] / 2.0 - offset;
            offset += heights[at];
        }
        let top = (sum / count as f64).clamp(low, (high - height).max(low));
        Block {
            first,
            count,
            height,
            top,
        }
    };
    let mut blocks: Vec<Block> = Vec::new();
    for at in 0..wanted.len() {
        let mut block = place(at, 1);
        while let Some(last) = blocks.last() {
            if last.top + last.height <= block.top + 1e-9 {
                break;
            }
            block = place(last.first, last.count + block.count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut centres = Vec::with_capacity(wanted.len());
    for block in &blocks {
        let mut top = block.top;
        for height in &heights[block.first..block.first + block.count] {
            centres.push(top + height / 2.0);
            top += height;
        }
    }
    centres
}

/// Distance a leader keeps from its point, so that it stays clear of the marker there.
const CLEAR: f64 = 14.0;

/// The leader that ties a label to its point, where the label had to go far.
pub fn leader((x, y): Point, label: &Rect) -> Option<(Point, Point)> {
    let near = (
        x.clamp(label.left, label.right),
        y.clamp(label.top, label.bottom),
    );
    let length = libm::hypot(near.0 - x, near.1 - y);
    (length > 24.0).then(|| {
        let start = (
            x + (near.0 - x) / length * CLEAR,
            y + (near.1 - y) / length * CLEAR,
        );
        (start, near)
    })
}

/// Small squares along a line.
fn along(points: &[Point], step: f64) -> Vec<Rect> {
    let mut squares = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = libm::hypot(to.0 - from.0, to.1 - from.1);
        let pieces = (length / step).ceil().clamp(1.0, 2000.0) as usize;
        for piece in 0..=pieces {
            let t = piece as f64 / pieces as f64;
            let (x, y) = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
            squares.push(Rect::sized(x - 1.5, y - 1.5, 3.0, 3.0));
        }
    }
    squares
}

/// On which side of its point a label would rather stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above.
    Above,
    /// Below.
    Below,
    /// To the right.
    Right,
    /// To the left.
    Left,
}

/// Remembers what is taken inside a plot and finds room for labels.
#[derive(Clone, Debug)]
pub struct Placer {
    bounds: Rect,
    taken: Vec<Rect>,
    busy: Vec<Rect>,
}

impl Placer {
    /// Room inside `bounds`.
    pub fn new(bounds: Rect) -> Placer {
        Placer {
            bounds,
            taken: Vec::new(),
            busy: Vec::new(),
        }
    }

    /// No label may lie here.
    pub fn block(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// No label may lie on this line.
    pub fn block_line(&mut self, points: &[Point]) {
        self.taken.extend(along(points, 5.0));
    }

    /// Labels keep off this line where they can.
    pub fn avoid_line(&mut self, points: &[Point]) {
        self.busy.extend(along(points, 5.0));
    }

    /// A free place of this size near `anchor`, sides tried in the order preferred; `None` where
    /// there is none. The place, and the leader to it, are taken from then on.
    pub fn place(
        &mut self,
        anchor: Point,
        (width, height): (f64, f64),
        sides: &[Side],
    ) -> Option<Rect> {
        let (x, y) = anchor;
        let mut best: Option<(f64, Rect)> = None;
        for ring in 0..14 {
            let gap = 8.0 + 9.0 * f64::from(ring);
            for (rank, side) in sides.iter().enumerate() {
                for slide in [0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1.0, 1.0] {
                    let (left, top) = match side {
                        Side::Above => (x - width / 2.0 + slide * width / 2.0, y - gap - height),
                        Side::Below => (x - width / 2.0 + slide * width / 2.0, y + gap),
                        Side::Right => (x + gap, y - height / 2.0 + slide * 1.5 * height),
                        Side::Left => (x - gap - width, y - height / 2.0 + slide * 1.5 * height),
                    };
                    let rect = Rect::sized(left, top, width, height);
                    let rim = rect.grown(2.5);
                    if !self.bounds.holds(&rect) || self.taken.iter().any(|t| t.meets(&rim)) {
                        continue;
                    }
                    let crosses = leader(anchor, &rect).is_some_and(|(from, to)| {
                        let way = along(&[from, to], 2.5);
                        self.taken.iter().any(|t| way.iter().any(|w| w.meets(t)))
                    });
                    if crosses {
                        continue;
                    }
                    let on_data = self.busy.iter().filter(|b| b.meets(&rim)).count() as f64;
                    let cost = 12.0 * on_data + gap + 4.0 * rank as f64 + 6.0 * f64::abs(slide);
                    if best.is_none_or(|(least, _)| cost < least) {
                        best = Some((cost, rect));
                    }
                }
            }
        }
        let (_, rect) = best?;
        self.taken.push(rect);
        if let Some((from, to)) = leader(anchor, &rect) {
            self.taken.extend(along(&[from, to], 2.5));
        }
        Some(rect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_that_coincide_are_pushed_apart_around_their_point() {
        let centres = spread(&[50.0, 50.0, 50.0], &[10.0; 3], 0.0, 100.0);
        assert_eq!(centres, vec![40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_at_the_edge_move_inwards() {
        let centres = spread(&[99.0, 99.5, 100.0], &[10.0; 3], 0.0, 100.0);
        assert_eq!(centres, vec![75.0, 85.0, 95.0]);
    }

    #[test]
    fn labels_with_room_stay_where_they_belong() {
        assert_eq!(
            spread(&[10.0, 40.0], &[10.0; 2], 0.0, 100.0),
            vec![10.0, 40.0]
        );
    }

    #[test]
    fn a_second_label_at_the_same_point_goes_elsewhere() {
        let mut placer = Placer::new(Rect::sized(0.0, 0.0, 300.0, 200.0));
        let sides = [Side::Above, Side::Below];
        let first = placer.place((150.0, 100.0), (60.0, 14.0), &sides).unwrap();
        let second = placer.place((150.0, 100.0), (60.0, 14.0), &sides).unwrap();
        assert!(!first.meets(&second));
    }

    #[test]
    fn no_room_is_said_and_not_overdrawn() {
        let mut placer = Placer::new(Rect::sized(0.0, 0.0, 50.0, 20.0));
        assert_eq!(
            placer.place((25.0, 10.0), (60.0, 14.0), &[Side::Above]),
            None
        );
    }

    proptest! {
        #[test]
        fn spread_labels_never_overlap(mut wanted in prop::collection::vec(0.0..300.0f64, 1..12)) {
            wanted.sort_by(f64::total_cmp);
            let heights = vec![16.0; wanted.len()];
            let centres = spread(&wanted, &heights, 0.0, 300.0);
            prop_assert!(centres.windows(2).all(|w| w[1] - w[0] >= 16.0 - 1e-6));
            prop_assert!(centres[0] >= 8.0 - 1e-6 && centres[centres.len() - 1] <= 292.0 + 1e-6);
        }
    }
}
