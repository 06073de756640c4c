// What holds on every page, in both languages, on a wide screen and on a phone, light and dark.

import assert from "node:assert/strict";
import { join } from "node:path";
import { findings } from "./axe.mjs";
import { PHONE, WIDE, reader } from "./browser.mjs";
import { test } from "./tests.mjs";

const KEY = /\b(shell|round|series|search|history|error|kind|audience|record|home|refusal|cli|plans|sharing|releases|clearance|provenance|marking|file|erasure|listing|submissions|dialogue)-[a-z]+(-[a-z]+)*\b/;
const NARROW = [390, 360, 320];
const LANGUAGES = { en: "in English", ru: "in Russian" };
const SCREENS = { 1440: WIDE, 390: PHONE };

/** Goes through all pages as eight readers. */
export async function everyPage(browser, origin, pages, shots) {
  for (const language of ["en", "ru"]) {
    for (const [width, screen] of Object.entries(SCREENS)) {
      for (const look of ["light", "dark"]) {
        const someone = await reader(browser, origin, { language, screen, look });
        for (const place of pages) {
          const shot = shots && join(shots, `${place.name}-${width}-${language}${look === "dark" ? "-dark" : ""}.png`);
          await test(`${place.name} stands ${LANGUAGES[language]}, ${width} wide, ${look}`, () =>
            whole(someone, place, { language, width: Number(width), shot }));
        }
        await someone.close();
      }
    }
  }
}

async function whole({ page, complaints }, place, { language, width, shot }) {
  complaints.length = 0;
  const response = await page.goto(place.path);
  if (shot) await page.screenshot({ path: shot, fullPage: true, caret: "initial" });
  assert.equal(response.status(), place.status);
  const said = await page.evaluate(read);
  assert.equal(said.headings, 1, "one h1");
  assert.equal(said.language, language);
  assert.match(said.title, /\S.* · \S/);
  assert.doesNotMatch(said.text, KEY, "a message key is shown");
  assert.doesNotMatch(said.text, /[⟨⟩]|\bundefined\b|\bNone\b|\{ ?\$|[\u2068\u2069]/, "a raw value is shown");
  assert.doesNotMatch(said.text, /Киргизи/i);
  assert.deepEqual(said.styled, [], "style attributes and scripts");
  assert.deepEqual(said.empty, [], "links, headings and cells of lists without words");
  await fits(page, width);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(complaints, []);
}

function read() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const outer = (element) => element.outerHTML.slice(0, 160);
  // Before anything is hidden here, which sets styles itself.
  const styled = all("[style], script, [onclick]").map(outer);
  const without = (parts, look) => {
    parts.forEach((part) => (part.style.display = "none"));
    const seen = look();
    parts.forEach((part) => part.removeAttribute("style"));
    return seen;
  };
  return {
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    title: document.title,
    // What stands as code is not said: the types of problems on the page of the API are keys.
    text: without(all("code"), () => document.body.innerText),
    styled,
    empty: all("main :is(a, h1, h2, h3, dt, dd, th, li)").filter((one) => !one.textContent.trim()).map(outer),
  };
}

/** Nothing scrolls sideways but what is a named region made for it, and nothing leaves its column. */
async function fits(page, width) {
  const widths = width === 390 ? NARROW : [width];
  for (const narrow of widths) {
    await page.setViewportSize({ width: narrow, height: page.viewportSize().height });
    const beyond = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const out = document.scrollingElement.scrollWidth > edge ? [`the document, by ${document.scrollingElement.scrollWidth - edge}`] : [];
      for (const table of document.querySelectorAll("main table, main dl, main pre, main ul, main ol")) {
        const column = table.parentElement;
        if (!table.closest(".wrap, .vh") && table.getBoundingClientRect().right > column.getBoundingClientRect().right + 1) {
          out.push(`${table.tagName} ${table.className} in ${column.tagName} ${column.getAttribute("aria-labelledby") ?? column.className}`);
        }
      }
      return out;
    });
    assert.deepEqual(beyond, [], `too wide at ${narrow}`);
  }
  if (widths.length > 1) await page.setViewportSize({ width, height: page.viewportSize().height });
}
