import type { SecurityPolicy } from '../../contract/resources.gen';

/** The name of everything that a drill makes. */
export const DRILL = 'stasis-drill';

/** Where the canary has room for a file, and where it answers. */
export const CANARY = { scratch: '/scratch', port: 8080 } as const;

const LABELS = { 'app.kubernetes.io/name': 'stasis', 'app.kubernetes.io/component': 'drill-canary' };

/** A policy for the canary alone: a program that was brought in freezes it. */
export function drillPolicy(namespace: string): SecurityPolicy {
  return {
    apiVersion: 'stasis.dev/v1alpha1',
    kind: 'SecurityPolicy',
    metadata: { name: DRILL, namespace },
    spec: {
      target: { podSelector: { matchLabels: LABELS } },
      mode: 'Enforce',
      rules: [
        {
          name: 'foreign-program',
          severity: 'Critical',
          message: 'A drill: a program that is not part of the image was started',
          process: { origin: ['Written', 'Volume'] },
          respond: ['Freeze'],
        },
      ],
    },
  };
}

export interface CanaryOptions {
  readonly namespace: string;
  /** Of the product, the operator's or the agent's. */
  readonly image: string;
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
}

const SECURITY = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
const POD_SECURITY = { runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } };

/** A pod that attacks itself (`stasis drill canary`). The kubelet asks it every second: it is the witness. */
export function canaryPod({ namespace, image, pullPolicy }: CanaryOptions): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: DRILL, namespace, labels: LABELS },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 1,
      securityContext: POD_SECURITY,
      containers: [
        {
          name: 'canary',
          image,
          imagePullPolicy: pullPolicy,
          args: ['drill', 'canary'],
          securityContext: SECURITY,
          resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '512Mi' } },
          readinessProbe: { httpGet: { path: '/healthz', port: CANARY.port }, periodSeconds: 1, timeoutSeconds: 1, failureThreshold: 1 },
          volumeMounts: [{ name: 'scratch', mountPath: CANARY.scratch }],
        },
      ],
      volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '512Mi' } }],
    },
  };
}
