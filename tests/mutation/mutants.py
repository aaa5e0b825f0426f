"""Small wrong versions of a module: one comparison, connective, number or negation changed in each."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
    ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A change in a function of a file: its line, what was changed, and the whole changed module."""

    path: Path
    line: int
    change: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """File, line and change, the same in every run over the same file."""
        return f"{self.path}:{self.line} {self.change}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of the functions of a file, in order of its lines."""
    whole = ast.parse(path.read_text(encoding="utf-8"))
    places = [
        (at, way)
        for at, node in enumerate(ast.walk(whole))
        for way in range(_ways(node))
        if isinstance(node, ast.expr | ast.stmt)
    ]
    inside = _of_functions(whole)
    for at, way in places:
        if at not in inside:
            continue
        tree = copy.deepcopy(whole)
        node = next(one for place, one in enumerate(ast.walk(tree)) if place == at)
        change = _change(tree, node, way)
        if change:
            yield Mutant(path, getattr(node, "lineno", 0), change, ast.fix_missing_locations(tree))


def _of_functions(whole: ast.Module) -> frozenset[int]:
    """The places, in the order of ``ast.walk``, of what runs inside functions; annotations and defaults do not."""
    running: set[int] = set()
    for node in ast.walk(whole):
        if isinstance(node, ast.FunctionDef):
            for statement in node.body:
                running.update(id(one) for one in ast.walk(statement))
    return frozenset(at for at, node in enumerate(ast.walk(whole)) if id(node) in running)


def _ways(node: ast.AST) -> int:
    if isinstance(node, ast.Compare):
        return len(node.ops)
    if isinstance(node, ast.BoolOp | ast.BinOp | ast.Break | ast.Continue):
        return 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return 1
    return int(isinstance(node, ast.Constant) and type(node.value) in (bool, int))


def _change(tree: ast.Module, node: ast.AST, way: int) -> str:
    before = ast.unparse(node)
    if isinstance(node, ast.Compare) and type(node.ops[way]) in _OTHER:
        node.ops[way] = _OTHER[type(node.ops[way])]()  # type: ignore[assignment]
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _OTHER:
        node.op = _OTHER[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
    elif isinstance(node, ast.UnaryOp):
        _put(tree, node, node.operand)
        return f"{before} -> {ast.unparse(node.operand)}"
    elif isinstance(node, ast.Break | ast.Continue):
        other = _OTHER[type(node)]()
        _put(tree, node, other)
        return f"{before} -> {ast.unparse(other)}"
    else:
        return ""
    return f"{before} -> {ast.unparse(node)}"


def _put(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    """Put ``new`` where ``old`` stands."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list) and any(one is old for one in value):
                setattr(parent, field, [new if one is old else one for one in value])
