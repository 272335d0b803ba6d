//! Pages and hops from PostgreSQL: all streams of a page are asked at once.

use std::collections::BTreeMap;

use futures::future::try_join_all;

use super::Postgres;
use super::link::Live;
use crate::store::hop::{COLUMNS, Hop, Hops};
use crate::store::scan::{EVENT_COLUMNS, Found, Merged, Wanted};
use crate::store::value::{Row, Statement, Value};
use crate::store::{EventKey, Result, Tenant};

impl Postgres {
    pub async fn scan(&self, wanted: Wanted) -> Result<Vec<Found>> {
        self.open()?;
        let live = self.reader().live().await?;
        let pages: Vec<_> = wanted.streams.iter().map(|stream| stream.page(&wanted.scan, None, "")).collect();
        let mut merged = Merged::new();
        for rows in try_join_all(pages.iter().map(|page| live.query(page))).await? {
            merged.add(&wanted.scan, rows)?;
        }
        with_documents(&live, merged.finish(&wanted.scan)).await
    }

    /// How each stream of a page would be read.
    pub async fn explain(&self, wanted: Wanted) -> Result<Vec<String>> {
        let mut steps = Vec::new();
        for stream in &wanted.streams {
            let page = stream.page(&wanted.scan, None, "");
            let explain = Statement::new(format!("EXPLAIN {}", page.sql), page.values);
            for mut row in self.read(explain).await? {
                steps.push(row.text(0)?);
            }
        }
        Ok(steps)
    }

    pub async fn hops(&self, hops: Hops) -> Result<Vec<Hop>> {
        let mut parts: Vec<i64> = hops.items.iter().map(|item| item.part().into()).collect();
        parts.sort_unstable();
        parts.dedup();
        let values = vec![
            Value::Ints(parts),
            Value::Keys(hops.items.iter().map(|item| item.as_bytes().to_vec()).collect()),
            Value::Ints(hops.roles.iter().map(|role| *role as i64).collect()),
            hops.limit.into(),
        ];
        // The part tells Citus on which machines to look.
        let sql = format!(
            "SELECT item, {COLUMNS} FROM item_event WHERE part = ANY($1::integer[]) AND item = ANY($2) \
             AND role = ANY($3::integer[]) ORDER BY item, event_time, id, role LIMIT $4"
        );
        let hop = |mut row: Row| Hop::read(row.item(0)?, row, 1);
        self.read(Statement::new(sql, values)).await?.into_iter().map(hop).collect()
    }
}

/// Adds the documents of what streams of items found.
async fn with_documents(live: &Live, mut found: Vec<Found>) -> Result<Vec<Found>> {
    let mut bare: BTreeMap<Tenant, Vec<[u8; 16]>> = BTreeMap::new();
    for found in found.iter().filter(|found| found.rest.is_none()) {
        bare.entry(found.tenant).or_default().push(found.id.0);
    }
    if bare.is_empty() {
        return Ok(found);
    }
    let sql = format!("SELECT {EVENT_COLUMNS} FROM event WHERE tenant = $1 AND id = ANY($2)");
    let asked: Vec<_> = bare
        .into_iter()
        .map(|(tenant, ids)| Statement::new(sql.clone(), vec![tenant.into(), Value::Ids(ids)]))
        .collect();
    let mut documents: BTreeMap<(Tenant, EventKey), Found> = BTreeMap::new();
    for row in try_join_all(asked.iter().map(|statement| live.query(statement))).await?.into_iter().flatten()
    {
        let document = Found::read(row)?;
        documents.insert((document.tenant, document.id), document);
    }
    for found in &mut found {
        if let Some(document) = documents.remove(&(found.tenant, found.id)) {
            *found = document;
        }
    }
    Ok(found)
}
