package io.nqba.model.grid;

/**
 * Names of the compute tasks that clients may call, which are their class names. A test in grid-node checks that each
 * exists. Every such task takes a wire type and answers a {@link TaskReply}.
 */
public final class TaskNames {
    /**
     * Checks an optimisation request against the data and queues it. Argument {@link
     * io.nqba.model.optimisation.SubmitRun}, answer {@code TaskReply<OptimizationRun>}.
     */
    public static final String SUBMIT_RUN = "io.nqba.compute.optimisation.SubmitRunTask";
    /**
     * Assigns a new lead at once at the prices that the last run found. Argument lead id ({@code String}), answer {@code
     * TaskReply<Assignment>}.
     */
    public static final String ASSIGN_LEAD = "io.nqba.compute.sales.assignment.AssignLeadTask";
    /** Asks a run to stop and keep its best answer. Argument run id ({@code String}), answer {@code TaskReply<OptimizationRun>}. */
    public static final String CANCEL_RUN = "io.nqba.compute.optimisation.CancelRunTask";
    /**
     * Reads an uploaded problem and stores it. Argument {@link io.nqba.model.annealing.ImportProblem}, answer {@code
     * TaskReply<StoredProblem>}.
     */
    public static final String IMPORT_PROBLEM = "io.nqba.compute.annealing.ImportProblemTask";
    /**
     * Changes coefficients of a stored problem. Argument {@link io.nqba.model.annealing.ChangeProblem}, answer {@code
     * TaskReply<ChangedProblem>}.
     */
    public static final String CHANGE_PROBLEM = "io.nqba.compute.annealing.ChangeProblemTask";
    /** Removes a stored problem that no run needs any more. Argument problem id ({@code String}), answer {@code TaskReply<StoredProblem>}. */
    public static final String DELETE_PROBLEM = "io.nqba.compute.annealing.DeleteProblemTask";
    /** Consumption analytics. Argument {@link io.nqba.model.energy.ConsumptionQuery}, answer {@code TaskReply<ConsumptionReport>}. */
    public static final String CONSUMPTION_REPORT = "io.nqba.compute.energy.metering.ConsumptionReportTask";
    /** Intake of readings. Argument {@link io.nqba.model.energy.ReadingBatch}, answer {@code TaskReply<IntakeReport>}. */
    public static final String READING_INTAKE = "io.nqba.compute.energy.metering.ReadingIntakeTask";
    /**
     * Makes and stores forecasts next to the history. Argument {@link io.nqba.model.energy.ForecastOrder}, answer {@code
     * TaskReply<ForecastReport>}.
     */
    public static final String FORECAST = "io.nqba.compute.energy.metering.ForecastTask";
    /**
     * Books energy and emissions of every site by local day, for all days the range touches. Argument {@link
     * io.nqba.model.energy.ConsumptionQuery}, answer {@code TaskReply<Long>}: rows stored.
     */
    public static final String EMISSION_RECORDS = "io.nqba.compute.energy.metering.EmissionRecordTask";
    /** Risk of a book or portfolio. Argument {@link io.nqba.model.finance.RiskQuery}, answer {@code TaskReply<RiskReport>}. */
    public static final String RISK_REPORT = "io.nqba.compute.finance.risk.RiskReportTask";
    /**
     * Value at risk of a book, portfolio by portfolio. Argument {@link io.nqba.model.finance.BookRiskQuery}, answer {@code
     * TaskReply<BookRiskReport>}.
     */
    public static final String BOOK_RISK = "io.nqba.compute.finance.risk.BookRiskTask";

