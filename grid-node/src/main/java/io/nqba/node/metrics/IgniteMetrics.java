package io.nqba.node.metrics;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.ignite.spi.IgniteSpiAdapter;
import org.apache.ignite.spi.metric.MetricExporterSpi;
import org.apache.ignite.spi.metric.ReadOnlyMetricManager;
import org.apache.ignite.spi.metric.ReadOnlyMetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Ignite's door to its measurements. Exports nothing by itself: {@link NodeMeters} walks through it when somebody asks,
 * so measurements that nobody reads cost nothing. Named in {@code node.xml}.
 */
public final class IgniteMetrics extends IgniteSpiAdapter implements MetricExporterSpi {
    private volatile @Nullable ReadOnlyMetricManager manager;
    private volatile Predicate<ReadOnlyMetricRegistry> filter = registry -> true;

    @Override
    public void setMetricRegistry(ReadOnlyMetricManager manager) {
        this.manager = manager;
    }

    @Override
    public void setExportFilter(Predicate<ReadOnlyMetricRegistry> filter) {
        this.filter = filter;
    }

    /** Shows every group of measurements that exists now; none while the node is down. */
    void walk(Consumer<ReadOnlyMetricRegistry> visitor) {
        ReadOnlyMetricManager current = manager;
        if (current != null) {
            for (ReadOnlyMetricRegistry registry : current) {
                if (filter.test(registry)) {
                    visitor.accept(registry);
                }
            }
        }
    }

    @Override
    public void spiStart(@Nullable String igniteInstanceName) {}

    @Override
    public void spiStop() {
        manager = null;
    }
}
