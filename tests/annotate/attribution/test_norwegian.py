"""Norwegian attribution by cue lexicon, word order and quotation marks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from sayso.annotate.attribution import find_attributions
from sayso.lang.packs import load_packs
from sayso.model.annotations import Attribution
from sayso.model.ids import make_document, sha256_hex
from sayso.model.resources import Resources
from sayso.pipeline import segment
from sayso.testing import marked

CASES = {
    "verb-second": "Igår [påsto]{cue} [hun]{source} overfor Radio Nord [at fergen ikke var full, den hadde fire ledige rader]{content}.",
    "plain": "[Utenriksministeren]{source} [sa]{cue} i går [at grensen ikke skal stenges]{content}.",
    "joint": "[Innbyggere]{source} og [aktivister]{source} [sier]{cue} [at byen er tom]{content}.",
    "deny": "[Regjeringen]{source} [avviser]{cue} [at noen har flyktet]{content}.",
    "inverted": "[Vi vet ikke hva som skjedde]{content}, [sier]{cue} [politimester Per Lie]{source}.",
    "dash": "– [Vi er trygge nå]{content}, [sier]{cue} [Kari Holm]{source}.",
    "guillemets": "[«Det var soldatene som skjøt»]{content}, [sa]{cue} [en mann]{source} på stedet i går, og flere av dem kjente ham igjen.",
    "according-to": "[Tolv personer ble drept]{content}, [ifølge]{cue} [en talsmann for hæren]{source}.",
    "hearsay": "[Tolv personer]{content} [skal ha]{cue} [blitt drept i byen mandag]{content}.",
    "passive": "Det [hevdes]{cue} [at soldatene skjøt først]{content}.",
    "was-reported": "Det [ble meldt]{cue} [at broen var stengt]{content}.",
    "noun": "[Regjeringen]{source}s [påstand]{cue} om [at opprørerne brente åkrene]{content} ble avvist.",
    "relative": "[En kvinne som hadde flyktet fra Sandvik]{source}, [fortalte]{cue} [at soldatene skjøt mot henne]{content}.",
    "refuse": "[Departementet]{source} [nekter å bekrefte]{cue} [tallet]{content}.",
    "object": "[Hun]{source} [beskyldte]{cue} [regjeringen for å sulte ut byen]{content}.",
    "object-denied": "[Hæren]{source} [avviste]{cue} [påstandene om drap]{content}.",
    "particle": "[Han]{source} [la til]{cue} [at broen var stengt]{content}.",
    "told-of": "[Radioen]{source} [meldte]{cue} om [nye kamper ved broen]{content}.",
    "subject-after": "I fjor [påsto]{cue} [de samme folkene]{source} [at ingen var skutt]{content}.",
    "apposition": "Men [talsmannen for hæren, oberst Jon Vik]{source}, [sa]{cue} [at byen var stille]{content}.",
    "relative-after": "[Broen er borte]{content}, [forteller]{cue} [en bonde som ikke vil oppgi navnet sitt]{source}.",
    "repeated-claim": "[Oberst Vik]{source} [gjentok]{cue} [påstanden om at byen er tom]{content}.",
    "dash-of-sentences": "– [De skjøt uten forvarsel. Vi løp alt vi kunne]{content}, [sier]{cue} [Kari Holm]{source}.",
    "bare-clause": "[Aktivister]{source} [hevder]{cue} [regimet lyver]{content}.",
    "summed-up": "[Brente åkre. Tomme hus]{content}. Det er noe av hva [folk fra dalen]{source} [beretter]{cue}.",
}


def _found(text: str, resources: Resources) -> tuple[Attribution, ...]:
    norwegian = SimpleNamespace(packs=load_packs(), parsers={}, gazetteers=(), identify=lambda _: "nb", version="")
    document = make_document(sha256_hex(text), "test", text)
    return find_attributions(segment(document, cast("Resources", norwegian)), resources.packs)


@pytest.mark.parametrize("case", sorted(CASES))
def test_norwegian_reads_construction(case: str, resources: Resources) -> None:
    sentence = marked(CASES[case])
    found = _found(sentence.text, resources)
    wanted = [sentence.words(label) for label in ("source", "cue", "content")]
    got = [[tuple(s.of(sentence.text) for s in spans) for spans in (a.source, a.cue, a.content)] for a in found]
    assert wanted in got


@pytest.mark.parametrize(
    "text",
    [
        "Kommunens planer blir stadig større.",
        "Soldatene krysset elva og brente låvene.",
        "Senere viste det seg at broen var stengt.",
        "Ingen av tallene er bekreftet av uavhengige kilder.",
        "Innbyggerne hadde reparert broen etter flommen.",
    ],
)
def test_norwegian_leaves_plain_telling_alone(text: str, resources: Resources) -> None:
    assert _found(text, resources) == ()
