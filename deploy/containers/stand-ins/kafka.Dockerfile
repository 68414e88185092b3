ARG BASE
FROM ${BASE}
RUN useradd -u 1000 -d /opt/kafka appuser && install -d -o appuser /opt/kafka /opt/kafka/config /var/lib/kafka/data
COPY kafka/ /opt/kafka/libs/
COPY kafka-run.sh /opt/kafka/
VOLUME /var/lib/kafka/data
USER appuser
EXPOSE 9092
ENTRYPOINT ["/opt/kafka/kafka-run.sh"]
