{{- define "waymark.name" -}}
{{- $release := .Release.Name -}}
{{- ternary $release (printf "%s-waymark" $release) (contains "waymark" $release) | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* The services that are switched on, by name: each is the defaults, and over them what the service says itself. */}}
{{- define "waymark.services" -}}
{{- range $key, $own := .Values.services }}
{{- $service := mustMergeOverwrite (deepCopy $.Values.defaults) $own }}
{{- if $service.enabled }}
{{ $key }}:
  {{- toYaml $service | nindent 2 }}
  key: {{ $key }}
  name: {{ include "waymark.name" $ }}-{{ $key }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Of $root and a component: "persona", or "persona-migrations", whose pods belong to no Service. */}}
{{- define "waymark.selector" -}}
app.kubernetes.io/name: waymark
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "waymark.labels" -}}
{{ include "waymark.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "waymark.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ .service.image }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{- define "waymark.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* What a service is told, whether it serves or only migrates. */}}
{{- define "waymark.env" -}}
{{- $values := .root.Values }}
{{- $database := .service.database }}
- name: WAYMARK_DATABASE_URL
  value: {{ $database.url | quote }}
- name: WAYMARK_KAFKA
  value: {{ $values.kafka.bootstrapServers | quote }}
- name: WAYMARK_ISSUER
  value: {{ $values.issuer.url | quote }}
{{ include "waymark.secretEnv" (dict "name" "WAYMARK_DATABASE_APP_PASSWORD" "secret" $database.secret "key" $database.appKey) }}
{{ include "waymark.secretEnv" (dict "name" "WAYMARK_DATABASE_RELAY_PASSWORD" "secret" $database.secret "key" $database.relayKey) }}
{{ include "waymark.secretEnv" (dict "name" "WAYMARK_TICKET_KEY" "secret" $values.ticketKey.secret "key" $values.ticketKey.key) }}
{{- with .service.respondentKey }}
{{ include "waymark.secretEnv" (dict "name" "WAYMARK_RESPONDENT_KEY" "secret" .secret "key" .key) }}
{{- end }}
{{- end -}}

{{- define "waymark.ownerEnv" -}}
{{ include "waymark.secretEnv" (dict "name" "WAYMARK_DATABASE_OWNER_PASSWORD" "secret" .database.secret "key" .database.ownerKey) }}
{{- end -}}

{{/* What every pod has in common: it is nobody, may do nothing and writes only to /tmp. */}}
{{- define "waymark.pod" -}}
automountServiceAccountToken: false
# Or a Service called waymark-kafka would set variables that begin with WAYMARK_KAFKA.
enableServiceLinks: false
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .service.runAsUser }}
  runAsGroup: {{ .service.runAsUser }}
  seccompProfile: {type: RuntimeDefault}
volumes:
  - name: scratch
    emptyDir: {sizeLimit: {{ .service.scratch }}}
{{- with .service.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .service.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .service.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{- define "waymark.container" -}}
image: {{ include "waymark.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
volumeMounts:
  - {name: scratch, mountPath: /tmp}
{{- end -}}

{{/* The ports that stand in "host:port,host", one a line; those that do not are the default. */}}
{{- define "waymark.ports" -}}
{{- $default := .default }}
{{- range splitList "," .hosts }}
- {protocol: TCP, port: {{ regexFind ":[0-9]+$" . | trimPrefix ":" | default (toString $default) }}}
{{- end }}
{{- end -}}

{{- define "waymark.hosts" -}}
{{- regexFind "//[^/?]+" . | trimPrefix "//" -}}
{{- end -}}
