package io.nqba.node.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.spi.metric.BooleanMetric;
import org.apache.ignite.spi.metric.DoubleMetric;
import org.apache.ignite.spi.metric.IntMetric;
import org.apache.ignite.spi.metric.LongMetric;
import org.apache.ignite.spi.metric.Metric;
import org.apache.ignite.spi.metric.ReadOnlyMetricRegistry;

/**
 * The meters of one node: its JVM and its Ignite. Which Ignite measurements exist is looked up at each scrape, since
 * caches come and go; their values are read only then.
 */
public final class NodeMeters implements AutoCloseable {
    /** Thousands of series of no use on a dashboard: one per pair of nodes and message type, per index and page type. */
    private static final List<String> NOISE =
            List.of("communication.tcp", "index.", "io.statistics.hashIndexes", "io.statistics.sortedIndexes");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final List<IgniteMetrics> sources;
    private final Map<Metric, Meter> known = new HashMap<>();

    private NodeMeters(List<IgniteMetrics> sources) {
        this.sources = sources;
    }

    /** Returns the meters of a node whose {@code node.xml} names {@link IgniteMetrics}. */
    public static NodeMeters of(Ignite ignite) {
        NodeMeters meters = new NodeMeters(Arrays.stream(ignite.configuration().getMetricExporterSpi())
                .filter(IgniteMetrics.class::isInstance)
                .map(IgniteMetrics.class::cast)
                .toList());
        meters.registry.config().commonTags("node", ignite.name());
        meters.bindJvm();
        return meters;
    }

    private void bindJvm() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
    }

    /** Returns all values now, in Prometheus' text format. */
    public synchronized String scrape() {
        Set<Metric> present = new HashSet<>();
        sources.forEach(source -> source.walk(group -> register(group, present)));
        known.entrySet().removeIf(entry -> {
            if (present.contains(entry.getKey())) {
                return false;
            }
            registry.remove(entry.getValue());
            return true;
        });
        return registry.scrape();
    }

    private void register(ReadOnlyMetricRegistry group, Set<Metric> present) {
        if (NOISE.stream().anyMatch(group.name()::startsWith)) {
            return;
        }
        for (Metric metric : group) {
            if (isNumber(metric)) {
                present.add(metric);
                known.computeIfAbsent(metric, added -> gauge(registry, group.name(), added));
            }
        }
    }

    private static Meter gauge(MeterRegistry registry, String group, Metric metric) {
        String local = metric.name().substring(group.length() + 1);
        MetricName name = MetricName.of(group, local);
        return Gauge.builder(name.name(), metric, NodeMeters::value)
                .tags(Tags.of(name.tags()))
                .description(metric.description())
                .register(registry);
    }

    private static boolean isNumber(Metric metric) {
        return metric instanceof LongMetric
                || metric instanceof IntMetric
                || metric instanceof DoubleMetric
                || metric instanceof BooleanMetric;
    }

    private static double value(Metric metric) {
        if (metric instanceof LongMetric number) {
            return number.value();
        }
        if (metric instanceof IntMetric number) {
            return number.value();
        }
        if (metric instanceof DoubleMetric number) {
            return number.value();
        }
        return metric instanceof BooleanMetric flag && flag.value() ? 1 : 0;
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
