"""Input events one after the other: each has its whole effect before the next one is routed.

Textual posts a key to the widget that has the focus when the key is read. Of keys that arrive in
one packet, the second one then goes to the widget, or the dialog, that the first one leaves.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.screen import Screen
from textual.widget import Widget

_CLICK_TIMEOUT = 1.0
"""Seconds to wait for a widget to handle a click; a widget that failed never does."""
_WIDGETS_TIMEOUT = 2.0
"""Seconds to wait for all widgets of a screen."""


class SerialInputApp(App[None], inherit_bindings=False):
    """An app that delivers keys and pasted text itself, and waits for clicks to be handled."""

    async def on_event(self, event: events.Event) -> None:
        """Deliver an input event; everything else is handled as Textual does."""
        if isinstance(event, (events.InputEvent, events.Paste)) and not self.accepts_input:
            return
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._deliver(event)
            return
        clicked = self._clicked_widget(event)
        await super().on_event(event)
        if clicked:
            await _wait_until_handled(clicked)

    @property
    def is_exiting(self) -> bool:
        """Whether the app is exiting."""
        return self._exit

    @property
    def accepts_input(self) -> bool:
        """Whether there is a screen and the app does not exit: input behind the exit key is lost,
        as a shell would not expect it."""
        return not self._exit and bool(self._screen_stack)

    def translate_key(self, key: events.Key) -> events.Key:
        """Return the key to deliver in place of ``key``; called when its target is known."""
        return key

    async def _deliver(self, event: events.Key | events.Paste) -> None:
        """Call the handlers of the focused widget, its ancestors and the screen, then the bindings.

        Textual would post the event from queue to queue instead.
        """
        self.app_focus = True
        screen = await self._mounted_screen()
        if isinstance(event, events.Key):
            event = self.translate_key(event)
            if await self._check_bindings(event.key, priority=True):
                return
        event._set_forwarded()
        event.bubble = False  # type: ignore[misc]  # the loop below does it
        for node in (screen.focused or screen).ancestors_with_self:
            if not isinstance(node, Widget):  # the app
                break
            with node._context():
                await node._dispatch_message(event)
            if event._stop_propagation or event._no_default_action:
                return
        if isinstance(event, events.Key) and not await self._check_bindings(event.key):
            self.key_without_binding(event)

    def key_without_binding(self, key: events.Key) -> None:
        """Handle a key that no widget takes and that has no binding."""

    async def _mounted_screen(self) -> Screen[object]:
        """Return the current screen once it is mounted: before that, it has no focused widget."""
        while True:
            screen = self.screen
            await screen._mounted_event.wait()
            if screen is self.screen:
                return screen

    def _clicked_widget(self, event: events.Event) -> Widget | None:
        """Return the widget that a mouse button event will be posted to."""
        if not isinstance(event, (events.MouseDown, events.MouseUp)) or event.is_forwarded:
            return None
        with suppress(NoWidget):  # outside of the screen
            return self.mouse_captured or self.screen.get_widget_at(event.x, event.y)[0]
        return None


async def _wait_until_handled(widget: Widget) -> None:
    """Wait until a widget has handled the messages in its queue."""
    handled = asyncio.Event()
    if widget.is_running and widget.post_message(events.Callback(callback=handled.set)):
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLICK_TIMEOUT):
                await handled.wait()


async def wait_for_widgets(app: App[object]) -> None:
    """Wait until the widgets of the current screen have handled the messages in their queues."""
    if not app.screen_stack:
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(_WIDGETS_TIMEOUT):
            for widget in [app.screen, *app.screen.walk_children(Widget)]:
                await _wait_until_handled(widget)
