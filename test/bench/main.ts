import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../support/checkout';
import { footprint } from './footprint';
import { freezing } from './freezing';
import { judging } from './judging';
import { describeMachine } from './machine';
import { operations } from './operations';
import { operator } from './operator';
import { outcomes } from './figure';
import { publishing } from './publishing';
import { reporting } from './reporting';
import { FULL, QUICK, type Scale } from './scale';
import { markdown, printed, type Section } from './table';

/** `make bench ONLY="judging freezing"` runs some. */
const SECTIONS: Readonly<Record<string, (scale: Scale) => Promise<readonly Section[]>>> = { judging, operations, freezing, reporting, publishing, footprint, operator };
/** In the order in which they run. The operator's need the API server that `make cluster` builds (`make bench-cluster`). */
const USUAL = ['judging', 'operations', 'freezing', 'reporting', 'publishing', 'footprint'];

const RESULTS = join(CHECKOUT, 'test/bench/RESULTS.md');

interface Settings {
  readonly scale: Scale;
  readonly sections: readonly string[];
  readonly record: boolean;
}

function settings({ ONLY = '', QUICK: quick = '', RECORD = '' }: NodeJS.ProcessEnv): Settings {
  return { scale: quick === '' ? FULL : QUICK, sections: ONLY === '' ? USUAL : ONLY.split(/[\s,]+/), record: RECORD !== '' };
}

async function main({ scale, sections: names, record }: Settings): Promise<void> {
  const machine = [...(await describeMachine()), ...(scale === FULL ? [] : ['quick: few samples, to see that everything works'])];
  console.log(`${machine.join('\n')}\n`);
  const sections: Section[] = [];
  for (const name of names) {
    const measure = SECTIONS[name];
    if (measure === undefined) throw new Error(`There is no section "${name}"; there are: ${Object.keys(SECTIONS).join(', ')}`);
    for (const section of await measure(scale)) {
      console.log(printed(section));
      sections.push(section);
    }
  }
  console.log(verdict(sections));
  if (record) writeFileSync(RESULTS, recorded(machine, sections));
}

function verdict(sections: readonly Section[]): string {
  const results = sections.flatMap(({ figures }) => figures.flatMap(outcomes));
  return `${results.filter(({ met }) => met).length} targets met, ${results.filter(({ met }) => !met).length} missed`;
}

function recorded(machine: readonly string[], sections: readonly Section[]): string {
  const head = ['# Figures', '', 'Written by `make bench RECORD=1`. The spread is the greatest difference between the medians of two rounds, as a share of the median.', ''];
  return [...head, ...machine.map((line) => `- ${line}`), `- ${verdict(sections)}`, '', ...sections.map(markdown)].join('\n');
}

main(settings(process.env)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1); // what a section left is swept by its session's guard
  },
);
