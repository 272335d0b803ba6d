//! Waiting longer after each failed attempt to sign in, by login and by address.

use ground::records::Records;
use ground::{Ground, Instant, Refusal, RefusalKind, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};

use super::model::failure::{ActiveModel, Column, Entity, Model};
use super::token::hash_of;

/// Failures of one login that cost nothing: people mistype.
const LOGIN_FREE: i32 = 4;
/// Longest wait of one login; more would let a stranger keep its owner out.
const LOGIN_MOST_SECONDS: i64 = 300;
/// Failures of one address that cost nothing: a whole office stands behind one.
const ADDRESS_FREE: i32 = 30;
/// Longest wait of one address.
const ADDRESS_MOST_SECONDS: i64 = 900;
/// After so long without an attempt, what failed is forgotten.
const FORGET_SECONDS: i64 = 86_400;
/// How often a lost race for the same row is run again.
const RACES: usize = 5;

#[derive(Clone, Copy)]
struct Patience {
    free: i32,
    most_seconds: i64,
}

const OF_LOGIN: Patience = Patience { free: LOGIN_FREE, most_seconds: LOGIN_MOST_SECONDS };
const OF_ADDRESS: Patience = Patience { free: ADDRESS_FREE, most_seconds: ADDRESS_MOST_SECONDS };

impl Patience {
    // 1, 2, 4, 8 … seconds after the failures that cost nothing.
    fn wait(self, failures: i32) -> i64 {
        let over = failures - self.free;
        if over <= 0 {
            return 0;
        }
        let doublings = Ord::min(over - 1, 30);
        Ord::min(1_i64 << doublings, self.most_seconds)
    }
}

/// Takes one attempt for a login from an address, counted as failed until [`forgive`]: so of many attempts at the
/// same time no more are judged than may be.
///
/// # Errors
/// `sign-in-wait` with the seconds to wait.
pub(crate) async fn attempt(ground: &Ground, login: &str, address: Option<&str>) -> Result<()> {
    if let Some(address) = address {
        take(ground, &address_key(address), OF_ADDRESS).await?;
    }
    take(ground, &login_key(login), OF_LOGIN).await
}

/// Takes back what [`attempt`] counted: the password was right.
///
/// # Errors
/// The records are away.
pub(crate) async fn forgive(ground: &Ground, login: &str, address: Option<&str>) -> Result<()> {
    let records = &ground.records;
    records.drop_rows(Entity::delete_many().filter(Column::Key.eq(login_key(login)))).await?;
    if let Some(address) = address {
        let one_less = Entity::update_many()
            .col_expr(Column::Failures, Expr::col(Column::Failures).sub(1))
            .filter(Column::Key.eq(address_key(address)))
            .filter(Column::Failures.gt(0));
        records.tend_rows(one_less).await?;
    }
    Ok(())
}

fn login_key(login: &str) -> String {
    hash_of(&format!("login {}", login.trim().to_lowercase()))
}

fn address_key(address: &str) -> String {
    hash_of(&format!("address {address}"))
}

async fn take(ground: &Ground, key: &str, patience: Patience) -> Result<()> {
    let now = ground.clock.now();
    for _ in 0..RACES {
        let row = Entity::find_by_id(key).one(&ground.reader()).await?;
        if let Some(row) = &row
            && now < row.free_at
        {
            return Err(wait(row.free_at, now));
        }
        let failures = match &row {
            Some(row) if now < row.last_at.plus_seconds(FORGET_SECONDS) => row.failures + 1,
            _ => 1,
        };
        let free_at = now.plus_seconds(patience.wait(failures));
        let next = Model { key: key.to_owned(), failures, last_at: now, free_at };
        if put(&ground.records, row, next).await? {
            return Ok(());
        }
    }
    Err(wait(now.plus_seconds(1), now))
}

// Only over the row that was read: whoever else wrote it meanwhile has spent the attempt.
async fn put(records: &Records, seen: Option<Model>, next: Model) -> Result<bool> {
    let Some(seen) = seen else {
        let row = ActiveModel {
            key: Set(next.key),
            failures: Set(next.failures),
            last_at: Set(next.last_at),
            free_at: Set(next.free_at),
        };
        let nothing = OnConflict::column(Column::Key).do_nothing().to_owned();
        return Ok(records.tend(row, nothing).await? == 1);
    };
    let update = Entity::update_many()
        .col_expr(Column::Failures, Expr::value(next.failures))
        .col_expr(Column::LastAt, Expr::value(next.last_at))
        .col_expr(Column::FreeAt, Expr::value(next.free_at))
        .filter(Column::Key.eq(next.key))
        .filter(Column::Failures.eq(seen.failures))
        .filter(Column::LastAt.eq(seen.last_at));
    Ok(records.tend_rows(update).await? == 1)
}

fn wait(free_at: Instant, now: Instant) -> Refusal {
    let micros = free_at.micros() - now.micros();
    // Rounded up: a second too early would be refused again.
    let seconds = micros.saturating_add(999_999) / 1_000_000;
    Refusal::new(RefusalKind::TooMany, "sign-in-wait").with("seconds", Ord::max(seconds, 1))
}

#[cfg(test)]
mod tests {
    use super::{OF_ADDRESS, OF_LOGIN};

    #[test]
    fn the_wait_doubles_with_each_failure_up_to_its_limit() {
        let waits: Vec<i64> = (3..10).map(|failures| OF_LOGIN.wait(failures)).collect();
        assert_eq!(waits, [0, 0, 1, 2, 4, 8, 16]);
        assert_eq!(OF_LOGIN.wait(i32::MAX), 300);
        assert_eq!((OF_ADDRESS.wait(30), OF_ADDRESS.wait(31)), (0, 1));
    }
}
