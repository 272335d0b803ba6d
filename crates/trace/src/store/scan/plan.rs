//! A scan as streams of indexes.

use std::collections::BTreeMap;

use super::{Narrow, Pick, Scan, Scope, Stream, Who};
use crate::store::occurs::Place;
use crate::store::value::{Statement, values};
use crate::store::{ItemKey, KeyRange, Result, Role, Store, Tenant};

/// Streams up to which each word, item or party is read by itself. Of more, most pages fill from the first rows of
/// one index that is read whole.
const FEW: usize = 64;

impl Store {
    /// The streams that together have the events of a scan; none when nothing can be in it.
    pub(crate) async fn streams(&self, scan: &Scan) -> Result<Vec<Stream>> {
        let picks = match &scan.narrow {
            Narrow::Nothing => vec![Pick::Any],
            Narrow::Identities(identities) => return self.by_identities(scan.scope, identities).await,
            Narrow::Keys(keys) => return Ok(by_keys(scan.scope, keys)),
            Narrow::Items { ranges, roles } => return Ok(whole(scan.scope, &by_items(ranges, roles))),
            Narrow::Steps(_) | Narrow::Places(_) | Narrow::ReadPoints(_) => return self.by_words(scan).await,
        };
        self.by_who(scan.scope, picks).await
    }

    /// SQLite has no index over all parties, because one would cost every event 50 bytes: it asks each party's.
    async fn by_who(&self, scope: Scope, picks: Vec<Pick>) -> Result<Vec<Stream>> {
        let who = match scope {
            Scope::Party(tenant) => vec![Who::Tenant(tenant)],
            Scope::PartyAndPublic(tenant) => vec![Who::Tenant(tenant), Who::PublicBut(tenant)],
            Scope::Public => vec![Who::Public],
            Scope::All if self.engine().reads_all() => vec![Who::All],
            Scope::All => self.tenants("").await?.into_iter().map(Who::Tenant).collect(),
        };
        Ok(across(&who, &picks))
    }

    async fn by_words(&self, scan: &Scan) -> Result<Vec<Stream>> {
        let Some((place, uris)) = scan.narrow.words() else { return Ok(Vec::new()) };
        let words = self.shared().words.find(self.engine(), uris).await?;
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut streams = Vec::new();
        if let Scope::Party(tenant) | Scope::PartyAndPublic(tenant) = scan.scope {
            streams = across(&[Who::Tenant(tenant)], &picks(place, &words));
        }
        let others = match scan.scope {
            Scope::Party(_) => return Ok(streams),
            Scope::PartyAndPublic(tenant) => Who::PublicBut(tenant),
            Scope::Public => Who::Public,
            Scope::All => Who::All,
        };
        let using = self.using(place, &words, others).await?;
        let public = !matches!(others, Who::All);
        if using.len() > FEW && (public || self.engine().reads_all()) {
            streams.push(Stream { who: others, pick: Pick::Words(place, words) });
        } else {
            let who = |tenant| if public { Who::PublicOf(tenant) } else { Who::Tenant(tenant) };
            let each = |(tenant, word)| Stream { who: who(tenant), pick: Pick::Word(place, word) };
            streams.extend(using.into_iter().map(each));
        }
        Ok(streams)
    }

    /// The parties that have one of the words in this place, in what they show to these.
    async fn using(&self, place: Place, words: &[i32], who: Who) -> Result<Vec<(Tenant, i32)>> {
        let mut sql = "SELECT tenant, word FROM tenant_word WHERE place = $1 AND word = ANY($2)".to_owned();
        let mut values = values![place as i64];
        values.push(crate::store::value::Value::Ints(words.iter().copied().map(i64::from).collect()));
        if !matches!(who, Who::All) {
            sql.push_str(" AND public = 1");
        }
        if let Who::PublicBut(tenant) = who {
            values.push(tenant.into());
            sql.push_str(" AND tenant <> $3");
        }
        let rows = self.engine().read(Statement::new(sql, values)).await?;
        rows.into_iter().map(|mut row| Ok((row.tenant(0)?, row.small(1)?))).collect()
    }

    async fn by_identities(&self, scope: Scope, identities: &[[u8; 16]]) -> Result<Vec<Stream>> {
        let stream = |who, tenants| Stream { who, pick: Pick::Identities(tenants, identities.to_vec()) };
        let own = |tenant| stream(Who::Tenant(tenant), vec![tenant]);
        Ok(match scope {
            Scope::Party(tenant) => vec![own(tenant)],
            Scope::PartyAndPublic(tenant) => {
                vec![own(tenant), stream(Who::PublicBut(tenant), self.tenants(PUBLIC).await?)]
            }
            Scope::Public => vec![stream(Who::Public, self.tenants(PUBLIC).await?)],
            Scope::All => vec![stream(Who::All, self.tenants("").await?)],
        })
    }

    /// Parties that have captured something: they have kinds of events.
    async fn tenants(&self, test: &str) -> Result<Vec<Tenant>> {
        let sql = format!("SELECT DISTINCT tenant FROM tenant_word WHERE place = 0{test}");
        self.engine()
            .read(Statement::new(sql, values![]))
            .await?
            .into_iter()
            .map(|mut row| row.tenant(0))
            .collect()
    }
}

const PUBLIC: &str = " AND public = 1";

fn across(who: &[Who], picks: &[Pick]) -> Vec<Stream> {
    who.iter().flat_map(|who| picks.iter().map(|pick| Stream { who: *who, pick: pick.clone() })).collect()
}

/// For indexes that begin with something else than the party.
fn whole(scope: Scope, picks: &[Pick]) -> Vec<Stream> {
    let who = match scope {
        Scope::Party(tenant) => Who::Tenant(tenant),
        Scope::PartyAndPublic(tenant) => Who::TenantOrPublic(tenant),
        Scope::Public => Who::Public,
        Scope::All => Who::All,
    };
    across(&[who], picks)
}

fn picks(place: Place, words: &[i32]) -> Vec<Pick> {
    if words.len() > FEW {
        return vec![Pick::Words(place, words.to_vec())];
    }
    words.iter().map(|word| Pick::Word(place, *word)).collect()
}

fn by_items(ranges: &[KeyRange], roles: &[Role]) -> Vec<Pick> {
    let mut items: Vec<ItemKey> = Vec::new();
    let mut picks = Vec::new();
    if roles.is_empty() {
        return picks;
    }
    for range in ranges {
        match range {
            KeyRange::Exact(item) => items.push(item.clone()),
            KeyRange::Within { .. } => picks.push(Pick::Range(range.clone(), roles.to_vec())),
        }
    }
    items.sort_unstable();
    items.dedup();
    if items.len() > FEW {
        picks.push(Pick::Items(items, roles.to_vec()));
    } else {
        picks.extend(items.into_iter().map(|item| Pick::Items(vec![item], roles.to_vec())));
    }
    picks
}

fn by_keys(scope: Scope, keys: &[(Tenant, crate::store::EventKey)]) -> Vec<Stream> {
    let mut by_tenant: BTreeMap<Tenant, Vec<_>> = BTreeMap::new();
    for (tenant, key) in keys {
        by_tenant.entry(*tenant).or_default().push(*key);
    }
    let stream = |(tenant, keys)| {
        let who = match scope {
            Scope::Party(own) if own != tenant => return None,
            Scope::PartyAndPublic(own) if own != tenant => Who::PublicOf(tenant),
            Scope::Public => Who::PublicOf(tenant),
            _ => Who::Tenant(tenant),
        };
        Some(Stream { who, pick: Pick::Keys(keys) })
    };
    by_tenant.into_iter().filter_map(stream).collect()
}
