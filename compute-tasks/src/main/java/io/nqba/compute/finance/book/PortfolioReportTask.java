package io.nqba.compute.finance.book;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioReport;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionLine;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/** Prices the positions of a portfolio on the node that holds it. */
public final class PortfolioReportTask extends ComputeTaskAdapter<String, TaskReply<PortfolioReport>> {
    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable String portfolioId) {
        String id = portfolioId == null ? "" : portfolioId;
        ClusterNode owner = Objects.requireNonNull(ignite, "ignite")
                .affinity(CacheNames.PORTFOLIO)
                .mapKeyToNode(id);
        return Map.of(new PricingJob(id), owner == null ? nodes.get(0) : owner);
    }

    @Override
    public TaskReply<PortfolioReport> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }

    static PortfolioReport report(Ignite ignite, String portfolioId) {
        Portfolio portfolio =
                ignite.<String, Portfolio>cache(CacheNames.PORTFOLIO).get(portfolioId);
        if (portfolio == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no portfolio with id (%s).".formatted(portfolioId),
                    "Check the id; GET /api/v1/goliath/portfolios lists them.");
        }
        PriceHistory history = PriceHistory.of(ignite, portfolio.universeId());
        Map<String, Position> positions = PortfolioBook.positions(ignite, portfolioId);
        double value = portfolio.cash();
        for (var position : positions.entrySet()) {
            value += position.getValue().shares() * price(history, position.getKey(), position.getValue());
        }
        List<PositionLine> lines = new ArrayList<>();
        for (var position : positions.entrySet()) {
            lines.add(line(ignite, history, position.getKey(), position.getValue(), value));
        }
        return new PortfolioReport(portfolio, history.lastDay(), value, lines);
    }

    /** What has no price counts at what it cost. */
    private static double price(PriceHistory history, String instrumentId, Position position) {
        double price = history.lastClose(instrumentId);
        return Double.isNaN(price) ? position.averageCost() : price;
    }

    private static PositionLine line(
            Ignite ignite, PriceHistory history, String instrumentId, Position position, double total) {
        Instrument instrument =
                ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(instrumentId);
        double price = price(history, instrumentId, position);
        double value = position.shares() * price;
        return new PositionLine(
                instrumentId,
                instrument == null ? instrumentId : instrument.name(),
                instrument == null ? "" : instrument.issuer(),
                instrument == null ? "" : instrument.sector(),
                position.shares(),
                position.averageCost(),
                price,
                value,
                value / total);
    }

    private static final class PricingJob extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final String portfolioId;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        PricingJob(String portfolioId) {
            this.portfolioId = portfolioId;
        }

        @Override
        public Object execute() {
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            return TaskGuard.reply(() -> report(here, portfolioId));
        }
    }
}
