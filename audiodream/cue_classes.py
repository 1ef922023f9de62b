"""Classes of words by which `cue_realis` tells what sounds from what does not."""

from __future__ import annotations

from audiodream.words import listed

REPORTING = listed(
    "whisper whispers whispered whispering shout shouts shouted shouting scream screams screamed screaming shriek shrieks shrieked "
    "yell yells yelled yelling gasp gasps gasped gasping murmur murmurs murmured murmuring mutter mutters muttered muttering mumble "
    "mumbles mumbled bellow bellows bellowed roar roars roared cry cries cried call calls called breathe breathes breathed sigh sighs "
    "sighed pant pants panted laugh laughs laughed chuckle chuckles chuckled giggle giggles giggled boom booms boomed thunder thunders "
    "thundered growl growls growled hiss hisses hissed snarl snarls snarled croak croaks croaked rasp rasps rasped wail wails wailed "
    "howl howls howled bark barks barked snap snaps snapped sob sobs sobbed chant chants chanted sing sings sang echo echoes echoed "
    "rumble rumbles rumbled hum hums hummed grumble grumbles grumbled wheeze wheezed crow crows crowed coo coos cooed screech "
    "screeches screeched exhale exhaled chime chimes chimed squeal squealed moan moans moaned groan groans groaned cackle cackles "
    "cackled titter tittered snort snorts snorted holler hollers hollered squeak squeaks squeaked whine whines whined bleat bleats bleated "
    "chirp chirps chirped twitter twitters twittered peep peeped hoot hoots hooted yelp yelps yelped trill trills trilled quack quacks "
    "quacked neigh neighed bray brayed purr purrs purred"
)
"""Verbs that, beside a quotation, say how it is spoken."""

PERCEIVED = listed(
    "hear hears heard hearing listen listens listened listening overhear overheard sound sounds noise noises catch catches caught "
    "rumble roar clatter clang clank toll tolling peal ring ringing ticking beat beating thud thump howl bark barking clamour clamor "
    "din strain strains click clack hum rattle chime cry call crash creak thunder rush rustle murmur echo echoes"
)
"""A thing that follows one of these is heard: "the clatter of hooves", "I hear a bell"."""

SOUNDING = listed(
    "sounds sounded sounding echoes echoed echoing resounds resounded rings rang ringing reverberates reverberated rumbles rumbled "
    "approaches approached resonates resonated heard audible swells swelled booms boomed roars roared hums hummed buzzes buzzed "
    "blares blared blasts blasted clangs clanged clatters clattered cracks cracked crashes "
    "crashed creaks creaked drones droned drums drummed howls howled moans moaned peals pealed rattles rattled shrieks shrieked shrills "
    "shrilled sings sang squeals squealed thuds thudded thumps thumped thunders thundered tinkles tinkled wails wailed whistles whistled "
    "calls called cries cried answers answered"
)
"""A thing before one of these is heard: "a bell sounded"."""

ABSTRACT = listed(
    "fear panic doubt doubts hope hopes despair anger rage grief joy sorrow shame guilt love hate hatred turmoil emotion emotions "
    "memory memories thought thoughts idea ideas pain ache dread terror relief excitement anticipation possibility possibilities "
    "energy light colour color colours colors darkness shadow shadows regret confidence uncertainty anxiety nerves instinct instincts "
    "mind soul conscience being fibre fiber muscle muscles sense senses reason ambition pride envy longing desire curiosity wonder "
    "realization realisation truth beauty history time life death faces face bodies people limbs hands eyes eye gaze stares stars "
    "stone sand grass wheat flowers hair silk dreams dream images image words sound sounds noise voices activity humanity nausea "
    "dizziness warmth heat cold calm peace serenity adrenaline inspiration creativity admiration judgment judgement expectation "
    "expectations change passion sensation sensations feeling feelings questions information data money opportunity success failure "
    "purpose faith matter consciousness night day spring summer youth tension movement motion power smoke dust sleep disappointment "
    "applause laughter heart hearts perception reality imagination understanding knowledge imagery gold silver paint tears brilliance "
    "hunger thirst elegance freedom silence home belonging danger unease familiarity nostalgia melancholy warning betrayal mockery "
    "disapproval approval recognition consent"
)
"""What waves, storms and whispers "of" these are made of makes no sound; nor do these themselves, when they "whisper" or "scream"."""

