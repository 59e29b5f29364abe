import { aProcessEvent, aRevocation, ruleSet } from '../../../test/support/events';
import type { LinkedRule } from '../../compile';
import { buildFinding, type FindingContext } from './finding';

const FREEZE: LinkedRule = { policy: 'shop/web-tier', rule: 'foreign-program', severity: 'Critical', mode: 'Enforce', message: 'a program that is not part of the image was started', tags: ['T1105'], respond: ['Freeze', 'Kill'] };
const AUDIT: LinkedRule = { policy: 'base', rule: 'dropped-program', severity: 'Critical', mode: 'Audit', message: undefined, tags: [], respond: ['Kill'] };

const context: FindingContext = {
  node: 'n1',
  bootId: '9f1c',
  epochNs: 1_790_000_000_000_000_000n,
  rulesOf: (id) => [FREEZE, AUDIT].slice(id, id + 1),
  container: {
    ...{ id: '3f', name: 'app', image: 'shop/web:1.4', runtime: 'containerd', sandbox: false, containerdNamespace: 'k8s.io', sandboxId: 'box' },
    pod: { namespace: 'shop', name: 'web-7c9-x2', uid: 'u', labels: { tier: 'web' } },
  },
  executable: (id) => ['', '/usr/sbin/nginx', '/tmp/x'][id],
};

it('has the form of the design', () => {
  expect(buildFinding(aProcessEvent({ matched: ruleSet(0, 1) }), context)).toEqual({
    id: '9f1c.3.48211',
    time: '2026-09-21T14:13:25.123456789Z',
    node: 'n1',
    policy: 'shop/web-tier',
    rule: 'foreign-program',
    alsoMatched: [{ policy: 'base', rule: 'dropped-program', mode: 'Audit' }],
    severity: 'Critical',
    mode: 'Enforce',
    message: 'a program that is not part of the image was started',
    tags: ['T1105'],
    action: 'Freeze',
    result: 'Done',
    latency: { kernelNs: 900 },
    container: { id: '3f', name: 'app', image: 'shop/web:1.4', runtime: 'containerd' },
    pod: { namespace: 'shop', name: 'web-7c9-x2', uid: 'u', labels: { tier: 'web' } },
    process: { pid: 17, hostPid: 20412, executable: '/tmp/x', origin: 'Written', args: ['/tmp/x', '-v'], uid: 33, hostUid: 100033, gid: 33, startTime: '2026-09-21T14:13:25.000000000Z', tty: false },
    parent: { pid: 9, executable: '/usr/sbin/nginx' },
    ancestors: [{ executable: '/usr/sbin/nginx' }],
    object: { kind: 'process' },
    repeats: 0,
  });
});

it('says what an Audit rule would have done', () => {
  expect(buildFinding(aProcessEvent({ matched: ruleSet(1), action: 'Alert' }), context)).toMatchObject({ rule: 'dropped-program', action: 'Kill', result: 'WouldHave', mode: 'Audit' });
});

it('gives the reason of a refusal and the error of a failure', () => {
  expect(buildFinding(aProcessEvent({ result: 'Refused', reason: 'Budget' }), context)).toMatchObject({ result: 'Refused', reason: 'Budget' });
  expect(buildFinding(aProcessEvent({ result: 'Failed', error: -3 }), context)).toMatchObject({ result: 'Failed', error: 'errno 3' });
});

it('names a script by its own path and its interpreter beside it', () => {
  const flags = { ...aProcessEvent().flags, script: true };
  expect(buildFinding(aProcessEvent({}, { flags, path: Buffer.from('/tmp/run.sh') }), context).process).toMatchObject({ executable: '/tmp/run.sh', interpreter: '/tmp/x' });
});

it('says what is not exact', () => {
  const flags = { ...aProcessEvent().flags, argsTruncated: true, unknownSubject: true };
  expect(buildFinding(aProcessEvent({}, { flags }), context).notes).toEqual(['ArgumentsTruncated', 'SubjectUnknown']);
});

it('is a finding also when the rules were put in force by an earlier agent', () => {
  expect(buildFinding(aProcessEvent({ generation: 7 }), { ...context, rulesOf: undefined })).toMatchObject({ policy: 'stasis', rule: 'generation-7', notes: ['GenerationUnknown'], action: 'Freeze' });
});

it('reports a revocation with who did it', () => {
  expect(buildFinding(aRevocation(), context)).toMatchObject({
    ...{ policy: 'stasis', rule: 'revocation', severity: 'Critical' },
    object: { kind: 'revocation', by: { pid: 4, hostPid: 20300, executable: '/usr/sbin/nginx' }, signal: 'SIGCONT', stoppedAgain: 'AtOnce' },
  });
});

it('does not call a process root that the kernel could not describe, nor name a revoker that was not seen', () => {
  const event = aRevocation();
  const finding = buildFinding({ ...event, subject: { ...event.subject, startNs: 0n, pid: 0, uid: 0, hostUid: 0, gid: 0 }, by: { pid: 0, hostPid: 0, executable: 0 } }, context);
  expect(finding.process).toEqual({ hostPid: 20412, executable: '/tmp/x', tty: false });
  expect(finding.object).toEqual({ kind: 'revocation', signal: 'SIGCONT', stoppedAgain: 'AtOnce' });
});

it('leaves out what is not known', () => {
  const finding = buildFinding(aProcessEvent({}, { path: Buffer.alloc(0), args: [], ancestors: [] }), { ...context, container: undefined, executable: () => undefined });
  expect(Object.keys(finding)).not.toEqual(expect.arrayContaining(['container', 'pod', 'ancestors']));
  expect(finding.process).not.toHaveProperty('executable');
});
