const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/u;
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/u;

/**
 * Whether an owner reference names something that can exist. The API server checks only that kind and name are not empty, so they are
 * text of whoever made the pod.
 */
export function namesAnOwner({ kind, name }: { readonly kind: string; readonly name: string }): boolean {
  return KIND.test(kind) && NAME.test(name);
}
