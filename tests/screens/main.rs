//! Screens: what a person sees after a run of keys, on the real state machine and the real drawing.

#![cfg(test)]

mod actors;
mod any_keys;
mod behaviour;
mod cases;
mod copies;
mod correcting;
mod exporting;
mod filter;
mod french;
mod histogram;
mod keys;
mod loading;
mod marking;
mod messages;
mod mouse;
mod notes;
mod noting;
mod places;
mod renewing;
mod restarting;
mod reviewing;
mod room;
mod selecting;
mod snapshots;
mod telling;
mod timeline;
mod turning;
mod typing_ahead;
