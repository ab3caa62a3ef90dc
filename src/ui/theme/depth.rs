//! What a terminal can show: how many colours, and on which ground.

use crate::config::theme::ThemeGround;

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None are wanted (`NO_COLOR`) or there are none.
    None,
    /// The sixteen of ANSI.
    Ansi,
    /// 24 bits.
    True,
}

/// Whether the terminal's ground is dark or light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// Nothing tells: what is shown can be read on both.
    Unknown,
}

impl From<ThemeGround> for Ground {
    fn from(ground: ThemeGround) -> Self {
        match ground {
            ThemeGround::Dark => Self::Dark,
            ThemeGround::Light => Self::Light,
        }
    }
}
