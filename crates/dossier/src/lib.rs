//! The vault of evidence, the self-assessment, applications and their procedure
