ARG BASE
FROM ${BASE}
RUN useradd -u 1000 -g 0 -d /opt/keycloak keycloak
COPY --chown=1000:0 keycloak/ /opt/keycloak/
RUN install -d -o 1000 -g 0 -m 775 /opt/keycloak/data && chown 1000:0 /opt/keycloak
USER 1000
EXPOSE 8080 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
