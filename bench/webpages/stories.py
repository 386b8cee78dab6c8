"""The invented articles that the pages of the `html` measure are laid out from. No place, paper or person in them exists."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ARABIC", "BRIDGE", "DEPOT", "FERRY", "NORWEGIAN", "STORIES", "Story"]


@dataclass(frozen=True, slots=True)
class Story:
    """One article in its parts; `paragraphs` are its running text in order, `pulled` a sentence of them."""

    outlet: str
    headline: str
    standfirst: str
    author: str
    place: str
    day: str
    shown_day: str
    url: str
    paragraphs: tuple[str, ...]
    subheading: str
    quotation: str
    pulled: str
    caption: str
    credit: str
    facts: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    note: str
    contributed: str
    language: str = "en"
    by: str = "By"


BRIDGE = Story(
    outlet="The Orlo Courier",
    headline="Soldiers close the Sandra bridge after night of shelling",
    standfirst="Residents of three villages are cut off from the only hospital, and nobody says for how long.",
    author="Marit Vesk",
    place="ORLO, Karvia",
    day="2013-04-17",
    shown_day="17 April 2013",
    url="https://courier.example/2013/04/17/sandra-bridge-closed",
    paragraphs=(
        "Soldiers closed the bridge over the Sandra early on Wednesday after shells fell on both banks for most of the night, residents said.",
        "At least 14 people were killed, the district hospital in Orlo said, among them four members of one family who had tried to cross before dawn.",
        "The army denied that its guns had fired. A spokesman, Colonel Hadrin Tolle, told reporters that “armed bands” had shelled their own side of the river.",
        "Witnesses reached by telephone described flashes from the ridge above Lower Maresh, where the army has kept two batteries since February.",
        "Aid workers said that some 2,300 people in three villages could no longer reach the hospital, and that medicine there would last until Sunday.",
        "The governor's office did not answer questions. State radio spoke of “technical work” on the bridge and named no date for its opening.",
        "By nightfall about forty families had gathered at the school in Tessen, where the mayor, Olga Brandt, handed out blankets and bread.",
    ),
    subheading="No road around",
    quotation="We saw the flashes and we counted to six. Nobody here needs to be told where they came from.",
    pulled="We saw the flashes and we counted to six.",
    caption="The eastern end of the Sandra bridge on Wednesday morning.",
    credit="Photo: Ilan Morrow",
    facts=(
        "The bridge was built in 1968.",
        "It is the only crossing for 40 kilometres.",
        "Two earlier closures lasted nine days.",
    ),
    table=(
        ("Village", "Inhabitants", "Distance"),
        ("Lower Maresh", "910", "12 km"),
        ("Tessen", "640", "7 km"),
        ("Orlo Spring", "750", "15 km"),
    ),
    note="Correction: An earlier version of this article gave the number of villages as four. There are three.",
    contributed="Petra Lund contributed to this report from Tessen.",
)

DEPOT = Story(
    outlet="Northfield Observer",
    headline="Blast at Harran depot kills nine, union blames neglect",
    standfirst="The company speaks of sabotage; the inspectors' last visit was three years ago.",
    author="Tomas Eide",
    place="HARRAN",
    day="2009-11-03",
    shown_day="November 3, 2009",
    url="https://observer.example/news/harran-depot-blast",
    paragraphs=(
        "A fuel depot on the edge of Harran blew up on Tuesday, killing nine workers and wounding more than thirty, the fire service said.",
        "The dockers' union said that leaks had been reported in August and again in October, and that nothing had been mended.",
        "“They were told twice in writing,” said Berit Aasen, who leads the union at the port. “We have the letters and we have the stamps on them.”",
        "The owner, Varga Fuels, rejected that. In a statement it called the fire an act of sabotage and promised a reward for information.",
        "Police would not confirm that anyone was being sought. Inspector Jon Rask said only that his officers were looking at pictures from the gate.",
        "The blast broke windows two kilometres away. The school in Quarry Street was emptied and its pupils were sent home before noon.",
    ),
    subheading="Letters in August",
    quotation="They were told twice in writing. We have the letters and we have the stamps on them.",
    pulled="They were told twice in writing.",
    caption="Smoke over the port of Harran, seen from the lighthouse.",
    credit="Dora Feld/Northfield Observer",
    facts=("Nine workers were killed.", "Tank four had been empty since June.", "The last inspection was in 2006."),
    table=(
        ("Tank", "Content", "State"),
        ("One", "Diesel", "Burnt out"),
        ("Two", "Petrol", "Burnt out"),
        ("Four", "Empty", "Standing"),
    ),
    note="This article was amended on 5 November 2009 to name the owner of the depot in full.",
    contributed="Additional reporting by Sven Holt in Northfield.",
)

FERRY = Story(
    outlet="Lantern Weekly",
    headline="Ferry that sank off Ness carried twice its passengers",
    standfirst="The list names 112 people. Survivors counted more than two hundred on the lower deck alone.",
    author="Ann Corrigan",
    place="PORT NESS",
    day="2016-08-21",
    shown_day="21 August 2016",
    url="https://lantern.example/2016/aug/21/ness-ferry",
    paragraphs=(
        "The ferry that went down off Ness on Friday night carried at least twice as many passengers as its list named, survivors told this paper.",
        "The harbour office has published 112 names. By Sunday evening 61 bodies had been brought ashore and 87 people had been found alive.",
        "Nobody at the office could say how the two figures fit together, and its director, Pavel Orsk, has not been seen since Saturday.",
        "A stoker who swam to the rocks said that water had stood in the engine room before the boat left, and that the captain knew of it.",
        "The shipping line said that it was cooperating with the inquiry and would not comment on what it called rumours from the quay.",
        "Divers are to go down again on Monday if the wind drops, the coast guard said, though the hull lies at sixty metres.",
    ),
    subheading="A list with holes",
    quotation="I bought no ticket. Nobody on the lower deck had one, you paid the man at the ramp.",
    pulled="Nobody on the lower deck had one.",
    caption="Relatives wait at the quay in Port Ness on Sunday.",
    credit="Picture by Rhys Carne",
    facts=(
        "The ferry was built for 120 passengers.",
        "It had been sold twice since 2011.",
        "Its radio was silent from 22:40.",
    ),
    table=(
        ("Day", "Found alive", "Found dead"),
        ("Friday", "52", "11"),
        ("Saturday", "31", "29"),
        ("Sunday", "4", "21"),
    ),
    note="Editor's note: The figures in this article are those of Sunday evening and have changed since.",
    contributed="Reporting by Ann Corrigan; editing by Miles Teal.",
)

NORWEGIAN = Story(
    outlet="Vikposten",
    headline="Stengte brua etter en natt med granater",
    standfirst="Tre bygder er avskåret fra det eneste sykehuset, og ingen vil si hvor lenge.",
    author="Marit Vesk",
    place="ORLO",
    day="2013-04-18",
    shown_day="18. april 2013",
    url="https://vikposten.example/2013/04/18/stengte-brua",
    paragraphs=(
        "Soldater stengte brua over Sandra tidlig onsdag morgen etter at granater hadde falt på begge sider av elva hele natten, sier innbyggere.",
        "Minst 14 mennesker ble drept, opplyser sykehuset i Orlo, blant dem fire fra samme familie som forsøkte å komme over før det ble lyst.",
        "Hæren avviser at dens kanoner skjøt. Talsmannen Hadrin Tolle sier at «væpnede bander» beskjøt sin egen side av elva.",
        "Vitner som Vikposten har snakket med på telefon, så glimt fra åsen over Nedre Maresh, der hæren har stått siden februar.",
        "Hjelpearbeidere sier at rundt 2300 mennesker ikke lenger når fram til sykehuset, og at medisinen der varer til søndag.",
    ),
    subheading="Ingen annen vei",
    quotation="Vi så glimtene og telte til seks. Ingen her trenger å få vite hvor de kom fra.",
    pulled="Vi så glimtene og telte til seks.",
    caption="Østsiden av Sandra-brua onsdag morgen.",
    credit="Foto: Ilan Morrow",
    facts=(
        "Brua ble bygd i 1968.",
        "Den er eneste overgang på fire mil.",
        "To tidligere stengninger varte i ni dager.",
    ),
    table=(("Bygd", "Innbyggere"), ("Nedre Maresh", "910"), ("Tessen", "640")),
    note="Rettelse: I en tidligere utgave sto det fire bygder. Det riktige er tre.",
    contributed="Petra Lund bidro til denne saken fra Tessen.",
    language="nb",
    by="Av",
)

ARABIC = Story(
    outlet="صدى النهر",
    headline="إغلاق جسر ساندرا بعد ليلة من القصف",
    standfirst="ثلاث قرى انقطعت عن المستشفى الوحيد ولا أحد يعرف إلى متى.",
    author="منى الحجار",
    place="أورلو",
    day="2013-04-17",
    shown_day="17 أبريل 2013",
    url="https://sada.example/2013/04/17/jisr",
    paragraphs=(
        "أغلق الجنود الجسر فوق نهر ساندرا فجر الأربعاء بعد أن سقطت القذائف على الضفتين معظم الليل، كما قال السكان.",
        "وقال المستشفى في أورلو إن أربعة عشر شخصا على الأقل قتلوا، بينهم أربعة من عائلة واحدة حاولوا العبور قبل الفجر.",
        "ونفى الجيش أن تكون مدافعه قد أطلقت النار، وقال متحدث باسمه إن مسلحين قصفوا ضفتهم بأنفسهم.",
        "وقال شهود عبر الهاتف إنهم رأوا الوميض من التلة فوق ماريش السفلى حيث يتمركز الجيش منذ شباط.",
        "وأوضح عمال الإغاثة أن نحو ألفين وثلاثمئة شخص لم يعودوا قادرين على الوصول إلى المستشفى.",
    ),
    subheading="لا طريق آخر",
    quotation="رأينا الوميض وعددنا حتى ستة، ولا يحتاج أحد هنا إلى من يخبره من أين جاء.",
    pulled="رأينا الوميض وعددنا حتى ستة.",
    caption="الطرف الشرقي من جسر ساندرا صباح الأربعاء.",
    credit="تصوير: إيلان مورو",
    facts=("بني الجسر عام 1968.", "وهو المعبر الوحيد على مسافة أربعين كيلومترا."),
    table=(("القرية", "السكان"), ("ماريش السفلى", "910"), ("تيسن", "640")),
    note="تصحيح: ذكرت نسخة سابقة أن عدد القرى أربع، والصحيح ثلاث.",
    contributed="شاركت بترا لوند في هذا التقرير من تيسن.",
    language="ar",
    by="بقلم",
)

STORIES = (BRIDGE, DEPOT, FERRY)
