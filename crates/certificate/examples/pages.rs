//! How many verdicts a second, over HTTP and TCP, with small and large archives:
//! `cargo run --release -p certificate --features testing --example pages`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot be made stops")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use axum::middleware::from_fn_with_state;
use certificate::testing::{certificate, copies};
use ground::GROUND;
use ground::testing::{Bed, rules};
use register::testing::{producer, product, sa_dec};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::testing::House;
use web::{App, security, show_refusals};

const ROOMS: &[ground::Room] =
    &[GROUND, people::ROOM, register::ROOM, dossier::ROOM, council::ROOM, certificate::ROOM];
const SIZES: [usize; 2] = [1_000, 100_000];
const REQUESTS: usize = 40_000;
const CLIENTS: usize = 16;

#[tokio::main]
async fn main() {
    for size in SIZES {
        measure(&Bed::sqlite(rules(), ROOMS).await, size).await;
        if let Some(bed) = Bed::postgres(rules(), ROOMS).await {
            measure(&bed, size).await;
        }
    }
}

async fn measure(bed: &Bed, size: usize) {
    let places = sa_dec(bed).await;
    let producer = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let product = product(bed, &producer, 14, "Sa Đéc Tửu").await;
    let issued = certificate(bed, &product, &places.old_province, "2024-12-20".parse().unwrap()).await;
    let codes = Arc::new(copies(bed, &issued, size).await);
    let house = House::new(bed.ground.clone(), ROOMS, certificate::routes());
    let address = serve(house.app.clone()).await;
    let next = Arc::new(AtomicUsize::new(0));
    let clients = (0..CLIENTS).map(|_| tokio::spawn(client(address, codes.clone(), next.clone())));
    let start = Instant::now();
    let spent = futures::future::join_all(clients.collect::<Vec<_>>()).await;
    let seconds = start.elapsed().as_secs_f64();
    let mut spent: Vec<f64> = spent.into_iter().flat_map(Result::unwrap).collect();
    spent.sort_by(f64::total_cmp);
    let p99 = spent[spent.len() * 99 / 100];
    let engine = bed.ground.records.engine();
    println!("{engine} {size}: {:.0} pages/s, p99 {p99:.1} ms", spent.len() as f64 / seconds);
}

async fn serve(app: App) -> std::net::SocketAddr {
    let router = certificate::routes()
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(from_fn_with_state(app.clone(), security::protect))
        .with_state(app);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

// Every request another code, so that nothing is kept from the one before.
async fn client(
    address: std::net::SocketAddr,
    codes: Arc<Vec<certificate::Code>>,
    next: Arc<AtomicUsize>,
) -> Vec<f64> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut spent, mut buffer) = (Vec::new(), vec![0_u8; 64 * 1024]);
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        if n >= REQUESTS {
            return spent;
        }
        let code = &codes[n.wrapping_mul(7_919) % codes.len()];
        let start = Instant::now();
        let request = format!(
            "GET /c/{code} HTTP/1.1\r\nHost: sen\r\nAccept: text/html\r\nAccept-Language: vi\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let (mut got, mut wanted) = (0, usize::MAX);
        while got < wanted {
            got += stream.read(&mut buffer[got..]).await.unwrap();
            if wanted == usize::MAX
                && let Some(end) = buffer[..got].windows(4).position(|four| four == b"\r\n\r\n")
            {
                let head = String::from_utf8_lossy(&buffer[..end]).to_lowercase();
                assert!(head.starts_with("http/1.1 200"), "{head}");
                let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
                wanted = end + 4 + length.trim().parse::<usize>().unwrap();
            }
        }
        spent.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
}
