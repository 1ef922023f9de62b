"""Words of one spelling and two sounds, told apart by the words around them; the sound is given as a spelling that eSpeak NG says right."""

from __future__ import annotations

from collections.abc import Callable

from audiodream.spoken_parts import Parts
from audiodream.spoken_tables import bag

_HAVE = bag(
    "have has had having i've you've we've they've he'd she'd haven't hasn't hadn't 'd been be was were is are "
    "being get got well"
    "never ever already just"
)
_TO = bag("to will would shall should can could may might must don't didn't doesn't won't wouldn't can't couldn't let's cannot not")
_DO = bag("do did does if when shall")
_WE = bag("i you we they who")
_DETERMINERS = bag(
    "a an the his her my your our their its this that these those no some any each every another one of in with by "
    "from much"
)
_OBJECTS = bag(
    "it him her them us me you the his my your our their this that these those a an each every himself herself "
    "themselves itself"
    "myself yourself ourselves"
)
_PAST = bag("yesterday then once had was were said ago last when after before aloud")


_ORDERS = bag("turn open take sit go come pick stand stop look get find stay lie close put bring climb hush please now")
"""What begins a sentence that tells somebody to do something."""


class Around:
    """What stands around a word: `before(1)` is the nearest word on its left, in small letters, "" behind a sentence's edge."""

    def __init__(self, parts: Parts, i: int) -> None:
        self.parts, self.i = parts, i
        self.tail = parts[i].tail

    def before(self, n: int = 1) -> str:
        for k in range(max(0, self.i - n), self.i):
            if any(c in ".!?;:" for c in self.parts[k].tail):
                return ""
        return self.parts.at(self.i - n).lower.replace("’", "'") if self.i >= n else ""

    def first(self) -> bool:
        """True at the beginning of a sentence."""
        return self.parts[self.i].core[:1].isupper() and not self.before()

    def opening(self) -> str:
        """The first word of the sentence."""
        k = self.i
        while k and not any(c in ".!?;:" for c in self.parts[k - 1].tail):
            k -= 1
        return self.parts[k].lower

    def after(self, n: int = 1) -> str:
        for k in range(self.i, self.i + n):
            if any(c in ".!?;:," for c in self.parts.at(k).tail):
                return ""
        return self.parts.at(self.i + n).lower.replace("’", "'")

    def near(self, words: frozenset[str], reach: int = 6) -> bool:
        return any(self.parts.at(k).lower.replace("’", "'") in words for k in range(self.i - reach, self.i + reach + 1) if k != self.i)

    def verb(self) -> bool:
        """True where what stands before can only be followed by a verb's base: "to", "will", "don't", "they"."""
        return (
            self.before() in _TO or self.before() in _WE or (self.before() in bag("and then never always ever") and self.before(2) in _TO)
        )

    def noun(self) -> bool:
        return self.before() in _DETERMINERS


def _read(a: Around) -> str:
    if a.before() in _TO or (a.before(2) in _TO and a.before() not in _HAVE):
        return "reed"
    if a.first() and a.after() != "by":
        return "reed"  # "Read it aloud."
    if a.before() in ("and", "then") and a.opening() in _ORDERS:
        return "reed"  # "Open the book and read aloud."
    if a.before() in _HAVE or (
        a.before(2) in _HAVE - {"well", "just"} and a.before() in bag("never ever already just not you he she i often only once also")
    ):
        return "red"
    if a.before() in ("he", "she", "it", "which") or (a.near(_PAST, 8) and a.before() not in bag("a the good you to")):
        return "red"
    if a.before() in _WE and a.near(bag("was were had went came sat took said looked turned opened found told knew"), 12):
        return "red"
    habit = bag("every usually often sometimes always do can will must books newspapers")
    if a.before() in _WE - {"you"} and not a.near(habit, 8) and a.before(2) not in _TO | _DO:
        return "red"
    return "reed" if a.verb() else ""


def _lead(a: Around) -> str:
    metal = bag(
        "coffins pipe pipes bullet bullets shot weight weights metal roof paint poisoning coffin box glass ball balls "
        "soldier soldiers crystal"
        "ore mine mines pencil sheet sheets seal lined grey gray gold silver iron copper tin molten zinc"
    )
    if a.after() in metal or (a.before() in bag("of like molten with as into in from") and a.after() in ("", "and", "in", "or")):
        return "led"
    if a.before() in bag("heavy molten white red hot cold") or a.before() in metal - {"gold"}:
        return "led"
    return "leed"


def _tear(a: Around) -> str:
    if a.verb() or (
        a.after() in _OBJECTS | bag("up down off out through apart open away along past") and a.before() not in ("a", "single", "the")
    ):
        return "tare"
    if a.before() in ("wear", "and") and a.before(2) == "wear":
        return "tare"
    if a.after() in ("in", "through") and a.near(
        bag("cloth dress sleeve shirt curtain canvas fabric sail paper coat skirt trousers stocking sky")
    ):
        return "tare"
    return "teer"


