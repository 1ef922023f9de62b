"""Not a sound: a name ("Thunder Bay"), a part of a compound ("a bell tower", "the laughing gas"), a trait ("he had a laugh like a saw")."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_classes import is_abstract
from audiodream.cue_clauses import Realis
from audiodream.cue_rules import Form, rules
from audiodream.cue_tokens import Token
from audiodream.words import listed

HEADS = listed(
    "accident act album alley artist barrel bay beast bed bird block board book bottle bow box boy bread bridge building campaign "
    "cape captain card case ceremony chair chamber chart chestnut clan class club coat collar collection collector company cord "
    "corner corps cottage counter court cupboard dealer department dish doctor driver engineer eyes face factory fence festival "
    "field fight fighter film flask flower flowers founder foundry frame frog fruit gallery game gas gear glass glove god goddess "
    "gown guard guest gun hall hat head head-dress hole home house instructor iron jar jars jelly jewel jug juice keeper kit "
    "kitchen knife lace lamp lane law lesson lessons letter lid line lines list machine maker makers man manager market mask "
    "master match measure meter mill mine model mug museum nail name order paint painter paper parlour party passage pattern "
    "pepper piece pin pipe pit plant plate player players point policy pot press problem proof puller queen rack radar record "
    "repair ribbon ring ringer ringers rod room rope saddle school score seat seller service set shadow shape shed sheet shelter "
    "shoe shoes shop shot show sign silk skin skirt snake soldier song source spell squad squadron stable stage stall stand star "
    "stars station stick stock stone store strap stroke suit table tank teacher team test thief tone tower toy track trade tree "
    "trick trophy troupe type vault vessel vine wagon ware water wear weed well wheel wing witch wood work worker workshop writer "
    "yard"
)
"""Nouns that make a thing of the word before them: a bell tower does not ring."""
_ARTICLES = listed("a an the his her my your their our its this that no some another every one")
_HAVING = listed("has have had having with")
_QUALITY = listed("laugh laughs voice cough tread step shout scream giggle chuckle bark growl whistle roar sigh snore sneeze cackle bellow")


def named(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "Thunder Bay", "the Whisper": a capital where no sentence begins, or a word with a capital right behind."""
    text = tokens[index].text
    behind = tokens[index + 1 : index + 3]
    if form.rule.sign != "V" and len(behind) == 2 and behind[0].low == "of" and behind[1].text[0].isdigit() and len(behind[1].text) == 4:
        return Realis("recalled", f"'{text} of {behind[1].text}' is history")
    if form.rule.sign == "V" or not text[0].isupper() or (len(text) > 1 and text.isupper()):
        return None
    inside = index > 0 and tokens[index - 1].is_word and tokens[index - 1].quote == tokens[index].quote
    joined = bool(behind) and behind[0].is_word and behind[0].text.istitle() and behind[0].low not in {"i", "i'm", "i'll", "i'd"}
    return Realis("idle", f"{text!r} is a name") if inside or joined else None


def compound(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "The rain barrel", "a whispering campaign": what it is of or for, not what is heard."""
    if index + 1 >= len(tokens):
        return None
    following, behind = tokens[index + 1], [t.low for t in tokens[index + 2 : index + 4]]
    attributive = tokens[index].low.endswith("ing") and index > 0 and tokens[index - 1].low in _ARTICLES
    if attributive and len(behind) == 2 and behind[0] in {"is", "was", "are", "were"} and behind[1] in _ARTICLES:
        return Realis("idle", f"'{following.text} {behind[0]}': what it is, not what it does")
    if form.rule.sign == "V" and not attributive:
        return None
    if following.is_word and (following.low in HEADS or (form.shape == "ing" and is_abstract(following.low))):
        if behind[:1] and behind[0] in {"on", "off", "back"} and form.rule.sign == "V":
            return None
        return Realis("idle", f"'{tokens[index].text} {following.text}' is a thing")
    if following.text == "-" and form.rule.sign != "V" and behind and behind[0] not in {"like", "a", "tock", "dong", *rules()}:
        return Realis("idle", f"'{tokens[index].text}-{tokens[index + 2].text}' is one word")
    return None


def trait(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """ "He had a laugh like a rusty gate": what somebody's laugh is like, not that it is heard."""
    if form.rule.sign == "V" or tokens[index].low not in _QUALITY:
        return None
    n = index - 1
    while n >= 0 and index - n <= 3 and tokens[n].is_word and tokens[n].low not in {"a", "an", "the"} | _HAVING:
        n -= 1
    owned = n >= 1 and tokens[n].low in {"a", "an", "the"} and tokens[n - 1].low in _HAVING - {"with"}
    compared = index + 1 < len(tokens) and tokens[index + 1].low in {"like", "that", "as", "of"}
    return Realis("voice", "what somebody's sound is like") if owned and (compared or form.rule.kind != "laughter") else None
