//! What came about is what is written: where each dossier stands, what its self-assessment comes to, what each
//! certificate is worth, how many entries each logbook has and how far a recall reaches; and the journal holds together.

use anyhow::{anyhow, bail};
use dossier::application::{self, Stage};
use dossier::self_assessment::{ballot, marks, sheet_of};
use goods::entry::{self, stock};
use goods::recall;
use ground::Day;
use ocop::{Candidate, GateBasis, Terms};

use super::play::{Play, known};
use super::written::{Certificate, Dossier, SelfVerdict};

/// Proves it.
///
/// # Errors
/// Everything that came out otherwise.
pub(super) async fn check(play: &Play<'_>) -> anyhow::Result<()> {
    let mut otherwise = Vec::new();
    for written in &play.province.dossiers {
        otherwise.extend(dossier(play, written).await?);
    }
    for written in &play.province.certificates {
        otherwise.extend(certificate(play, written).await?);
    }
    otherwise.extend(logbooks(play).await?);
    let journal = ground::journal::verify(&play.ground.reader()).await?;
    if let Some(broken) = journal.broken {
        otherwise.push(format!("the journal: {broken:?}"));
    }
    if !otherwise.is_empty() {
        bail!("the demo came out otherwise than it is written:\n{}", otherwise.join("\n"));
    }
    Ok(())
}

async fn dossier(play: &Play<'_>, written: &Dossier) -> anyhow::Result<Vec<String>> {
    let (reader, rules) = (play.ground.reader(), &play.ground.rules);
    let id = known(&play.known.dossiers, &written.key, "dossier")?;
    let came = application::load(&reader, id).await?;
    let mut otherwise = Vec::new();
    if came.stage != written.stage {
        otherwise.push(format!("{}: stands at {}, not {}", written.key, came.stage, written.stage));
    }
    if let Some(due) = written.due {
        let history = application::history(&reader, id).await?;
        // The commune's days count from when it took the dossier in.
        let from = came.received_on.filter(|_| came.stage == Stage::Commune).unwrap_or(came.since);
        let came = application::walk(rules, &came, &history)?.due(rules, from);
        if came != Some(due) {
            let came = came.map(Day::people).unwrap_or_default();
            otherwise.push(format!("{}: due {came}, not {}", written.key, due.people()));
        }
    }
    if let Some(expected) = &written.expected_self {
        let (pack, sheet) = sheet_of(rules, &came)?;
        let candidate = Candidate {
            product: came.product_name.clone(),
            ballots: vec![ballot(sheet, &marks(&reader, id).await?)],
            codes: Vec::new(),
        };
        let terms = Terms { gate_basis: GateBasis::Agreed, spread_limit: ocop::grade::USUAL_SPREAD_LIMIT };
        let verdict = ocop::grade(pack, sheet, &candidate, terms);
        let number = |star: Option<ocop::Star>| star.map(ocop::Star::number).unwrap_or_default();
        let came = SelfVerdict {
            total: verdict.ballots.first().map(|tally| tally.total).unwrap_or_default(),
            band: number(verdict.band),
            star: number(verdict.star),
        };
        if came != *expected {
            otherwise.push(format!("{}: comes to {came:?}, not {expected:?}", written.key));
        }
    }
    Ok(otherwise)
}

async fn logbooks(play: &Play<'_>) -> anyhow::Result<Vec<String>> {
    let reader = play.ground.reader();
    let mut otherwise = Vec::new();
    for book in &play.province.logbooks {
        let producer = play.producer(&book.producer)?;
        let stand = entry::standing(&reader, producer).await?.len();
        if stand != book.entries {
            otherwise.push(format!("{}: {stand} entries, not {}", book.producer, book.entries));
        }
        let counted = stock::counted(&reader, producer).await?;
        let lots: Vec<_> = counted.keys().copied().collect();
        for (lot, row) in stock::of_lots(&reader, producer, &lots).await? {
            if Some(&row.balance) != counted.get(&lot) {
                otherwise
                    .push(format!("{}: lot {lot} has another stock than its entries say", book.producer));
            }
        }
    }
    let lots: Vec<_> = play.known.lots.values().copied().collect();
    let pages = goods::page::kept(&reader, &lots).await?;
    if usize::try_from(pages).ok() != Some(lots.len()) {
        otherwise.push(format!("{pages} of {} lots have their page", lots.len()));
    }
    otherwise.extend(practised(play).await?);
    Ok(otherwise)
}

async fn practised(play: &Play<'_>) -> anyhow::Result<Option<String>> {
    let written = &play.province.practised;
    let reader = play.ground.reader();
    let id = play.known.practised.ok_or_else(|| anyhow!("no recall was practised"))?;
    let came = (recall::lots_of(&reader, id).await?.len(), recall::receivers(&reader, id, None).await?.len());
    Ok((came != (written.lots, written.receivers)).then(|| {
        let (lots, receivers) = came;
        format!("the recall of {} reaches {lots} lots and {receivers} receivers", written.lot)
    }))
}

async fn certificate(play: &Play<'_>, written: &Certificate) -> anyhow::Result<Option<String>> {
    let id = known(&play.known.certificates, &written.key, "certificate")?;
    let life = certificate::verdict::card(&play.ground.reader(), id).await?.life();
    let (state, expires_on) = (life.on(play.today()), life.expires_on);
    let expected = &written.expected;
    let is_as_written = state == expected.state && expires_on == expected.expires_on;
    Ok((!is_as_written).then(|| {
        format!(
            "{}: {state} until {expires_on}, not {} until {}",
            written.key, expected.state, expected.expires_on
        )
    }))
}
