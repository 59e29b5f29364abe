{{/* Labels of an object. */}}
{{- define "stasis.labels" -}}
app.kubernetes.io/name: stasis
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* An image, as (list $ .Values.image.agent): a digest goes before a tag. */}}
{{- define "stasis.image" -}}
{{- $root := index . 0 }}{{ $image := index . 1 -}}
{{- if $image.digest }}{{ $image.repository }}@{{ $image.digest }}
{{- else }}{{ $image.repository }}:{{ $image.tag | default $root.Chart.AppVersion }}
{{- end }}
{{- end }}

{{/* What the operator and the Job of an uninstall run as: nobody, with nothing. */}}
{{- define "stasis.nobody" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "stasis.nothing" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* The API server, by its address before and after the Service is resolved. No name is looked up. */}}
{{- define "stasis.egress" -}}
{{- $values := .Values.networkPolicy -}}
- ports:
    {{- range $values.apiServer.ports }}
    - {protocol: TCP, port: {{ int . }}}
    {{- end }}
  {{- with $values.apiServer.cidrs }}
  to:
    {{- range . }}
    - ipBlock: {cidr: {{ . | quote }}}
    {{- end }}
  {{- end }}
{{- with $values.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Three quarters of a memory limit (in Mi or Gi, as the schema has it), in MiB: Node.js would let its heap grow beyond the limit. */}}
{{- define "stasis.heap" -}}
{{- if hasSuffix "Gi" . }}{{ mul (trimSuffix "Gi" . | int) 768 }}
{{- else }}{{ div (mul (trimSuffix "Mi" . | int) 3) 4 }}
{{- end }}
{{- end }}
