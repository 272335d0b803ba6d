//! What the callers were told, held against what is there.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ground::actor::UserId;
use ground::records::Records;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use sha2::{Digest, Sha256};

use super::stage::Stage;
use super::wire::Request;

type Place = (UserId, String);

/// What was acknowledged, and what may have been written without an answer.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    marks: HashMap<Place, u8>,
    unanswered: HashMap<Place, Vec<u8>>,
    papers: Vec<Paper>,
    /// Marks that were acknowledged, over all.
    pub(super) acknowledged: usize,
}

#[derive(Clone, Debug)]
struct Paper {
    address: String,
    hash: String,
}

impl Ledger {
    /// A mark is on its way.
    pub(super) fn sent(&mut self, user: UserId, criterion: &str, points: u8) {
        self.unanswered.entry((user, criterion.to_owned())).or_default().push(points);
    }

    /// It was refused with a reason, so it is nowhere.
    pub(super) fn refused(&mut self, user: UserId, criterion: &str) {
        self.unanswered.entry((user, criterion.to_owned())).or_default().pop();
    }

    /// It was reported as saved.
    pub(super) fn saved(&mut self, user: UserId, criterion: &str, points: u8) {
        let place = (user, criterion.to_owned());
        self.unanswered.remove(&place);
        self.marks.insert(place, points);
        self.acknowledged += 1;
    }

    /// A paper was reported as put in, at this address.
    pub(super) fn put_in(&mut self, address: String, content: &[u8]) {
        self.papers.push(Paper { address, hash: hex::encode(Sha256::digest(content)) });
    }

    pub(super) fn papers(&self) -> usize {
        self.papers.len()
    }

    /// Everything acknowledged is in the records and on disk, and the journal holds.
    pub(super) async fn holds(&mut self, stage: &Stage) {
        let records = Records::open(stage.database()).await.unwrap();
        self.marks_hold(&records).await;
        self.papers_hold(&records, stage.folder()).await;
        let told = "select count(*) as n from journal where intent = 'mark-ballot'";
        let told: i64 = rows(&records, told).await[0].try_get("", "n").unwrap();
        assert!(usize::try_from(told).unwrap() >= self.acknowledged, "the journal misses marks: {told}");
        let verified = ground::journal::verify(&records.reader()).await.unwrap();
        assert_eq!(verified.broken, None);
        records.close().await;
    }

    async fn marks_hold(&mut self, records: &Records) {
        let sql = "select s.account_id as who, m.criterion as criterion, m.points as points \
                   from mark m join seat s on s.id = m.seat_id";
        let mut there = HashMap::new();
        for row in rows(records, sql).await {
            let place: Place = (row.try_get("", "who").unwrap(), row.try_get("", "criterion").unwrap());
            let points: i32 = row.try_get("", "points").unwrap();
            there.insert(place, u8::try_from(points).unwrap());
        }
        for (place, points) in &self.marks {
            let found = there.get(place).copied();
            let newer =
                self.unanswered.get(place).is_some_and(|sent| found.is_some_and(|f| sent.contains(&f)));
            assert!(
                found == Some(*points) || newer,
                "{place:?}: {points} was acknowledged, {found:?} is there"
            );
        }
        for (place, points) in &there {
            let sent = self.unanswered.get(place).is_some_and(|sent| sent.contains(points));
            assert!(sent || self.marks.get(place) == Some(points), "{place:?}: nobody gave {points}");
        }
        // From here on what is there is what is known.
        self.marks = there;
        self.unanswered.clear();
    }

    async fn papers_hold(&self, records: &Records, folder: &Path) {
        let sql = "select paper_id as paper, file_hash as hash from paper_file";
        let mut there: HashMap<String, String> = HashMap::new();
        for row in rows(records, sql).await {
            let paper: dossier::paper::PaperId = row.try_get("", "paper").unwrap();
            there.insert(format!("/papers/{paper}"), row.try_get("", "hash").unwrap());
        }
        for paper in &self.papers {
            assert_eq!(there.get(&paper.address), Some(&paper.hash), "{}", paper.address);
        }
        // What the records name is on disk, acknowledged or not.
        for hash in there.values() {
            let content = std::fs::read(content(folder, hash)).unwrap();
            assert_eq!(&hex::encode(Sha256::digest(&content)), hash);
        }
    }

    /// The program shows each member the own marks, and each paper opens.
    pub(super) async fn is_shown(&self, stage: &Stage, address: &str) {
        let page = format!("/ballots/{}", stage.case);
        for member in &stage.members {
            let reply = Request::get(&page, "application/json").key(&member.key).send(address).await.unwrap();
            assert_eq!(reply.status, 200, "{}", reply.text());
            let page: serde_json::Value = serde_json::from_slice(&reply.body).unwrap();
            for line in page["lines"].as_array().unwrap() {
                let criterion = line["href"].as_str().unwrap().rsplit('/').next().unwrap();
                let known = self.marks.get(&(member.user, criterion.to_owned())).copied();
                assert_eq!(line["points"].as_u64(), known.map(u64::from), "{line}");
            }
        }
        for paper in &self.papers {
            let page = format!("{}/pages/1", paper.address);
            let reply = Request::get(&page, "image/*").key(&stage.owner_key).send(address).await.unwrap();
            assert_eq!((reply.status, reply.header("content-type")), (200, Some("image/jpeg")));
        }
    }
}

/// Holds a shared ledger against what is there.
pub(super) async fn looked_over(ledger: &Mutex<Ledger>, stage: &Stage) {
    let mut told = std::mem::take(&mut *ledger.lock().unwrap());
    told.holds(stage).await;
    *ledger.lock().unwrap() = told;
}

fn content(folder: &Path, hash: &str) -> PathBuf {
    folder.join("files/content").join(&hash[0..2]).join(&hash[2..4]).join(hash)
}

async fn rows(records: &Records, sql: &str) -> Vec<QueryResult> {
    let reader = records.reader();
    reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.unwrap()
}
