package io.nqba.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console finds its grid.
 *
 * @param work directory of the embedded node: data, logs
 * @param inMemory whether the embedded node keeps nothing after its stop
 * @param dataDirectory directory of data sets to load into the embedded node, or null for none
 * @param grid the grid to connect to
 */
@ConfigurationProperties("nqba")
public record ConsoleProperties(
        @DefaultValue("./work") Path work,
        @DefaultValue("false") boolean inMemory,
        @Nullable Path dataDirectory,
        @DefaultValue Grid grid) {
    /**
     * The grid to connect to.
     *
     * @param addresses {@code host:port} of its nodes; empty starts a node in this JVM
     * @param timeout longest wait for a cache operation or a query; a frozen node would otherwise hold a request forever
     * @param taskTimeout longest wait for a compute task
     * @param heartbeat how often the grid is asked whether it is there
     */
    public record Grid(
            @DefaultValue List<String> addresses,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("30s") Duration taskTimeout,
            @DefaultValue("1s") Duration heartbeat) {
        public Grid {
            addresses = addresses.stream().filter(address -> !address.isBlank()).toList();
        }
    }
}
