"""A file imports only what stands above it. The list is also the order in which to read the code."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "audiodream"

ORDER = """
errors units files knobs shelves toml_lines presets score
audio dsp tones harmony meter seeds rooms space manners
grains gibberish extras crowd textures.texture textures effects.effect effects
take phonemes engines.engine engines.graph engines.pieces engines
presets_toml
text readers repair story dialogue roster speakers
wordpiece feeling mood beats arc cue_words cues places explaining spotting score_toml score_json keeping score_of
lexicon heteronyms spoken
shaping takes delivery cast narrate
canvas timeline stems mix master writers.sound writers preview
drama
""".split()


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def rank(module: str) -> int:
    """Its place in the list; a file of a room that is not listed by itself stands just before its room."""
    if module in ORDER:
        return ORDER.index(module)
    room = module.split(".")[0]
    return ORDER.index(room) - 1 if "." in module and room in ORDER else -1


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("audiodream."):
            found.add((node.module or "").removeprefix("audiodream."))
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("audiodream.") for alias in node.names if alias.name.startswith("audiodream.")}
    return found


def ordered_files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not module_of(path).startswith(("cli", "__"))]


def test_every_file_has_a_place_in_the_order() -> None:
    homeless = [module_of(path) for path in ordered_files() if module_of(path) not in ORDER and module_of(path).split(".")[0] not in ORDER]
    assert homeless == []


def test_a_file_imports_only_what_stands_above_it() -> None:
    wrong = []
    for path in ordered_files():
        module = module_of(path)
        wrong += [f"{module} imports {other}" for other in sorted(imports_of(path))
                  if rank(other) > rank(module) or (rank(other) == rank(module) and other != module and "." not in other)]
    assert wrong == []


def test_only_the_command_line_knows_click_and_prints() -> None:
    guilty = []
    for path in ordered_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        prints = any(isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print" for node in ast.walk(tree))
        if prints or any(name.split(".")[0] in ("click", "rich") for name in names):
            guilty.append(module_of(path))
    assert guilty == []
