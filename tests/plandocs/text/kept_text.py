"""A text with a block of every kind that there was when the first sums of texts were kept.

It stays as it is: the sums of ``test_kept_sums`` are those of this text.
"""

from tests.factories.situations import BODY
from tests.plandocs.text.streams import block, body, id_of, items, table

NOTES = items(n={"mark": "2", "text": "Se *kartan* & bilagan."})
KEPT_TEXT = [
    *BODY,
    block("goal", "goal", kind="vision", text="Alla cyklar < 5 km."),
    block("quote", "quote", text="Cykla!", source="Ett barn"),
    block("image", "image", image=None, alt="En karta", caption=""),
    block(
        "table",
        "table",
        caption="Cyklar",
        table=table(
            ["År", "Antal"],
            ["2026", None],
            first_row_is_table_header=True,
            first_col_is_header=False,
            table_header_choice="row",
            table_caption="Tabell",
            cell=[],
            mergeCells=[{"row": 0, "col": 0, "rowspan": 1, "colspan": 2}],
        ),
    ),
    block(
        "section",
        "section",
        number="2",
        heading="Ord",
        content=[
            block(
                "subsection",
                "subsection",
                number="",
                heading="Vägar",
                content=[
                    block(
                        "definition",
                        "definition",
                        term="Cykelväg",
                        text='<p><sup>2</sup>En <b>väg</b> <a href="/x">för</a> cykel '
                        "&amp; mer.</p>",
                        footnotes=NOTES,
                    ),
                    block("subsubsection", "third", number="", heading="Smala", content=[]),
                ],
            ),
            {
                "type": "measures",
                "id": id_of("measures"),
                "value": items(
                    measure={
                        "number": "",
                        "title": "",
                        "text": "<p>Räkna.</p>",
                        "lead": items(lead=body(None, "Gatukontoret")),
                        "collaborating": items(with_=body(None, "Skolan")),
                        "co_responsible": [],
                        "responsible_as_printed": "Gatukontoret med Skolan",
                        "level": "Hög",
                        "indicators": items(indicator={"text": "Antal", "frequency": "Varje år"}),
                        "deadline": "2028",
                    }
                ),
            },
        ],
    ),
    block("easy_read", "easy", heading="Kort", text="<p>Cykla.</p>", covers=items(c=id_of("goal"))),
]
