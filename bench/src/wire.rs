//! A small HTTP client on one kept connection, so that the client costs little beside what it measures.

use std::net::SocketAddr;
use std::ops::Range;
use std::time::Instant;

use axum::Router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A kept connection.
pub(crate) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
    body: Range<usize>,
}

impl Wire {
    pub(crate) async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: vec![0; 256 * 1024], body: 0..0 }
    }

    /// Sends a request and reads its whole answer, which must be one of success or a redirect; milliseconds it took.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> f64 {
        let begun = Instant::now();
        self.stream.write_all(request).await.unwrap();
        let (mut got, mut wanted) = (0, usize::MAX);
        while got < wanted {
            let read = self.stream.read(&mut self.buffer[got..]).await.unwrap();
            assert!(read > 0, "the server hung up");
            got += read;
            if wanted == usize::MAX
                && let Some(end) = self.buffer[..got].windows(4).position(|four| four == b"\r\n\r\n")
            {
                let head = String::from_utf8_lossy(&self.buffer[..end]).to_lowercase();
                assert!(head.starts_with("http/1.1 20") || head.starts_with("http/1.1 307"), "{head}");
                let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
                wanted = end + 4 + length.trim().parse::<usize>().unwrap();
                self.body = end + 4..wanted;
            }
        }
        begun.elapsed().as_secs_f64() * 1_000.0
    }

    /// The body of the last answer.
    pub(crate) fn body(&self) -> &[u8] {
        &self.buffer[self.body.clone()]
    }
}

/// Serves a router on a free port of the loopback.
pub(crate) async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// The 99th percentile.
pub(crate) fn p99(spent: &mut [f64]) -> f64 {
    percentile(spent, 99)
}

/// The median.
pub(crate) fn p50(spent: &mut [f64]) -> f64 {
    percentile(spent, 50)
}

fn percentile(spent: &mut [f64], part: usize) -> f64 {
    spent.sort_by(f64::total_cmp);
    spent[(spent.len() - 1) * part / 100]
}

/// A count a second.
pub(crate) fn rate(count: usize, seconds: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / seconds
}
