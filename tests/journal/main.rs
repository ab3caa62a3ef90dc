//! The journal keeps what it says it keeps: on a failing disk, beside other programs, and with damaged files.

#![cfg(test)]

mod commands;
mod convergence;
mod damage;
mod desk;
mod faults;
mod killed;
mod past;
mod platter;
mod power;
mod worn;
