# A small image: the program alone, as nobody, on a base without a shell. The record lies in the volume /data.
#
#   docker build -t hearsay .
#   docker run --rm -v "$PWD:/data" hearsay add /data/saved
#   docker run --rm -i -v "$PWD:/data" hearsay mcp          # standard input and output: nothing is published
#
# The reading room answers to localhost only, so it is shown with the host's own network: docker run --network host … serve
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o /hearsay ./cmd/hearsay

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /hearsay /usr/bin/hearsay
COPY LICENSE NOTICE /usr/share/doc/hearsay/
COPY lang/en/NOTICE /usr/share/doc/hearsay/lang-NOTICE
USER nonroot
WORKDIR /data
VOLUME /data
ENV HEARSAY_RECORD=/data/hearsay.db
HEALTHCHECK --interval=5m --timeout=1m CMD ["/usr/bin/hearsay", "check"]
ENTRYPOINT ["/usr/bin/hearsay"]
CMD ["--help"]
