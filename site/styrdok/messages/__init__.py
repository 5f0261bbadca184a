"""The message catalogues, without gettext's programs: ``python -m styrdok.messages VERB``.

``compile`` writes the .mo files that Django reads. ``update`` brings our own catalogues in line
with the code and the templates. ``check`` says what is wrong with any, and ends with 1 if there
is something.
"""
