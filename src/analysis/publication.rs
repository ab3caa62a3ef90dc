//! Inference of a publication date from what the text tells.
