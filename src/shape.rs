//! The shape of what may be written, as data: every record with its fields, every choice with its
//! variants.
//!
//! A type says its shape where it is declared, by `shaped!`: what is read, the JSON
//! Schema, the JSON dialect, `explain`, and the paths of sweeps and overrides are read off that one
//! place. A doc comment is what the schema and `explain` say of the field.

use std::fmt;

/// What may stand at a place of a file.
#[derive(Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A whole number between two bounds.
    Whole(f64, f64, Measure),
    /// A number between two bounds.
    Number(f64, f64, Measure),
    /// True or false.
    Flag,
    /// A record with its fields.
    Record(&'static str, &'static [Field]),
    /// A list.
    List(&'static Shape),
    /// A row of values without names.
    Row(&'static [&'static Shape]),
    /// A table from ids to values.
    Table(&'static Shape),
    /// Some fields of a policy, whatever its kind, in round brackets.
    Changes,
    /// One of several.
    Choice(&'static str, &'static [Variant]),
}

impl Shape {
    /// What it measures, if it is a number with a unit.
    pub fn measure(&self) -> Measure {
        match self {
            Shape::Whole(_, _, measure) | Shape::Number(_, _, measure) => *measure,
            _ => Measure::Bare,
        }
    }
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A number without a unit of its own.
    Bare,
    /// Money, in the base's currency at prices of its year.
    Money,
    /// A part of a whole.
    Share,
    /// A calendar year.
    Year,
    /// Years that pass.
    Duration,
    /// Beds.
    Beds,
    /// Times an ordinary amount.
    Multiple,
}

/// What a value must be beside its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    /// Nothing more.
    No,
    /// More than zero.
    Positive,
    /// One or more.
    FromOne,
    /// With an entry at least.
    Filled,
    /// With a letter at least, and plain.
    Name,
    /// Small letters, digits and hyphens.
    Id,
    /// One of these words, or a list of them.
    Among(&'static [&'static str]),
}

/// What is said of a field or a variant: the lines of its doc comment.
#[derive(Clone, Copy)]
pub struct About(pub &'static [&'static str]);

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, line) in self.0.iter().enumerate() {
            // A line of a doc comment begins with a space: between lines it parts the words.
            f.write_str(if n == 0 { line.trim_start() } else { line })?;
        }
        Ok(())
    }
}

impl serde::Serialize for About {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl fmt::Debug for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// Whether the record cannot do without it.
    pub needed: bool,
    /// What stands there.
    pub shape: &'static Shape,
    /// What it must be beside that.
    pub narrow: Narrow,
    /// What it says.
    pub about: About,
}

/// One of several choices.
#[derive(Debug)]
pub struct Variant {
    /// Name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What that must be beside its shape.
    pub narrow: Narrow,
    /// What it says.
    pub about: About,
}

/// What a choice holds.
#[derive(Debug)]
pub enum Holds {
    /// Nothing: the name alone.
    Nothing,
    /// One value.
    One(&'static Shape),
    /// Several values in order.
    Row(&'static [&'static Shape]),
    /// Named values.
    Fields(&'static [Field]),
}

/// A type that says what may stand where it is written.
pub trait Shaped {
    /// Its shape.
    const SHAPE: &'static Shape;
}

/// A type written as a record.
pub trait Record: Shaped {
    /// Its fields, in the order they are told.
    const FIELDS: &'static [Field];
}

impl Shaped for String {
    const SHAPE: &'static Shape = &Shape::Text;
}

impl Shaped for bool {
    const SHAPE: &'static Shape = &Shape::Flag;
}

impl Shaped for f64 {
    const SHAPE: &'static Shape = &Shape::Number(f64::NEG_INFINITY, f64::INFINITY, Measure::Bare);
}

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
}

impl<A: Shaped, B: Shaped> Shaped for (A, B) {
    const SHAPE: &'static Shape = &Shape::Row(&[A::SHAPE, B::SHAPE]);
}

