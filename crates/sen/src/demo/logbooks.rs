//! Logbooks: routines of producers, each entry on its day by who holds the pen; what goods are called since they were
//! first logged; labels; a recall that is practised.

use anyhow::{Context, anyhow};
use goods::book::Book;
use goods::entry::{
    EntryId, NewEntry, NewLine, NumberedLot, Quantity, Side, WhichItem, WhichLot, WhichPartner,
};
use goods::label::Design;
use goods::lot::{LotCode, LotId};
use goods::recall::{EndKind, NewRecall};
use goods::{entry, item, label, recall};
use ground::Day;
use gs1::key::Gtin;

use super::play::Play;
use super::written::{Goods, Labels, Logbook, Lots, Practised, Province, Routine, Step, Withdrawn};
use super::{Plan, first};

/// One run of a routine.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    book: &'a Logbook,
    routine: &'a Routine,
    start: Day,
    /// Its place among the runs of the logbook.
    n: usize,
}

/// What happens in logbooks.
pub(super) enum Act<'a> {
    /// A step is logged.
    Logs(Run<'a>, usize, &'a Step),
    /// It is told what goods of a label are.
    Describes(&'a Logbook, &'a str, &'a Goods),
    /// A step is withdrawn.
    Withdraws(Run<'a>, usize, &'a Withdrawn),
    /// Labels are printed.
    Prints(Run<'a>, &'a Labels),
    /// A recall is practised.
    Practises(&'a Practised),
}

/// When.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) {
    let mut add = |day, order, act| plan.push((day, first::LOGBOOKS + order, super::Act::Logbook(act)));
    for book in &province.logbooks {
        for run in runs(book) {
            for (n, step) in run.routine.steps.iter().enumerate() {
                add(run.on(step.day), 0, Act::Logs(run, n, step));
                if let Some(withdrawn) = &step.withdrawn {
                    add(run.on(withdrawn.day), 2, Act::Withdraws(run, n, withdrawn));
                }
            }
            for labels in &run.routine.labels {
                add(run.on(labels.day), 3, Act::Prints(run, labels));
            }
        }
        for (label, goods) in book.goods.iter().filter(|(_, goods)| goods.is_described()) {
            if let Some((day, _)) = begun(book, label).min() {
                add(day, 1, Act::Describes(book, label, goods));
            }
        }
    }
    add(province.practised.on, 4, Act::Practises(&province.practised));
}

fn runs(book: &Logbook) -> impl Iterator<Item = Run<'_>> {
    let starts =
        book.routines.iter().flat_map(|routine| routine.starts.iter().map(move |day| (routine, *day)));
    starts.enumerate().map(move |(n, (routine, start))| Run { book, routine, start, n })
}

// On which days lots of a label began, each with the day its routine started.
fn begun<'a>(book: &'a Logbook, label: &'a str) -> impl Iterator<Item = (Day, Day)> + 'a {
    runs(book).filter_map(move |run| {
        let step = run.routine.steps.iter().find(|step| step.begins(label))?;
        Some((run.on(step.day), run.start))
    })
}

impl Run<'_> {
    fn on(&self, day: i64) -> Day {
        self.start.plus_days(day)
    }
}

impl Goods {
    const fn is_described(&self) -> bool {
        self.gtin.is_some() || self.keeps.is_some() || self.standards.is_some()
    }
}

impl Step {
    fn begins(&self, label: &str) -> bool {
        (self.kind.begins() && self.of.contains_key(label))
            || (self.kind.makes() && self.out.contains_key(label))
    }
}

/// Does it.
///
/// # Errors
/// The program refuses.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let (what, done) = match act {
        Act::Logs(run, n, step) => {
            (format!("{} {}", run.book.producer, step.kind), log(play, *run, (*n, step)).await)
        }
        Act::Describes(book, label, goods) => {
            (format!("{} goods {label}", book.producer), describe(play, book, goods).await)
        }
        Act::Withdraws(run, n, withdrawn) => {
            (format!("{} withdraws", run.book.producer), withdraw(play, *run, *n, withdrawn).await)
        }
        Act::Prints(run, labels) => {
            (format!("{} labels of {}", run.book.producer, labels.lot), print(play, *run, labels).await)
        }
        Act::Practises(written) => (format!("recall of {}", written.lot), practise(play, written).await),
    };
    done.with_context(|| format!("{what} on {}", play.today()))?;
    Ok(what)
}

