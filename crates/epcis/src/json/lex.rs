//! JSON (RFC 8259) from front to back into a tree of keys as written. Nothing is recursive.

use std::borrow::Cow;

use super::string;
use crate::tree::{Builder, Name, Syntax, Tree, TreeFault, TreeFaultKind, Value};

/// How many keys are compared pair by pair; more are sorted.
const FEW_KEYS: usize = 24;

struct Frame {
    object: bool,
    empty: bool,
    // Where its keys begin.
    keys: usize,
}

pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
    builder: Builder<'s>,
    frames: Vec<Frame>,
    keys: Vec<(Cow<'s, str>, usize)>,
    // There are JSON-LD value objects.
    wrapped: bool,
}

/// The tree of keys as written, and whether there are JSON-LD value objects in it.
pub(super) fn read(source: &str) -> Result<(Tree<'_>, bool), TreeFault> {
    let builder = Builder::new(Syntax::Json, source.len())?;
    let mut lexer = Lexer { source, at: 0, builder, frames: Vec::new(), keys: Vec::new(), wrapped: false };
    if source.starts_with('\u{feff}') {
        lexer.at = '\u{feff}'.len_utf8();
    }
    lexer.value(Cow::Borrowed(""))?;
    while let Some(frame) = lexer.frames.last() {
        if frame.object { lexer.member()? } else { lexer.item()? }
    }
    lexer.space();
    if lexer.at < source.len() {
        return Err(lexer.fault(TreeFaultKind::Trailing));
    }
    let wrapped = lexer.wrapped;
    let end = TreeFault { kind: TreeFaultKind::Cut, at: 0, place: String::new(), found: String::new() };
    lexer.builder.finish().map(|tree| (tree, wrapped)).ok_or(end)
}

impl<'s> Lexer<'s> {
    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    // A fault of the syntax has no place: a source that does not read is no EPCIS.
    fn fault(&self, kind: TreeFaultKind) -> TreeFault {
        let kind = if self.at >= self.source.len() { TreeFaultKind::Cut } else { kind };
        let found = self.source.get(self.at..).unwrap_or("").chars().take(20).collect();
        TreeFault { kind, at: self.at, place: String::new(), found }
    }

    fn item(&mut self) -> Result<(), TreeFault> {
        if self.next(b']')? { self.value(Cow::Borrowed("")) } else { Ok(()) }
    }

    fn member(&mut self) -> Result<(), TreeFault> {
        if !self.next(b'}')? {
            return Ok(());
        }
        let at = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.fault(TreeFaultKind::Syntax));
        }
        let key = self.string()?;
        self.space();
        if self.peek() != Some(b':') {
            return Err(self.fault(TreeFaultKind::Syntax));
        }
        self.at += 1;
        self.wrapped |= matches!(&*key, "@value" | "@id" | "@set" | "@list");
        self.keys.push((key.clone(), at));
        self.value(key)
    }

    // Whether another item or member follows; otherwise the innermost frame is closed.
    fn next(&mut self, close: u8) -> Result<bool, TreeFault> {
        self.space();
        let Some(frame) = self.frames.last_mut() else { return Ok(false) };
        let byte = self.source.as_bytes().get(self.at).copied();
        if byte == Some(close) {
            self.at += 1;
            self.close()?;
            return Ok(false);
        }
        if std::mem::take(&mut frame.empty) {
            return Ok(true);
        }
        if byte != Some(b',') {
            return Err(self.fault(TreeFaultKind::Syntax));
        }
        self.at += 1;
        self.space();
        Ok(true)
    }

    fn close(&mut self) -> Result<(), TreeFault> {
        if let Some(frame) = self.frames.pop()
            && frame.object
        {
            if let Some(at) = twice(&mut self.keys[frame.keys..]) {
                let (key, at) = &self.keys[frame.keys + at];
                let mut fault = self.builder.fault(TreeFaultKind::Twice, *at, key);
                fault.place = format!("{}/{}", fault.place, key.replace('~', "~0").replace('/', "~1"));
                return Err(fault);
            }
            self.keys.truncate(frame.keys);
        }
        self.builder.close();
        Ok(())
    }

    fn value(&mut self, key: Cow<'s, str>) -> Result<(), TreeFault> {
        self.space();
        let at = self.at;
        let value = match self.peek() {
            Some(open @ (b'{' | b'[')) => {
                self.at += 1;
                let object = open == b'{';
                let value = if object { Value::Fields } else { Value::List };
                self.builder.open(Name::Item, key, value, at)?;
                self.frames.push(Frame { object, empty: true, keys: self.keys.len() });
                return Ok(());
            }
            Some(b'"') => Value::Text(self.string()?),
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            _ => self.number()?,
        };
        self.builder.leaf(Name::Item, key, value, at)
    }

    fn word(&mut self, word: &str, value: Value<'s>) -> Result<Value<'s>, TreeFault> {
        if !self.source[self.at..].starts_with(word) {
            return Err(self.fault(TreeFaultKind::Syntax));
        }
        self.at += word.len();
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), TreeFault> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(self.fault(TreeFaultKind::Syntax)) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Value<'s>, TreeFault> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Value::Number(Cow::Borrowed(&self.source[start..self.at])))
    }

    fn string(&mut self) -> Result<Cow<'s, str>, TreeFault> {
        match string::read(self.source, self.at + 1) {
            Ok((text, end)) => {
                self.at = end;
                Ok(text)
            }
            Err(at) => {
                self.at = at;
                Err(self.fault(TreeFaultKind::Syntax))
            }
        }
    }
}

// Which key stands there a second time.
fn twice(keys: &mut [(Cow<'_, str>, usize)]) -> Option<usize> {
    if keys.len() <= FEW_KEYS {
        let same = |place: &usize| keys[..*place].iter().any(|(key, _)| *key == keys[*place].0);
        return (1..keys.len()).find(same);
    }
    keys.sort_unstable();
    (1..keys.len()).find(|place| keys[place - 1].0 == keys[*place].0)
}
