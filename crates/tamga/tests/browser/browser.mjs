// Debian's Chromium, and readers who keep note of what a page must not do.

import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Starts the browser. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ARGUMENTS });
}

/** A reader: a language, a screen, a look; with a page, and the complaints of that page. */
export async function reader(browser, origin, options = {}) {
  const { language = "en", screen = WIDE, look = "light", ...rest } = options;
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === "ru" ? "ru-RU" : "en-GB",
    viewport: screen,
    colorScheme: look,
    reducedMotion: "reduce",
    ...rest,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("console", (message) => {
    const expected = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !expected) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A reader who goes on before a picture has come gives that picture up: nothing failed.
    const given = request.failure()?.errorText;
    if (given !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url().slice(0, 200)} (${given})`);
  });
  page.on("response", (response) => {
    const part = response.request().resourceType() !== "document";
    if (part && response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`another host: ${request.url()}`);
  });
  return { page, context, complaints, close: () => context.close() };
}

/** Signs in with one of the accounts that a demonstration has ready; the page after it is the exercise's first. */
export async function signIn(page, login) {
  await page.goto("/sign-in?lang=en");
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Password").fill("exercise-on-the-lake");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((address) => address.pathname !== "/sign-in");
}
