//! The shape of the records: every reference has its key and its index, every table its room.

use std::collections::{BTreeMap, BTreeSet};

use ground::both;
use ground::testing::{Bed, rules};
use sea_orm::{ConnectionTrait, QueryResult, Statement};

use crate::rooms::ROOMS;
use crate::world::sen;

/// Columns that name a record and cannot have a key, with the reason.
const WITHOUT_KEY: &[(&str, &str)] = &[
    ("role_held.place_id", "people knows no places, only their ids"),
    ("role_held.producer_id", "people knows no producers, only their ids"),
    ("consent.producer_id", "people knows no producers, only their ids"),
    ("journal.user_id", "the ground lies below the accounts, and the journal outlives what it tells of"),
    ("journal.producer_id", "the ground lies below the producers, and the journal outlives what it tells of"),
    ("journal.consent_id", "the ground lies below the consents, and the journal outlives what it tells of"),
];

/// Hashes of secrets, which name no file.
const SECRETS: &[&str] = &["token_hash", "password_hash"];

#[derive(Debug, Default)]
struct Table {
    /// Name and declared type.
    columns: Vec<(String, String)>,
    /// The columns of each foreign key and the table it points to.
    keys: Vec<(Vec<String>, String)>,
    /// The columns of each index, unique ones and the primary key's included.
    indexes: Vec<Vec<String>>,
}

impl Table {
    fn references(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter(|(name, kind)| names_a_record(name, kind)).map(|(name, _)| name.as_str())
    }

    fn has_key(&self, column: &str) -> bool {
        self.keys.iter().any(|(columns, _)| columns == &[column])
    }

    fn has_index(&self, columns: &[String]) -> bool {
        self.indexes.iter().any(|index| index.starts_with(columns))
    }
}

fn names_a_record(column: &str, kind: &str) -> bool {
    let of_a_file = column.ends_with("_hash") && !SECRETS.contains(&column);
    (kind == "uuid" && column != "id") || column.ends_with("_id") || of_a_file
}

async fn rows(bed: &Bed, sql: &str) -> Vec<QueryResult> {
    let reader = bed.ground.reader();
    reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap()
}

fn text(row: &QueryResult, column: &str) -> String {
    row.try_get("", column).unwrap()
}

async fn tables_of(bed: &Bed) -> BTreeMap<String, Table> {
    if bed.ground.records.is_sqlite() { of_sqlite(bed).await } else { of_postgres(bed).await }
}

async fn of_sqlite(bed: &Bed) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    for name in rows(bed, "select name from sqlite_master where type = 'table'").await {
        let name = text(&name, "name");
        let mut table = Table::default();
        for column in rows(bed, &format!("select name, type, pk from pragma_table_info('{name}')")).await {
            table.columns.push((text(&column, "name"), text(&column, "type").to_lowercase()));
        }
        let keys = format!(
            "select id, group_concat(\"from\") as columns, \"table\" as target \
             from (select * from pragma_foreign_key_list('{name}') order by id, seq) group by id, \"table\""
        );
        for key in rows(bed, &keys).await {
            table.keys.push((split(&text(&key, "columns")), text(&key, "target")));
        }
        let indexes = format!(
            "select i.name as name, (select group_concat(name) from (select name from pragma_index_info(i.name) \
             order by seqno)) as columns from pragma_index_list('{name}') i where not i.partial"
        );
        for index in rows(bed, &indexes).await {
            table.indexes.push(split(&text(&index, "columns")));
        }
        tables.insert(name, table);
    }
    tables
}

