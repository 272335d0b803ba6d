//! `GET …/labels/{run}/{n}.pdf` and `…/codes.csv`: what is printed, as files. The same run gives the same codes again.

use axum::body::Body;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use ground::actor::ProducerId;
use ground::{Refusal, Result};
use papers::label::Labels;
use web::table::download;
use web::{Answer, Here};

use super::codes;
use super::design::MOST_OF_FILE;
use super::gather::Subject;
use super::show::subject;
use super::store::{self, LabelRunId, Model as LabelRun};
use super::typeset;
use crate::lot::LotId;
use crate::serial::{self, Issued, LotSeal};

pub(super) async fn show(
    here: Here,
    Path((producer, lot, run, file)): Path<(ProducerId, LotId, LabelRunId, String)>,
) -> Answer {
    let (subject, _) = subject(&here, producer, lot).await?;
    let run = store::load(&here.reader(), lot, run).await?;
    if file == "codes.csv" {
        return csv(&here, &subject, &run).await;
    }
    let n: Option<u32> = file.strip_suffix(".pdf").and_then(|n| n.parse().ok());
    let n = n.filter(|n| (1..=run.files()).contains(n)).ok_or_else(Refusal::not_found)?;
    pdf(&here, &subject, &run, n - 1).await
}

async fn pdf(here: &Here, subject: &Subject, run: &LabelRun, file: u32) -> Answer {
    let design = run.design()?;
    let stock = design.stock().ok_or_else(Refusal::not_found)?;
    let content = subject.content(here, &design);
    let first = file * MOST_OF_FILE;
    let places = first..(first + MOST_OF_FILE).min(run.labels());
    let serials = serials_of(here, subject, run).await?;
    let made_at = run.made_at;
    let bytes = tokio::task::spawn_blocking(move || {
        let wanted = match serials {
            Some((issued, seal)) => {
                let serials = issued.serials(&seal, places);
                Labels::Each(serials.map(|serial| typeset::printed(serial.to_string())).collect())
            }
            None => Labels::Alike(places.len()),
        };
        typeset::pdf(stock, &content, &wanted, made_at)
    });
    let bytes = bytes.await.map_err(Refusal::unexpected)??;
    let name = format!("nhan-{}-{}.pdf", plain(subject.lot.code.as_str()), file + 1);
    Ok(download(&name, "application/pdf", bytes))
}

// Line by line: a million codes are eighty megabytes, and none of them waits in memory.
async fn csv(here: &Here, subject: &Subject, run: &LabelRun) -> Answer {
    let (issued, seal) = serials_of(here, subject, run).await?.ok_or_else(Refusal::not_found)?;
    let content = subject.content(here, &run.design()?);
    let name = format!("ma-{}.csv", plain(subject.lot.code.as_str()));
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    let columns = ["label-codes-index", "label-codes-serial", "label-codes-link"].map(|key| here.t(key));
    let lines = codes::lines(columns, content, issued, seal);
    Ok((head, Body::from_stream(futures::stream::iter(lines))).into_response())
}

async fn serials_of(here: &Here, subject: &Subject, run: &LabelRun) -> Result<Option<(Issued, LotSeal)>> {
    let Some(id) = run.serial_run_id else { return Ok(None) };
    let run = serial::run::load(&here.reader(), id).await?;
    let seal = serial::key::find(here.ground(), &run.key_id)?;
    Ok(Some((run.issued(), seal.lot(&subject.item.code, &subject.lot.code))))
}

// A lot's number in a file's name: slashes and the like would lead elsewhere.
fn plain(code: &str) -> String {
    code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
