"""A case on disk: what the command line and, later, the server call.

::

    with Workspace.create_or_open("my-case") as workspace:
        summary = workspace.build(["reports/", "page.html"])
        case = workspace.case()          # everything a presenter or exporter needs
        workspace.judge(Verdict.REJECT, "0f3a…", reason="satire", by="kari")
        breaks = workspace.verify()

`read_sources` reads without a case: nothing is stored.
"""

from sayso.workspace.readers import Reader
from sayso.workspace.results import Break, BuildSummary, CaseState, Progress, Stage, Verification
from sayso.workspace.streaming import read_sources
from sayso.workspace.workspace import Workspace

__all__ = [
    "Break",
    "BuildSummary",
    "CaseState",
    "Progress",
    "Reader",
    "Stage",
    "Verification",
    "Workspace",
    "read_sources",
]
