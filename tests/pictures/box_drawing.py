"""Lines and blocks, drawn from edge to edge of a cell as terminals do, not with a font."""

from __future__ import annotations

from PIL.ImageDraw import ImageDraw

from tests.pictures.cells import Rgb, blend

_LINES = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "udr", "┤": "udl",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╴": "l", "╶": "r", "╵": "u", "╷": "d",
}  # fmt: skip
_HEAVY = {"━": "lr", "┃": "ud", "╸": "l", "╺": "r"}
_DASHED = {"┄": (3, False), "┅": (3, True), "╌": (2, False), "╍": (2, True), "┈": (4, False)}
_ARCS = {"╭": (1, 1), "╮": (-1, 1), "╰": (1, -1), "╯": (-1, -1)}
_SHADES = {"░": 0.3, "▒": 0.5, "▓": 0.75}
_EIGHTHS_UP = "▁▂▃▄▅▆▇"
_EIGHTHS_LEFT = "▏▎▍▌▋▊▉"


def draw_box(
    draw: ImageDraw, text: str, box: tuple[int, int, int, int], color: Rgb, background: Rgb
) -> bool:
    """Draw a character in the cell ``box`` (left, top, width, height); return whether it is a line
    or a block."""
    left, top, width, height = box
    right, bottom = left + width - 1, top + height - 1
    thin = max(1, round(width / 9))
    if text == "█":
        draw.rectangle((left, top, right, bottom), color)
    elif text in _SHADES:
        draw.rectangle((left, top, right, bottom), blend(color, background, _SHADES[text]))
    elif text in _EIGHTHS_UP:
        part = round(height * (_EIGHTHS_UP.index(text) + 1) / 8)
        draw.rectangle((left, bottom - part + 1, right, bottom), color)
    elif text in _EIGHTHS_LEFT:
        part = max(thin, round(width * (_EIGHTHS_LEFT.index(text) + 1) / 8))
        draw.rectangle((left, top, left + part - 1, bottom), color)
    elif text == "▀":
        draw.rectangle((left, top, right, top + height // 2 - 1), color)
    elif text == "▐":
        draw.rectangle((left + width // 2, top, right, bottom), color)
    elif text == "▔":
        draw.rectangle((left, top, right, top + height // 8), color)
    elif text == "▕":
        draw.rectangle((right - thin + 1, top, right, bottom), color)
    elif text in _LINES:
        _arms(draw, _LINES[text], box, thin, color)
    elif text in _HEAVY:
        _arms(draw, _HEAVY[text], box, 3 * thin, color)
    elif text in _DASHED:
        count, heavy = _DASHED[text]
        _dashes(draw, count, box, 3 * thin if heavy else thin, color)
    elif text in _ARCS:
        _arc(draw, *_ARCS[text], box, thin, color)
    else:
        return False
    return True


def _middle(box: tuple[int, int, int, int], thickness: int) -> tuple[int, int]:
    left, top, width, height = box
    return left + (width - thickness) // 2, top + (height - thickness) // 2


def _arms(
    draw: ImageDraw, arms: str, box: tuple[int, int, int, int], thickness: int, color: Rgb
) -> None:
    left, top, width, height = box
    x, y = _middle(box, thickness)
    ends = {
        "l": (left, y, x + thickness - 1, y + thickness - 1),
        "r": (x, y, left + width - 1, y + thickness - 1),
        "u": (x, top, x + thickness - 1, y + thickness - 1),
        "d": (x, y, x + thickness - 1, top + height - 1),
    }
    for arm in arms:
        draw.rectangle(ends[arm], color)


def _dashes(
    draw: ImageDraw, count: int, box: tuple[int, int, int, int], thickness: int, color: Rgb
) -> None:
    left, _, width, _ = box
    _, y = _middle(box, thickness)
    for number in range(count):
        start = left + round(width * number / count)
        end = left + round(width * (number + 0.65) / count)
        draw.rectangle((start, y, max(start, end - 1), y + thickness - 1), color)


def _arc(
    draw: ImageDraw,
    to_right: int,
    to_bottom: int,
    box: tuple[int, int, int, int],
    thickness: int,
    color: Rgb,
) -> None:
    """Draw a rounded corner. Its ends are at the right (1) or left (-1) edge of the cell and at the
    lower (1) or upper (-1) one."""
    left, top, width, height = box
    x, y = _middle(box, thickness)
    radius = width // 2
    start = {(1, 1): 180, (-1, 1): 270, (1, -1): 90, (-1, -1): 0}[to_right, to_bottom]
    edge = x if to_right > 0 else x + thickness - 1 - 2 * radius
    level = y if to_bottom > 0 else y + thickness - 1 - 2 * radius
    draw.arc(
        (edge, level, edge + 2 * radius, level + 2 * radius), start, start + 90, color, thickness
    )
    if to_bottom > 0:
        draw.rectangle((x, y + radius, x + thickness - 1, top + height - 1), color)
    else:
        draw.rectangle((x, top, x + thickness - 1, y + thickness - 1 - radius), color)
    if to_right > 0:
        draw.rectangle((x + radius, y, left + width - 1, y + thickness - 1), color)
    else:
        draw.rectangle((left, y, x + thickness - 1 - radius, y + thickness - 1), color)
