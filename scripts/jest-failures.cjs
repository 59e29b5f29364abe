'use strict';
// Prints what failed in a jest report, for people: each test's file and name, and the first lines of its message.
const { readFileSync } = require('node:fs');
const { relative } = require('node:path');

const LINES = 6;
const WIDTH = 240;
const COLOURS = /\x1b\[[0-9;]*m/g;

/** The first lines that say something; where in which library it was thrown does not. */
function shortened(message) {
  const lines = message.replace(COLOURS, '').split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '' && !/^\s+at .*node_modules/.test(line)).slice(0, LINES).map((line) => `      ${line.slice(0, WIDTH)}\n`).join('');
}

function told({ name, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const tests = assertionResults.filter(({ status }) => status !== 'passed');
  if (tests.length === 0) return message === '' ? '' : `  FAILED ${file}\n${shortened(message)}`;
  return tests.map(({ fullName, status, failureMessages }) => `  ${status.toUpperCase()} ${file} › ${fullName}\n${shortened(failureMessages.join('\n'))}`).join('');
}

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
process.stdout.write(report.testResults.filter(({ status, assertionResults }) => status !== 'passed' || assertionResults.some((test) => test.status !== 'passed')).map(told).join(''));
