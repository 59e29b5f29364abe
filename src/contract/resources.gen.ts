// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.

/** What every object carries. */
export interface ObjectMetadata {
  /** Name of the object. */
  readonly name: string;
  /** Labels of the object. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** When it was made. Older policies come first where not all fit. */
  readonly creationTimestamp?: string;
  /** Written by tools; in files it is ignored. */
  readonly deletionGracePeriodSeconds?: number;
  /** Written by tools; in files it is ignored. */
  readonly deletionTimestamp?: string;
  /** Written by tools; in files it is ignored. */
  readonly finalizers?: readonly string[];
  /** Written by tools; in files it is ignored. */
  readonly generateName?: string;
  /** Written by tools; in files it is ignored. */
  readonly generation?: number;
  /** Written by tools; in files it is ignored. */
  readonly managedFields?: readonly unknown[];
  /** Written by tools; in files it is ignored. */
  readonly ownerReferences?: readonly {
    /** Of the owner. */
    readonly apiVersion: string;
    /** Of the owner. */
    readonly kind: string;
    /** Of the owner. */
    readonly name: string;
    /** Of the owner. */
    readonly uid: string;
  }[];
  /** Written by tools; in files it is ignored. */
  readonly resourceVersion?: string;
  /** Written by tools; in files it is ignored. */
  readonly selfLink?: string;
  /** Written by tools; in files it is ignored. */
  readonly uid?: string;
}

/** The same of an object in a namespace. */
export interface NamespacedMetadata extends ObjectMetadata {
  /** Its namespace. */
  readonly namespace: string;
}

/** The compiled plan of one policy, as agents read it. Written by the operator alone. */
export interface AgentConfig {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** AgentConfig */
  readonly kind: 'AgentConfig';
  /** Name of the object. */
  readonly metadata: ObjectMetadata;
  /** The compiled plan of one policy, for every agent. People change the policy, not this. */
  readonly spec: {
    /** The policy that it was compiled from. */
    readonly policy: {
      /** Its kind. */
      readonly kind: 'SecurityPolicy' | 'ClusterSecurityPolicy';
      /** Its namespace, of a SecurityPolicy. */
      readonly namespace?: string;
      /** Its name. */
      readonly name: string;
      /** Its UID. */
      readonly uid: string;
      /** The generation that was compiled. */
      readonly generation: number;
      /** When the policy was made. Older policies come first where not all fit on a node. */
      readonly createdAt: string;
    };
    /** The number of this change among all changes of all plans, deletions too. */
    readonly revision: number;
    /** The plan of the policy as it is written now. */
    readonly plan: {
      /** The format of the text. Agents read the newest one and the one before. */
      readonly format: number;
      /** SHA-256 of the text, in hexadecimal. */
      readonly hash: string;
      /** The plan, as JSON with sorted names and without spaces. */
      readonly text: string;
    };
    /** Share of the nodes, in percent, that apply the plan; the others apply previousPlan, or nothing where there is none. Left out, all nodes. */
    readonly nodePercent?: number;
    /** During a roll-out, the last plan that all nodes had. */
    readonly previousPlan?: {
      /** The format of the text. Agents read the newest one and the one before. */
      readonly format: number;
      /** SHA-256 of the text, in hexadecimal. */
      readonly hash: string;
      /** The plan, as JSON with sorted names and without spaces. */
      readonly text: string;
    };
  };
}

