package io.nqba.console.sales.scoring;

import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of a lead.
 *
 * @param leadId the lead; null for one that is not stored
 * @param modelId the model that scored it
 * @param probability calibrated probability that it is won
 * @param grade the probability compared with a lead picked blindly, in one letter
 * @param reasons what counts most, strongest first
 */
record ScoreView(
        @Nullable String leadId,
        String modelId,
        double probability,
        LeadGrade grade,
        List<Reason> reasons,
        Instant scoredAt) {
    ScoreView {
        reasons = List.copyOf(reasons);
    }

    /**
     * Why a score is as it is.
     *
     * @param text in words
     * @param logOdds what it adds to the logarithm of the odds
     */
    record Reason(String text, double logOdds) {}

    static ScoreView of(LeadScore score, boolean stored) {
        List<Reason> reasons = new ArrayList<>();
        for (int k = 0; k < score.reasons().length; k++) {
            reasons.add(new Reason(score.reasons()[k], score.contributions()[k]));
        }
        return new ScoreView(
                stored ? score.leadId() : null,
                score.modelId(),
                score.probability(),
                score.grade(),
                reasons,
                Instant.ofEpochMilli(score.scoredAtMillis()));
    }
}
