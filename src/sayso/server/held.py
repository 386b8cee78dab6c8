"""The case as the server holds it: read once, read again when what follows from it has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.server.clean import presentable
from sayso.server.filters import Filters, narrow
from sayso.server.index import AppIndex
from sayso.server.search import Texts
from sayso.workspace import CaseState, Workspace

__all__ = ["Decision", "Held", "HeldCase"]

Decision = Callable[[Workspace], str]

MOST_VIEWS = 24  # narrowed cases kept; each shares its readings' texts with the whole one


@dataclass
class Held:
    """One revision of the case with what is made of it on demand."""

    state: CaseState
    index: AppIndex
    views: OrderedDict[Filters, AppIndex] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    _texts: Texts | None = None

    def view(self, filters: Filters) -> AppIndex:
        """Return the case seen through filters."""
        if not filters:
            return self.index
        with self.lock:
            if filters not in self.views:
                self.views[filters] = narrow(self.index, filters)
                if len(self.views) > MOST_VIEWS:
                    self.views.popitem(last=False)
            self.views.move_to_end(filters)
            return self.views[filters]

    def texts(self) -> Texts:
        """Return the texts as they can be searched; made at the first search."""
        with self.lock:
            if self._texts is None:
                self._texts = Texts(self.index)
            return self._texts


class HeldCase:
    """Gives the newest revision of a case; safe to ask from several threads."""

    def __init__(self, workspace: Workspace, *, me: str = "") -> None:
        """Hold a case; `me` signs judgements unless another name is given."""
        self.workspace = workspace
        self.me = me
        self.closing = threading.Event()  # set when the server ends, so that what waits for news ends too
        self._lock = threading.Lock()
        self._judging = threading.Lock()
        self._held: Held | None = None

    def now(self) -> Held:
        """Return the case as it is now; it is read again only when its revision has changed."""
        with self._lock:
            state = self.workspace.state()
            if self._held is None or self._held.state.revision != state.revision:
                self._held = Held(state, AppIndex(presentable(self.workspace.case())))
            return self._held

    def state(self) -> CaseState:
        """Return where the case stands, without reading it."""
        return self.workspace.state()

    def judge(self, decide: Decision) -> str:
        """Record a decision and return its id; one at a time, as each derives the case anew."""
        with self._judging:
            return decide(self.workspace)
