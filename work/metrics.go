package work

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/riverqueue/river"
)

// metrics are what Prometheus may ask: what this worker did, and what the record's queue holds.
type metrics struct {
	worker    *worker
	registry  *prometheus.Registry
	pages     prometheus.Counter
	takenOver prometheus.Counter
	jobs      *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
}

func newMetrics(w *worker) *metrics {
	m := &metrics{worker: w, registry: prometheus.NewRegistry(),
		pages:     prometheus.NewCounter(prometheus.CounterOpts{Name: "hearsay_pages_read_total", Help: "Pages that this worker read and kept."}),
		takenOver: prometheus.NewCounter(prometheus.CounterOpts{Name: "hearsay_workers_lost_total", Help: "Workers whose jobs this one gave back to the queue."}),
		jobs:      prometheus.NewCounterVec(prometheus.CounterOpts{Name: "hearsay_jobs_total", Help: "Jobs of this worker, by kind and how they ended."}, []string{"kind", "end"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "hearsay_job_seconds", Help: "How long jobs ran.",
			Buckets: []float64{.01, .05, .1, .5, 1, 5, 30, 120, 600, 3600}}, []string{"kind"}),
	}
	m.registry.MustRegister(m.pages, m.takenOver, m.jobs, m.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), queueCollector{w})
	return m
}

// count counts what happens to jobs of this worker until the subscription ends.
func (m *metrics) count(events <-chan *river.Event) {
	for e := range events {
		m.jobs.WithLabelValues(e.Job.Kind, string(e.Kind)).Inc()
		if e.JobStats != nil {
			m.seconds.WithLabelValues(e.Job.Kind).Observe(e.JobStats.RunDuration.Seconds())
		}
	}
}

// serve answers at an address until stop is called.
func (m *metrics) serve(address string) (stop func(), at string, err error) {
	if address == "" {
		return func() {}, "", nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, "", err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			m.worker.log.Warn("metrics", "error", err)
		}
	}()
	return func() { server.Close() }, listener.Addr().String(), nil
}

// queueCollector asks the database when Prometheus asks us.
type queueCollector struct{ worker *worker }

var (
	jobsNow    = prometheus.NewDesc("hearsay_queue_jobs", "Jobs in the queue of the record.", []string{"kind", "state"}, nil)
	pagesWait  = prometheus.NewDesc("hearsay_pages_waiting", "Pages that wait to be read.", nil, nil)
	pagesKept  = prometheus.NewDesc("hearsay_pages", "Pages of the record, as the server estimates them.", nil, nil)
	changesNow = prometheus.NewDesc("hearsay_changes", "Changes that are not compared yet.", nil, nil)
	workersNow = prometheus.NewDesc("hearsay_workers", "Workers that live.", nil, nil)
)

func (queueCollector) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{jobsNow, pagesWait, pagesKept, changesNow, workersNow} {
		to <- d
	}
}

func (c queueCollector) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	s, err := c.worker.queue.Status(ctx)
	if err != nil {
		to <- prometheus.NewInvalidMetric(jobsNow, err)
		return
	}
	for _, j := range s.Jobs {
		to <- prometheus.MustNewConstMetric(jobsNow, prometheus.GaugeValue, float64(j.Count), j.Kind, j.State)
	}
	for desc, value := range map[*prometheus.Desc]int64{pagesWait: s.Waiting, pagesKept: s.Pages, changesNow: s.Changes, workersNow: int64(s.Workers)} {
		to <- prometheus.MustNewConstMetric(desc, prometheus.GaugeValue, float64(value))
	}
}