def _tears(a: Around) -> str:
    if a.after() in ("were", "are", "had", "have", "in", "of"):
        return "teers"
    if a.before() in bag("he she it who which that") or (
        a.after() in _OBJECTS - {"her", "you"} and a.before() not in bag("in with of the her his to")
    ):
        return "tares"
    return "teers"


def _wind(a: Around) -> str:
    if a.before() in bag("the a of in west north cold and"):
        return ""
    if a.after() in _OBJECTS | {"up", "down", "around", "round", "through"} and (
        a.verb() or a.before() in {"", *bag("stairs paths streets roads corridors passages")}
    ):
        return "wined" if a.before() or a.after() in _OBJECTS else ""
    return (
        "wined"
        if a.before() == "to" and a.before(2) not in bag("open exposed due thrown given back into") and a.after() not in ("and", "")
        else ""
    )


def _live(a: Around) -> str:
    if a.verb() or a.before() in bag("long where people men who still here there"):
        return "liv"
    if a.before() in bag("a the is was went go going broadcast of with some any") and a.after() not in ("in", "with", "at", "on"):
        return (
            "lyve" if a.before() not in ("of", "with") or a.after() in bag("wire wires music animals ammunition coals bait rounds") else ""
        )
    if a.after() in bag("wire wires music ammunition coals coal bait rounds broadcast show audience stage recording animals"):
        return "lyve"
    return "liv"


def _close(a: Around) -> str:
    near_to = bag("to by together behind beside at upon against enough call proximity friend friends range quarters up")
    if a.before() in bag(
        "very too so stood came drew kept how as sat held come stay stayed leaned more grew followed lay pressed is was "
        "were are been be stand stays pulled him her them and that this get gets got getting keep really pretty "
        "dangerously"
    ):
        return "cloce"
    if (a.before() in ("drew", "came", "brought", "at") and a.before(2) in ("a", "the", "to", "")) or (
        a.before() in ("the", "a") and a.after() in ("of", "")
    ):
        return "cloze" if a.after() == "of" or a.before(2) in ("to", "at") else "cloce"
    if a.before() in _TO or a.before() in _WE | {"eyes", "doors", "and"}:
        return "cloze" if a.after() not in near_to - {"behind", "up", "upon"} else "cloce"
    if a.after() in _OBJECTS - {"you"}:
        return "cloze"
    return "cloce"


def _closer(_: Around) -> str:
    return ""


def _bow(a: Around) -> str:
    if a.near(
        bag("arrow arrows string violin fiddle tied ribbon ribbons quiver cello hair neck tie untied knot archer archers shot arrowhead")
    ):
        return ""
    if (
        a.verb()
        or a.after() in bag("down low to before his her their of your")
        or a.near(
            bag(
                "deep low curtain applause audience ship ship's boat deck stern polite slight formal little stiff courtly took "
                "water bowsprit"
                "waves"
            )
        )
    ):
        return "bough"
    return ""


def _bowed(a: Around) -> str:
    return "bode" if a.after() in ("legs", "strings", "string", "instruments") else ""


def _row(a: Around) -> str:
    quarrel = bag("terrible awful frightful blazing tremendous fearful dreadful screaming unholy infernal bloody")
    fight = a.before() in quarrel or (
        a.before() in ("a", "the") and a.before(2) in bag("had having kick kicked what making start started make")
    )
    return "rau" if fight and a.after() not in bag("of to in three boat") and a.before() != "front" else ""


def _wound(a: Around) -> str:
    clock = bag("clock watch rope thread string scarf wool bandage yarn gramophone phonograph turban key reel toy")
    if a.after() in bag("up around round through down its along back about between past among upward tight tightly"):
        return (
            "wownd"
            if not a.noun() or (a.after() in bag("up around round tight tightly") and a.before() not in ("the", "a", "his", "her"))
            else ""
        )
    if a.noun() or a.before() in bag("to flesh bullet old deep knife open his"):
        return ""
    if a.before() in bag("road path stair staircase river stream street procession tightly which that trail lane corridor"):
        return "wownd"
    return "wownd" if a.near(clock, 4) and a.before() in bag("he she it they i and had was we") else ""


def _minute(a: Around) -> str:
    tiny = bag(
        "detail details particles particle examination inspection scrutiny description account observation amounts "
        "amount quantities"
        "quantity fragments specks speck traces creatures organisms differences changes portion proportions inquiry "
        "attention search"
        "investigation study instructions insects scales letters grains dimensions hairs"
    )
    return "mynewt" if a.after() in tiny or (a.before() in ("most", "very", "so", "too") and a.before(2) != "last") else ""


def _desert(a: Around) -> str:
    return "dessert" if a.verb() or (a.before() in ("just", "never") and a.after() in _OBJECTS) else ""


def _refuse(a: Around) -> str:
    garbage = bag("heap heaps pile piles bin bins collector collectors dump of street kitchen scattered")
    return (
        "reffuse"
        if not a.verb() and a.after() != "to" and (a.noun() or a.before() in garbage or a.after() in garbage - {"of", "street", "kitchen"})
        else ""
    )


