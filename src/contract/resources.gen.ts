// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.

/** Rules for containers of the whole cluster, or of one machine without a cluster. */
export interface ClusterSecurityPolicy {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** ClusterSecurityPolicy */
  readonly kind: 'ClusterSecurityPolicy';
  /** Name of the object. */
  readonly metadata: {
    /** Name of the object. */
    readonly name: string;
    /** Labels of the object. */
    readonly labels?: Readonly<Record<string, string>>;
    /** Annotations of the object. */
    readonly annotations?: Readonly<Record<string, string>>;
    /** When it was made. Older policies come first where not all fit. */
    readonly creationTimestamp?: string;
    /** Written by tools; ignored. */
    readonly deletionGracePeriodSeconds?: number;
    /** Written by tools; ignored. */
    readonly deletionTimestamp?: string;
    /** Written by tools; ignored. */
    readonly finalizers?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly generateName?: string;
    /** Written by tools; ignored. */
    readonly generation?: number;
    /** Written by tools; ignored. */
    readonly managedFields?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly ownerReferences?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly resourceVersion?: string;
    /** Written by tools; ignored. */
    readonly selfLink?: string;
    /** Written by tools; ignored. */
    readonly uid?: string;
  };
  /** Whom the policy covers, what it watches for, and what is done. */
  readonly spec: {
    /** Which containers are covered. Every given field must hold; an empty target is an error. */
    readonly target: {
      /** Every container, also before anything but its existence is known. Stands alone. */
      readonly all?: true;
      /** Names of containers (globs). A container outside Kubernetes is named by its id. */
      readonly containers?: readonly string[];
      /** Image references as the runtime knows them (globs), for instance docker.io/library/nginx:*. Never holds where the runtime knows no image. */
      readonly images?: readonly string[];
      /** Namespaces of pods (globs). Never holds for a container outside Kubernetes. */
      readonly namespaces?: readonly string[];
      /** Labels of the pod. Every given condition must hold; an empty selector is an error. */
      readonly podSelector?: {
        /** Labels that the pod must carry with exactly these values. */
        readonly matchLabels?: Readonly<Record<string, string>>;
        /** Conditions on labels; all of them must hold. */
        readonly matchExpressions?: readonly {
          /** The label's key. */
          readonly key: string;
          /** How the label is compared. In and NotIn need values, Exists and DoesNotExist take none. */
          readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
          /** Values for In and NotIn. */
          readonly values?: readonly string[];
        }[];
      };
    };
    /** Audit: record what would have been done. Enforce: do it. */
    readonly mode?: 'Audit' | 'Enforce';
    /** Effects to watch for. Every match counts; the actions of all matching rules are united. */
    readonly rules: readonly {
      /** Name of the rule, unique within the policy. */
      readonly name: string;
      /** How bad it is. */
      readonly severity: 'Low' | 'Medium' | 'High' | 'Critical';
      /** What happened, in words for people; in every finding of this rule. */
      readonly message?: string;
      /** Free words for the findings of this rule, for instance MITRE ATT&CK techniques. */
      readonly tags?: readonly string[];
      /** A program is started. Every given field must hold; a list holds if any entry does. */
      readonly process: {
        /** Paths of the program or script, as the container sees them after symbolic links (globs). */
        readonly executable?: readonly string[];
        /** Paths of programs that the rule leaves alone (globs). Holds only for programs of origin Image in the container's own file system. */
        readonly notExecutable?: readonly string[];
        /** Where the program comes from. Image: unchanged from the image. Modified: of the image, changed since. Written: made after the container started. Volume: on another mount. Memory: a memfd. Deleted: its file is gone. */
        readonly origin?: readonly ('Image' | 'Modified' | 'Written' | 'Volume' | 'Memory' | 'Deleted')[];
        /** Paths of programs (globs), one of which this process or one it descends from ran earlier in the container. */
        readonly ancestors?: readonly string[];
        /** Paths of programs (globs); the rule leaves alone what descends from one of them. Does not hold where the lineage is not completely known. */
        readonly notAncestors?: readonly string[];
      };
      /** What may be done, in mode Enforce. Alert: the finding alone. Kill: the process is killed before its first instruction. Freeze: the process is stopped before its first instruction and the whole container frozen; Kill beside it acts where Freeze may not. */
      readonly respond?: readonly ('Alert' | 'Kill' | 'Freeze')[];
    }[];
  };
}

