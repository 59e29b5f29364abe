import { durationMs } from '../contract/duration';
import type { InstallationMode, NodeSettings } from '../contract/node';

/** What holds in the whole installation; people change it in a ConfigMap. */
export interface Settings {
  readonly mode: InstallationMode;
  readonly node: NodeSettings;
  /** How long a resolved alert is kept, in milliseconds. */
  readonly alertRetentionMs: number;
}

export interface SettingsReading {
  readonly settings: Settings;
  /** Keys whose value is no such value; they stay as they were. */
  readonly problems: readonly string[];
}

type Action = NodeSettings['allowedActions']['people'][number];
const ACTIONS: readonly Action[] = ['Alert', 'Kill', 'Freeze', 'Terminate'];
const MODES: readonly InstallationMode[] = ['Enforce', 'Audit', 'Off'];
const RULE_ACTIONS: readonly Action[] = ['Alert', 'Kill', 'Freeze'];
const MOST_FREEZES = 1000;

/** What holds without a ConfigMap. Terminate needs somebody who allows it. */
export function defaultSettings(namespace: string): Settings {
  return {
    mode: 'Enforce',
    node: {
      protected: { namespaces: ['kube-system', namespace], priorityClasses: ['system-*'] },
      allowedActions: { namespacedPolicies: RULE_ACTIONS, clusterPolicies: RULE_ACTIONS, people: RULE_ACTIONS },
      ...{ freezesPerMinute: 10, orphanAfter: '24h', startup: 'Open', freezer: 'Direct' },
    },
    alertRetentionMs: 72 * 3_600_000,
  };
}

/** Undefined: the text is no such value. */
type Read<T> = (text: string) => T | undefined;
type Put = (settings: Settings, text: string) => Settings | undefined;

/** The keys of the ConfigMap. */
const KEYS: Readonly<Record<string, Put>> = {
  mode: put(oneOf(MODES), (settings, mode) => ({ ...settings, mode })),
  protectedNamespaces: put(names, (settings, namespaces) => inNode(settings, { protected: { ...settings.node.protected, namespaces } })),
  protectedPriorityClasses: put(names, (settings, priorityClasses) => inNode(settings, { protected: { ...settings.node.protected, priorityClasses } })),
  namespacedPolicyActions: put(actions, (settings, namespacedPolicies) => inNode(settings, { allowedActions: { ...settings.node.allowedActions, namespacedPolicies } })),
  clusterPolicyActions: put(actions, (settings, clusterPolicies) => inNode(settings, { allowedActions: { ...settings.node.allowedActions, clusterPolicies } })),
  peopleActions: put(actions, (settings, people) => inNode(settings, { allowedActions: { ...settings.node.allowedActions, people } })),
  freezesPerMinute: put(count, (settings, freezesPerMinute) => inNode(settings, { freezesPerMinute })),
  orphanAfter: put(duration, (settings, orphanAfter) => inNode(settings, { orphanAfter })),
  startup: put(oneOf(['Wait', 'Open'] as const), (settings, startup) => inNode(settings, { startup })),
  freezer: put(oneOf(['Direct', 'Runtime'] as const), (settings, freezer) => inNode(settings, { freezer })),
  alertRetention: put(durationMs, (settings, alertRetentionMs) => ({ ...settings, alertRetentionMs })),
};

/** Reads a ConfigMap. A key that is not there has its default; one with a bad value keeps the one it `had`. The product's own namespace is always protected. */
export function readSettings(namespace: string, data: Readonly<Record<string, string>>, had: Readonly<Record<string, string>>): SettingsReading & { readonly good: Readonly<Record<string, string>> } {
  const problems: string[] = [];
  const good: Record<string, string> = {};
  let settings = defaultSettings(namespace);
  for (const [key, text] of Object.entries(data)) {
    const change = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (change === undefined) {
      problems.push(`unknown key "${key}"; allowed: ${Object.keys(KEYS).join(', ')}`);
      continue;
    }
    const used = change(settings, text) === undefined ? had[key] : text;
    if (used !== text) problems.push(`"${key}" is "${text.slice(0, 60)}", which is not allowed; ${used === undefined ? 'the default' : `"${used}"`} stays`);
    if (used === undefined) continue;
    good[key] = used;
    settings = change(settings, used) ?? settings;
  }
  const { namespaces } = settings.node.protected;
  return { settings: inNode(settings, { protected: { ...settings.node.protected, namespaces: unique([...namespaces, namespace]) } }), problems, good };
}

function put<T>(read: Read<T>, set: (settings: Settings, value: T) => Settings): Put {
  return (settings, text) => {
    const value = read(text.trim());
    return value === undefined ? undefined : set(settings, value);
  };
}

function inNode(settings: Settings, change: Partial<NodeSettings>): Settings {
  return { ...settings, node: { ...settings.node, ...change } };
}

function oneOf<const Word extends string>(words: readonly Word[]): Read<Word> {
  return (text) => words.find((word) => word === text);
}

/** Separated by commas. */
function names(text: string): readonly string[] | undefined {
  const list = unique(text.split(',').map((name) => name.trim()).filter((name) => name !== ''));
  return list.length <= MOST_NAMES && list.every((name) => /^[a-z0-9*.-]{1,253}$/u.test(name)) ? list : undefined;
}

/** So that namespaces with an open break-glass have room beside them. */
const MOST_NAMES = 32;

function actions(text: string): readonly Action[] | undefined {
  const list = unique(text.split(',').map((name) => name.trim()).filter((name) => name !== ''));
  return list.every((name) => ACTIONS.some((action) => action === name)) ? (list as Action[]) : undefined;
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}

function count(text: string): number | undefined {
  return /^\d{1,4}$/u.test(text) && Number(text) <= MOST_FREEZES ? Number(text) : undefined;
}

function duration(text: string): string | undefined {
  return durationMs(text) === undefined ? undefined : text;
}
