package io.nqba.console.annealing;

import io.nqba.console.paging.Page;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Problems of one JVM; an import keeps the text as it came. A gate, where there is one, holds every piece back until it opens. */
final class InMemoryProblems implements ProblemGateway {
    final Map<String, NavigableMap<Integer, byte[]>> pieces = new ConcurrentHashMap<>();
    final Map<String, byte[]> texts = new ConcurrentHashMap<>();
    final List<ImportProblem> imports = new ArrayList<>();
    final Map<String, ProblemView> stored = new TreeMap<>();

    @Nullable
    Mono<Void> gate;

    @Nullable
    NqbaException refusal;

    int travelling;

    @Override
    public Mono<ProblemView> find(String problemId) {
        return Mono.justOrEmpty(stored.get(problemId));
    }

    @Override
    public Flux<String> labels(ProblemView problem) {
        return Flux.empty();
    }

    @Override
    public Mono<Page<ProblemView>> list(@Nullable String cursor, int limit) {
        return Mono.just(new Page<>(List.copyOf(stored.values()), null));
    }

    @Override
    public Mono<Void> putPiece(String problemId, int index, byte[] bytes) {
        return Mono.defer(() -> {
            travelling++;
            return (gate == null ? Mono.<Void>empty() : gate)
                    .then(Mono.<Void>fromRunnable(
                            () -> pieces.computeIfAbsent(problemId, id -> new ConcurrentSkipListMap<>())
                                    .put(index, bytes)))
                    .doOnTerminate(() -> travelling--);
        });
    }

    @Override
    public Mono<Void> removePieces(String problemId, int count) {
        return Mono.fromRunnable(() -> {
            NavigableMap<Integer, byte[]> held = pieces.getOrDefault(problemId, new TreeMap<>());
            held.headMap(count).clear();
            if (held.isEmpty()) {
                pieces.remove(problemId);
            }
        });
    }

    @Override
    public Mono<ProblemView> importPieces(ImportProblem order, Duration patience) {
        return Mono.fromCallable(() -> {
            imports.add(order);
            var text = new ByteArrayOutputStream();
            for (int index = 0; index < order.pieces(); index++) {
                var held = Objects.requireNonNull(pieces.get(order.problemId()));
                text.writeBytes(Objects.requireNonNull(held.get(index)));
            }
            pieces.remove(order.problemId());
            if (refusal != null) {
                throw refusal;
            }
            texts.put(order.problemId(), text.toByteArray());
            ProblemView view = view(order.problemId(), order.name(), order.requestedBy());
            stored.put(order.problemId(), view);
            return view;
        });
    }

    @Override
    public Mono<ChangedView> change(ChangeProblem change) {
        return find(change.problemId()).map(problem -> new ChangedView(problem, null, null));
    }

    @Override
    public Mono<ProblemView> remove(String problemId) {
        return Mono.justOrEmpty(stored.remove(problemId));
    }

    static ProblemView view(String id, String name, String account) {
        return new ProblemView(
                id,
                name,
                "RUDY",
                ObjectiveSense.MAXIMISE,
                ProblemDomain.BITS,
                3,
                3,
                1,
                true,
                false,
                1,
                60,
                "00",
                account,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
