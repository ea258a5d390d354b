package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Lane.Snapshot;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.optimisation.HeldJob;
import io.nqba.model.annealing.StoredProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;

/** One round of one node: lets its team search, then publishes a few answers and returns figures only. */
final class RoundJob extends HeldJob<NodeReport> {
    private static final long serialVersionUID = 1L;

    private final RoundPlan plan;

    RoundJob(RoundPlan plan) {
        this.plan = plan;
    }

    @Override
    protected Executor threads(Ignite here) {
        return SearchFloor.of(here).rounds();
    }

    @Override
    protected NodeReport work(Ignite here) {
        var board = new EliteBoard(here);
        long bytes = board.size(plan);
        List<Elite> guides = new ArrayList<>();
        for (ElitePackKey key : plan.guides()) {
            ElitePack pack = board.find(key).orElse(null);
            if (pack != null && pack.revision() == plan.revision()) {
                guides.add(pack.elites().get(0));
                bytes += board.size(pack);
            }
        }
        NodeTeam team = team(here);
        team.begin(plan, guides);
        List<Snapshot> snapshots = team.harvest(plan);
        return report(here, team, snapshots, bytes);
    }

    private NodeTeam team(Ignite here) {
        var teams = SearchFloor.of(here).teams();
        NodeTeam present = teams.get(plan.runId());
        if (present != null && !present.ended()) {
            return present;
        }
        StoredProblem row = new ProblemStore(here).require(plan.problemId());
        // One that ended by itself, because no plan came for long, is replaced.
        return teams.compute(
                plan.runId(), (runId, old) -> old == null || old.ended() ? new NodeTeam(here, row, plan) : old);
    }

    private NodeReport report(Ignite here, NodeTeam team, List<Snapshot> snapshots, long bytesBefore) {
        var board = new EliteBoard(here);
        long idle = team.idleMillis(snapshots);
        boolean exhausted = !snapshots.isEmpty() && snapshots.stream().allMatch(Snapshot::finished);
        if (snapshots.isEmpty()) {
            return new NodeReport(team.share(snapshots, Double.NaN, bytesBefore), null, idle, false);
        }
        List<Elite> answers = new Exchange(team.problem())
                .ofNode(snapshots.stream().map(Snapshot::elites).toList(), plan.elites());
        var key = new ElitePackKey(
                plan.runId(), plan.round(), here.cluster().localNode().id().toString());
        long bytes = bytesBefore + board.publish(key, new ElitePack(plan.revision(), answers));
        double value = answers.get(0).value();
        var report = new NodeReport(team.share(snapshots, value, bytes), key, idle, exhausted);
        return report.withBytes(bytes + board.size(report));
    }
}
