//! Ways out of laws that are told by percentiles or as weighted variants.

use crate::said::Said;

pub(crate) const PERCENTILES: Said = Said::new(
    "write two percentiles or more in their order, with rising values: Percentiles([P10(0.6), P50(0.8), P90(0.9)])",
    "viết từ hai bách phân vị trở lên theo thứ tự, giá trị tăng dần: Percentiles([P10(0.6), P50(0.8), P90(0.9)])",
);
pub(crate) const VARIANTS: Said = Said::new(
    "write each variant with its weight, the weights adding to 1: Variants([(0.6, Fixed(1.0)), (0.4, Uniform(low: 2, high: 3))])",
    "viết mỗi biến thể kèm trọng số, tổng các trọng số bằng 1: Variants([(0.6, Fixed(1.0)), (0.4, Uniform(low: 2, high: 3))])",
);
