"""axe-core in a page: WCAG 2.2 up to level AA, and what its makers call best practice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  if (document.getAnimations) document.getAnimations().forEach((one) => one.finish());
  const {violations} = await axe.run({runOnly: tags, resultTypes: ['violations']});
  return violations.map(({id, help, nodes}) => {
    const first = nodes[0];
    const why = first.failureSummary.split('\\n')[1] ?? '';
    return `${id}: ${help} (${nodes.length} times: ${first.target.join(' ')}: ${why.trim()})`;
  });
}"""


def violations(page: Page, modules: Path) -> list[str]:
    """A line for each rule that the page breaks. Its context must bypass the page's CSP."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((modules / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found
