"""What follows a decision: the notice, appeals and laga kraft."""
