"""The language server: what editors ask and tell over stdio. What one answer raises is logged, and ends nothing."""

import logging
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from hornbook import __version__
from hornbook.diagnostics import Diagnostic, Place
from hornbook.editor.completion import offers
from hornbook.editor.hovering import shown_at
from hornbook.editor.mending import fix_all, quick_fixes
from hornbook.editor.names import Called, called_at, references, renaming
from hornbook.editor.project import Examined
from hornbook.editor.protocol import Translator
from hornbook.editor.session import LOG, OpenProject, Session
from hornbook.editor.unread import AnsweringProtocol, AnsweringServer
from hornbook.edits.values import Refusal

_TRIGGERS = ["[", "!", "+", " ", "{", ",", "-", ":"]
_ACTIONS = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)
_WATCHED = ("**/glossary/**", "**/diagrams/**", "**/docs/**", "**/mkdocs.yml")


def serve_editor() -> None:
    """Answer an editor over stdin and stdout until it goes."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    server, session = language_server()
    server.start_io()
    session.end()


def language_server() -> tuple[LanguageServer, Session]:
    """A server with everything that it can answer, and the projects that it will have open."""
    kind = types.TextDocumentSyncKind.Incremental
    server = AnsweringServer("hornbook", __version__, text_document_sync_kind=kind, protocol_cls=AnsweringProtocol)
    answers = _Answers(server)
    features: list[tuple[str, Any, Callable[[Any], Awaitable[Any]]]] = [
        (types.INITIALIZED, None, answers.begin),
        (types.TEXT_DOCUMENT_DID_OPEN, None, answers.written),
        (types.TEXT_DOCUMENT_DID_CHANGE, None, answers.written),
        (types.TEXT_DOCUMENT_DID_SAVE, None, answers.written),
        (types.TEXT_DOCUMENT_DID_CLOSE, None, answers.closed),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, None, answers.changed_on_disk),
        (types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TRIGGERS), answers.complete),
        (types.TEXT_DOCUMENT_HOVER, None, answers.hover),
        (types.TEXT_DOCUMENT_DEFINITION, None, answers.definition),
        (types.TEXT_DOCUMENT_REFERENCES, None, answers.references),
        (types.TEXT_DOCUMENT_PREPARE_RENAME, None, answers.prepare_rename),
        (types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True), answers.rename),
        (types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(list(_ACTIONS)), answers.mend),
    ]
    for name, options, answer in features:
        server.feature(name, options)(_guarded(name, answer))
    return server, answers.session


def _guarded(name: str, answer: Callable[[Any], Awaitable[Any]]) -> Callable[[Any], Awaitable[Any]]:
    """The answer, or none where it raises what it does not mean to."""

    async def answered(params: Any) -> Any:  # noqa: ANN401 - each feature has its own
        try:
            return await answer(params)
        except JsonRpcException:
            raise
        except Exception:  # noqa: BLE001 -- it is logged, and the next question can be answered all the same
            LOG.exception("%s was not answered", name)
            return None

    return answered


class _Answers:
    """What is answered to each thing that an editor asks or tells."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self.session = Session(self._tell)

    async def begin(self, _: types.InitializedParams) -> None:
        """Examine the projects in the folders that the editor has open, and ask to be told when files change."""
        workspace = self._server.workspace
        roots = [folder.uri for folder in workspace.folders.values()] or [workspace.root_uri]
        for uri in filter(None, roots):
            path = to_fs_path(uri)
            found = self.session.project_of(Path(path)) if path else None
            if found is not None:
                self.session.change(found[0])
        capabilities = self._server.client_capabilities.workspace
        watched = capabilities.did_change_watched_files if capabilities else None
        if watched is not None and watched.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            what = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await self._server.client_register_capability_async(types.RegistrationParams([what]))

    async def written(self, params: Any) -> None:  # noqa: ANN401 - of three kinds
        """Take the text of a file that was opened, changed or saved."""
        uri = params.text_document.uri
        path = to_fs_path(uri)
        if path:
            self.session.write(Path(path), uri, self._server.workspace.get_text_document(uri).source)

    async def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Go back to the file on the disk."""
        path = to_fs_path(params.text_document.uri)
        if path:
            self.session.close(Path(path))

    async def changed_on_disk(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Examine the projects anew whose files others changed."""
        paths = filter(None, (to_fs_path(change.uri) for change in params.changes))
        found = (self.session.project_of(Path(path)) for path in paths)
        for project in dict.fromkeys(one[0] for one in found if one is not None):
            self.session.change(project)

    async def complete(self, params: types.CompletionParams) -> types.CompletionList | None:
        """What can be written; it rests on what was found last, since a text is seldom whole while it is written."""
        found = self._found(params.text_document.uri)
        if found is None:
            return None
        project, path = found
        examined = await self.session.last(project)
        text = project.unsaved.get(path, "").removeprefix("\ufeff").replace("\r\n", "\n")
        translator = self._translator(project, {path: text})
        offset = translator.offset(path, params.position)
        items = [
            translator.item(one, path, offset, number)
            for number, one in enumerate(offers(examined.vocabulary, path, text, offset))
        ]
        return types.CompletionList(is_incomplete=False, items=items)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is shown of a place."""
        found = await self._there(params)
        if found is None:
            return None
        project, path, examined = found
        translator = self._translator(project, examined.loaded.texts)
        shown = shown_at(examined, translator.position(path, params.position))
        if shown is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, shown.text)
        return types.Hover(content, translator.range(shown.place))

    async def definition(self, params: types.DefinitionParams) -> types.Location | None:
        """Where the thing is defined that is named at a place."""
        found = await self._called(params)
        return None if found is None else found[0].location(found[2].entry.place)

    async def references(self, params: types.ReferenceParams) -> list[types.Location] | None:
        """Everything that names the thing at a place."""
        found = await self._called(params)
        if found is None:
            return None
        translator, examined, called = found
        places = references(examined, called, declaration=params.context.include_declaration)
        return [translator.location(place) for place in places]

    async def prepare_rename(self, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        """The id at a place that can be another."""
        found = await self._called(params)
        if found is None:
            return None
        translator, _, called = found
        place = called.place
        if "/" in called.entry.name and called.named is not None and called.named.kind == "sense":
            place = Place(place.path, place.line, place.end_column - len(called.own), place.end_line, place.end_column)
        return types.PrepareRenamePlaceholder(translator.range(place), called.own)

    async def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Another id for the thing at a place, wherever it is named; raises what an editor shows where it cannot be."""
        found = await self._called(params)
        if found is None:
            return None
        translator, examined, called = found
        changes = renaming(examined, called, params.new_name)
        if isinstance(changes, Refusal):
            raise JsonRpcInvalidRequest(f"{changes.message}; {changes.hint}")
        return translator.workspace_edit(changes, self._versions(self.session.projects[examined.root]))

    async def mend(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """What mends the mistakes at a place, and all that is certain in its file; only what the editor asks for."""
        found = await self._there(params)
        if found is None:
            return None
        project, path, examined = found
        wanted = [one.value if isinstance(one, types.CodeActionKind) else one for one in params.context.only or ()]
        quick, everything = (
            not wanted or any(f"{kind.value}.".startswith(f"{one}.") for one in wanted) for kind in _ACTIONS
        )
        stretch = params.range
        offered = [*quick_fixes(examined, path, stretch.start.line + 1, stretch.end.line + 1)] if quick else []
        whole = fix_all(examined, path) if everything else None
        translator, versions = self._translator(project, examined.loaded.texts), self._versions(project)
        return [translator.action(one, versions, examined.site) for one in (*offered, *([whole] if whole else []))]

    def _versions(self, project: OpenProject) -> dict[str, int | None]:
        """Those of the files that are open, by path."""
        documents = self._server.workspace.text_documents
        return {path: documents[uri].version for path, uri in project.addresses.items() if uri in documents}

    def _found(self, uri: str) -> tuple[OpenProject, str] | None:
        path = to_fs_path(uri)
        return self.session.project_of(Path(path)) if path else None

    async def _there(self, params: Any) -> tuple[OpenProject, str, Examined] | None:  # noqa: ANN401 - any place
        found = self._found(params.text_document.uri)
        return None if found is None else (*found, await self.session.current(found[0]))

    async def _called(self, params: Any) -> tuple[Translator, Examined, Called] | None:  # noqa: ANN401 - any place
        """The id at a place."""
        found = await self._there(params)
        if found is None:
            return None
        project, path, examined = found
        translator = self._translator(project, examined.loaded.texts)
        called = called_at(examined, translator.position(path, params.position))
        return None if called is None else (translator, examined, called)

    def _translator(self, project: OpenProject, texts: Any) -> Translator:  # noqa: ANN401 - texts by path
        return Translator(self._server.workspace.position_codec, texts, project.uri)

    def _tell(self, project: OpenProject, examined: Examined) -> None:
        """Tell the mistakes of each file; of files that have none any more, that they have none."""
        translator = self._translator(project, examined.loaded.texts)
        by_path: dict[str, list[Diagnostic]] = {path: [] for path in (*project.told, *project.unsaved)}
        for one in examined.diagnostics:
            by_path.setdefault(one.place.path, []).append(one)
        for path, found in by_path.items():
            told = [translator.diagnostic(one, examined.site) for one in found]
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(project.uri(path), told))
        project.told = frozenset(path for path, found in by_path.items() if found)
