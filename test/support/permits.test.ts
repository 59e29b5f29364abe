import fc from 'fast-check';
import { PermitModel, type ModelSetup } from './permit-model';

const small: readonly ModelSetup[] = [
  { nodes: 2, workloads: [{ name: 'web', pods: 3, budgets: [] }], budgets: {} },
  { nodes: 1, workloads: [{ name: 'web', pods: 4, budgets: [] }], budgets: {} },
  { nodes: 3, workloads: [{ name: 'web', pods: 8, budgets: [] }], budgets: {} },
  { nodes: 2, workloads: [{ name: 'web', pods: 3, budgets: ['both'] }, { name: 'api', pods: 3, budgets: ['both'] }], budgets: { both: 5 } },
  { nodes: 3, workloads: [{ name: 'web', pods: 8, budgets: ['both'] }, { name: 'api', pods: 4, budgets: ['both'] }, { name: 'other', pods: 2, budgets: [] }], budgets: { both: 10 } },
  { nodes: 2, workloads: [{ name: 'web', pods: 3, budgets: ['none'] }], budgets: { none: 3 } },
];
const setup = fc.constantFrom(...small);

const names = Object.keys(new PermitModel({ nodes: 1, workloads: [{ name: 'web', pods: 1, budgets: [] }], budgets: {} }).happenings);
/** What makes things go on happens more often than what breaks them. */
const rare = new Set(['agentRestarts', 'podIsReplaced', 'personFreezes', 'writeIsRepeated', 'operatorSees', 'operatorDecides']);
const often = ['leaderWorks', 'leaderWorks', 'nodeWorks', 'nodeWorks', 'nodeWorks', 'hit', 'hit', 'released', 'timePasses', 'leaderSees'];
const usual = names.filter((name) => !rare.has(name));
const kinds = [...names, ...usual, ...often, ...often, ...often];
/** One number says what happens and to whom: a list of plain numbers is made, and made smaller, fast. */
const history = fc.array(fc.nat({ max: kinds.length * 256 - 1 }), { minLength: 50, maxLength: 400, size: 'max' });

function run(model: PermitModel, happened: readonly number[]): void {
  for (const [at, code] of happened.entries()) {
    const kind = kinds[code >> 8] ?? '';
    model.happenings[kind]?.(code & 255);
    const over = model.counts().find(({ count, allowed }) => count > allowed);
    if (over !== undefined) throw new Error(`after ${happened.slice(0, at + 1).map((one) => `${kinds[one >> 8] ?? ''} ${one & 255}`).join(', ')}: ${JSON.stringify(over)}`);
    if (model.keptWaiting.length > 0) throw new Error(`a pod that has a permit asked in vain: ${model.keptWaiting.join()}`);
  }
}

describe('permits', () => {
  it('never let more pods be armed or frozen than the budget, whatever is late, lost, doubled or restarted', () => {
    fc.assert(fc.property(setup, history, (given, happened) => run(new PermitModel(given), happened)), { numRuns: 1000, interruptAfterTimeLimit: 20_000 });
  });

  it('answer every request once everything arrives, and are given out again', () => {
    fc.assert(
      fc.property(setup, history, (given, happened) => {
        const model = new PermitModel(given);
        run(model, happened);
        model.settle();
        expect(model.unanswered()).toEqual([]);
        expect(model.counts().filter(({ count, allowed }) => count > allowed)).toEqual([]);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 20_000 },
    );
  });
});
