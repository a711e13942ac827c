//! Which of many findings stand: tried by the hundred, some differ by luck.

/// Share of false ones among those that stand.
pub const FALSE: f64 = 0.05;

/// Which of these chances of a finding by luck stand. Source: Y. Benjamini, Y. Hochberg, *Controlling the
/// false discovery rate*, J. R. Stat. Soc. B 57 (1995), 289-300.
pub fn stand(chances: &[f64]) -> Vec<bool> {
    let mut sorted = chances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let tried = sorted.len() as f64;
    let steps = sorted.iter().enumerate();
    let mut below = steps.filter(|(k, p)| **p <= FALSE * (*k as f64 + 1.0) / tried);
    let most = below.next_back().map(|(_, p)| *p);
    let stands = |p: &f64| most.is_some_and(|most| *p <= most);
    chances.iter().map(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_benjamini_and_hochberg_stands_as_published() {
        // Their section 3.2: four of fifteen stand at 0.05.
        let chances = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let stood = stand(&chances);
        assert_eq!(stood.iter().filter(|s| **s).count(), 4);
        assert!(stood[..4].iter().all(|s| *s));
        assert!(stand(&[]).is_empty());
    }
}
