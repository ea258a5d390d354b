package io.nqba.node.optimisation;

import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedWindow;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/** Submits runs of a district and reads their progress. */
public final class RunDesk extends GridDesk {
    public static final GeneratedWindow WINDOW =
            GeneratedWindow.endingWith(LocalDate.of(2026, 6, 14), DistrictRecipe.DEFAULT_ZONE, 10);

    public RunDesk(IgniteClient client) {
        super(client);
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

    public OptimizationRun submit(RunRequest request) {
        return submit(UUID.randomUUID().toString(), request);
    }

    public OptimizationRun submit(String runId, RunRequest request) {
        return call(OptimizationRun.class, TaskNames.SUBMIT_RUN, new SubmitRun(runId, request, "tester"));
    }

    /** Returns the progress of a run up to the first missing sequence number. */
    public List<RunProgress> progress(String runId) {
        var rows = new ArrayList<RunProgress>();
        var cache = client().<RunProgressKey, RunProgress>cache(CacheNames.RUN_PROGRESS);
        for (long sequence = 1; ; sequence++) {
            RunProgress row = cache.get(new RunProgressKey(runId, sequence));
            if (row == null) {
                return rows;
            }
            rows.add(row);
        }
    }
}
