"""What beds are woven from: one file each, knobs and one verb. The list below is the whole of them."""

from __future__ import annotations

from audiodream.textures.texture import Texture

TEXTURES: dict[str, type[Texture]] = {}
"""Every texture by the name that presets use: tonal ones first, then natural ones."""
