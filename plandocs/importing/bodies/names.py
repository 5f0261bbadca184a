"""One name for each body, however the document spells it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from plandocs.importing.bodies.misread import clustered, family_of, last_word, repaired
from plandocs.importing.bodies.printed import form_of, is_group, tidy
from plandocs.importing.imported import ImportedBody
from plandocs.importing.lexicon import guess_type, unit_words


class BodyNames:
    """The one name of every body in a document.

    ``register`` maps names and aliases already known to the one name; what it says always wins.
    """

    def __init__(
        self, printed: Iterable[str] = (), register: Mapping[str, str] | None = None
    ) -> None:
        self._register: dict[str, str] = {}
        for alias, name in (register or {}).items():
            self._register |= {tidy(alias).casefold(): name, tidy(name).casefold(): name}
        self._printed = Counter(name for name in map(str.strip, printed) if tidy(name))
        self._names = self._settle()

    @property
    def known(self) -> tuple[str, ...]:
        return tuple(self._register)

    def name(self, printed: str) -> str:
        form = form_of(printed)
        return self._names.get(form) or self._register.get(form.casefold()) or form

    def bodies(self) -> tuple[ImportedBody, ...]:
        """Every body of the document in the order first named, with all its spellings."""
        spellings: dict[str, list[str]] = {}
        for printed in self._printed:
            spellings.setdefault(self.name(printed), []).append(printed)
        return tuple(
            ImportedBody(name, guess_type(name), tuple(printed))
            for name, printed in spellings.items()
        )

    def _settle(self) -> dict[str, str]:
        forms = Counter(dict.fromkeys(map(form_of, self._register.values()), 0))
        for printed, times in self._printed.items():
            forms[form_of(printed)] += times
        families: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            families[family_of(form)].append(form)
        names = {}
        for family in families.values():
            for cluster in clustered(family):
                name = self._choose(cluster, forms)
                names.update(dict.fromkeys(cluster, name))
        return names

    def _choose(self, cluster: list[str], times: Counter[str]) -> str:
        known = (self._register.get(form.casefold()) for form in cluster)
        if name := next(filter(None, known), ""):
            return name
        ranked = sorted(cluster, key=lambda form: -times[form])
        if is_group(ranked[0]):
            return ranked[0]
        for form in ranked:
            if last_word(form) in unit_words():
                return form
        name = repaired(ranked, times) or ranked[0]
        return self._register.get(name.casefold()) or name
