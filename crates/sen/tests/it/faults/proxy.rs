//! A wire to the database server that can be cut: connections break, new ones are refused, as when it restarts.

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

pub(super) struct Proxy {
    server: String,
    address: SocketAddr,
    carrying: JoinHandle<()>,
}

impl Proxy {
    /// A wire to `host:port`.
    pub(super) async fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        Self { server: server.to_owned(), address, carrying: carry(listener, server) }
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Breaks every connection and refuses new ones.
    pub(super) async fn cut(&mut self) {
        self.carrying.abort();
        assert!((&mut self.carrying).await.is_err_and(|error| error.is_cancelled()));
    }

    /// Takes connections again, on the same port.
    pub(super) async fn mend(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.carrying = carry(listener, &self.server);
    }
}

// Dropped with its task, the set ends every connection in it.
fn carry(listener: TcpListener, server: &str) -> JoinHandle<()> {
    let server = server.to_owned();
    tokio::spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((mut near, _)) = listener.accept().await {
            let server = server.clone();
            connections.spawn(async move {
                if let Ok(mut far) = TcpStream::connect(server).await {
                    // A connection that breaks is what this wire is for.
                    let _ = copy_bidirectional(&mut near, &mut far).await;
                }
            });
        }
    })
}