    /** What shocks would do. Argument {@link io.nqba.model.finance.StressRequest}, answer {@code TaskReply<StressOutcome>}. */
    public static final String STRESS = "io.nqba.compute.finance.risk.StressTask";
    /**
     * Checks a paper order against the limits and stores it, accepted or rejected. Argument {@link
     * io.nqba.model.finance.OrderRequest}, answer {@code TaskReply<Order>}.
     */
    public static final String SUBMIT_ORDER = "io.nqba.compute.finance.orders.SubmitOrderTask";
    /** Withdraws a paper order. Argument {@link io.nqba.model.finance.CancelOrder}, answer {@code TaskReply<Order>}. */
    public static final String CANCEL_ORDER = "io.nqba.compute.finance.orders.CancelOrderTask";
    /** State of a market. Argument {@link io.nqba.model.finance.MarketQuery}, answer {@code TaskReply<MarketReport>}. */
    public static final String MARKET_REPORT = "io.nqba.compute.finance.market.MarketReportTask";
    /** What a book is worth. Argument {@link io.nqba.model.finance.BookQuery}, answer {@code TaskReply<BookReport>}. */
    public static final String BOOK_REPORT = "io.nqba.compute.finance.book.BookReportTask";
    /** A portfolio with its positions at the last prices. Argument portfolio id ({@code String}), answer {@code TaskReply<PortfolioReport>}. */
    public static final String PORTFOLIO_REPORT = "io.nqba.compute.finance.book.PortfolioReportTask";
    /** Intake of prices. Argument {@link io.nqba.model.finance.PriceTickBatch}, answer {@code TaskReply<IntakeReport>}. */
    public static final String PRICE_TICKS = "io.nqba.compute.finance.book.PriceTickTask";
    /**
     * Changes several rows of sales in one transaction. Argument {@link io.nqba.model.sales.RewriteOrder}, answer {@code
     * TaskReply<RewriteReport>}.
     */
    public static final String REWRITE_ROWS = "io.nqba.compute.sales.records.RewriteTask";
    /**
     * Finds rows that may be the same. Argument {@link io.nqba.model.sales.DuplicateQuery}, answer {@code
     * TaskReply<DuplicateReport>}.
     */
    public static final String FIND_DUPLICATES = "io.nqba.compute.sales.duplicates.FindDuplicatesTask";
    /** Removes a person. Argument {@link io.nqba.model.sales.ErasureOrder}, answer {@code TaskReply<ErasureReport>}. */
    public static final String ERASE_PERSON = "io.nqba.compute.sales.records.EraseTask";
    /** Scores a stored lead and stores the score. Argument lead id ({@code String}), answer {@code TaskReply<LeadScore>}. */
    public static final String SCORE_LEAD = "io.nqba.compute.sales.scoring.ScoreLeadTask";
    /**
     * Scores values and stores nothing. Argument {@link io.nqba.model.sales.ScoreQuestion}, answer {@code TaskReply<LeadScore>}.
     */
    public static final String ASK_SCORE = "io.nqba.compute.sales.scoring.AskScoreTask";
    /** Tells what a model goes by. Argument model id ({@code String}), answer {@code TaskReply<ModelWeights>}. */
    public static final String MODEL_WEIGHTS = "io.nqba.compute.sales.scoring.ModelWeightsTask";
    /** What moved since a model was trained. Argument model id ({@code String}), answer {@code TaskReply<DriftReport>}. */
    public static final String DRIFT_REPORT = "io.nqba.compute.sales.scoring.DriftReportTask";
    /**
     * Judges whether an approved message may go now. Argument {@link io.nqba.model.sales.engagement.OutboxMessageKey}, answer {@code
     * TaskReply<OutboxMessage>}: SENDING for the caller who may send it.
     */
    public static final String CLAIM_MESSAGE = "io.nqba.compute.sales.engagement.ClaimMessageTask";
    /**
     * Takes a lead out of sequences. Argument {@link io.nqba.model.sales.engagement.StopEngagement}, answer {@code TaskReply<Integer>}: how
     * many it left.
     */
    public static final String STOP_ENGAGEMENT = "io.nqba.compute.sales.engagement.StopEngagementTask";
    /**
     * Takes a lead into a sequence. Argument {@link io.nqba.model.sales.engagement.EnrolmentKey}, answer {@code TaskReply<Boolean>}: false
     * when it is or was in it.
     */
    public static final String ENROL_LEAD = "io.nqba.compute.sales.engagement.EnrolLeadTask";
    /** What is worth most to do with a lead next. Argument lead id ({@code String}), answer {@code TaskReply<NextAction>}. */
    public static final String NEXT_ACTION = "io.nqba.compute.sales.engagement.NextActionTask";
    /** What deals will bring. Argument {@link io.nqba.model.sales.RevenueQuery}, answer {@code TaskReply<RevenueReport>}. */
    public static final String REVENUE_REPORT = "io.nqba.compute.sales.revenue.RevenueReportTask";
    /** Segments of the market. Argument {@link io.nqba.model.sales.DealGroupQuery}, answer {@code TaskReply<SegmentReport>}. */
    public static final String SEGMENTS = "io.nqba.compute.sales.revenue.SegmentsTask";
    /** Why deals are won and lost. Argument {@link io.nqba.model.sales.DealGroupQuery}, answer {@code TaskReply<OutcomeReport>}. */
    public static final String OUTCOMES = "io.nqba.compute.sales.revenue.OutcomesTask";
    /** Prices beside the list. Argument {@link io.nqba.model.sales.DealGroupQuery}, answer {@code TaskReply<PriceLadder>}. */
    public static final String PRICE_LADDER = "io.nqba.compute.sales.revenue.PriceLadderTask";
    /** Who lacks what peers buy. Argument {@link io.nqba.model.sales.WhiteSpaceQuery}, answer {@code TaskReply<WhiteSpaceReport>}. */
    public static final String WHITE_SPACE = "io.nqba.compute.sales.revenue.WhiteSpaceTask";
    /** State of the grid: nodes, caches, partitions. Argument null, answer {@code TaskReply<GridStatus>}. */
    public static final String GRID_STATUS = "io.nqba.compute.platform.GridStatusTask";

    private TaskNames() {}
}
