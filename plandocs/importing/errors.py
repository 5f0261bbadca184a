"""The refusal of a file that cannot be read as a steering document."""


class UnreadableDocument(Exception):
    """The file is no text this program can read. The message is written for whoever chose it.

    ``code`` is stable and English: ``document_not_found``, ``document_empty``,
    ``document_not_text``, ``document_not_utf8`` or ``document_too_large``.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
