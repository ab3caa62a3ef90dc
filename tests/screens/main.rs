//! Screens: what a person sees after a run of keys, on the real state machine and the real drawing.

#![cfg(test)]

mod behaviour;
mod loading;
mod room;
mod snapshots;
