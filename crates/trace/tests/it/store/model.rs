//! The store against a plain list: random events, random pages of them, read to the end.

use trace::store::{
    Batch, Direction, EventKey, ItemKey, KeyRange, Micros, Narrow, NewEvent, Order, Outcome, Role, Scan,
    Scope, Span, Store, Tenant, Visibility,
};

use super::cast::{HONEY, NEW_YEAR, TEA, bytes, event, item, lot};
use super::everywhere;
use super::ground::Place;

everywhere! { pages_are_what_a_plain_list_gives }

/// Words and items that are too many to be read one by one.
const MANY: u64 = 80;

/// Numbers that look random, the same in each run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.roll(2) == 0).then(|| value(self))
    }

    fn time(&mut self) -> Micros {
        Micros(NEW_YEAR + i64::try_from(self.roll(12)).unwrap() * 400)
    }

    fn word(&mut self) -> String {
        format!("urn:word:{}", self.roll(4))
    }

    fn key(&mut self) -> ItemKey {
        let gtin = if self.roll(2) == 0 { TEA } else { HONEY };
        match self.roll(4) {
            0 => ItemKey::trade_item(gtin, None, None).unwrap(),
            1 => ItemKey::uri(&format!("urn:thing:{}", self.roll(3))),
            _ => lot(gtin, &format!("L{}", self.roll(12))),
        }
    }

    fn roles(&mut self) -> Vec<Role> {
        Role::ALL.into_iter().filter(|_| self.roll(3) > 0).collect()
    }

    fn event(&mut self, number: u64) -> NewEvent {
        let mut new = event(number);
        let low = number.to_be_bytes();
        new.id = EventKey::at(
            self.time(),
            [self.roll(4) as u8, low[1], low[2], low[3], low[4], low[5], low[6], low[7]],
        );
        new.event_time = self.time();
        new.biz_step = self.maybe(Self::word);
        new.biz_location = self.maybe(Self::word);
        new.read_point = self.maybe(Self::word);
        new.visibility = [Visibility::Private, Visibility::Chain, Visibility::Public][self.roll(3) as usize];
        for _ in 0..self.roll(4) {
            let (key, role) = (self.key(), Role::ALL[self.roll(5) as usize]);
            new.items.push(item(key, role));
        }
        new
    }

    fn span(&mut self) -> Span {
        Span { from: self.maybe(Self::time), until: self.maybe(Self::time) }
    }

    /// Few, or so many that they are not read one by one.
    fn words(&mut self) -> Vec<String> {
        if self.roll(5) == 0 {
            return (1..MANY).map(|number| format!("urn:word:{number}")).collect();
        }
        (0..=self.roll(3)).map(|_| self.word()).collect()
    }

    fn narrow(&mut self, stored: &[(Tenant, NewEvent)]) -> Narrow {
        let some = |dice: &mut Self| stored[dice.roll(stored.len() as u64) as usize].clone();
        match self.roll(8) {
            0 => Narrow::Steps(self.words()),
            1 => Narrow::Places(self.words()),
            2 => Narrow::ReadPoints(self.words()),
            3 if self.roll(3) == 0 => Narrow::Items {
                ranges: (0..MANY).map(|number| KeyRange::Exact(lot(TEA, &format!("L{number}")))).collect(),
                roles: self.roles(),
            },
            3 => Narrow::Items {
                ranges: (0..=self.roll(2)).map(|_| KeyRange::Exact(self.key())).collect(),
                roles: self.roles(),
            },
            4 => Narrow::Items {
                ranges: vec![
                    if self.roll(2) == 0 { KeyRange::product(TEA) } else { KeyRange::lots(HONEY, "L1") }
                        .unwrap(),
                    KeyRange::Exact(self.key()),
                ],
                roles: self.roles(),
            },
            5 => Narrow::Identities((0..3).filter_map(|_| some(self).1.identity).collect()),
            6 => Narrow::Keys((0..5).map(|_| some(self)).map(|(tenant, event)| (tenant, event.id)).collect()),
            _ => Narrow::Nothing,
        }
    }
}

