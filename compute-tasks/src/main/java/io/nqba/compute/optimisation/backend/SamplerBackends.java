package io.nqba.compute.optimisation.backend;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The back ends on the class path. */
public final class SamplerBackends {
    private SamplerBackends() {}

    /** Returns the names of all back ends, sorted. */
    public static List<String> names() {
        return providers().stream().map(SamplerBackendProvider::name).sorted().toList();
    }

    /**
     * Opens a back end.
     *
     * @param settings settings by variable name, such as {@link System#getenv()}
     * @throws NqbaException if there is none of this name, or it is not configured
     */
    public static SamplerBackend open(String name, Map<String, String> settings) {
        return providers().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NqbaException(
                        ErrorCode.INVALID_REQUEST,
                        "There is no back end of the name (%s).".formatted(name),
                        "Choose one of %s.".formatted(names())))
                .open(settings);
    }

    private static List<SamplerBackendProvider> providers() {
        return ServiceLoader.load(SamplerBackendProvider.class, SamplerBackendProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
