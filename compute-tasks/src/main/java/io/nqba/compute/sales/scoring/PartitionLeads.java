package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Examples;
import io.nqba.compute.optimisation.PartitionRows;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** The leads of one partition during a run. Read when they are first needed, in the order of their ids; one thread at a time. */
final class PartitionLeads implements PartitionRows {
    private final Ignite ignite;
    private final LeadScoringRequest request;
    private final LeadSchema schema;
    private final int partition;
    private @Nullable KnownLeads known;
    private @Nullable Lesson lesson;

    PartitionLeads(Ignite ignite, LeadScoringRequest request, LeadSchema schema, int partition) {
        this.ignite = ignite;
        this.request = request;
        this.schema = schema;
        this.partition = partition;
    }

    int partition() {
        return partition;
    }

    LeadSchema schema() {
        return schema;
    }

    LeadScoringRequest request() {
        return request;
    }

    /** One group of leads; how many there are is for the survey to count. */
    @Override
    public int items() {
        return 1;
    }

    @Override
    public long fingerprint() {
        return 0;
    }

    /** Returns the leads whose outcome is known. */
    synchronized KnownLeads known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    /** Returns the leads of a lesson, ready to learn from; those of the lesson before are dropped. */
    synchronized Lesson lesson(LessonPlan plan) {
        if (lesson == null || !lesson.serves(plan)) {
            lesson = new Lesson(plan, request, known().examples(plan.share(), encoding(plan), plan.features()));
        }
        return lesson;
    }

    private LeadEncoding encoding(LessonPlan plan) {
        return LeadEncoding.of(schema, request.model(), plan.features());
    }

    /** Lets everything go that was read. */
    synchronized void release() {
        known = null;
        lesson = null;
    }

    /** Visits every lead of the schema, outcome known or not, as it is stored now. */
    void each(Consumer<Lead> visitor) {
        var query = new ScanQuery<String, Lead>().setPartition(partition);
        try (var rows = ignite.<String, Lead>cache(CacheNames.LEAD).query(query)) {
            for (Cache.Entry<String, Lead> row : rows) {
                Lead lead = row.getValue();
                if (lead.schemaId().equals(schema.schemaId()) && lead.width() == schema.width()) {
                    visitor.accept(lead);
                }
            }
        }
    }

    private KnownLeads read() {
        List<Row> rows = new ArrayList<>();
        OpenLeads open = new OpenLeads(schema.width());
        each(lead -> {
            if (lead.outcome() == Outcome.UNKNOWN) {
                open.add(lead);
            } else {
                rows.add(new Row(
                        lead.leadId(),
                        lead.createdAtMillis(),
                        lead.outcome() == Outcome.WON,
                        LeadScorer.floats(lead.values())));
            }
        });
        rows.sort(Comparator.comparing(Row::leadId));
        int width = schema.width();
        long[] ids = new long[rows.size()];
        long[] created = new long[rows.size()];
        boolean[] won = new boolean[rows.size()];
        float[] values = new float[rows.size() * width];
        for (int k = 0; k < ids.length; k++) {
            Row row = rows.get(k);
            ids[k] = LeadIds.number(row.leadId());
            created[k] = row.createdMillis();
            won[k] = row.won();
            System.arraycopy(row.values(), 0, values, k * width, width);
        }
        return new KnownLeads(new Examples(width, values, won, ids), created, open);
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Row(String leadId, long createdMillis, boolean won, float[] values) {}
}
