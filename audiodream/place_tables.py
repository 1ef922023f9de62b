"""Words by which `places` tells where a story is."""

from __future__ import annotations

from audiodream.cue_lists import LISTS
from audiodream.verb_forms import verb_forms
from audiodream.words import listed

IN = listed(
    "aboard in inside within on at under underneath beneath amid amidst among throughout across through along behind around beside "
    "backstage above over"
)
BESIDE = listed("behind beside around above over along")
"""Of a house these say where one is not: within it."""
BEING = listed("am is are was were felt")
INTO = listed("into onto enter enters entered entering reach reaches reached reaching arrive arrives arrived")
TOWARD = listed("to toward towards near outside beyond past")
OUT = listed("from leave leaves left leaving exit exits exited exiting flee flees fled escape escapes escaped off outside")
DENYING = listed("no not never without if would could might should may instead unlike wish perhaps imaginary painted")
COMPARING = listed("like than resembling resembles resembled akin unlike as")
HUMANS = listed(
    "faces people hands eyes arms legs bodies heads limbs hair colour color stars lights candles voices masks umbrellas papers books "
    "mirrors childhood youth boyhood girlhood dreams memory time medicine study honour vision expertise"
)
SKIP = listed(
    "the a an this that my his her its our your their old great grand vast dark empty large small same own wide narrow long deep other very"
)
HEADS = listed(
    "manager managers door doors driver drivers keeper keepers master lamp lamps bell bells sign name bench lights fright hand hands "
    "crew whisper clock organ mouse mice wall window windows set scene key keys gate gates"
)
"""What a place's name before it makes no place of: "the stage manager", "a church bell"."""
GAZING = listed(
    "look looks looked looking stare stares stared staring gaze gazes gazed gazing point points pointed pointing glance glances glanced "
    "peer peers peered peering inward smile smiles smiled nod nods nodded claw claws clawed clawing grasp grasps grasped grasping clutch "
    "clutches clutched clutching snatch snatches snatched snatching scratch scratches scratched scratching grab grabs grabbed grabbing "
    "swipe swipes swiped swiping aim aims aimed aiming shout shouts shouted shouting gesture gestures gestured gesturing"
)
"""What is done at or into a place from elsewhere."""
POURING = listed(
    "cascade cascades cascaded cascading crumble crumbles crumbled crumbling spill spills spilled spilling pour pours poured pouring drip "
    "drips dripped dripping drain drains drained draining scatter scatters scattered scattering vanish vanishes vanished vanishing "
    "disappear disappears disappeared disappearing dissolve dissolves dissolved dissolving fade fades faded fading tumble tumbles tumbled "
    "tumbling fall falls fell falling drop drops dropped dropping sink sinks sank sinking collapse collapses collapsed collapsing"
)
"""What things do into a place while the story stays where it is."""
PERSONS = listed("i we you he she they who me us him her them myself")
PEOPLE = PERSONS | listed(LISTS["person"])
MEASURES = listed("size shape colour color width breadth length height weight likeness")
"""What is the size of a field is none."""
MANY_OF = listed("forest jungle mountain mountains sea ocean desert field avalanche")
GROWING = listed(
    "pine pines fir firs oak oaks birch birches beech beeches ash elm elms cedar cedars bamboo palms trees tall dark dead wheat corn rye "
    "barley oats poppies clover flowers stubble grass snow sand ice stones rock"
)
"""What a forest or a field can really be of."""
SPOKEN = listed(
    "speak speaks spoke spoken speaking talk talks talked talking tell tells told telling think thinks thought thinking read reads reading "
    "write writes wrote written dream dreams dreamed dreamt dreaming sing sings sang heard hear describe describes described painted"
)
POINTERS = listed("it they which that one")
INWARD = listed("thought thoughts memory memories hope hopes dreams mind soul heart grief love")
REACH = 5
SURE = 2.0
"""From here on the story is there."""
ARRIVING = listed("go goes went come comes came return returns returned got gets hurried ran walked drove rode sailed fled crept climbed")
"""With "to" they end there."""
MOTION = ARRIVING | frozenset(
    form
    for verb in sorted(listed("walk run hurry creep climb ride march stride stagger stumble wander crawl dash race slip drive sprint pad"))
    for form in verb_forms(verb)
)
LYING = listed("is was lay lies stood stands stretched stretches")
MOOD_OF_PLACE = listed("empty quiet silent crowded deserted packed busy noisy cold warm full hushed")
"""How a place is to those who are in it; "dark" or "white" is told of a house from its garden too."""
QUITTING = listed("leave leaves left leaving exit exits exited exiting flee flees fled fleeing escape escapes escaped escaping quit quits")
SEEN_THROUGH = listed("window windows pane panes windowpane porthole portholes skylight binoculars telescope")
"""What lies beyond them is only seen."""
FAR = listed(
    "thunder rain wind winds storm lightning snow fog mist cloud clouds moon moonlight sun sunlight sunset dawn dusk light lights gulls "
    "waves surf ship ships boat boats train trains bell bells horn horns music smoke shadow shadows bird birds owl dogs traffic sirens "
    "bus buses car cars tram trams taxi cab lorry truck carriages"
)
"""What is seen or heard over a place from elsewhere."""
SEEING = listed("see sees saw seen watch watches watched glimpse glimpsed notice notices noticed spot spotted hear hears heard")
"""What is told behind one of these is seen or heard, from wherever."""
ELSEWHERE = listed("down out up over across far")
"""Before "in the street" they say that one is not there."""
OPENINGS = (
    ("outside",), ("far", "off"), ("far", "out"), ("far", "away"), ("far", "below"), ("in", "the", "distance"), ("somewhere",), ("beyond",),
    ("down", "below"), ("below",), ("out", "there"), ("from", "outside"), ("from", "afar"), ("far", "above"), ("through", "the", "window"),
)
"""A sentence that begins so tells of what is elsewhere."""
ENDING = listed(
    "dissolve dissolves dissolved dissolving vanish vanishes vanished evaporate evaporates evaporated melt melts melted fade fades faded "
    "disappear disappears disappeared"
)
"""A place that does this is there no more."""
CLOSING = ENDING | listed(
    "close closes closed closing seal seals sealed recede recedes receded shrink shrinks shrank collapse collapses collapsed shatter "
    "shatters shattered withdraw withdraws withdrew let lets release releases released ends ended lift lifts lifted gone"
)
"""A void that does this is there no more."""
SURROUNDING = listed("behind around about over in on upon round")
"""A forest that closes behind somebody is there all the more."""
HELPING = listed(
    "is was has have had begins began begin starts started to slowly suddenly then finally around about me him her us them itself away"
)
CARRYING = listed(
    "path road track trail lane way street stairs steps staircase corridor passage tunnel bridge door gate carriage coach cart wagon car "
    "taxi cab bus train tram ship boat ferry raft sledge sleigh lift elevator procession crowd company army river current wave fall wind"
)
"""What leads or carries somebody where it goes."""
DWELLING = listed("lived lives dwelt dwells ruled reigned slept slumbers slumbered")
OPENING_ON = listed("open opens opened opening give gives gave giving look looks looked looking face faces faced facing")
"""A door, a window or a room that does this "on the sea" shows it; nobody is there."""
SPANS = listed("summer winter spring autumn time times day days night nights morning evening afternoon year years week month age season")
"""Of which it is told that there had been one."""
HOUSES = ("theatre", "theater", "auditorium", "concert hall", "backstage", "in the wings")
"""Words of the places where there is a curtain, and an audience before it."""
