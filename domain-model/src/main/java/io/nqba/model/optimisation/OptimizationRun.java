package io.nqba.model.optimisation;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/**
 * One optimisation from request to answer. Immutable: every step of its life is a new object under the same key, made with
 * {@link #toBuilder()}. Stored in the grid, hence no record.
 */
public final class OptimizationRun {
    /** A hyphen that stands before a figure and not in a date or a name. */
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}\\p{N}-])-(?=\\d)");

    @QuerySqlField(name = "RUN_ID", index = true)
    private final String runId;

    @QuerySqlField(name = "UNIT", index = true)
    private final BusinessUnit unit;

    @QuerySqlField(name = "KIND")
    private final String kind;

    @QuerySqlField(name = "SUBJECT")
    private final String subject;

    @QuerySqlField(name = "STATE", index = true)
    private final RunState state;

    @QuerySqlField(name = "REQUESTED_BY")
    private final String requestedBy;

    private final RunRequest request;

    @QuerySqlField(name = "CREATED_MILLIS", index = true)
    private final long createdMillis;

    @QuerySqlField(name = "STARTED_MILLIS")
    private final long startedMillis;

    @QuerySqlField(name = "FINISHED_MILLIS")
    private final long finishedMillis;

    @QuerySqlField(name = "SENSE")
    private final ObjectiveSense sense;

    @QuerySqlField(name = "VALUE_UNIT")
    private final String valueUnit;

    @QuerySqlField(name = "OBJECTIVE")
    private final double value;

    @QuerySqlField(name = "BOUND")
    private final double bound;

    @QuerySqlField(name = "GAP")
    private final double gap;

    private final List<Baseline> baselines;

    @QuerySqlField(name = "ROUNDS")
    private final int rounds;

    @QuerySqlField(name = "NODES")
    private final int nodes;

    @QuerySqlField(name = "COORDINATOR_NODE")
    private final String coordinatorNode;

    @QuerySqlField(name = "ATTEMPT")
    private final int attempt;

    @QuerySqlField(name = "CANCEL_REQUESTED")
    private final boolean cancelRequested;

    @QuerySqlField(name = "PROBLEM")
    private final String problem;

    @QuerySqlField(name = "REMEDY")
    private final String remedy;

    private final List<String> findings;

    private OptimizationRun(Builder from) {
        this.runId = from.runId;
        this.unit = from.unit;
        this.kind = from.kind;
        this.subject = from.subject;
        this.state = from.state;
        this.requestedBy = from.requestedBy;
        this.request = from.request;
        this.createdMillis = from.createdMillis;
        this.startedMillis = from.startedMillis;
        this.finishedMillis = from.finishedMillis;
        this.sense = from.sense;
        this.valueUnit = from.valueUnit;
        this.value = from.value;
        this.bound = from.bound;
        this.gap = from.gap;
        this.baselines = List.copyOf(from.baselines);
        this.rounds = from.rounds;
        this.nodes = from.nodes;
        this.coordinatorNode = from.coordinatorNode;
        this.attempt = from.attempt;
        this.cancelRequested = from.cancelRequested;
        this.problem = from.problem;
        this.remedy = from.remedy;
        this.findings = List.copyOf(from.findings);
    }

    /** Returns a queued run of {@code request}. */
    public static OptimizationRun queued(
            String runId, RunRequest request, String requestedBy, String valueUnit, long createdMillis) {
        return new Builder(runId, request, requestedBy, valueUnit, createdMillis).build();
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns UUID text. */
    public String runId() {
        return runId;
    }

    /** Returns unit that asked. */
    public BusinessUnit unit() {
        return unit;
    }

    /** Returns kind of optimisation, the last part of its REST path. */
    public String kind() {
        return kind;
    }

    /** Returns what is optimised, such as a district. */
    public String subject() {
        return subject;
    }

    /** Returns where it stands. */
    public RunState state() {
        return state;
    }

    /** Returns account that asked. */
    public String requestedBy() {
        return requestedBy;
    }

    /** Returns what was asked. */
    public RunRequest request() {
        return request;
    }

    /** Returns when it was queued, epoch milliseconds. */
    public long createdMillis() {
        return createdMillis;
    }

    /** Returns when it first ran, epoch milliseconds; 0 before. */
    public long startedMillis() {
        return startedMillis;
    }

    /** Returns when it ended, epoch milliseconds; 0 before. */
    public long finishedMillis() {
        return finishedMillis;
    }

    /** Returns which way its objective gets better. */
    public ObjectiveSense sense() {
        return sense;
    }

    /** Returns unit of value, bound and baselines, such as {@code USD}. */
    public String valueUnit() {
        return valueUnit;
    }

    /** Returns objective of the best answer; NaN before there is one. */
    public double value() {
        return value;
    }

    /** Returns proven bound: no answer can be better; NaN before there is one. */
    public double bound() {
        return bound;
    }

    /** Returns |value - bound| / |value|; NaN before both are known. */
    public double gap() {
        return gap;
    }

    /** Returns what other policies would get, best known name first. */
    public List<Baseline> baselines() {
        return baselines;
    }

    /** Returns rounds that count. */
    public int rounds() {
        return rounds;
    }

    /** Returns nodes that took part in the last round. */
    public int nodes() {
        return nodes;
    }

    /** Returns id of the node that runs it; empty while queued. */
    public String coordinatorNode() {
        return coordinatorNode;
    }

    /** Returns how often a coordinator took it up; fences a coordinator that was thought dead. */
    public int attempt() {
        return attempt;
    }

    /** Returns whether somebody asked to stop. */
    public boolean cancelRequested() {
        return cancelRequested;
    }

    /** Returns what went wrong or what binds, for people; empty when nothing. */
    public String problem() {
        return problem;
    }

    /** Returns what to do about it; empty when nothing. */
    public String remedy() {
        return remedy;
    }

    /** Returns sentences about the answer for people: who pays for the peak, what binds. */
    public List<String> findings() {
        return findings;
    }

    @Override
    public String toString() {
        return "OptimizationRun[%s, %s, %s, value %s, bound %s]".formatted(runId, kind, state, value, bound);
    }

    /** Changes to a run. Not thread-safe. */
    public static final class Builder {
        private final String runId;
        private final BusinessUnit unit;
        private final String kind;
        private final String subject;
        private RunState state = RunState.QUEUED;
        private final String requestedBy;
        private final RunRequest request;
        private final long createdMillis;
        private long startedMillis;
        private long finishedMillis;
        private ObjectiveSense sense = ObjectiveSense.MINIMISE;
        private final String valueUnit;
        private double value = Double.NaN;
        private double bound = Double.NaN;
        private double gap = Double.NaN;
        private List<Baseline> baselines = List.of();
        private int rounds;
        private int nodes;
        private String coordinatorNode = "";
        private int attempt;
        private boolean cancelRequested;
        private String problem = "";
        private String remedy = "";
        private List<String> findings = List.of();

        private Builder(String runId, RunRequest request, String requestedBy, String valueUnit, long createdMillis) {
            this.runId = runId;
            this.unit = request.unit();
            this.kind = request.kind();
            this.subject = request.subject();
            this.requestedBy = requestedBy;
            this.request = request;
            this.createdMillis = createdMillis;
            this.valueUnit = valueUnit;
        }

        private Builder(OptimizationRun from) {
            this.runId = from.runId;
            this.unit = from.unit;
            this.kind = from.kind;
            this.subject = from.subject;
            this.state = from.state;
            this.requestedBy = from.requestedBy;
            this.request = from.request;
            this.createdMillis = from.createdMillis;
            this.startedMillis = from.startedMillis;
            this.finishedMillis = from.finishedMillis;
            this.sense = from.sense;
            this.valueUnit = from.valueUnit;
            this.value = from.value;
            this.bound = from.bound;
            this.gap = from.gap;
            this.baselines = from.baselines;
            this.rounds = from.rounds;
            this.nodes = from.nodes;
            this.coordinatorNode = from.coordinatorNode;
            this.attempt = from.attempt;
            this.cancelRequested = from.cancelRequested;
            this.problem = from.problem;
            this.remedy = from.remedy;
            this.findings = from.findings;
        }

        public Builder state(RunState state) {
            this.state = state;
            return this;
        }

        public Builder startedMillis(long startedMillis) {
            this.startedMillis = startedMillis;
            return this;
        }

        public Builder finishedMillis(long finishedMillis) {
            this.finishedMillis = finishedMillis;
            return this;
        }

        public Builder sense(ObjectiveSense sense) {
            this.sense = sense;
            return this;
        }

        public Builder value(double value) {
            this.value = value;
            return this;
        }

        public Builder bound(double bound) {
            this.bound = bound;
            return this;
        }

        public Builder gap(double gap) {
            this.gap = gap;
            return this;
        }

        public Builder baselines(List<Baseline> baselines) {
            this.baselines = baselines;
            return this;
        }

        public Builder rounds(int rounds) {
            this.rounds = rounds;
            return this;
        }

        public Builder nodes(int nodes) {
            this.nodes = nodes;
            return this;
        }

        public Builder coordinatorNode(String coordinatorNode) {
            this.coordinatorNode = coordinatorNode;
            return this;
        }

        public Builder attempt(int attempt) {
            this.attempt = attempt;
            return this;
        }

        public Builder cancelRequested(boolean cancelRequested) {
            this.cancelRequested = cancelRequested;
            return this;
        }

        public Builder problem(String problem) {
            this.problem = problem;
            return this;
        }

        public Builder remedy(String remedy) {
            this.remedy = remedy;
            return this;
        }

        /** Takes sentences for people: figures below zero get a true minus sign, as figures have it everywhere else. */
        public Builder findings(List<String> findings) {
            this.findings = findings.stream()
                    .map(sentence -> MINUS.matcher(sentence).replaceAll("−"))
                    .toList();
            return this;
        }

        public OptimizationRun build() {
            return new OptimizationRun(this);
        }
    }
}
