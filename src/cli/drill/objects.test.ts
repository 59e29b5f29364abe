import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicies } from '../../contract/parse';
import { compile } from '../../compile';
import { sha256 } from '../../operator/sha256';
import { canaryPod, DRILL, drillPolicy } from './objects';

it('the policy of a drill is sound, and selects the canary and nobody else', () => {
  const { policies, diagnostics } = parsePolicies('drill.yaml', JSON.stringify(drillPolicy('place')));
  expect(diagnostics).toEqual([]);
  expect(policies.flatMap(({ policy }) => compile(policy, { hash: sha256 }).diagnostics)).toEqual([]);
  const { metadata } = canaryPod({ namespace: 'place', image: 'i', pullPolicy: 'Never' }) as { readonly metadata: { readonly labels: object } };
  expect(drillPolicy('place').spec.target).toEqual({ podSelector: { matchLabels: metadata.labels } });
});

it('the chart gives rights on objects of the name that the drill uses', () => {
  const chart = readFileSync(join(__dirname, '../../../charts/stasis/templates/test-drill.yaml'), 'utf8');
  expect(chart.match(/resourceNames: \[([^\]]+)\]/g)).toEqual([`resourceNames: [${DRILL}]`, `resourceNames: [${DRILL}]`]);
});
