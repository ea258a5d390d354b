package io.nqba.console.grid;

import io.nqba.console.platform.GridEvent;
import io.nqba.console.platform.GridEvent.Kind;
import io.nqba.console.platform.GridStatusGateway;
import io.nqba.console.platform.GridStatusView;
import io.nqba.console.stream.SharedSource;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheStatus;
import io.nqba.model.grid.GridStatus;
import io.nqba.model.grid.NodeStatus;
import io.nqba.model.grid.TaskNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** State of the grid by compute task. Thin clients get no events of joins and leaves, so two states are compared. */
@Component
class IgniteGridStatusGateway implements GridStatusGateway {
    private static final Logger LOG = LoggerFactory.getLogger(IgniteGridStatusGateway.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    /** Longer than any call may take: whoever listens longer to nothing is better off with a new line. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final GridConnection grid;
    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong();
    private final SharedSource<GridEvent> events = new SharedSource<>(Flux.defer(this::watch));

    IgniteGridStatusGateway(GridConnection grid, Clock clock) {
        this.grid = grid;
        this.clock = clock;
    }

    @Override
    public Mono<GridStatusView> status() {
        return grid.<GridStatus>task(TaskNames.GRID_STATUS, null).map(IgniteGridStatusGateway::view);
    }

    @Override
    public Flux<GridEvent> events() {
        return events.events();
    }

    @Override
    public boolean reachable() {
        return grid.reachable();
    }

    @Override
    public Flux<Boolean> reachability() {
        return grid.states();
    }

    private Flux<GridEvent> watch() {
        Watch watch = new Watch();
        return Flux.merge(
                        Flux.interval(Duration.ZERO, TICK).map(tick -> true),
                        grid.states().skip(1))
                .onBackpressureLatest()
                .concatMap(
                        look -> status().map(Optional::of)
                                .onErrorResume(NqbaException.class, away -> Mono.just(Optional.empty())),
                        1)
                .timeout(LONGEST_SILENCE)
                .doOnError(error -> LOG.warn("The watch over the grid ended; listeners come again.", error))
                .concatMapIterable(watch::compare);
    }

    /** What the watcher saw last. */
    private final class Watch {
        private Optional<GridStatusView> before = Optional.empty();
        private boolean first = true;

        List<GridEvent> compare(Optional<GridStatusView> now) {
            List<GridEvent> happened = new ArrayList<>();
            if (now.isEmpty()) {
                if (first || before.isPresent()) {
                    happened.add(event(Kind.UNREACHABLE, null, "The grid does not answer; trying again.", null));
                }
            } else if (before.isEmpty()) {
                Kind kind = first ? Kind.STATUS : Kind.REACHABLE;
                happened.add(event(kind, null, first ? "" : "The grid answers again.", now.get()));
            } else {
                compareNodes(before.get(), now.get(), happened);
            }
            before = now;
            first = false;
            return happened;
        }

        private void compareNodes(GridStatusView old, GridStatusView now, List<GridEvent> happened) {
            Set<String> known = ids(old);
            Set<String> present = ids(now);
            for (GridStatusView.Node node : now.nodes()) {
                if (!known.contains(node.id())) {
                    happened.add(event(Kind.JOINED, node.id(), node.consistentId() + " joined.", now));
                }
            }
            for (GridStatusView.Node node : old.nodes()) {
                if (!present.contains(node.id())) {
                    happened.add(event(Kind.LEFT, node.id(), node.consistentId() + " left.", now));
                }
            }
            if (happened.isEmpty()) {
                happened.add(event(Kind.STATUS, null, "", now));
            }
        }

        private Set<String> ids(GridStatusView status) {
            return status.nodes().stream().map(GridStatusView.Node::id).collect(Collectors.toSet());
        }

        private GridEvent event(Kind kind, @Nullable String nodeId, String message, @Nullable GridStatusView status) {
            return new GridEvent(sequence.incrementAndGet(), kind, clock.instant(), nodeId, message, status);
        }
    }

    private static GridStatusView view(GridStatus status) {
        return new GridStatusView(
                status.clusterState(),
                status.topologyVersion(),
                Instant.ofEpochMilli(status.atMillis()),
                status.nodes().stream().map(IgniteGridStatusGateway::node).toList(),
                status.caches().stream().map(IgniteGridStatusGateway::cache).toList());
    }

    private static GridStatusView.Node node(NodeStatus node) {
        return new GridStatusView.Node(
                node.nodeId(),
                node.consistentId(),
                node.addresses(),
                node.coordinator(),
                Instant.ofEpochMilli(node.startedMillis()),
                node.cpus(),
                node.cpuLoad() < 0 ? null : RunViews.known(node.cpuLoad()),
                node.heapUsedBytes(),
                node.heapMaxBytes(),
                node.offHeapBytes(),
                node.primaryPartitions(),
                node.activeJobs());
    }

    private static GridStatusView.Cache cache(CacheStatus cache) {
        return new GridStatusView.Cache(
                cache.name(),
                cache.rows(),
                cache.bytes(),
                cache.partitions(),
                cache.backups(),
                cache.replicated(),
                cache.lostPartitions());
    }
}
