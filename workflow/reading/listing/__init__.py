"""The list of documents, and finding among them."""
