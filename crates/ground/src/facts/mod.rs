//! Facts: the outbox. A change tells news in its own transaction; subscribers hear each at least once, in order.

use std::pin::Pin;

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, DatabaseTransaction, QueryOrder, QuerySelect, Set, sea_query::OnConflict};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Ground, Result};

/// Facts handed to a subscriber in one go.
const BATCH: u64 = 200;
/// Facts written in one statement: databases limit the values of one.
const WRITTEN: usize = 1_000;

/// What a change tells other rooms.
#[derive(Clone, Debug)]
pub struct News {
    /// The kind: `CertificateIssued`.
    pub kind: &'static str,
    /// The key of the record it is about.
    pub subject: String,
    payload: String,
}

impl News {
    /// News of a kind about a record.
    ///
    /// # Errors
    /// The payload cannot be written as JSON.
    pub fn new(kind: &'static str, subject: impl ToString, payload: &impl Serialize) -> Result<Self> {
        Ok(Self { kind, subject: subject.to_string(), payload: serde_json::to_string(payload)? })
    }
}

mod row {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "fact")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub n: i32,
        pub kind: String,
        pub subject: String,
        pub payload: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod cursor {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "fact_cursor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub subscriber: String,
        pub seq: i64,
        pub n: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A fact as heard.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The kind.
    pub kind: String,
    /// The key of the record it is about.
    pub subject: String,
    payload: String,
}

impl Fact {
    /// The payload.
    ///
    /// # Errors
    /// It is not of that shape.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.payload)?)
    }
}

/// What a subscriber does with one fact; hearing it twice must do no harm.
pub type Hear = fn(Ground, Fact) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A room that listens.
#[derive(Clone, Copy)]
pub struct Subscriber {
    /// Its name, for its place in the outbox.
    pub name: &'static str,
    /// The kinds it wants.
    pub kinds: &'static [&'static str],
    /// What it does.
    pub hear: Hear,
}

pub(crate) async fn append(transaction: &DatabaseTransaction, seq: i64, news: Vec<News>) -> Result<()> {
    let rows = news.into_iter().zip(0_i32..).map(|(news, n)| row::ActiveModel {
        seq: Set(seq),
        n: Set(n),
        kind: Set(news.kind.to_owned()),
        subject: Set(news.subject),
        payload: Set(news.payload),
    });
    let rows: Vec<_> = rows.collect();
    for some in rows.chunks(WRITTEN) {
        row::Entity::insert_many(some.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// Hands a subscriber what it has not heard; returns whether there was anything.
pub(crate) async fn deliver(ground: &Ground, subscriber: &Subscriber) -> Result<bool> {
    let at = cursor::Entity::find_by_id(subscriber.name).one(&ground.reader()).await?;
    let (seq, n) = at.map_or((0, -1), |at| (at.seq, at.n));
    let later = Condition::any()
        .add(row::Column::Seq.gt(seq))
        .add(Condition::all().add(row::Column::Seq.eq(seq)).add(row::Column::N.gt(n)));
    let facts = row::Entity::find()
        .filter(later)
        .filter(row::Column::Kind.is_in(subscriber.kinds.iter().copied()))
        .order_by_asc(row::Column::Seq)
        .order_by_asc(row::Column::N)
        .limit(BATCH)
        .all(&ground.reader())
        .await?;
    let any = !facts.is_empty();
    for fact in facts {
        let (seq, n) = (fact.seq, fact.n);
        (subscriber.hear)(
            ground.clone(),
            Fact { kind: fact.kind, subject: fact.subject, payload: fact.payload },
        )
        .await?;
        let place =
            cursor::ActiveModel { subscriber: Set(subscriber.name.to_owned()), seq: Set(seq), n: Set(n) };
        let keep_last = OnConflict::column(cursor::Column::Subscriber)
            .update_columns([cursor::Column::Seq, cursor::Column::N])
            .to_owned();
        cursor::Entity::insert(place)
            .on_conflict(keep_last)
            .exec_without_returning(ground.records.writer())
            .await?;
    }
    Ok(any)
}
