"""What may be done with a document, by whom, and what follows. Imports plandocs."""
