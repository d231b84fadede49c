"""Our values as those of the Language Server Protocol, and its positions as ours.

The protocol counts lines from 0 and columns in units that client and server agree on, mostly those of UTF-16; ours
count from 1, in code points.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lsprotocol import types
from pygls.workspace import PositionCodec

from hornbook.addresses import CODES
from hornbook.diagnostics import Diagnostic, Edit, Place, Severity
from hornbook.editor.completion import Offer, OfferKind
from hornbook.editor.mending import Mending
from hornbook.editor.names import Position
from hornbook.edits.values import FileChanges

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_SIGNS = {
    OfferKind.FIELD: types.CompletionItemKind.Field,
    OfferKind.ID: types.CompletionItemKind.Reference,
    OfferKind.WORD: types.CompletionItemKind.EnumMember,
}
_SOURCE = "hornbook"


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns places of some files into those of the protocol and back."""

    codec: PositionCodec
    texts: Mapping[str, str]
    """By path, the texts that the places are in."""
    uri: Callable[[str], str]
    """The address of a file, from its path in the project."""

    def lines(self, path: str) -> list[str]:
        """The lines of a file; none of one that was not read."""
        return self.texts.get(path, "").split("\n")

    def position(self, path: str, position: types.Position) -> Position:
        """A position of the protocol as one of ours."""
        found = self.codec.position_from_client_units(self.lines(path), position)
        return Position(path, found.line + 1, found.character + 1)

    def offset(self, path: str, position: types.Position) -> int:
        """A position of the protocol as an offset of the file's text."""
        lines = self.lines(path)
        found = self.codec.position_from_client_units(lines, position)
        line = min(found.line, len(lines) - 1)
        return sum(len(one) + 1 for one in lines[:line]) + min(found.character, len(lines[line]))

    def range(self, place: Place) -> types.Range:
        """A stretch; of a place of which only the beginning is known, the word that begins there."""
        lines = self.lines(place.path)
        start = (place.line - 1, place.column - 1)
        if place.end_line:
            return self._range(lines, start, (place.end_line - 1, place.end_column - 1))
        line = lines[start[0]] if start[0] < len(lines) else ""
        word = re.match(r"\S*", line[start[1] :])
        return self._range(lines, start, (start[0], start[1] + (word.end() if word else 0)))

    def range_of_offsets(self, path: str, start: int, end: int) -> types.Range:
        """The stretch between two offsets of a text."""
        text = self.texts.get(path, "")
        first, last = ((text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1) for at in (start, end))
        return self._range(self.lines(path), first, last)

    def location(self, place: Place) -> types.Location:
        """A stretch of a file."""
        return types.Location(self.uri(place.path), self.range(place))

    def diagnostic(self, one: Diagnostic, site: str | None) -> types.Diagnostic:
        """A finding; its code leads to the page of codes, if the address of the site is known."""
        hint = [f"hint: {one.hint}"] if one.hint else []
        related = [types.DiagnosticRelatedInformation(self.location(it.place), it.message) for it in one.related]
        return types.Diagnostic(
            range=self.range(one.place),
            message="\n".join((one.message, *hint, *one.notes)),
            severity=_SEVERITIES[one.severity],
            code=str(one.code),
            code_description=types.CodeDescription(f"{site}{CODES}#{one.code}") if site else None,
            source=_SOURCE,
            related_information=related or None,
        )

    def item(self, one: Offer, path: str, offset: int, number: int) -> types.CompletionItem:
        """Something that can be written at an offset, the `number`th of all."""
        meaning = types.MarkupContent(types.MarkupKind.PlainText, one.meaning) if one.meaning else None
        return types.CompletionItem(
            label=one.label,
            kind=_SIGNS[one.kind],
            detail=one.detail or None,
            documentation=meaning,
            filter_text=one.found_by or None,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(self.range_of_offsets(path, one.start, offset), one.text),
        )

    def workspace_edit(self, changes: FileChanges, versions: Mapping[str, int | None]) -> types.WorkspaceEdit:
        """Changes of files, all at once; `versions` are those of the files that are open, by path."""
        steps: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
        by_path: dict[str, list[Edit]] = {}
        for edit in dict.fromkeys(changes.edits):
            by_path.setdefault(edit.place.path, []).append(edit)
        for path, edits in by_path.items():
            document = types.OptionalVersionedTextDocumentIdentifier(self.uri(path), versions.get(path))
            steps.append(types.TextDocumentEdit(document, self._edits(edits)))
        steps += [types.RenameFile(self.uri(old), self.uri(new)) for old, new in changes.moved.items()]
        for path, text in changes.written.items():
            document = types.OptionalVersionedTextDocumentIdentifier(self.uri(path))
            start = types.Range(types.Position(0, 0), types.Position(0, 0))
            steps.append(types.CreateFile(self.uri(path), options=types.CreateFileOptions(overwrite=True)))
            steps.append(types.TextDocumentEdit(document, [types.TextEdit(start, text)]))
        steps += [types.DeleteFile(self.uri(path)) for path in sorted(changes.deleted)]
        return types.WorkspaceEdit(document_changes=steps)

    def action(self, one: Mending, versions: Mapping[str, int | None], site: str | None) -> types.CodeAction:
        """Changes that mend something, as they are offered; `site` as for diagnostics."""
        return types.CodeAction(
            title=one.title,
            kind=types.CodeActionKind.SourceFixAll if one.of is None else types.CodeActionKind.QuickFix,
            diagnostics=None if one.of is None else [self.diagnostic(one.of, site)],
            is_preferred=None if one.of is None else True,
            edit=self.workspace_edit(one.changes, versions),
        )

    def _edits(self, edits: Iterable[Edit]) -> list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit]:
        return [types.TextEdit(self._stretch(edit.place), edit.text) for edit in edits]

    def _stretch(self, place: Place) -> types.Range:
        """A stretch of an edit: where only the beginning is known it is empty."""
        start = (place.line - 1, place.column - 1)
        end = (place.end_line - 1, place.end_column - 1) if place.end_line else start
        return self._range(self.lines(place.path), start, end)

    def _range(self, lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> types.Range:
        first, last = (self.codec.position_to_client_units(lines, types.Position(*one)) for one in (start, end))
        return types.Range(first, last)
