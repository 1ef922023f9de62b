"""Patterns of `place_turns`: what says, without a name, that somebody comes back, goes in or out, sleeps or wakes."""

from __future__ import annotations

from audiodream.verb_forms import verb_forms


def _any(words: str) -> str:
    """One of the words; an underscore is a blank."""
    return "(?:" + "|".join(sorted(words.replace("_", "\0").split(), key=lambda w: (-len(w), w))).replace("\0", " ") + ")"


def _verbs(bases: str, more: str = "") -> str:
    """A verb in any of its forms, as the group `verb`."""
    return "(?P<verb>" + _any(" ".join(dict.fromkeys(form for base in bases.split() for form in verb_forms(base))) + " " + more) + ")"


_GO = _verbs(
    "go come step walk run climb hurry rush slip creep stumble stagger duck dash crawl squeeze head wander stride march scramble shuffle "
    "stroll limp slide race bolt flee file troop hasten tumble pad tiptoe sneak trudge move follow lead usher carry bring pull haul drag "
    "push fight struggle swim heave let float rise drift lift dive glide make spill pour emerge squeeze wriggle squirm scurry "
    "scamper scuttle hop skip trot",
    "get gets got getting burst bursting bursts thrust",
)
_SELF = rf"(?: (?:{_any('my your him her our them')}{_any('self selves')}|{_any('me us him her them you')}))?"
_HOW = rf"(?: (?:{_any('back up down quickly slowly straight right all over again hurriedly and at_last once_more')}|\w+ly)){{0,3}}?"
_SOME = r"(?: [\w'-]+){0,3}?"
_FEW = r"(?:[\w'-]+ ){0,2}"
_SHUTTING = ("shut", "close", "bolt", "lock", "slam", "pull", "push", "bar", "latch", "draw", "kick", "bang", "fall", "swing", "click")
_SHUT = _any(" ".join(form for verb in _SHUTTING for form in verb_forms(verb)))
_DOOR = _any("door doors hatch trapdoor tent_flap flap lid shutters")
_BEHIND = rf"behind {_any('him her me us them you my his our their')}\w*"
_MINE = _any("me him us them you her my his our their your")
_THE = _any("the a his her my our your their that this")
_SKY = _any(
    "night rain dark darkness cold snow air sunlight sunshine sun open storm fog mist morning evening dusk dawn daylight wind light "
    "moonlight weather blizzard gale heat day afternoon twilight starlight downpour drizzle spray deck"
)
_WEATHER = _any("open fresh_air night_air rain snow storm sunshine sunlight fog mist moonlight downpour blizzard wind open_air")
_BUILDING = _any(
    "house building hut cottage cabin church chapel cathedral inn tavern pub bar palace castle shop store theatre theater school tower "
    "lighthouse hospital hotel museum office library restaurant café cafe barn stable shed apartment flat mill manor mansion"
)
_GROUND = _any("floor ground boards floorboards stage earth stone platform deck bridge path planks rock")
_AGAIN = _any("again once_more once_again")
_AT = _any("in on at before under among beside inside upon")
_UP = _any("up out in inside onto on into to through over across aboard home")
_DEEP = _any("void abyss water sea lake river pool depth depths darkness dark emptiness nothingness deep pit well chasm")
_OUTSIDE = _any("outside outdoors out_of_doors out_on_deck up_on_deck on_deck ashore")
_WAY_OUT = _any("front_door back_door street_door window")
_LETTING = _any("let lets letting invited showed shown ushered asked took take takes")
_WAKING = _any("wake wakes woke awakes awoke awaken awakens awakened wakened")
_BECOMES = _any("is was feels felt holds held grows grew becomes became turns turned")
_TOUCH = _any("find finds found touch touches touched meet meets met hit strike struck")
_AIRS = _any("night fresh sea salt morning evening mountain winter autumn spring summer")
_HITS = _any(
    "hit hits struck strikes met meets slapped slaps stung stings took takes caught catches bit bites whipped whips lashed lashes drenched "
    "drenches soaked soaks tore_at tears_at tugged_at tugs_at cut_through cuts_through beat_against beat_on"
)
_BREAKS = _any("end ends ended fades faded dissolves dissolved breaks broke releases released is_over was_over shatters shattered")
_NO_PLACE = _any("life him himself her herself me myself us them themselves mind haunt his_word her_word my_word")
_ITS = _any("the a an my her his its their of that this out me him us them")
_DREAMT_OF = _any("was were am is are stood stand sat sit lay walked walk ran run fell fall flew fly had have could can saw see")
_RISES = _any(
    "rises rose rise part open lift go_up goes_up went_up parts parted opens opened lifts lifted is_rising was_rising "
    "begins_to_rise began_to_rise begins_to_part "
    "began_to_part starts_to_rise started_to_rise sweeps_open swept_open sweeps_apart swept_apart is_up was_up is_raised was_raised"
)
_FALLS = _any("comes_down came_down falls fell closes closed drops dropped")
_LIGHTS = _any("light lights spotlight spotlights footlights limelight glare floodlights brightness stage_lights")
_REACHES = _any(
    "crash crashes crashed find finds found hit hits strike strikes struck blind blinds blinded flood floods flooded pour pours poured "
    "wash washes washed fall falls fell burn burns burned catch catches caught swallow swallows swallowed bathe bathes bathed slam slams "
    "slammed break breaks broke spill spills spilled"
)
_ROARS = _any(
    "roars roared applauds applauded claps clapped cheers cheered gasps gasped laughs laughed leans leaned rises rose stirs stirred "
    "is_on_its_feet was_on_its_feet falls_silent fell_silent held_its_breath holds_its_breath"
)

