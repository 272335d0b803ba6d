//! Values in PostgreSQL's types. A whole number takes the type of its column.

use std::error::Error;

use tokio_postgres::Row as Found;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::link::fault;
use crate::store::Result;
use crate::store::value::{Row, Value};

type Sent = std::result::Result<IsNull, Box<dyn Error + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Sent {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => match *ty {
                Type::INT2 => i16::try_from(*value)?.to_sql(ty, out),
                Type::INT4 => i32::try_from(*value)?.to_sql(ty, out),
                _ => value.to_sql(ty, out),
            },
            Self::Real(value) => value.to_sql(ty, out),
            Self::Text(value) => value.to_sql(ty, out),
            Self::Bytes(value) => value.to_sql(ty, out),
            Self::Id(value) => Uuid::from_bytes(*value).to_sql(ty, out),
            Self::Ints(values) => match *ty {
                Type::INT4_ARRAY => {
                    let values = values.iter().map(|value| i32::try_from(*value));
                    values.collect::<std::result::Result<Vec<_>, _>>()?.to_sql(ty, out)
                }
                _ => values.to_sql(ty, out),
            },
            Self::Texts(values) => values.to_sql(ty, out),
            Self::Ids(values) => {
                values.iter().map(|id| Uuid::from_bytes(*id)).collect::<Vec<_>>().to_sql(ty, out)
            }
            Self::Keys(values) => values.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *ty {
            Type::INT2 => Self::Int(i16::from_sql(ty, raw)?.into()),
            Type::INT4 => Self::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT8 => Self::Int(i64::from_sql(ty, raw)?),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::UUID => Self::Id(Uuid::from_sql(ty, raw)?.into_bytes()),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            _ => Self::Text(String::from_sql(ty, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The fields of a row.
pub(super) fn row(found: &Found) -> Result<Row> {
    let fields = (0..found.len()).map(|at| found.try_get(at)).collect::<std::result::Result<_, _>>();
    fields.map(Row).map_err(fault)
}