/** Rules for containers of the whole cluster, or of one machine without a cluster. */
export interface ClusterSecurityPolicy {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** ClusterSecurityPolicy */
  readonly kind: 'ClusterSecurityPolicy';
  /** Name of the object. */
  readonly metadata: ObjectMetadata;
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
      /** Labels of the pod's namespace. Every given condition must hold; an empty selector is an error. */
      readonly namespaceSelector?: {
        /** Labels that the namespace must carry with exactly these values. */
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
      /** Labels of the node. Every given condition must hold; an empty selector is an error. */
      readonly nodeSelector?: {
        /** Labels that the node must carry with exactly these values. */
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
    /** How a change of this policy reaches the nodes. Left out, every node applies it at once. */
    readonly rollout?: {
      /** Share of the nodes, in percent, that apply the policy as it is written now. The others keep what it was when last all nodes had it; of a new policy, nothing. Which nodes is decided by their names, so a larger share holds the smaller one. */
      readonly nodePercent: number;
    };
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
  /** What became of the policy. Written by the operator; in files it is ignored. */
  readonly status?: {
    /** The generation that the operator has seen. */
    readonly observedGeneration?: number;
    /** Ready: compiled and published. Stalled: it has a mistake that a person must mend. Enforced: every reachable node that it selects applies it as it is written. Degraded: something weakens it on some nodes. */
    readonly conditions?: readonly {
      /** What the condition says. */
      readonly type: string;
      /** Whether it holds. */
      readonly status: 'True' | 'False' | 'Unknown';
      /** The generation of the object that it speaks of. */
      readonly observedGeneration?: number;
      /** When its status last changed. */
      readonly lastTransitionTime: string;
      /** Why, in one word for programs. */
      readonly reason: string;
      /** Why, in words for people. */
      readonly message: string;
    }[];
    /** The mode in force. Differs from the mode that is written while a brake holds the policy back. */
    readonly effectiveMode?: 'Enforce' | 'Audit' | 'Off';
    /** The revision with which the operator published it last. */
    readonly revision?: number;
    /** Rules in it. */
    readonly rules?: number;
    /** Pods that it selects on nodes with an agent. */
    readonly pods?: number;
    /** Nodes with pods that it selects. */
    readonly nodes?: {
      /** How many there are. */
      readonly selected: number;
      /** How many of them apply the policy as it is published. */
      readonly applied: number;
      /** Both, as applied/selected. */
      readonly summary: string;
    };
    /** Findings of its rules since they are counted, repeats included. */
    readonly findings?: number;
    /** Those on which it would have acted in mode Enforce. */
    readonly wouldAct?: number;
  };
}

/** Holds containers of one pod; deleting it releases them. */
export interface Containment {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** Containment */
  readonly kind: 'Containment';
  /** Name of the object. */
  readonly metadata: NamespacedMetadata;
  /** Which containers are held, how, and why. */
  readonly spec: {
    /** The pod; never changes. */
    readonly podRef: {
      /** Name of the pod, in the namespace of the Containment. */
      readonly name: string;
      /** Its UID; another pod of this name is not held. */
      readonly uid: string;
    };
    /** The node on which the pod runs; never changes. Only the agent of that node acts on it. */
    readonly nodeName: string;
    /** Names of the containers that are held. More can be added; nothing is taken out but by deleting the Containment. */
    readonly containers: readonly string[];
    /** What is done. Freeze: no process of the containers runs on until the Containment is deleted. Terminate: the containers are killed and stopped through their runtime; needs the installation's leave. More can be added; nothing is taken out. */
    readonly actions: readonly ('Freeze' | 'Terminate')[];
    /** Why, in words for people. */
    readonly reason?: string;
    /** Who asked for it, a person or the policy and rule. */
    readonly requestedBy?: string;
    /** How long it holds, for instance 30m or 1h30m, counted from when it first held. Left out, it holds until it is deleted. */
    readonly ttl?: string;
    /** What happens at the end of ttl. Keep: it goes on holding, and says that its time is over. Release: as if it were deleted. Terminate: the containers are killed; needs the installation's leave. */
    readonly onExpiry?: 'Keep' | 'Release' | 'Terminate';
  };
  /** What holds. Written by the agent of the node. */
  readonly status?: {
    /** The generation that the agent has seen. */
    readonly observedGeneration?: number;
    /** Ready: all that is asked for is done. Its reason is Contained, Pending, Refused, Failed, Expired, Released or Terminated. */
    readonly conditions?: readonly {
      /** What the condition says. */
      readonly type: string;
      /** Whether it holds. */
      readonly status: 'True' | 'False' | 'Unknown';
      /** The generation of the object that it speaks of. */
      readonly observedGeneration?: number;
      /** When its status last changed. */
      readonly lastTransitionTime: string;
      /** Why, in one word for programs. */
      readonly reason: string;
      /** Why, in words for people. */
      readonly message: string;
    }[];
    /** When the first container was held. */
    readonly heldSince?: string;
    /** When its ttl is over. */
    readonly expiresAt?: string;
    /** What holds, container by container. */
    readonly containers?: readonly {
      /** Name of the container. */
      readonly name: string;
      /** Its id in the runtime. */
      readonly id?: string;
      /** Pending: nothing is done yet. Frozen: it does not run. Released: it runs again. Terminated: it was killed. Gone: it ended by itself. Refused, Failed: see refusals. */
      readonly state: 'Pending' | 'Frozen' | 'Released' | 'Terminated' | 'Gone' | 'Refused' | 'Failed';
      /** Since when it is in this state. */
      readonly since: string;
      /** What the container runtime says of it. */
      readonly runtimeState?: string;
      /** The finding that caused it; absent when a person asked. */
      readonly cause?: {
        /** Its id in the stream of findings. */
        readonly finding: string;
        /** Its policy. */
        readonly policy: string;
        /** Its rule. */
        readonly rule: string;
      };
      /** The measured proof that the freeze landed. */
      readonly receipt?: {
        /** When the operation was judged. */
        readonly hitTime: string;
        /** Nanoseconds from the hit until the offender was signalled to stop. */
        readonly stoppedNs: number;
        /** Nanoseconds from the hit until the freezer was read back as frozen. */
        readonly frozenNs: number;
        /** System calls that the container's processes completed after the hit. */
        readonly callsAfter: number;
        /** Those that the offender completed. */
        readonly offenderCalls: number;
        /** Times that somebody continued a process which the kernel had stopped. */
        readonly revocations: number;
        /** How long revoked processes may have run, in nanoseconds, in all. */
        readonly revokedNs: number;
        /** Version of the freezer and its state as read back, for instance v1 FROZEN. */
        readonly freezer: string;
        /** Direct: the agent wrote the freezer. Runtime: the container runtime paused it. */
        readonly method: 'Direct' | 'Runtime';
      };
      /** What could not be done, and why. */
      readonly refusals?: readonly {
        /** The action. */
        readonly action: 'Freeze' | 'Terminate';
        /** Why, in one word for programs. */
        readonly reason: string;
        /** Why, in words for people. */
        readonly message: string;
        /** When it was refused or failed. */
        readonly time: string;
      }[];
    }[];
  };
}

/** A workload in trouble, with what happened and what was done. Written by the operator alone, in one write, so its status is no subresource. */
export interface SecurityAlert {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** SecurityAlert */
  readonly kind: 'SecurityAlert';
  /** Name of the object. */
  readonly metadata: NamespacedMetadata;
  /** Which workload is in trouble. */
  readonly spec: {
    /** Its kind and name, for instance Deployment/web. A bare pod is its own workload. */
    readonly workload: string;
  };
  /** What happened to it, and what was done. */
  readonly status: {
    /** Active: it has findings that nobody has contained. Contained: a Containment holds a pod of it. Resolved: no Containment is left, and there was no finding for 15 minutes. */
    readonly state: 'Active' | 'Contained' | 'Resolved';
    /** The highest severity among its rules. */
    readonly severity: 'Low' | 'Medium' | 'High' | 'Critical';
    /** The worst of it, in one line. */
    readonly summary: string;
    /** Findings in all, repeats included. */
    readonly findings: number;
    /** Findings of groups that counted has no room for; they are in no sum. */
    readonly findingsOmitted?: number;
    /** The first finding since the alert was made, or opened again. */
    readonly firstSeen: string;
    /** The last finding. */
    readonly lastSeen: string;
    /** Since when it is resolved; it is removed some time later. */
    readonly resolvedAt?: string;
    /** Nodes on which it happened; those with the last findings. */
    readonly nodes?: readonly {
      /** Name of the node. */
      readonly name: string;
      /** Findings there. */
      readonly findings: number;
      /** The last finding there. */
      readonly lastSeen: string;
    }[];
    /** Nodes that have no room in the list; one that comes back may count twice. */
    readonly nodesOmitted?: number;
    /** Rules that fired, the worst first. */
    readonly rules?: readonly {
      /** <namespace>/<name> of a SecurityPolicy, or the name of a ClusterSecurityPolicy. */
      readonly policy: string;
      /** The name of the rule. */
      readonly rule: string;
      /** How bad it is. */
      readonly severity: 'Low' | 'Medium' | 'High' | 'Critical';
      /** The mode of the policy when it happened. */
      readonly mode: 'Audit' | 'Enforce';
      /** What happened, in the words of the rule. */
      readonly message?: string;
      /** The tags of the rule. */
      readonly tags?: readonly string[];
      /** What was done, or would have been. */
      readonly action: 'Alert' | 'Kill' | 'Freeze';
      /** Whether it was done. */
      readonly result: 'Done' | 'WouldHave' | 'Refused' | 'Failed';
      /** Why it was refused or failed. */
      readonly reason?: string;
      /** How many there were, repeats included. */
      readonly findings: number;
      /** The first of them. */
      readonly firstSeen: string;
      /** The last of them. */
      readonly lastSeen: string;
      /** Some of the findings, the last ones. */
      readonly samples?: readonly {
        /** The node on which it happened. */
        readonly node?: string;
        /** The pod in which it happened. */
        readonly pod?: string;
        /** The container in which it happened. */
        readonly container?: string;
        /** The id of the finding in the stream of findings. */
        readonly id: string;
        /** When it happened. */
        readonly time: string;
        /** The program, as the container sees it. */
        readonly executable?: string;
        /** Of a script, the program that reads it. */
        readonly interpreter?: string;
        /** Where the program comes from. */
        readonly origin?: string;
        /** The first of its arguments. */
        readonly args?: readonly string[];
        /** Its process id, as the container sees it. */
        readonly pid?: number;
        /** Its user id, as the container sees it. */
        readonly uid?: number;
        /** The program that started it. */
        readonly parent?: string;
        /** Programs that it and its forefathers ran before, oldest first; the last of them. */
        readonly ancestors?: readonly string[];
      }[];
    }[];
    /** Rules that have no room in the list; one that comes back may count twice. Their findings are in the sum. */
    readonly rulesOmitted?: number;
    /** Containments of pods of this workload. */
    readonly containments?: readonly {
      /** Name of the Containment. */
      readonly name: string;
      /** The pod that it holds. */
      readonly pod?: string;
      /** What it says of itself. */
      readonly state?: string;
    }[];
    /** Containments that have no room in the list. */
    readonly containmentsOmitted?: number;
    /** How many findings of each group are in the sums already, by the group's id in the status of a SecurityNode, so that none counts twice. */
    readonly counted?: Readonly<Record<string, number>>;
    /** The command that undoes what was done. */
    readonly undo?: string;
  };
}

/** One node with its agent; named as the node and owned by it. */
export interface SecurityNode {
  /** stasis.dev/v1alpha1 */
  readonly apiVersion: 'stasis.dev/v1alpha1';
  /** SecurityNode */
  readonly kind: 'SecurityNode';
  /** Name of the object. */
  readonly metadata: ObjectMetadata;
  /** What the agent of this node may do. Written by the operator. */
  readonly spec: {
    /** Enforce: as the policies say. Audit: nothing is done, findings say what would have been. Off: nothing is watched, and everything that was held is released for good. */
    readonly mode: 'Enforce' | 'Audit' | 'Off';
    /** Pods in which a hit freezes at once. */
    readonly permits?: readonly {
      /** UID of the pod. */
      readonly podUID: string;
      /** It is taken back, and goes when the agent has acknowledged it by observedGeneration. */
      readonly revoked?: boolean;
      /** UID of a pod of this node; the permit holds only while that pod is not frozen. Moves a permit within the node in one write. */
      readonly insteadOf?: string;
    }[];
    /** The leadership of the operator under which the permits were written last. A new leader raises it before it relies on them. */
    readonly permitTerm?: number;
    /** Answers to requests in the status. A pod that is granted has its permit in the same write. */
    readonly permitAnswers?: readonly {
      /** The id of the request. */
      readonly request: string;
      /** Granted or Refused. */
      readonly decision: 'Granted' | 'Refused';
      /** Why it was refused, in one word for programs. */
      readonly reason?: string;
      /** Why it was refused, in words for people. */
      readonly message?: string;
    }[];
    /** The installation's settings that agents need. */
    readonly settings: {
      /** Where nothing but Alert is done. */
      readonly protected: {
        /** Namespaces (globs). */
        readonly namespaces: readonly string[];
        /** Priority classes of pods (globs). */
        readonly priorityClasses: readonly string[];
      };
      /** What may be done at all, by who asks for it. */
      readonly allowedActions: {
        /** By rules of a SecurityPolicy. */
        readonly namespacedPolicies: readonly ('Alert' | 'Kill' | 'Freeze' | 'Terminate')[];
        /** By rules of a ClusterSecurityPolicy. */
        readonly clusterPolicies: readonly ('Alert' | 'Kill' | 'Freeze' | 'Terminate')[];
        /** By a Containment that a person made. */
        readonly people: readonly ('Alert' | 'Kill' | 'Freeze' | 'Terminate')[];
      };
      /** Containers of this node that rules may freeze within a minute, whatever the permits are. */
      readonly freezesPerMinute: number;
      /** How long the kernel goes on acting without an agent, for instance 24h; afterwards it does nothing but Alert. */
      readonly orphanAfter: string;
      /** What happens to a container's first program while it is not known which rules cover it. Wait: it is held, two seconds at most. Open: it runs, and the gap is counted. */
      readonly startup: 'Wait' | 'Open';
      /** Direct: the agent writes the freezer. Runtime: the container runtime pauses. */
      readonly freezer: 'Direct' | 'Runtime';
    };
  };
  /** What the agent of this node has, does and sees. Written by the agent. */
  readonly status?: {
    /** The generation of the spec that is in force, permits included. */
    readonly observedGeneration?: number;
    /** Ready: the agent enforces. Degraded: something weakens it. */
    readonly conditions?: readonly {
      /** What the condition says. */
      readonly type: string;
      /** Whether it holds. */
      readonly status: 'True' | 'False' | 'Unknown';
      /** The generation of the object that it speaks of. */
      readonly observedGeneration?: number;
      /** When its status last changed. */
      readonly lastTransitionTime: string;
      /** Why, in one word for programs. */
      readonly reason: string;
      /** Why, in words for people. */
      readonly message: string;
    }[];
    /** When the agent was last heard. Written with other changes, and about once a minute without. */
    readonly observedTime?: string;
    /** The mode in force. */
    readonly mode?: 'Enforce' | 'Audit' | 'Off';
    /** Version of the agent. */
    readonly agentVersion?: string;
    /** Version of the kernel. */
    readonly kernelVersion?: string;
    /** Name and version of the container runtime. */
    readonly runtime?: string;
    /** The set of kernel hooks in use. */
    readonly backend?: string;
    /** The newest format of plans that the agent reads; it reads the one before as well. */
    readonly planFormat?: number;
    /** The kernel hooks, each with the proof that it works. */
    readonly capabilities?: readonly {
      /** Name of the hook. */
      readonly hook: string;
      /** Proven: a real operation of the self-test was seen. Unproven: attached, and not seen. Missing: this kernel does not have it. */
      readonly state: 'Proven' | 'Unproven' | 'Missing';
      /** What was seen, or what failed. */
      readonly proof?: string;
    }[];
    /** Every change of a plan up to this revision is in force here, but for the exceptions. */
    readonly appliedRevision?: number;
    /** Policies that are not in force here as they are published. */
    readonly exceptions?: readonly {
      /** The policy. */
      readonly policy: string;
      /** Why, in one word for programs. */
      readonly reason: string;
      /** Why, in words for people. */
      readonly message: string;
    }[];
    /** Exceptions that have no room in the list. */
    readonly exceptionsOmitted?: number;
    /** Policies that select something here. */
    readonly policies?: readonly {
      /** The policy. */
      readonly policy: string;
      /** Pods that it selects. */
      readonly pods: number;
      /** Findings of its rules since they are counted on this node, repeats included. */
      readonly findings: number;
      /** Those on which it would have acted in mode Enforce. */
      readonly wouldAct: number;
    }[];
    /** Policies that have no room in the list. */
    readonly policiesOmitted?: number;
    /** Findings in pods of this node, in groups, the worst and the last first. */
    readonly findings?: {
      /** Findings of one rule with one result in one container. */
      readonly groups?: readonly {
        /** Names this group for ever, also across restarts of the agent. */
        readonly id: string;
        /** The pod in which it happened. */
        readonly pod: {
          /** Its namespace. */
          readonly namespace: string;
          /** Its name. */
          readonly name: string;
          /** Its UID. */
          readonly uid: string;
        };
        /** The container in which it happened. */
        readonly container: string;
        /** <namespace>/<name> of a SecurityPolicy, or the name of a ClusterSecurityPolicy. */
        readonly policy: string;
        /** The name of the rule. */
        readonly rule: string;
        /** How bad it is. */
        readonly severity: 'Low' | 'Medium' | 'High' | 'Critical';
        /** The mode of the policy when it happened. */
        readonly mode: 'Audit' | 'Enforce';
        /** What happened, in the words of the rule. */
        readonly message?: string;
        /** The tags of the rule. */
        readonly tags?: readonly string[];
        /** What was done, or would have been. */
        readonly action: 'Alert' | 'Kill' | 'Freeze';
        /** Whether it was done. */
        readonly result: 'Done' | 'WouldHave' | 'Refused' | 'Failed';
        /** Why it was refused or failed. */
        readonly reason?: string;
        /** How many there were, repeats included. */
        readonly findings: number;
        /** The first of them. */
        readonly firstSeen: string;
        /** The last of them. */
        readonly lastSeen: string;
        /** Some of the findings, the last ones. */
        readonly samples?: readonly {
          /** The id of the finding in the stream of findings. */
          readonly id: string;
          /** When it happened. */
          readonly time: string;
          /** The program, as the container sees it. */
          readonly executable?: string;
          /** Of a script, the program that reads it. */
          readonly interpreter?: string;
          /** Where the program comes from. */
          readonly origin?: string;
          /** The first of its arguments. */
          readonly args?: readonly string[];
          /** Its process id, as the container sees it. */
          readonly pid?: number;
          /** Its user id, as the container sees it. */
          readonly uid?: number;
          /** The program that started it. */
          readonly parent?: string;
          /** Programs that it and its forefathers ran before, oldest first; the last of them. */
          readonly ancestors?: readonly string[];
        }[];
      }[];
      /** Findings of groups that have no room in the list, since they are counted on this node. */
      readonly omitted: number;
      /** Findings that the kernel had no room for, since they are counted on this node. */
      readonly dropped: number;
    };
    /** Pods without a permit in which an offender is held until the operator has answered. */
    readonly permitRequests?: readonly {
      /** Names the request for ever. */
      readonly id: string;
      /** The pod. */
      readonly pod: {
        /** Its namespace. */
        readonly namespace: string;
        /** Its name. */
        readonly name: string;
        /** Its UID. */
        readonly uid: string;
      };
      /** The container. */
      readonly container: string;
      /** The policy that asks for the freeze. */
      readonly policy: string;
      /** Its rule. */
      readonly rule: string;
      /** When the offender was held. */
      readonly time: string;
      /** When its fallback is carried out. */
      readonly deadline: string;
    }[];
    /** Pods whose permit is used up by a freeze. A permit that is neither here nor in the spec of observedGeneration is given back. */
    readonly permitsUsed?: readonly {
      /** UID of the pod. */
      readonly podUID: string;
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
  readonly metadata: NamespacedMetadata;
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
    /** How a change of this policy reaches the nodes. Left out, every node applies it at once. */
    readonly rollout?: {
      /** Share of the nodes, in percent, that apply the policy as it is written now. The others keep what it was when last all nodes had it; of a new policy, nothing. Which nodes is decided by their names, so a larger share holds the smaller one. */
      readonly nodePercent: number;
    };
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
  /** What became of the policy. Written by the operator; in files it is ignored. */
  readonly status?: {
    /** The generation that the operator has seen. */
    readonly observedGeneration?: number;
    /** Ready: compiled and published. Stalled: it has a mistake that a person must mend. Enforced: every reachable node that it selects applies it as it is written. Degraded: something weakens it on some nodes. */
    readonly conditions?: readonly {
      /** What the condition says. */
      readonly type: string;
      /** Whether it holds. */
      readonly status: 'True' | 'False' | 'Unknown';
      /** The generation of the object that it speaks of. */
      readonly observedGeneration?: number;
      /** When its status last changed. */
      readonly lastTransitionTime: string;
      /** Why, in one word for programs. */
      readonly reason: string;
      /** Why, in words for people. */
      readonly message: string;
    }[];
    /** The mode in force. Differs from the mode that is written while a brake holds the policy back. */
    readonly effectiveMode?: 'Enforce' | 'Audit' | 'Off';
    /** The revision with which the operator published it last. */
    readonly revision?: number;
    /** Rules in it. */
    readonly rules?: number;
    /** Pods that it selects on nodes with an agent. */
    readonly pods?: number;
    /** Nodes with pods that it selects. */
    readonly nodes?: {
      /** How many there are. */
      readonly selected: number;
      /** How many of them apply the policy as it is published. */
      readonly applied: number;
      /** Both, as applied/selected. */
      readonly summary: string;
    };
    /** Findings of its rules since they are counted, repeats included. */
    readonly findings?: number;
    /** Those on which it would have acted in mode Enforce. */
    readonly wouldAct?: number;
  };
}

export type PolicyResource = ClusterSecurityPolicy | SecurityPolicy;
