"""The languages in which an OCR engine is to read a scan, where nobody names them.

A part of one or two pages is read in each installed language of its script; the engine is surest in the
right one. Two languages are taken where the engine is clearly surer with both than with one: measured on
typed pages, Russian read as Russian has a mean confidence of 62-75, with English added 0-3 more; a page of
which an eighth is English gains 8, one of which half is English 31.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from align.errors import AlignError, ModelError
from align.facsimile.tesseract_tsv import pages_of_tesseract_tsv
from align.progress import Reporter
from align.scan.engine_input import INPUT
from align.scan.engine_languages import readable
from align.scan.engine_runs import EngineError, Runs
from align.scan.layout.legibility import sureness
from align.scan.orientation import find_orientation
from align.scan.page_reading import as_bytes
from align.scan.pictures import stored_picture, turned
from align.scan.scan_pages import processors
from align.scan.scan_picture import ScanPicture
from align.scan.tesseract import ORIENTATION, Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

GAIN = 5.0
"""By how many points of confidence two languages must be better than one."""

MOST = 8
"""Languages that are tried."""

TIMEOUT = 120.0
SCRIPTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Cyrillic": frozenset(
            {
                "rus",
                "ukr",
                "bul",
                "bel",
                "srp",
                "mkd",
                "kaz",
                "kir",
                "tgk",
                "mon",
                "tat",
                "uzb_cyrl",
                "aze_cyrl",
            }
        ),
        "Greek": frozenset({"ell", "grc"}),
        "Hebrew": frozenset({"heb", "yid"}),
        "Arabic": frozenset({"ara", "fas", "urd", "pus", "snd", "uig", "kur"}),
        "Han": frozenset({"chi_sim", "chi_tra", "jpn"}),
        "Japanese": frozenset({"jpn", "jpn_vert"}),
        "Korean": frozenset({"kor", "kor_vert"}),
        "Georgian": frozenset({"kat", "kat_old"}),
        "Armenian": frozenset({"hye"}),
        "Devanagari": frozenset({"hin", "mar", "nep", "san"}),
    }
)
"""Scripts as Tesseract calls them -> its languages that are written in them; all others are Latin here."""

FIRST = ("rus", "eng", "ukr", "deu", "fra", "pol", "spa", "ita")
"""Languages that are tried before others, where many are installed."""


@dataclass(frozen=True)
class FoundLanguages:
    """The languages of a scan.

    Attributes:
        names: Tesseract's, joined with a plus sign.
        failure: Why the engine broke off on each sample, so that they are not known; empty where it did not.
    """

    names: str
    failure: str = ""


def find_languages(pictures: Sequence[ScanPicture], engine: Tesseract, report: Reporter) -> FoundLanguages:
    """The languages of a scan.

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
        return FoundLanguages(names[0])
    report.begin("finding the language of the pages")
    runs = Runs()
    samples = list(_samples(pictures))
    with runs.ended():
        return _best(_candidates(samples, names, engine, runs), _Trials(samples, engine, runs))


def _samples(pictures: Sequence[ScanPicture]) -> Iterable[bytes]:
    """The middle of a page after a third of a scan, and of one after two thirds, where they can be opened."""
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
    if len(ordered) > 3 and ORIENTATION in engine.languages:
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
    found = find_orientation(sample, engine, runs, TIMEOUT)
    return found.script if found else ""


_OfSample = Sequence[float | EngineError]
"""How sure the engine is of a sample in each language, or why it broke off."""


@dataclass(frozen=True)
class _Trials:
    """Reads samples in languages."""

    samples: Sequence[bytes]
    engine: Tesseract
    runs: Runs

    def confidences(self, languages: Sequence[str]) -> Sequence[_OfSample]:
        """Of each sample in each language; why the engine broke off where it did."""
        with ThreadPoolExecutor(processors()) as pool, self.runs.ended():
            jobs = [
                [pool.submit(self._confidence, sample, name) for name in languages] for sample in self.samples
            ]
            return [[job.result() for job in of_sample] for of_sample in jobs]

    def _confidence(self, sample: bytes, languages: str) -> float | EngineError:
        """The mean confidence of a character, 0-100; 0 where nothing is read."""
        command = [self.engine.program, INPUT, "-", "-l", languages, "tsv"]
        try:
            pages = pages_of_tesseract_tsv(self.runs.run(command, sample, TIMEOUT).decode())
        except EngineError as error:
            return error
        except ValueError:  # it wrote no table
            return 0.0
        blocks = [block for page in pages for block in page.blocks]
        return 100 * sureness(blocks) if blocks else 0.0


def _best(names: Sequence[str], trials: _Trials) -> FoundLanguages:
    """The language of which the engine is surest in each sample; two where both are on the pages.

    A sample on which it broke off in one language cannot be compared, and does not count.
    """
    if not trials.samples or len(names) == 1:
        return FoundLanguages(names[0])
    every = trials.confidences(names)
    failures = [sure for of_sample in every for sure in of_sample if isinstance(sure, EngineError)]
    each = _known(every)
    if not each:
        return FoundLanguages(names[0], str(failures[0]))
    best = list(dict.fromkeys(names[_largest(sure)[0]] for sure in each))
    if len(best) > 1:
        return FoundLanguages("+".join(best))
    return FoundLanguages(_with_second(names, every, trials))


def _with_second(names: Sequence[str], every: Sequence[_OfSample], trials: _Trials) -> str:
    """The best language, with the second where the engine is clearly surer with both on the same samples."""
    total = [sum(of_language) for of_language in zip(*_known(every), strict=True)]
    first, second, *_ = _largest(total)
    both = f"{names[first]}+{names[second]}"
    tried = zip(every, trials.confidences([both]), strict=True)
    compared = _known([[*alone, *together] for alone, together in tried])
    gain = sum(sure[-1] - sure[first] for sure in compared)
    return both if gain > GAIN * len(compared) else names[first]


def _known(trials: Sequence[_OfSample]) -> list[list[float]]:
    """The samples that were read in all languages."""
    numbers = [[sure for sure in of_sample if isinstance(sure, float)] for of_sample in trials]
    return [known for known, of_sample in zip(numbers, trials, strict=True) if len(known) == len(of_sample)]


def _largest(values: Sequence[float]) -> list[int]:
    """The places of the values, the largest first."""
    return sorted(range(len(values)), key=lambda at: -values[at])
