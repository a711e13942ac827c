//! Counts of very many people, where sums of probabilities give way to an expansion: the count found is
//! still, but for one or two, the first whose running probability reaches the uniform.

use carecast::internals::quantile::{beta_cdf, binomial, lognormal, normal_cdf, poisson};

/// Probability that at most `k` of `n` are struck.
fn at_most(k: f64, n: f64, p: f64) -> f64 {
    beta_cdf(1.0 - p, n - k, k + 1.0)
}

#[test]
fn a_count_out_of_very_many_is_where_its_running_probability_says() {
    for (n, p) in [(1e9, 0.5), (2e9, 0.2), (2e9, 0.9), (4e10, 0.01)] {
        for z in [-3.0, -1.0, 0.0, 0.5, 2.0, 4.0] {
            let u = normal_cdf(z);
            let k = binomial(u, n, p);
            assert_eq!(k, k.floor());
            let (below, above) = (at_most(k - 3.0, n, p), at_most(k + 2.0, n, p));
            assert!(
                below < u && u <= above,
                "{n} {p} {z}: {k} {below} {u} {above}"
            );
        }
    }
}

#[test]
fn who_is_struck_and_who_is_spared_add_up_for_very_many() {
    for (n, p) in [(1e9, 0.5), (2e9, 0.2), (4e10, 0.01)] {
        for u in [0.001, 0.2, 0.7, 0.99] {
            let struck = binomial(u, n, p);
            let spared = binomial(1.0 - u, n, 1.0 - p);
            assert!((struck + spared - n).abs() <= 1.0, "{n} {p} {u}");
        }
    }
}

#[test]
fn more_are_never_fewer_where_the_sum_ends() {
    // Variances on both sides of the longest sum.
    let mut last = 0.0;
    for mean in [0.99e8, 1e8, 1.000_1e8, 1.01e8] {
        let now = poisson(0.9, mean);
        assert!(now > last, "{mean}");
        let hand = mean + 1.281_551_565_544_600_4 * mean.sqrt();
        assert!((now - hand).abs() < 2.0, "{now} and {hand}");
        last = now;
    }
}

#[test]
fn a_higher_uniform_is_a_larger_number_on_the_side_it_lies() {
    let at = |u: f64| lognormal(u, 2.0, 0.5);
    assert!(at(0.1) < 2.0 && 2.0 < at(0.9));
    assert!((at(0.5) - 2.0).abs() < 1e-12);
    assert!((at(normal_cdf(1.0)) - 2.0 * 0.5_f64.exp()).abs() < 1e-9);
}
