//! A share is drawn from a beta law by inverting the incomplete beta function.

use super::normal;

/// A beta law with what every evaluation needs worked out once.
#[derive(Clone, Copy, Debug)]
pub struct Beta {
    a: f64,
    b: f64,
    /// Logarithm of the complete beta function.
    log_beta: f64,
}

/// Beta distribution function (the regularised incomplete beta function).
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    Beta::new(a, b).below(x).0
}

impl Beta {
    /// The law of these two parameters, both above zero.
    pub fn new(a: f64, b: f64) -> Beta {
        Beta {
            a,
            b,
            log_beta: libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b),
        }
    }

    /// The share not exceeded with probability `u`; absolute error below 1e-12 for both parameters
    /// from 0.05 to 1e4.
    ///
    /// The law is turned round if the answer lies in its upper part, then solved for the logarithm of
    /// the share by Halley's method on the logarithm of the probability, inside a bracket.
    pub fn quantile(&self, u: f64) -> f64 {
        if u <= 0.0 {
            return 0.0;
        }
        if u >= 1.0 {
            return 1.0;
        }
        let (x, spared) = self.guess(u);
        if x <= self.a / (self.a + self.b) {
            self.solve(u, libm::log(x).max(-744.0))
        } else {
            1.0 - self.turned().solve(1.0 - u, libm::log(spared).max(-744.0))
        }
    }

    fn turned(&self) -> Beta {
        Beta {
            a: self.b,
            b: self.a,
            log_beta: self.log_beta,
        }
    }

    /// A first answer and its distance from one. Source: Abramowitz and Stegun 26.5.22; for an
    /// exponent below one the two power laws at the ends.
    fn guess(&self, u: f64) -> (f64, f64) {
        let (a, b) = (self.a, self.b);
        if a >= 1.0 && b >= 1.0 {
            let z = -normal(u);
            let (ra, rb) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
            let third = (z * z - 3.0) / 6.0;
            let h = 2.0 / (ra + rb);
            let w = z * libm::sqrt((h + third).max(0.0)) / h
                - (rb - ra) * (third + 5.0 / 6.0 - 2.0 / (3.0 * h));
            let grown = libm::exp(2.0 * w);
            (a / (a + b * grown), b * grown / (a + b * grown))
        } else {
            let lower = libm::exp(a * libm::log(a / (a + b))) / a;
            let upper = libm::exp(b * libm::log(b / (a + b))) / b;
            let both = lower + upper;
            if u < lower / both {
                let x = libm::pow(a * both * u, 1.0 / a);
                (x, 1.0 - x)
            } else {
                let spared = libm::pow(b * both * (1.0 - u), 1.0 / b);
                (1.0 - spared, spared)
            }
        }
    }

    /// Solves for the share whose probability of not being exceeded is `u`, from a guess of its
    /// logarithm.
    fn solve(&self, u: f64, guess: f64) -> f64 {
        let goal = libm::log(u);
        let (mut low, mut high) = (-760.0, 0.0);
        let mut y = guess;
        for _ in 0..200 {
            let x = libm::exp(y);
            let (below, slope) = self.below(x);
            let miss = libm::log(below) - goal;
            if miss > 0.0 {
                high = y;
            } else {
                low = y;
            }
            // First and second derivative of the logarithm of the probability in that of the share.
            let first = slope / below;
            let second = first * (self.a - (self.b - 1.0) * x / (1.0 - x) - first);
            let newton = miss / first;
            let halley = newton / (1.0 - 0.5 * newton * second / first).clamp(0.5, 2.0);
            let mut next = y - halley;
            if !(next >= low && next <= high) {
                next = 0.5 * (low + high);
            }
            let step = (next - y).abs();
            y = next;
            // The error after a step is about its cube.
            if step < 1e-6 || step <= y.abs() * 1e-15 {
                break;
            }
        }
        libm::exp(y).max(f64::MIN_POSITIVE)
    }

    /// The probability below `x`, and its slope in the logarithm of `x`.
    fn below(&self, x: f64) -> (f64, f64) {
        let (a, b) = (self.a, self.b);
        let power = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - self.log_beta);
        let below = if x < (a + 1.0) / (a + b + 2.0) {
            power * fraction(x, a, b) / a
        } else {
            1.0 - power * fraction(1.0 - x, b, a) / b
        };
        (below, power / (1.0 - x))
    }
}

