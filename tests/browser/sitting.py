"""A person at the board: what they do with mouse and keyboard, and what they see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

SCENARIO = "Amazon product recommendations"


TWO_DESIGNS = """\
flowchart LR
  web[Web app] --> shop[Shop service] --> db[(Orders DB)]
  shop --> redis[Redis]
  web --> db
  app[Mobile app] --> api[Basket service] --> store[(Basket DB)]
"""


class Sitting:
    """The board page. `Sitting.begin(page)` starts one from the gallery."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.status = page.locator(".save-status")
        self.verdict = page.locator(".verdict")
        self.rows = page.locator(".row")

    @classmethod
    def begin(cls, page: Page, scenario: str | None = SCENARIO) -> Sitting:
        page.goto("/")
        if scenario is None:
            page.get_by_role("button", name="Open a free board").click()
        else:
            page.get_by_role("article").filter(has_text=scenario).get_by_role("button", name="Start").click()
        return cls(page).ready()

    def ready(self) -> Sitting:
        """Wait until one can draw."""
        expect(self.page.get_by_role("button", name="Get feedback")).to_be_enabled()
        return self

    def saved(self) -> Sitting:
        """Wait until the server has everything."""
        expect(self.status).to_have_text("Saved")
        return self

    def add(self, *kinds: str) -> None:
        """Click components in the palette."""
        palette = self.page.get_by_role("region", name="Components")
        for kind in kinds:
            palette.get_by_role("button", name=kind, exact=True).click()

    def outline(self) -> Locator:
        """Open the outline."""
        self.page.get_by_role("tab", name="Outline").click()
        return self.page.get_by_role("tabpanel")

    def row(self, name: str) -> Locator:
        """A component in the outline."""
        return self.rows.filter(has=self.page.get_by_role("button", name=f"Rename {name}", exact=True))

    def connect(self, source: str, target: str) -> None:
        """Connect two components in the outline."""
        self.row(source).get_by_role("button", name=f"Connect {source} to another").click()
        self.row(source).get_by_label(f"Connect {source} to", exact=True).select_option(label=target)
        self.row(source).get_by_role("button", name="Connect", exact=True).click()
        expect(self.links(source)).to_contain_text(target)

    def links(self, source: str) -> Locator:
        """What a component is connected to, in the outline."""
        return self.page.get_by_role("list", name=f"Connections of {source}", exact=True)

    def ask(self) -> None:
        """Get feedback on the board as it is."""
        with self.page.expect_response(lambda answer: answer.url.endswith("/assessments")):
            self.page.get_by_role("button", name="Get feedback").click()
        expect(self.verdict).to_be_visible()

    def finding(self, check: str) -> Locator:
        """The card of a check in the feedback."""
        return self.page.locator(f'.finding[data-check="{check}"]')

    def open_finding(self, check: str) -> Locator:
        """Choose a finding, so that its card shows all; it is pointed at on the board, too."""
        card = self.finding(check)
        title = card.get_by_role("heading").get_by_role("button")
        if title.get_attribute("aria-expanded") == "false":
            title.click()
        expect(title).to_have_attribute("aria-expanded", "true")
        return card

    def press(self, tool: str) -> None:
        """Choose a tool of the editor by its key."""
        self.page.locator(".excalidraw").press(tool)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag across the board, in pixels from its top left."""
        board = self.page.locator(".stage").bounding_box()
        assert board is not None
        mouse, (x, y) = self.page.mouse, (board["x"], board["y"])
        mouse.move(x + start[0], y + start[1])
        mouse.down()
        mouse.move(x + (start[0] + end[0]) / 2, y + (start[1] + end[1]) / 2, steps=4)
        mouse.move(x + end[0], y + end[1], steps=4)
        mouse.up()

    def box(self, label: str, x: float, y: float, width: float = 120, height: float = 70) -> None:
        """Draw a rectangle and write into it; left of x = 230 lie the properties of the tool."""
        self.press("r")
        self.drag((x, y), (x + width, y + height))
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(label)
        self.page.keyboard.press("Escape")

    def arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw an arrow."""
        self.press("a")
        self.drag(start, end)

    def stored(self) -> list[dict[str, Any]]:
        """What the server has of the board, without what was deleted."""
        answer = self.page.request.get(self.page.url.replace("/sessions/", "/api/sessions/") + "/board")
        return [element for element in answer.json()["elements"] if not element["isDeleted"]]


def scene(*labels: str) -> dict[str, Any]:
    """A drawing of boxes in a row, as Excalidraw saves it."""
    elements: list[dict[str, Any]] = []
    for i, label in enumerate(labels):
        elements += _box(f"box{i}", label, 260.0 * i)
    return {"type": "excalidraw", "version": 2, "elements": elements, "appState": {}, "files": {}}


def _box(id_: str, label: str, x: float) -> list[dict[str, Any]]:
    common = {"y": 0, "angle": 0, "strokeColor": "#1e1e1e", "groupIds": [], "version": 1, "versionNonce": 1, "seed": 1}
    bound = [{"id": f"{id_}-text", "type": "text"}]
    text = {"text": label, "originalText": label, "fontSize": 20, "fontFamily": 5, "containerId": id_}
    return [
        {**common, "id": id_, "type": "rectangle", "x": x, "width": 160, "height": 80, "boundElements": bound},
        {**common, "id": f"{id_}-text", "type": "text", "x": x, "width": 100, "height": 25, **text},
    ]


def write_scene(folder: Path, *labels: str) -> Path:
    """Write a drawing into a file."""
    path = folder / "sketch.excalidraw"
    path.write_text(json.dumps(scene(*labels)))
    return path


DROP = """
async ([selector, name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: name.endsWith(".svg") ? "image/svg+xml" : "" }));
  const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
  const target = document.querySelector(selector);
  target.dispatchEvent(new DragEvent("dragover", options));
  target.dispatchEvent(new DragEvent("drop", options));
}
"""


def drop(page: Page, selector: str, name: str, text: str) -> None:
    """Drop a file from outside onto an element of the page."""
    page.evaluate(DROP, [selector, name, text])
