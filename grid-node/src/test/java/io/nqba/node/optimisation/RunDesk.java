package io.nqba.node.optimisation;

import static org.awaitility.Awaitility.await;

import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedWindow;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/** Submits, follows and cancels runs as the console does: by thin client, by task name. */
public final class RunDesk {
    public static final GeneratedWindow WINDOW =
            GeneratedWindow.endingWith(LocalDate.of(2026, 6, 14), DistrictRecipe.DEFAULT_ZONE, 10);

    private final IgniteClient client;

    public RunDesk(IgniteClient client) {
        this.client = client;
    }

    /** Opens a client that knows all nodes, so that it survives any of them. */
    public static IgniteClient client(GridFixture grid) {
        String[] addresses = IntStream.range(0, grid.size())
                .mapToObj(node -> "127.0.0.1:" + grid.node(node).settings().text(Setting.CLIENT_PORT))
                .toArray(String[]::new);
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(addresses).setTimeout(30_000));
    }

    /** A request for hours from the beginning of the generated window. */
    public static EnergyRequest request(String districtId, int slots, double demandChargePerKw) {
        return request(districtId, WINDOW.start(), slots, demandChargePerKw, 1e-4, 200);
    }

    public static EnergyRequest request(
            String districtId, Instant start, int slots, double demandChargePerKw, double gap, int maxRounds) {
        return new EnergyRequest(
                districtId,
                start.toEpochMilli(),
                slots,
                EnergyRequest.Source.READINGS,
                demandChargePerKw,
                0,
                true,
                gap,
                maxRounds,
                120_000);
    }

    public OptimizationRun submit(EnergyRequest request) {
        return submit(UUID.randomUUID().toString(), request);
    }

    public OptimizationRun submit(String runId, EnergyRequest request) {
        return call(TaskNames.SUBMIT_RUN, new SubmitRun(runId, request, "tester"));
    }

    public OptimizationRun cancel(String runId) {
        return call(TaskNames.CANCEL_RUN, runId);
    }

    public OptimizationRun find(String runId) {
        return client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(runId);
    }

    public OptimizationRun untilEnded(String runId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(runId), run -> run.state().terminal());
    }

    public OptimizationRun untilRound(String runId, int round) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> find(runId),
                        run -> run.rounds() >= round || run.state().terminal());
    }

    /** Returns the progress of a run up to the first missing sequence number. */
    public List<RunProgress> progress(String runId) {
        var rows = new ArrayList<RunProgress>();
        var cache = client.<RunProgressKey, RunProgress>cache(CacheNames.RUN_PROGRESS);
        for (long sequence = 1; ; sequence++) {
            RunProgress row = cache.get(new RunProgressKey(runId, sequence));
            if (row == null) {
                return rows;
            }
            rows.add(row);
        }
    }

    private OptimizationRun call(String task, Object argument) {
        try {
            return client.compute()
                    .<Object, TaskReply<OptimizationRun>>execute(task, argument)
                    .orThrow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
