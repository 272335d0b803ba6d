//! Rules as tables: each with a stable code and with what it costs to break it.

/// An enum of rules, its codes and costs: `Rule, cost: Cost, Variant = "code" CostVariant, …`, all of them documented.
macro_rules! coded {
    (
        $(#[doc = $about:literal])+ $name:ident,
        $(#[doc = $asked:literal])+ $cost:ident: $grade:ident,
        $($(#[doc = $doc:literal])+ $rule:ident = $code:literal $costs:ident,)+
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $doc])+ $rule,)+
        }

        impl $name {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Its stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$rule => $code,)+
                }
            }

            $(#[doc = $asked])+
            #[must_use]
            pub const fn $cost(self) -> $grade {
                match self {
                    $(Self::$rule => $grade::$costs,)+
                }
            }
        }
    };
}

pub(crate) use coded;
