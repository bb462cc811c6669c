// Bundles the islands into `dist/`, which the binary embeds, or with `--tests` their tests into `build/`.
import { readFileSync, rmSync, writeFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const tests = process.argv.includes("--tests");
const own = new URL(".", import.meta.url).pathname;

/** The entry points: scripts directly in `src`, each with the style sheet that it imports. */
const entries = (folder, ending) => readdirSync(`${own}${folder}`).filter((name) => name.endsWith(ending) && !name.endsWith(".d.ts")).map((name) => `${own}${folder}/${name}`);

if (tests) {
  rmSync(`${own}build`, { recursive: true, force: true });
  await build({ entryPoints: entries("test", ".test.ts"), outdir: `${own}build/test`, bundle: true, platform: "node", format: "esm", sourcemap: "inline" });
} else {
  for (const name of readdirSync(`${own}dist`)) if (name !== ".gitignore") rmSync(`${own}dist/${name}`);
  const { metafile } = await build({
    entryPoints: entries("src", ".ts"),
    outdir: `${own}dist`,
    bundle: true,
    format: "esm",
    minify: true,
    // What had the Popover API, `:has` and `findLast` in all engines.
    target: ["chrome120", "firefox121", "safari17"],
    alias: { entities: `${own}src/slim/entities.ts`, "linkify-it": `${own}src/slim/linkify-it.ts` },
    legalComments: "none",
    banner: { js: "/* Gazette, AGPL-3.0-or-later; what it is built with: licences.txt */" },
    metafile: true,
  });
  writeFileSync(`${own}dist/licences.txt`, licences(metafile));
  for (const file of Object.keys(metafile.outputs)) {
    const size = gzipSync(readFileSync(file)).length;
    console.log(`${file.split("/").at(-1).padEnd(16)} ${(size / 1000).toFixed(1).padStart(6)} kB gzip`);
  }
}

/** The licences of the packages that are in the bundle; they ask to be passed on with it. */
function licences(metafile) {
  const packages = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
      if (name && bytesInOutput > 0) packages.add(name);
    }
  }
  const texts = [...packages].sort().map((name) => {
    const folder = `${own}node_modules/${name}/`;
    const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(folder + file, "utf8").trim() : "No licence file."}\n`;
  });
  return texts.join("\n----\n\n");
}
