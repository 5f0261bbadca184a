"""Writing a tjänsteskrivelse, and sending the case up with it."""
