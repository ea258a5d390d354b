package io.nqba.console.page.optimisation;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.model.error.NqbaException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people call the districts that runs name by their ids. */
@Component
public class DistrictNames {
    private final SiteGateway sites;

    DistrictNames(SiteGateway sites) {
        this.sites = sites;
    }

    /** Returns names by id; empty when the grid does not answer, since a list of runs can do without. */
    public Mono<Map<String, String>> byId() {
        return sites.districts()
                .map(all -> all.stream().collect(Collectors.toMap(DistrictView::id, DistrictView::name)))
                .onErrorReturn(NqbaException.class, Map.of());
    }
}
