package io.nqba.node.sales.scoring;

import io.nqba.compute.optimisation.SubmitRunTask;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model of each kind learnt from the leads of the demo, by runs as anybody starts them. The first one becomes champion, as the
 * first of any schema does, so the leads have scores soon after the first start; the second one waits as its challenger for a person.
 */
public final class DemoModels {
    private static final Logger LOG = LoggerFactory.getLogger(DemoModels.class);
    private static final long LOOK_MILLIS = 200;

    private final String schemaId;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public DemoModels(String schemaId) {
        this.schemaId = schemaId;
    }

    /** Begins; nobody waits for it. */
    public void start(Ignite ignite) {
        var thread = new Thread(() -> train(ignite), "demo-models-" + ignite.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for no further run; one that was asked for is the grid's. */
    public void stop() {
        stopping.countDown();
    }

    private void train(Ignite ignite) {
        try {
            for (ModelKind kind : List.of(ModelKind.LOGISTIC, ModelKind.BOOSTED_TREES)) {
                String runId = submit(ignite, kind);
                // One after the other: which of them comes first shall not be chance.
                while (!ended(ignite, runId)) {
                    if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (NqbaException | IgniteException | CacheException | IllegalStateException failure) {
            LOG.warn("The demo goes without a model until somebody trains one, cause={}", failure.toString());
        }
    }

    private String submit(Ignite ignite, ModelKind kind) {
        String runId = UUID.randomUUID().toString();
        var submission = new SubmitRun(runId, LeadScoringRequest.usual(schemaId, kind), "demo");
        ignite.compute().execute(new SubmitRunTask(), submission).orThrow();
        return runId;
    }

    private static boolean ended(Ignite ignite, String runId) {
        @Nullable
        OptimizationRun run = ignite.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(runId);
        return run == null || run.state().terminal();
    }
}
