//! Units of electricity and magnetism. Factors are by definition, where there is one.

use super::Quantity as Q;

pub(super) const UNITS: &[(Q, &[(&str, f64)])] = &[
    (
        Q::ElectricCharge,
        &[
            ("COU", 1.0),
            ("A8", 1.0),
            ("AMH", 3_600.0),
            ("E09", 3.6),
            ("TAH", 3.6e6),
            ("D77", 1e6),
            ("B26", 1e3),
            ("D86", 1e-3),
            ("B86", 1e-6),
            ("C40", 1e-9),
            ("C71", 1e-12),
        ],
    ),
    (
        Q::ElectricCurrent,
        &[
            ("AMP", 1.0),
            ("B22", 1e3),
            ("H38", 1e6),
            ("4K", 1e-3),
            ("B84", 1e-6),
            ("C39", 1e-9),
            ("C70", 1e-12),
        ],
    ),
    (Q::ElectricCurrentDensity, &[("A41", 1.0), ("B23", 1e3), ("B66", 1e6), ("A4", 1e4), ("A7", 1e6)]),
    (Q::ElectricFieldStrength, &[("D50", 1.0), ("B55", 1e3), ("B79", 1e6), ("C30", 1e-3), ("C3", 1e-6)]),
    (
        Q::Resistance,
        &[
            ("OHM", 1.0),
            ("A87", 1e9),
            ("B75", 1e6),
            ("H44", 1e12),
            ("B49", 1e3),
            ("E45", 1e-3),
            ("B94", 1e-6),
            ("P22", 1e-9),
        ],
    ),
    (Q::Resistivity, &[("C61", 1.0), ("C60", 1e-2), ("B50", 1e3), ("B76", 1e6)]),
    (Q::Conductance, &[("SIE", 1.0), ("B53", 1e3), ("C27", 1e-3), ("B99", 1e-6), ("NQ", 1.0), ("NR", 1e-6)]),
    (Q::Conductivity, &[("D10", 1.0), ("H43", 100.0), ("H61", 0.1), ("G42", 1e-4), ("G43", 1e-6)]),
    (Q::Voltage, &[("VLT", 1.0), ("KVT", 1e3), ("B78", 1e6), ("2Z", 1e-3), ("D82", 1e-6)]),
    (Q::Capacitance, &[("FAR", 1.0), ("C10", 1e-3), ("4O", 1e-6), ("C41", 1e-9), ("4T", 1e-12)]),
    (Q::Inductance, &[("81", 1.0), ("C14", 1e-3), ("B90", 1e-6), ("C43", 1e-9), ("C73", 1e-12)]),
    (Q::MagneticFlux, &[("WEB", 1.0), ("C33", 1e-3)]),
    (Q::MagneticFluxDensity, &[("D33", 1.0), ("C29", 1e-3), ("D81", 1e-6), ("C48", 1e-9)]),
    (Q::MagneticVectorPotential, &[("D59", 1.0), ("B56", 1e3), ("D60", 1e3)]),
];
