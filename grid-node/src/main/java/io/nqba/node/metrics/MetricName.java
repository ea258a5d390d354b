package io.nqba.node.metrics;

import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;

/**
 * An Ignite measurement as Prometheus users name it: {@code cache.MeterReading} + {@code CacheGets} becomes
 * {@code ignite.cache.gets} with the tag {@code cache="MeterReading"}.
 *
 * @param name name in words, dot-separated
 * @param tags what it belongs to
 */
record MetricName(String name, Tags tags) {
    private static final List<Family> FAMILIES = List.of(
            new Family("cacheGroups.", "ignite.cache.group", "group"),
            new Family("cache.", "ignite.cache", "cache"),
            new Family("io.dataregion.", "ignite.region", "region"),
            new Family("io.statistics.cacheGroups.", "ignite.io.cache.group", "group"),
            new Family("threadPools.", "ignite.threads", "pool"));

    static MetricName of(String registry, String metric) {
        for (Family family : FAMILIES) {
            if (registry.startsWith(family.prefix())) {
                String owner = registry.substring(family.prefix().length());
                return new MetricName(joined(family.name(), metric), Tags.of(family.tag(), owner));
            }
        }
        return new MetricName(joined("ignite." + words(registry), metric), Tags.empty());
    }

    /** The last word of the family is not said twice: {@code ignite.cache} + {@code CacheGets} is ignite.cache.gets. */
    private static String joined(String family, String metric) {
        String words = words(metric);
        String last = family.substring(family.lastIndexOf('.') + 1) + ".";
        return family + "." + (words.startsWith(last) ? words.substring(last.length()) : words);
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", ".")
                .replaceAll("[^A-Za-z0-9.]+", ".")
                .toLowerCase(Locale.ROOT);
    }

    private record Family(String prefix, String name, String tag) {}
}
