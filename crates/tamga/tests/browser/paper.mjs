// The same pages on paper, as JSON, in forced colours, and with the stylesheet's other faces.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROUND, json } from "./addresses.mjs";
import { PHONE, reader } from "./browser.mjs";
import { test } from "./tests.mjs";

const PAPERS = [
  { language: "en", path: ROUND, name: "round", mark: /ISK18 · Public · printed \d+ \w+ \d{4}, \d\d:\d\d UTC/, not: /\b(Menu|Search|As of:|Appearance)\b/, says: ["Issyk-Kul round, 28–30 June 2018", "Turkmenistan", "Center on Non-proliferation", "Where the sources differ"] },
  { language: "ru", path: ROUND, name: "round", mark: /ISK18 · Открыто для всех · напечатано/, not: /Меню|Поиск|На дату:|Оформление/, says: ["Иссык-Кульский раунд, 28–30 июня 2018 г.", "Туркменистан", "В чём источники расходятся"] },
  { language: "en", path: `${ROUND}?as_of=2017-12-31`, name: "round-proposed", mark: /AS OF 31 December 2017 · ISK18 · Public/, not: /\b(Menu|Search|Return to today)\b/, says: ["Proposed"] },
  { language: "ru", path: "/series/central-asia", name: "series", mark: /напечатано/, not: /Меню|Поиск/, says: ["Туркменистан", "Стамбульский"] },
];

/** Prints, asks for JSON, and looks at the pages as readers with settings of their own do. */
export async function onPaper(browser, origin, pages, shots) {
  const folder = mkdtempSync(join(tmpdir(), "tamga-paper-"));
  try {
    for (const paper of PAPERS) {
      await test(`${paper.path} prints on A4 in ${paper.language}, whole, with its mark and without its menus`, () =>
        prints(browser, origin, paper, shots ?? folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const place of pages) {
    await test(`${place.name} is JSON for who asks for JSON, and says the same`, () => asJson(browser, origin, place));
  }
  await test("In forced colours and with motion allowed the pages stand", () => otherEyes(browser, origin, shots));
}

async function prints(browser, origin, { language, path, name, mark, not, says }, folder) {
  const someone = await reader(browser, origin, { language });
  try {
    await someone.page.goto(path);
    const file = join(folder, `${name}-${language}.pdf`);
    writeFileSync(file, await someone.page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const text = tool("pdftotext", ["-layout", file, "-"]);
    if (text === null) return;
    const flat = text.replace(/\s+/g, " ");
    const sheets = text.split("\f").filter((sheet) => sheet.trim());
    for (const [number, sheet] of sheets.entries()) {
      assert.match(sheet, mark, `sheet ${number + 1}`);
      assert.match(sheet, new RegExp(`${number + 1} ?/ ?${sheets.length}`));
    }
    assert.doesNotMatch(flat, not);
    for (const words of says) assert.ok(flat.includes(words), `${words} is missing`);
    assert.match(tool("pdfinfo", [file]), /Page size: +(594|595|841|842)[.\d]* x (594|595|841|842)/);
  } finally {
    await someone.close();
  }
}

/** What a tool of the system says; nothing where it is not installed. */
function tool(name, parameters) {
  try {
    return execFileSync(name, parameters, { encoding: "utf8" });
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

async function asJson(browser, origin, { path, status }) {
  const someone = await reader(browser, origin);
  try {
    const answer = await json(origin, path);
    assert.equal(answer.status, status);
    assert.match(answer.type, /^application\/(problem\+)?json/);
    await someone.page.goto(path);
    const shown = await someone.page.locator("h1").innerText();
    const { body } = answer;
    const stands = body.line?.stands;
    const text = stands?.adopted?.body.text ?? stands?.text?.body;
    // A board is called what it is, and not like its series.
    const said = body.groups ? undefined : (body.title ?? text?.title ?? (body.round ?? body.series)?.body?.title);
    const words = typeof said === "string" ? said : said?.in.en.words;
    if (words) assert.ok(shown.includes(words), `${shown} is not ${words}`);
    else {
      const list = Array.isArray(body.series) || body.reviews || body.recommendations || body.groups || text;
      assert.ok(body.query !== undefined || list, "neither title, query nor list");
    }
  } finally {
    await someone.close();
  }
}

async function otherEyes(browser, origin, shots) {
  for (const [name, options] of [
    ["forced-colours", { forcedColors: "active" }],
    ["motion", { reducedMotion: "no-preference", screen: PHONE }],
  ]) {
    const someone = await reader(browser, origin, options);
    try {
      for (const path of ["/", ROUND]) {
        await someone.page.goto(path);
        assert.ok(await someone.page.locator("h1").isVisible());
        const shot = `${name}${path === "/" ? "-home" : "-round"}.png`;
        if (shots) await someone.page.screenshot({ path: join(shots, shot), fullPage: true });
      }
      assert.deepEqual(someone.complaints, []);
    } finally {
      await someone.close();
    }
  }
}
