//! Revoking: for good, on a ground of the rules, within their days after the conclusion (QĐ 26/2026, Art. 8).

use axum::extract::Path;
use web::{Answer, Here, Posted};

use super::act::{self, REVOKE};
use super::model::CertificateId;

pub(super) async fn show(here: Here, Path(id): Path<CertificateId>) -> Answer {
    act::show(here, id, REVOKE).await
}

pub(super) async fn submit(here: Here, Path(id): Path<CertificateId>, Posted(form): Posted) -> Answer {
    act::submit(here, id, REVOKE, form).await
}
