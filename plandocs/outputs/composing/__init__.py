"""From a letter's values to the parts it is set from, in the language of the record."""

from django.utils import translation

from plandocs.outputs.composing.dagboksblad import compose_dagboksblad
from plandocs.outputs.composing.memo import compose_memo
from plandocs.outputs.composing.minutes import compose_minutes_extract
from plandocs.outputs.document import Document
from plandocs.outputs.letters import Dagboksblad, Letter, MemoLetter, MinutesExtract

RECORD_LANGUAGE = "sv"


def compose(letter: Letter) -> Document:
    """Word ``letter`` in Swedish, whatever language the person asking for it reads.

    Source: språklagen (2009:600) 10 § – Swedish is the language of public authorities.
    """
    with translation.override(RECORD_LANGUAGE):
        match letter:
            case MemoLetter():
                return compose_memo(letter, language=RECORD_LANGUAGE)
            case MinutesExtract():
                return compose_minutes_extract(letter, language=RECORD_LANGUAGE)
            case Dagboksblad():
                return compose_dagboksblad(letter, language=RECORD_LANGUAGE)
