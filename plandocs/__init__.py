"""What a steering document is and how it is read. Imports nothing else of ours."""