def _shifting(noun: str, verb: str) -> Callable[[Around], str]:
    """A noun that is stressed in front and a verb that is stressed behind; "" where the one or the other is what eSpeak says anyway."""

    def pick(a: Around) -> str:
        if a.noun():
            return noun
        if a.verb() or (a.after() in _OBJECTS - {"that", "this"} and a.before() in {"", *bag("and or then please never")}):
            return verb
        return ""

    return pick


def _content(a: Around) -> str:
    if a.before() in bag("the of its their alcohol moisture fat water whose in") and not (a.before() == "of" and a.before(2) == "sigh"):
        return ""
    return (
        "contentt"
        if a.after() in bag("to with enough himself herself themselves myself")
        or a.before()
        in (
            "was",
            "were",
            "is",
            "be",
            "am",
            "are",
            "been",
            "not",
            "quite",
            "perfectly",
            "well",
            "felt",
            "seemed",
            "more",
            "so",
            "heart's",
            "being",
            "and",
        )
        else ""
    )


def _dove(a: Around) -> str:
    down = bag(
        "into in under down off for beneath through headfirst behind over from after out underwater headlong deep "
        "deeper straight toward"
        "towards"
    )
    return (
        "doav"
        if (a.before() in bag("he she it they i we and then") or (a.before() not in _DETERMINERS and not a.before().endswith("e")))
        and a.after() in down
        and a.before() != "white"
        else ""
    )


def _bass(a: Around) -> str:
    fish = bag("fish fished fishing caught catch sea lake trout river pond grilled fried striped perch angler hook rod")
    return "bas" if a.near(fish, 5) and a.after() not in bag("guitar drum voice player line note notes") else ""


def _sow(a: Around) -> str:
    return "sau" if a.near(bag("pig pigs piglets boar litter fat sty pen farrow trotters"), 5) and not a.verb() else ""


def _use(a: Around) -> str:
    if a.noun() or (
        a.before()
        in bag(
            "in into what for little of good common daily further make made making great more is was the any than constant "
            "full better own private long by hard immediate general"
        )
        and a.after() not in ("the", "his", "her", "your", "my", "them", "him")
    ):
        return "yuce"
    return "yooz" if a.verb() or a.after() in _OBJECTS else ""


def _excuse(a: Around) -> str:
    return "excuze" if a.verb() or a.after() in _OBJECTS or (a.before() in ("", "please") and a.after() == "me") else ""


def _house(a: Around) -> str:
    return (
        "howze"
        if (a.before() in _TO - {"to"} | {"they", "we"} and a.after() in _OBJECTS)
        or (
            a.before() == "to"
            and a.after() in bag("them him us it the all")
            and a.before(2) not in bag("from back went came way going go close next house")
            and a.after() != "the"
        )
        else ""
    )


def _learned(a: Around) -> str:
    people = bag(
        "man men judge professor doctor friend gentleman gentlemen society counsel scholar scholars woman lady brother "
        "colleague clerk"
        "book books"
    )
    return "lernid" if a.after() in people and a.before() not in bag("i he she we they had have has") else ""


def _aged(a: Around) -> str:
    people = bag(
        "man woman mother father parent parents couple face gentleman lady servant relative relatives aunt uncle priest "
        "king monk hands"
    )
    return (
        "aijid"
        if a.before() in bag("the an his her my their our your") and (a.after() in people or a.after() == "" or a.after() == "and")
        else ""
    )


def _blessed(a: Around) -> str:
    if a.after() in _OBJECTS:
        return ""
    return (
        "blessid"
        if a.noun() or a.before() in ("oh", "whole", "that", "every") or a.after() in bag("are virgin be mother lord saints")
        else ""
    )


RULES: dict[str, Callable[[Around], str]] = {
    "read": _read,
    "lead": _lead,
    "tear": _tear,
    "tears": _tears,
    "wind": _wind,
    "live": _live,
    "close": _close,
    "bow": _bow,
    "bowed": _bowed,
    "row": _row,
    "wound": _wound,
    "minute": _minute,
    "desert": _desert,
    "refuse": _refuse,
    "content": _content,
    "dove": _dove,
    "bass": _bass,
    "sow": _sow,
    "use": _use,
    "excuse": _excuse,
    "house": _house,
    "learned": _learned,
    "aged": _aged,
    "blessed": _blessed,
    "present": _shifting("prezzent", "prezent"),
    "object": _shifting("", "objekt"),
    "record": _shifting("", "rekord"),
    "project": _shifting("", "projeckt"),
    "permit": _shifting("", "permitt"),
    "rebel": _shifting("", "rebell"),
    "conduct": _shifting("", "conduckt"),
    "suspect": _shifting("", "suspekt"),
}
"""For every word what picks its respelling, "" to leave it to eSpeak."""


def sound_of(parts: Parts, i: int) -> str:
    """The respelling of part i, "" where it is said as eSpeak says it."""
    rule = RULES.get(parts[i].lower)
    return rule(Around(parts, i)) if rule else ""
