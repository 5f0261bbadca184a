"""The officials' screens for the remiss: sending out, following, registering and answering."""
