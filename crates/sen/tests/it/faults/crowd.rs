//! Those who call while it goes wrong: members who mark, an owner who puts papers in.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;

use super::chance::Chance;
use super::ledger::Ledger;
use super::stage::{Member, Stage};
use super::wire::{Reply, Request};

/// The smallest picture, one pixel; what follows its end makes each copy another file.
const PICTURE: &str = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c494441\
                       54789c63d8a0600000028401012d2affad0000000049454e44ae426082";
/// Bytes after the picture, so that an upload takes its time.
const WEIGHT: usize = 300_000;

/// What callers share.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) address: String,
    pub(super) ledger: Arc<Mutex<Ledger>>,
    /// Whose was acknowledged: the member's place, or one past the last for a paper.
    pub(super) heard: UnboundedSender<usize>,
    pub(super) stop: Arc<AtomicBool>,
    /// What is done with an answer that is neither an acknowledgement nor a refusal with a reason.
    pub(super) otherwise: fn(std::io::Result<Reply>) -> Go,
}

/// Whether a caller goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Go {
    On,
    Home,
}

impl Call {
    /// Everyone begins to call.
    pub(super) fn begin(&self, stage: &Stage, chance: &mut Chance) -> Vec<JoinHandle<()>> {
        let mut callers = Vec::new();
        for (n, member) in stage.members.iter().enumerate() {
            let marking = Marking {
                call: self.clone(),
                n,
                member: member.clone(),
                ballot: format!("/ballots/{}", stage.case),
                criteria: stage.criteria.clone(),
            };
            callers.push(tokio::spawn(marking.go(chance.fork())));
        }
        let path = format!("/papers?producer={}", stage.producer);
        let (key, n) = (stage.owner_key.clone(), stage.members.len());
        callers.push(tokio::spawn(put_papers_in(self.clone(), path, key, n, chance.fork())));
        callers
    }

    fn is_over(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    fn ledger(&self) -> std::sync::MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap()
    }

    fn acknowledged(&self, n: usize) {
        // Nobody listens after the kill.
        let _ = self.heard.send(n);
    }
}

struct Marking {
    call: Call,
    n: usize,
    member: Member,
    ballot: String,
    criteria: Vec<(String, Vec<u8>)>,
}

impl Marking {
    async fn go(self, mut chance: Chance) {
        let user = self.member.user;
        while !self.call.is_over() {
            let (criterion, options) = &self.criteria[chance.below(self.criteria.len())];
            let points = options[chance.below(options.len())];
            self.call.ledger().sent(user, criterion, points);
            let path = format!("{}/{criterion}", self.ballot);
            let form = format!("points={points}").into_bytes();
            let kind = "application/x-www-form-urlencoded";
            let request = Request::post(&path, "application/json", kind, form).key(&self.member.key);
            match request.send(&self.call.address).await {
                Ok(reply) if reply.status == 200 => {
                    self.call.ledger().saved(user, criterion, points);
                    self.call.acknowledged(self.n);
                }
                // Some criteria hang on others, and say so.
                Ok(reply) if reply.status == 409 => self.call.ledger().refused(user, criterion),
                other => {
                    if (self.call.otherwise)(other) == Go::Home {
                        return;
                    }
                }
            }
        }
    }
}

async fn put_papers_in(call: Call, path: String, key: String, n: usize, mut chance: Chance) {
    let mut file = hex::decode(PICTURE).unwrap();
    let picture = file.len();
    while !call.is_over() {
        file.truncate(picture);
        file.extend(chance.bytes(WEIGHT));
        let request = Request::post(&path, "text/html", "multipart/form-data; boundary=x", form(&file));
        match request.key(&key).send(&call.address).await {
            Ok(reply) if reply.status == 303 => {
                let address = reply.header("location").unwrap().to_owned();
                call.ledger().put_in(address, &file);
                call.acknowledged(n);
            }
            other => {
                if (call.otherwise)(other) == Go::Home {
                    return;
                }
            }
        }
    }
}

fn form(file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in [("code", "free"), ("title", "Ảnh vùng nguyên liệu")] {
        let part = format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    body.extend(b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"anh.png\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--x--\r\n");
    body
}
