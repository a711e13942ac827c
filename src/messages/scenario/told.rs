//! Ways out of laws that are told by percentiles or as weighted variants.

pub(crate) const PERCENTILES: &str = "write two percentiles or more in their order, with rising values: Percentiles([P10(0.6), P50(0.8), P90(0.9)])";
pub(crate) const VARIANTS: &str = "write each variant with its weight, the weights adding to 1: Variants([(0.6, Fixed(1.0)), (0.4, Uniform(low: 2, high: 3))])";
