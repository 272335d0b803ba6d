//! Values on their way into and out of either database.

use super::{EventKey, ItemKey, Micros, Result, StoreError, Tenant, Visibility};

/// A parameter or a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    /// 16 bytes: a UUID where the database has them.
    Id([u8; 16]),
    /// For `= ANY($n)`.
    Ints(Vec<i64>),
    Texts(Vec<String>),
    Ids(Vec<[u8; 16]>),
    Keys(Vec<Vec<u8>>),
}

/// One statement. Parameters are `$1`, `$2`, …; a list is asked with `= ANY($n)`.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub sql: std::borrow::Cow<'static, str>,
    pub values: Vec<Value>,
}

impl Statement {
    pub fn new(sql: impl Into<std::borrow::Cow<'static, str>>, values: Vec<Value>) -> Self {
        Self { sql: sql.into(), values }
    }
}

/// A row that was read; fields are taken out one by one.
#[derive(Clone, Debug)]
pub(crate) struct Row(pub Vec<Value>);

impl Row {
    fn take(&mut self, at: usize) -> Value {
        self.0.get_mut(at).map_or(Value::Null, |value| std::mem::replace(value, Value::Null))
    }

    pub fn int(&mut self, at: usize) -> Result<i64> {
        self.maybe_int(at)?.ok_or_else(|| wrong(at, &Value::Null))
    }

    pub fn maybe_int(&mut self, at: usize) -> Result<Option<i64>> {
        match self.take(at) {
            Value::Int(value) => Ok(Some(value)),
            Value::Null => Ok(None),
            other => Err(wrong(at, &other)),
        }
    }

    pub fn small<T: TryFrom<i64>>(&mut self, at: usize) -> Result<T> {
        let value = self.int(at)?;
        T::try_from(value).map_err(|_| wrong(at, &Value::Int(value)))
    }

    pub fn flag(&mut self, at: usize) -> Result<bool> {
        Ok(self.int(at)? != 0)
    }

    pub fn text(&mut self, at: usize) -> Result<String> {
        self.maybe_text(at)?.ok_or_else(|| wrong(at, &Value::Null))
    }

    pub fn maybe_text(&mut self, at: usize) -> Result<Option<String>> {
        match self.take(at) {
            Value::Text(value) => Ok(Some(value)),
            Value::Null => Ok(None),
            other => Err(wrong(at, &other)),
        }
    }

    pub fn bytes(&mut self, at: usize) -> Result<Vec<u8>> {
        self.maybe_bytes(at)?.ok_or_else(|| wrong(at, &Value::Null))
    }

    pub fn maybe_bytes(&mut self, at: usize) -> Result<Option<Vec<u8>>> {
        match self.take(at) {
            Value::Bytes(value) => Ok(Some(value)),
            Value::Null => Ok(None),
            other => Err(wrong(at, &other)),
        }
    }

    pub fn id(&mut self, at: usize) -> Result<[u8; 16]> {
        match self.take(at) {
            Value::Id(value) => Ok(value),
            Value::Bytes(value) => {
                value.as_slice().try_into().map_err(|_| wrong(at, &Value::Bytes(value.clone())))
            }
            other => Err(wrong(at, &other)),
        }
    }

    pub fn event(&mut self, at: usize) -> Result<EventKey> {
        self.id(at).map(EventKey)
    }

    pub fn tenant(&mut self, at: usize) -> Result<Tenant> {
        self.small(at).map(Tenant)
    }

    pub fn time(&mut self, at: usize) -> Result<Micros> {
        self.int(at).map(Micros)
    }

    pub fn item(&mut self, at: usize) -> Result<ItemKey> {
        Ok(ItemKey::stored(&self.bytes(at)?))
    }

    pub fn visibility(&mut self, at: usize) -> Result<Visibility> {
        match self.int(at)? {
            0 => Ok(Visibility::Private),
            1 => Ok(Visibility::Chain),
            2 => Ok(Visibility::Public),
            other => Err(wrong(at, &Value::Int(other))),
        }
    }
}

fn wrong(at: usize, value: &Value) -> StoreError {
    StoreError::Broken(format!("field {at} of a row is {value:?}"))
}

macro_rules! from {
    ($($from:ty => $kind:ident($value:ident) $as:expr;)+) => {
        $(impl From<$from> for Value {
            fn from($value: $from) -> Self {
                Self::$kind($as)
            }
        })+
    };
}

from! {
    i64 => Int(value) value;
    i32 => Int(value) i64::from(value);
    u8 => Int(value) i64::from(value);
    bool => Int(value) i64::from(value);
    usize => Int(value) i64::try_from(value).unwrap_or(i64::MAX);
    f64 => Real(value) value;
    String => Text(value) value;
    &str => Text(value) value.to_owned();
    Vec<u8> => Bytes(value) value;
    [u8; 16] => Id(value) value;
    Tenant => Int(value) i64::from(value.0);
    Micros => Int(value) value.0;
    EventKey => Id(value) value.0;
    Visibility => Int(value) value as i64;
    &ItemKey => Bytes(value) value.as_bytes().to_vec();
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Values of different types in one list.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::store::value::Value::from($value)),*] };
}
pub(crate) use values;
