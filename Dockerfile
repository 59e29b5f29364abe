# Two images: --target operator and --target agent. BUILD is Debian 12 or Ubuntu 24.04 with make, or newer; BASE has the C and C++
# libraries of that release or a newer one, as debian:*-slim and distroless/cc have; name both by digest where a build must be
# repeatable. Node.js comes from the npm registry (scripts/product-node.sh). The build reads the kernel's types from /sys/kernel/btf/vmlinux.
ARG BUILD=buildpack-deps:bookworm
ARG BASE=gcr.io/distroless/cc-debian13

FROM ${BUILD} AS build
WORKDIR /opt/stasis
COPY . .
RUN make build SETUP_FOR=build && scripts/image-root.sh operator /images/operator && scripts/image-root.sh agent /images/agent

FROM ${BASE} AS operator
COPY --from=build /images/operator /
ENV NODE_ENV=production
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/node", "/opt/stasis/dist/stasis.cjs"]

FROM ${BASE} AS agent
COPY --from=build /images/agent /
ENV NODE_ENV=production
USER 0:0
ENTRYPOINT ["/usr/local/bin/node", "/opt/stasis/dist/stasis.cjs"]
