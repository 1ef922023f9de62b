"""What happens in a scene: one file each, knobs and one verb. The lists below are the whole of them.

`EFFECTS`: cue kind to the effect that is heard on its word. `SUSTAINED`: cue kinds that a texture plays for a while.
"""

from __future__ import annotations

from audiodream.effects.air import Breath, Falling, Whoosh
from audiodream.effects.applause import Applause
from audiodream.effects.beasts import Dog, Horse, Owl, Wolf
from audiodream.effects.bell import Bell
from audiodream.effects.chimes import Chimes
from audiodream.effects.cloth import Cloth, Curtain, Paper
from audiodream.effects.creak import Creak
from audiodream.effects.door import DoorClose, DoorOpen
from audiodream.effects.effect import Effect
from audiodream.effects.fire import Crackle, Ignite
from audiodream.effects.footsteps import Footsteps
from audiodream.effects.glass import GlassBreak, GlassRing
from audiodream.effects.impact import BodyFall, Debris, Impact
from audiodream.effects.knock import Knock
from audiodream.effects.machines import Engine, Gunshot, Phone, Siren, Switch
from audiodream.effects.metal import Chain, Sword
from audiodream.effects.music import Drum, MusicSwell, Note, TimeSlow
from audiodream.effects.sustained import Sustained
from audiodream.effects.thunder import Thunder
from audiodream.effects.water import Drip, Ripple, Splash

EFFECTS: dict[str, Effect] = {
    "applause": Applause(),
    "bell": Bell(),
    "bodyfall": BodyFall(),
    "breath": Breath(),
    "chain": Chain(),
    "chimes": Chimes(),
    "cloth": Cloth(),
    "crackle": Crackle(),
    "creak": Creak(),
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
    "glass-crack": GlassBreak(shards=6.0, scatter_s=0.08, blow=0.1),
    "glass-ring": GlassRing(),
    "glass-shatter": GlassBreak(),
    "gunshot": Gunshot(),
    "horse": Horse(),
    "ignite": Ignite(),
    "impact": Impact(),
    "knock": Knock(),
    "music-swell": MusicSwell(),
    "note": Note(),
    "owl": Owl(),
    "paper": Paper(),
    "phone": Phone(),
    "running": Footsteps(pace_hz=2.9, steps=8.0, weight=0.9),
    "siren": Siren(),
    "splash": Splash(),
    "switch": Switch(),
    "sword": Sword(),
    "tap": Knock(knocks=2.0, panel_hz=300.0, softness_ms=1.2),
    "thunder": Thunder(),
    "time-slow": TimeSlow(),
    "water-ripple": Ripple(),
    "whoosh": Whoosh(),
    "wolf": Wolf(),
}
"""Cue kind -> what is heard on its word, ready to sound."""

SUSTAINED: dict[str, Sustained] = {
    "birds": Sustained("dawn", -36.0, 1.5, 8.0, 4.0),
    "choir": Sustained("choir", -34.0, 1.5, 7.0, 4.0),
    "clock": Sustained("clock", -36.0, 0.2, 7.0, 3.0),
    "crowd-hum": Sustained("crowd", -34.0, 1.5, 8.0, 4.0),
    "fire": Sustained("fire", -36.0, 0.8, 9.0, 4.0),
    "heartbeat": Sustained("heartbeat", -33.0, 0.3, 7.0, 3.0),
    "hum": Sustained("hum", -37.0, 0.8, 7.0, 3.0),
    "hush": Sustained("hush", -35.0, 0.4, 2.5, 2.0),
    "insects": Sustained("night", -38.0, 1.5, 9.0, 4.0),
    "murmur": Sustained("murmur", -35.0, 1.0, 7.0, 4.0),
    "pulse": Sustained("pulse", -34.0, 0.5, 7.0, 3.0),
    "rain": Sustained("rain", -37.0, 1.5, 10.0, 5.0),
    "rumble": Sustained("rumble", -34.0, 0.6, 5.0, 4.0),
    "stream": Sustained("stream", -37.0, 1.2, 9.0, 4.0),
    "train": Sustained("train", -33.0, 2.0, 8.0, 5.0),
    "waves": Sustained("sea", -37.0, 2.0, 10.0, 5.0),
    "whispers": Sustained("whispers", -34.0, 0.8, 6.0, 3.0),
    "wind": Sustained("wind", -37.0, 1.5, 8.0, 4.0),
}
"""Cue kind -> the texture that plays from its word on for a while."""

EFFECT_CLASSES: dict[str, type[Effect]] = {kind.name: kind for kind in (
    Applause, Bell, BodyFall, Breath, Chain, Chimes, Cloth, Crackle, Creak, Curtain, Debris, Dog, DoorClose, DoorOpen, Drip, Drum, Engine,
    Falling, Footsteps, GlassBreak, GlassRing, Gunshot, Horse, Ignite, Impact, Knock, MusicSwell, Note, Owl, Paper, Phone, Ripple, Siren,
    Splash, Switch, Sword, Thunder, TimeSlow, Whoosh, Wolf)}
"""Every effect class by its own name, for the reference of knobs and the checks."""
