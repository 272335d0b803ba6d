//! An archive of any size, for measuring.

use ground::testing::Bed;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use crate::certificate::CertificateRow;
use crate::code::Code;

/// Rows written in one transaction.
const BATCH: usize = 1_000;

/// Fills the archive with copies of a certificate, each with a code of its own, and returns the codes. They are
/// written past the journal: an archive of 100,000 is there in seconds.
pub async fn copies(bed: &Bed, of: &CertificateRow, count: usize) -> Vec<Code> {
    // One connection, so that a transaction is one.
    let mut options = ConnectOptions::new(&bed.ground.config.database);
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await.unwrap();
    let mut codes = Vec::with_capacity(count);
    while codes.len() < count {
        let most = BATCH.min(count - codes.len());
        let batch: Vec<Code> =
            (0..most).map(|_| Code::of_random(bed.ground.clock.random().unwrap())).collect();
        write(bed, &database, of, codes.len(), &batch).await;
        codes.extend(batch);
    }
    database.execute_unprepared("analyze").await.unwrap();
    database.close().await.unwrap();
    codes
}

async fn write(bed: &Bed, database: &DatabaseConnection, of: &CertificateRow, done: usize, codes: &[Code]) {
    database.execute_unprepared("begin").await.unwrap();
    for (n, code) in codes.iter().enumerate() {
        let id = bed.ground.clock.new_id();
        let running = i32::try_from(done + n).unwrap() + 1_000;
        let (old, new) = (of.id.to_string(), id.to_string());
        let certificate = format!(
            "insert into certificate select $1, $2, number, year, {running}, authority, authority_place_id, product_id, \
             producer_id, place_id, application_id, decision_id, decision_number, decision_on, rules, set_number, stars, \
             product_name, product_code, unit, producer_name, producer_address, place_name, issued_on, signer_title, \
             signer_name from certificate where id = $3"
        );
        let verdict = "insert into verdict select $1, $2, number, product_id, producer_id, place_id, home_id, home_name, \
             product_name, producer_name, folded, standing, stars, set_number, product_group, issued_on, opens_on, \
             expires_on, alive_until, replace(replace(card, $4, $2), $5, $6) from verdict where certificate_id = $3";
        let keys = [id.into(), code.to_string().into(), of.id.0.into()];
        let more = [of.code.to_string().into(), old.into(), new.into()];
        let backend = database.get_database_backend();
        let row = Statement::from_sql_and_values(backend, certificate, keys.clone());
        database.execute_raw(row).await.unwrap();
        let row = Statement::from_sql_and_values(backend, verdict, keys.into_iter().chain(more));
        database.execute_raw(row).await.unwrap();
    }
    database.execute_unprepared("commit").await.unwrap();
}
