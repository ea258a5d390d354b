package io.nqba.compute.finance.book;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioLine;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * What a book is worth and was worth. Every node adds up the shares of its own portfolios; what travels is one number per
 * instrument and a line for each of the largest portfolios.
 */
public final class BookReportTask extends ComputeTaskAdapter<BookQuery, TaskReply<BookReport>> {
    private static final long serialVersionUID = 1L;
    /** A large book keeps several cores of a node busy; SQL reads partitions on one. */
    private static final int MOST_JOBS_PER_NODE = 4;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    private transient @Nullable BookQuery query;
    private transient @Nullable NqbaException refusal;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable BookQuery argument) {
        try {
            BookQuery given = required(argument);
            query = given;
            Book book = book(given);
            Map<ComputeJob, ClusterNode> jobs = new LinkedHashMap<>();
            partitionsByNode(here()).forEach((node, partitions) -> {
                int count = Math.min(
                        Math.min(MOST_JOBS_PER_NODE, partitions.size()),
                        Math.max(1, node.metrics().getTotalCpus()));
                for (int k = 0; k < count; k++) {
                    jobs.put(new PartJob(given, book, dealt(partitions, k, count)), node);
                }
            });
            return jobs;
        } catch (NqbaException e) {
            // Ignite needs at least one job; this one carries the refusal through.
            refusal = e;
            return Map.of(new PartJob(null, null, new int[0]), nodes.get(0));
        }
    }

    private static int[] dealt(List<Integer> partitions, int from, int count) {
        return IntStream.range(0, partitions.size())
                .filter(i -> i % count == from)
                .map(partitions::get)
                .toArray();
    }

    private Ignite here() {
        return Objects.requireNonNull(ignite, "ignite");
    }

    private Book book(BookQuery asked) {
        Book book = here().<String, Book>cache(CacheNames.BOOK).get(asked.bookId());
        if (book == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no book with id (%s).".formatted(asked.bookId()),
                    "Check the id; GET /api/v1/goliath/books lists them.");
        }
        return book;
    }

    private static BookQuery required(@Nullable BookQuery argument) {
        if (argument == null) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST, "The task needs a book.", "Send the wire type that the task names.");
        }
        return argument;
    }

    private static Map<ClusterNode, List<Integer>> partitionsByNode(Ignite ignite) {
        var affinity = ignite.affinity(CacheNames.PORTFOLIO);
        List<Integer> all = IntStream.range(0, affinity.partitions()).boxed().toList();
        Map<ClusterNode, List<Integer>> byNode = new HashMap<>();
        affinity.mapPartitionsToNodes(all)
                .forEach((partition, node) ->
                        byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(partition));
        int owned = byNode.values().stream().mapToInt(List::size).sum();
        if (owned < all.size()) {
            throw new NqbaException(
                    ErrorCode.GRID_UNREACHABLE,
                    "Some partitions have no owner (%d of %d).".formatted(all.size() - owned, all.size()),
                    "Start the nodes that hold them again.");
        }
        return byNode;
    }

    @Override
    public TaskReply<BookReport> reduce(List<ComputeJobResult> results) {
        if (refusal != null) {
            return TaskReply.refused(refusal);
        }
        BookQuery asked = Objects.requireNonNull(query, "query");
        return TaskGuard.reply(() -> {
            Book book = book(asked);
            BookTally all = new BookTally(asked.mostLines());
            // Answers come in any order; sums are made in one.
            List<ComputeJobResult> ordered = results.stream()
                    .sorted(Comparator.comparingInt(result -> result.<PartJob>getJob().partitions[0]))
                    .toList();
            for (ComputeJobResult result : ordered) {
                TaskReply<BookTally> part = result.getData();
                all.add(part.orThrow());
            }
            return report(book, asked, all);
        });
    }

    private BookReport report(Book book, BookQuery asked, BookTally all) {
        PriceHistory history = PriceHistory.of(here(), book.universeId());
        BookRange range = BookRange.of(history, asked);
        List<PortfolioLine> lines = all.lines();
        if (lines.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "The book (%s) has no portfolio.".formatted(book.bookId()),
                    "Load portfolios, or choose another book.");
        }
        double[] values = range.values(all.sharesByInstrument(), all.cash());
        List<String> notes = all.unpriced() == 0
                ? List.of()
                : List.of("%,d positions have no price in the universe and count at what they cost."
                        .formatted(all.unpriced()));
        return new BookReport(
                book,
                all.portfolios(),
                all.cash(),
                range.days(),
                add(values, all.unpricedValue()),
                range.equalWeight(values[0] + all.unpricedValue()),
                lines,
                Objects.requireNonNull(all.best(), "best"),
                Objects.requireNonNull(all.worst(), "worst"),
                notes);
    }

    private static double[] add(double[] values, double constant) {
        double[] sums = values.clone();
        for (int t = 0; t < sums.length; t++) {
            sums[t] += constant;
        }
        return sums;
    }

    private static final class PartJob extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final @Nullable BookQuery query;
        private final @Nullable Book book;
        private final int[] partitions;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        PartJob(@Nullable BookQuery query, @Nullable Book book, int[] partitions) {
            this.query = query;
            this.book = book;
            this.partitions = partitions;
        }

        @Override
        public @Nullable Object execute() {
            if (query == null || book == null) {
                return null;
            }
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            BookQuery asked = query;
            Book of = book;
            return TaskGuard.reply(() -> new BookPart(here, of, asked).of(partitions));
        }
    }
}
