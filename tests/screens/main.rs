//! Screens: what a person sees after a run of keys, on the real state machine and the real drawing.

#![cfg(test)]

mod any_keys;
mod behaviour;
mod exporting;
mod filter;
mod histogram;
mod loading;
mod marking;
mod mouse;
mod noting;
mod renewing;
mod room;
mod selecting;
mod snapshots;
