package io.nqba.compute.sales.engagement;

import io.nqba.compute.sales.engagement.ActionChooser.LeadState;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.NextAction;
import java.util.Arrays;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a lead and chooses its next action. */
final class ActionDesk {
    private final Ignite ignite;
    private final ActionHistory history;
    private final @Nullable CurrentAssignmentPrices prices;
    private final long nowMillis;

    ActionDesk(Ignite ignite, long nowMillis) {
        this.ignite = ignite;
        this.nowMillis = nowMillis;
        history = ActionHistory.of(ignite);
        prices = ignite.<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES)
                .get(CurrentAssignmentPrices.KEY);
    }

    NextAction choose(Lead lead) {
        LeadScore score = ignite.<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(lead.leadId());
        LeadFacts facts = EngagementEngine.facts(ignite, lead, nowMillis);
        return new ActionChooser(
                        history,
                        new LeadState(
                                lead.leadId(),
                                isClosed(lead),
                                score == null ? Double.NaN : score.probability(),
                                lead.amount() * margin(lead),
                                lead.workHours(),
                                hourPrice(lead),
                                prices != null,
                                facts.silentDays(),
                                openTasks(lead.leadId()) > 0,
                                againstEmail(lead),
                                againstCall(lead)))
                .choose();
    }

    static boolean isClosed(Lead lead) {
        return lead.status() == LeadStatus.CONVERTED || lead.status() == LeadStatus.LOST;
    }

    /** Of its product; where none is named, all of the amount counts. */
    private double margin(Lead lead) {
        Product product = lead.productId().isEmpty()
                ? null
                : ignite.<String, Product>cache(CacheNames.PRODUCT).get(lead.productId());
        return product == null ? 1 : product.margin();
    }

    /** Of its agent; where nobody has it, the mean of all. */
    private double hourPrice(Lead lead) {
        if (prices == null || prices.repIds().length == 0) {
            return 0;
        }
        int agent = Arrays.asList(prices.repIds()).indexOf(lead.ownerRepId());
        return agent >= 0
                ? prices.shadowPrices()[agent]
                : Arrays.stream(prices.shadowPrices()).average().orElse(0);
    }

    private long openTasks(String leadId) {
        Object found = LeadLog.rows(
                        ignite,
                        new SqlFieldsQuery("SELECT COUNT(*) FROM ACTIVITY WHERE LEAD_ID = ? AND DONE = FALSE"
                                        + " AND CAST(KIND AS VARCHAR) = 'TASK'")
                                .setArgs(leadId))
                .get(0)
                .get(0);
        return ((Number) found).longValue();
    }

    private String againstEmail(Lead lead) {
        if (lead.emailHash().isEmpty()) {
            return "The person has no e-mail address.";
        }
        Consent consent = consent(lead, ContactChannel.EMAIL);
        if (consent == null) {
            return "The person has not consented to e-mail.";
        }
        return consent.given() ? "" : "The person withdrew consent to e-mail.";
    }

    private String againstCall(Lead lead) {
        Consent consent = lead.emailHash().isEmpty() ? null : consent(lead, ContactChannel.PHONE);
        return consent == null || consent.given() ? "" : "The person withdrew consent to calls.";
    }

    private @Nullable Consent consent(Lead lead, ContactChannel channel) {
        return ignite.<ConsentKey, Consent>cache(CacheNames.CONSENT).get(new ConsentKey(lead.emailHash(), channel));
    }
}
