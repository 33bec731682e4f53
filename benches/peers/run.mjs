// Speed of the tagger beside chrono-node, on the same articles of 2 to 5 KB, one call for each:
//
//     npm install && ERALINE_DATA=… node run.mjs
//
// The articles are the gold documents of that length under ERALINE_DATA. The tagger runs natively, as wasm made for
// speed, and as wasm made as small as the page's; each figure is the best of some rounds.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as chrono from "chrono-node";

/** An engine compiles what it runs for speed only after some rounds, and beside them: so many are enough for all. */
const ROUNDS = 60;
const folder = process.env.ERALINE_DATA;
if (!folder) {
  console.log("skipped: set ERALINE_DATA to the folder that holds timex/timebank.jsonl");
  process.exit(0);
}

const isArticle = (text) => Buffer.byteLength(text) >= 2000 && Buffer.byteLength(text) <= 5000;
const articles = readFileSync(join(folder, "timex/timebank.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line).text)
  .filter(isArticle);
const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const crate = join(dirname(fileURLToPath(import.meta.url)), "../tagger");
const target = join(crate, "target");
mkdirSync(target, { recursive: true });
const text = join(target, "articles.txt");
writeFileSync(text, articles.join("\u001e"));

/** Builds the crate and gives the path of what came of it. */
function built(profile, triple) {
  const forTriple = triple ? ["--target", triple] : [];
  execFileSync("cargo", ["build", "--quiet", "--profile", profile, "--target-dir", target, ...forTriple], {
    cwd: crate,
    env: { ...process.env, ERALINE_BENCH_TEXT: text },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return join(target, triple ?? "", profile, `eraline-tagger-bench${triple ? ".wasm" : ""}`);
}

/** The best time of some rounds, in milliseconds. */
function best(work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The module's one function; what it would ask of a browser is never called. */
function wasm(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  const { main } = new WebAssembly.Instance(module, imports).exports;
  return () => main(0, 0);
}

const reference = new Date("1998-03-06T12:00:00Z");
const peer = best(() => articles.forEach((article) => chrono.parse(article, reference)));
const native = Number(execFileSync(built("release"), { encoding: "utf8" })) / 1000;
const fast = best(wasm(built("release", "wasm32-unknown-unknown")));
const small = best(wasm(built("wasm", "wasm32-unknown-unknown")));

console.log(`${articles.length} articles, ${bytes} bytes`);
console.log("tagger                    MB/s   times chrono-node   of native");
for (const [name, time] of [
  ["chrono-node", peer],
  ["eraline, native", native],
  ["eraline, wasm, speed", fast],
  ["eraline, wasm, size", small],
]) {
  const figures = [(bytes / 1e3 / time).toFixed(1), (peer / time).toFixed(1), (native / time).toFixed(2)];
  console.log(`${name.padEnd(22)}${figures[0].padStart(8)}${figures[1].padStart(20)}${figures[2].padStart(12)}`);
}
