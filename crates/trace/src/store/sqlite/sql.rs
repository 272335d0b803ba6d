//! Statements that both databases share, in SQLite's words.

use std::rc::Rc;

use rusqlite::types::{ToSqlOutput, Value as Field, ValueRef};
use rusqlite::{Connection, Statement as Ready, ToSql};

use super::fault;
use crate::store::Result;
use crate::store::value::{Row, Statement, Value};

/// Runs a statement and reads its rows.
pub(crate) fn query(connection: &Connection, statement: &Statement) -> Result<Vec<Row>> {
    let mut ready = connection.prepare_cached(&words(&statement.sql)).map_err(fault)?;
    rows(&mut ready, &statement.values)
}

/// Reads the rows of a prepared statement.
pub(super) fn rows(ready: &mut Ready<'_>, values: &[Value]) -> Result<Vec<Row>> {
    let columns = ready.column_count();
    let mut found = ready.query(rusqlite::params_from_iter(values)).map_err(fault)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next().map_err(fault)? {
        let fields = (0..columns).map(|at| row.get_ref(at).map(value)).collect::<rusqlite::Result<_>>();
        rows.push(Row(fields.map_err(fault)?));
    }
    Ok(rows)
}

/// `= ANY($1)` is `IN rarray(?1)` here, and types need no saying.
pub(super) fn words(sql: &str) -> String {
    sql.replace("= ANY($", "IN rarray($")
        .replace("unnest($", "rarray($")
        .replace("::text[]", "")
        .replace('$', "?")
}

fn value(field: ValueRef<'_>) -> Value {
    match field {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Real(value) => Value::Real(value),
        ValueRef::Text(value) => Value::Text(String::from_utf8_lossy(value).into_owned()),
        ValueRef::Blob(value) => Value::Bytes(value.to_vec()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Int(value) => ToSqlOutput::Borrowed(ValueRef::Integer(*value)),
            Self::Real(value) => ToSqlOutput::Borrowed(ValueRef::Real(*value)),
            Self::Text(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
            Self::Bytes(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
            Self::Id(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
            Self::Ints(values) => list(values.iter().map(|value| Field::Integer(*value))),
            Self::Texts(values) => list(values.iter().map(|value| Field::Text(value.clone()))),
            Self::Ids(values) => list(values.iter().map(|value| Field::Blob(value.to_vec()))),
            Self::Keys(values) => list(values.iter().map(|value| Field::Blob(value.clone()))),
        })
    }
}

/// SQLite knows a list by the name of the module that reads it.
fn list(values: impl Iterator<Item = Field>) -> ToSqlOutput<'static> {
    ToSqlOutput::from_rc(Rc::new(values.collect::<Vec<Field>>()), c"rarray")
}