_THINGS = listed(
    "conversation conversations congregation procession station stations audience apartment apartments compartment regiment instrument "
    "instruments ornament ornaments explosion explosions mansion mansions pavilion plantation basement pavement garment garments "
    "parliament monument monuments ambulance entrance fence hence once dance ance balance city university ship ships generation "
    "population nation ocean cushion lion million thousand element elements department tenement settlement encampment battlement "
    "battlements wilderness harness witness governess lioness business electricity ceremony machinery commotion detonation ovation "
    "reception intersection lotion potion potions vegetation installation fortification constellation silence ambience violence "
    "presence furnishment equipment torrent current cement ointment parchment fragment fragments document segment segments"
)
_ENDINGS = ("ness", "ity", "tion", "sion", "ment", "hood", "ism", "ence", "ance", "tude", "dom", "ship")


def is_abstract(low: str) -> bool:
    """Whether a noun names no thing: one of `ABSTRACT`, or one with such an ending ("tiredness", "profession")."""
    return low in ABSTRACT or (len(low) > 6 and low.endswith(_ENDINGS) and low not in _THINGS)


MINDFUL = listed(
    "idea ideas thought thoughts hope hopes doubt doubts fear panic despair anger rage grief joy sorrow shame guilt love hate hatred "
    "memory memories dream dreams question questions promise promises word words truth reason conscience regret suspicion ambition "
    "pride envy desire longing curiosity price prices news rumour rumor rumours rumors career marriage argument deal contract year "
    "scandal company firm business market economy empire dynasty regime reputation legend record scheme theory beauty spirits tempo "
    "friendship luck fortune bank hopes dignity resolve will temper patience "
    "years days past future life history time story plan plans faith peace war"
)
"""What makes no sound of its own, whatever verb it stands before: an idea may tick, a promise ring, and a price explode."""

SHOWING = listed(
    "show shows showed showing shown depict depicts depicted depicting portray portrays portrayed describe describes described "
    "describing illustrate illustrated represent represents represented"
)
PICTURES = listed(
    "painting paintings picture pictures photograph photographs photo photos drawing drawings fresco tapestry film poster book story "
    "novel letter article headline map mural engraving print etching postcard mosaic panel it they which that one"
)

FEELINGS = listed(
    "anticipation excitement approval disapproval surprise pain terror fear joy delight astonishment horror protest agreement assent "
    "dissent admiration anger rage relief sympathy disbelief shock amusement welcome indignation dismay appreciation wonder awe "
    "outrage alarm agony anguish despair triumph impatience discontent satisfaction recognition consent panic curiosity disappointment "
    "expectation"
)
"""What people express aloud: a murmur of these is heard."""

EXPRESSED = listed(
    "murmur murmurs cry cries scream screams roar chorus buzz breath gasp burst shout cheer laugh sigh ripple howl explosion peal"
)
"""Words that people's feelings are heard as."""

NATURE = listed(
    "surf breakers wave waves heart hearts storm storms thunder rain river rivers stream streams fire fires wind winds choir chorus "
    "symphony sea seas ocean oceans flood floods torrent torrents shower showers avalanche tide tides whisper whispers hum murmur "
    "murmurs echo echoes ripple ripples surge pulse crescendo flame flames blaze inferno gale gust gusts cascade splash crackle spark "
    "sparks rush roar explosion explosions drop drops crack cracks pang burst bursts rumble tremor tremors note notes hint chord "
    "chords peal choirs scream cry breath heartbeat buzz drum drumbeat shot knell stampede tempest bell door doors gate gates window "
    "windows curtain"
)
"""Words that are figures of speech before "of" and one of `ABSTRACT`."""
