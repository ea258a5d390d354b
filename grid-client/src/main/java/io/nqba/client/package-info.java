/**
 * The grid's optimisation for Java services: hand in a QUBO, Ising or Max-Cut problem, start a run, follow it, take the answer.
 *
 * <pre>{@code
 * try (OptimisationClient client = OptimisationClient.connect("127.0.0.1:10800")) {
 *     StoredProblem problem = client.store(ProblemSource.file(Path.of("G22.txt")), "planner");
 *     OptimizationRun run = client.submit(AnnealingOrder.of(problem).time(Duration.ofSeconds(10)).request(), "planner");
 *     OptimizationRun ended = client.follow(run.runId(), step -> log.info("best={} bound={}", step.value(), step.bound()));
 *     AnnealingSolution answer = client.solution(ended.runId()).orElseThrow();
 * }
 * }</pre>
 */
@NullMarked
package io.nqba.client;

import org.jspecify.annotations.NullMarked;
