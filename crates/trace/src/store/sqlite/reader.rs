//! Connections that read, each on a thread of its own.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::store::{Result, StoreError};

type Reading = Box<dyn FnOnce(&mut Connection) + Send>;

/// The threads end with it, when nobody waits any more.
pub(super) struct Readers(Arc<Queue>);

// Each reading wakes one thread and no other: waking takes as long as a short reading.
#[derive(Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    came: Condvar,
}

#[derive(Default)]
struct Waiting {
    readings: VecDeque<Reading>,
    closed: bool,
}

impl Readers {
    pub fn start(connections: Vec<Connection>) -> Result<Self> {
        let readers = Self(Arc::default());
        for connection in connections {
            let queue = Arc::clone(&readers.0);
            std::thread::Builder::new()
                .name("trace-reader".to_owned())
                .spawn(move || run(connection, &queue))
                .map_err(StoreError::broken)?;
        }
        Ok(readers)
    }

    /// Reads on the next free connection.
    pub async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        self.0.push(Box::new(move |connection| drop(answer.send(read(connection)))))?;
        answered.await.map_err(|_| StoreError::Closed)?
    }

    /// Lets the threads end when nobody waits any more.
    pub fn close(&self) {
        self.0.lock().closed = true;
        self.0.came.notify_all();
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.close();
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, reading: Reading) -> Result<()> {
        let mut waiting = self.lock();
        if waiting.closed {
            return Err(StoreError::Closed);
        }
        waiting.readings.push_back(reading);
        drop(waiting);
        self.came.notify_one();
        Ok(())
    }

    // None when there will be no more.
    fn next(&self) -> Option<Reading> {
        let idle = |waiting: &mut Waiting| waiting.readings.is_empty() && !waiting.closed;
        let waiting = self.came.wait_while(self.lock(), idle);
        waiting.unwrap_or_else(PoisonError::into_inner).readings.pop_front()
    }
}

fn run(mut connection: Connection, queue: &Queue) {
    while let Some(reading) = queue.next() {
        reading(&mut connection);
    }
}
