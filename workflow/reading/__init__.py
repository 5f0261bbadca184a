"""What the public reads: plain values worked out from the record, ready for a template to print."""
