// axe-core: WCAG 2.0 to 2.2 A and AA, and best practices. Nothing is excused.

import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe finds on a page, one line a finding. */
export async function findings(page) {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (tags) => (await globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations,
    TAGS,
  );
  return violations.flatMap(({ impact, id, nodes }) =>
    nodes.map((node) => `${impact}: ${id} at ${node.target.join(" ")}: ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message}`),
  );
}
