//! Physical quantities: what units measure alike.

use crate::cbv::{MeasurementTypes, Term};

/// What units measure alike. Values convert within one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Absorbed dose, in gray.
    AbsorbedDose,
    /// Absorbed dose rate, in gray per second.
    AbsorbedDoseRate,
    /// Acceleration, in metre per second squared.
    Acceleration,
    /// Amount of substance, in mole.
    AmountOfSubstance,
    /// Molar concentration, in mole per cubic metre.
    AmountOfSubstancePerUnitVolume,
    /// Angle, in radian.
    Angle,
    /// Angular acceleration, in radian per second squared.
    AngularAcceleration,
    /// Angular momentum, in newton metre second.
    AngularMomentum,
    /// Angular velocity, in radian per second.
    AngularVelocity,
    /// Area, in square metre.
    Area,
    /// Capacitance, in farad.
    Capacitance,
    /// Electric conductance, in siemens.
    Conductance,
    /// Electric conductivity, in siemens per metre.
    Conductivity,
    /// Mass by volume, in kilogram per cubic metre.
    Density,
    /// A share or a count, in one.
    Dimensionless,
    /// Dose equivalent or effective dose, in sievert.
    DoseEquivalent,
    /// Dose equivalent rate or effective dose rate, in sievert per second.
    DoseEquivalentRate,
    /// Dynamic viscosity, in pascal second.
    DynamicViscosity,
    /// Electric charge, in coulomb.
    ElectricCharge,
    /// Electric current, in ampere.
    ElectricCurrent,
    /// Electric current by area, in ampere per square metre.
    ElectricCurrentDensity,
    /// Electric field strength, in volt per metre.
    ElectricFieldStrength,
    /// Energy, in joule.
    Energy,
    /// Exposure, in coulomb per kilogram.
    Exposure,
    /// Force, in newton.
    Force,
    /// Frequency, in hertz.
    Frequency,
    /// Illuminance, in lux.
    Illuminance,
    /// Inductance, in henry.
    Inductance,
    /// Irradiance, in watt per square metre.
    Irradiance,
    /// Kinematic viscosity, in square metre per second.
    KinematicViscosity,
    /// Length, in metre.
    Length,
    /// Linear momentum, in newton second.
    LinearMomentum,
    /// Luminance, in candela per square metre.
    Luminance,
    /// Luminous flux, in lumen.
    LuminousFlux,
    /// Luminous intensity, in candela.
    LuminousIntensity,
    /// Magnetic flux, in weber.
    MagneticFlux,
    /// Magnetic flux density, in tesla.
    MagneticFluxDensity,
    /// Magnetic vector potential, in weber per metre.
    MagneticVectorPotential,
    /// Mass, in kilogram.
    Mass,
    /// Mass by time, in kilogram per second.
    MassFlowRate,
    /// Mass by area and time, in kilogram per square metre second.
    MassPerAreaTime,
    /// Memory capacity, in byte.
    MemoryCapacity,
    /// Molality, in mole per kilogram.
    MolalityOfSolute,
    /// Molar energy, in joule per mole.
    MolarEnergy,
    /// Molar mass, in kilogram per mole.
    MolarMass,
    /// Molar volume, in cubic metre per mole.
    MolarVolume,
    /// Power, in watt.
    Power,
    /// Pressure, in pascal.
    Pressure,
    /// Radiant intensity, in watt per steradian.
    RadiantIntensity,
    /// Radioactivity, in becquerel.
    Radioactivity,
    /// Electric resistance, in ohm.
    Resistance,
    /// Electric resistivity, in ohm metre.
    Resistivity,
    /// Solid angle, in steradian.
    SolidAngle,
    /// Volume by mass, in cubic metre per kilogram.
    SpecificVolume,
    /// Speed, in metre per second.
    Speed,
    /// Mass by area, in kilogram per square metre.
    SurfaceDensity,
    /// Surface tension, in newton per metre.
    SurfaceTension,
    /// Temperature, in kelvin.
    Temperature,
    /// Duration, in second.
    Time,
    /// Torque, in newton metre.
    Torque,
    /// Voltage, in volt.
    Voltage,
    /// Volume, in cubic metre.
    Volume,
    /// Volume by time, in cubic metre per second.
    VolumeFlowRate,
    /// Wavenumber, in reciprocal metre.
    Wavenumber,
}

