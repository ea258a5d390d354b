package io.nqba.node.lifecycle;

import java.nio.file.Path;
import java.util.Map;

/** System properties that a node wants and that can still be set before Ignite starts; what is set already stays. */
final class PlatformDefaults {
    private static final Map<String, String> PROPERTIES = Map.of(
            "java.net.preferIPv4Stack", "true",
            // The first node would look up a public host.
            "IGNITE_UPDATE_NOTIFIER", "false",
            "IGNITE_NO_ASCII", "true",
            "IGNITE_PERFORMANCE_SUGGESTIONS_DISABLED", "true",
            // Otherwise Ignite writes its start-up banner to standard output, past the log.
            "IGNITE_QUIET", "false",
            // Ignite's own hook would race with ours, which stops the modules first.
            "IGNITE_NO_SHUTDOWN_HOOK", "true");

    private PlatformDefaults() {}

    static void apply() {
        PROPERTIES.forEach(PlatformDefaults::setIfAbsent);
        // Ignite would look for its installation around its jar, find none and complain past the log.
        setIfAbsent("IGNITE_HOME", Path.of("").toAbsolutePath().toString());
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
