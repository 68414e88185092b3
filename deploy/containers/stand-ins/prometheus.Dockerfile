ARG BASE
FROM ${BASE}
COPY prometheus/usr/bin/prometheus /bin/prometheus
RUN install -d -o nobody /prometheus
VOLUME /prometheus
USER nobody
EXPOSE 9090
ENTRYPOINT ["/bin/prometheus"]
CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
