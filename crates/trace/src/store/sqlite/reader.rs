//! Connections that read, each on a thread of its own.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::store::{Result, StoreError};

type Reading = Box<dyn FnOnce(&mut Connection) + Send>;

pub(super) struct Readers {
    queue: Mutex<Option<Sender<Reading>>>,
}

impl Readers {
    pub fn start(connections: Vec<Connection>) -> Result<Self> {
        let (queue, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for connection in connections {
            let waiting = Arc::clone(&waiting);
            std::thread::Builder::new()
                .name("trace-reader".to_owned())
                .spawn(move || run(connection, &waiting))
                .map_err(StoreError::broken)?;
        }
        Ok(Self { queue: Mutex::new(Some(queue)) })
    }

    /// Reads on the next free connection.
    pub async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let reading: Reading = Box::new(move |connection| drop(answer.send(read(connection))));
        {
            let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            let queue = queue.as_ref().ok_or(StoreError::Closed)?;
            queue.send(reading).map_err(|_| StoreError::Closed)?;
        }
        answered.await.map_err(|_| StoreError::Closed)?
    }

    /// Lets the threads end when nobody waits any more.
    pub fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

fn run(mut connection: Connection, waiting: &Mutex<Receiver<Reading>>) {
    loop {
        // One thread at a time waits for work; the lock is free again while it reads.
        let reading = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match reading {
            Ok(reading) => reading(&mut connection),
            Err(_) => return,
        }
    }
}
