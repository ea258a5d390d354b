package io.nqba.console.finance;

import io.nqba.model.finance.OrderSide;
import java.time.Instant;

/**
 * Shares that an order traded on paper.
 *
 * @param price of one share
 * @param cost of trading beside the price, money
 * @param at time of the price tick
 */
public record TradeView(
        String id,
        String portfolioId,
        String orderId,
        String instrumentId,
        OrderSide side,
        long shares,
        double price,
        double cost,
        Instant at) {}
