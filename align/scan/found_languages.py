"""The languages in which an OCR engine is to read a scan, where nobody names them.

A part of one or two pages is read in each installed language of its script; the engine is surest in the
right one. Two languages are taken where the engine is clearly surer with both than with one: measured on typed
pages, Russian read as Russian has a mean confidence of 62-75, with English added 0-3 more; a page of which an
eighth is English gains 8, one of which half is English 31.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TYPE_CHECKING

from align.errors import AlignError, ModelError
from align.progress import Reporter
from align.scan.engine_languages import readable
from align.scan.page_reading import as_bytes
from align.scan.pictures import stored_picture, turned
from align.scan.scan_picture import ScanPicture
from align.scan.tesseract import EngineError, Runs, Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

GAIN = 5.0
"""By how many points of confidence two languages must be better than one."""

MOST = 8
"""Languages that are tried."""

TIMEOUT = 120.0
WORD = "5"
"""What Tesseract's table calls a word."""

SCRIPTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Cyrillic": frozenset("rus ukr bul bel srp mkd kaz kir tgk mon tat uzb_cyrl aze_cyrl".split()),
        "Greek": frozenset({"ell", "grc"}),
        "Hebrew": frozenset({"heb", "yid"}),
        "Arabic": frozenset("ara fas urd pus snd uig kur".split()),
        "Han": frozenset({"chi_sim", "chi_tra", "jpn"}),
        "Japanese": frozenset({"jpn", "jpn_vert"}),
        "Korean": frozenset({"kor", "kor_vert"}),
        "Georgian": frozenset({"kat", "kat_old"}),
        "Armenian": frozenset({"hye"}),
        "Devanagari": frozenset("hin mar nep san".split()),
    }
)
"""Scripts as Tesseract calls them -> its languages that are written in them; all others are Latin here."""

FIRST = ("rus", "eng", "ukr", "deu", "fra", "pol", "spa", "ita")
"""Languages that are tried before others, where many are installed."""


def find_languages(pictures: Sequence[ScanPicture], engine: Tesseract, report: Reporter) -> str:
    """Tesseract's names of the languages of a scan, joined with a plus sign.

    Args:
        pictures: The pictures of the scan.
        engine: The engine.
        report: Is told that languages are tried.

    Raises:
        ModelError: No language is installed.
    """
    names = readable(engine.languages)
    if not names:
        engine.require("rus")
        raise ModelError("Tesseract has no language installed")
    if len(names) == 1:
        return names[0]
    report.begin("finding the language of the pages")
    runs = Runs()
    try:
        samples = list(_samples(pictures))
        names = _candidates(samples, names, engine, runs)
        return _best(samples, names, engine, runs)
    except BaseException:
        runs.stop()
        raise


def _samples(pictures: Sequence[ScanPicture]) -> Iterable[bytes]:
    """The middle of a page after a third and of one after two thirds of a scan, of those that can be opened."""
    count = len(pictures)
    for at in sorted({count // 3, 2 * count // 3}) if count > 2 else [0]:
        picture = pictures[at]
        try:
            stored = stored_picture(picture.path, picture.number, picture.frame.dpi)
        except AlignError:
            continue
        yield as_bytes(_middle(turned(stored, picture.frame.turn)))


def _middle(page: Image) -> Image:
    """The middle half of a page."""
    return page.crop((0, page.height // 4, page.width, page.height - page.height // 4))


def _candidates(samples: Sequence[bytes], names: Sequence[str], engine: Tesseract, runs: Runs) -> list[str]:
    """The languages to be tried: where there are many, those of the scripts that are seen."""
    ordered = sorted(names, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    if len(ordered) > 3 and "osd" in engine.languages:
        seen = {_script(sample, engine, runs) for sample in samples} - {""}
        ordered = [name for name in ordered if not seen or script_of(name) in seen] or ordered
    return ordered[:MOST]


def script_of(name: str) -> str:
    """The script of a language of Tesseract.

    Example:
        >>> script_of("bul"), script_of("ces")
        ('Cyrillic', 'Latin')
    """
    return next((script for script, names in SCRIPTS.items() if name in names), "Latin")


def _script(sample: bytes, engine: Tesseract, runs: Runs) -> str:
    """The script that Tesseract sees; empty where it sees none."""
    try:
        found = runs.run([engine.program, "-", "-", "-l", "osd", "--psm", "0"], sample, TIMEOUT)
    except EngineError:  # too few characters
        return ""
    script = re.search(rb"Script: (\w+)", found)
    return script[1].decode() if script else ""


def _best(samples: Sequence[bytes], names: Sequence[str], engine: Tesseract, runs: Runs) -> str:
    with ThreadPoolExecutor(4) as pool:

        def tried(languages: Sequence[str]) -> list[list[float]]:
            """The confidence in each language of each sample."""
            jobs = [
                [pool.submit(_confidence, sample, name, engine, runs) for name in languages]
                for sample in samples
            ]
            return [[job.result() for job in of_sample] for of_sample in jobs]

        each = tried(names)
        if not each or len(names) == 1:
            return names[0]
        best = list(dict.fromkeys(names[_largest(sure)[0]] for sure in each))
        if len(best) > 1:
            return "+".join(best)
        total = [sum(of_language) for of_language in zip(*each, strict=True)]
        first, second, *_ = _largest(total)
        both = f"{names[first]}+{names[second]}"
        gain = sum(sure[0] for sure in tried([both])) - total[first]
        return both if gain > GAIN * len(samples) else names[first]


def _largest(values: Sequence[float]) -> list[int]:
    """The places of the values, the largest first."""
    return sorted(range(len(values)), key=lambda at: -values[at])


def _confidence(sample: bytes, languages: str, engine: Tesseract, runs: Runs) -> float:
    """The mean confidence of a character, 0-100; 0 where nothing is read."""
    try:
        table = runs.run([engine.program, "-", "-", "-l", languages, "tsv"], sample, TIMEOUT).decode()
    except EngineError:
        return 0.0
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    words = [(float(row[10]), len(row[11].strip())) for row in rows if len(row) > 11 and row[0] == WORD]
    letters = sum(length for _, length in words)
    return sum(sure * length for sure, length in words) / letters if letters else 0.0