/// Declares a record or a choice that is read from a file, with its [`Shape`].
///
/// Written as the type itself is, with these attributes and no others, in this order:
/// - doc comments: of a field or variant, what the schema and `explain` say of it;
/// - `#[derive(...)]`: what the type derives beside `Clone`, `Debug` and `Deserialize`;
/// - `#[name("...")]`: the name it is known by, where that is not its own; of a field, how it is
///   written;
/// - of a field, `#[default]`: it can be left out; `#[unless(...)]`: what says that it is, when it is
///   written out;
/// - of a variant, `#[default]`: what is meant where nothing is written;
/// - `#[holds(...)]`, of a variant: what it holds ([`Holds`]) where its types alone do not say it;
/// - `#[shape(...)]`: a shape in place of its type's;
/// - `#[only(...)]`: what the value must be beside its shape ([`Narrow`]).
macro_rules! shaped {
    (
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:tt)*)])?
        $(#[name($shown:literal)])?
        $(#[allow($allowed:ident)])?
        pub struct $name:ident {$(
            $(#[doc = $about:literal])+
            $(#[name($written:literal)])?
            $(#[default $($default:ident)?])?
            $(#[unless($unsaid:literal)])?
            $(#[shape($shape:expr)])?
            $(#[only($($only:tt)*)])?
            pub $field:ident : $type:ty
        ),* $(,)?}
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, serde::Deserialize, $($($derive)*)?)]
        #[serde(deny_unknown_fields $(, rename = $shown)?)]
        $(#[allow($allowed)])?
        pub struct $name {$(
            $(#[doc = $about])+
            $(#[serde(rename = $written)])?
            $(#[serde(default $($default)?)])?
            $(#[serde(skip_serializing_if = $unsaid)])?
            pub $field: $type,
        )*}

        impl $crate::shape::Shaped for $name {
            const SHAPE: &'static $crate::shape::Shape = &$crate::shape::Shape::Record(
                $crate::shape::shaped!(@name $name $($shown)?),
                <$name as $crate::shape::Record>::FIELDS,
            );
        }

        impl $crate::shape::Record for $name {
            const FIELDS: &'static [$crate::shape::Field] = &[$($crate::shape::Field {
                name: $crate::shape::shaped!(@name $field $($written)?),
                needed: $crate::shape::shaped!(@needed $(#[default $($default)?])?),
                shape: $crate::shape::shaped!(@shape $type $(, $shape)?),
                narrow: $crate::shape::shaped!(@only $($($only)*)?),
                about: $crate::shape::About(&[$($about),+]),
            }),*];
        }
    };
    (
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:tt)*)])?
        $(#[name($shown:literal)])?
        $(#[serde($($serde:tt)*)])?
        pub enum $name:ident {$(
            $(#[doc = $about:literal])+
            $(#[name($written:literal)])?
            $(#[default $($default:ident)?])?
            $(#[only($($only:tt)*)])?
            $(#[holds($($holds:tt)*)])?
            $variant:ident
            $(($($type:ty),+ $(,)?))?
            $({$(
                $(#[doc = $inner_about:literal])+
                $(#[default $($inner_default:ident)?])?
                $(#[shape($inner_shape:expr)])?
                $(#[only($($inner_only:tt)*)])?
                $field:ident : $inner:ty
            ),+ $(,)?})?
        ),+ $(,)?}
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, serde::Deserialize, $($($derive)*)?)]
        #[serde(deny_unknown_fields $(, rename = $shown)?)]
        $(#[serde($($serde)*)])?
        pub enum $name {$(
            $(#[doc = $about])+
            $(#[serde(rename = $written)])?
            $(#[default $($default)?])?
            $variant $(($($type),+))? $({$(
                $(#[doc = $inner_about])+
                $(#[serde(default $($inner_default)?)])?
                $field: $inner,
            )+})?,
        )+}

        impl $crate::shape::Shaped for $name {
            const SHAPE: &'static $crate::shape::Shape = &$crate::shape::Shape::Choice(
                $crate::shape::shaped!(@name $name $($shown)?),
                &[$($crate::shape::Variant {
                    name: $crate::shape::shaped!(@name $variant $($written)?),
                    holds: $crate::shape::shaped!(@holds $([$($holds)*])? $(($($type),+))? $({$(
                        $field, [$inner $(, $inner_shape)?], [$(#[default $($inner_default)?])?],
                        [$($($inner_only)*)?], [$($inner_about),+];
                    )+})?),
                    narrow: $crate::shape::shaped!(@only $($($only)*)?),
                    about: $crate::shape::About(&[$($about),+]),
                }),+],
            );
        }
    };
    (@name $own:ident) => { stringify!($own) };
    (@name $own:ident $shown:literal) => { $shown };
    (@needed) => { true };
    (@needed $($default:tt)+) => { false };
    (@shape $type:ty) => { <$type as $crate::shape::Shaped>::SHAPE };
    (@shape $type:ty, $shape:expr) => { &$shape };
    (@only) => { $crate::shape::Narrow::No };
    (@only $($only:tt)+) => { $crate::shape::Narrow::$($only)+ };
    (@holds) => { $crate::shape::Holds::Nothing };
    (@holds [$($holds:tt)*] $($rest:tt)*) => { $crate::shape::Holds::$($holds)* };
    (@holds ($type:ty)) => {
        $crate::shape::Holds::One(<$type as $crate::shape::Shaped>::SHAPE)
    };
    (@holds ($($type:ty),+)) => {
        $crate::shape::Holds::Row(&[$(<$type as $crate::shape::Shaped>::SHAPE),+])
    };
    (@holds {$(
        $field:ident, [$inner:ty $(, $shape:expr)?], [$($default:tt)*], [$($only:tt)*], [$($about:literal),+];
    )+}) => {
        $crate::shape::Holds::Fields(&[$($crate::shape::Field {
            name: stringify!($field),
            needed: $crate::shape::shaped!(@needed $($default)*),
            shape: $crate::shape::shaped!(@shape $inner $(, $shape)?),
            narrow: $crate::shape::shaped!(@only $($only)*),
            about: $crate::shape::About(&[$($about),+]),
        }),+])
    };
}

pub(crate) use shaped;
