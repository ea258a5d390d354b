package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.optimisation.format.ProblemChunks;
import io.nqba.compute.optimisation.format.ProblemDocument;
import io.nqba.compute.optimisation.format.ProblemFormat;
import io.nqba.compute.optimisation.format.ProblemReader;
import io.nqba.compute.optimisation.format.ReadLimits;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.ObjectiveSense;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One upload on its way to a stored problem. */
final class ProblemImport {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemImport.class);

    /** While reading, sorting and cutting into chunks. */
    private static final int HEAP_BYTES_PER_COUPLING = 24;

    private final Ignite ignite;
    private final ImportProblem order;
    private final ProblemStore store;
    private final IgniteCache<ProblemChunkKey, Object> uploads;

    ProblemImport(Ignite ignite, ImportProblem order) {
        this.ignite = ignite;
        this.order = order;
        this.store = new ProblemStore(ignite);
        this.uploads = ignite.cache(CacheNames.PROBLEM_UPLOAD);
    }

    /** Stores the problem, or returns what was stored under its id before. */
    StoredProblem store() {
        // A client that repeats itself waits for its first attempt instead of reading the same pieces beside it.
        synchronized (SearchFloor.of(ignite).importLock(order.problemId())) {
            StoredProblem stored;
            try {
                stored = stored();
            } catch (IgniteException | CacheException gridFailure) {
                // The pieces stay: another node may be asked to go on.
                throw gridFailure;
            } catch (RuntimeException refusal) {
                removeUpload();
                throw refusal;
            }
            removeUpload();
            return stored;
        }
    }

    private StoredProblem stored() {
        Optional<StoredProblem> before = store.find(order.problemId());
        if (before.isPresent()) {
            return before.get();
        }
        try (var text = new UploadStream(uploads, order.problemId(), order.pieces())) {
            ProblemDocument document = ProblemReader.read(text, format(), limits(), number());
            ProblemChunks chunks = ProblemChunks.of(document.problem());
            StoredProblem row = row(document, chunks);
            ProblemSize.refuseTooLarge(row);
            store.add(row, chunks.chunks(), document.labels());
            LOG.info("Stored a problem, problem={}, bytes={}", row, row.bytes());
            return row;
        } catch (IOException unreadable) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The upload cannot be read: %s".formatted(unreadable.getMessage()),
                    "Check whether the file is complete, then upload it again.",
                    List.of(),
                    unreadable);
        } catch (OutOfMemoryError tooLarge) {
            throw new NqbaException(
                    ErrorCode.TOO_LARGE,
                    "The upload does not fit the heap of a grid node (%d MB)."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20),
                    "Start the grid nodes with a larger heap (-Xmx), or send a smaller problem.",
                    List.of(),
                    tooLarge);
        }
    }

    private Optional<ProblemFormat> format() {
        if (order.format().isEmpty()) {
            return Optional.empty();
        }
        for (ProblemFormat format : ProblemFormat.values()) {
            if (format.name().equalsIgnoreCase(order.format())) {
                return Optional.of(format);
            }
        }
        String problem = "The format (%s) is not known.".formatted(order.format());
        String remedy = "Use one of: %s; or leave it out.".formatted(List.of(ProblemFormat.values()));
        var field = new FieldProblem("format", order.format(), problem, remedy);
        throw new NqbaException(ErrorCode.INVALID_REQUEST, problem, remedy, List.of(field), null);
    }

    private OptionalInt number() {
        return order.number() == 0 ? OptionalInt.empty() : OptionalInt.of(order.number());
    }

    /** What would not fit the heap afterwards need not be read to its end. */
    private static ReadLimits limits() {
        ReadLimits most = ReadLimits.defaults();
        long couplings = Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_COUPLING;
        return new ReadLimits(most.mostBytes(), most.mostVariables(), (int) Math.min(most.mostCouplings(), couplings));
    }

    private StoredProblem row(ProblemDocument document, ProblemChunks chunks) {
        QuadraticProblem problem = document.problem();
        long now = Clock.systemUTC().millis();
        return new StoredProblem(
                order.problemId(),
                order.name(),
                document.format().name(),
                problem.sense() == Sense.MAXIMISE ? ObjectiveSense.MAXIMISE : ObjectiveSense.MINIMISE,
                problem.domain() == Domain.BITS ? ProblemDomain.BITS : ProblemDomain.SPINS,
                problem.size(),
                problem.couplings(),
                problem.isExact(),
                !document.labels().isEmpty(),
                1,
                1,
                chunks.chunks().size(),
                chunks.chunks().stream().mapToLong(piece -> piece.length).sum(),
                chunks.sha256(),
                order.requestedBy(),
                now,
                now);
    }

    /** Returns a row whose chunks hold its newest revision. */
    static StoredProblem folded(StoredProblem row, ProblemChunks chunks) {
        return new StoredProblem(
                row.problemId(),
                row.name(),
                row.format(),
                row.sense(),
                row.domain(),
                row.variables(),
                row.couplings(),
                row.exact(),
                row.labelled(),
                row.revision(),
                row.revision(),
                chunks.chunks().size(),
                chunks.chunks().stream().mapToLong(piece -> piece.length).sum(),
                chunks.sha256(),
                row.createdBy(),
                row.createdMillis(),
                row.changedMillis());
    }

    private void removeUpload() {
        for (int index = 0; index < order.pieces(); index++) {
            uploads.remove(new ProblemChunkKey(order.problemId(), 0, index));
        }
    }
}
