"""plandocs says what a document is; what was decided about it hangs on it from outside.

import-linter sees imports. A reverse accessor, ``page.adoption`` or ``adoption__adopted_on``, is a
way in behind its back: the names are taken from the models, and looked for in the source.
"""

import ast
from pathlib import Path

from django.apps import apps

import plandocs

PLANDOCS = Path(plandocs.__file__).parent
SOURCES = [path for path in PLANDOCS.rglob("*.py") if "migrations" not in path.parts]


def accessors():
    """The names by which the models of workflow are reached from those of plandocs."""
    return {
        name
        for model in apps.get_app_config("plandocs").get_models()
        for relation in model._meta.related_objects
        if relation.related_model._meta.app_label == "workflow"
        for name in (relation.get_accessor_name(), relation.name)
    }


def declared(trees):
    """What plandocs itself calls something of that name, such as the changes of a letter."""
    return {
        node.target.id
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def named(tree):
    """Every attribute, and every part of a lookup, that the module names."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name):
                yield name, False
            case ast.keyword(arg=str(lookup)) if "__" in lookup:
                yield from ((part, True) for part in lookup.split("__"))
            case ast.Call(
                func=ast.Name(id="getattr" | "hasattr"), args=[_, ast.Constant(value=name), *_]
            ):
                yield name, True
            case ast.Constant(value=str(lookup)) if "__" in lookup and " " not in lookup:
                yield from ((part.lstrip("-"), True) for part in lookup.split("__"))


def meets_pages(path):
    """Whether the module has to do with the models, so that no name of theirs is its own."""
    source = path.read_text()
    return path.parent.name == "models" or "plandocs.models" in source or "wagtail" in source


def test_the_accessors_are_those_of_the_facts():
    assert {"adoption", "decisions", "submission", "endings", "opening"} <= accessors()


def test_no_module_of_plandocs_reaches_for_what_was_decided():
    trees = {path: ast.parse(path.read_text()) for path in SOURCES}
    its_own = declared(trees.values())

    reached = [
        f"{path.relative_to(PLANDOCS)}: {name}"
        for path, tree in trees.items()
        for name, is_lookup in named(tree)
        if name in accessors() and (is_lookup or meets_pages(path) or name not in its_own)
    ]

    assert reached == []