/** Rules for the pods of its namespace. */
export interface SecurityPolicy {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** SecurityPolicy */
  readonly kind: 'SecurityPolicy';
  /** Name of the object. */
  readonly metadata: {
    /** Name of the object. */
    readonly name: string;
    /** Its namespace. */
    readonly namespace: string;
    /** Labels of the object. */
    readonly labels?: Readonly<Record<string, string>>;
    /** Annotations of the object. */
    readonly annotations?: Readonly<Record<string, string>>;
    /** When it was made. Older policies come first where not all fit. */
    readonly creationTimestamp?: string;
    /** Written by tools; ignored. */
    readonly deletionGracePeriodSeconds?: number;
    /** Written by tools; ignored. */
    readonly deletionTimestamp?: string;
    /** Written by tools; ignored. */
    readonly finalizers?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly generateName?: string;
    /** Written by tools; ignored. */
    readonly generation?: number;
    /** Written by tools; ignored. */
    readonly managedFields?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly ownerReferences?: readonly unknown[];
    /** Written by tools; ignored. */
    readonly resourceVersion?: string;
    /** Written by tools; ignored. */
    readonly selfLink?: string;
    /** Written by tools; ignored. */
    readonly uid?: string;
  };
  /** Whom the policy covers, what it watches for, and what is done. */
  readonly spec: {
    /** Which containers are covered. Every given field must hold; an empty target is an error. */
    readonly target: {
      /** Every container of the namespace. Stands alone. */
      readonly all?: true;
      /** Names of containers (globs). A container outside Kubernetes is named by its id. */
      readonly containers?: readonly string[];
      /** Image references as the runtime knows them (globs), for instance docker.io/library/nginx:*. Never holds where the runtime knows no image. */
      readonly images?: readonly string[];
      /** Labels of the pod. Every given condition must hold; an empty selector is an error. */
      readonly podSelector?: {
        /** Labels that the pod must carry with exactly these values. */
        readonly matchLabels?: Readonly<Record<string, string>>;
        /** Conditions on labels; all of them must hold. */
        readonly matchExpressions?: readonly {
          /** The label's key. */
          readonly key: string;
          /** How the label is compared. In and NotIn need values, Exists and DoesNotExist take none. */
          readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
          /** Values for In and NotIn. */
          readonly values?: readonly string[];
        }[];
      };
    };
    /** Audit: record what would have been done. Enforce: do it. */
    readonly mode?: 'Audit' | 'Enforce';
    /** Effects to watch for. Every match counts; the actions of all matching rules are united. */
    readonly rules: readonly {
      /** Name of the rule, unique within the policy. */
      readonly name: string;
      /** How bad it is. */
      readonly severity: 'Low' | 'Medium' | 'High' | 'Critical';
      /** What happened, in words for people; in every finding of this rule. */
      readonly message?: string;
      /** Free words for the findings of this rule, for instance MITRE ATT&CK techniques. */
      readonly tags?: readonly string[];
      /** A program is started. Every given field must hold; a list holds if any entry does. */
      readonly process: {
        /** Paths of the program or script, as the container sees them after symbolic links (globs). */
        readonly executable?: readonly string[];
        /** Paths of programs that the rule leaves alone (globs). Holds only for programs of origin Image in the container's own file system. */
        readonly notExecutable?: readonly string[];
        /** Where the program comes from. Image: unchanged from the image. Modified: of the image, changed since. Written: made after the container started. Volume: on another mount. Memory: a memfd. Deleted: its file is gone. */
        readonly origin?: readonly ('Image' | 'Modified' | 'Written' | 'Volume' | 'Memory' | 'Deleted')[];
        /** Paths of programs (globs), one of which this process or one it descends from ran earlier in the container. */
        readonly ancestors?: readonly string[];
        /** Paths of programs (globs); the rule leaves alone what descends from one of them. Does not hold where the lineage is not completely known. */
        readonly notAncestors?: readonly string[];
      };
      /** What may be done, in mode Enforce. Alert: the finding alone. Kill: the process is killed before its first instruction. Freeze: the process is stopped before its first instruction and the whole container frozen; Kill beside it acts where Freeze may not. */
      readonly respond?: readonly ('Alert' | 'Kill' | 'Freeze')[];
    }[];
  };
}

export type PolicyResource = ClusterSecurityPolicy | SecurityPolicy;
