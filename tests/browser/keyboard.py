"""Keys as a keyboard layout sends them, from the browser's own input on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

ALT: Final = 1
CONTROL: Final = 2
SHIFT: Final = 8

Key = tuple[str, str, int]
"""The character that the layout gives, the key's place, the modifiers."""


def press(page: Page, *keys: Key) -> None:
    """Press and release keys, one after the other."""
    devtools = page.context.new_cdp_session(page)
    for key, code, modifiers in keys:
        for kind in ("rawKeyDown", "keyUp"):
            devtools.send(
                "Input.dispatchKeyEvent", {"type": kind, "key": key, "code": code, "modifiers": modifiers}
            )
    devtools.detach()
