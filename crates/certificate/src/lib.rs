//! Certificates, renewal, revocation, the public verdict
