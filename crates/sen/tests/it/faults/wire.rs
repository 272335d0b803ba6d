//! One request on one connection, by hand: a program that is killed leaves half an answer, which must be told from one.

use std::io::{Error, ErrorKind, Result};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A whole answer.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Reply {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A request, not yet sent.
pub(super) struct Request {
    line: String,
    head: String,
    body: Vec<u8>,
}

impl Request {
    pub(super) fn get(path: &str, accept: &str) -> Self {
        Self { line: format!("GET {path}"), head: format!("accept: {accept}\r\n"), body: Vec::new() }
    }

    pub(super) fn post(path: &str, accept: &str, kind: &str, body: Vec<u8>) -> Self {
        let head = format!("accept: {accept}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n", body.len());
        Self { line: format!("POST {path}"), head, body }
    }

    pub(super) fn key(mut self, key: &str) -> Self {
        self.head += &format!("authorization: Bearer {key}\r\n");
        self
    }

    /// Sends it and reads the answer.
    ///
    /// An error means that there was no whole answer, whatever became of the request.
    pub(super) async fn send(self, address: &str) -> Result<Reply> {
        let mut stream = TcpStream::connect(address).await?;
        let head =
            format!("{} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{}\r\n", self.line, self.head);
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(&self.body).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        parse(&answer).ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))
    }
}

fn parse(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let reply = Reply { status, head, body: answer[end + 4..].to_vec() };
    let whole: usize = reply.header("content-length")?.parse().ok()?;
    (reply.body.len() == whole).then_some(reply)
}
