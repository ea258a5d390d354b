package io.nqba.console;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console finds its grid.
 *
 * @param work directory of the embedded node: data, logs
 * @param inMemory whether the embedded node keeps nothing after its stop
 * @param data directory of data sets to load into the embedded node, or null for none
 * @param grid the grid to connect to
 */
@ConfigurationProperties("nqba")
public record ConsoleProperties(
        @DefaultValue("./work") Path work,
        @DefaultValue("false") boolean inMemory,
        @Nullable Path data,
        @DefaultValue Grid grid) {
    /**
     * The grid to connect to.
     *
     * @param addresses {@code host:port} of its nodes; empty starts a node in this JVM
     */
    public record Grid(@DefaultValue List<String> addresses) {
        public Grid {
            addresses = addresses.stream().filter(address -> !address.isBlank()).toList();
        }
    }
}