impl Quantity {
    /// What a measurement type of the standard measures; none for those without common units.
    #[must_use]
    pub fn of(kind: Term<MeasurementTypes>) -> Option<Self> {
        Some(match kind.word() {
            "AbsorbedDose" => Self::AbsorbedDose,
            "AbsorbedDoseRate" => Self::AbsorbedDoseRate,
            "Acceleration" => Self::Acceleration,
            "AmountOfSubstance" => Self::AmountOfSubstance,
            "AmountOfSubstancePerUnitVolume" => Self::AmountOfSubstancePerUnitVolume,
            "Angle" => Self::Angle,
            "AngularAcceleration" => Self::AngularAcceleration,
            "AngularMomentum" => Self::AngularMomentum,
            "AngularVelocity" => Self::AngularVelocity,
            "Area" => Self::Area,
            "Capacitance" => Self::Capacitance,
            "Conductance" => Self::Conductance,
            "Conductivity" => Self::Conductivity,
            "AbsoluteHumidity" | "Density" | "MassConcentration" => Self::Density,
            "Count" | "Dimensionless" | "RelativeHumidity" | "VolumeFraction" => Self::Dimensionless,
            "DoseEquivalent" | "EffectiveDose" => Self::DoseEquivalent,
            "DoseEquivalentRate" | "EffectiveDoseRate" => Self::DoseEquivalentRate,
            "DynamicViscosity" => Self::DynamicViscosity,
            "ElectricCharge" => Self::ElectricCharge,
            "ElectricCurrent" => Self::ElectricCurrent,
            "ElectricCurrentDensity" => Self::ElectricCurrentDensity,
            "ElectricFieldStrength" => Self::ElectricFieldStrength,
            "Energy" => Self::Energy,
            "Exposure" => Self::Exposure,
            "Force" => Self::Force,
            "Frequency" => Self::Frequency,
            "Illuminance" => Self::Illuminance,
            "Inductance" => Self::Inductance,
            "Irradiance" => Self::Irradiance,
            "KinematicViscosity" => Self::KinematicViscosity,
            "Altitude" | "Length" => Self::Length,
            "LinearMomentum" => Self::LinearMomentum,
            "Luminance" => Self::Luminance,
            "LuminousFlux" => Self::LuminousFlux,
            "LuminousIntensity" => Self::LuminousIntensity,
            "MagneticFlux" => Self::MagneticFlux,
            "MagneticFluxDensity" => Self::MagneticFluxDensity,
            "MagneticVectorPotential" => Self::MagneticVectorPotential,
            "Mass" => Self::Mass,
            "MassFlowRate" => Self::MassFlowRate,
            "MassPerAreaTime" => Self::MassPerAreaTime,
            "MemoryCapacity" => Self::MemoryCapacity,
            "MolalityOfSolute" => Self::MolalityOfSolute,
            "MolarEnergy" => Self::MolarEnergy,
            "MolarMass" => Self::MolarMass,
            "MolarVolume" => Self::MolarVolume,
            "Power" | "RadiantFlux" => Self::Power,
            "Pressure" => Self::Pressure,
            "RadiantIntensity" => Self::RadiantIntensity,
            "Radioactivity" => Self::Radioactivity,
            "Resistance" => Self::Resistance,
            "Resistivity" => Self::Resistivity,
            "SolidAngle" => Self::SolidAngle,
            "SpecificVolume" => Self::SpecificVolume,
            "Speed" | "VolumetricFlux" => Self::Speed,
            "SurfaceDensity" => Self::SurfaceDensity,
            "SurfaceTension" => Self::SurfaceTension,
            "Temperature" => Self::Temperature,
            "Time" => Self::Time,
            "Torque" => Self::Torque,
            "Voltage" => Self::Voltage,
            "Volume" => Self::Volume,
            "VolumeFlowRate" => Self::VolumeFlowRate,
            "Wavenumber" => Self::Wavenumber,
            _ => return None,
        })
    }
}
