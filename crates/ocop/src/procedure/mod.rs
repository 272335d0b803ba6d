//! Stub.
use serde::Deserialize;
use crate::pack::{Fault, Vocabulary};
/// Stub.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Procedure {}
impl Procedure {
    pub(crate) fn faults(&self, _: &Vocabulary) -> Vec<(String, Fault)> { Vec::new() }
}
