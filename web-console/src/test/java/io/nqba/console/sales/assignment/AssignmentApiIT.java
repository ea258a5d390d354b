package io.nqba.console.sales.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.sales.AgentPrice;
import io.nqba.model.sales.AgentPriceKey;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.security.Role;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Assignment runs over REST, on rows as the nodes store them. */
class AssignmentApiIT {
    private static final String RUN = "assignment-api-run";

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        Ignite grid = TestConsole.grid().ignite();
        AssignmentRequest request =
                AssignmentRequest.of(AssignmentWork.LEADS, 1).switchCost(20).build();
        grid.cache(CacheNames.OPTIMIZATION_RUN).put(RUN, OptimizationRun.queued(RUN, request, "a", "USD", 1));
        grid.cache(CacheNames.AGENT_PRICE).put(new AgentPriceKey(RUN, "anna"), new AgentPrice(70, 70, 310.5, 12_000));
        grid.cache(CacheNames.AGENT_PRICE).put(new AgentPriceKey(RUN, "bob"), new AgentPrice(40, 70, 0, 9_000));
        for (int i = 0; i < 5; i++) {
            grid.cache(CacheNames.ASSIGNMENT)
                    .put(
                            new AssignmentKey(RUN, "assignment-api-" + i),
                            new Assignment(
                                    i == 4 ? "" : i % 2 == 0 ? "anna" : "bob",
                                    "",
                                    100 * i,
                                    2,
                                    0.3,
                                    "Because of " + i + "."));
        }
    }

    @Test
    void agentsTellWhatAnHourIsWorthTheDearestFirst() {
        client.get()
                .uri("/api/v1/sigma/agents/prices?run={run}", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].repId")
                .isEqualTo("anna")
                .jsonPath("$[0].words")
                .isEqualTo("One more hour of anna is worth 310.50 $.")
                .jsonPath("$[1].words")
                .isEqualTo("bob has hours left: one more is worth nothing.");
    }

    @Test
    void assignmentsComeInPagesAndAsCsv() {
        client.get()
                .uri("/api/v1/sigma/assignments?run={run}&limit=2", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].reason")
                .isEqualTo("Because of 0.")
                .jsonPath("$.next")
                .isNotEmpty();
        client.get()
                .uri("/api/v1/sigma/assignments?run={run}&q=ANNA", RUN)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        client.get()
                .uri("/api/v1/sigma/assignments?run={run}&format=csv", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(csv -> assertThat(csv.lines()).hasSize(6));
    }

    @Test
    void wrongFieldsAndUnknownRunsAreRefused() {
        client.post()
                .uri("/api/v1/sigma/assignment")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"work\": \"LEADS\", \"leastShare\": 0.8, \"mostShare\": 0.5}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("leastShare");
        client.post()
                .uri("/api/v1/sigma/assignment")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"work\": \"LEADS\", \"agents\": [\"nobody-known\"]}")
                .exchange()
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("There is no agent (nobody-known)"));
        client.get()
                .uri("/api/v1/sigma/assignments?run=none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void thePageShowsAgentsAndReasons() {
        String page = client.get()
                .uri("/sigma/assignment?run={run}", RUN)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page)
                .contains(
                        "One more hour of anna is worth 310.50 $.",
                        "Because of 3.",
                        "Start a run like this",
                        "lead that comes in");
    }

    @Test
    void theNoteTellsWhetherPricesStandHoweverLongAgoTheirRunWas() {
        var standing = TestConsole.grid()
                .ignite()
                .<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES);
        CurrentAssignmentPrices before = standing.getAndRemove(CurrentAssignmentPrices.KEY);
        assertThat(note()).contains("No run of leads has found prices yet");

        standing.put(
                CurrentAssignmentPrices.KEY,
                new CurrentAssignmentPrices("long-gone", new String[0], new double[0], new double[0], 1));

        assertThat(note()).contains("A lead that comes in gets its agent at once");
        if (before == null) {
            standing.remove(CurrentAssignmentPrices.KEY);
        } else {
            standing.put(CurrentAssignmentPrices.KEY, before);
        }
    }

    private String note() {
        return String.valueOf(client.get()
                .uri("/sigma/assignment")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
