package io.nqba.compute.optimisation;

import java.util.List;

/**
 * What a run found, in words.
 *
 * @param findings sentences about the answer, the most important first
 * @param problem what of the request could not be met; empty when all was
 * @param remedy what to do about it; empty when there is no problem
 */
public record Conclusion(List<String> findings, String problem, String remedy) {
    public Conclusion {
        findings = List.copyOf(findings);
    }
}
