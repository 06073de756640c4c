// A demonstration installation in a folder of its own, on a port that the system chooses.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 90_000;

/** Starts the demonstration, with these words beside its own; resolves once it says where it answers. */
export async function start(binary, words = [], port = 0) {
  const folder = await mkdtemp(join(tmpdir(), "tamga-browser-"));
  const data = join(folder, "data");
  const child = spawn(binary, ["demo", "--data", data, "--listen", `127.0.0.1:${port}`, ...words], { stdio: ["ignore", "ignore", "pipe"] });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await address(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`no address after ${PATIENCE} ms: ${said}`)), PATIENCE);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    child.stderr.setEncoding("utf8").on("data", (piece) => {
      said += piece;
      const found = said.match(/https?:\/\/127\.0\.0\.1:\d+/);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
  });
}
