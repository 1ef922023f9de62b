"""Is a word of a novel dropped? Passages are spoken as they are written and already spelled out, and both are read back.

    python benchmarks/novels.py FOLDER [--passages 16] [--words 120] [--voice narrator] [--write]

FOLDER holds passages of novels as .txt (LitBank's: https://github.com/dbamman/litbank, original/). Which stretch is read is fixed: of the
files in the order of their names every so-maniest; in each the run of whole sentences, at least so many words long, in which the most words
are said otherwise than they are written (the first such run). "Spelled out" is the text that `spoken.spell` makes of it, spoken like any
other text. Words that stand over against nothing in what Whisper tiny.en heard are counted as dropped.

--write puts the figures between the markers in docs/words.md. Takes are kept in the cache.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from page import put_between
from readings import Reading, read_lines

from audiodream.presets import Voice
from audiodream.presets_toml import voices
from audiodream.readers import read as read_file
from audiodream.recogniser import Errors, Recogniser, errors, plain_words
from audiodream.repair import repair
from audiodream.score import Line
from audiodream.shelves import Shelves
from audiodream.spoken import spell
from audiodream.story import structure
from audiodream.takes import TakeCache

MOST_APART = 0.03
DOCS = Path(__file__).parents[1] / "docs" / "words.md"
BEGIN, END = "<!-- novels: made by benchmarks/novels.py -->", "<!-- novels end -->"


@dataclass(frozen=True)
class Stretch:
    """Sentences of one file. respelled: how many of their words are said otherwise than they are written."""

    file: str
    sentences: tuple[str, ...]
    respelled: int


def spelled_out(text: str) -> str:
    return " ".join(word for token in spell(text) for word in token.words)


def respelled_in(sentence: str) -> int:
    return sum((token.written,) != token.words for token in spell(sentence))


def stretch_of(path: Path, words: int) -> Stretch:
    """The run of sentences with the most to spell out, at least `words` long where the file is."""
    story = structure(repair(read_file(path)))
    sentences = [" ".join(story.body[span.start:span.end].split()) for span in story.sentences()]
    counts, odd = [len(sentence.split()) for sentence in sentences], [respelled_in(sentence) for sentence in sentences]
    best = (-1, 0, len(sentences))
    for first in range(len(sentences)):
        total, end = 0, first
        while end < len(sentences) and total < words:
            total, end = total + counts[end], end + 1
        if total >= words and sum(odd[first:end]) > best[0]:
            best = sum(odd[first:end]), first, end
    return Stretch(path.stem, tuple(sentences[best[1]:best[2]]), sum(odd[best[1]:best[2]]))


def heard(reading: Reading, ears: Recogniser) -> Errors:
    words = [word.text for sound, _ in reading.stretches() for word in ears.hear(sound)]
    return errors(reading.words, plain_words(" ".join(words)))


def added(all_of_them: list[Errors]) -> Errors:
    return Errors(*(sum(getattr(one, name) for one in all_of_them) for name in ("substituted", "deleted", "inserted", "words")))


def measure(stretches: list[Stretch], voice: Voice, seed: int) -> tuple[list[Errors], list[Errors]]:
    """Errors of each stretch as it is written, and already spelled out."""
    ears, cache = Recogniser(), TakeCache()
    found: tuple[list[Errors], list[Errors]] = ([], [])
    for stretch in stretches:
        for out, change in zip(found, (str, spelled_out), strict=True):
            out.append(heard(read_lines(voice, tuple(Line(change(one)) for one in stretch.sentences), seed, cache), ears))
        print(f"{stretch.file}: {found[0][-1].words} words, {stretch.respelled} spelled out, WER {found[0][-1].rate:.3f} as written, "
              f"{found[1][-1].rate:.3f} spelled out", file=sys.stderr, flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=int, default=16)
    parser.add_argument("--words", type=int, default=120)
    parser.add_argument("--voice", default="narrator")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    files = sorted(given.folder.glob("*.txt"))
    if not files:
        sys.exit(f"{given.folder} holds no .txt")
    step = max(1, len(files) // given.passages)
    stretches = [stretch_of(path, given.words) for path in files[::step][:given.passages]]
    written, spelled = (added(one) for one in measure(stretches, voices(Shelves())[given.voice], given.seed))
    table = "\n".join([
        "| read | words | WER | changed | not heard | added |", "|---|---|---|---|---|---|",
        *(f"| {name} | {one.words} | {one.rate:.3f} | {one.substituted} | {one.deleted} | {one.inserted} |"
          for name, one in (("as written", written), ("already spelled out", spelled))), "",
        f"{len(stretches)} of {len(files)} passages, {sum(one.respelled for one in stretches)} words of which are said otherwise than "
        f"they are written; read by {given.voice}."])
    print(table)
    if given.write:
        put_between(DOCS, BEGIN, END, table)
    if abs(written.rate - spelled.rate) > MOST_APART:
        sys.exit(f"{abs(written.rate - spelled.rate):.3f} apart, at most {MOST_APART} is wanted")


if __name__ == "__main__":
    main()
