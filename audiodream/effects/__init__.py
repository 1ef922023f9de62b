"""What happens in a scene: one file each, knobs and one verb. The lists below are the whole of them.

`EFFECTS`: cue kind to the effect that is heard on its word. `SUSTAINED`: cue kinds that a texture plays for a while.
"""

from __future__ import annotations

from audiodream.effects.applause import Applause
from audiodream.effects.bell import Bell
from audiodream.effects.bodyfall import BodyFall
from audiodream.effects.breath import Breath
from audiodream.effects.chain import Chain
from audiodream.effects.cheer import Cheer
from audiodream.effects.chimes import Chimes
from audiodream.effects.cloth import Cloth
from audiodream.effects.crackle import Crackle
from audiodream.effects.creak import Creak
from audiodream.effects.crowd_stir import CrowdStir
from audiodream.effects.curtain import Curtain
from audiodream.effects.debris import Debris
from audiodream.effects.dog import Dog
from audiodream.effects.door_close import DoorClose
from audiodream.effects.door_open import DoorOpen
from audiodream.effects.drip import Drip
from audiodream.effects.drum import Drum
from audiodream.effects.effect import Effect
from audiodream.effects.engine import Engine
from audiodream.effects.falling import Falling
from audiodream.effects.footsteps import Footsteps
from audiodream.effects.gasp import Gasp
from audiodream.effects.glass_break import GlassBreak
from audiodream.effects.glass_ring import GlassRing
from audiodream.effects.gunshot import Gunshot
from audiodream.effects.horse import Horse
from audiodream.effects.ignite import Ignite
from audiodream.effects.impact import Impact
from audiodream.effects.knock import Knock
from audiodream.effects.laughter import Laughter
from audiodream.effects.music_swell import MusicSwell
from audiodream.effects.note import Note
from audiodream.effects.owl import Owl
from audiodream.effects.paper import Paper
from audiodream.effects.phone import Phone
from audiodream.effects.scream import Scream
from audiodream.effects.shout import Shout
from audiodream.effects.siren import Siren
from audiodream.effects.splash import Splash
from audiodream.effects.sustained import Sustained
from audiodream.effects.switch import Switch
from audiodream.effects.sword import Sword
from audiodream.effects.thunder import Thunder
from audiodream.effects.time_slow import TimeSlow
from audiodream.effects.water_ripple import Ripple
from audiodream.effects.whoosh import Whoosh
from audiodream.effects.wolf import Wolf

__all__ = ["EFFECTS", "EFFECT_CLASSES", "SUSTAINED", "Effect", "Sustained"]

HALL_KINDS = frozenset({"crowd-hum", "crowd-stir", "murmur", "whispers", "hush"})
"""Cue kinds for which the hall must be full (`crowd.gather`)."""

EFFECTS: dict[str, Effect] = {
    "applause": Applause(),
    "bell": Bell(),
    "bodyfall": BodyFall(),
    "breath": Breath(),
    "chain": Chain(),
    "cheer": Cheer(),
    "chimes": Chimes(),
    "cloth": Cloth(),
    "crackle": Crackle(),
    "creak": Creak(),
    "crowd-stir": CrowdStir(),
    "curtain": Curtain(),
    "debris": Debris(),
    "dog": Dog(),
    "door-close": DoorClose(),
    "door-open": DoorOpen(),
    "drip": Drip(),
    "drum": Drum(),
    "engine": Engine(),
    "falling": Falling(),
    "footsteps": Footsteps(),
    "gasp": Gasp(),
    "glass-crack": GlassBreak(shards=6.0, scatter_s=0.08, blow=0.1),
    "glass-ring": GlassRing(),
    "glass-shatter": GlassBreak(),
    "gunshot": Gunshot(),
    "horse": Horse(),
    "ignite": Ignite(),
    "impact": Impact(),
    "knock": Knock(),
    "laughter": Laughter(),
    "music-swell": MusicSwell(),
    "note": Note(),
    "owl": Owl(),
    "paper": Paper(),
    "phone": Phone(),
    "running": Footsteps(pace_hz=2.9, steps=9.0, weight=0.9),
    "scream": Scream(),
    "shout": Shout(),
    "siren": Siren(),
    "splash": Splash(),
    "switch": Switch(),
    "sword": Sword(),
    "tap": Knock(knocks=2.0, panel_hz=300.0, softness_ms=1.2, room_s=0.15),
    "thunder": Thunder(),
    "time-slow": TimeSlow(),
    "water-ripple": Ripple(),
    "whoosh": Whoosh(),
    "wolf": Wolf(),
}
"""Cue kind -> what is heard on its word, ready to sound."""

