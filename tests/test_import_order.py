"""A file imports only what stands above it. The list is also the order in which to read the code."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "audiodream"

ORDER = """
errors units priority score score_words as_read spotlight settings targets profiles files knobs shelves store toml_lines presets staging
audio fades sliding recursive spectra convolution filters modes upsampler control noise track tones harmony roughness meter seeds rooms reverberation space manners
grains gibberish throat syllables whispering calling extras workshop crowd textures effects
take phonemes engines dropped preset_leaves presets_toml stock
text words person_words late_patterns glue cuts wraps readers repair sentences story dialogue mentions person aliases descriptions roster recent tags utterance turn_taking talk acting vocatives identities meetings speakers
wordpiece feeling beats mood_words compass felt mood arc
cue_tokens cue_lists cue_classes cue_people cue_house cue_elements cue_music cue_happenings cue_words verb_forms cue_rules cue_clauses cue_compounds cue_idioms cue_times cue_figures cue_saying cue_realis
cue_matching cue_misfits cues place_tables place_words place_seen place_shown place_things place_movers places place_patterns place_turns
place_settling
fixes fixing languages lines spotting explaining score_reading score_toml score_json rewording keeping score_of
lexicon spoken_tables spoken_parts heteronym_words spoken_around stress_shifts heteronyms spoken_numbers spoken_bare spoken_places spoken_units
spoken_amounts spoken_dates spoken_lives spoken_money spoken_capitals spoken_names spoken_addresses spoken_signs spoken_verses spoken_plain spoken
shaping takes delivery cast_names cast_file cast line_ids aligning recorded checked narrate recogniser verify
warming looms kept canvas timeline strength crossfades rates bed ambience ducks turns spots voice_stem stems unmasking mix master writers mixdown preview audition sketch drama
""".split()


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """What stands in the list: the file itself, or the room that it is in."""
    return module if module in ORDER else module.split(".")[0]


def imports_of(path: Path) -> set[str]:
    """Modules of the package that the file imports anywhere in it, by their names without the package's."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "audiodream" and node.module != "audiodream":
            module = (node.module or "").removeprefix("audiodream.")
            found |= {f"{module}.{a.name}" if (PACKAGE / module.replace(".", "/") / f"{a.name}.py").exists() else module for a in node.names}
    return found


def ordered_files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not module_of(path).startswith(("cli", "__"))]


def test_every_file_has_a_place_in_the_order() -> None:
    homeless = [module_of(path) for path in ordered_files() if room_of(module_of(path)) not in ORDER]
    assert homeless == []


def test_a_file_imports_only_what_stands_above_it() -> None:
    wrong = []
    for path in ordered_files():
        module = module_of(path)
        here = ORDER.index(room_of(module))
        wrong += [f"{module} imports {other}" for other in sorted(imports_of(path))
                  if room_of(other) not in ORDER or ORDER.index(room_of(other)) > here]
    assert wrong == []


def test_the_files_of_a_room_do_not_import_their_list() -> None:
    wrong = [module_of(path) for room in ("textures", "effects", "engines", "readers", "writers")
             for path in (PACKAGE / room).glob("[a-z]*.py") if room in imports_of(path)]
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
