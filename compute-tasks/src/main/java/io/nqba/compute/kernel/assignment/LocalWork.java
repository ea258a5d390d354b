package io.nqba.compute.kernel.assignment;

/** Work in the memory of one thread. */
public final class LocalWork implements WorkSource {
    private final AgentMarket market;
    private final WorkItems items;

    public LocalWork(AgentMarket market, WorkItems items) {
        this.market = market;
        this.items = items;
    }

    @Override
    public PriceAnswer answer(PriceQuestion question) {
        var answer = new PriceAnswer(question);
        answer.add(new PricedAgents(market, question.prices()), items);
        return answer;
    }

    @Override
    public MarginTally margins(OfferedPrices prices, double typicalPrice) {
        var tally = new MarginTally(market.agents(), typicalPrice);
        tally.add(new PricedAgents(market, prices), items);
        return tally;
    }

    @Override
    public OpenWork open(OfferedPrices prices, MarginCut cut) {
        var open = new OpenWork(market.agents());
        open.add(new PricedAgents(market, prices), cut, items);
        return open;
    }
}
