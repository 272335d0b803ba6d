//! Tables and rows in a form that both databases read.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::Reader;

/// A table as the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    kind: Kind,
}

/// The types that migrations may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Boolean,
    Bigint,
    Integer,
    Text,
    Uuid,
    Bytea,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        Some(match declared.to_ascii_lowercase().as_str() {
            "boolean" => Self::Boolean,
            "bigint" => Self::Bigint,
            "integer" => Self::Integer,
            "text" => Self::Text,
            "uuid" => Self::Uuid,
            "bytea" => Self::Bytea,
            _ => return None,
        })
    }
}

/// The tables among these that the database has, in this order.
pub(super) async fn tables(reader: &Reader<'_>, names: &[&str]) -> Result<Vec<Table>, DbErr> {
    let mut tables = Vec::new();
    for name in names {
        let columns = columns(reader, name).await?;
        if !columns.is_empty() {
            tables.push(Table { name: (*name).to_owned(), columns });
        }
    }
    Ok(tables)
}

async fn columns(reader: &Reader<'_>, table: &str) -> Result<Vec<Column>, DbErr> {
    let backend = reader.get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => "select name as c, type as k from pragma_table_info($1) order by cid",
        _ => {
            "select column_name::text as c, data_type::text as k from information_schema.columns \
             where table_schema = current_schema() and table_name = $1 order by ordinal_position"
        }
    };
    let rows = reader.query_all_raw(Statement::from_sql_and_values(backend, sql, [table.into()])).await?;
    let column = |row: &QueryResult| {
        let (name, declared): (String, String) = (row.try_get("", "c")?, row.try_get("", "k")?);
        let kind = Kind::of(&declared)
            .ok_or_else(|| DbErr::Type(format!("{table}.{name} is of the type {declared}")))?;
        Ok(Column { name, kind })
    };
    rows.iter().map(column).collect()
}

impl Table {
    pub(super) fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.name.as_str()).collect()
    }

    /// Every row of it.
    pub(super) fn select(&self) -> String {
        format!("select {} from {}", quoted(&self.names()), quoted(&[&self.name]))
    }

    /// So many rows into it.
    pub(super) fn insert(&self, rows: usize) -> String {
        let wide = self.columns.len();
        let row = |row: usize| {
            let places: Vec<_> = (1..=wide).map(|column| format!("${}", row * wide + column)).collect();
            format!("({})", places.join(", "))
        };
        let values: Vec<_> = (0..rows).map(row).collect();
        format!(
            "insert into {} ({}) values {}",
            quoted(&[&self.name]),
            quoted(&self.names()),
            values.join(", ")
        )
    }

    /// A row as JSON, column by column.
    pub(super) fn json(&self, row: &QueryResult) -> Result<Vec<Json>, DbErr> {
        let value = |(n, column): (usize, &Column)| {
            Ok(match column.kind {
                Kind::Boolean => row.try_get_by_index::<Option<bool>>(n)?.into(),
                Kind::Bigint => row.try_get_by_index::<Option<i64>>(n)?.into(),
                Kind::Integer => row.try_get_by_index::<Option<i32>>(n)?.into(),
                Kind::Text => row.try_get_by_index::<Option<String>>(n)?.into(),
                Kind::Uuid => row.try_get_by_index::<Option<Uuid>>(n)?.map(|id| id.to_string()).into(),
                Kind::Bytea => row.try_get_by_index::<Option<Vec<u8>>>(n)?.map(|b| STANDARD.encode(b)).into(),
            })
        };
        self.columns.iter().enumerate().map(value).collect()
    }

    /// A row for the database; none when it does not fit the columns.
    pub(super) fn values(&self, row: Vec<Json>) -> Option<Vec<Value>> {
        if row.len() != self.columns.len() {
            return None;
        }
        self.columns.iter().zip(row).map(|(column, json)| column.kind.value(json)).collect()
    }
}

impl Kind {
    fn value(self, json: Json) -> Option<Value> {
        let text = |json: Json| match json {
            Json::Null => Some(None),
            Json::String(text) => Some(Some(text)),
            _ => None,
        };
        Some(match self {
            Self::Boolean => serde_json::from_value::<Option<bool>>(json).ok()?.into(),
            Self::Bigint => serde_json::from_value::<Option<i64>>(json).ok()?.into(),
            Self::Integer => serde_json::from_value::<Option<i32>>(json).ok()?.into(),
            Self::Text => text(json)?.into(),
            Self::Uuid => serde_json::from_value::<Option<Uuid>>(json).ok()?.into(),
            Self::Bytea => text(json)?.map(|text| STANDARD.decode(text)).transpose().ok()?.into(),
        })
    }
}

pub(super) fn quoted(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    names.join(", ")
}
