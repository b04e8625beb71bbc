// The peer: sharp (libvips) makes of the same pictures the same sizes, in its own idiom.
// node sharp.js JOBS TARGET. JOBS: a JSON file of {file, made: [[width, format, quality], …]}.
const { mkdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const sharp = require("sharp");

const [jobs, target] = process.argv.slice(2);
mkdirSync(target, { recursive: true });

async function make({ file, made }, n) {
  const picture = sharp(file).rotate();
  for (const [width, format, quality] of made) {
    await picture
      .clone()
      .resize(width)
      .toFormat(format, { quality, progressive: format === "jpeg" })
      .toFile(join(target, `${n}-${width}.${format}`));
  }
}

// as many pictures at a time as there are processors; libvips has threads of its own besides
Promise.all(JSON.parse(readFileSync(jobs, "utf8")).map(make)).catch((error) => {
  console.error(error);
  process.exit(1);
});
