"""Recording what a meeting decided: one form, looked at before it is saved."""