async fn pages_are_what_a_plain_list_gives(place: &Place) {
    let store = place.open().await;
    let mut tenants = Vec::new();
    for name in ["a", "b", "c"] {
        tenants.push(store.tenant_of(name, name).await.unwrap());
    }
    let mut dice = Dice::new(7);
    let worded = (0..MANY).map(|number| {
        let mut new = event(100_000 + number);
        let word = Some(format!("urn:word:{number}"));
        (new.biz_step, new.biz_location, new.read_point) = (word.clone(), word.clone(), word);
        new.visibility = if number % 2 == 0 { Visibility::Public } else { Visibility::Private };
        (tenants[0], new)
    });
    let mut stored: Vec<(Tenant, NewEvent)> = worded.collect();
    let first = stored.iter().map(|(_, event)| event.clone()).collect();
    store.append(Batch::of(tenants[0], first)).await.unwrap();
    for round in 0..30 {
        let tenant = tenants[dice.roll(3) as usize];
        let events: Vec<_> = (0..10).map(|n| dice.event(round * 10 + n)).collect();
        let outcomes = store.append(Batch::of(tenant, events.clone())).await.unwrap();
        assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Stored));
        stored.extend(events.into_iter().map(|event| (tenant, event)));
        for _ in 0..10 {
            one_scan(&store, &mut dice, &tenants, &stored).await;
        }
    }
}

async fn one_scan(store: &Store, dice: &mut Dice, tenants: &[Tenant], stored: &[(Tenant, NewEvent)]) {
    let tenant = tenants[dice.roll(3) as usize];
    let mut scan = Scan {
        scope: [Scope::Party(tenant), Scope::PartyAndPublic(tenant), Scope::Public, Scope::All]
            [dice.roll(4) as usize],
        narrow: dice.narrow(stored),
        event_time: dice.span(),
        record_time: dice.span(),
        order: if dice.roll(2) == 0 { Order::EventTime } else { Order::RecordTime },
        direction: if dice.roll(2) == 0 { Direction::Asc } else { Direction::Desc },
        after: None,
        limit: 1 + dice.roll(60) as usize,
    };
    let expected = plain(&scan, stored);
    let shown = format!("{scan:?}");
    let mut found = Vec::new();
    loop {
        let page = store.scan(scan.clone()).await.unwrap();
        assert!(page.len() <= scan.limit);
        let Some(last) = page.last() else { break };
        scan.after = Some(scan.after(last));
        let full = page.len() == scan.limit;
        found.extend(page.into_iter().map(|event| (event.tenant, event.id)));
        if !full {
            break;
        }
    }
    assert_eq!(found, expected, "{shown}");
}

/// What the page says, from its words alone.
fn plain(scan: &Scan, stored: &[(Tenant, NewEvent)]) -> Vec<(Tenant, EventKey)> {
    let within = |span: Span, time: Micros| {
        span.from.is_none_or(|from| time >= from) && span.until.is_none_or(|until| time < until)
    };
    let mut found: Vec<_> = stored
        .iter()
        .filter(|(tenant, event)| {
            let public = event.visibility == Visibility::Public;
            let seen = match scan.scope {
                Scope::Party(own) => *tenant == own,
                Scope::PartyAndPublic(own) => *tenant == own || public,
                Scope::Public => public,
                Scope::All => true,
            };
            let word = |word: &Option<String>, words: &[String]| {
                word.as_ref().is_some_and(|word| words.contains(word))
            };
            let picked = match &scan.narrow {
                Narrow::Nothing => true,
                Narrow::Steps(words) => word(&event.biz_step, words),
                Narrow::Places(words) => word(&event.biz_location, words),
                Narrow::ReadPoints(words) => word(&event.read_point, words),
                Narrow::Items { ranges, roles } => event.items.iter().any(|item| {
                    roles.contains(&item.role) && ranges.iter().any(|range| range.holds(&item.key))
                }),
                Narrow::Identities(identities) => event.identity.is_some_and(|one| identities.contains(&one)),
                Narrow::Keys(keys) => keys.contains(&(*tenant, event.id)),
            };
            seen && picked
                && within(scan.event_time, event.event_time)
                && within(scan.record_time, event.id.record_time())
        })
        .collect();
    found.sort_by_key(|(_, event)| match scan.order {
        Order::EventTime => (event.event_time, event.id),
        Order::RecordTime => (Micros(0), event.id),
    });
    if scan.direction == Direction::Desc {
        found.reverse();
    }
    found.into_iter().map(|(tenant, event)| (*tenant, event.id)).collect()
}

#[test]
fn the_numbers_of_the_cast_are_all_different() {
    let all: std::collections::HashSet<_> = (0..1000).map(bytes).collect();
    assert_eq!(all.len(), 1000);
}
