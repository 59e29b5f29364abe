import type { Configuration, RequestContext } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import { accessOf } from './access';
import type * as library from './library.mjs' with { 'resolution-mode': 'import' };
import { Transport, type Call, type TransportOptions } from './transport';

/** The part of the client library that is used; loaded by `Kube.open`. */
export type Library = typeof library;
type ApiName = Extract<keyof Library, `${string}Api`>;

export interface KubeOptions extends Omit<TransportOptions, 'access'> {
  /** Undefined: $KUBECONFIG, then ~/.kube/config, then the pod's own service account. */
  readonly kubeconfig?: string;
}

export interface ApplyOptions {
  /** Who owns the fields. */
  readonly manager: string;
  /** Takes fields over that another manager owns. */
  readonly force?: boolean;
}

/** One API server, as a kubeconfig or a service account says. */
export class Kube {
  private constructor(
    readonly library: Library,
    readonly transport: Transport,
    /** The namespace of the context, or of the pod. */
    readonly namespace: string | undefined,
  ) {}

  /** Loads the client library and reads the configuration; connects to nothing yet. */
  static async open({ kubeconfig, ...options }: KubeOptions): Promise<Kube> {
    const loaded = await import('./library.mjs');
    const config = new loaded.KubeConfig();
    if (kubeconfig === undefined) config.loadFromDefault();
    else config.loadFromFile(kubeconfig);
    const access = await accessOf(config);
    const namespace = config.getContextObject(config.getCurrentContext())?.namespace;
    return new Kube(loaded, new Transport({ ...options, access }), namespace);
  }

  /** A typed API of the library, over this transport. Its errors carry the HTTP status as `code`; `deadline` is in milliseconds. */
  api<Name extends ApiName>(name: Name, deadline?: number): InstanceType<Library[Name]> {
    const { createConfiguration, ServerConfiguration, wrapHttpLibrary } = this.library;
    const httpApi = wrapHttpLibrary({ send: (request) => this.send(request, deadline) });
    const Api = this.library[name] as new (configuration: Configuration) => InstanceType<Library[Name]>;
    return new Api(createConfiguration({ baseServer: new ServerConfiguration(this.transport.server, {}), httpApi }));
  }

  /** Server-side apply of what `path` names (from `/apis` on, with `/status` for that); resolves with the object as stored. */
  apply(path: string, object: object, { manager, force = false }: ApplyOptions): Promise<unknown> {
    const url = `${path}?fieldManager=${encodeURIComponent(manager)}&force=${String(force)}`;
    return this.transport.json({ method: 'PATCH', url, headers: { 'content-type': 'application/apply-patch+yaml' }, body: JSON.stringify(object) });
  }

  close(): void {
    this.transport.close();
  }

  private async send(request: RequestContext, deadline: number | undefined): Promise<InstanceType<Library['ResponseContext']>> {
    const { status, headers, body } = await this.transport.call({ ...callOf(request), ...(deadline !== undefined && { deadline }) });
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return new this.library.ResponseContext(status, plain, { text: () => Promise.resolve(body.toString()), binary: () => Promise.resolve(body) });
  }
}

function callOf(request: RequestContext): Call {
  const body = request.getBody();
  if (body !== undefined && typeof body !== 'string') throw new TypeError('only text is sent');
  return { method: request.getHttpMethod(), url: request.getUrl(), headers: request.getHeaders(), ...(body !== undefined && { body }) };
}
