//! Producers with their members and products, on the day they were entered; consents on the day they were given.

use anyhow::{Context, anyhow};
use ground::actor::{ConsentId, PlaceId};
use ground::files::Received;
use ground::{Actor, Lang, Role};
use people::consent::{self, HowGiven, NewConsent};
use register::producer::{self, Details};
use register::product;

use super::play::Play;
use super::written::{Consent, Producer, Product, Province};
use super::{Plan, first};

/// What happens in the register.
pub(super) enum Act<'a> {
    /// A producer is entered, with its members.
    Enters(&'a Producer),
    /// A product is entered.
    Makes(&'a Product),
    /// A consent is given.
    Consents(&'a Producer, &'a Consent),
    /// It is withdrawn.
    Withdraws(&'a Producer, &'a Consent),
}

/// When.
///
/// # Errors
/// A product of a producer that is not there.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) -> anyhow::Result<()> {
    let mut add = |day, order, act| plan.push((day, first::REGISTER + order, super::Act::Register(act)));
    for producer in &province.producers {
        add(producer.place.day, 0, Act::Enters(producer));
        for consent in &producer.consents {
            add(consent.given_on, 2, Act::Consents(producer, consent));
            if let Some(day) = consent.withdrawn_on {
                add(day, 3, Act::Withdraws(producer, consent));
            }
        }
    }
    for product in &province.products {
        let maker = province.producers.iter().find(|producer| producer.key == product.producer);
        let maker = maker.ok_or_else(|| anyhow!("{}: no producer “{}”", product.key, product.producer))?;
        add(maker.place.day, 1, Act::Makes(product));
    }
    Ok(())
}

/// Does it.
///
/// # Errors
/// The program refuses.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let (what, key, done) = match act {
        Act::Enters(producer) => ("producer", &producer.key, enter(play, producer).await),
        Act::Makes(product) => ("product", &product.key, make(play, product).await),
        Act::Consents(producer, consent) => {
            ("consent of", &producer.key, give(play, producer, consent).await)
        }
        Act::Withdraws(producer, consent) => {
            ("consent withdrawn", &producer.key, withdraw(play, producer, consent).await)
        }
    };
    done.with_context(|| format!("{what} {key} on {}", play.today()))?;
    Ok(format!("{what} {key}"))
}

// The officer of the place, or a volunteer; before there was one, it was taken over from the books.
async fn clerk(play: &Play<'_>, place: PlaceId) -> anyhow::Result<Actor> {
    for role in [Role::Officer, Role::Volunteer] {
        if let Some(found) = play.holder(role, place).await? {
            return Ok(found);
        }
    }
    Ok(Play::system())
}

async fn enter(play: &mut Play<'_>, written: &Producer) -> anyhow::Result<()> {
    let place = play.place(&written.place).await?.id;
    let clerk = clerk(play, place).await?;
    let (registration, person) = (written.registration.as_ref(), &written.representative);
    let details = Details {
        kind: written.kind,
        name: written.name.clone(),
        registration_number: registration.map(|known| known.number.clone()),
        registered_on: registration.map(|known| known.on),
        registered_by: registration.map(|known| known.by.clone()),
        phone: written.phone.clone(),
        is_public_phone: written.public_phone,
        email: written.email.clone(),
        address: written.address.clone(),
        place,
        representative_name: person.name.clone(),
        representative_title: person.title.clone(),
        representative_address: None,
        representative_sex: person.sex,
        representative_ethnicity: person.ethnicity.clone(),
        representative_disability: person.disability,
    };
    let made = producer::register(play.ground, &clerk, &details, &[]).await?;
    play.known.producers.insert(written.key.clone(), made.id);
    for member in &written.members {
        play.pause();
        let new = producer::member::NewMember {
            kind: member.kind,
            name: member.name.clone(),
            title: member.title.clone(),
            phone: None,
            joined_on: member.joined_on,
        };
        producer::member::join(play.ground, &clerk, made.id, &new).await?;
    }
    Ok(())
}

