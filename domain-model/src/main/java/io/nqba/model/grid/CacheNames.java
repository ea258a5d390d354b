package io.nqba.model.grid;

/**
 * Names of the caches. The SQL table of a cache has the same name in upper snake case, in schema {@code PUBLIC}:
 * {@code MeterReading} is {@code METER_READING}. How each is partitioned, backed up and indexed stands in grid-node.
 */
public final class CacheNames {
    public static final String DISTRICT = "District";
    public static final String SITE = "Site";
    public static final String ASSET = "Asset";
    public static final String METER_READING = "MeterReading";
    public static final String FORECAST = "Forecast";
    public static final String SCHEDULE = "Schedule";
    /** What flexible devices shall draw: {@link io.nqba.model.energy.DeviceSchedule}. */
    public static final String DEVICE_SCHEDULE = "DeviceSchedule";

    public static final String SITE_RESULT = "SiteResult";
    public static final String EMISSION_RECORD = "EmissionRecord";
    public static final String DR_ENROLLMENT = "DrEnrollment";
    public static final String TARIFF = "Tariff";
    public static final String PRICE_SIGNAL = "PriceSignal";
    public static final String GRID_CARBON = "GridCarbon";
    public static final String DEMAND_RESPONSE_EVENT = "DemandResponseEvent";
    public static final String DISTRICT_PROFILE = "DistrictProfile";

    public static final String INSTRUMENT = "Instrument";
    public static final String PRICE_BAR = "PriceBar";
    public static final String UNIVERSE = "Universe";
    /** Adjusted closes of universes, on every node: {@link io.nqba.model.finance.ReturnBlock}. */
    public static final String RETURN_MATRIX = "ReturnMatrix";
    /** Daily returns of universes, spread by time: {@link io.nqba.model.finance.ScenarioBlock}. */
    public static final String SCENARIO_BLOCK = "ScenarioBlock";

    public static final String BOOK = "Book";
    public static final String PORTFOLIO = "Portfolio";
    public static final String POSITION = "Position";
    /** Limits by id: {@link io.nqba.model.finance.RiskLimit}. */
    public static final String RISK_LIMIT = "RiskLimit";
    /** Tail losses by day: {@link io.nqba.model.finance.RiskMeasure}. */
    public static final String RISK_MEASURE = "RiskMeasure";
    /** Orders: {@link io.nqba.model.finance.Order}. Called so because ORDER is a word of SQL. */
    public static final String PAPER_ORDER = "PaperOrder";

    public static final String TRADE = "Trade";
    public static final String MANDATE_RESULT = "MandateResult";
    /** What mandate runs found for the firm, by run id: {@link io.nqba.model.finance.MandateReport}. */
    public static final String MANDATE_REPORT = "MandateReport";

    /** Trading strategies: {@link io.nqba.model.finance.Strategy}. */
    public static final String STRATEGY = "Strategy";
    /** What strategies want to hold: {@link io.nqba.model.finance.Signal}. */
    public static final String SIGNAL = "Signal";
    /** Results of backtests by run id: {@link io.nqba.model.finance.BacktestRun}. */
    public static final String BACKTEST_RUN = "BacktestRun";
    /** Wealth of backtests by day: {@link io.nqba.model.finance.EquityPoint}. */
    public static final String EQUITY_POINT = "EquityPoint";

    /** Answers of portfolio runs by run id: {@link io.nqba.model.finance.PortfolioProposal}. */
    public static final String PORTFOLIO_PROPOSAL = "PortfolioProposal";
    /** Efficient frontiers of portfolio runs: {@link io.nqba.model.finance.FrontierPoint}. */
    public static final String FRONTIER_POINT = "FrontierPoint";

    public static final String PRODUCT = "Product";
    public static final String SALES_REP = "SalesRep";
    public static final String CAMPAIGN = "Campaign";
    public static final String ACCOUNT = "Account";
    public static final String CONTACT = "Contact";
    public static final String OPPORTUNITY = "Opportunity";
    public static final String STAGE_HISTORY = "StageHistory";
    /** Which features leads have: {@link io.nqba.model.sales.LeadSchema}. */
    public static final String LEAD_SCHEMA = "LeadSchema";

    public static final String LEAD = "Lead";
    public static final String ACTIVITY = "Activity";
    public static final String LEAD_SCORE = "LeadScore";
    public static final String SCORING_MODEL = "ScoringModel";
    /** Who shall work on what, by run: {@link io.nqba.model.sales.Assignment}. */
    public static final String ASSIGNMENT = "Assignment";

    /** Rows that somebody said are not the same: {@link io.nqba.model.sales.NotDuplicate}. */
    public static final String NOT_DUPLICATE = "NotDuplicate";

