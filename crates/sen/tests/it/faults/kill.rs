//! SIGKILL while members mark and a producer puts papers in.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ground::testing::{Bed, rules};
use tokio::sync::mpsc::unbounded_channel;

use super::chance::Chance;
use super::crowd::{Call, Go};
use super::ledger::{Ledger, looked_over};
use super::program::Program;
use super::stage::Stage;
use super::wire::Reply;
use crate::rooms::ROOMS;
use crate::world::sen;

/// How often the program is killed.
const KILLS: usize = 20;
/// It is killed after at most so many acknowledgements …
const ACKNOWLEDGED: usize = 60;
/// … and so many microseconds, in the middle of whatever it is doing then.
const MICROSECONDS: usize = 6_000;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed_on_sqlite() {
    killed_again_and_again(Bed::sqlite(rules(), ROOMS).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed_on_postgres() {
    if let Some(bed) = Bed::postgres(rules(), ROOMS).await {
        killed_again_and_again(bed).await;
    }
}

async fn killed_again_and_again(bed: Bed) {
    let stage = Stage::set(bed).await;
    let mut chance = Chance::new();
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    for _ in 0..KILLS {
        let program = Program::start(stage.folder(), stage.database()).await;
        let (heard, mut hears) = unbounded_channel();
        let (address, stop) = (program.address.clone(), Arc::default());
        let call = Call { address, ledger: ledger.clone(), heard, stop, otherwise: home_without_an_answer };
        let callers = call.begin(&stage, &mut chance);
        for _ in 0..=chance.below(ACKNOWLEDGED) {
            hears.recv().await.expect("someone is acknowledged");
        }
        let moment = u64::try_from(chance.below(MICROSECONDS)).unwrap();
        tokio::time::sleep(Duration::from_micros(moment)).await;
        program.kill().await;
        for caller in callers {
            caller.await.unwrap();
        }
        looked_over(&ledger, &stage).await;
    }
    let program = Program::start(stage.folder(), stage.database()).await;
    let told = std::mem::take(&mut *ledger.lock().unwrap());
    told.is_shown(&stage, &program.address).await;
    assert_eq!(program.terminate().await, Some(0));
    let data = stage.folder().to_str().unwrap();
    let ran = sen(["journal", "verify", "--json", "--data", data, "--database", stage.database()]);
    assert_eq!((ran.code, &ran.json()["broken"]), (0, &serde_json::Value::Null), "{ran:?}");
    // A proof on nothing would be none.
    assert!(told.acknowledged > KILLS * 5 && told.papers() > KILLS / 2, "{told:?}");
}

fn home_without_an_answer(answer: std::io::Result<Reply>) -> Go {
    match answer {
        Err(_) => Go::Home,
        Ok(reply) => panic!("{}: {}", reply.status, reply.text()),
    }
}
