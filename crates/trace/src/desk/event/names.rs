//! What things and places are called: by the master data of the party that told of them.

use std::collections::HashMap;

use ground::Result;
use gs1::epc::to_hashed_link;
use web::Here;

use crate::master::{self, Known};
use crate::store::{Store, Tenant};

const GTIN: &str = "https://id.gs1.org/01/";

/// The master data of some parties.
pub(super) struct Names(HashMap<Tenant, Known>);

impl Names {
    /// That of these parties.
    ///
    /// # Errors
    /// The store is away.
    pub(super) async fn of(here: &Here, store: &Store, tenants: &[Tenant]) -> Result<Self> {
        let mut known = HashMap::new();
        for tenant in tenants {
            if !known.contains_key(tenant) {
                known.insert(*tenant, master::of(here.ground(), store, *tenant).await?);
            }
        }
        Ok(Self(known))
    }

    /// A place: its name, else its identifier.
    pub(super) fn place(&self, tenant: Tenant, uri: &str) -> String {
        self.name(tenant, uri).unwrap_or_else(|| uri.to_owned())
    }

    /// An item: the name of its product with its lot or serial number, else its identifier.
    pub(super) fn item(&self, here: &Here, tenant: Tenant, uri: &str) -> String {
        let link = to_hashed_link(uri);
        let Some(rest) = link.as_deref().and_then(|link| link.strip_prefix(GTIN)) else {
            return self.name(tenant, uri).unwrap_or_else(|| plain(link.as_deref(), uri));
        };
        let mut parts = rest.split('/');
        let gtin = parts.next().unwrap_or_default();
        let product = self.name(tenant, uri).or_else(|| self.name(tenant, &format!("{GTIN}{gtin}")));
        let mut text = product.unwrap_or_else(|| format!("GTIN {gtin}"));
        while let (Some(ai), Some(value)) = (parts.next(), parts.next()) {
            let value: String = decoded(value);
            let key = match ai {
                "10" => "trace-item-lot",
                "21" => "trace-item-serial",
                _ => continue,
            };
            text = here.app.words.text(here.lang, key, &[("name", text), ("value", value)]);
        }
        text
    }

    fn name(&self, tenant: Tenant, uri: &str) -> Option<String> {
        master::name(self.0.get(&tenant)?, uri)
    }
}

fn plain(link: Option<&str>, uri: &str) -> String {
    match link.and_then(|link| link.strip_prefix("https://id.gs1.org/00/")) {
        Some(sscc) => format!("SSCC {sscc}"),
        None => uri.to_owned(),
    }
}

fn decoded(value: &str) -> String {
    let pair = format!("v={}", value.replace('+', "%2B"));
    form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}
