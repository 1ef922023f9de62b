"""Sounds are found on the word that names them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiodream.cue_lists import LISTS
from audiodream.cue_rules import parse, rules
from audiodream.cue_words import KINDS, table_lines
from audiodream.cues import find_cues
from audiodream.words import listed

WANTED = listed(
    "crowd-hum murmur whispers gasp applause laughter cheer crowd-stir hush heartbeat breath footsteps running door-open door-close "
    "knock curtain  cloth paper glass-crack glass-shatter glass-ring chimes bell clock water-ripple splash drip waves stream rain "
    "thunder wind fire ignite crackle  hum pulse scream shout choir music-swell note drum horse engine train siren gunshot birds "
    "insects owl dog wolf impact bodyfall whoosh falling  debris rumble time-slow tap switch creak chain sword phone silence"
)

SOUNDED = [
    ("The audience is buzzing before the show.", "crowd-hum", "buzzing"),
    ("A low hum of conversation filled the room.", "crowd-hum", "hum"),
    ("Guests chattered under the lanterns.", "crowd-hum", "chattered"),
    ("A murmur runs through the congregation.", "murmur", "murmur"),
    ("The onlookers muttered among themselves.", "murmur", "muttered"),
    ("Whispers slither out of the walls.", "whispers", "Whispers"),
    ("There was whispering behind the screen.", "whispers", "whispering"),
    ("A collective gasp went up from the stalls.", "gasp", "gasp"),
    ("Everyone gasped when the ladder slipped.", "gasp", "gasped"),
    ("The hall exploded into applause.", "applause", "applause"),
    ("They clapped until their palms stung.", "applause", "clapped"),
    ("A standing ovation greeted the tenor.", "applause", "ovation"),
    ("Somewhere a child giggled.", "laughter", "giggled"),
    ("Laughter spilled from the kitchen.", "laughter", "Laughter"),
    ("He threw back his head and laughed.", "laughter", "laughed"),
    ("The crowd roared.", "cheer", "roared"),
    ("Cheers went up along the quay.", "cheer", "Cheers"),
    ("The spectators shifted in their seats.", "crowd-stir", "shifted"),
    ("A hush fell over the courtroom.", "hush", "hush"),
    ("The guests fell silent.", "hush", "fell"),
    ("His heart hammered against his ribs.", "heartbeat", "hammered"),
    ("I can hear my heart beating.", "heartbeat", "beating"),
    ("Her heartbeat quickened.", "heartbeat", "heartbeat"),
    ("She drew a long, shuddering breath.", "breath", "drew"),
    ("He exhaled slowly through his nose.", "breath", "exhaled"),
    ("Footsteps approached along the passage.", "footsteps", "Footsteps"),
    ("Heels clicked on the marble.", "footsteps", "clicked"),
    ("He strode across the yard.", "footsteps", "strode"),
    ("You walk through the empty rooms.", "footsteps", "walk"),
    ("She ran down the stairs two at a time.", "running", "ran"),
    ("They sprinted for the gate.", "running", "sprinted"),
    ("The door swung open on its own.", "door-open", "swung"),
    ("She flung the door wide and stood there.", "door-open", "flung"),
    ("With a key from her belt she unlocked the gate.", "door-open", "unlocked"),
    ("The door slammed.", "door-close", "slammed"),
    ("He pulled the door shut behind him.", "door-close", "pulled"),
    ("There came a knock.", "knock", "knock"),
    ("Someone was hammering on the door.", "knock", "hammering"),
    ("He rapped twice and waited.", "knock", "rapped"),
    ("Then somebody knocked.", "knock", "knocked"),
    ("Slowly the curtain rose.", "curtain", "rose"),
    ("She drew back the curtains.", "curtain", "drew"),
    ("Her silk skirts rustled on the stair.", "cloth", "rustled"),
    ("He unfolded the letter with care.", "paper", "unfolded"),
    ("Pages fluttered in the draught.", "paper", "fluttered"),
    ("The mirror cracked from side to side.", "glass-crack", "cracked"),
    ("A hairline fracture crept across the pane.", "glass-crack", "fracture"),
    ("The vase shattered on the tiles.", "glass-shatter", "shattered"),
    ("Somewhere upstairs a window broke.", "glass-shatter", "broke"),
    ("They clinked glasses.", "glass-ring", "clinked"),
    ("Wind chimes tinkled on the porch.", "chimes", "chimes"),
    ("Far off a church bell tolled.", "bell", "tolled"),
    ("The bells rang out across the valley.", "bell", "rang"),
    ("The grandfather clock struck three.", "clock", "struck"),
    ("On the mantel a clock was ticking.", "clock", "ticking"),
    ("The surface of the pond rippled.", "water-ripple", "rippled"),
    ("He dived into the lake.", "splash", "dived"),
    ("Something fell with a splash.", "splash", "splash"),
    ("Water dripped from the ceiling.", "drip", "dripped"),
    ("Waves crashed on the rocks below.", "waves", "crashed"),
    ("The surf boomed along the beach.", "waves", "boomed"),
    ("A brook babbled beside the path.", "stream", "babbled"),
    ("Rain drummed on the tin roof.", "rain", "drummed"),
    ("It was raining hard.", "rain", "raining"),
    ("Thunder growled beyond the hills.", "thunder", "growled"),
    ("The wind howled in the chimney.", "wind", "howled"),
    ("A gust rattled the panes.", "wind", "rattled"),
    ("The leaves rustled overhead.", "wind", "rustled"),
    ("The fire crackled in the grate.", "fire", "crackled"),
    ("Flames roared up the staircase.", "fire", "roared"),
    ("He struck a match.", "ignite", "struck"),
    ("The barn burst into flames.", "ignite", "burst"),
    ("The bare wires crackled.", "crackle", "crackled"),
    ("The refrigerator hummed.", "hum", "hummed"),
    ("The neon sign buzzed overhead, its tubes throbbing with light.", "hum", "buzzed"),
    ("The orb pulsed in the dark.", "pulse", "pulsed"),
    ("A scream tore through the house.", "scream", "scream"),
    ("She screamed.", "scream", "screamed"),
    ("Men were shouting on the deck.", "shout", "shouting"),
    ("He bellowed across the field.", "shout", "bellowed"),
    ("A choir sings behind the altar.", "choir", "sings"),
    ("The monks chanted in the dark.", "choir", "chanted"),
    ("The music swells.", "music-swell", "swells"),
    ("The orchestra struck up a waltz.", "music-swell", "struck"),
    ("A single note hung in the air.", "note", "hung"),
    ("He plucked a string.", "note", "plucked"),
    ("Drums were beating in the hills.", "drum", "beating"),
    ("A horse whinnied in the stable.", "horse", "whinnied"),
    ("Hooves clattered on the cobbles.", "horse", "clattered"),
    ("The engine coughed and died.", "engine", "coughed"),
    ("A car pulled up outside.", "engine", "pulled"),
    ("The train rumbled over the bridge.", "train", "rumbled"),
    ("We heard the whistle of a train.", "train", "whistle"),
    ("Sirens wailed in the distance.", "siren", "wailed"),
    ("A shot rang out.", "gunshot", "rang"),
    ("He fired twice.", "gunshot", "fired"),
    ("Sparrows chirped in the hedge.", "birds", "chirped"),
    ("Gulls cried over the harbour.", "birds", "cried"),
    ("Crickets chirped in the long grass.", "insects", "chirped"),
    ("An owl hooted twice.", "owl", "hooted"),
    ("A dog barked somewhere in the village.", "dog", "barked"),
    ("Wolves howled on the ridge.", "wolf", "howled"),
    ("Something heavy landed with a thud.", "impact", "thud"),
    ("He slammed his fist on the table.", "impact", "slammed"),
    ("She collapsed.", "bodyfall", "collapsed"),
    ("He fell to his knees.", "bodyfall", "fell"),
    ("An arrow whizzed past his ear.", "whoosh", "whizzed"),
    ("I plummet into the dark.", "falling", "plummet"),
    ("The wall crumbled and plaster rained down.", "debris", "crumbled"),
    ("The ground shook beneath us.", "rumble", "shook"),
    ("Time slowed to a crawl.", "time-slow", "slowed"),
    ("She drummed her fingers on the desk.", "tap", "drummed"),
    ("He flicked the switch.", "switch", "flicked"),
    ("The stairs creaked under his weight.", "creak", "creaked"),
    ("Chains rattled in the cellar.", "chain", "rattled"),
    ("Swords clashed.", "sword", "clashed"),
    ("The telephone rang.", "phone", "rang"),
    ("Silence fell.", "silence", "fell"),
    ("The music stopped.", "silence", "stopped"),
    ("The screaming faded.", "silence", "faded"),
    ("He heard nothing but the sound of rain.", "rain", "rain"),
    ("She could hear a bell in the valley.", "bell", "bell"),
    ("The audience began to applaud.", "applause", "applaud"),
    ("There is no sound except the ticking of a clock.", "clock", "ticking"),
    ("The groom sobbed into his sleeve.", "breath", "sobbed"),
    ("The explosion threw us against the wheel-house.", "debris", "explosion"),
    ("The boiler exploded.", "impact", "exploded"),
    ("A grenade exploded in the yard.", "debris", "exploded"),
    ("A shell burst over the trench.", "debris", "burst"),
    ("Tom rapped on the pane.", "knock", "rapped"),
    ("A cork popped.", "impact", "popped"),
    ("The branch snapped under him.", "impact", "snapped"),
    ("The wardrobe toppled down the stairs.", "impact", "toppled"),
    ("The dishes rattled on the shelf.", "glass-ring", "rattled"),
    ("A partridge rose with a clap of wings.", "birds", "rose"),
    ("The lights went out.", "switch", "went"),
    ("He switched off the lamp.", "switch", "switched"),
    ("There was no sound.", "silence", "sound"),
    ("The cattle stampeded.", "rumble", "stampeded"),
    ("The flag snapped above the tower.", "cloth", "snapped"),
    ("A lorry rattled by.", "engine", "rattled"),
    ("The bow twanged.", "note", "twanged"),
    ("Steam hissed from the pipe.", "crackle", "hissed"),
]

NOT_SOUNDED = [
    ("His laugh was like thunder.", "thunder"),
    ("It was as if a bell rang in her head.", "bell"),
    ("A storm of grief broke over her.", "thunder"),
    ("Waves of nausea rolled through him.", "waves"),
    ("The heart of the matter is money.", "heartbeat"),
    ("She had a heart of stone.", "heartbeat"),
    ("No applause came.", "applause"),
    ("Nobody laughed.", "laughter"),
    ("The door did not open.", "door-open"),
    ("She never screamed.", "scream"),
    ("He fell without a cry.", "scream"),
    ("He closed the window without a sound.", "silence"),
    ("His mouth opened in a silent scream.", "scream"),
    ("I want to shout.", "shout"),
    ("She longed to hear the rain again.", "rain"),
    ("The bell would ring at nine.", "bell"),
    ("If the dog barks, run.", "dog"),
    ("He was about to knock.", "knock"),
    ("They waited for the applause.", "applause"),
    ("She imagined the crash of waves.", "waves"),
    ("He remembered the roar of the crowd.", "cheer"),
    ("The clock had struck ten before he came.", "clock"),
    ("His voice thundered through the house.", "thunder"),
    ("Her voice was like wind chimes.", "chimes"),
    ("His voice crackled with rage.", "crackle"),
    ("It was the door to success.", "door-open"),
    ("An open door stood at the end.", "door-open"),
    ("The door was closed.", "door-close"),
    ("She stepped over the broken glass.", "glass-shatter"),
    ("She ran her fingers over the page.", "running"),
    ("They ran out of money.", "running"),
    ("Her eyes were drawn to the window.", "curtain"),
    ("He was fired from the bank.", "gunshot"),
    ("He fell asleep.", "falling"),
    ("She fell in love that spring.", "falling"),
    ("The news was music to his ears.", "music-swell"),
    ("The idea struck him at midnight.", "clock"),
    ("Nothing broke the silence.", "silence"),
    ("A sea of faces turned.", "waves"),
    ("Whispers of doubt gathered in his mind.", "whispers"),
    ("He whispered that it was late, and every night the bell rang at ten.", "bell"),
    ("He had a train of thought to follow.", "train"),
    ("The story rang true.", "bell"),
    ("She was afraid of thunder.", "thunder"),
    ("Was that a footstep?", "footsteps"),
    ("He wore a ring of gold.", "bell"),
    ("The bark of the tree was wet.", "dog"),
    ("He broke the news to her.", "glass-shatter"),
    ("The lawyer opened the case with a smile.", "door-open"),
    ("Her hopes were shattered.", "glass-shatter"),
    ("He shot her a glance.", "gunshot"),
    ("She kept her engine of a mind busy.", "engine"),
    ("The river of time runs on.", "stream"),
    ("It was louder than thunder.", "thunder"),
    ("The applause was deafeningly absent, a silent applause.", "applause"),
    ("He could almost hear the applause.", "applause"),
    ("The crowd is a sea of colour.", "waves"),
    ("The bell-shaped flowers swayed.", "bell"),
    ("He turned the page of his life.", "gunshot"),
    ("The mist rolled in like a wave.", "waves"),
    ("The candle went out, and the light went with it.", "switch"),
    ("The light in the window of the lighthouse went out.", "switch"),
    ("The lantern light went out.", "switch"),
    ("The hope had been ticking in her for years.", "clock"),
    ("The print showed men firing a cannon at the walls.", "gunshot"),
    ("A wave of loneliness broke over her.", "waves"),
    ("The doors of the profession closed one by one.", "door-close"),
    ("They crashed in his rooms for a month.", "impact"),
    ("He saw the wall and the iron gate.", "impact"),
    ("Miguel shot a look at the clock.", "gunshot"),
    ("He had knocked about the world for years.", "knock"),
    ("She knocked a cup from the table.", "knock"),
    ("Anna threw her shoulder against the door.", "door-open"),
    ("The laughter had long since died away.", "laughter"),
    ("The council applauded the plan.", "applause"),
    ("There was a sound in the hall.", "silence"),
    ("A bead of water ran down the glass of his watch.", "stream"),
    ("The water ran down her chin and into her collar.", "stream"),
    ("The widow wept, and nobody looked up.", "breath"),
    ("The child began to cry.", "breath"),
    ("An explosion of colour met him at the gallery's door.", "debris"),
]


def sounding(sentence: str) -> list[tuple[str, str]]:
    return [(c.kind, sentence[c.start : c.end]) for c in find_cues(sentence) if c.sounds]


@pytest.mark.parametrize(("sentence", "kind", "word"), SOUNDED, ids=[s[0] for s in SOUNDED])
def test_a_sound_that_happens_is_cued_on_its_word(sentence: str, kind: str, word: str) -> None:
    assert (kind, word) in sounding(sentence)


@pytest.mark.parametrize(("sentence", "kind"), NOT_SOUNDED, ids=[s[0] for s in NOT_SOUNDED])
def test_what_does_not_sound_is_not_cued(sentence: str, kind: str) -> None:
    assert kind not in [k for k, _ in sounding(sentence)]


def test_every_kind_is_there_and_every_list_that_a_rule_names() -> None:
    assert set(KINDS) == WANTED
    for kind, table in KINDS.items():
        for line in table_lines(table):
            words, _ = parse(kind, line)
            sign, *parts = line.split()
            assert sign in {"V", "E", "N", "S"} and words, line
            first = next((n for n, p in enumerate(parts) if p[0] in "<>~-"), len(parts))
            assert all(p[0] in "<>~-" for p in parts[first:]) and not any("," in w or "@" in w for w in words), line
            named = [w[1:] for p in parts[first:] for w in p[1:].split(",") if w.startswith("@")]
            assert set(named) <= {*LISTS, "none"}, line


def test_every_kind_but_none_is_found_by_some_sentence() -> None:
    assert {kind for _, kind, _ in SOUNDED} == WANTED


def test_every_candidate_says_why() -> None:
    for sentence in [s[0] for s in (*SOUNDED, *NOT_SOUNDED)]:
        assert all(c.why and c.phrase and sentence[c.start : c.end] for c in find_cues(sentence))


def test_a_tag_says_how_a_quotation_is_spoken_and_is_no_cue() -> None:
    sentence = '"Run," she whispers, and the door creaks.'
    kinds = [c.kind for c in find_cues(sentence, [(0, 6)]) if c.sounds]
    assert "whispers" not in kinds and "creak" in kinds


def test_what_is_spoken_of_in_a_quotation_does_not_sound() -> None:
    sentence = '"I heard a scream and a gunshot," he said.'
    assert not [c for c in find_cues(sentence, [(0, 33)]) if c.sounds]


def test_a_word_that_the_user_bars_is_no_cue() -> None:
    assert not [c for c in find_cues("The bell tolled.", never=["tolled"]) if c.sounds]


def test_rules_are_found_by_every_form_of_a_verb() -> None:
    assert {"ring", "rings", "ringing", "rang", "rung", "slammed", "slamming", "echoes", "panicked"} <= set(rules())


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_sentence_crashes_and_spans_lie_on_words(sentence: str) -> None:
    for candidate in find_cues(sentence):
        assert 0 <= candidate.start < candidate.end <= len(sentence)


def test_applause_that_breaks_out_does_not_end() -> None:
    assert [kind for kind, _ in sounding("Then applause breaks out all around.")] == ["applause"]
    assert "silence" in [kind for kind, _ in sounding("The music breaks off.")]


PASSAGES = Path(__file__).parents[2] / "shared" / "data" / "litbank" / "passages"


@pytest.mark.skipif(not PASSAGES.is_dir(), reason="the shared passages are not here")
def test_ordinary_prose_is_cued_sparingly() -> None:
    words = cues = 0
    for path in sorted(PASSAGES.glob("*.txt"))[:20]:
        text = " ".join(path.read_text(encoding="utf-8").split())
        for sentence in text.split(". "):
            words += sentence.count(" ") + 1
            cues += len(sounding(sentence))
    assert 0.001 < cues / words < 0.012


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("One night in spring the telephone rang.", ["phone"]),
        ("In spring the church bells rang at six.", []),
        ("Whenever she came, the dog barked.", []),
        ("The gate gave with a shriek of rust.", ["creak"]),
        ("High over the yard a cable groaned.", ["creak"]),
        ("She gave a shriek of joy.", ["scream"]),
        ("Rain streamed down the pane.", ["rain"]),
        ("A storm in her eyes broke.", []),
        ("The crash of the market ruined him.", []),
        ("The surf of his own thoughts pounded on.", []),
    ],
)
def test_one_evening_is_no_habit_and_iron_has_no_throat(sentence: str, kinds: list[str]) -> None:
    assert [one.kind for one in find_cues(sentence) if one.sounds] == kinds


@pytest.mark.parametrize(("sentence", "kinds"), [
    ("A hush fell over the audience.", ["hush"]),
    ("A hush lay on the snow, and the fox did not move.", ["silence"]),
    ("Somewhere a child cried out, and somebody hushed him.", []),
    ("His mother hushes the baby with one hand.", []),
    ("The old man hushes the baby, and she hushes again.", []),
    ("Long silences lay between them in those years.", []),
])
def test_a_hush_is_people_who_fall_silent_else_a_silence_and_who_hushes_is_neither(sentence: str, kinds: list[str]) -> None:
    assert [one.kind for one in find_cues(sentence) if one.sounds and one.kind in ("hush", "silence")] == kinds


@pytest.mark.parametrize(("sentence", "kinds"), [
    ("Murmurs ran through the crowd.", ["murmur"]),
    ("Low murmurs the length of the hall.", ["murmur"]),
    ("Anna murmurs his name.", []),
    ("The old man murmurs a name and goes away.", []),
    ("Somebody knocks him down.", []),
    ("The distant bells ring.", ["bell"]),
])
def test_what_stands_between_who_does_it_and_whom_it_is_done_to_is_no_noun(sentence: str, kinds: list[str]) -> None:
    assert [one.kind for one in find_cues(sentence) if one.sounds] == kinds



@pytest.mark.parametrize("sentence", ["“Wait,” the widow murmurs.", "“Wait,” Odile mutters.", "“Mine!” squeaked the mouse."])
def test_how_a_quotation_is_spoken_is_no_sound_of_its_own(sentence: str) -> None:
    end = sentence.index("”") + 1
    assert not [c for c in find_cues(sentence, [(0, end)]) if c.sounds]


@pytest.mark.parametrize(("sentence", "kind"), [
    ("Her own pulse pounds in her temples.", "pulse"), ("A shudder ripples along the pews.", "water-ripple"),
    ("The truck howled up the pass.", "scream"), ("The murmur rose and ebbed.", "silence"), ("The applause broke like surf.", "silence"),
])
def test_a_word_of_two_sounds_is_cued_as_the_one_that_is_meant(sentence: str, kind: str) -> None:
    assert kind not in [c.kind for c in find_cues(sentence) if c.sounds]
