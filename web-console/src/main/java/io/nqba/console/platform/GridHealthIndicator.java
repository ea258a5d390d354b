package io.nqba.console.platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the console can serve: part of readiness, not of liveness, since a restart would not bring the grid back. */
@Component("grid")
class GridHealthIndicator implements HealthIndicator {
    private final GridStatusGateway grid;

    GridHealthIndicator(GridStatusGateway grid) {
        this.grid = grid;
    }

    @Override
    public Health health() {
        return grid.reachable() ? Health.up().build() : Health.outOfService().build();
    }
}
