package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.model.optimisation.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Objectives of the reference policies, counted like the answer of the run: cost plus the charge on the policy's own peak. */
final class Baselines {
    private Baselines() {}

    static List<Baseline> of(CoordinatedProblem problem, SharedLimits limits, SurveyTally survey) {
        var baselines = new ArrayList<Baseline>();
        for (String policy : problem.baselines()) {
            if (!survey.has(policy)) {
                continue;
            }
            baselines.add(new Baseline(policy, problem.valueFactor() * objective(survey.total(policy), limits)));
        }
        return baselines;
    }

    /** Returns cost plus peak charge; limits that a policy breaks are not charged, since it knows nothing of them. */
    static double objective(Answer answer, SharedLimits limits) {
        double peak = Arrays.stream(answer.usage()).max().orElse(0);
        return answer.cost() + limits.peakCharge() * Math.max(0, peak);
    }
}
