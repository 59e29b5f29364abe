import { defaultSettings, readSettings } from './settings';

describe('the settings of an installation', () => {
  it('are the defaults without a ConfigMap; nothing terminates, and the own namespace is protected', () => {
    const { settings, problems } = readSettings('own', {}, {});
    expect(settings).toEqual(defaultSettings('own'));
    expect(problems).toEqual([]);
    expect(Object.values(settings.node.allowedActions).flat()).not.toContain('Terminate');
    expect(settings.node.protected.namespaces).toContain('own');
  });

  it('take every key, and cannot give up the own namespace', () => {
    const data = {
      ...{ mode: 'Audit', protectedNamespaces: 'a, b-*', protectedPriorityClasses: '', namespacedPolicyActions: 'Alert', clusterPolicyActions: 'Alert, Kill', peopleActions: 'Freeze, Terminate' },
      ...{ freezesPerMinute: '0', orphanAfter: '1h30m', startup: 'Wait', freezer: 'Runtime', alertRetention: '1h' },
    };
    const { settings, problems, good } = readSettings('own', data, {});
    expect(problems).toEqual([]);
    expect(good).toEqual(data);
    expect(settings).toEqual({
      mode: 'Audit',
      node: {
        protected: { namespaces: ['a', 'b-*', 'own'], priorityClasses: [] },
        allowedActions: { namespacedPolicies: ['Alert'], clusterPolicies: ['Alert', 'Kill'], people: ['Freeze', 'Terminate'] },
        ...{ freezesPerMinute: 0, orphanAfter: '1h30m', startup: 'Wait', freezer: 'Runtime' },
      },
      alertRetentionMs: 3_600_000,
    });
  });

  it.each([
    ['mode', 'enforce'],
    ['freezesPerMinute', '-1'],
    ['freezesPerMinute', '1001'],
    ['orphanAfter', 'soon'],
    ['peopleActions', 'Freeze, Explode'],
    ['protectedNamespaces', 'a b'],
    ['protectedNamespaces', Array.from({ length: 33 }, (_, index) => `n${index}`).join()],
  ])('leave %s as it was when it says "%s"', (key, text) => {
    const was = { mode: 'Off' };
    const { settings, problems, good } = readSettings('own', { ...was, [key]: text }, was);
    expect(settings.mode).toBe('Off');
    expect(settings.node).toEqual(defaultSettings('own').node);
    expect(problems).toHaveLength(1);
    expect(good).toEqual(was);
  });

  it('name a key that is none', () => {
    expect(readSettings('own', { moed: 'Off', constructor: 'x' }, {}).problems).toEqual([expect.stringContaining('unknown key "moed"'), expect.stringContaining('unknown key "constructor"')]);
  });
});
