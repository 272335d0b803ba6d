//! VietQR payloads, by published samples.

use gs1::Code;
use gs1::vietqr::{Payment, Service, checksum};

#[test]
fn published_payloads_are_read_and_written() {
    let samples = [
        (
            "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
            "970416",
            "257678859",
            None,
            None,
        ),
        (
            "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
            "970416",
            "257678859",
            Some(10_000),
            Some("Chuyen tien"),
        ),
        (
            "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
            "970403",
            "0011012345678",
            None,
            None,
        ),
    ];
    for (payload, bank, account, amount, purpose) in samples {
        let payment = Payment::parse(payload).unwrap_or_else(|error| panic!("{payload}: {error}"));
        let expected =
            Payment { amount, purpose: purpose.map(str::to_owned), ..Payment::to_account(bank, account) };
        assert_eq!(payment, expected);
        assert_eq!(payment.payload().unwrap(), payload);
    }
    let card =
        "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52";
    assert_eq!(Payment::parse(card).unwrap().service, Service::Card);
    // Marked for one use although the amount is open; lengths count characters.
    let open =
        "00020001021238570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304CD60";
    assert_eq!(checksum(open.trim_end_matches("CD60").as_bytes()), 0xcd60);
    let beijing = "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";
    assert_eq!(Payment::parse(beijing).unwrap_err().code, Code::Currency);
}

#[test]
fn what_is_no_payment_says_where() {
    let good = Payment {
        amount: Some(5_000),
        bill: Some("HD1".into()),
        ..Payment::to_account("970436", "0881000458086")
    };
    let payload = good.payload().unwrap();
    assert_eq!(Payment::parse(&payload), Ok(good.clone()));
    let altered = payload.replacen("54045000", "54049000", 1);
    let error = Payment::parse(&altered).unwrap_err();
    assert_eq!((error.code, error.at.as_str()), (Code::PaymentChecksum, "63"));
    for text in ["", "6304", "đ", "000201", "63041D0F"] {
        assert!(Payment::parse(text).is_err(), "{text}");
    }
    let refused = |change: fn(&mut Payment)| {
        let mut payment = good.clone();
        change(&mut payment);
        let error = payment.payload().unwrap_err();
        (error.code, error.at)
    };
    assert_eq!(refused(|payment| payment.bank = "97043".into()), (Code::PaymentField, "38.01.00".into()));
    assert_eq!(refused(|payment| payment.account = String::new()), (Code::PaymentMissing, "38.01.01".into()));
    assert_eq!(refused(|payment| payment.purpose = Some("Rượu".into())), (Code::Character, "62.08".into()));
    assert_eq!(refused(|payment| payment.name = Some("x".repeat(26))), (Code::ValueTooLong, "59".into()));
    assert_eq!(refused(|payment| payment.category = Some("12".into())), (Code::PaymentField, "52".into()));
    assert_eq!(refused(|payment| payment.amount = Some(u64::MAX)), (Code::ValueTooLong, "54".into()));
}
