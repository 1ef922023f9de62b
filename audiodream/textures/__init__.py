"""What beds are woven from: one file each, knobs and one verb. The list below is the whole of them."""

from __future__ import annotations

from audiodream.textures.choir import Choir
from audiodream.textures.clock import Clock
from audiodream.textures.drone import Drone
from audiodream.textures.heartbeat import Heartbeat
from audiodream.textures.hum import Hum
from audiodream.textures.pad import Pad
from audiodream.textures.pulse import Pulse
from audiodream.textures.release import Release
from audiodream.textures.ringing import Ringing
from audiodream.textures.riser import Riser
from audiodream.textures.room_tone import RoomTone
from audiodream.textures.shepard import Shepard
from audiodream.textures.shimmer import Shimmer
from audiodream.textures.slow import Slow
from audiodream.textures.sub import Sub
from audiodream.textures.texture import Texture
from audiodream.textures.underwater import Underwater
from audiodream.textures.void import Void

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
}
"""Every texture by the name that presets use: tonal ones first, then natural ones."""
