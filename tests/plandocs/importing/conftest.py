"""The text that the tests of the import read, about a municipality that does not exist."""

import pytest

from plandocs.importing import parse_document

# ¶ stands for the two blanks that end a line in Markdown.
PLAN = """Handläggare¶
Ester Falk

## TJÄNSTESKRIVELSE

Datum¶
2026-02-10

Ärendebeteckning¶
KS 2025/0117

Kommunfullmäktige

# Strategi för levande vatten 2026–2030

## Förslag till beslut

- Kommunfullmäktige antar ”Strategi för levande vatten 2026–2030”.
- Strategin gäller från den 1 april 2026.

## Bakgrund

Den 4 mars 2025 beslutade kommunstyrelsens arbetsutskott att förslaget skulle skickas på remiss. \
Remissvar inkom under våren 2025 och under hösten 2025 arbetades strategin om. \
Strategin presenterades för kommunstyrelsen som den 2 december 2025 godkände den och föreslog \
att kommunfullmäktige skulle anta förslaget.

Vid kommunfullmäktige den 15 december 2025 beslutades att ärendet skulle återremitteras i syfte \
att belysa kostnaden för dagvatten.

Sedan dess har en redaktionell ändring gjorts. På sidan 4, under rubriken ”Stränder”, där har \
”Badplatsgruppen” bytts ut mot ”Strandrådet” då gruppen har bytt namn.

Ester Falk¶
Miljöstrateg

Bilaga¶
Strategi

# Strategi för levande vatten 2026–2030.

Vatten är allas.<sup>1</sup> Strategin är ett styrdokument för hela kommunkoncernen och ska följas.

---

<sup>1</sup> Vattendirektivet, 2000/60/EG.

## Mål och inriktning

Huvudmålet för strategin är att sjöar och vattendrag ska må väl. Allt bidrar till visionen, ett \
Älvsala med rent vatten.

### Fokusområden

- Rena sjöar
- Levande stränder

## Definitioner

**Dagvatten** är regn och smältvatten som rinner av <hårda> ytor.

**Recipient**<sup>2</sup> är det vatten som tar emot, till exempel:

- sjö
- å<sup>3</sup>

---

<sup>2</sup> Av latinets recipere.

<sup>3</sup> Även bäck.

**Strandzon** är land och vatten närmast strandlinjen.

## Fokusområden och insatser

### Rena sjöar

*Sjöarna i Älvsala kommun är många & grunda.*

Under perioden 2026–2030 ska Älvsala kommun:

- Mäta näringen i tio sjöar.¶
Ansvar: Miljöförvaltningen i samverkan med tekniska förvaltningen och andra aktörer
- Bygga två våtmarker.¶
Ansvar: Kultur- och fritidsförvaltningen, Österås kommundelsförvaltning och Vattenhem



- Se över avlopp¶
Ansvar: Østerås kommunaldelsförvaltning i samverkan med alla förvaltningar och bolag

## Levande stränder

Stränderna ska vara öppna för alla.

Under perioden 2026–2030 ska Älvsala kommun:

- Städa alla badplatser.¶
Ansvar: Gemensamt för alla verksamheter som vistas vid vatten och Miljöförvaltningen
""".replace("¶", "  ")


@pytest.fixture
def text():
    return PLAN


@pytest.fixture
def document(text):
    return parse_document(text)
