//! What every room stands on: config, database, Change, journal, access, files, jobs, clock, refusals
