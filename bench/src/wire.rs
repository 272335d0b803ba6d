//! A small HTTP client on one kept connection, so that the client costs little beside what it measures.

use std::net::SocketAddr;
use std::time::Instant;

use axum::Router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A kept connection.
pub(crate) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Wire {
    pub(crate) async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: vec![0; 256 * 1024] }
    }

    /// Sends a request and reads its whole answer, which must be a 200; milliseconds it took.
    pub(crate) async fn ask(&mut self, request: &str) -> f64 {
        let begun = Instant::now();
        self.stream.write_all(request.as_bytes()).await.unwrap();
        let (mut got, mut wanted) = (0, usize::MAX);
        while got < wanted {
            let read = self.stream.read(&mut self.buffer[got..]).await.unwrap();
            assert!(read > 0, "the server hung up");
            got += read;
            if wanted == usize::MAX
                && let Some(end) = self.buffer[..got].windows(4).position(|four| four == b"\r\n\r\n")
            {
                let head = String::from_utf8_lossy(&self.buffer[..end]).to_lowercase();
                assert!(head.starts_with("http/1.1 200"), "{head}");
                let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
                wanted = end + 4 + length.trim().parse::<usize>().unwrap();
            }
        }
        begun.elapsed().as_secs_f64() * 1_000.0
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
    spent.sort_by(f64::total_cmp);
    spent[(spent.len() - 1) * 99 / 100]
}

/// A count a second.
pub(crate) fn rate(count: usize, seconds: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / seconds
}
