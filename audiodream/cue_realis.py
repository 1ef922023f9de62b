"""Whether a word that names a sound is sounded: not where it is denied, wished for, remembered or a figure of speech."""

from __future__ import annotations

from collections.abc import Sequence

from audiodream.cue_classes import NATURE, PERCEIVED, SOUNDING
from audiodream.cue_clauses import HARD, Realis, clause_before
from audiodream.cue_compounds import compound, named, trait
from audiodream.cue_figures import depicted, made_of, metaphor, simile
from audiodream.cue_idioms import idiom
from audiodream.cue_rules import Form, rules
from audiodream.cue_saying import said_by
from audiodream.cue_times import lasting, recalled, spanned, told, wonted
from audiodream.cue_tokens import Token
from audiodream.verb_forms import irregular_pasts
from audiodream.words import listed

_NEGATIVE = listed("no not never without nothing nobody none neither nor nowhere hardly scarcely cannot ain't unable")
_LACKING = listed("instead rather lack absence devoid free deprived void")
_MUTED = listed(
    "silent soundless mute muted noiseless inaudible unheard imaginary imagined phantom remembered unspoken painted voiceless wordless- "
    "less  unsung unvoiced nonexistent"
)
_ARRIVING = listed(
    "come came comes coming ring rang sound sounded follow followed fall fell happen happened arrive arrived break broke start started"
)
_WEIGHED = listed("means meant matters mattered pleased bored belongs belonged")
_HEADS = listed("mind head imagination dreams dream")
_MODAL = listed("would could might may should must shall will can can't couldn't wouldn't won't 'll ought")
_SENSING = listed("hear see feel sense smell make almost still now only just barely clearly even")
WISHING = listed(
    "want wants wanted wanting wish wishes wished hope hopes hoped hoping try tries tried trying need needs needed long longs longed "
    "longing ache aches  ached aching plan plans planned threaten threatens threatened threatening threat ready poised waiting wait "
    "waits waited await awaits awaited  awaiting expect expects expected expecting expectation anticipate anticipates anticipated "
    "anticipating imagine imagines imagined imagining  imagination crave craves craved craving deserve deserves deserved dream dreams "
    "dreamed dreamt dreaming pray prays prayed promise promises  promised prospect picture pictured pretend pretends pretended urge "
    "afraid dare dares dared refuse refuses refused fail fails failed unable able  supposed meant chance hungry eager desperate tempted "
    "fear fears feared fearing dread dreads dreaded thirst yearn yearns yearned prepare prepares  prepared preparing brace bracing "
    "braced intend intends intended going about bound likely demand demands demanded beg begs begged  request suggest suggests "
    "threatening"
)
_BEGINNING = listed(
    "begin begins began begun beginning start starts started starting continue continues continued continuing proceed proceeds "
    "proceeded come comes  came rise rises rose turn turns turned happen happens happened manage manages managed cause causes caused "
    "causing force forces forced forcing  seem seems seemed appear appears appeared stop stops stopped pause pauses paused stand stands "
    "stood step steps stepped leap leaps leaped  leapt bend bends bent reach reaches reached go goes went run runs ran return returns "
    "returned only out"
)
_FADING = listed(
    "fade fades faded fading cease ceases ceased stop stops stopped die dies died end ends ended subside subsides subsided vanish "
    "vanishes vanished  recede recedes receded dwindle dwindles dwindled evaporate evaporates evaporated dissolve dissolves dissolved "
    "muted silenced gone absent"
)
_TIMBRE = listed("voice tone accent words tones timbre")
_TIMBRE_KINDS = listed(
    "thunder bell chimes glass-crack glass-ring crackle rumble hum dog music-swell heartbeat footsteps impact engine wind stream waves "
    "drum creak horse glass-shatter breath pulse fire siren birds insects laughter murmur cheer"
)
_SPEAKERS = listed("loudspeaker radio speaker speakers intercom tannoy phone telephone line receiver headset static")
_UNMADE = listed("cough coughs coughed coughing sneeze sneezes sneezed sneezing hiccup hiccups hiccuped")
"""What is no breath, and there is nothing nearer."""
_VOICED = listed("insects birds owl wolf drum bell music-swell note siren rain wind engine choir")
_TROD = listed("footsteps horse train dog thunder rain gunshot")
_OWNERS = listed("my his her its your our their the")
_SENTENCE_ENDS = listed(". ! ? … ; :")
_FINITE = listed(
    "is are was were am be been has have had do does did will would can could may might must shall should isn't wasn't don't stands lies "
    "that's it's there's he's she's what's here's who's "
    "lay sits hangs waits belongs looks seems says comes goes gets got makes made has like as want wanted need needs"
)
_RIDDEN = listed("train engine horse dog birds insects owl wolf paper")
_STARTING = listed("begins began starts started strikes struck breaks broke bursts burst")
_OF_NATURE = listed(
    "rain thunder dog wolf horse owl birds insects engine siren wind waves stream gunshot fire ignite bell drum whoosh rumble splash"
)
"""Kinds that people make no sound of: "a bark of surprise", "a downpour of applause"."""
_SOUND_WORDS = listed("sound sounds noise voice voices scream cry note echo")


