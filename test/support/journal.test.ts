import fc from 'fast-check';
import { decodeJournal } from '../../src/agent/respond/journal/codec';
import { JournalModel } from './journal-model';

const names = Object.keys(new JournalModel().happenings);
const rare = new Set(['reboot', 'namespaceEnds', 'mode', 'agentEnds', 'apiGoes', 'podIsDeleted']);
const usual = names.filter((name) => !rare.has(name));
const often = ['hit', 'commandRuns', 'commandRuns', 'commandRuns', 'watchDelivers', 'watchDelivers', 'nodeIsSeen', 'nodeIsSeen', 'agentStarts', 'apiComesBack', 'lists', 'personDeletes'];
const kinds = [...names, ...usual, ...usual, ...often, ...often];
/** One number says what happens and to whom. */
const history = fc.array(fc.nat({ max: kinds.length * 256 - 1 }), { minLength: 20, maxLength: 200, size: 'max' });

function run(model: JournalModel, happened: readonly number[]): void {
  for (const [at, code] of happened.entries()) {
    model.happenings[kinds[code >> 8] ?? '']?.(code & 255);
    if (model.problems.length > 0) throw new Error(`after ${happened.slice(0, at + 1).map((one) => `${kinds[one >> 8] ?? ''} ${one & 255}`).join(', ')}: ${model.problems.join('; ')}`);
  }
}

/** What is not as it is declared, once everything works again. */
function strays(model: JournalModel): readonly string[] {
  const frozen = model.containers.flatMap((container) => {
    const declared = model.mode !== 'Off' && !container.pod.deleting && model.api.holderOf(container) !== undefined;
    return declared === (container.contained !== undefined) ? [] : [`${container.id} is ${declared ? 'declared and runs' : 'frozen and not declared'}`];
  });
  const going = [...model.api.containments.values()].filter(({ deleting }) => deleting).map(({ uid }) => `${uid} is being deleted for ever`);
  const kept = [...model.api.containments.values()].filter(({ ended, finalizer }) => ended && finalizer).map(({ uid }) => `${uid} has ended and cannot be deleted without an agent`);
  const entries = new Set(decodeJournal(model.disk).journal.entries.map(({ containerId }) => containerId));
  const unknown = model.containers.filter(({ id, contained }) => contained !== undefined && !entries.has(id)).map(({ id }) => `${id} is frozen and not in the journal`);
  return [...frozen, ...going, ...kept, ...unknown, ...model.problems];
}

describe('the containment journal', () => {
  it('never thaws what is declared, nor a pod that goes, nor what nobody released, and ends in what is declared', () => {
    fc.assert(
      fc.property(history, (happened) => {
        const model = new JournalModel();
        run(model, happened);
        model.settle();
        const found = strays(model);
        if (found.length > 0) throw new Error(`${happened.map((one) => `${kinds[one >> 8] ?? ''} ${one & 255}`).join(', ')}: ${found.join('; ')}`);
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 30_000 },
    );
  });
});
