//! Laws as people tell them: percentiles and weighted variants.

use crate::said::{Said, say, sentences};

pub(crate) const PERCENTILES_OF_TWO: Said = Said::new(
    "a law by percentiles needs two of them or more",
    "phân phối theo bách phân vị cần từ hai bách phân vị trở lên",
);
pub(crate) const VARIANTS_OF_TWO: Said = Said::new(
    "a law of variants has two of them or more",
    "Variants cần từ hai biến thể trở lên",
);
pub(crate) const WEIGHTS_ABOVE_0: Said = Said::new(
    "each variant has a weight above 0, and at most 1: leave out what cannot be",
    "trọng số của mỗi biến thể phải lớn hơn 0 và không quá 1: bỏ biến thể không thể xảy ra",
);

sentences! {
    percentile_outside(percent) = "a percentile lies between 0 and 100, and {percent} does not",
        vi "bách phân vị nằm giữa 0 và 100; `{percent}` không đúng như vậy";
    percentiles_not_in_order(first, second) = "P{second} stands after P{first}: percentiles are written from the lowest to the highest",
        vi "P{second} đứng sau P{first}: các bách phân vị phải viết theo thứ tự từ thấp đến cao";
    percentiles_do_not_rise(first, low, second, high) = "P{first} is {low} and P{second} is {high}: values must rise with their percentiles",
        vi "P{first} bằng `{low}` và P{second} bằng `{high}`: giá trị phải tăng dần theo bách phân vị";
    weights_do_not_add(sum) = "the weights of the variants add to {sum} and not to 1",
        vi "tổng trọng số của các biến thể là `{sum}`, không phải 1";
}

/// What is wrong with one of the variants, counted from 1.
pub(crate) fn bad_variant(place: usize, fault: String) -> String {
    say! {
        en: {
            let which = match place {
                1 => "first".to_owned(),
                2 => "second".to_owned(),
                3 => "third".to_owned(),
                n => format!("{n}th"),
            };
            format!("the {which} variant: {fault}")
        },
        vi: format!("biến thể thứ {}: {fault}", match place {
            1 => "nhất".to_owned(),
            2 => "hai".to_owned(),
            3 => "ba".to_owned(),
            4 => "tư".to_owned(),
            n => n.to_string(),
        }),
    }
}
