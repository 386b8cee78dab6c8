"""Heads and feet of invented articles, with what they say of who published the article and when.

Each case: what stands above the text, what stands below it, and the gold as `published outlet agency byline place`;
`-` says nothing. Two days make an interval. The language is told by the first letter: e English, n Norwegian.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CASES", "Case"]


@dataclass(frozen=True)
class Case:
    """One article: what is above and below its text, and what a careful reader takes from it."""

    number: int
    language: str
    above: str
    below: str
    published: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    place: str | None = None


def _case(number: int, language: str, above: str, below: str, gold: str) -> Case:
    fields = [None if field == "-" else field for field in gold.split(" | ")]
    published, outlet, agency, byline, place = fields
    return Case(
        number, language, above, below, published, outlet, agency, tuple(byline.split("; ")) if byline else (), place
    )


_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("e", "Boats burn at quay\nBy Ada Brenn\nPublished: 12 June 2011\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("n", "Båter brant ved kaia\nAv Ada Brenn\nPublisert 12. juni 2011 kl. 14.03\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nJune 12, 2011 4:05 PM EDT\n\n", "", "2011-06-12 | - | - | - | -"),
    ("n", "Båter brant ved kaia\n12.06.2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nPosted on June 12, 2011 by admin\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\n12/06/11\n\n", "", "- | - | - | - | -"),
    ("e", "Boats burn at quay\n2011-06-12T14:03:00Z\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nSunday, June 12\n\n", "", "- | - | - | - | -"),
    ("n", "Båter brant ved kaia\nPublisert: 12. juni 2011 14:03 Oppdatert: 13. juni 2011 09:12\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nUpdated 13 June 2011\n\n", "", "- | - | - | - | -"),
    ("e", "Boats burn at quay\nPublished 12 June 2011, updated 13 June 2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nUpdated: 13 June 2011 | Published: 12 June 2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "NORDVIK (AP) — ", "", "- | - | AP | - | NORDVIK"),
    ("e", "NORDVIK, Vestland (Reuters) - ", "", "- | - | Reuters | - | NORDVIK, Vestland"),
    ("e", "NORDVIK, June 12 (Xinhua) -- ", "", "- | - | Xinhua | - | NORDVIK"),
    ("e", "NORDVIK, 12 June 2011 (IRIN) - ", "", "2011-06-12 | - | IRIN | - | NORDVIK"),
    ("n", "(©NTB) ", "", "- | - | NTB | - | -"),
    ("n", "NORDVIK (NTB): ", "", "- | - | NTB | - | NORDVIK"),
    ("n", "Nordvik (NTB-AFP): ", "", "- | - | AFP | - | Nordvik"),
    ("n", "", " (©NTB)", "- | - | NTB | - | -"),
    ("n", "", "\n\n(NTB)", "- | - | NTB | - | -"),
    ("n", "", " /NTB-Reuters/", "- | - | Reuters | - | -"),
    ("e", "", " — AFP", "- | - | AFP | - | -"),
    ("e", "", "\n\n— AFP", "- | - | AFP | - | -"),
    ("e", "", "\n\nAssociated Press writer Jon Lie in Plenza contributed to this report.", "- | - | AP | - | -"),
    ("e", "", "\n\n© AFP 2011", "- | - | AFP | - | -"),
    ("e", "", "\n\nCopyright 2011 The Associated Press. All rights reserved.", "- | - | AP | - | -"),
    ("e", "", "\n\nSource: dpa", "- | - | dpa | - | -"),
    ("n", "", "\n\nKilde: NTB", "- | - | NTB | - | -"),
    ("e", "Boats burn at quay\nBy Jon Lie, Associated Press\n\n", "", "- | - | AP | Jon Lie | -"),
    ("e", "Boats burn at quay\nBy JON LIE, Associated Press\n\n", "", "- | - | AP | JON LIE | -"),
    ("e", "Boats burn at quay\nBy Jon Lie | Reuters\n\n", "", "- | - | Reuters | Jon Lie | -"),
    ("e", "Boats burn at quay\nJon Lie\nAssociated Press\n\n", "", "- | - | AP | Jon Lie | -"),
    ("e", "Boats burn at quay\nAgence France-Presse\n12 June 2011\n\n", "", "2011-06-12 | - | AFP | - | -"),
    ("e", "Boats burn at quay\nReuters\nNORDVIK — ", "", "- | - | Reuters | - | NORDVIK"),
    ("e", "Boats burn at quay\nFrom Reuters\n\n", "", "- | - | Reuters | - | -"),
    ("e", "Boats burn at quay\nSource: Xinhua | 2011-06-12 14:03:11\n\n", "", "2011-06-12 | - | Xinhua | - | -"),
    ("e", "", "\n\nThe mayor had to go, according to Xinhua.", "- | - | - | - | -"),
    ("e", "", "\n\nThe boats belonged to a shipowner in Plenza, the AP reported.", "- | - | - | - | -"),
    ("e", "", "\n\nThe mayor spoke to Reuters by telephone.", "- | - | - | - | -"),
    ("n", "", "\n\nOrdføreren vil ikke si mer til NTB.", "- | - | - | - | -"),
    ("n", "", "\n\nDet melder nyhetsbyrået Reuters.", "- | - | - | - | -"),
    ("e", "The Coast Courier\nSunday 12 June 2011\n\nBoats burn at quay\n\n", "", "2011-06-12 | The Coast Courier | - | - | -"),
    ("e", "Boats burn at quay\nBy Ada Brenn, Coast Courier\n12 Jun 2011\n\n", "", "2011-06-12 | Coast Courier | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nBy Ada Brenn and Jon Lie\nJune 12, 2011\n\n", "", "2011-06-12 | - | - | Ada Brenn; Jon Lie | -"),
    ("e", "Boats burn at quay\nBy Ada Brenn in Nordvik and Jon Lie in Plenza\n\n", "", "- | - | - | Ada Brenn; Jon Lie | -"),
    ("e", "Boats burn at quay\nAda Brenn in Nordvik\nSunday 12 June 2011 19.45 BST\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nBy Ada Brenn | 12 June 2011\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nBy Ada Brenn on June 12, 2011\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nJune 12, 2011 | Ada Brenn\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nWritten by Ada Brenn\n\n", "", "- | - | - | Ada Brenn | -"),
    ("e", "Boats burn at quay\nBy our correspondent in Nordvik\n\n", "", "- | - | - | - | -"),
    ("e", "Boats burn at quay\nBy Staff Writer\n\n", "", "- | - | - | - | -"),
    ("n", "Båter brant ved kaia\nTekst: Ada Brenn Foto: Jon Lie\n\n", "", "- | - | - | Ada Brenn | -"),
    ("n", "Båter brant ved kaia\nAda Brenn\nJournalist\n\n", "", "- | - | - | Ada Brenn | -"),
    ("n", "Båter brant ved kaia\nAv: Ada Brenn og Jon Lie\n\n", "", "- | - | - | Ada Brenn; Jon Lie | -"),
    ("n", "Båter brant ved kaia\nAV ADA BRENN\nsøndag 12. juni 2011\n\n", "", "2011-06-12 | - | - | ADA BRENN | -"),
    ("n", "Båter brant ved kaia\nSist oppdatert 13.06.2011\n\n", "", "- | - | - | - | -"),
    ("n", "Båter brant ved kaia\nLagt ut 12. juni 2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("n", "Båter brant ved kaia\n12.6.2011 14:03\n\n", "", "2011-06-12 | - | - | - | -"),
    ("n", "Båter brant ved kaia\nPublisert 12.06.11\n\n", "", "2011-06-12 | - | - | - | -"),
    ("n", "NORDVIK (Kystbladet): ", "", "- | Kystbladet | - | - | NORDVIK"),
    ("n", "", "\n\nDenne saken ble først publisert i Kystbladet.", "- | Kystbladet | - | - | -"),
    ("e", "", "\n\nThis article was originally published by The Coast Courier on 12 June 2011.", "2011-06-12 | The Coast Courier | - | - | -"),
    ("e", "", "\n\nFrom The Coast Courier, 12 June 2011", "2011-06-12 | The Coast Courier | - | - | -"),
    ("e", "", "\n\nvia The Coast Courier", "- | The Coast Courier | - | - | -"),
    ("e", "", "\n\nvia Boats burn at old quay – The Coast Courier.", "- | The Coast Courier | - | - | -"),
    ("e", "", "\n\n(The Coast Courier, June 12, 2011)", "2011-06-12 | The Coast Courier | - | - | -"),
    ("e", "NORDVIK — ", "", "- | - | - | - | NORDVIK"),
    ("e", "NORDVIK, Vestland — ", "", "- | - | - | - | NORDVIK, Vestland"),
    ("e", "Nordvik, Vestland (CNN) -- ", "", "- | CNN | CNN | - | Nordvik, Vestland"),
    ("e", "(CNN) — ", "", "- | CNN | CNN | - | -"),
    ("e", "NORDVIK: ", "", "- | - | - | - | NORDVIK"),
    ("e", "Nordvik, 12 June 2011. ", "", "2011-06-12 | - | - | - | Nordvik"),
    ("e", "NORDVIK, Jun. 12, 2011 /VNS/ -- ", "", "2011-06-12 | - | VNS | - | NORDVIK"),
    ("e", "NORDVIK, Vestland, 12 June (UPI) -- ", "", "- | - | UPI | - | NORDVIK, Vestland"),
    ("e", "Boats burn at quay\nPublication Date: 2011/06/12\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nSun, 12 Jun 2011 14:03:00 +0200\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\n12th June 2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\nFirst published on Sun 12 Jun 2011 10.03 EDT\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "Boats burn at quay\n3 hours ago\n\n", "", "- | - | - | - | -"),
    ("e", "Boats burn at quay\nJune 2011\n\n", "", "2011-06-01..2011-06-30 | - | - | - | -"),
    ("n", "Båter brant ved kaia\nJuni 2011\n\n", "", "2011-06-01..2011-06-30 | - | - | - | -"),
    ("e", "Boats burn at quay\n06/12/2011\n\n", "", "- | - | - | - | -"),
    ("e", "Boats burn at quay\n13/06/2011 10:45\n\n", "", "2011-06-13 | - | - | - | -"),
    ("e", "Boats burn at quay\nPublished: Sun Jun 12 2011\n\n", "", "2011-06-12 | - | - | - | -"),
    ("e", "", "\n\nReporting by Jon Lie; Editing by Ada Brenn", "- | - | - | Jon Lie | -"),
    ("e", "", "\n\n(Reporting by Jon Lie in Plenza; editing by Ada Brenn)", "- | - | - | Jon Lie | -"),
    ("e", "", "\n\nJon Lie reported from Plenza.", "- | - | - | - | -"),
    ("e", "", "\n\n© 2021 Vestland Media. All rights reserved.", "- | - | - | - | -"),
    ("e", "", "\n\nLast modified on 14 March 2019", "- | - | - | - | -"),
    ("e", "", "\n\nThis entry was posted on June 12, 2011 at 4:05 pm and is filed under Coast.", "2011-06-12 | - | - | - | -"),
    ("e", "", "\n\nPosted by Ada Brenn at 14:03", "- | - | - | Ada Brenn | -"),
    ("e", "", "\n\nJune 12, 2011", "- | - | - | - | -"),
    ("e", "", "\n\nMost read\nMayor opens bridge 14 March 2019\nBakers strike 15 March 2019", "- | - | - | - | -"),
    ("e", "Home | News | Sport\n14 March 2019\nMost read\nBakers on strike in Plenza\n\nBoats burn at quay\nBy Ada Brenn\n12 June 2011\n\n", "", "2011-06-12 | - | - | Ada Brenn | -"),
    ("e", "Quay fire: what we know\nAda Brenn, Nordvik\nTuesday 14 June 2011\n\n", "", "2011-06-14 | - | - | Ada Brenn | -"),
    ("e", "Quay fire: what we know\nJun 14 2011, 3:22 pm ET\nby Jon Lie\n\n", "", "2011-06-14 | - | - | Jon Lie | -"),
    ("e", "Quay fire: what we know\nThe Associated Press\nPosted: 06/14/2011 10:12:22 AM PDT\n\n", "", "2011-06-14 | - | AP | - | -"),
    ("e", "Quay fire: what we know\nAda Brenn, Foreign Correspondent\nJune 14, 2011\n\n", "", "2011-06-14 | - | - | Ada Brenn | -"),
    ("n", "Brannen på kaia\nAda Brenn\nJon Lie\nPublisert 14.06.2011 - 15:22\n\n", "", "2011-06-14 | - | - | Ada Brenn; Jon Lie | -"),
    ("n", "Brannen på kaia\nTirsdag 14. juni 2011\n\n", "", "2011-06-14 | - | - | - | -"),
    ("n", "Brannen på kaia\nAv NTB\nOppdatert 15.06.2011 Publisert 14.06.2011\n\n", "", "2011-06-14 | - | NTB | - | -"),
    ("n", "NORDVIK (VG): ", "", "- | - | VG | - | NORDVIK"),
    ("n", "OSLO/NORDVIK (NTB-Reuters): ", "", "- | - | Reuters | - | OSLO/NORDVIK"),
    ("n", "", "\n\nKilde: NTB-AFP", "- | - | AFP | - | -"),
    ("e", "NORDVIK, June 14 (Reuters) - ", "\n\n(Reporting by Jon Lie, editing by Ada Brenn)", "- | - | Reuters | Jon Lie | NORDVIK"),
    ("e", "NORDVIK (AFP) – ", "", "- | - | AFP | - | NORDVIK"),
    ("e", "NORDVIK (dpa) - ", "", "- | - | dpa | - | NORDVIK"),
    ("e", "NORDVIK, (SANA) – ", "", "- | - | SANA | - | NORDVIK"),
    ("e", "", "\n\nAP", "- | - | AP | - | -"),
    ("e", "", "\n\nAgencies", "- | - | - | - | -"),
    ("e", "", "\n\nThe ministry's figures were confirmed by UN officials, Interfax said.", "- | - | - | - | -"),
    ("e", "Date: 14 June 2011\nSource: Coast Courier\n\n", "", "2011-06-14 | Coast Courier | - | - | -"),
    ("e", "Quay fire: what we know\nJune 14, 2011 by Ada Brenn\n\n", "", "2011-06-14 | - | - | Ada Brenn | -"),
)  # fmt: skip

CASES = tuple(_case(number, *row) for number, row in enumerate(_ROWS))
