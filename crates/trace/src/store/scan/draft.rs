//! A statement under construction: tests are added one by one, each with its parameters.

use super::{Direction, Order, Pick, Scan, Who};
use crate::store::occurs::Place;
use crate::store::value::Value;
use crate::store::{EventKey, KeyRange, Micros, Role};

/// A statement under construction.
pub(super) struct Draft {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Draft {
    pub fn new(sql: String) -> Self {
        Self { sql, values: Vec::new() }
    }

    /// The place of a new parameter.
    pub fn add(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn test(&mut self, test: &str) {
        self.sql.push_str(if self.sql.contains(" WHERE ") { " AND " } else { " WHERE " });
        self.sql.push_str(test);
    }

    fn compare(&mut self, column: &str, with: &str, value: Value) {
        let value = self.add(value);
        self.test(&format!("{column} {with} {value}"));
    }

    /// That public is 2 is said in the statement, for the indexes of what is public.
    pub fn who(&mut self, who: Who) {
        match who {
            Who::All => {}
            Who::Tenant(tenant) => self.compare("tenant", "=", tenant.into()),
            Who::Public => self.test("visibility = 2"),
            Who::PublicOf(tenant) => {
                self.compare("tenant", "=", tenant.into());
                self.test("visibility = 2");
            }
            Who::PublicBut(tenant) => {
                self.test("visibility = 2");
                self.compare("tenant", "<>", tenant.into());
            }
            Who::TenantOrPublic(tenant) => {
                let tenant = self.add(tenant.into());
                self.test(&format!("(tenant = {tenant} OR visibility = 2)"));
            }
        }
    }

    pub fn pick(&mut self, pick: &Pick) {
        match pick {
            Pick::Any => {}
            Pick::Word(place, word) => self.compare(column(*place), "=", (*word).into()),
            Pick::Words(place, words) => {
                self.any(column(*place), Value::Ints(words.iter().copied().map(i64::from).collect()));
            }
            Pick::Identities(tenants, identities) => {
                self.any("tenant", Value::Ints(tenants.iter().map(|tenant| tenant.0.into()).collect()));
                self.any("identity", Value::Ids(identities.clone()));
            }
            Pick::Keys(keys) => self.any("id", Value::Ids(keys.iter().map(|key| key.0).collect())),
            Pick::Items(items, roles) => {
                if let [item] = items.as_slice() {
                    self.compare("item", "=", item.into());
                } else {
                    self.any(
                        "item",
                        Value::Keys(items.iter().map(|item| item.as_bytes().to_vec()).collect()),
                    );
                }
                self.roles(roles);
            }
            Pick::Range(range, roles) => {
                match range {
                    KeyRange::Exact(item) => self.compare("item", "=", item.into()),
                    KeyRange::Within { from, until } => {
                        self.compare("item", ">=", from.clone().into());
                        if let Some(until) = until {
                            self.compare("item", "<", until.clone().into());
                        }
                    }
                }
                self.roles(roles);
            }
        }
    }

    fn any(&mut self, column: &str, list: Value) {
        let list = self.add(list);
        self.test(&format!("{column} = ANY({list})"));
    }

    /// Numbers of the program's own, so that they may stand in the statement; a list of few is no reason to join.
    fn roles(&mut self, roles: &[Role]) {
        if Role::ALL.iter().any(|role| !roles.contains(role)) {
            let roles: Vec<String> = roles.iter().map(|role| (*role as i64).to_string()).collect();
            self.test(&format!("role IN ({})", roles.join(", ")));
        }
    }

    pub fn event_time(&mut self, scan: &Scan) {
        if let Some(from) = scan.event_time.from {
            self.compare("event_time", ">=", from.into());
        }
        if let Some(until) = scan.event_time.until {
            self.compare("event_time", "<", until.into());
        }
    }

    /// Record time is in the key.
    pub fn record_time(&mut self, scan: &Scan) {
        if let Some(from) = scan.record_time.from {
            self.compare("id", ">=", EventKey::first_at(from).into());
        }
        if let Some(until) = scan.record_time.until {
            self.compare("id", "<", EventKey::first_at(until).into());
        }
    }

    /// Beyond the last of the page before, or not beyond the last that has a place.
    pub fn cursor(&mut self, scan: &Scan, place: Option<(Micros, EventKey)>, within: bool) {
        let Some((time, id)) = place else { return };
        let with = match (scan.direction == Direction::Asc, within) {
            (true, false) => ">",
            (false, false) => "<",
            (true, true) => "<=",
            (false, true) => ">=",
        };
        match scan.order {
            Order::EventTime => {
                let (time, id) = (self.add(time.into()), self.add(id.into()));
                self.test(&format!("(event_time, id) {with} ({time}, {id})"));
            }
            Order::RecordTime => self.compare("id", with, id.into()),
        }
    }
}

fn column(place: Place) -> &'static str {
    match place {
        Place::Kind => "kind",
        Place::BizStep => "biz_step",
        Place::Disposition => "disposition",
        Place::ReadPoint => "read_point",
        Place::BizLocation => "biz_location",
    }
}
