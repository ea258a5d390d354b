package io.nqba.compute.optimisation.backend;

import java.util.Map;

/** Opens our own annealer; it needs no setting. */
public final class LocalAnnealerProvider implements SamplerBackendProvider {
    @Override
    public String name() {
        return LocalAnnealerBackend.NAME;
    }

    @Override
    public SamplerBackend open(Map<String, String> settings) {
        return new LocalAnnealerBackend();
    }
}
