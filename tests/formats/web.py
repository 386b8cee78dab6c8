"""Saved web pages with what they really hold: menus, other years' headlines, captions, comments, live entries, quoted articles."""

from __future__ import annotations

import quopri

from tests.formats.made import Made, page, paragraphs

NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/tides">Tide tables</a></li></ul></nav>'


def _menus() -> Made:
    prose = (
        "KARVIA, Ostmark (AP) — Soldiers closed the bridge at Karvia before dawn on Monday, and at least 14 people were killed when they fired on those who tried to cross, residents said.",
        "“They came down from the hills in the dark and nobody warned us,” said Ada Brenn, a ferry pilot who lives by the bridge.",
        "The interior ministry denied that soldiers had fired on anyone and said that armed gangs had attacked a checkpoint.",
        "By noon some 300 families had crossed the river Vemm on foot, a border guard said by telephone.",
        "Associated Press writer Tor Vang in Ulme contributed to this report.",
    )
    others = "".join(
        f'<li><a href="/{n}">{words}</a> <span class="date">{day}</span></li>'
        for n, (words, day) in enumerate(
            (
                ("Karvia bridge opened to lorries again", "3 May 2018"),
                ("Forty killed as ferry sinks off Ulme", "9 June 2019"),
                ("Ostmark votes for a new council", "11 November 2020"),
            )
        )
    )
    body = (
        f"<header><a href='/'>The Vemm Herald</a></header>{NAV}<main><article><h1>At least 14 killed as soldiers close Karvia bridge</h1>"
        "<p class='byline'>By Bo Strand</p><time datetime='2014-05-12'>12 May 2014</time>"
        "<figure><img src='b.jpg'><figcaption>The bridge at Karvia in a picture taken two years ago.</figcaption></figure>"
        f"{paragraphs(prose)}</article><aside class='related'><h3>Read more</h3><ul>{others}</ul></aside></main>"
        "<footer>© 2021 The Vemm Herald. All rights reserved.</footer>"
    )
    head = '<meta property="og:site_name" content="The Vemm Herald">'
    return Made(
        "menus.html", page(body, title="At least 14 killed as soldiers close Karvia bridge", head=head).encode(), prose
    )


def _pull_quote() -> Made:
    said = "“We counted nine bodies on the quay and then we stopped counting”"
    prose = (
        "Nine bodies lay on the quay at Hallvik when the harbour pilots came back on Tuesday morning.",
        f"{said}, said Rolf Eide, the oldest of the pilots.",
        "A spokeswoman for the port said that she knew of three dead and would not speak of more.",
        "The pilots have not gone out since, and eleven ships lie waiting beyond the lighthouse.",
        "Eide said that he would not take a ship in until somebody told him who had fired.",
    )
    ld = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Pilots of Hallvik refuse to sail",'
        '"datePublished":"2015-09-02T08:30:00+02:00","author":{"@type":"Person","name":"Ines Moll"},'
        '"publisher":{"@type":"Organization","name":"Hallvik Courier"}}</script>'
    )
    body = (
        f"{NAV}<main><article><h1>Pilots of Hallvik refuse to sail</h1><p class='standfirst'>Nobody will say who fired on the quay.</p>"
        f"{paragraphs(prose[:2])}<aside class='pullquote'>{said}</aside>{paragraphs(prose[2:])}</article></main>"
        "<footer>© 2022 Hallvik Courier</footer>"
    )
    return Made(
        "pull_quote.html",
        page(body, title="Pilots of Hallvik refuse to sail | Hallvik Courier", head=ld).encode(),
        prose,
    )