async fn of_postgres(bed: &Bed) -> BTreeMap<String, Table> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let columns = "select table_name::text as t, column_name::text as c, data_type::text as k \
                   from information_schema.columns where table_schema = 'public' order by ordinal_position";
    for row in rows(bed, columns).await {
        tables.entry(text(&row, "t")).or_default().columns.push((text(&row, "c"), text(&row, "k")));
    }
    let keys = "select conrelid::regclass::text as t, confrelid::regclass::text as target, \
                (select string_agg(a.attname::text, ',' order by k.n) from unnest(conkey) with ordinality k(att, n) \
                 join pg_attribute a on a.attrelid = conrelid and a.attnum = k.att) as columns \
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace";
    for row in rows(bed, keys).await {
        let key = (split(&text(&row, "columns")), text(&row, "target"));
        tables.get_mut(&text(&row, "t")).unwrap().keys.push(key);
    }
    let indexes = "select i.indrelid::regclass::text as t, \
                   (select string_agg(a.attname::text, ',' order by k.n) \
                    from unnest(i.indkey::int2[]) with ordinality k(att, n) \
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.att) as columns \
                   from pg_index i join pg_class c on c.oid = i.indrelid \
                   where c.relnamespace = 'public'::regnamespace and i.indpred is null";
    for row in rows(bed, indexes).await {
        tables.get_mut(&text(&row, "t")).unwrap().indexes.push(split(&text(&row, "columns")));
    }
    tables
}

fn split(columns: &str) -> Vec<String> {
    columns.split(',').map(str::to_owned).collect()
}

// The program itself brings the schema up to date, so that no room is left out by this test's own list.
fn opened_by_the_program(bed: &Bed) {
    let config = &bed.ground.config;
    let data = bed.folder().to_str().unwrap();
    let ran = sen(["journal", "verify", "--data", data, "--database", &config.database]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

both!(every_reference_has_its_key_and_its_index, rules(), ROOMS, async |bed: &Bed| {
    opened_by_the_program(bed);
    let tables = tables_of(bed).await;
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for (name, table) in &tables {
        for column in table.references() {
            let full = format!("{name}.{column}");
            let exempt = WITHOUT_KEY.iter().any(|(known, _)| *known == full);
            if exempt != table.has_key(column) {
                seen.insert(full);
            } else {
                found.push(format!("{full}: {}", if exempt { "needs no exemption" } else { "has no key" }));
            }
        }
        for (columns, target) in &table.keys {
            if !table.has_index(columns) {
                found.push(format!("{name}.{}: no index begins with it", columns.join(", ")));
            }
            if !tables.contains_key(target) {
                found.push(format!("{name}.{}: there is no {target}", columns.join(", ")));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    let idle: Vec<_> = WITHOUT_KEY.iter().filter(|(known, _)| !seen.contains(*known)).collect();
    assert!(idle.is_empty(), "exempt, and not there: {idle:?}");
    // It would be an empty proof on an empty schema.
    assert!(seen.len() > 100, "{} references", seen.len());
});

both!(every_table_belongs_to_one_room_and_leans_on_those_below_it, rules(), ROOMS, async |bed: &Bed| {
    opened_by_the_program(bed);
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, room) in ROOMS.iter().enumerate() {
        for table in room.tables {
            assert_eq!(owners.insert(table, place), None, "{table} has two rooms");
        }
        let mut made: Vec<&str> =
            room.migrations.iter().flat_map(|migration| created(migration.sql)).collect();
        // The list of migrations is made before the first one runs.
        made.extend((room.name == "ground").then_some("migration"));
        made.sort_unstable();
        let mut owned = room.tables.to_vec();
        owned.sort_unstable();
        assert_eq!(made, owned, "what {} makes and what it says it owns", room.name);
    }
    let tables = tables_of(bed).await;
    let there: Vec<&str> = tables.keys().map(String::as_str).collect();
    assert_eq!(there, owners.keys().copied().collect::<Vec<_>>());
    for (name, table) in &tables {
        for (columns, target) in &table.keys {
            let leans = owners[target.as_str()] <= owners[name.as_str()];
            assert!(leans, "{name}.{} leans on {target}, of a room above", columns.join(", "));
        }
    }
});

fn created(sql: &str) -> impl Iterator<Item = &str> {
    let names = sql.split("create table ").skip(1);
    names.filter_map(|rest| rest.split([' ', '(']).next())
}

#[test]
fn a_reference_is_known_by_its_name_or_its_type() {
    assert!(names_a_record("place_id", "text") && names_a_record("recorded_by", "uuid"));
    assert!(names_a_record("file_hash", "text") && !names_a_record("token_hash", "text"));
    assert!(!names_a_record("id", "uuid") && !names_a_record("registered_by", "text"));
}
