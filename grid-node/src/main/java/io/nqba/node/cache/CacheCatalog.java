package io.nqba.node.cache;

import static org.apache.ignite.cache.CacheAtomicityMode.ATOMIC;
import static org.apache.ignite.cache.CacheAtomicityMode.TRANSACTIONAL;

import io.nqba.compute.annealing.ElitePackKey;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.energy.DeviceSchedule;
import io.nqba.model.energy.DeviceScheduleKey;
import io.nqba.model.energy.District;
import io.nqba.model.energy.DrEnrollment;
import io.nqba.model.energy.DrEnrollmentKey;
import io.nqba.model.energy.EmissionRecord;
import io.nqba.model.energy.EmissionRecordKey;
import io.nqba.model.energy.Forecast;
import io.nqba.model.energy.ForecastKey;
import io.nqba.model.energy.GridCarbon;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.energy.Schedule;
import io.nqba.model.energy.ScheduleKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.SiteResult;
import io.nqba.model.energy.SiteResultKey;
import io.nqba.model.energy.Tariff;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.EquityPoint;
import io.nqba.model.finance.EquityPointKey;
import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.FrontierPointKey;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.ReturnBlockKey;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskMeasure;
import io.nqba.model.finance.RiskMeasureKey;
import io.nqba.model.finance.ScenarioBlockKey;
import io.nqba.model.finance.Signal;
import io.nqba.model.finance.SignalKey;
import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.Trade;
import io.nqba.model.finance.TradeKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.AgentPrice;
import io.nqba.model.sales.AgentPriceKey;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.Campaign;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ImportReport;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.model.sales.ScoringModel;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.LeadSegment;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.security.UserAccount;
import java.time.Duration;
import java.util.List;
import org.apache.ignite.configuration.CacheConfiguration;

/**
 * Every cache of the grid. To add one: name it in {@link CacheNames} and add a line here.
 *
 * <p>All partitioned caches share one affinity function, so the same affinity value is the same partition in each of
 * them: a site's readings, forecasts and schedules lie on the node that holds the site, a run's progress, checkpoint
 * and profile on the node that holds the run. Caches are transactional where one step changes entries of several rows
 * or caches; what arrives row by row and may be repeated is atomic.
 */
public final class CacheCatalog {
    /** Holds the checkpoints of compute jobs; belongs to the checkpoint SPI of {@code node.xml}. */
    public static final String JOB_CHECKPOINT = "JobCheckpoint";

    /** How long a piece of an upload waits for the others and for its import before it counts as forgotten. */
    static final Duration UPLOAD_LIFE = Duration.ofHours(6);

    /** Longer than the longest run; what a node publishes for a run that has just ended would otherwise stay. */
    static final Duration ELITE_LIFE = Duration.ofHours(25);

