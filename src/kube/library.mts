// What is used of the client library, and nothing else, so that its bundle (dist/library.mjs) holds no more. Loaded when a cluster
// is first opened; a process that has none never does.
export {
  CoordinationV1Api, CoreV1Api, createConfiguration, EventsV1Api, KubeConfig, PatchStrategy, ResponseContext, ServerConfiguration,
  setHeaderOptions, V1MicroTime, wrapHttpLibrary,
} from '@kubernetes/client-node';
