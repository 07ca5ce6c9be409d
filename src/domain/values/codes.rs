//! Enums whose every value has a published, stable code. The code is what the database, the JSON
//! output and the policy files hold; the words for it live in `i18n`.

/// An enum whose values have codes. The words for a value stand under `Family-code`.
pub trait Coded: Copy + PartialEq + 'static {
    const FAMILY: &'static str;
    /// Every value, in the order in which people are shown them.
    const VALUES: &'static [Self];
    /// The published code.
    fn stable_code(self) -> &'static str;
}

/// Declares an enum together with its list of values and their codes.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$value_meta:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$value_meta])* #[serde(rename = $code)] $value),+ }

        impl $name {
            /// Every value, in the order in which people are shown them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The published code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            /// The value of a published code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }

        impl $crate::domain::codes::Coded for $name {
            const FAMILY: &'static str = stringify!($name);
            const VALUES: &'static [Self] = Self::ALL;
            fn stable_code(self) -> &'static str {
                self.code()
            }
        }
    };
}

pub(crate) use coded;
