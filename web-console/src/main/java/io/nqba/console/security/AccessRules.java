package io.nqba.console.security;

import io.nqba.model.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may do what: the one table that the security filter, docs/security.md and the tests are made from. The first rule
 * that matches decides; what no rule names is denied to everybody.
 */
public final class AccessRules {
    private static final Set<Role> PEOPLE = EnumSet.of(Role.COUNCIL, Role.OPERATOR, Role.ANALYST);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> FEEDERS = EnumSet.of(Role.OPERATOR, Role.SERVICE);
    private static final Set<Role> TRADERS = EnumSet.of(Role.OPERATOR, Role.ANALYST, Role.SERVICE);
    private static final Set<Role> LIMIT_SETTERS = EnumSet.of(Role.COUNCIL, Role.OPERATOR);
    private static final Set<Role> IMPORTERS = EnumSet.of(Role.OPERATOR);
    private static final Set<Role> CONSENT_KEEPERS = EnumSet.of(Role.COUNCIL, Role.OPERATOR, Role.SERVICE);
    private static final Set<Role> STRANGERS = EnumSet.noneOf(Role.class);

    private static final List<Rule> RULES = List.of(
            open(null, "/sign-in", "/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico", "/favicon.svg"),
            open(HttpMethod.GET, "/actuator/health", "/actuator/health/**"),
            open(HttpMethod.POST, "/api/v1/auth/token"),
            rule(FEEDERS, null, "/actuator/**"),
            rule(PEOPLE, null, "/api/v1/grid/**"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/flyfox/energy-optimization"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/goliath/mandate-optimization"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/sigma/assignment"),
            rule(FEEDERS, HttpMethod.POST, "/api/v1/sigma/leads/*/assignment"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/goliath/portfolio-optimization"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/optimisation/runs", "/api/v1/optimisation/problems"),
            rule(EVERYBODY, HttpMethod.DELETE, "/api/v1/optimisation/runs/*"),
            // Whose problem it is decides the rest: console.annealing.ProblemDesk.
            rule(EVERYBODY, HttpMethod.PATCH, "/api/v1/optimisation/problems/*"),
            rule(EVERYBODY, HttpMethod.DELETE, "/api/v1/optimisation/problems/*"),
            rule(FEEDERS, HttpMethod.POST, "/api/v1/flyfox/readings", "/api/v1/flyfox/demand-response-events"),
            rule(FEEDERS, HttpMethod.POST, "/api/v1/goliath/price-ticks"),
            rule(FEEDERS, HttpMethod.PUT, "/api/v1/flyfox/sites/*/devices/*"),
            rule(FEEDERS, HttpMethod.DELETE, "/api/v1/flyfox/sites/*/devices/*"),
            // Who trades does not set the limits, who sets the limits does not trade; operators may step in.
            rule(TRADERS, HttpMethod.POST, "/api/v1/goliath/orders"),
            rule(TRADERS, HttpMethod.DELETE, "/api/v1/goliath/orders/*"),
            rule(LIMIT_SETTERS, HttpMethod.POST, "/api/v1/goliath/risk-limits"),
            rule(LIMIT_SETTERS, HttpMethod.PUT, "/api/v1/goliath/risk-limits/*"),
            rule(LIMIT_SETTERS, HttpMethod.DELETE, "/api/v1/goliath/risk-limits/*"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/goliath/stress"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/goliath/backtests"),
            rule(EVERYBODY, HttpMethod.PUT, "/api/v1/goliath/strategies/*"),
            rule(EVERYBODY, HttpMethod.DELETE, "/api/v1/goliath/strategies/*"),
            // Who works with leads and deals writes them; who sees persons decides the rest: console.sales.PersonView.
            rule(
                    EVERYBODY,
                    HttpMethod.POST,
                    "/api/v1/sigma/leads",
                    "/api/v1/sigma/leads/*/activities",
                    "/api/v1/sigma/accounts/*/contacts",
                    "/api/v1/sigma/opportunities"),
            rule(
                    EVERYBODY,
                    HttpMethod.PUT,
                    "/api/v1/sigma/leads/*",
                    "/api/v1/sigma/leads/*/activities/*",
                    "/api/v1/sigma/accounts/*",
                    "/api/v1/sigma/opportunities/*"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.PUT,
                    "/api/v1/sigma/reps/*",
                    "/api/v1/sigma/products/*",
                    "/api/v1/sigma/campaigns/*"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.DELETE,
                    "/api/v1/sigma/leads/*",
                    "/api/v1/sigma/accounts/*",
                    "/api/v1/sigma/accounts/*/contacts/*",
                    "/api/v1/sigma/opportunities/*"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.POST,
                    "/api/v1/sigma/erasure",
                    "/api/v1/sigma/duplicates/merge",
                    "/api/v1/sigma/duplicates/dismissal",
                    "/api/v1/sigma/leads/*/erasure",
                    "/api/v1/sigma/accounts/*/contacts/*/erasure"),
            // A contact is a person, so only those who see persons change one.
            rule(LIMIT_SETTERS, HttpMethod.PUT, "/api/v1/sigma/accounts/*/contacts/*"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/sigma/lead-scoring", "/api/v1/sigma/scores"),
            // A person answers for which model scores; a program cannot.
            rule(PEOPLE, HttpMethod.POST, "/api/v1/sigma/models/*/promotion"),
            // Files name persons, and what is imported is not taken back: operators answer for it.
            rule(IMPORTERS, HttpMethod.POST, "/api/v1/sigma/imports", "/api/v1/sigma/imports/*/*"),
            rule(IMPORTERS, HttpMethod.GET, "/api/v1/sigma/imports/*/preview"),
            rule(IMPORTERS, HttpMethod.POST, "/sigma/import/*"),
            // Rules are kept by people. Who reads messages before they go sees persons; so does who sets quiet hours
            // aside.
            rule(PEOPLE, HttpMethod.PUT, "/api/v1/sigma/engagement/segments/*", "/api/v1/sigma/engagement/sequences/*"),
            rule(
                    PEOPLE,
                    HttpMethod.DELETE,
                    "/api/v1/sigma/engagement/segments/*",
                    "/api/v1/sigma/engagement/sequences/*"),
            rule(LIMIT_SETTERS, HttpMethod.PUT, "/api/v1/sigma/engagement/settings"),
            rule(PEOPLE, HttpMethod.POST, "/api/v1/sigma/engagement/enrolments"),
            rule(PEOPLE, HttpMethod.DELETE, "/api/v1/sigma/engagement/enrolments/*/*"),
            rule(EVERYBODY, HttpMethod.POST, "/api/v1/sigma/engagement/replies/*"),
            rule(CONSENT_KEEPERS, HttpMethod.POST, "/api/v1/sigma/engagement/consents"),
            rule(LIMIT_SETTERS, HttpMethod.POST, "/api/v1/sigma/engagement/outbox/*/*/approval"),
            rule(PEOPLE, HttpMethod.POST, "/api/v1/sigma/engagement/outbox/*/*/suppression"),
            rule(EVERYBODY, HttpMethod.GET, "/api/v1/**", "/api/docs", "/api/docs/**"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.POST,
                    "/sigma/engagement/settings",
                    "/sigma/engagement/consents",
                    "/sigma/engagement/outbox/*/*/approve"),
            rule(
                    EnumSet.of(Role.OPERATOR, Role.ANALYST),
                    HttpMethod.POST,
                    "/goliath/risk/orders",
                    "/goliath/risk/orders/*/cancel"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.POST,
                    "/goliath/risk/limits",
                    "/goliath/risk/limits/*",
                    "/goliath/risk/limits/*/remove"),
            rule(
                    LIMIT_SETTERS,
                    HttpMethod.POST,
                    "/sigma/leads/*/erasure",
                    "/sigma/accounts/*/contacts/*",
                    "/sigma/accounts/*/contacts/*/*"),
            rule(LIMIT_SETTERS, HttpMethod.POST, "/sigma/duplicates/merge", "/sigma/duplicates/dismissal"),
            rule(PEOPLE, HttpMethod.POST, "/sign-out"),
            rule(PEOPLE, HttpMethod.GET, "/grid", "/grid/**", "/search"),
            rule(
                    PEOPLE,
                    null,
                    "/",
                    "/flyfox",
                    "/flyfox/**",
                    "/goliath",
                    "/goliath/**",
                    "/sigma",
                    "/sigma/**",
                    "/runs",
                    "/runs/**",
                    "/optimisation",
                    "/optimisation/**",
                    "/account",
                    "/styleguide"));

    private AccessRules() {}

    /** Returns the table, first match first. */
    public static List<Rule> all() {
        return RULES;
    }

    /**
     * One line of the table.
     *
     * @param roles who may; empty when everybody may, signed in or not
     * @param method only for this method, or null for all
     * @param patterns paths; {@code *} is one segment, {@code **} any rest
     */
    public record Rule(Set<Role> roles, @Nullable HttpMethod method, List<String> patterns) {
        public Rule {
            roles = Set.copyOf(roles);
            patterns = List.copyOf(patterns);
        }

        /** Returns whether nobody needs to sign in. */
        public boolean open() {
            return roles.isEmpty();
        }
    }

    private static Rule open(@Nullable HttpMethod method, String... patterns) {
        return new Rule(STRANGERS, method, Arrays.asList(patterns));
    }

    private static Rule rule(Set<Role> roles, @Nullable HttpMethod method, String... patterns) {
        return new Rule(roles, method, Arrays.asList(patterns));
    }
}
