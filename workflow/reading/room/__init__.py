"""The reading room of the elected: cases that are being prepared, without the admin."""