DONE: tuple[tuple[str, str, str], ...] = (
    ("back", rf"\b{_GO}{_SELF}(?: (?!and\b)[\w'-]+){{0,3}}? back {_UP}\b(?! {_NO_PLACE}\b)", "comes back"),
    ("back", rf"\b{_GO}{_SELF}(?: up| back)? out of {_any('the that this')} "
             rf"{_DEEP}\b", "comes out of it"),
    ("back", rf"\b{_verbs('return')} to\b(?! (?:{_NO_PLACE}|normal|work|itself)\b)", "returns"),
    ("back", rf"\b{_verbs('be stand sit lie', 'am kneel kneels knelt find finds found')}{_SELF}{_SOME} "
             rf"(?:(?:back|{_AGAIN}),? (?:{_AT}|where)\b|{_AT} (?:[\w'-]+ ){{1,4}}{_AGAIN}\b)", "is there again"),
    ("back", rf"\b{_verbs('break')} (?:through )?(?:the )?{_any('surface water')}\b", "comes up"),
    ("back", rf"\b(?P<verb>surface[sd]|(?<=\bi )surface|(?<=\byou )surface|(?<=\bwe )surface|c[ao]mes? up "
             rf"{_any('for_air gasping coughing spluttering choking')})\b", "comes up"),
    ("in", rf"\b{_GO}{_SELF}{_HOW} {_any('inside indoors below_decks below_deck below')}\b(?! {_ITS}\b)", "goes inside"),
    ("in", rf"\b{_GO}{_SELF}{_HOW} in(?: out of\b| {_any('by through at')} the\b|(?=[,.;:!?]|$| and\b))", "goes in"),
    ("in", rf"\b(?P<verb>{_LETTING}) {_any('me us him her them you')} in\b", "is let in"),
    ("in", rf"\b(?P<verb>{_SHUT})(?: [\w'-]+){{0,5}}? {_DOOR}(?: {_any('shut to closed fast')})? {_BEHIND}", "shuts the door behind"),
    ("in", rf"\b{_DOOR}(?: [\w'-]+){{0,2}}? {_SHUT}(?: {_any('shut to closed')})? {_BEHIND}", "the door shuts behind"),
    ("in", rf"\b{_GO}{_SELF}{_SOME} {_any('through past across over in_at in_through in_by')} the {_FEW}"
           rf"{_any('door doorway threshold hatch entrance porch')}\b", "goes through the door"),
    ("out", rf"\b{_GO}{_SELF}{_HOW} {_OUTSIDE}\b(?! {_ITS}\b)", "goes outside"),
    ("out", rf"\b{_GO}{_SELF}{_HOW} out(?=[.;!?]|,(?! of)|$| and\b| to (?:look|see|meet|fetch|find|feed|smoke)\b)", "goes out"),
    ("out", rf"\b{_GO}{_SELF}{_SOME} out (?:in)?to the {_FEW}{_SKY}\b", "goes out"),
    ("out", rf"\b{_GO}{_SELF}{_SOME} into the {_WEATHER}\b", "goes out"),
    ("out", rf"\b{_GO}{_SELF}{_SOME} out (?:{_any('of through by at under past from')} )?{_THE} {_FEW}(?:{_BUILDING}|{_WAY_OUT})\b",
     "goes out"),
    ("out", rf"\b{_verbs('leave flee exit escape quit')} {_THE} {_FEW}{_BUILDING}\b(?! {_any('door light lights window windows')}\b)",
     "leaves the house"),
    ("feels", rf"\b{_verbs('stand sit lie walk run wait ride be', 'kneel knelt')}{_SELF}{_SOME} (?:out )?in the {_WEATHER}\b(?! of\b)",
     "is out in it"),
    ("light", rf"\b{_GO}{_SELF}(?: [\w'-]+){{0,3}}? (?:in)?to the (?:[\w'-]+ )?{_LIGHTS}\b", "goes into the light"),
    ("wakes", rf"\b(?P<verb>{_WAKING}|(?<=\bi )awake|(?<=\byou )awake|(?<=\bwe )awake)\b"
              rf"(?! {_any('him her me us them the his my their our your every a an')}\b)", "wakes"),
    ("sleeps", rf"\b{_verbs('fall doze nod drift sink')}(?: [\w'-]+)?? "
               rf"(?:asleep|off(?: to sleep)?|(?:in)?to (?:a )?(?:\w+ )?{_any('sleep slumber dream dreams')})\b", "falls asleep"),
    ("sleeps", rf"\b{_verbs('dream')}(?:(?: that)? {_any('i you he she we they')} {_DREAMT_OF}\b|(?=[.:]))", "dreams"),
)
"""What somebody of the story does: the kind of turn, the pattern, and what it says."""
TOLD: tuple[tuple[str, str, str], ...] = (
    ("ground", rf"\b{_GROUND} {_BECOMES} (?:\w+ )?{_any('solid firm whole there still steady real')} (?:{_AGAIN}|under|beneath)\b",
     "there is ground again"),
    ("ground", rf"\b{_any('solid firm hard')} {_GROUND} (?:{_AGAIN}|{_any('under beneath')} {_MINE})\b", "there is ground again"),
    ("ground", rf"\b{_any('feet knees boots soles toes hands heels')} {_TOUCH} "
             rf"(?:something )?(?:the )?(?:solid )?(?:{_GROUND}|{_any('grass sand marble wood solid')})\b", "there is ground again"),
    ("feels", rf"\b(?:{_AIRS} air|{_any('wind rain snow spray gale breeze sleet hail drizzle downpour')}) (?:[\w'-]+ )??{_HITS} "
              rf"{_MINE}\b", "it is felt"),
    ("ground", rf"\bthere (?:is|was) (?:\w+ ){{0,2}}?(?:{_GROUND}|{_any('grass sand gravel snow moss something_solid')}) (?:{_AGAIN} )?"
               rf"{_any('under beneath')} {_MINE}\b", "there is ground again"),
    ("feels", rf"\b{_any('rain snow wind spray sleet hail')} (?:\w+ ){{0,2}}?(?:in|on|against) {_MINE} "
              rf"{_any('face faces hair cheeks eyes lips')}\b", "it is felt"),
    ("wakes", rf"\b{_any('the my his her this your')} {_any('dream nightmare')}(?: \w+ly)? "
              rf"(?:{_BREAKS}|lets? {_MINE} go)\b", "the dream ends"),
    ("sleeps", rf"\b(?:{_any('i_am he_is she_is you_are was were')} dreaming|i'm dreaming|in {_any('a the this my her his your')} dream)\b",
     "it is a dream"),
    ("curtain", rf"\bthe (?:\w+ )?curtains? (?:\w+ly )?{_RISES}\b(?! (?:back|over|across|to its|into place)\b)", "a curtain rises"),
    ("house", rf"\bthe curtain (?:\w+ly )?{_FALLS}\b(?! (?:back|over|across|to its|into place)\b)", "a curtain and a stage"),
    ("stage", rf"\b{_LIGHTS} {_REACHES}(?: (?:on|upon|over|into|down|across|onto))* (?:me|him|her|us|them|my|his|their)\b",
     "the light of a stage"),
    ("stage", rf"\b(?:a|the) sea of (?:\w+ )?{_any('faces eyes masks')}\b", "an audience before it"),
    ("house", rf"\bthe {_any('front first back last')} rows?\b(?! of\b)", "rows of seats"),
    ("house", rf"\bthe applause\b(?! {_any('of from in on')}\b)", "somebody is applauded"),
    ("house", rf"\bthe (?:whole )?(?:audience|house) (?:\w+ly )?{_ROARS}\b", "an audience"),
)
"""What is told of the world."""