def judge(tokens: Sequence[Token], index: int, form: Form, near: tuple[int, ...], *, quoted: bool, asks: bool) -> Realis:
    """Whether the word at `index` sounds, with the reason.

    near: the words that the rule asked for. quoted: some of the sentence is said; asks: it is a question.
    """
    said = said_by(tokens, index, form, quoted)
    if said is not None:
        return said
    if asks and not quoted:
        return Realis("hypothetical", "a question")
    for n in near:
        nature = tokens[n].low in NATURE or (n == index and form.rule.sign == "E" and form.rule.kind in _OF_NATURE)
        if nature and (verdict := made_of(tokens, n)) is not None:
            return verdict
    for test in _TESTS:
        verdict = test(tokens, index, form)
        if verdict is not None:
            return verdict
    if form.rule.kind == "breath" and tokens[index].low in _UNMADE:
        return Realis("unfit", f"{tokens[index].text!r}: no sound of this kind is made")
    names = " + ".join(tokens[n].text for n in sorted(set(near)))
    return Realis("actual", f"it happens: {names}")


def _denied(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    if form.rule.kind == "silence" and tokens[index].low in _SOUND_WORDS:
        none = index and (tokens[index - 1].low in {"no", "single"} or (index > 1 and tokens[index - 2].low == "not"))
        return None if none else Realis("idle", "a sound is no silence")
    for n in clause_before(tokens, index, 3 if form.rule.kind in {"silence", "hush"} else 8):
        low = tokens[n].low
        if low in {"but", "except", "save"}:
            return None
        if low in form.rule.before or ("nobody" in form.rule.before and low in {"no", "not"}):
            continue
        if low in _NEGATIVE or low.endswith("n't"):
            following = tokens[n + 1].low if n + 1 < len(tokens) else ""
            between = {tokens[k].low for k in range(n, index)}
            if following == "only" or (low in {"nothing", "no"} and between & {"but", "except", "save"}):
                return None
            if low == "no" and form.rule.sign == "V" and following not in {"one", "sound", "sounds", "noise"} and index - n > 3:
                continue
            return Realis("negated", f"denied by {tokens[n].text!r}")
        if low in _LACKING and any(tokens[k].low in {"of", "than"} for k in range(n, index)):
            return Realis("negated", f"denied by {tokens[n].text!r}")
    if index and tokens[index - 1].low in _MUTED:
        return Realis("negated", f"{tokens[index - 1].text!r} makes no sound")
    if form.rule.kind in {"silence", "hush"}:
        return None
    return _muted_after(tokens, index) or (_missing(tokens, index, form.rule.kind) if form.rule.sign != "V" else None)


def _missing(tokens: Sequence[Token], index: int, kind: str) -> Realis | None:
    """ "The whistle never came", "the knock was only in her mind"."""
    for n in range(index + 1, min(index + 9, len(tokens))):
        if tokens[n].text in HARD or tokens[n].low in {"and", "but", "as", "while"}:
            return None
        following = [t.low for t in tokens[n + 1 : n + 5]]
        if (tokens[n].low in {"never", "not"} or tokens[n].low.endswith("n't")) and following[:1] and following[0] in _ARRIVING:
            return Realis("negated", f"'{tokens[n].text} {following[0]}': it does not happen")
        if tokens[n].low in _WEIGHED or (kind == "glass-crack" and tokens[n].low in {"is", "was", "had", "looked", "ran"}):
            return Realis("idle", f"'{tokens[index].text} ... {tokens[n].text}': what it is or means")
        if n <= index + 2 and tokens[n].low in _MODAL and following[:1] and following[0] not in {"not", "never"}:
            return Realis("hypothetical", f"only {tokens[n].text!r} happen")
        if tokens[n].low == "only" and following[:1] == ["in"] and any(low in _HEADS for low in following):
            return Realis("negated", "it is only imagined")
    return None


def _muted_after(tokens: Sequence[Token], index: int) -> Realis | None:
    """ "She screams, but no sound comes", "the applause is silent"."""
    for n in range(index + 1, min(index + 14, len(tokens))):
        low = tokens[n].low
        if tokens[n].text in {";", ".", "!", "?"}:
            return None
        before = {t.low for t in tokens[max(index + 1, n - 3) : n]}
        if low in _MUTED and (before & _SOUND_WORDS or (n - index <= 3 and before & {"is", "are", "was", "were"})):
            return Realis("negated", "said to be without sound")
        if low in _SOUND_WORDS and before & {"no", "without", "not"} and not before & {"there", "it"}:
            return Realis("negated", f"'no {tokens[n].text}'")
    return None


def _wished(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    listing = form.rule.sign != "V" and index >= 2 and tokens[index - 2].text == "," and tokens[index - 1].low in {"the", "a", "an"}
    before = clause_before(tokens, index, 16 if listing else 9, commas=not listing)  # "she imagined the crash, the silence"
    for n in before:
        low = tokens[n].low
        if low in {"if", "unless", "whether", "perhaps", "maybe", "lest"}:
            return Realis("hypothetical", f"only {tokens[n].text!r}")
        if low in _MODAL or low.endswith("'ll") or (low.endswith("'d") and form.shape == "base"):
            if low in {"can", "could"} and n + 1 < len(tokens) and any(tokens[k].low in _SENSING for k in range(n + 1, min(n + 3, index))):
                if any(tokens[k].low == "almost" for k in range(n + 1, index)):
                    return Realis("hypothetical", "'almost': it is not there")
                return None
            return Realis("hypothetical", f"only {tokens[n].text!r} happen")
        if low == "long" and tokens[n + 1].low not in {"to", "for"}:
            continue
        if low in WISHING and _governs(tokens, n, index, form, listing):
            return Realis("hypothetical", f"{tokens[n].text!r}: it is not there")
        if low == "before" and form.shape == "base":
            return Realis("hypothetical", "it has not come to that yet")
    first = next((n for n, t in enumerate(tokens[:4]) if t.is_word), 0)
    if tokens[first].low in {"had", "were", "should"} and first < index <= first + 20 and all(t.is_word for t in tokens[first:index]):
        return Realis("hypothetical", f"'{tokens[first].text} ...': only if")
    if index and tokens[index - 1].low in {"almost", "nearly"}:
        return Realis("hypothetical", f"{tokens[index - 1].text!r}: it does not happen")
    if form.rule.sign == "V" and form.shape == "past" and index >= 2 and tokens[index - 1].low == "be" and tokens[index - 2].low == "to":
        return Realis("hypothetical", "only to be")
    if form.rule.sign == "V" and form.shape == "base":
        return _purpose(tokens, index)
    return None


def _governs(tokens: Sequence[Token], n: int, index: int, form: Form, listing: bool) -> bool:
    """Whether a wish, fear or plan at `n` is about the word at `index`."""
    between = [tokens[k].low for k in range(n + 1, index)]
    if form.rule.sign == "V":
        return bool(between) and ("to" in between or (tokens[n].low in {"imagine", "imagines", "imagined", "picture", "expect", "await"}))
    if tokens[n].low in {"going", "about", "bound", "try", "tries", "tried", "trying", "manage"}:
        return "to" in between
    return len(between) <= (14 if listing else 5) and "with" not in between


def _purpose(tokens: Sequence[Token], index: int) -> Realis | None:
    """ "a chance to scream": what is to be, unless somebody begins to, or stands up to."""
    n = index - 1
    while n >= 0 and tokens[n].is_word and tokens[n].low.endswith("ly"):
        n -= 1
    if n < 0 or tokens[n].low != "to":
        return None
    for k in range(n - 1, max(-1, n - 4), -1):
        if tokens[k].low in _BEGINNING or not tokens[k].is_word:
            return None
        if tokens[k].low in {"making", "make", "makes", "made", "let"}:
            return None
    return Realis("hypothetical", "only to be")


def _timbre(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    if form.rule.kind not in _TIMBRE_KINDS or form.rule.sign == "N":
        return None
    if form.rule.kind == "crackle" and any(t.low in _SPEAKERS for t in tokens[max(0, index - 9) : index + 5]):
        return None
    for n in clause_before(tokens, index, 4):
        low = tokens[n].low
        if low in _TIMBRE:
            return Realis("voice", f"it is the sound of a {tokens[n].text}")
        if low in {"voices"}:
            return None
    if index >= 2 and tokens[index - 1].low in {"a", "the"} and tokens[index - 2].low == "in":
        return None
    after = [t.low for t in tokens[index + 1 : index + 4]]
    if "voice" in after and form.shape in {"ing", "noun"} and after and after[0] in _TIMBRE | {"of"}:
        return Realis("voice", "it is the sound of a voice")
    return None


def _idle(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    """A thing that is named sounds only where it is heard."""
    if form.rule.sign != "N":
        return None
    before = clause_before(tokens, index, 6)
    boarded = listed("catch catches caught") if form.rule.kind in _RIDDEN else frozenset()
    perceived = [n for n in before if tokens[n].low in PERCEIVED - boarded and not _sense(tokens, n)]
    heard = next((n for n in perceived if index - n <= 4 or tokens[n].low.startswith("hear")), None)
    if heard is not None:
        return None
    for n in range(index + 2, min(index + 9, len(tokens))):
        if not tokens[n].is_word:
            break
        if tokens[n].low == "heard" and tokens[n - 1].low in {"was", "were", "be", "is", "are"}:
            return None
    for n in range(index + 1, min(index + 4, len(tokens))):
        if not tokens[n].is_word or tokens[n].low in {"as", "when", "and", "but"}:
            break
        likened = [t.low for t in tokens[n + 1 : n + 2]] == ["like"] and any(tokens[k].low in {"what", "how"} for k in before)
        if tokens[n].low in SOUNDING and tokens[n - 1].low not in {"had", "has", "have"} and not likened:
            return None
        if form.rule.kind in _VOICED and tokens[n].low in _STARTING and n + 1 < len(tokens) and tokens[n + 1].low != "to":
            return None
    if form.rule.kind in _VOICED | _TROD and _verbless(tokens, index):
        return None
    return Realis("idle", f"{tokens[index].text!r} is named, not heard")


def _sense(tokens: Sequence[Token], n: int) -> bool:
    """ "His hearing": the sense, not that something is heard."""
    return tokens[n].low == "hearing" and n > 0 and tokens[n - 1].low in {"his", "her", "my", "your", "their", "our", "of"}


def _verbless(tokens: Sequence[Token], index: int) -> bool:
    """ "Far down the valley, a hunting horn.": a short sentence with no verb names what is there to hear."""
    start = max((n + 1 for n in range(max(0, index - 10), index) if tokens[n].text in _SENTENCE_ENDS), default=max(0, index - 10))
    stop = next((n for n in range(index, min(index + 11, len(tokens))) if tokens[n].text in _SENTENCE_ENDS), min(index + 11, len(tokens)))
    spoken = [t.low for t in tokens[start:stop] if t.is_word]
    begins = start == 0 or tokens[start - 1].text in _SENTENCE_ENDS
    ends = stop == len(tokens) or tokens[stop].text in {".", "!", "…"}
    return begins and ends and len(spoken) <= 9 and not any(_maybe_verb(low) for low in spoken)


def _maybe_verb(low: str) -> bool:
    return low in _FINITE or low.endswith("ed") or low in irregular_pasts() or any(f.rule.sign == "V" for f in rules().get(low, ()))


def _ending(tokens: Sequence[Token], index: int, form: Form) -> Realis | None:
    if form.rule.kind in {"silence", "hush", "time-slow", "falling"}:
        return None
    if form.rule.sign != "V" or form.shape == "ing":
        been = index > 1 and tokens[index - 1].low == "been" and tokens[index - 2].low == "had"
        for n in range(index + 1, min(index + 5, len(tokens))):
            if not tokens[n].is_word and not (been and tokens[n].text == ","):
                break
            if tokens[n].low in _FADING:
                return Realis("ending", f"it ends: {tokens[n].text!r}")
        own = 2 if index > 1 and tokens[index - 1].low in _OWNERS else 1
        before = tokens[index - own].low if index else ""
        if before in _FADING and before.startswith(("cease", "stop")):
            return Realis("ending", f"it ends: {before!r}")
    return None


_TESTS = (
    named, compound, idiom, _denied, simile, metaphor, depicted, _wished, recalled, told, wonted, lasting, spanned, trait, _timbre, _idle,
    _ending,
)
"""Every reason not to sound, in the order in which it is named."""
