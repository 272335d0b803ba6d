//! Accounts, sign-in, roles in places and organisations, consent and acting on behalf, the inbox
