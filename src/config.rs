//! Configuration: where the user's files live, and what they say. Unknown keys are errors that name the key.
