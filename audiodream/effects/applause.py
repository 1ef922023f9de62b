"""Applause: a hall that erupts, swells, perhaps falls into step, and dies away to the last single claps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from audiodream.audio import Audio
from audiodream.effects.craft import Line, band, frames, log_uniform, noise
from audiodream.effects.effect import Effect
from audiodream.effects.room import finish, place, room
from audiodream.knobs import fixed
from audiodream.units import RATE_HZ

HANDS = 48
CLAP_S = 0.03


@dataclass(frozen=True)
class Applause(Effect):
    """Peltola, Erkut, Cook & Välimäki 2007: a clap is a noise burst through the resonance of the hollow between the palms; a crowd is
    many clappers, each with hands, a rate and an eagerness of its own. Falling into step: Néda et al. 2000, the rate halves, phases lock.
    """

    name: ClassVar[str] = "applause"
    imitates: ClassVar[tuple[str, ...]] = ("Applause", "Clapping")
    goes_on: ClassVar[bool] = True
    level_db: ClassVar[float] = 3.0

    clappers: float = fixed(220.0, low=3.0, high=600.0, unit="", more="a larger audience: denser, smoother")
    length_s: float = fixed(8.5, low=3.0, high=20.0, unit="s", more="they go on longer before it dies away")
    eruption_s: float = fixed(0.9, low=0.05, high=4.0, unit="s", more="it takes longer until all have joined")
    unison: float = fixed(0.35, low=0.0, high=1.0, unit="", more="more likely to fall into a common rhythm for a while")

    def sound(self, rng: np.random.Generator, root_hz: float) -> Audio:  # noqa: ARG002 - hands have no key
        n = frames(self.length_s + 0.3)
        hands = _hands(rng)
        out = np.zeros((n + frames(CLAP_S), 2))
        together = rng.random() < self.unison
        for who in range(round(self.clappers)):
            near = rng.random() ** 0.5
            self._clap_along(rng, out, hands[int(rng.integers(HANDS))], near, who, together)
        return finish(room(rng, out, size_m=7.0, t60_s=1.1, wet=0.3, dull_hz=6000.0), fade_s=0.4)

    def _clap_along(self, rng: np.random.Generator, out: Line, hand: Line, far: float, who: int, together: bool) -> None:
        """One clapper's claps from joining to leaving, laid into `out`."""
        eager = rng.random()
        joins = 0.0 if who == 0 else self.eruption_s * rng.gamma(1.6, 0.42) + 0.012
        leaves = self.length_s * (1.0 - 0.62 * rng.beta(1.3, 2.0)) if who % 40 else self.length_s * rng.uniform(0.9, 1.0)
        gain = 0.9 / (1.0 + 5.0 * far) * math.exp(0.3 * rng.standard_normal())
        left, right = place(np.ones(1), float(np.clip(rng.normal(0.0, 0.55), -1, 1)))[0] * gain
        rate = float(np.clip(rng.normal(4.3, 0.55), 2.8, 6.0))
        locks = together and rng.random() < 0.8
        lock_from, lock_to = self.length_s * 0.36, self.length_s * 0.66
        t = joins + rng.uniform(0.0, 0.05 if who < 3 else 1.0 / rate)
        late = float(rng.normal(0.0, 0.024))
        while t < leaves:
            life = (t - joins) / max(leaves - joins, 0.1)
            strength = (0.75 + 0.5 * eager) * min(1.0, 0.55 + (t - joins) * 0.9) * (1.0 - 0.75 * max(0.0, life - 0.55) / 0.45)
            strength *= math.exp(0.18 * float(rng.standard_normal()))
            at = int(t * RATE_HZ)
            end = min(len(out), at + len(hand))
            out[at:end, 0] += hand[:end - at] * (left * strength)
            out[at:end, 1] += hand[:end - at] * (right * strength)
            if locks and lock_from < t < lock_to:
                beat = math.floor(t / 0.44 + 1.0 + 1e-9 - 0.25) * 0.44
                t = max(t + 0.2, beat + 0.44 * 0.25 + late + float(rng.normal(0.0, 0.016)))
            else:
                slow = 1.0 + 0.9 * max(0.0, life - 0.7)
                t += slow / rate * (1.0 + 0.05 * float(rng.standard_normal()))


def _hands(rng: np.random.Generator) -> list[Line]:
    """Claps of so many pairs of hands, from flat fingers (bright, thin) to cupped palms (low, full)."""
    claps = []
    n = frames(CLAP_S)
    t = np.arange(n) / RATE_HZ
    for centre in log_uniform(rng, 900.0, 2500.0, HANDS):
        burst = noise(rng, n) * np.exp(-t / rng.uniform(0.003, 0.008))
        q = rng.uniform(2.0, 3.0)
        body = band(burst, centre * (1 - 0.4 / q), centre * (1 + 0.5 / q))
        clap = body / max(float(np.abs(body).max()), 1e-9) + 0.22 * band(noise(rng, n) * np.exp(-t / 0.002), 2500.0, 9000.0)
        claps.append(clap * np.minimum(1.0, (n - np.arange(n)) / 200.0) / math.sqrt(float(np.sum(clap**2))))
    return claps