async fn log(play: &mut Play<'_>, run: Run<'_>, (n, step): (usize, &Step)) -> anyhow::Result<()> {
    let actor = play.actor(&run.book.by).await?;
    let producer = play.producer(&run.book.producer)?;
    let mut lines = Vec::new();
    let mut codes = Vec::new();
    for (side, lots) in [(Side::In, &step.into), (Side::Out, &step.out), (Side::Of, &step.of)] {
        for (line, code) in self::lines(play, run, step, (side, lots))? {
            lines.push(line);
            codes.push(code);
        }
    }
    let partner = step.with.as_ref().map(|key| {
        let known = play.province.partners.get(key).ok_or_else(|| anyhow!("no partner “{key}”"))?;
        anyhow::Ok(WhichPartner::Named(known.name.clone(), known.phone.clone()))
    });
    let new = NewEntry {
        kind: step.kind,
        happened_at: play.ground.clock.now(),
        site: None,
        partner: partner.transpose()?,
        note: step.note.clone(),
        client_key: format!("{}-{}-{n}", run.book.producer, run.n),
        lines,
        photos: Vec::new(),
        is_confirmed: false,
    };
    let logged = entry::log(play.ground, &actor, producer, &new).await?;
    play.known.entries.insert((run.book.producer.clone(), run.n, n), logged.id);
    let lines = entry::lines_of(&play.ground.reader(), &[logged.id]).await?.remove(&logged.id);
    for (line, code) in lines.unwrap_or_default().iter().zip(codes) {
        if let Some(code) = code {
            play.known.lots.insert((run.book.producer.clone(), code), line.lot_id);
        }
    }
    Ok(())
}

// The lots of one side; with its number where a lot begins.
fn lines(
    play: &Play<'_>,
    run: Run<'_>,
    step: &Step,
    (side, lots): (Side, &Lots),
) -> anyhow::Result<Vec<(NewLine, Option<String>)>> {
    let line = |(key, quantity): (&String, &String)| {
        let (maker, label) = maker_of(play.province, run, key)?;
        let goods = maker.goods.get(label).ok_or_else(|| anyhow!("no goods “{key}”"))?;
        let begins = std::ptr::eq(maker, run.book) && side != Side::In && step.begins(label);
        let code = number(label, started(run, maker, label)?);
        let lot = match begins {
            true => WhichLot::Numbered(NumberedLot {
                item: which(play, goods)?,
                code: LotCode::parse(&code)?,
                made_on: None,
                expires_on: goods.keeps.map(|days| play.today().plus_days(i64::from(days))),
            }),
            false => WhichLot::Known(lot(play, &maker.producer, &code)?),
        };
        let quantity = Quantity::parse(quantity).with_context(|| format!("{key}: {quantity}"))?;
        Ok((NewLine { side, lot, quantity, unit: goods.unit }, begins.then_some(code)))
    };
    lots.iter().map(line).collect()
}

// Whose goods a line means: `LABEL`, one's own, or `PRODUCER/LABEL`.
fn maker_of<'a>(
    province: &'a Province,
    run: Run<'a>,
    key: &'a str,
) -> anyhow::Result<(&'a Logbook, &'a str)> {
    let Some((producer, label)) = key.split_once('/') else { return Ok((run.book, key)) };
    let maker = province.logbooks.iter().find(|book| book.producer == producer);
    Ok((maker.ok_or_else(|| anyhow!("no logbook of “{producer}”"))?, label))
}

// The lot of this run; where it begins none of the label, the newest there was when it started.
fn started(run: Run<'_>, maker: &Logbook, label: &str) -> anyhow::Result<Day> {
    if std::ptr::eq(maker, run.book) && run.routine.steps.iter().any(|step| step.begins(label)) {
        return Ok(run.start);
    }
    let newest = begun(maker, label).filter(|(day, _)| *day <= run.start).max();
    newest
        .map(|(_, start)| start)
        .ok_or_else(|| anyhow!("no lot of {}/{label} on {}", maker.producer, run.start))
}