    private static final List<CachePlan> PLANS = List.of(
            // Small and needed by every site's calculation: on each node.
            CachePlan.replicated(CacheNames.DISTRICT, String.class, District.class)
                    .keyedBy("districtId"),
            CachePlan.replicated(CacheNames.TARIFF, String.class, Tariff.class).keyedBy("tariffId"),
            CachePlan.replicated(CacheNames.PRICE_SIGNAL, PriceSignalKey.class, PriceSignal.class),
            CachePlan.replicated(CacheNames.GRID_CARBON, GridCarbonKey.class, GridCarbon.class),
            CachePlan.replicated(CacheNames.DEMAND_RESPONSE_EVENT, String.class, DemandResponseEvent.class)
                    .keyedBy("eventId"),
            // Partitioned by site.
            CachePlan.partitioned(CacheNames.SITE, TRANSACTIONAL, String.class, Site.class)
                    .keyedBy("siteId"),
            CachePlan.partitioned(CacheNames.ASSET, TRANSACTIONAL, AssetKey.class, Asset.class),
            CachePlan.partitioned(CacheNames.METER_READING, ATOMIC, MeterReadingKey.class, MeterReading.class),
            CachePlan.partitioned(CacheNames.FORECAST, ATOMIC, ForecastKey.class, Forecast.class),
            CachePlan.partitioned(CacheNames.SCHEDULE, ATOMIC, ScheduleKey.class, Schedule.class),
            CachePlan.partitioned(CacheNames.DEVICE_SCHEDULE, ATOMIC, DeviceScheduleKey.class, DeviceSchedule.class),
            CachePlan.partitioned(CacheNames.SITE_RESULT, ATOMIC, SiteResultKey.class, SiteResult.class),
            CachePlan.partitioned(CacheNames.EMISSION_RECORD, ATOMIC, EmissionRecordKey.class, EmissionRecord.class),
            CachePlan.partitioned(CacheNames.DR_ENROLLMENT, TRANSACTIONAL, DrEnrollmentKey.class, DrEnrollment.class),
            // Finance: what every optimiser and every report needs, on each node.
            CachePlan.replicated(CacheNames.INSTRUMENT, String.class, Instrument.class)
                    .keyedBy("instrumentId"),
            CachePlan.replicated(CacheNames.UNIVERSE, String.class, Universe.class)
                    .keyedBy("universeId"),
            CachePlan.everywhere(CacheNames.RETURN_MATRIX, ReturnBlockKey.class),
            CachePlan.replicated(CacheNames.BOOK, String.class, Book.class).keyedBy("bookId"),
            CachePlan.replicated(CacheNames.STRATEGY, String.class, Strategy.class)
                    .keyedBy("strategyId"),
            // Partitioned by instrument, by stretch of time, by portfolio.
            CachePlan.partitioned(CacheNames.PRICE_BAR, ATOMIC, PriceBarKey.class, PriceBar.class),
            CachePlan.partitioned(CacheNames.SIGNAL, ATOMIC, SignalKey.class, Signal.class),
            CachePlan.keyed(CacheNames.SCENARIO_BLOCK, ATOMIC, ScenarioBlockKey.class),
            CachePlan.partitioned(CacheNames.PORTFOLIO, TRANSACTIONAL, String.class, Portfolio.class)
                    .keyedBy("portfolioId"),
            CachePlan.partitioned(CacheNames.POSITION, TRANSACTIONAL, PositionKey.class, Position.class),
            CachePlan.partitioned(CacheNames.PAPER_ORDER, TRANSACTIONAL, OrderKey.class, Order.class),
            CachePlan.partitioned(CacheNames.TRADE, TRANSACTIONAL, TradeKey.class, Trade.class),
            CachePlan.replicated(CacheNames.RISK_LIMIT, String.class, RiskLimit.class)
                    .keyedBy("limitId"),
            CachePlan.partitioned(CacheNames.RISK_MEASURE, ATOMIC, RiskMeasureKey.class, RiskMeasure.class),
            CachePlan.partitioned(CacheNames.MANDATE_RESULT, ATOMIC, MandateResultKey.class, MandateResult.class),
            // Sales: what every scorer and every assignment needs, on each node.
            CachePlan.replicated(CacheNames.PRODUCT, String.class, Product.class)
                    .keyedBy("productId"),
            CachePlan.replicated(CacheNames.SALES_REP, String.class, SalesRep.class)
                    .keyedBy("repId"),
            CachePlan.replicated(CacheNames.CAMPAIGN, String.class, Campaign.class)
                    .keyedBy("campaignId"),
            CachePlan.replicated(CacheNames.LEAD_SCHEMA, String.class, LeadSchema.class)
                    .keyedBy("schemaId"),
            CachePlan.replicated(CacheNames.SCORING_MODEL, String.class, ScoringModel.class)
                    .keyedBy("modelId"),
            CachePlan.replicated(CacheNames.NOT_DUPLICATE, NotDuplicateKey.class, NotDuplicate.class),
            CachePlan.replicated(CacheNames.AGENT_PRICE, AgentPriceKey.class, AgentPrice.class),
            CachePlan.everywhere(CacheNames.CURRENT_ASSIGNMENT_PRICES, String.class),
            // Partitioned by lead, by account, by opportunity; an assignment lies with the work it is about.
            CachePlan.partitioned(CacheNames.ACCOUNT, TRANSACTIONAL, String.class, Account.class)
                    .keyedBy("accountId"),
            CachePlan.partitioned(CacheNames.CONTACT, TRANSACTIONAL, ContactKey.class, Contact.class),
            CachePlan.partitioned(CacheNames.OPPORTUNITY, TRANSACTIONAL, String.class, Opportunity.class)
                    .keyedBy("opportunityId"),
            CachePlan.partitioned(CacheNames.STAGE_HISTORY, TRANSACTIONAL, StageHistoryKey.class, StageHistory.class),
            CachePlan.partitioned(CacheNames.LEAD, TRANSACTIONAL, String.class, Lead.class)
                    .keyedBy("leadId"),
            CachePlan.partitioned(CacheNames.ACTIVITY, TRANSACTIONAL, ActivityKey.class, Activity.class),
            CachePlan.partitioned(CacheNames.LEAD_SCORE, ATOMIC, String.class, LeadScore.class)
                    .keyedBy("leadId"),
            CachePlan.partitioned(CacheNames.ASSIGNMENT, ATOMIC, AssignmentKey.class, Assignment.class),
            // Engagement: rules on each node; what came of them with the lead, or with the person it is about.
            CachePlan.replicated(CacheNames.LEAD_SEGMENT, String.class, LeadSegment.class)
                    .keyedBy("segmentId"),
            CachePlan.replicated(CacheNames.ENGAGEMENT_SEQUENCE, String.class, EngagementSequence.class)
                    .keyedBy("sequenceId"),
            CachePlan.everywhere(CacheNames.ENGAGEMENT_SETTINGS, String.class),
            CachePlan.partitioned(CacheNames.ENROLMENT, TRANSACTIONAL, EnrolmentKey.class, Enrolment.class),
            CachePlan.partitioned(
                    CacheNames.OUTBOX_MESSAGE, TRANSACTIONAL, OutboxMessageKey.class, OutboxMessage.class),
            CachePlan.partitioned(CacheNames.CONSENT, TRANSACTIONAL, ConsentKey.class, Consent.class),
            CachePlan.plain(CacheNames.CONTACT_LEDGER, TRANSACTIONAL),
            CachePlan.partitioned(CacheNames.IMPORT_REPORT, TRANSACTIONAL, String.class, ImportReport.class)
                    .keyedBy("importId"),
            CachePlan.plain(CacheNames.IMPORT_PIECE, ATOMIC).expiringAfter(UPLOAD_LIFE),
            // Partitioned by run.
            CachePlan.partitioned(CacheNames.OPTIMIZATION_RUN, TRANSACTIONAL, String.class, OptimizationRun.class)
                    .keyedBy("runId"),
            CachePlan.partitioned(CacheNames.RUN_PROGRESS, TRANSACTIONAL, RunProgressKey.class, RunProgress.class),
            CachePlan.partitioned(CacheNames.BACKTEST_RUN, TRANSACTIONAL, String.class, BacktestRun.class)
                    .keyedBy("runId"),
            CachePlan.partitioned(CacheNames.EQUITY_POINT, ATOMIC, EquityPointKey.class, EquityPoint.class),
            CachePlan.partitioned(CacheNames.PORTFOLIO_PROPOSAL, TRANSACTIONAL, String.class, PortfolioProposal.class)
                    .keyedBy("runId"),
            CachePlan.partitioned(
                    CacheNames.FRONTIER_POINT, TRANSACTIONAL, FrontierPointKey.class, FrontierPoint.class),
            CachePlan.plain(CacheNames.RUN_CHECKPOINT, TRANSACTIONAL),
            CachePlan.plain(CacheNames.DISTRICT_PROFILE, TRANSACTIONAL),
            CachePlan.plain(CacheNames.MANDATE_REPORT, TRANSACTIONAL),
            CachePlan.partitioned(CacheNames.ANNEALING_SOLUTION, TRANSACTIONAL, String.class, AnnealingSolution.class)
                    .keyedBy("runId"),
            CachePlan.partitioned(
                    CacheNames.ANNEALING_ROUND, TRANSACTIONAL, RunProgressKey.class, AnnealingRound.class),
            CachePlan.keyed(CacheNames.ANNEALING_ELITE, ATOMIC, ElitePackKey.class)
                    .expiringAfter(ELITE_LIFE),
            // Partitioned by problem.
            CachePlan.partitioned(CacheNames.OPTIMIZATION_PROBLEM, TRANSACTIONAL, String.class, StoredProblem.class)
                    .keyedBy("problemId"),
            CachePlan.keyed(CacheNames.PROBLEM_CHUNK, TRANSACTIONAL, ProblemChunkKey.class),
            CachePlan.plain(CacheNames.PROBLEM_ELITE, ATOMIC),
            CachePlan.keyed(CacheNames.PROBLEM_UPLOAD, ATOMIC, ProblemChunkKey.class)
                    .expiringAfter(UPLOAD_LIFE),
            // The platform's own, by name or id; a session's expiry is set by the client that stores it.
            CachePlan.partitioned(CacheNames.USER_ACCOUNT, TRANSACTIONAL, String.class, UserAccount.class)
                    .keyedBy("name"),
            // What the grid does by itself is written down in the same transaction, such as the fill of an order.
            CachePlan.partitioned(CacheNames.AUDIT_ENTRY, TRANSACTIONAL, String.class, AuditEntry.class),
            CachePlan.plain(CacheNames.CONSOLE_SESSION, ATOMIC),
            CachePlan.plain(CacheNames.PLATFORM_SECRET, TRANSACTIONAL),
            CachePlan.plain(CacheNames.COMMAND_REPLY, ATOMIC),
            CachePlan.plain(CacheNames.SIGN_IN_ATTEMPTS, TRANSACTIONAL),
            CachePlan.plain(JOB_CHECKPOINT, ATOMIC));

    private CacheCatalog() {}

    /**
     * Returns the configuration of every cache.
     *
     * @param partitions partitions of a partitioned cache
     * @param backups copies of each partition beside the primary one
     * @param statistics whether gets, puts and their times are counted
     */
    public static CacheConfiguration<?, ?>[] configurations(int partitions, int backups, boolean statistics) {
        return PLANS.stream()
                .map(plan -> plan.configuration(partitions, backups).setStatisticsEnabled(statistics))
                .toArray(CacheConfiguration<?, ?>[]::new);
    }
}
