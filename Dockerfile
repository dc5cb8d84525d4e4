# syntax=docker/dockerfile:1

FROM swift:6.3-bookworm AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# hadolint ignore=DL3008
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends \
        libcurl4-openssl-dev libhiredis-dev libmongoc-dev libsqlite3-dev pkg-config zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
RUN swift package resolve
COPY Sources ./Sources
COPY Tests ./Tests
RUN swift build -c release --product reho --static-swift-stdlib \
    && install -D -s .build/release/reho /out/reho \
    && install -m 644 Package.resolved /out/Package.resolved

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends \
        ca-certificates libcurl4 libhiredis0.14 libjs-chart.js libmongoc-1.0-0 libsqlite3-0 tzdata zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin reho \
    && install -d -o reho -g reho /data
COPY --from=build /out/reho /usr/local/bin/reho
# What is inside, for whoever looks for known faults in it.
COPY --from=build /out/Package.resolved /usr/share/reho/
RUN dpkg-query -W -f '${Package} ${Version}\n' > /usr/share/reho/packages.txt
# A crash report prints memory, and memory here holds finances.
ENV HOST=0.0.0.0 PORT=8000 REHO_DATA_DIR=/data SWIFT_BACKTRACE=enable=no
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# The binary asks itself: the image has no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["reho", "check", "--live"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["reho"]
CMD ["serve"]