SUSTAINED: dict[str, Sustained] = {
    # people come to the front of the bed: pads under a crowd that is no louder than they are make music of it
    "birds": Sustained("dawn", over_bed_db=-1.5, attack_s=1.5, hold_s=16.0, release_s=4.0),
    "choir": Sustained("choir", over_bed_db=0.5, attack_s=1.5, hold_s=7.0, release_s=4.0),
    "clock": Sustained("clock", over_bed_db=-1.0, attack_s=0.2, hold_s=10.0, release_s=3.0),
    "crowd-hum": Sustained("crowd", over_bed_db=3.0, gives_way_db=10.0, attack_s=1.5, hold_s=24.0, release_s=4.0),
    "fire": Sustained("fire", over_bed_db=-1.5, attack_s=0.8, hold_s=20.0, release_s=4.0),
    "heartbeat": Sustained("heartbeat", over_bed_db=2.0, attack_s=0.3, hold_s=9.0, release_s=3.0),
    "hum": Sustained("hum", over_bed_db=-1.5, attack_s=0.8, hold_s=9.0, release_s=3.0),
    "hush": Sustained("hush", over_bed_db=0.0, gives_way_db=8.0, attack_s=0.4, hold_s=2.5, release_s=2.0, knobs={"talk": 0.4}),
    "insects": Sustained("night", over_bed_db=-2.5, attack_s=1.5, hold_s=16.0, release_s=4.0),
    "murmur": Sustained("murmur", over_bed_db=2.0, gives_way_db=10.0, attack_s=1.0, hold_s=12.0, release_s=4.0),
    "pulse": Sustained("pulse", over_bed_db=2.0, attack_s=0.5, hold_s=9.0, release_s=3.0),
    "rain": Sustained("rain", over_bed_db=-2.0, attack_s=1.5, hold_s=24.0, release_s=5.0),
    "rumble": Sustained("sub", over_bed_db=3.0, attack_s=0.6, hold_s=5.0, release_s=4.0, knobs={"rumble": 1.0, "growl": 3.0}),
    "stream": Sustained("stream", over_bed_db=-2.0, attack_s=1.2, hold_s=20.0, release_s=4.0),
    "train": Sustained("train", over_bed_db=1.0, attack_s=2.0, hold_s=16.0, release_s=5.0),
    "waves": Sustained("sea", over_bed_db=-2.0, attack_s=2.0, hold_s=20.0, release_s=5.0),
    "whispers": Sustained("whispers", over_bed_db=3.0, gives_way_db=8.0, attack_s=0.8, hold_s=8.0, release_s=3.0),
    "wind": Sustained("wind", over_bed_db=-2.5, attack_s=1.5, hold_s=16.0, release_s=4.0),
}
"""Cue kind -> the texture that plays from its word on for a while."""

EFFECT_CLASSES: dict[str, type[Effect]] = {kind.name: kind for kind in (
    Applause, Bell, BodyFall, Breath, Chain, Cheer, Chimes, Cloth, Crackle, Creak, CrowdStir, Curtain, Debris, Dog, DoorClose, DoorOpen,
    Drip, Drum, Engine, Falling, Footsteps, Gasp, GlassBreak, GlassRing, Gunshot, Horse, Ignite, Impact, Knock, Laughter, MusicSwell,
    Note, Owl, Paper, Phone, Ripple, Scream, Shout, Siren, Splash, Switch, Sword, Thunder, TimeSlow, Whoosh, Wolf)}
"""Every effect class by its own name, for the reference of knobs and the checks."""
