import { Client, credentials } from '@grpc/grpc-js';
import { textField } from './wire';

/** The part of the Container Runtime Interface that is used. */
export interface CriApi {
  /** Has a container stopped; one that is stopped already, or that the runtime does not know, is a success. Rejects when the runtime does not answer in time. */
  stop(id: string): Promise<void>;
  close(): void;
}

const STOP = '/runtime.v1.RuntimeService/StopContainer';
const DEADLINE_MS = 10_000;

/** Connects lazily to a unix socket; an absent socket shows as a rejected call. */
export function connectCri(socket: string): CriApi {
  const client = new Client(`unix://${socket}`, credentials.createInsecure(), { 'grpc.enable_http_proxy': 0 });
  return {
    stop: (id) =>
      new Promise((resolve, reject) => {
        // StopContainerRequest {container_id = 1, timeout = 2}: a timeout of 0, the default, kills at once.
        client.makeUnaryRequest(STOP, (wanted: string) => textField(1, wanted), () => undefined, id, { deadline: Date.now() + DEADLINE_MS }, (error) => {
          if (error === null) resolve();
          else reject(error);
        });
      }),
    close: () => client.close(),
  };
}
