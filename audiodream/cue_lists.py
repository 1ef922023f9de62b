"""Lists of words that the rules of `cue_words` name as `@name`."""

from __future__ import annotations

from audiodream.words import listed, words

_NO_ACTORS = listed(
    "unknown male female they group old child american ancient arrival assembly class computer counter former german guide in indian "
    "latter machine matter medium mexican native other others page pair party patient pop portrait presence shade sir spirit statue "
    "team yankee voice voices mob throng crowd audience"
)
"""Words in the list of persons of whom a rule that asks for somebody makes too much."""


def _persons() -> str:
    """Everybody who can do something, one or several."""
    one = sorted(words("persons") - _NO_ACTORS)
    many = [w if w.endswith("s") and not w.endswith("ss") else w[:-3] + "men" if w.endswith("man") else w + "s" for w in one]
    return " ".join(dict.fromkeys((*one, *many)))


LISTS: dict[str, str] = {
    "crowd": (
        "crowd crowds audience audiences spectator spectators onlooker onlookers guest guests throng throngs mob mass masses people "
        "everyone everybody gathering congregation assembly multitude mourners dancers passengers students soldiers villagers "
        "townsfolk townspeople patrons visitors attendees viewers listeners fans crew jury gallery stands stalls balcony room hall "
        "house theatre theater auditorium stadium arena market square tavern pub bar courtroom classroom others"
    ),
    "folk": (
        "crowd crowds audience audiences spectator spectators onlooker onlookers guest guests throng throngs mob people everyone "
        "everybody gathering congregation assembly multitude passengers villagers townsfolk patrons visitors attendees viewers "
        "listeners fans"
    ),
    "person": (
        "i you he she we they who man woman boy girl child children people person somebody someone anyone everyone everybody figure "
        "figures soldier soldiers guard guards men women boys girls stranger strangers king queen priest doctor nurse mother father "
        "brother sister friend friends servant maid captain sailor sailors officer thief prisoner widow lady gentleman master teacher "
        "pupil old young baby infant kid kids uncle aunt grandmother grandfather grandma grandpa wife husband son daughter acrobat "
        "acrobats actors bailiff beasts bride chancellor clerks clowns count creature dancers dwarves elves gnome gnomes groom "
        "highwayman hunters imp imps inspector janitor knave marquis monks nymph nymphs porters prefect princesses refugees rogue "
        "scout scouts smith sorcerer stagehand stagehands tinker trumpeter valet vampire waiters warden wardens warlock washerwoman "
        "werewolf witches wretch wolves "
        + _persons()
    ),
    "stairs": "stairs steps staircase stairway ladder rungs spiral attic cellar landing",
    "droppable": (
        "tray lamp book books sword plate plates knife chair table cup candlestick tree hammer key keys pen box cards load parcel parcels "
        "lantern spade rock stone stones log logs anchor helmet shield armful bundle basket saucepan spoon scissors torch camera phone "
        "candle bucket"
    ),
    "voices": "voice voices conversation conversations talk whispers chatter words",
    "door": (
        "door doors gate gates doorway hatch trapdoor lid shutter shutters window windows drawer portal cupboard wardrobe elevator "
        "lift"
    ),
    "shutdoor": (
        "door doors gate gates hatch trapdoor lid shutter shutters window windows drawer portal cupboard wardrobe elevator lift"
    ),
    "glass": (
        "glass glasses window windows windowpane pane panes mirror mirrors goblet goblets vase crystal crystals bottle bottles "
        "chandelier icicle icicles lens windshield windscreen tumbler porcelain china jar bulb bulbs sculpture ice statue shard shards"
    ),
    "brittle": (
        "glass window windows windowpane pane panes mirror mirrors crystal sculpture ice icicle icicles statue porcelain surface frame "
        "wall walls canvas painting paintings stone marble floor ceiling vase lens fracture fissure facade ground sky branch branches twig "
        "twigs line lines"
    ),
    "water": "water waters surface pool puddle pond lake sea ocean river tide harbour harbor bay basin reflection reflections",
    "fire": (
        "fire fires flame flames blaze bonfire campfire hearth fireplace log logs torch torches inferno embers furnace candle candles"
    ),
    "machine": (
        "machine machines machinery motor refrigerator fridge light lights lamp lamps bulb bulbs fluorescent neon generator fan fans "
        "wires wire wireless computer computers screen ventilator transformer cable cables engine engines appliance monitor monitors "
        "turbine reactor server servers projector speaker speakers electricity current core console instrument tube tubes air energy "
        "power"
    ),
    "electric": (
        "electricity electric energy static wire wires spark sparks current lightning power radio screen cable cables air circuit "
        "circuits"
    ),
    "music": (
        "music orchestra orchestral strings symphony melody song organ overture band tune violins violin brass aria waltz ensemble "
        "concerto theme anthem score fanfare soundtrack harmony harmonies cello cellos crescendo"
    ),
    "instrument": (
        "note notes chord chords piano violin cello flute guitar harp organ trumpet horn oboe clarinet bugle fiddle lute accordion key "
        "keys string strings melody tune lullaby song"
    ),
    "singers": "choir choirs chorus voices congregation monks nuns choristers angels sirens children",
    "horse": (
        "horse horses mare stallion pony ponies mount mounts steed steeds hoof hooves hoofs rider riders cavalry carriage coach"
    ),
    "car": (
        "car cars engine engines motor motors truck trucks bus lorry van taxi motorcycle motorbike vehicle vehicles automobile tractor "
        "boat ferry plane aeroplane airplane aircraft helicopter propeller propellers outboard chainsaw mower tank jeep cab scooter"
    ),
    "train": "train trains locomotive locomotives tram trams subway railway carriage carriages wagon wagons freight express",
    "bird": (
        "bird birds sparrow sparrows robin blackbird thrush lark larks nightingale gull gulls seagull seagulls crow crows raven ravens "
        "rook rooks pigeon pigeons dove doves swallow swallows starling starlings finch wren cuckoo parrot rooster cock cockerel "
        "magpie magpies jackdaws pheasant pheasants partridge grouse heron herons swan swans eagle hawk falcon peacock turkey quail "
        "curlew plover tern terns canary flock jackdaw geese goose duck ducks hen hens chickens jay"
    ),
    "insect": (
        "cricket crickets cicada cicadas bee bees wasp wasps fly flies mosquito mosquitoes grasshopper grasshoppers insect insects "
        "hornet hornets moth moths katydid katydids beetle beetles midges gnat gnats locusts"
    ),
    "flame": (
        "candle candles lantern lanterns sun moon star stars fire flame flames torch torches wick oil paraffin match lighthouse eyes "
        "sky beacon campfire hearth gaslight gas world"
    ),
    "heavy": (
        "piano wardrobe crate crates barrel barrels bucket pan pot pots bottle trunk suitcase ladder statue anvil shelf shelves bookcase "
        "brick bricks beam rifle bowl dish dishes saucepan stool bench bell phone telephone axe spade shovel bag sack safe"
    ),
    "tableware": (
        "cutlery crockery dishes dish plate plates pans cup cups saucer saucers spoons forks knives bottles china teacups teacup "
        "glasses tumblers jars milk-bottles crocks pots"
    ),
    "spoken": "that something somebody name names aloud loud",
    "policy": (
        "reform decision idea plan plans effort efforts courage initiative move wisdom honesty choice proposal policy law measure report "
        "news fact principle motive motives change intention intentions attempt attempts"
    ),
    "dog": "dog dogs wolfhound fox foxes hound hounds puppy terrier mastiff cur spaniel collie mongrel bitch pup pups",
    "gun": (
        "gun guns rifle rifles pistol pistols revolver shotgun musket muskets cannon cannons shot shots gunshot gunshots gunfire "
        "weapon"
    ),
    "bell": "bell bells doorbell carillon gong church steeple belfry campanile",
    "paper": (
        "paper papers page pages letter letters envelope map book newspaper parchment document documents note notebook leaf sheet "
        "sheets script scroll programme program programmes programs diary"
    ),
    "cloth": (
        "cloth silk silks dress dresses robe robes skirt skirts cloak cloaks gown gowns fabric satin velvet petticoat petticoats coat "
        "sleeve sleeves sheets blanket veil linen taffeta costume costumes cape shawl sari garment garments"
    ),
    "curtain": "curtain curtains drapes drape",
    "wood": (
        "floor floorboard floorboards board boards stair stairs step steps hinge hinges door chair bed timber timbers wood wooden "
        "rafters beam beams ship hull mast house bench ladder plank planks gate rope ropes bedsprings boots leather saddle branches "
        "tree trees roof mast masts spar spars rigging yoke axle crate oars cradle"
    ),
    "stonework": (
        "building buildings wall walls ceiling roof tower towers bridge stone stones rock rocks rubble brick bricks plaster masonry "
        "scaffold scaffolding world structure structures house facade plaster debris dust arch arches pillar pillars column columns "
        "frame frames gallery stage set temple palace city peak peaks mountain mountains cliff cliffs pebble pebbles boulder boulders "
        "gravel ledge path stairs statue statues column plinth island rubble castle ceiling mountainside hillside dam battlements "
        "parapet"
    ),
    "ground": (
        "ground earth floor stage world walls building hall room foundations foundation bridge mountain hill house ceiling land "
        "platform stones stone tunnel deck"
    ),
    "chain": "chain chains shackles manacles fetters links anchor keys key irons portcullis",
    "sword": "sword swords blade blades steel sabre sabres saber rapier dagger daggers knife knives cutlass scabbard sheath",
    "phone": "phone phones telephone mobile cellphone cell intercom pager receiver",
    "clock": "clock clocks watch pendulum metronome timepiece",
    "drum": "drum drums drummer drummers timpani tambour tabor tomtom",
    "sky": "sky skies heavens storm storms heaven",
    "way": (
        "through across down along toward towards to up into past over out around between among back forward closer away onto off from "
        "behind beside in inside outside upstairs downstairs aside slowly quickly alone"
    ),
    "on": "on at against upon over",
    "noise": (
        "sound sounds noise noises music screaming screams scream voices voice applause din clamour clamor roar ringing humming hum "
        "laughter singing shouting shouts murmur murmurs whispers whispering talking talk chatter conversation song melody cheering "
        "clapping drumming rain wind thunder hubbub uproar buzz tumult cacophony pounding echo echoes footsteps alarm siren sirens "
        "note notes bell bells drum drums hammering knocking barking howling sobbing crying creaking ticking scratching tapping rumble "
        "rumbling roar hiss clatter racket commotion hooves hoofbeats footfalls birdsong crickets hammer hammers gunfire firing chanting"
    ),
    "still": "silent quiet still hushed mute noiseless soundless speechless",
    "die": "silence nothing nothingness stillness quiet hush whisper",
}
