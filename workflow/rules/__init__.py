"""The law as pure functions: no database, no clock, one module per subject (docs/rules/)."""
