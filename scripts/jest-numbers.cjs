'use strict';
// Prints "PASSED FAILED" of a jest report. A skipped or unwritten test and a file that could not run count as failed.
const { readFileSync } = require('node:fs');

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + report.numRuntimeErrorTestSuites;
// A run without any test proves nothing.
const empty = report.numTotalTests === 0 && failed === 0 ? 1 : 0;
process.stdout.write(`${report.numPassedTests} ${failed + empty}\n`);
