"""Find the figures of a page and read each in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.annotate.actors import actor_class
from sayso.annotate.quantities.acts import act_of, own_act
from sayso.annotate.quantities.beside import beside
from sayso.annotate.quantities.context import HARM, Setting, amid, part_of, scope_of, window_of
from sayso.annotate.quantities.counted import Counted, counted_of, group_of, whole_span
from sayso.annotate.quantities.words import QuantityWords, quantity_words
from sayso.lang.packs import Pack
from sayso.model.annotations import Act, Group, Quantity, Scope, TimeExpr
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, layer
from sayso.values.amount import METRES, Bound
from sayso.values.amount_grammar import Figure, find_figures
from sayso.values.atoms import Atom, atomize

__all__ = ["find_quantities"]

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"})
"""Where a bare figure must stand in its clause to count something left unsaid."""

SIDE = 24
"""How many characters may stand between two figures of one list."""

_TIES = frozenset("-–‑/:.'’_@#\\")
_PREPOSITIONS = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.ABOUT})
"""Bounds whose words are prepositions elsewhere ("over", "under", "about")."""


def find_quantities(page: Page, packs: Mapping[str, Pack], times: tuple[TimeExpr, ...]) -> tuple[Quantity, ...]:
    """Find every figure in report text; times, ages, labels and ordinals are no figures."""
    found: list[Quantity] = []
    starts = [time.span.start for time in times]
    for sentence in page.sentences:
        pack = packs.get(sentence.language)
        if pack is None:
            continue
        low, high = bisect_left(starts, sentence.span.start), bisect_right(starts, sentence.span.end)
        found += _in_sentence(page, sentence, pack, times[low:high])
    return layer(found)


def _in_sentence(page: Page, sentence: Sentence, pack: Pack, times: Sequence[TimeExpr]) -> list[Quantity]:
    atoms = atomize(sentence.span.of(page.view), sentence.span.start)
    figures = list(find_figures(atoms, pack))
    if not figures:
        return []
    words, starts = quantity_words(pack), [token.start for token in sentence.tokens]
    setting = Setting(page, sentence, atoms, words, times)
    found: list[Quantity] = []
    among: dict[str, str] = {}
    for figure in figures:
        number = _tokens(sentence, starts, atoms[figure.number].start, atoms[figure.end - 1].end)
        if number and not _no_count(figure, atoms, number, setting):
            apart = bool(found) and amid(setting, figure, found[-1])
            quantity = _read(setting, figure, number, () if apart else found, pack)
            if quantity and apart:
                among[found[-1].id] = quantity.id
            found += [quantity] if quantity else []
    return _listed(setting, _among(setting, found, among))


def _beside_whole(setting: Setting, by_id: Mapping[str, Quantity], part: Quantity) -> bool:
    """Tell whether no verb of its own parts a part from its whole ("200 came, and police hurt three of them")."""
    whole, words = by_id.get(part.part_of or ""), setting.words
    if whole is None or setting.sentence.parsed or whole.whole.end >= part.span.start:
        return whole is not None
    between = setting.sentence.tokens_in(Span(whole.whole.end, part.span.start))
    return not any(t.text.lower() in words.transitive or t.text.lower() in words.own for t in between)


def _among(setting: Setting, found: list[Quantity], among: Mapping[str, str]) -> list[Quantity]:
    """Make a figure part of the one it is said to be among ("six women were among 20 people killed").

    A whole without an act of its own has that of its part ("20 people including six women are reported killed").
    """
    by_id = {quantity.id: quantity for quantity in found}
    wholes = [by_id.get(among.get(quantity.id, "")) for quantity in found]
    found = [
        replace(q, part_of=whole.id, act=whole.act, scope=whole.scope, window=whole.window) if whole else q
        for q, whole in zip(found, wholes, strict=True)
    ]
    parts = {q.part_of: q for q in reversed(found) if q.part_of and q.act and _beside_whole(setting, by_id, q)}
    return [
        replace(q, act=parts[q.id].act, scope=parts[q.id].scope or Scope.EVENT)
        if q.act is None and q.id in parts
        else q
        for q in found
    ]


def _listed(setting: Setting, found: list[Quantity]) -> list[Quantity]:
    """Give figures of one list the act that only its end or its start tells ("23 civilians and 16 rebels dead")."""
    for index in range(len(found) - 1, 0, -1):
        first, second = found[index - 1], found[index]
        if first.act is None and second.act and _side_by_side(setting, first, second):
            found[index - 1] = replace(first, act=second.act, scope=first.scope or Scope.EVENT)
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        told = second.act is None and _is_person(second) and not _does(setting, second)
        if first.act and told and _side_by_side(setting, first, second):
            found[index] = replace(second, act=first.act, scope=second.scope or first.scope)
    return found


def _is_person(quantity: Quantity) -> bool:
    return quantity.group not in (Group.THINGS, Group.UNKNOWN)


def _does(setting: Setting, quantity: Quantity) -> bool:
    """Tell whether those counted are the subject of a verb of their own ("killing four civilians two residents said")."""
    tokens = setting.sentence.tokens_in(quantity.of) if quantity.of and setting.sentence.parsed else ()
    return any(t.dep == "nsubj" and setting.sentence.head(t).index > t.index for t in tokens)


def _side_by_side(setting: Setting, first: Quantity, second: Quantity) -> bool:
    if first.unit or Group.THINGS in (first.group, second.group) or second.span.start - first.whole.end > SIDE:
        return False
    if first.of is None or second.span.start <= first.whole.end:
        return False
    between = setting.sentence.tokens_in(Span(first.whole.end, second.span.start))
    ties = {*setting.words.joins, "including", "-", "--", "–", "—"}
    joined = not between or any(t.text.lower() in ties for t in between)
    return joined and not any(t.pos in ("VERB", "AUX", "ADP") and t.text.lower() not in ties for t in between)


def _tokens(sentence: Sentence, starts: list[int], start: int, end: int) -> tuple[Token, ...]:
    first = max(0, bisect_right(starts, start) - 1)
    return sentence.tokens[first : bisect_left(starts, end)]


def _no_count(figure: Figure, atoms: Sequence[Atom], number: tuple[Token, ...], setting: Setting) -> bool:
    """Tell whether a number counts nothing: part of a time, a name, an age, a label, a code."""
    span = Span(atoms[figure.number].start, atoms[figure.end - 1].end)
    if setting.in_time(span) or _tied(figure, atoms):
        return True
    if figure.attached and not (figure.money or figure.share or figure.unit in METRES):
        return True
    plain = figure.first == figure.number and figure.unit is None and figure.digits
    if _over_one_of(figure, atoms, setting.words) or _measures_time(figure, atoms, setting.words):
        return True
    before = atoms[figure.first - 1].lower if figure.first else ""
    if before in setting.words.linkers and figure.first > 1 and atoms[figure.first - 2].lower in setting.words.ages:
        return True
    if before in setting.words.joins and plain and _of_ages(atoms, figure.first - 1, setting.words):
        return True
    if before in setting.words.ages or (plain and before in setting.words.labels):
        return True
    if before in setting.words.chapters and figure.unit is None:
        return True
    return plain and (_names(setting, number) or _age(figure, atoms) or _numbering(figure, atoms))


def _measures_time(figure: Figure, atoms: Sequence[Atom], words: QuantityWords) -> bool:
    """Tell whether a unit of time follows ("de siste to ukene")."""
    if figure.unit is not None or figure.last >= len(atoms):
        return False
    return words.is_time_unit(atoms[figure.last].lower)


def _over_one_of(figure: Figure, atoms: Sequence[Atom], words: QuantityWords) -> bool:
    """Tell whether what reads as a bound is the preposition of another word ("silent over one of the massacres")."""
    if figure.first == figure.number or figure.end >= len(atoms) or figure.amount.bound not in _PREPOSITIONS:
        return False
    return atoms[figure.number].lower in words.singles and atoms[figure.end].lower in words.linkers


def _of_ages(atoms: Sequence[Atom], at: int, words: QuantityWords) -> bool:
    """Tell whether the list that goes on at an atom is one of ages ("aged 9, 11 and 12")."""
    while at > 0 and (atoms[at].lower in words.joins or atoms[at].is_digits):
        at -= 1
    return atoms[at].lower in words.ages


def _tied(figure: Figure, atoms: Sequence[Atom]) -> bool:
    """Tell whether marks tie the number to what is around it ("M-16", "9/11", "18:45", "@2011"), or it is a note ("[2]")."""
    if figure.money or figure.first != figure.number:
        return False
    first, end = figure.number, figure.end
    if first >= 1 and end < len(atoms) and (atoms[first - 1].text, atoms[end].text) == ("[", "]"):
        return True
    if first >= 1 and atoms[first - 1].end == atoms[first].start and atoms[first - 1].text in _TIES:
        return first == 1 or atoms[first - 2].end == atoms[first - 1].start or atoms[first - 1].text in "@#_"
    if first >= 1 and atoms[first - 1].end == atoms[first].start and atoms[first - 1].text.isalpha():
        return True
    if end + 1 < len(atoms) and atoms[end].start == atoms[end - 1].end and atoms[end].text in "/:-_":
        return atoms[end + 1].start == atoms[end].end and atoms[end + 1].is_digits
    return False


def _names(setting: Setting, number: tuple[Token, ...]) -> bool:
    """Tell whether the number is the tail of a name ("Resolution 1973", "Camp 4"), not one before what it counts."""
    sentence, token = setting.sentence, number[-1]
    head = sentence.head(token)
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if any(t.pos == "NOUN" and setting.words.group(t) is not None for t in following):
        return False
    return sentence.parsed and token.dep in ("nummod", "appos", "npadvmod") and head.index == token.index - 1 and (
        head.pos == "PROPN"
    )  # fmt: skip


def _age(figure: Figure, atoms: Sequence[Atom]) -> bool:
    """Tell whether the number stands between commas after a name, as ages do ("Omar, 26, said")."""
    first, end = figure.number, figure.end
    if first < 2 or end - first != 1 or len(atoms[first].text) > 3 or atoms[first - 1].text not in ",(":
        return False
    closed = end >= len(atoms) or atoms[end].text in ",.;)"
    return closed and atoms[first - 2].text[:1].isupper()


def _numbering(figure: Figure, atoms: Sequence[Atom]) -> bool:
    """Tell whether the number opens a list item ("1. …", "2) …")."""
    return figure.number == 0 and len(atoms) > 1 and atoms[1].text in ".)" and atoms[1].start == atoms[0].end


def _read(
    setting: Setting, figure: Figure, number: tuple[Token, ...], found: Sequence[Quantity], pack: Pack
) -> Quantity | None:
    page, sentence, words = setting.page, setting.sentence, setting.words
    span = Span(setting.atoms[figure.first].start, setting.atoms[figure.last - 1].end)
    near = beside(sentence, _first_token(sentence, number, span), number[-1], words)
    counted = counted_of(sentence, number, near, words) if figure.unit is None or figure.share else Counted(number[-1])
    act = None if figure.money else act_of(sentence, counted, near, words)
    if act is Act.DETAINED and figure.share and group_of(sentence, counted, words) in (Group.UNKNOWN, Group.THINGS):
        act = None  # "holds 60 percent of the town"
    own = own_act(sentence, counted, near, words) if act else None
    if not _worth(figure, setting, counted, act is not None):
        return None
    scope, noun, telling = scope_of(setting, figure, counted, act), counted.noun, counted.telling
    actor = actor_class(sentence, telling, pack) if telling else ""
    group = _armed(group_of(sentence, counted, words), actor, words)
    quantity = Quantity(
        derived_id("quantity", page.document.id, (span,)),
        span,
        figure.amount,
        whole_span(sentence, counted, span),
        of=noun.span if noun else None,
        of_lemma=noun.lemma.lower() if noun else "",
        actor_class=actor,
        group=group,
        act=None if scope is Scope.CAPACITY or group is Group.THINGS else act,
        scope=scope,
        window=window_of(setting, counted),
        unit=figure.unit or _container(noun, words),
    )
    if found:
        quantity = _from_previous(quantity, found, part_of(setting, figure, found, quantity, own), own)
    if quantity.of is None and quantity.group is Group.UNKNOWN and own in HARM:
        return replace(quantity, group=Group.PEOPLE)  # only persons are dead, wounded, missing or held
    return quantity


def _armed(group: Group, actor: str, words: QuantityWords) -> Group:
    """Return the group of armed actors where the counted noun alone tells none ("members of the guard")."""
    return Group.NONCIVILIANS if group in (Group.UNKNOWN, Group.PEOPLE) and actor in words.armed else group


def _first_token(sentence: Sentence, number: tuple[Token, ...], span: Span) -> Token:
    """Return the first token of a figure with its bound words."""
    first = number[0]
    while first.index > 0 and sentence.tokens[first.index - 1].start >= span.start:
        first = sentence.tokens[first.index - 1]
    return first


def _from_previous(quantity: Quantity, found: Sequence[Quantity], whole: Quantity | None, own: Act | None) -> Quantity:
    """Take what the figure before tells: a part shares the act and scope of its whole, a bare figure counts the same."""
    previous = found[-1]
    if whole is not None:
        vague = quantity.group in (Group.UNKNOWN, Group.PEOPLE)
        quantity = replace(
            quantity,
            part_of=whole.id,
            group=whole.group if vague else quantity.group,
            act=own or previous.act or quantity.act,
            scope=previous.scope or quantity.scope,
            window=quantity.window or previous.window,
        )
    harmed = own in HARM and previous.group is Group.THINGS
    if quantity.of is None and quantity.unit is None and previous.unit is None and not harmed:
        return replace(
            quantity, of=previous.of, of_lemma=previous.of_lemma, actor_class=previous.actor_class, group=previous.group,
            act=quantity.act or previous.act,
        )  # fmt: skip
    return quantity


def _container(noun: Token | None, words: QuantityWords) -> str | None:
    return noun.lemma.lower() if noun and noun.lemma.lower() in words.containers else None


def _worth(figure: Figure, setting: Setting, counted: Counted, has_act: bool) -> bool:
    """Tell whether a figure is one: a lone "one" counts only those something happened to; bare years count nothing."""
    word = setting.atoms[figure.number].lower
    alone = figure.end - figure.number == 1 and figure.first == figure.number
    if alone and word in setting.words.singles:
        return has_act and counted.noun is not None
    if figure.unit or counted.noun is not None or not alone or not figure.digits:
        return True
    if setting.sentence.parsed and not has_act and counted.top.dep not in _ARGUMENTS:
        return False
    value = figure.amount.low or 0
    return not (1800 <= value <= 2100 and len(word) == 4)
