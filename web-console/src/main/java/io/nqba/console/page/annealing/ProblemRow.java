package io.nqba.console.page.annealing;

import io.nqba.console.annealing.ProblemView;
import io.nqba.console.page.Figures;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stored problem as a table lists it.
 *
 * @param problem the problem
 * @param best best value that its listed runs have found for this revision; a dash for none
 * @param gap gap of that run; a dash for none
 */
record ProblemRow(ProblemView problem, String best, String gap) {
    private static final String UNKNOWN = "–";

    /** Returns the row of a problem and the best of those runs that answer it. */
    static ProblemRow of(ProblemView problem, List<AnnealingRow> runs) {
        Optional<AnnealingRow> best = runs.stream()
                .filter(row -> row.problemId().equals(problem.id()))
                .filter(row -> row.run().proof().valueKnown())
                // Answers to earlier coefficients say nothing about these.
                .filter(row -> !row.run().run().createdAt().isBefore(problem.changedAt()))
                .reduce((one, other) -> problem.sense()
                                        .gain(
                                                other.run().proof().value(),
                                                one.run().proof().value())
                                > 0
                        ? other
                        : one);
        return new ProblemRow(
                problem,
                best.map(AnnealingRow::value).orElse(UNKNOWN),
                best.map(AnnealingRow::gap).orElse(UNKNOWN));
    }

    public String name() {
        return problem.name().isBlank() ? problem.id() : problem.name();
    }

    public String href() {
        return "/optimisation/problems/" + problem.id();
    }

    public String variables() {
        return Figures.count(problem.variables());
    }

    public String couplings() {
        return Figures.count(problem.couplings());
    }

    public String density() {
        return Figures.gap(problem.density());
    }

    public String revision() {
        return Figures.count(problem.revision());
    }

    public String format() {
        return Formats.inWords(problem.format());
    }

    public String createdAt() {
        return problem.createdAt().toString();
    }

    public String age() {
        return Figures.ago(problem.createdAt(), Instant.now());
    }

    /** Returns the problem in one sentence. */
    public String lead() {
        return "%s variables, %s couplings, %s; read as %s."
                .formatted(
                        variables(),
                        couplings(),
                        problem.sense() == ObjectiveSense.MAXIMISE ? "to be maximised" : "to be minimised",
                        format());
    }

    /** Returns what is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Variables", variables() + (problem.domain() == ProblemDomain.SPINS ? " spins" : " bits"));
        facts.put("Couplings", couplings());
        facts.put("Density", density());
        facts.put("Coefficients", problem.exact() ? "Whole numbers, exact" : "Real numbers");
        facts.put("Names of variables", problem.labelled() ? "Its own" : "Numbers");
        facts.put("Revision", revision());
        facts.put("In the grid", Figures.bytes(problem.bytes()));
        facts.put("Stored", Figures.moment(problem.createdAt(), ZoneId.of("UTC")) + " by " + problem.createdBy());
        return facts;
    }
}
