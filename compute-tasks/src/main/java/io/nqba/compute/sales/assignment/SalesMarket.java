package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.assignment.OfferedPrices;
import io.nqba.compute.kernel.assignment.PricedAgents;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/**
 * What all work of an assignment sees: agents, products, win rates. A class of work is a product, a territory and a language. Made from
 * rows that every node has and from counts, in the same order, so that it has the same bits everywhere. Thread-safe.
 */
final class SalesMarket {
    /** The book has one currency. */
    static final String CURRENCY = "USD";

    /** A place or language that no agent names: only those who work anywhere, or speak anything, may take it. */
    private static final String ELSEWHERE = "\u0000";

    private final AssignmentRequest request;
    private final List<SalesRep> reps;
    private final Map<String, Integer> position = new TreeMap<>();
    private final Map<String, Product> products;
    private final Codes productCodes;
    private final Codes territories;
    private final Codes languages;
    private final WinRates rates;
    private final ConcurrentMap<Integer, double[]> rateRows = new ConcurrentHashMap<>();
    private final AgentMarket agents;
    private PricedAgents latest;
    private final PricedAgents free;

    private SalesMarket(AssignmentRequest request, List<SalesRep> reps, Map<String, Product> products, WinRates rates) {
        this.request = request;
        this.reps = List.copyOf(reps);
        this.products = products;
        this.rates = rates;
        for (int a = 0; a < reps.size(); a++) {
            position.put(reps.get(a).repId(), a);
        }
        productCodes = new Codes(products.keySet());
        territories = new Codes(reps.stream().map(SalesRep::territory).toList());
        languages = new Codes(reps.stream()
                .flatMap(rep -> Arrays.stream(rep.languages().split(",", -1)))
                .toList());
        double[] most = new double[reps.size()];
        double[] least = new double[reps.size()];
        for (int a = 0; a < most.length; a++) {
            double hours = request.hoursPerAgent() > 0
                    ? request.hoursPerAgent()
                    : reps.get(a).hoursCapacity();
            most[a] = hours * request.mostShare();
            least[a] = hours * request.leastShare();
        }
        agents = new AgentMarket(most, least, request.switchCost(), request.shortageCost(), this::rates);
        free = new PricedAgents(agents, OfferedPrices.alike(new double[most.length]));
        latest = free;
    }

    /**
     * Reads what a request needs.
     *
     * @throws NqbaException if it names an agent that is not there, or nobody has hours
     */
    static SalesMarket read(Ignite ignite, AssignmentRequest request) {
        Map<String, SalesRep> known = all(ignite, CacheNames.SALES_REP);
        List<SalesRep> reps = new ArrayList<>();
        if (request.agents().isEmpty()) {
            known.values().stream().filter(SalesRep::active).forEach(reps::add);
        } else {
            List<String> missing = request.agents().stream()
                    .filter(id -> !known.containsKey(id))
                    .toList();
            if (!missing.isEmpty()) {
                throw refused(
                        missing.get(0),
                        "There is no agent (%s).".formatted(missing.get(0)),
                        "GET /api/v1/sigma/reps lists the agents.");
            }
            request.agents().stream().map(known::get).forEach(reps::add);
        }
        reps.sort(Comparator.comparing(SalesRep::repId));
        var market = new SalesMarket(
                request,
                reps,
                all(ignite, CacheNames.PRODUCT),
                WinRates.read(ignite, request.work() == AssignmentWork.LEADS));
        if (Arrays.stream(market.agents.most()).sum() == 0) {
            throw refused(
                    "",
                    "None of the %d agents has hours to give.".formatted(reps.size()),
                    "Give agents a capacity in hours, or send hoursPerAgent.");
        }
        return market;
    }

    private static <V> Map<String, V> all(Ignite ignite, String cacheName) {
        Map<String, V> rows = new TreeMap<>();
        try (var entries = ignite.<String, V>cache(cacheName).query(new ScanQuery<String, V>())) {
            entries.forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
        }
        return rows;
    }

    private static NqbaException refused(String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("agents", value, problem, remedy)),
                null);
    }

    /** Returns the class of work of a product, a territory and a language; empty text for any. */
    int workClass(String productId, String territory, String language) {
        return (productCodes.of(productId) * territories.size() + territories.of(territory)) * languages.size()
                + languages.of(language);
    }

    private double[] rates(int workClass) {
        return rateRows.computeIfAbsent(workClass, this::compute);
    }

    private double[] compute(int workClass) {
        String language = languages.name(workClass % languages.size());
        int rest = workClass / languages.size();
        String territory = territories.name(rest % territories.size());
        String product = productCodes.name(rest / territories.size());
        double margin = margin(product);
        double[] row = new double[reps.size()];
        for (int a = 0; a < row.length; a++) {
            SalesRep rep = reps.get(a);
            boolean able = rep.sells(product) && rep.covers(territory) && rep.speaks(language);
            row[a] = able ? margin * skill(rep.repId(), product) : Double.NaN;
        }
        return row;
    }

    private double skill(String repId, String productId) {
        return request.work() == AssignmentWork.DEALS ? rates.of(repId, productId) : rates.relative(repId, productId);
    }

    /** Returns the win probability of work with an agent, 0..1. */
    double probability(int agent, String productId, double ofWork) {
        double skill = skill(reps.get(agent).repId(), productId);
        return Math.min(1, request.work() == AssignmentWork.DEALS ? skill : ofWork * skill);
    }

    private double margin(String productId) {
        Product product = products.get(productId);
        return request.marginCounts() && product != null ? product.margin() : 1;
    }

    /** Returns the list price of a product; 0 where it is not known. */
    double listPrice(String productId) {
        Product product = products.get(productId);
        return product == null ? 0 : product.listPrice();
    }

    /** Returns the agents at given prices; the latest are kept, since all partitions of a node ask for the same. */
    synchronized PricedAgents at(OfferedPrices prices) {
        if (!latest.isAt(prices)) {
            latest = new PricedAgents(agents, prices);
        }
        return latest;
    }

    /** Returns the agents as if their hours cost nothing. */
    PricedAgents free() {
        return free;
    }

    AssignmentRequest request() {
        return request;
    }

    AgentMarket agents() {
        return agents;
    }

    List<SalesRep> reps() {
        return reps;
    }

    WinRates rates() {
        return rates;
    }

    /** Returns the position of an agent among those that take part, or −1. */
    int position(String repId) {
        return position.getOrDefault(repId, -1);
    }

    long fingerprint() {
        long digest = rates.fingerprint();
        for (SalesRep rep : reps) {
            digest = 31 * digest + rep.hashCode();
        }
        for (Product product : products.values()) {
            digest = 31 * digest + product.hashCode();
        }
        return digest;
    }

    /** Numbers for texts: 0 for the empty one, the last for any that is not known. */
    private static final class Codes {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> codes = new TreeMap<>();

        Codes(Iterable<String> known) {
            names.add("");
            var sorted = new TreeSet<String>();
            known.forEach(sorted::add);
            sorted.remove("");
            names.addAll(sorted);
            for (int i = 0; i < names.size(); i++) {
                codes.put(names.get(i), i);
            }
            names.add(ELSEWHERE);
        }

        int of(String name) {
            return codes.getOrDefault(name, names.size() - 1);
        }

        String name(int code) {
            return names.get(code);
        }

        int size() {
            return names.size();
        }
    }
}
