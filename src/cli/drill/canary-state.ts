/** The fields of the canary's pod that a drill reads. */
export interface CanaryState {
  readonly metadata: { readonly name: string; readonly uid: string };
  readonly spec: { readonly nodeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
    readonly containerStatuses?: readonly { readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } } }[];
  };
}

/** Whether the kubelet has an answer of it. */
export function answers({ status }: CanaryState): boolean {
  return status?.conditions?.some(({ type, status: holds }) => type === 'Ready' && holds === 'True') === true;
}

/** Why it does not run, in the words of who knows. */
export function hindrance({ spec, status = {} }: CanaryState): string {
  const { phase = 'Pending', conditions = [] } = status;
  if (spec.nodeName !== undefined) return waiting(status) ?? `it is ${phase} on ${spec.nodeName}`;
  return conditions.find(({ type }) => type === 'PodScheduled')?.message ?? 'no node was found for it';
}

function waiting({ containerStatuses: [container] = [] }: NonNullable<CanaryState['status']>): string | undefined {
  const { reason, message } = container?.state?.waiting ?? {};
  return reason === undefined ? undefined : [reason, message].filter((text) => text !== undefined).join(': ');
}
