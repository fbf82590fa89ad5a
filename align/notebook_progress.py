"""The progress of a run in a notebook: one line with a bar, which each step replaces."""

from __future__ import annotations

import sys
from html import escape

from align.progress import Progress, Step


def progress_display() -> Progress:
    """Something to give as ``progress``, which shows each step.

    Returns:
        In a notebook a bar that moves; elsewhere each step is printed.

    Example:
        >>> import align
        >>> show = align.progress_display()
        >>> bitext = align.align_texts("Я ушёл.", "I left.", progress=show)  # doctest: +ELLIPSIS
        cleaning and splitting into sentences
        loading the encoder
        ...
    """
    if not _in_notebook():
        return print
    from IPython.display import DisplayHandle

    handle = DisplayHandle()  # type: ignore[no-untyped-call]  # IPython has no annotations here
    handle.display({"text/html": ""}, raw=True)  # type: ignore[no-untyped-call]

    def show(step: Step) -> None:
        bundle = {"text/html": as_html(step), "text/plain": str(step)}
        handle.update(bundle, raw=True)  # type: ignore[no-untyped-call]

    return show


def as_html(step: Step) -> str:
    """A step as a bar and a line of text; no bar where nothing is counted.

    Example:
        >>> as_html(Step("aligning"))
        '<span>aligning</span>'
    """
    text = f"<span>{escape(str(step))}</span>"
    return f'<progress value="{step.done}" max="{step.total}"></progress> {text}' if step.total else text


def _in_notebook() -> bool:
    """Whether this process is the kernel of a notebook."""
    if "IPython" not in sys.modules:
        return False
    from IPython import get_ipython

    shell = get_ipython()
    return shell is not None and getattr(shell, "kernel", None) is not None
