package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.StageHistory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rows of sales in the grid, persons sealed. Nothing here blocks. */
public interface SalesGateway {
    /** Completes empty when there is no such row. */
    <K, V> Mono<V> find(SalesTable<K, V> table, K key);

    /** Stores a new row; returns whether there was none. */
    <K, V> Mono<Boolean> create(SalesTable<K, V> table, K key, V row);

    /** Stores a changed row if {@code before} is still there; returns whether it did. */
    <K, V> Mono<Boolean> replace(SalesTable<K, V> table, K key, V before, V row);

    /** Removes a row if {@code before} is still there; returns whether it did. */
    <K, V> Mono<Boolean> remove(SalesTable<K, V> table, K key, V before);

    /**
     * Lists rows by id.
     *
     * @param search part of the id or name, any case; null for all
     */
    <V> Mono<Page<V>> list(SalesTable<String, V> table, @Nullable String search, @Nullable String cursor, int limit);

    /** Lists leads with what their model thinks of them. */
    Mono<Page<ScoredLead>> leads(LeadQuery query);

    /** Counts the leads of a query on all its pages, up to {@code most}. */
    Mono<Long> countLeads(LeadQuery query, long most);

    /** Lists the sources that leads have, by name, at most {@code limit}. */
    Mono<List<String>> sources(int limit);

    /** Lists the regions that leads belong to, by name, at most {@code limit}. */
    Mono<List<String>> territories(int limit);

    /** Returns the score of a lead; empty when it was never scored. */
    Mono<LeadScore> score(String leadId);

    /** Lists deals, newest first. */
    Mono<Page<Opportunity>> opportunities(OpportunityQuery query);

    /** Returns the steps of a deal in order of time. */
    Mono<List<StageHistory>> steps(String opportunityId);

    /** Returns what was done with a lead, by number. */
    Mono<Map<ActivityKey, Activity>> timeline(String leadId);

    /** Returns the contacts of an account, by id. */
    Mono<Map<ContactKey, Contact>> contacts(String accountId);

    /** Removes everything about a person. */
    Mono<ErasureReport> erase(ErasureOrder order);
}