// Label and day: `GX260928`.
fn number(label: &str, start: Day) -> String {
    let digits: String = start.to_string().chars().filter(char::is_ascii_digit).skip(2).collect();
    format!("{label}{digits}")
}

fn which(play: &Play<'_>, goods: &Goods) -> anyhow::Result<WhichItem> {
    match (&goods.product, &goods.name) {
        (Some(product), None) => Ok(WhichItem::Product(play.product(product)?)),
        (None, Some(name)) => Ok(WhichItem::Named(name.clone())),
        _ => Err(anyhow!("goods are a product or have a name")),
    }
}

/// The lot with a number.
///
/// # Errors
/// It has not begun.
pub(super) fn lot(play: &Play<'_>, producer: &str, code: &str) -> anyhow::Result<LotId> {
    let found = play.known.lots.get(&(producer.to_owned(), code.to_owned())).copied();
    found.ok_or_else(|| anyhow!("no lot {producer}/{code} was begun before it is needed"))
}

async fn describe(play: &Play<'_>, book: &Logbook, goods: &Goods) -> anyhow::Result<()> {
    let actor = play.actor(&book.by).await?;
    let producer = play.producer(&book.producer)?;
    let product = goods.product.as_ref().map(|key| play.product(key)).transpose()?;
    let items = item::of_producer(&play.ground.reader(), producer).await?;
    let known = items.into_iter().find(|item| match product {
        Some(product) => item.product_id == Some(product),
        None => Some(&item.name) == goods.name.as_ref(),
    });
    let known = known.ok_or_else(|| anyhow!("nothing of them was logged"))?;
    let gtin = goods.gtin.as_deref().map(|digits| Gtin::new(digits).with_context(|| digits.to_owned()));
    let details = item::Details {
        name: known.name.clone(),
        unit: known.unit,
        gtin: gtin.transpose()?.map(|gtin| gtin.as_str().to_owned()),
        shelf_life_days: goods.keeps,
        standards: goods.standards.clone(),
    };
    item::edit(play.ground, &actor, (producer, known.id), known.version, &details).await?;
    Ok(())
}

async fn withdraw(play: &Play<'_>, run: Run<'_>, step: usize, withdrawn: &Withdrawn) -> anyhow::Result<()> {
    let actor = play.actor(&run.book.by).await?;
    let producer = play.producer(&run.book.producer)?;
    let id: Option<EntryId> = play.known.entries.get(&(run.book.producer.clone(), run.n, step)).copied();
    let id = id.ok_or_else(|| anyhow!("it was not logged"))?;
    entry::withdraw(play.ground, &actor, (producer, id), &withdrawn.reason).await?;
    Ok(())
}

async fn print(play: &Play<'_>, run: Run<'_>, labels: &Labels) -> anyhow::Result<()> {
    let actor = play.actor(&run.book.by).await?;
    let book = Book::of(play.ground, &actor, play.producer(&run.book.producer)?).await?;
    let code = number(&labels.lot, started(run, run.book, &labels.lot)?);
    let lot = goods::lot::load(&play.ground.reader(), lot(play, &run.book.producer, &code)?).await?;
    let design = Design { stock: labels.stock.clone(), serials: true, ..Design::usual() };
    label::add(play.ground, &actor, &book.resource, &lot, &design, labels.count).await?;
    Ok(())
}

async fn practise(play: &mut Play<'_>, written: &Practised) -> anyhow::Result<()> {
    let actor = play.actor(&written.by).await?;
    let bad = lot(play, &written.producer, &written.lot)?;
    let producer = play.producer(&written.producer)?;
    let new = NewRecall { reason: written.reason.clone(), decided_by: actor.name.clone(), is_drill: true };
    let recall = recall::decide(play.ground, &actor, (producer, bad), &new).await?;
    play.pause();
    recall::end(play.ground, &actor, recall.id, (EndKind::Closed, &written.outcome)).await?;
    play.known.practised = Some(recall.id);
    Ok(())
}
