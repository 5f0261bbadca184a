"""“Languages”: where translators and editors act on the adopted texts."""
