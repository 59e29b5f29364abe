import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { readFields, textField, textMapOf, textOf } from './wire';

/** What containerd's API says about one container. */
export interface ContainerdRecord {
  readonly id: string;
  /** '' where the client gave none. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The part of containerd's API that is used; every call ends within its deadline. */
export interface ContainerdApi {
  /** Undefined: no such container. Rejects when containerd does not answer. */
  get(namespace: string, id: string): Promise<ContainerdRecord | undefined>;
  close(): void;
}

const GET = '/containerd.services.containers.v1.Containers/Get';
const DEADLINE_MS = 2000;
const MAX_MESSAGE_BYTES = 4 << 20;

/** Connects lazily to a unix socket; an absent socket shows as a rejected call. */
export function connectContainerd(socket: string): ContainerdApi {
  const client = new Client(`unix://${socket}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.enable_http_proxy': 0,
  });
  return {
    get: (namespace, id) =>
      new Promise((resolve, reject) => {
        const metadata = new Metadata();
        metadata.set('containerd-namespace', namespace);
        const finish = (error: ServiceError | null, record?: ContainerdRecord): void => {
          if (error === null) resolve(record);
          else if (error.code === status.NOT_FOUND) resolve(undefined);
          else reject(error);
        };
        client.makeUnaryRequest(GET, (wanted: string) => textField(1, wanted), parseGetResponse, id, metadata, { deadline: Date.now() + DEADLINE_MS }, finish);
      }),
    close: () => client.close(),
  };
}

/** GetContainerResponse {Container container = 1}; Container {id = 1, labels = 2, image = 3, …}. */
export function parseGetResponse(message: Buffer): ContainerdRecord {
  const container = readFields(readFields(message).get(1)?.at(0) ?? Buffer.alloc(0));
  return { id: textOf(container, 1), labels: textMapOf(container, 2), image: textOf(container, 3) };
}
