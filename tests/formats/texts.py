"""Plain texts: pasted from pages, stitched, with broken letters, in old encodings."""

from __future__ import annotations

from tests.formats.made import Made


def _stitched() -> Made:
    first = (
        "NORDVIK (AFP) — Rebels took the radio station at Nordvik on Sunday and killed six guards, the information minister said.",
        "The rebels denied killing anyone and said that the guards had fled before they came.",
        "A listener said that the station had played nothing but marches since Sunday evening.",
    )
    second = (
        "The radio of Nordvik fell silent on Sunday evening, and for an hour there was only a hum.",
        "“I knew then that they had come,” said Berit Moe, who has the shop beneath the mast.",
        "She said that she had seen two bodies carried out on Monday morning and did not know whose they were.",
    )
    text = "\n\n".join(
        (
            "Rebels take radio station, six guards killed", "The Ostmark Gazette, 8 July 2013", *first,
            "Read also:\n- Radio Nordvik marks fifty years (2018)\n- New mast for Nordvik (2019)\n- Six held over theft of copper (2021)",
            "A shopkeeper under the mast", "By Henrik Dahl", "Nordvik Weekly, 12 July 2013", *second,
            "© 2021 Nordvik Weekly. All rights reserved.",
        )
    )  # fmt: skip
    return Made("stitched.txt", text.encode(), (*first, *second))


def _mojibake() -> Made:
    prose = (
        "GÃ¶teby, 4 May 2016 â€“ Police said that a bomb at the cafÃ© on the square had killed one woman.",
        "â€œThere was a flash and then the roof came downâ€\x9d, said a waiter, AndrÃ© Holm.",
        "The mayor said that nobody had been arrested.",
    )
    return Made("mojibake.txt", "\n\n".join(("Bomb at cafÃ© kills one", *prose)).encode(), prose)


def _windows() -> Made:
    prose = (
        "HÅVIK (NTB): Minst åtte personer ble drept da en bro raste ved Håvik onsdag kveld, opplyser politiet.",
        "Samferdselsministeren benekter at broen var stengt for tunge biler.",
        "– Jeg så to biler forsvinne i elven, sier Kåre Ødegård, som bor ved broen.",
        "Sykehuset sier at elleve skadde er brakt dit.",
    )
    text = "\r\n\r\n".join(
        (
            "Åtte drept da bro raste",
            "Fjord Tidende",
            "Publisert 9. november 2011",
            *prose,
            "Del på Facebook",
            "Les også: Slik får du ny bil i 2019",
        )
    )
    return Made("windows.txt", text.encode("cp1252"), prose)


def _pasted() -> Made:
    prose = (
        "SELJE, Ostmark (Reuters) - Gunmen killed four bus drivers near Selje on Tuesday, a union leader said.",
        "The union leader, Egil Ness, said that the men had been pulled from their seats one after the other.",
        "A government spokesman said that it was too early to say who the gunmen were.",
        "Drivers in three other towns have stopped work, the union said in a statement.",
    )
    text = "\n".join(
        (
            "Home | World | Business | Sport", "Sign in", "Four bus drivers killed near Selje", "By Egon Falk", "Tue 21 Jan 2014 16.05 GMT", "Share on Facebook", "Share on Twitter",
            f"{prose[0]}\n\n{prose[1]}\n\nAdvertisement\n\n{prose[2]}\n\nStory continues below\n\n{prose[3]}\n",
            "Photograph: Tone Vik/Reuters", "Most viewed", "Ten walks around Selje for the summer of 2019", "Bus fares to rise again in 2020", "© 2023 Ostmark Standard Limited. All rights reserved.",
        )
    )  # fmt: skip
    return Made("pasted.txt", text.encode(), prose)


def _markdown() -> Made:
    prose = (
        "Two nurses told us that the ward in Brekke had been without power for six days.",
        "The hospital's director said on 3 May that the power had never been cut.",
        "We have seen pictures that show candles on the ward.",
    )
    text = f"# No light in Brekke\n\n*By Tuva Rein, 6 May 2017*\n\n{prose[0]}\n\n## What the director says\n\n{prose[1]}\n\n{prose[2]}\n"
    return Made("note.md", text.encode(), prose)


PAGES = {
    "txt_stitched": _stitched,
    "txt_mojibake": _mojibake,
    "txt_windows": _windows,
    "txt_pasted": _pasted,
    "markdown": _markdown,
}
