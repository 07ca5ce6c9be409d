//! Enums whose every value has a published, stable code. The code is what the database, the JSON
//! output and the policy files hold; the words for it live in `i18n`.

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
    };
}

pub(crate) use coded;
