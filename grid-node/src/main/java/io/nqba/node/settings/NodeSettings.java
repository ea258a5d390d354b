package io.nqba.node.settings;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The checked settings of one node: a value for every {@link Setting}. Immutable. */
public final class NodeSettings {
    private final EnumMap<Setting, String> values;

    private NodeSettings(EnumMap<Setting, String> values) {
        this.values = values;
    }

    /**
     * Reads every setting.
     *
     * @param environment answers the value of a variable, null when it is not set
     * @throws NqbaException with code INVALID_SETTING, for the first value that is not as its setting asks
     */
    public static NodeSettings read(Lookup environment) {
        EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String given = environment.find(setting.variable());
            values.put(setting, given == null ? setting.defaultValue() : checked(setting, given.strip()));
        }
        return new NodeSettings(values);
    }

    /** Reads the environment variables of this process; a system property of the same name comes first. */
    public static NodeSettings readEnvironment() {
        return read(NodeSettings::fromProcess);
    }

    /** Returns the value that this process was given from outside; null when it is not set. */
    public static @Nullable String fromProcess(String variable) {
        String property = System.getProperty(variable);
        return property == null ? System.getenv(variable) : property;
    }

    /** Returns the same settings but for one. */
    public NodeSettings with(Setting setting, String value) {
        EnumMap<Setting, String> changed = new EnumMap<>(values);
        changed.put(setting, checked(setting, value));
        return new NodeSettings(changed);
    }

    /** Returns the same settings with every port of 0 replaced by what the operator answers for it. */
    public NodeSettings withPorts(UnaryOperator<Integer> choose) {
        EnumMap<Setting, String> changed = new EnumMap<>(values);
        changed.replaceAll((setting, value) ->
                setting.kind() == Setting.Kind.PORT ? Integer.toString(choose.apply(Integer.valueOf(value))) : value);
        return new NodeSettings(changed);
    }

    public String text(Setting setting) {
        return java.util.Objects.requireNonNull(values.get(setting));
    }

    public int whole(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** Returns the directory of the node's files, absolute. */
    public Path workDirectory() {
        return Path.of(text(Setting.WORK)).toAbsolutePath().normalize();
    }

    /** Returns the values by variable name, as {@code node.xml} asks for them. */
    public Map<String, Object> byVariable() {
        Map<String, Object> named = new TreeMap<>();
        values.forEach((setting, value) -> named.put(setting.variable(), value));
        named.put(Setting.WORK.variable(), workDirectory().toString());
        return named;
    }

    private static String checked(Setting setting, String value) {
        if (!setting.kind().accepts(value)) {
            throw new NqbaException(
                    ErrorCode.INVALID_SETTING,
                    "The %s (%s) must %s."
                            .formatted(setting.variable(), value, setting.kind().rule()),
                    "Set %s to such a value, or unset it for the default (%s)."
                            .formatted(setting.variable(), setting.defaultValue()));
        }
        return value;
    }

    /** Where values come from. */
    @FunctionalInterface
    public interface Lookup {
        @Nullable
        String find(String variable);
    }
}
