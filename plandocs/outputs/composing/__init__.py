"""From a letter's values to the parts it is set from, in the language of the record."""

from django.conf import settings
from django.utils import translation

from plandocs.outputs.composing.dagboksblad import compose_dagboksblad
from plandocs.outputs.composing.memo import compose_memo
from plandocs.outputs.composing.minutes import compose_minutes_extract
from plandocs.outputs.document import Document
from plandocs.outputs.letters import Dagboksblad, Letter, MemoLetter, MinutesExtract


def compose(letter: Letter) -> Document:
    """Word ``letter`` in Swedish, whatever language the person asking for it reads.

    Source: språklagen (2009:600) 10 § – Swedish is the language of public authorities.
    """
    with translation.override(settings.LANGUAGE_CODE):
        match letter:
            case MemoLetter():
                return compose_memo(letter)
            case MinutesExtract():
                return compose_minutes_extract(letter)
            case Dagboksblad():
                return compose_dagboksblad(letter)