/// The continued fraction of the incomplete beta function, by Lentz's method. Source: Press et al.,
/// "Numerical Recipes", section 6.4.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let keep = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / keep(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..2000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / keep(1.0 + even * d);
        c = keep(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / keep(1.0 + odd * d);
        c = keep(1.0 + odd / c);
        let last = d * c;
        value *= last;
        if (last - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beta(u: f64, a: f64, b: f64) -> f64 {
        Beta::new(a, b).quantile(u)
    }

    #[test]
    fn quantiles_agree_with_forty_digit_arithmetic() {
        // By halving the incomplete beta function of mpmath 1.3 with 40 digits.
        for (u, a, b, x) in [
            (0.1, 2.0, 3.0, 0.142_559_316_710_030_72),
            (0.5, 0.5, 0.5, 0.5),
            (0.9, 0.5, 0.5, 0.975_528_258_147_576_8),
            (0.01, 0.05, 0.05, 9.711_823_602_720_024e-35),
            (0.7, 0.05, 2.0, 3.008_148_286_294_316_6e-4),
            (0.3, 0.05, 100.0, 2.047_614_808_187_938e-13),
            (0.999_999, 3.0, 0.05, 1.0),
            (0.2, 8.0, 2.0, 0.702_230_207_738_477),
            (0.975, 20.0, 60.0, 0.349_825_699_100_298_04),
            (1e-9, 5.0, 9.0, 3.804_434_220_370_273_6e-3),
            (1.0 - 2.0_f64.powi(-30), 5.0, 9.0, 0.951_238_436_528_411_7),
            (0.5, 1.0, 1.0, 0.5),
            (0.25, 1.0, 0.3, 0.616_701_124_949_470_6),
            (0.6, 150.0, 850.0, 0.152_640_860_522_920_54),
            (0.025, 900.0, 1.5, 0.994_821_339_476_316_9),
            (1e-10, 0.3, 40.0, 8.162_325_798_197_018e-36),
        ] {
            let got = beta(u, a, b);
            assert!(
                (got - x).abs() < 1e-12 * x.min(1e-3) * 1e3,
                "{u} {a} {b}: {got:e}"
            );
        }
    }

    /// The share of a beta density that lies below `x`, by Simpson's rule; for densities without a
    /// pole, over the stretch where there is any.
    fn area_below(x: f64, a: f64, b: f64) -> f64 {
        let mean = a / (a + b);
        let sd = (mean * (1.0 - mean) / (a + b + 1.0)).sqrt();
        let (low, high) = ((mean - 14.0 * sd).max(0.0), (mean + 14.0 * sd).min(1.0));
        let log = |x: f64| (a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x);
        let top = log((a - 1.0) / (a + b - 2.0));
        let area = |from: f64, to: f64| {
            let steps = 20_000;
            let width = (to - from) / f64::from(steps);
            let at = |i: i32| {
                let x = from + width * f64::from(i);
                if x <= 0.0 || x >= 1.0 {
                    0.0
                } else {
                    libm::exp(log(x) - top)
                }
            };
            let inner = (1..steps).map(|i| at(i) * if i % 2 == 1 { 4.0 } else { 2.0 });
            (at(0) + at(steps) + inner.sum::<f64>()) * width / 3.0
        };
        let (below, above) = (area(low, x), area(x, high));
        below / (below + above)
    }

    #[test]
    fn quantiles_cut_off_the_area_they_say() {
        for (a, b) in [
            (5.0, 5.0),
            (8.0, 300.0),
            (1e4, 1e4),
            (1e4, 30.0),
            (60.0, 7e3),
        ] {
            for u in [1e-6, 0.03, 0.2, 0.5, 0.81, 0.9999] {
                let x = beta(u, a, b);
                let slack = 1e-9 * u.min(1.0 - u) + 1e-13;
                assert!((area_below(x, a, b) - u).abs() < slack, "{u} {a} {b}");
            }
        }
    }

    #[test]
    fn quantiles_undo_the_distribution_function_and_rise() {
        let sizes = [0.05, 0.3, 0.9, 1.0, 1.7, 6.0, 40.0, 900.0, 1e4];
        for a in sizes {
            for b in sizes {
                let mut last = 0.0;
                for i in 1..200 {
                    let u = f64::from(i) / 200.0;
                    let x = beta(u, a, b);
                    assert!(x >= last && x <= 1.0, "{u} {a} {b}: {x:e} after {last:e}");
                    last = x;
                    // Near one a share cannot be told from one; there the law turned round can.
                    if x < 0.999 {
                        assert!(
                            (beta_cdf(x, a, b) - u).abs() < 1e-10,
                            "{u} {a} {b}: {x:e} {}",
                            beta_cdf(x, a, b)
                        );
                    }
                    let turned = 1.0 - beta(1.0 - u, b, a);
                    assert!((turned - x).abs() < 1e-12, "{u} {a} {b}: {turned} {x}");
                }
            }
        }
    }
}
