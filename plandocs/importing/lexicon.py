"""The words of Swedish municipal organisation: what units are called and what marks a group."""

import re
from functools import cache

from plandocs.vocabulary import OrganisationType, PlanKind

_FORVALTNINGAR = (
    "arbetslivs", "arbetsmarknads", "avfalls", "barn", "barnomsorgs", "bibliotek", "biblioteks",
    "bildnings", "bygg", "bygglovs", "byggnads", "ekonomi", "exploaterings", "familje",
    "fastighets", "fritids", "funktionsrätts", "funktionsstöds", "gatu", "grundskole", "gymnasie",
    "hamn", "hälso", "individ", "innovations", "integrations", "kansli", "kommun", "kommundels",
    "kommunikations", "kommunlednings", "kompetens", "konsult", "konsument", "kultur",
    "kulturskole", "kundvals", "lednings", "lokal", "lärande", "lokalförsörjnings", "mark",
    "medborgar", "miljö", "näringslivs", "omsorgs", "omvårdnads", "park", "personal", "plan",
    "räddnings", "samhälls", "samhällsbyggnads", "samhällsutvecklings", "service", "sjukvårds",
    "skol", "social", "socialtjänst", "stads", "stadsbyggnads", "stadsdels", "stadslednings",
    "stadsmiljö", "stadsutvecklings", "stöd", "teknik", "teknisk", "trafik", "trygghets", "turism",
    "upphandlings", "utbildnings", "utvecklings", "vatten", "verksamhets", "vuxen",
    "vuxenutbildnings", "vux", "vård", "välfärds", "äldre", "äldreomsorgs", "överförmyndar",
)  # fmt: skip
_OWN_WORDS = (
    "kommunledningskontor", "stadsledningskontor", "regionledningskontor", "kommunkansli",
    "stadskansli", "stadskontor", "kommunkontor", "socialkontor", "utbildningskontor",
    "fastighetskontor", "stadsbyggnadskontor", "miljökontor", "kommunstyrelse", "regionstyrelse",
    "kommunfullmäktige", "stadsfullmäktige", "regionfullmäktige", "valnämnd", "krisledningsnämnd",
    "valberedning", "gymnasieförbund", "kommunalförbund", "räddningstjänstförbund",
    "räddningsförbund", "samordningsförbund", "utbildningsförbund", "vårdförbund", "avfallsförbund",
    "kunskapsförbund", "pensionärsråd", "funktionshinderråd", "funktionsrättsråd", "ungdomsråd",
    "äldreråd", "hälsoråd",
)  # fmt: skip
_DEFINITE = {
    "förvaltning": "förvaltningen",
    "nämnd": "nämnden",
    "kontor": "kontoret",
    "kansli": "kansliet",
    "styrelse": "styrelsen",
    "fullmäktige": "fullmäktiges",
    "beredning": "beredningen",
    "utskott": "utskottet",
    "förbund": "förbundet",
    "bolag": "bolaget",
    "avdelning": "avdelningen",
    "enhet": "enheten",
    "sektor": "sektorn",
    "råd": "rådet",
    "tjänst": "tjänsten",
    "myndighet": "myndigheten",
}
_PLURAL = {"förvaltningarna", "nämnderna", "bolagen", "styrelserna", "kontoren", "förbunden"}
_PLURALS = {
    "förvaltningen": ("förvaltningar", "förvaltningarna"),
    "nämnden": ("nämnder", "nämnderna"),
}
_TYPES = (
    (r"länsstyrelsen?|myndighet(?:en)?|polisen|verket", OrganisationType.MYNDIGHET),
    (r"(?:kommun|region|stads)fullmäktiges?|fullmäktige", OrganisationType.FULLMAKTIGE),
    (r"utskott(?:et)?", OrganisationType.UTSKOTT),
    (r"styrelsen?", OrganisationType.STYRELSE),
    (r"beredning(?:en)?", OrganisationType.BEREDNING),
    (r"nämnd(?:en|erna)?", OrganisationType.NAMND),
    (
        r"(?:gymnasie|kommunal|räddnings|räddningstjänst|samordnings|utbildnings|vård|avfalls"
        r"|kunskaps)förbund(?:et)?",
        OrganisationType.KOMMUNALFORBUND,
    ),
    (r"råd(?:et)?", OrganisationType.RAD),
    (
        r"förvaltning(?:en|arna)?|kontor(?:et)?|kansli(?:et)?|avdelning(?:en)?|enhet(?:en)?"
        r"|sektorn?",
        OrganisationType.FORVALTNING,
    ),
    (r"\bAB|(?:aktie)?bolag(?:et)?", OrganisationType.BOLAG),
    (r"förening(?:en)?|jour(?:en)?|förbund(?:et)?|stiftelsen?", OrganisationType.FORENING),
)
_COMPANY = re.compile(r"(?:\S{3,}hem|\S*bostäder|\S*energi|\S*fastigheter|\S{3,}bo)", re.IGNORECASE)

