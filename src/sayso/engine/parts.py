"""What is installed and what is missing, for `sayso doctor`: nothing is loaded, only looked at."""

from __future__ import annotations

from sayso.engine.gazetteers import GET_GAZETTEER, gazetteer_path, load_gazetteers
from sayso.engine.model_files import INSTALL, MODEL_SHA256, model_digest, model_folder
from sayso.engine.part import Part
from sayso.engine.tagger import tagger_part
from sayso.errors import ResourceError
from sayso.lang.packs import load_packs

__all__ = ["Part", "examine_parts"]


def examine_parts() -> tuple[Part, ...]:
    """Look at the English model, the learned tagger, the gazetteer and the language packs."""
    return (
        _model(),
        tagger_part(),
        _gazetteer(),
        *(Part(f"language pack {code}", True, f"rules {pack.digest[:12]}") for code, pack in load_packs().items()),
    )


def _model() -> Part:
    folder = model_folder()
    if folder is None:
        return Part("English model", False, "not installed", "nothing can be read", INSTALL)
    if model_digest(folder) != MODEL_SHA256:
        return Part(
            "English model",
            False,
            "not the one sayso was made with",
            "nothing is read, as results would differ",
            INSTALL,
        )
    return Part("English model", True, f"{folder.name}, files checked ({MODEL_SHA256[:12]})")


def _gazetteer() -> Part:
    consequence = "places are named, but none is given coordinates"
    try:
        gazetteers = load_gazetteers()
    except ResourceError as error:
        return Part("gazetteer", False, str(error), "nothing is read, as results would differ", error.way_out)
    if gazetteers:
        return Part("gazetteer", True, ", ".join(f"{g.name} ({g.digest[:12]})" for g in gazetteers))
    return Part(
        "gazetteer",
        False,
        f"{gazetteer_path().name} is not there",
        consequence,
        GET_GAZETTEER,
    )