async fn make(play: &mut Play<'_>, written: &Product) -> anyhow::Result<()> {
    let producer = producer::load(&play.ground.reader(), play.producer(&written.producer)?).await?;
    let place = match &written.place {
        Some(place) => play.place(place).await?.id,
        None => producer.place_id,
    };
    let clerk = clerk(play, producer.place_id).await?;
    let details = product::Details {
        name: written.name.clone(),
        set_number: written.set,
        unit: written.unit.clone(),
        story: Some(written.story.trim().to_owned()),
        place,
    };
    let made = product::add(play.ground, &clerk, producer.id, &details, &[]).await?;
    play.known.products.insert(written.key.clone(), made.id);
    Ok(())
}

async fn give(play: &Play<'_>, written: &Producer, given: &Consent) -> anyhow::Result<()> {
    let ground = play.ground;
    let producer = producer::load(&ground.reader(), play.producer(&written.key)?).await?;
    let places = register::place::scope(&ground.reader(), producer.place_id, play.today()).await?;
    let holder = play.actor(&given.account).await?;
    let new = NewConsent {
        id: ConsentId(ground.clock.new_id()),
        producer: producer.id,
        producer_name: producer.name.clone(),
        places: places.clone(),
        account: play.account(&given.account)?,
        scope: given.scope,
        how_given: given.how_given,
        witness: given.witness.clone(),
        note: given.note.clone(),
        given_on: given.given_on,
        expires_on: given.expires_on,
    };
    let evidence = proof(play, written, given, &holder).await?;
    let about = consent::resource(new.id, producer.id, &places, new.account);
    let mut change = ground.change(&holder, "give-consent", &about).await?;
    consent::give(&mut change, new, evidence.as_ref()).await?;
    change.commit().await?;
    Ok(())
}

async fn proof(
    play: &Play<'_>,
    producer: &Producer,
    given: &Consent,
    holder: &Actor,
) -> anyhow::Result<Option<Received>> {
    if !given.how_given.needs_file() {
        return Ok(None);
    }
    let title = match given.how_given {
        HowGiven::Message => "Tin nhắn đồng ý",
        _ => "Văn bản đồng ý cho làm thay",
    };
    let from = format!("Từ ngày {} đến hết ngày {}.", given.given_on.people(), given.expires_on.people());
    let text = vec![
        format!("Tôi là {}, đại diện {}.", producer.representative.name, producer.name),
        format!("Tôi đồng ý để {} thay mặt cơ sở trên nền tảng Sen.", holder.name),
        from,
        "Tôi được giải thích rằng có thể rút lại đồng ý bất cứ lúc nào.".to_owned(),
    ];
    let sheet = super::papers::Sheet {
        title: title.to_owned(),
        issuer: Some(producer.name.clone()),
        number: None,
        issued_on: Some(given.given_on),
        pages: 1,
        text,
    };
    play.papers.receive(play.ground, &sheet).await.map(Some)
}

async fn withdraw(play: &Play<'_>, written: &Producer, given: &Consent) -> anyhow::Result<()> {
    let id = play.producer(&written.key)?;
    let consents = consent::of_producer(&play.ground.reader(), id).await?;
    let account = play.account(&given.account)?;
    let found = consents.iter().find(|row| row.account_id == account && row.given_on == given.given_on);
    let found = found.ok_or_else(|| anyhow!("no such consent"))?;
    // It is said at the counter of the commune.
    let producer = producer::load(&play.ground.reader(), id).await?;
    let officer = play.officer_of(producer.place_id).await?;
    consent::withdraw(play.ground, &officer, found.id).await?;
    Ok(())
}

/// The name of a place in a sentence.
///
/// # Errors
/// There is no such place.
pub(super) async fn place_name(play: &Play<'_>, id: PlaceId) -> anyhow::Result<String> {
    Ok(register::place::full_name(&play.ground.reader(), id, Lang::Vi).await?)
}
