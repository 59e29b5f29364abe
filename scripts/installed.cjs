'use strict';
// Exits 0 when node_modules holds what package-lock.json names, so that `npm ci` (which starts from nothing) runs only when needed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = process.argv[2] ?? '.';

function packagesOf(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

function isInstalled() {
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path]) => path !== '');
  const present = packagesOf('node_modules/.package-lock.json');
  return wanted.every(([path, { version, optional }]) => {
    const installed = present[path];
    return installed === undefined ? optional === true : installed.version === version; // optional: made for another platform
  });
}

try {
  process.exitCode = isInstalled() ? 0 : 1;
} catch {
  process.exitCode = 1;
}