def _live() -> Made:
    entries = (
        ("14:20", "The mayor of Solvang says that the dam still holds and that nobody should leave the town."),
        ("13:05", "Two fire brigades have reached the mill below the dam, our reporter Kaja Lund says from the spot."),
        ("11:40", "Residents tell us that water has come into the cellars of the lower town since early morning."),
        (
            "10:15",
            "The power company denies that its gates were opened in the night, and says that it has called in engineers.",
        ),
    )
    lead = (
        "We follow the flood at Solvang through the day.",
        "Some 2,000 people live below the dam, and the school is open to all who had to leave their houses.",
    )
    told = "".join(
        f'<div class="live-blog__post"><time datetime="2016-04-07T{clock}">{clock}</time><p>{words}</p></div>'
        for clock, words in entries
    )
    body = (
        f"{NAV}<main><h1>Live: flood at Solvang</h1><p class='byline'>By Kaja Lund</p><p>7 April 2016</p>{paragraphs(lead)}"
        f"<div class='live-blog'>{told}</div></main><footer>© 2023 Solvang Post</footer>"
    )
    head = '<meta property="og:site_name" content="Solvang Post">'
    return Made(
        "live.html",
        page(body, title="Live: flood at Solvang", head=head).encode(),
        (*lead, *(words for _, words in entries)),
    )


QUOTED = (
    "BRENNA — Soldiers shot at least twenty people in the market of Brenna on Friday, according to a doctor at the town's only hospital.",
    "“They were brought to us in handcarts,” the doctor said, asking not to be named for fear of arrest.",
    "State television said that terrorists had fired on the market, and showed rifles laid out on a carpet.",
)


def _blog_via() -> Made:
    prose = (
        "Nå har de skutt folk igjen, og denne gangen var det på torget i Brenna, midt på lyse dagen.",
        *QUOTED,
        "Jeg tror ikke på det som fjernsynet forteller, for jeg har selv bodd i Brenna og vet hvem som har våpen der.",
        "Naboen min sier at broren hennes er savnet, og at ingen tar telefonen på sykehuset.",
    )
    body = (
        "<div id='header'><a href='/'>Fjellbloggen</a></div><div class='post'><h2>Torget i Brenna</h2><p>17. juni 2012</p>"
        f"<p>{prose[0]}</p><blockquote>{paragraphs(QUOTED)}</blockquote><p>via <a href='http://herald.example/brenna'>The Vemm Herald</a></p>"
        f"{paragraphs(prose[4:])}</div><div id='sidebar'><h3>Arkiv</h3><ul><li><a href='/2018'>2018</a></li><li><a href='/2019'>2019</a></li></ul></div>"
    )
    return Made("blog_via.html", page(body, title="Torget i Brenna", language="nb").encode(), prose)


def _blog_cite() -> Made:
    quoted = (
        "Fishermen at Skarv told the Coast Courier that a patrol boat had sunk two of their boats on Sunday night.",
        "Four men are missing, the harbour master said, and the navy has not answered questions about where its boats were.",
    )
    prose = (
        "I read this over breakfast and had to put the cup down.",
        *quoted,
        "My uncle fished those waters for thirty years, and he said that no boat of the navy ever came so close to land.",
        "I do not know what happened, and I will write again when I have spoken with him.",
    )
    body = (
        "<article class='post'><h1>Two boats at Skarv</h1><time datetime='2013-02-05'>5 February 2013</time>"
        f"<p>{prose[0]}</p><blockquote>{paragraphs(quoted)}<footer>— <cite>Coast Courier</cite></footer></blockquote>{paragraphs(prose[3:])}</article>"
    )
    return Made("blog_cite.html", page(body, title="Two boats at Skarv").encode(), prose)


def _comments() -> Made:
    prose = (
        "ULME — Three teachers were arrested at the school in Ulme on Wednesday, a colleague who saw it said.",
        "The police confirmed that two teachers were being questioned, but refused to say why.",
        "Parents kept their children at home on Thursday, and the school's doors stayed shut.",
        "“My daughter asks me every hour when her teacher will come back,” said Lise Holm, who waited outside the station.",
    )
    body = (
        f"{NAV}<main><article><h1>Three teachers arrested in Ulme</h1><p class='byline'>By Nora Feld</p><p class='date'>18 March 2015</p>{paragraphs(prose)}</article>"
        "<section id='comments'><h3>2 comments</h3><div class='comment'><p class='author'>ulmefan77</p><p>I heard that they killed all three of them on Friday.</p></div>"
        "<div class='comment'><p class='author'>Guest</p><p>Nobody was arrested, my cousin works at the police.</p></div></section></main>"
        "<footer>© 2024 Ulme Daily News</footer>"
    )
    head = '<meta property="og:site_name" content="Ulme Daily News">'
    return Made("comments.html", page(body, title="Three teachers arrested in Ulme", head=head).encode(), prose)


