//! Suspending: a certificate does not hold until the suspension is lifted.

use axum::extract::Path;
use web::{Answer, Here, Posted};

use super::act::{self, SUSPEND};
use super::model::CertificateId;

pub(super) async fn show(here: Here, Path(id): Path<CertificateId>) -> Answer {
    act::show(here, id, SUSPEND).await
}

pub(super) async fn submit(here: Here, Path(id): Path<CertificateId>, Posted(form): Posted) -> Answer {
    act::submit(here, id, SUSPEND, form).await
}
