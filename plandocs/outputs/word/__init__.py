"""What python-docx leaves to be done: styles of our own, lists that start at 1, fixed bytes."""
