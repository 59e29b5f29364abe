'use strict';
// Figures that tests print are a line each on standard output, without jest's frame and stack: `scripts/test.sh` keeps them apart from what it tells.
globalThis.console = require('node:console');