WHOLE_MUNICIPALITY = frozenset({"kommunförvaltning", "kommunförvaltningen"})
"""Units that a municipality has one of, so that they never follow a place name."""

QUANTIFIERS = frozenset({
    "alla", "samtliga", "övriga", "andra", "berörda", "berörd", "respektive", "varje", "externa",
    "lokala", "regionala", "nationella", "flera", "olika", "aktuella", "aktuell", "relevanta",
    "ansvarig", "ansvariga", "annan", "annat", "hela", "kommunens", "stadens", "regionens", "egna",
    "egen", "samverkande", "interna", "ideella",
})  # fmt: skip
"""Words that begin the name of a group of bodies."""

GROUP_NOUNS = frozenset({
    "verksamheter", "aktörer", "förvaltningar", "bolag", "nämnder", "styrelser", "föreningar",
    "skolor", "förskolor", "kommuner", "myndigheter", "organisationer", "chefer", "medarbetare",
    "enheter", "avdelningar", "förbund", "företag", "råd", "kontor", "stadsdelar",
    "samverkansparter", "samarbetspartner", "civilsamhälle", "civilsamhället", "näringsliv",
    "näringslivet", "föreningsliv", "föreningslivet",
})  # fmt: skip
"""Plural nouns that name a group of bodies."""


@cache
def unit_words() -> frozenset[str]:
    """Every unit's name known beforehand, in lower case, indefinite and definite."""
    words = set(_OWN_WORDS)
    for head in ("förvaltning", "nämnd"):
        words |= {f"{stem}{head}" for stem in _FORVALTNINGAR}
    definite = {
        word[: -len(head)] + form
        for word in words
        for head, form in _DEFINITE.items()
        if word.endswith(head)
    }
    plural = {
        word.removesuffix(singular) + form
        for word in definite
        for singular, forms in _PLURALS.items()
        if word.endswith(singular)
        for form in forms
    }
    return frozenset(words | definite | {f"{word}s" for word in definite} | plural)


def head_of(word: str) -> str:
    """Return the kind of unit a word names (``förvaltning`` …), or an empty string."""
    word = word.casefold()
    for head, definite in _DEFINITE.items():
        if word.endswith((head, definite)):
            return head
    return ""


def is_unit(word: str) -> bool:
    """Whether the word names one kind of municipal unit, such as *socialförvaltningen*."""
    word = word.casefold().strip("”\"'.()")
    return bool(head_of(word)) or word.endswith(tuple(_PLURAL))


def indefinite(word: str) -> str:
    """Return a unit's word without its definite ending, in lower case."""
    word = word.casefold()
    for head, definite in _DEFINITE.items():
        if word.endswith(definite):
            return word[: -len(definite)] + head
    return word


def guess_type(name: str) -> OrganisationType:
    """Guess from its name what a body is. A group of bodies is of the type *annan*."""
    if name[:1].islower():
        return OrganisationType.ANNAN
    if name.startswith("Region "):
        return OrganisationType.REGION
    words = name.split()
    for pattern, kind in _TYPES:
        if any(re.search(f"{pattern}$", word.strip("(),"), re.IGNORECASE) for word in words):
            return kind
    if len(words) <= 2 and _COMPANY.fullmatch(words[-1]):
        return OrganisationType.BOLAG
    return OrganisationType.ANNAN


KINDS_OF_PLAN = {
    PlanKind.HANDLINGSPLAN: ("handlingsplan", "handlingsplanen"),
    PlanKind.STRATEGI: ("strategi", "strategin"),
    PlanKind.PROGRAM: ("program", "programmet"),
    PlanKind.POLICY: ("policy", "policyn"),
    PlanKind.RIKTLINJE: ("riktlinje", "riktlinjen", "riktlinjer", "riktlinjerna"),
    PlanKind.REGLER: ("regler", "reglemente"),
    PlanKind.VISION: ("vision",),
    PlanKind.PLAN: ("plan", "planen"),
}
"""How the words for each kind of steering document end; a longer word before its own ending."""

PLAN_WORDS = (
    *(word for kind, words in KINDS_OF_PLAN.items() if kind != PlanKind.VISION for word in words),
    "styrdokument",
    "styrdokumentet",
)
"""How the words end that tell a title from other headings: a vision is often a mere chapter."""

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
"""The months in order."""
