"""What a document looks like outside the web: letters from plain values to PDF and Word."""
