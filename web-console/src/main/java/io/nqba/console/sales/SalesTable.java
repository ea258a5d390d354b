package io.nqba.console.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Campaign;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import java.util.function.ToLongFunction;

/**
 * A kind of row that people keep.
 *
 * @param keyType class of its keys
 * @param cache its cache
 * @param noun what people call one
 * @param path where REST lists them, below {@code /api/v1/sigma/}
 * @param idColumn column of its id in SQL; empty where the key is a class
 * @param nameColumn column of what people call it; empty when it has none
 * @param revisionOf reads the revision of a row
 * @param <K> type of its key
 * @param <V> type of the row
 */
public record SalesTable<K, V>(
        Class<K> keyType,
        String cache,
        String noun,
        String path,
        String idColumn,
        String nameColumn,
        ToLongFunction<V> revisionOf) {
    public static final SalesTable<String, Lead> LEADS =
            new SalesTable<>(String.class, CacheNames.LEAD, "lead", "leads", "LEAD_ID", "COMPANY", Lead::revision);
    public static final SalesTable<String, LeadScore> SCORES =
            new SalesTable<>(String.class, CacheNames.LEAD_SCORE, "score", "scores", "LEAD_ID", "", score -> 1);
    public static final SalesTable<ActivityKey, Activity> ACTIVITIES = new SalesTable<>(
            ActivityKey.class, CacheNames.ACTIVITY, "activity", "leads/…/activities", "", "", Activity::revision);
    public static final SalesTable<String, Account> ACCOUNTS = new SalesTable<>(
            String.class, CacheNames.ACCOUNT, "account", "accounts", "ACCOUNT_ID", "NAME", Account::revision);
    public static final SalesTable<ContactKey, Contact> CONTACTS = new SalesTable<>(
            ContactKey.class, CacheNames.CONTACT, "contact", "accounts/…/contacts", "", "", Contact::revision);
    public static final SalesTable<String, Opportunity> OPPORTUNITIES = new SalesTable<>(
            String.class,
            CacheNames.OPPORTUNITY,
            "opportunity",
            "opportunities",
            "OPPORTUNITY_ID",
            "",
            Opportunity::revision);
    public static final SalesTable<String, SalesRep> REPS =
            new SalesTable<>(String.class, CacheNames.SALES_REP, "agent", "reps", "REP_ID", "NAME", SalesRep::revision);
    public static final SalesTable<String, Product> PRODUCTS = new SalesTable<>(
            String.class, CacheNames.PRODUCT, "product", "products", "PRODUCT_ID", "NAME", Product::revision);
    public static final SalesTable<String, Campaign> CAMPAIGNS = new SalesTable<>(
            String.class, CacheNames.CAMPAIGN, "campaign", "campaigns", "CAMPAIGN_ID", "NAME", Campaign::revision);
    public static final SalesTable<String, LeadSchema> SCHEMAS = new SalesTable<>(
            String.class, CacheNames.LEAD_SCHEMA, "schema", "lead-schemas", "SCHEMA_ID", "", schema -> 1);
}
