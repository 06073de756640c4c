// Tests are sentences. They run in order, each says at once how it went.

const counted = { passed: 0, failed: 0 };

/** Runs one test. */
export async function test(sentence, check) {
  try {
    await check();
    counted.passed += 1;
    if (process.env.TAMGA_QUIET === undefined) console.log(`  ok    ${sentence}`);
  } catch (error) {
    counted.failed += 1;
    console.log(`  FAIL  ${sentence}\n${indented(error)}`);
  }
}

function indented(error) {
  const said = error.code === "ERR_ASSERTION" ? error.message : (error.stack ?? String(error));
  return said.split("\n").slice(0, 30).join("\n").replace(/^/gm, "        ");
}

/** The last line, and whether all is well. */
export function finish() {
  console.log(`${counted.passed} passed, ${counted.failed} failed`);
  return counted.failed === 0 && counted.passed > 0;
}