def _url_date() -> Made:
    prose = (
        "Farmers around Torsby say that shells have fallen on their fields every night for a week.",
        "“The cows no longer go out,” said Per Aune, who keeps forty of them close to the border.",
        "An army spokesman said that its guns had not fired and that the farmers must have heard thunder.",
        "Nobody has been hurt, the village doctor said on Thursday.",
    )
    body = f"{NAV}<main><article><h1>Shells fall on Torsby's fields</h1>{paragraphs(prose)}</article></main><footer>Copyright 2020 Torsby Tidende</footer>"
    head = '<link rel="canonical" href="https://torsby.example/news/2014/11/28/shells-fall-on-fields">'
    return Made("url_date.html", page(body, title="Shells fall on Torsby's fields", head=head).encode(), prose)


def _contradiction() -> Made:
    prose = (
        "MARVIK (Reuters) - The airport at Marvik was shelled on Saturday and five of its workers were wounded, its director said.",
        "Rebels said that the shells had come from the army's own guns.",
        "All flights were sent to Hallvik, some 90 kilometres to the south, the director added.",
        "Reporting by Jan Rode; Editing by Ida Lunde",
    )
    body = f"{NAV}<main><article><h1>Five wounded as Marvik airport is shelled</h1><p>Published: 16 August 2014</p>{paragraphs(prose)}</article></main>"
    head = '<meta property="article:published_time" content="2019-01-30T00:00:00Z"><meta property="og:site_name" content="Marvik Times">'
    return Made(
        "contradiction.html", page(body, title="Five wounded as Marvik airport is shelled", head=head).encode(), prose
    )


def _latin() -> Made:
    prose = (
        "Politiet på Åsnes sier at tre menn ble funnet døde i en båt ved brygga natt til søndag.",
        "– Vi vet ikke hvem de er, sier lensmann Åse Bråten til Østre Avis.",
        "Naboene forteller at de hørte skudd like før midnatt, og at en bil kjørte fort derfra.",
        "Forsvaret avviser at soldater var i nærheten av brygga den natten.",
    )
    body = (
        "<div class='meny'><a href='/'>Forsiden</a> <a href='/sport'>Sport</a></div><article><h1>Tre funnet døde på Åsnes</h1>"
        f"<p class='byline'>Av Jørn Sæther</p><p class='dato'>Publisert 6. oktober 2013</p>{paragraphs(prose)}</article><p>© 2019 Østre Avis. Ansvarlig redaktør: Pål Lønn</p>"
    )
    head = '<meta property="og:site_name" content="Østre Avis">'
    made = page(body, title="Tre funnet døde på Åsnes", head=head, language="nb", charset="")
    return Made("latin.html", made.encode("cp1252"), prose)


def _mhtml() -> Made:
    prose = (
        "Doctors at the clinic in Vestby say that 31 children were brought in after eating bread from one bakery.",
        "The baker, Olav Rusten, said that his flour had come from the army's stores.",
        "An officer in charge of the stores dismissed this as a lie.",
        "Two of the children have died, according to a nurse.",
    )
    head = '<meta property="article:published_time" content="2012-12-03"><meta property="og:site_name" content="Vestby Blad">'
    html = page(
        f"{NAV}<main><article><h1>Children ill in Vestby</h1><p class='byline'>By Siri Aas</p>{paragraphs(prose)}</article></main>",
        title="Children ill in Vestby",
        head=head,
    )
    address = "https://vestby.example/children"
    data = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {address}\r\nSubject: Children\r\nDate: Tue, 14 Jun 2022 10:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
        f'----x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {address}\r\n\r\n'
    ).encode()
    return Made("saved.mhtml", data + quopri.encodestring(html.encode()) + b"\r\n----x--\r\n", prose)


PAGES = {
    "html_menus": _menus,
    "html_pull_quote": _pull_quote,
    "html_live": _live,
    "html_blog_via": _blog_via,
    "html_blog_cite": _blog_cite,
    "html_comments": _comments,
    "html_url_date": _url_date,
    "html_contradiction": _contradiction,
    "html_latin": _latin,
    "mhtml": _mhtml,
}  # fmt: skip
