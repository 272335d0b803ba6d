//! Words for roles.

use ground::Role;
use web::Here;

/// A role in the reader's language.
pub(crate) fn role_word(here: &Here, role: Role) -> String {
    here.t(&format!("role-{role}"))
}
