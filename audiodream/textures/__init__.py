"""What beds are woven from: one file each, knobs and one verb. The list below is the whole of them."""

from __future__ import annotations

from audiodream.textures.choir import Choir
from audiodream.textures.clock import Clock
from audiodream.textures.crackle import Crackle
from audiodream.textures.crowd import Crowd
from audiodream.textures.dawn import Dawn
from audiodream.textures.drone import Drone
from audiodream.textures.fire import Fire
from audiodream.textures.forest import Forest
from audiodream.textures.heartbeat import Heartbeat
from audiodream.textures.hum import Hum
from audiodream.textures.hush import Hush
from audiodream.textures.murmur import Murmur
from audiodream.textures.night import Night
from audiodream.textures.pad import Pad
from audiodream.textures.pulse import Pulse
from audiodream.textures.rain import Rain
from audiodream.textures.release import Release
from audiodream.textures.ringing import Ringing
from audiodream.textures.riser import Riser
from audiodream.textures.room_tone import RoomTone
from audiodream.textures.rustle import Rustle
from audiodream.textures.sea import Sea
from audiodream.textures.shepard import Shepard
from audiodream.textures.shimmer import Shimmer
from audiodream.textures.slow import Slow
from audiodream.textures.stream import Stream
from audiodream.textures.street import Street
from audiodream.textures.sub import Sub
from audiodream.textures.texture import Texture
from audiodream.textures.thunder import Thunder
from audiodream.textures.train import Train
from audiodream.textures.underwater import Underwater
from audiodream.textures.void import Void
from audiodream.textures.whispers import Whispers
from audiodream.textures.wind import Wind

TEXTURES: dict[str, type[Texture]] = {
    "choir": Choir,
    "clock": Clock,
    "drone": Drone,
    "heartbeat": Heartbeat,
    "hum": Hum,
    "pad": Pad,
    "pulse": Pulse,
    "release": Release,
    "ring": Ringing,
    "riser": Riser,
    "room-tone": RoomTone,
    "shepard": Shepard,
    "shimmer": Shimmer,
    "slow": Slow,
    "sub": Sub,
    "underwater": Underwater,
    "void": Void,
    "crackle": Crackle,
    "crowd": Crowd,
    "dawn": Dawn,
    "fire": Fire,
    "forest": Forest,
    "hush": Hush,
    "murmur": Murmur,
    "night": Night,
    "rain": Rain,
    "rustle": Rustle,
    "sea": Sea,
    "stream": Stream,
    "street": Street,
    "thunder": Thunder,
    "train": Train,
    "whispers": Whispers,
    "wind": Wind,
}
"""Every texture by the name that presets use: tonal ones first, then natural ones."""
