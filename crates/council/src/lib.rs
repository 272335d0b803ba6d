//! Councils, rounds, ballots, minutes, decisions
