/** The part of a kind's schema that messages are made of. */
export interface SchemaNode {
  readonly description: string;
  readonly enum?: readonly (string | boolean)[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode;
}

/** Names of fields and indices of list entries, from the document down. */
export type FieldPath = readonly (string | number)[];

/** The schema of the value at `path`, or undefined where the schema knows no such field. */
export function schemaAt(schema: SchemaNode, path: FieldPath): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((node, step) => childOf(node, step), schema);
}

function childOf(node: SchemaNode | undefined, step: string | number): SchemaNode | undefined {
  if (typeof step === 'number') return node?.items;
  return ownProperty(node?.properties, step) ?? node?.additionalProperties;
}

function ownProperty(properties: Readonly<Record<string, SchemaNode>> | undefined, name: string): SchemaNode | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** `spec.rules[0].process.origin[1]` */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((text, step) => text + stepName(step, text === ''), '');
}

function stepName(step: string | number, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!/^[A-Za-z_][\w-]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
  return first ? step : `.${step}`;
}
