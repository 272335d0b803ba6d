//! Units of flow, of surfaces, and of memory. Factors are by definition, where there is one.

use super::Quantity as Q;

pub(super) const UNITS: &[(Q, &[(&str, f64)])] = &[
    (
        Q::VolumeFlowRate,
        &[
            ("MQS", 1.0),
            ("MQH", 1.0 / 3_600.0),
            ("4X", 1.0 / 3_600.0),
            ("G51", 1e-3),
            ("J93", 1e-3),
            ("L2", 1e-3 / 60.0),
            ("J92", 1e-3 / 60.0),
            ("E32", 1e-3 / 3_600.0),
            ("LD", 1e-3 / 86_400.0),
            ("J90", 1e-3 / 86_400.0),
            ("2J", 1e-6),
            ("40", 1e-6),
            ("41", 1e-6 / 60.0),
            ("E17", 0.028_316_846_592),
            ("2L", 0.028_316_846_592 / 60.0),
            ("2K", 0.028_316_846_592 / 3_600.0),
            ("G2", 3.785_411_784e-3 / 60.0),
        ],
    ),
    (Q::MassFlowRate, &[("KGS", 1.0), ("F31", 1.0 / 60.0), ("E93", 1.0 / 3_600.0), ("4M", 1e-6 / 3_600.0)]),
    (Q::DynamicViscosity, &[("C65", 1.0), ("C24", 1e-3), ("89", 0.1), ("C7", 1e-3)]),
    (Q::KinematicViscosity, &[("S4", 1.0), ("91", 1e-4), ("4C", 1e-6), ("C17", 1e-6)]),
    (Q::SurfaceTension, &[("4P", 1.0), ("C22", 1e-3), ("DX", 1e-3)]),
    (Q::SurfaceDensity, &[("28", 1.0), ("GM", 1e-3), ("25", 10.0)]),
    (Q::MassPerAreaTime, &[("H56", 1.0)]),
    (
        Q::MemoryCapacity,
        &[("AD", 1.0), ("A99", 1.0 / 8.0), ("2P", 1e3), ("4L", 1e6), ("E34", 1e9), ("E35", 1e12)],
    ),
];
