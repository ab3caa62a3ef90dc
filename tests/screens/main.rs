//! Screens: what a person sees after a run of keys, on the real state machine and the real drawing.

mod behaviour;
mod room;
mod snapshots;
