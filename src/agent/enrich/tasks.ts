import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { numberOf, readFields, textField } from './wire';

/** containerd.v1.types.Status, by number. */
const STATES = ['Unknown', 'Created', 'Running', 'Stopped', 'Paused', 'Pausing'] as const;
/** What containerd says of a container's task; NotFound: it knows none. */
export type TaskState = (typeof STATES)[number] | 'NotFound';

/** The part of containerd's task service that is used. Every call rejects when containerd refuses, or does not answer in time. */
export interface ContainerdTasks {
  pause(task: TaskName): Promise<void>;
  resume(task: TaskName): Promise<void>;
  state(task: TaskName): Promise<TaskState>;
  close(): void;
}

export interface TaskName {
  /** Of containerd's API. */
  readonly namespace: string;
  /** Of the container. */
  readonly id: string;
}

const SERVICE = '/containerd.services.tasks.v1.Tasks';
/** What takes longer goes on at the runtime; the freezer is then written without it. */
const ACT_MS = 2000;
const ASK_MS = 1000;

/** Connects lazily to a unix socket; an absent socket shows as a rejected call. */
export function connectTasks(socket: string): ContainerdTasks {
  const client = new Client(`unix://${socket}`, credentials.createInsecure(), { 'grpc.enable_http_proxy': 0 });
  const call = (method: string, { namespace, id }: TaskName, milliseconds: number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const metadata = new Metadata();
      metadata.set('containerd-namespace', namespace);
      const finish = (error: ServiceError | null, message?: Buffer): void => {
        if (error === null) resolve(message ?? Buffer.alloc(0));
        else reject(error);
      };
      // Every request's first field is the container's id.
      client.makeUnaryRequest(`${SERVICE}/${method}`, (wanted: string) => textField(1, wanted), (message: Buffer) => message, id, metadata, { deadline: Date.now() + milliseconds }, finish);
    });
  return {
    pause: (task) => call('Pause', task, ACT_MS).then(() => undefined),
    resume: (task) => call('Resume', task, ACT_MS).then(() => undefined),
    state: (task) => call('Get', task, ASK_MS).then(parseState, stateWithoutTask),
    close: () => client.close(),
  };
}

/** GetResponse {Process process = 1}; Process {…, Status status = 4}. */
export function parseState(message: Buffer): TaskState {
  return STATES[numberOf(readFields(message).get(1)?.at(0) ?? Buffer.alloc(0), 4)] ?? 'Unknown';
}

function stateWithoutTask(error: unknown): TaskState {
  if ((error as Partial<ServiceError>).code === status.NOT_FOUND) return 'NotFound';
  throw error;
}
