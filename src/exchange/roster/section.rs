//! The part of a table that a row stands in.

/// What a line over a part of a table says of the rows under it: 一、脱贫不稳定户, 石桥村（3户）.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) label: Option<&'static str>,
    pub(super) village: Option<String>,
}
