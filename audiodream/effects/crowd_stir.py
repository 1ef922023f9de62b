"""A crowd that shifts in its seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.crowd import kit
from audiodream.effects.craft import Line, add, blow, course, frames
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed
from audiodream.textures.rustle import stroke


@dataclass(frozen=True)
class CrowdStir(Effect):
    """Something goes through an audience: a low unrest of voices that swells and sinks again (the crowd's own, see `audiodream.crowd`),
    sleeves and skirts, seats that give, feet set down, in a hall."""

    name: ClassVar[str] = "crowd-stir"
    imitates: ClassVar[tuple[str, ...]] = ("Crowd", "Chatter", "Hubbub, speech noise, speech babble", "Inside, public space",
                                           "Inside, large room or hall", "Rustle", "Shuffle", "Rub")
    goes_on: ClassVar[bool] = True

    length_s: float = fixed(3.2, low=1.0, high=8.0, unit="s", more="it takes longer to settle")
    people: float = fixed(22.0, low=3.0, high=80.0, unit="", more="more of them move")
    voices: float = fixed(0.75, low=0.0, high=1.0, unit="", more="more is said")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - a crowd has no key
        n = frames(self.length_s + 0.8)
        out = self._seats(rng, n)
        out /= np.sqrt(np.mean(out**2))
        if self.voices > 0:
            # only who is near: a hall that hums far off is heard as a train that passes
            said = kit().read("near", int(rng.integers(kit().frames("near"))), n).astype(np.float64)
            end = self.length_s
            swell = course(n, (0.0, 0.25), (0.25 * end, 1.0), (0.5 * end, 0.8), (end, 0.1), (end + 0.8, 0.0))
            out = out + 7.0 * self.voices * swell[:, None] * said / np.sqrt(np.mean(said**2))
        return finish(out, fade_s=0.5)

    def _seats(self, rng: np.random.Generator, n: int) -> Line:
        """(n, 2): cloth, seats and feet of all who move, most of them soon, in the hall."""
        out = np.zeros((n, 2))
        for k in range(round(self.people)):
            start = 0 if k == 0 else frames(self.length_s * rng.beta(1.2, 2.2))
            near, where = rng.uniform(0.2, 1.0), float(rng.uniform(-0.9, 0.9))
            for _ in range(int(rng.integers(1, 4))):
                long_s = rng.uniform(0.2, 0.5)
                moved = near * rng.uniform(0.5, 1.0) * stroke(rng, long_s) * place(np.ones(1), where)
                for side in range(2):
                    add(out[:, side], moved[:, side], start)
                start += frames(long_s * rng.uniform(0.7, 1.2))
            if rng.random() < 0.4:
                foot = blow(rng, frames(0.2), 0, ((80.0, 260.0, 0.02, 0.8), (260.0, 1200.0, 0.012, 0.5)))
                heard = place(foot * near * rng.uniform(0.1, 0.35), where)
                for side in range(2):
                    add(out[:, side], heard[:, side], start)
        return room(rng, out, size_m=7.0, t60_s=0.9, wet=0.8, dull_hz=4000.0)[:n]
