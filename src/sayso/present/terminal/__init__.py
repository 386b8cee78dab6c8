"""View models of the terminal listings: what is shown, in which words; how it looks is the command line's affair."""

from sayso.present.terminal.questions import AnswerView, QuestionView, questions_view
from sayso.present.terminal.quotes import CaseIndex, QuoteView, gather, shorten
from sayso.present.terminal.readings import ReadingView, StatementLine, reading_view
from sayso.present.terminal.sheet import Sheet
from sayso.present.terminal.sheets import SHEETS, find_sheet, known_ids

__all__ = [
    "SHEETS",
    "AnswerView",
    "CaseIndex",
    "QuestionView",
    "QuoteView",
    "ReadingView",
    "Sheet",
    "StatementLine",
    "find_sheet",
    "gather",
    "known_ids",
    "questions_view",
    "reading_view",
    "shorten",
]
