# Two images: --target operator and --target agent. BUILD and BASE are Debian 12 with Node.js 20 at /usr/local/bin/node; name them
# by digest where a build must be repeatable. The build reads the kernel's types from /sys/kernel/btf/vmlinux.
ARG BUILD=node:20-bookworm
ARG BASE=node:20-bookworm-slim

FROM ${BUILD} AS build
WORKDIR /opt/stasis
COPY . .
RUN make setup build

FROM ${BASE} AS operator
COPY --from=build /opt/stasis/package.json /opt/stasis/package.json
COPY --from=build /opt/stasis/dist/stasis.cjs /opt/stasis/dist/stasis.cjs
COPY --from=build /opt/stasis/dist/library.mjs /opt/stasis/dist/library.mjs
ENV NODE_ENV=production
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/node", "/opt/stasis/dist/stasis.cjs"]

FROM ${BASE} AS agent
RUN apt-get update && apt-get install --yes --no-install-recommends libbpf1 libelf1 zlib1g && rm -rf /var/lib/apt/lists /var/log/* /var/cache/*
COPY --from=build /opt/stasis/package.json /opt/stasis/package.json
COPY --from=build /opt/stasis/dist/stasis.cjs /opt/stasis/dist/stasis.cjs
COPY --from=build /opt/stasis/dist/library.mjs /opt/stasis/dist/library.mjs
COPY --from=build /opt/stasis/build/Release/stasis.node /opt/stasis/build/Release/stasis.node
COPY --from=build /opt/stasis/bin/self-test /opt/stasis/bin/self-test
COPY --from=build /opt/stasis/policies /opt/stasis/policies
ENV NODE_ENV=production
USER 0:0
ENTRYPOINT ["/usr/local/bin/node", "/opt/stasis/dist/stasis.cjs"]
