"""Text that a page holds but does not show: by attribute, by inline style, by a class that its own style sheet hides.

What is hidden must not become the words of a report unnoticed: it is left out, and a doubt says what and how much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sayso.ingest.html.roles import names_of

__all__ = ["Hiding", "hiding_of"]

# Elements whose text browsers never show in the page; what `noscript` holds is shown only where scripts do not run.
UNSHOWN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "select", "option",
     "textarea", "datalist", "title", "map", "applet", "noembed", "math", "meta", "link", "param", "source", "track"}
)  # fmt: skip

_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|!|$)|font-size:0(?:px|em|%|pt)?(?:;|!|$)|color:transparent"
    r"|(?:left|top|right|text-indent|margin-left):-\d{4,}|clip:rect\(0|clip:rect\(1px|clip-path:inset\((?:50|100)%"
)
_HIDDEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "visuallyHidden", "u-visually-hidden", "screen-reader-text", "screenreader", "off-screen", "offscreen"}
    | {"element-invisible", "assistive-text", "a11y-hidden", "hidden", "hide", "is-hidden", "u-hidden", "d-none"}
)  # fmt: skip
_SIMPLE = re.compile(r"^[.#][\w-]{1,80}$")
_LARGEST_SHEET = 500_000  # characters of style sheets that are looked at


@dataclass(slots=True)
class Hiding:
    """The classes and ids that a page's own style sheet hides, and whether hidden text is taken nevertheless."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    off: bool = False
    passages: list[str] = field(default_factory=list)

    def hides(self, node: Any) -> bool:
        """Tell whether an element's text is not shown."""
        get = node.get
        if get("hidden") is not None or get("aria-hidden") == "true":
            return True
        style = get("style")
        if style and _STYLE.search("".join(style[:2000].lower().split())):
            return True
        if get("id") in self.ids:
            return True
        given = get("class")
        return bool(given) and self._by_class(given)

    def _by_class(self, given: str) -> bool:
        classes = given.split()
        if not self.classes.isdisjoint(classes):
            return True
        if _HIDDEN_CLASSES.isdisjoint(classes):
            return False
        # "hidden md:block", "d-none d-lg-flex": hidden on small screens only.
        return not any(names_of(name) & {"block", "flex", "inline", "grid", "visible"} for name in classes)

    def note(self, node: Any) -> None:
        """Remember what a hidden element says, if that is more than a label."""
        words = " ".join("".join(node.itertext()).split())
        if words.count(" ") >= _LABEL:
            self.passages.append(words)


_LABEL = 5  # spaces between the words of a hidden text that is worth a doubt


def hiding_of(tree: Any) -> Hiding:
    """Read which classes and ids the page's own style sheet hides: plain rules of one class or id, outside of media queries."""
    sheets = "".join(node.text or "" for node in tree.iter("style"))[:_LARGEST_SHEET]
    found: set[str] = set()
    depth_of_media = 0
    for rule in sheets.split("}"):
        opened = rule.count("{")
        selectors, _, body = rule.rpartition("{")
        if opened > 1:
            depth_of_media += opened - 1
        elif not opened:
            depth_of_media = max(0, depth_of_media - 1)
        compact = "".join(body.lower().split())
        if not depth_of_media and ("display:none" in compact or "visibility:hidden" in compact):
            found.update(name for selector in selectors.split(",") if _SIMPLE.match(name := selector.strip()))
    return Hiding(
        frozenset(name[1:] for name in found if name[0] == "."),
        frozenset(name[1:] for name in found if name[0] == "#"),
    )
