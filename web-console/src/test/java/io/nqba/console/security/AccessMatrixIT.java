package io.nqba.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Each role on each path. The table is written out here, so that a slip in the rules is a difference, not an echo. */
class AccessMatrixIT {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> PEOPLE = EnumSet.of(Role.COUNCIL, Role.OPERATOR, Role.ANALYST);
    private static final Set<Role> CONSENT_KEEPERS = EnumSet.of(Role.COUNCIL, Role.OPERATOR, Role.SERVICE);
    private static final Set<Role> FEEDERS = EnumSet.of(Role.OPERATOR, Role.SERVICE);
    private static final Set<Role> TRADERS = EnumSet.of(Role.OPERATOR, Role.ANALYST, Role.SERVICE);
    private static final Set<Role> LIMIT_SETTERS = EnumSet.of(Role.COUNCIL, Role.OPERATOR);
    private static final Set<Role> OPERATORS = EnumSet.of(Role.OPERATOR);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    private record Path(HttpMethod method, String path, Set<Role> roles) {}

    private static final List<Path> PATHS = List.of(
            new Path(HttpMethod.GET, "/api/v1/optimisation/runs", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/runs/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/runs/none/events", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/optimisation/runs/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/optimisation/runs", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/runs/none/solution", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/runs/none/rounds", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/problems", ALL),
            new Path(HttpMethod.POST, "/api/v1/optimisation/problems", ALL),
            new Path(HttpMethod.GET, "/api/v1/optimisation/problems/none", ALL),
            // Somebody else's are refused one by one, see ProblemApiIT.
            new Path(HttpMethod.PATCH, "/api/v1/optimisation/problems/none", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/optimisation/problems/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/optimisation/problems/none", NOBODY),
            new Path(HttpMethod.PUT, "/api/v1/optimisation/problems", NOBODY),
            new Path(HttpMethod.POST, "/api/v1/flyfox/energy-optimization", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/mandate-optimization", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/runs/none/firm-limits", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/assignment", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/leads/none/assignment", FEEDERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/assignments", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/agents/prices", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/revenue/forecast", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/revenue/conversion", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/revenue/what-if", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/revenue/price-ladder", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/revenue/outcomes", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/revenue/forecast", NOBODY),
            new Path(HttpMethod.GET, "/api/v1/sigma/market/segments", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/market/white-space", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/market/segments", NOBODY),
            new Path(HttpMethod.GET, "/sigma/forecast", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/segments", PEOPLE),
            new Path(HttpMethod.GET, "/api/v1/goliath/runs/none/mandate-results", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/runs/none/mandate-results/none/weights", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/runs/none/profile", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/runs/none/schedules", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/runs/none/site-results", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/runs/none/device-schedules", ALL),
            new Path(HttpMethod.PUT, "/api/v1/flyfox/sites/none/devices/none", FEEDERS),
            new Path(HttpMethod.DELETE, "/api/v1/flyfox/sites/none/devices/none", FEEDERS),
            new Path(HttpMethod.GET, "/api/v1/flyfox/districts", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/districts/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/sites", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/sites/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/sites/none/readings", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/consumption", ALL),
            new Path(HttpMethod.GET, "/api/v1/flyfox/demand-response-events", ALL),
            new Path(HttpMethod.POST, "/api/v1/flyfox/demand-response-events", FEEDERS),
            new Path(HttpMethod.POST, "/api/v1/flyfox/readings", FEEDERS),
            new Path(HttpMethod.GET, "/api/v1/goliath/risk/books/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/risk/books/none/portfolios", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/risk/portfolios/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/stress", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/risk-limits", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/risk-limits/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/risk-limits", LIMIT_SETTERS),
            new Path(HttpMethod.PUT, "/api/v1/goliath/risk-limits/none", LIMIT_SETTERS),
            new Path(HttpMethod.DELETE, "/api/v1/goliath/risk-limits/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/goliath/orders", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/orders/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/orders", TRADERS),
            new Path(HttpMethod.DELETE, "/api/v1/goliath/orders/none", TRADERS),
            new Path(HttpMethod.PUT, "/api/v1/goliath/orders/none", NOBODY),
            new Path(HttpMethod.GET, "/api/v1/goliath/trades", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/trades", NOBODY),
            new Path(HttpMethod.POST, "/api/v1/goliath/backtests", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/backtests", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/backtests/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/backtests/none/equity", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/goliath/backtests/none", NOBODY),
            new Path(HttpMethod.GET, "/api/v1/goliath/strategies", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/strategies/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/strategies/none/signals", ALL),
            new Path(HttpMethod.PUT, "/api/v1/goliath/strategies/none", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/goliath/strategies/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/lead-scoring", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/models", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/models/none", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/models/none", NOBODY),
            new Path(HttpMethod.POST, "/api/v1/sigma/models/none/promotion", PEOPLE),
            new Path(HttpMethod.POST, "/api/v1/sigma/scores", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/scores/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/market", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/market", NOBODY),
            new Path(HttpMethod.GET, "/api/v1/goliath/instruments", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/instruments/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/instruments/none/prices", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/universes", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/books", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/books/none/report", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolios", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolios/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolios/none/positions", ALL),
            new Path(HttpMethod.POST, "/api/v1/goliath/price-ticks", FEEDERS),
            new Path(HttpMethod.POST, "/api/v1/goliath/portfolio-optimization", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolio-optimization/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolio-optimization/none/trades", ALL),
            new Path(HttpMethod.GET, "/api/v1/goliath/portfolio-optimization/none/frontier", ALL),
            new Path(HttpMethod.GET, "/sigma", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/accounts", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/accounts/none", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/accounts/none", PEOPLE),
            new Path(HttpMethod.GET, "/api/v1/sigma/overview", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/pipeline", ALL),
            new Path(HttpMethod.POST, "/sigma/accounts/none/contacts", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/accounts/none/contacts/none", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/sigma/accounts/none/contacts/none/removal", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/sigma/accounts/none/contacts/none/erasure", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/sigma/deals/none", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/deals/none", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/deals/none/notes", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/pipeline", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/pipeline/none", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/leads", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/person", PEOPLE),
            new Path(HttpMethod.GET, "/sigma/leads/none", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/none", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/none/status", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/none/activities", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/none/tasks/1", PEOPLE),
            new Path(HttpMethod.POST, "/sigma/leads/none/erasure", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/leads", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/leads", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/leads/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/leads/none", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/leads/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/leads/none/activities", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/leads/none/activities", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/leads/none/activities/1", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/leads/none/erasure", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/accounts", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/accounts/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/accounts/none", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/accounts/none", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/api/v1/sigma/erasure", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/imports", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/imports", OPERATORS),
            new Path(HttpMethod.GET, "/api/v1/sigma/imports/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/imports/none/events", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/imports/none/preview", OPERATORS),
            new Path(HttpMethod.POST, "/api/v1/sigma/imports/none/check", OPERATORS),
            new Path(HttpMethod.POST, "/api/v1/sigma/imports/none/start", OPERATORS),
            new Path(HttpMethod.GET, "/api/v1/sigma/duplicates", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/duplicates/merge", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/api/v1/sigma/duplicates/dismissal", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/api/v1/sigma/accounts/none/contacts/none/erasure", LIMIT_SETTERS),
            new Path(HttpMethod.PUT, "/api/v1/sigma/accounts/none/contacts/none", LIMIT_SETTERS),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/opportunities/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/campaigns/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/accounts/none/contacts", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/accounts/none/contacts", ALL),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/accounts/none/contacts/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/opportunities", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/opportunities", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/opportunities/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/opportunities/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/opportunities/none/steps", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/reps", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/reps/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/reps/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/products", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/products/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/products/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/campaigns", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/campaigns/none", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/segments", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/segments/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/engagement/segments/none", PEOPLE),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/engagement/segments/none", PEOPLE),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/sequences", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/sequences/none", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/engagement/sequences/none", PEOPLE),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/engagement/sequences/none", PEOPLE),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/settings", ALL),
            new Path(HttpMethod.PUT, "/api/v1/sigma/engagement/settings", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/enrolments", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/engagement/enrolments", PEOPLE),
            new Path(HttpMethod.DELETE, "/api/v1/sigma/engagement/enrolments/none/none", PEOPLE),
            new Path(HttpMethod.POST, "/api/v1/sigma/engagement/replies/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/consents", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/engagement/consents", CONSENT_KEEPERS),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/next-actions", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/next-actions/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/outbox", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/engagement/outbox/none/none", ALL),
            new Path(HttpMethod.POST, "/api/v1/sigma/engagement/outbox/none/none/approval", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/api/v1/sigma/engagement/outbox/none/none/suppression", PEOPLE),
            new Path(HttpMethod.GET, "/api/v1/sigma/lead-schemas", ALL),
            new Path(HttpMethod.GET, "/api/v1/sigma/lead-schemas/none", ALL),
            new Path(HttpMethod.GET, "/api/v1/grid/status", PEOPLE),
            new Path(HttpMethod.GET, "/api/docs", ALL),
            new Path(HttpMethod.GET, "/api/docs/openapi", ALL),
            new Path(HttpMethod.GET, "/actuator", FEEDERS),
            new Path(HttpMethod.GET, "/actuator/metrics", FEEDERS),
            new Path(HttpMethod.GET, "/actuator/prometheus", FEEDERS),
            new Path(HttpMethod.GET, "/", PEOPLE),
            new Path(HttpMethod.GET, "/flyfox", PEOPLE),
            new Path(HttpMethod.GET, "/flyfox/sites/none", PEOPLE),
            new Path(HttpMethod.GET, "/goliath/risk", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/risk/orders", EnumSet.of(Role.OPERATOR, Role.ANALYST)),
            new Path(HttpMethod.POST, "/goliath/risk/orders/none/cancel", EnumSet.of(Role.OPERATOR, Role.ANALYST)),
            new Path(HttpMethod.POST, "/goliath/risk/limits", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/goliath/risk/limits/none", LIMIT_SETTERS),
            new Path(HttpMethod.POST, "/goliath/risk/limits/none/remove", LIMIT_SETTERS),
            new Path(HttpMethod.GET, "/goliath/strategies", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/strategies", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/strategies/none", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/strategies/none/remove", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/backtests", PEOPLE),
            new Path(HttpMethod.GET, "/goliath/market", PEOPLE),
            new Path(HttpMethod.GET, "/goliath", PEOPLE),
            new Path(HttpMethod.GET, "/goliath/mandates", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/mandates", PEOPLE),
            new Path(HttpMethod.GET, "/goliath/portfolios", PEOPLE),
            new Path(HttpMethod.GET, "/goliath/portfolios/none", PEOPLE),
            new Path(HttpMethod.POST, "/goliath/portfolios/none", PEOPLE),
            new Path(HttpMethod.GET, "/runs/none", PEOPLE),
            new Path(HttpMethod.GET, "/optimisation", PEOPLE),
            new Path(HttpMethod.GET, "/optimisation/compare", PEOPLE),
            new Path(HttpMethod.POST, "/optimisation/problems/none", PEOPLE),
            new Path(HttpMethod.POST, "/optimisation/submit", PEOPLE),
            new Path(HttpMethod.GET, "/grid", PEOPLE),
            // Denied by default: no rule names them.
            new Path(HttpMethod.PUT, "/api/v1/flyfox/sites/none", NOBODY),
            new Path(HttpMethod.PATCH, "/api/v1/optimisation/runs/none", NOBODY),
            new Path(HttpMethod.DELETE, "/api/v1/flyfox/sites/none", NOBODY),
            new Path(HttpMethod.POST, "/api/v1/grid/unknown", PEOPLE),
            new Path(HttpMethod.GET, "/console", NOBODY),
            new Path(HttpMethod.GET, "/h2-console", NOBODY),
            new Path(HttpMethod.GET, "/v3/api-docs", NOBODY),
            new Path(HttpMethod.GET, "/swagger-ui.html", NOBODY));

    static List<Arguments> rolesAndPaths() {
        List<Arguments> cases = new ArrayList<>();
        for (Path path : PATHS) {
            for (Role role : Role.values()) {
                cases.add(Arguments.of(
                        role, path.method(), path.path(), path.roles().contains(role)));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @MethodSource("rolesAndPaths")
    void roleMayDoWhatTheTableSays(Role role, HttpMethod method, String path, boolean allowed) {
        int status = TestConsole.shared()
                .as(role)
                .method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();

        if (allowed) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(HttpStatus.FORBIDDEN.value());
        }
    }

    static List<Arguments> paths() {
        return PATHS.stream()
                .map(path -> Arguments.of(path.method(), path.path()))
                .toList();
    }

    @ParameterizedTest(name = "stranger {0} {1}")
    @MethodSource("paths")
    void strangersAreToldToSignIn(HttpMethod method, String path) {
        TestConsole.shared()
                .stranger()
                .method(method)
                .uri(path)
                // A token that is none: the CSRF check concerns cookies only, and would answer first.
                .header("Authorization", "Bearer none")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-SEC-001")
                .jsonPath("$.remedy")
                .isNotEmpty();
    }

    @ParameterizedTest(name = "stranger without anything {0} {1}")
    @MethodSource("readablePaths")
    void strangersWithoutATokenAreToldToSignIn(String path) {
        TestConsole.shared()
                .stranger()
                .get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    static List<String> readablePaths() {
        return PATHS.stream()
                .filter(path -> HttpMethod.GET.equals(path.method()))
                .map(Path::path)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("openPaths")
    void openPathsNeedNobody(String path) {
        TestConsole.shared()
                .stranger()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();
    }

    static List<String> openPaths() {
        return List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
    }
}
