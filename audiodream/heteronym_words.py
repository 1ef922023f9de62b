"""Words by which `heteronyms` tells the two sounds of one spelling apart."""

from __future__ import annotations

from audiodream.words import listed

HAVE = listed(
    "have has had having i've you've we've they've he'd she'd haven't hasn't hadn't 'd been be was were is are being get got ever "
    "already just"
)
TO = listed(
    "to will would shall should can could may might must don't didn't doesn't won't wouldn't can't couldn't let's cannot not"
)
DO = listed("do did does if when shall")
WE = listed("i you we they who")
DETERMINERS = listed(
    "a an the his her my your our their its this that these those no some any each every another one of in with by from much"
)
OBJECTS = listed(
    "it him her them us me you the his my your our their this that these those a an each every himself herself themselves itself "
    "myself yourself ourselves"
)
PAST = listed("yesterday then once had was were said ago last when after before aloud")
ORDERS = listed(
    "turn open take sit go come pick stand stop look get find stay lie close put bring climb hush please now"
)
"""What begins a sentence that tells somebody to do something."""
PERFECT_ADVERBS = listed("never ever already just not you he she i often only once also")
TOLD_IN_THE_PAST = listed("was were had went came sat took said looked turned opened found told knew")
HABIT = listed("every usually often sometimes always do can will must books newspapers")
METAL_THINGS = listed(
    "coffins pipe pipes bullet bullets shot weight weights metal roof paint poisoning coffin box glass ball balls soldier soldiers "
    "crystal ore mine mines pencil sheet sheets seal lined grey gray gold silver iron copper tin molten zinc"
)
TORN_WHERE = listed("up down off out through apart open away along past")
TORN_THINGS = listed("cloth dress sleeve shirt curtain canvas fabric sail paper coat skirt trousers stocking sky")
LIVE_BEFORE = listed("a the is was went go going broadcast of with some any")
LIVE_THINGS = listed("wire wires music ammunition coals coal bait rounds broadcast show audience stage recording animals")
NEAR_TO = listed("to by together behind beside at upon against enough call proximity friend friends range quarters up")
NEAR_BEFORE = listed(
    "very too so stood came drew kept how as sat held come stay stayed leaned more grew followed lay pressed is was were are been "
    "be stand stays pulled him her them and that this get gets got getting keep really pretty dangerously"
)
BOW_OF_WOOD = listed(
    "arrow arrows string violin fiddle tied ribbon ribbons quiver cello hair neck tie untied knot archer archers shot arrowhead"
)
BOWING_AFTER = listed("down low to before his her their of your")
BOWING_NEAR = listed(
    "deep low curtain applause audience ship ship's boat deck stern polite slight formal little stiff courtly took water bowsprit "
    "waves"
)
QUARREL = listed("terrible awful frightful blazing tremendous fearful dreadful screaming unholy infernal bloody")
QUARRELLING = listed("had having kick kicked what making start started make")
WOUND_UP = listed("clock watch rope thread string scarf wool bandage yarn gramophone phonograph turban key reel toy")
WOUND_WHERE = listed("up around round through down its along back about between past among upward tight tightly")
WINDING = listed("road path stair staircase river stream street procession tightly which that trail lane corridor")
WINDER = listed("he she it they i and had was we")
TINY = listed(
    "detail details particles particle examination inspection scrutiny description account observation amounts amount quantities "
    "quantity fragments specks speck traces creatures organisms differences changes portion proportions inquiry attention search "
    "investigation study instructions insects scales letters grains dimensions hairs"
)
GARBAGE = listed("heap heaps pile piles bin bins collector collectors dump of street kitchen scattered")
CONTENTS = listed("the of its their alcohol moisture fat water whose in")
PLEASED_BEFORE = listed("was were is be am are been not quite perfectly well felt seemed more so heart's being and")
DOWNWARD = listed(
    "into in under down off for beneath through headfirst behind over from after out underwater headlong deep deeper straight "
    "toward towards"
)
FISH = listed(
    "fish fished fishing caught catch sea lake trout river pond grilled fried striped perch angler hook rod"
)
PIGS = listed("pig pigs piglets boar litter fat sty pen farrow trotters")
USE_NOUN_BEFORE = listed(
    "in into what for little of good common daily further make made making great more is was the any than constant full better own "
    "private long by hard immediate general"
)
COMING_FROM = listed("from back went came way going go close next house")
LEARNED_PEOPLE = listed(
    "man men judge professor doctor friend gentleman gentlemen society counsel scholar scholars woman lady brother colleague clerk "
    "book books"
)
AGED_PEOPLE = listed(
    "man woman mother father parent parents couple face gentleman lady servant relative relatives aunt uncle priest king monk hands"
)
