"""The moods as directions in the reading model's space, made of what their presets say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from audiodream.errors import UsageError
from audiodream.feeling import feel_examples
from audiodream.mood_words import Hit, word_pattern
from audiodream.presets import Mood

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SCALE = 16.0
"""How sharp: the logit of two vectors that point the same way."""
WORD_WEIGHT = 0.3
FEEL_WEIGHT = 0.2
NEAREST = 3


class Compass:
    """The moods as directions: where each one's examples lie, its words, its valence and arousal."""

    def __init__(self, moods: Mapping[str, Mood]) -> None:
        import numpy as np

        told = {name: mood for name, mood in sorted(moods.items()) if mood.words or mood.examples}
        if not told:
            raise UsageError("moods", "no preset has words or examples", "give one of them `words` or `examples`")
        self.names = tuple(told)
        self.examples = [mood.examples or tuple(word.rstrip("*") for word in mood.words) for mood in told.values()]
        self.words = [word_pattern(mood.words) for mood in told.values()]
        self.valence = np.array([mood.valence for mood in told.values()], np.float32)
        self.arousal = np.array([mood.arousal for mood in told.values()], np.float32)
        self._vectors = [feel_examples(examples) for examples in self.examples]
        centres = np.stack([rows.mean(0) for rows in self._vectors])
        self.centres = centres / np.linalg.norm(centres, axis=1, keepdims=True)

    def near(self, vectors: Floats) -> Floats:
        """(n, moods): the logits that examples give."""
        logits: Floats = SCALE * (vectors @ self.centres.T)
        return logits

    def fit(self, valence: Floats, arousal: Floats) -> Floats:
        """(n, moods): the logits that valence and arousal give, 0 where they are the preset's own."""
        far: Floats = (valence[:, None] - self.valence) ** 2 / 0.35 + (arousal[:, None] - self.arousal) ** 2 / 0.2
        return -0.5 * FEEL_WEIGHT * far

    def told(self, hits: Sequence[Sequence[Hit]], words: int) -> list[float]:
        """The logit that a text's words give each mood: the first counts most, and more in a short text."""
        return [WORD_WEIGHT * math.log1p(len(row)) * min(2.0, math.sqrt(60.0 / (words + 10.0))) for row in hits]

    def nearest(self, vector: Floats, k: int) -> list[tuple[float, str]]:
        """The examples of mood k that lie nearest to a text, with their cosines."""
        cosines = self._vectors[k] @ vector
        order = (-cosines).argsort(kind="stable")[:NEAREST].tolist()
        return [(float(cosines[i]), self.examples[k][i]) for i in order]


def softmax(logits: Floats) -> Floats:
    import numpy as np

    raised: Floats = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares
