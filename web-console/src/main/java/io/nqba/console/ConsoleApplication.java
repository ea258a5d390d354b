package io.nqba.console;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/**
 * The console process. Starts one grid node inside this JVM unless {@code nqba.grid.addresses} names a grid, and from
 * then on is a thin client of either.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsoleApplication {
    /** Exit code when the console could not start. */
    private static final int EXIT_FAILED = 1;

    /** Starts the console; exits with code 1 and one line on standard error when that is impossible. */
    public static void main(String[] args) {
        System.setProperty("java.net.preferIPv4Stack", "true");
        System.setProperty("IGNITE_UPDATE_NOTIFIER", "false");
        System.setProperty("IGNITE_NO_ASCII", "true");
        // Its life goes into the log, not beside it.
        System.setProperty("IGNITE_QUIET", "false");
        // Messages of the validation follow the JVM's language; ours are English, and so are the remedies made from
        // them.
        Locale.setDefault(Locale.ENGLISH);
        try {
            new SpringApplication(ConsoleApplication.class).run(args);
        } catch (RuntimeException e) {
            new PrintWriter(System.err, true, StandardCharsets.UTF_8).println(reasonOf(e));
            // A half-started node would keep the JVM alive with its own threads.
            System.exit(EXIT_FAILED);
        }
    }

    /** Returns what stopped the start, in one line. */
    static String reasonOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof NqbaException known) {
                return line(known);
            }
            if (cause instanceof PortInUseException taken) {
                return line(EmbeddedGrid.portTaken(taken.getPort()));
            }
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException unread) {
                return line(unreadable(unread));
            }
        }
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return oneLine("The console could not start: %s. Fix: see the log above.".formatted(root));
    }

    private static NqbaException unreadable(BindException unread) {
        ConfigurationProperty property = unread.getProperty();
        String name = String.valueOf(property == null ? unread.getName() : property.getName());
        Object value = property == null || name.contains("password") ? "not shown" : property.getValue();
        return new NqbaException(
                ErrorCode.INVALID_SETTING,
                "The setting %s (%s) cannot be read as %s.".formatted(name, value, kind(unread)),
                "Correct it; docs/settings.md lists it.");
    }

    private static String kind(BindException unread) {
        Class<?> type = unread.getTarget().getType().resolve(Object.class);
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (!type.isEnum()) {
            return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
        }
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String line(NqbaException error) {
        return oneLine("%s: %s Fix: %s".formatted(error.code().id(), error.problem(), error.remedy()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
