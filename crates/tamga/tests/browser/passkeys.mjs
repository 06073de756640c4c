// Passkeys with a device that the browser plays. Only for a program that was built with them, at an address of its own.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { findings } from "./axe.mjs";
import { reader, signIn } from "./browser.mjs";
import { start } from "./installation.mjs";
import { test } from "./tests.mjs";

/** A port that was free a moment ago: the address has to be known before the program starts. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A device that knows its person and keeps keys that say whose they are. */
async function device(context, page) {
  const protocol = await context.newCDPSession(page);
  await protocol.send("WebAuthn.enable");
  const { authenticatorId } = await protocol.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return {
    knowsItsPerson: (isUserVerified) => protocol.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

export async function passkeys(browser, binary) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const installation = await start(binary, ["--address", origin], port);
  try {
    await test("Somebody adds a passkey, signs in with it and nothing else, and removes it", async () => {
      const someone = await reader(browser, origin);
      const { page, context, complaints } = someone;
      try {
        const own = await device(context, page);
        await signIn(page, "xbr-coordinator");
        await page.goto("/account?lang=en");
        await page.getByLabel("What to call it").fill("Office laptop");
        await page.getByRole("button", { name: "Add a passkey" }).click();
        await page.getByText("The passkey is added.").waitFor();
        assert.deepEqual(await findings(page), []);
        await page.getByRole("button", { name: "Sign out" }).last().click();
        await page.goto("/sign-in?lang=en&next=/exercise/plans");
        await page.getByRole("button", { name: "Use a passkey" }).click();
        await page.waitForURL((url) => url.pathname === "/exercise/plans");
        await page.goto("/sign-in/again?lang=en&next=/account");
        await page.getByRole("button", { name: "Use a passkey" }).click();
        await page.waitForURL((url) => url.pathname === "/account");
        await page.getByText("Office laptop", { exact: true }).waitFor();
        assert.deepEqual(complaints, []);
        await page.getByRole("button", { name: "Sign out" }).last().click();
        await page.goto("/sign-in?lang=en");
        await own.knowsItsPerson(false);
        await page.getByRole("button", { name: "Use a passkey" }).click();
        await page.getByText("No passkey was used.").waitFor();
        await own.knowsItsPerson(true);
        await signIn(page, "xbr-coordinator");
        await page.goto("/account?lang=en");
        await page.getByText("Remove", { exact: true }).first().click();
        await page.getByRole("button", { name: "Remove" }).click();
        await page.getByText("The passkey is removed.").waitFor();
        await page.getByRole("button", { name: "Sign out" }).last().click();
        await page.goto("/sign-in?lang=en");
        await page.getByRole("button", { name: "Use a passkey" }).click();
        await page.getByText("This passkey is not known here").waitFor();
      } finally {
        await someone.close();
      }
    });
    await test("Without a script the page of signing in offers no passkey", async () => {
      const someone = await reader(browser, origin, { javaScriptEnabled: false });
      try {
        await someone.page.goto("/sign-in?lang=en");
        assert.equal(await someone.page.getByRole("button", { name: "Use a passkey" }).count(), 0);
      } finally {
        await someone.close();
      }
    });
  } finally {
    await installation.stop();
  }
}
