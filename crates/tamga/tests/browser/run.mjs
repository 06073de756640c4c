// Real-browser tests. node run.mjs [path of the binary]
// TAMGA_BIN: the binary. TAMGA_SHOTS: a folder for screenshots. TAMGA_ONLY: pages, stories, paper, or passkeys (these only
// where the binary was built with them).

import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pages } from "./addresses.mjs";
import { launch } from "./browser.mjs";
import { start } from "./installation.mjs";
import { onPaper } from "./paper.mjs";
import { passkeys } from "./passkeys.mjs";
import { everyPage } from "./pages.mjs";
import { stories } from "./stories.mjs";
import { finish } from "./tests.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const binary = resolve(process.argv[2] ?? process.env.TAMGA_BIN ?? `${here}/../../../../target/debug/tamga`);
const shots = process.env.TAMGA_SHOTS && resolve(process.env.TAMGA_SHOTS);
const only = process.env.TAMGA_ONLY;
if (shots) mkdirSync(shots, { recursive: true });

if (only === "passkeys") {
  const browser = await launch();
  await passkeys(browser, binary).finally(() => browser.close());
  process.exit(finish() ? 0 : 1);
}

const installation = await start(binary);
try {
  const browser = await launch();
  try {
    const all = await pages(installation.origin);
    if (!only || only === "stories") await stories(browser, installation.origin);
    if (!only || only === "paper") await onPaper(browser, installation.origin, all, shots);
    if (!only || only === "pages") await everyPage(browser, installation.origin, all, shots);
  } finally {
    await browser.close();
  }
} finally {
  await installation.stop();
}
process.exitCode = finish() ? 0 : 1;