    /** What became of files of leads and deals: {@link io.nqba.model.sales.ImportReport}. */
    public static final String IMPORT_REPORT = "ImportReport";
    /** Files on their way in, cut into pieces, each sealed like a person; gone when they are imported. */
    public static final String IMPORT_PIECE = "ImportPiece";

    /** What an hour of an agent is worth, by run: {@link io.nqba.model.sales.AgentPrice}. */
    public static final String AGENT_PRICE = "AgentPrice";

    /** What an hour of each agent costs now, under one key: {@link io.nqba.model.sales.CurrentAssignmentPrices}. */
    public static final String CURRENT_ASSIGNMENT_PRICES = "CurrentAssignmentPrices";

    /** Which leads sequences begin with: {@link io.nqba.model.sales.engagement.LeadSegment}. */
    public static final String LEAD_SEGMENT = "LeadSegment";

    /** What is done with leads step by step: {@link io.nqba.model.sales.engagement.EngagementSequence}. */
    public static final String ENGAGEMENT_SEQUENCE = "EngagementSequence";

    /** Quiet hours and caps, under one key: {@link io.nqba.model.sales.engagement.EngagementSettings}. */
    public static final String ENGAGEMENT_SETTINGS = "EngagementSettings";

    /** How far leads have come in sequences: {@link io.nqba.model.sales.engagement.Enrolment}. */
    public static final String ENROLMENT = "Enrolment";

    /** Messages to persons: {@link io.nqba.model.sales.engagement.OutboxMessage}. */
    public static final String OUTBOX_MESSAGE = "OutboxMessage";

    /** Who may be reached how, by keyed hash: {@link io.nqba.model.sales.engagement.Consent}. */
    public static final String CONSENT = "Consent";

    /** When persons were written to lately, by keyed hash: epoch milliseconds ({@code long[]}). */
    public static final String CONTACT_LEDGER = "ContactLedger";

    public static final String OPTIMIZATION_RUN = "OptimizationRun";
    public static final String RUN_PROGRESS = "RunProgress";
    /** Saved state of running optimisations, by run id; what another coordinator resumes from. */
    public static final String RUN_CHECKPOINT = "RunCheckpoint";

    /** Quadratic problems without their coefficients: {@link io.nqba.model.annealing.StoredProblem}. */
    public static final String OPTIMIZATION_PROBLEM = "OptimizationProblem";
    /**
     * Coefficients of quadratic problems in chunks, bytes by {@link io.nqba.model.annealing.ProblemChunkKey}. Under revision 0 lie the names
     * of the variables, JSON texts in pieces ({@code String[]} of 10,000, from index 0), where a problem is labelled.
     */
    public static final String PROBLEM_CHUNK = "ProblemChunk";
    /** Texts of problems on their way in, bytes by {@link io.nqba.model.annealing.ProblemChunkKey} of revision 0. */
    public static final String PROBLEM_UPLOAD = "ProblemUpload";
    /** Best answers of annealing runs by run id: {@link io.nqba.model.annealing.AnnealingSolution}. */
    public static final String ANNEALING_SOLUTION = "AnnealingSolution";
    /** Rounds of annealing runs: {@link io.nqba.model.annealing.AnnealingRound}. */
    public static final String ANNEALING_ROUND = "AnnealingRound";
    /** Answers that the members of annealing runs publish for each other; gone when the run has ended. */
    public static final String ANNEALING_ELITE = "AnnealingElite";
    /** Answers that runs left for the next run or change of the same problem, by problem id. */
    public static final String PROBLEM_ELITE = "ProblemElite";

    /** Accounts by name: {@link io.nqba.model.security.UserAccount}. */
    public static final String USER_ACCOUNT = "UserAccount";
    /** Browser sessions by digest of the cookie: {@link io.nqba.model.security.ConsoleSession}. Expires after 12 hours. */
    public static final String CONSOLE_SESSION = "ConsoleSession";
    /** Failed sign-ins by account or address: {@link io.nqba.model.security.SignInAttempts}. Expires after a day. */
    public static final String SIGN_IN_ATTEMPTS = "SignInAttempts";
    /** Small settings and keys that all consoles share, by name: {@link io.nqba.model.security.PlatformSecret}. */
    public static final String PLATFORM_SECRET = "PlatformSecret";
    /** Answers to commands by account and idempotency key: {@link CommandReply}. Expires after a day. */
    public static final String COMMAND_REPLY = "CommandReply";

    /** Who did what when, by random id: {@link io.nqba.model.audit.AuditEntry}. */
    public static final String AUDIT_ENTRY = "AuditEntry";

    private CacheNames() {}
}
