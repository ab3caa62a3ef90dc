//! Exports: whatever headlines, quotations and notes hold, each form stays what it is and gives the words back.

#![cfg(test)]

mod command;
mod dossiers;
mod hostile;
mod shape;
mod w3c;
